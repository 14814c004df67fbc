"""The part of the portfolio's overview that says on how few accounts our revenue rests."""

from __future__ import annotations

import datetime

from sam_gen.assess.concentration import Concentration, Share, concentration
from sam_gen.assess.portfolio import Portfolio
from sam_gen.model.project import Project
from sam_gen.pages.pareto import pareto_drawing
from sam_gen.pages.parts import address
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, day


def concentration_parts(project: Project, index: Portfolio) -> dict[str, object]:
    """Return heading, sentence and table on how our revenue is spread."""
    playbook = project.playbook
    found = concentration((seen.account for seen in index.accounts), playbook, project.as_of)
    currency = playbook.settings.currency
    rows = [_row(project, one, currency) for one in found.shares]
    rows += [Row((Cell(one.account.name, address(project, one.account)), *_apart(one.why))) for one in found.apart]
    heads = columns("Account", f">Revenue {found.year}", ">Share", ">With the larger ones", "Converted")
    return {
        "spread_heading": _heading(found),
        "spread_drawing": pareto_drawing(found, currency),
        "spread": _sentence(found, len(index.accounts)),
        "spread_table": Table(f"Our revenue of {found.year} by account", heads, tuple(rows)),
        "spread_ask": found.index.ask or "",
    }


def _heading(found: Concentration) -> str:
    if found.index.value is None:
        return "How our revenue is spread: not known yet"
    largest = found.shares[0]
    if sum(one.amount > 0 for one in found.shares) == 1:
        return f"How our revenue is spread: only {largest.account.name} can be counted"
    of_what = " of what is comparable" if found.apart else ""
    return f"How our revenue is spread: {largest.share:.0%}{of_what} lies with {largest.account.name}"


def _sentence(found: Concentration, accounts: int) -> str:
    value = found.index.value
    left = f"{capital(count(len(found.apart), 'account is', 'accounts are'))} not comparable and not added."
    if value is None:
        return "" if not accounts else left
    live = sum(one.amount > 0 for one in found.shares)
    spread = (
        f"{capital(count(live, 'account'))} with revenue compared. The index is {value:.2f}: "
        f"as if we had {1 / value:.1f} accounts of the same size."
    )
    if live == 1:
        spread = "One account says nothing about how revenue is spread."
    return f"{spread} {left}" if found.apart else spread


def _row(project: Project, one: Share, currency: str) -> Row:
    own = one.account.currency or currency
    converted = "–"
    if one.rate:
        converted = f"from {amount(one.own, own)} at {one.rate.per_unit}{_of(one.rate.as_of, project.as_of)}"
    return Row((
        Cell(one.account.name, address(project, one.account)),
        Cell(amount(one.amount, currency)),
        Cell(f"{one.share:.0%}"),
        Cell(f"{one.cumulative:.0%}"),
        Cell(converted, tone="" if one.rate else "grey"),
    ))  # fmt: skip


def _of(date: datetime.date | None, as_of: datetime.date) -> str:
    return f", rate of {day(date, as_of)}" if date else ", rate without a day"


def _apart(why: str) -> tuple[Cell, ...]:
    dash = NONE
    return Cell("not known", tone="grey"), dash, dash, Cell(why, tone="ochre")
