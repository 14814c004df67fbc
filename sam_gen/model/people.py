"""The people at the client, what passes between them, and our talks with them."""

from __future__ import annotations

import datetime
from typing import ClassVar

from sam_gen.model.audience import Shown
from sam_gen.model.claims import Claim, History
from sam_gen.model.identity import Identified
from sam_gen.model.record import Audience, Record, internal, shared
from sam_gen.model.scalars import Date, Flag, FunctionId, Influence, LevelId, Line, Many, Ours, Theirs, TimeOfDay, Word

FINANCE = "finance"
"""The id of the function that ships for whoever judges sums and pays; without it nothing is decided about finance."""


class Support(Word):
    """How somebody stands towards us."""

    MENTOR = "mentor"
    SUPPORTER = "supporter"
    NEUTRAL = "neutral"
    DOUBTER = "doubter"
    OPPONENT = "opponent"


class SeesUs(Word):
    """What somebody calls on us for, from the least to the most."""

    COMMODITY = "commodity"
    PRODUCT = "product"
    SERVICE = "service"
    BUSINESS = "business"
    ORGANISATION = "organisation"


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


class Person(Identified):
    """Somebody at the client, or a position nobody fills."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("The full name.")
    title: Line | None = shared("The title on the card.", default=None)
    unit: Line | None = shared("The division or site.", default=None)
    function: FunctionId | None = shared("Their part of the company, from models/people.yml.", default=None)
    level: LevelId | None = shared("How high they stand, from models/people.yml.", default=None)
    reports_to: Theirs | None = internal("The manager.")
    roles: Many[Role] = internal("The parts they play when their company decides.", default=())
    key_player: Flag | None = internal("Whether our plan depends on them; unset, their roles decide.")
    influence: History[Claim[Influence]] = internal(
        "0 to 10: how often decisions in their area go the way they want. Title does not count.", default=()
    )
    support: History[Claim[Support]] = internal("How they stand towards us.", default=())
    sees_us_as: History[Claim[SeesUs]] = internal(
        "What they call on us for: commodity, product, service, business, organisation.", default=()
    )
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


class NamedMap(Identified):
    """A map for one purpose: who counts for it, out of everybody."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What it is for: a tender, a site, a renewal.")
    people: Many[Theirs] = internal("Who stands on it; each below the nearest manager on it.", default=())


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
