"""All accounts at once, with each open thing counted once, however often its file says it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sam_gen.advise.twice import open_lines
from sam_gen.assess.agenda import Item
from sam_gen.assess.portfolio import Portfolio, portfolio
from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook


def seen_once(accounts: Iterable[Account], playbook: Playbook, as_of: datetime.date) -> Portfolio:
    """See every account once; what an action, a promise and a decision of one day say is one open thing."""
    return portfolio(accounts, playbook, as_of, partial(_grouped, playbook, as_of))


def _grouped(
    playbook: Playbook, as_of: datetime.date, account: Account, items: Sequence[Item]
) -> Iterator[tuple[Item, ...]]:
    return (line.items for line in open_lines(account, playbook, as_of, items))
