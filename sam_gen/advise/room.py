"""Who sits at a talk, and what is theirs: by this it is judged what not to mention there."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.advise.once import names_of
from sam_gen.advise.silence import silences
from sam_gen.assess.coverage import unit_names
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.people import Person
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


class Room:
    """Who sits there, and what is theirs."""

    def __init__(self, account: Account, playbook: Playbook, there: Sequence[Standing], as_of: datetime.date) -> None:
        self.account, self.there = account, there
        self.silences = silences(account, playbook, as_of) if there else ()
        self.names = names_of(account, playbook)
        self.keys = {who.person.key for who in there}
        self.people = {person.key: person for person in account.people}
        named = unit_names(account)
        units = {named.get((who.person.unit or "").casefold(), "") for who in there} - {""}
        self.units = {unit.key for unit in account.units if unit.name in units}
        self.initiatives = {
            one.key
            for one in account.initiatives
            if key_of(one.owner) in self.keys or any(key_of(voice.person) in self.keys for voice in one.voices)
        }

    def person(self, reference: str | None) -> Person | None:
        """Return somebody of theirs, whether they come or not."""
        return self.people.get(key_of(reference))
