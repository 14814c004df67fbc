"""`/tools/`: which tool helps with what, and each tool in its three forms."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.curriculum import TOOL_HEADINGS, Tool, sections
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.pages.parts import frame
from sam_gen.pages.training import Way, lesson_address, page_source
from sam_gen.pages.words import capital, count, listed, number
from sam_gen.render.body import Body
from sam_gen.render.page import Page

HOME = "tools/"


@dataclass(frozen=True)
class ToolRow:
    """One tool in the chooser."""

    symptom: str
    name: str
    address: str
    minutes: str
    output: str


@dataclass(frozen=True)
class TagRow:
    """One tag and the tools that carry it."""

    tag: str
    tools: tuple[Way, ...]


def tool_pages(project: Project) -> tuple[Page, ...]:
    """Return the chooser and a page for each tool."""
    return (chooser_page(project), *(tool_page(project, tool) for tool in project.playbook.tools))


def tool_address(tool: Tool) -> str:
    """Return the address of a tool."""
    return f"{HOME}{tool.id}/"


def said(symptom: str) -> str:
    """Put somebody's words into quotation marks, whether or not the file has them."""
    words = symptom.strip('“”"')
    return f"“{words}”"


def chooser_page(project: Project) -> Page:
    """Build the page that leads from what one notices to the tool that helps."""
    tools = project.playbook.tools
    return Page(
        path=HOME,
        title="Tools",
        template="tools/index.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(len(tools)),
            "rows": tuple(_row(tool) for tool in sorted(tools, key=lambda one: said(one.symptom).casefold())),
            "tags": _tags(project.playbook),
        },
        wide=False,
        nav=("Tools",),
    )


def _lede(tools: int) -> str:
    if not tools:
        return "No tool yet."
    return f"{capital(count(tools, 'tool'))},{' each' if tools > 1 else ''} in three forms."


def _row(tool: Tool) -> ToolRow:
    return ToolRow(
        symptom=said(tool.symptom),
        name=tool.name,
        address=tool_address(tool),
        minutes=" / ".join(map(str, tool.minutes)),
        output=tool.output,
    )


def _tags(playbook: Playbook) -> tuple[TagRow, ...]:
    tags = sorted({tag for tool in playbook.tools for tag in tool.tags})
    return tuple(
        TagRow(tag, tuple(Way(tool.name, tool_address(tool)) for tool in playbook.tools if tag in tool.tags))
        for tag in tags
    )


def tool_page(project: Project, tool: Tool) -> Page:
    """Build the page of one tool, which also prints as one sheet."""
    playbook = project.playbook
    path = tool_address(tool)
    return Page(
        path=path,
        title=tool.name,
        template="tools/tool.md",
        context={
            "frame": frame(project, ()),
            "home": HOME,
            "symptom": said(tool.symptom),
            "three": f"Three forms: {listed([str(one) for one in tool.minutes])} minutes",
            "when": tool.when,
            "when_not": tool.when_not,
            "need": tool.need,
            "output": tool.output,
            "tags": ", ".join(tool.tags),
            "parts": {id_: Body(text, path) for id_, text in sections(tool.body, TOOL_HEADINGS).items()},
            "lessons": _lessons(tool, playbook),
            "lessons_heading": _lessons_heading(tool, playbook),
            "source": page_source(playbook, tool),
        },
        wide=False,
        nav=("Tools", tool.name),
    )


def _lessons(tool: Tool, playbook: Playbook) -> tuple[Way, ...]:
    return tuple(
        Way(lesson.name, lesson_address(lesson))
        for lesson in playbook.lessons
        if tool.id in {reference.rpartition("/")[2] for reference in lesson.tools}
    )


def _lessons_heading(tool: Tool, playbook: Playbook) -> str:
    lessons = len(_lessons(tool, playbook))
    return f"Taught in {number(lessons)} {'lesson' if lessons == 1 else 'lessons'}" if lessons else "Lessons"
