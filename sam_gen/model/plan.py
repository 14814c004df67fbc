"""What the client wants, what both sides aim for, who does what by when, and what may go wrong."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.audience import Shown
from sam_gen.model.claims import Grounds
from sam_gen.model.identity import Identified
from sam_gen.model.record import Audience, Record, internal, shared
from sam_gen.model.scalars import (
    Anybody,
    Between,
    Date,
    Flag,
    InitiativeId,
    Line,
    Many,
    Money,
    Number,
    OfferingId,
    Ours,
    Prose,
    QuestionId,
    Theirs,
    UnitId,
    Word,
)


class Stand(Word):
    """What somebody of theirs thinks of an initiative of their own house."""

    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"


class Voice(Grounds):
    """One person's stand on one initiative: on the matter, not on us."""

    person: Theirs = shared("Who of them.")
    stand: Stand | None = internal("for, neutral or against.")
    veto: Flag = internal("Whether their no alone stops it.", default=False)

    @property
    def source(self) -> str | None:
        """The person speaks for themself unless somebody else is named."""
        return self.who or self.person


class Initiative(Identified, Grounds):
    """Something the client wants to change, in their words."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What they call it.")
    owner: Theirs | None = shared("Who of them answers for it.", default=None)
    why: Prose | None = shared("Why it matters to them.", default=None)
    due: Date | None = shared("When they want it done.", default=None)
    voices: Many[Voice] = internal("Who of them is for it, and who against.", default=())
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


class Link(Word):
    """A link of the client's decision chain, from using something up to the company's strategy."""

    USE = "use"
    ORDER = "order"
    EVALUATE = "evaluate"
    SPECIFY = "specify"
    INITIATIVE = "initiative"
    UNIT_STRATEGY = "unit_strategy"
    COMPANY_STRATEGY = "company_strategy"


class Origin(Word):
    """Where an opportunity came from."""

    RFP = "rfp"
    OURS = "ours"
    CLIENT = "client"
    JOINT = "joint"


class Outcome(Word):
    """How an opportunity ended."""

    WON = "won"
    LOST = "lost"
    DROPPED = "dropped"


class GateScore(Record):
    """One question of the A, B, C sheet, answered."""

    question: QuestionId = shared("The question, from models/priorities.yml.")
    score: Annotated[int, Between(0, 4)] = shared("0 to 4 on the scale of the sheet.")
    why: Line | None = shared("What the score rests on.", default=None)


class Opportunity(Identified):
    """Something we could do for the client."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What it is, in a few words.")
    for_: InitiativeId | None = shared("The client's initiative it serves.", default=None, alias="for")
    unit: UnitId | None = internal("Where.")
    offering: OfferingId | None = internal("With which of our offerings.")
    kind: OpportunityKind | None = internal("improve_client, expand, renew, defend or innovate.")
    entered_at: Link | None = internal("The link of their decision chain at which we heard of it.")
    origin: Origin | None = internal("rfp, ours, client or joint.")
    heard: Date | None = internal("The day we first heard of it.")
    scores: Many[GateScore] = internal("The A, B, C sheet.", default=())
    class_: OpportunityClass | None = internal("A, B or C as the team judges it; wins over the sheet.", alias="class")
    why: Prose | None = internal("Why that class.")
    worth: Money | None = internal("What it is worth to us a year.")
    client_gets: Line | None = shared("What the client gains.", default=None)
    owner: Ours | None = internal("Who of us drives it.")
    sponsor: Theirs | None = internal("Who of them wants it.")
    prove: Line | None = internal("The one thing to find out next.")
    due: Date | None = internal("By when the next step is done.")
    closed: Date | None = internal("The day it was over.")
    outcome: Outcome | None = internal("won, lost or dropped.")
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
