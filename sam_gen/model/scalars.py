"""The only scalar types of the model.

The reader hands over each scalar as the text that was typed. A field's type alone decides what the text means,
so `NO`, `010`, `12:30` and `1_000` stay text wherever text is asked for. Every refusal names a code and a remedy.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import blake2b
from typing import Annotated, Any, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from sam_gen.model.days import likely_day
from sam_gen.model.place import PlacedDict, PlacedList, PlacedText
from sam_gen.model.problem import quoted

LONGEST_LINE = 300
LONGEST_PROSE = 4000
LONGEST_TAG = 30
LONGEST_LABEL = 40
LONGEST_LINK = 2000
ID_PATTERN = r"[a-z0-9][a-z0-9-]{0,79}"
ID_RULE = "An id has small letters a-z, digits and hyphens, at most 80, and begins with a letter or digit."
REFERENCE_PATTERN = rf"(?:[a-z_]+/)?{ID_PATTERN}"
YEARS = range(1900, 2200)
"""A year outside is a slip of the finger, and arithmetic with days may leave the calendar there."""

LINK_SCHEMES = ("https", "http", "mailto", "tel")


def refuse(code: str, message: str, remedy: str = "", **more: Any) -> PydanticCustomError:
    """Build the error that the reader turns into a Problem.

    `wrong` and `choices` let the reader offer the likely right word. It does so for the problems it lists: a file
    may hold a hundred thousand wrong words, and looking for the nearest takes time.
    """
    return PydanticCustomError(code, "{message}", {"message": message, "remedy": remedy, **more})


def text_of(value: Any, what: str) -> str:
    """Return the text behind a value, or refuse a list or mapping that stands where text is asked for."""
    if isinstance(value, str):
        return str(value)
    kind = "a list" if isinstance(value, list) else "a record with fields"
    remedy = (
        "If it is text that begins with [ or {, put it in double quotes." if "text" in what else f"Write {what} alone."
    )
    raise refuse("SAM032", f"expected {what}, found {kind}", remedy)


# Text -----------------------------------------------------------------------


def read_line(value: Any) -> str:
    """Read one line of text that is neither empty nor too long."""
    text = text_of(value, "one line of text")
    if not text.strip():
        raise refuse("SAM036", "the text is empty", "Leave the key without a value if it is not known yet.")
    if "\n" in text:
        raise refuse("SAM036", "one line of text is asked for, found several", "Put it on one line.")
    if len(text) > LONGEST_LINE:
        raise refuse("SAM036", f"{len(text)} characters, at most {LONGEST_LINE} fit", "Shorten the text.")
    return text


def _read_prose(value: Any) -> str:
    text = text_of(value, "text")
    if not text.strip():
        raise refuse("SAM036", "the text is empty", "Leave the key without a value if it is not known yet.")
    if len(text) > LONGEST_PROSE:
        raise refuse("SAM036", f"{len(text)} characters, at most {LONGEST_PROSE} fit", "Shorten the text.")
    return text


def _read_label(value: Any) -> str:
    text = read_line(value)
    if len(text) > LONGEST_LABEL:
        raise refuse("SAM036", f"{len(text)} characters, at most {LONGEST_LABEL} fit", "Use a word or two.")
    return text


def _read_letter(value: Any) -> str:
    text = text_of(value, "one letter")
    if not (len(text) == 1 and text.isalnum()):
        raise refuse("SAM036", f"{quoted(text)} is not one letter", "Write a single letter or digit: V.")
    return text


Line = Annotated[str, PlainValidator(read_line)]
"""One line of plain text, shown exactly as typed."""

Label = Annotated[str, PlainValidator(_read_label)]
"""A word or two that stand beside a mark or in a table, shown exactly as typed."""

Letter = Annotated[str, PlainValidator(_read_letter)]
"""One letter or digit that stands in a box."""

Prose = Annotated[str, PlainValidator(_read_prose)]
"""A short text in restricted Markdown: paragraphs, lists, emphasis, links; no HTML, no images."""


Body = Annotated[str, PlainValidator(lambda value: text_of(value, "text"))]
"""The text of a lesson or tool: Markdown, checked by the reader as it takes the file apart."""


# Ids and references -----------------------------------------------------------


def _read_id(value: Any) -> str:
    text = text_of(value, "an id")
    if not re.fullmatch(ID_PATTERN, text):
        raise refuse("SAM037", f"{quoted(text)} is not an id", _id_remedy(text))
    return text


def _id_remedy(text: str) -> str:
    return f"{ID_RULE} For example: {slug(text)}." if re.search(r"\w", text) else ID_RULE


def slug(text: str) -> str:
    """Make an id of a name: ASCII letters and digits, hyphens between; a short digest where none are left.

    Only the beginning counts: decomposing a long row of accents takes time that grows with its square.
    """
    plain = (
        unicodedata.normalize("NFKD", text[:LONGEST_LINE].translate(_LETTERS))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return words or f"x-{blake2b(text.encode(errors='surrogatepass'), digest_size=4).hexdigest()}"


_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
    | {"þ": "th", "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i"}
)
"""Letters of European names that have no ASCII letter inside: without these, Bjørn would become bjrn."""


Id = Annotated[str, PlainValidator(_read_id)]


@dataclass(frozen=True)
class RefersTo:
    """Marks a field as a reference; `lists` are looked up in order."""

    lists: tuple[str, ...]


def _read_reference(value: Any) -> str:
    text = text_of(value, "an id")
    if not re.fullmatch(REFERENCE_PATTERN, text):
        raise refuse("SAM037", f"{quoted(text)} is not an id", _id_remedy(text.rpartition("/")[2]))
    return text


Ours = Annotated[str, PlainValidator(_read_reference), RefersTo(("team",))]
Theirs = Annotated[str, PlainValidator(_read_reference), RefersTo(("people",))]
Anybody = Annotated[str, PlainValidator(_read_reference), RefersTo(("team", "people"))]
TierId = Annotated[str, PlainValidator(_read_reference), RefersTo(("tiers",))]
InitiativeId = Annotated[str, PlainValidator(_read_reference), RefersTo(("initiatives",))]
UnitId = Annotated[str, PlainValidator(_read_reference), RefersTo(("units",))]
OfferingId = Annotated[str, PlainValidator(_read_reference), RefersTo(("offerings",))]
StageId = Annotated[str, PlainValidator(_read_reference), RefersTo(("stages",))]
DimensionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("dimensions",))]
IndicatorId = Annotated[str, PlainValidator(_read_reference), RefersTo(("indicators",))]
SignalId = Annotated[str, PlainValidator(_read_reference), RefersTo(("signals",))]
QuestionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("questions",))]
FunctionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("functions",))]
LevelId = Annotated[str, PlainValidator(_read_reference), RefersTo(("levels",))]
ObjectiveId = Annotated[str, PlainValidator(_read_reference), RefersTo(("objectives",))]
CriterionId = Annotated[str, PlainValidator(_read_reference), RefersTo(("criteria",))]
CompetencyId = Annotated[str, PlainValidator(_read_reference), RefersTo(("competencies",))]
ToolId = Annotated[str, PlainValidator(_read_reference), RefersTo(("tools",))]
LessonId = Annotated[str, PlainValidator(_read_reference), RefersTo(("lessons",))]


def _read_rule_code(value: Any) -> str:
    text = text_of(value, "a rule")
    if not re.fullmatch(r"SAM[1-9]\d\d", text, re.ASCII):
        likely = [code for code in [text.strip().upper()] if re.fullmatch(r"SAM[1-9]\d\d", code, re.ASCII)]
        message = f"{quoted(text)} is not the code of a rule"
        raise refuse("SAM033", message, "Write it as in the finding: SAM101.", wrong=text, choices=likely)
    return text


RuleCode = Annotated[str, PlainValidator(_read_rule_code)]


def _read_tag(value: Any) -> str:
    text = text_of(value, "a tag")
    if not re.fullmatch(ID_PATTERN, text) or len(text) > LONGEST_TAG:
        raise refuse("SAM037", f"{quoted(text)} is not a tag", _id_remedy(text))
    return text


Tag = Annotated[str, PlainValidator(_read_tag)]
"""A word to find accounts by, written like an id."""


# Numbers ----------------------------------------------------------------------


def _read_money(value: Any) -> Decimal:
    text = text_of(value, "an amount")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,4})?", text, re.ASCII):
        remedy = "Write digits alone, with a point for decimals: 180000 or 1250.50. The currency is the account's."
        raise refuse("SAM035", f"{quoted(text)} is not an amount", remedy)
    return Decimal(text)


def _read_number(value: Any) -> Decimal:
    text = text_of(value, "a number")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", text, re.ASCII):
        raise refuse(
            "SAM035", f"{quoted(text)} is not a number", "Write digits alone, with a point for decimals: 61 or 3.1."
        )
    return Decimal(text)


Number = Annotated[Decimal, PlainValidator(_read_number)]
"""A figure in the unit its record names."""


Money = Annotated[Decimal, PlainValidator(_read_money)]
"""An amount in the account's currency."""


