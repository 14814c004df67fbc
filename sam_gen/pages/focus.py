"""The focus of a coaching talk in words: the sentence, why this one, and the four steps with the facts at hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sam_gen.advise.focus import Focus
from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.coverage import key_of
from sam_gen.assess.introductions import Way, introductions
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import open_objectives, validations
from sam_gen.model.method import FocusKind
from sam_gen.model.people import Meeting, Person, PersonStatus
from sam_gen.pages.blocks import Sight, figure
from sam_gen.pages.focus_facts import MOST_NAMES, Fact, goal_facts, reality, some, stand_words
from sam_gen.pages.parts import Source
from sam_gen.pages.words import capital, count, listed, number, span

_MOST_FACTS = 5


@dataclass(frozen=True)
class FocusWords:
    """Everything the page says about the focus."""

    sentence: str
    why: str
    goal: str
    goal_facts: tuple[Fact, ...]
    reality: tuple[Fact, ...]
    options: tuple[tuple[str, str], ...]
    """Letter and option; doing nothing is the last."""
    source: Source


@dataclass(frozen=True)
class _Words:
    """What one kind of focus says."""

    sentence: str
    why: str
    goal: str
    options: tuple[str, ...]
    nothing: str
    field: str


def focus_words(sight: Sight, people: Sequence[Standing], chosen: Focus) -> FocusWords:
    """Say one focus."""
    words = _SAID[chosen.kind](sight, people, chosen)
    options = [*words.options[:3], f"Nothing: {words.nothing}"]
    return FocusWords(
        sentence=words.sentence,
        why=words.why,
        goal=words.goal,
        goal_facts=tuple(goal_facts(sight)),
        reality=tuple(reality(sight, people, chosen))[:_MOST_FACTS],
        options=tuple(zip("abcd", options, strict=False)),
        source=sight.source(words.field),
    )


# What each kind says --------------------------------------------------------------


def _nobody_named(sight: Sight, people: Sequence[Standing], _chosen: Focus) -> _Words:
    name, here = sight.account.name, [who.person.name for who in people if who.person.status is PersonStatus.ACTIVE]
    known = f"The file names {some(here)}, and no part in a decision" if here else "The file names nobody there"
    helper = _helper(people, ())
    return _Words(
        sentence=f"Nobody knows who decides at {name}.",
        why=f"{known}, as of {sight.day(sight.as_of)}.",
        goal=f"What would you like to know about the people at {name} in four weeks?",
        options=(
            f"Ask {helper}: who decides about our work, and who could say no?"
            if helper
            else f"Ask whoever answers at {name} who decides about our work",
            "Write down three people: who decides, who is for us, who can say no",
            "Look at the last order: who signed it, and who asked for it?",
        ),
        nothing="we learn who decides from the decision.",
        field="people",
    )


def _unmet(sight: Sight, people: Sequence[Standing], chosen: Focus) -> _Words:
    first = chosen.who[0]
    person = first.person
    whom = f"{person.name}{f', {person.title}' if person.title else ''}"
    others = [who.person.name for who in chosen.who[1:]]
    met = f"last talk {sight.ago(first.last_talk)}" if first.last_talk else "no talk with us is on file"
    care = "no owner among us" if person.owner is None else f"{sight.names.full(person.owner)} has the tie"
    also = f" Also without an owner, or never met: {some(others)}." if others else ""
    open_ = f"Nobody of ours looks after {whom}." if person.owner is None else f"Nobody has met {whom}."
    coming = _coming(sight, person)
    owner = sight.names.full(person.owner)
    options = (
        _introduced(sight, first),
        f"{owner} asks for half an hour" if owner else f"Name who of ours looks after {person.name}, from this week",
        _joining(sight, people, person),
    )
    return _Words(
        sentence=open_,
        why=f"{person.name} is a key player; {met}; {care}.{also}",
        goal=f"What does a good talk with {person.name} look like, and by when?",
        options=tuple(option for option in options if option),
        nothing=f"{person.name} sits across from us on {sight.day(coming.date)}, and nobody of ours is prepared for it."
        if coming
        else f"{person.name} hears about us from others, or on the day of the decision.",
        field="people",
    )


def _coming(sight: Sight, person: Person) -> Meeting | None:
    """Return the next meeting if somebody comes to it."""
    meeting = next(iter(meetings_to_come(sight.account, sight.as_of)), None)
    return meeting if meeting and person.key in map(key_of, meeting.theirs) else None


def _introduced(sight: Sight, who: Standing) -> str:
    """Ask the first person on the way the map shows; without a way say so."""
    name = who.person.name
    if _coming(sight, who.person):
        known = who.person.cares_about
        return f"{'Begin with' if known else 'Find out'} what {name} wants to be known for, before we speak of our work"
    way = next((way for way in _ways(sight) if way.target.person.key == who.person.key), None)
    if way is None:
        return f"Write to {name} with one reason of theirs"
    if not way.hops:
        return f"Nobody yet can introduce us to {name}: write, with one reason of theirs"
    first = way.hops[0]
    helper, to = sight.names.their(first.start), sight.names.their(first.to)
    if len(way.hops) > 1:
        return f"Ask {helper} to introduce us to {to}: the way to {name}"
    return f"Ask {helper} to {'bring us back to' if who.last_talk else 'introduce us to'} {name}"


def _ways(sight: Sight) -> tuple[Way, ...]:
    return introductions(sight.account, sight.project.playbook, sight.as_of)


def _joining(sight: Sight, people: Sequence[Standing], person: Person) -> str:
    """Use the next meeting for somebody who comes, or is near the work or the line of somebody who comes."""
    meeting = next(iter(meetings_to_come(sight.account, sight.as_of)), None)
    there = [who.person for who in people if meeting and who.person.key in map(key_of, meeting.theirs)]
    if meeting and _coming(sight, person):
        return f"Speak with {person.name} on {sight.day(meeting.date)}, where they come anyway"
    if meeting and any(_close(person, other) for other in there):
        return f"Ask that {person.name} joins on {sight.day(meeting.date)}: {meeting.what}"
    lead = sight.names.full(sight.account.lead)
    return f"{lead} calls {person.name} with one question about their own work" if lead else ""


def _close(one: Person, other: Person) -> bool:
    """Whether two are of one function, or one of them leads the other."""
    same = bool(one.function) and key_of(one.function) == key_of(other.function)
    return same or key_of(one.reports_to) == other.key or key_of(other.reports_to) == one.key


def _promise(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> _Words:
    item = chosen.item
    if item is None or item.due is None:
        raise ValueError("a focus on a promise has an item with a day")
    by, to = sight.names.full(item.owner), sight.names.full(item.to)
    whom = to or "the client"
    days = (sight.as_of - item.due).days
    return _Words(
        sentence=f"We owe {whom} something that is {days} d late: {item.what}.",
        why=f"{by} promised it for {sight.day(item.due)}; {whom} has been waiting since.",
        goal=f"What will {whom} have in hand, and on which day?",
        options=(
            f"{by} tells {whom} today what is missing and names a day",
            "Send what is ready now, and say what follows",
            f"Somebody else takes it over from {by}",
        ),
        nothing=f"{whom} learns how much our dates are worth.",
        field="promises",
    )


def _late(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> _Words:
    item = chosen.item
    if item is None or item.due is None:
        raise ValueError("a focus on a late step has an item with a day")
    by = sight.names.full(item.owner)
    days = (sight.as_of - item.due).days
    taken = f"decided {sight.day(item.review.date)}, " if item.review else ""
    return _Words(
        sentence=f"A step of ours is {days} d late: {item.what.rstrip('.')}.",
        why=f"{by} has it, {taken}due {sight.day(item.due)}; of all that is late on our side it is the oldest step.",
        goal="What will be different once it is done, and on which day will it be?",
        options=(
            f"{by} does it this week, and says on which day",
            f"Somebody else takes it over from {by}",
            "Strike it out, and tell whoever counts on it",
        ),
        nothing="what we write into a plan stops meaning anything.",
        field="reviews" if item.review else "actions",
    )


def _wish(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> _Words:
    wish = chosen.wish
    if wish is None:
        raise ValueError("a focus on a wish has one")
    who = sight.names.their(wish.who)
    whom, days = who or "the client", (sight.as_of - wish.date).days
    limit = sight.project.playbook.method.health.voice.settle_within
    return _Words(
        sentence=f"{capital(whom)} has waited {days} d for an answer: {(wish.wants or '').rstrip('.')}.",
        why=f"{capital(whom)} asked on {sight.day(wish.date)}; a wish is to be settled within {span(limit)}.",
        goal=f"What will {whom} hear from us, and on which day?",
        options=(
            f"Tell {whom} what we will do, and by when",
            f"Tell {whom} that we will not do it, and why",
            f"Ask {whom} whether it is still wanted",
        ),
        nothing=f"{whom} learns that it is no use to tell us.",
        field="feedback",
    )


def _off_track(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> _Words:
    one, now = chosen.objective, chosen.measure
    if one is None or now is None or now.due is None:
        raise ValueError("a focus on a measure has an objective, and a benchmark that is due")
    owner = sight.names.full(one.owner)
    unit = f" {now.measure.unit}" if now.measure.unit else ""
    return _Words(
        sentence=f"“{one.name}” is off its track.",
        why=f"{now.measure.name}: {figure(now.due.actual)}{unit} on {sight.day(now.due.date)}, "
        f"where {figure(now.due.target)}{unit} was agreed; {owner or 'nobody'} answers for it.",
        goal="Which value should be reached next, by which day, and what would bring it there?",
        options=(
            "Ask those who do the work what holds it back",
            "Agree one step that would move it, and who takes it",
            "Agree another value or another day with the client",
        ),
        nothing="the next value is missed as well, and both sides know it.",
        field="objectives",
    )


def _thread(sight: Sight, people: Sequence[Standing], chosen: Focus) -> _Words:
    name, talks = sight.names.full(chosen.carrier), chosen.talks
    ours = sight.names.ours(chosen.carrier)
    side = "on our side" if ours else f"at {sight.account.name}"
    others = [who for who in people if who.person.status is PersonStatus.ACTIVE and who.person.name != name]
    backup = sight.names.full(sight.account.backup) or "a colleague"
    other = others[0].person.name if others else "somebody from another function"
    ways = [] if ours else [way for way in _ways(sight) if way.hops and way.hops[0].start == key_of(chosen.carrier)]
    first, newest = sight.day(talks[-1].date), sight.day(talks[0].date)
    return _Words(
        sentence=f"Everything runs through one person {side}: {name}.",
        why=f"{name} was in all {number(len(talks))} talks since {first}, the last on {newest}.",
        goal=f"Which second tie should carry weight by {_in_a_quarter(sight)}?",
        options=(
            f"{backup} comes along to the next talk and takes one subject over"
            if ours
            else f"Ask {name} to introduce us to {sight.names.their(ways[0].hops[0].to)}"
            if ways
            else f"Ask {name} who else should know us, and why",
            f"{backup} meets {other} on a subject of theirs",
            f"Write down what only {name} knows",
        ),
        nothing=f"on the day {name} is away, nobody can go on.",
        field="contacts",
    )


def _stands(sight: Sight, people: Sequence[Standing], chosen: Focus) -> _Words:
    names = [who.person.name for who in chosen.who]
    first = names[0]
    told = [stand_words(sight, who) for who in chosen.who[:MOST_NAMES]]
    helper = _helper(people, chosen.who[:1])
    return _Words(
        sentence="How the people who count stand, we only assume or knew long ago.",
        why=f"{capital(listed(told))}.",
        goal=f"Of whom do you want to know in four weeks how they stand, in their own words? {first}?",
        options=(
            f"Ask {first} what they would change about our work",
            f"Ask {helper} how {first} speaks of us"
            if helper
            else f"Look for one act of {first} that shows it, with its day",
            "Take down every stand nobody has seen or heard",
        ),
        nothing="the plan counts on friends nobody has asked.",
        field="people",
    )


def _objective(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> _Words:
    one, name = chosen.objective, sight.account.name
    if one is None:
        wanted = next(iter(sight.account.initiatives), None)
        wants = count(len(sight.account.initiatives), "initiative")
        return _Words(
            sentence=f"There is nothing both sides want to reach: no open objective with {name}.",
            why=f"As of {sight.day(sight.as_of)} the file names {wants} of theirs and no open objective.",
            goal=f"What should {name} be able to say we reached together in a year?",
            options=(
                f"Ask what would show that “{wanted.name}” has worked"
                if wanted
                else "Ask what must have changed in a year, and why",
                "Write one objective with a gain for each side and a day",
                "Ask what they would count",
            ),
            nothing="each side measures us by something else.",
            field="objectives",
        )
    lacks = [
        text for text, there in (("no gain for the client", one.client_gets), ("no measure", one.measures)) if not there
    ]
    owner = sight.names.full(one.owner) or "no owner"
    due = f"due {sight.due(one.due)}" if one.due else "without a day"
    ask = sight.names.their(
        next((i.owner for i in sight.account.initiatives if one.for_ and i.key == one.for_.rpartition("/")[2]), None)
    )
    whom = ask or "whoever would have the use"
    return _Words(
        sentence=f"“{one.name}” has {listed(lacks)}: so far it is our wish.",
        why=f"It is {due}, {owner}, and the file shows {listed(lacks)}.",
        goal=f"What would {whom} count to say it was reached?",
        options=(
            f"Ask {whom} what they gain, in their own unit",
            "Agree one measure, its value today and one on the way",
            "Let the objective go",
        ),
        nothing="we reach something nobody over there has asked for.",
        field="objectives",
    )


def _not_validated(sight: Sight, people: Sequence[Standing], _chosen: Focus) -> _Words:
    name, helper = sight.account.name, _helper(people, ())
    still = count(len(open_objectives(sight.account, sight.as_of)), "objective")
    done = validations(sight.account, sight.as_of)
    last = "no validation is on file"
    lasts = sight.project.playbook.method.windows.validation_lasts
    if done:
        last = f"last gone through {sight.ago(done[0].date)}, by {sight.names.their(done[0].who)}"
    return _Words(
        sentence=f"Nobody at {name} has gone through the plan{f' for {span(lasts)}' if done else ''}.",
        why=f"It holds {still} as of {sight.day(sight.as_of)}; {last}.",
        goal=f"Who at {name} should be able to change this plan, and by when?",
        options=(
            f"Put two pages before {helper}" if helper else "Put two pages before whoever decides",
            "Show their initiatives only, and ask what is wrong",
            "Let one of theirs write one objective",
        ),
        nothing="it stays a plan about them without them.",
        field="validation",
    )


def _changed(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> _Words:
    last = chosen.talks[0] if chosen.talks else None
    who = listed([sight.names.their(one) for one in last.theirs]) if last else ""
    why = (
        f"Last talk {sight.ago(last.date)}{f', with {who}' if who else ''}."
        if last
        else f"No talk is on file in {span(sight.project.playbook.method.people.talks_window)}."
    )
    return _Words(
        sentence=f"No gap stands out at {sight.account.name}: talk about what has changed.",
        why=why,
        goal="What has changed at the client since the last talk, and what follows for the plan?",
        options=(
            "Go through the last talk line by line",
            "Ask the person we know least",
            "Drop one thing from the plan",
        ),
        nothing="then say so, and look again in two weeks.",
        field="contacts",
    )


_SAID: dict[FocusKind, Callable[[Sight, Sequence[Standing], Focus], _Words]] = {
    FocusKind.NOBODY_NAMED: _nobody_named,
    FocusKind.UNMET: _unmet,
    FocusKind.PROMISE: _promise,
    FocusKind.LATE: _late,
    FocusKind.WISH: _wish,
    FocusKind.OFF_TRACK: _off_track,
    FocusKind.THREAD: _thread,
    FocusKind.STANDS: _stands,
    FocusKind.OBJECTIVE: _objective,
    FocusKind.NOT_VALIDATED: _not_validated,
    FocusKind.CHANGED: _changed,
}


# Who could help, and by when -------------------------------------------------------


def _helper(people: Sequence[Standing], beside: Sequence[Standing]) -> str:
    """Name who of theirs could help: for us and spoken to lately, but not somebody the focus is about."""
    others = [who for who in people if who.last_talk and who not in beside and who.person.status is PersonStatus.ACTIVE]
    best = max(others, key=lambda who: (who.for_us, -(who.talk_age or 0)), default=None)
    return best.person.name if best else ""


def _in_a_quarter(sight: Sight) -> str:
    return sight.day(sight.as_of + datetime.timedelta(days=90))
