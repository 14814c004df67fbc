"""The reporting tree: everybody exactly once, nobody on top of another, any shape of data, any depth."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.draw import tree
from sam_gen.draw.tree import CARD_HEIGHT, CARD_WIDTH, CARDS, LEAF_WIDTH, Unplaced, layout

NO_MANAGER, ABSENT, CIRCLE = Unplaced.ALONE, Unplaced.ABSENT, Unplaced.CIRCLE


@st.composite
def forests(draw: st.DrawFn, most: int = 400) -> dict[str, str | None]:
    """Anything a file may say: trees, chains, circles, managers who are not there, people without one."""
    size = draw(st.integers(0, most))
    seed = draw(st.randoms(use_true_random=False))
    shape = draw(st.sampled_from(["tree", "chain", "wide", "wild"]))
    managers: dict[str, str | None] = {}
    for i in range(size):
        upper = {"tree": i, "chain": i, "wide": min(i, 3), "wild": size}[shape]
        lower = max(0, i - 2) if shape == "chain" else 0
        above = f"p{seed.randrange(lower, upper)}" if upper > lower else None
        managers[f"p{i}"] = seed.choice([above] * 20 + [None, "gone", f"p{i}"])
    keys = list(managers)
    seed.shuffle(keys)
    return {key: managers[key] for key in keys}


def boxes(placed: tree.Layout) -> list[tuple[float, float, float, float]]:
    return [(s.x, s.y, s.x + s.width, s.y + CARD_HEIGHT) for s in placed.spots]


def overlaps(found: list[tuple[float, float, float, float]]) -> list[tuple]:
    found = sorted(found)
    pairs = []
    for i, (left, top, right, bottom) in enumerate(found):
        for other in found[i + 1 :]:
            if other[0] >= right:
                break
            if other[1] < bottom and top < other[3]:
                pairs.append(((left, top, right, bottom), other))
    return pairs


@given(forests())
def test_everybody_is_somewhere_once(managers):
    placed = layout(managers)
    shown = [spot.key for spot in placed.spots]
    assert sorted([*shown, *placed.unplaced]) == sorted(managers)
    assert sorted(placed.reports) == sorted(key for key in shown if managers[key])


@given(forests())
def test_with_loners_only_circles_and_absent_managers_are_left_out(managers):
    placed = layout(managers, loners=True)
    assert sorted([*(spot.key for spot in placed.spots), *placed.unplaced]) == sorted(managers)
    assert {why.kind for why in placed.unplaced.values()} <= {ABSENT, CIRCLE}
    assert overlaps(boxes(placed)) == []


@given(forests())
def test_the_reason_is_true(managers):
    for key, why in layout(managers).unplaced.items():
        reason = why.kind
        seen, at = [], key
        while at is not None and at in managers and at not in seen:
            seen.append(at)
            at = managers[at]
        assert reason == (NO_MANAGER if at is None else CIRCLE if at in managers else ABSENT)
        assert reason != NO_MANAGER or managers[key] is None
        assert reason != ABSENT or why.keys == (at,)
        if reason == CIRCLE:
            assert [managers[member] for member in why.keys] == [*why.keys[1:], why.keys[0]]
            assert why.keys[0] == min(why.keys, key=list(managers).index)
            assert why.keys[0] in seen


@given(forests())
def test_no_two_cards_overlap_and_all_are_on_the_sheet(managers):
    placed = layout(managers)
    assert overlaps(boxes(placed)) == []
    for left, top, right, bottom in boxes(placed):
        assert left >= 0
        assert top >= 0
        assert right <= placed.width + 1e-6
        assert bottom <= placed.height + 1e-6
    for line in placed.lines:
        assert all(0 <= x <= placed.width and 0 <= y <= placed.height for x, y in line)


@given(forests())
def test_every_line_leads_from_a_manager_to_a_report(managers):
    placed = layout(managers)
    at = {spot.key: spot for spot in placed.spots}
    wanted = {(managers[key], key) for key in at if managers[key]}
    assert len(placed.lines) == len(wanted)
    below = {
        (round(x, 3), round(spot.y + CARD_HEIGHT, 3)): key
        for key, spot in at.items()
        for x in (spot.x + 6.5, spot.x + CARD_WIDTH / 2)
    }
    above = {(round(s.x + s.width / 2, 3), round(s.y, 3)): key for key, s in at.items()}
    above |= {(round(s.x, 3), round(s.y + CARD_HEIGHT / 2, 3)): key for key, s in at.items() if s.width == LEAF_WIDTH}
    found = {(below[_rounded(line[0])], above[_rounded(line[-1])]) for line in placed.lines}
    assert found == wanted


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], 3), round(point[1], 3)


@given(forests(most=60))
def test_lines_run_straight_and_cross_no_card(managers):
    placed = layout(managers)
    for line in placed.lines:
        for (x1, y1), (x2, y2) in pairwise(line):
            assert x1 == pytest.approx(x2) or y1 == pytest.approx(y2)
            step = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            assert [card for card in boxes(placed) if _crosses(step, card)] == []


def _crosses(step: tuple[float, ...], card: tuple[float, ...]) -> bool:
    """Whether a step of a line lies inside a card; touching its edge is allowed."""
    left, top, right, bottom = card
    return step[0] < right - 1 and left + 1 < step[2] and step[1] < bottom - 1 and top + 1 < step[3]


@given(forests(most=80))
def test_the_same_people_give_the_same_layout(managers):
    assert layout(managers) == layout(dict(managers))


@given(forests(most=80))
def test_siblings_stand_in_the_order_given(managers):
    placed = layout(managers)
    at = {spot.key: spot for spot in placed.spots}
    for manager in {managers[key] for key in at}:
        team = [key for key in managers if key in at and managers[key] == manager]
        leading = [at[key] for key in team if key in managers.values()]
        leaves = [at[key] for key in team if key not in managers.values()]
        if manager:
            assert [(s.y, s.x) for s in leading] == sorted((s.y, s.x) for s in leading)
            assert [(s.x, s.y) for s in leaves] == sorted((s.x, s.y) for s in leaves)
        else:
            rows = [(s.y, s.x) for s in (at[key] for key in team)]
            assert len(set(rows)) == len(rows)


def test_a_chain_of_two_thousand():
    managers = {f"p{i}": f"p{i - 1}" if i else None for i in range(2000)}
    placed = layout(managers)
    assert len(placed.spots) == 2000
    assert placed.unplaced == {}
    assert placed.width == CARD_WIDTH


@pytest.mark.parametrize("end", [None, "gone", "p0"])
def test_work_grows_with_the_number_of_people(monkeypatch, end):
    """Counted in spots made and managers looked up: no more than a few for each person, however long the chain."""
    looked_up = [0]

    class Counting(dict):
        def __getitem__(self, key):
            looked_up[0] += 1
            return super().__getitem__(key)

    made = [0]
    real = tree.Spot

    def counting(*args):
        made[0] += 1
        return real(*args)

    monkeypatch.setattr(tree, "Spot", counting)
    chain = {f"p{i}": f"p{i + 1}" for i in range(1999)} | {"p1999": end}
    layout(Counting(chain))
    assert looked_up[0] <= 4 * 2000
    assert made[0] <= 3 * 2000


CASES = [
    ({}, [], {}),
    ({"a": None}, ["a"], {}),
    ({"a": None, "b": None}, ["a", "b"], {}),
    ({"a": None, "b": "a", "c": None}, ["a", "b"], {"c": NO_MANAGER}),
    ({"a": "a"}, [], {"a": CIRCLE}),
    ({"a": "b", "b": "a", "c": "a"}, [], {"a": CIRCLE, "b": CIRCLE, "c": CIRCLE}),
    ({"a": "x", "b": "a"}, [], {"a": ABSENT, "b": ABSENT}),
    ({"a": None, "b": "a", "c": "x"}, ["a", "b"], {"c": ABSENT}),
    ({"b": "a", "a": None}, ["a", "b"], {}),
]


@pytest.mark.parametrize(("managers", "shown", "unplaced"), CASES)
def test_who_is_placed(managers, shown, unplaced):
    placed = layout(managers)
    assert [spot.key for spot in placed.spots] == shown
    assert {key: why.kind for key, why in placed.unplaced.items()} == unplaced


def test_the_width_grows_with_managers_not_with_people():
    staff = {f"s{i}": f"m{i % 4}" for i in range(200)}
    placed = layout({"head": None} | {f"m{i}": "head" for i in range(4)} | staff)
    assert placed.width < 5 * CARD_WIDTH
    beside = layout({"head": None, "boss": "head", "one": "boss"} | {f"s{i}": "head" for i in range(40)})
    assert beside.width == 2 * CARD_WIDTH + CARDS.across


def test_separate_trees_go_on_in_further_rows():
    placed = layout({f"p{i}": None for i in range(24)})
    assert placed.width <= CARDS.sheet
    assert len({spot.y for spot in placed.spots}) == 4
    assert CARDS.sheet <= 1248, "seven columns fit the width of a page"


def test_a_head_alone_with_many_reports_is_no_wider_than_a_sheet():
    placed = layout({"head": None} | {f"s{i}": "head" for i in range(30)})
    assert placed.width <= CARDS.sheet
    assert placed.height < 7 * (CARD_HEIGHT + CARDS.bus)


def test_a_planted_overlap_is_found():
    placed = layout({"a": None, "b": "a", "c": "a"})
    spots = list(placed.spots)
    moved = replace(spots[1], x=spots[2].x - 1)
    assert overlaps(boxes(replace(placed, spots=(spots[0], moved, spots[2])))) != []
