"""The selection matrix: accounts by two scores, the area their revenue, with the names of the four fields."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.place import Box, Label, Mark, apart, place
from sam_gen.draw.scales import Scale, Tick, labels_across, labels_up, lines_down
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import cut, width, written

_WIDE, _HIGH = 760.0, 560.0
_PLOT = Box(52, 12, 620, 500)
_NAMED = Box(54, 14, 758, 498)
"""Where labels may stand: the plot, and the room on its right."""
_LARGEST, _LEAST, _NOT_KNOWN = 28.0, 5.0, 7.0
_ROOM = 190.0
_LINE = 15.0
_ON_ONE_SPOT = 12.0
MOST_NAMES = 40
"""Names that are tried; the table has all."""


@dataclass(frozen=True)
class Disc:
    """One account: where it stands on both axes, and its revenue, None where that is not known."""

    name: str
    note: str
    across: float
    up: float
    amount: float | None


@dataclass(frozen=True)
class Axes:
    """Both axes run from 0 to `high`; from `split` on a side is high."""

    across: str
    up: str
    high: float
    split: float
    fields: tuple[str, str, str, str]
    """The names of the fields: upper left, upper right, lower left, lower right; an empty one is left out."""


def matrix(discs: Sequence[Disc], axes: Axes, naming: tuple[str, str, str]) -> tuple[Svg, int]:
    """Draw the matrix; `naming` is title, description and uid. Returns it with how many names found no room."""
    across = Scale(0, axes.high, _PLOT.left, _PLOT.right)
    up = Scale(0, axes.high, _PLOT.bottom, _PLOT.top)
    ordered = sorted(discs, key=lambda one: (-(one.amount or 0.0), one.name, one.across, one.up))
    marks = _marks(ordered, across, up)
    names, boxes = _fields(axes, across)
    labels = place(marks[:MOST_NAMES], _NAMED, [*boxes, *(_around(mark) for mark in marks[MOST_NAMES:])])
    title, description, uid = naming
    parts = [
        *_ground(axes, across, up),
        *(_disc(one, mark) for one, mark in zip(ordered, marks, strict=True)),
        *names,
        *(part for one, label in zip(ordered, labels, strict=False) if label for part in _label(one, label)),
    ]
    shown = sum(label is not None for label in labels)
    return picture(parts, title, description, uid, (_WIDE, _HIGH)), len(discs) - shown


def _marks(discs: Sequence[Disc], across: Scale, up: Scale) -> list[Mark]:
    largest = max((one.amount for one in discs if one.amount), default=0.0)
    radii = [_radius(one.amount, largest) for one in discs]
    inside = [_inside((across.at(one.across), up.at(one.up)), radius) for one, radius in zip(discs, radii, strict=True)]
    edge = max(radii, default=0.0)
    free = Box(_PLOT.left + edge, _PLOT.top + edge, _PLOT.right - edge, _PLOT.bottom - edge)
    spots = apart(inside, _ON_ONE_SPOT, free)
    return [Mark(x, y, r, _sizes(one)) for one, (x, y), r in zip(discs, spots, radii, strict=True)]


def _radius(amount: float | None, largest: float) -> float:
    """Return a radius whose circle has an area as its revenue; the smallest is still to be seen."""
    if amount is None:
        return _NOT_KNOWN
    return max(_LEAST, _LARGEST * math.sqrt(max(0.0, amount) / largest)) if largest else _LEAST


def _inside(spot: tuple[float, float], radius: float) -> tuple[float, float]:
    """Keep a disc inside the plot."""
    return (
        min(max(spot[0], _PLOT.left + radius), _PLOT.right - radius),
        min(max(spot[1], _PLOT.top + radius), _PLOT.bottom - radius),
    )


def _sizes(one: Disc) -> tuple[tuple[float, float], ...]:
    name = width(cut(one.name, _ROOM, 12, bold=True), 12, bold=True)
    note = width(cut(one.note, _ROOM, 12), 12)
    return ((max(name, note), 2 * _LINE), (name, _LINE))


def _around(mark: Mark) -> Box:
    return Box(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)


def _fields(axes: Axes, across: Scale) -> tuple[list[Svg], list[Box]]:
    """Write the names of the fields into their outer corners; return the room they take, too."""
    middle = across.at(axes.split)
    parts: list[Svg] = []
    boxes: list[Box] = []
    for at, name in enumerate(axes.fields):
        right, low = at % 2 == 1, at >= 2
        room = (_PLOT.right - middle if right else middle - _PLOT.left) - 16
        text = cut(name, room, 12, bold=True)
        if not name or text == "…":
            continue
        wide = width(text, 12, bold=True)
        x = _PLOT.right - 8 if right else _PLOT.left + 8
        y = _PLOT.bottom - 8 if low else _PLOT.top + 18
        anchor = "end" if right else "start"
        parts.append(written(text, x, y, room, bold=True, tone="second s-halo", anchor=anchor))
        boxes.append(Box(x - wide if right else x, y - 12, x if right else x + wide, y + 5))
    return parts, boxes


def _ground(axes: Axes, across: Scale, up: Scale) -> list[Svg]:
    ticks = [Tick(value, f"{value:g}") for value in (axes.high * step / 5 for step in range(6))]
    x, y = across.at(axes.split), up.at(axes.split)
    middle = (_PLOT.left + _PLOT.right) / 2
    room = _PLOT.bottom - _PLOT.top
    turned = el(
        "text", cut(axes.up, room, 12), x=0, y=0, text_anchor="middle", class_="s-t12 s-second",
        transform=f"translate(14 {(_PLOT.top + _PLOT.bottom) / 2:g}) rotate(-90)",
    )  # fmt: skip
    return [
        el("rect", x=x, y=_PLOT.top, width=_PLOT.right - x, height=y - _PLOT.top, class_="s-field"),
        *lines_down(across, [Tick(axes.split, "")], _PLOT.top, _PLOT.bottom),
        el("path", d=f"M{_PLOT.left:g} {y:.1f}H{_PLOT.right:g}", class_="s-grid"),
        el("path", d=f"M{_PLOT.left:g} {_PLOT.top:g}V{_PLOT.bottom:g}H{_PLOT.right:g}", class_="s-line"),
        *labels_across(across, ticks, _PLOT.bottom + 18, limits=(_PLOT.left - 20, _PLOT.right + 20)),
        *labels_up(up, ticks, _PLOT.left - 8, 30),
        written(axes.across, middle, _PLOT.bottom + 42, room, tone="second", anchor="middle"),
        turned,
    ]


def _disc(one: Disc, mark: Mark) -> Svg:
    known = one.amount is not None
    return el(
        "circle", el("title", f"{one.name}, {one.note}"), cx=mark.x, cy=mark.y, r=mark.radius,
        class_="s-disc" if known else "s-disc s-disc--open",
    )  # fmt: skip


def _label(one: Disc, label: Label) -> list[Svg]:
    box = label.box
    parts = []
    if label.line:
        (x, y), (to_x, to_y) = label.line
        parts.append(el("path", d=f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}", class_="s-line"))
    parts.append(written(one.name, box.left, box.top + 11.5, _ROOM, bold=True))
    if label.size == 0:
        parts.append(written(one.note, box.left, box.top + _LINE + 11.5, _ROOM, tone="second"))
    return parts
