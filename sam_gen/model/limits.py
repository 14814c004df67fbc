"""The nouns of `playbook/models/` that hold limits: what counts, from when on, and for how many days."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator

from sam_gen.model.claims import Basis
from sam_gen.model.people import Role
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, Influence, Line, Many, Prose, refuse

Percent = Annotated[int, Between(0, 100)]
Points = Annotated[int, Between(1, 100)]
"""What low, medium and high are worth on the risk grid."""
Product = Annotated[int, Between(1, 10_000)]
"""Two points, multiplied."""


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


class ClaimKind(StrEnum):
    """What a claim speaks of; each kind grows old at its own pace."""

    PEOPLE = "people"
    STRATEGY = "strategy"
    CONTRACT = "contract"
    MONEY = "money"


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
    contract_ahead: Days = shared("Days before the end of a contract from which its future is on the table.")
    look_ahead: Days = shared("Days that the calendar and the list of contract ends look ahead.")
    meetings_ahead: Days = shared("Days that the list of next meetings of one of us looks ahead.")
    account_ahead: Days = shared("Days ahead within which the page of an account says that something is due.")
    desk_ahead: Days = shared("Days ahead within which the desk and the page of one of us say that something is due.")
