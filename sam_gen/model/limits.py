"""The nouns of `playbook/models/` that hold limits: what counts, from when on, and for how many days."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from sam_gen.model.claims import Basis
from sam_gen.model.people import Role
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, Id, Influence, LevelId, Line, Many, Prose, Word, refuse

Percent = Annotated[int, Between(0, 100)]
Points = Annotated[int, Between(1, 100)]
"""What low, medium and high are worth on the risk grid."""
Product = Annotated[int, Between(1, 10_000)]
"""Two points, multiplied."""


class Function(Record):
    """A part of a company that people work in."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts and the team write.")
    name: Line = shared("The name of the function.")


class SeniorityLevel(Record):
    """How high somebody stands."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts and the team write.")
    name: Line = shared("The name of the level.")


class LossKind(Word):
    """What would go if one person left, on either side."""

    LEAD = "lead"
    BACKING = "backing"
    ONLY_VOICE = "only_voice"
    KEY_TIE = "key_tie"
    TIE = "tie"
    FUNCTION = "function"
    UNIT = "unit"
    OPPORTUNITY = "opportunity"
    INITIATIVE = "initiative"
    SPONSOR = "sponsor"
    OBJECTIVE = "objective"
    STEP = "step"


Weight = Annotated[int, Between(0, 100)]


class Losses(Record):
    """What each loss counts when we ask who would be missed most."""

    lead: Weight = shared("The lead of the account, while nobody stands in.", default=6)
    backing: Weight = shared("The only key player for us, or the only one for us who decides.", default=6)
    only_voice: Weight = shared("The only one of theirs who still talks with us.", default=6)
    key_tie: Weight = shared("A key player who talks with this one of ours alone.", default=3)
    tie: Weight = shared("Somebody else who talks with this one of ours alone.", default=1)
    function: Weight = shared("A function that is reached over this one alone.", default=2)
    unit: Weight = shared("A unit that is reached over this one alone.", default=2)
    opportunity: Weight = shared("An open opportunity they sponsor or own.", default=3)
    initiative: Weight = shared("An initiative they answer for, or that they alone are for.", default=2)
    sponsor: Weight = shared("Their half of an executive pair.", default=2)
    objective: Weight = shared("An open objective in their name.", default=1)
    step: Weight = shared("An open action, promise or decision in their name, each thing once.", default=1)
    alone: Many[LossKind] = shared(
        "Whoever has one of these is a single point of failure.",
        default=(LossKind.LEAD, LossKind.BACKING, LossKind.ONLY_VOICE, LossKind.KEY_TIE, LossKind.FUNCTION),
    )

    def points(self, kind: LossKind) -> int:
        """Return what one loss of a kind counts."""
        return int(getattr(self, kind.value))


class PeopleModel(Record):
    """The file `models/people.yml`."""

    about: Prose = shared("What the limits are for, and where they are convention.")
    key_roles: Many[Role] = shared("Whoever has one of these roles is a key player where the file says nothing.")
    talk_late_from: Percent = shared("Per cent of contact_lasts used up after which a talk is late.")
    talks_window: Days = shared("Days back within which talks are counted.")
    thread_from: Annotated[int, Between(1, 100, "talks")] = shared(
        "Talks in that window from which one person in all of them is a single thread."
    )
    executive_from: Influence = shared("Somebody of this influence and more counts as an executive.")
    executive_titles: Many[Line] = shared("Words in a title that make somebody an executive, whatever their influence.")
    deciding_roles: Many[Role] = shared(
        "Who has one of these says yes or no: a key player for us with one makes the map green.",
        default=(Role.DECIDER, Role.APPROVER),
    )
    introduction_steps: Annotated[int, Between(1, 4, "steps")] = shared(
        "People of theirs an introduction may go over, the one it leads to not counted.", default=2
    )
    losses: Losses = shared("What each loss counts if somebody left.", default=Losses.model_construct())
    powerful_from: Influence = shared("Influence from which somebody counts as powerful.", default=7)
    weak_to: Influence = shared("Influence up to which a high level counts as a title without power.", default=3)
    quiet_from: LevelId | None = shared(
        "The level from which on, downwards, a powerful person is a quiet influencer.", default=None
    )
    functions: Many[Function] = shared("The parts of a company, in the order in which tables show them.", default=())
    levels: Many[SeniorityLevel] = shared("The levels, highest first.", default=())


class ClaimKind(StrEnum):
    """What a claim speaks of; each kind grows old at its own pace."""

    PEOPLE = "people"
    STRATEGY = "strategy"
    CONTRACT = "contract"
    MONEY = "money"


class DebtWeights(Record):
    """What rests on a claim, in points, and what an assumed one owes of them."""

    support: Weight = shared("How a key player stands towards us.", default=10)
    influence: Weight = shared("The influence of somebody who decides.", default=6)
    initiative: Weight = shared("An initiative that an open objective of ours serves.", default=8)
    position: Weight = shared("A sign that carried the stage of a dimension.", default=5)
    assumed: Percent = shared(
        "Per cent of the points that a claim owes while it is assumed and still counts.", default=50
    )


class EvidenceModel(Record):
    """The file `models/evidence.yml`."""

    about: Prose = shared("What the figures are for, and where they are convention.")
    assumed: Percent = shared("What an assumed claim counts on its day, in per cent.")
    observed: Percent = shared("What an observed claim counts on its day, in per cent.")
    client_confirmed: Percent = shared("What a claim confirmed by the client counts on its day, in per cent.")
    people_last: Days = shared("Days after which a claim about a person counts nothing.")
    strategy_lasts: Days = shared("Days after which a claim about their strategy counts nothing.")
    contract_lasts: Days = shared("Days after which a claim about a contract counts nothing.")
    money_lasts: Days = shared("Days after which a claim about an amount counts nothing.")
    floor: Percent = shared("A claim that counts less than this, in per cent, is to be asked again.")
    debt: DebtWeights = shared("What rests on a claim that has to be renewed.", default=DebtWeights.model_construct())

    def counts(self, basis: Basis) -> int:
        """Return what a claim of this basis counts on its day, in per cent."""
        return {
            Basis.ASSUMED: self.assumed,
            Basis.OBSERVED: self.observed,
            Basis.CLIENT_CONFIRMED: self.client_confirmed,
        }[basis]

    def lasts(self, kind: ClaimKind) -> int:
        """Return the days after which a claim of this kind counts nothing."""
        return {
            ClaimKind.PEOPLE: self.people_last,
            ClaimKind.STRATEGY: self.strategy_lasts,
            ClaimKind.CONTRACT: self.contract_lasts,
            ClaimKind.MONEY: self.money_lasts,
        }[kind]


class RiskGrid(Record):
    """How likelihood and effect together say what a risk asks for."""

    low: Points = shared("What low is worth.")
    medium: Points = shared("What medium is worth.")
    high: Points = shared("What high is worth.")
    act_from: Product = shared("Likelihood times effect from which a risk is acted on now.")
    prepare_from: Product = shared("Likelihood times effect from which an answer is prepared; below it, watch.")

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.low <= self.medium <= self.high:
            raise refuse("SAM035", "low, medium and high do not rise", "Write them rising: 1, 2, 3.")
        if self.prepare_from > self.act_from:
            remedy = "A risk is prepared for before it is acted on: prepare_from is at most act_from."
            raise refuse("SAM035", "prepare_from lies above act_from", remedy)
        return self


class Windows(Record):
    """The file `models/windows.yml`."""

    about: Prose = shared("What the windows are for, and where they are convention.")
    validation_lasts: Days = shared("Days after which the client's going through the plan is old.")
    without_review: Days = shared("Days to look back for changes where no review is on file.")
    hand_over_lasts: Days = shared("Days a change of lead may take.")
    vacant_lasts: Days = shared("Days after which a vacant post is more than a change of people.")
    coaching_lasts: Days = shared("Days after which the last coaching talk is long ago.")
    review_grace: Annotated[int, Between(0, 90)] = shared(
        "Days after its day within which a review still counts as kept.", default=14
    )
    midpoint_ahead: Days = shared(
        "Days before half of the plan is over from which the midpoint check is due.", default=60
    )
    contract_ahead: Days = shared("Days before the end of a contract from which its future is on the table.")
    look_ahead: Days = shared("Days that the calendar and the list of contract ends look ahead.")
    meetings_ahead: Days = shared("Days that the list of next meetings of one of us looks ahead.")
    account_ahead: Days = shared("Days ahead within which the page of an account says that something is due.")
    desk_ahead: Days = shared("Days ahead within which the desk and the page of one of us say that something is due.")
    recall_after: Many[Days] = shared(
        "Days after a lesson was done on which its questions come back; each more than the one before.",
        default=(3, 10, 21),
    )

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if list(self.recall_after) != sorted(set(self.recall_after)):
            raise refuse("SAM035", "recall_after does not rise", "Write each day once, rising: [3, 10, 21].")
        return self
