"""Coaching questions that name this account's people, each with what to listen for.

The first is about the focus. The others are taken from what the file has about somebody: why they are against us, a
risk that names them, what is promised to them, what they asked for, what they care about. What the file answers already
is not asked: a complaint that a step of ours is for becomes a question about that step.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sam_gen.advise.coach_people import Probe, against, of_record
from sam_gen.advise.focus import Focus, key_players
from sam_gen.advise.phrase import quote
from sam_gen.advise.redated import speaks
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import validations
from sam_gen.assess.readable import on
from sam_gen.assess.steps_about import steps_about
from sam_gen.assess.value import have_work
from sam_gen.assess.who_knows import in_touch
from sam_gen.model.account import Account
from sam_gen.model.method import FocusKind
from sam_gen.model.people import PersonStatus, Role, Support

MOST = 4


def probes(account: Account, people: Sequence[Standing], chosen: Focus, as_of: datetime.date) -> tuple[Probe, ...]:
    """Return four questions: about the focus first, then about people who stand differently towards us."""
    found = [
        *_of_focus(chosen, account, as_of),
        *_of_people(account, people, chosen, as_of),
        *_of_anybody(account, people, as_of),
    ]
    texts = {probe.text: probe for probe in reversed(found)}
    return tuple(probe for probe in found if texts.pop(probe.text, None) is not None)[:MOST]


# About the focus ----------------------------------------------------------------------------------


def _of_focus(chosen: Focus, account: Account, as_of: datetime.date) -> Iterator[Probe]:
    """Ask about the focus; each question carries two facts of the account, or a line of its own file."""
    found = (
        _of_talk(chosen) if chosen.meeting else _of_work(chosen, account.name) or _of_persons(chosen, account, as_of)
    )
    yield from [found] if found else ()


def _of_talk(chosen: Focus) -> Probe | None:
    if chosen.meeting is None:
        return None
    day, whom = on(chosen.meeting.date), chosen.who[0].person.name
    if chosen.kind is FocusKind.OWED_THERE and chosen.item:
        text = f"{quote(chosen.item.what)} is late. What do you say to {whom} about it, and why not before {day}?"
        return Probe(text, "one sentence without a reason in it, and a day")
    if chosen.kind is FocusKind.NEWS:
        text = f"Which sentence do you say first to {whom} on {day}, and what if it is no news by then?"
        return Probe(text, "the news in one breath, and nothing before it")
    text = f"What does {whom} have to bring home from {day}, and who told us so?"
    return Probe(text, "a result they are asked about, and a name")


def _of_work(chosen: Focus, client: str) -> Probe | None:
    """Ask about what is late, off or missing."""
    text = listen = ""
    if chosen.kind is FocusKind.PROMISE and chosen.item:
        whom = chosen.who[0].person.name if chosen.who else client
        text = f"{quote(chosen.item.what)} is late. What will {whom} see at {client}, and on which day?"
        listen = "a day, a name, and who tells them"
    elif chosen.kind is FocusKind.LATE and chosen.item and chosen.item.due and speaks(chosen.item.what):
        text = (
            f"What has kept {quote(chosen.item.what)} waiting since {on(chosen.item.due)}, and what would make it easy?"
        )
        listen = "what they fear to hear, said by themselves"
    elif chosen.kind is FocusKind.LATE and chosen.item:
        text = f"Who at {client} counts on {quote(chosen.item.what)}, and what do they do without it?"
        listen = "a name, or that nobody does"
    elif chosen.kind is FocusKind.WISH and chosen.wish:
        text = f"What does {client} do about {quote(chosen.wish.wants or '')} while it waits for us?"
        listen = "what it costs them, in their own unit"
    elif chosen.kind is FocusKind.OFF_TRACK and chosen.objective:
        text = f"What would have to be true at {client} for {quote(chosen.objective.name)} to be reached?"
        listen = "a cause, not an effort"
    elif chosen.kind is FocusKind.OBJECTIVE and chosen.objective:
        text = f"Who at {client} would miss {quote(chosen.objective.name)} if we dropped it?"
        listen = "a name and a loss"
    return Probe(text, listen) if text else None


def _of_persons(chosen: Focus, account: Account, as_of: datetime.date) -> Probe | None:
    client = account.name
    if chosen.kind is FocusKind.UNMET:
        person = chosen.who[0].person
        step = next((one for one in steps_about(account, person, as_of) if one.due), None)
        text = f"What would make half an hour with us worth it for {person.name} of {client}?"
        if step and step.due:
            text = f"{quote(step.what)} is for {on(step.due)}: what would {person.name} want to hear first?"
        return Probe(text, "a reason of theirs, not of ours")
    if chosen.kind is FocusKind.THREAD:
        day = on(chosen.talks[0].date)
        text = f"If the tie of {day} broke tomorrow, who at {client} would ring us first?"
        return Probe(text, "one name, quickly")
    if chosen.kind is FocusKind.STANDS and chosen.who:
        text = f"What did {chosen.who[0].person.name} of {client} last say or do that shows how they stand?"
        return Probe(text, "words, and the day")
    return None


# About people -------------------------------------------------------------------------------------


def _of_people(account: Account, people: Sequence[Standing], chosen: Focus, as_of: datetime.date) -> Iterator[Probe]:
    """Ask about one against us, one for us and one who counts, each by what the file has about them."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    about = {who.person.key for who in chosen.who[:1]}
    critics = _standing(here, Support.OPPONENT, Support.DOUBTER)
    critics = [who for who in critics if who.person.key not in about][:1] or critics[:1]
    yield from (against(account, who, as_of) for who in critics)
    about |= {who.person.key for who in critics}
    forms: set[str] = set()
    for group in (
        [who for who in _standing(here, Support.MENTOR, Support.SUPPORTER) if in_touch(who)],
        [who for who in key_players(here) if who.last_talk],
    ):
        found = _first(account, [who for who in group if who.person.key not in about], chosen, as_of, forms)
        if found:
            form, who, probe = found
            forms.add(form)
            about.add(who.person.key)
            yield probe
    for who in [who for who in here if not who.person.cares_about and who.person.key not in about][:2]:
        yield Probe(f"What does {who.person.name} want to be known for at {account.name}?", "their own words")


