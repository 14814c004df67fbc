"""`Project`: everything that was read, as one value."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook


@dataclass(frozen=True)
class Project:
    """The playbook and the accounts, seen from one day."""

    playbook: Playbook
    accounts: tuple[Account, ...]
    """In the order of their ids."""
    as_of: datetime.date
    """The one clock: every age and every overdue is counted from here."""
