"""What to ask people we know: about what is theirs, and, for want of better, what has changed since we last spoke."""

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


def follow_ups(
    account: Account, people: Sequence[Standing], as_of: datetime.date, day: datetime.date | None = None
) -> tuple[Question, ...]:
    """Return what to ask each of some people about their own initiatives: the nearest end of everybody first.

    An initiative is asked about what has changed, or, where the last talk is less than thirty days old on the day of
    the next one, about what lies ahead of it. Whoever was never met is asked nothing here: that is a gap.
    """
    each = [list(_asked(account, who, as_of, day or as_of)) for who in people if _known(who)]
    return tuple(one for one in chain.from_iterable(zip_longest(*each)) if one)


def changed(
    people: Sequence[Standing], as_of: datetime.date, day: datetime.date | None = None, *, even_young: bool = False
) -> tuple[Question, ...]:
    """Return the question what has changed for somebody since the last talk, which fits everybody: a last resort.

    Within thirty days hardly anything has changed; then it is asked only where nothing else is to be asked at all.
    """
    known = [who for who in people if _known(who)]
    old = [who for who in known if not _young(who, day or as_of)]
    young = [who for who in known if who not in old] if even_young else []
    return tuple(_changed(who) for who in (*old, *young))


def _known(who: Standing) -> bool:
    return who.last_talk is not None and who.person.status is PersonStatus.ACTIVE


def _young(who: Standing, day: datetime.date) -> bool:
    return who.last_talk is not None and (day - who.last_talk).days < YOUNG


def _asked(account: Account, who: Standing, as_of: datetime.date, day: datetime.date) -> Iterator[Question]:
    person, talk = who.person, on(who.last_talk) if who.last_talk else ""
    own = [one for one in account.initiatives if key_of(one.owner or one.who) == person.key and not _over(one, as_of)]
    for one in sorted(own, key=lambda one: (one.due or datetime.date.max, one.place)):
        why = f"their initiative{f', by {on(one.due)}' if one.due else ''}"
        form = Form.AHEAD if _young(who, day) else Form.INITIATIVE
        yield Question(_about(one, talk, form), person.name, why, one.place, True, form=form)


def _changed(who: Standing) -> Question:
    talk = on(who.last_talk) if who.last_talk else ""
    text, age = f"What has changed for you since {talk}?", f"the last talk is {who.talk_age} days ago"
    why = {0: "the last talk was today", 1: "the last talk was yesterday"}.get(who.talk_age or 0, age)
    return Question(text, who.person.name, why, who.person.place, True, form=Form.CHANGED)


def _about(one: Initiative, talk: str, form: Form) -> str:
    if form is Form.INITIATIVE:
        return f"What has changed about “{one.name}” since {talk}?"
    if one.due:
        return f"“{one.name}”, for {on(one.due)}: what could still come between?"
    return f"“{one.name}”: what is the next step, and who takes it?"


def _over(one: Initiative, as_of: datetime.date) -> bool:
    return one.due is not None and one.due < as_of
