"""Tools that fit an account: worked by hand on few, and true on the example."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import day, example

from sam_gen.advise.attention import Attention, Part, attention
from sam_gen.advise.tools import MOST, fitting, fitting_tools
from sam_gen.assess.diagnosis import diagnose
from sam_gen.checks.check import CODES
from sam_gen.checks.finding import Finding
from sam_gen.model.attention import AttentionKind
from sam_gen.model.curriculum import Tool
from sam_gen.model.method import Severity
from sam_gen.model.place import Place

STAGES = {stage.id: stage for stage in example().playbook.method.continuum.stages}
HERE = Place("accounts/a.yml", 7, 3)


def line(code: str, points: int, says: str = "a gap") -> Attention:
    finding = Finding(code, Severity.WARNING, f"{code} speaks.", "", HERE)
    return Attention(finding, AttentionKind.GAP, (Part(points, says),))


def tool(id_: str, *answers: str, stages: tuple[str, ...] = ()) -> Tool:
    return example().playbook.tools[0].model_copy(update={"id": id_, "name": id_, "answers": answers, "stages": stages})


def chosen(found, today, *tools: Tool) -> list[tuple[str, int]]:
    return [(fit.tool.id, fit.points) for fit in fitting(found, STAGES.get(today), tools)]


FOUND = (line("SAM213", 90, "a promise that is late"), line("SAM109", 60), line("SAM312", 20))


def test_a_tool_weighs_what_the_lines_it_answers_weigh():
    both = chosen(FOUND, None, tool("call", "SAM213", "SAM312"), tool("test", "SAM109"))
    assert both == [("call", 110), ("test", 60)]


def test_what_one_tool_answers_counts_for_no_other():
    assert chosen(FOUND, None, tool("call", "SAM213"), tool("letter", "SAM213", "SAM312")) == [("letter", 110)]


def test_several_lines_of_one_rule_are_one_matter():
    assert chosen((line("SAM212", 50), line("SAM212", 49)), None, tool("pulse", "SAM212")) == [("pulse", 50)]


@pytest.mark.parametrize(("today", "expected"), [("basic", ["test"]), ("integrated", []), ("", ["test"])])
def test_a_tool_of_other_stages_is_left_out(today, expected):
    found = chosen(FOUND, today, tool("test", "SAM109", stages=("basic", "stages/cooperative")))
    assert [id_ for id_, _ in found] == expected


def test_it_says_why_with_the_places():
    (fit,) = fitting(FOUND, STAGES["basic"], [tool("call", "SAM213", "SAM312", stages=("basic",))])
    assert [reason.text for reason in fit.because] == [
        "a promise that is late: SAM213 speaks.",
        "a gap: SAM312 speaks.",
        "the evidence says Basic, and it is for that stage",
    ]
    assert fit.because[0].place == HERE


def test_of_two_that_weigh_the_same_the_id_decides():
    assert chosen(FOUND, None, tool("b", "SAM109"), tool("a", "SAM109")) == [("a", 60)]


def test_nothing_presses_nothing_fits():
    assert fitting((), None, [tool("call", "SAM213")]) == ()
    assert fitting(FOUND, None, []) == ()
    assert fitting(FOUND, None, [tool("call", "SAM305")]) == ()


def test_there_are_at_most_three():
    some = [line(f"SAM10{n}", 10 * n) for n in range(1, 6)]
    found = chosen(some, None, *(tool(f"t{n}", f"SAM10{n}") for n in range(1, 6)))
    assert [id_ for id_, _ in found] == ["t5", "t4", "t3"]


def test_the_example_gets_tools_for_what_its_list_is_about():
    project = example()
    for account in project.accounts:
        fits = fitting_tools(account, project.playbook, project.as_of)
        codes = {one.finding.code for one in attention(account, project.playbook, project.as_of)}
        today = diagnose(account, project.playbook, project.as_of).today
        assert 0 < len(fits) <= MOST
        for fit in fits:
            assert codes & set(fit.tool.answers)
            assert today is None or not fit.tool.stages or today.id in fit.tool.stages
            assert fit.because


def test_a_rule_that_is_not_known_yet_changes_nothing():
    project = example()
    account = project.accounts[0]
    playbook = replace(
        project.playbook, tools=tuple(t.model_copy(update={"answers": ("SAM999",)}) for t in project.playbook.tools)
    )
    assert fitting_tools(account, playbook, day("2026-11-20")) == ()


def test_tools_answer_rules_that_there_are():
    named = {code for one in example().playbook.tools for code in one.answers}
    assert named <= CODES
    assert len(named) >= 60


def test_a_reason_that_says_its_kind_itself_stands_without_it():
    kind = "the notice day of a contract of ours"
    one = line("SAM404", 50, kind)
    found = (replace(one, finding=replace(one.finding, message="The notice day for gates was on Friday.")),)
    (fit,) = fitting(found, None, [tool("calendar", "SAM404")])
    assert fit.because[0].text == "The notice day for gates was on Friday."
    (other,) = fitting((line("SAM404", 50, kind),), None, [tool("calendar", "SAM404")])
    assert other.because[0].text == f"{kind}: SAM404 speaks."
