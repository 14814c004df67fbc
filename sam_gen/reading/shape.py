"""What a Record class looks like from outside: which fields hold records, and which refer to records elsewhere.

References and ids are checked on the raw tree, not on finished records: so a dangling reference is reported in
the same run as a wrong word two lines above it.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sam_gen.model.claims import Claim, widen
from sam_gen.model.place import PlacedDict, PlacedText, Raw
from sam_gen.model.record import Record
from sam_gen.model.scalars import RefersTo


@dataclass
class Shape:
    """The fields of one Record class by the key that stands in the YAML."""

    record: type[Record]
    keys: tuple[str, ...] = ()
    required: frozenset[str] = frozenset()
    records: dict[str, Shape] = field(default_factory=dict)
    """Fields that hold a record or a list of records."""
    references: dict[str, RefersTo] = field(default_factory=dict)
    """Fields that hold an id, or a list of ids, of other records."""


@cache
def shape_of(record: type[Record]) -> Shape:
    """Return the shape of a Record class; it is worked out once."""
    keys = {info.alias or name: info for name, info in record.model_fields.items()}
    shape = Shape(record, tuple(keys), frozenset(key for key, info in keys.items() if info.is_required()))
    hints = typing.get_type_hints(record, include_extras=True)
    for name, info in record.model_fields.items():
        key = info.alias or name
        inner, refers = _inside(hints[name])
        inner = inner or _generic_record(info.annotation)
        refers = refers or next((mark for mark in info.metadata if isinstance(mark, RefersTo)), None)
        if inner:
            shape.records[key] = shape_of(inner)
        if refers:
            shape.references[key] = refers
    return shape


def _inside(hint: Any) -> tuple[type[Record] | None, RefersTo | None]:
    """Look through Annotated, unions and tuples for a Record class and a reference mark."""
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint, None
    if typing.get_origin(hint) is typing.Annotated:
        base, *marks = typing.get_args(hint)
        refers = next((mark for mark in marks if isinstance(mark, RefersTo)), None)
        return (None, refers) if refers else _inside(base)
    if typing.get_origin(hint) in (tuple, typing.Union, types.UnionType):
        for part in typing.get_args(hint):
            found = _inside(part)
            if any(found):
                return found
    return None, None


def _generic_record(annotation: Any) -> type[Record] | None:
    """Find a parametrised Record, such as Claim[Support], inside what pydantic made of an annotation."""
    return _inside(annotation)[0]


def written_out(shape: Shape, node: Raw) -> Raw:
    """Return a record as a mapping even where the short form of a claim, its bare value, was typed."""
    if isinstance(node, PlacedText) and issubclass(shape.record, Claim):
        whole: PlacedDict = widen(node)[0]
        return whole
    return node
