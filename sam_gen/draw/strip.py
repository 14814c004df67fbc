"""Who holds one need across the units of an account: a small row of marks, one a unit, in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping

from sam_gen.draw.holders import holder
from sam_gen.draw.marks import mark
from sam_gen.draw.svg import Svg, el

_MOST = 6
"""Marks of a row; where there are more units, each kind stands once and the words count."""
_SMALL = 0.75
_STEP = 14


def strip(units: Mapping[str, int]) -> Svg:
    """Draw so many units of each kind of holder, in the order given; `not_used` is a dash."""
    kinds = [kind for kind, number in units.items() for _ in range(number)]
    if len(kinds) > _MOST:
        kinds = [kind for kind, number in units.items() if number]
    spots = (_spot(kind, at) for at, kind in enumerate(kinds))
    return mark(Svg("".join(spots)), width=_STEP * max(len(kinds), 1), height=12)


def _spot(kind: str, at: int) -> Svg:
    place = f"translate({_STEP * at} 0) scale({_SMALL})"
    if kind == "not_used":
        return el(
            "g", el("path", d="M3 8h10", stroke="currentColor", stroke_width=1.6), transform=place, class_="s-grey"
        )
    shape, colour = holder(kind)
    return el("g", shape, transform=place, class_=f"s-{colour}")
