"""Whether the client's own people agree on what the client wants: initiative by initiative."""

from __future__ import annotations

import datetime
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.coverage import key_of
from sam_gen.assess.map_status import decides
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.limits import PeopleModel
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Initiative, Stand, Voice


class Agreement(StrEnum):
    """What the voices add up to."""

    AGREED = "agreed"
    OPEN = "open"
    """Nobody is against it, but somebody with a say is neutral or has not been heard."""
    SPLIT = "split"
    BLOCKED = "blocked"
    """Somebody whose no is enough is against it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Consensus:
    """One initiative and the voices on it, as far as they are dated up to the day."""

    initiative: Initiative
    agreement: Agreement
    voices: tuple[Voice, ...]
    """The newest of everybody, an owner who named it first; a voice without a stand is none."""
    to_ask: tuple[Standing, ...]
    """Who has a say and has not been heard: who answers for it, who is named, and who decides above them."""

    def of(self, stand: Stand) -> tuple[Voice, ...]:
        """Return the voices of one stand."""
        return tuple(voice for voice in self.voices if voice.stand is stand)

    @property
    def vetoes(self) -> tuple[Voice, ...]:
        """The voices against it whose no is enough."""
        return tuple(voice for voice in self.of(Stand.AGAINST) if voice.veto)


def consensus(
    account: Account, people: Sequence[Standing], model: PeopleModel, as_of: datetime.date
) -> tuple[Consensus, ...]:
    """Return the agreement on every initiative, in the order of the file; who has left has no voice."""
    here = {who.person.key: who for who in people if who.person.status is PersonStatus.ACTIVE}
    return tuple(_consensus(one, account, here, model, as_of) for one in account.initiatives)


def voices_of(one: Initiative, account: Account, here: Container[str], as_of: datetime.date) -> Mapping[str, Voice]:
    """Return the newest voice of everybody who is there, by their id; of two of one day the later in the file."""
    newest: dict[str, tuple[datetime.date, Voice]] = {}
    for voice in one.voices:
        key, day = key_of(voice.person), voice.as_of or account.as_of or datetime.date.min
        if key in here and day <= as_of and (key not in newest or day >= newest[key][0]):
            newest[key] = (day, voice)
    return {key: voice for key, (_, voice) in newest.items()}


def _consensus(
    one: Initiative, account: Account, here: Mapping[str, Standing], model: PeopleModel, as_of: datetime.date
) -> Consensus:
    named = voices_of(one, account, here, as_of)
    heard = {**_owner_speaks(one, account, here, as_of), **{key: v for key, v in named.items() if v.stand}}
    asked = {key_of(one.owner), *named}
    asked |= {key for key in _line(key_of(one.owner), here) if here[key].key_player and decides(here[key], model)}
    voices = tuple(heard.values())
    to_ask = tuple(who for key, who in here.items() if key in asked and key not in heard)
    return Consensus(one, _agreement(voices, to_ask), voices, to_ask)


def _owner_speaks(one: Initiative, account: Account, here: Container[str], as_of: datetime.date) -> Mapping[str, Voice]:
    """Return the voice of an owner from whom we have the initiative, seen or confirmed: who names it is for it."""
    key, day = key_of(one.owner), one.as_of or account.as_of or datetime.date.min
    if one.owner is None or one.basis is Basis.ASSUMED or key_of(one.who) != key or key not in here or day > as_of:
        return {}
    voice = Voice.model_construct(
        person=one.owner,
        stand=Stand.FOR,
        veto=False,
        basis=one.basis,
        as_of=one.as_of,
        by=one.by,
        who=None,
        evidence=one.evidence,
        so_what=None,
    )
    return {key: voice}


def _line(owner: str, here: Mapping[str, Standing]) -> Set[str]:
    """Return everybody above the owner; where nobody there answers for it, everybody may have a say."""
    if owner not in here:
        return here.keys()
    line: set[str] = set()
    key = key_of(here[owner].person.reports_to)
    while key in here and key not in line:
        line.add(key)
        key = key_of(here[key].person.reports_to)
    return line


def _agreement(voices: Sequence[Voice], to_ask: Sequence[Standing]) -> Agreement:
    if not voices:
        return Agreement.UNKNOWN
    against = [voice for voice in voices if voice.stand is Stand.AGAINST]
    if against:
        return Agreement.BLOCKED if any(voice.veto for voice in against) else Agreement.SPLIT
    everybody_for = all(voice.stand is Stand.FOR for voice in voices)
    return Agreement.AGREED if everybody_for and not to_ask else Agreement.OPEN
