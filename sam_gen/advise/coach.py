"""Coaching questions that name this account's people, each with what to listen for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.advise.focus import Focus, key_players
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.method import FocusKind
from sam_gen.model.people import PersonStatus, Support

MOST = 4


@dataclass(frozen=True)
class Probe:
    """One question for the coached person, and what a good answer has in it."""

    text: str
    listen: str


def probes(account: Account, people: Sequence[Standing], chosen: Focus) -> tuple[Probe, ...]:
    """Return four questions: about the focus first, then about people who stand differently towards us."""
    found = [*_of_focus(chosen, account, people), *_of_people(people, chosen), *_of_anybody(account)]
    texts = {probe.text: probe for probe in reversed(found)}
    return tuple(probe for probe in found if texts.pop(probe.text, None) is not None)[:MOST]


def _of_focus(chosen: Focus, account: Account, people: Sequence[Standing]) -> Iterator[Probe]:
    if chosen.kind is FocusKind.UNMET:
        name = chosen.who[0].person.name
        yield Probe(f"What would make half an hour with us worth it for {name}?", "a reason of theirs, not of ours")
    elif chosen.kind is FocusKind.PROMISE and chosen.item:
        key = (chosen.item.to or "").rpartition("/")[2]
        whom = next((who.person.name for who in people if who.person.key == key), "they")
        yield Probe(
            f"“{chosen.item.what}” is late. What will {whom} see, and on which day?",
            "a day, a name, and who tells them",
        )
    elif chosen.kind is FocusKind.LATE and chosen.item:
        yield Probe(
            f"Who at {account.name} counts on “{chosen.item.what}”, and what do they do without it?",
            "a name, or that nobody does",
        )
    elif chosen.kind is FocusKind.WISH and chosen.wish:
        yield Probe(
            f"What does {account.name} do about “{chosen.wish.wants}” while it waits for us?",
            "what it costs them, in their own unit",
        )
    elif chosen.kind is FocusKind.OFF_TRACK and chosen.objective:
        yield Probe(
            f"What would have to be true at {account.name} for “{chosen.objective.name}” to be reached?",
            "a cause, not an effort",
        )
    elif chosen.kind is FocusKind.THREAD:
        yield Probe(f"If this one tie broke tomorrow, who at {account.name} would ring us first?", "one name, quickly")
    elif chosen.kind is FocusKind.STANDS and chosen.who:
        name = chosen.who[0].person.name
        yield Probe(f"What did {name} last say or do that shows how they stand?", "words, and the day")
    elif chosen.kind is FocusKind.OBJECTIVE and chosen.objective:
        yield Probe(
            f"Who at {account.name} would miss “{chosen.objective.name}” if we dropped it?", "a name and a loss"
        )


def _of_people(people: Sequence[Standing], chosen: Focus) -> Iterator[Probe]:
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    for who in _standing(here, Support.OPPONENT, Support.DOUBTER)[:1]:
        yield Probe(
            f"What good reason may {who.person.name} have not to be for us?", "their reason, with a figure or a day"
        )
    for who in _standing(here, Support.MENTOR, Support.SUPPORTER)[:1]:
        yield Probe(
            f"If {who.person.name} left next month, who would speak for us, and have we met them?",
            "a second name from another function",
        )
    about = {who.person.key for who in chosen.who[:1]}
    for who in [who for who in key_players(here) if who.last_talk and who.person.key not in about][:1]:
        yield Probe(f"What did {who.person.name} last ask of us that was not an order?", "an event, and what we did")
    for who in here[:2]:
        yield Probe(f"What does {who.person.name} want to be known for?", "their own words")


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
