"""The contracts of ours that have not ended, each with its notice day and with what we have planned for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.doors import against
from sam_gen.assess.footprint import End, ends, grid
from sam_gen.assess.notices import naming, notice_cell
from sam_gen.model.account import Account
from sam_gen.model.footprint import HeldBy
from sam_gen.model.place import Place
from sam_gen.model.plan import Opportunity, OpportunityKind
from sam_gen.model.playbook import Playbook

_KEEPS = (OpportunityKind.RENEW, OpportunityKind.DEFEND)


@dataclass(frozen=True)
class Contract:
    """One contract of ours that has not ended."""

    ends: tuple[End, ...]
    """The cells it fills, in the order of the file."""
    notice_by: datetime.date | None
    """Its notice day; None is not known."""
    place: Place
    """Where the notice day stands, or the end where there is none."""

    @property
    def until(self) -> datetime.date:
        """The day it ends."""
        return self.ends[0].day


def contracts(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Contract, ...]:
    """Return the contracts of ours that have not ended, the next to end first."""
    needs = grid(account, playbook, as_of).needs
    named = naming(account)
    found: dict[tuple[datetime.date, datetime.date | None], list[End]] = {}
    places: dict[tuple[datetime.date, datetime.date | None], Place] = {}
    for end in ends(needs, as_of):
        if end.cell.held_by is HeldBy.US and end.days >= 0:
            spoken = notice_cell(end.cell, named)
            key = (end.day, spoken.notice_by if spoken else None)
            found.setdefault(key, []).append(end)
            places.setdefault(key, spoken.place_of("notice_by") if spoken else end.cell.place_of("until"))
    return tuple(Contract(tuple(cells), key[1], places[key]) for key, cells in found.items())


def planned(contract: Contract, found: Sequence[Opportunity], ahead: int) -> tuple[Opportunity, ...]:
    """Return the opportunities that stand against any cell of a contract, each once, in their order."""
    meant = {one.key for end in contract.ends for one in against(end, found, ahead)}
    return tuple(one for one in found if one.key in meant)


def decided(contract: Contract, account: Account, as_of: datetime.date, ahead: int) -> bool:
    """Whether it was decided what follows: an opportunity to keep it is over, and was not so long before its notice."""
    day = contract.notice_by or contract.until
    over = [
        one
        for one in account.opportunities
        if one.kind in _KEEPS
        and one.outcome
        and one.closed
        and one.closed <= as_of
        and (day - one.closed).days <= ahead
    ]
    return bool(planned(contract, over, ahead))
