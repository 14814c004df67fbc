"""`Project`: everything that was read, as one value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sam_gen.model.account import Account
from sam_gen.model.coaching import AccountCoaching, PersonCoaching
from sam_gen.model.edition import Edition
from sam_gen.model.playbook import Playbook


@dataclass(frozen=True)
class Coaching:
    """The folder `coaching/`: opened for the coach edition and by `check` alone."""

    accounts: Mapping[str, AccountCoaching] = field(default_factory=dict)
    people: Mapping[str, PersonCoaching] = field(default_factory=dict)


@dataclass(frozen=True)
class Project:
    """The playbook and the accounts, seen from one day."""

    playbook: Playbook
    accounts: tuple[Account, ...]
    """In the order of their ids."""
    as_of: datetime.date
    """The one clock: every age and every overdue is counted from here."""
    coaching: Coaching | None = None
    """None where it was not opened: not for this edition, or there is none."""
    edition: Edition = Edition.TEAM
    base: str = "accounts/"
    """The address below which the accounts' pages stand; cases for training have another."""
    cases: Project | None = None
    """The small world of lessons and exercises: accounts, team and a fixed day of its own; None if there is none."""
