"""How messages say dates, numbers and names: in full, for they are read far from the page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.assess import readable

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST = 8
"""Words of a name or title that a message quotes."""
_WIDEST = 60
"""Letters of it."""


def on(date: datetime.date) -> str:
    """Print a day with its year: a message may be read in a log years later."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def spelt(number: int) -> str:
    """Print a small number as a word, as pages do."""
    return readable.spelt(number)


def days(number: int) -> str:
    """Print a number of days."""
    return f"{number} day" if number == 1 else f"{number} days"


def ago(number: int) -> str:
    """Print how long ago something was."""
    return f"{days(number)} ago" if number else "today"


def cut(text: str) -> str:
    """Shorten a name or title to its first words; a few signs without spaces count as words too."""
    words = text.split()
    if len(words) <= _LONGEST and len(text) <= _WIDEST:
        return text
    return f"{' '.join(words[:_LONGEST])[:_WIDEST].rstrip(' ,;:.')}…"


def quote(text: str) -> str:
    """Quote a title, shortened."""
    return f"“{cut(text)}”"


def join(parts: Sequence[str], last: str = "and") -> str:
    """Join: a, b and c."""
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)
