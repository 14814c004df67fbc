"""The parts of `/method/selection/`: by what a client is chosen, and what an account in each field gets."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.model.method import Criterion, CriterionSide
from sam_gen.model.project import Project
from sam_gen.pages.tables import Cell, Row, Table, columns, written


def selection(project: Project) -> dict[str, object]:
    """Show the criteria of both sides, the gates and the fields of the matrix."""
    model = project.playbook.method.selection
    return {
        "about": model.about,
        "attractiveness": _criteria("How attractive they are", model.criteria, CriterionSide.ATTRACTIVENESS),
        "strength": _criteria("How strong they say we are", model.criteria, CriterionSide.STRENGTH),
        "gates": model.gates,
        "high_from": str(model.high_from),
        "fields": Table(
            "Fields of the matrix",
            columns("Field", "How attractive", "How strong", "What an account in it gets"),
            tuple(
                Row((Cell(one.name), Cell(one.attractiveness.value), Cell(one.strength.value), *written(one.gets)))
                for one in model.fields
            ),
        ),
    }


def _criteria(label: str, criteria: Sequence[Criterion], side: CriterionSide) -> Table:
    rows = tuple(
        Row((Cell(one.name), Cell(f"{one.weight}%"), *written(one.low, one.high)), f"criterion-{one.id}")
        for one in criteria
        if one.side is side
    )
    return Table(label, columns("Criterion", ">Weight", "Earns 0", "Earns 10"), rows)
