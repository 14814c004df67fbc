"""What the page for the table and its slides are made from: the account as the client may see it, and since when.

Which records that is, and which reviews this one follows, stands in `advise/at_table`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.advise.at_table import Gathering, gathering, on_the_table
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.tables import Cell


@dataclass(frozen=True)
class Laid:
    """What both the page and the slides are made from."""

    sight: Sight
    """Of the account as the client may see it."""
    whole: Sight
    """Of the account as we see it: for what is decided before the table is laid, and for what is ours alone."""
    held: Gathering
    since: datetime.date

    @classmethod
    def of(cls, project: Project, account: Account) -> Laid:
        """Lay the table."""
        playbook, as_of = project.playbook, project.as_of
        held = gathering(ReviewKind.QBR, account, playbook, as_of)
        back = datetime.timedelta(days=playbook.method.windows.without_review)
        since = held.last.date if held.last else as_of - back
        sight = Sight.of(project, on_the_table(account, playbook, held), held.day)
        return cls(sight, Sight.of(project, account), held, since)

    @property
    def last(self) -> datetime.date | None:
        """The day of the last review with those who come; None where there was none."""
        return self.held.last.date if self.held.last else None


def by(sight: Sight, day: datetime.date | None) -> str:
    """Print a day by which something is wanted."""
    return sight.day(day) if day else "no day yet"


UNKNOWN = Cell("not known yet", tone="grey")
