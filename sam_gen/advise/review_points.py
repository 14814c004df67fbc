"""The points a review can have: each kind of reason gives one, the most pressing of its kind, or none."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from sam_gen.advise.once import names_of, telling
from sam_gen.advise.review_point import Point, PointKind, Seen
from sam_gen.advise.review_value import alone, with_client
from sam_gen.advise.twice import answers
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.claims import held
from sam_gen.assess.evidence_debt import debt
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import standings
from sam_gen.assess.plan import (
    Response,
    Track,
    as_it_stands,
    contract_ends,
    open_objectives,
    open_opportunities,
    open_risks,
    tracked,
    validations,
)
from sam_gen.assess.reviews import ChangeKind, changes, looked_at_since
from sam_gen.assess.rhythm import midpoint
from sam_gen.assess.steps_about import steps_about
from sam_gen.assess.value import Outcome, Side, promises
from sam_gen.model.business import Feedback
from sam_gen.model.care import Review
from sam_gen.model.people import Person
from sam_gen.model.plan import OpportunityKind
from sam_gen.model.scalars import key_of

# What it is held for, and what was said ---------------------------------------------------------


def _subject(seen: Seen) -> Point | None:
    meeting = seen.held.meeting if seen.held else None
    due = tuple(item for item in _decided(seen) if item.due and item.due == seen.day)
    if meeting is None and not due:
        return None
    what = meeting.what if meeting else due[0].what
    return Point(PointKind.SUBJECT, what, None, due[0].owner if due else None, seen.day, 1, meeting, due=due)


def _promise(seen: Seen) -> Point | None:
    late = [
        one.promise
        for one in promises(seen.account, seen.playbook, seen.as_of)
        if one.side is Side.OURS and one.outcome is Outcome.LATE
    ]
    if not late:
        return None
    first = next((one for one in late if seen.client and seen.comes(one.to)), late[0])
    return Point(PointKind.PROMISE, first.what, first.by, first.to, first.due, len(late), first)


def _decided(seen: Seen) -> list[Item]:
    """Return the open decisions that those who come know of."""
    return [
        item
        for item in open_items(seen.account, seen.as_of)
        if item.kind is ItemKind.DECISION and (seen.held is None or seen.held.follows(item.review))
    ]


def _decision(seen: Seen) -> Point | None:
    late = [item for item in _decided(seen) if item.overdue]
    if not late:
        return None
    first = late[0]
    return Point(PointKind.DECISION, first.what, first.owner, first.owner, first.due, len(late), first.review)


def _risk(seen: Seen) -> Point | None:
    """Look among ourselves at what we do about the heaviest risks: at the review it should be done."""
    if seen.client:
        return None
    by = seen.day or seen.as_of
    heavy = [one.risk for one in open_risks(seen.account, seen.playbook, seen.as_of) if one.asks is Response.ACT]
    due = sorted(
        (one for one in heavy if one.due and one.due <= by), key=lambda one: (one.due or datetime.date.max, one.place)
    )
    if not due:
        return None
    first = due[0]
    return Point(PointKind.RISK, first.what, first.owner, first.owner, first.due, len(due), first)


# Figures --------------------------------------------------------------------------------------


def _off_track(seen: Seen) -> Point | None:
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


def _unmeasured(seen: Seen) -> Point | None:
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


def _evidence(seen: Seen) -> Point | None:
    if seen.client:
        return None
    expired = [one for one in debt(seen.account, seen.playbook, seen.as_of).owed if one.expired]
    if not expired:
        return None
    first = expired[0]
    what = f"{first.rests.value}: {first.what}"
    return Point(PointKind.EVIDENCE, what, first.owner, first.whom, first.day, len(expired))


def _contract(seen: Seen) -> Point | None:
    ends = [one for one in contract_ends(seen.account, seen.as_of) if one[0] <= seen.until]
    if not ends:
        return None
    day, units, _ = ends[0]
    renewals = [one for one in open_opportunities(seen.account, seen.as_of) if one.kind is OpportunityKind.RENEW]
    owner = next((one.owner for one in renewals if one.owner), None)
    step = next((one for one in renewals if one.due and one.due <= day), None)
    return Point(PointKind.CONTRACT, ", ".join(units), owner, None, day, len(ends), step)


def _midpoint(seen: Seen) -> Point | None:
    """Give the middle of the plan to the reviews around it; to one that comes long after, it is past."""
    middle = midpoint(seen.account, seen.playbook, seen.as_of)
    if middle is None or not middle.near:
        return None
    around = datetime.timedelta(days=seen.playbook.method.windows.midpoint_ahead)
    if middle.day >= seen.as_of and seen.day and seen.day > middle.day + around:
        return None
    return Point(PointKind.MIDPOINT, "", None, None, middle.day, len(middle.dues), middle=middle)


# What has changed -----------------------------------------------------------------------------


def _changed(seen: Seen) -> Point | None:
    if seen.client:
        return None
    since = _since(seen)
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


def _since(seen: Seen) -> datetime.date:
    """Return the day of the last review of this kind; without one, of any."""
    last: Review | None = seen.held.last if seen.held else None
    return last.date if last else looked_at_since(seen.account, seen.playbook, seen.as_of)


def _turned(seen: Seen, person: Person, since: datetime.date) -> bool:
    """Whether somebody stands otherwise than on an earlier day; a first stand is no turn."""
    before = held(person.support, seen.account.as_of, since)
    now = held(person.support, seen.account.as_of, seen.as_of)
    return before is not None and now is not None and before.value is not now.value


def _wish(seen: Seen) -> Point | None:
    """Take the oldest wish of which they do not hear before the review."""
    open_ = [one for one in unsettled(seen.account, seen.as_of) if not _heard_before(seen, one)]
    if not open_:
        return None
    first = min(open_, key=lambda one: one.date)
    return Point(PointKind.WISH, first.wants or "", None, first.who, first.date, len(open_), first)


def _heard_before(seen: Seen, wish: Feedback) -> bool:
    """Whether a step of ours about whoever asked falls due before the review and speaks of what they asked for."""
    who = next((one for one in seen.whole.people if one.key == key_of(wish.who)), None)
    if who is None:
        return False
    names, said = names_of(seen.whole, seen.playbook), telling(wish.wants or "")
    steps = [one for one in steps_about(seen.whole, who, seen.as_of) if one.due and not one.overdue]
    ahead = [one for one in steps if one.due and (seen.day is None or one.due < seen.day)]
    return any(answers(one, wish, names) or said & telling(one.what, names) for one in ahead)


def _validation(seen: Seen) -> Point | None:
    """Ask for it with the client only where a goal of the plan lies on the table: of nothing else can they say yes."""
    last = next(iter(validations(seen.account, seen.as_of)), None)
    if seen.client and not seen.account.objectives:
        return None
    if last is None:
        return Point(PointKind.VALIDATION, "")
    if as_it_stands(last, seen.playbook, seen.as_of):
        return None
    return Point(PointKind.VALIDATION, "", None, last.who, last.date)


FINDERS: tuple[Callable[[Seen], Point | None], ...] = (
    _subject,
    _promise,
    _decision,
    _risk,
    _off_track,
    _unmeasured,
    _evidence,
    with_client,
    _contract,
    _midpoint,
    _changed,
    _wish,
    _validation,
    alone,
)
