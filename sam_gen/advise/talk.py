"""The next talk: its day, who comes and who of us goes, and the words that name it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.addressed import named
from sam_gen.advise.once import names_of, telling
from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.people import Meeting, Person, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_TELLING = 5
"""Letters of a word that names a talk. Shorter ones stand in any line."""


@dataclass(frozen=True)
class Talk:
    """What belongs to the next talk is judged by this."""

    meeting: Meeting | None
    """None: nothing is agreed."""
    there: tuple[Standing, ...]
    """Who of them comes; without a meeting those who matter most."""
    going: frozenset[str]
    """Who of us goes."""
    words: frozenset[str]
    """What the talk is about, in the words that tell it from others."""
    later: tuple[Meeting, ...]
    """Meetings after it."""

    @property
    def coming(self) -> tuple[Person, ...]:
        """Return the people who come."""
        return tuple(who.person for who in self.there)

    @property
    def date(self) -> datetime.date | None:
        """Return its day."""
        return self.meeting.date if self.meeting else None

    def comes(self, reference: str | None) -> bool:
        """Whether somebody will be there."""
        return any(one.key == key_of(reference) for one in self.coming)

    def names_it(self, text: str) -> bool:
        """Whether a line names somebody who comes, or what the talk is about."""
        found = telling(text) & self.words
        return bool(found) or bool(named(text, self.coming))

    def waits(self, who: str | None, due: datetime.date | None) -> bool:
        """Whether a later talk with somebody comes in time for what is due."""
        return due is not None and any(one.date <= due and key_of(who) in map(key_of, one.theirs) for one in self.later)


def talk_ahead(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Talk:
    """Return the next agreed talk, else the next with the most important people."""
    meetings = meetings_to_come(account, as_of)
    if not meetings:
        return Talk(None, tuple(_most_important(people)), frozenset(), frozenset(), ())
    first = meetings[0]
    by_key = {who.person.key: who for who in people}
    there = tuple(by_key[key] for key in map(key_of, first.theirs) if key in by_key)
    about = f"{first.what} {(first.id or '').replace('-', ' ')}"
    words = frozenset(word for word in telling(about, names_of(account, playbook)) if len(word) >= _TELLING)
    return Talk(first, there, frozenset(map(key_of, first.ours)), words, meetings[1:])


def _most_important(people: Sequence[Standing]) -> list[Standing]:
    """Return the key players, else everybody, the most influential first."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    keys = [who for who in here if who.key_player]
    return sorted(keys or here, key=lambda who: -(who.influence.value if who.influence else 0))
