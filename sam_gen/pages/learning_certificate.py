"""`/training/certificate/`: what somebody did and on which day, for them to sign; nobody examined it."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.curriculum import FACTORS, Lesson
from sam_gen.model.onboarding import RolePath, Stretch, StretchGate
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.learning import act_key, factor_title, lesson_digest
from sam_gen.pages.learning_paths import days_of
from sam_gen.pages.parts import frame
from sam_gen.pages.words import capital, count, listed
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
class DoneActs:
    """The acts of a stretch, with room for how many were done and when the last was."""

    sum: str
    keys: str
    """Under which a browser keeps their days, with spaces between them."""


@dataclass(frozen=True)
class DonePart:
    """A stretch of a path, or a factor of the whole course."""

    name: str
    lessons: tuple[DoneLesson, ...]
    gate: DoneGate | None
    acts: DoneActs | None = None


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
        gate = _gate(stretch.gate, stretch.day) if stretch.gate else None
        parts.append(DonePart(name, lessons, gate, _acts(path, stretch) if stretch.acts else None))
        before = stretch.day
    acts = sum(len(stretch.acts) for stretch in path.stretches)
    return DonePath(choice, path.id, path.name, _sum(parts, acts), tuple(parts))


def _acts(path: RolePath, stretch: Stretch) -> DoneActs:
    """Count them and name none: what came of them is looked at in the gate."""
    keys = " ".join(act_key(path, act) for act in stretch.acts)
    return DoneActs(f"{capital(count(len(stretch.acts), 'act'))} on the account", keys)


def _gate(gate: StretchGate, day: int) -> DoneGate:
    return DoneGate(f"Gate, day {day}", gate.evidence, gate.decides)


def _whole(choice: int, playbook: Playbook) -> DonePath:
    """Take every lesson by its factor, for somebody who is on no path."""
    parts = []
    for factor in range(len(FACTORS)):
        lessons = tuple(_lesson(one) for one in playbook.lessons if one.factor == factor)
        if lessons:
            parts.append(DonePart(factor_title(factor), lessons, None))
    return DonePath(choice, "", "The whole course", _sum(parts, 0), tuple(parts))


def _sum(parts: list[DonePart], acts: int) -> str:
    lessons, gates = sum(len(part.lessons) for part in parts), sum(1 for part in parts if part.gate)
    said = [(lessons, "lesson"), *((number, noun) for number, noun in ((acts, "act"), (gates, "gate")) if number)]
    return listed([count(number, noun) for number, noun in said])


def _lesson(lesson: Lesson) -> DoneLesson:
    return DoneLesson(lesson.id, lesson_digest(lesson), lesson.name)
