"""`/training/practice/`: exercises on real files, each with a key that is worked out when the site is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sam_gen.model.practice import Exercise, ExerciseKind
from sam_gen.model.project import Project
from sam_gen.pages.parts import Frame, frame
from sam_gen.pages.practice_diagnose import diagnose_pages
from sam_gen.pages.practice_parts import HOME, address, note
from sam_gen.pages.practice_repair import repair_pages
from sam_gen.pages.practice_sides import sides_pages
from sam_gen.pages.words import capital, count, span_of_minutes
from sam_gen.render.page import Page

KINDS = {
    ExerciseKind.REPAIR: repair_pages,
    ExerciseKind.DIAGNOSE: diagnose_pages,
    ExerciseKind.TWO_SIDES: sides_pages,
}


@dataclass(frozen=True)
class ExerciseRow:
    """One exercise in the list."""

    name: str
    address: str
    minutes: str
    task: str


def practice_pages(project: Project) -> Iterator[Page]:
    """Yield the list of exercises and the pages of each."""
    cases = replace(project.cases, edition=project.edition) if project.cases else None
    exercises = cases.practice.exercises if cases and cases.practice else ()
    yield Page(
        path=HOME,
        title="Practice on real files",
        template="training/practice.md",
        context={
            "frame": _frame(cases) if cases and exercises else frame(project, ()),
            "lede": _lede(exercises),
            "rows": tuple(
                ExerciseRow(one.name, address(one), span_of_minutes(one.minutes), one.task) for one in exercises
            ),
        },
        wide=False,
        nav=("Training", "Practice"),
    )
    if cases and cases.practice:
        for one in exercises:
            lessons = {lesson.id: lesson.name for lesson in project.playbook.lessons}
            for page in KINDS[one.kind](cases, cases.practice, one):
                yield _framed(page, cases, one, lessons)


def _frame(cases: Project) -> Frame:
    return replace(frame(cases, ()), note=note(cases))


def _framed(page: Page, cases: Project, one: Exercise, lessons: dict[str, str]) -> Page:
    """Give a page of an exercise what all of them show."""
    shared = {
        "frame": _frame(cases),
        "name": one.name,
        "home": address(one),
        "task": one.task,
        "minutes": span_of_minutes(one.minutes),
        "lessons": tuple((lessons[id_], f"training/{id_}/") for id_ in one.lessons if id_ in lessons),
        "file": one.place.file,
    }
    return replace(page, context={**shared, **page.context}, wide=False)


def _lede(exercises: tuple[Exercise, ...]) -> str:
    if not exercises:
        return "No exercise yet."
    minutes = span_of_minutes(sum(one.minutes for one in exercises))
    return f"{capital(count(len(exercises), 'exercise'))} on files as a team keeps them, {minutes} in all."
