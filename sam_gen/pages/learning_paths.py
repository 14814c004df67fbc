"""What comes next on the path of a role: a lesson leads on along the course and along each path it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.curriculum import Lesson
from sam_gen.model.onboarding import RolePath, Stretch
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.pages.learning import act_key
from sam_gen.pages.tables import Link

HOME = "training/onboarding/"
"""Where the paths stand."""


@dataclass(frozen=True)
class PathStep:
    """One lesson on one path: where it stands there, and what follows."""

    path: str
    where: str
    next: Link


@dataclass(frozen=True)
class PathPart:
    """One stretch of a path, for a browser that looks for the next lesson."""

    path: str
    name: str
    days: str
    address: str
    gate: str
    lessons: str
    """Their ids with spaces between them: an id has none."""
    acts: str
    """The keys of its acts, with spaces between them."""


def anchor(path: RolePath) -> str:
    """Return the anchor of a path on its page; that of a stretch ends in its day."""
    return path.id.replace("-", "")


def days_of(before: int, day: int) -> str:
    """Name a stretch by its days: days 31 to 60."""
    return f"days {before + 1} to {day}"


def path_steps(lesson: Lesson, playbook: Playbook) -> tuple[PathStep, ...]:
    """Return what follows a lesson on each path it stands on, in the order of the paths."""
    paths = playbook.onboarding.paths if playbook.onboarding else ()
    return tuple(step for path in paths for step in _steps(lesson, path, playbook))


def _steps(lesson: Lesson, path: RolePath, playbook: Playbook) -> tuple[PathStep, ...]:
    before = 0
    for stretch in path.stretches:
        ids = [key_of(reference) for reference in stretch.lessons]
        if lesson.id in ids:
            days, at = days_of(before, stretch.day), ids.index(lesson.id) + 1
            gate = f"the gate of day {stretch.day}" if stretch.gate else f"what to do by day {stretch.day}"
            after = Link(gate, _end(path, stretch))
            if at < len(ids):
                after = next(Link(one.name, f"training/{one.id}/") for one in playbook.lessons if one.id == ids[at])
            return (PathStep(path.id, f"{path.name}, {days}", after),)
        before = stretch.day
    return ()


def _end(path: RolePath, stretch: Stretch) -> str:
    """Return where a stretch ends on its page: at its gate, or without one at its own heading."""
    return f"{HOME}#{anchor(path)}{stretch.day}{'-gate' if stretch.gate else ''}"


def path_parts(playbook: Playbook) -> tuple[PathPart, ...]:
    """Return every stretch of every path with its lessons."""
    parts: list[PathPart] = []
    for path in playbook.onboarding.paths if playbook.onboarding else ():
        before = 0
        for stretch in path.stretches:
            ids = " ".join(key_of(reference) for reference in stretch.lessons)
            gate = f"the gate of day {stretch.day}" if stretch.gate else ""
            acts = " ".join(act_key(path, act) for act in stretch.acts)
            days, end = days_of(before, stretch.day), _end(path, stretch)
            parts.append(PathPart(path.id, path.name, days, end, gate, ids, acts))
            before = stretch.day
    return tuple(parts)
