"""Diagnosis, next signs, upstream and live pairs, against cases worked out by hand."""

from __future__ import annotations

import pytest
from assess.figure_cases import Case, account_of, cases, whole
from helpers import TEAM, day, only

from sam_gen.assess.coverage import live_pairs
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.next_signs import How, NextSign, next_signs
from sam_gen.assess.upstream import upstream

TODAY = day("2026-11-20")


def by_title(name: str):
    return pytest.mark.parametrize("case", cases(name), ids=lambda case: case.title)


def checked(case: Case, found: dict[str, str]) -> None:
    assert {key: found.get(key, "no such figure") for key in case.expected} == case.expected


def stage_name(stage) -> str:
    return stage.id if stage else "not known"


def yes(value: bool) -> str:
    return "yes" if value else "no"


@by_title("diagnosis")
def test_diagnosis(case):
    playbook, account = account_of(case.text)
    found = diagnose(account, playbook, TODAY)
    stands = {stand.dimension.id: stage_name(stand.stage) for stand in found.stands}
    checked(
        case,
        stands
        | {
            "today": stage_name(found.today),
            "middle": stage_name(found.middle),
            "cap": stage_name(found.cap),
            "desired": stage_name(found.said.desired_stage),
            "achievable": stage_name(found.said.achievable),
            "capped": yes(found.capped),
            "leaving": yes(found.leaving),
            "weaker": found.weaker_gate.dimension.id if found.weaker_gate else "not known",
            "gap": "not known" if found.gap is None else str(found.gap),
            "unknown": str(len(found.unknown)),
            "ask": found.ask or "",
        },
    )


def said(step: NextSign) -> str:
    if step.how is How.TALK:
        return "talk " + ", ".join(f"{more} {word}" for word, more in step.lacks)
    if step.how in (How.ASK, How.MORE):
        return f"{step.how.value} " + ", ".join(who.person.key for who in step.who)
    return f"{step.how.value} {step.indicator.id if step.indicator else ''}"


@by_title("next_signs")
def test_next_signs(case):
    playbook, account = account_of(case.text)
    found = diagnose(account, playbook, TODAY)
    steps = next_signs(account, playbook, found, TODAY, most=10)
    order = [step.dimension.id for step in steps]
    most = len(case.expected.get("first", "").split(", "))
    said_of = dict.fromkeys((stand.dimension.id for stand in found.stands), "none")
    first = {"first": ", ".join(order[:most]) or "none"}
    checked(case, said_of | first | {step.dimension.id: said(step) for step in steps})
    assert next_signs(account, playbook, found, TODAY) == steps[:3]


OWED = """\
name: Acme
people:
  - {id: rao, name: Priya Rao, roles: [decider], level: executive, last_contact: 2026-11-10}
  - {id: lund, name: Per Lund, level: director, last_contact: 2026-11-01}
promises: [{what: One page, by: mira-holm, to: rao, due: 2026-11-%s}]
position:
  evidence: [{indicator: met-once, basis: observed, as_of: 2026-11-16}]
"""


@pytest.mark.parametrize(("due", "whom"), [("30", "rao"), ("12", "lund")])
def test_nobody_is_asked_to_whom_a_promise_of_ours_is_late(due, whom):
    playbook, account = account_of(OWED % due)
    steps = next_signs(account, playbook, diagnose(account, playbook, TODAY), TODAY, most=10)
    asked = {step.dimension.id: step.whom.person.key for step in steps if step.whom}
    assert asked["executive"] == whom


SPOKEN = """\
name: Acme
lead: mira-holm
people:
  - {id: rao, name: Priya Rao, roles: [decider], level: executive, last_contact: 2026-11-10}
  - {id: lund, name: Per Lund, function: operations, level: director, last_contact: 2026-11-01, support: supporter}
%s"""
SEEN_WITH = "position:\n  evidence: [{indicator: %s, basis: observed, as_of: 2026-11-16%s}]\n"


