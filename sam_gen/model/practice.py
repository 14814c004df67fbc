"""The nouns of `playbook/cases/practice/`: exercises on real files, each with its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from sam_gen.model.account import Account
from sam_gen.model.curriculum import Minutes
from sam_gen.model.record import Record, shared
from sam_gen.model.review import Anchors
from sam_gen.model.scalars import Between, Date, Id, Line, Many, Prose, RuleCode, Word

Rate = Annotated[int, Between(0, 4)]


class ExerciseKind(Word):
    """What somebody does in an exercise."""

    REPAIR = "repair"
    DIAGNOSE = "diagnose"
    TWO_SIDES = "two_sides"


class Repair(Record):
    """One finding of a file to repair: the line comes from the check, the rest is written here."""

    rule: RuleCode = shared("The rule that names it.")
    wrong: Prose = shared("What is wrong in that line.")
    matters: Prose = shared("Why it matters at this client.")
    good: Prose = shared("One good repair, with where in the file the fact stands.")
    tempting: Prose = shared("A repair that silences the rule and mends nothing.")


class Unseen(Record):
    """A defect that no rule can see."""

    line: Line = shared("How its line of the file reads, without the space before it.")
    wrong: Prose = shared("What is wrong with it, and where in the file one can see that.")
    good: Prose = shared("One good repair.")


class Statement(Record):
    """Something dated that was said or seen, for somebody to judge."""

    date: Date = shared("The day; with the dimension it finds the line of the file.")
    dimension: Id = shared("The dimension it speaks of. A company may lack it, so it is no reference.")
    says: Prose = shared("What was said or seen, and who noted it.")
    why: Prose = shared("How to read it, and why.")
    trap: Line | None = shared("The trap in it, in a few words.", default=None)


class Stood(Record):
    """Where one dimension stands, as the key was written for the models that ship."""

    dimension: Id = shared("The dimension.")
    stage: Id | None = shared("The stage it stands at; empty for not known.", default=None)
    because: Prose = shared("Which statements carry it, and why it is not higher.")


class Side(Record):
    """One half of a session, with a brief the other half does not read."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The last part of the address of its page.")
    name: Line = shared("Whose half it is.")
    brief: Prose = shared("What this half knows and the other does not.")


class RatedLine(Record):
    """One line that both halves rate apart, in the words of each."""

    dimension: Id = shared("The dimension it is about.")
    name: Line = shared("What the comparison calls it.")
    ours: Line = shared("The line on the supplier's sheet.")
    theirs: Line = shared("The line on the client's sheet.")
    ours_rate: Rate = shared("What the supplier's half might put, 0 to 4.")
    theirs_rate: Rate = shared("What the client's half might put, 0 to 4.")
    because: Prose = shared("The event behind each number.")


class RunningStep(Record):
    """Some minutes of a session and what happens in them."""

    minutes: Minutes = shared("How long.")
    what: Line = shared("What both halves do.")


class ExerciseCriterion(Record):
    """One side of a result, judged by what one can see in it."""

    name: Line = shared("The side of the result.")
    anchors: Anchors = shared("What one sees at 0, at 1 and at 2.")


class Exercise(Record):
    """One exercise: a file of `playbook/cases/practice/`."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The name of the file, the last part of its address.")
    name: Line = shared("The name of the exercise.")
    kind: ExerciseKind = shared("repair, diagnose or two_sides.")
    account: Id = shared("The practice file or case it works on.")
    minutes: Minutes = shared("How long it takes.")
    task: Prose = shared("What to do, in how long, and what is there at the end.")
    story: Prose = shared("What has happened, before anybody begins.")
    how: Many[Line] = shared("How to go about it, step by step.", default=())
    lessons: Many[Id] = shared("Lessons that teach it; those the course lacks are not shown.", default=())
    repairs: Many[Repair] = shared("Of a file to repair: the key to what the rules name.", default=())
    unseen: Many[Unseen] = shared("Of a file to repair: what no rule can see.", default=())
    statements: Many[Statement] = shared("Of a diagnosis: what was said and seen.", default=())
    stands: Many[Stood] = shared("Of a diagnosis: the key by dimension.", default=())
    today: Id | None = shared("Of a diagnosis: the stage that comes out.", default=None)
    sides: Many[Side] = shared("Of two sides: their briefs, the supplier's first.", default=())
    rated: Many[RatedLine] = shared("Of two sides: what both rate.", default=())
    order: Many[RunningStep] = shared("Of two sides: the running order.", default=())
    debrief: Many[Line] = shared("Of two sides: the questions at the end.", default=())
    answers: Many[Prose] = shared("Of two sides: for each gap one sentence both could sign, and one act.", default=())
    criteria: Many[ExerciseCriterion] = shared("By what the result is judged.", default=())
    usual: Prose = shared("The usual wrong answer and the thought behind it.")
    argue: Prose = shared("The line of the key that one could argue with.")


@dataclass(frozen=True)
class Practice:
    """The folder: exercises, the files they work on, and the lines of those files as they stand."""

    exercises: tuple[Exercise, ...] = ()
    """In the order of their names."""
    accounts: tuple[Account, ...] = ()
    """Made to be worked on: their faults are meant, so nobody is told of them who has not asked."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines of each account's file, by its id."""
