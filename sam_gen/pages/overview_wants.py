"""What a client wants, initiative by initiative, with our part in it and what it brings us."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.plan import Initiative, Objective
from sam_gen.model.scalars import key_of
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.initiatives import instead_of_objective
from sam_gen.pages.parts import Marked, basis
from sam_gen.pages.words import amount


@dataclass(frozen=True)
class WantRow:
    """One initiative of theirs beside our part in it."""

    name: str
    why: str
    basis: Marked
    detail: str
    parts: tuple[tuple[str, str], ...]
    """What the client gets, and what we get."""
    instead: tuple[str, str]
    """Without an objective: what the file says of our part, and its colour."""


def wants_section(sight: Sight) -> dict[str, object]:
    """Build the section on their initiatives; objectives of ours that serve none stand apart."""
    rows = tuple(_row(sight, initiative) for initiative in sight.account.initiatives)
    bare = sum(not row.parts for row in rows)
    orphans = tuple(_part(sight, objective) for objective in sight.account.objectives if objective.for_ is None)
    return {
        "section": Block(findings.wants(len(rows), bare), sight.source("initiatives")),
        "rows": rows,
        "orphans": orphans,
    }


def _row(sight: Sight, initiative: Initiative) -> WantRow:
    confirmed, owner = sight.names.their(initiative.who), sight.names.their(initiative.owner)
    known = f", {confirmed}" if confirmed else ""
    details = (
        owner and f"owner {owner}",
        initiative.due and f"by {sight.day(initiative.due)}",
    )
    parts = tuple(
        _part(sight, objective)
        for objective in sight.account.objectives
        if objective.for_ and key_of(objective.for_) == initiative.id
    )
    mark = basis(initiative.basis, sight.words)
    detail = " · ".join(text for text in details if text)
    return WantRow(
        initiative.name,
        initiative.why or "",
        Marked(mark.mark, mark.word + known, mark.tone),
        detail,
        parts,
        instead_of_objective(sight, initiative),
    )


def _part(sight: Sight, objective: Objective) -> tuple[str, str]:
    gets = f": {objective.client_gets}" if objective.client_gets else ""
    money = "" if objective.we_get is None else f"{amount(objective.we_get, sight.currency)} a year"
    return f"{objective.name}{gets}", money
