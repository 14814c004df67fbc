"""The nouns of `models/health.yml` and `models/hygiene.yml`: how the account does, and how we keep our own plan."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from sam_gen.model.account import Account
from sam_gen.model.limits import Percent
from sam_gen.model.problem import quoted
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, Id, Line, Many, Prose, TierId, Word, refuse
from sam_gen.model.words import nearest

Score = Annotated[int, Between(0, 100)]
Change = Annotated[int, Between(-100, 100, "per cent")]
Part = Annotated[int, Between(0, 100, "points")]
Levels = Annotated[int, Between(1, 20, "levels")]


class HealthMeasure(Record):
    """One measure of an account's health as the client would feel it."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the measure; one of the six that ship is scored from the file, any other is only asked.")
    name: Line = shared("The name of the measure.")
    weight: Score = shared("Its part in the whole; the weights sum to 100.")
    asks: Line = shared("The question it answers.")
    good: Line = shared("What counts as good.")
    at_risk: Line = shared("What counts as at risk.")


class OutcomesScoring(Record):
    """How benefits become a score: that of the firmest one, and a disputed one beside it halves the way."""

    lasts: Days = shared("Days after which a benefit is to be asked again and counts no more.", default=365)
    confirmed: Score = shared("What a benefit that somebody of theirs confirmed earns.", default=100)
    measured: Score = shared("What a measured benefit earns.", default=60)
    claimed: Score = shared("What a benefit earns that we alone speak of.", default=20)
    disputed: Score = shared("What a benefit earns that they dispute.", default=0)


class RelationshipScoring(Record):
    """How ties become a score: points for four things, of the points that are known."""

    ties: Part = shared("Points for key players whose last talk still tells, by their share.", default=40)
    levels: Part = shared("Points for levels of their house that live pairs reach.", default=20)
    levels_full: Levels = shared("Levels from which on these points are full.", default=3)
    decider: Part = shared("Points for a decider who is for us.", default=25)
    threads: Part = shared("Points where no one person was in every talk.", default=15)


class VoiceScoring(Record):
    """How what they say of us becomes a score: by its age, and by what they wanted."""

    fresh_for: Days = shared("Days for which an answer is fresh and earns 100.", default=182)
    old_from: Days = shared("Days from which on an answer is old.", default=365)
    late: Score = shared("What an answer between the two earns.", default=60)
    old: Score = shared("What an old answer earns.", default=20)
    settle_within: Days = shared("Days within which what they wanted should be settled.", default=30)
    open_most: Score = shared("The most there is while something they wanted is open, however young.", default=70)
    unsettled_most: Score = shared("The most there is while something they wanted is open longer.", default=40)


class DeliveryScoring(Record):
    """How our promises become a score: by the share kept by their day."""

    looks_back: Days = shared("Days back within which a promise had to be kept to count.", default=365)
    none_at: Percent = shared("The share kept, in per cent, that earns 0.", default=20)
    full_at: Percent = shared("The share kept, in per cent, that earns 100.", default=100)
    overdue_most: Score = shared("The most there is while a promise to one of theirs is overdue.", default=45)


class CommercialScoring(Record):
    """How term, payment and revenue become a score: points for three things, of the points that are known."""

    term: Part = shared("Points for the days until the nearest contract with us ends.", default=40)
    term_full: Days = shared("Days from which on these are full; at contract_ahead of windows.yml: none.", default=365)
    payment: Part = shared("Points for paying as agreed.", default=30)
    payment_none: Days = shared("Days of delay at which no point is left.", default=30)
    trend: Part = shared("Points for our revenue with them, last year against the year before.", default=30)
    trend_full: Change = shared("Change in per cent from which on these are full.", default=0)
    trend_none: Change = shared("Change in per cent at which none is left.", default=-20)


class DirectionScoring(Record):
    """How objectives become a score: the mean of what the initiative behind each of the open ones earns."""

    lasts: Days = shared("Days after which an initiative counts as assumed, whatever its basis.", default=365)
    confirmed: Score = shared("What an initiative earns that its people confirmed.", default=100)
    observed: Score = shared("What an initiative earns that one of us saw or heard of.", default=50)
    assumed: Score = shared("What an initiative earns that we assume.", default=20)
    nothing: Score = shared("What an objective earns that serves none of their initiatives.", default=0)


