"""The key of a drawing: each mark with the word it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw import html
from sam_gen.draw.svg import Svg, el


@dataclass(frozen=True)
class Entry:
    """One mark and its word; without a mark the word explains itself."""

    mark: Svg | None
    word: str


def legend(entries: Sequence[Entry]) -> Svg:
    """Draw the key as a list that wraps; nothing where there is nothing to explain."""
    return html.block("ul", *(_entry(one) for one in entries), class_="s-keys") if entries else Svg("")


def _entry(one: Entry) -> Svg:
    if one.mark is None:
        return el("li", one.word)
    return el("li", el("span", one.mark, el("span", one.word), class_="s-marked"))
