"""What is asked where a tie hangs on one person: of theirs only of whoever is for us, of ours what the client wants."""

from __future__ import annotations

import pytest
from checks.check_cases import found
from helpers import TEAM, only

from sam_gen.checks.check import check


def asked(account: str, code: str) -> str:
    (one,) = found(account, code)
    return one.ask


def asked_with(account: str, team: str) -> str:
    project, _ = only(account, team=team)
    (one,) = (one for one in check(project) if one.code == "SAM115")
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
    one = f"name: Acme\npeople: [{{id: top, name: Ann Top, roles: [decider], function: it{FOR_US}}}]\n"
    assert (
        asked(one, "SAM114")
        == "Ann Top, who of your colleagues would miss our work, and would you bring them to our next talk?"
    )


def test_without_a_function_the_question_names_the_client():
    one = "name: Acme\nlead: mira-holm\npeople: [{id: top, name: Ann Top}]\n"
    one += "contacts: [{date: 2026-11-01, ours: [mira-holm], theirs: [top]}]\n"
    assert asked(one, "SAM114").startswith("Mira Holm, whom at Acme do we know by name beside Ann Top")


HERE = """\
name: Acme
lead: mira-holm
people: [{id: top, name: Ann Top, roles: [decider]}, {id: zoe, name: Zoe Zed, roles: [decider]}]
contacts:
  - {date: 2026-11-01, ours: [jon-aas], theirs: [top, zoe]}
  - {date: 2023-11-01, ours: [jon-aas, mira-holm], theirs: [%s]}
"""
BOTH = "meetings: [{date: 2026-12-02, what: The count, ours: [jon-aas, mira-holm], theirs: [%s]}]\n"
SAID = "feedback: [{date: 2026-11-01, who: top, %s}]\n"
PEER = "sponsors: [{ours: jon-aas, theirs: top}]\n"
ALONG = "when do you take Mira Holm along to %s?"
HEARS = "who of us hears the same day what %s tells you?"
LEAVE = "what do you leave to Mira Holm on 2 Dec 2026, when you both see %s?"


@pytest.mark.parametrize(
    ("account", "question"),
    [
        (HERE % "", HEARS % "Ann Top"),
        (HERE % "top", ALONG % "Ann Top"),
        (HERE % "zoe", ALONG % "Zoe Zed"),
        (HERE % "top" + BOTH % "top", LEAVE % "Ann Top"),
        (HERE % "" + BOTH % "zoe", LEAVE % "Zoe Zed"),
        (HERE % "top" + PEER, HEARS % "Zoe Zed"),
        (HERE % "top, zoe" + PEER, ALONG % "Zoe Zed"),
        (HERE % "top" + SAID % "wants: One speaker for the tender", HEARS % "Zoe Zed"),
        (HERE % "top" + SAID % "wants: One of us for all devices, settled: 2026-11-02", HEARS % "Zoe Zed"),
        (HERE % "top" + SAID % "said: Which of you may I believe", HEARS % "Zoe Zed"),
        (HERE % "top" + SAID % "wants: A list of the gates", ALONG % "Ann Top"),
        ((HERE % "top").replace(", {id: zoe, name: Zoe Zed, roles: [decider]}", ", {id: zoe, name: Zoe Zed}") + PEER,
         HEARS % "Ann Top"),
    ],
)  # fmt: skip
def test_a_second_of_ours_is_no_stranger_there_and_goes_to_nobody_who_wants_one(account, question):
    assert asked(account, "SAM115") == f"Jon Aas, {question}"


def test_the_backup_is_not_named_for_being_the_backup():
    assert asked(f"{HERE % ''}backup: mira-holm\n", "SAM115") == f"Jon Aas, {HEARS % 'Ann Top'}"


def test_who_works_in_their_function_is_no_stranger():
    function = (HERE % "").replace("name: Ann Top, ", "name: Ann Top, function: finance, ")
    team = "team: [{who: mira-holm, part: Money}]\n"
    finance = TEAM.replace("name: Mira Holm,", "name: Mira Holm, function: finance,")
    assert asked_with(function + team, finance) == f"Jon Aas, {ALONG % 'Ann Top'}"
    assert asked_with(function + team, TEAM) == f"Jon Aas, {HEARS % 'Ann Top'}"
    peer = "sponsors: [{ours: mira-holm, theirs: zoe}]\n"
    assert asked_with(function + team + peer, finance) == f"Jon Aas, {HEARS % 'Ann Top'}"


@pytest.mark.parametrize(
    ("more", "step"), [("top", "Take a second colleague along"), ("", "Name who hears of each talk")]
)
def test_the_line_to_copy_says_what_the_question_asks(more, step):
    (one,) = found(HERE % more, "SAM115")
    assert f"what: {step}" in one.line
