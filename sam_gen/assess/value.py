"""What the client has had from us, whether promises are kept, and what ties one side to the other."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sam_gen.model.account import Account
from sam_gen.model.care import Dependence, Direction, Value, ValueKind, ValueStatus
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.footprint import HeldBy
from sam_gen.model.plan import Promise
from sam_gen.model.playbook import Playbook


@dataclass(frozen=True)
class Benefits:
    """Several benefits together."""

    number: int
    amount: Decimal | None
    """The sum of those with an amount; None if none has one."""
    without: int
    """How many have no amount yet."""


def have_work(account: Account) -> bool:
    """Whether there is work of ours that somebody could see: a need we serve, a benefit they had, or revenue."""
    served = any(cell.held_by is HeldBy.US for cell in account.footprint)
    earned = account.economics is not None and any(year.amount for year in account.economics.revenue)
    return served or earned or bool(account.value)


def benefits(account: Account, as_of: datetime.date) -> tuple[Value, ...]:
    """Return the benefits dated up to that day, the firmest first, in the order of the file otherwise."""
    order = [ValueStatus.CONFIRMED, ValueStatus.MEASURED, ValueStatus.CLAIMED, ValueStatus.DISPUTED]
    live = [value for value in account.value if value.as_of is None or value.as_of <= as_of]
    return tuple(sorted(live, key=lambda value: order.index(value.status)))


def together(
    values: Sequence[Value], status: ValueStatus | None = None, kind: ValueKind | None = None, *, any_kind: bool = True
) -> Benefits:
    """Add up the benefits of one status (None: of any) and, unless `any_kind`, of one kind (None: not named)."""
    chosen = [
        value for value in values if (status is None or value.status is status) and (any_kind or value.kind is kind)
    ]
    amounts = [value.amount for value in chosen if value.amount is not None]
    return Benefits(len(chosen), sum(amounts, Decimal(0)) if amounts else None, len(chosen) - len(amounts))


# Promises ---------------------------------------------------------------------------


class Side(StrEnum):
    """Who promised."""

    OURS = "ours"
    THEIRS = "theirs"
    UNNAMED = "unnamed"


class Outcome(StrEnum):
    """What has become of a promise."""

    KEPT = "kept"
    KEPT_LATE = "kept late"
    LATE = "late"
    OPEN = "open"


@dataclass(frozen=True)
class Kept:
    """One promise as seen from one day."""

    promise: Promise
    side: Side
    outcome: Outcome
    days: int | None
    """Days to its day, negative once it has passed; for a kept one how many days it was early or, negative, late."""


def promises(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Kept, ...]:
    """Return every promise: late ones first, then open, then kept, each by its day."""
    ours = {colleague.id for colleague in playbook.team}
    found = [_kept(promise, ours, as_of) for promise in account.promises]
    order = [Outcome.LATE, Outcome.OPEN, Outcome.KEPT_LATE, Outcome.KEPT]
    return tuple(sorted(found, key=lambda one: (order.index(one.outcome), one.promise.due or datetime.date.max)))


def _kept(promise: Promise, ours: set[str], as_of: datetime.date) -> Kept:
    day = promise.kept if promise.kept and promise.kept <= as_of else None
    left = (promise.due - (day or as_of)).days if promise.due else None
    late = left is not None and left < 0
    outcome = (Outcome.KEPT_LATE if late else Outcome.KEPT) if day else Outcome.LATE if late else Outcome.OPEN
    return Kept(promise, _side(promise.by, ours), outcome, left)


def _side(reference: str | None, ours: set[str]) -> Side:
    if reference is None:
        return Side.UNNAMED
    list_, _, key = reference.rpartition("/")
    return Side.OURS if list_ != "people" and key in ours else Side.THEIRS


def kept_rate(found: Sequence[Kept], side: Side) -> Figure:
    """Return the share, in per cent, of one side's promises that were kept by their day, of all that had to be.

    Open promises whose day is still to come say nothing yet and are left out.
    """
    judged = [one for one in found if one.side is side and one.outcome is not Outcome.OPEN]
    good = sum(one.outcome is Outcome.KEPT for one in judged)
    return Figure(
        value=100 * good / len(judged) if judged else None,
        unit=f"% of {len(judged)} {'promise' if len(judged) == 1 else 'promises'}",
        because=tuple(
            Reason(f"{one.promise.what}: {one.outcome.value}", one.promise.place, one.outcome is Outcome.KEPT)
            for one in judged
        ),
        method="value",
        ask=None if judged else "What did we promise each other at the last talk, and by when?",
    )


# Dependence ---------------------------------------------------------------------------


def ties(account: Account, direction: Direction | None) -> tuple[Dependence, ...]:
    """Return the ties of one direction, the strongest first; those of unknown strength come last."""
    chosen = [tie for tie in account.dependence if tie.direction is direction]
    return tuple(sorted(chosen, key=lambda tie: -1 if tie.strength is None else tie.strength, reverse=True))


def strongest(account: Account, direction: Direction) -> Figure:
    """Return the strength of the strongest tie of one direction, 0 to 3."""
    known = [tie for tie in ties(account, direction) if tie.strength is not None]
    whom = "them" if direction is Direction.CLIENT_ON_US else "us"
    return Figure(
        value=float(known[0].strength or 0) if known else None,
        unit="of 3",
        because=tuple(
            Reason(f"{tie.what or 'a tie'}: {tie.strength}", tie.place, tie.strength == known[0].strength)
            for tie in known
        ),
        method="value",
        ask=None if known else f"What would stop for {whom} in the first week without the other?",
    )
