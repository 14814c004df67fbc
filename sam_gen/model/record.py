"""`Record`, the base of every noun, and how a field says what it is and who may see it."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidatorFunctionWrapHandler, model_validator
from pydantic_core import PydanticCustomError, PydanticUndefined

from sam_gen.model.place import Place, PlacedDict, PlacedList

NOWHERE = Place("", 1, 1)


class Audience(StrEnum):
    """Who may see a field, from the widest circle to the narrowest."""

    SHARED = "shared"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


def shared(sentence: str, default: Any = PydanticUndefined, **more: Any) -> Any:
    """Declare a field that the client may see too, in a record that is itself shared."""
    return _field(Audience.SHARED, sentence, default, more)


def internal(sentence: str, default: Any = None, **more: Any) -> Any:
    """Declare a field for our account team alone. It always has a default: an edition may lack it."""
    return _field(Audience.INTERNAL, sentence, default, more)


def restricted(sentence: str, default: Any = None, **more: Any) -> Any:
    """Declare a field for leaders and coaches alone. It always has a default: an edition may lack it."""
    return _field(Audience.RESTRICTED, sentence, default, more)


def _field(audience: Audience, sentence: str, default: Any, more: dict[str, Any]) -> Any:
    return Field(default, description=sentence, json_schema_extra={"audience": audience.value}, **more)


class Record(BaseModel):
    """A frozen noun that knows its place in the YAML.

    Records are equal when their fields are equal; where they stand does not matter.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    named_by: ClassVar[str | None] = None
    """The field whose slug stands in for a missing `id`; None for records without identity."""

    _place: Place = PrivateAttr(NOWHERE)
    _end: int = PrivateAttr(1)
    _places: dict[str | tuple[str, int], Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        if isinstance(data, cls):
            return data
        if not isinstance(data, PlacedDict):
            raise PydanticCustomError("SAM032", "expected a record with fields", {"remedy": cls.example()})
        record = handler({key: value for key, value in data.items() if value is not None or key not in _keys(cls)})
        record._place, record._end = data.place, data.end
        record._places = _places_in(data)
        return record

    @classmethod
    def example(cls) -> str:
        """One line that shows the right form, for messages."""
        keys = [info.alias or name for name, info in cls.model_fields.items() if info.is_required()]
        return "Write it as {" + ", ".join(f"{key}: …" for key in keys or list(cls.model_fields)[:2]) + "}."

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return self._place

    @property
    def lines(self) -> tuple[int, int]:
        """The first and last line the record covers."""
        return self._place.line, self._end

    def place_of(self, field: str, item: int | None = None) -> Place:
        """Where the value of a field stands, or of one item of a list; the record's own place if unset."""
        name = type(self).model_fields[field].alias or field
        if item is not None:
            return self._places.get((name, item), self.place_of(field))
        return self._places.get(name, self._place)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))


@cache
def _keys(record: type[Record]) -> frozenset[str]:
    """Return the fields by the names that stand in the YAML."""
    return frozenset(info.alias or name for name, info in record.model_fields.items())


def _places_in(data: PlacedDict) -> dict[str | tuple[str, int], Place]:
    places: dict[str | tuple[str, int], Place] = {}
    for key, value in data.items():
        places[key] = data.place_of(key)
        if isinstance(value, PlacedList):
            places |= {(key, i): item.place for i, item in enumerate(value) if item is not None}
    return places
