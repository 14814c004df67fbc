"""Lines of influence and conflict: through the gaps, told apart without colour, their numbers over no card."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

from draw.test_tree import boxes, forests
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.draw import ties
from sam_gen.draw.ties import TieLine, sample, tie_lines
from sam_gen.draw.tree import CARD_HEIGHT, layout


@st.composite
def charts(draw: st.DrawFn) -> tuple[dict[str, str | None], list[TieLine]]:
    managers = draw(forests(most=25))
    keys = [*managers, "elsewhere"]
    ends = st.tuples(st.sampled_from(keys), st.sampled_from(keys), st.booleans())
    pairs = draw(st.lists(ends, max_size=8))
    return managers, [TieLine(start, end, i, conflict) for i, (start, end, conflict) in enumerate(pairs, 1)]


def routes(managers: dict[str, str | None], lines: list[TieLine]) -> list[list[tuple[float, float]]]:
    placed = layout(managers)
    cards = {s.key: (s.x, s.y, s.x + s.width, s.y + CARD_HEIGHT) for s in placed.spots}
    here = [line for line in lines if line.start in cards and line.end in cards and line.start != line.end]
    net = ties._Net(cards, placed.lines, [key for line in here for key in (line.start, line.end)])
    return [net.route(line.start, line.end) for line in here]


def through(step: tuple[tuple[float, float], tuple[float, float]], card: tuple[float, ...]) -> bool:
    (x1, y1), (x2, y2) = step
    left, top, right, bottom = card
    return (
        min(x1, x2) < right - 0.5
        and left + 0.5 < max(x1, x2)
        and min(y1, y2) < bottom - 0.5
        and top + 0.5 < max(y1, y2)
    )


@given(charts())
@settings(max_examples=60, deadline=None)
def test_no_line_runs_over_a_card(chart):
    managers, lines = chart
    cards = boxes(layout(managers)) if managers else []
    for route in routes(managers, lines) if cards else []:
        assert len(route) >= 2, "between two cards of one tree there is always a way"
        for step in pairwise(route):
            assert step[0][0] == step[1][0] or step[0][1] == step[1][1]
            assert [card for card in cards if through(step, card)] == []


def grounds(svg: str) -> list[tuple[float, float, float, float]]:
    found = []
    for rect in ElementTree.fromstring(f"<g>{svg}</g>").iter("rect"):
        x, y, w, h = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        found.append((x, y, x + w, y + h))
    return found


@given(charts())
@settings(max_examples=60, deadline=None)
def test_no_number_stands_over_a_card_or_another(chart):
    managers, lines = chart
    placed = layout(managers)
    drawn = tie_lines(placed, CARD_HEIGHT, lines)
    numbers = grounds(drawn.numbers)
    taken = boxes(placed)
    for box in numbers:
        for other in taken:
            assert not (
                box[0] + 0.2 < other[2] and other[0] + 0.2 < box[2] and box[1] < other[3] and other[1] < box[3]
            ), (box, other)
        taken.append(box)
    left, top, right, bottom = drawn.bounds
    assert all(left <= x1 and top <= y1 and x2 <= right and y2 <= bottom for x1, y1, x2, y2 in numbers)
    assert tie_lines(placed, CARD_HEIGHT, lines) == drawn


def test_a_planted_line_over_a_card_is_found():
    assert through(((0, 50), (200, 50)), (20, 0, 170, 112))
    assert not through(((10, 0), (10, 200)), (20, 0, 170, 112))


TREE = {"head": None, "a": "head", "b": "head", "c": "a", "d": "a", "e": "b", "f": "b"}


def test_conflict_and_influence_differ_in_shape():
    placed = layout(TREE)
    moves = tie_lines(placed, CARD_HEIGHT, [TieLine("c", "f", 1)])
    odds = tie_lines(placed, CARD_HEIGHT, [TieLine("c", "f", 1, conflict=True)])
    assert "s-tie-head" in moves.lines
    assert "s-tie-cross" not in moves.lines
    assert odds.lines.count('class="s-tie-cross"') == 2
    assert "s-tie-head" not in odds.lines
    assert " Q " in moves.lines, "corners are round"
    assert len({sample(kind) for kind in ("reports", "skips", "influences", "conflict")}) == 4


def test_what_has_an_end_elsewhere_is_left_to_the_list():
    placed = layout(TREE)
    drawn = tie_lines(placed, CARD_HEIGHT, [TieLine("c", "x", 1), TieLine("c", "c", 2), TieLine("d", "f", 3)])
    assert drawn.shown == {3}
    assert re.findall(r">(\d+)</text>", drawn.numbers) == ["3"]


def test_two_lines_between_the_same_cards_do_not_lie_on_each_other():
    one, two = routes(TREE, [TieLine("c", "e", 1), TieLine("c", "e", 2)])
    assert one != two


def test_more_lines_than_a_drawing_bears_are_left_to_the_list(monkeypatch):
    calls = []
    real = ties._Net.route
    monkeypatch.setattr(ties._Net, "route", lambda net, start, end: calls.append(1) or real(net, start, end))
    pairs = [(x, y) for x in TREE for y in TREE if x != y]
    tie_lines(layout(TREE), CARD_HEIGHT, [TieLine(x, y, i) for i, (x, y) in enumerate(pairs)])
    assert len(calls) == ties.MOST
