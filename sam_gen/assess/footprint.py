"""Units × offerings: who holds each cell, what is spent and what of it is ours, and how much of that is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.assess.plan import open_opportunities
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.footprint import Cell, HeldBy, Unit
from sam_gen.model.method import Offering
from sam_gen.model.plan import Opportunity
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

METHOD = "white-space"
_NOT_OURS = frozenset({HeldBy.COMPETITOR, HeldBy.IN_HOUSE, HeldBy.NOBODY, HeldBy.NOT_USED})


@dataclass(frozen=True)
class Need:
    """One need of one unit: what the file says of it, which may be nothing."""

    unit: Unit
    offering: Offering
    cells: tuple[Cell, ...]
    """A need may be served by several; then each has its record."""
    options: tuple[Opportunity, ...]
    """Open opportunities for this need."""

    @property
    def known(self) -> bool:
        """Whether we know who serves it, or why we cannot get in."""
        return any(cell.held_by is not None or cell.blocked for cell in self.cells)

    @property
    def used(self) -> bool:
        """Whether there may be something to spend on; what is said not to be used there costs nobody anything."""
        return any(cell.held_by is not HeldBy.NOT_USED for cell in self.cells) or not self.cells

    @property
    def held(self) -> bool:
        """Whether we serve it, or a part of it."""
        return any(cell.held_by is HeldBy.US for cell in self.cells)

    @property
    def open(self) -> bool:
        """Whether nobody serves it and nothing keeps us out."""
        return bool(self.cells) and all(cell.held_by is HeldBy.NOBODY and not cell.blocked for cell in self.cells)


def whose(cell: Cell) -> str:
    """Say whose contract a cell is, in a word or a name: what of two suppliers ends on one day are two contracts."""
    if cell.held_by is HeldBy.COMPETITOR:
        return cell.competitor or "a competitor"
    return "ours" if cell.held_by is HeldBy.US else ""


@dataclass(frozen=True)
class Sum:
    """What is known of several needs. Amounts are None where no need has one: missing is never 0."""

    needs: int
    known: int
    used: int
    """Needs that are used there, or may be: those that can have a spend."""
    spend: Decimal | None
    spend_known: int
    """Needs whose spend is known; the others are in no sum of spend."""
    ours: Decimal | None
    ours_known: int
    """Needs of which it is known how much is ours."""
    share: Decimal | None
    """Our part, 0 to 1, of the needs for which both amounts are known."""
    compared: int
    """Needs for which both amounts are known."""


@dataclass(frozen=True)
class UnitRow:
    """One row of the grid: a unit, or a group of units with the sums of all below it."""

    unit: Unit
    depth: int
    group: bool
    itself: bool
    """Whether it is the own row of a unit that is a group too."""
    needs: tuple[Need, ...]
    """Its own needs, or those of every unit below a group, in the order of rows, then offerings."""


@dataclass(frozen=True)
class Grid:
    """The whole map of white space."""

    offerings: tuple[Offering, ...]
    rows: tuple[UnitRow, ...]

    @property
    def needs(self) -> tuple[Need, ...]:
        """Every need once."""
        return tuple(need for row in self.rows if not row.group for need in row.needs)


def grid(account: Account, playbook: Playbook, as_of: datetime.date) -> Grid:
    """Lay out units and offerings; a unit above others is a group, and a row of its own if it has cells."""
    build = _Rows(account, playbook.offerings, as_of)
    return Grid(playbook.offerings, tuple(row for placed in _tree(account.units) for row in build.rows(*placed)))


class _Rows:
    """Builds rows from cells and options found by unit and offering, so that each record is looked at once."""

    def __init__(self, account: Account, offerings: Sequence[Offering], as_of: datetime.date) -> None:
        self._offerings = offerings
        self._cells: dict[tuple[str, str], list[Cell]] = {}
        self._options: dict[tuple[str, str], list[Opportunity]] = {}
        for cell in account.footprint:
            self._cells.setdefault((key_of(cell.unit), key_of(cell.offering)), []).append(cell)
        for one in open_opportunities(account, as_of):
            self._options.setdefault((key_of(one.unit), key_of(one.offering)), []).append(one)
        self._filled = {unit for unit, _ in self._cells}
        self._above = {key_of(unit.part_of) for unit in account.units}

    def rows(self, unit: Unit, depth: int, below: Sequence[Unit]) -> Iterable[UnitRow]:
        own = unit.key in self._filled
        if below:
            buyers = [one for one in (unit, *below) if one is not unit or own]
            leaves = [one for one in buyers if one is unit or self._buys(one)]
            yield UnitRow(unit, depth, True, False, self._needs(leaves))
        if own or not below:
            yield UnitRow(unit, depth + bool(below), False, bool(below), self._needs([unit]))

    def _buys(self, unit: Unit) -> bool:
        """Whether a unit has a row of its own: it stands above nobody, or the file says something of it."""
        return unit.key not in self._above or unit.key in self._filled

    def _needs(self, units: Sequence[Unit]) -> tuple[Need, ...]:
        return tuple(
            Need(unit, offering, tuple(self._cells.get(at, ())), tuple(self._options.get(at, ())))
            for unit in units
            for offering in self._offerings
            for at in [(unit.key, offering.id)]
        )


def _tree(units: Sequence[Unit]) -> list[tuple[Unit, int, tuple[Unit, ...]]]:
    """Return units in reading order with their depth and all units below; units in a circle come last, side by side."""
    below: dict[str, list[Unit]] = {}
    keys = {unit.key for unit in units}
    for unit in units:
        above = key_of(unit.part_of)
        below.setdefault(above if above in keys else "", []).append(unit)
    order: list[tuple[Unit, int]] = []
    pending = [(unit, 0) for unit in reversed(below.get("", []))]
    while pending:
        unit, depth = pending.pop()
        order.append((unit, depth))
        pending += [(child, depth + 1) for child in reversed(below.get(unit.key, []))]
    placed = {unit.key for unit, _ in order}
    tree = [(unit, depth, _below(order, at)) for at, (unit, depth) in enumerate(order)]
    return tree + [(unit, 0, ()) for unit in units if unit.key not in placed]


def _below(order: Sequence[tuple[Unit, int]], at: int) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for unit, depth in order[at + 1 :]:
        if depth <= order[at][1]:
            break
        found.append(unit)
    return tuple(found)


# Sums ---------------------------------------------------------------------------


def total(needs: Sequence[Need]) -> Sum:
    """Add up what is known of these needs."""
    spends = [(spend(need), ours(need)) for need in needs if need.used]
    both = [(whole, part) for whole, part in spends if whole is not None and part is not None]
    whole = sum((whole for whole, _ in both), Decimal(0))
    return Sum(
        needs=len(needs),
        known=sum(need.known for need in needs),
        used=len(spends),
        spend=_sum(whole for whole, _ in spends),
        spend_known=sum(whole is not None for whole, _ in spends),
        ours=_sum(part for _, part in spends),
        ours_known=sum(part is not None for _, part in spends),
        share=sum((part for _, part in both), Decimal(0)) / whole if whole > 0 else None,
        compared=len(both),
    )


def spend(need: Need) -> Decimal | None:
    """Return what the unit spends on the need a year; None if no record says."""
    return _sum(cell.spend for cell in need.cells)


def ours(need: Need) -> Decimal | None:
    """Return what of it is ours: as written, or 0 where somebody else serves all of it."""
    parts = [Decimal(0) if cell.ours is None and cell.held_by in _NOT_OURS else cell.ours for cell in need.cells]
    return None if any(part is None for part in parts) else _sum(parts)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def share_of_wallet(needs: Sequence[Need]) -> Figure:
    """Return our part of the spend that is known, in per cent."""
    found = total(needs)
    reasons = tuple(
        Reason(f"{need.unit.name}, {need.offering.name}: {ours(need)} of {spend(need)}", need.cells[0].place)
        for need in needs
        if spend(need) is not None and ours(need) is not None
    )
    return Figure(
        value=None if found.share is None else float(found.share * 100),
        unit="% of the spend we know of",
        known=found.compared / found.used if found.used else 0.0,
        because=reasons,
        method=METHOD,
        ask=None if found.share is not None else "What do you spend a year on this, with anybody?",
    )


# Ends and gaps ---------------------------------------------------------------------


@dataclass(frozen=True)
class End:
    """One contract that ends on a day."""

    need: Need
    cell: Cell
    day: datetime.date
    days: int
    """Days until it ends; negative has ended."""


def ends(needs: Sequence[Need], as_of: datetime.date) -> tuple[End, ...]:
    """Return every contract end, the earliest first."""
    found = [
        End(need, cell, cell.until, (cell.until - as_of).days) for need in needs for cell in need.cells if cell.until
    ]
    return tuple(sorted(found, key=lambda end: (end.day, end.cell.place)))


def largest_door(found: Grid) -> tuple[Unit, Decimal] | None:
    """Return the unit with the most known spend that is not ours, and how much; None if there is none.

    A unit with parts counts as a whole; one that has all the others below it says nothing, so its parts are compared.
    """
    whole = [row for row in found.rows if row.depth == 0]
    depth = int(len(whole) == 1 and whole[0].group)
    left = [(row.unit, _not_ours(row.needs)) for row in found.rows if row.depth == depth]
    best = max(left, key=lambda pair: pair[1], default=None)
    return best if best and best[1] > 0 else None


def _not_ours(needs: Sequence[Need]) -> Decimal:
    amounts = [(spend(need), ours(need)) for need in needs]
    return sum(
        (max(whole - part, Decimal(0)) for whole, part in amounts if whole is not None and part is not None), Decimal(0)
    )
