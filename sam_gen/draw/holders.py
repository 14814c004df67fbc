"""The marks of white space, 16 by 16: who holds a need, from ours to not known yet."""

from __future__ import annotations

from sam_gen.draw.marks import unknown
from sam_gen.draw.svg import Svg, el


def _box(*, fill: str = "none") -> Svg:
    return el("rect", x=2.2, y=2.2, width=11.6, height=11.6, fill=fill, stroke="currentColor", stroke_width=1.6)


_HOLDERS = {
    "us": (_box(fill="currentColor"), "blue"),
    "competitor": (el("path", d="M8 1.2 14.8 8 8 14.8 1.2 8Z", fill="currentColor"), "plum"),
    "in_house": (
        el("path", d="M2 8 8 2.4 14 8M4 7v6.4h8V7", fill="none", stroke="currentColor", stroke_width=1.6),
        "ink",
    ),
    "nobody": (_box(), "ink"),
    "option": (Svg(_box() + el("path", d="M2.2 13.8V2.2L13.8 13.8Z", fill="currentColor")), "teal"),
    "blocked": (Svg(_box() + el("path", d="M2.6 2.6 13.4 13.4", stroke="currentColor", stroke_width=1.6)), "red"),
}


def holder(kind: str) -> tuple[Svg, str]:
    """Return shape and colour for who holds a need; a kind that is none of these is not known yet."""
    return _HOLDERS.get(kind, (unknown(), "grey"))
