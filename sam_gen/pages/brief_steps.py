"""What both sides have to do for the next talk, on the brief: promises, steps before it, what is said there."""

from __future__ import annotations

import datetime

from sam_gen.advise.brief import Brief
from sam_gen.advise.planned import MOST, Planned
from sam_gen.advise.step import Step
from sam_gen.assess.agenda import Item
from sam_gen.pages.blocks import Block, Entry, Sight, tally
from sam_gen.pages.words import capital, count, listed, number, until

_MOST = 5
"""Promises the sheet has room for."""


def promises_block(sight: Sight, sheet: Brief) -> Block:
    """List the promises to and from those who come, then the late ones; the others are a number."""
    said = tally([(sheet.promised, "from us", "from us"), (sheet.owed, "from them", "from them")], "none open")
    rows, every = sheet.promises, sheet.promised + sheet.owed
    empty = "None to or from those who come, and none is late."
    if not every:
        empty = "Nothing is promised either way. What could each side offer by the next talk?"
    return Block(
        heading=f"Open promises: {said}",
        source=sight.source("promises"),
        more=_others(sheet, every),
        entries=tuple(_promise(sight, sheet, item) for item in rows[:_MOST]),
        empty="" if rows else empty,
    )


def _others(sheet: Brief, every: int) -> str:
    """Say how many are not shown, and whose they are."""
    cut, others = len(sheet.promises[_MOST:]), every - len(sheet.promises)
    said = [f"{number(cut)} more under Value"] if cut else []
    said += [f"{count(others, 'other', 'others')}, with people who do not come"] if others else []
    return capital("; ".join(said))


def _promise(sight: Sight, sheet: Brief, item: Item) -> Entry:
    names, wish = sight.names, sheet.asked_for.get(item.record.place)
    by, to = names.full(item.owner) or "nobody named", names.full(item.to)
    asked = f", asked on {sight.day(wish.date)}" if wish else ""
    when, tone = _when(sight, item)
    return Entry(when, item.what, f"{by}{f' to {to}' if to else ''}{asked}", tone)


def _when(sight: Sight, item: Item) -> tuple[str, str]:
    if item.due is None or item.days is None:
        return "no day yet", "ochre"
    return (until(item.days), "red") if item.overdue else (sight.day(item.due), "ink")


def before_block(sight: Sight, sheet: Brief) -> Block | None:
    """List our steps before the talk; None where there is none."""
    steps, day = sheet.steps.before, sheet.meeting.date if sheet.meeting else None
    return Block(f"Done before it: {steps_said(sight, steps)}", entries=entries(sight, steps, day)) if steps else None


def there_block(sight: Sight, sheet: Brief) -> Block | None:
    """List what we say or do at the talk; None where there is nothing."""
    steps = sheet.steps.there
    if not steps:
        return None
    shown = f"{number(MOST)} of {count(len(steps), 'thing')}" if len(steps) > MOST else count(len(steps), "thing")
    return Block(f"{there_said(sheet.steps)}: {shown}", entries=entries(sight, steps))


def there_said(steps: Planned) -> str:
    """Name the steps of the day: what is for some of those who come need not be for the table."""
    return "Said or done there" if steps.for_all else "Due that day"


def steps_said(sight: Sight, steps: tuple[Step, ...]) -> str:
    """Say of how many steps the first are shown, and how many of those are late."""
    total, late = len(steps), sum(one.due is not None and sight.late(one.due) for one in steps[:MOST])
    of = f"{number(MOST)} of " if total > MOST else ""
    return f"{of}{count(total, 'step')} of ours{f', {number(late)} late' if late else ''}"


def entries(sight: Sight, steps: tuple[Step, ...], before: datetime.date | None = None) -> tuple[Entry, ...]:
    """Lay out the first steps; what is done before a day and due on it says so."""
    return tuple(_step(sight, one, before) for one in steps[:MOST])


def _step(sight: Sight, step: Step, before: datetime.date | None) -> Entry:
    who = listed([sight.names.full(one) for one in (step.owner, *step.also) if one]) or "no owner yet"
    who += _besides(sight, step)
    if step.due is None:
        return Entry("no day yet", step.text, who, "ochre")
    late = sight.late(step.due)
    day = f"{'before ' if step.due == before else ''}{sight.day(step.due)}"
    when = until((step.due - sight.as_of).days) if late else day
    return Entry(when, step.text, who, "red" if late else "ink")


def _besides(sight: Sight, step: Step) -> str:
    """Say what a moved step began as, and of an answer to a risk what we would see first: without it none is due."""
    was = step.was
    if was and was.due:
        return f" · first for {sight.day(was.due)}: {was.text}"
    return f" · against a risk, first sign: {step.sign}" if step.sign else ""
