"""The nouns of `playbook/curriculum/` and `playbook/tools/`: lessons, their self-checks, and tools."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, model_validator

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import (
    Between,
    Body,
    CompetencyId,
    Flag,
    Id,
    Line,
    Many,
    Prose,
    RuleCode,
    StageId,
    Tag,
    ToolId,
    Word,
    refuse,
)

FACTORS = ("start", "skills", "diagnosis", "plan", "experience", "toolkit")
"""The start and the five factors of the course, by number: a folder is called `2-diagnosis`."""

LESSON_HEADINGS = (
    "Before you begin",
    "Story",
    "What counts",
    "Worked example",
    "Exercise",
    "Within seven days",
    "Your leader asks",
    "As a team",
)
"""The headings of a lesson's text, all of them, in this order."""

TOOL_HEADINGS = ("Five minutes", "Thirty minutes", "Workshop", "What comes out", "The trap")
"""The headings of a tool's text, all of them, in this order."""

Factor = Annotated[int, Between(0, 5)]
Objective = Annotated[int, Between(1, 9)]
Minutes = Annotated[int, Between(1, 600, "minutes")]


def _three(minutes: tuple[int, ...]) -> tuple[int, ...]:
    if len(minutes) != len(("five", "thirty", "workshop")):
        remedy = "One for each form, for example [5, 30, 120]."
        raise refuse("SAM035", "three numbers of minutes are asked for", remedy)
    return minutes


ThreeForms = Annotated[Many[Minutes], AfterValidator(_three)]
"""Minutes of the five-minute form, the thirty-minute form and the workshop."""


class Occasion(Word):
    """What somebody notices who needs a tool: the headings of the chooser."""

    MEETING = "meeting"
    LATE_NEWS = "late_news"
    STANDING = "standing"
    ONE_PERSON = "one_person"
    STUCK = "stuck"
    CHOICE = "choice"
    WORTH = "worth"
    OWNERSHIP = "ownership"
    TROUBLE = "trouble"


class GroupSize(Word):
    """With how many a tool is done."""

    ALONE = "alone"
    PAIR = "pair"
    GROUP = "group"


class Option(Record):
    """One answer to a question of a self-check."""

    text: Line = shared("What somebody would say or do.")
    right: Flag = shared("yes for the one right answer.")
    feedback: Prose = shared("Why, and where it stops being so.")
    reveals: Line | None = shared("The thought behind a wrong answer.", default=None)


class Check(Record):
    """One question of a lesson's self-check."""

    question: Prose = shared("A situation and one decision.")
    options: Many[Option] = shared("Two to four answers, one of them right.")
    tests: Many[Objective] = shared("Which of the lesson's objectives it tests, by number from 1.", default=())

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        right = sum(option.right for option in self.options)
        if not 2 <= len(self.options) <= 4:
            raise refuse("SAM069", f"{len(self.options)} answers, two to four are asked for", "Three usually do.")
        if right != 1:
            raise refuse("SAM069", f"{right} right answers, exactly one is asked for", "Mark one with “right: yes”.")
        return self


class Lesson(Record):
    """One lesson: a file of `playbook/curriculum/`."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What rules and sections write: the name of the file without its number.")
    number: Annotated[int, Between(0, 99)] = shared("The number its file name begins with.")
    name: Line = shared("The name of the lesson.")
    factor: Factor = shared("0 for the start, 1 to 5 for the factor it belongs to.")
    minutes: Minutes = shared("How long it takes, with exercise and self-check.")
    you_can: Many[Line] = shared("What somebody can do afterwards; each begins with a verb one can see.")
    tools: Many[ToolId] = shared("Tools that help with it.", default=())
    competencies: Many[CompetencyId] = shared("Competencies it builds.", default=())
    serves: Many[Line] = shared("Sections and rules it explains.", default=())
    practises: Many[Objective] = shared("Objectives its exercise tests, by number from 1.", default=())
    checks: Many[Check] = shared("The self-check.", default=())
    body: Body = shared("The text under its fixed headings.")


class Tool(Record):
    """One tool in three forms: a file of `playbook/tools/`."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What lessons write: the name of the file.")
    name: Line = shared("The name of the tool.")
    symptom: Line = shared("What somebody says who needs it, in their words.")
    when: Many[Line] = shared("When to use it.")
    when_not: Many[Line] = shared("When to leave it, and what to use instead.")
    need: Many[Line] = shared("What has to be at hand.")
    minutes: ThreeForms = shared("How long each of the three forms takes.")
    output: Line = shared("What is in the file or in the calendar afterwards.")
    occasion: Occasion | None = shared("What one notices: the heading of the chooser it stands under.", default=None)
    stages: Many[StageId] = shared("Stages of the continuum it is for; none is every stage.", default=())
    group: Many[GroupSize] = shared("With how many it gives most: alone, as a pair, as a group.", default=())
    answers: Many[RuleCode] = shared("Rules whose findings it helps with; from them the site suggests it.", default=())
    tags: Many[Tag] = shared("Words to find it by.", default=())
    body: Body = shared("The text under its fixed headings.")


def heading_id(heading: str) -> str:
    """Return the id a fixed heading has on its page: `within-seven-days`."""
    return heading.lower().replace(" ", "-")


def sections(body: str, headings: Sequence[str]) -> dict[str, str]:
    """Split a checked text into its parts by the id of their heading; a line inside a code block is no heading."""
    parts: dict[str, list[str]] = {heading_id(heading): [] for heading in headings}
    current: list[str] = []
    fence = ""
    for line in body.split("\n"):
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif line.startswith(("```", "~~~")):
            fence = line[: len(line) - len(line.lstrip(line[0]))]
        elif line.startswith("## "):
            current = parts.get(heading_id(bare_heading(line[3:])), [])
            continue
        current.append(line)
    return {id_: "\n".join(lines).strip("\n") for id_, lines in parts.items()}


def with_answer(text: str, sign: str) -> tuple[str, str | None]:
    """Split an exercise where its model answer begins: the task, and all from there on, or None if nothing does.

    It begins with a paragraph whose bold opening is the sign, `**Model answer.**`; the sign itself is left out, as it
    stands above the answer as a heading. What follows it, such as the rubric, gives the answer away too.
    """
    opens = re.compile(rf"\*\*{re.escape(sign)}(?!\w)[.:]?[ ]*(\*\*[ ]*)?", re.IGNORECASE)
    lines, fence = text.split("\n"), ""
    for at, line in enumerate(lines):
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif line.startswith(("```", "~~~")):
            fence = line[: len(line) - len(line.lstrip(line[0]))]
        elif (at == 0 or not lines[at - 1].strip()) and (match := opens.match(line)):
            rest = line[match.end() :] if match[1] else f"**{line[match.end() :]}"
            return "\n".join(lines[:at]).strip("\n"), "\n".join([rest, *lines[at + 1 :]]).strip("\n")
    return text, None


def bare_heading(text: str) -> str:
    """Return a heading without its closing signs and its explicit id."""
    bare = text.strip().rstrip("#").rstrip()
    if bare.endswith("}") and "{#" in bare:
        bare = bare[: bare.rindex("{#")].rstrip()
    return bare
