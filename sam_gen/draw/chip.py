"""A person as a small chip: how they stand, their name, and what the drawing says of them besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw import html, marks
from sam_gen.draw.svg import Svg, el


@dataclass(frozen=True)
class Chip:
    """One person; every text is ready to print."""

    name: str
    mark: Svg
    """16 by 16, from `marks`, already with its colour."""
    word: str
    """What the mark says, for those who do not see it."""
    more: str = ""
    """What stands behind the name: an influence, who of us talks with them."""
    tone: str = "grey"
    """Of what stands behind the name."""
    heavy: bool = False
    """Key player: the heavy frame."""
    open: bool = False
    """Not known how they stand: the dashed frame."""


def person(
    name: str, support: str | None, word: str, *, counts: bool = True, more: str = "", tone: str = "grey", heavy: bool
) -> Chip:
    """Return the chip of somebody by how they stand towards us, grey where that no longer counts."""
    shape, colour = marks.support(support, counts=counts)
    return Chip(name, marks.mark(shape, colour=colour), word, more, tone, heavy, support is None)


def chips(some: Sequence[Chip], most: int, more: str = "") -> Svg:
    """Draw chips as a list that wraps, at most so many; `more` says who is left out. Nothing for nobody."""
    shown = [_chip(one) for one in some[:most]]
    rest = len(some) - len(shown)
    if rest:
        shown.append(el("li", f"and {rest} {more}".strip(), class_="s-chip-rest"))
    return html.block("ul", *shown, class_="s-chips") if shown else Svg("")


def _chip(one: Chip) -> Svg:
    kind = f"s-chip{' s-chip--key' if one.heavy else ''}{' s-chip--open' if one.open else ''}"
    return html.block(
        "li",
        one.mark,
        html.name(one.name),
        el("span", one.more, class_=f"s-chip-more s-{one.tone}") if one.more else "",
        html.hidden(f", {one.word}"),
        class_=kind,
    )
