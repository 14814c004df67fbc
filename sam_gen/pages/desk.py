"""`/`: the desk. What is late and what comes next, over all accounts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.advise.log_lines import Stale, stale
from sam_gen.assess.agenda import Item, meetings_to_come, open_items
from sam_gen.assess.people import backing, standings, tier_of
from sam_gen.assess.portfolio import key_of
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages import findings
from sam_gen.pages.attention import Pressing, desk_attention, pressing
from sam_gen.pages.colleagues import address as person_address
from sam_gen.pages.log_lines import stale_list
from sam_gen.pages.parts import Names, address, frame
from sam_gen.pages.tables import Link
from sam_gen.pages.words import day, span, until
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
class Date:
    """One agreed day with a client."""

    when: str
    what: str
    account: str
    address: str
    who: str


@dataclass(frozen=True)
class AccountRow:
    """One account in the table."""

    name: str
    address: str
    tier: str
    lead: Link
    late: int
    backing: str
    next_date: str
    next_what: str


@dataclass(frozen=True)
class _Seen:
    """What one account brings to the desk."""

    row: AccountRow
    items: tuple[tuple[int, DeskItem], ...]
    dates: tuple[tuple[datetime.date, Date], ...]
    stale: tuple[Account, tuple[Stale, ...]]


def desk_page(project: Project, found: Pressing | None = None) -> Page:
    """Build the desk in one pass over the accounts; what is pressing may have been worked out already."""
    seen = [_see(project, account) for account in project.accounts]
    items = sorted((pair for one in seen for pair in one.items), key=lambda pair: (pair[0], pair[1].account))
    dates = sorted((pair for one in seen for pair in one.dates), key=lambda pair: (pair[0], pair[1].account))
    late = sum(item.late for _, item in items)
    return Page(
        path="",
        title="Desk",
        template="desk.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(late, [item for _, item in items], [date for _, date in dates]) if seen else "",
            "attention": desk_attention(project, found or pressing(project)) if seen else None,
            "items": tuple(item for _, item in items[:_DUE_ROWS]),
            "more": findings.more_items(max(0, len(items) - _DUE_ROWS)),
            "late": late,
            "soon": len(items) - late,
            "ahead": span(project.playbook.method.windows.desk_ahead),
            "dates": tuple(date for _, date in dates[:_DUE_ROWS]),
            "rows": tuple(one.row for one in seen),
            "stale": stale_list(project, [one.stale for one in seen]),
        },
        nav=("Desk",),
    )


def _lede(late: int, items: list[DeskItem], dates: list[Date]) -> str:
    account, when = (dates[0].account, dates[0].when) if dates else ("", "")
    return findings.late_things(late, items[0].account if late else "", account, when)


def _see(project: Project, account: Account) -> _Seen:
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    ahead = playbook.method.windows.desk_ahead
    items = [item for item in open_items(account, as_of) if item.days is not None and item.days <= ahead]
    meetings = meetings_to_come(account, as_of)
    people = standings(account, playbook, as_of)
    figure, tier = backing(people), tier_of(account, playbook)
    backed = "not known yet" if figure.value is None else f"{figure.value:.0f} of {len(figure.because)}"
    row = AccountRow(
        name=account.name,
        address=address(project, account),
        tier=tier.name if tier else "none yet",
        lead=_linked(names, account.lead, "none yet"),
        late=sum(item.overdue for item in items),
        backing=backed,
        next_date=day(meetings[0].date, as_of) if meetings else "none agreed",
        next_what=meetings[0].what if meetings else "",
    )
    dates = tuple(
        (
            meeting.date,
            Date(
                when=day(meeting.date, as_of),
                what=meeting.what,
                account=account.name,
                address=address(project, account),
                who=", ".join([*map(names.their, meeting.theirs), *map(names.full, meeting.ours)]),
            ),
        )
        for meeting in meetings
    )
    shown = tuple((item.days or 0, _item(item, project, account, names)) for item in items)
    return _Seen(row, shown, dates, (account, stale(account, playbook, people, as_of)))


def _item(item: Item, project: Project, account: Account, names: Names) -> DeskItem:
    when = until(item.days) if item.days is not None else ""
    owner = _linked(names, item.owner, "no owner")
    return DeskItem(item.what, account.name, address(project, account), owner, when, item.overdue)


def _linked(names: Names, reference: str | None, nobody: str) -> Link:
    """Name somebody; one of us with the address of their page."""
    home = person_address(key_of(reference)) if names.ours(reference) else ""
    gone = ", who has left" if names.left(reference) else ""
    return Link(f"{names.full(reference)}{gone}" if names.full(reference) else nobody, home)
