"""The focus of coaching: the first reason that holds, in the documented order."""

from __future__ import annotations

import pytest
from helpers import day, example, only

from sam_gen.advise.coach import probes
from sam_gen.advise.focus import focus
from sam_gen.assess.people import standings
from sam_gen.model.method import FocusKind

TODAY = day("2026-11-20")
WELL = """\
name: A
people:
  - {id: ann, name: Ann, roles: [decider], owner: mira-holm,
     support: {value: supporter, basis: observed, as_of: 2026-11-01}}
  - {id: bo, name: Bo, roles: [champion], owner: jon-aas, support: mentor}
contacts:
  - {date: 2026-11-03, ours: [mira-holm], theirs: [ann]}
  - {date: 2026-11-02, ours: [jon-aas], theirs: [bo]}
  - {date: 2026-11-01, ours: [jon-aas], theirs: [bo]}
promises: [{what: P, by: mira-holm, to: ann, due: 2026-12-01}]
objectives: [{name: O, client_gets: X, measures: [{name: M}]}]
validation: [{date: 2026-10-01, who: ann}]
"""


def kind(text: str) -> FocusKind:
    project, account = only(text)
    return focus(account, project.playbook, standings(account, project.playbook, TODAY), TODAY).kind


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: A", "name: A", FocusKind.CHANGED),
        ("roles: [decider], owner: mira-holm,", "roles: [decider],", FocusKind.UNMET),
        ("theirs: [ann]", "theirs: []", FocusKind.UNMET),
        ("due: 2026-12-01", "due: 2026-11-19", FocusKind.PROMISE),
        ("by: mira-holm, to: ann, due: 2026-12-01", "by: ann, to: mira-holm, due: 2026-11-19", FocusKind.CHANGED),
        ("ours: [mira-holm]", "ours: [jon-aas]", FocusKind.THREAD),
        ("basis: observed", "basis: assumed", FocusKind.STANDS),
        ("as_of: 2026-11-01", "as_of: 2025-11-01", FocusKind.STANDS),
        ("client_gets: X, ", "", FocusKind.OBJECTIVE),
        (", measures: [{name: M}]", "", FocusKind.OBJECTIVE),
        ("{name: O, client_gets: X, measures: [{name: M}]}", "", FocusKind.OBJECTIVE),
        ("date: 2026-10-01", "date: 2025-10-01", FocusKind.NOT_VALIDATED),
        ("{date: 2026-10-01, who: ann}", "", FocusKind.NOT_VALIDATED),
    ],
)
def test_the_first_reason_counts(old, new, expected):
    assert old in WELL
    assert kind(WELL.replace(old, new)) is expected


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
    names = {who.person.name for who in people}
    asked = probes(account, people, focus(account, playbook, people, TODAY))
    assert all(any(name in probe.text for name in names) for probe in asked)
