"""Claims: judgements about the client that say how we know, since when, and what follows."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BeforeValidator, model_validator

from sam_gen.model.place import PlacedDict, PlacedList, PlacedText
from sam_gen.model.record import Record, internal, shared
from sam_gen.model.scalars import Date, Line, Ours, Theirs, Word, refuse


class Basis(Word):
    """How we know."""

    ASSUMED = "assumed"
    OBSERVED = "observed"
    CLIENT_CONFIRMED = "client_confirmed"


class Grounds(Record):
    """What a claim stands on."""

    basis: Basis = internal(
        "How we know: assumed, we think so; observed, one of us saw or heard it; "
        "client_confirmed, the person whose view it is said or wrote it.",
        default=Basis.ASSUMED,
    )
    as_of: Date | None = internal("The day it was true; without one, the day of the file.")
    by: Ours | None = internal("Who of us noted it.")
    who: Theirs | None = internal("Whose words or act it rests on; client_confirmed needs one.")
    evidence: Line | None = internal("What was seen, heard or read.")
    so_what: Line | None = internal("What follows for us.")

    @property
    def source(self) -> str | None:
        """Whose words or act it rests on; a record that names somebody anyway needs no who."""
        return self.who

    @model_validator(mode="after")
    def _confirmed_by_somebody(self) -> Self:
        if self.basis is Basis.CLIENT_CONFIRMED and self.source is None:
            remedy = "Add who: with the id of the person who said or wrote it, or use basis: observed."
            raise refuse("SAM041", "client_confirmed needs who confirmed it", remedy)
        return self


V = TypeVar("V")


class Claim(Grounds, Generic[V]):
    """One dated value of something we believe about the client."""

    value: V = shared("What we believe.")


def widen(value: Any) -> Any:
    """Widen the short forms: a bare value is an assumed claim, a single claim is a history of one."""
    if isinstance(value, PlacedText):
        return (_bare(value),)
    if isinstance(value, PlacedDict):
        return (value,)
    if isinstance(value, PlacedList):
        return tuple(_bare(item) if isinstance(item, PlacedText) else item for item in value)
    return value


def _bare(text: PlacedText) -> PlacedDict:
    claim = PlacedDict(place=text.place)
    claim["value"] = text
    claim.keys_at["value"] = text.place
    return claim


C = TypeVar("C")
History = Annotated[tuple[C, ...], BeforeValidator(widen)]
"""All dated values of one claim, `History[Claim[Support]]`. The newest live one counts."""
