"""Large and broken organisations, drawn: who comes in is counted out, and every circle is named. And nothing at all."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest

from sam_gen.draw.continuum import band, scale
from sam_gen.draw.divisions import divide
from sam_gen.draw.load import load
from sam_gen.draw.matrix import Axes, matrix
from sam_gen.draw.month import month
from sam_gen.draw.multiples import trend
from sam_gen.draw.overview import overview
from sam_gen.draw.pareto import pareto
from sam_gen.draw.people_map import Card, people_map
from sam_gen.draw.roadmap import Quarter, roadmap
from sam_gen.draw.trail import trail
from sam_gen.draw.tree import Unplaced, layout, sort_out

DAY = datetime.date(2026, 11, 20)
NAMING = ("Title", "Description", "uid")
RINGS = (("a", "b", "c"), ("d", "e"), ("f",))


def company(people: int, heads: int) -> dict[str, str | None]:
    """Return keys with their managers: so many heads, everybody else below somebody."""
    return {f"p{at}": None if at < heads else f"p{(at - heads) // 4}" for at in range(people)}


def broken(people: int, heads: int) -> dict[str, str | None]:
    """Return a company with three circles, people below one, and people whose manager is not there."""
    rings = {key: ring[at - 1] for ring in RINGS for at, key in enumerate(ring)}
    below = {"below": "a", "under": "below"}
    lost = {f"lost{at}": "nobody" for at in range(4)}
    return company(people - len(rings) - len(below) - len(lost), heads) | rings | below | lost


def card(key: str, manager: str | None) -> Card:
    """Return a card; every name is the same."""
    return Card(
        key, "Ann Lee", "A. Lee", "Works", manager, "neutral", "Neutral", (), 5, "M. Holm", False, "9 d", 0.9, "ink",
        False, False,
    )  # fmt: skip


@pytest.mark.parametrize(("people", "managers"), [(350, broken(350, 24)), (1400, company(1400, 24))])
def test_nobody_is_lost(people, managers):
    drawn = people_map([card(key, manager) for key, manager in managers.items()], *NAMING)
    assert len(managers) == people
    assert drawn.svg.count('class="s-card"') + len(drawn.unplaced) == people
    assert drawn.svg.count(">Ann Lee</text>") == people - len(drawn.unplaced)
    ElementTree.fromstring(drawn.svg)
    parts = divide(managers, {key: f"Unit {at % 7}" for at, key in enumerate(managers)})
    inside = [key for part in parts.parts for key in part.keys]
    assert sorted([*inside, *parts.unplaced]) == sorted(managers)
    assert parts.unplaced == sort_out(managers)[1]


def test_every_circle_and_everybody_lost_is_named():
    unplaced = layout(broken(350, 24)).unplaced
    circles = {why.keys for why in unplaced.values() if why.kind is Unplaced.CIRCLE}
    assert {frozenset(ring) for ring in circles} == {frozenset(ring) for ring in RINGS}
    assert {key for key, why in unplaced.items() if why.kind is Unplaced.ABSENT} == {f"lost{at}" for at in range(4)}
    assert unplaced["under"] == unplaced["a"]
    assert len(unplaced) == 12


def test_heads_without_reports_are_named_too():
    managers = company(350, 24) | {f"alone{at}": None for at in range(9)}
    unplaced = layout(managers).unplaced
    assert sum(why.kind is Unplaced.ALONE for why in unplaced.values()) == 9
    assert not layout(managers, loners=True).unplaced


AXES = Axes("Across", "Up", 10, 6, ("", "", "", ""))
NOTHING = {
    "people map": lambda: people_map((), *NAMING).svg,
    "overview": lambda: overview((), *NAMING),
    "scale": lambda: scale((), *NAMING),
    "band": lambda: band(0, None, None, None),
    "trail": lambda: trail((), (), *NAMING),
    "trail without a day": lambda: trail(("One",), (), *NAMING),
    "trend": lambda: trend((), (), (50,), NAMING),
    "pareto": lambda: pareto((), NAMING),
    "load": lambda: load((), NAMING),
    "matrix": lambda: matrix((), AXES, NAMING)[0],
    "month": lambda: month((), "nothing"),
    "roadmap": lambda: roadmap((), (), [Quarter(DAY, "Q1")], DAY, (DAY, "today"), NAMING),
}


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_can_be_drawn(name):
    ElementTree.fromstring(NOTHING[name]())
