"""How early we are let into the client's decisions, by the value of what we heard of.

`index = sum(worth × link) / sum(worth)` over the opportunities of the last months that have a worth and say when we
heard of them, where a link is a place in the client's decision chain from 0, using something, to 6, the company's
strategy. The three shares are of the same worth. The number of months is that of `models/continuum.yml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.plan import Link, Opportunity, Origin
from sam_gen.model.playbook import Playbook

_CHAIN = tuple(Link)
_MONTH = 30.44
"""Days."""
METHOD = "upstream"
_HEARD = "When did we first hear of it: at the order, the tender, or the idea?"


@dataclass(frozen=True)
class Upstream:
    """Four figures over the same opportunities: those of the last months with a worth and the link we came in at."""

    index: Figure
    """0 to 6."""
    early: Figure
    """Per cent of the worth that we heard of when their initiative was shaped, or earlier."""
    tendered: Figure
    """Per cent of the worth that came with a tender."""
    joint: Figure
    """Per cent of the worth that both sides found together."""


def upstream(account: Account, playbook: Playbook, as_of: datetime.date) -> Upstream:
    """Return how early we were let in, over the months of the model."""
    numbers = playbook.method.continuum.diagnosis
    days = int((numbers.upstream_months if numbers else 24) * _MONTH)
    lately = [one for one in account.opportunities if _lately(one, as_of, days)]
    placed = [one for one in lately if one.entered_at and one.worth]
    return Upstream(
        index=_index(placed, lately),
        early=_share(placed, [one for one in placed if _at(one) >= _CHAIN.index(Link.INITIATIVE)], lately, _HEARD),
        tendered=_of_origin(Origin.RFP, placed, lately),
        joint=_of_origin(Origin.JOINT, placed, lately),
    )


def _lately(one: Opportunity, as_of: datetime.date, days: int) -> bool:
    """Whether we heard of it, or it ended, within the months; one without either day is open and counts."""
    if one.heard and one.heard > as_of:
        return False
    day = one.closed if one.closed and one.closed <= as_of else None
    day = day or (one.heard if one.closed else None)
    return day is None or (as_of - day).days <= days


def _at(one: Opportunity) -> int:
    return _CHAIN.index(one.entered_at) if one.entered_at else 0


def _index(placed: Sequence[Opportunity], lately: Sequence[Opportunity]) -> Figure:
    worth = sum((one.worth or Decimal(0) for one in placed), Decimal(0))
    weighted = sum(((one.worth or Decimal(0)) * _at(one) for one in placed), Decimal(0))
    return Figure(
        value=float(weighted / worth) if worth else None,
        unit=f"of {len(_CHAIN) - 1}",
        known=len(placed) / len(lately) if lately else 0.0,
        because=tuple(Reason(f"{one.name}: heard of at {_at(one)}, worth {one.worth}", one.place) for one in placed),
        method=METHOD,
        ask=None if worth else _HEARD,
    )


def _of_origin(origin: Origin, placed: Sequence[Opportunity], lately: Sequence[Opportunity]) -> Figure:
    """Return the share of one origin, over the same worth as the index; no share while one of them lacks its origin."""
    blank = [one for one in placed if one.origin is None]
    if blank:
        ask = f"Where did “{blank[0].name}” come from: a tender, them, us, or both sides together?"
        return replace(_share([], [], lately, ask), known=(len(placed) - len(blank)) / len(lately))
    return _share(placed, [one for one in placed if one.origin is origin], lately, _HEARD)


def _share(
    known: Sequence[Opportunity], part: Sequence[Opportunity], lately: Sequence[Opportunity], ask: str
) -> Figure:
    whole = sum((one.worth or Decimal(0) for one in known), Decimal(0))
    some = sum((one.worth or Decimal(0) for one in part), Decimal(0))
    return Figure(
        value=float(100 * some / whole) if whole else None,
        unit="% of the worth",
        known=len(known) / len(lately) if lately else 0.0,
        because=tuple(Reason(f"{one.name}: {one.worth}", one.place, counts=one in part) for one in known),
        method=METHOD,
        ask=None if whole else ask,
    )
