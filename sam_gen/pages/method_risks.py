"""The parts of `/method/risks/` and `/method/signals/`: what goes wrong again and again, what tells of a move."""

from __future__ import annotations

from sam_gen.model.project import Project
from sam_gen.pages.limits import grid, grid_points
from sam_gen.pages.tables import Cell, Row, Table, columns, written


def risks(project: Project) -> dict[str, object]:
    """Show the patterns, and from which product of likelihood and effect a risk asks for what."""
    method = project.playbook.method
    rows = tuple(
        Row((Cell(one.name), *written(one.cause, one.first_sign, one.response)), f"risk-{one.id}")
        for one in method.risks.patterns
    )
    heads = columns("Pattern", "What brings it about", "What one sees first", "What has helped")
    return {
        "about": method.risks.about,
        "table": Table("Patterns of risk", heads, rows),
        "grid": grid(method.grid),
        "points": grid_points(method.grid),
    }


def signals(project: Project) -> dict[str, object]:
    """Show what one sees or hears when a relationship moves, and what to ask."""
    model = project.playbook.method.signals
    rows = tuple(
        Row((Cell(one.name), *written(one.looks_like, one.may_mean, one.ask)), f"signal-{one.id}")
        for one in model.signals
    )
    heads = columns("Signal", "What one sees or hears", "What it may mean", "Ask within a week")
    return {"about": model.about, "table": Table("Signals", heads, rows)}
