"""Coaching questions that name this account's people, each with what to listen for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.advise.focus import Focus, key_players
from sam_gen.assess.people import Standing
from sam_gen.assess.readable import on
from sam_gen.assess.who_knows import in_touch
from sam_gen.model.account import Account
from sam_gen.model.method import FocusKind
from sam_gen.model.people import PersonStatus, Support
from sam_gen.model.scalars import key_of

MOST = 4
_SPEECH = re.compile(r'"([^"]*)"')
MOST_QUOTED = 15
"""Words of a line of the file in a question; it has to be said aloud."""


@dataclass(frozen=True)
class Probe:
    """One question for the coached person, and what a good answer has in it."""

    text: str
    listen: str


def probes(account: Account, people: Sequence[Standing], chosen: Focus) -> tuple[Probe, ...]:
    """Return four questions: about the focus first, then about people who stand differently towards us."""
    found = [*_of_focus(chosen, account, people), *_of_people(account, people, chosen), *_of_anybody(account)]
    texts = {probe.text: probe for probe in reversed(found)}
    return tuple(probe for probe in found if texts.pop(probe.text, None) is not None)[:MOST]


def _of_focus(chosen: Focus, account: Account, people: Sequence[Standing]) -> Iterator[Probe]:
    """Ask about the focus; each question carries two facts of the account, or a line of its own file."""
    client = account.name
    if chosen.kind is FocusKind.UNMET:
        name = chosen.who[0].person.name
        text = f"What would make half an hour with us worth it for {name} of {client}?"
        yield Probe(text, "a reason of theirs, not of ours")
    elif chosen.kind is FocusKind.PROMISE and chosen.item:
        key = key_of(chosen.item.to)
        whom = next((who.person.name for who in people if who.person.key == key), client)
        text = f"{quote(chosen.item.what)} is late. What will {whom} see at {client}, and on which day?"
        yield Probe(text, "a day, a name, and who tells them")
    elif chosen.kind is FocusKind.LATE and chosen.item:
        text = f"Who at {client} counts on {quote(chosen.item.what)}, and what do they do without it?"
        yield Probe(text, "a name, or that nobody does")
    elif chosen.kind is FocusKind.WISH and chosen.wish:
        text = f"What does {client} do about {quote(chosen.wish.wants or '')} while it waits for us?"
        yield Probe(text, "what it costs them, in their own unit")
    elif chosen.kind is FocusKind.OFF_TRACK and chosen.objective:
        text = f"What would have to be true at {client} for {quote(chosen.objective.name)} to be reached?"
        yield Probe(text, "a cause, not an effort")
    elif chosen.kind is FocusKind.THREAD:
        day = on(chosen.talks[0].date)
        text = f"If the tie of {day} broke tomorrow, who at {client} would ring us first?"
        yield Probe(text, "one name, quickly")
    elif chosen.kind is FocusKind.STANDS and chosen.who:
        text = f"What did {chosen.who[0].person.name} of {client} last say or do that shows how they stand?"
        yield Probe(text, "words, and the day")
    elif chosen.kind is FocusKind.OBJECTIVE and chosen.objective:
        text = f"Who at {client} would miss {quote(chosen.objective.name)} if we dropped it?"
        yield Probe(text, "a name and a loss")


def _of_people(account: Account, people: Sequence[Standing], chosen: Focus) -> Iterator[Probe]:
    here, client = [who for who in people if who.person.status is PersonStatus.ACTIVE], account.name
    yield from (_against(who, client) for who in _standing(here, Support.OPPONENT, Support.DOUBTER)[:1])
    for who in [who for who in _standing(here, Support.MENTOR, Support.SUPPORTER) if in_touch(who)][:1]:
        text = f"If {who.person.name} left next month, who would speak for us at {client}, and have we met them?"
        yield Probe(text, "a second name from another function")
    about = {who.person.key for who in chosen.who[:1]}
    for who in [who for who in key_players(here) if who.last_talk and who.person.key not in about][:1]:
        day = on(who.last_talk) if who.last_talk else ""
        text = f"What did {who.person.name} last ask of us, up to the talk of {day}, that was not an order?"
        yield Probe(text, "an event, and what we did")
    for who in [who for who in here if not who.person.cares_about][:2]:
        yield Probe(f"What does {who.person.name} want to be known for at {client}?", "their own words")


def _against(who: Standing, client: str) -> Probe:
    """Quote the reason that is on file and ask who has answered it; ask for the reason only where none is."""
    name, held = who.person.name, who.support
    word = "is against us" if held and held.value is Support.OPPONENT else "doubts us"
    since = f", as of {on(held.as_of)}" if held and held.as_of else f" at {client}"
    if held and held.evidence:
        reason, then = quote(_unquoted(held.evidence)), f" since {on(held.as_of)}" if held.as_of else f" of {client}"
        text = f"{name} {word}{since}: {reason}. Who of us has answered {name}{then}, and on which day?"
        return Probe(text, "a name and a day, or that nobody has")
    return Probe(f"{name} {word}{since}: what good reason may there be?", "their reason, with a figure or a day")


def _unquoted(text: str) -> str:
    """Take off the marks of a line that is nothing but speech; it gets marks of our own."""
    inner = text.strip()
    whole = len(inner) > 1 and inner[0] in '"“' and inner[-1] in '"”' and inner.count('"') in (0, 2)
    return inner[1:-1] if whole else _SPEECH.sub("‘\\1’", inner)


def _standing(people: Sequence[Standing], *values: Support) -> list[Standing]:
    found = [who for who in people if who.support and who.support.value in values]
    return sorted(found, key=lambda who: (values.index(who.support.value) if who.support else 9, not who.key_player))


def _of_anybody(account: Account) -> Iterator[Probe]:
    yield Probe(f"Who at {account.name} decides about our work, and who told us so?", "a name and a source")
    yield Probe(
        f"Who at {account.name} last told us something we did not want to hear?", "a name, a day, what it cost us"
    )
    yield Probe(f"What would {account.name} miss first if we were gone, and on which day?", "an event in their week")
    yield Probe(f"What has {account.name} struck out of our plan?", "a real loss, told calmly")


def quote(text: str) -> str:
    """Put a line of the file into a question, no longer than one can say in a breath."""
    words = text.rstrip(".").split()
    return f"“{' '.join(words)}”" if len(words) <= MOST_QUOTED else f"“{' '.join(words[:MOST_QUOTED]).rstrip(',;:')} …”"
