"""`/tools/<id>/`: each tool in its three forms, which also prints as a sheet to write on."""

from __future__ import annotations

from sam_gen.checks.rules import BY_CODE
from sam_gen.model.curriculum import TOOL_HEADINGS, Tool, sections
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.chooser import HOME, chooser_page, said, sizes_words, stages_words, tool_address
from sam_gen.pages.parts import frame
from sam_gen.pages.terms import FirstUses, terms_of
from sam_gen.pages.training import Way, lesson_address, page_source
from sam_gen.pages.words import listed, number
from sam_gen.render.page import Page


def tool_pages(project: Project) -> tuple[Page, ...]:
    """Return the chooser and a page for each tool."""
    return (chooser_page(project), *(tool_page(project, tool) for tool in project.playbook.tools))


def tool_page(project: Project, tool: Tool) -> Page:
    """Build the page of one tool."""
    playbook = project.playbook
    path = tool_address(tool)
    first = FirstUses(terms_of(playbook), path)
    return Page(
        path=path,
        title=tool.name,
        template="tools/tool.md",
        context={
            "frame": frame(project, ()),
            "home": HOME,
            "symptom": said(tool.symptom),
            "three": f"Three forms: {listed([str(one) for one in tool.minutes])} minutes",
            "when": first.lines(tool.when),
            "when_not": first.lines(tool.when_not),
            "need": first.lines(tool.need),
            "output": first.line(tool.output),
            "tags": ", ".join(tool.tags),
            "fits": first.line(_fits(tool, playbook)),
            "rules": _rules(tool),
            "parts": first.bodies(sections(tool.body, TOOL_HEADINGS)),
            "lessons": _lessons(tool, playbook),
            "lessons_heading": _lessons_heading(tool, playbook),
            "source": page_source(playbook, tool),
        },
        wide=False,
        nav=("Tools", tool.name),
    )


def _fits(tool: Tool, playbook: Playbook) -> str:
    """Say for whom it is: “Gives most as a pair or as a group. For Basic and Cooperative.”"""
    sizes = sizes_words(tool)
    most = f"Gives most {sizes}. " if sizes else ""
    return f"{most}For {stages_words(tool, playbook)}."


def _rules(tool: Tool) -> tuple[Way, ...]:
    known = (BY_CODE[code] for code in tool.answers if code in BY_CODE)
    return tuple(Way(f"{rule.code}: {rule.name}", f"reference/rules/{rule.code.lower()}/") for rule in known)


def _lessons(tool: Tool, playbook: Playbook) -> tuple[Way, ...]:
    return tuple(
        Way(lesson.name, lesson_address(lesson))
        for lesson in playbook.lessons
        if tool.id in {key_of(reference) for reference in lesson.tools}
    )


def _lessons_heading(tool: Tool, playbook: Playbook) -> str:
    lessons = len(_lessons(tool, playbook))
    return f"Taught in {number(lessons)} {'lesson' if lessons == 1 else 'lessons'}" if lessons else "Lessons"
