"""The nouns of `accounts/`: what we know about a client."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator

from sam_gen.model.claims import Claim, Grounds, History
from sam_gen.model.record import Audience, Record, internal, shared
from sam_gen.model.scalars import (
    Anybody,
    Currency,
    Date,
    Flag,
    Id,
    Influence,
    InitiativeId,
    Line,
    Link,
    Many,
    Money,
    Ours,
    Prose,
    Theirs,
    TierId,
    Timeframe,
    TimeOfDay,
    Word,
    refuse,
    slug,
)


def _read_audience(value: Any) -> Audience:
    if value == "restricted":
        remedy = "Move restricted material to coaching/, which leaders and coaches keep in a repository of their own."
        raise refuse("SAM039", "restricted material may not stand in accounts/ or playbook/", remedy)
    return Audience(_Shown.read(value).value)


class _Shown(Word):
    SHARED = "shared"
    INTERNAL = "internal"


Shown = Annotated[Audience, PlainValidator(_read_audience)]


class Support(Word):
    """How somebody stands towards us."""

    MENTOR = "mentor"
    SUPPORTER = "supporter"
    NEUTRAL = "neutral"
    DOUBTER = "doubter"
    OPPONENT = "opponent"


class Role(Word):
    """The part somebody plays when their company decides."""

    DECIDER = "decider"
    APPROVER = "approver"
    ECONOMIC_BUYER = "economic_buyer"
    USER_BUYER = "user_buyer"
    TECHNICAL_BUYER = "technical_buyer"
    CHAMPION = "champion"
    GATEKEEPER = "gatekeeper"
    PROCUREMENT = "procurement"
    INFLUENCER = "influencer"


class PersonStatus(Word):
    """Whether the position is filled, and by somebody still there."""

    ACTIVE = "active"
    VACANT = "vacant"
    LEFT = "left"


class TieKind(Word):
    """What passes between two people beside the reporting line."""

    INFLUENCES = "influences"
    CONFLICT = "conflict"


class Identified(Record):
    """A record that others may refer to."""

    id: Id | None = shared("Its id; without one, the slug of its name stands in.", default=None)

    @property
    def key(self) -> str:
        """The id, or the slug that stands in for it."""
        return self.id or slug(getattr(self, self.named_by or "id"))


class Business(Record):
    """What the client does."""

    summary: Prose | None = shared("Their business in one or two sentences.", default=None)
    revenue: Money | None = shared("Their yearly revenue.", default=None)
    employees: Line | None = shared("How many people they employ.", default=None)
    website: Link | None = shared("Their own site.", default=None)


class Initiative(Identified, Grounds):
    """Something the client wants to change, in their words."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What they call it.")
    owner: Theirs | None = shared("Who of them answers for it.", default=None)
    why: Prose | None = shared("Why it matters to them.", default=None)
    due: Date | None = shared("When they want it done.", default=None)
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class Person(Identified):
    """Somebody at the client, or a position nobody fills."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("The full name.")
    title: Line | None = shared("The title on the card.", default=None)
    unit: Line | None = shared("The division or site.", default=None)
    reports_to: Theirs | None = internal("The manager.")
    roles: Many[Role] = internal("The parts they play when their company decides.", default=())
    key_player: Flag | None = internal("Whether our plan depends on them; unset, their roles decide.")
    influence: History[Claim[Influence]] = internal(
        "0 to 10: how often decisions in their area go the way they want. Title does not count.", default=()
    )
    support: History[Claim[Support]] = internal("How they stand towards us.", default=())
    cares_about: Line | None = internal("What they want to be known for.")
    owner: Ours | None = internal("Who of us looks after the tie.")
    last_contact: Date | None = internal("Short form for a contact: the last talk with one of us.")
    status: PersonStatus = internal("active, vacant or left.", default=PersonStatus.ACTIVE)
    since: Date | None = internal("Since when they, or the vacancy, are there.")
    until: Date | None = internal("The last day of somebody who has left.")
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)

    def gone(self, as_of: datetime.date) -> bool:
        """Whether they had left by that day; without a last day, whoever has left was never there."""
        return self.status is PersonStatus.LEFT and (self.until is None or self.until <= as_of)


class Tie(Record):
    """Influence or conflict between two of their people."""

    from_: Theirs = shared("Whose word moves the other.", alias="from")
    to: Theirs = shared("Who is moved.")
    kind: TieKind = internal("influences or conflict.", default=TieKind.INFLUENCES)
    evidence: Line | None = internal("What shows it.")


class Contact(Record):
    """A talk that took place."""

    date: Date = shared("The day.")
    ours: Many[Ours] = shared("Who of us was there.", default=())
    theirs: Many[Theirs] = shared("Who of them was there.", default=())
    what: Line | None = shared("What it was about and what came of it.", default=None)


class Meeting(Identified):
    """A talk that is agreed for a coming day."""

    named_by: ClassVar[str | None] = "what"

    date: Date = shared("The day.")
    time: TimeOfDay | None = shared("When it begins, local time.", default=None)
    what: Line = shared("What it is about.")
    where: Line | None = shared("The place, or how to dial in.", default=None)
    ours: Many[Ours] = shared("Who of us will be there.", default=())
    theirs: Many[Theirs] = shared("Who of them will be there.", default=())


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
    initiatives: Many[Initiative] = shared("What the client wants to change.", default=())
    people: Many[Person] = shared("Who counts at the client.", default=())
    influences: Many[Tie] = internal("Who moves whom, beside the reporting line.", default=())
    contacts: Many[Contact] = internal("Talks that took place.", default=())
    meetings: Many[Meeting] = shared("Talks that are agreed.", default=())
    objectives: Many[Objective] = shared("What both sides want to reach.", default=())
    actions: Many[Action] = shared("Next steps.", default=())
    promises: Many[Promise] = shared("What one side told the other it would do.", default=())
