"""Figures with what is known of them: the newest value of a measure, its unit, and what a benefit is worth a year."""

from __future__ import annotations

from decimal import Decimal

from sam_gen.assess.plan import tracked
from sam_gen.model.care import Value, ValueStatus
from sam_gen.model.plan import Measure
from sam_gen.pages.blocks import Sight, figure
from sam_gen.pages.tables import UNKNOWN, Cell
from sam_gen.pages.words import amount

NO_NEWER = Cell("no newer value", tone="grey")
"""Where the value at the start is known: nobody is told that we do not know it."""
NO_SUM = Cell("no sum a year", tone="grey")
"""Of a benefit that came once, that is counted elsewhere or that nobody has put into money: true of each."""


def newest(sight: Sight, measure: Measure) -> Cell:
    """Show the newest value with its day."""
    now = tracked(measure, sight.as_of).now
    if now:
        return Cell(figure(now.actual), second=sight.day(now.date))
    return UNKNOWN if measure.baseline is None else NO_NEWER


def with_unit(value: Decimal | None, unit: str | None) -> str:
    """Print a value with its unit: 78 beside lorries would read as lorries where it is percent."""
    return f"{figure(value)} {unit}" if unit and value is not None else figure(value)


def a_year(sight: Sight, value: Value, unknown: Cell) -> Cell:
    """Print what it is worth a year; of a confirmed benefit without a sum nothing is left to find out."""
    if value.amount is not None:
        return Cell(amount(value.amount, sight.currency))
    return NO_SUM if value.status is ValueStatus.CONFIRMED else unknown
