"""What the pages of all exercises share: addresses, the note on top, what is judged."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.model.account import Account
from sam_gen.model.practice import Exercise
from sam_gen.model.project import Project
from sam_gen.pages.tables import Cell, Column, Row, Table
from sam_gen.pages.words import long_day

HOME = "training/practice/"


def address(exercise: Exercise) -> str:
    """Return the address of an exercise."""
    return f"{HOME}{exercise.id}/"


def worked_on(accounts: Sequence[Account], exercise: Exercise) -> Account | None:
    """Return the account an exercise works on; None where a company has taken it out."""
    return next((one for one in accounts if one.id == exercise.account), None)


def note(cases: Project) -> str:
    """Say that everybody is invented, and from which day it is seen."""
    company = cases.playbook.settings.company
    return (
        f"For training: {company}, the clients and everybody here are invented. "
        f"It is always seen from {long_day(cases.as_of)}."
    )


def rubric(exercise: Exercise) -> Table:
    """Show by what the result is judged."""
    return Table(
        f"What earns 0, 1 and 2 in {exercise.name}",
        (Column("By"), Column("0"), Column("1"), Column("2")),
        tuple(Row((Cell(one.name), *(Cell(anchor) for anchor in one.anchors))) for one in exercise.criteria),
    )
