"""Beside the list of the desk: whom we meet next, what ends within the year, what changed this week."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.assess.portfolio import DateKind, Portfolio, Seen
from sam_gen.assess.reviews import changes
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.changes import change_entry
from sam_gen.pages.parts import Names, address
from sam_gen.pages.words import day, number, until

_MEETINGS, _ENDS, _CHANGES, _OF_ONE = 6, 4, 6, 2
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
    changed: tuple[Date, ...]


def beside(project: Project, index: Portfolio) -> Beside:
    """Gather the dates of all accounts in one pass over the index."""
    met = sorted((pair for seen in index.accounts for pair in _meetings(project, seen)), key=_by_day)
    ends = sorted((pair for seen in index.accounts for pair in _ends(project, seen)), key=_by_day)
    new = sorted((pair for seen in index.accounts for pair in _news(project, seen)), key=_by_day, reverse=True)
    left = len(met) - _MEETINGS
    return Beside(
        meetings=_shown(met, _MEETINGS),
        more=f"{number(left)} more in the calendar" if left > 0 else "",
        ends=_shown(ends, _ENDS),
        changed=_shown(new, _CHANGES),
    )


_Day = tuple[datetime.date, Date]


def _by_day(pair: _Day) -> tuple[datetime.date, str]:
    return pair[0], pair[1].account


def _shown(some: Sequence[_Day], most: int) -> tuple[Date, ...]:
    return tuple(date for _, date in some[:most])


def _meetings(project: Project, seen: Seen) -> Iterator[_Day]:
    names, as_of = Names(seen.account, project.playbook, project.as_of), project.as_of
    for meeting in seen.meetings:
        who = ", ".join([*map(names.their, meeting.theirs), *map(names.full, meeting.ours)])
        yield meeting.date, _date(project, seen, day(meeting.date, as_of), meeting.what, who)


def _ends(project: Project, seen: Seen) -> Iterator[_Day]:
    """A contract of several offerings that ends on one day is one line."""
    together: dict[datetime.date, list[str]] = {}
    for dated in seen.dates:
        if dated.kind is DateKind.CONTRACT:
            together.setdefault(dated.date, []).append(dated.what)
    for date, whats in together.items():
        what = whats[0] if len(whats) == 1 else f"{whats[0]} and {number(len(whats) - 1)} more"
        line = _date(project, seen, day(date, project.as_of), what, until((date - project.as_of).days))
        yield date, line


def _news(project: Project, seen: Seen) -> Iterator[_Day]:
    since, sight = project.as_of - datetime.timedelta(_WEEK), Sight.of(project, seen.account)
    for change in changes(seen.account, since, project.as_of)[:_OF_ONE]:
        entry = change_entry(sight, change)
        yield change.date, _date(project, seen, entry.when, entry.what, entry.second)


def _date(project: Project, seen: Seen, when: str, what: str, who: str) -> Date:
    return Date(when, what, seen.account.name, address(project, seen.account), who)
