"""The nouns of `models/risks.yml`: risks that strategic accounts run again and again."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.limits import RiskGrid
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Line, Many, Prose


class RiskPattern(Record):
    """A risk that strategic accounts run again and again."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the pattern.")
    name: Line = shared("The name of the pattern.")
    cause: Line = shared("What brings it about.")
    first_sign: Line = shared("What one sees first.")
    response: Line = shared("What has helped.")


class RiskLibrary(Record):
    """The file `models/risks.yml`."""

    about: Prose = shared("What the library is for, and where it is judgement.")
    grid: RiskGrid | None = shared("What likelihood and effect ask for; if left out, the one that ships.", default=None)
    patterns: Many[RiskPattern] = shared("The patterns.")
