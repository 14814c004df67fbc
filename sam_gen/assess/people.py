"""How the people of an account stand, and how alive our ties to them are."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.claims import Held, confidence, held
from sam_gen.assess.readable import on
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.limits import ClaimKind, EvidenceModel
from sam_gen.model.people import Person, PersonStatus, Role, SeesUs, Support
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook, Tier
from sam_gen.model.scalars import key_of

_FOR_US = frozenset({Support.MENTOR, Support.SUPPORTER})


class Freshness(StrEnum):
    """How much a last talk still tells."""

    FRESH = "fresh"
    LATE = "late"
    STALE = "stale"
    NEVER = "never"


@dataclass(frozen=True)
class Standing:
    """One person as seen from one day."""

    person: Person
    key_player: bool
    support: Held[Support] | None
    influence: Held[int] | None
    last_talk: datetime.date | None
    talk_age: int | None
    """Days since the last talk."""
    talk_left: float | None
    """Share of the time a talk counts that is left, 0 to 1; None if there was none."""
    freshness: Freshness
    sees_us_as: Held[SeesUs] | None = None
    """What they call on us for."""
    talk_place: Place | None = None
    """Where the last talk is noted."""
    stand_counts: bool = True
    """Whether what we know of how they stand still counts enough to build on; without effect where nothing is known."""

    @property
    def backs_us(self) -> bool:
        """Whether the newest that was noted of them makes them a mentor or a supporter, however old it is."""
        return self.support is not None and self.support.value in _FOR_US

    @property
    def for_us(self) -> bool:
        """Whether they are a mentor or a supporter, and what we know of it still counts."""
        return self.backs_us and self.stand_counts

    @property
    def stand_known(self) -> bool:
        """Whether we know how they stand, and it still counts."""
        return self.support is not None and self.stand_counts


def standings(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Standing, ...]:
    """Return everybody at the client who has not left, in the order of the file."""
    talks = _last_talks(account, as_of)
    method = playbook.method
    clock = _Clock(talk_lasts(account, playbook), method.people.talk_late_from, method.evidence, as_of)
    keys = frozenset(playbook.method.people.key_roles)
    here = (person for person in account.people if not person.gone(as_of))
    return tuple(_standing(person, account, talks.get(person.key), clock, keys) for person in here)


def tier_of(account: Account, playbook: Playbook) -> Tier | None:
    """Return the tier of an account; None if it has none yet."""
    return playbook.tier(key_of(account.tier)) if account.tier else None


def talk_lasts(account: Account, playbook: Playbook) -> int:
    """Return the days after which a talk no longer tells; without a tier, those of the least care."""
    return (tier_of(account, playbook) or playbook.settings.tiers[-1]).contact_lasts


Talk = tuple[datetime.date, Place]
"""The day of a talk and where it is noted."""


def _last_talks(account: Account, as_of: datetime.date) -> Mapping[str, Talk]:
    """Return everybody's last talk; what lies after `as_of` has not happened yet."""
    talks: list[tuple[str, Talk]] = [
        (person.key, (person.last_contact, person.place_of("last_contact")))
        for person in account.people
        if person.last_contact
    ]
    talks += [(key_of(who), (contact.date, contact.place)) for contact in account.contacts for who in contact.theirs]
    return {key: talk for key, talk in sorted(talks, key=lambda one: one[1][0]) if talk[0] <= as_of}


@dataclass(frozen=True)
class _Clock:
    """How old a talk may be, seen from one day."""

    lasts: int
    """Days after which it no longer tells."""
    late_from: int
    """Per cent of these days after which it is late."""
    evidence: EvidenceModel
    as_of: datetime.date

    def counts(self, stand: Held[Support] | None) -> bool:
        """Whether a stand counts enough to build on."""
        return stand is None or confidence(stand, ClaimKind.PEOPLE, self.evidence, self.as_of) >= self.evidence.floor

    def freshness(self, age: int | None) -> Freshness:
        """Fresh up to a part of the time a talk counts, late after it, stale when it is used up."""
        if age is None:
            return Freshness.NEVER
        if age >= self.lasts:
            return Freshness.STALE
        return Freshness.LATE if age * 100 > self.lasts * self.late_from else Freshness.FRESH


def _standing(person: Person, account: Account, talk: Talk | None, clock: _Clock, keys: Collection[Role]) -> Standing:
    age = (clock.as_of - talk[0]).days if talk else None
    stand = held(person.support, account.as_of, clock.as_of)
    return Standing(
        person=person,
        key_player=_is_key(person, keys),
        support=stand,
        stand_counts=clock.counts(stand),
        influence=held(person.influence, account.as_of, clock.as_of),
        sees_us_as=held(person.sees_us_as, account.as_of, clock.as_of),
        last_talk=talk[0] if talk else None,
        talk_age=age,
        talk_left=None if age is None else max(0.0, 1 - age / clock.lasts),
        freshness=clock.freshness(age),
        talk_place=talk[1] if talk else None,
    )


def _is_key(person: Person, keys: Collection[Role]) -> bool:
    """Take the file's word; where it says nothing, whoever has one of the roles of models/people.yml is one."""
    if person.key_player is not None:
        return person.key_player
    return any(role in keys for role in person.roles)


def backing(people: tuple[Standing, ...]) -> Figure:
    """Count the key players who are for us, mentors and supporters, as the newest live claims say."""
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    known = [who for who in keys if who.stand_known]
    reasons = tuple(stand_reason(who) for who in keys)
    ask = None if keys else "Who decides, who approves, who speaks for us when we are not in the room?"
    return Figure(
        value=float(sum(who.for_us for who in keys)) if known else None,
        unit=f"of {len(keys)} key {'player' if len(keys) == 1 else 'players'}",
        known=len(known) / len(keys) if keys else 0.0,
        because=reasons,
        method="people",
        ask=ask or (None if known else f"How does {keys[0].person.name} see our work?"),
    )


def stand_reason(who: Standing) -> Reason:
    """Say how somebody stands, and where it is too old to build on."""
    if who.support is None:
        return Reason(f"{who.person.name}: not known yet", who.person.place, counts=False)
    old = "" if who.stand_counts else ", too old to count" if who.support.as_of else ", of no known day"
    return Reason(f"{who.person.name}: {who.support.value.value}{old}", who.support.place, counts=who.for_us)


def in_touch(people: tuple[Standing, ...]) -> Figure:
    """Count the people whose last talk with us still tells something."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    alive = [who for who in here if who.freshness in (Freshness.FRESH, Freshness.LATE)]
    reasons = tuple(
        Reason(
            f"{who.person.name}: last talk {on(who.last_talk) if who.last_talk else 'never'}",
            who.talk_place or who.person.place,
            counts=who in alive,
        )
        for who in here
    )
    return Figure(
        value=float(len(alive)) if here else None,
        unit=f"of {len(here)} {'person' if len(here) == 1 else 'people'}",
        because=reasons,
        method="people",
        ask=None if here else "Whom do we talk to there, and about what?",
    )
