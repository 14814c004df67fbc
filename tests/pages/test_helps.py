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


def test_lessons_of_the_table_are_those_of_the_rules_or_of_the_playbook():
    known = {rule.lesson for rule in RULES} | {lesson.id for lesson in example().playbook.lessons}
    assert {lesson for lesson, _ in SECTIONS.values()} - known <= {""}
    assert {tool for _, tool in SECTIONS.values()} - {tool.id for tool in example().playbook.tools} <= {""}


def test_a_playbook_without_lessons_shows_none():
    project, account = only("name: Acme\npeople: [{name: Priya Rao}]\n")
    feet = [foot.text for foot in tags(as_html(map_page(project, account)), "p") if "s-foot" in foot.classes]
    assert feet
    assert not any("Lesson" in foot or "Tool" in foot for foot in feet)
