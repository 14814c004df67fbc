"""What is asked where a tie hangs on one person: of theirs only of whoever is for us, of ours what the client wants."""

from __future__ import annotations

import pytest
from checks.check_cases import found


def asked(account: str, code: str) -> str:
    (one,) = found(account, code)
    return one.ask


THERE = """\
name: Acme
lead: mira-holm
people:
  - {id: top, name: Ann Top, function: finance, owner: jon-aas%s}
  - {id: mid, name: Bo Mid, function: operations}
  - {id: low, name: Cy Low, function: operations}
contacts: [{date: 2026-11-01, ours: [mira-holm, jon-aas], theirs: [top, mid, low]}]
"""
FOR_US = ", support: {value: supporter, as_of: 2026-11-01}"
NEUTRAL = ", support: {value: neutral, as_of: 2026-11-01}"
DOUBTS = ", support: {value: doubter, as_of: 2026-11-01}"
MEETING = "meetings: [{date: 2026-12-02, what: The count, ours: [mira-holm, jon-aas], theirs: [top]}]\n"
LATE = "promises: [{what: Two pages, by: jon-aas, to: people/top, due: 2026-11-12}]\n"
OTHER = "  - {id: dee, name: Dee Far, function: finance}\n  - {id: mid,"
WHOM = "Jon Aas, whom in Finance do we know by name beside Ann Top, and who of us meets them?"
COMES = "Jon Aas, who else in Finance comes on 2 Dec 2026, beside Ann Top?"


@pytest.mark.parametrize(
    ("account", "question"),
    [
        (
            THERE % FOR_US,
            "Ann Top, who else in Finance would miss our work, and would you bring them to our next talk?",
        ),
        (
            THERE % FOR_US + MEETING,
            "Ann Top, who else in Finance would miss our work, and would you bring them on 2 Dec 2026?",
        ),
        (THERE % "", WHOM),
        (THERE % NEUTRAL, WHOM),
        (THERE % DOUBTS, WHOM),
        (THERE % ", support: {value: supporter, as_of: 2020-11-01}", WHOM),
        (THERE % f"{FOR_US}, roles: [procurement], key_player: no", WHOM),
        (THERE % FOR_US + LATE, WHOM),
        (THERE % FOR_US + MEETING + LATE, WHOM),
        (THERE % NEUTRAL + MEETING, COMES),
        (THERE % NEUTRAL + MEETING.replace(", jon-aas", ""), COMES.replace("Jon Aas", "Mira Holm")),
        (
            (THERE % NEUTRAL).replace("  - {id: mid,", OTHER),
            "Jon Aas, who of us meets Dee Far in Finance, beside Ann Top?",
        ),
        ((THERE % NEUTRAL).replace(", owner: jon-aas", ""), WHOM.replace("Jon Aas", "Mira Holm")),
    ],
)
def test_only_who_is_for_us_is_asked_to_bring_a_colleague(account, question):
    assert asked(account, "SAM114") == question


def test_the_only_one_for_us_is_asked_for_colleagues_of_any_function():
    one = "name: Acme\npeople: [{id: top, name: Ann Top, roles: [decider], function: it%s}]\n" % FOR_US
    assert (
        asked(one, "SAM114")
        == "Ann Top, who of your colleagues would miss our work, and would you bring them to our next talk?"
    )


def test_without_a_function_the_question_names_the_client():
    one = "name: Acme\nlead: mira-holm\npeople: [{id: top, name: Ann Top}]\n"
    one += "contacts: [{date: 2026-11-01, ours: [mira-holm], theirs: [top]}]\n"
    assert asked(one, "SAM114").startswith("Mira Holm, whom at Acme do we know by name beside Ann Top")
