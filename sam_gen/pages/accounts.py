"""`/accounts/`: every account, grouped by tier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.portfolio import Portfolio, Seen
from sam_gen.model.figure import Figure
from sam_gen.model.project import Project
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.opportunities import classes
from sam_gen.pages.parts import address, frame
from sam_gen.pages.tables import UNKNOWN, Cell, Link, Row, Table, columns
from sam_gen.pages.words import capital, count, day, number
from sam_gen.render.page import Page

_CHOICES = 8
"""Tiers that have a button of their own; the style sheet knows as many. Further ones show under all."""


@dataclass(frozen=True)
class Group:
    """The accounts of one tier."""

    id: str
    name: str
    heading: str
    size: int
    choice: int
    """The number of its button; 0 for none."""
    table: Table


@dataclass(frozen=True)
class Entry:
    """A lead or a tag with its accounts."""

    name: Link
    id: str
    accounts: tuple[Link, ...]


def accounts_page(project: Project, index: Portfolio) -> Page:
    """Build the list in one run over the index."""
    ours = Colleagues(project.playbook)
    groups = tuple(_group(project, index, ours, at, tier) for at, tier in enumerate(index.by_tier, 1))
    return Page(
        path="accounts/",
        title="Accounts",
        template="accounts.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(index),
            "total": len(index.accounts),
            "groups": groups,
            "leads": _leads(project, index, ours),
            "tags": tuple(
                Entry(Link(tag), f"tag-{tag}", tuple(account_link(project, seen) for seen in some))
                for tag, some in index.by_tag.items()
            ),
        },
        searched=False,
        nav=("Accounts",),
    )


def account_link(project: Project, seen: Seen) -> Link:
    """Return an account's name with its address."""
    return Link(seen.account.name, address(project, seen.account))


def account_cell(project: Project, seen: Seen, second: str = "") -> Cell:
    """Return the head of an account's row."""
    return Cell(seen.account.name, address(project, seen.account), second)


def backing_cell(figure: Figure) -> Cell:
    """Say how many key players are for us."""
    if figure.value is None:
        return UNKNOWN
    return Cell(f"{figure.value:.0f} of {len(figure.because)}")


def classes_cell(seen: Seen) -> Cell:
    """Count the open opportunities by class."""
    said = classes(seen.judged)
    return Cell(said) if said else Cell("none named yet", tone="grey")


def late_cell(late: int) -> Cell:
    """Say how many items are overdue."""
    return Cell(str(late), tone="red" if late else "")


def next_cell(project: Project, seen: Seen) -> Cell:
    """Say when we see the client next."""
    if not seen.meetings:
        return Cell("no date: agree one", tone="ochre")
    meeting = seen.meetings[0]
    return Cell(day(meeting.date, project.as_of), second=meeting.what)


def _lede(index: Portfolio) -> str:
    total = len(index.accounts)
    if not total:
        return ""
    late = sum(bool(seen.late) for seen in index.accounts)
    dateless = sum(not seen.meetings for seen in index.accounts)
    first = f"{capital(count(total, 'account'))}. "
    some = f"{capital(number(late)) if late else 'None'} {'has' if late == 1 else 'have'}"
    overdue = f"{'Each has' if late == total else some} something overdue"
    if total == 1:
        overdue = f"It has {'something' if late else 'nothing'} overdue"
        return f"{first}{overdue}; {'no' if dateless else 'a'} date with the client is agreed."
    rest = f"{number(dateless) if dateless else 'none'} {'has' if dateless == 1 else 'have'} no date with the client"
    return f"{first}{overdue}; {rest if dateless else 'each has a date with the client'}."


def _group(project: Project, index: Portfolio, ours: Colleagues, at: int, tier_id: str) -> Group:
    some = index.by_tier[tier_id]
    name = some[0].tier.name if some[0].tier else "No tier yet"
    heads = columns(
        "Account", "Lead", "Key players for us", "Opportunities", ">Overdue", "Next with the client", "Tags"
    )
    return Group(
        id=f"tier-{tier_id}" if tier_id else "no-tier",
        name=name,
        heading=f"{name}: {count(len(some), 'account')}",
        size=len(some),
        choice=at if at <= _CHOICES else 0,
        table=Table(name, heads, tuple(_row(project, seen, ours) for seen in some)),
    )


def _row(project: Project, seen: Seen, ours: Colleagues) -> Row:
    tags = tuple(Link(tag, f"accounts/#tag-{tag}") for tag in seen.account.tags)
    cells = (
        account_cell(project, seen),
        ours.cell(seen.account.lead, "no lead yet"),
        backing_cell(seen.backing),
        classes_cell(seen),
        late_cell(seen.late),
        next_cell(project, seen),
        Cell(links=tags) if tags else Cell("none", tone="grey"),
    )
    return Row(cells)


def _leads(project: Project, index: Portfolio, ours: Colleagues) -> tuple[Entry, ...]:
    def entry(link: Link, key: str, some: Sequence[Seen]) -> Entry:
        return Entry(link, key, tuple(account_link(project, seen) for seen in some))

    entries = [entry(ours.link(who), f"lead-{who}", load.leads) for who, load in index.loads.items() if load.leads]
    alone = [seen for seen in index.accounts if not ours.name(seen.account.lead)]
    return (*entries, *([entry(Link("No lead yet"), "no-lead", alone)] if alone else []))
