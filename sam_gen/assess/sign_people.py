"""Who stands behind a next sign: those it presupposes to have been there, and who of ours answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.ground import Ground
from sam_gen.assess.position import Sign
from sam_gen.assess.sponsors import is_executive, ours_is_executive, pairs
from sam_gen.model.method import Dimension, Indicator
from sam_gen.model.scalars import key_of

_EXECUTIVE = 2
"""The levels that executives sit on, of the levels of a company, the highest first. Convention."""


def were_there(wanted: Indicator, indicators: Sequence[Indicator], signs: Sequence[Sign]) -> frozenset[str]:
    """Return with whom anything was seen that says a sign's condition is met: a plan is spoken of with its readers.

    Empty where a sign presupposes nothing, or nobody was noted.
    """
    needed = presupposed(wanted, indicators) - {wanted.id}
    seen = [sign for sign in signs if sign.found and needed & presupposed(sign.indicator, indicators)]
    return frozenset(key_of(sign.who) for sign in seen if sign.who)


def presupposed(one: Indicator, indicators: Sequence[Indicator]) -> set[str]:
    """Return a sign with all it presupposes."""
    before = {other.id: [key_of(key) for key in other.after] for other in indicators}
    found: set[str] = set()
    waiting = [one.id]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += before.get(key, [])
    return found


def ours_for(dimension: Dimension, ground: Ground) -> str | None:
    """Return who of ours answers for a sign: the account lead; between executives, the executive on our side.

    That is the one of a pair, else whoever holds the tie with one of their executives and is one of ours.
    """
    model, account = ground.playbook.method.people, ground.account
    top = [level.id for level in model.levels[:_EXECUTIVE]]
    if dimension.known_at and key_of(dimension.known_at[0]) in top:
        if paired := pairs(account, ground.as_of):
            return paired[0].record.ours
        peers = {one.id for one in ground.playbook.team if ours_is_executive(one, model)}
        held = (who.person.owner for who in ground.people if is_executive(who, model))
        if tie := next((one for one in held if one and key_of(one) in peers), None):
            return tie
    return account.lead
