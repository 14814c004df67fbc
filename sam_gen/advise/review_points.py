"""What may be on the agenda of a review: twelve kinds of reason, each from a figure or from what has changed.

Each kind of reason gives one point, the most pressing of its kind, and says how many more there are: nine late lines
are seldom nine matters. The kinds come in one fixed order:

 1. a promise of ours that is late: whoever waits for us hears nothing else before it;
 2. a decision of an earlier review that was not carried out, or the next one decides for nothing;
 3. a measure that is off track;
 4. an objective that nobody measures, or whose benchmark passed unmeasured;
 5. among ourselves: a claim that something rests on and that has expired; the client is not asked about our file;
 6. with the client: a benefit they have not confirmed;
 7. a contract with us that ends before the review after this one, or so soon that its future is on the table;
 8. the middle of the plan;
 9. among ourselves: a key player who came, left, or stands otherwise than at the last review;
10. a wish of theirs that is not settled;
11. a validation that is missing or old;
12. among ourselves: a benefit they have not confirmed; here it is only asked who asks.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.claims import held
from sam_gen.assess.evidence_debt import debt
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import standings
from sam_gen.assess.plan import Track, contract_ends, open_objectives, open_opportunities, tracked, validations
from sam_gen.assess.reviews import ChangeKind, changes, looked_at_since
from sam_gen.assess.rhythm import midpoint
from sam_gen.assess.value import Outcome, Side, benefits, promises
from sam_gen.model.account import Account
from sam_gen.model.care import Value, ValueStatus
from sam_gen.model.people import Person
from sam_gen.model.plan import Measure, OpportunityKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of


class PointKind(StrEnum):
    """The reasons for a point, in the order of choice."""

    PROMISE = "promise"
    DECISION = "decision"
    OFF_TRACK = "off_track"
    UNMEASURED = "unmeasured"
    EVIDENCE = "evidence"
    VALUE = "value"
    CONTRACT = "contract"
    MIDPOINT = "midpoint"
    CHANGED = "changed"
    WISH = "wish"
    VALIDATION = "validation"
    UNCONFIRMED = "unconfirmed"
    """A benefit to be confirmed, spoken of among ourselves."""


@dataclass(frozen=True)
class Point:
    """One point: what it is about, why now, and who presents it."""

    kind: PointKind
    what: str
    who: str | None = None
    """Who presents it, as a reference; None where nobody is named."""
    whom: str | None = None
    """Whom it is about: to whom it was promised, who was to do it, whom to ask, who wishes."""
    day: datetime.date | None = None
    number: int = 1
    """How many of its kind there are; the point is about the first."""
    record: Record | None = None
    measure: Measure | None = None
    changed: ChangeKind | None = None


@dataclass(frozen=True)
class Outlook:
    """One account on one day, and how far its next review has to think."""

    account: Account
    playbook: Playbook
    as_of: datetime.date
    client: bool
    """Whether the client sits at the table."""
    until: datetime.date
    """The day up to which it has to think."""


# What was said ------------------------------------------------------------------------------


def _promise(seen: Outlook) -> Point | None:
    late = [
        one.promise
        for one in promises(seen.account, seen.playbook, seen.as_of)
        if one.side is Side.OURS and one.outcome is Outcome.LATE
    ]
    if not late:
        return None
    first = late[0]
    return Point(PointKind.PROMISE, first.what, first.by, first.to, first.due, len(late), first)


def _decision(seen: Outlook) -> Point | None:
    late = [
        item
        for item in open_items(seen.account, seen.as_of)
        if item.kind is ItemKind.DECISION and item.overdue and _known(seen, item.review)
    ]
    if not late:
        return None
    first = late[0]
    return Point(PointKind.DECISION, first.what, first.owner, first.owner, first.due, len(late), first.review)


def _known(seen: Outlook, review: Record | None) -> bool:
    """Whether those in the room know of it: with the client only what was decided with them."""
    return not seen.client or bool(getattr(review, "theirs", ()))


# Figures --------------------------------------------------------------------------------------


def _off_track(seen: Outlook) -> Point | None:
    off = [
        (state.due.date, one, measure)
        for one in open_objectives(seen.account, seen.as_of)
        for measure in one.measures
        if (state := tracked(measure, seen.as_of)).track is Track.OFF and state.due
    ]
    if not off:
        return None
    day, first, measure = min(off, key=lambda found: found[0])
    return Point(PointKind.OFF_TRACK, first.name, first.owner, None, day, len(off), first, measure)


def _unmeasured(seen: Outlook) -> Point | None:
    still = open_objectives(seen.account, seen.as_of)
    passed = [
        (state.due.date, one, measure)
        for one in still
        for measure in one.measures
        if (state := tracked(measure, seen.as_of)).track is Track.NOT_MEASURED and state.due
    ]
    bare = [one for one in still if not one.measures]
    total = len(passed) + len(bare)
    if passed:
        day, first, measure = min(passed, key=lambda found: found[0])
        return Point(PointKind.UNMEASURED, first.name, first.owner, None, day, total, first, measure)
    return Point(PointKind.UNMEASURED, bare[0].name, bare[0].owner, None, None, total, bare[0]) if bare else None


def _evidence(seen: Outlook) -> Point | None:
    if seen.client:
        return None
    expired = [one for one in debt(seen.account, seen.playbook, seen.as_of).owed if one.expired]
    if not expired:
        return None
    first = expired[0]
    what = f"{first.rests.value}: {first.what}"
    return Point(PointKind.EVIDENCE, what, first.owner, first.whom, first.day, len(expired))


def _value(seen: Outlook) -> Point | None:
    return _unconfirmed(seen, PointKind.VALUE) if seen.client else None


def _value_alone(seen: Outlook) -> Point | None:
    return None if seen.client else _unconfirmed(seen, PointKind.UNCONFIRMED)


def _unconfirmed(seen: Outlook, kind: PointKind) -> Point | None:
    """Choose a disputed benefit before a large one, and a large one before a small one."""
    values = [one for one in benefits(seen.account, seen.as_of) if one.status is not ValueStatus.CONFIRMED]
    if not values:
        return None
    first = max(values, key=lambda one: (one.status is ValueStatus.DISPUTED, one.amount or 0))
    return Point(kind, first.what, None, _whose_value(seen, first), first.as_of, len(values), first)


def _whose_value(seen: Outlook, value: Value) -> str | None:
    """Return who would know: whoever measured or doubted it, else whoever answers for the initiative it serves."""
    serves = next((one for one in seen.account.initiatives if value.for_ and one.key == key_of(value.for_)), None)
    return value.who or (serves.owner if serves else None)


def _contract(seen: Outlook) -> Point | None:
    ends = [one for one in contract_ends(seen.account, seen.as_of) if one[0] <= seen.until]
    if not ends:
        return None
    day, units, _ = ends[0]
    renewals = (one for one in open_opportunities(seen.account, seen.as_of) if one.kind is OpportunityKind.RENEW)
    owner = next((one.owner for one in renewals if one.owner), None)
    return Point(PointKind.CONTRACT, ", ".join(units), owner, None, day, len(ends))


def _midpoint(seen: Outlook) -> Point | None:
    middle = midpoint(seen.account, seen.playbook, seen.as_of)
    if middle is None or not middle.near:
        return None
    return Point(PointKind.MIDPOINT, "", None, None, middle.day, len(middle.dues))


# What has changed -----------------------------------------------------------------------------


def _changed(seen: Outlook) -> Point | None:
    if seen.client:
        return None
    since = looked_at_since(seen.account, seen.playbook, seen.as_of)
    keys = {who.person.key for who in standings(seen.account, seen.playbook, since) if who.key_player}
    keys |= {who.person.key for who in standings(seen.account, seen.playbook, seen.as_of) if who.key_player}
    moved = (ChangeKind.LEFT, ChangeKind.CAME, ChangeKind.STAND)
    found = [
        one
        for one in changes(seen.account, since, seen.as_of)
        if one.kind in moved and one.person and one.person.key in keys
        and (one.kind is not ChangeKind.STAND or _turned(seen, one.person, since))
    ]  # fmt: skip
    if not found:
        return None
    first = min(found, key=lambda one: moved.index(one.kind))
    assert first.person
    people = len({one.person.key for one in found if one.person})
    return Point(
        PointKind.CHANGED, first.person.name, first.person.owner, None, first.date, people, first.person,
        changed=first.kind,
    )  # fmt: skip


def _turned(seen: Outlook, person: Person, since: datetime.date) -> bool:
    """Whether somebody stands otherwise than on an earlier day; a first stand is no turn."""
    before = held(person.support, seen.account.as_of, since)
    now = held(person.support, seen.account.as_of, seen.as_of)
    return before is not None and now is not None and before.value is not now.value


def _wish(seen: Outlook) -> Point | None:
    open_ = unsettled(seen.account, seen.as_of)
    if not open_:
        return None
    first = min(open_, key=lambda one: one.date)
    return Point(PointKind.WISH, first.wants or "", None, first.who, first.date, len(open_), first)


def _validation(seen: Outlook) -> Point | None:
    last = next(iter(validations(seen.account, seen.as_of)), None)
    if last is None:
        return Point(PointKind.VALIDATION, "")
    if (seen.as_of - last.date).days <= seen.playbook.method.windows.validation_lasts:
        return None
    return Point(PointKind.VALIDATION, "", None, last.who, last.date)


_KINDS: tuple[Callable[[Outlook], Point | None], ...] = (
    _promise,
    _decision,
    _off_track,
    _unmeasured,
    _evidence,
    _value,
    _contract,
    _midpoint,
    _changed,
    _wish,
    _validation,
    _value_alone,
)


def points(seen: Outlook) -> list[Point]:
    """Return the points that hold, in the order of their kinds."""
    return [point for find in _KINDS if (point := find(seen))]
