"""The navigation: few entries, and never an account, so that a page's size does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Nav = list[Any]


def navigation(written: Iterable[str]) -> Nav:
    """Return MkDocs' nav: the desk, then the hand-written pages as the manual."""
    manual = sorted(written)
    nav: Nav = [{"Desk": "index.md"}]
    return [*nav, {"Manual": manual}] if manual else nav
