"""Ceilings: what holds the relationship no higher than a stage, and who could lift it."""

from __future__ import annotations

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.position import Said, rank
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.model.position import CeilingSide
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import Cell, Row, Table, columns, told
from sam_gen.pages.words import count

SIDE = {
    CeilingSide.CLIENT: "the client could lift it",
    CeilingSide.US: "we could lift it",
    CeilingSide.RESOURCES: "money or people could lift it",
}
"""Who could lift a limit."""


def ceilings_block(sight: Sight, found: Diagnosed) -> Block:
    """Build the section on what holds us back even if everybody wanted more."""
    spoken = found.said
    rows = tuple(
        Row(
            (
                Cell(stage.name),
                Cell(ceiling.why),
                told(SIDE[ceiling.side] if ceiling.side else "", "not known yet: ask who could lift it"),
            )
        )
        for stage, ceiling in spoken.ceilings
    )
    heads = columns("No higher than", "What holds it there", "Who could lift it")
    return Block(
        _heading(spoken),
        sight.source_in("position", "ceilings"),
        table=Table("Ceilings", heads, rows) if rows else None,
        hole=_above(spoken, found.today, sight.playbook),
    )


def _heading(spoken: Said) -> str:
    if not spoken.ceilings:
        return "Achievable: not known yet, no ceiling named"
    lowest = spoken.ceilings[0][0].name
    return f"Why {lowest} is the ceiling: {count(len(spoken.ceilings), 'limit')}"


def _above(spoken: Said, today: Stage | None, playbook: Playbook) -> str:
    """Say that the evidence or the wish is above a ceiling; empty if neither is."""
    if not spoken.ceilings:
        return ""
    lowest = spoken.ceilings[0][0]

    def over(stage: Stage | None) -> bool:
        return stage is not None and rank(playbook, stage) > rank(playbook, lowest)

    parts = []
    if today and over(today):
        parts.append(
            f"The evidence, {today.name}, already stands above the ceiling, {lowest.name}: "
            "does the ceiling still hold, or do the signs say too much?"
        )
    if spoken.desired_stage and over(spoken.desired_stage):
        parts.append(
            f"The wish, {spoken.desired_stage.name}, is above the ceiling, {lowest.name}. "
            "Name an action that lifts the ceiling, or bring the wish down."
        )
    return " ".join(parts)
