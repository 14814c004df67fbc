"""Which reviews an account holds, how well it keeps to them, and where it stands halfway through its plan.

An account's own cadence wins over the one its tier asks for: days agreed with a client are not ours to shorten.
Kept and missed are counted from the days of reviews on file and from nothing else. Every review counts as kept. Every
day on which one fell due counts as missed unless a review of the kind took place by then or within the days of grace;
a review held later than that counts for itself and starts the rhythm anew.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.people import tier_of
from sam_gen.assess.plan import Track, open_objectives, tracked, validations
from sam_gen.assess.reviews import past_reviews
from sam_gen.model.account import Account
from sam_gen.model.care import Cadence, Review, ReviewKind, Validation
from sam_gen.model.place import Place
from sam_gen.model.plan import Benchmark, Measure, Objective
from sam_gen.model.playbook import Playbook

YEAR = 365
"""Days over which kept and missed reviews are counted."""


@dataclass(frozen=True)
class Adherence:
    """How many reviews of one kind were kept in the last twelve months."""

    held: int
    missed: tuple[datetime.date, ...]
    """The days on which one fell due and none took place."""

    @property
    def asked(self) -> int:
        """How many there were to keep."""
        return self.held + len(self.missed)


@dataclass(frozen=True)
class Held:
    """One kind of review of an account: what is asked, and what took place."""

    kind: ReviewKind
    every: int
    agreed: Cadence | None
    """The account's own cadence; None where only the tier asks."""
    tier: int | None
    """Days the tier asks for; None where it does not ask."""
    last: Review | None
    next: datetime.date | None
    """The agreed day, if it lies ahead."""
    due: datetime.date | None
    late: int
    """Days since it was due; 0 if it is not."""
    kept: Adherence | None
    """None while nothing on file says when the first one fell due."""


def kinds(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Held, ...]:
    """Return every kind of review that is agreed or that the tier asks for, in the order of the words."""
    tier = tier_of(account, playbook)
    asked = {one.kind: one.every for one in tier.reviews} if tier else {}
    agreed = {one.kind: one for one in account.cadence}
    grace = playbook.method.windows.review_grace
    wanted = [kind for kind in ReviewKind if kind in asked or kind in agreed]
    return tuple(_held(kind, account, agreed.get(kind), asked.get(kind), grace, as_of) for kind in wanted)


def _held(
    kind: ReviewKind, account: Account, agreed: Cadence | None, tier: int | None, grace: int, as_of: datetime.date
) -> Held:
    every = agreed.every if agreed else tier or 0
    past = [review for review in past_reviews(account, as_of) if review.kind is kind]
    day = agreed.next if agreed else None
    due = past[0].date + datetime.timedelta(days=every) if past else day
    kept = adherence([review.date for review in past], every, grace, as_of, first=day)
    late = max(0, (as_of - due).days) if due else 0
    return Held(
        kind, every, agreed, tier, past[0] if past else None, day if day and day >= as_of else None, due, late, kept
    )


def adherence(
    held: Sequence[datetime.date], every: int, grace: int, as_of: datetime.date, first: datetime.date | None = None
) -> Adherence | None:
    """Count the reviews of the last twelve months and the days that went by without one.

    `first` is the agreed day of a first review; without it and without a review nothing can be counted.
    """
    days = sorted(held)
    due = days[0] if days else first
    if due is None:
        return None
    missed = []
    for day in [*days, as_of]:
        while due + datetime.timedelta(days=grace) < day:
            missed.append(due)
            due += datetime.timedelta(days=every)
        due = day + datetime.timedelta(days=every)
    since = as_of - datetime.timedelta(days=YEAR)
    return Adherence(sum(since < day for day in days), tuple(day for day in missed if day > since))


# The middle of the plan -----------------------------------------------------------------


@dataclass(frozen=True)
class Due:
    """What one measure should have reached by the middle of the plan."""

    objective: Objective
    measure: Measure
    aim: Benchmark
    track: Track
    """NOT_DUE: the day of the aim is still to come."""


@dataclass(frozen=True)
class Midpoint:
    """The day half of the plan is over, and what should stand by then."""

    day: datetime.date
    place: Place
    """Where the timeframe stands in the file."""
    held: Review | None
    near: bool
    """Whether it is close enough, or past, and not held: then it is on the table."""
    dues: tuple[Due, ...]
    without: int
    """Open objectives that say nothing of what should stand by then."""


def midpoint(account: Account, playbook: Playbook, as_of: datetime.date) -> Midpoint | None:
    """Return the middle of the plan; None without a timeframe.

    A midpoint check, or a review of the plan held from so many days before the middle on, holds it.
    """
    span = account.timeframe
    if span is None:
        return None
    day = span.start + (span.end - span.start) // 2
    opens = day - datetime.timedelta(days=playbook.method.windows.midpoint_ahead)
    counts = (ReviewKind.MIDPOINT, ReviewKind.PLAN)
    past = [one for one in past_reviews(account, as_of) if one.kind in counts and opens <= one.date <= span.end]
    held = past[-1] if past else None
    near = held is None and opens <= as_of <= span.end
    aims = open_objectives(account, as_of)
    dues = tuple(due for one in aims for due in _dues(one, day, as_of))
    without = len(aims) - len({due.objective.key for due in dues})
    return Midpoint(day, account.place_of("timeframe"), held, near, dues, without)


def _dues(objective: Objective, day: datetime.date, as_of: datetime.date) -> list[Due]:
    found = []
    for measure in objective.measures:
        aims = [one for one in measure.benchmarks if one.target is not None and one.date <= day]
        if aims:
            aim = max(aims, key=lambda one: one.date)
            track = tracked(measure, aim.date).track if aim.date <= as_of else Track.NOT_DUE
            found.append(Due(objective, measure, aim, track))
    return found


# With the client, every year --------------------------------------------------------------


def validation_due(account: Account, playbook: Playbook, as_of: datetime.date) -> datetime.date | None:
    """Return the day until which the last validation by the client counts; None where there was none."""
    last: Validation | None = next(iter(validations(account, as_of)), None)
    return last.date + datetime.timedelta(days=playbook.method.windows.validation_lasts) if last else None
