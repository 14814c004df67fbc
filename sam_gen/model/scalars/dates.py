"""Days, times of day and the span of a plan."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, core_schema

from sam_gen.model.days import likely_day
from sam_gen.model.problem import quoted
from sam_gen.model.scalars.refusal import refuse, text_of

YEARS = range(1900, 2200)
"""A year outside is a slip of the finger, and arithmetic with days may leave the calendar there."""


def read_date(text: str) -> datetime.date:
    """Read YYYY-MM-DD; raises the SAM034 error for anything else, a day that does not exist included."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        likely = likely_day(text)
        hint = f"Did you mean {likely}? " if likely else ""
        remedy = f"{hint}Write it as YYYY-MM-DD, for example 2027-03-31."
        raise refuse("SAM034", f"{quoted(text)} is not a date", remedy)
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise refuse("SAM034", f"{quoted(text)} is not a day of the calendar", "Check month and day.") from None
    return _within_years(day)


def _within_years(day: datetime.date) -> datetime.date:
    if day.year not in YEARS:
        remedy = f"Years from {YEARS[0]} to {YEARS[-1]} are read."
        raise refuse("SAM034", f"the year {day.year:04} cannot be meant", remedy)
    return day


Date = Annotated[datetime.date, PlainValidator(lambda value: read_date(text_of(value, "a date")))]


def _read_clock(value: Any) -> str:
    text = text_of(value, "a time")
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII):
        raise refuse("SAM034", f"{quoted(text)} is not a time of day", "Write it as HH:MM, for example 09:30.")
    return text


TimeOfDay = Annotated[str, PlainValidator(_read_clock)]


@dataclass(frozen=True)
class Timeframe:
    """The span a plan covers, both days included."""

    start: datetime.date
    end: datetime.date

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def read(cls, value: Any) -> Timeframe:
        """Read `2027` as that calendar year, or `2026-07-01 to 2027-06-30`."""
        text = text_of(value, "a timeframe")
        if re.fullmatch(r"[12]\d{3}", text, re.ASCII):
            first = _within_years(datetime.date(int(text), 1, 1))
            return cls(first, first.replace(month=12, day=31))
        start, to, end = text.partition(" to ")
        if not to:
            remedy = "Write a year, 2027, or two days: 2026-07-01 to 2027-06-30."
            raise refuse("SAM034", f"{quoted(text)} is not a timeframe", remedy)
        span = cls(read_date(start.strip()), read_date(end.strip()))
        if span.end < span.start:
            raise refuse("SAM034", "the timeframe ends before it starts", "Put the earlier day first.")
        return span
