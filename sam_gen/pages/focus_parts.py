"""What every kind of focus says, and who could help with it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.introductions import Way, introductions
from sam_gen.assess.people import Standing
from sam_gen.model.people import Meeting, Person, PersonStatus
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight


@dataclass(frozen=True)
class Words:
    """What one kind of focus says; each sentence carries a name, a day or a number of the account."""

    sentence: str
    why: str
    goal: str
    options: tuple[str, ...]
    nothing: str
    field: str


def next_meeting(sight: Sight) -> Meeting | None:
    """Return the next meeting with the client."""
    return next(iter(meetings_to_come(sight.account, sight.as_of)), None)


def coming(sight: Sight, person: Person) -> Meeting | None:
    """Return the next meeting if somebody comes to it."""
    meeting = next_meeting(sight)
    return meeting if meeting and person.key in map(key_of, meeting.theirs) else None


def ways(sight: Sight) -> tuple[Way, ...]:
    """Return the ways to key players that the map shows."""
    return introductions(sight.account, sight.playbook, sight.as_of)


def helper(people: Sequence[Standing], beside: Sequence[Standing]) -> str:
    """Name who of theirs could help: for us and spoken to lately, but not somebody the focus is about."""
    others = [who for who in people if who.last_talk and who not in beside and who.person.status is PersonStatus.ACTIVE]
    best = max(others, key=lambda who: (who.for_us, -(who.talk_age or 0)), default=None)
    return best.person.name if best else ""


def ahead(sight: Sight, days: int) -> str:
    """Print the day so many days ahead."""
    return sight.day(sight.as_of + datetime.timedelta(days=days))


def suits(sight: Sight, meeting: Meeting) -> bool:
    """Whether a stranger can be asked to join: not tomorrow, and by day; models/coaching.yml says what that is."""
    model = sight.project.playbook.method.coaching
    by_day = meeting.time is None or model.join_from <= meeting.time <= model.join_until
    return by_day and (meeting.date - sight.as_of).days >= model.join_ahead


def close(one: Person, other: Person) -> bool:
    """Whether two are of one function, or one of them leads the other."""
    same = bool(one.function) and key_of(one.function) == key_of(other.function)
    return same or _leads(one, other)


def near(sight: Sight, one: Person, other: Person) -> bool:
    """Whether two are about as high: by their levels, or because one of them leads the other."""
    method = sight.project.playbook.method
    rank = {level.id: at for at, level in enumerate(method.people.levels)}
    own, their = rank.get(key_of(one.level)), rank.get(key_of(other.level))
    if own is None or their is None:
        return _leads(one, other)
    return abs(own - their) <= method.coaching.join_levels


def _leads(one: Person, other: Person) -> bool:
    return key_of(one.reports_to) == other.key or key_of(other.reports_to) == one.key
