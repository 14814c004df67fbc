"""Health over the last quarters, one small curve an account; the past is worked out from what was known then."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sam_gen.assess.health import health_of
from sam_gen.assess.portfolio import Portfolio, Seen
from sam_gen.assess.scores import Whole
from sam_gen.draw.multiples import trend
from sam_gen.draw.svg import Svg
from sam_gen.model.project import Project
from sam_gen.pages.accounts import account_cell
from sam_gen.pages.parts import Marked, address
from sam_gen.pages.quarters import quarter_ends, quarter_name
from sam_gen.pages.standing import HEALTH_WORDS, marked
from sam_gen.pages.tables import Cell, Column, Row, Table
from sam_gen.pages.words import capital, count, number

QUARTERS = 5
"""Ends of quarters looked back at; today comes on top."""


@dataclass(frozen=True)
class Curve:
    """One account: its values, the oldest first, and what they come to in words."""

    name: str
    to: str
    svg: Svg
    sign: Marked
    said: str


def health_trend(project: Project, index: Portfolio, today: Iterable[tuple[Seen, Whole]]) -> dict[str, object]:
    """Return one curve an account in the order of the board, and the values as a table."""
    starts, as_of = project.playbook.settings.fiscal_year_starts, project.as_of
    days = quarter_ends(as_of, starts, QUARTERS)
    labels = [*(f"end of {quarter_name(day, starts)}" for day in days), "today"]
    seen = [(one, whole, _values(project, one, days, whole)) for one, whole in today]
    curves = tuple(_curve(project, one, whole, values, labels) for one, whole, values in seen)
    rows = tuple(Row((account_cell(project, one), *(_cell(value) for value in values))) for one, _, values in seen)
    heads = (Column("Account"), *(Column(capital(label), right=True) for label in labels))
    return {
        "curves": curves,
        "trend_heading": _heading([values for _, _, values in seen]) if index.accounts else "Over the last quarters",
        "trend_table": Table("Health at the end of each quarter", heads, rows, wide=True),
    }


def _values(project: Project, seen: Seen, days: Sequence[datetime.date], today: Whole) -> list[float | None]:
    past = [health_of(seen.account, project.playbook, day).value for day in days]
    return [*past, today.value]


def _cell(value: float | None) -> Cell:
    return Cell("not known", tone="grey") if value is None else Cell(f"{value:.0f}")


def _curve(project: Project, seen: Seen, whole: Whole, values: list[float | None], labels: list[str]) -> Curve:
    model, name = project.playbook.method.health, seen.account.name
    said = trend_said(values, labels)
    svg = trend(
        values,
        labels,
        (model.watch_from, model.good_from),
        (f"Health of {name}", f"{said}.", f"trend-{seen.account.id}"),
    )
    return Curve(name, address(project, seen.account), svg, marked(whole.band, HEALTH_WORDS), said)


def trend_said(values: Sequence[float | None], labels: Sequence[str]) -> str:
    """Say how it moved since the last end of a quarter that is known, and then since the first."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    now = values[-1]
    if not known:
        return "not known at any of these days"
    if now is None:
        return f"not known today, last {known[-1][1]:.0f} at the {labels[known[-1][0]]}"
    if len(known) == 1:
        return f"{now:.0f} today, not known before"
    (first_at, first), (last_at, last) = known[0], known[-2]
    said = f"{_moved(now, last)} since the {labels[last_at]}"
    return said if first_at == last_at else f"{said}, {_moved(now, first)} since the {labels[first_at]}"


def _moved(now: float, then: float) -> str:
    by = round(now) - round(then)
    return "unchanged" if not by else f"{count(abs(by), 'point')} {'up' if by > 0 else 'down'}"


def _heading(series: Sequence[Sequence[float | None]]) -> str:
    moves = [_move(values) for values in series]
    parts = [
        f"{number(moves.count(kind))} {word}"
        for kind, word in ((1, "up"), (-1, "down"), (0, "unchanged"), (None, "with nothing to compare"))
        if kind in moves
    ]
    return f"Since the last known end of a quarter: {', '.join(parts)}"


def _move(values: Sequence[float | None]) -> int | None:
    known = [value for value in values[:-1] if value is not None]
    now = values[-1]
    if not known or now is None:
        return None
    by = round(now) - round(known[-1])
    return (by > 0) - (by < 0)
