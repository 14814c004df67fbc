"""The nouns of `models/selection.yml`: which clients become strategic accounts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.method.weights import Weight
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Id, Line, Many, Prose, Word


class CriterionSide(Word):
    """What a criterion speaks of."""

    ATTRACTIVENESS = "attractiveness"
    STRENGTH = "strength"


class Criterion(Record):
    """One criterion for choosing strategic accounts."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write under selection.")
    name: Line = shared("The name of the criterion.")
    side: CriterionSide = shared("attractiveness of the client, or our strength as they see it.")
    weight: Weight = shared("Its part in the side's score; the weights of a side sum to 100.")
    low: Line = shared("What earns 0.")
    high: Line = shared("What earns 10.")


class Height(Word):
    """Which half of a side a field of the matrix lies in."""

    HIGH = "high"
    LOW = "low"


class SelectionField(Record):
    """One of the four fields of the selection matrix."""

    named_by: ClassVar[str | None] = "name"

    attractiveness: Height = shared("high or low.")
    strength: Height = shared("high or low.")
    name: Line = shared("What the field is called.")
    gets: Line | None = shared("What an account in it gets from us.", default=None)


Score = Annotated[int, Between(1, 10)]


class SelectionModel(Record):
    """The file `models/selection.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    criteria: Many[Criterion] = shared("The criteria.")
    gates: Many[Line] = shared("What must be true, whatever the scores say.", default=())
    high_from: Score = shared("From this score on a side is high.", default=5)
    fields: Many[SelectionField] = shared("The four fields of the matrix.", default=())
