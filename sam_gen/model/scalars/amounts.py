"""Numbers, money and currencies: digits as typed, never a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, core_schema

from sam_gen.model.problem import quoted
from sam_gen.model.scalars.refusal import refuse, text_of


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
