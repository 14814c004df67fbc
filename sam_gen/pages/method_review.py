"""The parts of `/method/review/`: what a plan is judged by, and what earns each mark."""

from __future__ import annotations

from sam_gen.model.project import Project
from sam_gen.model.review import MARKS
from sam_gen.pages.tables import Cell, Row, Table, columns, written


def review(project: Project) -> dict[str, object]:
    """Show the criteria with their anchors."""
    model = project.playbook.method.review
    rows = tuple(
        Row((Cell(one.name, second=one.asks), *written(*one.anchors)), f"review-{one.id}") for one in model.rubric
    )
    heads = columns("Criterion", *map(str, MARKS))
    return {"about": model.about, "table": Table("What a plan is judged by", heads, rows)}
