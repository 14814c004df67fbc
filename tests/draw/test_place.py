from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sam_gen.draw.place import Box, Mark, apart, place

FRAME = Box(0, 0, 600, 400)


def mark(x, y, radius=8.0, wide=90.0):
    return Mark(x, y, radius, ((wide, 30.0), (wide, 15.0)))


marks = st.lists(
    st.builds(mark, st.integers(0, 600), st.integers(0, 400), st.integers(1, 30), st.integers(0, 200)), max_size=40
)
boxes = st.lists(
    st.builds(lambda x, y: Box(x, y, x + 110, y + 17), st.integers(0, 490), st.integers(0, 380)), max_size=4
)


@given(marks, boxes)
def test_labels_lie_on_nothing_and_stay_inside(some, obstacles):
    labels = place(some, FRAME, obstacles)
    assert len(labels) == len(some)
    shown = [label for label in labels if label]
    for label in shown:
        assert FRAME.holds(label.box)
        assert not any(label.box.touches(other) for other in obstacles)
        for other in some:
            assert math.dist(label.box.nearest((other.x, other.y)), (other.x, other.y)) > other.radius
    for one, two in combinations(shown, 2):
        assert not one.box.touches(two.box)
        for line, box in ((one.line, two.box), (two.line, one.box)):
            assert line is None or not box.crossed(line)


@given(marks)
def test_placing_is_the_same_every_time(some):
    assert place(some, FRAME) == place(list(some), FRAME)


def test_a_label_stands_right_of_its_mark_where_there_is_room():
    (label,) = place([mark(100, 100)], FRAME)
    assert label
    assert (label.box.left, label.line, label.size) == (112, None, 0)


def test_at_the_right_edge_it_stands_left_and_in_the_corner_still_inside():
    (label,) = place([mark(590, 200)], FRAME)
    assert label
    assert label.box.right == 578
    for x, y in ((0, 0), (600, 0), (0, 400), (600, 400)):
        assert place([mark(x, y)], FRAME) != [None]


def test_between_close_neighbours_a_label_goes_further_out_with_a_line():
    ring = [mark(300 + 40 * math.cos(a), 200 + 40 * math.sin(a), 12, 4) for a in (0, 1, 2, 3, 4, 5)]
    label = place([mark(300, 200, 8, 160), *ring], FRAME)[0]
    assert label
    assert label.line
    assert math.dist(label.line[0], (300, 200)) <= 8.01
    assert label.box.nearest(label.line[1]) == label.line[1]


def test_without_any_room_there_is_no_label():
    assert place([mark(50, 10, 8, 90)], Box(0, 0, 100, 20)) == [None]


def test_a_line_that_ends_on_a_box_does_not_cross_it():
    box = Box(10, 10, 20, 20)
    assert not box.crossed(((0, 15), (10, 15)))
    assert box.crossed(((0, 15), (11, 15)))
    assert not box.crossed(((0, 0), (30, 0)))
    assert box.crossed(((15, 0), (15, 30)))


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 400)), max_size=80))
def test_marks_on_one_spot_stand_side_by_side(points):
    found = apart(points, 12, FRAME)
    assert all(math.dist(one, two) >= 11.99 for one, two in combinations(found, 2))


def test_forty_marks_on_one_spot_stay_near_it():
    found = apart([(300, 200)] * 40, 12, FRAME)
    assert found[0] == (300, 200)
    assert all(math.dist(one, (300, 200)) <= 60 for one in found)
