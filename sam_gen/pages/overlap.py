"""Where goals overlap: their initiatives down the side, our joint objectives across, and what each side gets."""

from __future__ import annotations

from sam_gen.assess.plan import open_objectives
from sam_gen.model.plan import Initiative, Objective
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.initiatives import ask_gain_of, instead_of_objective
from sam_gen.pages.tables import NONE, Cell, Column, Row, Table
from sam_gen.pages.words import amount, capital, count, number


def overlap_block(sight: Sight) -> Block:
    """Build the section: which of their initiatives an open objective serves, and what both gain by it."""
    theirs, ours = sight.account.initiatives, open_objectives(sight.account, sight.as_of)
    heads = (Column("Their initiative"), *(Column(one.name) for one in ours), Column("In sum"))
    rows = [_row(sight, one, ours) for one in theirs]
    keys = {one.key for one in theirs}
    loose = [one for one in ours if key_of(one.for_) not in keys]
    if loose and theirs:
        rows.append(_loose(sight, loose, ours))
    shown = bool(theirs and ours)
    return Block(
        heading=f"Where goals overlap: {_finding(sight, ours)}",
        table=Table("Their initiatives by our objectives", heads, tuple(rows), wide=True) if shown else None,
        empty=_ask(bool(theirs), bool(ours)),
    )


def _finding(sight: Sight, ours: tuple[Objective, ...]) -> str:
    theirs = sight.account.initiatives
    if not theirs:
        return "none of their initiatives is on file"
    if not ours:
        return "no open objective yet"
    served = {key_of(one.for_) for one in ours}
    met = sum(one.key in served for one in theirs)
    if len(theirs) == 1:
        return f"their one initiative has {'an' if met else 'no'} objective"
    if met == len(theirs):
        return "each of their initiatives has an objective"
    return f"{number(met) if met else 'none'} of their {number(len(theirs))} initiatives {_have(met)} an objective"


def _have(size: int) -> str:
    return "has" if size < 2 else "have"


def _ask(theirs: bool, ours: bool) -> str:
    if not theirs:
        return "Ask who decides: what must have changed by the end of next year? Then say which objective serves it."
    return "" if ours else "Which of their initiatives could we serve, and what would both sides count?"


def _row(sight: Sight, one: Initiative, ours: tuple[Objective, ...]) -> Row:
    serving = [objective for objective in ours if key_of(objective.for_) == one.key]
    cells = (_meets(sight, objective) if objective in serving else NONE for objective in ours)
    said, tone = instead_of_objective(sight, one)
    none = Cell(said, tone=tone)
    due = f"by {sight.day(one.due)}" if one.due else ""
    return Row((Cell(one.name, second=due), *cells, _sum(sight, serving) if serving else none))


def _loose(sight: Sight, loose: list[Objective], ours: tuple[Objective, ...]) -> Row:
    cells = (_meets(sight, objective) if objective in loose else NONE for objective in ours)
    head = Cell("None of their initiatives", second="whose goal is it then?")
    return Row((head, *cells, _sum(sight, loose)))


def _meets(sight: Sight, objective: Objective) -> Cell:
    """Say what each side gets where initiative and objective meet."""
    them = objective.client_gets or ask_gain_of(sight, objective)
    us = amount(objective.we_get, sight.currency) + " a year" if objective.we_get is not None else "not known yet"
    return Cell(f"They: {them}", sign="◆", second=f"We: {us}", tone="" if objective.client_gets else "ochre")


def _sum(sight: Sight, serving: list[Objective]) -> Cell:
    known = [one.we_get for one in serving if one.we_get is not None]
    said = capital(count(len(serving), "objective"))
    if not known:
        return Cell(said, second="our gain: not known yet")
    missing = len(serving) - len(known)
    rest = f", {number(missing)} not known yet" if missing else ""
    return Cell(said, second=f"we: {amount(sum(known[1:], known[0]), sight.currency)} a year{rest}")
