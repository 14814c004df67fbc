"""`/method/competencies/` and its two sheets: what each level looks like, where it shows, what builds it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.model.account import Account
from sam_gen.model.curriculum import Lesson
from sam_gen.model.method import Competency, Shows
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.case_links import specimen
from sam_gen.pages.fields import anchor_of
from sam_gen.pages.parts import frame
from sam_gen.pages.questions import HOME as QUESTIONS
from sam_gen.pages.tables import Cell, Link, Row, Table, columns
from sam_gen.pages.words import count
from sam_gen.reading.shape import shape_of
from sam_gen.render.page import Page

MODEL = "method/competencies/"
SELF = "training/competencies/"
LEADER = "training/competencies/leader/"

LEVELS = ("Aware", "Applies with help", "Owns it", "Shapes how others do it")
"""The four levels of every competency."""
_MOST_TOOLS = 4
_FIRST = 3
"""How much more a tool counts that a lesson names first."""
_BETWEEN = 50
"""Days between the two sightings of the lines to copy."""


@dataclass(frozen=True)
class Place:
    """One place of an account to look at."""

    field: Link
    page: Link
    look_for: str


@dataclass(frozen=True)
class Entry:
    """What there is about one competency besides its levels."""

    id: str
    name: str
    places: tuple[Place, ...]
    main: tuple[Link, ...]
    """Lessons that name it first."""
    also: tuple[Link, ...]
    """Lessons that name it too."""
    tools: tuple[Link, ...]


@dataclass(frozen=True)
class Choice:
    """One level to tick, with what it looks like."""

    id: str
    level: str
    says: str


@dataclass(frozen=True)
class SheetRow:
    """One competency on a sheet."""

    id: str
    name: str
    choices: tuple[Choice, ...]
    look_at: str
    """What to have open: fields and pages."""
    ask: str
    """The first question of the bank that lets somebody show it."""


# The model ------------------------------------------------------------------------------------------


def model_context(project: Project) -> dict[str, object]:
    """Return what the page of the model shows."""
    model = project.playbook.method.competencies
    rows = tuple(
        Row((Cell(one.name), *_four(one), Cell(one.evidence), _asked(project.playbook, one.id)), f"competency-{one.id}")
        for one in model.competencies
    )
    heads = columns("Competency", *(f"{at} {level}" for at, level in enumerate(LEVELS, 1)), "Where it shows", "To ask")
    return {
        "about": model.about,
        "table": Table("Competencies by level", heads, rows, wide=True),
        "entries": tuple(_entry(project, one) for one in model.competencies),
        "self_address": SELF,
        "leader_address": LEADER,
    }


def _four(one: Competency) -> tuple[Cell, ...]:
    return tuple(
        Cell(one.levels[at]) if at < len(one.levels) else Cell("not written yet", tone="grey")
        for at in range(len(LEVELS))
    )


def _asked(playbook: Playbook, competency: str) -> Cell:
    """Lead to the questions that let somebody show a competency."""
    questions = [one for one in playbook.questions if one.competency_id == competency]
    if not questions:
        return Cell("no question yet", tone="grey")
    return Cell(count(len(questions), "question"), to=f"{QUESTIONS}#competency-{competency}")


def _entry(project: Project, one: Competency) -> Entry:
    lessons = project.playbook.lessons
    main = main_lessons(lessons, one.id)
    also = [lesson for lesson in lessons if one.id in _ids(lesson.competencies)[1:]]
    return Entry(
        id=f"about-{one.id}",
        name=one.name,
        places=tuple(_place(project, each) for each in one.shows),
        main=tuple(lesson_link(lesson) for lesson in main),
        also=tuple(lesson_link(lesson) for lesson in also),
        tools=_tools(project.playbook, main or also),
    )


def main_lessons(lessons: Sequence[Lesson], competency: str) -> list[Lesson]:
    """Return the lessons that build a competency before all others: they name it first."""
    return [lesson for lesson in lessons if _ids(lesson.competencies)[:1] == [competency]]


def lesson_link(lesson: Lesson) -> Link:
    """Lead to a lesson."""
    return Link(lesson.name, f"training/{lesson.id}/")


def _tools(playbook: Playbook, lessons: Sequence[Lesson]) -> tuple[Link, ...]:
    """Return the tools of these lessons, the ones named first by most before the others."""
    rank: Counter[str] = Counter()
    for lesson in lessons:
        for at, id_ in enumerate(_ids(lesson.tools)):
            rank[id_] += _FIRST if at == 0 else 1
    found = sorted((one for one in playbook.tools if rank[one.id]), key=lambda one: (-rank[one.id], one.name))
    return tuple(Link(one.name, f"tools/{one.id}/") for one in found[:_MOST_TOOLS])


def _ids(references: Sequence[str]) -> list[str]:
    return [key_of(reference) for reference in references]


def _place(project: Project, one: Shows) -> Place:
    anchor = _field_anchor(one.field)
    return Place(
        field=Link(one.field, f"reference/fields/#{anchor}" if anchor else ""),
        page=specimen(project, one.page) if one.page else Link(""),
        look_for=one.look_for,
    )


def _field_anchor(path: str) -> str:
    """Return the anchor of the table that describes a field of an account; empty where there is no such field."""
    shape = shape_of(Account)
    names = path.split(".")
    for at, name in enumerate(names):
        if name not in shape.keys:
            return ""
        inner = shape.records.get(name)
        if inner is None:
            return anchor_of(shape.record) if at == len(names) - 1 else ""
        shape = inner
    return anchor_of(shape.record)


# The sheets -----------------------------------------------------------------------------------------


def sheet_pages(project: Project) -> tuple[Page, ...]:
    """Build the sheet for oneself and the one for whoever leads."""
    return (
        _sheet(project, SELF, "Self-check", "training/self_check.md", ("Training", "Competencies", "Self-check")),
        _sheet(project, LEADER, "Leader’s check", "training/leader_check.md", ("Training", "Competencies", "Leader")),
    )


def _sheet(project: Project, path: str, title: str, template: str, nav: tuple[str, ...]) -> Page:
    model = project.playbook.method.competencies
    return Page(
        path=path,
        title=title,
        template=template,
        context={
            "frame": frame(project, ()),
            "home": "training/",
            "model": MODEL,
            "self_address": SELF,
            "leader_address": LEADER,
            "levels": tuple(f"{at} {level}" for at, level in enumerate(LEVELS, 1)),
            "rows": tuple(_sheet_row(project.playbook, one) for one in model.competencies),
            "yaml": "\n".join(_yaml(project, leader=path == LEADER)),
        },
        wide=False,
        nav=nav,
    )


def _sheet_row(playbook: Playbook, one: Competency) -> SheetRow:
    choices = tuple(Choice(f"{one.id}-{at}", str(at), text) for at, text in enumerate(one.levels, 1))
    look_at = " ".join(each.look_for for each in one.shows)
    ask = next((each.ask for each in playbook.questions if each.competency_id == one.id), "")
    return SheetRow(one.id, one.name, choices, look_at, ask)


def _yaml(project: Project, *, leader: bool) -> Iterator[str]:
    """Yield the lines to copy: one level, seen on two days, with ids of this playbook where it has two colleagues."""
    team = project.playbook.team
    who = team[0].id if team else "mira-holm"
    by = team[1].id if leader and len(team) > 1 else who
    competencies = project.playbook.method.competencies.competencies
    competency = competencies[0].id if competencies else "communication"
    yield f"# coaching/people/{who}.yml"
    yield "scores:"
    before = project.as_of - datetime.timedelta(_BETWEEN)
    for day, evidence in ((before, "what was done, and in which line"), (project.as_of, "the second time")):
        yield f"  - competency: {competency}"
        yield "    level: 2"
        yield f"    as_of: {day}"
        yield f"    by: {by}"
        yield f"    evidence: {evidence}"
