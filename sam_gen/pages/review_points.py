"""The points of a review in words: what each is, why it is on the agenda, and the question to decide.

With the client at the table a sentence speaks to them, and whatever it says must hold on the day they sit there.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from sam_gen.advise.review_agenda import Agenda
from sam_gen.advise.review_point import Point, PointKind
from sam_gen.assess.agenda import Item
from sam_gen.assess.claims import held
from sam_gen.assess.plan import Track, tracked, validations
from sam_gen.assess.reviews import ChangeKind
from sam_gen.model.care import Review, Value, ValueStatus
from sam_gen.model.people import Person
from sam_gen.model.plan import Benchmark, Measure, Opportunity, Promise, Risk
from sam_gen.pages.blocks import Sight, figure
from sam_gen.pages.measured import with_unit
from sam_gen.pages.words import amount, capital, count, number

Said = tuple[str, str, str]
"""What a point is, why it is on the agenda, and the question to decide."""


@dataclass(frozen=True)
class _Told:
    """Of which review a point is told: what is said must hold on its day, and to those who sit there."""

    sight: Sight
    client: bool
    day: datetime.date | None
    """The day of the review; None where none is agreed."""

    @property
    def on(self) -> datetime.date:
        """The day the sentences are read."""
        return self.day or self.sight.as_of


def said(sight: Sight, point: Point, found: Agenda) -> Said:
    """Say one point of an agenda."""
    return _SAYS[point.kind](_Told(sight, found.client, found.day), point)


def _others(point: Point, one: str, many: str) -> str:
    """Name how many more of the kind there are."""
    return f"; {count(point.number - 1, one, many)}" if point.number > 1 else ""


def _who_at(told: _Told, does: str) -> str:
    return f"Who {'of you' if told.client else f'at {told.sight.account.name}'} {does}?"


def _for(told: _Told, day: datetime.date | None) -> str:
    return f"for {told.sight.day(day)}, late" if day else "without a day"


def _subject(told: _Told, point: Point) -> Said:
    sight, day = told.sight, point.day
    assert day is not None
    if not point.due:
        return (
            point.what,
            f"What we meet for on {sight.day(day)}",
            "What do we agree on it, who does it, and by which day?",
        )
    first = point.due[0]
    rest = len(point.due) - 1
    more = f"; {count(rest, 'more decision is', 'more decisions are')} due that day" if rest else ""
    asks = "What is decided, from which day does it hold, and who carries it out?"
    return point.what, capital(f"{_agreed(told, first, point.what)}{more}"), asks


def _agreed(told: _Told, item: Item, what: str) -> str:
    """Say of a decision that falls due whence it is and who has it; in its own words unless they stand above."""
    sight = told.sight
    words = "" if item.what == what else f"“{item.what}”, "
    taken = f"from {sight.day(item.review.date)}, " if isinstance(item.review, Review) else ""
    due = f"due {sight.day(item.due)}" if item.due else "no day"
    owner = sight.names.full(item.owner)
    return f"{words}{taken}{due}; {f'{owner} has it' if owner else 'without an owner'}"


def _promise(told: _Told, point: Point) -> Said:
    names = told.sight.names
    assert isinstance(point.record, Promise)
    by, to = names.full(point.record.by) or "us", names.full(point.whom)
    why = f"{by} promised it{f' to {to}' if to else ''} {_for(told, point.day)}"
    others = _others(point, "more promise of ours is late", "more promises of ours are late")
    asks = "On which day do you have it?" if told.client else "On which day is it done, or do we take it back?"
    return point.what, f"{why}{others}", asks


def _decision(told: _Told, point: Point) -> Said:
    sight, review = told.sight, point.record
    assert isinstance(review, Review)
    owner, gone = sight.names.full(point.whom), sight.names.left(point.whom)
    has = f"{owner} had it and has left" if gone else f"{owner} has it" if owner else "without an owner"
    due = f"was due {sight.day(point.day)}" if point.day else "no day"
    others = _others(point, "more decision is late", "more decisions are late")
    asks = "Who does it, by which day, or is it struck out?"
    if told.client:
        asks = (
            "Who of you takes it over, by which day, or is it struck out?"
            if gone
            else "By which day is it done, or is it struck out?"
        )
    return point.what, f"Decided {sight.day(review.date)}; {has}; {due}{others}", asks


def _off_track(told: _Told, point: Point) -> Said:
    """Say by how much; only a plan that one of them has gone through holds a value that was agreed."""
    assert point.measure is not None
    sight, state = told.sight, tracked(point.measure, told.sight.as_of)
    assert state.due is not None
    theirs = bool(validations(sight.account, sight.as_of))
    is_, was = with_unit(state.due.actual, point.measure.unit), figure(state.due.target)
    should = f"{was} was agreed" if theirs else f"our plan says {was}"
    why = f"{point.measure.name}: {is_} on {sight.day(state.due.date)}, {should}"
    mark = _mark_after(point.measure, told.on)
    ahead = f"so that it is {figure(mark.target)} by {sight.day(mark.date)}" if mark else "now"
    others = _others(point, "more measure is off", "more measures are off")
    instead = "and is that the right mark?" if mark else "and which mark shall hold?"
    instead = "or which value holds instead?" if theirs else instead
    return point.what, f"{why}{others}", f"What do we change {ahead}, {instead}"


def _mark_after(measure: Measure, day: datetime.date) -> Benchmark | None:
    """Return the next mark that still lies ahead when the review sits."""
    ahead = [one for one in measure.benchmarks if one.target is not None and one.date > day]
    return min(ahead, key=lambda one: one.date, default=None)


def _unmeasured(told: _Told, point: Point) -> Said:
    others = _others(point, "more is not measured", "more are not measured")
    if point.measure is None or point.day is None:
        why = "No measure on the table yet" if told.client else "No measure yet: nobody could say when it is reached"
        return point.what, f"{why}{others}", "What do both sides count?"
    why = f"{point.measure.name}: due {told.sight.day(point.day)}, nobody wrote down the value"
    return point.what, f"{why}{others}", "Who brings the value, and by which day?"


def _evidence(told: _Told, point: Point) -> Said:
    sight = told.sight
    since = f"last known {sight.day(point.day)}" if point.day else "nobody knows since when"
    others = _others(point, "more claim has expired", "more claims have expired")
    whom = sight.names.their(point.whom) or "the client"
    asks = f"Who of us asks {whom}, by which day, or what do we stop building on it?"
    return capital(point.what), f"Too old to build on, {since}{others}", asks


def _value(told: _Told, point: Point) -> Said:
    value, whom = point.record, told.sight.names.their(point.whom)
    assert isinstance(value, Value)
    asks = f"{f'{whom}, do you confirm' if whom else 'Who of you confirms'} it, or what is missing?"
    if value.status is ValueStatus.DISPUTED:
        asks = f"{f'{whom}, what' if whom else 'What'} is wrong in it, and which figure holds instead?"
    return point.what, _firm(told, point, value), asks


def _unconfirmed(told: _Told, point: Point) -> Said:
    value, whom = point.record, told.sight.names.their(point.whom)
    assert isinstance(value, Value)
    asks = f"Who of us asks {whom} to confirm it, and by which day?" if whom else _who_at(told, "could confirm it")
    return point.what, _firm(told, point, value), asks


def _firm(told: _Told, point: Point, value: Value) -> str:
    sight = told.sight
    who = sight.names.their(value.who) or ("us" if value.status is ValueStatus.CLAIMED else "")
    since = f" on {sight.day(point.day)}" if point.day else ""
    worth = f", {amount(value.amount, sight.currency)} a year" if value.amount is not None else ""
    by = f" by {who}" if who else ""
    others = _others(point, "more benefit is not confirmed", "more benefits are not confirmed")
    if point.kind is PointKind.VALUE:
        # With the client the point counts what they can answer for; the heading above it counts every benefit.
        others = _others(point, "more is for those present to confirm", "more are for those present to confirm")
    return f"{capital(sight.words.within(value.status))}{by}{since}, not confirmed{worth}{others}"


def _risk(told: _Told, point: Point) -> Said:
    risk = point.record
    assert isinstance(risk, Risk)
    assert point.day is not None
    owner = told.sight.names.full(point.whom)
    by = told.sight.day(told.on)
    others = _others(point, f"more such answer is due by {by}", f"more such answers are due by {by}")
    has = f", {owner} has it" if owner else ", without an owner"
    asks = f"“{risk.response}” Is it done, and is it enough?" if risk.response else "What do we do about it?"
    return point.what, f"Needs action now; our answer due {told.sight.day(point.day)}{has}{others}", asks


def _contract(told: _Told, point: Point) -> Said:
    assert point.day is not None
    others = _others(point, "more contract ends before the following review", "more ends come soon after")
    asks = "Who of us agrees a day for a talk about what follows, and with whom?"
    if isinstance(point.record, Opportunity) and point.record.due and not told.client:
        day = told.sight.day(point.record.due)
        asks = f"What do we bring by {day}, and do we know who of them signs?"
        if point.record.due < told.on:
            asks = f"What came of {day}: on which day do we sit down about what follows, and who is there?"
    ends = "Ended" if point.day < told.on else "Ends"
    return f"Contract: {point.what}", f"{ends} {told.sight.day(point.day)}{others}", asks


def _midpoint(told: _Told, point: Point) -> Said:
    middle = point.middle
    assert middle is not None
    off = sum(due.track is Track.OFF for due in middle.dues)
    marks = "nothing is written of what should stand by then"
    if middle.dues:
        marks = f"{number(off)} of {count(len(middle.dues), 'measure')} off track" if off else "no measure off track"
    past = "was" if middle.day < told.on else "is"
    return (
        "The middle of the plan",
        f"Half of it {past} over on {told.sight.day(middle.day)}; {marks}",
        "Which objectives stay for the second half, and which change?",
    )


def _changed(told: _Told, point: Point) -> Said:
    sight, person = told.sight, point.record
    assert isinstance(person, Person)
    assert point.day is not None
    now = held(person.support, sight.account.as_of, sight.as_of)
    what = {ChangeKind.LEFT: "left", ChangeKind.CAME: "came"}.get(point.changed or ChangeKind.STAND, "")
    if not what:
        what = f"now {sight.words.within(now.value)}" if now else "stands otherwise"
    others = _others(point, "more key player has changed", "more key players have changed")
    title = f"{person.title}, " if person.title else ""
    why = f"{title}since {sight.day(point.day)}, after the last review{others}"
    return f"{person.name}: {what}", capital(why), "What does that change in the plan, and who of us acts on it?"


def _wish(told: _Told, point: Point) -> Said:
    assert point.day is not None
    who = told.sight.names.their(point.whom) or "The client"
    others = _others(point, "more wish waits for the review", "more wishes wait for the review")
    return (
        point.what,
        f"{who} asked on {told.sight.day(point.day)}, not settled{others}",
        "By which day do we do it, or who says no, with the reason?",
    )


def _validation(told: _Told, point: Point) -> Said:
    """To the client it is the plan of both; among ourselves it is theirs to go through.

    A day is that of an earlier state: as long as what they went through stands, it is no point.
    """
    day = told.sight.day(point.day) if point.day else ""
    who = told.sight.names.their(point.whom)
    asks = _who_at(told, "goes through it, and on which day")
    if told.client:
        earlier = f"Not gone through together as it stands; an earlier state on {day}"
        return "Our plan for us both", earlier if day else "Not gone through together yet", asks
    gone = ", who has left," if told.sight.names.left(point.whom) else ""
    why = (
        f"Nobody has gone through it as it stands; {who or 'the client'}{gone} went through an earlier state on {day}"
        if day
        else f"Nobody at {told.sight.account.name} has gone through the plan"
    )
    return "The client goes through the plan", why, asks


_SAYS: dict[PointKind, Callable[[_Told, Point], Said]] = {
    PointKind.SUBJECT: _subject,
    PointKind.PROMISE: _promise,
    PointKind.DECISION: _decision,
    PointKind.RISK: _risk,
    PointKind.OFF_TRACK: _off_track,
    PointKind.UNMEASURED: _unmeasured,
    PointKind.EVIDENCE: _evidence,
    PointKind.VALUE: _value,
    PointKind.CONTRACT: _contract,
    PointKind.MIDPOINT: _midpoint,
    PointKind.CHANGED: _changed,
    PointKind.WISH: _wish,
    PointKind.VALIDATION: _validation,
    PointKind.UNCONFIRMED: _unconfirmed,
}
