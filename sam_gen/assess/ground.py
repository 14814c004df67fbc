"""What the conditions of `assess/conditions` look at: one account on one day, each part worked out once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.coverage import LivePairs, live_pairs, within
from sam_gen.assess.diagnosis import Diagnosed, diagnose
from sam_gen.assess.introductions import introductions
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.assess.plan import open_opportunities
from sam_gen.model.account import Account
from sam_gen.model.care import Value
from sam_gen.model.people import Contact, PersonStatus
from sam_gen.model.plan import Opportunity
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

YEAR, HALF_YEAR, QUARTER, MONTH = 365, 182, 91, 30
"""Days; the sentence of a condition names them, so they are no settings."""

Truth = bool | None
"""None: the file cannot tell."""


@dataclass(frozen=True)
class Ground:
    """One account as seen from one day."""

    account: Account
    playbook: Playbook
    as_of: datetime.date

    @cached_property
    def people(self) -> tuple[Standing, ...]:
        """Everybody who is there."""
        everybody = standings(self.account, self.playbook, self.as_of)
        return tuple(who for who in everybody if who.person.status is PersonStatus.ACTIVE)

    @cached_property
    def keys(self) -> tuple[Standing, ...]:
        """The key players who are there."""
        return tuple(who for who in self.people if who.key_player)

    @cached_property
    def met(self) -> tuple[Standing, ...]:
        """Who of them has ever talked with us."""
        return tuple(who for who in self.people if who.last_talk)

    @cached_property
    def in_touch(self) -> tuple[Standing, ...]:
        """Who of them has talked with us while a talk counts."""
        return tuple(who for who in self.people if who.freshness in (Freshness.FRESH, Freshness.LATE))

    @cached_property
    def talks(self) -> tuple[Contact, ...]:
        """The talks that took place, the newest first."""
        past = (talk for talk in self.account.contacts if talk.date <= self.as_of)
        return tuple(sorted(past, key=lambda talk: (talk.date, talk.place), reverse=True))

    @cached_property
    def live(self) -> LivePairs:
        """The pairs that have talked lately."""
        return live_pairs(self.account, self.playbook, self.as_of)

    @cached_property
    def found(self) -> Diagnosed:
        """Where the evidence puts the relationship."""
        return diagnose(self.account, self.playbook, self.as_of)

    @cached_property
    def first_hops(self) -> Mapping[str, str]:
        """Who could introduce us to a key player, by the key of that player: ways of one step alone."""
        ways = introductions(self.account, self.playbook, self.as_of)
        return {way.target.person.key: way.hops[0].start for way in ways if len(way.hops) == 1}

    @cached_property
    def ours(self) -> frozenset[str]:
        """The ids of everybody of ours."""
        return frozenset(colleague.id for colleague in self.playbook.team)

    @cached_property
    def team(self) -> frozenset[str]:
        """Who of ours works on this account: named in it, or in a talk of the last year."""
        account, lately = self.account, [talk for talk in self.talks if within(talk.date, YEAR, self.as_of)]
        named = [account.lead, account.backup, *(seat.who for seat in account.team)]
        named += [person.owner for person in account.people]
        named += [one for talk in lately for one in talk.ours]
        return frozenset(key_of(one) for one in named if one)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What is open: steps, promises, decisions; objectives have days of their own."""
        every = open_items(self.account, self.as_of)
        return tuple(item for item in every if item.kind is not ItemKind.OBJECTIVE)

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """The open ones."""
        return open_opportunities(self.account, self.as_of)

    @cached_property
    def benefits(self) -> tuple[Value, ...]:
        """The benefits on file that day."""
        return tuple(one for one in self.account.value if one.as_of is None or one.as_of <= self.as_of)

    def is_ours(self, item: Item) -> bool:
        """Whether it is ours to do; without an owner it is ours to find one."""
        owner = item.owner or ""
        return not owner or (not owner.startswith("people/") and key_of(owner) in self.ours)

    def age(self, day: datetime.date) -> int:
        """Return the days since a day; negative lies ahead."""
        return (self.as_of - day).days


Test = Callable[[Ground], Truth]


def every(known: Iterable[bool]) -> Truth:
    """Whether all of them are so; None where there are none to look at."""
    found = list(known)
    return all(found) if found else None
