"""How the people of an account stand, and how alive our ties to them are."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.claims import Held, held
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.people import Person, PersonStatus, Role, Support
from sam_gen.model.playbook import Playbook, Tier

_KEY_ROLES = frozenset({Role.DECIDER, Role.APPROVER, Role.ECONOMIC_BUYER, Role.CHAMPION})
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

    @property
    def freshness(self) -> Freshness:
        """Fresh up to half of the time a talk counts, late after it, stale when it is used up."""
        if self.talk_left is None:
            return Freshness.NEVER
        if self.talk_left <= 0:
            return Freshness.STALE
        return Freshness.LATE if self.talk_left < 0.5 else Freshness.FRESH

    @property
    def for_us(self) -> bool:
        """Whether they are a mentor or a supporter."""
        return self.support is not None and self.support.value in _FOR_US


def standings(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Standing, ...]:
    """Return everybody at the client who has not left, in the order of the file."""
    talks = _last_talks(account, as_of)
    lasts = talk_lasts(account, playbook)
    here = (person for person in account.people if not person.gone(as_of))
    return tuple(_standing(person, account, talks.get(person.key), lasts, as_of) for person in here)


def tier_of(account: Account, playbook: Playbook) -> Tier | None:
    """Return the tier of an account; None if it has none yet."""
    return playbook.tier(account.tier.rpartition("/")[2]) if account.tier else None


def talk_lasts(account: Account, playbook: Playbook) -> int:
    """Return the days after which a talk no longer tells; without a tier, those of the least care."""
    return (tier_of(account, playbook) or playbook.settings.tiers[-1]).contact_lasts


def _last_talks(account: Account, as_of: datetime.date) -> Mapping[str, datetime.date]:
    """Return the day of everybody's last talk; what lies after `as_of` has not happened yet."""
    talks = [(person.key, person.last_contact) for person in account.people if person.last_contact]
    talks += [(who.rpartition("/")[2], contact.date) for contact in account.contacts for who in contact.theirs]
    return {key: day for key, day in sorted(talks, key=lambda talk: talk[1]) if day <= as_of}


def _standing(
    person: Person, account: Account, talk: datetime.date | None, lasts: int, as_of: datetime.date
) -> Standing:
    age = (as_of - talk).days if talk else None
    return Standing(
        person=person,
        key_player=_is_key(person),
        support=held(person.support, account.as_of, as_of),
        influence=held(person.influence, account.as_of, as_of),
        last_talk=talk,
        talk_age=age,
        talk_left=None if age is None else max(0.0, 1 - age / lasts),
    )


def _is_key(person: Person) -> bool:
    """Take the file's word; where it says nothing, whoever decides, approves, pays or champions is one."""
    if person.key_player is not None:
        return person.key_player
    return any(role in _KEY_ROLES for role in person.roles)


def backing(people: tuple[Standing, ...]) -> Figure:
    """Count the key players who are for us, mentors and supporters, as the newest live claims say."""
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    known = [who for who in keys if who.support]
    reasons = tuple(
        Reason(
            f"{who.person.name}: {who.support.value.value if who.support else 'not known yet'}",
            who.person.place,
        )
        for who in keys
    )
    ask = None if keys else "Who decides, who approves, who speaks for us when we are not in the room?"
    return Figure(
        value=float(sum(who.for_us for who in keys)) if known else None,
        unit=f"of {len(keys)} key {'player' if len(keys) == 1 else 'players'}",
        known=len(known) / len(keys) if keys else 0.0,
        because=reasons,
        method="people",
        ask=ask or (None if known else f"How does {keys[0].person.name} see our work?"),
    )


def in_touch(people: tuple[Standing, ...]) -> Figure:
    """Count the people whose last talk with us still tells something."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    alive = [who for who in here if who.freshness in (Freshness.FRESH, Freshness.LATE)]
    reasons = tuple(
        Reason(
            f"{who.person.name}: last talk {who.last_talk.isoformat() if who.last_talk else 'never'}",
            who.person.place,
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
