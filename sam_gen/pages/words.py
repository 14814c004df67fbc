"""How values read: dates, days, amounts, numbers and names."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from sam_gen.assess.readable import spelt

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LONG_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_LONG_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_TWO_FORMS = re.compile(r"([^()]*\S)\s*\(([^()]+)\)")
"""A name and the same name in another script."""
_FAMILY_FIRST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")

NAMED = 3
"""Names in a sentence before the others are counted."""

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


def day(date: datetime.date, as_of: datetime.date) -> str:
    """Print a day: with its weekday within three weeks, with its year unless it is this one."""
    text = f"{date.day} {_MONTHS[date.month - 1]}"
    if abs((date - as_of).days) <= 21:
        return f"{_WEEKDAYS[date.weekday()]} {text}"
    return text if date.year == as_of.year else f"{text} {date.year}"


def month(date: datetime.date) -> str:
    """Print a month: Nov 26."""
    return f"{_MONTHS[date.month - 1]} {date.year % 100:02}"


def long_day(date: datetime.date) -> str:
    """Print a day in full: Friday 20 November 2026."""
    return f"{_LONG_WEEKDAYS[date.weekday()]} {date.day} {_LONG_MONTHS[date.month - 1]} {date.year}"


def on_day(date: datetime.date, as_of: datetime.date) -> str:
    """Print when to do something: today, tomorrow, on Tuesday, and from a week ahead on Tue 8 Dec."""
    days = (date - as_of).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    return f"on {_LONG_WEEKDAYS[date.weekday()] if 0 < days < 7 else day(date, as_of)}"


def span(days: int) -> str:
    """Say how long so many days are: "a year" is 365 of them."""
    return {1: "a day", 7: "a week", 14: "two weeks", 365: "a year"}.get(days, f"{days} days")


def span_of_minutes(minutes: int) -> str:
    """Print how long something takes: 45 minutes, 1 h, 2 h 10 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} minutes" if minutes != 1 else "1 minute"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def until(days: int) -> str:
    """Print a distance in days as a reader would say it."""
    if days < 0:
        return f"{-days} d overdue"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} d")


def amount(value: Decimal, currency: str) -> str:
    """Print an amount with three significant digits: €180 k, €1.25 m, SEK 40 m.

    It is rounded first, halves up, so that 999,950 is €1 m and not €1000 k; the hundredth is the least that counts.
    """
    sign = _SIGNS.get(currency, f"{currency} ")
    size = _rounded(abs(value))
    minus = "−" if value < 0 and size else ""
    for unit, name in ((10**9, " bn"), (10**6, " m"), (10**3, " k")):
        if size >= unit:
            return f"{minus}{sign}{_plain(size / unit)}{name}"
    return f"{minus}{sign}{_plain(size)}"


def _rounded(size: Decimal) -> Decimal:
    least = max(size.adjusted() - 2, -2)
    return size.quantize(Decimal(1).scaleb(least), ROUND_HALF_UP)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: int) -> str:
    """Print a small number as a word, a larger one in digits."""
    return spelt(value)


def count(value: int, one: str, many: str = "") -> str:
    """Print a number with its noun."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def capital(sentence: str) -> str:
    """Begin with a capital."""
    return sentence[:1].upper() + sentence[1:]


def listed(names: list[str]) -> str:
    """Join names: a, b and c."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def some(names: Sequence[str], shown: int = NAMED, most: int = 0) -> str:
    """Join the first names and count the rest: a, b and two others; up to `most` of them are all named."""
    if len(names) <= max(shown, most):
        return listed(list(names))
    return listed([*names[:shown], count(len(names) - shown, "other")])


def _spoken(name: str) -> tuple[str, bool]:
    """Return the Latin one of two forms of a name, one of them in brackets, and whether the family name comes first."""
    forms = _TWO_FORMS.fullmatch(name)
    latin = [form for form in forms.groups() if _latin(form)] if forms else []
    if len(latin) != 1:
        return name, False
    return latin[0], any(unicodedata.name(sign, "").startswith(_FAMILY_FIRST) for sign in name)


def _latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(unicodedata.name(sign, "").startswith("LATIN") for sign in letters)


def short_name(name: str) -> str:
    """Shorten a name of two words or more to its initial and the rest: C. van der Meer.

    Of a name in two scripts, 田中 美咲 (Tanaka Misaki), the Latin one is what a team says aloud.
    """
    spoken, family_first = _spoken(name.strip())
    first, _, rest = spoken.partition(" ")
    if family_first or not rest.strip() or not first[0].isupper():
        return spoken
    return f"{first[0]}. {rest.strip()}"
