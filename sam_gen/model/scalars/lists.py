"""Lists, and the short form of a list of one."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator

from sam_gen.model.place import PlacedDict, PlacedList, PlacedText
from sam_gen.model.scalars.refusal import refuse


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
