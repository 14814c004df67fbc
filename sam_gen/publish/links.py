"""Whether every link of a finished site leads somewhere. Neither engine checks links inside HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TARGET = re.compile(r'<[a-z][^<>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
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


def dead_links(site: Path) -> list[DeadLink]:
    """Return every relative link of a site folder whose file or fragment is not there, sorted."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    texts = {name: (site / name).read_text(encoding="utf-8") for name in files if name.endswith(".html")}
    ids = {name: {unescape(id_) for id_ in _ID.findall(text)} for name, text in texts.items()}
    found = (dead for name, text in texts.items() if name not in _WITHOUT for dead in _check(name, text, files, ids))
    return sorted(set(found))


def _check(name: str, text: str, files: set[str], ids: dict[str, set[str]]) -> Iterator[DeadLink]:
    for raw in set(_TARGET.findall(text)):
        link = unescape(raw)
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
