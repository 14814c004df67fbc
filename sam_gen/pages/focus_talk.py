"""A focus about a talk within the fortnight in words: what we owe there, what we have to tell, the talk itself."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.advise.focus import Focus, key_players
from sam_gen.advise.once import telling
from sam_gen.advise.phrase import cut, quote
from sam_gen.advise.redated import in_its_place, new_day, told
from sam_gen.assess.agenda import Item, ItemKind, open_steps
from sam_gen.assess.alike import alike
from sam_gen.assess.people import Standing
from sam_gen.assess.steps_about import step_keeping, steps_about
from sam_gen.model.people import Meeting
from sam_gen.model.plan import Action, Promise
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus_parts import Words, first_sentence, held, planned, tells
from sam_gen.pages.words import count, listed, some

_STEPS = (ItemKind.ACTION, ItemKind.DECISION, ItemKind.PROMISE)
_LINE = 12
"""Words of a line of the file in a sentence with two names and a day; no sentence has more than thirty."""


def owed_there(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say which late promise lies between us and somebody we are about to meet."""
    item, meeting = chosen.item, chosen.meeting
    if item is None or item.due is None or meeting is None:
        raise ValueError("a focus on what is owed at a talk has a promise with a day, and the talk")
    by, whom = sight.names.full(item.owner), chosen.who[0].person.name
    day, due = sight.day(meeting.date), sight.day(item.due)
    kept = step_keeping(sight.account, chosen.who[0].person, item.what, sight.as_of)
    late = (sight.as_of - item.due).days
    return Words(
        sentence=f"{quote(item.what, _LINE)} is {late} d late for {whom}, who sits across from us on {day}.",
        why=f"{by} promised it for {due}; the talk of {day} is about: {cut(meeting.what, _LINE)}.",
        goal=f"What will {whom} have in hand when the talk of {day} begins?",
        options=_in_hand(sight, meeting, whom, kept) if kept else _owed_options(sight, chosen, item, meeting),
        nothing=f"{whom} asks for it on {day}, or does not ask any more.",
        field="promises",
    )


def _in_hand(sight: Sight, meeting: Meeting, whom: str, kept: Item) -> tuple[str, ...]:
    """Return the ways out where a step brings it: no other day is named to them, and nothing of it waits."""
    owner = sight.names.full(kept.owner) or "whoever has it"
    day, done = sight.day(meeting.date), sight.day(kept.due) if kept.due else ""
    there = sight.names.full(meeting.ours[0]) if meeting.ours else owner
    first = f"On {day} {there} asks {whom} first what of it was of use, and what is missing"
    if kept.due and kept.due > meeting.date:
        return (
            f"It is done before {day}: {tells(sight, kept)}",
            f"{there} tells {whom} before {day} that it comes on {done}",
            f"Somebody else does it for {whom} before {day} in place of {owner}",
        )
    return (
        held(sight, kept),
        f"Name today who does it for {whom} if {owner} cannot, so that {done} holds",
        f"{there} begins the talk of {day} with it, before all else" if done == day else first,
    )


def _owed_options(sight: Sight, chosen: Focus, item: Item, meeting: Meeting) -> tuple[str, ...]:
    """Return the ways out where no step brings it: what is planned with them, then a new day."""
    by, whom = sight.names.full(item.owner), chosen.who[0].person.name
    day, due = sight.day(meeting.date), sight.day(item.due) if item.due else ""
    there = sight.names.full(meeting.ours[0]) if meeting.ours else by
    steps = planned(sight, chosen.who[0], meeting.date, item)
    options = (
        *(held(sight, one) for one in steps[:1]),
        f"{by} tells {whom} before {day} which day comes in place of {due}",
        f"{there} brings {whom} on {day} what is ready, and says what the rest waits for",
        f"Somebody else takes it over from {by} and tells {whom} before {day}",
    )
    return options[:3]


