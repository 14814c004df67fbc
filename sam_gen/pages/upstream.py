"""How early we are let in: at which link of their decisions we hear of an opportunity."""

from __future__ import annotations

from sam_gen.assess.upstream import upstream
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import Cell, Row, Table, columns, to_ask
from sam_gen.pages.words import count


def upstream_block(sight: Sight) -> Block:
    """Build the section on how early we are let in."""
    found = upstream(sight.account, sight.playbook, sight.as_of)
    if found.index.value is None:
        return Block(
            "How early we are let in: not known yet",
            sight.source("opportunities"),
            lead=found.index.ask or "",
        )
    rows = tuple(
        Row(
            (
                Cell(word),
                Cell(_share(figure.value)) if figure.value is not None else to_ask(figure.ask),
            )
        )
        for word, figure in (
            ("of the worth we heard of when their initiative was shaped, or earlier", found.early),
            ("came with a tender", found.tendered),
            ("was found together", found.joint),
        )
    )
    heading = f"How early we are let in: {found.index.value:.1f} of 6"
    heard = count(len(found.index.because), "opportunity", "opportunities")
    note = f"By worth, over {heard}: 0 is using something, 6 is their company's strategy."
    return Block(
        heading,
        sight.source("opportunities"),
        table=Table("How early", columns("What", "Share"), rows),
        lead=note,
    )


def _share(value: float) -> str:
    return f"{value:.0f}%"
