"""Notice days: which cells of the footprint one contract fills, and by when somebody has to say what follows.

A frame agreement fills many cells. So cells of one holder that end on one day are one contract, and a notice day
written at one of them holds for all; where they name different ones, each cell keeps its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.coverage import unit_names
from sam_gen.assess.readable import on
from sam_gen.model.account import Account
from sam_gen.model.footprint import Cell, HeldBy
from sam_gen.model.place import Place
from sam_gen.model.scalars import key_of

_NAMED = 3
"""Units one line names; more of them are a number."""


@dataclass(frozen=True)
class Notice:
    """The notice day of one contract of ours."""

    day: datetime.date
    until: datetime.date
    units: tuple[str, ...]
    """The names of the units it is for, each once."""
    cell: Cell
    """The first cell it fills."""
    place: Place
    """Where the day stands."""

    @property
    def what(self) -> str:
        """Say which contract: until when, and for which units."""
        rest = len(self.units) - _NAMED
        more = f" and {rest} more" if rest > 0 else ""
        return f"contract to {on(self.until)}, {', '.join(self.units[:_NAMED])}{more}"


def notice_cell(cell: Cell, named: Sequence[Cell]) -> Cell | None:
    """Return the cell that names the notice day of a contract, out of those that name one; None where none does."""
    if cell.notice_by is not None:
        return cell
    same = [one for one in named if one.until and one.notice_by and _contract(one) == _contract(cell)]
    return same[0] if len({one.notice_by for one in same}) == 1 else None


def _contract(cell: Cell) -> tuple[datetime.date | None, HeldBy | None, str | None]:
    return (cell.until, cell.held_by, cell.competitor)


def naming(account: Account) -> tuple[Cell, ...]:
    """Return the cells that name a notice day."""
    return tuple(cell for cell in account.footprint if cell.notice_by is not None)


def notices(account: Account) -> tuple[Notice, ...]:
    """Return the notice days of contracts of ours, by day."""
    named, names = naming(account), unit_names(account)
    found: dict[tuple[datetime.date, datetime.date], list[tuple[Cell, Cell]]] = {}
    for cell in account.footprint:
        spoken = notice_cell(cell, named) if cell.until and cell.held_by is HeldBy.US else None
        if cell.until and spoken and spoken.notice_by:
            found.setdefault((spoken.notice_by, cell.until), []).append((cell, spoken))
    return tuple(
        Notice(
            day,
            until,
            tuple(dict.fromkeys(_unit(names, cell) for cell, _ in pairs)),
            pairs[0][0],
            pairs[0][1].place_of("notice_by"),
        )
        for (day, until), pairs in sorted(found.items(), key=lambda item: item[0])
    )


def _unit(names: Mapping[str, str], cell: Cell) -> str:
    key = key_of(cell.unit)
    return names.get(key.casefold(), key)
