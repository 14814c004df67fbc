"""The roadmap: lanes over the quarters ahead; what is overdue stands at the left edge, what is far off at the right.

Labels stand beside their mark in rows; two that would touch take different rows. What finds no row is counted in
words, and stands in the table beside the drawing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.dates import late as late_mark
from sam_gen.draw.dates import shape
from sam_gen.draw.frame import mark_at, picture
from sam_gen.draw.scales import Scale, Tick, days, labels_between, lines_down
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import width, wrap, written

WIDE, NARROW = 1240.0, 680.0
"""For a screen; for paper and for a phone, where a wide one would be set too small."""
_NAMES = 104.0
_ASIDE_SHARE = 0.174
_ROW, _HEAD, _PAD = 22, 40, 8
_LABEL, _LONGEST = 184.0, 460.0
"""What every label has when rows are packed, however short it is, and how far it grows where its row is free."""
_TEXT, _FREE = 13, 11
"""From the middle of a mark to its label; from the line of today to the first mark."""
_HALF = 9
"""From the middle of a mark to its edge, with a little air."""
_MOST_ROWS, _MOST_NARROW = 18, 8
"""Rows of one lane; fewer where the drawing is narrow, so that a sheet or a phone holds it. The table has all."""
_GAP = 10


@dataclass(frozen=True)
class Milestone:
    """One thing with a day."""

    day: datetime.date
    lane: int
    kind: str
    text: str


@dataclass(frozen=True)
class Quarter:
    """One quarter by its first day."""

    start: datetime.date
    name: str


@dataclass(frozen=True)
class _Spot:
    """A mark with its label in one row."""

    x: float
    left: float
    right: float
    edge: float
    """How far right the label may grow."""
    text: str
    before: bool
    """Whether the label stands left of the mark."""
    kind: str
    late: bool


@dataclass(frozen=True)
class _Ground:
    """Where the three parts of the drawing lie: overdue, by quarter, later."""

    scale: Scale
    today: datetime.date
    end: datetime.date
    wide: float

    @property
    def now(self) -> float:
        """Where today lies."""
        return self.scale.at(self.today.toordinal())

    def spot(self, one: Milestone) -> _Spot:
        if one.day < self.today:
            return self._beside(one, _NAMES + 24, max(_NAMES + _ASIDE_SHARE * self.wide, self.now) - _GAP, late=True)
        if one.day >= self.end:
            return self._beside(one, self.scale.end + 14, self.wide)
        x = min(max(self.scale.at(one.day.toordinal()), self.now + _FREE), self.scale.end - _HALF)
        if x + _TEXT + _LABEL > self.scale.end:
            return _Spot(x, x - _TEXT - _LABEL, x + _HALF, x + _HALF, one.text, before=True, kind=one.kind, late=False)
        return self._beside(one, x, self.scale.end)

    def _beside(self, one: Milestone, x: float, edge: float, *, late: bool = False) -> _Spot:
        """Put the label on the right of its mark."""
        right = x + _TEXT + min(_LABEL, edge - x - _TEXT)
        return _Spot(x, x - (24 if late else _HALF), right, edge, one.text, False, one.kind, late)


def roadmap(
    lanes: Sequence[str],
    milestones: Sequence[Milestone],
    quarters: Sequence[Quarter],
    end: datetime.date,
    today: tuple[datetime.date, str],
    naming: tuple[str, str, str],
    wide: float = WIDE,
) -> Svg:
    """Draw the lanes; `quarters` run up to `end`, `today` has its words, `naming` is title, description and uid."""
    overdue = any(one.day < today[0] for one in milestones)
    later = any(one.day >= end for one in milestones)
    aside = _ASIDE_SHARE * wide
    left, right = _NAMES + (aside if overdue else 0), wide - (aside if later else 0)
    ground = _Ground(days(quarters[0].start, end, left, right), today[0], end, wide)
    parts: list[Svg] = []
    y = float(_HEAD)
    for at, name in enumerate(lanes):
        drawn, height = _lane(name, [ground.spot(one) for one in milestones if one.lane == at], y, wide)
        parts += drawn
        y += height
    head = _head(quarters, ground, today[1], y, sides=(overdue, later))
    title, description, uid = naming
    return picture([*head, *parts], title, description, uid, (wide, y))


def _head(
    quarters: Sequence[Quarter], ground: _Ground, today: str, bottom: float, *, sides: tuple[bool, bool]
) -> list[Svg]:
    scale = ground.scale
    ticks = [Tick(one.start.toordinal(), one.name) for one in quarters]
    now = ground.now
    wide = width(today, 12, bold=True)
    parts = [
        *lines_down(scale, ticks, 20, bottom),
        *labels_between(scale, ticks, 14, right=scale.end),
        el("path", d=f"M{now:.1f} 20V{bottom:g}", class_="s-today"),
        written(today, min(now + 4, scale.end - wide), 32, wide + 1, bold=True),
    ]
    if sides[0]:
        parts.append(written("Overdue", _NAMES, 14, ground.wide * _ASIDE_SHARE - 8, bold=True, tone="red"))
    if sides[1]:
        parts.append(el("path", d=f"M{scale.end:g} 20V{bottom:g}", class_="s-grid"))
        parts.append(written("Later", scale.end + 6, 14, ground.wide * _ASIDE_SHARE - 12, tone="second"))
    return parts


def _lane(name: str, spots: Sequence[_Spot], top: float, wide: float) -> tuple[list[Svg], float]:
    """Draw one lane; return its parts and its height."""
    rows: list[list[_Spot]] = []
    left_out = 0
    most = _MOST_ROWS if wide > NARROW else _MOST_NARROW
    for spot in spots:
        row = next((row for row in rows if all(_clear(spot, other) for other in row)), None)
        if row is None and len(rows) < most:
            row = []
            rows.append(row)
        if row is None:
            left_out += 1
        else:
            row.append(spot)
    notes = wrap(
        f"{left_out} more in the table" if left_out else "" if spots else "nothing with a day", 96, 12, lines=3
    )
    height = max(len(rows), 1 + len(notes)) * _ROW + 2 * _PAD
    parts = [
        el("path", d=f"M0 {top:g}H{wide:g}", class_="s-grid"),
        written(name, 0, top + _PAD + 15, _NAMES - 8, bold=True),
        *(written(note, 0, top + _PAD + 33 + 15 * at, _NAMES - 8, tone="second") for at, note in enumerate(notes)),
    ]
    for at, row in enumerate(rows):
        parts += [part for spot in row for part in _drawn(spot, _room(spot, row), top + _PAD + _ROW * (at + 0.5))]
    return parts, height


def _room(spot: _Spot, row: Sequence[_Spot]) -> float:
    """Return how long a label may be: up to the next one of its row, or to its edge."""
    if spot.before:
        return spot.x - _TEXT - spot.left
    edges = [other.left - _GAP for other in row if other.left > spot.left]
    return min(_LONGEST, min([spot.edge, *edges]) - spot.x - _TEXT)


def _clear(one: _Spot, other: _Spot) -> bool:
    return one.right + _GAP <= other.left or other.right + _GAP <= one.left


def _drawn(spot: _Spot, room: float, y: float) -> list[Svg]:
    tone = "red" if spot.late else "ink"
    parts = [mark_at(late_mark(), spot.x - 16, y, "red")] if spot.late else []
    x, anchor = (spot.x - _TEXT, "end") if spot.before else (spot.x + _TEXT, "start")
    label = written(spot.text, x, y + 4, room, tone=f"{tone} s-halo", anchor=anchor)
    return [*parts, mark_at(shape(spot.kind), spot.x, y, tone), label]
