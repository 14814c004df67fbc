"""Who of ours has spoken with whom of theirs: counted from talks that took place, never from titles."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.people import Standing, talk_lasts
from sam_gen.assess.readable import on
from sam_gen.model.account import Account
from sam_gen.model.figure import Reason
from sam_gen.model.people import PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Pair:
    """One of ours and one of theirs who have spoken."""

    ours: str
    theirs: str
    talks: int
    """Talks in the window of models/people.yml; earlier ones leave 0."""
    last: datetime.date
    age: int
    """Days since the last talk."""


@dataclass(frozen=True)
class UnitTie:
    """One unit of theirs, and how well we know it."""

    name: str
    """Empty for people whose unit is not named."""
    people: tuple[Standing, ...]
    talks: int
    """Talks in the window in which at least one of them took part."""


def pairs(account: Account, playbook: Playbook, as_of: datetime.date) -> Mapping[tuple[str, str], Pair]:
    """Return every pair that has spoken up to that day, by (ours, theirs)."""
    days: dict[tuple[str, str], list[datetime.date]] = {}
    for contact in account.contacts:
        if contact.date <= as_of:
            ours, theirs = _keys(contact.ours), _keys(contact.theirs)
            for pair in ((our, their) for our in ours for their in theirs):
                days.setdefault(pair, []).append(contact.date)
    window = playbook.method.people.talks_window
    return {pair: _pair(*pair, dates, window, as_of) for pair, dates in days.items()}


def _keys(references: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(key_of(reference) for reference in references))


def _pair(ours: str, theirs: str, dates: Sequence[datetime.date], window: int, as_of: datetime.date) -> Pair:
    last = max(dates)
    return Pair(ours, theirs, sum(within(date, window, as_of) for date in dates), last, (as_of - last).days)


@dataclass(frozen=True)
class LivePairs:
    """Pairs that have talked within the days a talk counts in the account's tier, and what they reach."""

    pairs: tuple[Pair, ...]
    functions: frozenset[str]
    """Functions of theirs in those pairs, as far as the file names them."""
    levels: frozenset[str]
    without_lead: int
    """Pairs in which somebody other than the lead had a talk at which the lead was not present."""
    any_talk: bool
    """Whether a talk is on file at all, however old."""
    reasons: tuple[Reason, ...]


def live_pairs(account: Account, playbook: Playbook, as_of: datetime.date) -> LivePairs:
    """Return the live pairs; somebody who has left is in no pair."""
    lasts, lead = talk_lasts(account, playbook), key_of(account.lead)
    here = {person.key: person for person in account.people if not person.gone(as_of)}
    talks = [talk for talk in account.contacts if talk.date <= as_of]
    recent = [talk for talk in talks if (as_of - talk.date).days <= lasts]
    live = [pair for pair in pairs(account, playbook, as_of).values() if pair.age <= lasts and pair.theirs in here]
    alone = {
        (our, their)
        for talk in recent
        if lead not in map(key_of, talk.ours)
        for our in map(key_of, talk.ours)
        for their in map(key_of, talk.theirs)
    }
    reached = [here[pair.theirs] for pair in live]
    return LivePairs(
        pairs=tuple(live),
        functions=frozenset(key_of(person.function) for person in reached if person.function),
        levels=frozenset(key_of(person.level) for person in reached if person.level),
        without_lead=sum((pair.ours, pair.theirs) in alone for pair in live),
        any_talk=bool(talks),
        reasons=tuple(
            Reason(f"{on(talk.date)}: {talk.what or 'a talk'}", talk.place)
            for talk in sorted(recent, key=lambda talk: talk.date, reverse=True)
        ),
    )


def within(date: datetime.date, window: int, as_of: datetime.date) -> bool:
    """Whether a day lies in the so many days up to `as_of`."""
    return 0 <= (as_of - date).days <= window


def talks_with(account: Account, playbook: Playbook, theirs: Sequence[str], as_of: datetime.date) -> int:
    """Count the talks of the window in which at least one of these people took part, a talk of many once."""
    wanted, window = set(theirs), playbook.method.people.talks_window
    return sum(
        within(contact.date, window, as_of) and not wanted.isdisjoint(map(key_of, contact.theirs))
        for contact in account.contacts
    )


def unit_names(account: Account) -> Mapping[str, str]:
    """Return the names of the units of the footprint by what people may call them: the name in any case, or the id."""
    named = {unit.name.casefold(): unit.name for unit in account.units}
    return named | {unit.key: unit.name for unit in account.units if unit.key not in named}


def units(
    account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date
) -> tuple[UnitTie, ...]:
    """Return the units by name as people and the footprint name them; the unnamed one comes last.

    A unit of the footprint in which nobody is known is there with nobody: a hole that no list of people shows. A
    unit above others is there only with people of its own; its holes show below it. A vacant post is nobody we know.
    """
    named = unit_names(account)
    groups: dict[str, list[Standing]] = {}
    for who in people:
        unit, vacant = who.person.unit or "", who.person.status is PersonStatus.VACANT
        if unit or not vacant:
            groups.setdefault(named.get(unit.casefold(), unit), []).extend([] if vacant else [who])
    above = {key_of(unit.part_of) for unit in account.units}
    for buying in account.units:
        if buying.key not in above:
            groups.setdefault(buying.name, [])
    ties = [
        UnitTie(name, tuple(known), talks_with(account, playbook, [who.person.key for who in known], as_of))
        for name, known in groups.items()
    ]
    return tuple(sorted(ties, key=lambda tie: not tie.name))
