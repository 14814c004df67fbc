"""What of the example, or of the placeholders, still stands in a playbook that is meant to be somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sam_gen.reading.folders import Folders
from sam_gen.reading.starter import starter
from sam_gen.start.texts import EMPTY

_COMPANY = re.compile(r"^company:[ \t]*(.+?)[ \t]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True)
class Left:
    """One thing that nobody has made their own yet."""

    file: str
    line: int
    what: str


def left(folders: Folders) -> tuple[Left, ...]:
    """Return what is still as it came: the company, the team, the offerings. In the starter itself nothing is."""
    own = folders.root / folders.playbook
    if own.resolve() == (starter() / "playbook").resolve():
        return ()
    return tuple(_left(own, folders))


def _left(own: Path, folders: Folders) -> Iterator[Left]:
    company = _COMPANY.search(_text(own / "playbook.yml"))
    if company and company[1] in _companies():
        line = company.string.count("\n", 0, company.start()) + 1
        yield Left(folders.name_of(own / "playbook.yml"), line, f"the company, {company[1]}")
    for name, what in (("team.yml", "the team"), ("offerings.yml", "what we sell")):
        if _text(own / name) in _came(name):
            yield Left(folders.name_of(own / name), 1, what)


def _companies() -> set[str]:
    found = (_COMPANY.search(text) for text in _came("playbook.yml"))
    return {company[1] for company in found if company}


def _came(name: str) -> tuple[str, str]:
    """Return a file as `new` lays it down, with and without the example."""
    return _text(starter() / "playbook" / name), EMPTY[f"playbook/{name}"]


def _text(path: Path) -> str:
    """Return a text whatever its line ends: git may turn them. A file that is not there is nobody's example."""
    return path.read_text(encoding="utf-8") if path.is_file() else "\0"
