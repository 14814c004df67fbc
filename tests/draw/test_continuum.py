from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import pytest

from sam_gen.draw.continuum import Bracket, Level, band, scale
from sam_gen.draw.text import width

LONG = "a very long stage name that nobody would choose of their own free will"
NOTE = "Wed 18 Nov 2026"


@dataclass(frozen=True)
class Text:
    """One text of a drawing with the room it takes."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


def texts(svg: str) -> list[Text]:
    found = []
    for attributes, text in re.findall(r"<text ([^>]*)>([^<]*)<", svg):
        x, y = (float(re.search(rf'\b{name}="(-?[\d.]+)"', attributes)[1]) for name in "xy")
        size = 13 if "t13" in attributes else 12
        wide = width(text, size, bold="bold" in attributes)
        left = x - wide / 2 if 'text-anchor="middle"' in attributes else x
        found.append(Text(left, left + wide, y - size * 0.8, y + size * 0.2, text))
    return found


def clear(svg: str) -> None:
    """No two texts touch, and none leaves the drawing."""
    across, down = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    found = texts(svg)
    for at, one in enumerate(found):
        assert one.left >= 0, one
        assert one.right <= across, one
        assert one.top >= 0, one
        assert one.bottom <= down, one
        for two in found[at + 1 :]:
            apart = one.right <= two.left or two.right <= one.left or one.bottom <= two.top or two.bottom <= one.top
            assert apart, (one, two)


def drawn(*levels: Level, brackets: tuple[Bracket, ...] = ()) -> str:
    return scale(levels, "Position", "What we say.", "s", brackets)


MARKS = ("own", "desired", "today", "achievable")


@pytest.mark.parametrize("number", [1, 2, 5, 8, 12])
@pytest.mark.parametrize("name", ["Basic", LONG])
def test_no_two_texts_overlap_and_none_leaves_the_drawing(number, name):
    for at in range(number):
        for shift in (0, 1):
            where = {mark: min(at + shift * i % 3, number - 1) for i, mark in enumerate(MARKS)}
            levels = [Level(name, LONG, **{m: NOTE for m, i in where.items() if i == row}) for row in range(number)]
            ends = [(where["today"], where["own"]), (where["achievable"], where["desired"])]
            clear(drawn(*levels, brackets=tuple(Bracket(a, b, "two stages beyond") for a, b in ends if a != b)))


def test_two_marks_on_one_stage_stand_side_by_side_own_view_left():
    svg = drawn(Level("Basic", "x", "today", "by then"))
    marks = [float(x) for x in re.findall(r'transform="translate\(([\d.]+) 54\)"', svg)]
    assert len(marks) == 2
    assert marks[1] - marks[0] >= 16
    assert svg.index("Own view") < svg.index("Desired")


def test_only_marked_stages_are_bold():
    svg = drawn(Level("Basic", "x", "", ""), Level("Cooperative", "y", "today", ""))
    assert "Desired" not in svg
    assert 's-bold">Cooperative' in svg
    assert 's-bold">Basic' not in svg


def test_what_is_within_reach_is_drawn_from_today_to_a_ceiling_above_it():
    low, high = Level("Basic", "x", today="7 of 10"), Level("Cooperative", "y", achievable="our ceiling")
    assert "s-reach" in drawn(low, high)
    assert "s-reach" not in drawn(Level("Basic", "x", achievable="x"), Level("Cooperative", "y", today="x"))
    assert "s-reach" not in drawn(Level("Basic", "x"), high)


# One dimension ---------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2, 5, 9])
def test_marks_of_a_dimension_do_not_lie_on_each_other_nor_leave_it(number):
    for today in (None, *range(number)):
        for desired in (None, *range(number)):
            for achievable in (None, *range(number)):
                svg = band(number, today, desired, achievable)
                spots = sorted(float(x) for x in re.findall(r"translate\(([\d.]+) 0\)", svg))
                room = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])
                assert len(spots) == sum(one is not None for one in (today, desired, achievable))
                assert all(x + 16 <= room for x in spots)
                assert all(b - a >= 10 for a, b in itertools.pairwise(spots))


def test_not_known_is_dashed_and_the_lowest_stage_is_empty():
    assert "stroke-dasharray" in band(5, None, 3, 2)
    assert "s-done" not in band(5, 0, None, None)
    assert "s-done" in band(5, 1, None, None)
