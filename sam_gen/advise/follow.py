"""What to ask people we know: about what is theirs, and what has changed since we last spoke."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from sam_gen.advise.question import Form, Question
from sam_gen.assess.people import Standing
from sam_gen.assess.readable import on
from sam_gen.model.account import Account
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Initiative
from sam_gen.model.scalars import key_of

YOUNG = 30
"""Days after a talk in which hardly anything has changed. Convention."""


def follow_ups(account: Account, people: Sequence[Standing], as_of: datetime.date) -> tuple[Question, ...]:
    """Return what to ask each of some people: the most pressing thing of everybody first, then the next of each.

    Of one person: their own initiatives, the nearest end first, then what has changed for them. An initiative is asked
    about what has changed, or, within thirty days of the last talk, about what lies ahead of it. "What has changed for
    you" comes after all that, and within those days last. Whoever was never met is asked nothing here: that is a gap.
    """
    each = [list(_asked(account, who, as_of)) for who in people if _known(who)]
    asked = [one for one in chain.from_iterable(zip_longest(*each)) if one]
    soon = {who.person.name for who in people if _young(who)}
    return tuple(sorted(asked, key=lambda one: 1 + (one.whom in soon) if one.form is Form.CHANGED else 0))


def _known(who: Standing) -> bool:
    return who.last_talk is not None and who.person.status is PersonStatus.ACTIVE


def _young(who: Standing) -> bool:
    return who.talk_age is not None and who.talk_age < YOUNG


def _asked(account: Account, who: Standing, as_of: datetime.date) -> Iterator[Question]:
    person, talk = who.person, on(who.last_talk) if who.last_talk else ""
    own = [one for one in account.initiatives if key_of(one.owner or one.who) == person.key and not _over(one, as_of)]
    for one in sorted(own, key=lambda one: (one.due or datetime.date.max, one.place)):
        why = f"their initiative{f', by {on(one.due)}' if one.due else ''}"
        form = Form.AHEAD if _young(who) else Form.INITIATIVE
        yield Question(_about(one, talk, form), person.name, why, one.place, True, form=form)
    text, age = f"What has changed for you since {talk}?", f"the last talk is {who.talk_age} days ago"
    why = {0: "the last talk was today", 1: "the last talk was yesterday"}.get(who.talk_age or 0, age)
    yield Question(text, person.name, why, person.place, True, form=Form.CHANGED)


def _about(one: Initiative, talk: str, form: Form) -> str:
    if form is Form.INITIATIVE:
        return f"What has changed about “{one.name}” since {talk}?"
    if one.due:
        return f"What could still keep “{one.name}” from being done by {on(one.due)}?"
    return f"What is the next step in “{one.name}”, and who takes it?"


def _over(one: Initiative, as_of: datetime.date) -> bool:
    return one.due is not None and one.due < as_of
