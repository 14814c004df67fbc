"""The lines of `sam-gen log` to copy for what is stale: a talk with somebody long unheard, a sign about to expire.

A line is offered only where the command would take it: for people with an id of their own who are still there. What was
said stands in it as a gap, for nobody but the one who was there knows it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.position import Sign, signs
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.people import Meeting, Person, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

SAID, SEEN = "…what was said…", "…what was seen…"
"""The gaps to fill."""
_SILENT = (Freshness.STALE, Freshness.NEVER)


@dataclass(frozen=True)
class LogLine:
    """One call of the command."""

    account: str
    who: tuple[str, ...]
    ours: tuple[str, ...] = ()
    indicator: str = ""
    """Of a sign; empty for a talk."""
    confirmed: bool = False
    """Whether the client confirmed the sign, so that only they can renew it as it was."""

    @property
    def text(self) -> str:
        """Return what to type. Ids have no sign that a shell would read."""
        gap = SEEN if self.indicator and not self.confirmed else SAID
        parts = [f'sam-gen log {self.account} "{gap}"', *(f"--who {one}" for one in self.who)]
        parts += [f"--ours {one}" for one in self.ours]
        parts += [f"--evidence {self.indicator}"] if self.indicator else []
        parts += ["--basis client_confirmed"] if self.confirmed else []
        return " ".join(parts)


def for_talk(
    account: Account, there: Sequence[Standing], meeting: Meeting | None, playbook: Playbook, most: int
) -> tuple[LogLine, ...]:
    """Return the line for a meeting where we have not heard one of them within the limit, with all who come.

    Whoever else sits there is in the same talk: a line without them would record one that they were not in. Without a
    meeting each of the silent is a talk of their own, with whoever of us looks after the tie.
    """
    silent = [who for who in there if quiet(who)]
    team = {colleague.id for colleague in playbook.team}
    if meeting and silent:
        ours = tuple(key for key in map(key_of, meeting.ours) if key in team)
        known = {person.key for person in account.people if _taken(person)}
        return (LogLine(account.id, tuple(key for key in map(key_of, meeting.theirs) if key in known), ours),)
    return tuple(_own(account, who, team) for who in silent[:most])


def quiet(who: Standing) -> bool:
    """Whether we have not heard somebody within the limit whom the command would take."""
    return who.freshness in _SILENT and _taken(who.person)


def _taken(person: Person) -> bool:
    return person.id is not None and person.status is PersonStatus.ACTIVE


def _own(account: Account, who: Standing, team: set[str]) -> LogLine:
    owner = key_of(who.person.owner)
    return LogLine(account.id, (who.person.key,), (owner,) if owner in team else ())


@dataclass(frozen=True)
class Stale:
    """Something to renew by a talk: a tie that has gone quiet, or a sign that soon counts too little."""

    line: LogLine
    who: Standing
    sign: Sign | None
    """None: it is the tie."""


def stale(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> tuple[Stale, ...]:
    """Return what is stale on one account: signs about to expire, then quiet ties, key players and the weighty first.

    A tie is somebody with whom there was a talk that no longer tells; whom nobody has met is no tie yet.
    """
    team = {colleague.id for colleague in playbook.team}
    ties = [who for who in people if who.freshness is Freshness.STALE and quiet(who)]
    ties.sort(key=lambda who: (not who.key_player, -(who.influence.value if who.influence else 0)))
    silent = tuple(Stale(_own(account, who, team), who, None) for who in ties)
    return (*_expiring(account, playbook, people, as_of), *silent)


def _expiring(
    account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date
) -> tuple[Stale, ...]:
    """Return the signs that count today and no longer do in so many days, each with the one who could renew it."""
    later = as_of + datetime.timedelta(days=playbook.method.windows.account_ahead)
    gone = {one.place for side in signs(account, playbook, later) for one in side.newest if not one.live}
    here = {who.person.id: who for who in people if who.person.id and who.person.status is PersonStatus.ACTIVE}
    team = {colleague.id for colleague in playbook.team}
    found = []
    for side in signs(account, playbook, as_of):
        for one in side.newest:
            who = here.get(key_of(one.who))
            if one.live and one.found and one.place in gone and who:
                by = key_of(one.by)
                confirmed = one.basis is Basis.CLIENT_CONFIRMED
                ours = (by,) if by in team else ()
                line = LogLine(account.id, (who.person.key,), ours, one.indicator.id, confirmed)
                found.append(Stale(line, who, one))
    return tuple(found)
