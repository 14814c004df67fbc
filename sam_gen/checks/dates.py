"""Every date of an account's file: whether it says that something was done or seen, or what is to come."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sam_gen.checks.sayings import cut, quote
from sam_gen.model.account import Account
from sam_gen.model.care import Review, Validation
from sam_gen.model.identity import Identified
from sam_gen.model.people import Contact, PersonStatus
from sam_gen.model.record import Record

DATES: Mapping[str, str | None] = {
    "as_of": "The file of {client}",
    "initiatives.as_of": "{what}",
    "initiatives.due": None,
    "people.influence.as_of": "The influence of {who}",
    "people.support.as_of": "The support of {who}",
    "people.sees_us_as.as_of": "What {who} calls on us for",
    "initiatives.voices.as_of": "A voice on {what}",
    "people.last_contact": "The last talk with {who}",
    "people.since": "The first day of {who}",
    "people.until": "The last day of {who}",
    "contacts.date": "A talk on file",
    "meetings.date": None,
    "objectives.due": None,
    "objectives.done": "{what}",
    "objectives.measures.benchmarks.date": "A value measured for {what}",
    "actions.due": None,
    "actions.done": "{what}",
    "promises.due": None,
    "promises.kept": "{what}",
    "risks.due": None,
    "risks.closed": "{what}",
    "opportunities.due": None,
    "opportunities.heard": "{what}",
    "opportunities.closed": "The end of {what}",
    "footprint.until": None,
    "footprint.notice_by": None,
    "position.own_view.as_of": "Our own view of the position",
    "position.desired.as_of": "The position we want",
    "position.desired_by": None,
    "position.evidence.as_of": "A sign of the position",
    "position.signals.as_of": "A sign of moving apart",
    "position.signals.over": "The end of a sign of moving apart",
    "horizon.until": None,
    "economics.growth_by": None,
    "feedback.date": "What they said of us",
    "feedback.settled": "The answer to what they said of us",
    "resources.due": None,
    "insights.date": "{what}",
    "value.as_of": "{what}",
    "dependence.until": None,
    "sponsors.since": "The beginning of a sponsor pair",
    "cadence.next": None,
    "reviews.date": "A review on file",
    "reviews.decisions.due": None,
    "reviews.decisions.done": "{what}",
    "validation.date": "A validation on file",
    "transition.decided": "The decision to hand over",
    "transition.client_told": None,
    "transition.joint_meeting": None,
    "transition.taught_back": None,
    "transition.closed": "The end of the hand-over",
    "selection.date": "The choice of {client}",
    "selection.next_review": None,
    "ignore.until": None,
}
"""Each field that holds a date, with the words for it where it says what has happened; None where it lies ahead."""

PAST = tuple(path for path, words in DATES.items() if words is not None)

_AHEAD: Mapping[str, Callable[[Any], bool]] = {
    "people.since": lambda person: person.status is PersonStatus.ACTIVE,
    "people.until": lambda person: person.status is not PersonStatus.LEFT,
    "objectives.measures.benchmarks.date": lambda benchmark: benchmark.actual is None,
}
"""When such a field lies ahead all the same: somebody is announced, or nothing is measured yet."""


@dataclass(frozen=True)
class Dated:
    """A day on which something is said to have happened."""

    words: str
    record: Record
    field: str
    day: datetime.date
    subject: str
    """The record, as findings call it."""


def happened(account: Account) -> Iterator[Dated]:
    """Yield every day of the file on which something was done or seen, as the file says."""
    for path in PAST:
        *keys, field = path.split(".")
        for trail in _trails((("", account),), keys):
            record = trail[-1][1]
            day = getattr(record, field)
            if day is not None and not _AHEAD.get(path, lambda _: False)(record):
                yield Dated(_words(path, account, trail), record, field, day, _subject(trail, field))


_Trail = tuple[tuple[str, Record], ...]
"""The records from the account down to one, each with what it is called: people/rao, support/0, transition."""


def _trails(trail: _Trail, keys: Sequence[str]) -> Iterator[_Trail]:
    if not keys:
        yield trail
        return
    value = getattr(trail[-1][1], keys[0])
    if isinstance(value, Record):
        yield from _trails((*trail, (keys[0], value)), keys[1:])
    for i, record in enumerate(value if isinstance(value, tuple) else ()):
        yield from _trails((*trail, (f"{keys[0]}/{_name(record, i)}", record)), keys[1:])


def _name(record: Record, number: int) -> str:
    """Return the id of a record, the day of a talk or review, or else its number in the list."""
    if isinstance(record, Identified):
        return record.key
    return str(record.date if isinstance(record, Contact | Review | Validation) else number)


def _subject(trail: _Trail, field: str) -> str:
    """Name the record by the lists it stands in; one that stands in none, by its field."""
    lists = [name for name, _ in trail if "/" in name]
    return "/".join(lists) if lists else "" if len(trail) == 1 else f"{trail[-1][0]}/{field}"


def _words(path: str, account: Account, trail: _Trail) -> str:
    called = next(filter(None, (_called(record) for _, record in trail[1:])), "")
    return (DATES[path] or "").format(client=cut(account.name), who=cut(called), what=quote(called))


def _called(record: Record) -> str:
    """Return what a reader calls a record; nothing for one without name or words."""
    return str(getattr(record, "name", None) or getattr(record, "what", None) or "")
