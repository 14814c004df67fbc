"""Where links lead: relative between our own pages, by scheme allow-list to the outside."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

SCHEMES = ("https", "http", "mailto", "tel")

_OUTSIDE = re.compile(r"(?:https?://(?![/?#])|mailto:|tel:)[^\x00-\x20\x7f\\]+", re.IGNORECASE)


class LinkRefused(ValueError):
    """A template asked for a link that may not stand on a page."""


def leads_outside(url: str) -> bool:
    """Whether a link has a scheme of the list and a target, so that it can only lead out of the site."""
    return _OUTSIDE.fullmatch(url) is not None


def outside(url: str) -> Markup:
    """Return an outside link for an `href`; raises LinkRefused for a scheme that is not on the list."""
    if not leads_outside(url):
        raise LinkRefused(f"not a link for a page: {url!r}")
    return escape(url)


def between(source: str, target: str, *, folder: bool = False) -> Markup:
    """Return the relative link from one page address to another, such as `accounts/x/` to `accounts/x/map/#who`.

    With `folder` it ends in `index.html`, for a site that is opened from disk.
    """
    page, mark, fragment = target.partition("#")
    if not re.fullmatch(r"([a-z0-9][a-z0-9.-]*/)*([a-z0-9][a-z0-9.-]*)?", page):
        raise LinkRefused(f"not an address of this site: {target!r}")
    here, there = source.strip("/").split("/"), page.strip("/").split("/")
    here, there = [part for part in here if part], [part for part in there if part]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    relative = "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
    if page and not page.endswith("/"):
        relative = relative.removesuffix("/")
    elif folder:
        relative += "index.html"
    return escape((relative or "./") + (f"{mark}{fragment}" if mark else ""))
