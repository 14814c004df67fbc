"""Who at the client is near those who come to the next talk, and the wishes that they may speak of there."""

from __future__ import annotations

import datetime

from sam_gen.advise.talk import Talk
from sam_gen.assess.agenda import Item
from sam_gen.assess.health_measures import unsettled
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.scalars import key_of


class Near:
    """Who at the client is near those who come: in one function with them, or in one line of managers."""

    def __init__(self, account: Account, talk: Talk) -> None:
        self.account, self.talk = account, talk
        self.people = {person.key: person for person in account.people}
        self.coming = [person.key for person in talk.coming] if talk.meeting else []
        self.functions = {person.function for person in talk.coming if person.function}
        self.above = {key for one in self.coming for key in self._line(one)}

    def _line(self, key: str) -> set[str]:
        """Return somebody and every manager above."""
        found: set[str] = set()
        while key in self.people and key not in found:
            found.add(key)
            key = key_of(self.people[key].reports_to)
        return found

    def is_near(self, who: str | None) -> bool:
        """Whether somebody comes or is near who does; so is whom the file does not name, and without a talk anybody."""
        person = self.people.get(key_of(who))
        if not self.coming or person is None:
            return True
        in_line = person.key in self.above or bool(self._line(person.key) & set(self.coming))
        return in_line or person.function in self.functions

    def comes(self, item: Item) -> bool:
        """Whether it was promised to somebody who comes, or decided with them."""
        whom = item.review.theirs if item.review else (item.to,)
        return any(self.talk.comes(who) for who in whom)

    def hears(self, item: Item) -> bool:
        """Whether those who come may know of it."""
        whom = item.review.theirs if item.review else (item.to,)
        return any(self.is_near(who) for who in whom)

    def wishes(self, as_of: datetime.date) -> tuple[Feedback, ...]:
        """Return what somebody near asked for and has not got."""
        return tuple(one for one in unsettled(self.account, as_of) if self.is_near(one.who))
