"""Sheets of paper: which way a drawing of people lies on one, and what stands at the foot of each."""

from __future__ import annotations

from dataclasses import replace

from sam_gen.draw.sheet import foot
from sam_gen.pages.parts import Frame
from sam_gen.render.page import Page

_UPRIGHT, _LYING = (688, 907), (1016, 605)
"""Width and height of an A4 sheet between its margins, in pixels of CSS, less the heading above the drawing."""
_UNDER_HEADS = {"stands": 548, "lies": 378}
"""The height that the head of a page and the key of the map leave on the first sheet."""
_LEAST = 0.7
"""How far a printed drawing may shrink: 12 px become 8.4, a footnote. One that needs less is printed as its list."""


def sheet_of(width: float, height: float) -> tuple[str, ...]:
    """Say how a drawing is printed: it `stands` or `lies`, whichever shows it larger, or is a `list` where none can.

    It stands or lies `only` where the other way would not hold it, and is `short` where it fits below its page's head.
    """
    upright, lying = (min(1.0, room[0] / max(width, 1), room[1] / max(height, 1)) for room in (_UPRIGHT, _LYING))
    if max(upright, lying) < _LEAST:
        return ("list",)
    way = "stands" if upright >= lying else "lies"
    only = ("only",) if min(upright, lying) < _LEAST else ()
    short = ("short",) if height * _LEAST <= _UNDER_HEADS[way] else ()
    return (way, *only, *short)


def signed(page: Page) -> Page:
    """Give a page the foot of its printed sheets: what it is, for whom, as of when. The browser counts the sheets.

    A page for the table says between whom it is: the client reads it, and our editions are no matter of theirs.
    """
    frame = page.context.get("frame")
    if not isinstance(frame, Frame):
        return page
    whose = page.context.get("between", frame.edition)
    said = " · ".join((page.title, whose, f"as of {frame.seen_from}"))
    return replace(page, context={**page.context, "frame": replace(frame, sheet=foot(said))})
