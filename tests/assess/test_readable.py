"""How a reason says how many."""

from __future__ import annotations

import re

import pytest
from helpers import as_html, example, text_of

from sam_gen.assess.readable import named, share
from sam_gen.pages.needs import times
from sam_gen.pages.plan import plan_page


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 1, "none of one talk"),
        (1, 1, "one of one talk"),
        (1, 2, "one of two talks"),
        (0, 12, "none of twelve talks"),
        (3, 13, "3 of 13 talks"),
        (0, 13, "0 of 13 talks"),
    ],
)
def test_how_many_of_how_many_is_in_words_or_in_figures_and_never_in_both(part, whole, said):
    assert share(part, whole, "talk", "talks") == said


def test_a_small_number_is_a_word():
    assert [named(value, "stage", "stages") for value in (1, 2, 13)] == ["one stage", "two stages", "13 stages"]
    assert [times(often) for often in (1, 2, 3, 13)] == ["once", "twice", "three times", "13 times"]


def test_no_reason_on_a_plan_counts_a_few_things_in_figures():
    project = example()
    said = r"\b(?:\d of (?:\d|1[0-2])|\d) (?:steps?|promises?|rhythms?|claims?|key players?|levels?|stages?|times)\b"
    shown = {account.name: text_of(as_html(plan_page(project, account))) for account in project.accounts}
    assert {name: re.findall(said, text) for name, text in shown.items() if re.search(said, text)} == {}
