"""The year at a glance: accounts down the side, months across, a mark for what falls into each."""

from __future__ import annotations

import datetime
from collections import Counter

from sam_gen.assess.portfolio import DateKind, Portfolio, Seen
from sam_gen.draw.dates import shape
from sam_gen.draw.month import month as month_cell
from sam_gen.model.project import Project
from sam_gen.pages.accounts import account_cell
from sam_gen.pages.drawing import entry
from sam_gen.pages.tables import Cell, Column, Row, Table
from sam_gen.pages.words import capital, count, listed, month, number

MONTHS = 12

_KINDS = {
    DateKind.MEETING: ("meeting", "meeting"),
    DateKind.REVIEW: ("review", "review"),
    DateKind.CONTRACT: ("contract", "contract end"),
    DateKind.NOTICE: ("notice", "notice day"),
    DateKind.TIE: ("tie", "end of a tie"),
    DateKind.PLAN: ("plan", "plan end"),
    DateKind.SELECTION: ("selection", "choice looked at again"),
}
_MANY = {"end of a tie": "ends of ties", "choice looked at again": "choices looked at again"}


def year_grid(project: Project, index: Portfolio) -> dict[str, object]:
    """Return the grid of the coming twelve months; accounts without a date are named below it."""
    firsts = _months(project.as_of)
    kinds: set[DateKind] = set()
    rows: list[Row] = []
    empty: list[str] = []
    for seen in index.accounts:
        found = _by_month(seen)
        if not any(key in found for key in firsts):
            empty.append(seen.account.name)
            continue
        kinds |= {kind for key in firsts for kind in found.get(key, ())}
        rows.append(Row((account_cell(project, seen), *(_cell(found.get(key)) for key in firsts))))
    heads = (Column("Account"), *(Column(month(datetime.date(year, at, 1))) for year, at in firsts))
    return {
        "grid_of": Table("Accounts by month", heads, tuple(rows), wide=True),
        "grid_key": tuple(entry(shape(mark), word) for kind, (mark, word) in _KINDS.items() if kind in kinds),
        "without": _without(empty),
    }


def _months(as_of: datetime.date) -> tuple[tuple[int, int], ...]:
    first = as_of.year * 12 + as_of.month - 1
    return tuple(((first + at) // 12, (first + at) % 12 + 1) for at in range(MONTHS))


def _by_month(seen: Seen) -> dict[tuple[int, int], Counter[DateKind]]:
    found: dict[tuple[int, int], Counter[DateKind]] = {}
    for one in seen.dates:
        found.setdefault((one.date.year, one.date.month), Counter())[one.kind] += 1
    return found


def _cell(found: Counter[DateKind] | None) -> Cell:
    if not found:
        return Cell("–", tone="grey")
    marks = [(mark, found[kind]) for kind, (mark, _) in _KINDS.items() if found[kind]]
    words = [_times(found[kind], word) for kind, (_, word) in _KINDS.items() if found[kind]]
    return Cell(mark=month_cell(marks, capital(listed(words))))


def _times(times: int, word: str) -> str:
    return count(times, word, _MANY.get(word, ""))


def _without(names: list[str]) -> str:
    if not names:
        return ""
    shown = names if len(names) <= 6 else [*names[:5], f"{number(len(names) - 5)} others"]
    return f"Nothing dated in these months: {listed(shown)}. When is the next review?"
