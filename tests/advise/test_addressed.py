"""Lines that ask: where a sentence ends, and what becomes of a line to prove as a step."""

from __future__ import annotations

import pytest

from sam_gen.advise.addressed import find_out, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Keep 07:00. She gave it to the owner.", ("Keep 07:00.", "She gave it to the owner.")),
        ("It ran until 2025. Nobody knows why.", ("It ran until 2025.", "Nobody knows why.")),
        ("It is due on 5. November at Hamm.", ("It is due on 5. November at Hamm.",)),
        ("1. Kassel, 2. Hamm, 12. Zwolle.", ("1. Kassel, 2. Hamm, 12. Zwolle.",)),
        ("Ring him. He knows.", ("Ring him.", "He knows.")),
    ],
)
def test_a_sentence_ends_after_a_word_a_time_of_day_and_a_year(text, parts):
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("prove", "said"),
    [
        ("By how much they differ. Both at Hamm.", "Find out: by how much they differ"),
        ("To whom it goes", "Find out: to whom it goes"),
        ("In what way Hamm buys", "Find out: in what way Hamm buys"),
        ("Whether she signs", "Find out: whether she signs"),
        ("That she signs", "Find out: whether she signs"),
        ("By Road of Hamm, what it costs", "Find out: By Road of Hamm, what it costs"),
    ],
)
def test_what_is_to_prove_begins_small_where_it_asks(prove, said):
    assert find_out(prove) == said
