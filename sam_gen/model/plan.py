"""What the client wants, what both sides aim for, who does what by when, and what may go wrong."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.audience import Shown
from sam_gen.model.claims import Grounds
from sam_gen.model.identity import Identified
from sam_gen.model.record import Audience, Record, internal, shared
from sam_gen.model.scalars import (
    Anybody,
    Date,
    InitiativeId,
    Line,
    Many,
    Money,
    Number,
    OfferingId,
    Ours,
    Prose,
    Theirs,
    UnitId,
    Word,
)


class Initiative(Identified, Grounds):
    """Something the client wants to change, in their words."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What they call it.")
    owner: Theirs | None = shared("Who of them answers for it.", default=None)
    why: Prose | None = shared("Why it matters to them.", default=None)
    due: Date | None = shared("When they want it done.", default=None)
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class Benchmark(Record):
    """A value a measure should have reached by a day, and what it was."""

    date: Date = shared("The day.")
    target: Number | None = shared("What it should be by then.", default=None)
    actual: Number | None = shared("What it was.", default=None)


class Measure(Record):
    """How both sides see whether an objective is reached."""

    name: Line = shared("What is measured, and where the figure comes from.")
    unit: Line | None = shared("The unit.", default=None)
    baseline: Number | None = shared("The value before we began.", default=None)
    target: Number | None = shared("The value that is the goal.", default=None)
    benchmarks: Many[Benchmark] = shared("Values on the way.", default=())


class Objective(Identified):
    """What both sides want to have reached by a day."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("The result, with its measure.")
    for_: InitiativeId | None = shared("The client's initiative it serves.", default=None, alias="for")
    client_gets: Line | None = shared("What the client gains.", default=None)
    we_get: Money | None = internal("What we gain, a year.")
    owner: Anybody | None = shared("Who answers for it, on either side.", default=None)
    due: Date | None = shared("By when.", default=None)
    done: Date | None = shared("The day it was reached.", default=None)
    measures: Many[Measure] = shared("How both sides see whether it is reached.", default=())
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class Action(Identified):
    """One next step with an owner and a day."""

    named_by: ClassVar[str | None] = "what"

    what: Line = shared("The step, beginning with a verb.")
    owner: Anybody | None = shared("Who does it, on either side.", default=None)
    due: Date | None = shared("By when.", default=None)
    done: Date | None = shared("The day it was done.", default=None)
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class Promise(Identified):
    """Something one side told the other it would do."""

    named_by: ClassVar[str | None] = "what"

    what: Line = shared("What was promised.")
    by: Anybody | None = shared("Who promised.", default=None)
    to: Anybody | None = shared("To whom.", default=None)
    due: Date | None = shared("By when.", default=None)
    kept: Date | None = shared("The day it was kept.", default=None)
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class OpportunityKind(Word):
    """What an opportunity does for the two of us."""

    IMPROVE_CLIENT = "improve_client"
    EXPAND = "expand"
    RENEW = "renew"
    DEFEND = "defend"
    INNOVATE = "innovate"


class OpportunityClass(Word):
    """How much we put behind an opportunity: A resourced now, B one thing to prove, C waits."""

    A = "A"
    B = "B"
    C = "C"


class Opportunity(Identified):
    """Something we could do for the client."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What it is, in a few words.")
    for_: InitiativeId | None = shared("The client's initiative it serves.", default=None, alias="for")
    unit: UnitId | None = internal("Where.")
    offering: OfferingId | None = internal("With which of our offerings.")
    kind: OpportunityKind | None = internal("improve_client, expand, renew, defend or innovate.")
    class_: OpportunityClass | None = internal("A, B or C as the team judges it.", alias="class")
    why: Prose | None = internal("Why that class.")
    worth: Money | None = internal("What it is worth to us a year.")
    client_gets: Line | None = shared("What the client gains.", default=None)
    owner: Ours | None = internal("Who of us drives it.")
    sponsor: Theirs | None = internal("Who of them wants it.")
    prove: Line | None = internal("The one thing to find out next.")
    due: Date | None = internal("By when the next step is done.")
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class Likelihood(Word):
    """How likely a risk is within the plan's timeframe."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Risk(Identified):
    """Something that may happen and would cost both of us."""

    named_by: ClassVar[str | None] = "what"

    what: Line = shared("What may happen, and why.")
    likelihood: Likelihood | None = shared("low, medium or high.", default=None)
    impact: Likelihood | None = shared("low, medium or high.", default=None)
    trigger: Line | None = internal("What we would see first.")
    response: Line | None = shared("What is done about it.", default=None)
    owner: Ours | None = internal("Who of us watches it.")
    due: Date | None = internal("When the response is done or looked at again.")
    closed: Date | None = internal("The day it no longer mattered.")
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)
