"""How a reason says a day, in full, for it is read far from the page, and how it says how many."""

from __future__ import annotations

import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def on(day: datetime.date) -> str:
    """Say a day as readers write it, whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def count(value: int, one: str, many: str) -> str:
    """Say how many there are: `1 talk`, `3 talks`."""
    return f"{value} {one if value == 1 else many}"
