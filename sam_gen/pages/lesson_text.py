"""The text of a lesson on its page: its parts, the model answer in a fold, and the words its questions use."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.curriculum import LESSON_HEADINGS, Lesson, Option, sections, with_answer
from sam_gen.model.playbook import Playbook
from sam_gen.model.texts import CourseLimits
from sam_gen.pages.tables import Link
from sam_gen.pages.terms import FirstUses, used_terms
from sam_gen.pages.words import capital, listed
from sam_gen.render.body import Body

EXERCISE = "exercise"
_MARKS = "| 0 | 1 | 2 |"
"""The head of a rubric, without its first column."""


@dataclass(frozen=True)
class ModelAnswer:
    """What stands folded below the task of an exercise, under a heading that one can link to."""

    heading: str
    inside: str
    """What the fold says before it is opened."""
    body: Body


def lesson_parts(lesson: Lesson, first: FirstUses, limits: CourseLimits) -> tuple[dict[str, Body], ModelAnswer | None]:
    """Return the parts of a lesson by the id of their heading, in reading order, and its model answer apart."""
    parts: dict[str, Body] = {}
    folded = None
    for id_, text in sections(lesson.body, LESSON_HEADINGS).items():
        task, answer = with_answer(text, limits.answer_sign) if id_ == EXERCISE else (text, None)
        parts[id_] = first.body(task)
        if answer is not None:
            inside = answer_inside(answer, limits)
            folded = ModelAnswer(limits.answer_sign, inside, first.body(answer, folded=True))
    return parts, folded


def answer_inside(answer: str, limits: CourseLimits) -> str:
    """Say what a fold holds: “One good answer, marks for yours and the usual wrong answer”."""
    parts = ["one good answer"]
    if _MARKS in answer:
        parts.append("marks for yours")
    if limits.error_sign.lower() in answer.lower():
        parts.append("the usual wrong answer")
    return capital(listed(parts))


def words_of_checks(lesson: Lesson, playbook: Playbook) -> tuple[Link, ...]:
    """Return the terms that the questions and answers of a lesson use, with their entries.

    They are no links where they stand: one in a question leads away before it is answered and may answer it, and one
    in an answer cannot be reached, as the answer itself is pressed.
    """
    said = [text for check in lesson.checks for text in (check.question, *(_said(one) for one in check.options))]
    return used_terms(playbook, said)


def _said(option: Option) -> str:
    return f"{option.text}\n\n{option.feedback}"
