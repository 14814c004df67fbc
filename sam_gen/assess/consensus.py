"""Whether the client's own people agree on what the client wants: initiative by initiative."""

from __future__ import annotations

import datetime
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.map_status import decides
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.limits import PeopleModel
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Initiative, Stand, Voice
from sam_gen.model.scalars import key_of


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
    """Who has a say and has not been heard: who answers for it, who is named, and who decides above them.

    Where nobody but its own owner was heard, everybody above them up to the first who decides, the nearest first; where
    nobody of those decides, whoever decides at all.
    """
    told: Standing | None = None
    """Whose words or act we have it from, seen or confirmed, where this is not its owner: heard, without a stand."""

    @property
    def owner_alone(self) -> bool:
        """Whether the owner, by naming it, is the only voice."""
        return len(self.voices) == 1 and self.voices[0] not in self.initiative.voices

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


def for_it(one: Initiative, account: Account, here: Container[str], as_of: datetime.date) -> Set[str]:
    """Return who has spoken for an initiative, an owner who named it included."""
    heard = {**_owner_speaks(one, _source(one, account, here, as_of)), **voices_of(one, account, here, as_of)}
    return {key for key, voice in heard.items() if voice.stand is Stand.FOR}


def _consensus(
    one: Initiative, account: Account, here: Mapping[str, Standing], model: PeopleModel, as_of: datetime.date
) -> Consensus:
    named = voices_of(one, account, here, as_of)
    spoke, source = {key: v for key, v in named.items() if v.stand}, _source(one, account, here, as_of)
    owner = key_of(one.owner)
    heard = {**_owner_speaks(one, source), **spoke}
    deciding = [key for key, who in here.items() if who.key_player and decides(who, model)]
    alone = not spoke and bool(heard)
    line = _line(owner, here)
    above = [key for key in line if key in deciding]
    first = line[: line.index(above[0]) + 1] if alone and above else ()
    asked = {owner, *named, *(first or (deciding if alone else above))}
    unheard = (key for key in dict.fromkeys((*first, *here)) if key in asked and key not in heard)
    to_ask = tuple(here[key] for key in unheard if key != source)
    told = here[source] if source and source not in heard else None
    voices = tuple(heard.values())
    return Consensus(one, _agreement(voices, bool(to_ask) or alone, told), voices, to_ask, told)


def _source(one: Initiative, account: Account, here: Container[str], as_of: datetime.date) -> str:
    """Return whose words or act we have it from, seen or confirmed; empty where nobody's who is there."""
    day = one.as_of or account.as_of or datetime.date.min
    key = key_of(one.who)
    return key if one.basis is not Basis.ASSUMED and key in here and day <= as_of else ""


def _owner_speaks(one: Initiative, source: str) -> Mapping[str, Voice]:
    """Return the voice of an owner from whom we have the initiative: who names it is for it."""
    key = key_of(one.owner)
    if one.owner is None or source != key:
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


def _line(owner: str, here: Mapping[str, Standing]) -> Sequence[str]:
    """Return everybody above the owner, the nearest first; where nobody there answers for it, everybody has a say."""
    if owner not in here:
        return tuple(here)
    line: list[str] = []
    key = key_of(here[owner].person.reports_to)
    while key in here and key not in line:
        line.append(key)
        key = key_of(here[key].person.reports_to)
    return line


def _agreement(voices: Sequence[Voice], unheard: bool, told: Standing | None) -> Agreement:
    if not voices:
        return Agreement.OPEN if told else Agreement.UNKNOWN
    against = [voice for voice in voices if voice.stand is Stand.AGAINST]
    if against:
        return Agreement.BLOCKED if any(voice.veto for voice in against) else Agreement.SPLIT
    everybody_for = all(voice.stand is Stand.FOR for voice in voices)
    return Agreement.AGREED if everybody_for and not unheard else Agreement.OPEN
