"""`/training/certificate/`: what somebody did and on which day, for them to sign; nobody examined it."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.curriculum import FACTORS, Lesson
from sam_gen.model.onboarding import RolePath, StretchGate
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.learning import factor_title, lesson_digest
from sam_gen.pages.learning_paths import days_of
from sam_gen.pages.parts import frame
from sam_gen.pages.words import capital, count
from sam_gen.render.page import Page

TRAINING = "training/"
HOME = "training/certificate/"


@dataclass(frozen=True)
class DoneLesson:
    """A lesson with room for its day."""

    id: str
    digest: str
    name: str


@dataclass(frozen=True)
class DoneGate:
    """A gate with room for who decided and when."""

    name: str
    evidence: str
    decides: str


@dataclass(frozen=True)
class DonePart:
    """A stretch of a path, or a factor of the whole course."""

    name: str
    lessons: tuple[DoneLesson, ...]
    gate: DoneGate | None


@dataclass(frozen=True)
class DonePath:
    """What one path asks for."""

    choice: int
    id: str
    name: str
    sum: str
    parts: tuple[DonePart, ...]


def certificate_page(project: Project) -> Page:
    """Build the form: one sheet for each path, and one for the whole course."""
    playbook = project.playbook
    written = playbook.onboarding.paths if playbook.onboarding else ()
    paths = [_path(at, path, playbook) for at, path in enumerate(written, 1)]
    whole = _whole(len(paths) + 1, playbook)
    return Page(
        path=HOME,
        title="Certificate",
        template="training/certificate.md",
        context={
            "frame": frame(project, ()),
            "home": TRAINING,
            "company": project.playbook.settings.company,
            "paths": (*paths, whole) if playbook.lessons else (),
        },
        wide=False,
        searched=False,
        nav=("Training", "Certificate"),
    )


def _path(choice: int, path: RolePath, playbook: Playbook) -> DonePath:
    known = {lesson.id: lesson for lesson in playbook.lessons}
    parts, before = [], 0
    for stretch in path.stretches:
        lessons = tuple(_lesson(known[key_of(reference)]) for reference in stretch.lessons)
        name = capital(days_of(before, stretch.day))
        parts.append(DonePart(name, lessons, _gate(stretch.gate, stretch.day) if stretch.gate else None))
        before = stretch.day
    return DonePath(choice, path.id, path.name, _sum(parts), tuple(parts))


def _gate(gate: StretchGate, day: int) -> DoneGate:
    return DoneGate(f"Gate, day {day}", gate.evidence, gate.decides)


def _whole(choice: int, playbook: Playbook) -> DonePath:
    """Take every lesson by its factor, for somebody who is on no path."""
    parts = []
    for factor in range(len(FACTORS)):
        lessons = tuple(_lesson(one) for one in playbook.lessons if one.factor == factor)
        if lessons:
            parts.append(DonePart(factor_title(factor), lessons, None))
    return DonePath(choice, "", "The whole course", _sum(parts), tuple(parts))


def _sum(parts: list[DonePart]) -> str:
    lessons = count(sum(len(part.lessons) for part in parts), "lesson")
    gates = sum(1 for part in parts if part.gate)
    return f"{lessons} and {count(gates, 'gate')}" if gates else lessons


def _lesson(lesson: Lesson) -> DoneLesson:
    return DoneLesson(lesson.id, lesson_digest(lesson), lesson.name)
