"""The nouns of `models/priorities.yml`: which opportunity is an A, a B or a C."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.limits import Percent
from sam_gen.model.method.weights import Few, Weight
from sam_gen.model.plan import OpportunityKind
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Days, Id, Line, Many, Prose, Word


class Gate(Record):
    """One question of the A, B, C sheet."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the question.")
    name: Line = shared("The question.")
    weight: Weight = shared("Its part in the score; the weights sum to 100.")
    low: Line = shared("What earns 0.")
    high: Line = shared("What earns 4.")


class GateTest(Word):
    """What a gate looks at in an opportunity."""

    INITIATIVE_CONFIRMED = "initiative_confirmed"
    SPONSOR_NAMED = "sponsor_named"
    OWNER_NAMED = "owner_named"
    STEP_DATED = "step_dated"


class ClassGate(Record):
    """One thing that an A needs, whatever its score."""

    test: GateTest = shared("What is looked at: initiative_confirmed, sponsor_named, owner_named or step_dated.")
    says: Line = shared("The gate in words.")


class PriorityModel(Record):
    """The file `models/priorities.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    a_from: Percent = shared("Class A from this score on, if no gate fails.")
    b_from: Percent = shared("Class B from this score on.")
    questions: Many[Gate] = shared("The score sheet.")
    known_from: Percent = shared("Weight that must be answered, in per cent, before a class is worked out.", default=60)
    step_within: Few = shared("Days within which the next step of an A has its date.", default=30)
    b_counts: Percent = shared("What a B counts towards the growth goal, in per cent of its worth.", default=50)
    no_growth: Many[OpportunityKind] = shared(
        "Kinds that keep what we have and count nothing towards the growth goal.",
        default=(OpportunityKind.RENEW, OpportunityKind.DEFEND),
    )
    one_kind_from: Few = shared("From how many opportunities on one kind alone is one-sided.", default=3)
    looks_back: Days = shared("Days that a closed opportunity stays on the page of the plan.", default=730)
    gates: Many[ClassGate] = shared("What an A needs besides its score.", default=())
