"""The nouns of `models/continuum.yml`: stages, the dimensions that are judged, and the signs of each."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.conditions import Condition
from sam_gen.model.method.weights import Few
from sam_gen.model.people import SeesUs
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import DimensionId, Flag, Id, IndicatorId, Line, Many, Prose, StageId, Word


class Stage(Record):
    """One stage of the continuum, from the first probe to one organisation."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write.")
    name: Line = shared("The name of the stage.")
    looks_like: Line = shared("What somebody who sits in the meetings would see.")
    contact: Line = shared("The shape of contact between the two companies.")
    next: Line | None = shared("What usually opens the next stage.", default=None)


class Level(Record):
    """How a dimension looks at one stage; the counts are for a dimension that is counted."""

    stage: StageId = shared("The stage.")
    looks_like: Line = shared("What can be seen or heard there.")
    pairs: Few = shared("Pairs of ours and theirs who have talked lately, at least.", default=0)
    functions: Few = shared("Functions of theirs in those pairs, at least.", default=0)
    levels: Few = shared("Levels of theirs in those pairs, at least.", default=0)
    without_lead: Few = shared("Pairs that talked without the account lead, at least.", default=0)
    answers: Many[SeesUs] = shared("What people who count call on us for at this stage.", default=())


class JudgedBy(Word):
    """Where a dimension's stage comes from."""

    SIGNS = "signs"
    CONTACTS = "contacts"
    SEES_US_AS = "sees_us_as"


class FocusKind(Word):
    """The reasons for the focus of a coaching talk, in the order in which they count; see advise/focus.py."""

    OWED_THERE = "owed_there"
    NEWS = "news"
    TALK = "talk"
    PROMISE = "promise"
    NOBODY_NAMED = "nobody_named"
    UNMET = "unmet"
    LATE = "late"
    WISH = "wish"
    OFF_TRACK = "off_track"
    THREAD = "thread"
    STANDS = "stands"
    OBJECTIVE = "objective"
    NOT_VALIDATED = "not_validated"
    CHANGED = "changed"


class Dimension(Record):
    """One side of the relationship that is judged by itself."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What indicators write.")
    name: Line = shared("The name of the dimension.")
    asks: Line = shared("The question it answers.")
    judged_by: JudgedBy = shared(
        "signs: by indicators; contacts: counted from talks; sees_us_as: counted from key players.",
        default=JudgedBy.SIGNS,
    )
    focus: Many[FocusKind] = shared(
        "The coaching focuses that are about it; its questions then come first.", default=()
    )
    levels: Many[Level] = shared("What it looks like, stage by stage.", default=())
    known_in: Many[Id] = shared(
        "Functions of theirs in which people know, the likeliest first, from models/people.yml.", default=()
    )
    known_at: Many[Id] = shared(
        "Levels of theirs on which people know, the likeliest first, from models/people.yml.", default=()
    )


class Indicator(Record):
    """One sign that can be seen or heard, true at its stage and above."""

    named_by: ClassVar[str | None] = "says"

    id: Id = shared("What evidence in accounts writes.")
    dimension: DimensionId = shared("The dimension it speaks of.")
    stage: StageId = shared("The stage it is a sign of.")
    says: Line = shared("The sign, as a sentence that is true or not.")
    ask: Line | None = shared("The question to ask the client, where nobody has looked.", default=None)
    after: Many[IndicatorId] = shared(
        "The signs it presupposes; while one was not found, that one is proposed and this one is not.", default=()
    )
    only_if: Many[Condition] = shared(
        "What the file must show before the sign is proposed, of the conditions of the bank of questions.", default=()
    )
    happened: Flag = shared(
        "Whether it is an event: it stays true, and once too old a new one is looked for.", default=False
    )
    ours: Flag = shared("Whether our own team answers the question, not the client.", default=False)


class Diagnosis(Record):
    """How the dimensions make one stage."""

    seen_needed: Few = shared(
        "Different signs observed that carry a stage; one that the client confirmed does too.", default=2
    )
    above_gates: Few = shared("Stages above the weaker of the two counted dimensions, at most.", default=1)
    unknown_most: Few = shared("Dimensions that may be unknown before nothing is said.", default=5)
    signals_from: Few = shared("Live signs of moving apart that raise the flag.", default=2)
    upstream_months: Few = shared("Months of opportunities that say how early we are let in.", default=24)


class Continuum(Record):
    """The file `models/continuum.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    stages: Many[Stage] = shared("The stages, lowest first.")
    dimensions: Many[Dimension] = shared("The dimensions.")
    indicators: Many[Indicator] = shared("The signs of the dimensions that are judged by signs.", default=())
    diagnosis: Diagnosis | None = shared("How the dimensions make one stage.", default=None)
