"""What to ask the client next: the gaps that matter most, each as a question somebody can answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.advise.planned import planned
from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.introductions import Way, introductions
from sam_gen.assess.people import Freshness, Standing
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus, TieKind
from sam_gen.model.place import Place
from sam_gen.model.plan import Initiative
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

MOST = 4
"""More questions than that are an interview."""


@dataclass(frozen=True)
class Question:
    """One question, whom to put it to, and what we lack."""

    text: str
    whom: str
    why: str
    place: Place
    there: bool = False
    """Whether it belongs to the next meeting: a step of ours for it, or a question to somebody who comes."""
    due: datetime.date | None = None
    """The day of a step that is planned already; None for a gap."""


def questions(
    account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date
) -> tuple[Question, ...]:
    """Return at most four lines: what is planned for the next meeting first, then the gaps."""
    steps = (
        Question(step.what, step.owner or "", "our step", step.place, there=True, due=step.due)
        for step in planned(account, playbook, as_of)
    )
    return (*steps, *gap_questions(account, playbook, people, as_of))[:MOST]


def gap_questions(
    account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date
) -> tuple[Question, ...]:
    """Return a question for each gap.

    Key players nobody has named or met come first and what we assume last. Between the two stand who
    comes to the next meeting after a long silence, stands nobody knows, and vacancies.

    Each gap is put to somebody who can answer: what we lack about somebody who comes to the next meeting to that
    person, in words for their ears; an introduction, of which there is one at most, to the first person on the way the
    map shows; anything else to who will be there, else to who we still talk to.
    """
    helpers = _Helpers(account, people, as_of)
    never, stale = (_introduction(account, playbook, as_of, helpers, fresh) for fresh in _OUT_OF_TOUCH)
    gaps = [
        *_unnamed(account, people, helpers),
        *_unmet(people, helpers),
        *never,
        *_stale(people, helpers),
        *_unknown_stand(people, helpers),
        *_vacant(people, helpers, as_of),
        *_assumed(account, people, helpers),
        *(() if never else stale),
    ]
    one_each: dict[str, Question] = {}
    for subject, question in gaps:
        one_each.setdefault(subject, question)
    return tuple(one_each.values())


_OUT_OF_TOUCH = (Freshness.NEVER, Freshness.STALE)


class _Helpers:
    """Who at the client could answer a question about a colleague."""

    def __init__(self, account: Account, people: Sequence[Standing], as_of: datetime.date) -> None:
        coming = meetings_to_come(account, as_of)[:1]
        self.there = {key_of(who) for meeting in coming for who in meeting.theirs}
        self.names = {who.person.key: who.person.name for who in people}
        self.names_there = {who.person.name for who in people if self.comes(who)}
        self.near = {who.person.key: key_of(who.person.reports_to) for who in people}
        ties = {(tie.kind, key_of(tie.from_), key_of(tie.to)) for tie in account.influences}
        self.ties = {(one, other) for kind, one, other in ties if kind is TieKind.INFLUENCES}
        self.odds = {frozenset((one, other)) for kind, one, other in ties if kind is TieKind.CONFLICT}
        self.talking = [who for who in people if who.last_talk and who.person.status is PersonStatus.ACTIVE]

    def name(self, about: Standing | None) -> str:
        """Name who should be asked: the person themself if they come, else who comes, is near, for us, met lately."""
        if about and self.comes(about):
            return about.person.name
        others = [who for who in self.talking if who is not about and not self._at_odds(who, about)]
        best = max(others, key=lambda who: self._rank(who, about), default=None)
        return best.person.name if best else "whoever knows the house"

    def comes(self, who: Standing) -> bool:
        """Whether somebody will be at the next meeting."""
        return who.person.key in self.there

    def ask(self, text: str, about: Standing | None, why: str, place: Place) -> Question:
        """Put a question about somebody, or about nobody in particular, to who can answer it."""
        whom = self.name(about)
        return Question(text, whom, why, place, there=whom in self.names_there)

    def put(self, text: str, whom: Standing | None, why: str, place: Place) -> Question:
        """Put a question to somebody; where there is nobody, to who comes, is for us or was met lately."""
        name = whom.person.name if whom else self.name(None)
        return Question(text, name, why, place, there=name in self.names_there)

    def _at_odds(self, who: Standing, about: Standing | None) -> bool:
        return about is not None and frozenset((who.person.key, about.person.key)) in self.odds

    def _rank(self, who: Standing, about: Standing | None) -> tuple[bool, int, bool, int]:
        key, other = who.person.key, about.person.key if about else ""
        manager = self.near[key]
        near = manager == other or self.near.get(other) == key or bool({(key, other), (other, key)} & self.ties)
        peers = manager == self.near.get(other) != ""
        closeness = 2 * near or int(peers) if other else 0
        return key in self.there, closeness, who.for_us, -(who.talk_age or 0)


Gap = tuple[str, Question]


def _keys(people: Sequence[Standing]) -> list[Standing]:
    return [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]


def _unnamed(account: Account, people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    if not any(who.key_player for who in people):
        text = "Who decides about our work, and who could say no?"
        yield "people", helpers.ask(text, None, "no key player in the file", account.place_of("people"))


def _unmet(people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    """Ask those we never met and who come; whoever does not come takes an introduction."""
    for who in _keys(people):
        if who.freshness is Freshness.NEVER and helpers.comes(who):
            text = "What should we know of your work before we speak of ours?"
            yield who.person.key, helpers.ask(text, who, "no talk with us on file", who.person.place)


def _introduction(
    account: Account, playbook: Playbook, as_of: datetime.date, helpers: _Helpers, fresh: Freshness
) -> tuple[Gap, ...]:
    """Ask the first person on a way to a key player; who comes to the meeting first, then for the most influential."""
    ways = [
        way
        for way in introductions(account, playbook, as_of)
        if way.hops and way.target.freshness is fresh and not helpers.comes(way.target)
    ]
    ways.sort(key=lambda way: way.hops[0].start not in helpers.there)
    return tuple((way.target.person.key, _by_way(way, helpers)) for way in ways[:1])


def _by_way(way: Way, helpers: _Helpers) -> Question:
    first, target = way.hops[0], way.target.person
    met = way.target.talk_age is not None
    text = f"Would you introduce us to {helpers.names[first.to]}?"
    why = f"last talk {way.target.talk_age} d ago" if met else "no talk with us on file"
    if len(way.hops) > 1:
        why = f"the way to {target.name}, {why}"
    elif met:
        text = f"What is new with {target.name}, and would you bring us together again?"
    return Question(text, helpers.names[first.start], why, target.place, there=first.start in helpers.there)


def _unknown_stand(people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    for who in _keys(people):
        if who.support is None:
            text = f"How does {who.person.name} see our work?"
            if helpers.comes(who):
                text = "What would you change about our work?"
            yield (
                who.person.key,
                helpers.ask(text, who, "not known how they stand", who.person.place),
            )


def _vacant(people: Sequence[Standing], helpers: _Helpers, as_of: datetime.date) -> Iterator[Gap]:
    for who in people:
        person = who.person
        if person.status is PersonStatus.VACANT:
            what = person.title or person.name
            days = f", {(as_of - person.since).days} d" if person.since and person.since <= as_of else ""
            text = f"Who decides while the post of {what} is empty?"
            yield person.key, helpers.ask(text, who, f"vacant{days}", person.place)


def _assumed(account: Account, people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    owners = {who.person.key: who for who in people if who.person.status is PersonStatus.ACTIVE}
    for initiative in account.initiatives:
        if initiative.basis is not Basis.ASSUMED:
            continue
        owner = owners.get(key_of(initiative.owner))
        text = f"Is “{initiative.name}” on your list, and what will be different once it is done?"
        yield _subject(initiative), helpers.put(text, owner, "we only assume this initiative", initiative.place)


def _subject(initiative: Initiative) -> str:
    return f"initiatives/{initiative.key}"


def _stale(people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    for who in people:
        if who.freshness is Freshness.STALE and who.person.status is PersonStatus.ACTIVE and helpers.comes(who):
            text = "What has changed for you since we last spoke?"
            yield who.person.key, helpers.ask(text, who, f"last talk {who.talk_age} d ago", who.person.place)
