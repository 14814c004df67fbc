"""Fitting text: how wide it will be, where to break it, when to cut it.

Widths are those of Arial in thousandths of the font size, times 1.17, so that a label also fits in Segoe UI,
Roboto, San Francisco and DejaVu Sans.
"""

from __future__ import annotations

import unicodedata

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
    thousandths = sum(_advance(sign) for sign in text)
    return thousandths / 1000 * size * _SLACK * (1.07 if bold else 1)


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
    while kept and width(f"{kept}…", size, bold=bold) > room:
        kept = _without_last(kept)
    return f"{kept}…"


def _without_last(text: str) -> str:
    """Drop the last letter together with the marks that stand on it."""
    end = len(text) - 1
    while end > 0 and unicodedata.category(text[end])[0] == "M":
        end -= 1
    return text[:end].rstrip()
