"""What a point of a review is, and what the points are found in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.advise.at_table import Gathering
from sam_gen.assess.agenda import Item
from sam_gen.assess.reviews import ChangeKind
from sam_gen.assess.rhythm import Midpoint
from sam_gen.model.account import Account
from sam_gen.model.plan import Measure
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of


class PointKind(StrEnum):
    """The reasons for a point, in the order of choice."""

    SUBJECT = "subject"
    """What the meeting was agreed for, and the decisions due on its day."""
    PROMISE = "promise"
    DECISION = "decision"
    RISK = "risk"
    OFF_TRACK = "off_track"
    UNMEASURED = "unmeasured"
    EVIDENCE = "evidence"
    VALUE = "value"
    CONTRACT = "contract"
    MIDPOINT = "midpoint"
    CHANGED = "changed"
    WISH = "wish"
    VALIDATION = "validation"
    UNCONFIRMED = "unconfirmed"
    """A benefit to be confirmed, spoken of among ourselves."""


@dataclass(frozen=True)
class Point:
    """One point: what it is about, why now, and who presents it."""

    kind: PointKind
    what: str
    who: str | None = None
    """Who presents it, as a reference; None where nobody is named."""
    whom: str | None = None
    """Whom it is about: to whom it was promised, who was to do it, whom to ask, who wishes."""
    day: datetime.date | None = None
    number: int = 1
    """How many of its kind there are; the point is about the first."""
    record: Record | None = None
    measure: Measure | None = None
    changed: ChangeKind | None = None
    middle: Midpoint | None = None
    due: tuple[Item, ...] = ()
    """The open decisions that fall due on the day of the review."""


@dataclass(frozen=True)
class Seen:
    """What the points are found in."""

    account: Account
    """As the client may see it, where the client sits at the table."""
    playbook: Playbook
    as_of: datetime.date
    until: datetime.date
    """The day up to which this review has to think."""
    held: Gathering | None
    """None where no kind of review is agreed or asked for."""
    whole: Account
    """As we see it: who said what, whether or not the table names them."""

    @property
    def client(self) -> bool:
        """Whether the client sits at the table."""
        return self.held is not None and self.held.client

    @property
    def day(self) -> datetime.date | None:
        """The agreed day of the review."""
        return self.held.day if self.held else None

    def comes(self, reference: str | None) -> bool:
        """Whether somebody of theirs comes to this review."""
        return self.held is not None and key_of(reference or "") in self.held.circle
