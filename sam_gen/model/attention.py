"""The nouns of `models/attention.yml`: what comes first of all that is found."""

from __future__ import annotations

from typing import Annotated

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, Line, Many, Prose, TierId, Word

Weight = Annotated[int, Between(0, 100, "points")]
Factor = Annotated[int, Between(0, 1000, "per cent")]


class AttentionKind(Word):
    """Why something needs attention."""

    OVERDUE = "overdue"
    STALE = "stale"
    UNVALIDATED = "unvalidated"
    SINGLE_THREADED = "single_threaded"
    EXPIRING = "expiring"
    UNANSWERED = "unanswered"
    GAP = "gap"


class RuleWeight(Record):
    """What one rule weighs on the list."""

    code: Line = shared("The rule's code, such as SAM213.")
    weight: Weight = shared("Its points; 0 keeps it off the list.")
    kind: AttentionKind = shared(
        "overdue, stale, unvalidated, single_threaded, expiring, unanswered or gap.", default=AttentionKind.GAP
    )
    says: Line | None = shared("What the points are for, after “90 for”; if left out, the rule's name.", default=None)


class TierFactor(Record):
    """How much one tier counts."""

    tier: TierId = shared("The tier.")
    factor: Factor = shared("Per cent of the weight.")


class AttentionModel(Record):
    """The file `models/attention.yml`."""

    about: Prose = shared("What the list is for, and where it is convention.")
    usual: Weight = shared("The weight of a rule that is not listed.", default=20)
    first_tier: Factor = shared("Per cent of the weight in the tier of the most care.", default=120)
    other_tiers: Factor = shared("Per cent of the weight in every tier in between, and without one.", default=100)
    last_tier: Factor = shared("Per cent of the weight in the tier of the least care.", default=80)
    tiers: Many[TierFactor] = shared("Tiers with a factor of their own; it wins.", default=())
    per_day: Weight = shared("Points for every day late.", default=1)
    late_most: Weight = shared("The most points that lateness adds.", default=30)
    ahead_most: Weight = shared("The most points taken off for what still lies ahead.", default=30)
    ahead_from: Days = shared("Days ahead from which on that many are taken off.", default=180)
    shown: Annotated[int, Between(1, 50)] = shared("Lines the desk shows.", default=10)
    rules: Many[RuleWeight] = shared("The rules with a weight of their own.", default=())
