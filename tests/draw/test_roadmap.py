from __future__ import annotations

import datetime

import pytest
from draw.rooms import problems, rooms
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.draw.dates import KINDS
from sam_gen.draw.roadmap import NARROW, WIDE, Milestone, Quarter, roadmap
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import written

TODAY = datetime.date(2026, 11, 20)
QUARTERS = [
    Quarter(datetime.date(2026 + at // 4, at % 4 * 3 + 1, 1), f"Q{at % 4 + 1} {2026 + at // 4}/27")
    for at in range(3, 11)
]
END = datetime.date(2028, 10, 1)
LONG = "Whatever it takes to bring all eleven warehouses of the group on one way of working before the winter"


def drawn(items, lanes=("Theirs", "Both sides", "Ours"), wide=WIDE):
    naming = ("Roadmap", "Dates.", "r")
    return roadmap(lanes, items, QUARTERS, END, (TODAY, "today, Fri 20 Nov"), naming, wide)


def one(days, lane=0, kind="step", text=LONG):
    return Milestone(TODAY + datetime.timedelta(days), lane, kind, text)


texts = st.one_of(st.just(""), st.just("x"), st.just(LONG), st.text("WMi lj日é", max_size=80))
items = st.lists(st.builds(one, st.integers(-900, 1500), st.integers(0, 2), st.sampled_from(KINDS), texts), max_size=60)


@settings(deadline=None)
@given(items, st.sampled_from([WIDE, NARROW]))
def test_no_two_texts_overlap_and_none_leaves_the_frame(some, wide):
    assert problems(drawn(some, wide=wide)) == []


@pytest.mark.parametrize("number", [0, 1, 2, 40, 200])
@pytest.mark.parametrize("days", [-30, 0, 1, 300, 679, 680, 2000])
def test_extreme_numbers_on_one_day(number, days):
    svg = drawn([one(days) for _ in range(number)])
    assert problems(svg) == []
    if number > 18:
        assert f"{number - 18} more" in svg


def test_a_planted_overlap_is_found():
    svg = Svg(el("svg", written("one", 5, 20, 90), written("two", 9, 22, 90), viewBox="0 0 100 40"))
    assert problems(svg) == ["'one' lies on 'two'"]
    over = Svg(el("svg", written("too far right", 90, 20, 90), viewBox="0 0 100 40"))
    assert "leaves the frame" in problems(over)[0]


def test_what_is_overdue_has_a_shape_of_its_own_and_stands_at_the_left_edge():
    late, ahead = drawn([one(-3, text="Late")]), drawn([one(3, text="Soon")])
    assert ">Overdue<" in late
    assert late.count("s-red") == 4  # the head, the arrow, the mark, the label
    assert "Overdue" not in ahead
    assert "s-red" not in ahead
    box = next(box for text, box in rooms(late) if text == "Late")
    assert box.left < 160


def test_what_falls_today_is_not_overdue():
    assert "Overdue" not in drawn([one(0)])


def test_what_lies_beyond_the_quarters_stands_under_later():
    assert ">Later<" in drawn([Milestone(END, 0, "contract", "Far")])
    assert ">Later<" not in drawn([Milestone(END - datetime.timedelta(1), 0, "contract", "Near")])


def test_a_label_near_the_right_edge_stands_left_of_its_mark():
    svg = drawn([Milestone(END - datetime.timedelta(1), 0, "contract", "Near the end")])
    assert 'text-anchor="end"' in svg


def test_a_long_name_is_cut_and_a_free_row_gives_it_room():
    alone = next(text for text, _ in rooms(drawn([one(30)])) if text.startswith("Whatever"))
    both = sorted(
        (text for text, _ in rooms(drawn([one(30), one(330, text="Next")])) if text.startswith("Whatever")), key=len
    )
    assert alone.endswith("…")
    assert len(both[0]) <= len(alone)
    assert len(alone) > 40


def test_a_lane_without_anything_says_so():
    assert "nothing with a" in drawn([one(5)])


def test_drawing_twice_gives_the_same_bytes():
    some = [one(days, days % 3) for days in range(-40, 400, 7)]
    assert drawn(some) == drawn(some)
