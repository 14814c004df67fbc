"""Open signs that the relationship moves, up or down, and what to ask about each."""

from __future__ import annotations

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.position import signals_seen
from sam_gen.assess.secondhand import secondhand
from sam_gen.model.method import Moves
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import Cell, Row, Table, columns, told
from sam_gen.pages.words import number

_AGREE = "Agree first how we may know of it"
"""What stands in place of the question where asking it would name who told us."""


def signals_block(sight: Sight, found: Diagnosed) -> Block:
    """Build the section on signs of moving."""
    seen = signals_seen(sight.account, sight.playbook, sight.as_of)
    heads = columns("Sign", "Seen", "What was seen", "May mean", "Ask")
    rows = tuple(
        Row(
            (
                Cell(model.name, second="points down" if model.moves is Moves.DOWN else "points up"),
                Cell(sight.day(when) if when else "no date", second=sight.names.short(one.by)),
                told(one.evidence, "not noted"),
                Cell(model.may_mean),
                Cell(_AGREE if secondhand(sight.account, one, sight.as_of) else model.ask),
            )
        )
        for model, one, when in seen
    )
    down = sum(model.moves is Moves.DOWN for model, _, _ in seen)
    heading = (
        f"Signs of moving: {number(down)} down, {number(len(seen) - down)} up" if seen else "Signs of moving: none open"
    )
    note = "Enough signs point down to call the same week." if found.leaving else ""
    return Block(
        heading,
        sight.source_in("position", "signals"),
        table=Table("Open signals", heads, rows) if rows else None,
        hole=note,
    )
