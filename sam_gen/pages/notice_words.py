"""How a page says the notice day of a contract beside its end."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from sam_gen.assess.notices import naming, notice_cell, notices
from sam_gen.model.account import Account
from sam_gen.model.care import Dependence, DependenceKind
from sam_gen.model.footprint import Cell, HeldBy
from sam_gen.pages.words import day, listed


def said(days: Iterable[datetime.date], as_of: datetime.date) -> str:
    """Say notice days with their distance; an empty text where none is known."""
    known = sorted(set(days))
    if not known:
        return ""
    told = [f"{day(one, as_of)}, {_distance((one - as_of).days)}" for one in known]
    return f"notice {'day' if len(known) == 1 else 'days'} {listed(told)}"


def _distance(left: int) -> str:
    if left == 0:
        return "today"
    return f"in {left} d" if left > 0 else f"{-left} d ago"


def of_cells(account: Account, cells: Sequence[Cell], as_of: datetime.date) -> str:
    """Say the notice day of the contracts that fill these cells; of ours that still run, also that none is on file."""
    named = naming(account)
    spoken = [notice_cell(cell, named) for cell in cells]
    told = said((one.notice_by for one in spoken if one and one.notice_by), as_of)
    runs = any(cell.held_by is HeldBy.US and cell.until and cell.until >= as_of for cell in cells)
    return told or ("notice day not on file" if runs else "")


def of_end(account: Account, until: datetime.date, as_of: datetime.date) -> str:
    """Say the notice day of our contracts that end on a day."""
    return said((one.day for one in notices(account) if one.until == until), as_of)


def of_tie(account: Account, tie: Dependence, as_of: datetime.date) -> str:
    """Say the notice day of a contractual tie: that of our contract that ends on the same day."""
    if tie.kind is not DependenceKind.CONTRACTUAL or tie.until is None:
        return ""
    return of_end(account, tie.until, as_of)
