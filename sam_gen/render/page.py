"""`Page`: what a page is before and after it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of the site, as a value one can print."""

    path: str
    """The address, `accounts/hafenwerk/`; empty for the desk."""
    title: str
    """Plain text, for the browser tab, search and navigation."""
    template: str
    """The template, whose folder mirrors the address."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What the template prints: texts, whole numbers, drawings, and records of these."""
    wide: bool = True
    """Data pages use the full width; pages that are read in order keep the side bars."""
    searched: bool = True
    """Whether the page enters the search index."""
    nav: tuple[str, ...] = ()
    """Where it stands in the navigation: ("Method", "Continuum"); empty for pages that are reached by links alone."""

    @property
    def source(self) -> str:
        """The path of the Markdown file in a docs tree."""
        return f"{self.path}index.md"


@dataclass(frozen=True)
class Rendered:
    """A page as Markdown in which each HTML block has a slot."""

    page: Page
    markdown: str
    blocks: tuple[str, ...]
