"""A small drawing of how the divisions of a large organisation hang together, one box each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el, path
from sam_gen.draw.text import width, wrap
from sam_gen.draw.tree import Sizes, Spot, layout

_LINES = 4
"""Lines of a box; where one needs more, all boxes are as high."""
_LINE, _HEAD = 15, 16
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
    most = max((sum(map(len, _texts(box))) for box in boxes), default=_LINES)
    sizes = Sizes(height=_HEAD + _LINE * max(_LINES, most))
    tree = layout(above, sizes, loners=True)
    lines = [_line(line) for line in tree.lines]
    parts = [*lines, *(_box(boxes[int(spot.key)], spot, sizes.height) for spot in tree.spots)]
    return picture(parts, title, description, uid, (tree.width + 2 * _EDGE, tree.height + 2 * _EDGE), (-_EDGE, -_EDGE))


def _line(line: Sequence[tuple[float, float]]) -> Svg:
    (x, y), *rest = line
    return el("path", d=path("M", x, y, *(step for point in rest for step in ("L", *point))), class_="s-line")


def _texts(box: Box) -> tuple[list[str], list[str]]:
    """Return the lines of the name and those of the facts; a fact too long for a line breaks after its commas."""
    room = Sizes.width - 2 * _PAD
    facts = [
        line
        for fact in box.facts[:2]
        for part in ([fact] if width(fact, 12) <= room else fact.split(", "))
        for line in wrap(part, room, 12)
    ]
    return wrap(box.name, room, 13, lines=2, bold=True), facts


def _box(box: Box, spot: Spot, height: float) -> Svg:
    heavy = " s-card--key" if box.heavy else ""
    name, facts = _texts(box)
    below = 21 + _LINE * len(name)
    texts = [el("text", line, x=_PAD, y=18 + _LINE * i, class_="s-t13 s-bold") for i, line in enumerate(name)]
    texts += [el("text", line, x=_PAD, y=below + _LINE * i, class_="s-t12 s-second") for i, line in enumerate(facts)]
    frame = el("rect", x=0, y=0, width=spot.width, height=height, rx=2, class_=f"s-card{heavy}")
    label = "; ".join([box.name, *box.facts])
    return el("g", el("title", label), frame, *texts, transform=f"translate({spot.x:g} {spot.y:g})")
