"""What not to mention at the next talk: what the file knows, and those who come are not to hear from us.

Each line rests on one record of the file and on somebody who comes. What we agreed to keep unsaid comes first, in the
words in which we agreed it (`advise/silence`). The rest is in the order of the harm: what hurts a person there, then
what gives away how we know, then what is not ripe, last what is our own business alone. One line a kind, so that three
lines are three different things to keep in mind.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from sam_gen.advise.addressed import addressed, asks, named, sentences
from sam_gen.advise.on_agenda import on_agenda
from sam_gen.advise.room import Room
from sam_gen.advise.silence import Silence, without
from sam_gen.advise.untold import ours_alone, same_thing
from sam_gen.assess.alike import names
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import open_objectives, open_opportunities, open_risks
from sam_gen.model.account import Account
from sam_gen.model.care import ValueStatus
from sam_gen.model.claims import Basis, Grounds
from sam_gen.model.people import Person, PersonStatus, Support, TieKind
from sam_gen.model.place import Place
from sam_gen.model.plan import Opportunity, Risk
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Audience, Record
from sam_gen.model.scalars import key_of

MOST = 3
"""More than that nobody keeps unsaid for an hour."""
_AGAINST = (Support.OPPONENT, Support.DOUBTER)


class Why(StrEnum):
    """Why something is left out, the most harmful to say first."""

    SILENCE = "silence"
    """We agreed to say nothing of it, and the agreement is open."""
    CHANGE = "change"
    """A change of our lead that the client has not been told of."""
    AT_ODDS = "at_odds"
    """Two who come are at odds with each other."""
    BEFORE_MANAGER = "before_manager"
    """Somebody who is against us comes, and so does their manager."""
    WITHOUT = "without"
    """A step of ours that is to happen without somebody who comes."""
    RISK = "risk"
    """A risk that is ours alone names somebody who comes, and it was not they who told us of it."""
    SOURCE = "source"
    """We know of an initiative from somebody else than its owner, and not from those who come."""
    QUARREL = "quarrel"
    """Somebody who comes, or their manager, is at odds with somebody who does not."""
    ESTIMATE = "estimate"
    """A benefit that somebody disputes, or that nobody of theirs has counted."""
    UNTOLD = "untold"
    """An idea of ours of which the file does not say that those who come know it."""
    BLOCKED = "blocked"
    """A need of their unit that we cannot get into for now."""
    OUR_GAIN = "our_gain"
    """What we expect to earn from an objective of theirs."""


@dataclass(frozen=True)
class LeaveOut:
    """One thing not to mention."""

    why: Why
    record: Record
    """What it is about: the record the line is made of."""
    place: Place
    """Where it stands."""
    one: Person | None = None
    """Who of those who come it is about."""
    other: Person | None = None
    """The second person in it."""
    silence: Silence | None = None
    """What we agreed, where that is the reason."""
    point: int = 0
    """The point of the review that is about it: then it is spoken of there; 0 where none is."""
    ask: Person | None = None
    """To whom that point is put: to neither of the two."""


def leave_out(
    account: Account, playbook: Playbook, there: Sequence[Standing], as_of: datetime.date
) -> tuple[LeaveOut, ...]:
    """Return at most three things not to mention to those who come, one of a kind."""
    room = Room(account, playbook, there, as_of)
    kinds = (
        _silences(room),
        _change(account, as_of),
        _at_odds(room, playbook, as_of),
        _before_manager(room),
        _without(room, playbook, as_of),
        _risks(room, playbook, as_of),
        _sources(room, as_of),
        _quarrels(room),
        _estimates(room, as_of),
        _untold(room, as_of),
        _blocked(room, as_of),
        _our_gain(room, as_of),
    )
    firsts = (next(kind, None) for kind in kinds)
    return tuple(one for one in firsts if one)[:MOST]


def hushed(account: Account, playbook: Playbook, there: Sequence[Standing], as_of: datetime.date) -> frozenset[Place]:
    """Return where the initiatives and ideas stand that nobody is to be asked about: a question would name them."""
    room = Room(account, playbook, there, as_of)
    return frozenset(one.record.place for one in (*_sources(room, as_of), *_untold(room, as_of)))


def _silences(room: Room) -> Iterator[LeaveOut]:
    """Yield what we agreed not to say: what names somebody who comes first."""
    people = [who.person for who in room.there]
    for one in sorted(room.silences, key=lambda one: not named(one.what, people)):
        yield LeaveOut(Why.SILENCE, one.record, one.record.place, silence=one)


def _change(account: Account, as_of: datetime.date) -> Iterator[LeaveOut]:
    change = account.transition
    if change and _by(change.decided, as_of) and not (_by(change.client_told, as_of) or _by(change.closed, as_of)):
        yield LeaveOut(Why.CHANGE, change, change.place_of("decided"))


def _by(day: datetime.date | None, as_of: datetime.date) -> bool:
    return day is not None and day <= as_of


def _at_odds(room: Room, playbook: Playbook, as_of: datetime.date) -> Iterator[LeaveOut]:
    """Yield who is at odds in the room; where the review is about that very thing, say to whom its point is put."""
    for tie in room.account.influences:
        one, other = room.person(tie.from_), room.person(tie.to)
        if tie.kind is TieKind.CONFLICT and one and other and {one.key, other.key} <= room.keys:
            at = on_agenda(room.account, playbook, room.keys, tie.evidence or "", as_of)
            ask = _third(room, {one.key, other.key}) if at else None
            yield LeaveOut(Why.AT_ODDS, tie, tie.place, one, other, point=at, ask=ask)


def _third(room: Room, two: set[str]) -> Person | None:
    """Return whose word weighs most of the others who come, and who is there to hear it."""
    others = [who for who in room.there if who.person.key not in two and who.person.status is PersonStatus.ACTIVE]
    found = max(others, key=lambda who: who.influence.value if who.influence else 0, default=None)
    return found.person if found else None


def _before_manager(room: Room) -> Iterator[LeaveOut]:
    for who in room.there:
        manager = room.person(who.person.reports_to)
        if who.support and who.support.value in _AGAINST and manager and manager.key in room.keys:
            yield LeaveOut(Why.BEFORE_MANAGER, who.person, who.support.place, who.person, manager)


def _without(room: Room, playbook: Playbook, as_of: datetime.date) -> Iterator[LeaveOut]:
    for one, who in without(room.account, playbook, [who.person for who in room.there], as_of):
        yield LeaveOut(Why.WITHOUT, one.record, one.record.place, who, silence=one)


def _risks(room: Room, playbook: Playbook, as_of: datetime.date) -> Iterator[LeaveOut]:
    for weighed in open_risks(room.account, playbook, as_of):
        if weighed.risk.audience is Audience.SHARED:
            continue
        for who in room.there:
            if names(weighed.risk.what, who.person.name, room.account.name) and not _knows(
                weighed.risk, who.person, room
            ):
                yield LeaveOut(Why.RISK, weighed.risk, weighed.risk.place, who.person)


def _knows(risk: Risk, person: Person, room: Room) -> bool:
    """Whether somebody told us of a risk themselves, or we have planned to ask them about it."""
    first = sentences(risk.response)[0] if risk.response else ""
    if asks(first) and addressed(first, (person,)):
        return True
    said = [one for one in _claims(room.account) if one.basis is Basis.CLIENT_CONFIRMED]
    words = [one.evidence for one in said if key_of(one.who) == person.key]
    words += [one.what for one in room.account.contacts if [key_of(who) for who in one.theirs] == [person.key]]
    return any(same_thing(risk.what, text or "", room.names) for text in words)


def _claims(account: Account) -> Iterator[Grounds]:
    for person in account.people:
        histories: tuple[Sequence[Grounds], ...] = (person.support, person.influence, person.sees_us_as)
        yield from chain.from_iterable(histories)
    for initiative in account.initiatives:
        yield from (initiative, *initiative.voices)
    if account.position:
        yield from account.position.evidence


def _sources(room: Room, as_of: datetime.date) -> Iterator[LeaveOut]:
    for one in room.account.initiatives:
        told, owner = room.person(one.who), room.person(one.owner)
        if one.audience is Audience.SHARED or told is None or owner is None or (one.as_of and one.as_of > as_of):
            continue
        concerned = room.keys & {owner.key, *_voices(one.key, room)}
        heard = _heard(told, one.as_of, room)
        if told is not owner and told.key not in room.keys and concerned - heard and owner.key not in heard:
            yield LeaveOut(Why.SOURCE, one, one.place, told, owner)


def _heard(told: Person, day: datetime.date | None, room: Room) -> set[str]:
    """Return who of theirs sat there when we were told: to them it gives nothing away."""
    talks = ({key_of(who) for who in one.theirs} for one in room.account.contacts if one.date == day)
    return set().union(*(talk for talk in talks if told.key in talk))


def _voices(initiative: str, room: Room) -> set[str]:
    return {key_of(voice.person) for one in room.account.initiatives if one.key == initiative for voice in one.voices}


def _quarrels(room: Room) -> Iterator[LeaveOut]:
    """Yield the quarrels of those who come before those of their managers."""
    ties = [tie for tie in room.account.influences if tie.kind is TieKind.CONFLICT]
    managers = {key_of(who.person.reports_to) for who in room.there} - room.keys - {""}
    for near in (room.keys, managers):
        for tie in ties:
            for side, away in ((tie.from_, tie.to), (tie.to, tie.from_)):
                one, other = room.person(side), room.person(away)
                if one and other and one.key in near and other.key not in room.keys:
                    yield LeaveOut(Why.QUARREL, tie, tie.place, one, other)


def _estimates(room: Room, as_of: datetime.date) -> Iterator[LeaveOut]:
    """Yield sums that are disputed, then those that nobody there has counted, of what is theirs."""
    for status in (ValueStatus.DISPUTED, ValueStatus.CLAIMED):
        for one in room.account.value:
            theirs = key_of(one.for_) in room.initiatives or not one.for_
            if one.status is status and one.amount and theirs and not (one.as_of and one.as_of > as_of):
                yield LeaveOut(Why.ESTIMATE, one, one.place_of("status"), room.person(one.who))


def _untold(room: Room, as_of: datetime.date) -> Iterator[LeaveOut]:
    """Yield what is ours alone: what concerns the units of those who come first, then by class."""
    found = [one for one in open_opportunities(room.account, as_of) if _is_untold(one, room)]
    for one in sorted(found, key=lambda one: (key_of(one.unit) not in room.units, one.class_ or "?")):
        yield LeaveOut(Why.UNTOLD, one, one.place, other=room.person(one.sponsor))


def _is_untold(one: Opportunity, room: Room) -> bool:
    """Whether it is an idea of ours alone; not where we have planned to ask somebody who comes what it has to prove.

    Nor where we have already agreed to say nothing of it.
    """
    asked = bool(one.prove) and bool(named(sentences(one.prove or "")[0], [who.person for who in room.there]))
    silent = any(same_thing(f"{one.name} {one.key.replace('-', ' ')}", line.what) for line in room.silences)
    if asked or silent or not ours_alone(one, room.account):
        return False
    return key_of(one.sponsor) not in room.keys and (not one.unit or key_of(one.unit) in room.units)


def _blocked(room: Room, as_of: datetime.date) -> Iterator[LeaveOut]:
    """Yield the needs of their units that we cannot get into, unless an open opportunity is about them."""
    open_ = {(key_of(one.unit), key_of(one.offering)) for one in open_opportunities(room.account, as_of)}
    for cell in room.account.footprint:
        at = (key_of(cell.unit), key_of(cell.offering))
        if cell.blocked and at[0] in room.units and at not in open_:
            yield LeaveOut(Why.BLOCKED, cell, cell.place_of("blocked"))


def _our_gain(room: Room, as_of: datetime.date) -> Iterator[LeaveOut]:
    for one in open_objectives(room.account, as_of):
        if one.we_get and (key_of(one.for_) in room.initiatives or key_of(one.owner) in room.keys):
            yield LeaveOut(Why.OUR_GAIN, one, one.place_of("we_get"))
