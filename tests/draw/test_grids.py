"""Drawings that are grids: whole HTML, the same each time, every name shown, no name in an attribute."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from draw.grid_samples import NAMES, every, people
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.draw import axis, marks
from sam_gen.draw.chip import chips
from sam_gen.draw.strip import strip

DRAWINGS = sorted(every(()))


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{svg}</div>")


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_grid_is_whole_and_the_same_each_time(drawing, kind):
    drawn = every(NAMES[kind])[drawing]
    assert drawn == every(NAMES[kind])[drawing]
    root = tree(drawn)
    for element in root.iter():
        for key, value in element.attrib.items():
            assert not any(name in value for name in NAMES[kind] if len(name) > 3), (key, value)
    for table in root.iter("table"):
        widths = {sum(int(cell.attrib.get("colspan", 1)) for cell in row) for row in table.iter("tr")}
        assert len(widths) == 1, f"rows of {widths} cells"


@pytest.mark.parametrize("drawing", sorted({*DRAWINGS} - {"risks", "balance"}))
def test_every_name_is_shown(drawing):
    text = " ".join(tree(every(NAMES["scripts"])[drawing]).itertext())
    missing = [name for name in NAMES["scripts"][:4] if name not in text]
    assert not missing


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_mark_is_hidden_from_who_cannot_see_it(drawing):
    for svg in tree(every(NAMES["one"])[drawing]).iter("svg"):
        assert svg.attrib["aria-hidden"] == "true"


def test_what_is_left_out_is_counted():
    drawn = chips(people(NAMES["many"]), 24, "more")
    assert len(tree(drawn).findall("ul/li")) == 25
    assert "and 16 more" in drawn
    assert chips((), 24) == ""


def test_nobody_known_is_a_hole_and_a_tie_that_never_was_is_blank():
    assert every(())["functions"].count("s-hole-field") == 4
    assert "never" in every(NAMES["one"])["coverage"]


@pytest.mark.parametrize(
    ("stand", "veto", "parts"), [("for", False, ["rect"]), ("against", False, ["rect"]), ("against", True, ["path"])]
)
def test_a_no_that_is_enough_has_a_shape_of_its_own(stand, veto, parts):
    shape, _ = marks.voice(stand, veto=veto)
    assert re.findall(r"<(\w+)", shape)[: len(parts)] == parts
    stands = ("for", "neutral", "against", None)
    assert len({marks.voice(one, veto=can_stop)[0] for one in stands for can_stop in (False, True)}) == 8


@pytest.mark.parametrize(("talks", "same"), [(0, 0), (1, 1), (2, 3), (4, 40)])
def test_a_disc_fills_with_talks(talks, same):
    assert marks.contact(talks) == marks.contact(same)
    assert len({marks.contact(talks) for talks in (0, 1, 2, 4)}) == 4


@given(st.floats(0, 1e12), st.floats(0, 1e12), st.floats(1, 1e12))
def test_bars_of_one_scale_compare(one, other, most):
    scale = axis.from_zero(most, 64)
    assert 0 <= scale.at(one) <= 64
    if one <= other:
        assert scale.at(one) <= scale.at(other) + 2


def test_a_strip_has_one_mark_a_unit_until_there_are_too_many():
    assert strip({"us": 2, "competitor": 1, "unknown": 1}).count("<g ") == 4
    assert strip({"us": 20, "competitor": 0, "unknown": 3, "not_used": 1}).count("<g ") == 3
    assert strip({}).startswith("<svg")
