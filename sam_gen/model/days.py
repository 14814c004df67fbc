"""The likely day behind another way of writing it."""

from __future__ import annotations

import datetime
import re

_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[t ]\d{2}:.*",
        r"(?P<day>\d{1,2})([-/. ])(?P<month>\d{1,2})\2(?P<year>\d{4})",
        r"(?P<month>\d{1,2})([-/])(?P<day>\d{1,2})\2(?P<year>\d{4})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[- ](?P<name>[a-z]{3,9})\.?[- ](?P<year>\d{4})",
        r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    )
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 40


def likely_day(text: str) -> datetime.date | None:
    """Return the day that is meant, or None where it could be two days or none.

    With points the day stands first everywhere. With strokes or hyphens 20/11/2026 is one day, 5/6/2026 is two.
    """
    wanted = text.strip().casefold()
    matches = [form.fullmatch(wanted) for form in _FORMS] if len(wanted) <= _LONGEST else []
    possible = {day for day in (_day(match.groupdict()) for match in matches if match) if day}
    return possible.pop() if len(possible) == 1 else None


def _day(parts: dict[str, str]) -> datetime.date | None:
    name = parts.get("name", "")[:3]
    if name and name not in _MONTHS:
        return None
    try:
        return datetime.date(
            int(parts["year"]), _MONTHS.index(name) + 1 if name else int(parts["month"]), int(parts["day"])
        )
    except ValueError:
        return None
