"""The toolbox: every tool is reached from four sides, and each says for whom it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import as_html, elements, example, tags, text_of
from pages.test_training import FILES
from reading.reading_cases import lay, problems_of
from reading.test_markdown import TOOL_FILE

from sam_gen.model.curriculum import GroupSize, Occasion
from sam_gen.pages.chooser import OCCASIONS, SIZES, chooser_page, sizes_words, stages_words, tool_address
from sam_gen.pages.tools import tool_page
from sam_gen.reading.project import read_project

HTML = as_html(chooser_page(example()))
HREFS = [one.attributes["href"] for one in tags(HTML, "a")]
IDS = {one.attributes["id"] for one in elements(HTML) if "id" in one.attributes}


def test_every_tool_is_in_each_way_that_fits_it():
    context = chooser_page(example()).context
    tools = example().playbook.tools
    by = lambda key: [way.text for row in context[key] for way in row.tools]  # noqa: E731
    symptoms = [row.name for occasion in context["occasions"] for row in occasion.rows]
    assert sorted(symptoms) == sorted(tool.name for tool in tools)
    assert sorted(by("times")) == sorted(tool.name for tool in tools)
    assert set(by("stages")) == {tool.name for tool in tools}
    assert len(by("sizes")) == sum(len(tool.group) for tool in tools)
    assert [row.name for row in context["sheet"]] == [tool.name for tool in tools]


def test_every_word_has_a_heading():
    assert set(OCCASIONS) == {*Occasion, None}
    assert set(SIZES) == set(GroupSize)


def test_every_tool_of_the_example_has_an_occasion_and_a_size():
    for tool in example().playbook.tools:
        assert tool.occasion, tool.id
        assert tool.group, tool.id


def test_every_occasion_of_the_example_has_tools():
    assert {tool.occasion for tool in example().playbook.tools} == set(Occasion)


def test_the_ways_lead_somewhere_on_the_page():
    inside = [href[1:] for href in HREFS if href.startswith("#")]
    assert inside == ["chooser", "stages", "time", "group", "tags", "sheet"]
    assert set(inside) <= IDS


def test_a_number_of_minutes_leads_to_its_form():
    tool = example().playbook.tools[0]
    forms = [href for href in HREFS if href.startswith(f"{tool.id}/#")]
    assert forms == [f"{tool.id}/#{form}" for form in ("five-minutes", "thirty-minutes", "workshop")]


def test_it_needs_no_script():
    assert not tags(HTML, "script", "button", "input", "select", "form")


def test_tags_and_fields_do_not_say_the_same():
    words = {*GroupSize, *(stage.id for stage in example().playbook.method.continuum.stages)}
    used = {tag for tool in example().playbook.tools for tag in tool.tags}
    assert not used & words
    assert "new-to-the-account" not in used


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ((), ""),
        ((GroupSize.PAIR,), "as a pair"),
        ((GroupSize.GROUP, GroupSize.ALONE), "alone or as a group"),
        (tuple(GroupSize), "alone, as a pair or as a group"),
    ],
)
def test_sizes_in_words(group, said):
    assert sizes_words(example().playbook.tools[0].model_copy(update={"group": group})) == said


def test_stages_in_words():
    playbook = example().playbook
    tool = playbook.tools[0]
    assert stages_words(tool.model_copy(update={"stages": ()}), playbook) == "every stage"
    assert stages_words(tool.model_copy(update={"stages": ("basic", "stages/cooperative")}), playbook) == (
        "Basic and Cooperative"
    )
    three = tool.model_copy(update={"stages": ("basic", "interdependent", "cooperative")})
    assert stages_words(three, playbook) == "Basic to Interdependent"
    gap = tool.model_copy(update={"stages": ("basic", "interdependent", "integrated")})
    assert stages_words(gap, playbook) == "Basic, Interdependent and Integrated"


def test_a_tool_says_for_whom_it_is_and_which_rules_it_answers():
    project = example()
    tool = next(one for one in project.playbook.tools if one.id == "four-sentence-call")
    html = as_html(tool_page(project, tool))
    assert "Gives most alone, as a pair or as a group. For every stage." in text_of(html)
    assert "../../reference/rules/sam213/" in [one.attributes["href"] for one in tags(html, "a")]


def test_a_playbook_that_says_nothing_of_its_tools(tmp_path: Path):
    project = read_project(lay(tmp_path, FILES))
    text = text_of(as_html(chooser_page(project)))
    assert "Anything else" in text
    assert "Who is with you?" not in text
    assert tool_address(project.playbook.tools[0]) == "tools/two-voices/"


def test_a_word_that_is_none_is_named_at_its_line(tmp_path: Path):
    slip = TOOL_FILE.replace("\n---\n## ", "\noccasion: meting\nstages: [basik]\n---\n## ", 1)
    assert slip != TOOL_FILE
    problems = problems_of(lay(tmp_path, FILES | {"playbook/tools/two-voices.md": slip}))
    assert sorted(problem.code for problem in problems) == ["SAM033", "SAM050"]
    assert any("meeting" in problem.remedy for problem in problems)
