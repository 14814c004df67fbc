"""Both scores by hand: the field of an account, and what one line changes.

With the model of the package, attractiveness has potential 20, margin 15; strength has regard 25, share 20.
Scored: potential 8, margin 1, regard 6, share 2.
Attractiveness: (20 x 8 + 15 x 1) / 35 = 175 / 35 = 5.0, high from 5 on.
Strength: (25 x 6 + 20 x 2) / 45 = 190 / 45 = 4.22, low.
"""

from __future__ import annotations

import pytest
from helpers import project

from sam_gen.assess.selection import field_of, selected
from sam_gen.model.method import Height

ACME = """\
name: Acme
selection:
  scores:
    - {criterion: potential, score: 8}
    - {criterion: margin, score: 1}
    - {criterion: regard, score: 6}
    - {criterion: share, score: 2}
"""


def stands(text: str):
    read = project(text)
    return selected(read.accounts[0], read.playbook.method.selection)


def test_the_case_worked_by_hand():
    found = stands(ACME)
    assert found.attractiveness.value == pytest.approx(5.0)
    assert found.strength.value == pytest.approx(190 / 45)
    assert found.field
    assert (found.field.attractiveness, found.field.strength) == (Height.HIGH, Height.LOW)


def test_one_line_moves_the_strength_alone():
    found = stands(ACME.replace("share, score: 2", "share, score: 8"))
    assert found.attractiveness.value == pytest.approx(5.0)
    assert found.strength.value == pytest.approx(310 / 45)  # (25 x 6 + 20 x 8) / 45
    assert found.field
    assert found.field.strength is Height.HIGH


def test_a_side_without_a_score_has_no_field_and_a_question():
    found = stands("name: Acme\nselection: {scores: [{criterion: potential, score: 8}]}\n")
    assert (found.strength.value, found.field) == (None, None)
    assert found.strength.ask
    assert stands("name: Acme\n").field is None


@pytest.mark.parametrize(("score", "height"), [(4.94, Height.LOW), (4.95, Height.HIGH), (5.0, Height.HIGH)])
def test_the_limit_counts_as_readers_see_it(score, height):
    model = project("name: Acme\n").playbook.method.selection
    assert model.high_from == 5
    field = field_of(score, 10.0, model)
    assert field
    assert field.attractiveness is height
    assert field_of(score, 0.0, model.model_copy(update={"fields": ()})) is None
