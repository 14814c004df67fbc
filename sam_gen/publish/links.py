"""Whether every link of a finished site leads somewhere. Neither engine checks links inside HTML."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_UNSEEN = re.compile(r"<!--.*?-->|(<(script|style|textarea|title)\b[^<>]*>).*?</\2\s*>", re.DOTALL | re.IGNORECASE)
"""What is not read as tags: comments, and the text inside some elements."""
_TAG = re.compile(r"""<[A-Za-z][^\s<>/"']*[\s/]((?:[^<>"']+|"[^"]*"|'[^']*')*)>""")
_WORTH = re.compile(r"(?:href|src|srcset|action|poster|id)\s*=", re.IGNORECASE)
"""Most tags have none of these; the others are taken apart."""
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LINKS = frozenset({"href", "src", "action", "poster"})
_WITHOUT = frozenset({"404.html"})
"""Served at any address, so its links are absolute and depend on the host."""


@dataclass(frozen=True, order=True)
class DeadLink:
    """A link that leads nowhere."""

    page: str
    link: str
    why: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link} {self.why}"


@dataclass(frozen=True)
class _Named:
    """What one page links to, and the places it names, each as often as it does."""

    links: tuple[str, ...]
    ids: tuple[str, ...]


def dead_links(site: Path) -> list[DeadLink]:
    """Return every relative link of a site folder whose file or fragment is not there, sorted."""
    return _dead(site, _pages(site))


def flaws(site: Path) -> list[str]:
    """Return what does not hold together, in words: dead links, and ids that stand twice on one page.

    Every page is read once, so the time grows with the size of the site alone.
    """
    pages = _pages(site)
    twice = [f"{name}: #{id_}" for name, page in pages.items() for id_, n in Counter(page.ids).items() if n > 1]
    return [*(f"dead link: {dead}" for dead in _dead(site, pages)), *(f"id twice: {place}" for place in sorted(twice))]


def _dead(site: Path, pages: dict[str, _Named]) -> list[DeadLink]:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ids = {name: frozenset(page.ids) for name, page in pages.items()}
    checked = ((name, page) for name, page in pages.items() if name not in _WITHOUT)
    return sorted({dead for name, page in checked for dead in _check(name, page, files, ids)})


def _pages(site: Path) -> dict[str, _Named]:
    paths = [path for path in site.rglob("*.html") if path.is_file()]
    return {path.relative_to(site).as_posix(): _named(path.read_text(encoding="utf-8")) for path in paths}


def _named(text: str) -> _Named:
    links: dict[str, None] = {}
    ids: list[str] = []
    for attributes in filter(_WORTH.search, _TAG.findall(_UNSEEN.sub(r"\1", text))):
        for mixed, *values in _ATTRIBUTE.findall(attributes):
            name, value = mixed.lower(), unescape("".join(values))
            if name == "id":
                ids.append(value)
            elif name in _LINKS:
                links[value] = None
            elif name == "srcset":
                links |= {one.split()[0]: None for one in re.split(r",\s", value) if one.strip()}
    return _Named(tuple(links), tuple(ids))


def _check(name: str, page: _Named, files: set[str], ids: dict[str, frozenset[str]]) -> Iterator[DeadLink]:
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = _resolve(name, unquote(parts.path))
        if target not in files:
            yield DeadLink(name, link, "leads to nothing")
        elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
            yield DeadLink(name, link, f"names a place that is not on {target}")


def _resolve(page: str, path: str) -> str:
    """Return the file a relative or root-relative path leads to from a page."""
    if not path:
        return page
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    target = posixpath.normpath(joined)
    if path.endswith("/") or target == "." or path.endswith("..") or path == ".":
        return posixpath.normpath(posixpath.join(target, "index.html"))
    return target