class Sign(Word):
    """What makes an account at risk, whatever its score."""

    CHAMPION_GONE = "champion_gone"
    SPONSOR_GONE = "sponsor_gone"
    LEAVING = "leaving"


class Override(Record):
    """One thing that makes an account at risk, whatever its score."""

    sign: Sign = shared("champion_gone, sponsor_gone or leaving.")
    within: Days | None = shared("Only that many days before the nearest contract with us ends.", default=None)


class HealthModel(Record):
    """The file `models/health.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    good_from: Percent = shared("Good from this score on.")
    watch_from: Percent = shared("Watch from this score on; below it, at risk.")
    unknown_most: Percent = shared("Per cent of the weight that may be unknown before there is no number.", default=40)
    moved_from: Score = shared("Points from which on a measure has moved.", default=5)
    measures: Many[HealthMeasure] = shared("The measures.")
    outcomes: OutcomesScoring = shared("How outcomes are scored.", default=OutcomesScoring.model_construct())
    relationship: RelationshipScoring = shared(
        "How relationships are scored.", default=RelationshipScoring.model_construct()
    )
    voice: VoiceScoring = shared("How what they say of us is scored.", default=VoiceScoring.model_construct())
    delivery: DeliveryScoring = shared("How delivery is scored.", default=DeliveryScoring.model_construct())
    commercial: CommercialScoring = shared(
        "How the commercial footing is scored.", default=CommercialScoring.model_construct()
    )
    direction: DirectionScoring = shared("How direction is scored.", default=DirectionScoring.model_construct())
    at_risk_if: Many[Override] = shared("What makes an account at risk, whatever its score.", default=())


# Hygiene --------------------------------------------------------------------------


class Care(Word):
    """Which tiers a section of the file is asked of."""

    EVERY = "every"
    MORE = "more"
    MOST = "most"


class SectionAsked(Record):
    """One section an account file should have filled."""

    field: Line = shared("The key in the account file; position.evidence looks one level down.")
    care: Care = shared(
        "every tier; more: every tier but the last; most: the first alone. Tiers as playbook.yml orders them.",
        default=Care.EVERY,
    )
    tiers: Many[TierId] = shared("These tiers alone; wins over care.", default=())

    @model_validator(mode="after")
    def _known(self) -> Self:
        key = self.field.partition(".")[0]
        if key not in Account.model_fields:
            near = nearest(key, Account.model_fields)
            remedy = f"Did you mean {near}?" if near else "Use a key of the account file."
            raise refuse("SAM033", f"an account file has no section {quoted(key)}", remedy)
        return self


class HygieneMeasure(Record):
    """One part of how well we keep the plan."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("One of the eight that ship; any other is only asked.")
    name: Line = shared("The name of the part.")
    weight: Score = shared("Its part in the whole; the weights sum to 100.")
    asks: Line = shared("The question it answers.")


class HygieneModel(Record):
    """The file `models/hygiene.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    good_from: Percent = shared("Good from this score on.")
    watch_from: Percent = shared("Watch from this score on; below it, poor.")
    unknown_most: Percent = shared("Per cent of the weight that may be unknown before there is no number.", default=40)
    measures: Many[HygieneMeasure] = shared("The parts.")
    file_fresh: Days = shared("Days up to which a file is fresh and earns 100.", default=30)
    file_old: Days = shared("Days from which on a file is old and earns 0.", default=180)
    looks_back: Days = shared("Days back within which steps and promises were due to count.", default=365)
    validation_fresh: Days = shared(
        "Days up to which a validation earns 100; at validation_lasts of windows.yml it earns 0.", default=182
    )
    gap_each: Score = shared("What each stage takes off by which we think better of ourselves.", default=50)
    sections: Many[SectionAsked] = shared("The sections a file should have, by tier.")
