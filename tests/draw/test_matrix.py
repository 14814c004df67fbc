from __future__ import annotations

import re

import pytest
from draw.rooms import problems
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.draw.matrix import Axes, Disc, matrix

AXES = Axes("How strong we are", "How attractive they are", 10, 5, ("Earn a place", "Build together", "Serve", "Keep"))
LONG = "Vereinigte Lebensmittelgroßhandelsgesellschaften Nordwest"


def drawn(discs, axes=AXES):
    return matrix(discs, axes, ("Matrix", "Two accounts.", "m"))


names = st.one_of(st.just("Acme"), st.just(LONG), st.text("WMi lé", min_size=1, max_size=40))
scores = st.floats(0, 10)
discs = st.lists(
    st.builds(
        Disc, names, st.sampled_from(["€1.2 m", "revenue not known"]), scores, scores,
        st.one_of(st.none(), st.floats(0, 1e9)),
    ),
    max_size=40,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(discs)
def test_no_two_texts_overlap_none_leaves_the_frame_and_every_disc_is_drawn(some):
    svg, unnamed = drawn(some)
    assert problems(svg) == []
    assert svg.count("<circle") == len(some)
    assert 0 <= unnamed <= len(some)


@pytest.mark.parametrize("number", [0, 1, 2, 40, 120])
@pytest.mark.parametrize("at", [0.0, 5.0, 10.0])
def test_many_accounts_on_one_spot(number, at):
    svg, unnamed = drawn([Disc(f"Account {i}", "€1 m", at, at, 1e6) for i in range(number)])
    assert problems(svg) == []
    assert svg.count("<circle") == number
    assert number > 2 or not unnamed


def test_area_grows_as_revenue():
    svg, _ = drawn([Disc("Large", "€4 m", 2, 2, 4e6), Disc("Small", "€1 m", 8, 8, 1e6)])
    large, small = (float(found) for found in re.findall(r' r="([\d.]+)"', svg))
    assert large == pytest.approx(2 * small)


def test_revenue_that_nobody_knows_is_hollow_and_not_small():
    svg, _ = drawn([Disc("Known", "€4 m", 2, 2, 4e6), Disc("Asked", "revenue not known", 8, 8, None)])
    assert svg.count("s-disc--open") == 1
    nothing, _ = drawn([Disc("None", "€0", 2, 2, 0.0)])
    assert "s-disc--open" not in nothing


@pytest.mark.parametrize("split", [1, 5, 10])
def test_the_names_of_the_fields_fit_their_fields(split):
    fields = tuple(f"{LONG} {at}" for at in range(4))
    svg, _ = drawn([Disc("Acme", "€1 m", 5, 5, 1e6)], Axes("x", "y", 10, split, fields))
    assert problems(svg) == []


def test_a_model_without_fields_names_none():
    svg, _ = drawn([Disc("Acme", "€1 m", 5, 5, 1e6)], Axes("x", "y", 10, 5, ("", "", "", "")))
    assert problems(svg) == []
    assert ">Acme<" in svg
