"""The rubric of the plan review on a coaching page, with what the account's own file says to each line.

Nothing here is a mark: two people look at the counts before each of them judges alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sam_gen.model.review import MARKS, PlanCriterion, PlanSide
from sam_gen.pages.blocks import Sight
from sam_gen.pages.rubric_said import Said, aims, choice, gain, people, position, read_by_them, risks, steps
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count

_SIDES: dict[PlanSide, Callable[[Sight], Said]] = {
    PlanSide.AIMS: aims,
    PlanSide.POSITION: position,
    PlanSide.PEOPLE: people,
    PlanSide.GAIN: gain,
    PlanSide.CHOICE: choice,
    PlanSide.RISKS: risks,
    PlanSide.STEPS: steps,
    PlanSide.VALIDATION: read_by_them,
}


@dataclass(frozen=True)
class Rubric:
    """The fold with the rubric."""

    heading: str
    summary: str
    about: str
    """How to use it, in restricted Markdown."""
    table: Table


def rubric(sight: Sight) -> Rubric | None:
    """Build the rubric of one account; None where a company has none."""
    lines = sight.project.playbook.method.review.rubric
    if not lines:
        return None
    said = [_SIDES[one.looks_at](sight) if one.looks_at else None for one in lines]
    bare = [one.name for one, found in zip(lines, said, strict=True) if found is not None and not found.known]
    return Rubric(
        heading=f"{capital(count(len(lines), 'line'))} to judge this plan by{_silent(bare)}",
        summary="What earns 0, 1 and 2, and what the file says to each line",
        about=sight.project.playbook.method.review.about,
        table=Table(
            f"What the plan of {sight.account.name} is judged by",
            columns("Line", "The file says", *map(str, MARKS), "Your mark"),
            tuple(_row(one, found) for one, found in zip(lines, said, strict=True)),
        ),
    )


def _silent(bare: Sequence[str]) -> str:
    """Say for how many lines the file has nothing; the one is named."""
    if not bare:
        return ""
    return f": nothing on file for {f'“{bare[0]}”' if len(bare) == 1 else count(len(bare), 'line')}"


def _row(one: PlanCriterion, found: Said | None) -> Row:
    said = Cell("not worked out: look for yourselves", tone="grey")
    if found is not None:
        second = " · ".join(part for part in (*found.names, found.source) if part)
        said = Cell(found.text, second=second, tone="" if found.known else "ochre")
    return Row((Cell(one.name, second=one.asks), said, *map(Cell, one.anchors), Cell()))
