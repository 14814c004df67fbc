"""Tables as values: what pages over all accounts put into one template part."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw.svg import Svg


@dataclass(frozen=True)
class Link:
    """A text that leads to one of our own pages; without an address it is plain."""

    text: str
    to: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell: a text or links, a second line, a colour that says the same as the words."""

    text: str = ""
    to: str = ""
    second: str = ""
    tone: str = ""
    links: tuple[Link, ...] = ()
    """Shown instead of the text, joined by commas."""
    prose: str = ""
    """Restricted Markdown, shown below the text."""
    sign: str = ""
    """A sign before the text that says nothing the text does not say."""
    mark: Svg | None = None


@dataclass(frozen=True)
class Column:
    """The head of a column; figures are aligned to the right."""

    text: str
    right: bool = False


@dataclass(frozen=True)
class Row:
    """The first cell is the head of the row."""

    cells: tuple[Cell, ...]
    id: str = ""
    """What others link to; empty for rows nobody links to."""


@dataclass(frozen=True)
class Table:
    """A table with a name for readers who cannot see it."""

    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wide: bool = False
    """A matrix: it scrolls in its own frame and keeps its first column; others stack on a phone."""


def columns(*heads: str) -> tuple[Column, ...]:
    """Return columns by their heads; one that begins with > is aligned to the right."""
    return tuple(Column(head.removeprefix(">"), head.startswith(">")) for head in heads)


UNKNOWN = Cell("not known yet", tone="grey")
UNWRITTEN = Cell("not written yet", tone="grey")
NONE = Cell("–", tone="grey")
"""Where there is nothing to say, and nothing is missing."""


def told(text: str | None, missing: str, tone: str = "grey", second: str = "") -> Cell:
    """Show a text, or in its colour what is missing instead of it."""
    return Cell(text, second=second) if text else Cell(missing, second=second, tone=tone)


def written(*texts: str | None) -> tuple[Cell, ...]:
    """Show texts of the playbook, a cell each; one that is not there yet is said to be so."""
    return tuple(Cell(text) if text else UNWRITTEN for text in texts)


def to_ask(question: str | None) -> Cell:
    """Show a value that nobody knows yet, with the question that would find it."""
    return Cell(UNKNOWN.text, second=f"ask: {question}" if question else "", tone=UNKNOWN.tone)
