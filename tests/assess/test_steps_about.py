"""Which of our open steps name somebody of theirs or are promised to them."""

from __future__ import annotations

from helpers import day, only

from sam_gen.assess.agenda import open_steps
from sam_gen.assess.steps_about import steps_about

FILE = """\
name: A
lead: mira-holm
people: [{id: lund, name: Per Lund}, {id: jon-aas, name: Ida Moe}, {id: rao, name: Rao}]
objectives: [{name: Lund wants the gates, owner: mira-holm, due: 2026-11-21}]
actions:
  - {what: Ring Lund, owner: mira-holm, due: 2026-12-02}
  - {what: Write to Lund, owner: mira-holm, due: 2026-11-10}
  - {what: Write to Lund again, owner: mira-holm, due: 2026-11-12}
  - {what: Take Lund along some day, owner: team/mira-holm}
  - {what: Take Lund to Hamm, due: 2026-12-24}
  - {what: Rao takes Lund to Unna, owner: people/rao, due: 2026-11-24}
  - {what: Rao rings Lund, owner: rao, due: 2026-11-24}
  - {what: Ring Rao, owner: mira-holm, due: 2026-11-24}
  - {what: Lund was rung, owner: mira-holm, due: 2026-11-24, done: 2026-11-19}
promises:
  - {what: The page on speakers, by: mira-holm, to: people/lund, due: 2026-12-01}
  - {what: A page for us, by: people/lund, to: mira-holm, due: 2026-12-01}
reviews:
  - date: 2026-11-01
    kind: team
    decisions: [{what: No third letter to Lund, owner: mira-holm, due: 2026-12-03}]
risks:
  - {what: He leaves, response: Ask Lund who follows, owner: mira-holm, due: 2026-11-30}
  - {what: Over, response: Ask Lund nothing, owner: mira-holm, due: 2026-11-30, closed: 2026-11-18}
  - {what: Without a day, response: Ask Lund for one, owner: mira-holm}
  - {what: Nobody has it, response: Ask Lund for somebody, due: 2026-11-30}
"""


def _about(key):
    _, account = only(FILE)
    person = next(one for one in account.people if one.key == key)
    return [item.what for item in steps_about(account, person, day("2026-11-20"))]


def test_our_steps_about_somebody_with_the_next_day_first_then_the_late_then_those_without_a_day():
    assert _about("lund") == [
        "Ask Lund who follows",
        "The page on speakers",
        "Ring Lund",
        "No third letter to Lund",
        "Take Lund to Hamm",
        "Write to Lund again",
        "Write to Lund",
        "Take Lund along some day",
    ]


def test_a_step_of_theirs_is_none_of_ours():
    assert _about("rao") == ["Ring Rao"]


def test_nothing_is_planned_about_them():
    assert _about("jon-aas") == []


ANSWERED = """\
name: A
actions: [{what: Ring Lund about the swap times, owner: mira-holm, due: 2026-11-30}]
risks:
  - {what: One, response: "Swap times first, then Lund", owner: mira-holm, due: 2026-11-30}
  - {what: Two, response: "Swap times first, then Lund by Jon", owner: jon-aas, due: 2026-11-30}
  - {what: Three, response: Train a second engineer, owner: mira-holm, due: 2026-11-30}
"""


def test_an_answer_that_a_step_of_the_same_owner_and_day_says_already_is_not_said_twice():
    _, account = only(ANSWERED)
    assert [item.what for item in open_steps(account, day("2026-11-20"))] == [
        "Ring Lund about the swap times",
        "Swap times first, then Lund by Jon",
        "Train a second engineer",
    ]
