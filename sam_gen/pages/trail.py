"""The trail of a position: what the evidence said, and what we said, at each review up to today, and why we said it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.position import Step, View, rank
from sam_gen.assess.position import trail as said_by_date
from sam_gen.draw import continuum, marks
from sam_gen.draw.svg import Svg
from sam_gen.draw.trail import Point, trail
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import basis
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns, told
from sam_gen.pages.words import capital, count, month, number

MOST = 8
"""Reviews that are drawn; older ones stay in the file."""


@dataclass(frozen=True)
class TrailDrawing:
    """The drawing, its message and the table beside it."""

    heading: str
    svg: Svg
    table: Table


def trail_section(sight: Sight) -> dict[str, object]:
    """Build the section on what was seen and said over time; what the drawing tells goes before a mere count."""
    drawing, spoken = _drawing(sight), _said(sight)
    return {"trail": spoken, "trail_heading": drawing.heading if drawing else spoken.heading, "drawing": drawing}


def _drawing(sight: Sight) -> TrailDrawing | None:
    """Look at the account as it was on each review's day; None without any review or stage."""
    every = sorted({review.date for review in sight.account.reviews if review.date < sight.as_of})
    days = every[-MOST:]
    stages = sight.playbook.method.continuum.stages
    if not days or not stages:
        return None
    seen = [(at, *_both(sight, at)) for at in (*days, sight.as_of)]
    points = [
        Point(at, _label(at, sight.as_of), *(rank(sight.playbook, one) if one else None for one in (found, own)))
        for at, found, own in seen
    ]
    heading = _heading(_reviews(len(days), len(every)), [found for _, found, _ in seen], sight.playbook)
    svg = trail([stage.name for stage in stages], points, f"Trail of {sight.account.name}", heading, "position-trail")
    rows = tuple(Row((Cell(sight.day(at)), _cell(found), _cell(own))) for at, found, own in reversed(seen))
    return TrailDrawing(heading, svg, Table("Trail", columns("Day", "Evidence", "Own view"), rows))


def _both(sight: Sight, at: datetime.date) -> tuple[Stage | None, Stage | None]:
    found = diagnose(sight.account, sight.playbook, at)
    return found.today, found.said.own_stage


def _label(at: datetime.date, as_of: datetime.date) -> str:
    return "today" if at == as_of else month(at)


def _cell(stage: Stage | None) -> Cell:
    return Cell(stage.name) if stage else Cell("not known", tone="grey")


def _reviews(drawn: int, every: int) -> str:
    if drawn < every:
        return f"The last {number(drawn)} of {count(every, 'review')}"
    return capital(count(drawn, "review"))


def _heading(of: str, found: list[Stage | None], playbook: Playbook) -> str:
    """Say how the evidence moved: the highest on the way, and today."""
    known = [stage for stage in found if stage]
    now = found[-1]
    if not known:
        return f"{of}, and never enough evidence to say"
    top = max(known, key=lambda stage: rank(playbook, stage))
    if now is None:
        return f"{of}: up to {top.name} once, not known today"
    if len(set(known)) == 1:
        return f"{of}: {now.name} whenever it was known"
    way = "now the highest so far" if now == top and found.index(top) == len(found) - 1 else f"{now.name} today"
    return f"{of}: up to {top.name}, {way}"


# What we said ------------------------------------------------------------------------------


def _said(sight: Sight) -> Block:
    """List our own views and wishes, the newest first."""
    steps = said_by_date(sight.account, sight.playbook, sight.as_of)
    heads = columns("Since", "What we said", "How we know", "Why", "By")
    rows = tuple(_step(sight, step) for step in steps)
    return Block(
        _said_heading(steps),
        sight.source_in("position", "own_view", "desired"),
        table=Table("Own views and wishes by date", heads, rows) if rows else None,
    )


def _said_heading(steps: Sequence[Step]) -> str:
    if not steps:
        return "Trail: no own view or wish yet"
    views = sum(step.view is View.OWN for step in steps)
    parts = [count(views, "own view")] if views else []
    parts += [count(len(steps) - views, "wish", "wishes")] if len(steps) > views else []
    return f"Trail: {' and '.join(parts)} on file"


def _step(sight: Sight, step: Step) -> Row:
    shape = continuum.own_view() if step.view is View.OWN else continuum.desired()
    by = sight.names.full(step.by)
    return Row(
        (
            Cell(sight.day(step.day) if step.day else "no date"),
            Cell(f"{step.view.value}: {step.stage.name}", mark=marks.mark(shape)),
            _ground(sight, step),
            told(step.evidence, "not noted"),
            Cell(by) if by else NONE,
        )
    )


def _ground(sight: Sight, step: Step) -> Cell:
    """Say how we know an own view; a wish is known by nothing, but may be agreed with somebody."""
    if step.view is View.DESIRED:
        whom = sight.names.their(step.who)
        return Cell(f"agreed with {whom}") if whom else NONE
    return basis(step.basis, sight.words).cell
