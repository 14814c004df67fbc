"""What to ask people we know: about what is theirs, and what has changed since we last spoke."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from sam_gen.advise.ask import Question
from sam_gen.assess.agenda import Item
from sam_gen.assess.people import Standing
from sam_gen.assess.readable import on
from sam_gen.model.account import Account
from sam_gen.model.people import PersonStatus
from sam_gen.model.scalars import key_of


def follow_ups(
    account: Account, late: Sequence[Item], people: Sequence[Standing], as_of: datetime.date
) -> tuple[Question, ...]:
    """Return what to ask each of some people: the most pressing thing of everybody first, then the next of each.

    Of one person: what they are late with, then their own initiatives, the nearest end first, then what has
    changed for them. Whoever was never met is asked nothing here: that is a gap, and has its own question.
    """
    each = [list(_asked(account, late, who, as_of)) for who in people if _known(who)]
    return tuple(one for one in chain.from_iterable(zip_longest(*each)) if one)


def _known(who: Standing) -> bool:
    return who.last_talk is not None and who.person.status is PersonStatus.ACTIVE


def _asked(account: Account, late: Sequence[Item], who: Standing, as_of: datetime.date) -> Iterator[Question]:
    person, talk = who.person, on(who.last_talk) if who.last_talk else ""
    for item in late:
        if key_of(item.owner) == person.key and item.due:
            text = f"What keeps “{item.what}”, and what would help?"
            yield Question(text, person.name, f"their {item.kind.value}, due {on(item.due)}", item.record.place, True)
    own = [one for one in account.initiatives if key_of(one.owner) == person.key and not _over(one.due, as_of)]
    for one in sorted(own, key=lambda one: (one.due or datetime.date.max, one.place)):
        due = f", by {on(one.due)}" if one.due else ""
        text = f"What has changed about “{one.name}” since {talk}?"
        yield Question(text, person.name, f"their initiative{due}", one.place, True)
    text, age = f"What has changed for you since {talk}?", f"the last talk is {who.talk_age} days ago"
    yield Question(text, person.name, age if who.talk_age != 1 else "the last talk was yesterday", person.place, True)


def _over(due: datetime.date | None, as_of: datetime.date) -> bool:
    return due is not None and due < as_of
