"""Which open lines of an account are one thing: an action that carries a promise, a promise that answers a wish."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.advise.once import Said, names_of, telling, together
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.plan import Dated, DatedKind, roadmap
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_SHARED = 2
_PLANNED = (DatedKind.ACTION, DatedKind.PROMISE, DatedKind.DECISION, DatedKind.RISK, DatedKind.OPPORTUNITY)
"""What may be written twice, as in the calendar of the plan."""


@dataclass(frozen=True)
class Line:
    """One open thing, in every form in which the file has it."""

    items: tuple[Item, ...]
    """The action first, the answer to a risk last."""
    wish: Feedback | None
    """What somebody asked for and this answers."""


def open_lines(
    account: Account, playbook: Playbook, as_of: datetime.date, items: Sequence[Item] | None = None
) -> tuple[Line, ...]:
    """Return what is open, each thing once, in the order of the day; an objective is no step and stands for itself.

    What is one thing is judged from all that the file plans, whichever items are asked for: two lines may be one only
    by a third between them, such as the answer to a risk. So every page puts together what the plan's calendar does.
    """
    names = names_of(account, playbook)
    every = open_items(account, as_of) if items is None else items
    aims = [item for item in every if item.kind is ItemKind.OBJECTIVE]
    steps = [item for item in every if item.kind is not ItemKind.OBJECTIVE]
    asked = {item.record.place for item in steps}
    between = [one for one in roadmap(account, as_of) if one.kind in _PLANNED and one.place not in asked]
    every_line: list[Item | Dated] = [*steps, *between]
    found = together(every_line, _said, names)
    kept = (tuple(one for one in group if isinstance(one, Item)) for group in found)
    groups = [*(group for group in kept if group), *((one,) for one in aims)]
    wishes = unsettled(account, as_of)
    lines = [
        Line(
            tuple(sorted(group, key=_rank)),
            next((one for one in wishes if any(answers(item, one, names) for item in group)), None),
        )
        for group in groups
    ]
    order = {id(item): at for at, item in enumerate(every)}
    return tuple(sorted(lines, key=lambda line: min(order[id(item)] for item in line.items)))


def _said(one: Item | Dated) -> Said:
    return Said(one.what, one.owner, one.due) if isinstance(one, Item) else Said(one.what, one.who, one.date)


def _rank(item: Item) -> int:
    """The action first, the answer to a risk last, between them as the file has them."""
    return {ItemKind.ACTION: 0, ItemKind.RESPONSE: 2}.get(item.kind, 1)


def answers(item: Item, wish: Feedback, names: frozenset[str]) -> bool:
    """Whether something open is what somebody asked for: in their words, and not promised to somebody else."""
    if item.kind is ItemKind.OBJECTIVE or (item.to and wish.who and key_of(item.to) != key_of(wish.who)):
        return False
    return item.what == wish.wants or len(telling(item.what, names) & telling(wish.wants or "", names)) >= _SHARED


def twins(account: Account, playbook: Playbook, as_of: datetime.date) -> Mapping[Place, Place]:
    """Return the one place of each thing that is written twice, for every line of it and every day of a line."""
    found: dict[Place, Place] = {}
    for line in open_lines(account, playbook, as_of):
        if len(line.items) > 1 or line.wish:
            one = line.items[0].record.place
            found.update(
                (place, one) for item in line.items for place in (item.record.place, item.record.place_of("due"))
            )
            found.update([(line.wish.place, one)] if line.wish else [])
    return found
