"""What we lack of an account, each gap as a question that somebody can answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sam_gen.advise.knows import Helpers, may_be_sounded
from sam_gen.advise.question import Form, Question
from sam_gen.assess.agenda import meetings_to_come, waited_for
from sam_gen.assess.introductions import Way, introductions
from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.steps_about import steps_about
from sam_gen.assess.value import have_work
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

Gap = tuple[str, Question | None]
"""What is lacking, and the question; None where nobody we talk with could answer it."""


def gap_questions(
    account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date
) -> tuple[Question, ...]:
    """Return a question for each gap.

    Key players nobody has named or met come first and what we assume last. Between the two stand who
    comes to the next meeting after a long silence, stands nobody knows, and vacancies.

    Each gap is put to somebody who can answer: what we lack about somebody who comes to the next meeting to that
    person, in words for their ears; an introduction, of which there is one at most, to the first person on the way the
    map shows; how a colleague stands to somebody near them, who fills a post to their line or function; anything else
    to who will be there, else to who we still talk to. Whom a step of ours names or a later meeting brings is not asked
    for, and of somebody who never met us nobody is asked how they see our work; who has said that they are not for us
    is never asked it.
    """
    helpers = Helpers(account, playbook, people, as_of)
    never, stale = (_introduction(account, playbook, as_of, helpers, fresh) for fresh in _OUT_OF_TOUCH)
    gaps = [
        *_unnamed(account, people, helpers),
        *_unmet(people, helpers),
        *never,
        *_stale(people, helpers),
        *_unknown_stand(account, people, helpers, as_of),
        *_vacant(people, helpers, as_of),
        *_assumed(account, people, helpers),
        *(() if never else stale),
    ]
    one_each: dict[str, Question] = {}
    for subject, question in gaps:
        if question:
            one_each.setdefault(subject, question)
    return tuple(one_each.values())


_OUT_OF_TOUCH = (Freshness.NEVER, Freshness.STALE)


def _keys(people: Sequence[Standing]) -> list[Standing]:
    return [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]


def _unnamed(account: Account, people: Sequence[Standing], helpers: Helpers) -> Iterator[Gap]:
    if not any(who.key_player for who in people):
        text = "Who decides about our work, and who could say no?"
        why = "no key player in the file"
        yield "people", helpers.ask(text, None, why, account.place_of("people"), Form.UNNAMED)


def _unmet(people: Sequence[Standing], helpers: Helpers) -> Iterator[Gap]:
    """Ask those we never met and who come; whoever does not come takes an introduction."""
    for who in _keys(people):
        if who.freshness is Freshness.NEVER and helpers.comes(who):
            text = "What should we know of your work before we speak of ours?"
            yield who.person.key, helpers.ask(text, who, "no talk with us on file", who.person.place, Form.UNMET)


def _introduction(
    account: Account, playbook: Playbook, as_of: datetime.date, helpers: Helpers, fresh: Freshness
) -> tuple[Gap, ...]:
    """Ask the first person on a way to a key player; who comes to the meeting first, then for the most influential.

    Whom we have agreed to see, or have a step of our own to reach, needs no introduction. Of whom a promise of ours
    keeps waiting, none is asked.
    """
    waits = waited_for(account, as_of)
    seen = {key_of(who) for meeting in meetings_to_come(account, as_of) for who in meeting.theirs}
    ways = [
        way
        for way in introductions(account, playbook, as_of)
        if way.hops
        and way.hops[0].start not in waits
        and way.target.freshness is fresh
        and way.target.person.key not in seen
        and not steps_about(account, way.target.person, as_of)
    ]
    ways.sort(key=lambda way: way.hops[0].start not in helpers.there)
    return tuple((way.target.person.key, _by_way(way, helpers)) for way in ways[:1])


def _by_way(way: Way, helpers: Helpers) -> Question:
    first, target = way.hops[0], way.target.person
    met = way.target.talk_age is not None
    text = f"Would you introduce us to {helpers.names[first.to]}?"
    why = f"last talk {way.target.talk_age} d ago" if met else "no talk with us on file"
    if len(way.hops) > 1:
        why = f"the way to {target.name}, {why}"
    elif met:
        text = f"What is new with {target.name}, and would you bring us together again?"
    there = first.start in helpers.there
    return Question(text, helpers.names[first.start], why, target.place, there=there, form=Form.INTRODUCTION)


def _unknown_stand(
    account: Account, people: Sequence[Standing], helpers: Helpers, as_of: datetime.date
) -> Iterator[Gap]:
    """Ask how somebody sees our work; where there is none yet, or they never met us, what they would want of us.

    Of somebody we are out of touch with and have a step of our own about, nobody else is asked.
    """
    work = have_work(account)
    for who in _keys(people):
        there, name = helpers.comes(who), who.person.name
        under_way = who.freshness in _OUT_OF_TOUCH and not there and steps_about(account, who.person, as_of)
        if who.support is None and not under_way:
            sees = work and who.freshness is not Freshness.NEVER and not there
            text = f"How does {name} see our work?" if sees else f"What would matter to {name} in a first talk with us?"
            if there:
                text = "What would you change about our work?"
                text = text if work else "What would you want to see of us before you gave us work?"
            form = Form.OWN_VIEW if there else Form.VIEW
            why = "not known how they stand" if there else f"not known how {name} stands"
            yield (
                who.person.key,
                helpers.ask(text, who, why, who.person.place, form, may=may_be_sounded if sees else None),
            )


def _vacant(people: Sequence[Standing], helpers: Helpers, as_of: datetime.date) -> Iterator[Gap]:
    for who in people:
        person = who.person
        if person.status is PersonStatus.VACANT:
            what = person.title or person.name
            days = f", {(as_of - person.since).days} d" if person.since and person.since <= as_of else ""
            text = f"Who decides while the post of {what} is empty?"
            yield (
                person.key,
                helpers.ask(text, who, f"vacant{days}", person.place, Form.VACANT, may=helpers.one_house(who)),
            )


def _assumed(account: Account, people: Sequence[Standing], helpers: Helpers) -> Iterator[Gap]:
    owners = {who.person.key: who for who in people if who.person.status is PersonStatus.ACTIVE}
    for initiative in account.initiatives:
        if initiative.basis is not Basis.ASSUMED:
            continue
        owner = owners.get(key_of(initiative.owner))
        text = f"Is “{initiative.name}” on your list, and what will be different once it is done?"
        question = helpers.put(text, owner, "we only assume this initiative", initiative.place, Form.ASSUMED)
        yield f"initiatives/{initiative.key}", question


def _stale(people: Sequence[Standing], helpers: Helpers) -> Iterator[Gap]:
    for who in people:
        if who.freshness is Freshness.STALE and who.person.status is PersonStatus.ACTIVE and helpers.comes(who):
            text, why = "What has changed for you since we last spoke?", f"last talk {who.talk_age} d ago"
            yield who.person.key, helpers.ask(text, who, why, who.person.place, Form.SILENCE)
