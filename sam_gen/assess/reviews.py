"""Whether reviews keep their rhythm, which decisions are open, and what has changed since the last one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.alike import alike
from sam_gen.model.account import Account
from sam_gen.model.care import Cadence, Decision, Review
from sam_gen.model.claims import Grounds
from sam_gen.model.people import Person, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Rhythm:
    """One agreed cadence, and whether it is kept."""

    cadence: Cadence
    last: datetime.date | None
    next: datetime.date | None
    """The agreed day, if it lies ahead."""
    due: datetime.date | None
    """The last one plus the rhythm; without a last one the agreed day; None if neither is known."""
    late: int
    """Days since it was due; 0 if it is not."""


def past_reviews(account: Account, as_of: datetime.date) -> tuple[Review, ...]:
    """Return the reviews that took place, the newest first."""
    past = (review for review in account.reviews if review.date <= as_of)
    return tuple(sorted(past, key=lambda review: (review.date, review.place), reverse=True))


def rhythms(account: Account, as_of: datetime.date) -> tuple[Rhythm, ...]:
    """Return every agreed cadence in the order of the file."""
    return tuple(_rhythm(cadence, account, as_of) for cadence in account.cadence)


def _rhythm(cadence: Cadence, account: Account, as_of: datetime.date) -> Rhythm:
    last = next((review.date for review in past_reviews(account, as_of) if review.kind is cadence.kind), None)
    due = last + datetime.timedelta(days=cadence.every) if last else cadence.next
    ahead = cadence.next if cadence.next and cadence.next >= as_of else None
    return Rhythm(cadence, last, ahead, due, max(0, (as_of - due).days) if due else 0)


@dataclass(frozen=True)
class Decided:
    """One decision of a review."""

    review: Review
    decision: Decision
    open: bool
    days: int | None
    """Days until it is due, negative is late; None without a day."""


def decisions(account: Account, as_of: datetime.date) -> tuple[Decided, ...]:
    """Return every decision: the open ones by day, then the done ones, the newest first."""
    found = [
        _decided(review, decision, as_of) for review in past_reviews(account, as_of) for decision in review.decisions
    ]
    still = sorted((one for one in found if one.open), key=lambda one: one.decision.due or datetime.date.max)
    done = sorted(
        (one for one in found if not one.open), key=lambda one: one.decision.done or datetime.date.min, reverse=True
    )
    return (*still, *done)


def _decided(review: Review, decision: Decision, as_of: datetime.date) -> Decided:
    still = decision.done is None or decision.done > as_of
    return Decided(review, decision, still, (decision.due - as_of).days if decision.due else None)


class ChangeKind(StrEnum):
    """What sort of news a change is."""

    TALK = "talk"
    DONE = "done"
    KEPT = "kept"
    REACHED = "reached"
    STAND = "stand"
    INFLUENCE = "influence"
    INITIATIVE = "initiative"
    POSITION = "position"
    VALUE = "value"
    CAME = "came"
    LEFT = "left"
    CLOSED = "closed"


@dataclass(frozen=True)
class Change:
    """One thing that happened, or was learnt, on a day."""

    date: datetime.date
    kind: ChangeKind
    record: Record
    person: Person | None = None


def last_review(account: Account, as_of: datetime.date) -> Review | None:
    """Return the newest review of any kind."""
    return next(iter(past_reviews(account, as_of)), None)


def looked_at_since(account: Account, playbook: Playbook, as_of: datetime.date) -> datetime.date:
    """Return the day of the last review, or the day so far back that a review should have been."""
    last = last_review(account, as_of)
    return last.date if last else as_of - datetime.timedelta(days=playbook.method.windows.without_review)


def changes(account: Account, since: datetime.date, as_of: datetime.date) -> tuple[Change, ...]:
    """Return what happened after one day and up to another, the newest first."""
    found = [
        *(Change(contact.date, ChangeKind.TALK, contact) for contact in account.contacts),
        *_talks_of_a_day(account),
        *_finished(account),
        *_of_people(account),
        *_claims(account),
    ]
    new = (change for change in found if since < change.date <= as_of)
    return tuple(sorted(new, key=lambda change: (-change.date.toordinal(), change.record.place)))


def _talks_of_a_day(account: Account) -> Iterator[Change]:
    """Return the talks of which the file knows the day alone."""
    noted = {(contact.date, key_of(who)) for contact in account.contacts for who in contact.theirs}
    for person in account.people:
        if person.last_contact and (person.last_contact, person.key) not in noted:
            yield Change(person.last_contact, ChangeKind.TALK, person, person)


def _finished(account: Account) -> Iterator[Change]:
    for action in account.actions:
        if action.done:
            yield Change(action.done, ChangeKind.DONE, action)
    for promise in account.promises:
        if promise.kept:
            yield Change(promise.kept, ChangeKind.KEPT, promise)
    for objective in account.objectives:
        if objective.done:
            yield Change(objective.done, ChangeKind.REACHED, objective)
    for risk in account.risks:
        if risk.closed:
            yield Change(risk.closed, ChangeKind.CLOSED, risk)
    for review in account.reviews:
        for decision in review.decisions:
            if decision.done and not _done_elsewhere(account, decision):
                yield Change(decision.done, ChangeKind.DONE, decision)


def _done_elsewhere(account: Account, decision: Decision) -> bool:
    """Whether an action or a promise that says the same was done that day: one thing is news once."""
    lines = [*((one.done, one.what) for one in account.actions), *((one.kept, one.what) for one in account.promises)]
    return any(day == decision.done and alike(what, decision.what) for day, what in lines)


def _of_people(account: Account) -> Iterator[Change]:
    for person in account.people:
        if person.since:
            yield Change(person.since, ChangeKind.CAME, person, person)
        if person.until and person.status is PersonStatus.LEFT:
            yield Change(person.until, ChangeKind.LEFT, person, person)


def _claims(account: Account) -> Iterator[Change]:
    """Return the claims that carry a day of their own; the file's date says when somebody typed, not what changed."""
    for person in account.people:
        yield from _dated(person.support, ChangeKind.STAND, person)
        yield from _dated(person.influence, ChangeKind.INFLUENCE, person)
    yield from _dated(account.initiatives, ChangeKind.INITIATIVE)
    if account.position:
        yield from _dated(account.position.evidence, ChangeKind.POSITION)
    for value in account.value:
        if value.as_of:
            yield Change(value.as_of, ChangeKind.VALUE, value)


def _dated(claims: tuple[Grounds, ...], kind: ChangeKind, person: Person | None = None) -> Iterator[Change]:
    for claim in claims:
        if claim.as_of:
            yield Change(claim.as_of, kind, claim, person)
