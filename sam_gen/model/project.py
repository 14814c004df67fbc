"""`Project`: everything that was read, as one value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sam_gen.model.account import Account
from sam_gen.model.coaching import AccountCoaching, PersonCoaching
from sam_gen.model.edition import Edition
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.practice import Practice


@dataclass(frozen=True)
class Coaching:
    """The folder `coaching/`: opened for the coach edition and by `check` alone."""

    accounts: Mapping[str, AccountCoaching] = field(default_factory=dict)
    people: Mapping[str, PersonCoaching] = field(default_factory=dict)


@dataclass(frozen=True)
class Lost:
    """What a case says about an entry that the company took out of its models; it was left out in reading."""

    account: str
    """The id of the case."""
    field: str
    """The field that names the entry."""
    id: str
    """What it names."""
    lists: tuple[str, ...]
    """Where the entry would stand: dimensions, stages, criteria."""
    place: Place
    nearest: str = ""
    """An entry that is there and is spelt alike; perhaps it was meant."""


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
    lost: tuple[Lost, ...] = ()
    """Of cases: what was left out because the company's models have no such entry any more."""
    practice: Practice | None = None
    """Of cases: exercises and the files to work on; None where there is no such folder."""
