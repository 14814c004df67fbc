"""HTML of drawings that are grids: text wraps in them by itself, so nothing can lie on anything else.

Each element stands on its own line, names keep their own direction, and a name never stands in an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sam_gen.draw.svg import Svg, el

_TWO_FORMS = re.compile(r"([^()]*\S) \(([^()]+)\)")
"""A name and in brackets the same name in another script."""


def block(tag: str, /, *children: Svg | str, **attributes: str | float | None) -> Svg:
    """Build an element with each child on its own line; empty children are left out."""
    kept = [part for child in children if child for part in (child, Svg("\n"))]
    return el(tag, Svg("\n"), *kept, **attributes)


def figure(*children: Svg | str, kind: str, label: str) -> Svg:
    """Frame a drawing; `label` says what it is, `kind` is its class. What it says stands in a table beside it too."""
    return block("figure", *children, class_=f"s-figure-of s-{kind}", role="group", aria_label=label,
                 data_search_exclude="")  # fmt: skip


def scrolling(table: Svg, label: str) -> Svg:
    """Put a wide table into a frame of its own that scrolls with the keyboard too."""
    return block("div", table, class_="s-scroll", role="region", tabindex="0", aria_label=f"{label}, scrolls sideways")


def name(text: str, class_: str | None = None) -> Svg:
    """Print a name in its own direction, whichever way the line runs; of two forms of it, each in its own."""
    forms = _TWO_FORMS.fullmatch(text)
    if forms:
        first, second = forms.groups()
        return el("bdi", el("bdi", first), " (", el("bdi", second), ")", dir="ltr", class_=class_)
    return el("bdi", text, class_=class_)


def hidden(text: str) -> Svg:
    """Print a word for those who do not see the mark that says it."""
    return el("span", text, class_="s-hidden")


def second(text: str, tone: str = "") -> Svg:
    """Print a second line; nothing for an empty one."""
    return el("span", text, class_=f"s-second s-{tone}" if tone else "s-second") if text else Svg("")


def head(*children: Svg | str, class_: str | None = None, span: int | None = None) -> Svg:
    """Build the head of a column, or of several."""
    return block("th", *children, scope="colgroup" if span else "col", class_=class_, colspan=span)


def side(*children: Svg | str, class_: str | None = None) -> Svg:
    """Build the head of a row."""
    return block("th", *children, scope="row", class_=class_)


def row(cells: Iterable[Svg], class_: str | None = None) -> Svg:
    """Build a row of a table."""
    return block("tr", *cells, class_=class_)