def step_of(dimension: str, text: str) -> NextSign:
    playbook, account = account_of(SPOKEN % text)
    steps = next_signs(account, playbook, diagnose(account, playbook, TODAY), TODAY, most=10)
    return next(step for step in steps if step.dimension.id == dimension)


@pytest.mark.parametrize(("who", "whom"), [("", "lund"), (", who: rao", "rao"), (", who: lund", "lund")])
def test_who_is_asked_about_the_plan_has_seen_it(who, whom):
    step = step_of("planning", SEEN_WITH % ("plan-shown", who))
    assert step.indicator.id == "contact-changed-it"
    assert step.whom.person.key == whom


def test_where_we_owe_the_only_one_who_was_there_that_comes_first():
    promise = "promises: [{what: One page, by: mira-holm, to: rao, due: 2026-11-12}]\n"
    step = step_of("executive", promise + SEEN_WITH % ("met-once", ", who: rao"))
    assert (step.indicator.id, step.whom, step.owed.what) == ("answered", None, "One page")


OURS = f"""{TEAM}\
  - {{id: henrik-lauesen, name: Henrik Lauesen, role: "Chief operating officer", level: board}}
"""


@pytest.mark.parametrize(
    ("more", "ours"),
    [
        ("", "mira-holm"),
        ("sponsors: [{ours: henrik-lauesen, theirs: rao}]\n", "henrik-lauesen"),
        (
            "people:\n  - {id: rao, name: Priya Rao, title: Managing director, owner: henrik-lauesen}\n",
            "henrik-lauesen",
        ),
        ("people:\n  - {id: rao, name: Priya Rao, title: Managing director, owner: jon-aas}\n", "mira-holm"),
    ],
)
def test_a_sign_of_our_own_house_names_who_of_ours_answers_for_it(more, ours):
    base = SPOKEN.partition("people:")[0] if more.startswith("people") else SPOKEN % ""
    project, account = only(base + more, team=OURS)
    playbook = project.playbook
    steps = next_signs(account, playbook, diagnose(account, playbook, TODAY), TODAY, most=10)
    found = {step.dimension.id: step.ours for step in steps if step.ours}
    assert found == {"executive": ours, "value-proof": "mira-holm", "commercial": "mira-holm"}


@by_title("upstream")
def test_upstream(case):
    playbook, account = account_of(case.text)
    found = upstream(account, playbook, TODAY)
    figures = {name: getattr(found, name) for name in ("index", "early", "tendered", "joint")}
    shown = {name: "not known" if one.value is None else f"{one.value:g}" for name, one in figures.items()}
    placed = len(found.index.because)
    of = round(placed / found.index.known) if found.index.known else len(account.opportunities)
    checked(case, shown | {"known": f"{placed} of {of}"})
    assert all((one.value is None) == bool(one.ask) for one in figures.values())


@by_title("live_pairs")
def test_live_pairs(case):
    playbook, account = account_of(case.text)
    found = live_pairs(account, playbook, TODAY)
    checked(
        case,
        {
            "pairs": str(len(found.pairs)),
            "functions": str(len(found.functions)),
            "levels": str(len(found.levels)),
            "without_lead": str(found.without_lead),
            "any_talk": yes(found.any_talk),
        },
    )


def test_one_line_moves_one_dimension():
    """A second sign of one dimension lifts that one and leaves the nine others."""
    line = "    - {indicator: comment-taken, basis: observed, as_of: 2026-11-01}\n"
    one = "position:\n  evidence:\n    - {indicator: saw-tender-early, basis: observed, as_of: 2026-11-01}\n"
    before, after = (stands_of(text) for text in (one, one + line))
    assert {key for key in before if before[key] != after[key]} == {"upstream"}


def stands_of(text: str) -> dict[str, str]:
    playbook, account = account_of(whole(text))
    return {stand.dimension.id: stage_name(stand.stage) for stand in diagnose(account, playbook, TODAY).stands}
