"""Who comes to a review, what they met for, and what lies on its table when the client sits there.

A review stands in a row with others of its kind in which somebody sat who comes again. "Last time", what was decided
and what has changed since are taken from this row: what was settled with others is theirs to tell.

On the table lie the records that say `audience: shared` and what was decided in this row: both sides sat there. Whoever
took part or comes has name and title on it. Of the meetings to come those lie there in which nobody sits whom the
table does not show and somebody sits who comes here: a talk with others is theirs to speak of. So is a promise with
others: it lies there only if whoever of theirs is in it comes, has a manager who comes, or belongs to the unit of
somebody who comes. Notes and course of such a review stay ours.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from sam_gen.assess.reviews import past_reviews
from sam_gen.assess.rhythm import Held, kinds
from sam_gen.editions.narrow import narrow, without_lost
from sam_gen.editions.project import ids_of
from sam_gen.model.account import Account
from sam_gen.model.care import Review, ReviewKind
from sam_gen.model.people import Meeting, Person, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of

WITH_CLIENT = (ReviewKind.QBR, ReviewKind.EXECUTIVE)
"""The reviews at which the client sits at the table."""


@dataclass(frozen=True)
class Gathering:
    """The next review of one kind: its day, its meeting, who comes, and the reviews it follows."""

    kind: ReviewKind
    day: datetime.date | None
    """The agreed day; None where there is none."""
    meeting: Meeting | None
    """The meeting that is agreed for that day."""
    circle: frozenset[str]
    """The keys of those of theirs who come; while no meeting is agreed, of those who came last."""
    before: tuple[Review, ...]
    """The reviews of this kind with this circle, the newest first."""

    @property
    def client(self) -> bool:
        """Whether the client sits at the table."""
        return self.kind in WITH_CLIENT

    @property
    def last(self) -> Review | None:
        """The review before this one."""
        return next(iter(self.before), None)

    def follows(self, review: Review | None) -> bool:
        """Whether those who come know what a review settled: with the client only what was settled with them."""
        if not self.client or review is None:
            return not self.client
        return review.kind is self.kind and bool(self.circle & _keys(review.theirs))


def gathering(kind: ReviewKind, account: Account, playbook: Playbook, as_of: datetime.date) -> Gathering:
    """Return the next review of one kind, agreed or not."""
    held = next((one for one in kinds(account, playbook, as_of) if one.kind is kind), None)
    return gathering_of(kind, held, account, as_of)


def gathering_of(kind: ReviewKind, held: Held | None, account: Account, as_of: datetime.date) -> Gathering:
    """Return the next review of one kind whose rhythm is known already."""
    client = kind in WITH_CLIENT
    day = held.next if held else None
    past = [one for one in past_reviews(account, as_of) if one.kind is kind]
    meeting = _meeting(account, day, client=client)
    circle = _keys(meeting.theirs) if meeting else _keys(past[0].theirs) if past else frozenset()
    found = Gathering(kind, day, meeting, circle, ())
    return replace(found, before=tuple(one for one in past if found.follows(one)))


def _meeting(account: Account, day: datetime.date | None, *, client: bool) -> Meeting | None:
    """Return the meeting of a day; with the client the one to which most of theirs come."""
    that_day = [one for one in account.meetings if one.date == day and bool(one.theirs) is client]
    return max(that_day, key=lambda one: len(one.theirs), default=None)


def _keys(references: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(one) for one in references)


def on_the_table(account: Account, playbook: Playbook, held: Gathering) -> Account:
    """Return the account as the client may see it, with what was decided at the reviews this one follows."""
    joint = tuple(narrow(review, Audience.SHARED) for review in held.before if review.theirs)
    seated = held.circle | _took_part(account, joint)
    people = tuple(
        _seat(person)
        for person in account.people
        if person.audience is Audience.SHARED or person.key in seated
    )  # fmt: skip
    shown_keys = frozenset(person.key for person in people)
    meetings = tuple(one for one in account.meetings if _of_the_table(one, held, shown_keys))
    near = _near(account, held.circle)
    above = {who for key in held.circle for who in _line(account, key)}
    owners = {one.key: one.owner for one in account.initiatives}
    kept = {
        "meetings": meetings,
        "promises": tuple(one for one in account.promises if near(one.by, one.to)),
        "objectives": tuple(
            one
            for one in account.objectives
            if near(*(whose := (one.owner, owners.get(key_of(one.for_))))) or above & set(map(key_of, whose))
        ),
    }
    shown = narrow(account.model_copy(update=kept), Audience.SHARED)
    shown = shown.model_copy(update={"reviews": joint, "people": people})
    return without_lost(shown, ids_of(playbook))


def _of_the_table(meeting: Meeting, held: Gathering, shown: frozenset[str]) -> bool:
    theirs = _keys(meeting.theirs)
    return meeting == held.meeting or (bool(theirs & held.circle) and theirs <= shown)


def _near(account: Account, circle: frozenset[str]) -> Callable[..., bool]:
    """Return whether what is between these concerns those who come; with nobody of theirs it concerns anybody."""
    people = {one.key: one for one in account.people}
    units = {key_of(people[key].unit) for key in circle if key in people} - {""}

    def comes(key: str) -> bool:
        return bool(circle & {*_line(account, key)}) or key_of(people[key].unit) in units

    def near(*references: str | None) -> bool:
        theirs = [key_of(one) for one in references if key_of(one) in people]
        return not (circle and theirs) or any(map(comes, theirs))

    return near


def _line(account: Account, key: str) -> list[str]:
    """Return somebody and every manager above."""
    manager = {one.key: key_of(one.reports_to) for one in account.people}
    line: list[str] = []
    while key in manager and key not in line:
        line, key = [*line, key], manager[key]
    return line


def _seat(person: Person) -> Person:
    """Show name and title; that somebody has left they know better than we do, and a line in that name needs it."""
    known = {"status": person.status, "until": person.until} if person.status is PersonStatus.LEFT else {}
    return narrow(person, Audience.SHARED).model_copy(update=known)


def _took_part(account: Account, joint: tuple[Review, ...]) -> set[str]:
    """Return who sat at these reviews or went through the plan; without them a decision would have no owner."""
    found = [who for review in joint for who in review.theirs]
    found += [decision.owner for review in joint for decision in review.decisions if decision.owner]
    return {key_of(who) for who in (*found, *(one.who for one in account.validation))}
