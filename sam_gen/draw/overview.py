"""A small drawing of how the divisions of a large organisation hang together, one box each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el, path
from sam_gen.draw.text import wrap
from sam_gen.draw.tree import Sizes, Spot, layout

_BOX = Sizes(height=76)
_PAD, _EDGE = 8, 2


@dataclass(frozen=True)
class Box:
    """One division."""

    name: str
    facts: tuple[str, ...]
    """Two short lines at most."""
    above: int | None
    """Below which box it stands, as an index."""
    heavy: bool = False
    """Whether a key player sits in it."""


def overview(boxes: Sequence[Box], title: str, description: str, uid: str) -> Svg:
    """Draw the boxes; `uid` makes the ids of title and description unique on the page."""
    above = {str(i): None if box.above is None else str(box.above) for i, box in enumerate(boxes)}
    tree = layout(above, _BOX, loners=True)
    width, height = tree.width + 2 * _EDGE, tree.height + 2 * _EDGE
    lines = [_line(line) for line in tree.lines]
    parts = [*lines, *(_box(boxes[int(spot.key)], spot) for spot in tree.spots)]
    return picture(parts, title, description, uid, (width, height), (-_EDGE, -_EDGE))


def _line(line: Sequence[tuple[float, float]]) -> Svg:
    (x, y), *rest = line
    return el("path", d=path("M", x, y, *(step for point in rest for step in ("L", *point))), class_="s-line")


def _box(box: Box, spot: Spot) -> Svg:
    room = spot.width - 2 * _PAD
    heavy = " s-card--key" if box.heavy else ""
    name = wrap(box.name, room, 13, lines=2, bold=True)
    texts = [el("text", line, x=_PAD, y=18 + 15 * i, class_="s-t13 s-bold") for i, line in enumerate(name)]
    facts = [line for fact in box.facts[:2] for line in wrap(fact, room, 12)]
    texts += [el("text", line, x=_PAD, y=51 + 15 * i, class_="s-t12 s-second") for i, line in enumerate(facts)]
    frame = el("rect", x=0, y=0, width=spot.width, height=_BOX.height, rx=2, class_=f"s-card{heavy}")
    label = "; ".join([box.name, *box.facts])
    return el("g", el("title", label), frame, *texts, transform=f"translate({spot.x:g} {spot.y:g})")
