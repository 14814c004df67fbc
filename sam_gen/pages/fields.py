"""Every field of every file, read off the Record classes: so the page cannot say anything else than the reader."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sam_gen.model import scalars
from sam_gen.model.account import Account
from sam_gen.model.audience import Shown
from sam_gen.model.becoming import Becoming
from sam_gen.model.claims import Claim
from sam_gen.model.coaching import AccountCoaching, PersonCoaching
from sam_gen.model.curriculum import Lesson, Tool
from sam_gen.model.facilitation import Facilitation
from sam_gen.model.glossary import Glossary, SitePage
from sam_gen.model.method import Offerings
from sam_gen.model.onboarding import Onboarding
from sam_gen.model.playbook import Settings, Team
from sam_gen.model.practice import Exercise
from sam_gen.model.provenance import Provenance
from sam_gen.model.questions import Ask, Here, QuestionFile
from sam_gen.model.record import Record
from sam_gen.model.scalars import Between, RefersTo, Word
from sam_gen.model.wording import Term, Words
from sam_gen.reading.playbook import MODELS
from sam_gen.reading.schema import BESIDE
from sam_gen.reading.shape import shape_of

FILES: Mapping[str, type[Record]] = {
    "accounts/<id>.yml": Account,
    "playbook/playbook.yml": Settings,
    "playbook/team.yml": Team,
    "playbook/offerings.yml": Offerings,
    "playbook/words.yml": Words,
    "playbook/onboarding.yml": Onboarding,
    "playbook/becoming.yml": Becoming,
    "playbook/facilitation.yml": Facilitation,
    "playbook/glossary.yml": Glossary,
    "playbook/provenance.yml": Provenance,
    **{f"playbook/models/{name}.yml": record for name, record in MODELS.items()},
    "playbook/curriculum/…/<lesson>.md": Lesson,
    "playbook/tools/<tool>.md": Tool,
    "playbook/questions/<name>.yml": QuestionFile,
    "playbook/cases/practice/<exercise>.yml": Exercise,
    "coaching/accounts/<id>.yml": AccountCoaching,
    "coaching/people/<id>.yml": PersonCoaching,
}
"""The files by their name, each with the record it holds."""

_TEXTS: tuple[tuple[Any, str], ...] = (
    (scalars.Line, "one line of text"),
    (Ask, "a question of one line, with its question mark"),
    (Here, "a question of one line, with slots in braces"),
    (scalars.Label, "a word or two"),
    (scalars.Letter, "one letter"),
    (scalars.Prose, "a short text in Markdown"),
    (scalars.Id, "an id: small letters, digits, hyphens"),
    (scalars.Tag, "a tag: small letters, digits, hyphens"),
    (scalars.RuleCode, "the code of a rule, SAM101"),
    (scalars.Money, "an amount in digits: 180000"),
    (scalars.Number, "a number in digits: 61 or 3.1"),
    (scalars.Currency, "three capital letters: EUR"),
    (scalars.Date, "a date: 2027-03-31"),
    (scalars.TimeOfDay, "a time: 09:30"),
    (scalars.Timeframe, "a year, 2027, or 2026-07-01 to 2027-06-30"),
    (scalars.Link, "a link: https://…, mailto:…"),
    (scalars.EditPattern, "a web address with {path} in it"),
    (scalars.Flag, "yes or no"),
    (SitePage, "a page of this site from its root: /method/health/"),
    (Term, "a field and its word: support/mentor"),
    (Shown, "shared or internal"),
)
"""What to write for each scalar type."""


@dataclass(frozen=True)
class FieldRow:
    """One field."""

    name: str
    sentence: str
    write: str
    """What stands behind the colon."""
    audience: str
    required: bool
    anchor: str = ""
    """The record it holds, if it holds one."""


@dataclass(frozen=True)
class RecordTable:
    """One record with its fields."""

    anchor: str
    path: str
    """Where it stands: a file, or the field it was first met in."""
    sentence: str
    rows: tuple[FieldRow, ...]


@cache
def record_tables() -> tuple[RecordTable, ...]:
    """Return every record that can be written, file by file, each once and where it is first met."""
    met: dict[str, RecordTable] = {}
    for path, record in FILES.items():
        for table in _below(path, record, met):
            met[table.anchor] = table
    return tuple(met.values())


def _below(path: str, record: type[Record], met: Mapping[str, RecordTable]) -> Iterator[RecordTable]:
    """Yield a record and, level by level, what it holds; the ones that were met are left out."""
    waiting, seen = [(path, record)], set(met)
    while waiting:
        where, now = waiting.pop(0)
        if anchor_of(now) in seen:
            continue
        seen.add(anchor_of(now))
        yield RecordTable(anchor_of(now), _heading(path, where), _about(now), tuple(_rows(now)))
        prefix = "" if where == path else f"{where}."
        waiting += [(f"{prefix}{key}", inner.record) for key, inner in shape_of(now).records.items()]


def _heading(path: str, where: str) -> str:
    """Say where a record stands; a field of an account needs no file beside it."""
    return where if where == path or path.startswith("accounts/") else f"{where} in {path.rpartition('/')[2]}"


def anchor_of(record: type[Record]) -> str:
    """Return the fragment of a record, `sponsorpair`: letters alone, for a hyphen would be escaped in a heading."""
    name = re.sub(r"Annotated\[int, Between\]", "Number", record.__name__)
    name = re.sub(r"Annotated\[str, .*\]", "Id", name) if "Annotated" in name else name
    return re.sub(r"[^a-z]+", "", name.lower())


def _about(record: type[Record]) -> str:
    origin = record.__pydantic_generic_metadata__["origin"] or record
    return (origin.__doc__ or "").partition("\n")[0].strip()


def _rows(record: type[Record]) -> Iterator[FieldRow]:
    hints = typing.get_type_hints(record, include_extras=True)
    for name, info in record.model_fields.items():
        key = info.alias or name
        if name in BESIDE.get(record, ()):
            continue
        inner = shape_of(record).records.get(key)
        hint = hints[name] if not isinstance(hints[name], TypeVar) else info.annotation
        written = what(hint, tuple(info.metadata))
        if inner:
            written = _holds(inner.record, listed=_is_list(hint))
        extra = info.json_schema_extra
        yield FieldRow(
            name=key,
            sentence=info.description or "",
            write=written,
            audience=str(extra["audience"]) if isinstance(extra, dict) else "",
            required=info.is_required(),
            anchor=anchor_of(inner.record) if inner else "",
        )


def _holds(record: type[Record], *, listed: bool) -> str:
    """Say what a field with records takes; a claim has a short form, its bare value."""
    if issubclass(record, Claim):
        info = record.model_fields["value"]
        return f"{what(info.annotation, tuple(info.metadata))}; or claims with basis and date"
    return "a list of records" if listed else "a record"


def _is_list(hint: Any) -> bool:
    return any(typing.get_origin(part) is tuple for part in _parts(hint))


def _parts(hint: Any) -> Iterator[Any]:
    """Yield a type and everything it is wrapped around."""
    yield hint
    if typing.get_origin(hint) is typing.Annotated:
        yield from _parts(typing.get_args(hint)[0])
    elif typing.get_origin(hint) in (tuple, typing.Union, types.UnionType):
        for part in typing.get_args(hint):
            yield from _parts(part)


def what(hint: Any, marks: tuple[Any, ...] = ()) -> str:
    """Say what to write for a type: words of a list, a span, an id, a date."""
    for part in _parts(hint):
        said = _said(part, marks)
        if said:
            return f"{said}; or a list of them" if _is_list(hint) else said
    return "text"


def _said(part: Any, marks: tuple[Any, ...]) -> str:
    if isinstance(part, type) and issubclass(part, Word):
        return ", ".join(word.value for word in part)
    if typing.get_origin(part) is typing.Annotated:
        marks = (*marks, *typing.get_args(part)[1:])
    for mark in marks:
        if isinstance(mark, Between):
            return f"a whole number, {mark.low} to {mark.high}{mark.unit and ' ' + mark.unit}"
        if isinstance(mark, RefersTo):
            return f"an id of {' or '.join(mark.lists)}"
    return next((words for known, words in _TEXTS if known == part), "")
