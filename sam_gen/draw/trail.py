"""The trail: where we stood at each review, by the evidence and by our own view."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sam_gen.draw.continuum import own_view, today
from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import cut, width

_LEFT, _TOP, _ROW, _WIDE = 130, 28, 40, 1070
_ENDS = 168
"""Room on the right for what a line is and which stage it has reached: a phone opens there, where no stage is named."""
_LEAST = 22
"""Between two points, so that marks of one week do not lie on each other; less where there are more than fit."""
_LABEL_GAP = 8
_OVER = 10
"""How far our own view stands above the evidence where both name one stage."""


@dataclass(frozen=True)
class Point:
    """One day: ranks are 0 for the lowest stage; None is not known."""

    day: datetime.date
    label: str
    today: int | None
    own: int | None


def trail(stages: Sequence[str], points: Sequence[Point], title: str, description: str, uid: str) -> Svg:
    """Draw both lines over time; `stages` are named from the lowest, `points` stand in the order of their days."""
    height = _TOP + _ROW * max(len(stages) - 1, 0) + 44
    across = _LEFT + _WIDE
    base = _TOP + _ROW * max(len(stages) - 1, 0)
    rails = [
        part
        for at, name in enumerate(stages)
        for part in (
            el("path", d=f"M{_LEFT} {base - _ROW * at}H{across - _ENDS}", class_="s-grid"),
            el("text", cut(name, _LEFT - 22, 12), x=0, y=base - _ROW * at + 4, class_="s-t12"),
        )
    ]
    spots = _spots(points)
    seen = [(x, None if p.today is None else base - _ROW * p.today) for x, p in spots]
    own = [(x, None if p.own is None else base - _ROW * p.own - (_OVER if p.own == p.today else 0)) for x, p in spots]
    parts = [
        *rails,
        *_line(own, own_view(), dashed=True),
        *_line(seen, today(), dashed=False),
        *_ends(stages, [("Own view", own, [p.own for p in points]), ("Evidence", seen, [p.today for p in points])]),
        *_dates(spots, base + 30),
    ]
    return picture(parts, title, description, uid, (across, height), newest_last=True)


def _spots(points: Sequence[Point]) -> list[tuple[float, Point]]:
    """Place points by day, so that a long silence looks long, and no two nearer than their marks are wide."""
    if not points:
        return []
    first, last = points[0].day, points[-1].day
    span = max((last - first).days, 1)
    left, right = float(_LEFT + 32), float(_LEFT + _WIDE - _ENDS - 32)
    least = min(_LEAST, (right - left) / max(len(points) - 1, 1))
    places: list[float] = []
    limit = right
    for point in reversed(points):
        x = min(left + (right - left) * (point.day - first).days / span, limit) if len(points) > 1 else right
        places.append(x)
        limit = x - least
    places.reverse()
    for at, x in enumerate(places):
        places[at] = max(x, left + least * at) if len(points) > 1 else x
    return list(zip(places, points, strict=True))


def _line(steps: Sequence[tuple[float, float | None]], shape: Svg, *, dashed: bool) -> list[Svg]:
    """Join neighbours that are both known; a gap in what is known is a gap in the line."""
    parts = [
        el(
            "path",
            d=f"M{x1:g} {y1:g}L{x2:g} {y2:g}",
            class_="s-trail",
            stroke_dasharray="2 3" if dashed else None,
        )
        for (x1, y1), (x2, y2) in pairwise(steps)
        if y1 is not None and y2 is not None
    ]
    marks = [
        el("g", shape, transform=f"translate({x - 8:g} {y - 8:g})", class_="s-ink") for x, y in steps if y is not None
    ]
    return [*parts, *marks]


def _ends(
    stages: Sequence[str], lines: Sequence[tuple[str, Sequence[tuple[float, float | None]], Sequence[int | None]]]
) -> list[Svg]:
    """Say beside its last point what a line is and which stage it has reached, and keep the two apart."""
    ends = sorted(
        (y, x, f"{name}: {stages[rank]}")
        for name, steps, ranks in lines
        for (x, y), rank in list(zip(steps, ranks, strict=True))[-1:]
        if y is not None and rank is not None
    )
    parts: list[Svg] = []
    lowest = -1.0
    for y, x, said in ends:
        lowest = max(y + 4, lowest + 16)
        text = cut(said, _ENDS + 14, 12, bold=True)
        parts.append(el("text", text, x=x + 18, y=f"{lowest:g}", class_="s-t12 s-bold"))
    return parts


def _dates(spots: Sequence[tuple[float, Point]], y: float) -> list[Svg]:
    """Write the days that have room, the newest first in line."""
    parts: list[Svg] = []
    free = float("inf")
    for x, point in reversed(spots):
        half = width(point.label, 12) / 2
        if x + half <= free:
            parts.append(el("text", point.label, x=x, y=y, text_anchor="middle", class_="s-t12 s-second"))
            free = x - half - _LABEL_GAP
    return list(reversed(parts))
