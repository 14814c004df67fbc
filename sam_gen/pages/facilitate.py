"""`/training/facilitate/…`: a page for whoever runs a part of the course with a team, made to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.model.curriculum import FACTORS
from sam_gen.model.facilitation import Facilitation, Guide, Hour, Move, Printed, Sheet
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.becoming import PROFILE
from sam_gen.pages.case_links import case_link
from sam_gen.pages.competencies import LEADER, SELF, lesson_link
from sam_gen.pages.parts import frame
from sam_gen.pages.tables import Link
from sam_gen.pages.words import count, span_of_minutes
from sam_gen.render.page import Page

HOME = "training/facilitate/"

SHEETS: Mapping[Sheet, Link] = {
    Sheet.SELF_CHECK: Link("Self-check", SELF),
    Sheet.LEADER_CHECK: Link("Leader’s check", LEADER),
    Sheet.PROFILE: Link("Farmer and hunter", PROFILE),
    Sheet.ONBOARDING: Link("The first ninety days", "training/onboarding/"),
    Sheet.CONTINUUM: Link("Continuum", "method/continuum/"),
    Sheet.SELECTION: Link("Selection", "method/selection/"),
    Sheet.PRIORITIES: Link("Priorities", "method/priorities/"),
    Sheet.QUESTIONS: Link("Questions", "method/questions/"),
    Sheet.CHOOSER: Link("Tool chooser", "tools/"),
}
"""Where each sheet stands."""


@dataclass(frozen=True)
class MoveText:
    """Some minutes of a running order."""

    at: str
    """How long after the beginning, in hours and minutes: 1:35."""
    minutes: str
    what: str
    lesson: Link


@dataclass(frozen=True)
class HourText:
    """One session of an hour."""

    heading: str
    before: tuple[Link, ...]
    moves: tuple[MoveText, ...]


@dataclass(frozen=True)
class PrintText:
    """Something to print."""

    link: Link
    what: str


@dataclass(frozen=True)
class GuideRow:
    """One guide in the list."""

    link: Link
    aim: str
    size: str


def facilitate_pages(project: Project) -> tuple[Page, ...]:
    """Build the list of guides and a page for each."""
    written = project.playbook.facilitation or Facilitation.model_construct()
    around = {"frame": frame(project, ()), "home": "training/", "list": HOME}
    index = Page(
        path=HOME,
        title="With a team",
        template="training/facilitate.md",
        context={
            **around,
            "about": written.about,
            "rows": tuple(_row(one) for one in written.guides),
            "shared": tuple(_said(name, one) for name, one in _both(written)),
        },
        wide=False,
        nav=("Training", "With a team"),
    )
    return index, *(_page(project, written, one, around) for one in written.guides)


def _both(written: Facilitation) -> Iterable[tuple[str, Move]]:
    if written.opening:
        yield "Begin", written.opening
    if written.closing:
        yield "End", written.closing


def _said(name: str, move: Move) -> str:
    return f"{name} each hour with {span_of_minutes(move.minutes)}. {move.what}"


def _row(guide: Guide) -> GuideRow:
    half = span_of_minutes(sum(move.minutes for move in guide.half_day))
    forms = [f"half a day, {half}" if guide.half_day else "", count(len(guide.hours), "hour") if guide.hours else ""]
    return GuideRow(Link(guide.name, f"{HOME}{guide.id}/"), guide.aim, " or ".join(one for one in forms if one))


def _page(project: Project, written: Facilitation, guide: Guide, around: Mapping[str, object]) -> Page:
    playbook = project.playbook
    half = sum(move.minutes for move in guide.half_day)
    return Page(
        path=f"{HOME}{guide.id}/",
        title=f"With a team: {guide.name}",
        template="training/guide.md",
        context={
            **around,
            "name": guide.name,
            "aim": guide.aim,
            "room": guide.room,
            "part": _part(guide),
            "prints": tuple(_print(project, one) for one in guide.prints),
            "half_heading": f"Half a day: {span_of_minutes(half)}" if half else "Half a day",
            "half_day": _order(playbook, guide.half_day),
            "hours_heading": f"Or {count(len(guide.hours), 'session')} of an hour",
            "hours": tuple(_hour(playbook, at, one, written) for at, one in enumerate(guide.hours, 1)),
            "shared": tuple(_said(name, one) for name, one in _both(written)),
            "slips": guide.slips,
            "leader": guide.leader,
            "in_file": guide.in_file,
        },
        wide=False,
        nav=("Training", "With a team", guide.name),
    )


def _part(guide: Guide) -> Link:
    """Lead to what the guide runs: a part of the course, or the paths of the first ninety days."""
    if guide.factor is None:
        return Link("The first ninety days", "training/onboarding/")
    return Link("The lessons", f"training/#{FACTORS[guide.factor]}")


def _order(playbook: Playbook, moves: Sequence[Move]) -> tuple[MoveText, ...]:
    texts, at = [], 0
    for move in moves:
        texts.append(MoveText(f"{at // 60}:{at % 60:02}", str(move.minutes), move.what, _lesson(playbook, move.lesson)))
        at += move.minutes
    return tuple(texts)


def _hour(playbook: Playbook, at: int, hour: Hour, written: Facilitation) -> HourText:
    first = written.opening.minutes if written.opening else 0
    last = written.closing.minutes if written.closing else 0
    total = first + last + sum(move.minutes for move in hour.moves)
    said = "" if total == 60 else f", {span_of_minutes(total)}"
    before = tuple(_lesson(playbook, one) for one in hour.before)
    return HourText(f"{at} {hour.name}{said}", before, _order(playbook, hour.moves))


def _lesson(playbook: Playbook, reference: str | None) -> Link:
    wanted = key_of(reference)
    found = next((one for one in playbook.lessons if one.id == wanted), None)
    return lesson_link(found) if found else Link("")


def _print(project: Project, one: Printed) -> PrintText:
    """Lead to what is to be printed; one without any of the four is only said."""
    if one.sheet:
        return PrintText(SHEETS[one.sheet], one.what)
    if one.tool:
        wanted = key_of(one.tool)
        tool = next((each for each in project.playbook.tools if each.id == wanted), None)
        return PrintText(Link(tool.name, f"tools/{tool.id}/") if tool else Link(wanted), one.what)
    if one.case:
        return PrintText(case_link(project, one.case, one.page), one.what)
    return PrintText(_lesson(project.playbook, one.lesson), one.what)
