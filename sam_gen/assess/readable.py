"""How a reason says a day, in full, for it is read far from the page, and how it says how many.

Small numbers are words in a sentence; days, amounts and scores stay figures.
"""

from __future__ import annotations

import datetime
import re

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


_SENTENCE = re.compile(r"(?<=[.?]) ")
_SOURCE = re.compile(
    r",\s(?!(?:and|or|but|who|which|that|what|because|if|when|once|nobody)\b)"
    r"(?:[^\s,;]+\s){1,5}?(?:say|says|said|tell|tells|told)\b[^,;]*$"
)
"""A closing clause that notes who said it when, or to whom; one that goes on with the matter stays."""


def their_wish(cares: str) -> str:
    """Return the first sentence of what somebody cares about as one can say it to them, without who said it when."""
    return _SOURCE.sub("", _SENTENCE.split(cares)[0].rstrip("."))


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
