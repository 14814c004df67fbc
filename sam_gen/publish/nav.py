"""The navigation: few entries, and never an account, so that a page's size does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sam_gen.render.escape import charref
from sam_gen.render.page import Page

Nav = list[Any]

TOP = ("Desk", "Accounts", "Portfolio", "Coaching", "Training", "Tools", "Method")
"""The entries in their order; others come after them."""
_INSIDE = {"Reference": ("Method", "Reference")}
"""Entries that stand inside another."""


@dataclass
class _Entry:
    """One title with its own page, or pages below it, or both."""

    source: str = ""
    below: dict[str, _Entry] = field(default_factory=dict)

    def under(self, titles: Iterable[str]) -> _Entry:
        """Return the entry at the end of the titles, which are laid out where they are missing."""
        entry = self
        for title in titles:
            entry = entry.below.setdefault(title, _Entry())
        return entry


def navigation(written: Iterable[str], pages: Iterable[Page]) -> Nav:
    """Return MkDocs' nav: the pages that say where they stand, in their order, then the hand-written ones as manual.

    A page at the root stands for the desk even if it says nothing: under `serve` it may be the list of problems.
    """
    root = _Entry()
    for page in pages:
        titles = page.nav or (() if page.path else TOP[:1])
        if titles:
            root.under((*_INSIDE.get(titles[0], titles[:1]), *titles[1:])).source = page.source
    manual = sorted(written)
    tops = sorted(root.below.items(), key=lambda entry: TOP.index(entry[0]) if entry[0] in TOP else len(TOP))
    nav = [_item(title, entry, manual if title == "Method" else []) for title, entry in tops]
    if manual and "Method" not in root.below:
        nav.append({"Method": [{"Manual": manual}]})
    return nav


def _item(title: str, entry: _Entry, manual: list[str]) -> dict[str, Any]:
    """Return one entry; a page that has others below it comes first among them, as the overview.

    Titles are escaped here: the theme prints them raw.
    """
    title = str(charref(title))
    if not entry.below and not manual:
        return {title: entry.source}
    own: Nav = [{"Overview": entry.source}] if entry.source else []
    below = [_item(name, inner, []) for name, inner in entry.below.items()]
    return {title: [*own, *below, *([{"Manual": manual}] if manual else [])]}
