"""A choice among few words, and yes or no."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, core_schema

from sam_gen.model.problem import quoted
from sam_gen.model.scalars.refusal import refuse, text_of


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
