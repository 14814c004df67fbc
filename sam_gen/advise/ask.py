"""What to ask the client next: the gaps that matter most, each as a question somebody can answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.people import Freshness, Standing
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus
from sam_gen.model.place import Place
from sam_gen.model.plan import Initiative

MOST = 4
"""More questions than that are an interview."""


@dataclass(frozen=True)
class Question:
    """One question, whom to put it to, and what we lack."""

    text: str
    whom: str
    why: str
    place: Place


def questions(account: Account, people: Sequence[Standing], as_of: datetime.date) -> tuple[Question, ...]:
    """Return at most four questions: key players nobody has named or met first, then what we assume last.

    Between the two stand who comes to the next meeting after a long silence, stands nobody knows, and vacancies.

    Each comes from one gap in the file and is put to somebody who can answer: what we lack about somebody who comes
    to the next meeting to that person, in words for their ears; anything else to who will be there, else to who we
    still talk to.
    """
    helpers = _Helpers(account, people, as_of)
    gaps = [
        *_unnamed(account, people, helpers),
        *_unmet(people, helpers),
        *_stale([who for who in people if helpers.comes(who)], helpers),
        *_unknown_stand(people, helpers),
        *_vacant(people, helpers, as_of),
        *_assumed(account, people, helpers),
        *_stale(_keys(people), helpers),
    ]
    one_each: dict[str, Question] = {}
    for subject, question in gaps:
        one_each.setdefault(subject, question)
    return tuple(one_each.values())[:MOST]


class _Helpers:
    """Who at the client could answer a question about a colleague."""

    def __init__(self, account: Account, people: Sequence[Standing], as_of: datetime.date) -> None:
        coming = meetings_to_come(account, as_of)[:1]
        self.there = {_key(who) for meeting in coming for who in meeting.theirs}
        self.near = {who.person.key: _key(who.person.reports_to) for who in people}
        self.ties = {(_key(tie.from_), _key(tie.to)) for tie in account.influences}
        self.talking = [who for who in people if who.last_talk and who.person.status is PersonStatus.ACTIVE]

    def name(self, about: Standing | None) -> str:
        """Name who should be asked: the person themself if they come, else who comes, is near, for us, met lately."""
        if about and self.comes(about):
            return about.person.name
        others = [who for who in self.talking if who is not about]
        best = max(others, key=lambda who: self._rank(who, about), default=None)
        return best.person.name if best else "whoever knows the house"

    def comes(self, who: Standing) -> bool:
        """Whether somebody will be at the next meeting."""
        return who.person.key in self.there

    def _rank(self, who: Standing, about: Standing | None) -> tuple[bool, int, bool, int]:
        key, other = who.person.key, about.person.key if about else ""
        manager = self.near[key]
        near = manager == other or self.near.get(other) == key or bool({(key, other), (other, key)} & self.ties)
        peers = manager == self.near.get(other) != ""
        closeness = 2 * near or int(peers) if other else 0
        return key in self.there, closeness, who.for_us, -(who.talk_age or 0)


def _key(reference: str | None) -> str:
    return (reference or "").rpartition("/")[2]


Gap = tuple[str, Question]


def _keys(people: Sequence[Standing]) -> list[Standing]:
    return [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]


def _unnamed(account: Account, people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    if not any(who.key_player for who in people):
        text = "Who decides about our work, and who could say no?"
        yield "people", Question(text, helpers.name(None), "no key player in the file", account.place_of("people"))


def _unmet(people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    for who in _keys(people):
        if who.freshness is Freshness.NEVER:
            text = f"Would you introduce us to {who.person.name}?"
            if helpers.comes(who):
                text = "What should we know of your work before we speak of ours?"
            yield (
                who.person.key,
                Question(text, helpers.name(who), "no talk with us on file", who.person.place),
            )


def _unknown_stand(people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    for who in _keys(people):
        if who.support is None:
            text = f"How does {who.person.name} see our work?"
            if helpers.comes(who):
                text = "What would you change about our work?"
            yield (
                who.person.key,
                Question(text, helpers.name(who), "not known how they stand", who.person.place),
            )


def _vacant(people: Sequence[Standing], helpers: _Helpers, as_of: datetime.date) -> Iterator[Gap]:
    for who in people:
        person = who.person
        if person.status is PersonStatus.VACANT:
            what = person.title or person.name
            days = f", {(as_of - person.since).days} d" if person.since and person.since <= as_of else ""
            text = f"Who decides while the post of {what} is empty?"
            yield person.key, Question(text, helpers.name(who), f"vacant{days}", person.place)


def _assumed(account: Account, people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    owners = {who.person.key: who for who in people if who.person.status is PersonStatus.ACTIVE}
    for initiative in account.initiatives:
        if initiative.basis is not Basis.ASSUMED:
            continue
        owner = owners.get(_key(initiative.owner))
        whom = owner.person.name if owner else helpers.name(None)
        text = f"Is “{initiative.name}” on your list, and what will be different once it is done?"
        yield _subject(initiative), Question(text, whom, "we only assume this initiative", initiative.place)


def _subject(initiative: Initiative) -> str:
    return f"initiatives/{initiative.key}"


def _stale(people: Sequence[Standing], helpers: _Helpers) -> Iterator[Gap]:
    for who in people:
        if who.freshness is Freshness.STALE and who.person.status is PersonStatus.ACTIVE:
            text = f"What is new with {who.person.name}, and would you bring us together again?"
            if helpers.comes(who):
                text = "What has changed for you since we last spoke?"
            why = f"last talk {who.talk_age} d ago"
            yield who.person.key, Question(text, helpers.name(who), why, who.person.place)
