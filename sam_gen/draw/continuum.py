"""The scale of the continuum: stages from left to right, and what we say on it.

Hollow marks are what we say: a diamond for our own view, two rings for the wish. Two marks on one stage stand side
by side, own view on the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import cut, width, wrap

_LINE = 62
"""Height of the line on which the marks stand."""
_LEAST_COLUMN = 172
_WIDE = 1200


@dataclass(frozen=True)
class Level:
    """One stage of the scale; texts are ready to print."""

    name: str
    looks_like: str
    own: str
    """What stands under "Own view" if it is this stage, such as its day; empty if it is not."""
    desired: str
    """The same for the wish."""


def own_view() -> Svg:
    """Return the mark of our own view, 16 by 16: a hollow diamond."""
    return el("path", d="M8 1.5 14.5 8 8 14.5 1.5 8Z", fill="var(--s-paper)", stroke="currentColor", stroke_width=1.8)


def desired() -> Svg:
    """Return the mark of the wish, 16 by 16: two rings."""
    outer = el("circle", cx=8, cy=8, r=6.3, fill="var(--s-paper)", stroke="currentColor", stroke_width=1.6)
    return Svg(outer + el("circle", cx=8, cy=8, r=2.8, fill="none", stroke="currentColor", stroke_width=1.6))


def scale(levels: Sequence[Level], title: str, description: str, uid: str) -> Svg:
    """Draw the scale; `description` says its message in a sentence, `uid` makes its ids unique on the page."""
    column = max(_LEAST_COLUMN, _WIDE / len(levels))
    across = column * len(levels)
    first, last = column / 2, across - column / 2
    height = _LINE + 84
    return el(
        "svg",
        el("title", title, id=f"{uid}-title"),
        el("desc", description, id=f"{uid}-desc"),
        el("path", d=f"M{first:g} {_LINE}H{last:g}", class_="s-line"),
        *(part for at, level in enumerate(levels) for part in _level(level, column * at + column / 2, column)),
        role="img",
        aria_labelledby=f"{uid}-title {uid}-desc",
        class_="s-drawing",
        viewBox=f"0 0 {across:g} {height}",
        width=across,
        height=height,
    )


def _level(level: Level, x: float, column: float) -> list[Svg]:
    parts = [el("path", d=f"M{x:g} {_LINE - 6}v12", class_="s-line")]
    both = bool(level.own and level.desired)
    aside, room = (column / 4, column / 2 - 8) if both else (0.0, column - 12)
    if level.own:
        parts += _said(own_view(), "Own view", level.own, x - aside, room, 11 if both else 0, x)
    if level.desired:
        parts += _said(desired(), "Desired", level.desired, x + aside, room, -11 if both else 0, x)
    marked = " s-bold" if level.own or level.desired else ""
    parts.append(_middle(cut(level.name, column - 12, 13, bold=True), x, _LINE + 28, f"s-t13{marked}"))
    lines = wrap(level.looks_like, column - 12, 12, lines=3)
    return parts + [_middle(line, x, _LINE + 46 + 14 * i, "s-t12 s-second") for i, line in enumerate(lines)]


def _said(shape: Svg, word: str, note: str, x: float, room: float, inward: float, stage: float) -> list[Svg]:
    """Place a mark beside its stage and its label above it; marks on one stage touch the stage from both sides."""
    at = stage if not inward else stage - inward
    spot = el("g", shape, transform=f"translate({at - 8:g} {_LINE - 8})", class_="s-ink")
    bold, plain = cut(word, room, 13, bold=True), cut(note, room, 12)
    middle = min(x, stage - width(bold, 13, bold=True) / 2 - 4) if inward > 0 else x
    return [spot, _middle(bold, middle, 24, "s-t13 s-bold"), _middle(plain, middle, 40, "s-t12 s-second")]


def _middle(text: str, x: float, y: float, class_: str) -> Svg:
    return el("text", text, x=x, y=y, text_anchor="middle", class_=class_)
