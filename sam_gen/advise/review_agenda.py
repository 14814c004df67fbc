"""The agenda of the next review: at most five points, the first five kinds of reason that hold.

What the review says at its end, keep, pivot or stop, is not a point: it closes every review.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sam_gen.advise.review_points import Outlook, Point, PointKind, points
from sam_gen.assess.rhythm import Held, kinds
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

__all__ = ["MOST", "WITH_CLIENT", "Agenda", "Point", "PointKind", "agenda", "next_review", "points_for"]

MOST = 5
"""More than five questions are not decided in one review. Convention."""
WITH_CLIENT = (ReviewKind.QBR, ReviewKind.EXECUTIVE)
"""The reviews at which the client sits at the table."""


@dataclass(frozen=True)
class Agenda:
    """The points of the next review."""

    kind: ReviewKind | None
    """None where no kind of review is agreed or asked for."""
    day: datetime.date | None
    """The agreed day; None where there is none."""
    following: datetime.date
    """The day up to which this review has to think: that of the one after it."""
    points: tuple[Point, ...]
    left: int
    """Reasons that hold and found no room."""


def agenda(account: Account, playbook: Playbook, as_of: datetime.date) -> Agenda:
    """Return the agenda of the next review: of the first agreed day, else of what was due first."""
    coming = next_review(kinds(account, playbook, as_of))
    ahead = playbook.method.windows.contract_ahead
    if coming is None:
        return _agenda(None, None, as_of + datetime.timedelta(days=ahead), account, playbook, as_of)
    following = (coming.next or as_of) + datetime.timedelta(days=coming.every)
    return _agenda(coming.kind, coming.next, following, account, playbook, as_of)


def next_review(held: Sequence[Held]) -> Held | None:
    """Return the kind of review that comes next; one with a day comes before one that is only due."""
    agreed = [one for one in held if one.next]
    due = [one for one in held if one.due]
    if agreed:
        return min(agreed, key=lambda one: one.next or datetime.date.max)
    return min(due, key=lambda one: one.due or datetime.date.max) if due else next(iter(held), None)


def points_for(
    kind: ReviewKind, account: Account, playbook: Playbook, as_of: datetime.date, until: datetime.date
) -> tuple[Point, ...]:
    """Return the points of one kind of review, whenever it is held."""
    return _agenda(kind, None, until, account, playbook, as_of).points


def _agenda(
    kind: ReviewKind | None,
    day: datetime.date | None,
    following: datetime.date,
    account: Account,
    playbook: Playbook,
    as_of: datetime.date,
) -> Agenda:
    on_table = as_of + datetime.timedelta(days=playbook.method.windows.contract_ahead)
    seen = Outlook(account, playbook, as_of, kind in WITH_CLIENT, max(following, on_table))
    found = points(seen)
    return Agenda(kind, day, following, tuple(_presented(seen, one) for one in found[:MOST]), len(found[MOST:]))


def _presented(seen: Outlook, point: Point) -> Point:
    """Have the lead present what nobody of those in the room answers for."""
    ours = {colleague.id for colleague in seen.playbook.team}
    gone = {person.key for person in seen.account.people if person.gone(seen.as_of)}
    written = point.who or ""
    theirs = written.startswith("people/") or key_of(written) not in ours
    away = theirs and (not seen.client or key_of(written) in gone)
    return replace(point, who=seen.account.lead) if not written or away else point
