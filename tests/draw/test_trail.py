from __future__ import annotations

import datetime
import re
from itertools import pairwise, product

import pytest
from draw.test_continuum import clear

from sam_gen.draw.trail import Point, trail

STAGES = ["Exploratory", "Basic", "Cooperative", "Interdependent", "Integrated"]
FIRST = datetime.date(2025, 3, 1)


def drawn(*points: tuple[int, int | None, int | None]) -> str:
    return trail(
        STAGES,
        [Point(FIRST + datetime.timedelta(days), "Nov 26", today, own) for days, today, own in points],
        "Trail",
        "Two reviews.",
        "t",
    )


@pytest.mark.parametrize("gaps", [(0,), (0, 1), (0, 1, 2, 3, 4, 5, 6, 7, 8), (0, 400, 401, 402), (0, 1, 2, 400)])
def test_no_two_labels_overlap_and_marks_keep_apart(gaps):
    svg = drawn(*((days, 1 + days % 3, 1 + days % 2) for days in gaps))
    clear(svg)
    discs = re.findall(r'translate\(([\d.]+) ([\d.]+)\)"[^>]*><circle', svg)
    spots = sorted(float(x) for x, _ in discs)
    assert len(spots) == len(gaps)
    assert all(b - a >= 16 for a, b in pairwise(spots))


@pytest.mark.parametrize(("today", "own"), list(product((None, 0, 4), repeat=2)))
def test_each_line_is_named_with_its_stage_at_its_end_if_it_has_one(today, own):
    svg = drawn((0, 1, 1), (90, today, own))
    clear(svg)
    said = [text for text in re.findall(r">([^<>]+)<", svg) if text.startswith(("Evidence", "Own view"))]
    wanted = [f"{name}: {STAGES[at]}" for name, at in (("Evidence", today), ("Own view", own)) if at is not None]
    assert sorted(said) == wanted


def test_a_gap_in_what_is_known_is_a_gap_in_the_line():
    assert drawn((0, 1, None), (90, None, None), (180, 1, None)).count("s-trail") == 0
    assert drawn((0, 1, None), (90, 1, None), (180, 1, None)).count("s-trail") == 2


def test_a_long_silence_looks_long():
    svg = drawn((0, 1, None), (300, 1, None), (400, 1, None))
    first, second, third = sorted(float(x) for x in re.findall(r'translate\(([\d.]+) [\d.]+\)"', svg))
    assert second - first == pytest.approx(3 * (third - second))


def test_the_same_stage_on_both_lines_shows_both_marks():
    svg = drawn((0, 2, 2))
    assert len(set(re.findall(r"translate\(([\d. ]+)\)", svg))) == 2
