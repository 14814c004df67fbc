"""What lies on the table at a review with the client: the account as the client may see it.

That are the records that say `audience: shared`, and what was decided at reviews in which they took part: both sides
sat there. Whoever took part has their name and title on it. Notes and course of such a review stay ours.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.assess.reviews import past_reviews
from sam_gen.editions.narrow import narrow, without_lost
from sam_gen.editions.project import ids_of
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight
from sam_gen.pages.tables import Cell


def on_the_table(project: Project, account: Account) -> Account:
    """Return the account as the client may see it, with what was decided at reviews in which they took part."""
    joint = tuple(narrow(review, Audience.SHARED) for review in account.reviews if review.theirs)
    took_part = _took_part(account)
    people = tuple(
        narrow(person, Audience.SHARED)
        for person in account.people
        if person.audience is Audience.SHARED or person.key in took_part
    )
    shown = narrow(account, Audience.SHARED).model_copy(update={"reviews": joint, "people": people})
    return without_lost(shown, ids_of(project.playbook))


def _took_part(account: Account) -> set[str]:
    """Return who sat at a review or went through the plan; without them its decision would have no owner."""
    joint = [review for review in account.reviews if review.theirs]
    found = [who for review in joint for who in review.theirs]
    found += [decision.owner for review in joint for decision in review.decisions if decision.owner]
    return {key_of(who) for who in (*found, *(one.who for one in account.validation))}


@dataclass(frozen=True)
class Laid:
    """What both the page and the slides are made from."""

    sight: Sight
    """Of the account as the client may see it."""
    since: datetime.date
    last: datetime.date | None
    """The day of the last review with the client; None where there was none."""

    @classmethod
    def of(cls, project: Project, account: Account) -> Laid:
        """Lay the table."""
        sight = Sight.of(project, on_the_table(project, account))
        last = next((review.date for review in past_reviews(sight.account, sight.as_of)), None)
        back = datetime.timedelta(days=project.playbook.method.windows.without_review)
        return cls(sight, last or sight.as_of - back, last)

    @property
    def client(self) -> str:
        """What the client calls itself."""
        return self.sight.account.name


def by(sight: Sight, day: datetime.date | None) -> str:
    """Print a day by which something is wanted."""
    return sight.day(day) if day else "no day yet"


UNKNOWN = Cell("not known yet", tone="grey")
