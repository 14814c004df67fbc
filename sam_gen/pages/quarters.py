"""Quarters of our own year: their names and their first days."""

from __future__ import annotations

import datetime


def quarter_name(date: datetime.date, starts: int = 1) -> str:
    """Name the quarter of our own year: Q4 2026, or Q3 2026/27 where the year begins with another month."""
    quarter = (date.month - starts) % 12 // 3 + 1
    if starts == 1:
        return f"Q{quarter} {date.year}"
    first = date.year - (date.month < starts)
    return f"Q{quarter} {first}/{(first + 1) % 100:02}"


def quarter_start(date: datetime.date, starts: int = 1, after: int = 0) -> datetime.date:
    """Return the first day of the quarter a day lies in, or of one so many quarters after it."""
    months = date.year * 12 + date.month - 1 - (date.month - starts) % 12 % 3 + 3 * after
    return datetime.date(months // 12, months % 12 + 1, 1)


def quarter_ends(as_of: datetime.date, starts: int, number: int) -> tuple[datetime.date, ...]:
    """Return the last days of so many quarters that are over, the oldest first."""
    firsts = (quarter_start(as_of, starts, -back) for back in reversed(range(number)))
    return tuple(first - datetime.timedelta(1) for first in firsts)
