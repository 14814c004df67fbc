"""The noun of `models/review.yml`: by what a plan is judged when somebody goes through it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Line, Many, Prose, Word, refuse


def _three(anchors: tuple[str, ...]) -> tuple[str, ...]:
    if len(anchors) != len(MARKS):
        remedy = "One for each mark: what one sees at 0, at 1 and at 2."
        raise refuse("SAM035", f"{len(anchors)} anchors, three are asked for", remedy)
    return anchors


MARKS = (0, 1, 2)
"""The marks of every criterion."""

Anchors = Annotated[Many[Line], AfterValidator(_three)]
"""What one sees in a plan that earns 0, 1 and 2."""


class PlanSide(Word):
    """A part of an account's file that answers a criterion."""

    AIMS = "aims"
    POSITION = "position"
    PEOPLE = "people"
    GAIN = "gain"
    CHOICE = "choice"
    RISKS = "risks"
    STEPS = "steps"
    VALIDATION = "validation"


class PlanCriterion(Record):
    """One side of a plan, judged by what stands in the file."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the criterion.")
    name: Line = shared("The side of the plan.")
    asks: Line = shared("The question to go through the plan with.")
    anchors: Anchors = shared("What one sees at 0, at 1 and at 2.")
    looks_at: PlanSide | None = shared(
        "What of an account's file answers it: aims, position, people, gain, choice, risks, steps or validation.",
        default=None,
    )


class PlanReview(Record):
    """The file `models/review.yml`."""

    about: Prose = shared("How to use the rubric, and where it is judgement.")
    rubric: Many[PlanCriterion] = shared("The criteria, in the order of a plan.")
