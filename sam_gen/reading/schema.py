"""The Record classes as JSON Schema, for completion and hints while somebody types.

The schema says what an editor can know: fields, words, forms. References and days of the calendar stay with
`sam-gen check`.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from typing import Any

from pydantic import BeforeValidator, PlainValidator
from pydantic.fields import FieldInfo

from sam_gen.model import claims, scalars
from sam_gen.model.account import Account
from sam_gen.model.becoming import Becoming
from sam_gen.model.coaching import AccountCoaching, PersonCoaching
from sam_gen.model.curriculum import Lesson, ThreeForms, Tool
from sam_gen.model.facilitation import Facilitation
from sam_gen.model.glossary import SITE_PAGE, Glossary, SitePage
from sam_gen.model.method import Offerings
from sam_gen.model.onboarding import Onboarding
from sam_gen.model.playbook import Settings, Team
from sam_gen.model.practice import Exercise
from sam_gen.model.provenance import Provenance
from sam_gen.model.questions import SLOTS, Ask, Here, QuestionFile
from sam_gen.model.record import Record
from sam_gen.model.review import Anchors
from sam_gen.model.wording import TERMS, Term, Words
from sam_gen.reading.playbook import MODELS

Schema = dict[str, Any]

KINDS: Mapping[str, type[Record]] = {
    "account": Account,
    "becoming": Becoming,
    "coaching-account": AccountCoaching,
    "coaching-person": PersonCoaching,
    "facilitation": Facilitation,
    "glossary": Glossary,
    "lesson": Lesson,
    "offerings": Offerings,
    "onboarding": Onboarding,
    "playbook": Settings,
    "practice": Exercise,
    "provenance": Provenance,
    "questions": QuestionFile,
    "team": Team,
    "tool": Tool,
    "words": Words,
    **{f"model-{name}": record for name, record in MODELS.items()},
}
"""One schema for each kind of file; of a lesson or tool, for the fields at its top."""

BESIDE: Mapping[type[Record], tuple[str, ...]] = {
    Account: ("id",),
    AccountCoaching: ("id",),
    PersonCoaching: ("id",),
    Exercise: ("id",),
    Lesson: ("id", "number", "body"),
    Tool: ("id", "body"),
}
"""What is not written as a field: the name of the file says it, or the text below the fields."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_ID: Schema = {"type": ["string", "integer"], "pattern": f"^{scalars.ID_PATTERN}$"}
_REFERENCE: Schema = {"type": ["string", "integer"], "pattern": f"^([a-z_]+/)?{scalars.ID_PATTERN}$"}
_DAY = r"(19|2[01])\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"

