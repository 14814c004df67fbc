"""What both mouths give an engine beside the pages: assets, extensions, and what a page says about itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sam_gen.render.environment import escaped_title
from sam_gen.render.page import Page

ASSETS = Path(__file__).parent.parent / "assets"
EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""The Markdown extensions the pages are written for."""


def assets(suffix: str) -> list[Path]:
    """Return our stylesheets or scripts, in the order in which they are loaded."""
    return sorted(path for path in ASSETS.iterdir() if path.suffix == suffix)


def about(page: Page) -> dict[str, Any]:
    """Return what a page tells the theme about itself. The title is escaped, because the theme prints it as it is."""
    meta: dict[str, Any] = {"title": escaped_title(page)}
    if page.wide:
        meta["hide"] = ["navigation", "toc"]
    if not page.searched:
        meta["search"] = {"exclude": True}
    return meta
