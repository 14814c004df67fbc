"""What to ask the client next: the gaps that matter most, each as a question somebody can answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.assess.people import Freshness, Standing
from sam_gen.model.account import Account, Initiative, PersonStatus
from sam_gen.model.claims import Basis
from sam_gen.model.place import Place

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
    """Return at most four questions: unknown key players first, then vacancies, then what we only assume.

    Each comes from one gap in the file and names the person or initiative it is about.
    """
    helper = _helper(people)
    gaps = [
        *_unmet(people, helper),
        *_unknown_stand(people, helper),
        *_vacant(people, helper, as_of),
        *_assumed(account, people, helper),
        *_stale(people, helper),
    ]
    one_each: dict[str, Question] = {}
    for subject, question in gaps:
        one_each.setdefault(subject, question)
    return tuple(one_each.values())[:MOST]


def _helper(people: Sequence[Standing]) -> Standing | None:
    """Find who would answer: for us, and spoken to last."""
    friends = [who for who in people if who.for_us and who.last_talk and who.person.status is PersonStatus.ACTIVE]
    return max(friends, key=lambda who: (who.last_talk or datetime.date.min), default=None)


def _whom(about: Standing | None, helper: Standing | None) -> str:
    return helper.person.name if helper and helper is not about else "whoever knows the house"


Gap = tuple[str, Question]


def _keys(people: Sequence[Standing]) -> list[Standing]:
    return [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]


def _unmet(people: Sequence[Standing], helper: Standing | None) -> Iterator[Gap]:
    for who in _keys(people):
        if who.freshness is Freshness.NEVER:
            text = f"Would you introduce us to {who.person.name}?"
            yield who.person.key, Question(text, _whom(who, helper), "no talk with us on file", who.person.place)


def _unknown_stand(people: Sequence[Standing], helper: Standing | None) -> Iterator[Gap]:
    for who in _keys(people):
        if who.support is None:
            text = f"How does {who.person.name} see our work?"
            yield who.person.key, Question(text, _whom(who, helper), "not known how they stand", who.person.place)


def _vacant(people: Sequence[Standing], helper: Standing | None, as_of: datetime.date) -> Iterator[Gap]:
    for who in people:
        person = who.person
        if person.status is PersonStatus.VACANT:
            what = person.title or person.name
            days = f", {(as_of - person.since).days} d" if person.since and person.since <= as_of else ""
            text = f"Who decides while the post of {what} is empty?"
            yield person.key, Question(text, _whom(who, helper), f"vacant{days}", person.place)


def _assumed(account: Account, people: Sequence[Standing], helper: Standing | None) -> Iterator[Gap]:
    owners = {who.person.key: who for who in people if who.person.status is PersonStatus.ACTIVE}
    for initiative in account.initiatives:
        if initiative.basis is not Basis.ASSUMED:
            continue
        owner = owners.get(initiative.owner or "")
        whom = owner.person.name if owner else _whom(None, helper)
        text = f"What would tell you that “{initiative.name}” has worked?"
        yield _subject(initiative), Question(text, whom, "we only assume this initiative", initiative.place)


def _subject(initiative: Initiative) -> str:
    return f"initiatives/{initiative.key}"


def _stale(people: Sequence[Standing], helper: Standing | None) -> Iterator[Gap]:
    for who in _keys(people):
        if who.freshness is Freshness.STALE:
            text = f"What has changed for {who.person.name} since we last spoke?"
            why = f"last talk {who.talk_age} d ago"
            yield who.person.key, Question(text, _whom(who, helper), why, who.person.place)
