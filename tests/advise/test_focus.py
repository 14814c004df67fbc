"""The focus of coaching: the first reason that holds, in the documented order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import day, example, only

from sam_gen.advise.coach import probes
from sam_gen.advise.focus import focus
from sam_gen.assess.people import standings
from sam_gen.model.method import FocusKind
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus import focus_words

TODAY = day("2026-11-20")
CASES = Path(__file__).parent / "cases" / "focus.txt"
WELL = re.split(r"^(?:=== .*|--- .*)\n", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]


def kind(text: str) -> FocusKind:
    project, account = only(text)
    return focus(account, project.playbook, standings(account, project.playbook, TODAY), TODAY).kind


def cases() -> list[tuple[str, list[tuple[str, str]], str]]:
    """Read the case file: title, what is changed into what, and the focus that follows."""
    found = []
    for block in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[2:]:
        title, _, rest = block.partition("\n")
        body, _, expected = rest.partition("--- ")
        changes: list[tuple[str, str]] = []
        for run in re.findall(r"(?:^- .*\n)+(?:^\+ .*\n)+", body, flags=re.MULTILINE):
            lines = run.splitlines()
            old, new = ("\n".join(line[2:] for line in lines if line[0] == sign) for sign in "-+")
            changes.append((old, new))
        assert changes, title
        found.append((title, changes, expected.strip()))
    return found


@pytest.mark.parametrize(("title", "changes", "expected"), cases(), ids=[case[0] for case in cases()])
def test_changing_the_evidence_changes_the_focus(title, changes, expected):
    text = WELL
    for old, new in changes:
        assert old in text, f"{title}: {old}"
        text = text.replace(old, new)
    assert kind(text) is FocusKind(expected)


def test_every_kind_of_focus_has_a_case():
    assert {expected for _, _, expected in cases()} == {one.value for one in FocusKind} - {"nobody_named"}


def test_the_account_of_the_cases_is_in_good_order():
    assert kind(WELL) is FocusKind.CHANGED


def test_people_come_before_promises():
    text = WELL.replace("due: 2026-12-01", "due: 2026-11-19").replace("owner: jon-aas, ", "")
    assert kind(text) is FocusKind.UNMET


def test_an_account_of_which_nothing_is_known():
    assert kind("name: A\n") is FocusKind.NOBODY_NAMED


@pytest.mark.parametrize("text", ["name: Acme\n", WELL], ids=["name", "well"])
def test_four_questions_always(text):
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    asked = probes(account, people, focus(account, project.playbook, people, TODAY))
    assert len({probe.text for probe in asked}) == 4


@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_example_questions_name_its_people(account):
    playbook = example().playbook
    people = standings(account, playbook, TODAY)
    names = {account.name, *(who.person.name for who in people)}
    asked = probes(account, people, focus(account, playbook, people, TODAY))
    assert all(any(name in probe.text for name in names) for probe in asked)


def test_what_somebody_last_asked_is_a_question_about_one_we_have_met_and_not_the_focus():
    text = """\
name: A
people:
  - {id: far, name: Far, roles: [decider], influence: 9}
  - {id: ann, name: Ann, roles: [decider], influence: 8, owner: mira-holm}
  - {id: bo, name: Bo, roles: [decider], influence: 7, owner: jon-aas}
contacts: [{date: 2026-11-03, ours: [mira-holm], theirs: [ann, bo]}]
"""
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    chosen = focus(account, project.playbook, people, TODAY)
    asked = [probe.text for probe in probes(account, people, chosen) if "last ask of us" in probe.text]
    assert chosen.who[0].person.name == "Far"
    assert asked == ["What did Ann last ask of us, up to the talk of 3 Nov 2026, that was not an order?"]


JOINING = """\
name: A
lead: mira-holm
people:
  - {id: far, name: Far Away, roles: [decider], cares_about: Quiet nights, function: operations}
  - {id: ann, name: Ann, roles: [decider], owner: mira-holm}
  - {id: bo, name: Bo, roles: [champion], owner: jon-aas}
meetings: [{date: 2026-11-24, what: Numbers, ours: [mira-holm], theirs: [ann]}]
contacts: [{date: 2026-11-03, ours: [mira-holm], theirs: [ann, bo]}]
actions:
  - {what: Write to the house, owner: mira-holm, due: 2026-11-01}
  - {what: Ring Away, owner: mira-holm, due: 2026-12-01}
