"""`/training/onboarding/`: the first ninety days of each role, as one page to work through and to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.model.curriculum import Lesson
from sam_gen.model.onboarding import RolePath, Stretch, StretchGate
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.learning import act_key, lesson_digest
from sam_gen.pages.learning_paths import HOME, anchor, days_of, path_parts
from sam_gen.pages.parts import frame
from sam_gen.pages.tables import Link
from sam_gen.pages.terms import used_terms
from sam_gen.pages.words import capital, count, span_of_minutes
from sam_gen.render.page import Page

TRAINING = "training/"


@dataclass(frozen=True)
class LessonStep:
    """One lesson of a stretch."""

    link: Link
    minutes: str
    id: str
    digest: str


@dataclass(frozen=True)
class ActStep:
    """One thing that is done on the joiner's own account."""

    text: str
    key: str
    """What a browser keeps its day under: another act has another."""


@dataclass(frozen=True)
class GateStep:
    """One question of a gate, with the lesson that teaches it."""

    question: str
    lesson: Link


@dataclass(frozen=True)
class GateText:
    """A gate as four lines and its questions."""

    name: str
    lines: tuple[tuple[str, str], ...]
    questions: tuple[GateStep, ...]
    words: tuple[Link, ...]
    """The terms its questions use."""


@dataclass(frozen=True)
class StretchText:
    """One stretch: lessons, acts, gate."""

    id: str
    heading: str
    lessons: tuple[LessonStep, ...]
    acts: tuple[ActStep, ...]
    gate: GateText | None


@dataclass(frozen=True)
class PathText:
    """The way of one role."""

    id: str
    """The anchor on the page."""
    key: str
    """What a browser keeps where the reader has chosen this path."""
    heading: str
    name: str
    who: str
    stretches: tuple[StretchText, ...]

    @property
    def gated(self) -> bool:
        """Whether it ends with a gate."""
        return bool(self.stretches and self.stretches[-1].gate)


def onboarding_page(project: Project) -> Page:
    """Build the page of the paths."""
    playbook = project.playbook
    written = playbook.onboarding
    return Page(
        path=HOME,
        title="Onboarding",
        template="training/onboarding.md",
        context={
            "frame": frame(project, ()),
            "home": TRAINING,
            "about": written.about if written else "",
            "path_parts": path_parts(playbook),
            "certificate": "training/certificate/",
            "paths": tuple(_path(one, playbook) for one in written.paths) if written else (),
        },
        wide=False,
        nav=("Training", "Onboarding"),
    )


def onboarding_words(playbook: Playbook) -> str:
    """Say for the first page of the course what there is: “four paths”."""
    paths = len(playbook.onboarding.paths) if playbook.onboarding else 0
    return f"The first ninety days: {count(paths, 'path')}" if paths else ""


def _path(path: RolePath, playbook: Playbook) -> PathText:
    stretches, before = [], 0
    for stretch in path.stretches:
        stretches.append(_stretch(stretch, before, path, playbook))
        before = stretch.day
    minutes = sum(lesson.minutes for one in path.stretches for lesson in _lessons(one, playbook))
    heading = f"{path.name}: {span_of_minutes(minutes)} of lessons" if minutes else path.name
    return PathText(anchor(path), path.id, heading, path.name, path.who, tuple(stretches))


def _stretch(stretch: Stretch, before: int, path: RolePath, playbook: Playbook) -> StretchText:
    lessons = _lessons(stretch, playbook)
    minutes = span_of_minutes(sum(lesson.minutes for lesson in lessons))
    said = f": {count(len(lessons), 'lesson')}, {minutes}" if lessons else ""
    return StretchText(
        id=f"{anchor(path)}{stretch.day}",
        heading=f"{capital(days_of(before, stretch.day))}{said}",
        lessons=tuple(_step(lesson) for lesson in lessons),
        acts=tuple(ActStep(act, act_key(path, act)) for act in stretch.acts),
        gate=_gate(stretch.gate, stretch.day, playbook) if stretch.gate else None,
    )


def _step(lesson: Lesson) -> LessonStep:
    return LessonStep(_link(lesson), span_of_minutes(lesson.minutes), lesson.id, lesson_digest(lesson))


def _gate(gate: StretchGate, day: int, playbook: Playbook) -> GateText:
    lines = (
        ("In the files", gate.evidence),
        ("Enough when", gate.standard),
        ("Who decides", gate.decides),
        ("Not there yet", gate.not_yet),
    )
    questions = tuple(GateStep(one.question, _link(_lesson(one.lesson, playbook))) for one in gate.questions)
    words = used_terms(playbook, [one.question for one in gate.questions])
    return GateText(f"Gate, day {day}", lines, questions, words)


def _lessons(stretch: Stretch, playbook: Playbook) -> Sequence[Lesson]:
    """Return the lessons in the order of the path, which need not be that of the course."""
    return [_lesson(reference, playbook) for reference in stretch.lessons]


def _lesson(reference: str, playbook: Playbook) -> Lesson:
    wanted = key_of(reference)
    return next(lesson for lesson in playbook.lessons if lesson.id == wanted)


def _link(lesson: Lesson) -> Link:
    return Link(lesson.name, f"{TRAINING}{lesson.id}/")
