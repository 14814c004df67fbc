"""The coming year by month."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby

from sam_gen.advise.at_table import WITH_CLIENT
from sam_gen.assess.agenda import Moment, by_the_clock
from sam_gen.assess.portfolio import Dated, DateKind, Portfolio, Seen
from sam_gen.model.care import ReviewKind
from sam_gen.model.people import Meeting
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages.accounts import account_cell
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, day, long_day


@dataclass(frozen=True)
class Month:
    """One month and what falls into it."""

    id: str
    heading: str
    name: str
    size: int
    table: Table


def months(project: Project, index: Portfolio) -> tuple[Month, ...]:
    """Return the months that have a date, the next first; a review with the client and its meeting are one."""
    dated = [(seen, one) for seen in index.accounts for one in seen.dates if not _is_review(seen, one)]
    dated.sort(key=lambda pair: (_moment(*pair), pair[0].account.id, pair[1].kind, pair[1].what))
    grouped = groupby(dated, key=lambda pair: (pair[1].date.year, pair[1].date.month))
    return tuple(_month(project, list(some)) for _, some in grouped)


def _moment(seen: Seen, one: Dated) -> Moment:
    """Return where it stands in the order of dates; a review begins with the meeting at which it is held."""
    meeting = _held(seen, one)
    return by_the_clock(one.date, meeting.time if meeting else one.time)


def _month(project: Project, some: list[tuple[Seen, Dated]]) -> Month:
    first: datetime.date = some[0][1].date
    name = " ".join(long_day(first).split()[2:])
    rows = tuple(
        Row(
            (
                Cell(day(one.date, project.as_of)),
                account_cell(project, seen),
                Cell(capital(one.kind.value)),
                Cell(_what(seen, one, project.playbook.words)),
            )
        )
        for seen, one in some
    )
    heads = columns("Day", "Account", "Kind", "What")
    return Month(
        f"{first.year}-{first.month:02}",
        f"{name}: {count(len(some), 'date')}",
        name,
        len(some),
        Table(name, heads, rows),
    )


def _held(seen: Seen, one: Dated) -> Meeting | None:
    """Return the meeting at which a review with the client is held: that of the day to which most of theirs come."""
    if one.kind is not DateKind.REVIEW or ReviewKind(one.what) not in WITH_CLIENT:
        return None
    that_day = [meeting for meeting in seen.account.meetings if meeting.date == one.date and meeting.theirs]
    return max(that_day, key=lambda meeting: len(meeting.theirs), default=None)


def _is_review(seen: Seen, one: Dated) -> bool:
    """Whether a date is a meeting that stands in the calendar as a review already."""
    held = [_held(seen, other) for other in seen.dates if other.date == one.date]
    return one.kind is DateKind.MEETING and any(meeting and meeting.what == one.what for meeting in held)


def _what(seen: Seen, one: Dated, words: Wording) -> str:
    meeting = _held(seen, one)
    said = words.say(ReviewKind(one.what)) if one.kind is DateKind.REVIEW else one.what
    return f"{said}: {meeting.what}" if meeting else said
