"""Divisions: everybody in one of them exactly once, cut by unit, else by size."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from draw.test_people_map import size_of, texts_of
from draw.test_tree import boxes, forests, overlaps
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.draw.divisions import divide
from sam_gen.draw.overview import Box, overview
from sam_gen.draw.tree import layout

UNITS = st.sampled_from(["", "North", "South", "Head office"])


@given(forests(most=300), st.data())
def test_everybody_is_in_one_division_or_not_placed(managers, data):
    units = {key: data.draw(UNITS) for key in list(managers)[:40]}
    found = divide(managers, units)
    everybody = [key for part in found.parts for key in part.keys]
    assert sorted([*everybody, *found.unplaced]) == sorted(managers)
    for i, part in enumerate(found.parts):
        assert set(part.heads) <= set(part.keys)
        assert part.above is None or part.above != i
        manager = managers[part.heads[0]]
        assert (manager is None) == (part.above is None)
        assert manager is None or manager in found.parts[part.above].keys
        inside = {key: managers[key] if managers[key] in part.keys else None for key in part.keys}
        placed = layout(inside, loners=True)
        assert len(placed.spots) == len(part.keys)
        assert overlaps(boxes(placed)) == []


@given(forests(most=200))
def test_the_same_people_give_the_same_divisions(managers):
    assert divide(managers, {}) == divide(dict(managers), {})


def team(head: str, size: int) -> dict[str, str | None]:
    return {f"{head}{i}": head for i in range(size)}


def test_a_branch_in_another_unit_is_a_division():
    managers = {"ceo": None, "de": "ceo", "pl": "ceo"} | team("de", 5) | team("pl", 2) | team("ceo", 3)
    units = {key: "Germany" if key.startswith("de") else "Poland" if key.startswith("pl") else "" for key in managers}
    parts = divide(managers, units).parts
    assert [part.heads for part in parts] == [("ceo",), ("de",)], "three people do not make a division"
    assert [len(part.keys) for part in parts] == [7, 6]


def test_without_units_the_largest_branch_goes():
    managers = {"ceo": None, "a": "ceo", "b": "ceo"} | team("a", 20) | team("b", 15)
    assert {part.heads: len(part.keys) for part in divide(managers, {}).parts} == {("ceo",): 17, ("a",): 21}


def test_a_row_wider_than_a_sheet_is_cut():
    managers = {"ceo": None} | team("ceo", 9)
    managers |= {f"x{i}{j}": f"ceo{i}" for i in range(9) for j in range(3)}
    for part in divide(managers, {}, most=100).parts:
        inside = {key: managers[key] if managers[key] in part.keys else None for key in part.keys}
        assert layout(inside).width <= 1248


def test_small_trees_share_a_drawing():
    managers = {f"h{i}": None for i in range(10)} | {f"s{i}": f"h{i}" for i in range(10)}
    parts = divide(managers, {}).parts
    assert [len(part.heads) for part in parts] == [10]


def test_the_overview_keeps_its_texts_inside():
    names = ["Rotterdam head office and everything else", "本社経営企画部門", "حسام الجارحي", "x" * 80]
    drawn = [Box(name, ("1,204 people, 12 vacant posts", "key, for us: 12 of 144"), 0 if i else None) for i, name in
             enumerate(names * 3)]  # fmt: skip
    svg = ElementTree.fromstring(overview(drawn, "A", "B", "u"))
    cards = svg.findall("g")
    assert len(cards) == len(drawn)
    for card in cards:
        texts = texts_of(card)
        frame = card.find("rect")
        assert frame is not None
        high = float(frame.get("height", 0))
        assert all(left >= 0 and right <= 150.1 and bottom <= high for left, _, right, bottom in texts)
        assert all(one[3] <= other[1] + 0.5 for one, other in pairwise(texts))
        assert all(size_of(text)[0] >= 12 for text in card.iter("text"))
