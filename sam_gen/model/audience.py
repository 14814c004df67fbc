"""How a record says who may see it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainValidator

from sam_gen.model.record import Audience
from sam_gen.model.scalars import Word, refuse


def _read_audience(value: Any) -> Audience:
    if value == "restricted":
        remedy = "Move restricted material to coaching/, which leaders and coaches keep in a repository of their own."
        raise refuse("SAM039", "restricted material may not stand in accounts/ or playbook/", remedy)
    return Audience(_Shown.read(value).value)


class _Shown(Word):
    SHARED = "shared"
    INTERNAL = "internal"


Shown = Annotated[Audience, PlainValidator(_read_audience)]
