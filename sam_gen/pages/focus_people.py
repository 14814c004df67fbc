"""A focus about people in words: nobody named, nobody met, a single thread, stands we only assume."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.advise.focus import Focus, key_players
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come
from sam_gen.assess.people import Standing
from sam_gen.model.people import PersonStatus
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus_facts import stand_words
from sam_gen.pages.focus_parts import (
    Words,
    about,
    ahead,
    close,
    coming,
    first_sentence,
    held,
    helper,
    near,
    next_meeting,
    suits,
    ways,
)
from sam_gen.pages.introductions import nobody_yet
from sam_gen.pages.words import NAMED, capital, count, listed, number, some


def nobody_named(sight: Sight, people: Sequence[Standing], _chosen: Focus) -> Words:
    """Say that no key player is named."""
    name, here = sight.account.name, [who.person.name for who in people if who.person.status is PersonStatus.ACTIVE]
    known = f"The file names {some(here)}, and no part in a decision" if here else f"The file names nobody at {name}"
    ask = helper(people, ())
    size = f"{count(len(here), 'person', 'people')} on file, no decider" if here else "nobody of theirs is on file"
    return Words(
        sentence=f"Nobody knows who decides at {name}: {size}.",
        why=f"{known}, as of {sight.day(sight.as_of)}.",
        goal=f"Which three names at {name} do you want to have by {ahead(sight, 28)}?",
        options=(
            f"Ask {ask} who decides at {name} about our work, and who could say no"
            if ask
            else f"Ask whoever answers at {name} who decides about our work",
            f"Write down three people at {name}: who decides, who is for us, who can say no",
            f"Look at the last order of {name}: who signed it, and who asked for it?",
        ),
        nothing=f"we learn from the decision who decides at {name}.",
        field="people",
    )


def unmet(sight: Sight, people: Sequence[Standing], chosen: Focus) -> Words:
    """Say which key player nobody of ours looks after, or never met."""
    first, client = chosen.who[0], sight.account.name
    person, name = first.person, first.person.name
    title = f", {person.title}," if person.title else ""
    others = [who.person.name for who in chosen.who[1:]]
    met = f"last talk {sight.ago(first.last_talk)}" if first.last_talk else "no talk with us is on file"
    owner = sight.names.full(person.owner)
    care = f"{owner} has the tie" if owner else "no owner among us"
    also = f" Also without an owner at {client}, or never met: {some(others)}." if others else ""
    hole = "Nobody of ours looks after" if person.owner is None else "Nobody has met"
    return Words(
        sentence=f"{hole} {name}{title} at {client}.",
        why=f"{name} is one of {count(len(key_players(people)), 'key player')} at {client}; {met}; {care}.{also}",
        goal=f"On which day will {name} of {client} have had a good talk with us, and what makes it one?",
        options=tuple(option for option in _ways_to(sight, people, first) if option),
        nothing=_without_us(sight, first),
        field="people",
    )


def _ways_to(sight: Sight, people: Sequence[Standing], who: Standing) -> tuple[str, ...]:
    """Return the ways to somebody: what is planned already, and then nobody else is sent; else who opens the door."""
    name, client, owner = who.person.name, sight.account.name, sight.names.full(who.person.owner)
    planned, meeting = _steps(sight, who), coming(sight, who.person)
    goes = sight.names.full(meeting.ours[0]) if meeting and meeting.ours else ""
    tie = (
        f"{owner} asks {name} of {client} for half an hour"
        if owner
        else f"{goes} sees {name} on {sight.day(meeting.date)}: does {goes} take the tie?"
        if meeting and goes
        else f"Name who of ours looks after {name} at {client}, from this week"
    )
    if planned:
        return held(sight, planned[0]), "" if owner else tie, _before(sight, who, planned[0])
    return _introduced(sight, people, who), tie, _joining(sight, people, who)


def _steps(sight: Sight, who: Standing) -> list[Item]:
    return [one for one in about(sight, who) if one.kind is not ItemKind.RESPONSE]


def _before(sight: Sight, who: Standing, step: Item) -> str:
    """Prepare the step that is planned, so that it has a reason of theirs."""
    by, name = sight.names.full(step.owner) or "Whoever does it", who.person.name
    if who.person.cares_about:
        return f"{by} begins with what {name} cares about: {first_sentence(who.person.cares_about)}"
    return f"{by} asks somebody at {sight.account.name} before what {name} wants to be known for"


def _without_us(sight: Sight, who: Standing) -> str:
    name, meeting = who.person.name, coming(sight, who.person)
    if meeting and meeting.ours:
        goes = sight.names.full(meeting.ours[0])
        return f"{goes} sits across from {name} on {sight.day(meeting.date)}, and the tie is still nobody's."
    if meeting:
        return f"{name} sits across from us on {sight.day(meeting.date)}, and nobody of ours is named for it."
    return f"{name} hears about us from others at {sight.account.name}, or on the day of the decision."


def _introduced(sight: Sight, people: Sequence[Standing], who: Standing) -> str:
    """Ask the first person on the way the map shows; without a way ask whom the map says."""
    name, meeting = who.person.name, coming(sight, who.person)
    if meeting:
        begin = "begin with" if who.person.cares_about else "find out"
        return f"On {sight.day(meeting.date)}, {begin} what {name} wants to be known for, before we speak of our work"
    way = next((way for way in ways(sight) if way.target.person.key == who.person.key), None)
    if way is None:
        return f"Write to {name} at {sight.account.name} with one reason of theirs"
    if not way.hops:
        map_says = nobody_yet(sight, way, {one.person.key: one for one in people}).partition(": ")[2]
        return f"{capital(map_says)} at {sight.account.name}"
    first = way.hops[0]
    asked, to = sight.names.their(first.start), sight.names.their(first.to)
    if len(way.hops) > 1:
        return f"Ask {asked} to introduce us to {to}: the way to {name}"
    return f"Ask {asked} to {'bring us back to' if who.last_talk else 'introduce us to'} {name}"


def _joining(sight: Sight, people: Sequence[Standing], who: Standing) -> str:
    """Use a meeting that is agreed, if it suits them; ring somebody we have met and nobody looks after."""
    person = who.person
    if coming(sight, person):
        return ""
    for meeting in meetings_to_come(sight.account, sight.as_of):
        there = [one.person for one in people if one.person.key in map(key_of, meeting.theirs)]
        if suits(sight, meeting) and any(close(person, other) and near(sight, person, other) for other in there):
            return f"Ask that {person.name} joins on {sight.day(meeting.date)}: {meeting.what}"
    lead = sight.names.full(sight.account.lead) if person.owner is None and who.last_talk else ""
    question = f"with one question about their own work at {sight.account.name}"
    return f"{lead} calls {person.name} {question}" if lead else ""


def thread(sight: Sight, people: Sequence[Standing], chosen: Focus) -> Words:
    """Say through whom every talk runs."""
    name, talks, client = sight.names.full(chosen.carrier), chosen.talks, sight.account.name
    ours = sight.names.ours(chosen.carrier)
    side = f"on our side of {client}" if ours else f"at {client}"
    others = [who for who in people if who.person.status is PersonStatus.ACTIVE and who.person.name != name]
    backup = sight.names.full(sight.account.backup) or "a colleague"
    other = others[0].person.name if others else f"somebody from another function of {client}"
    first, newest = sight.day(talks[-1].date), sight.day(talks[0].date)
    return Words(
        sentence=f"Everything runs through one person {side}: {name}, in all of {number(len(talks))} talks.",
        why=f"{name} was in all {number(len(talks))} talks with {client} since {first}, the last on {newest}.",
        goal=f"Which second tie to {client} should carry weight by {ahead(sight, 90)}, besides that of {newest}?",
        options=(
            _second_voice(sight, chosen, name, backup),
            f"{backup} meets {other} at {client} on a subject of theirs",
            f"Write down what only {name} knows of {client} since {first}",
        ),
        nothing=f"on the day {name} is away, nobody can go on with {client}.",
        field="contacts",
    )


def _second_voice(sight: Sight, chosen: Focus, name: str, backup: str) -> str:
    """Bring somebody of ours along, or ask the carrier at the client for the next name on the map."""
    client = sight.account.name
    if sight.names.ours(chosen.carrier):
        meeting = next_meeting(sight)
        when = f"on {sight.day(meeting.date)}" if meeting else "next time"
        return f"{backup} comes along to {client} {when} and takes one subject over"
    way = next((way for way in ways(sight) if way.hops and way.hops[0].start == key_of(chosen.carrier)), None)
    if way:
        return f"Ask {name} to introduce us to {sight.names.their(way.hops[0].to)}"
    return f"Ask {name} who else at {client} should know us, and why"


def stands(sight: Sight, people: Sequence[Standing], chosen: Focus) -> Words:
    """Say whose stand we only assume, or heard too long ago."""
    names, client = [who.person.name for who in chosen.who], sight.account.name
    first = names[0]
    told = [stand_words(sight, who) for who in chosen.who[:NAMED]]
    asked = helper(people, chosen.who[:1])
    return Words(
        sentence=f"How {some(names)} at {client} {'stands' if len(names) == 1 else 'stand'}, "
        "we only assume or knew long ago.",
        why=f"{capital('; '.join(told))}.",
        goal=f"What should {first} of {client} have said to us by {ahead(sight, 28)}, in their own words?",
        options=(
            f"Ask {first} what they would change about our work for {client}",
            f"Ask {asked} how {first} speaks of us"
            if asked
            else f"Look for one act of {first} at {client} that shows it, with its day",
            f"Take down the {count(len(names), 'stand')} at {client} that nobody has seen or heard",
        ),
        nothing=f"the plan for {client} counts on {listed(names[:1])}, whom nobody has asked.",
        field="people",
    )