def _read_currency(value: Any) -> str:
    text = text_of(value, "a currency")
    if not re.fullmatch(r"[A-Z]{3}", text, re.ASCII):
        likely = [code for code in [text.strip().upper()] if re.fullmatch(r"[A-Z]{3}", code, re.ASCII)]
        remedy = "Write the three capital letters: EUR, SEK, USD."
        raise refuse("SAM035", f"{quoted(text)} is not a currency", remedy, wrong=text, choices=likely)
    return text


Currency = Annotated[str, PlainValidator(_read_currency)]
"""An ISO 4217 code."""


@dataclass(frozen=True)
class Between:
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int
    unit: str = ""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def _read(self, value: Any) -> int:
        text = text_of(value, "a whole number")
        span = f"a whole number from {self.low} to {self.high}{self.unit and ' ' + self.unit}"
        if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII) or not self.low <= int(text) <= self.high:
            raise refuse("SAM035", f"{quoted(text)} is not {span}", f"Write {span}.")
        return int(text)


Influence = Annotated[int, Between(0, 10)]
"""0 to 10: how often decisions in their area go the way this person wants."""

Days = Annotated[int, Between(1, 3650, "days")]


# Time -------------------------------------------------------------------------


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


# Links ------------------------------------------------------------------------


def allowed_link(url: str) -> bool:
    """Tell whether a link may stand on a page: an allowed scheme, nothing hidden, a real target."""
    if len(url) > LONGEST_LINK or not url.isprintable() or re.search(r"[\s\\]", url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme.lower() not in LINK_SCHEMES:
        return False
    if parts.scheme.lower() in ("http", "https"):
        return bool(parts.hostname) and "@" not in parts.netloc
    return bool(parts.path)


def _read_link(value: Any) -> str:
    text = text_of(value, "a link")
    if not allowed_link(text):
        remedy = "A link begins with https://, http://, mailto: or tel:, without spaces and without a password."
        shown = re.sub(r"//[^/]*@", "//…@", text[:LONGEST_LINK])
        raise refuse("SAM038", f"{quoted(shown)} is not a link this site will show", remedy)
    return text


Link = Annotated[str, PlainValidator(_read_link)]


def _read_edit_pattern(value: Any) -> str:
    text = text_of(value, "a link")
    sample = text.replace("{path}", "accounts/x.yml").replace("{line}", "1")
    if "{path}" not in text or not sample.startswith(("https://", "http://")) or not allowed_link(sample):
        remedy = "Write a web address with {path} in it, like https://git.example.com/edit/main/{path}#L{line}."
        raise refuse("SAM038", f"{quoted(text)} is not a pattern for edit links", remedy)
    return text


EditPattern = Annotated[str, PlainValidator(_read_edit_pattern)]
"""A web address with `{path}` and perhaps `{line}` in it."""


# Words from a fixed list --------------------------------------------------------


class Word(StrEnum):
    """A choice among few words. Subclasses list them; the reader offers the nearest for a wrong one."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def read(cls, value: Any) -> Self:
        """Return the word for a text; refuses anything that is not on the list."""
        text = text_of(value, "a word")
        try:
            return cls(text)
        except ValueError:
            words = [word.value for word in cls]
            message = f"{quoted(text)} is not one of the words for this field"
            remedy = f"Possible: {', '.join(words)}."
            raise refuse("SAM033", message, remedy, wrong=text, choices=words) from None


def _read_flag(value: Any) -> bool:
    text = text_of(value, "yes or no")
    if text not in ("yes", "no", "true", "false"):
        message = f"{quoted(text)} is neither yes nor no"
        raise refuse("SAM033", message, "Write yes or no.", wrong=text, choices=("yes", "no", "true", "false"))
    return text in ("yes", "true")


Flag = Annotated[bool, PlainValidator(_read_flag)]


# Lists --------------------------------------------------------------------------


def _as_list(value: Any) -> Any:
    """Widen the short form of a list, a single value, to a list of one; refuse a record for a list."""
    if isinstance(value, PlacedList):
        return tuple(value)
    if isinstance(value, PlacedText):
        return (value,)
    if isinstance(value, PlacedDict):
        raise refuse("SAM032", "expected a list, found a record with fields", "Begin each entry with “- ”.")
    return value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
"""A list; a single value is a list of one."""
