"""The nouns of `playbook/onboarding.yml`: the first ninety days of each role, with a gate after each stretch."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Id, LessonId, Line, Many, Prose

Day = Annotated[int, Between(1, 366, "days")]


class GateQuestion(Record):
    """One question of a gate."""

    question: Prose = shared("What is asked, about the joiner's own account.")
    lesson: LessonId = shared("The lesson that teaches how to answer it; one of this or an earlier stretch.")


class StretchGate(Record):
    """What is there at the end of a stretch, and who looks at it."""

    evidence: Line = shared("What is in the repository.")
    standard: Line = shared("When it is enough.")
    decides: Line = shared("Who looks at it, and in how many minutes.")
    not_yet: Line = shared("What is done again, and by when, if it is not there yet.")
    questions: Many[GateQuestion] = shared("What is asked, each with the lesson that teaches it.", default=())


class Stretch(Record):
    """Some weeks of a path, up to a day."""

    day: Day = shared("The day it ends, counted from the first.")
    lessons: Many[LessonId] = shared("Lessons to take, in their order.", default=())
    acts: Many[Line] = shared("What is done on the joiner's own account.", default=())
    gate: StretchGate | None = shared("How the stretch ends.", default=None)


class RolePath(Record):
    """The way of one role."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the path, the anchor on its page.")
    name: Line = shared("The role.")
    who: Line = shared("Whom it is for.", default="")
    stretches: Many[Stretch] = shared("Its stretches, the first one first.")


class Onboarding(Record):
    """The file `playbook/onboarding.yml`."""

    about: Prose = shared("What the paths are for, and what is convention in them.", default="")
    paths: Many[RolePath] = shared("One path for each role.", default=())
