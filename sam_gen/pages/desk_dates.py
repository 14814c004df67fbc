"""Beside the list of the desk: whom we meet next, what ends within the year, what changed this week."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.agenda import Moment, by_the_clock
from sam_gen.assess.notices import notices
from sam_gen.assess.portfolio import Portfolio, Seen
from sam_gen.assess.reviews import Change, changes
from sam_gen.model.account import Account
from sam_gen.model.footprint import Cell, HeldBy
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight
from sam_gen.pages.changes import change_entry
from sam_gen.pages.parts import Names, address
from sam_gen.pages.words import day, number, until

_MEETINGS, _ENDS, _CHANGES, _OF_ONE = 6, 5, 6, 2
"""Lines of each list, and of the changes those of one account."""
_WEEK = 7
"""Days a change is news."""


@dataclass(frozen=True)
class Date:
    """One day of one account."""

    when: str
    what: str
    account: str
    address: str
    who: str


@dataclass(frozen=True)
class Beside:
    """The lists beside what needs attention."""

    meetings: tuple[Date, ...]
    more: str
    """How many meetings are not shown."""
    ends: tuple[Date, ...]
    more_ends: str
    """How many ends and notice days are not shown."""
    changed: tuple[Date, ...]
    more_changed: str
    """How many changes are not shown."""


def beside(project: Project, index: Portfolio) -> Beside:
    """Gather the dates of all accounts in one pass over the index."""
    met = sorted((pair for seen in index.accounts for pair in _meetings(project, seen)), key=_by_day)
    ends = sorted((pair for seen in index.accounts for pair in _ends(project, seen)), key=_by_day)
    new = sorted((pair for seen in index.accounts for pair in _news(project, seen)), key=_by_day, reverse=True)
    left, left_ends = len(met) - _MEETINGS, len(ends) - _ENDS
    left_new = sum(len(_changed(project, seen)) for seen in index.accounts) - min(len(new), _CHANGES)
    return Beside(
        meetings=_shown(met, _MEETINGS),
        more=f"{number(left)} more in the calendar" if left > 0 else "",
        ends=_shown(ends, _ENDS),
        more_ends=f"{number(left_ends)} more in the calendar" if left_ends > 0 else "",
        changed=_shown(new, _CHANGES),
        more_changed=f"{number(left_new)} more on the account pages" if left_new > 0 else "",
    )


_Day = tuple[Moment, Date]


def _by_day(pair: _Day) -> tuple[Moment, str]:
    return pair[0], pair[1].account


def _shown(some: Sequence[_Day], most: int) -> tuple[Date, ...]:
    return tuple(date for _, date in some[:most])


def _meetings(project: Project, seen: Seen) -> Iterator[_Day]:
    names, as_of = Names(seen.account, project.playbook, project.as_of), project.as_of
    for meeting in seen.meetings:
        who = ", ".join([*map(names.their, meeting.theirs), *map(names.full, meeting.ours)])
        date = _date(project, seen, day(meeting.date, as_of), meeting.what, who)
        yield by_the_clock(meeting.date, meeting.time), date


def _ends(project: Project, seen: Seen) -> Iterator[_Day]:
    """Each end of a contract of ours is a line; its notice day, while it lies ahead, is a line of its own before it."""
    as_of, ahead = project.as_of, project.playbook.method.windows.look_ahead
    named = _contracts(project, seen.account)
    for end, what in named.items():
        if 0 <= (end - as_of).days <= ahead:
            said = f"{what} {until((end - as_of).days)}"
            yield by_the_clock(end, None), _date(project, seen, day(end, as_of), said, "")
    for one in notices(seen.account):
        if 0 <= (one.day - as_of).days <= ahead:
            said = f"notice day {until((one.day - as_of).days)}: {named[one.until]}, to {day(one.until, as_of)}"
            yield by_the_clock(one.day, None), _date(project, seen, day(one.day, as_of), said, "")


def _contracts(project: Project, account: Account) -> Mapping[datetime.date, str]:
    """Name what we hold until each day by the cell that pays most; what ends on one day is one contract."""
    ends: dict[datetime.date, list[Cell]] = {}
    for cell in account.footprint:
        if cell.until and cell.held_by is HeldBy.US:
            ends.setdefault(cell.until, []).append(cell)
    offerings = {one.id: one.name for one in project.playbook.offerings}
    units = {unit.key: unit.name for unit in account.units}
    found = {}
    for end, cells in ends.items():
        most = max(cells, key=lambda cell: cell.ours or 0)
        offering, unit = key_of(most.offering), key_of(most.unit)
        names = [offerings.get(offering, offering), units.get(unit, "")]
        more = f" and {number(len(cells) - 1)} more" if len(cells) > 1 else ""
        found[end] = f"{', '.join(name for name in names if name)}{more}"
    return found


def _news(project: Project, seen: Seen) -> Iterator[_Day]:
    sight = Sight.of(project, seen.account)
    for change in _changed(project, seen)[:_OF_ONE]:
        entry = change_entry(sight, change)
        yield by_the_clock(change.date, None), _date(project, seen, entry.when, entry.what, entry.second)


def _changed(project: Project, seen: Seen) -> tuple[Change, ...]:
    return changes(seen.account, project.as_of - datetime.timedelta(_WEEK), project.as_of)


def _date(project: Project, seen: Seen, when: str, what: str, who: str) -> Date:
    return Date(when, what, seen.account.name, address(project, seen.account), who)