def _first(
    account: Account, group: Sequence[Standing], chosen: Focus, as_of: datetime.date, forms: set[str]
) -> tuple[str, Standing, Probe] | None:
    """Return the first question of a form that was not used yet, about the first of whom the file has one."""
    for who in group:
        for form, probe in of_record(account, who, chosen.item, as_of):
            if form not in forms:
                return form, who, probe
    return None


def _standing(people: Sequence[Standing], *values: Support) -> list[Standing]:
    found = [who for who in people if who.support and who.support.value in values]
    return sorted(found, key=lambda who: (values.index(who.support.value) if who.support else 9, not who.key_player))


def _of_anybody(account: Account, people: Sequence[Standing], as_of: datetime.date) -> Iterator[Probe]:
    """Ask what fits any account, where the file does not answer it; of work of ours only where there is some."""
    client, work = account.name, have_work(account)
    if not any(Role.DECIDER in who.person.roles for who in people):
        about = "about our work" if work else "about a first order"
        yield Probe(f"Who at {client} decides {about}, and who told us so?", "a name and a source")
    yield Probe(f"Who at {client} last told us something we did not want to hear?", "a name, a day, what it cost us")
    if work:
        yield Probe(f"What would {client} miss first if we were gone, and on which day?", "an event in their week")
    else:
        yield Probe(f"What does {client} do today without us, and what does it cost them?", "their figure, and whose")
    if validations(account, as_of):
        yield Probe(f"What has {client} struck out of our plan?", "a real loss, told calmly")
    yield Probe(f"Whom at {client} could you ring tomorrow without a reason of ours?", "a name, at once")
    yield Probe(f"What do you believe about {client} that nobody there has said?", "a belief, and who could deny it")
