"""The tray: who has no place in the tree, by the reason, with every circle named in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.draw.tree import Unplaced, Why
from sam_gen.pages.chart import Chart, short_reason


@dataclass(frozen=True)
class TrayGroup:
    """People who have no place in the tree, for one reason."""

    reason: str
    people: tuple[tuple[str, str], ...]
    """Name and title."""


def tray(chart: Chart, unplaced: Mapping[str, Why]) -> tuple[TrayGroup, ...]:
    """Group who has no place by the reason, circles with their names in order."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, why in unplaced.items():
        person = chart.people[key].person
        groups.setdefault(_reason(chart, key, why), []).append((person.name, person.title or ""))
    return tuple(TrayGroup(reason, tuple(people)) for reason, people in groups.items())


def _reason(chart: Chart, key: str, why: Why) -> str:
    if why.kind is not Unplaced.CIRCLE:
        return short_reason(chart, key, why)
    circle = circle_words([chart.people[member].person.name for member in why.keys])
    return circle if key in why.keys else f"above them: {circle}"


def circle_words(names: Sequence[str]) -> str:
    """Name a circle: who reports to whom, in order, back to the first."""
    if len(names) == 1:
        return f"{names[0]} is given as their own manager"
    pairs = zip(names, [*names[1:], names[0]], strict=True)
    steps = [f"{one} {'to' if i else 'reports to'} {other}" for i, (one, other) in enumerate(pairs)]
    return f"the reporting lines run in a circle: {', '.join(steps)}"
