"""`/`: the desk. What is late and what comes next, over all accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.log_lines import Stale, stale
from sam_gen.advise.seen_once import seen_once
from sam_gen.assess.agenda import Item
from sam_gen.assess.portfolio import Portfolio, Seen
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages import findings
from sam_gen.pages.attention import Pressing, desk_attention, pressing
from sam_gen.pages.colleagues import address as person_address
from sam_gen.pages.continuum_board import board_key
from sam_gen.pages.desk_dates import Date, beside
from sam_gen.pages.desk_tables import accounts_table, people_table
from sam_gen.pages.log_lines import stale_list
from sam_gen.pages.parts import Names, address, frame
from sam_gen.pages.tables import Link
from sam_gen.pages.words import span, until
from sam_gen.render.page import Page

_DUE_ROWS = 12


@dataclass(frozen=True)
class DeskItem:
    """One thing that is late or due soon, in one account."""

    what: str
    account: str
    address: str
    owner: Link
    when: str
    late: bool


@dataclass(frozen=True)
class _Seen:
    """What one account brings to the desk."""

    items: tuple[tuple[int, DeskItem], ...]
    stale: tuple[Account, tuple[Stale, ...]]


def desk_page(project: Project, index: Portfolio | None = None, found: Pressing | None = None) -> Page:
    """Build the desk in one pass over the index; index and what is pressing may have been worked out already."""
    index = index or seen_once(project.accounts, project.playbook, project.as_of)
    found = found or pressing(project)
    seen = [_see(project, one) for one in index.accounts]
    items = sorted((pair for one in seen for pair in one.items), key=lambda pair: (pair[0], pair[1].account))
    late = sum(item.late for _, item in items)
    dates = beside(project, index)
    waiting = Counter(one.finding.account for one in found.all)
    return Page(
        path="",
        title="Desk",
        template="desk.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(late, [item for _, item in items], dates.meetings) if seen else "",
            "attention": desk_attention(project, found) if seen else None,
            "items": tuple(item for _, item in items[:_DUE_ROWS]),
            "more": findings.more_items(max(0, len(items) - _DUE_ROWS)),
            "late": late,
            "soon": len(items) - late,
            "ahead": span(project.playbook.method.windows.desk_ahead),
            "beside": dates,
            "size": len(seen),
            "board_key": board_key(),
            "accounts": accounts_table(project, index, waiting),
            "people": people_table(project, index),
            "stale": stale_list(project, [one.stale for one in seen]),
        },
        nav=("Desk",),
    )


def _lede(late: int, items: list[DeskItem], dates: Sequence[Date]) -> str:
    account, when = (dates[0].account, dates[0].when) if dates else ("", "")
    return findings.late_things(late, items[0].account if late else "", account, when)


def _see(project: Project, seen: Seen) -> _Seen:
    account, ahead = seen.account, project.playbook.method.windows.desk_ahead
    names = Names(account, project.playbook, project.as_of)
    lines = [line for line in seen.lines if line[0].days is not None and line[0].days <= ahead]
    shown = tuple((line[0].days or 0, _item(line[0], project, account, names)) for line in lines)
    return _Seen(shown, (account, stale(account, project.playbook, seen.people, project.as_of)))


def _item(item: Item, project: Project, account: Account, names: Names) -> DeskItem:
    when = until(item.days) if item.days is not None else ""
    owner = _linked(names, item.owner, "no owner")
    return DeskItem(item.what, account.name, address(project, account), owner, when, item.overdue)


def _linked(names: Names, reference: str | None, nobody: str) -> Link:
    """Name somebody; one of us with the address of their page."""
    home = person_address(key_of(reference)) if names.ours(reference) else ""
    gone = ", who has left" if names.left(reference) else ""
    return Link(f"{names.full(reference)}{gone}" if names.full(reference) else nobody, home)
