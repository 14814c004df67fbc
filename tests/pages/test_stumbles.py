"""What readers stumbled over: decisions that were nowhere, ids for names, rows that did not say what ends."""

from __future__ import annotations

import pytest
from helpers import as_html, only, text_of

from sam_gen.pages.account import account_page
from sam_gen.pages.brief import brief_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.desk import desk_page
from sam_gen.pages.map import map_page
from sam_gen.pages.plan import plan_page

DECIDED = """\
name: Acme
people:
  - {id: rao, name: Priya Rao, title: COO, roles: [decider], unit: north}
  - {id: lund, name: Per Lund, status: left, until: 2026-10-30}
meetings: [{date: 2026-11-24, what: Roof day, theirs: [rao]}]
reviews:
  - date: 2026-10-01
    kind: qbr
    theirs: [rao]
    decisions:
      - {what: Name a start, owner: rao, due: 2026-11-10}
      - {what: Bring the log, owner: mira-holm, due: 2026-11-12}
      - {what: Say who follows, owner: lund, due: 2026-11-13}
  - date: 2026-10-02
    kind: team
    decisions: [{what: Speak to finance, owner: mira-holm, due: 2026-11-14}]
units: [{id: north, name: Plant North}, {id: south, name: Plant South}]
"""


def shown(page) -> str:
    return text_of(as_html(page))


def test_a_decision_that_is_late_stands_wherever_one_looks():
    project, account = only(DECIDED)
    desk = shown(desk_page(project))
    assert "Name a start" in desk
    assert "Per Lund, who has left" in desk
    overview = shown(account_page(project, account))
    assert "10 d overdue Name a start decided 1 Oct · Priya Rao" in overview
    plan = shown(plan_page(project, account))
    assert "What falls when: four late" in plan
    assert "Say who follows decision of a review Per Lund, who has left" in plan


def test_in_the_brief_they_may_raise_what_was_decided_with_them():
    project, account = only(DECIDED)
    brief = shown(brief_page(project, account)).partition("What they may raise")[2]
    assert brief.startswith(": one late thing of ours, one of theirs for us to raise")
    assert "One late thing of theirs with people who do not come: on the overview" in brief
    assert "Bring the log ours, decided 1 Oct · Mira Holm" in brief
    assert "Name a start theirs, decided 1 Oct · Priya Rao" in brief
    assert "Speak to finance" not in brief


def test_the_coach_hears_whose_it_is_and_ours_first():
    project, account = only(DECIDED)
    assert "Decided 1 Oct, 8 d late, Mira Holm: Bring the log" in shown(coaching_page(project, account))
    theirs = "name: Acme\npeople: [{id: rao, name: Priya Rao}]\n"
    theirs += "actions: [{what: Ask, owner: mira-holm, due: 2026-11-12}]\n"
    theirs += "promises: [{what: Plans, by: rao, due: 2026-11-01}]\n"
    assert "Our action 8 d late, Mira Holm: Ask" in shown(coaching_page(*only(theirs)))
    theirs = theirs.replace("2026-11-12", "2026-12-12")
    assert "Their promise 19 d late, Priya Rao: Plans" in shown(coaching_page(*only(theirs)))


@pytest.mark.parametrize("unit", ["north", "Plant North", "plant north"])
def test_a_unit_is_called_by_its_name(unit):
    project, account = only(DECIDED.replace("unit: north}", f"unit: {unit}}}"))
    assert "COO · Plant North" in shown(map_page(project, account))


def test_a_unit_the_footprint_does_not_know_is_called_as_it_is_written():
    project, account = only(DECIDED.replace("unit: north}", "unit: head office}"))
    assert "COO · head office" in shown(map_page(project, account))


@pytest.mark.parametrize(
    ("timeframe", "overview", "review"),
    [
        ("2027", "plan begins in 42 d, 1 Jan 2027 to 31 Dec 2027", "begins in 42 d"),
        ("2026-11-21 to 2027-11-20", "plan begins tomorrow, Sat 21 Nov to 20 Nov 2027", "begins tomorrow"),
        ("2026", "plan runs to 31 Dec, 41 d left", "41 d left"),
        ("2025", "plan ended 31 Dec 2025, 324 d ago", "ended 324 d ago"),
    ],
)
def test_the_plan_says_when_it_begins_and_ends(timeframe, overview, review):
    project, account = only(f"name: Acme\ntimeframe: {timeframe}\n")
    assert overview in shown(account_page(project, account))
    assert review in shown(plan_page(project, account)).partition("5 Review")[2]


def test_few_key_players_are_followed_by_others():
    people = "".join(f"  - {{id: p{i}, name: Person {i}, influence: {i}}}\n" for i in range(1, 9))
    project, account = only(f"name: Acme\npeople:\n  - {{id: rao, name: Priya Rao, roles: [decider]}}\n{people}")
    who = shown(account_page(project, account)).partition("Promised and due")[0]
    assert [f"Person {i}" in who for i in range(1, 9)] == [False, False, False, True, True, True, True, True]
    assert "all 9 on the map below" in who
