"""Which questions of the bank an account gets: the rule step by step, on a bank small enough to follow by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from helpers import day, example, only

from sam_gen.advise import bank
from sam_gen.advise.bank import chosen, fitting, quarter, ring, turns
from sam_gen.advise.coach import probes
from sam_gen.advise.focus import Focus, focus
from sam_gen.assess.conditions import all_hold
from sam_gen.assess.diagnosis import Diagnosed, diagnose
from sam_gen.assess.ground import Ground
from sam_gen.assess.people import standings
from sam_gen.model.account import Account
from sam_gen.model.conditions import Condition
from sam_gen.model.method import FocusKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.questions import Question
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus import focus_words

TODAY = day("2026-11-20")
EXAMPLE = example()


def question(id_: str, dimension: str, competency: str, *stages: str) -> Question:
    return Question.model_construct(
        id=id_, ask=f"{id_}?", stages=stages, dimension=dimension, competency=competency,
        when="W.", listen_for="L.", follow_up="F?", red_flag="R.",
    )  # fmt: skip


def diagnosed(**stages: str | None) -> Diagnosed:
    """Return a diagnosis of an account at Cooperative, with some dimensions set and the others there too."""
    project, account = only("name: A\n")
    ladder = {stage.id: stage for stage in project.playbook.method.continuum.stages}
    found = diagnose(account, project.playbook, TODAY)
    stands = tuple(
        replace(one, stage=ladder.get(stages.get(one.dimension.id.replace("-", "_"), "cooperative") or ""))
        for one in found.stands
    )
    return replace(found, stands=stands, today=ladder["cooperative"], never_bought=False)


def playbook(*questions: Question) -> Playbook:
    return replace(only("name: A\n")[0].playbook, questions=questions)


def account(id_: str = "a") -> Account:
    return only("name: A\n")[1].model_copy(update={"id": id_})


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [one.id for one in questions]


# The order of the dimensions ------------------------------------------------------------


def order(found: Diagnosed, kind: FocusKind) -> list[str]:
    return [stand.dimension.id for stand in turns(found, Focus(kind), playbook())]


def test_the_focus_comes_first_then_the_weakest():
    found = diagnosed(executive="basic", need="basic", contact="integrated")
    assert order(found, FocusKind.UNMET)[:3] == ["contact", "need", "executive"]
    assert order(found, FocusKind.NOT_VALIDATED)[:3] == ["planning", "need", "executive"]


def test_among_equals_those_that_hold_the_others_down_come_first():
    assert order(diagnosed(), FocusKind.CHANGED)[:4] == ["upstream", "contact", "sees-us", "strategy"]


def test_what_is_not_known_counts_as_the_lowest_but_one():
    found = diagnosed(strategy=None, need="basic", planning="interdependent")
    assert order(found, FocusKind.CHANGED) == [
        "upstream", "strategy", "need", "contact", "sees-us", "commercial", "value-proof", "executive", "integration",
        "planning",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", FocusKind)
def test_every_kind_of_focus_has_a_dimension(kind):
    assert any(kind in one.focus for one in EXAMPLE.playbook.method.continuum.dimensions)


# What fits ------------------------------------------------------------------------------

ANY = question("any", "need", "value")
BASIC = question("basic", "need", "value", "basic")
BOTH = question("both", "need", "value", "basic", "cooperative")
HIGH = question("high", "need", "value", "interdependent")
OTHER = question("other", "planning", "value", "cooperative")
ALL = (ANY, BASIC, BOTH, HIGH, OTHER)


def fits(found: Diagnosed, dimension: str = "need") -> list[str]:
    (stand,) = (one for one in found.stands if one.dimension.id == dimension)
    return ids(fitting(ALL, stand, found))


def test_the_stage_of_the_dimension_decides_not_that_of_the_account():
    assert fits(diagnosed()) == ["both", "any"]
    assert fits(diagnosed(need="basic")) == ["basic", "both", "any"]
    assert fits(diagnosed(need="interdependent")) == ["high", "any"]
    assert fits(diagnosed(need="integrated")) == ["any"]


def test_a_dimension_that_is_not_known_stands_where_the_account_does():
    assert fits(diagnosed(need=None)) == ["both", "any"]


def test_without_any_stage_only_questions_for_any_fit():
    assert fits(replace(diagnosed(need=None), today=None)) == ["any"]


def test_a_client_who_never_bought_is_at_the_lowest_stage_in_everything():
    first = question("first", "need", "value", "exploratory")
    found = replace(diagnosed(), today=EXAMPLE.playbook.method.continuum.stages[0], never_bought=True)
    (stand,) = (one for one in found.stands if one.dimension.id == "need")
    assert ids(fitting((*ALL, first), stand, found)) == ["first", "any"]


# Whose turn it is -----------------------------------------------------------------------


def test_quarters_follow_one_another_over_the_turn_of_the_year():
    assert quarter(day("2027-01-01")) == quarter(day("2026-12-31")) + 1
    assert quarter(day("2026-10-01")) == quarter(day("2026-12-31"))


def test_the_ring_moves_on_by_one_each_quarter_and_comes_round():
    four = tuple(question(name, "need", "value") for name in "pqrs")
    firsts = [ring(account(), "need", four, datetime.date(2026 + at // 4, 1 + at % 4 * 3, 5))[0].id for at in range(5)]
    assert sorted(firsts[:4]) == ["p", "q", "r", "s"]
    assert firsts[4] == firsts[0]
    at = "pqrs".index(firsts[0])
    assert firsts[1] == "pqrs"[(at + 1) % 4]


def test_the_account_sets_where_the_ring_begins():
    four = tuple(question(name, "need", "value") for name in "pqrs")
    assert len({ring(account(name), "need", four, TODAY)[0].id for name in "abcdefgh"}) > 1


def test_an_empty_ring():
    assert ring(account(), "need", (), TODAY) == ()


# What is chosen -------------------------------------------------------------------------


def picked(found: Diagnosed, kind: FocusKind, *questions: Question) -> list[str]:
    return ids(chosen(account(), playbook(*questions), found, Focus(kind), TODAY))


def test_no_competency_twice_in_a_row():
    """Contact has only planning after sees-us' planning, so it waits for the next round; need comes in between."""
    asked = (
        question("c", "contact", "planning"),
        question("s", "sees-us", "planning"),
        question("n", "need", "value"),
    )
    assert picked(diagnosed(), FocusKind.STANDS, *asked) == ["s", "n", "c"]


