"""The parts of `/method/continuum/`: its stages, what each dimension looks like on them, and how a stage is found."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.model.method import Continuum, Dimension, Stage
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.method_diagnosis import indicators, signs_heading, steps
from sam_gen.pages.tables import Cell, Column, Row, Table, columns, written


def continuum(project: Project) -> dict[str, object]:
    """Show stages, dimensions and signs, and the steps from signs to a stage."""
    method = project.playbook.method
    model = method.continuum
    rows = tuple(
        Row(
            (Cell(f"{at} {stage.name}"), *written(stage.looks_like, stage.contact), _next(stage, model)),
            f"stage-{stage.id}",
        )
        for at, stage in enumerate(model.stages)
    )
    heads = columns("Stage", "What one would see", "Contact between the two", "What opens the next")
    return {
        "about": model.about,
        "stages": Table("Stages", heads, rows),
        "dimensions": _dimensions(model.stages, model.dimensions),
        "indicators": indicators(model),
        "steps": steps(method),
        "signs_heading": signs_heading(model),
    }


def _next(stage: Stage, model: Continuum) -> Cell:
    if stage.next is None and stage is model.stages[-1]:
        return Cell("no stage above it", tone="grey")
    return written(stage.next)[0]


def _dimensions(stages: Sequence[Stage], dimensions: Sequence[Dimension]) -> Table:
    """Show every dimension by stage; a stage of which no dimension says anything has no column."""
    written = {key_of(level.stage) for one in dimensions for level in one.levels}
    shown = [(at, stage) for at, stage in enumerate(stages) if stage.id in written]
    heads = (Column("Dimension"), *(Column(f"{at} {stage.name}") for at, stage in shown))
    rows = tuple(
        Row(
            (Cell(one.name, second=one.asks), *_levels([stage for _, stage in shown], one)),
            f"dimension-{one.id}",
        )
        for one in dimensions
    )
    return Table("Dimensions by stage", heads, rows, wide=True)


def _levels(stages: Sequence[Stage], one: Dimension) -> tuple[Cell, ...]:
    looks = {key_of(level.stage): level.looks_like for level in one.levels}
    return written(*(looks.get(stage.id) for stage in stages))
