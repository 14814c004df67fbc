"""Where the relationship stands on the continuum, as the account file says."""

from __future__ import annotations

from sam_gen.model.claims import Claim, Grounds, History
from sam_gen.model.record import Record, internal, shared
from sam_gen.model.scalars import Date, IndicatorId, Line, Many, Ours, SignalId, StageId, Theirs, Word


class Answer(Word):
    """What a sign says of its stage."""

    YES = "yes"
    NO = "no"


class CeilingSide(Word):
    """Who could lift a ceiling."""

    CLIENT = "client"
    US = "us"
    RESOURCES = "resources"


class Ceiling(Record):
    """Something that holds the relationship at a stage, whoever wants more."""

    stage: StageId = shared("The highest stage it allows.")
    why: Line = shared("What holds it there.")
    side: CeilingSide | None = shared("Who could lift it: client, us or resources.", default=None)


class Evidence(Grounds):
    """One indicator of the continuum, found or looked for in vain; `evidence` says what was seen or heard."""

    indicator: IndicatorId = shared("The indicator, from the continuum model.")
    answer: Answer = shared("yes, or no for a sign we looked for and did not find.", default=Answer.YES)


class SignalSeen(Record):
    """A sign that the two companies move apart."""

    signal: SignalId = shared("The signal, from the model.")
    as_of: Date | None = internal("The day it was seen; without one, the day of the file.")
    by: Ours | None = internal("Who of us saw it.")
    who: Theirs | None = internal("Whom of them it is about, and so whom to ask.")
    evidence: Line | None = internal("What was seen or heard.")
    over: Date | None = internal("The day it was settled.")


class Position(Record):
    """Own view, wish, limits and evidence; where we stand today is worked out, never typed."""

    own_view: History[Claim[StageId]] = internal("The stage the account team believes in.", default=())
    desired: History[Claim[StageId]] = internal("The stage we want; the same as today means hold.", default=())
    desired_by: Date | None = internal("By when we want it.")
    ceilings: Many[Ceiling] = internal("What holds the relationship down.", default=())
    evidence: Many[Evidence] = internal("Signs seen or heard.", default=())
    signals: Many[SignalSeen] = internal("Signs that the two companies move apart.", default=())
