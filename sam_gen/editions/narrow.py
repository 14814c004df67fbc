"""Records become what a clearance may see: fields above it fall to their defaults, records above it are gone.

A reference to a record that is gone goes with it, and a record that cannot stand without such a reference goes
too. So nothing is left from which one could tell that something was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from sam_gen.model.record import Audience, Record
from sam_gen.reading.shape import shape_of

R = TypeVar("R", bound=Record)

_ORDER = (Audience.SHARED, Audience.INTERNAL, Audience.RESTRICTED)
Kept = Mapping[str, set[str]]
"""The ids that are left, by the list they stand in."""


def shows(clearance: Audience, audience: Audience) -> bool:
    """Tell whether a clearance reaches an audience."""
    return _ORDER.index(audience) <= _ORDER.index(clearance)


def audience_of(record: type[Record], field: str) -> Audience:
    """Return the audience of a field; it is static, so code can ask before any record is there."""
    extra = record.model_fields[field].json_schema_extra
    assert isinstance(extra, dict), f"{record.__name__}.{field} does not say who may see it"
    return Audience(str(extra["audience"]))


def narrow(record: R, clearance: Audience) -> R:
    """Return the record without the fields and the inner records above the clearance."""
    values = {name: _narrow_field(record, name, clearance) for name in type(record).model_fields}
    return record.model_copy(update=values)


def _narrow_field(record: Record, name: str, clearance: Audience) -> Any:
    if not shows(clearance, audience_of(type(record), name)):
        return type(record).model_fields[name].get_default(call_default_factory=True)
    value = getattr(record, name)
    if isinstance(value, tuple):
        return tuple(_inner(item, clearance) for item in value if not _hidden(item, clearance))
    return None if _hidden(value, clearance) else _inner(value, clearance)


def _inner(value: Any, clearance: Audience) -> Any:
    return narrow(value, clearance) if isinstance(value, Record) else value


def _hidden(value: Any, clearance: Audience) -> bool:
    own = getattr(value, "audience", None) if isinstance(value, Record) else None
    return isinstance(own, Audience) and not shows(clearance, own)


def _named(record: type[Record]) -> bool:
    return record.named_by is not None or "id" in record.model_fields


# References to what is gone ---------------------------------------------------------


def without_lost(record: R, elsewhere: Kept) -> R:
    """Return the record without references to records that are neither in it nor in the lists given.

    Taking one record out may orphan another, so this goes on until nothing changes.
    """
    while True:
        kept = {**elsewhere, **ids_in(record)}
        cleaned = _cleaned(record, kept)
        assert cleaned is not None
        if cleaned == record:
            return record
        record = cleaned


def ids_in(record: Record) -> dict[str, set[str]]:
    """Return the ids of every list of identified records in a record, by the list's key."""
    return {
        key: {inner.id for inner in getattr(record, key) if getattr(inner, "id", None)}
        for key, shape in shape_of(type(record)).records.items()
        if key in type(record).model_fields and isinstance(getattr(record, key), tuple) and _named(shape.record)
    }


def _cleaned(record: R, kept: Kept) -> R | None:
    """Return the record with lost references taken out, or None if it cannot stand without one."""
    shape = shape_of(type(record))
    values: dict[str, Any] = {}
    for name, info in type(record).model_fields.items():
        key, value = info.alias or name, getattr(record, name)
        if key in shape.references and value is not None:
            lists = shape.references[key].lists
            if isinstance(value, tuple):
                values[name] = tuple(item for item in value if _there(item, lists, kept))
            elif not _there(value, lists, kept):
                if info.is_required():
                    return None
                values[name] = info.get_default(call_default_factory=True)
        elif key in shape.records and value is not None:
            if isinstance(value, tuple):
                values[name] = tuple(_left(value, kept))
            else:
                values[name] = _cleaned(value, kept)
    return record.model_copy(update=values)


def _left(records: tuple[Record, ...], kept: Kept) -> Iterator[Record]:
    for record in records:
        cleaned = _cleaned(record, kept)
        if cleaned is not None:
            yield cleaned


def _there(reference: str, lists: tuple[str, ...], kept: Kept) -> bool:
    wanted, slash, bare = reference.rpartition("/")
    return any(bare in kept.get(name, ()) for name in lists if not slash or name == wanted)
