"""How the account is looked after: reviews, validation, sponsors, hand-over, value, dependence."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sam_gen.model.audience import Shown
from sam_gen.model.claims import Basis
from sam_gen.model.identity import Identified
from sam_gen.model.record import Audience, Record, internal, shared
from sam_gen.model.scalars import (
    Anybody,
    Between,
    CriterionId,
    Date,
    InitiativeId,
    Line,
    Many,
    Money,
    Ours,
    Prose,
    Theirs,
    Word,
)


class ReviewKind(Word):
    """What sort of review it is."""

    TEAM = "team"
    PLAN = "plan"
    MIDPOINT = "midpoint"
    QBR = "qbr"
    EXECUTIVE = "executive"


class Course(Word):
    """What a review decides about the plan as a whole."""

    KEEP = "keep"
    PIVOT = "pivot"
    STOP = "stop"


class Decision(Record):
    """One thing that was decided, with somebody who does it."""

    what: Line = shared("What was decided.")
    owner: Anybody | None = shared("Who carries it out, on either side.", default=None)
    due: Date | None = shared("By when.", default=None)
    done: Date | None = shared("The day it was carried out.", default=None)


class Review(Record):
    """One review that took place."""

    date: Date = shared("The day.")
    kind: ReviewKind = shared("team, plan, midpoint, qbr or executive.")
    ours: Many[Ours] = shared("Who of us took part.", default=())
    theirs: Many[Theirs] = shared("Who of them took part.", default=())
    course: Course | None = internal("keep, pivot or stop.")
    notes: Prose | None = internal("What was said that the decisions do not show.")
    decisions: Many[Decision] = shared("At most five decisions.", default=())


class Cadence(Record):
    """How often one kind of review is agreed."""

    kind: ReviewKind = shared("team, plan, midpoint, qbr or executive.")
    every: Annotated[int, Between(1, 730, "days")] = shared("Days from one to the next.")
    next: Date | None = shared("The day of the next one, once agreed.", default=None)


class Validation(Record):
    """The day the client went through the plan, and what they changed."""

    date: Date = shared("The day.")
    who: Theirs = shared("Who of them went through it.")
    changed: Many[Line] = shared("What they changed or asked to change; empty if they agreed to all.", default=())


class SponsorPair(Record):
    """One of our executives and one of theirs who speak as peers."""

    ours: Ours = shared("Our executive.")
    theirs: Theirs = shared("Theirs.")
    since: Date | None = internal("Since when.")
    about: Line | None = internal("What the two talk about that nobody else could.")
    every: Annotated[int, Between(1, 730, "days")] | None = internal("Days between talks, as agreed.")


class Transition(Record):
    """A change of our account lead, from the decision to the first talks of the new one."""

    from_: Ours = shared("Who hands over.", alias="from")
    to: Ours = shared("Who takes over.")
    decided: Date | None = internal("The day it was decided.")
    why: Line | None = internal("The reason, as the client was told.")
    client_told: Date | None = internal("The day the client heard it from who leaves.")
    joint_meeting: Date | None = internal("The day both met the client together.")
    taught_back: Date | None = internal("The day the new lead told the account's story and the old one agreed.")
    closed: Date | None = internal("The day both called it done.")
    open: Many[Line] = internal("What the new lead still has to learn.", default=())


class ValueKind(Word):
    """What a benefit is to the client."""

    SAVE_MONEY = "save_money"
    MAKE_MONEY = "make_money"
    MANAGE_RISK = "manage_risk"


class ValueStatus(Word):
    """How firm a benefit is: we say it, it was measured, their finance agreed, or somebody of theirs doubts it."""

    CLAIMED = "claimed"
    MEASURED = "measured"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class Value(Identified):
    """One benefit the client has had from us."""

    named_by: ClassVar[str | None] = "what"

    what: Line = shared("The benefit.")
    kind: ValueKind | None = shared("save_money, make_money or manage_risk.", default=None)
    amount: Money | None = shared("What it is worth to them a year.", default=None)
    status: ValueStatus = shared("claimed, measured, confirmed or disputed.", default=ValueStatus.CLAIMED)
    as_of: Date | None = shared("The day of that status.", default=None)
    who: Theirs | None = shared("Who of them measured, confirmed or disputed it.", default=None)
    for_: InitiativeId | None = shared("The client's initiative it serves.", default=None, alias="for")
    method: Line | None = shared("How it is worked out, and from whose figures.", default=None)
    audience: Shown = internal("Who may see this record: shared or internal.", default=Audience.INTERNAL)


class DependenceKind(Word):
    """What ties one side to the other."""

    OPERATIONAL = "operational"
    TECHNOLOGICAL = "technological"
    BUSINESS = "business"
    CONTRACTUAL = "contractual"


class Direction(Word):
    """Who depends on whom."""

    CLIENT_ON_US = "client_on_us"
    US_ON_CLIENT = "us_on_client"


class Dependence(Record):
    """One tie that would cost a side something to cut."""

    kind: DependenceKind | None = internal("operational, technological, business or contractual.")
    direction: Direction | None = internal("client_on_us or us_on_client.")
    strength: Annotated[int, Between(0, 3)] | None = internal(
        "0 none, 1 a nuisance to cut, 2 costly, 3 not within a year."
    )
    what: Line | None = internal("What the tie is.")
    until: Date | None = internal("When it ends by itself.")
    basis: Basis = internal("How we know.", default=Basis.ASSUMED)


class SelectionScore(Record):
    """One criterion's score when the account was chosen."""

    criterion: CriterionId = shared("The criterion, from the selection model.")
    score: Annotated[int, Between(0, 10)] = shared("0 to 10 on the scale of the model.")
    why: Line | None = shared("What the score rests on.", default=None)


class Selection(Record):
    """Why this account gets this care, and who decided it."""

    date: Date | None = internal("The day of the decision.")
    led_by: Ours | None = internal("Who led it.")
    approved_by: Many[Ours] = internal("Which executives agreed.", default=())
    reason: Prose | None = internal("The reason in two sentences, and what spoke against it.")
    next_review: Date | None = internal("When the choice is looked at again.")
    scores: Many[SelectionScore] = internal("The scores.", default=())


class Seat(Record):
    """One of us on the account team."""

    who: Ours = shared("Who.")
    part: Line = shared("What they do for this client.")
    call_when: Line | None = shared("When the client calls them first.", default=None)
