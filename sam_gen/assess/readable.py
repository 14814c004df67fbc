"""How a reason says a day, in full, for it is read far from the page, and how it says how many.

Small numbers are words in a sentence; days, amounts and scores stay figures.
"""

from __future__ import annotations

import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def on(day: datetime.date) -> str:
    """Say a day as readers write it, whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def spelt(value: int) -> str:
    """Say a small number as a word, a larger one in figures."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else str(value)


def named(value: int, one: str, many: str) -> str:
    """Say how many there are: `one talk`, `three talks`."""
    return f"{spelt(value)} {one if value == 1 else many}"


def share(part: int, whole: int, one: str, many: str) -> str:
    """Say how many of how many, both in words or both in figures: `none of two talks`, `3 of 48 talks`."""
    if whole >= len(_NUMBERS):
        return f"{part} of {whole} {many}"
    return f"{spelt(part) if part else 'none'} of {named(whole, one, many)}"


def count(value: int, one: str, many: str) -> str:
    """Say how many there are in figures: `1 day`, `3 days`."""
    return f"{value} {one if value == 1 else many}"
