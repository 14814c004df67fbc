"""Load: one row for each person, one box for each thing they carry; its pattern says how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import written

_LEFT, _ROOM, _ROW = 176.0, 500.0, 28.0
_BOX, _GAP = 22.0, 4.0
_WIDE = _LEFT + _ROOM + 64
SIDE_BY_SIDE = int((_ROOM + _GAP) // (_BOX + _GAP))
"""Boxes that stand beside each other; where somebody carries more, each kind is one box and its number."""
_KIND = 70.0
"""From one kind to the next there."""

_INSIDE = {
    "in_time": (el("path", d="M5 11.4 9.4 15.6 17 6.6", fill="none", stroke="currentColor", stroke_width=2), "ink"),
    "overdue": (el("path", d="M11 4.5V12.6M11 15V17.6", stroke="currentColor", stroke_width=2.4), "red"),
    "no_talk": (
        el("rect", x=1.5, y=1.5, width=19, height=19, fill="none", stroke="currentColor", stroke_dasharray="3 2"),
        "ochre",
    ),
    "not_agreed": (el("path", d="M6 11H16", stroke="currentColor", stroke_width=2), "grey"),
}
KINDS = tuple(_INSIDE)
"""In time, overdue, no talk on file, no rhythm agreed."""


@dataclass(frozen=True)
class Carrier:
    """One of us with what they carry, each one of the kinds."""

    name: str
    parts: tuple[str, ...]


def box(kind: str) -> tuple[Svg, str]:
    """Return the box of one kind, 22 by 22, and its colour."""
    inner, tone = _INSIDE[kind]
    if kind == "no_talk":
        return inner, tone
    return Svg(el("rect", x=1, y=1, width=20, height=20, class_="s-box") + inner), tone


def load(carriers: Sequence[Carrier], naming: tuple[str, str, str]) -> Svg:
    """Draw one row for each, with the number behind its boxes; where they are too many, the boxes are counted."""
    counted = max((len(one.parts) for one in carriers), default=1) > SIDE_BY_SIDE
    title, description, uid = naming
    parts = [part for at, one in enumerate(carriers) for part in _row(one, _ROW * at, counted=counted)]
    return picture(parts, title, description, uid, (_WIDE, _ROW * max(len(carriers), 1)))


def _row(one: Carrier, top: float, *, counted: bool) -> list[Svg]:
    drawn = [written(one.name, 0, top + 18, _LEFT - 12, bold=True)]
    if counted:
        for at, kind in enumerate(KINDS):
            drawn += _counted(kind, one.parts.count(kind), _LEFT + _KIND * at, top)
        return [*drawn, written(str(len(one.parts)), _LEFT + _KIND * len(KINDS) + 10, top + 18, 46, bold=True)]
    for at, kind in enumerate(one.parts):
        drawn.append(_boxed(kind, _LEFT + (_BOX + _GAP) * at, top))
    end = _LEFT + (_BOX + _GAP) * max(len(one.parts) - 1, 0) + (_BOX if one.parts else 0)
    return [*drawn, written(str(len(one.parts)), end + 10, top + 18, 46, bold=True)]


def _counted(kind: str, number: int, left: float, top: float) -> list[Svg]:
    if not number:
        return []
    return [_boxed(kind, left, top), written(str(number), left + _BOX + 6, top + 18, _KIND - _BOX - 12)]


def _boxed(kind: str, left: float, top: float) -> Svg:
    shape, tone = box(kind)
    return el("g", shape, transform=f"translate({left:.1f} {top + 3:g})", class_=f"s-{tone}")
