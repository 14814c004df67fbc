"""Executive pairs: when the two last spoke, whether their rhythm is kept, and who of theirs has no peer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.care import SponsorPair
from sam_gen.model.limits import PeopleModel
from sam_gen.model.people import Contact, Meeting, PersonStatus
from sam_gen.model.playbook import Colleague, Playbook
from sam_gen.model.scalars import key_of

MOST_AT_A_TALK = 4
"""The two of a pair and one more of each side; where more sit, they meet and do not talk. Convention."""


class Kept(StrEnum):
    """Whether a pair speaks as often as agreed."""

    KEPT = "kept"
    LATE = "late"
    NEVER = "never"
    NO_RHYTHM = "no_rhythm"


@dataclass(frozen=True)
class Pair:
    """One executive pair as seen from one day."""

    record: SponsorPair
    last: Contact | None
    """The newest talk both of them were in."""
    age: int | None
    """Days since that talk."""
    next: Meeting | None
    """The next agreed talk both of them will be in, small enough for the two to talk."""

    @property
    def late(self) -> int:
        """Days beyond the agreed rhythm; 0 if it is kept or none is agreed."""
        return max(0, self.age - self.record.every) if self.age is not None and self.record.every else 0

    @property
    def kept(self) -> Kept:
        """Whether the rhythm is kept."""
        if self.age is None:
            return Kept.NEVER
        if not self.record.every:
            return Kept.NO_RHYTHM
        return Kept.LATE if self.late else Kept.KEPT


def pairs(account: Account, as_of: datetime.date) -> tuple[Pair, ...]:
    """Return every pair in the order of the file."""
    return tuple(_pair(record, account, as_of) for record in account.sponsors)


def _pair(record: SponsorPair, account: Account, as_of: datetime.date) -> Pair:
    talks = [contact for contact in account.contacts if contact.date <= as_of and _both(record, contact)]
    ahead = [one for one in account.meetings if one.date >= as_of and _both(record, one) and small(one)]
    last = max(talks, key=lambda contact: contact.date, default=None)
    coming = min(ahead, key=lambda meeting: meeting.date, default=None)
    return Pair(record, last, (as_of - last.date).days if last else None, coming)


def _both(record: SponsorPair, talk: Contact | Meeting) -> bool:
    return key_of(record.ours) in map(key_of, talk.ours) and key_of(record.theirs) in map(key_of, talk.theirs)


def small(meeting: Meeting) -> bool:
    """Whether so few sit there that two of them talk."""
    return len(meeting.ours) + len(meeting.theirs) <= MOST_AT_A_TALK


def unpaired(account: Account, playbook: Playbook, people: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return their executives without a peer among us, the most influential first."""
    taken = {key_of(pair.theirs) for pair in account.sponsors}
    model = playbook.method.people
    alone = [who for who in people if is_executive(who, model) and who.person.key not in taken]
    return tuple(sorted(alone, key=lambda who: -(who.influence.value if who.influence else 0)))


def is_executive(who: Standing, model: PeopleModel) -> bool:
    """Whether somebody sits where a sponsor's call belongs: at the highest level, by their title, or by influence."""
    if who.person.status is not PersonStatus.ACTIVE:
        return False
    return (
        _at_top(who.person.level, model)
        or _titled(who.person.title or "", model.executive_titles)
        or (who.influence is not None and who.influence.value >= model.executive_from)
    )


def ours_is_executive(colleague: Colleague, model: PeopleModel) -> bool:
    """Whether one of us could be the peer of an executive: at the highest level, or by a word of the role."""
    return _at_top(colleague.level, model) or _titled(colleague.role, model.executive_titles)


def _at_top(level: str | None, model: PeopleModel) -> bool:
    return bool(model.levels) and key_of(level) == model.levels[0].id


def _titled(title: str, words: tuple[str, ...]) -> bool:
    return bool(words) and bool(_pattern(words).search(title))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