_FORMS: Mapping[Any, Schema] = {
    scalars.Line: _TEXT | {"maxLength": scalars.LONGEST_LINE},
    Ask: {"type": "string", "maxLength": scalars.LONGEST_LINE, "pattern": r"\?$"},
    Here: {
        "type": "string",
        "maxLength": scalars.LONGEST_LINE,
        "pattern": rf"^([^{{}}]|\{{({'|'.join(SLOTS)})\}})*\?$",
    },
    scalars.Label: _TEXT | {"maxLength": scalars.LONGEST_LABEL},
    scalars.Letter: _TEXT | {"maxLength": 1},
    scalars.Prose: _TEXT | {"maxLength": scalars.LONGEST_PROSE},
    scalars.Id: _ID,
    scalars.Tag: _ID | {"maxLength": scalars.LONGEST_TAG},
    scalars.Money: {"type": "number"},
    scalars.Number: {"type": "number"},
    scalars.Date: {"type": "string", "pattern": f"^{_DAY}$"},
    scalars.TimeOfDay: {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"},
    scalars.Currency: {"type": "string", "pattern": "^[A-Z]{3}$"},
    scalars.Link: {"type": "string", "pattern": "^(https?://|mailto:|tel:)"},
    scalars.EditPattern: {"type": "string", "pattern": r"^https?://.*\{path\}"},
    Term: {"enum": list(TERMS)},
    SitePage: {"type": "string", "pattern": f"^{SITE_PAGE}$"},
    scalars.RuleCode: {"type": "string", "pattern": r"^SAM[1-9]\d\d$"},
    scalars.Flag: {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]},
}
_NOTHING: Schema = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""A key without a value: not known yet. Said by what it is not, or editors would offer the word null."""
_TIMEFRAME: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1900, "maximum": 2199},
        {"type": "string", "pattern": rf"^((19|2[01])\d{{2}}|{_DAY} to {_DAY})$"},
    ]
}


def schema(kind: str) -> str:
    """Return the schema of one kind of file as text, ready to be written."""
    return json.dumps(_root(KINDS[kind]), ensure_ascii=False, indent=2) + "\n"


def _root(record: type[Record]) -> Schema:
    defs: dict[str, Schema] = {}
    root = _record(record, defs)
    beside = BESIDE.get(record, ())
    root["properties"] = {name: form for name, form in root["properties"].items() if name not in beside}
    root["required"] = [name for name in root["required"] if name not in beside]
    return {"$schema": _DIALECT, **root, "$defs": dict(sorted(defs.items()))}


def _record(record: type[Record], defs: dict[str, Schema]) -> Schema:
    hints = _hints(record)
    fields = record.model_fields
    return {
        "description": (record.__doc__ or record.__mro__[1].__doc__ or "").strip().split("\n")[0],
        "type": "object",
        "additionalProperties": False,
        "properties": {info.alias or name: _field(hints[name], info, defs) for name, info in fields.items()},
        "required": [info.alias or name for name, info in fields.items() if info.is_required()],
    }


def _hints(record: type[Record]) -> dict[str, Any]:
    """Return the type of each field as written; of a parametrised record, as it came out."""
    hints = typing.get_type_hints(record, include_extras=True)
    for name, info in record.model_fields.items():
        if isinstance(hints[name], typing.TypeVar):
            marks = tuple(info.metadata)
            hints[name] = typing.Annotated[(info.annotation, *marks)] if marks else info.annotation
    return hints


def _field(hint: Any, info: FieldInfo, defs: dict[str, Schema]) -> Schema:
    form = _form(hint, defs)
    if info.is_required():
        return {"description": info.description, **(form if "$ref" not in form else {"allOf": [form]})}
    forms = form["anyOf"] if set(form) == {"anyOf"} else [form]
    return {"description": info.description, "anyOf": [*forms, _NOTHING]}


def _form(hint: Any, defs: dict[str, Schema]) -> Schema:
    if hint in (ThreeForms, Anchors):
        item = _form(typing.get_args(typing.get_args(hint)[0])[0], defs)
        return {"type": "array", "items": item, "minItems": 3, "maxItems": 3}
    if hint in _FORMS:
        return dict(_FORMS[hint])
    if hint is scalars.Timeframe:
        return dict(_TIMEFRAME)
    if isinstance(hint, type):
        return _class(hint, defs)
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is typing.Annotated:
        return _annotated(arguments[0], arguments[1:], defs)
    inner = [argument for argument in arguments if argument is not type(None)]
    return _form(inner[0], defs)


def _annotated(base: Any, marks: tuple[Any, ...], defs: dict[str, Schema]) -> Schema:
    by_type = {type(mark): mark for mark in marks}
    if scalars.RefersTo in by_type:
        return dict(_REFERENCE)
    if between := by_type.get(scalars.Between):
        return {"type": "integer", "minimum": between.low, "maximum": between.high}
    if before := by_type.get(BeforeValidator):
        return _list(base, before.func is claims.widen, defs)
    return dict(_TEXT) if PlainValidator in by_type else _form(base, defs)


def _list(base: Any, widened: bool, defs: dict[str, Schema]) -> Schema:
    """Return the forms of a list: of records a list alone, of values one or a list, of claims one, bare or a list."""
    item = _form(typing.get_args(base)[0], defs)
    if widened:
        bare = _bare(base, defs)
        return {"anyOf": [bare, item, {"type": "array", "items": {"anyOf": [bare, item]}}]}
    several = {"type": "array", "items": item}
    return several if "$ref" in item else {"anyOf": [item, several]}


def _bare(base: Any, defs: dict[str, Schema]) -> Schema:
    """Return the short form of a claim: its value alone."""
    claim = typing.get_args(base)[0]
    return _form(_hints(claim)["value"], defs)


def _class(kind: type, defs: dict[str, Schema]) -> Schema:
    if issubclass(kind, scalars.Word):
        return {"enum": [word.value for word in kind]}
    if not issubclass(kind, Record):
        return dict(_TEXT)
    name = _name(kind)
    if name not in defs:
        defs[name] = {}
        defs[name] = _record(kind, defs)
    return {"$ref": f"#/$defs/{name}"}


def _name(record: type[Record]) -> str:
    """Return a name for a definition; of a claim, with what it is a claim of."""
    if not issubclass(record, claims.Claim):
        return record.__name__
    of = _hints(record)["value"]
    marks = typing.get_args(of)[1:]
    lists = [mark.lists[0] for mark in marks if isinstance(mark, scalars.RefersTo)]
    spans = [f"{mark.low}-to-{mark.high}" for mark in marks if isinstance(mark, scalars.Between)]
    return f"Claim-{(lists + spans or [getattr(of, '__name__', 'text')])[0]}"
