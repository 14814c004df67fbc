"""Fitting text: how wide it will be, where to break it, when to cut it.

Widths are those of Arial in thousandths of the font size, times 1.17, so that a label also fits in Segoe UI,
Roboto, San Francisco and DejaVu Sans.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import accumulate, takewhile

from sam_gen.draw.svg import Svg, el

_SLACK = 1.17
_NARROW = {
    278: " !,./:;I[\\]ft|",
    222: "'`ijl",
    333: '()-r{}^*"',
    500: "ckJsvxyz",
    556: "0123456789abdeghnopqu$?_L#+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    944: "W",
    1015: "@%",
}
_WIDTHS = {sign: width for width, signs in _NARROW.items() for sign in signs}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in pixels to reserve for a text of that font size."""
    return _pixels(_thousandths(text), size, bold=bold)


def _pixels(thousandths: int, size: float, *, bold: bool) -> float:
    return thousandths / 1000 * size * _SLACK * (1.07 if bold else 1)


@lru_cache(maxsize=16384)
def _thousandths(text: str) -> int:
    return sum(map(_advance, text))


@lru_cache(maxsize=4096)
def _advance(sign: str) -> int:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1000
    base = unicodedata.normalize("NFD", sign)[0]
    return _WIDTHS.get(base, 1000 if sign.isupper() or not sign.isalpha() else 700)


def wrap(text: str, room: float, size: float, *, lines: int = 1, bold: bool = False) -> list[str]:
    """Break a text at its spaces into at most `lines` lines of `room` pixels; what is left over is cut with `…`."""
    words = text.split()
    result: list[str] = []
    while words and len(result) < lines:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size, bold=bold) <= room:
            line = f"{line} {words.pop(0)}"
        result.append(line)
    if words:
        result[-1] = f"{result[-1]} …"
    return [cut(line, room, size, bold=bold) for line in result]


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Shorten a text to `room` pixels, ending in `…` if anything had to go."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = text.removesuffix("…").rstrip()
    used = accumulate(map(_advance, kept), initial=_advance("…"))
    letters = sum(1 for _ in takewhile(lambda wide: _pixels(wide, size, bold=bold) <= room, used)) - 1
    return f"{_before(kept, max(letters, 0))}…"


def _before(text: str, end: int) -> str:
    """Return what stands before a sign; a letter goes together with the marks that stand on it."""
    while 0 < end < len(text) and unicodedata.category(text[end])[0] == "M":
        end -= 1
    return text[:end].rstrip()


def written(
    text: str, x: float, y: float, room: float, *, bold: bool = False, tone: str = "", anchor: str = "start"
) -> Svg:
    """Write one line of 12 px on the base line `y`, cut to `room` pixels; `anchor` is start, middle or end."""
    classes = " ".join(("s-t12", *(["s-bold"] if bold else []), *([f"s-{tone}"] if tone else [])))
    held = None if anchor == "start" else anchor
    return el("text", cut(text, room, 12, bold=bold), x=x, y=y, text_anchor=held, class_=classes)
