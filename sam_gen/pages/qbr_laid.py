"""What the page for the table and its slides are made from: the account as the client may see it, and since when.

Which records that is, and which reviews this one follows, stands in `advise/at_table`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from sam_gen.advise.at_table import Gathering, gathering, on_the_table
from sam_gen.advise.once import Said, names_of, together
from sam_gen.model.account import Account
from sam_gen.model.care import Decision, ReviewKind
from sam_gen.model.plan import Action, Promise
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
    def after(self) -> datetime.date:
        """The day from which something is still ahead for those who sit there; without an agreed day today."""
        return self.held.day or self.sight.as_of

    def unsaid(self, *kinds: Iterable[Told]) -> frozenset[int]:
        """Return the ids of the records that say again what one of an earlier kind says; open and done never agree."""
        ranked = [(at, record) for at, records in enumerate(kinds) for record in records]
        names = names_of(self.whole.account, self.whole.project.playbook)
        again = (
            one
            for group in together(ranked, lambda one: _said(one[1]), names)
            for one in group
            if one[0] > min(at for at, _ in group)
        )
        return frozenset(id(record) for _, record in again)

    @property
    def last(self) -> datetime.date | None:
        """The day of the last review with those who come; None where there was none."""
        return self.held.last.date if self.held.last else None


Told = Promise | Decision | Action
"""What the table has three lists of: one act may stand in all of them."""


def _said(record: Told) -> Said:
    owner, done = (record.by, record.kept) if isinstance(record, Promise) else (record.owner, record.done)
    return Said(f"{record.what}", owner, done or record.due)


def by(sight: Sight, day: datetime.date | None) -> str:
    """Print a day by which something is wanted."""
    return sight.day(day) if day else "no day yet"


UNKNOWN = Cell("not known yet", tone="grey")
