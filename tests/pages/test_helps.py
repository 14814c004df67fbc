"""Foot lines: the lesson and the tool of a section, where the playbook has them."""

from __future__ import annotations

import re
from pathlib import Path

from helpers import as_html, example, only, tags

import sam_gen
from sam_gen.checks.rules import RULES
from sam_gen.pages.helps import SECTIONS, helps
from sam_gen.pages.map import map_page
from sam_gen.pages.tools import tool_address
from sam_gen.pages.training import lesson_address

TEMPLATES = Path(sam_gen.__file__).parent / "templates" / "account"


def test_every_section_of_the_table_is_on_its_page_and_the_other_way_round():
    used = set()
    for path in sorted(TEMPLATES.glob("*.md")):
        heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            heading = next(iter(re.findall(r"^#+ .*\{#([a-z-]+)\}$", line)), heading)
            for key in re.findall(r'frame\.helps\["([a-z/-]+)"\]', line):
                assert key == f"{path.stem}/{heading}"
                used.add(key)
    assert used == set(SECTIONS)


def test_they_lead_to_the_pages_of_lesson_and_tool():
    playbook = example().playbook
    lessons = {lesson.name: lesson_address(lesson) for lesson in playbook.lessons}
    tools = {tool.name: tool_address(tool) for tool in playbook.tools}
    offered = helps(playbook).values()
    assert any(one.lesson for one in offered)
    assert any(one.tool for one in offered)
    assert all(lessons[one.lesson.text] == one.lesson.to for one in offered if one.lesson)
    assert all(tools[one.tool.text] == one.tool.to for one in offered if one.tool)


def test_every_section_has_a_lesson_and_a_tool_that_are_there():
    playbook = example().playbook
    lessons, tools = {one.id for one in playbook.lessons}, {one.id for one in playbook.tools}
    for section, (lesson, tool) in SECTIONS.items():
        assert lesson in lessons, f"{section}: no lesson {lesson}"
        assert tool in tools, f"{section}: no tool {tool}"


def test_every_rule_names_a_lesson_that_is_there():
    lessons = {one.id for one in example().playbook.lessons}
    assert {rule.lesson for rule in RULES} - lessons <= {""}


def test_every_lesson_is_linked_from_a_section_a_rule_or_another_lesson():
    lessons = example().playbook.lessons
    linked = {lesson for lesson, _ in SECTIONS.values()} | {rule.lesson for rule in RULES}
    for lesson in lessons:
        linked |= set(re.findall(r"\(/training/([a-z0-9-]+)/", lesson.body)) - {lesson.id}
    assert {lesson.id for lesson in lessons} - linked == set()


def test_every_tool_is_named_by_a_lesson():
    playbook = example().playbook
    named = {reference.rpartition("/")[2] for lesson in playbook.lessons for reference in lesson.tools}
    assert {tool.id for tool in playbook.tools} - named == set()


def test_a_tool_a_lesson_speaks_of_is_among_its_tools():
    for lesson in example().playbook.lessons:
        named = {reference.rpartition("/")[2] for reference in lesson.tools}
        spoken = set(re.findall(r"\(/tools/([a-z0-9-]+)/", lesson.body))
        assert spoken <= named, f"{lesson.id} speaks of {spoken - named}"


def test_a_playbook_without_lessons_shows_none():
    project, account = only("name: Acme\npeople: [{name: Priya Rao}]\n")
    feet = [foot.text for foot in tags(as_html(map_page(project, account)), "p") if "s-foot" in foot.classes]
    assert feet
    assert not any("Lesson" in foot or "Tool" in foot for foot in feet)
