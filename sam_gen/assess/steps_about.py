"""What we already have planned about somebody of theirs: so that nobody suggests what is under way."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Sequence

from sam_gen.assess.agenda import Item, ItemKind, open_steps
from sam_gen.assess.alike import names, names_thing
from sam_gen.model.account import Account
from sam_gen.model.people import Person
from sam_gen.model.scalars import key_of

_CLAUSE = re.compile(r"[,;.]")


def steps_about(
    account: Account, person: Person, as_of: datetime.date, steps: Sequence[Item] | None = None
) -> tuple[Item, ...]:
    """Return our open steps that name somebody of theirs or are promised to them: the next day first.

    Steps are actions, decisions, promises and the answers to risks; an objective is none. A step without an owner is
    ours to give to somebody. What is open may have been worked out already.

    After those ahead stand the late, the last one due first, then those without a day.
    """
    every = open_steps(account, as_of) if steps is None else steps
    ours = frozenset(key_of(one) for one in (account.lead, account.backup, *(seat.who for seat in account.team)))
    theirs = frozenset(one.key for one in account.people) - ours
    found = [item for item in every if _about(item, person, account.name) and _ours(item.owner or "", theirs)]
    late = [item for item in found if item.overdue]
    ahead = [item for item in found if item.due and not item.overdue]
    return (*ahead, *reversed(late), *(item for item in found if not item.due))


def next_step(
    account: Account, person: Person, as_of: datetime.date, steps: Sequence[Item] | None = None
) -> Item | None:
    """Return the step that comes next; what only mentions them later in its line comes after all that is for them.

    Of two that are for them, that of whoever looks after them comes first. A promise says what they get, so of one
    owner every other step comes before it.
    """
    owner = key_of(person.owner)

    def rank(item: Item) -> tuple[bool, bool, bool]:
        promise = item.kind is ItemKind.PROMISE
        beside = not promise and not names(_CLAUSE.split(item.what)[0], person.name)
        return beside, not owner or key_of(item.owner) != owner, promise

    return min(steps_about(account, person, as_of, steps), key=rank, default=None)


def step_keeping(
    account: Account, person: Person, promised: str, as_of: datetime.date, steps: Sequence[Item] | None = None
) -> Item | None:
    """Return our next step ahead with which somebody gets what we promised them; another promise is none."""
    about = steps_about(account, person, as_of, steps)
    ahead = (one for one in about if one.due and not one.overdue and one.kind is not ItemKind.PROMISE)
    return next((one for one in ahead if names_thing(one.what, promised)), None)


def _ours(owner: str, theirs: Container[str]) -> bool:
    """Whether it is ours to do; a bare id that is the lead's, the backup's or a seat's is one of us."""
    return not owner or (not owner.startswith("people/") and key_of(owner) not in theirs)


def _about(item: Item, person: Person, client: str) -> bool:
    if item.kind is ItemKind.OBJECTIVE:
        return False
    promised = item.kind is ItemKind.PROMISE and key_of(item.to) == person.key
    return promised or names(item.what, person.name, client)
