"""The navigation: few entries, and never an account, so that a page's size does not grow with their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Nav = list[Any]


def navigation(written: Sequence[str]) -> Nav:
    """Return MkDocs' nav: the desk, then the hand-written pages as the manual."""
    manual = sorted(uri for uri in written if uri != "index.md")
    nav: Nav = [{"Desk": "index.md"}]
    return [*nav, {"Manual": manual}] if manual else nav
