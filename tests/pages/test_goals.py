"""Goals on three levels of a coaching page: from the file alone, and in the coach edition from the leaders' folder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import as_html, example, only, text_of

from sam_gen.advise.focus import focus
from sam_gen.assess.people import standings
from sam_gen.model.coaching import Aim, PersonCoaching, Score
from sam_gen.model.edition import Edition
from sam_gen.model.project import Coaching, Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.goals import Goals, goals

FULL = """\
name: Acme
lead: mira-holm
people: [{id: rao, name: Priya Rao, roles: [decider]}]
objectives:
  - {name: Quiet nights, client_gets: 2 h less, owner: rao, due: 2026-11-01}
  - {name: No paper}
  - {name: Reached, done: 2026-10-01}
position: {desired: {value: cooperative, as_of: 2026-01-01}, desired_by: 2027-12-31, ceilings: [
  {stage: cooperative, why: Our cover ends at six, side: us}, {stage: basic, why: Their rule, side: client}]}
resources:
  - {what: A night desk, party: us, who: jon-aas, status: missing, due: 2026-11-10, so_what: Nobody answers at two}
  - {what: A fitter, status: have}
  - {what: Their gate, party: client, status: missing}
actions:
  - {what: Price the nights, owner: jon-aas, due: 2026-11-19}
  - {what: Ring Rao, owner: mira-holm, due: 2026-11-19}
  - {what: Open the gate, owner: people/rao, due: 2026-11-19}
"""
FILE = PersonCoaching.model_construct(
    id="mira-holm",
    scores=(Score.model_construct(competency="relationships", level=1, as_of=None, by=None, evidence=None),),
    aims=(
        Aim.model_construct(what="Let others speak", due=None, done=None),
        Aim.model_construct(what="Write less", due=None, done=example().as_of),
    ),
    sessions=(),
    notes=None,
)


def of(text: str, edition: Edition = Edition.TEAM) -> Goals:
    project, account = only(text)
    seen = coached(project, edition)
    people = standings(account, seen.playbook, seen.as_of)
    return goals(Sight.of(seen, account), focus(account, seen.playbook, people, seen.as_of))


def coached(project: Project, edition: Edition) -> Project:
    return replace(project, edition=edition, coaching=Coaching(people={"mira-holm": FILE}))


def lines(block):
    return [(entry.when, entry.what, entry.tone) for entry in block.entries]


def test_the_account_has_its_open_objectives_by_day_and_the_stage_we_want():
    assert lines(of(FULL).account) == [
        ("Sun 1 Nov", "Quiet nights", "red"),
        ("no day yet", "No paper", "ochre"),
        ("stage", "Acme stands at Cooperative by 31 Dec 2027", "ink"),
    ]


NEVER = (
    "economics: {revenue: [{year: 2025, amount: 0}]}\n"
    "position: {desired: {value: %s, as_of: 2026-01-01}, desired_by: 2027-12-31}\n"
)


@pytest.mark.parametrize(
    ("stage", "says"),
    [("exploratory", "where we are, and want to stay"), ("cooperative", "what we want, not where we are")],
)
def test_a_wish_for_the_stage_we_stand_at_is_to_stay(stage, says):
    assert [one.second for one in of(f"name: Acme\n{NEVER % stage}").account.entries] == [says]


@pytest.mark.parametrize(
    ("stage", "says"),
    [("basic", "would hold us next, at Cooperative; we could lift it"),
     ("cooperative", "holds us at Cooperative; we could lift it")],
)  # fmt: skip
def test_a_limit_of_ours_above_another_one_holds_us_next(stage, says):
    held = FULL.replace("{stage: basic, why: Their rule", f"{{stage: {stage}, why: Their rule")
    assert [one.second for one in of(held).house.entries if one.what == "Our cover ends at six"] == [says]


def test_the_lowest_limit_of_ours_comes_first():
    held = FULL.replace("side: client}]}", "side: client}, {stage: basic, why: Two days a month, side: resources}]}")
    found = [one.what for one in of(held).house.entries]
    assert found.index("Two days a month") < found.index("Our cover ends at six")


def test_our_house_has_what_is_missing_what_holds_us_and_steps_of_others():
    assert lines(of(FULL).house) == [
        ("Tue 10 Nov", "A night desk", "red"),
        ("no day yet", "Our cover ends at six", "ochre"),
        ("Thu 19 Nov", "Price the nights", "red"),
    ]


def test_the_team_sees_what_the_focus_trains_and_no_level_of_anybody():
    person = of(FULL).person
    assert [(one.when, one.second) for one in person.entries] == [
        ("Relationship building", "the focus trains it · what level 3 of 4, owns it, looks like; nobody is judged here")
    ]


def test_the_coach_sees_open_aims_and_the_next_level():
    person = of(FULL, Edition.COACH).person
    assert [(one.when, one.what, one.second) for one in person.entries] == [
        ("no day yet", "Let others speak", "an aim of their own"),
        (
            "Relationship building",
            "Has live contacts in two functions, with a reason of theirs for each talk.",
            "the focus trains it · level 2 of 4; judged at 1",
        ),
    ]


@pytest.mark.parametrize("edition", Edition)
def test_nothing_on_file_asks(edition):
    found = of("name: Acme\n", edition)
    assert found.heading == "Goals on three levels: none yet for account and our house"
    assert found.account.empty.endswith("?")
    assert found.house.empty.endswith("?")


@pytest.mark.parametrize("account", example().accounts, ids=lambda one: one.id)
def test_the_page_of_the_team_is_the_same_whatever_the_leaders_wrote(account):
    project = example()
    with_folder = coached(project, Edition.TEAM)
    assert text_of(as_html(coaching_page(project, account))) == text_of(as_html(coaching_page(with_folder, account)))
