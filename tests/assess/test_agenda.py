"""What is open, what is late and what comes next."""

from __future__ import annotations

import pytest
from helpers import day, only

from sam_gen.assess.agenda import ItemKind, meetings_to_come, open_items

FILE = """\
name: A
people: [{id: rao, name: Rao}]
objectives:
  - {name: Late aim, due: 2026-11-01}
  - {name: Aim without a day}
actions:
  - {what: Due today, due: 2026-11-20, owner: mira-holm}
  - {what: Due yesterday, due: 2026-11-19}
  - {what: Due tomorrow, due: 2026-11-21}
  - {what: Without a day}
  - {what: Done, due: 2026-10-01, done: 2026-10-01}
  - {what: Done today, due: 2026-10-01, done: 2026-11-20}
  - {what: Done tomorrow, due: 2026-10-01, done: 2026-11-21}
promises:
  - {what: Promised for today, by: mira-holm, to: people/rao, due: 2026-11-20}
  - {what: Kept, due: 2026-10-01, kept: 2026-10-02}
  - {what: Kept tomorrow, due: 2026-10-02, kept: 2026-11-21}
"""


def test_open_items_by_day():
    _, account = only(FILE)
    assert [
        (item.what, item.kind.value, item.days, item.overdue) for item in open_items(account, day("2026-11-20"))
    ] == [
        ("Done tomorrow", "action", -50, True),
        ("Kept tomorrow", "promise", -49, True),
        ("Late aim", "objective", -19, True),
        ("Due yesterday", "action", -1, True),
        ("Due today", "action", 0, False),
        ("Promised for today", "promise", 0, False),
        ("Due tomorrow", "action", 1, False),
        ("Aim without a day", "objective", None, False),
        ("Without a day", "action", None, False),
    ]


@pytest.mark.parametrize(("as_of", "overdue"), [("2026-11-19", False), ("2026-11-20", False), ("2026-11-21", True)])
def test_what_is_due_today_is_not_overdue(as_of, overdue):
    _, account = only("name: A\nactions: [{what: X, due: 2026-11-20}]\n")
    (item,) = open_items(account, day(as_of))
    assert item.overdue is overdue


def test_who_and_to_whom():
    _, account = only(FILE)
    items = {item.what: item for item in open_items(account, day("2026-11-20"))}
    promise = items["Promised for today"]
    assert (promise.kind, promise.owner, promise.to) == (ItemKind.PROMISE, "mira-holm", "people/rao")
    assert (items["Due today"].owner, items["Due today"].to) == ("mira-holm", None)


DECIDED = """\
name: A
actions:
  - {what: Ask Lund for the gate log, owner: mira-holm, due: 2026-11-10}
  - {what: "Walk one night shift, with Lund", owner: team/mira-holm, due: 2026-11-10}
promises: [{what: The swap times by shift, by: jon-aas, due: 2026-11-12, kept: 2026-11-12}]
reviews:
  - date: 2026-10-01
    kind: team
    decisions:
      - {what: Walk the night shift, owner: mira-holm, due: 2026-11-10}
      - {what: Bring the swap times, owner: jon-aas, due: 2026-11-12}
      - {what: Ring the controller, owner: mira-holm, due: 2026-11-10}
      - {what: Done, owner: mira-holm, due: 2026-11-10, done: 2026-11-09}
      - {what: Without a day}
  - {date: 2026-12-01, kind: team, decisions: [{what: Of a review to come, due: 2026-11-01}]}
"""


def test_open_decisions_are_items_unless_an_action_or_a_promise_carries_them():
    _, account = only(DECIDED)
    items = [item for item in open_items(account, day("2026-11-20")) if item.kind is ItemKind.DECISION]
    assert [(item.what, item.owner, item.days) for item in items] == [
        ("Ring the controller", "mira-holm", -10),
        ("Without a day", None, None),
    ]
    assert all(item.review and item.review.date == day("2026-10-01") for item in items)


def test_nothing_is_open():
    _, account = only("name: A\n")
    assert open_items(account, day("2026-11-20")) == ()
    assert meetings_to_come(account, day("2026-11-20")) == ()


MEETINGS = """\
name: A
meetings:
  - {what: Later, date: 2026-12-01}
  - {what: Afternoon, date: 2026-11-20, time: "15:00"}
  - {what: Gone, date: 2026-11-19}
  - {what: Morning, date: 2026-11-20, time: "09:00"}
  - {what: Sometime, date: 2026-11-20}
  - {what: Sometime too, date: 2026-11-20}
"""


def test_meetings_to_come():
    _, account = only(MEETINGS)
    found = [meeting.what for meeting in meetings_to_come(account, day("2026-11-20"))]
    assert found == ["Morning", "Afternoon", "Sometime", "Sometime too", "Later"]
