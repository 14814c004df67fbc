"""Rules, lessons, tools and the sections of an account's pages lead to each other, in every direction."""

from __future__ import annotations

from functools import cache

import pytest
from helpers import TEMPLATES, as_html, example, tags, text_of

from sam_gen.checks.rules import BY_CODE, RULES
from sam_gen.pages.helps import SECTIONS
from sam_gen.pages.reference import reference_pages, rule_address
from sam_gen.pages.tools import tool_address, tool_pages
from sam_gen.pages.training import lesson_address, training_pages

PLAYBOOK = example().playbook
LESSONS = {lesson.id: lesson for lesson in PLAYBOOK.lessons}
TOOLS = {tool.id: tool for tool in PLAYBOOK.tools}


@cache
def pages():
    """Return the page of each rule, lesson and tool, by its address."""
    project = example()
    addresses = {lesson.id: lesson_address(lesson) for lesson in PLAYBOOK.lessons}
    made = (*reference_pages(project, addresses), *training_pages(project), *tool_pages(project))
    wanted = {rule_address(rule.code) for rule in RULES} | set(addresses.values())
    wanted |= {tool_address(tool) for tool in PLAYBOOK.tools}
    return {page.path: as_html(page) for page in made if page.path in wanted}


@cache
def links(path: str) -> frozenset[str]:
    """Return the addresses a page leads to, from the root of the site."""
    up = "../" * path.count("/")
    found = (link.attributes["href"].partition("#")[0] for link in tags(pages()[path], "a"))
    return frozenset(href.removeprefix(up) for href in found if href.startswith(up))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.lesson], ids=lambda rule: rule.code)
def test_a_rule_and_its_lesson(rule):
    lesson = LESSONS[rule.lesson]
    assert lesson_address(lesson) in links(rule_address(rule.code))
    assert rule_address(rule.code) in links(lesson_address(lesson))
    assert rule.code in lesson.serves


@pytest.mark.parametrize("lesson", PLAYBOOK.lessons, ids=lambda lesson: lesson.id)
def test_a_lesson_and_its_tools(lesson):
    for reference in lesson.tools:
        tool = tool_address(TOOLS[reference.rpartition("/")[2]])
        assert tool in links(lesson_address(lesson))
        assert lesson_address(lesson) in links(tool)


@pytest.mark.parametrize("tool", PLAYBOOK.tools, ids=lambda tool: tool.id)
def test_a_tool_and_the_rules_it_answers(tool):
    for code in tool.answers:
        assert rule_address(code) in links(tool_address(tool))
        assert tool_address(tool) in links(rule_address(code))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_its_lesson_and_its_tool(section):
    lesson, tool = LESSONS[SECTIONS[section][0]], TOOLS[SECTIONS[section][1]]
    assert section in lesson.serves
    page, _, part = section.replace("-", " ").partition("/")
    assert f"{page.capitalize()}: {part}" in text_of(pages()[lesson_address(lesson)])
    assert is_there(section)
    assert tool_address(tool) in pages()


def test_whatever_a_lesson_names_is_there():
    for lesson in PLAYBOOK.lessons:
        assert len(set(lesson.serves)) == len(lesson.serves)
        for name in lesson.serves:
            assert is_there(name), f"{lesson.id} serves {name}"
    assert not any(map(is_there, ("SAM999", "plan/nothing", "nothing", "nothing/plan")))


def is_there(name: str) -> bool:
    """Whether this is a rule, a page, or page/section of an account."""
    if name in BY_CODE:
        return True
    if any((TEMPLATES / file).is_file() for file in (f"{name}.md", f"{name}/index.md", f"{name}/overview.md")):
        return True
    page, _, section = name.partition("/")
    template = TEMPLATES / "account" / f"{page}.md"
    return template.is_file() and (not section or f"{{#{section}}}" in template.read_text(encoding="utf-8"))
