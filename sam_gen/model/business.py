"""Both businesses: what the client does, what the account is worth to us, what they say of us, what the plan needs."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.identity import Identified
from sam_gen.model.record import Record, internal, shared
from sam_gen.model.scalars import Between, Date, Line, Link, Many, Money, ObjectiveId, Ours, Prose, Theirs, Word

Year = Annotated[int, Between(1990, 2100)]
Margin = Annotated[int, Between(-100, 100, "per cent")]
PaymentDays = Annotated[int, Between(0, 400, "days")]


class Business(Record):
    """What the client does."""

    summary: Prose | None = shared("Their business in one or two sentences.", default=None)
    revenue: Money | None = shared("Their yearly revenue.", default=None)
    employees: Line | None = shared("How many people they employ.", default=None)
    website: Link | None = shared("Their own site.", default=None)


class Horizon(Record):
    """What both sides want to have reached together in the years to come."""

    until: Date | None = shared("The day it is about.", default=None)
    vision: Prose | None = shared("Two sentences that both sides could sign.", default=None)


class YearAmount(Record):
    """One year and an amount."""

    year: Year = shared("The calendar year.")
    amount: Money = shared("The amount of that year.")


class Economics(Record):
    """What the account is worth to us."""

    revenue: Many[YearAmount] = internal("Our revenue with them, year by year.", default=())
    margin: Margin | None = internal("Our margin after the cost to serve them, in per cent.")
    growth_goal: Money | None = internal("How much more a year we want to have with them.")
    growth_by: Date | None = internal("By when.")
    agreed_days: PaymentDays | None = internal("Days to pay, as agreed.")
    days_to_pay: PaymentDays | None = internal("Days they take, over the last quarter.")


class Feedback(Record):
    """What somebody of theirs said when we asked how we are doing."""

    date: Date = shared("The day.")
    who: Theirs | None = shared("Who said it.", default=None)
    said: Line | None = shared("What they said.", default=None)
    wants: Line | None = shared("What they criticised or asked for.", default=None)
    settled: Date | None = shared("The day what they wanted was dealt with.", default=None)


class Party(Word):
    """Whose a resource is."""

    US = "us"
    CLIENT = "client"
    JOINT = "joint"


class ResourceStatus(Word):
    """Whether a resource is there."""

    HAVE = "have"
    AGREED = "agreed"
    MISSING = "missing"


class Resource(Identified):
    """Something the plan needs: people, a skill, a system, money."""

    named_by: ClassVar[str | None] = "what"

    what: Line = shared("What is needed.")
    party: Party | None = shared("us, client or joint: who has to bring it.", default=None)
    who: Ours | None = internal("Who of us brings it or is it.")
    for_: ObjectiveId | None = shared("The objective that needs it.", default=None, alias="for")
    status: ResourceStatus | None = shared("have, agreed or missing.", default=None)
    due: Date | None = shared("By when it has to be there.", default=None)
    so_what: Line | None = internal("What follows while it is missing.")


class Insight(Record):
    """Something useful for their business that we told them."""

    date: Date = shared("The day.")
    what: Line = shared("What we told them.")
    to: Theirs | None = shared("Whom.", default=None)
    came_of: Line | None = internal("What came of it.")