"""


def said(text: str):
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    return focus_words(Sight.of(project, account), people, focus(account, project.playbook, people, TODAY))


@pytest.mark.parametrize(
    ("old", "new", "options"),
    [
        ("Ann", "Ann", ["Nobody yet can introduce us to Far Away at A: write"]),
        ("{id: ann,", "{id: ann, reports_to: far,", ["Ask Ann to introduce us to Far Away"]),
        ("{id: bo,", "{id: bo, reports_to: far,", ["Ask Bo to introduce us to Far Away"]),
        (
            "theirs: [ann]}",
            "theirs: [far]}",
            ["On Tue 24 Nov, begin with what", "Speak with Far Away on Tue 24 Nov, where"],
        ),
        (
            "contacts: [",
            "contacts: [{date: 2024-11-03, ours: [mira-holm], theirs: [far]}, ",
            ["Nobody yet can introduce us to Far Away at A: write", "Mira Holm calls Far Away"],
        ),
    ],
)
def test_an_introduction_follows_the_map_and_who_was_met_is_rung(old, new, options):
    found = [text for _, text in said(JOINING.replace(old, new)).options]
    expected = [options[0], "Name who of ours", *options[1:], "Nothing: "]
    assert [text[: len(start)] for text, start in zip(found, expected, strict=True)] == expected


BESIDE = JOINING.replace("{id: ann,", "{id: ann, reports_to: far,")


@pytest.mark.parametrize(
    ("change", "joins"),
    [
        ((("2026-11-24", "2026-11-29"),), False),
        ((("2026-11-24", "2026-11-30"),), True),
        ((("2026-11-24", '2026-11-30, time: "16:30"'),), True),
        ((("2026-11-24", '2026-11-30, time: "22:00"'),), False),
        ((("2026-11-24", "2026-11-30"), ("reports_to: far,", "")), False),
        ((("2026-11-24", "2026-11-30"), ("{id: ann,", "{id: ann, level: manager,"),
          ("operations}", "operations, level: director}")), True),
        ((("2026-11-24", "2026-11-30"), ("{id: ann,", "{id: ann, level: specialist,"),
          ("operations}", "operations, level: director}")), False),
    ],
)  # fmt: skip
def test_a_stranger_is_asked_to_join_only_what_suits_them(change, joins):
    """Ten days ahead, by day, next to somebody who comes, and no more than one level apart."""
    text = BESIDE
    for old, new in change:
        assert old in text
        text = text.replace(old, new)
    found = [option for _, option in said(text).options]
    assert any(option.startswith("Ask that Far Away joins on Mon 30 Nov") for option in found) is joins


DOUBTS = """\
name: A
people: [{id: bo, name: Bo, owner: mira-holm, roles: [decider], last_contact: 2026-11-01, support: %s}]
"""


@pytest.mark.parametrize(
    ("support", "asked"),
    [
        ("{value: doubter, as_of: 2026-11-01}", "Bo doubts us, as of 1 Nov 2026: what good reason may there be?"),
        (
            "{value: opponent, as_of: 2026-11-01, evidence: '\"Late twice.\"'}",
            "Bo is against us, as of 1 Nov 2026: “Late twice”. Who of us has answered Bo since 1 Nov 2026, "
            "and on which day?",
        ),
        (
            "{value: opponent, as_of: 2026-11-01, evidence: 'Said \"late\" twice.'}",
            "Bo is against us, as of 1 Nov 2026: “Said ‘late’ twice”. Who of us has answered Bo since 1 Nov 2026, "
            "and on which day?",
        ),
    ],
)
def test_a_reason_on_file_is_quoted_and_not_asked_for(support, asked):
    project, account = only(DOUBTS % support)
    people = standings(account, project.playbook, TODAY)
    found = [probe.text for probe in probes(account, people, focus(account, project.playbook, people, TODAY))]
    assert asked in found


def test_a_step_that_names_the_person_comes_before_an_older_one():
    facts = [fact.text for fact in said(JOINING).reality]
    assert facts[1:3] == [
        "Far Away cares about: Quiet nights",
        "Our action due Tue 1 Dec, in 11 d, Mira Holm: Ring Away",
    ]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("actions: [{what: X y., owner: jon-aas, due: 2026-11-19}]", "A step of ours is 1 d late: X y."),
        ("feedback: [{date: 2026-01-01, wants: A list}]", "A has waited 323 d for an answer: A list."),
    ],
)
def test_what_is_late_is_said(more, sentence):
    assert said(f"{WELL}{more}\n").sentence == sentence
