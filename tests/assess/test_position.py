from __future__ import annotations

from account_pages import FULL, account_of
from helpers import day

from sam_gen.assess.position import View, known_dimensions, said, signs, trail
from sam_gen.model.claims import Basis

TODAY = day("2026-11-20")


def test_signs_by_dimension_newest_first():
    project, account = account_of()
    found = signs(account, project.playbook, TODAY)
    assert [(one.dimension.id, [sign.stage.id for sign in one.signs]) for one in found] == [
        ("upstream", ["interdependent", "cooperative"]),
        ("contact", []),
        ("strategy", []),
    ]
    assert [sign.found for sign in found[0].signs] == [False, True]
    assert found[0].counted(Basis.CLIENT_CONFIRMED) == 1


def test_a_sign_without_a_day_has_the_day_of_the_file():
    undated = FULL.replace(", as_of: 2027-01-01, evidence: Not seen yet", "")
    project, account = account_of(undated)
    assert signs(account, project.playbook, TODAY)[2].signs[0].age == 2


def test_a_sign_of_a_later_day_is_not_seen_yet():
    project, account = account_of()
    assert len(signs(account, project.playbook, day("2026-11-09"))[0].signs) == 1
    assert len(signs(account, project.playbook, day("2027-01-01"))[2].signs) == 1


def test_known_dimensions():
    project, account = account_of()
    figure = known_dimensions(signs(account, project.playbook, TODAY))
    assert (figure.value, figure.unit, figure.ask) == (1, "of 3 dimensions", "Who of them speaks with whom of us?")
    assert known_dimensions(()).value is None


def test_what_is_said_today_and_before():
    project, account = account_of()
    today, before = said(account, project.playbook, TODAY), said(account, project.playbook, day("2026-01-01"))
    assert (today.own_stage.id, today.desired_stage.id) == ("cooperative", "integrated")
    assert (before.own_stage.id, before.desired_stage) == ("basic", None)
    assert [stage.id for stage, _ in today.ceilings] == ["interdependent", "integrated"]


def test_trail():
    project, account = account_of()
    steps = trail(account, project.playbook, TODAY)
    assert [(step.view, step.stage.id) for step in steps] == [
        (View.OWN, "cooperative"),
        (View.DESIRED, "integrated"),
        (View.OWN, "basic"),
    ]
    assert len(trail(account, project.playbook, day("2026-01-01"))) == 1


def test_nothing_written():
    project, account = account_of("name: Acme\n")
    assert said(account, project.playbook, TODAY).own is None
    assert trail(account, project.playbook, TODAY) == ()
    assert [one.signs for one in signs(account, project.playbook, TODAY)] == [(), (), ()]
