from __future__ import annotations

import re
from itertools import pairwise

import pytest

from sam_gen.draw.continuum import Level, scale
from sam_gen.draw.text import width

LONG = "a very long stage name that nobody would choose of their own free will"


def drawn(*levels: Level) -> str:
    return scale(levels, "Position", "What we say.", "s")


def spans(svg: str) -> dict[str, list[tuple[float, float, str]]]:
    """Return the texts by height, each with the room it takes."""
    rows: dict[str, list[tuple[float, float, str]]] = {}
    for x, y, class_, text in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*class="([^"]*)">([^<]*)<', svg):
        half = width(text, 13 if "t13" in class_ else 12, bold="bold" in class_) / 2
        rows.setdefault(y, []).append((float(x) - half, float(x) + half, text))
    return rows


@pytest.mark.parametrize("number", [1, 2, 5, 8, 12])
@pytest.mark.parametrize("name", ["Basic", LONG])
def test_no_two_texts_overlap_and_none_leaves_the_drawing(number, name):
    for at in range(number):
        levels = [Level(name, LONG, *(("Wed 18 Nov",) * 2 if i in (at, at + 1) else ("", ""))) for i in range(number)]
        svg = drawn(*levels)
        across = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])
        for row in spans(svg).values():
            assert min(left for left, _, _ in row) >= 0
            assert max(right for _, right, _ in row) <= across
            assert all(one[1] <= two[0] for one, two in pairwise(sorted(row)))


def test_two_marks_on_one_stage_stand_side_by_side_own_view_left():
    svg = drawn(Level("Basic", "x", "today", "by then"))
    marks = [float(x) for x in re.findall(r'transform="translate\(([\d.]+) 54\)"', svg)]
    assert len(marks) == 2
    assert marks[1] - marks[0] >= 16
    assert svg.index("Own view") < svg.index("Desired")


def test_only_said_stages_are_bold():
    svg = drawn(Level("Basic", "x", "", ""), Level("Cooperative", "y", "today", ""))
    assert "Desired" not in svg
    assert 's-bold">Cooperative' in svg
    assert 's-bold">Basic' not in svg
