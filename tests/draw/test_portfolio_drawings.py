from __future__ import annotations

import datetime
import re

import pytest
from draw.rooms import problems, rooms
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.draw.board import row
from sam_gen.draw.dates import KINDS as DATES
from sam_gen.draw.load import KINDS, SIDE_BY_SIDE, Carrier, load
from sam_gen.draw.month import month
from sam_gen.draw.multiples import trend
from sam_gen.draw.pareto import Part, pareto
from sam_gen.draw.scales import Scale, Tick, days, labels_across, labels_between

LONG = "Vereinigte Lebensmittelgroßhandelsgesellschaften Nordwest"
NAMING = ("Title", "What it says.", "u")
ranks = st.one_of(st.none(), st.integers(0, 7))


# Scales ------------------------------------------------------------------------------


def test_a_value_beyond_an_end_stands_on_it():
    scale = Scale(0, 100, 80, 10)
    assert [scale.at(value) for value in (-5, 0, 50, 100, 900)] == [80, 80, 45, 10, 10]
    assert Scale(3, 3, 5, 9).at(3) == 5


def test_days_lie_evenly():
    first = datetime.date(2026, 1, 1)
    scale = days(first, first + datetime.timedelta(10), 0, 100)
    assert scale.at((first + datetime.timedelta(5)).toordinal()) == 50


@given(st.lists(st.tuples(st.floats(0, 100), st.text("WMi ", max_size=30)), max_size=30))
def test_labels_of_an_axis_never_touch(ticks):
    scale = Scale(0, 100, 40, 260)
    some = [Tick(value, label) for value, label in ticks]
    body = "".join(labels_across(scale, some, 20, limits=(0, 300)))
    assert problems(f'<svg viewBox="0 0 300 40">{body}</svg>') == []
    between = "".join(labels_between(scale, sorted(some, key=lambda tick: tick.value), 20, right=260))
    assert problems(f'<svg viewBox="0 0 300 40">{between}</svg>') == []


# Continuum board ---------------------------------------------------------------------


@given(st.integers(1, 8), ranks, ranks, ranks, ranks)
def test_a_row_of_the_board_keeps_its_marks_apart_and_inside(stages, own, wish, now, ceiling):
    four = [None if at is None else min(at, stages - 1) for at in (own, wish, now, ceiling)]
    svg = row(stages, *four)
    assert problems(svg) == []
    spots = re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\)", svg)
    assert len(set(spots)) == len(spots) == sum(at is not None for at in four)
    across = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])
    assert all(0 <= float(x) <= across - 16 for x, _ in spots)


def test_a_line_of_which_nothing_is_known_is_dashed():
    assert row(5, None, None, None, None).count("stroke-dasharray") == 2
    assert "stroke-dasharray" not in row(5, 1, None, 2, None)


# Health ------------------------------------------------------------------------------


values = st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=12)


@given(values)
def test_a_curve_fits_whatever_its_values(some):
    labels = [*(f"end of Q{at % 4 + 1} 2025/26" for at in range(len(some) - 1)), "today"]
    svg = trend(some, labels, (50, 75), NAMING)
    assert problems(svg) == []
    assert svg.count("<circle") == sum(value is not None for value in some)
    assert svg.count("s-gap") == sum(value is None for value in some)


def test_a_gap_in_what_is_known_is_a_gap_in_the_line_and_never_zero():
    svg = trend([40, None, 60], ["then", "", "today"], (50, 75), NAMING)
    assert "s-trail" not in svg
    assert [text for text, _ in rooms(svg)] == ["40", "60", "then", "today"]
    assert ">?<" in trend([40, None], ["then", "today"], (50, 75), NAMING)


# Revenue -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2, 40])
def test_rows_of_revenue_stand_apart(number):
    parts = [Part(LONG, "HUF 420.55 m", 1 / number, (at + 1) / number) for at in range(number)]
    svg = pareto(parts, NAMING)
    assert problems(svg) == []
    assert svg.count("s-disc--open") == number


def test_a_bar_is_as_long_as_its_share():
    svg = pareto([Part("a", "€3", 0.75, 0.75), Part("b", "€1", 0.25, 1.0)], NAMING)
    long, short = (float(found) for found in re.findall(r'<rect [^>]*width="([\d.]+)"', svg))
    assert long == pytest.approx(3 * short)


# Sponsors ----------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from(["Jo", LONG]), st.lists(st.sampled_from(KINDS), max_size=60)), max_size=40))
def test_however_much_somebody_carries_it_fits(some):
    svg = load([Carrier(name, tuple(parts)) for name, parts in some], NAMING)
    assert problems(svg) == []
    counted = max((len(parts) for _, parts in some), default=0) > SIDE_BY_SIDE
    assert svg.count("translate") == sum(len(set(parts) if counted else parts) for _, parts in some)


@pytest.mark.parametrize(("more", "boxes"), [(0, SIDE_BY_SIDE), (1, 1)])
def test_boxes_that_no_longer_stand_beside_each_other_are_counted(more, boxes):
    svg = load([Carrier("Jo", ("overdue",) * (SIDE_BY_SIDE + more))], NAMING)
    assert svg.count("translate") == boxes
    behind = str(SIDE_BY_SIDE + more)
    assert [text for text, _ in rooms(svg)] == ["Jo", *[behind] * (1 + more)]


# Calendar ----------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from(DATES), st.integers(1, 40)), max_size=6))
def test_a_cell_of_the_calendar_fits(kinds):
    svg = month(kinds, "Two meetings")
    assert problems(svg) == []
    assert svg.count("translate") == len(kinds)
    assert [text for text, _ in rooms(svg)] == [str(times) for _, times in kinds if times > 1]
