"""What the benefits are worth to a client: kinds × how firm each is, and what the columns mean."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.value import Benefits, together
from sam_gen.model.care import Value, ValueKind, ValueStatus
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, number

_FIRMEST_FIRST = (ValueStatus.CONFIRMED, ValueStatus.MEASURED, ValueStatus.CLAIMED)


def sums_block(sight: Sight, values: Sequence[Value]) -> Block:
    """Build the section on the sums."""
    return Block(_heading(sight, values), sight.source("value"), table=_table(sight, values) if values else None)


def _table(sight: Sight, values: Sequence[Value]) -> Table:
    """Lay out kinds × statuses; a kind nobody named has a row of its own where there are such benefits."""
    kinds: list[ValueKind | None] = [*ValueKind, *([None] if any(value.kind is None for value in values) else [])]
    firm = [value for value in values if value.status is not ValueStatus.DISPUTED]
    rows = [_row(sight, values, firm, kind) for kind in kinds]
    sums = (*(together(values, status) for status in _statuses(values)), together(firm))
    rows.append(Row((Cell("All"), *(_sum(sight, found) for found in sums))))
    last = ">All" if len(firm) == len(values) else ">All but disputed"
    heads = columns("Kind", *(f">{capital(sight.words.say(status))}" for status in _statuses(values)), last)
    return Table("Benefits by kind and status", heads, tuple(rows))


def _row(sight: Sight, values: Sequence[Value], firm: Sequence[Value], kind: ValueKind | None) -> Row:
    sums = [together(values, status, kind, any_kind=False) for status in _statuses(values)]
    sums.append(together(firm, None, kind, any_kind=False))
    name = sight.words.say(kind) if kind else "Kind not named"
    return Row((Cell(name), *(_sum(sight, found) for found in sums)))


def _statuses(values: Sequence[Value]) -> tuple[ValueStatus, ...]:
    """Return the statuses that have a column: a disputed benefit has one where there is such a benefit."""
    doubted = any(value.status is ValueStatus.DISPUTED for value in values)
    return (*_FIRMEST_FIRST, ValueStatus.DISPUTED) if doubted else _FIRMEST_FIRST


def firmness(sight: Sight, values: Sequence[Value]) -> str:
    """Say what the columns mean."""
    says = {
        ValueStatus.CLAIMED: "we say it",
        ValueStatus.MEASURED: "with figures",
        ValueStatus.CONFIRMED: "somebody of theirs agreed",
        ValueStatus.DISPUTED: "somebody of theirs doubts it; not added",
    }
    shown = _statuses(values)
    told = (f"{capital(sight.words.say(status))}: {meaning}." for status, meaning in says.items() if status in shown)
    return f"What it is worth to the client a year. {' '.join(told)}"


def _heading(sight: Sight, values: Sequence[Value]) -> str:
    if not values:
        return "Value: nothing on file yet"
    parts = [
        f"{number(found.number)} {sight.words.within(status)}"
        for status in _statuses(values)
        if (found := together(values, status)).number
    ]
    return f"Value: {', '.join(parts)}"


def _sum(sight: Sight, found: Benefits) -> Cell:
    if not found.number:
        return NONE
    if found.amount is None:
        return Cell("no amount yet", second=count(found.number, "benefit"), tone="ochre")
    without = f", {number(found.without)} without an amount" if found.without else ""
    return Cell(amount(found.amount, sight.currency), second=f"{count(found.number, 'benefit')}{without}")
