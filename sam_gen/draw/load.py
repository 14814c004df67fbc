"""Load: one row for each person, one box for each thing they carry; its pattern says how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import written

_LEFT, _ROOM, _ROW = 176.0, 500.0, 28.0
_BOX, _GAP = 22.0, 4.0
_WIDE = _LEFT + _ROOM + 120
MOST = 20
"""Boxes one row has room for; whoever carries more has the first of them, and how many more there are."""

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
    """Draw one row for each; the number stands behind the boxes, and what finds no room is counted there."""
    most = min(max((len(one.parts) for one in carriers), default=1), MOST)
    step = min(_BOX + _GAP, (_ROOM - _BOX) / max(most - 1, 1))
    title, description, uid = naming
    parts = [part for at, one in enumerate(carriers) for part in _row(one, step, _ROW * at)]
    return picture(parts, title, description, uid, (_WIDE, _ROW * max(len(carriers), 1)))


def _row(one: Carrier, step: float, top: float) -> list[Svg]:
    drawn = [written(one.name, 0, top + 18, _LEFT - 12, bold=True)]
    shown, rest = one.parts[:MOST], len(one.parts) - MOST
    for at, kind in enumerate(shown):
        shape, tone = box(kind)
        drawn.append(el("g", shape, transform=f"translate({_LEFT + step * at:.1f} {top + 3:g})", class_=f"s-{tone}"))
    end = _LEFT + step * max(len(shown) - 1, 0) + (_BOX if shown else 0)
    behind = f"and {rest} more" if rest > 0 else str(len(one.parts))
    return [*drawn, written(behind, end + 10, top + 18, _WIDE - end - 10, bold=True)]
