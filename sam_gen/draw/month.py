"""One cell of the calendar: the marks of what falls into a month, with a number where it is more than one."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from sam_gen.draw.dates import shape
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import width, written

_MARK, _GAP = 16.0, 6.0


def month(kinds: Sequence[tuple[str, int]], words: str) -> Svg:
    """Draw the marks of one month side by side; `words` says the same."""
    parts: list[Svg] = [el("title", words)]
    x = 0.0
    for kind, times in kinds:
        parts.append(el("g", shape(kind), transform=f"translate({x:g} 1)", class_="s-ink"))
        x += _MARK
        if times > 1:
            wide = width(str(times), 12, bold=True)
            parts.append(written(str(times), x + 2, 14, wide + 1, bold=True))
            x += wide + 2
        x += _GAP
    across = max(ceil(x - _GAP), 1)  # browsers cut a fraction of a pixel, and the numbers with it
    return el(
        "svg", *parts, role="img", aria_label=words, class_="s-drawing s-month",
        viewBox=f"0 0 {across} 18", width=across, height=18,
    )  # fmt: skip
