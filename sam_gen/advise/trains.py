"""What a focus trains and what helps with it, as models/coaching.yml says; where somebody stands in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from sam_gen.model.coaching import PersonCoaching, Score
from sam_gen.model.curriculum import Lesson, Tool
from sam_gen.model.method import Competency, FocusKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

OWNS = 3
"""The level a focus aims at where nobody is judged: owns it. Convention."""
HELP = 2
"""Up to this level, of four, somebody still needs help."""
LEVELS = 4


@dataclass(frozen=True)
class Trained:
    """What one kind of focus trains; None for what the playbook lacks."""

    competency: Competency | None
    lesson: Lesson | None
    tool: Tool | None


def trained(playbook: Playbook, kind: FocusKind) -> Trained:
    """Return competency, lesson and tool of a kind of focus."""
    one = playbook.method.coaching.of(kind)
    if one is None:
        return Trained(None, None, None)
    return Trained(
        next((known for known in playbook.method.competencies.competencies if known.id == one.competency), None),
        next((known for known in playbook.lessons if known.id == one.lesson), None),
        next((known for known in playbook.tools if known.id == one.tool), None),
    )


def team_lesson(playbook: Playbook, competency: str) -> Lesson | None:
    """Return the lesson that builds a competency first of all.

    Its front matter names the competencies it builds, the one it is mostly about first: the earlier in that list,
    the better. Then one that a focus names for the competency comes first, then the order of the course.
    """
    named = {one.lesson for one in playbook.method.coaching.focus if one.competency == competency}

    def place(lesson: Lesson) -> tuple[int, bool, int, int]:
        order = [key_of(one) for one in lesson.competencies]
        return order.index(competency), lesson.id not in named, lesson.factor, lesson.number

    found = [lesson for lesson in playbook.lessons if competency in map(key_of, lesson.competencies)]
    return min(found, key=place, default=None)


def newest_scores(file: PersonCoaching | None, as_of: datetime.date) -> Mapping[str, Score]:
    """Return the newest score of each competency that was judged by that day."""
    found: dict[str, Score] = {}
    for score in file.scores if file else ():
        if score.level is None or (score.as_of and score.as_of > as_of):
            continue
        key = key_of(score.competency)
        before = found.get(key)
        if before is None or (score.as_of or datetime.date.min) >= (before.as_of or datetime.date.min):
            found[key] = score
    return found
