"""The room every text of a drawing takes, and whether any two of them or the frame collide."""

from __future__ import annotations

import re
from itertools import combinations

from sam_gen.draw.place import Box
from sam_gen.draw.text import width

_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")


def _number(attributes: str, name: str) -> float:
    found = re.search(rf'(?<![-\w]){name}="(-?[\d.]+)"', attributes)
    assert found, attributes
    return float(found[1])


def rooms(svg: str) -> list[tuple[str, Box]]:
    """Return every text that stands upright, with its room."""
    found = []
    for attributes, text in _TEXT.findall(svg):
        if "rotate" in attributes:
            continue
        wide = width(text.replace("&amp;", "&"), 12, bold="s-bold" in attributes)
        x, y = _number(attributes, "x"), _number(attributes, "y")
        anchor = re.search(r'text-anchor="(\w+)"', attributes)
        left = x - {"middle": wide / 2, "end": wide}.get(anchor[1] if anchor else "", 0.0)
        found.append((text, Box(left, y - 9.6, left + wide, y + 2.4)))
    return found


def problems(svg: str) -> list[str]:
    """Return what collides: texts on texts, texts over the frame, and texts under 12 px."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size
    frame = Box(-0.06, -0.06, float(size[1]) + 0.06, float(size[2]) + 0.06)
    texts = rooms(svg)
    out = [f"{text!r} leaves the frame: {box}" for text, box in texts if not frame.holds(box)]
    on = [(one, two) for one, two in combinations(texts, 2) if _shrunk(one[1]).touches(_shrunk(two[1]))]
    small = [attributes for attributes, _ in _TEXT.findall(svg) if "s-t12" not in attributes]
    return [*out, *(f"{one[0]!r} lies on {two[0]!r}" for one, two in on), *small]


def _shrunk(box: Box) -> Box:
    """Leave a tenth of a pixel to rounding."""
    return Box(box.left + 0.1, box.top + 0.1, box.right - 0.1, box.bottom - 0.1)
