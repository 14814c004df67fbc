"""Two lines that say the same, and a line that names somebody."""

from __future__ import annotations

import pytest

from sam_gen.assess.alike import alike, names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Send Poelgeest the page on speakers", "The page on speakers, to Poelgeest", True),
        ("Send Poelgeest the page", "Ring Poelgeest", False),
        ("Walk the night shift", "Walk the day shift", True),
        ("Ask him", "Ask him", False),
    ],
)
def test_two_long_words_make_two_lines_the_same(one, other, same):
    assert alike(one, other) is same
    assert alike(other, one) is same


@pytest.mark.parametrize(
    ("line", "name", "there"),
    [
        ("Ask Lund on Friday", "Per Lund", True),
        ("Ask Lundberg on Friday", "Per Lund", False),
        ("Ring Σταμάτη before noon", "Ελένη Σταμάτη (Eleni Stamati)", True),
        ("Ring Stamati before noon", "Ελένη Σταμάτη (Eleni Stamati)", True),
        ("Tell Llopis before the dinner", "Salvador Llopis Ferri", True),
        ("A van for the yard", "Marit van der Meer", False),
        ("Ring Eleni before noon", "Ελένη Σταμάτη (Eleni Stamati)", False),
        ("The ()", "()", True),
        ("Heading ##", "Heading ##", True),
        ("Nobody", "Per Lund", False),
    ],
)
def test_a_line_names_somebody_by_a_family_name(line, name, there):
    assert names(line, name) is there


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("Pellworth gets what is left", False),
        ("Show it to Dorothea Pellworth", True),
        ("Pellworth Drinks and Dorothea", False),
    ],
)
def test_a_surname_in_the_name_of_the_client_is_the_firm_unless_the_first_name_stands_before_it(line, there):
    assert names(line, "Dorothea Pellworth", "Pellworth Drinks") is there
    assert names("Ring Pellworth", "Pellworth", "Pellworth Drinks") is False
