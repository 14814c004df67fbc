"""The marks of what falls on a day, 16 by 16: one shape for each kind, on the roadmap and in the calendar."""

from __future__ import annotations

from sam_gen.draw.svg import Svg, el


def _solid(d: str) -> Svg:
    return el("path", d=d, fill="currentColor")


def _outline(d: str, fill: str = "var(--s-paper)") -> Svg:
    return el("path", d=d, fill=fill, stroke="currentColor", stroke_width=1.6, stroke_linejoin="round")


def _ring(x: float, y: float, radius: float) -> Svg:
    return el("circle", cx=x, cy=y, r=radius, fill="none", stroke="currentColor", stroke_width=1.6)


_DIAMOND = "M8 1.5 14.5 8 8 14.5 1.5 8Z"
_GLASS = "M3 2H13L8.8 8 13 14H3L7.2 8Z"

_SHAPES = {
    "objective": _solid(_DIAMOND),
    "benchmark": Svg(_outline(_DIAMOND) + _solid("M8 1.5V14.5L1.5 8Z")),
    "initiative": _outline("M3.5 15V1.6L13.5 5 3.5 8.6"),
    "step": el("path", d="M5 2.5 11 8 5 13.5", fill="none", stroke="currentColor", stroke_width=2.6),
    "meeting": Svg(_ring(5.8, 8, 4.4) + _ring(10.2, 8, 4.4)),
    "review": Svg(_ring(6.6, 6.6, 4.6) + el("path", d="M10 10 14.4 14.4", stroke="currentColor", stroke_width=2.4)),
    "contract": _solid(_GLASS),
    "notice": Svg(_outline(_GLASS) + _solid("M3 2H13L8.8 8H7.2Z")),
    "tie": _outline(_GLASS),
    "plan": Svg(_solid("M3.5 2H6.5V14H3.5Z") + _solid("M9.5 2H12.5V14H9.5Z")),
    "selection": _outline("M2 3H14L9.6 8.6V13.6H6.4V8.6Z"),
}
KINDS = tuple(_SHAPES)


def shape(kind: str) -> Svg:
    """Return the mark of one kind."""
    return _SHAPES[kind]


def late() -> Svg:
    """Return the mark of something that is overdue: an arrow back to where it should have been."""
    return _solid("M13 1.5V14.5L3 8Z")
