"""Whom to ask where a tie hangs on one person: of theirs whoever is for us, of ours as many as the client wants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sam_gen.assess.people import Standing
from sam_gen.assess.removal import Loss, Removal
from sam_gen.checks.facts import Facts
from sam_gen.checks.planned import met_next, of_ours
from sam_gen.checks.sayings import on
from sam_gen.model.limits import LossKind
from sam_gen.model.people import Meeting, Person, PersonStatus, Role
from sam_gen.model.scalars import key_of

_WHO_COMES = re.compile(
    r"\b(?:of|from) (?:us|you)\b|\bspeaker\b|\bwho sees whom\b|"
    r"\b(?:one|same|single) (?:voice|face|person|contact|name|number)\b",
    re.IGNORECASE,
)
"""Words of somebody who has spoken of who of us comes, and how many."""


def reached(one: Removal) -> list[Loss]:
    """Return what is reached over somebody alone: the key players by name, then the functions."""
    losses = one.of(LossKind.KEY_TIE, LossKind.FUNCTION)
    return sorted(losses, key=lambda loss: (loss.kind is not LossKind.KEY_TIE, loss.what))


def bring_asked(facts: Facts, one: Removal, who: Standing) -> str:
    """Ask who is for us whom else to bring; of anybody else ask ourselves, for to them it is a favour not earned yet.

    Procurement is for nobody, and whoever waits for a late promise of ours hears that first.
    """
    name, meeting = who.person.name, met_next(facts, who.person.key)
    inside = _inside(facts, who.person)
    waits = any(key_of(one.to) == who.person.key and one.due and one.due < facts.as_of for one in facts.promises)
    if who.for_us and not waits and Role.PROCUREMENT not in who.person.roles:
        whom = f"who else {inside}" if one.of(LossKind.FUNCTION) else "who of your colleagues"
        day = f"on {on(meeting.date)}" if meeting else "to our next talk"
        return f"{name}, {whom} would miss our work, and would you bring them {day}?"
    if meeting and not waits:
        return of_ours(facts, meeting, who, f"who else {inside} comes on {on(meeting.date)}, beside {name}?")
    beside = _of_function(facts, who.person)
    question = (
        f"who of us meets {beside.name} {inside}, beside {name}?"
        if beside
        else f"whom {inside} do we know by name beside {name}, and who of us meets them?"
    )
    return facts.ask(who.person.owner or facts.account.lead, question)


def _inside(facts: Facts, person: Person) -> str:
    functions = {function.id: function.name for function in facts.method.people.functions}
    name = functions.get(key_of(person.function))
    return f"in {name}" if name else f"at {facts.account.name}"


def _of_function(facts: Facts, person: Person) -> Person | None:
    """Return another of their function whom the file names, a key player first."""
    others = [
        who
        for who in facts.people
        if person.function
        and key_of(who.person.function) == key_of(person.function)
        and who.person.key != person.key
        and who.person.status is PersonStatus.ACTIVE
    ]
    return min(others, key=lambda who: not who.key_player).person if others else None


def second_of_ours(facts: Facts, one: Removal) -> str:
    """Ask about the first of theirs to whom a second of ours could go: who sits there anyway, or is no stranger there.

    None for whoever has an executive of ours as a peer, or has spoken of who of us comes: they want one face.
    """
    for person in _through(facts, one):
        if _wants_one(facts, person):
            continue
        there = [meeting for meeting in facts.meetings if _sit(meeting, one.key, person.key)]
        for meeting in there[:1]:
            other = facts.name(f"team/{_others(meeting.ours, one.key)[0]}")
            return f"what do you leave to {other} on {on(meeting.date)}, when you both see {person.name}?"
        known = _known(facts, one.key, person)
        if known:
            return f"when do you take {facts.name(f'team/{known}')} along to {person.name}?"
    return ""


def who_hears(facts: Facts, one: Removal) -> str:
    """Ask who else of us knows what is said where one of us goes alone."""
    through = _through(facts, one)
    first = next((person for person in through if not _wants_one(facts, person)), through[0])
    return f"who of us hears the same day what {first.name} tells you?"


def _through(facts: Facts, one: Removal) -> list[Person]:
    """Return the people of theirs whom one of ours alone reaches, in the order of the message."""
    at = {person.place: person for person in facts.account.people}
    return list(dict.fromkeys(at[loss.place] for loss in reached(one)))


def _wants_one(facts: Facts, person: Person) -> bool:
    said = [f"{one.wants or ''} {one.said or ''}" for one in facts.account.feedback if key_of(one.who) == person.key]
    pairs = {key_of(pair.theirs) for pair in facts.account.sponsors}
    return person.key in pairs or any(_WHO_COMES.search(one) for one in said)


def _sit(meeting: Meeting, ours: str, theirs: str) -> bool:
    """Whether one of theirs sees one of ours and a second of us at a meeting."""
    there = theirs in map(key_of, meeting.theirs) and ours in map(key_of, meeting.ours)
    return there and bool(_others(meeting.ours, ours))


def _others(ours: Sequence[str], key: str) -> list[str]:
    return [other for other in map(key_of, ours) if other != key]


def _known(facts: Facts, key: str, person: Person) -> str:
    """Return who else of ours met somebody last, else one of our account team in their function, but no executive."""
    account, talks = facts.account, sorted(facts.account.contacts, key=lambda talk: talk.date, reverse=True)
    functions = {colleague.id: key_of(colleague.function) for colleague in facts.playbook.team}
    met = [other for talk in talks if person.key in map(key_of, talk.theirs) for other in _others(talk.ours, key)]
    seats = [one for one in (account.lead, account.backup, *(seat.who for seat in account.team)) if one]
    peers = {key_of(pair.ours) for pair in account.sponsors}
    function = key_of(person.function)
    inside = [one for one in _others(seats, key) if function and one not in peers and functions.get(one) == function]
    return next((one for one in [*met, *inside] if one in functions), "")
