"""What stands in the article of a page: tags, attributes and texts, whatever shell an engine puts around it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})

SPENT = frozenset({"data-search-exclude"})
"""Said to an engine, which may take it out when it has heard it."""


class _Article(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []
        self.title = ""
        self.open: list[str] = []
        self.pre = 0

    @property
    def inside(self) -> bool:
        return "article" in self.open

    def handle_starttag(self, tag, attrs):
        if self.inside:
            self.found.append((tag, tuple(sorted((name, value or "") for name, value in attrs if name not in SPENT))))
        if tag not in VOID:
            self.open.append(tag)
        self.pre += tag == "pre"

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if self.inside:
            self.found.append(("/", tag))
        self.pre -= tag == "pre"

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "head" in self.open:
            self.title += data
        if self.inside:
            text = data if self.pre else re.sub(r"\s+", " ", data)
            if self.found and isinstance(self.found[-1], str):
                text = self.found.pop() + text
            if text.strip() or self.pre:
                self.found.append(text if self.pre else re.sub(r"\s+", " ", text).strip())


def article(path: Path) -> list[object]:
    return _read(path).found


def title(path: Path) -> str:
    return _read(path).title.strip()


def _read(path: Path) -> _Article:
    reader = _Article()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader


def pages(site: Path) -> set[str]:
    """Return the addresses of a site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
