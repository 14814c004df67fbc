"""The nouns of `accounts/`: what we know about a client."""

from __future__ import annotations

from sam_gen.model.business import Business, Economics, Feedback, Horizon, Insight, Resource
from sam_gen.model.care import (
    Cadence,
    Dependence,
    Review,
    Seat,
    Selection,
    SponsorPair,
    Transition,
    Validation,
    Value,
)
from sam_gen.model.footprint import Cell, Unit
from sam_gen.model.people import Contact, Meeting, NamedMap, Person, Tie
from sam_gen.model.plan import Action, Initiative, Objective, Opportunity, Promise, Risk
from sam_gen.model.position import Position
from sam_gen.model.record import Record, internal, shared
from sam_gen.model.scalars import (
    Currency,
    Date,
    Id,
    Line,
    Many,
    Ours,
    Prose,
    RuleCode,
    Tag,
    TierId,
    Timeframe,
)


class Ignore(Record):
    """A finding that is known and accepted for a while."""

    rule: RuleCode = shared("The code of the rule, such as SAM101.")
    on: Line | None = internal("The id of the record it is about; without one, the whole account.")
    why: Line | None = internal("Why it is accepted.")
    until: Date | None = internal("The day from which it counts again.")


class Account(Record):
    """One client, as its file says."""

    id: Id = shared("The file's name and the account's address; never written in the file.")
    name: Line = shared("What the client calls itself.")
    tier: TierId | None = internal("The tier, by its id in playbook.yml.")
    lead: Ours | None = shared("Who of us leads the account.", default=None)
    backup: Ours | None = shared("Who stands in for the lead.", default=None)
    timeframe: Timeframe | None = shared("The span of the plan: 2027, or two days.", default=None)
    as_of: Date | None = shared("The day the file was last gone through.", default=None)
    currency: Currency | None = shared("The currency of every amount here, as an ISO code.", default=None)
    in_short: Prose | None = internal("Where we stand in two sentences, for somebody with ten seconds.")
    business: Business | None = shared("What they do.", default=None)
    horizon: Horizon | None = shared("What both sides want in the years to come.", default=None)
    initiatives: Many[Initiative] = shared("What the client wants to change.", default=())
    people: Many[Person] = shared("Who counts at the client.", default=())
    influences: Many[Tie] = internal("Who moves whom, beside the reporting line.", default=())
    maps: Many[NamedMap] = internal("Maps for one purpose, beside the one of everybody.", default=())
    contacts: Many[Contact] = internal("Talks that took place.", default=())
    meetings: Many[Meeting] = shared("Talks that are agreed.", default=())
    objectives: Many[Objective] = shared("What both sides want to reach.", default=())
    actions: Many[Action] = shared("Next steps.", default=())
    promises: Many[Promise] = shared("What one side told the other it would do.", default=())
    risks: Many[Risk] = shared("What may go wrong.", default=())
    opportunities: Many[Opportunity] = shared("What we could do for the client.", default=())
    units: Many[Unit] = shared("The parts of the client that buy.", default=())
    footprint: Many[Cell] = internal("What is known of each unit and offering.", default=())
    position: Position | None = internal("Where the relationship stands, and where it should.")
    economics: Economics | None = internal("What the account is worth to us.")
    feedback: Many[Feedback] = internal("What they said when we asked how we are doing.", default=())
    resources: Many[Resource] = internal("What the plan needs, and whether it is there.", default=())
    insights: Many[Insight] = internal("What we told them that is useful for their business.", default=())
    value: Many[Value] = shared("Benefits the client has had from us.", default=())
    dependence: Many[Dependence] = internal("What ties one side to the other.", default=())
    sponsors: Many[SponsorPair] = shared("Executives who speak as peers.", default=())
    team: Many[Seat] = shared("Who of us works on the account.", default=())
    cadence: Many[Cadence] = shared("How often we review, and when next.", default=())
    reviews: Many[Review] = internal("Reviews that took place.", default=())
    validation: Many[Validation] = shared("When the client went through the plan.", default=())
    transition: Transition | None = internal("A change of our account lead.")
    selection: Selection | None = internal("Why this account gets this care.")
    ignore: Many[Ignore] = internal("Findings that are known and accepted for a while.", default=())
    tags: Many[Tag] = internal("Words to find the account by.", default=())
