"""What every kind of focus says, and who could help with it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.addressed import sentences
from sam_gen.advise.phrase import cut, quote
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come
from sam_gen.assess.introductions import Way, introductions
from sam_gen.assess.people import Standing
from sam_gen.assess.steps_about import steps_about
from sam_gen.model.people import Meeting, Person, PersonStatus
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight

_LINE = 14
"""Words of a step in an option."""


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
    """Return the next meeting to which somebody comes."""
    meetings = meetings_to_come(sight.account, sight.as_of)
    return next((meeting for meeting in meetings if person.key in map(key_of, meeting.theirs)), None)


def ways(sight: Sight) -> tuple[Way, ...]:
    """Return the ways to key players that the map shows."""
    return introductions(sight.account, sight.playbook, sight.as_of)


def about(sight: Sight, who: Standing, beside: Item | None = None) -> list[Item]:
    """Return our open steps that name somebody or are promised to them, but for the one the talk is about."""
    steps = steps_about(sight.account, who.person, sight.as_of)
    return [one for one in steps if beside is None or one.record is not beside.record]


def planned(sight: Sight, who: Standing, until: datetime.date, beside: Item | None = None) -> list[Item]:
    """Return our steps about somebody that fall due by a day; what is only done if a risk comes true is none."""
    steps = [one for one in about(sight, who, beside) if one.kind is not ItemKind.RESPONSE and not one.overdue]
    return [one for one in steps if one.due and one.due <= until]


def first_sentence(text: str) -> str:
    """Return the first sentence of a note, to stand in a line."""
    return cut(sentences(text)[0], _LINE)


def tells(sight: Sight, item: Item) -> str:
    """Say a step with its owner and day, to stand after a colon."""
    owner = sight.names.full(item.owner) or "nobody yet"
    return f"{quote(item.what, _LINE)}, {owner}, {sight.day(item.due) if item.due else 'no day yet'}"


def held(sight: Sight, item: Item) -> str:
    """Say a step of ours that is planned already, as a way of its own: it only has to be done."""
    if item.overdue:
        owner = sight.names.full(item.owner) or "everybody"
        return (
            f"{quote(item.what, _LINE)} is {-(item.days or 0)} d late: find out what keeps {owner} from it, and do it"
        )
    return f"What is planned is done: {tells(sight, item)}"


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