def test_the_next_of_the_ring_stands_in_where_one_repeats_the_competency():
    asked = (
        question("s", "sees-us", "planning"),
        question("c", "contact", "planning"),
        question("d", "contact", "value"),
    )
    assert picked(diagnosed(), FocusKind.STANDS, *asked)[:2] == ["s", "d"]


def test_a_second_round_begins_where_there_are_few_dimensions():
    asked = tuple(
        question(f"{dimension[0]}{at}", dimension, skill)
        for dimension, skill in (("contact", "value"), ("need", "planning"))
        for at in range(4)
    )
    found = picked(diagnosed(), FocusKind.UNMET, *asked)
    assert [one[0] for one in found] == ["c", "n", "c", "n", "c", "n"]
    assert len(set(found)) == bank.MOST


def test_an_empty_bank():
    assert picked(diagnosed(), FocusKind.UNMET) == []


def test_one_dimension_alone_is_asked_about_once():
    assert (
        len(picked(diagnosed(), FocusKind.UNMET, *(question(name, "need", name) for name in ("value", "planning"))))
        == 1
    )


def test_what_the_file_denies_is_never_offered_and_what_it_shows_comes_first():
    """The file of an account with a name alone shows that nothing was lost, denies a closed deal, knows no payment."""
    asked = (
        question("open", "need", "value").model_copy(update={"only_if": (Condition.PAYS_LATE,)}),
        question("denied", "need", "value").model_copy(update={"only_if": (Condition.DEAL_CLOSED,)}),
        question("shown", "need", "value").model_copy(update={"only_if": (Condition.LOST_LIST_EMPTY,)}),
        question("other", "planning", "planning"),
    )
    found = picked(diagnosed(need="basic"), FocusKind.CHANGED, *asked)
    assert found[:2] == ["shown", "other"]
    assert "denied" not in found


@pytest.mark.parametrize("one", EXAMPLE.accounts, ids=lambda one: one.id)
def test_no_question_of_the_example_is_denied_by_its_file(one):
    ground = Ground(one, EXAMPLE.playbook, TODAY)
    assert [q.id for q in of_example(one) if all_hold(q.only_if, ground) is False] == []


# The example ----------------------------------------------------------------------------


def of_example(one: Account, as_of: datetime.date = TODAY) -> tuple[Question, ...]:
    book = EXAMPLE.playbook
    about = focus(one, book, standings(one, book, as_of), as_of)
    return chosen(one, book, diagnose(one, book, as_of), about, as_of)


@pytest.mark.parametrize("one", EXAMPLE.accounts, ids=lambda one: one.id)
@pytest.mark.parametrize("as_of", ["2026-11-20", "2027-02-01"])
def test_six_for_every_account_and_no_two_neighbours_alike(one, as_of):
    found = of_example(one, day(as_of))
    assert len(set(found)) == bank.MOST
    assert found == of_example(one, day(as_of))
    for this, then in pairwise(found):
        assert this.dimension_id != then.dimension_id
        assert this.competency_id != then.competency_id


@pytest.mark.parametrize("one", EXAMPLE.accounts, ids=lambda one: one.id)
def test_another_quarter_brings_other_questions(one):
    now, then = of_example(one), of_example(one, day("2027-02-20"))
    assert set(ids(now[:3])) != set(ids(then[:3]))


def said(one: Account) -> tuple[tuple[str, ...], ...]:
    """Return focus, facts, and the first three questions of either kind, as the page says them."""
    sight, people = Sight.of(EXAMPLE, one), standings(one, EXAMPLE.playbook, TODAY)
    about = focus(one, EXAMPLE.playbook, people, TODAY)
    words = focus_words(sight, people, about)
    return (
        (words.sentence, words.why),
        tuple(fact.text for fact in (*words.goal_facts, *words.reality)),
        tuple(probe.text for probe in probes(one, people, about, TODAY)[:3]),
        tuple(ids(of_example(one)[:3])),
    )


@pytest.mark.parametrize(("one", "other"), list(combinations(EXAMPLE.accounts, 2)), ids=lambda one: one.id)
def test_no_coaching_page_could_be_that_of_another_account(one, other):
    mine, theirs = said(one), said(other)
    for own, foreign in zip(mine[:3], theirs[:3], strict=True):
        assert not set(own) & set(foreign)
    assert set(mine[3]) != set(theirs[3])
