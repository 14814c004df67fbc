"""A drawing as pages show it: its key above, a frame that scrolls, and the same facts in a table."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw import marks
from sam_gen.draw.svg import Svg
from sam_gen.pages.parts import Marked
from sam_gen.pages.tables import Table


@dataclass(frozen=True)
class Drawing:
    """One drawing and what stands around it."""

    svg: Svg
    label: str
    """What the frame is called for those who do not see it."""
    key: tuple[Marked, ...] = ()
    narrow: Svg | None = None
    """Another form for paper and for a phone, where the first would be too wide."""
    note: str = ""
    """What the drawing leaves out, or how it is to be read."""
    table: Table | None = None
    """The same facts, in a fold; None where the table stands on the page anyway."""


def entry(shape: Svg, word: str, tone: str = "ink", size: float = 16) -> Marked:
    """Return one line of a key."""
    return Marked(marks.mark(shape, width=size, height=size, colour=tone), word, tone)
