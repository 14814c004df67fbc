"""A tree of text that unfolds by manager, for an organisation that no drawing can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.people import Standing
from sam_gen.pages.chart import Chart, PersonRow

_DEEPEST = 24
"""Levels that fold, so that a browser can nest them; what is deeper stands on the last one, with the manager's name."""
_UNFOLDED = 40
"""Rows that are open when the page is."""


@dataclass(frozen=True)
class Step:
    """One step through the tree of text: a row, with what opens before or closes after it."""

    kind: str
    """`open` begins a manager with people below, `close` ends one, `leaf` is anybody else."""
    row: PersonRow | None = None
    below: str = ""
    unfolded: bool = False
    to: str = ""
    """Whom they report to, where the tree no longer shows it."""


def branches(chart: Chart, placed: Sequence[Standing]) -> Iterator[Step]:
    """Walk through the tree, each manager before the reports; without recursion, so that depth is no limit."""
    reports: dict[str | None, list[str]] = {}
    for who in placed:
        reports.setdefault(chart.managers[who.person.key], []).append(who.person.key)
    below = _below(reports)
    unfolded = _open_levels(reports)
    pending: list[tuple[str | None, int]] = [(key, 0) for key in reversed(reports.get(None, []))]
    while pending:
        at, depth = pending.pop()
        if at is None:
            yield Step("close")
            continue
        row = chart.row(chart.people[at], depth)
        team = reports.get(at, [])
        if team and depth < _DEEPEST:
            yield Step("open", row, f"{below[at]} below", depth < unfolded)
            pending.append((None, depth))
            pending += [(key, depth + 1) for key in reversed(team)]
        else:
            manager = chart.managers[at] if depth >= _DEEPEST else None
            to = f"reports to {chart.people[manager].person.name}" if manager else ""
            yield Step("leaf", row, to=to)
            pending += [(key, depth) for key in reversed(team)]


def _below(reports: Mapping[str | None, Sequence[str]]) -> dict[str, int]:
    """Count how many people stand below each manager."""
    order = list(reports.get(None, ()))
    for key in order:
        order += reports.get(key, ())
    below: dict[str, int] = {}
    for key in reversed(order):
        team = reports.get(key, ())
        below[key] = len(team) + sum(below[child] for child in team)
    return below


def _open_levels(reports: Mapping[str | None, Sequence[str]]) -> int:
    """Return how many levels are unfolded, so that no more than `_UNFOLDED` rows stand open; at least the heads."""
    level = list(reports.get(None, ()))
    shown, levels = len(level), 0
    while level:
        level = [child for key in level for child in reports.get(key, ())]
        shown += len(level)
        if shown > _UNFOLDED or not level:
            break
        levels += 1
    return levels
