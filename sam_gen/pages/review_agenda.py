"""The agenda of the next review in words: each point with its reason, who presents it, and what is to be decided."""

from __future__ import annotations

from collections.abc import Callable

from sam_gen.advise.review_agenda import WITH_CLIENT, Agenda, Point, PointKind, agenda
from sam_gen.assess.claims import held
from sam_gen.assess.plan import Track, tracked
from sam_gen.assess.reviews import ChangeKind, last_review
from sam_gen.assess.rhythm import midpoint
from sam_gen.model.care import Review, Value
from sam_gen.model.people import Person
from sam_gen.pages.blocks import Block, Sight, figure
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, number

Said = tuple[str, str, str]
"""What a point is, why it is on the agenda, and the question to decide."""


def agenda_block(sight: Sight) -> Block:
    """Build the agenda of the next review."""
    found = agenda(sight.account, sight.project.playbook, sight.as_of)
    client = found.kind in WITH_CLIENT
    rows = [_row(sight, one, client) for one in found.points]
    left = f"{number(found.left)} more {'reason' if found.left == 1 else 'reasons'} found no room" if found.left else ""
    return Block(
        heading=f"Agenda: {_counted(len(rows))} for the next {_review(sight, found)}",
        source=sight.source("reviews"),
        more=capital(left),
        lead="" if rows else "The file gives no reason for a point. What has nobody written down yet?",
        table=Table(
            "Agenda of the next review", columns("Point", "Why now", "Presents", "To decide"), (*rows, _close(sight))
        ),
    )


def _counted(points: int) -> str:
    return count(points, "point") if points else "no point yet"


def _review(sight: Sight, found: Agenda) -> str:
    kind = sight.words.within(found.kind) if found.kind else "review"
    return f"{kind}, {sight.day(found.day)}" if found.day else f"{kind}, no day agreed"


def _row(sight: Sight, point: Point, client: bool) -> Row:
    what, why, question = said(sight, point, client=client)
    who = sight.names.full(point.who)
    return Row((
        Cell(what),
        Cell(why),
        Cell(who) if who else Cell("nobody yet: who leads?", tone="ochre"),
        Cell(question),
    ))  # fmt: skip


def _close(sight: Sight) -> Row:
    last = last_review(sight.account, sight.as_of)
    before = "no review is on file"
    if last:
        course = sight.words.say(last.course) if last.course else "none of the three was written"
        before = f"last time, {sight.day(last.date)}, {course}"
    lead = sight.names.full(sight.account.lead)
    return Row((
        Cell("At the end, in one word"),
        Cell(capital(before)),
        Cell(lead) if lead else Cell("nobody yet: who leads?", tone="ochre"),
        Cell("Keep, pivot or stop: does the plan stand, change or end, and what do we drop?"),
    ))  # fmt: skip


def said(sight: Sight, point: Point, *, client: bool) -> Said:
    """Say one point; `client` is whether the client sits at the table."""
    what, why, asks = _SAYS[point.kind](sight, point)
    if point.kind is PointKind.CONTRACT and client and point.day:
        asks = f"What holds after {sight.day(point.day)}, and who of each side works it out?"
    return what, why, asks


def _others(point: Point, one: str, many: str) -> str:
    """Name how many more of the kind there are."""
    return f"; {count(point.number - 1, one, many)}" if point.number > 1 else ""


def _who_at(sight: Sight, does: str) -> str:
    return f"Who at {sight.account.name} {does}?"


def _late(sight: Sight, point: Point) -> str:
    if point.day is None:
        return "no day"
    return f"{sight.day(point.day)}, {(sight.as_of - point.day).days} d late"


def _promise(sight: Sight, point: Point) -> Said:
    by, to = sight.names.full(point.who) or "us", sight.names.full(point.whom)
    why = f"{by} promised it{f' to {to}' if to else ''} for {_late(sight, point)}"
    others = _others(point, "more promise of ours is late", "more promises of ours are late")
    asks = f"On which day does {to or 'the client'} have it, or do we take it back?"
    return point.what, f"{why}{others}", asks


def _decision(sight: Sight, point: Point) -> Said:
    review = point.record
    assert isinstance(review, Review)
    owner = sight.names.full(point.whom)
    gone = ", who has left" if sight.names.left(point.whom) else ""
    when = f"decided {sight.day(review.date)}{f' for {owner}{gone}' if owner else ' without an owner'}; "
    others = _others(point, "more decision is late", "more decisions are late")
    asks = "Who does it, by which day, or is it struck out?"
    return point.what, capital(f"{when}due {_late(sight, point)}{others}"), asks