def news(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say what somebody is to hear from us at the next talk."""
    item, meeting = chosen.item, chosen.meeting
    if item is None or meeting is None:
        raise ValueError("a focus on news has a step and a talk")
    by, day = sight.names.full(item.owner), sight.day(meeting.date)
    names = [who.person.name for who in chosen.who]
    whom, first = some(names, 1, most=2), names[0]
    what, verb = told(item.what), "is" if len(names) == 1 else "are"
    hangs = _hangs(sight, chosen)
    since = sight.day(item.due) if item.due else day
    later = new_day(sight.account, sight.playbook, item, sight.as_of)
    put_off = f"; on {sight.day(later.review.date)} it was given {day}" if later and later.review else ""
    last = f" {hangs[0]} waits for {hangs[1]}, promised for {hangs[2]}." if hangs else ""
    finds = f"and {hangs[0]} finds" if hangs and hangs[0] != first else "or finds"
    waits = f", {finds} out {f'on {hangs[2]}' if hangs else f'after {day}'}"
    instead = _instead(sight, chosen)
    return Words(
        sentence=f"{whom} {verb} to hear from us on {day}: {cut(what or item.what, _LINE)}.",
        why=f"{by} has it for {sight.account.name}, due {since}{put_off}.{last}",
        goal=f"What will {first} know on the evening of {day}, and what is there in its place?",
        options=(
            f"{by} says it first on {day}, before {quote(meeting.what, _LINE)}",
            f"If {first} has heard it before {day}, {by} asks what was said, and puts only that right",
            f"{by} brings what can come instead: {tells(sight, instead)}"
            if instead
            else f"{by} says on {day}, in the same breath, what {first} can count on instead, and from when",
        ),
        nothing=f"{first} hears it from somebody else{waits}.",
        field="reviews" if item.review else "actions",
    )


def _hangs(sight: Sight, chosen: Focus) -> tuple[str, str, str] | None:
    """Return for whom, what and when the next promise is that the news speaks of."""
    keys = {who.person.key for who in chosen.who}
    said = telling(chosen.item.what) if chosen.item else frozenset()
    for one in open_steps(sight.account, sight.as_of):
        promised = one.kind is ItemKind.PROMISE and not one.overdue and key_of(one.to) in keys
        if promised and one.due and said & telling(one.what):
            return sight.names.their(one.to), quote(one.what, _LINE), sight.day(one.due)
    return None


def _instead(sight: Sight, chosen: Focus) -> Item | None:
    """Return what is to be ready before the talk and shares a word with the news."""
    if chosen.meeting is None or chosen.item is None:
        return None
    ready = [
        one
        for one in _ready(sight, chosen.meeting)
        if one.record is not chosen.item.record and in_its_place(chosen.item.what, one.what)
    ]
    return ready[0] if ready else None


def talk(sight: Sight, people: Sequence[Standing], chosen: Focus) -> Words:
    """Say with whom we sit down, and what would make it a good talk."""
    meeting, who = chosen.meeting, chosen.who[0]
    if meeting is None:
        raise ValueError("a focus on a talk has one")
    name, client, day = who.person.name, sight.account.name, sight.day(meeting.date)
    going = [sight.names.full(one) for one in meeting.ours]
    goes = f"{listed(going)} {'goes' if len(going) == 1 else 'go'}" if going else "nobody of ours is named for the talk"
    owner = sight.names.full(who.person.owner)
    tie = f"; {owner} has the tie" if owner else "; nobody of ours looks after the tie"
    tie = " and has the tie" if going == [owner] else tie
    days = (meeting.date - sight.as_of).days
    when = f"{day}, in {days} d" if days else f"{day}, today"
    leader = going[0] if going else sight.names.full(sight.account.lead) or "whoever leads the account"
    return Words(
        sentence=f"{name} sits across from us on {when}: {cut(meeting.what)}.",
        why=f"{name} is one of {count(len(key_players(people)), 'key player')} at {client}; {goes}{tie}.",
        goal=f"When {leader} comes out of the room on {day}, what will {name} have said, and what is agreed?",
        options=(_prepared(sight, meeting, who), _begins(who, day), _who_goes(sight, meeting, who)),
        nothing=f"{leader} begins on {day} with our side, and learns too late what {name} came for.",
        field="meetings",
    )


def _prepared(sight: Sight, meeting: Meeting, who: Standing) -> str:
    """Take what is to be ready by then: what names whom we meet first, else what falls due last before the day.

    A step inside our house is nothing to begin with: what names nobody who comes is theirs to see, or the matter
    of the talk.
    """
    ready = _ready(sight, meeting)
    comes = {key_of(one) for one in meeting.theirs} - {who.person.key}
    whom = [who.person, *(one for one in sight.account.people if one.key in comes)]
    named = [one for person in whom for one in steps_about(sight.account, person, sight.as_of) if one in ready]
    goes = [one for one in ready if key_of(one.owner) in set(map(key_of, meeting.ours))]
    theirs = [one for one in goes[::-1] if _shared(one) or alike(one.what, meeting.what)]
    if named or theirs:
        return f"Begin with what is ready by then: {tells(sight, (named or theirs)[0])}"
    return f"Write down before {sight.day(meeting.date)} the one answer of {who.person.name} that would change our plan"


def _shared(item: Item) -> bool:
    return isinstance(item.record, Action | Promise) and item.record.audience is Audience.SHARED


def _ready(sight: Sight, meeting: Meeting) -> list[Item]:
    """Return our steps that fall due from now until the talk."""
    ours = set(sight.ours)
    steps = [one for one in open_steps(sight.account, sight.as_of) if one.kind in _STEPS and not one.overdue]
    return [one for one in steps if key_of(one.owner) in ours and one.due and one.due < meeting.date]


def _begins(who: Standing, day: str) -> str:
    name, cares = who.person.name, who.person.cares_about
    if cares:
        return f"Begin on {day} with what {name} cares about: {first_sentence(cares)}"
    return f"On {day}, find out what {name} wants to be known for, before we speak of our work"


def _who_goes(sight: Sight, meeting: Meeting, who: Standing) -> str:
    """Settle the tie where nobody has it; else who speaks and who listens."""
    name, day = who.person.name, sight.day(meeting.date)
    going = [sight.names.full(one) for one in meeting.ours]
    if going and who.person.owner is None:
        return f"{going[0]} sees {name} on {day}, and has the tie from then on"
    if len(going) > 1:
        return f"On {day} {going[0]} asks, and {going[1]} writes down what {name} says, word for word"
    return f"Say to {name} before {day} what it is to be about, and ask what should be on the table"
