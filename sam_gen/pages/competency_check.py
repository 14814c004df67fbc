"""`/coaching/competencies/`: what each of us says of themselves beside what their leader saw. Coach edition alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sam_gen.model.coaching import PersonCoaching, Score
from sam_gen.model.edition import Edition
from sam_gen.model.method import Competency
from sam_gen.model.playbook import Colleague
from sam_gen.model.project import Coaching, Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.competencies import LEADER, MODEL, SELF, lesson_link, main_lessons
from sam_gen.pages.parts import frame
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, day, listed, some
from sam_gen.render.page import Page

HOME = "coaching/competencies/"
_TWICE = 2
"""Days on which a level has to be seen before it holds."""


@dataclass(frozen=True)
class View:
    """One side's view of one competency."""

    level: int | None = None
    days: tuple[datetime.date, ...] = ()
    """The different days on which this level, or a higher one, was judged."""
    latest: Score | None = None

    @property
    def holds(self) -> bool:
        """Whether the level was seen often enough."""
        return len(self.days) >= _TWICE


@dataclass(frozen=True)
class Compared:
    """One competency of one person from both sides."""

    competency: Competency
    own: View
    others: View

    @property
    def difference(self) -> int | None:
        """How much higher the own view is; None where one side has none."""
        if self.own.level is None or self.others.level is None:
            return None
        return self.own.level - self.others.level


@dataclass(frozen=True)
class PersonPart:
    """One person on the page."""

    id: str
    """The anchor: letters and a number, for a hyphen would be escaped in a heading."""
    heading: str
    lede: str
    table: Table


def competency_check_pages(project: Project) -> tuple[Page, ...]:
    """Build the page for leaders and coaches; every other edition has none."""
    if project.edition is not Edition.COACH:
        return ()
    coaching = project.coaching or Coaching()
    parts: list[PersonPart] = []
    without: list[str] = []
    for one in project.playbook.team:
        compared = compare(project, one.id, coaching.people.get(one.id))
        if compared:
            parts.append(_part(project, one, compared, f"person{len(parts) + 1}"))
        else:
            without.append(one.name)
    page = Page(
        path=HOME,
        title="Competencies, both views",
        template="competency_check.md",
        context={
            "frame": frame(project, (("Coaching", "coaching/"),)),
            "lede": _lede(len(parts)),
            "parts": tuple(parts),
            "without": f"No level on file for {some(without)}." if without and parts else "",
            "sheets": (SELF, LEADER),
        },
        searched=False,
        nav=("Coaching", "Competencies"),
    )
    return (page,)


def _lede(people: int) -> str:
    if not people:
        return "Nobody has a level on file yet."
    return f"{capital(count(people, 'colleague'))} with levels on file. Where the two views differ, there is the talk."


# Two views ------------------------------------------------------------------------------------------


def compare(project: Project, who: str, file: PersonCoaching | None) -> tuple[Compared, ...]:
    """Set both views of one person side by side, in the order of the model; only what somebody has judged."""
    counted = [one for one in file.scores if _counts(project, one)] if file else []
    found = []
    for competency in project.playbook.method.competencies.competencies:
        mine = [one for one in counted if key_of(one.competency) == competency.id]
        own = _view(one for one in mine if one.by and key_of(one.by) == who)
        others = _view(one for one in mine if not one.by or key_of(one.by) != who)
        if own.level or others.level:
            found.append(Compared(competency, own, others))
    return tuple(found)


def _counts(project: Project, score: Score) -> bool:
    return score.level is not None and not (score.as_of and score.as_of > project.as_of)


def _view(scores: Iterable[Score]) -> View:
    """Take the newest judgement, and the days on which the same level or a higher one was judged."""
    known = sorted(scores, key=lambda one: one.as_of or datetime.date.min)
    if not known:
        return View()
    level = known[-1].level or 0
    days = {one.as_of for one in known if one.as_of and (one.level or 0) >= level}
    return View(level, tuple(sorted(days)), known[-1])


# What the page says -----------------------------------------------------------------------------------


def _part(project: Project, one: Colleague, compared: Sequence[Compared], anchor: str) -> PersonPart:
    heads = columns("Competency", "Own view", "Leader’s view", "Difference", "Next", "Lesson")
    rows = tuple(_row(project, each) for each in sorted(compared, key=_apart))
    differ = [each for each in compared if each.difference]
    heading = f"{one.name}: {_differ(len(differ), len(compared))}"
    return PersonPart(anchor, heading, _widest(differ), Table(f"Both views of {one.name}", heads, rows))


def _apart(each: Compared) -> int:
    """Put the widest difference first; what one side alone has judged comes last, in the order of the model."""
    return -abs(each.difference) if each.difference is not None else 1


def _differ(differ: int, judged: int) -> str:
    of = count(judged, "competency", "competencies")
    if not differ:
        return f"{of}, no difference"
    return f"{of}, {count(differ, 'difference')}"


def _widest(differ: Sequence[Compared]) -> str:
    """Name where to begin: the widest difference, and in which direction."""
    if not differ:
        return ""
    first = min(differ, key=_apart)
    step = first.difference or 0
    levels = count(abs(step), "level")
    side = "above" if step > 0 else "below"
    return f"Begin with {first.competency.name.lower()}: the own view is {levels} {side} the leader’s."


def _row(project: Project, each: Compared) -> Row:
    one = each.competency
    return Row(
        (
            Cell(one.name, f"{MODEL}#competency-{one.id}"),
            _view_cell(project, each.own, own=True),
            _view_cell(project, each.others, own=False),
            _difference(each),
            _next(each),
            _lesson(project, each),
        )
    )


def _view_cell(project: Project, view: View, *, own: bool) -> Cell:
    if view.level is None or view.latest is None:
        return Cell("no sheet yet" if own else "not judged yet", tone="grey")
    seen = listed([day(each, project.as_of) for each in view.days]) or "without a day"
    held = "holds" if view.holds else "seen once"
    who = "" if own else Colleagues(project.playbook).name(view.latest.by) or "unsigned"
    rests = view.latest.evidence or "rests on nothing yet: ask"
    return Cell(f"{view.level} of 4", second=" · ".join(text for text in (held, seen, who, rests) if text))


def _difference(each: Compared) -> Cell:
    step = each.difference
    if step is None:
        return Cell("one side only", tone="grey")
    if step == 0:
        return Cell("none")
    return Cell(f"own view {count(abs(step), 'level')} {'higher' if step > 0 else 'lower'}", tone="ochre")


def _next(each: Compared) -> Cell:
    """Return the sentence of the model to be seen next."""
    levels, target = each.competency.levels, _target(each)
    if target > len(levels):
        return Cell("the last level", tone="grey")
    sentence = levels[target - 1]
    return Cell(f"A second time: “{sentence}”" if target == _counted(each).level else sentence)


def _counted(each: Compared) -> View:
    """Return the view from which one goes on: what the leader saw, or the own one where there is nothing else."""
    return each.others if each.others.level else each.own


def _target(each: Compared) -> int:
    """Return the level to be seen next: the same once more until it holds, then the one above."""
    view = _counted(each)
    return (view.level or 0) + (1 if view.holds else 0)


def _lesson(project: Project, each: Compared) -> Cell:
    """Name one lesson; the course goes from the plain to the hard, so a higher level has a later one."""
    lessons = main_lessons(project.playbook.lessons, each.competency.id)
    if not lessons:
        return Cell("none names it first", tone="grey")
    link = lesson_link(lessons[min(_target(each), len(lessons)) - 1])
    return Cell(link.text, link.to)
