"""The agenda of the next review: at most five points, each from a figure or from what has changed since the last one.

Each kind of reason gives one point, the most pressing of its kind, and says how many more there are: nine late lines
are seldom nine matters. The kinds come in one fixed order, and the first five that hold are on the agenda:

 1. what the meeting of that day was agreed for, with every decision that falls due on it;
 2. a promise of ours that is late: whoever waits for us hears nothing else before it;
 3. a decision of an earlier review that was not carried out, or the next one decides for nothing;
 4. among ourselves: a risk that needs action now and whose answer is due by the day of the review;
 5. a measure that is off track;
 6. an objective that nobody measures, or whose benchmark passed unmeasured;
 7. among ourselves: a claim that something rests on and that has expired; the client is not asked about our file;
 8. with the client: a benefit they have not confirmed, of which somebody who comes can speak;
 9. a contract with us that ends before the review after this one, or so soon that its future is on the table;
10. the middle of the plan, at the reviews around it;
11. among ourselves: a key player who came, left, or stands otherwise than at the last review of this kind;
12. a wish of theirs that is not settled;
13. a validation that is missing or old; with the client only where a goal of the plan is on the table;
14. among ourselves: a benefit they have not confirmed; here it is only asked who asks.

With the client the points are found in what lies on the table. What our own file would add is kept beside it, for us.
What the review says at its end, keep, pivot or stop, is not a point: it closes every review.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sam_gen.advise.at_table import Gathering, gathering, gathering_of, on_the_table
from sam_gen.advise.review_point import Point, Seen
from sam_gen.advise.review_points import FINDERS
from sam_gen.advise.review_value import left_to
from sam_gen.assess.rhythm import Held, kinds
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind, Value
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

MOST = 5
"""More than five questions are not decided in one review. Convention."""


@dataclass(frozen=True)
class Agenda:
    """The points of a review."""

    held: Gathering | None
    """None where no kind of review is agreed or asked for."""
    following: datetime.date
    """The day up to which this review has to think: that of the one after it."""
    points: tuple[Point, ...]
    left: int
    """Reasons that hold and found no room."""
    kept: tuple[Point, ...] = ()
    """With the client: points that rest on what is not shared, so they are not put to them."""
    elsewhere: tuple[Value, ...] = ()
    """With the client: benefits to be confirmed by somebody who does not come."""

    @property
    def kind(self) -> ReviewKind | None:
        """The kind of review."""
        return self.held.kind if self.held else None

    @property
    def day(self) -> datetime.date | None:
        """The agreed day; None where there is none."""
        return self.held.day if self.held else None

    @property
    def client(self) -> bool:
        """Whether the client sits at the table."""
        return self.held is not None and self.held.client


def agenda(account: Account, playbook: Playbook, as_of: datetime.date) -> Agenda:
    """Return the agenda of the next review: of the first agreed day, else of what was due first."""
    coming = next_review(kinds(account, playbook, as_of))
    if coming is None:
        return _agenda(None, as_of + datetime.timedelta(days=_ahead(playbook)), account, playbook, as_of)
    following = (coming.next or as_of) + datetime.timedelta(days=coming.every)
    return _agenda(gathering_of(coming.kind, coming, account, as_of), following, account, playbook, as_of)


def agenda_of(kind: ReviewKind, account: Account, playbook: Playbook, as_of: datetime.date) -> Agenda:
    """Return the agenda of one kind of review, whenever it is held."""
    held = gathering(kind, account, playbook, as_of)
    return _agenda(held, held.day or as_of, account, playbook, as_of)


def _ahead(playbook: Playbook) -> int:
    return playbook.method.windows.contract_ahead


def next_review(held: Sequence[Held]) -> Held | None:
    """Return the kind of review that comes next; one with a day comes before one that is only due."""
    agreed = [one for one in held if one.next]
    due = [one for one in held if one.due]
    if agreed:
        return min(agreed, key=lambda one: one.next or datetime.date.max)
    return min(due, key=lambda one: one.due or datetime.date.max) if due else next(iter(held), None)


def _agenda(
    held: Gathering | None, following: datetime.date, account: Account, playbook: Playbook, as_of: datetime.date
) -> Agenda:
    until = max(following, as_of + datetime.timedelta(days=_ahead(playbook)))
    whole = Seen(account, playbook, as_of, until, held, account)
    if held is None or not held.client:
        found = _found(whole)
        return Agenda(held, following, found[:MOST], len(found[MOST:]))
    laid = replace(whole, account=on_the_table(account, playbook, held))
    found = _found(laid)
    shared = {(one.kind, one.what) for one in found}
    kept = tuple(one for one in _found(whole) if (one.kind, one.what) not in shared)
    return Agenda(held, following, found[:MOST], len(found[MOST:]), kept, left_to(laid))


def _found(seen: Seen) -> tuple[Point, ...]:
    return tuple(_presented(seen, point) for find in FINDERS if (point := find(seen)))


def _presented(seen: Seen, point: Point) -> Point:
    """Have somebody present it who comes: the lead, where nobody of those in the room answers for it."""
    written = point.who or ""
    if written and _sits_there(seen, written):
        return point
    lead, meeting = seen.account.lead, seen.held.meeting if seen.held else None
    if meeting and meeting.ours and key_of(lead or "") not in {key_of(one) for one in meeting.ours}:
        lead = meeting.ours[0]
    return replace(point, who=lead)


def _sits_there(seen: Seen, reference: str) -> bool:
    ours = {colleague.id for colleague in seen.playbook.team}
    if reference.startswith("people/") or key_of(reference) not in ours:
        person = next((one for one in seen.account.people if one.key == key_of(reference)), None)
        here = person is not None and not person.gone(seen.as_of)
        return seen.client and here and seen.comes(reference)
    meeting = seen.held.meeting if seen.held else None
    return not meeting or not meeting.ours or key_of(reference) in {key_of(one) for one in meeting.ours}