def _off_track(sight: Sight, point: Point) -> Said:
    assert point.measure is not None
    state = tracked(point.measure, sight.as_of)
    assert state.due is not None
    is_, was = figure(state.due.actual), figure(state.due.target)
    why = f"{point.measure.name}: {is_} on {sight.day(state.due.date)}, {was} was agreed"
    ahead = f"so that it is {figure(state.next.target)} by {sight.day(state.next.date)}" if state.next else "now"
    others = _others(point, "more measure is off", "more measures are off")
    return point.what, f"{why}{others}", f"What do we change {ahead}, or which value holds instead?"


def _unmeasured(sight: Sight, point: Point) -> Said:
    others = _others(point, "more is not measured", "more are not measured")
    if point.measure is None or point.day is None:
        return point.what, f"No measure yet: nobody could say when it is reached{others}", "What do both sides count?"
    why = f"{point.measure.name}: due {sight.day(point.day)}, nobody wrote down the value"
    return point.what, f"{why}{others}", "Who brings the value, and by which day?"


def _evidence(sight: Sight, point: Point) -> Said:
    since = f"last known {sight.day(point.day)}" if point.day else "nobody knows since when"
    others = _others(point, "more claim has expired", "more claims have expired")
    whom = sight.names.their(point.whom) or "the client"
    asks = f"Who of us asks {whom}, by which day, or what do we stop building on it?"
    return capital(point.what), f"Too old to build on, {since}{others}", asks


def _value(sight: Sight, point: Point) -> Said:
    whom = sight.names.their(point.whom)
    asks = f"Does {whom} confirm it, correct it or say what is missing?"
    return point.what, _firm(sight, point), asks if whom else _who_at(sight, "confirms it, or says what is missing")


def _unconfirmed(sight: Sight, point: Point) -> Said:
    whom = sight.names.their(point.whom)
    asks = f"Who of us asks {whom} to confirm it, and by which day?" if whom else _who_at(sight, "could confirm it")
    return point.what, _firm(sight, point), asks


def _firm(sight: Sight, point: Point) -> str:
    value = point.record
    assert isinstance(value, Value)
    who, since = sight.names.their(value.who), f" {sight.day(point.day)}" if point.day else ""
    worth = f", {amount(value.amount, sight.currency)} a year" if value.amount is not None else ""
    by = f" by {who}" if who else ""
    others = _others(point, "more benefit is not confirmed", "more benefits are not confirmed")
    return f"{capital(sight.words.within(value.status))}{by}{since}, not confirmed{worth}{others}"


def _contract(sight: Sight, point: Point) -> Said:
    assert point.day is not None
    others = _others(point, "more contract ends before the following review", "more ends come soon after")
    asks = "Who of us agrees a day for a talk about what follows, and with whom?"
    return f"Contract: {point.what}", f"Ends {sight.due(point.day)}{others}", asks


def _midpoint(sight: Sight, _point: Point) -> Said:
    middle = midpoint(sight.account, sight.project.playbook, sight.as_of)
    assert middle is not None
    off = sum(due.track is Track.OFF for due in middle.dues)
    marks = "nothing is written of what should stand by then"
    if middle.dues:
        marks = f"{number(off)} of {count(len(middle.dues), 'measure')} off track" if off else "no measure off track"
    past = "was" if middle.day < sight.as_of else "is"
    return (
        "The middle of the plan",
        f"Half of it {past} over on {sight.due(middle.day) if past == 'is' else sight.ago(middle.day)}; {marks}",
        "Which objectives stay for the second half, and which change?",
    )


def _changed(sight: Sight, point: Point) -> Said:
    person = point.record
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


def _wish(sight: Sight, point: Point) -> Said:
    assert point.day is not None
    who = sight.names.their(point.whom) or "The client"
    others = _others(point, "more wish is open", "more wishes are open")
    return (
        point.what,
        f"{who} asked {sight.ago(point.day)}, not settled{others}",
        "By which day do we do it, or who says no, with the reason?",
    )


def _validation(sight: Sight, point: Point) -> Said:
    if point.day is None:
        why = f"Nobody at {sight.account.name} has gone through the plan"
    else:
        why = f"{sight.names.their(point.whom) or 'The client'} went through it {sight.ago(point.day)}"
    return "The client goes through the plan", why, _who_at(sight, "goes through it, on which day")


_SAYS: dict[PointKind, Callable[[Sight, Point], Said]] = {
    PointKind.PROMISE: _promise,
    PointKind.DECISION: _decision,
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
