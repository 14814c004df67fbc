"""Blocks: a section as a value, with what it says where nothing is known and where it comes from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.model.wording import Wording
from sam_gen.pages.parts import Marked, Names, Source, account_frame, source
from sam_gen.pages.tables import UNKNOWN, Cell, Table
from sam_gen.pages.words import amount, count, day, until


@dataclass(frozen=True)
class Entry:
    """One line of a list: when, what, and the second voice under it."""

    when: str
    what: str
    second: str = ""
    tone: str = "ink"
    mark: Marked | None = None


@dataclass(frozen=True)
class Block:
    """One section: a finding as its heading, what shows it, and its foot line."""

    heading: str
    source: Source | None = None
    more: str = ""
    lead: str = ""
    prose: str = ""
    drawing: Svg | None = None
    """Stands above the table, which says the same in words."""
    table: Table | None = None
    fold: str = ""
    """What the table is called where it is long enough to be folded away under its drawing."""
    entries: tuple[Entry, ...] = ()
    numbered: bool = False
    """Whether the entries are a list in order, without days."""
    hole: str = ""
    """What is missing although there is something to show."""
    empty: str = ""
    """The question to ask where there is nothing to show; printed where table and entries are empty."""


LONG = 12
"""From more rows on, a table under a drawing that says the same is folded away."""


def folding(drawing: object, rows: int, what: str) -> str:
    """Say what is in the fold of a long table; empty where it stays open."""
    return f"The same as a table: {what}" if drawing and rows > LONG else ""


@dataclass(frozen=True)
class Sight:
    """One account seen from one day: what every page about it needs."""

    project: Project
    account: Account
    names: Names
    read: datetime.date | None = None
    """The day on which it is read; None for a page that is read on the day it is seen from."""

    @classmethod
    def of(cls, project: Project, account: Account, read: datetime.date | None = None) -> Sight:
        """Return the sight of an account."""
        return cls(project, account, Names(account, project.playbook, project.as_of), read)

    @property
    def playbook(self) -> Playbook:
        """How the company works."""
        return self.project.playbook

    @property
    def as_of(self) -> datetime.date:
        """The day everything is seen from."""
        return self.project.as_of

    @property
    def currency(self) -> str:
        """The currency of the account's amounts."""
        return self.account.currency or self.playbook.settings.currency

    @property
    def ours(self) -> frozenset[str]:
        """The ids of our team."""
        return frozenset(colleague.id for colleague in self.playbook.team)

    @property
    def words(self) -> Wording:
        """What the company calls the words of the files."""
        return self.playbook.words

    def source(self, field: str) -> Source:
        """Cite the lines of one field."""
        return source(self.playbook, self.account, field)

    def source_in(self, part: str, *fields: str) -> Source:
        """Cite the first of these fields of a part of the account that is written, or the part."""
        record = getattr(self.account, part)
        written = next((field for field in fields if record and getattr(record, field)), None)
        return source(self.playbook, record, written) if written else self.source(part)

    def day(self, date: datetime.date) -> str:
        """Print a day; on what is read in another year, with its year."""
        text = day(date, self.as_of)
        bare = self.read is not None and self.read.year != date.year == self.as_of.year
        return f"{text} {date.year}" if bare and not text.endswith(f"{date.year}") else text

    def due(self, date: datetime.date | None) -> str:
        """Print a day with its distance."""
        if date is None:
            return "no day yet"
        return f"{self.day(date)}, {until((date - self.as_of).days)}"

    def ago(self, date: datetime.date) -> str:
        """Print a past day with its distance."""
        days = (self.as_of - date).days
        return f"{self.day(date)}, {'today' if days == 0 else f'{days} d ago'}"

    def owner(self, reference: str | None) -> str:
        """Name who answers for something; that nobody does is said."""
        return self.names.full(reference) or "no owner"

    def late(self, date: datetime.date | None) -> bool:
        """Whether a day has passed."""
        return date is not None and date < self.as_of

    def initiative(self, reference: str | None) -> str:
        """Return the name of an initiative of theirs."""
        key = key_of(reference)
        return next((one.name for one in self.account.initiatives if key and one.key == key), "")

    def page(self, section: str) -> dict[str, object]:
        """Return what every template of an account's page prints around its sections."""
        return {"frame": account_frame(self.project, self.account, self.names), "section": section}


def owner_cell(sight: Sight, reference: str | None, second: str = "") -> Cell:
    """Name who answers for something; nobody is a hole, somebody who has left too."""
    name = sight.names.full(reference)
    if not name:
        return Cell("no owner", second=second, tone="ochre")
    gone = sight.names.left(reference)
    return Cell(f"{name}, who has left" if gone else name, second=second, tone="ochre" if gone else "")


def amount_cell(sight: Sight, value: Decimal | None) -> Cell:
    """Print an amount; one that nobody knows is said to be so, never 0."""
    return UNKNOWN if value is None else Cell(amount(value, sight.currency))


def figure(value: Decimal | None) -> str:
    """Print a measured value; a value nobody knows is said to be so, never 0."""
    if value is None:
        return "not known yet"
    text = f"{abs(value):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{'−' if value < 0 else ''}{text}"


def tally(parts: list[tuple[int, str, str]], none: str) -> str:
    """Join counts that are not zero: two late, one open; `none` where all are."""
    said = [count(value, one, many) for value, one, many in parts if value]
    return ", ".join(said) or none
