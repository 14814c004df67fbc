"""Coaching questions that name this account's people, each with what to listen for.

The first is about the focus. The others are taken from what the file has about somebody: why they are against us, a
risk that names them, what is promised to them, what they asked for, what they care about. What the file answers already
is not asked: a complaint that a step of ours is for becomes a question about that step. People of whom the file has
nothing share one question; what is left is taken from what we plan, and only then from what the file lacks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sam_gen.advise.coach_account import of_holes, of_plan
from sam_gen.advise.coach_people import About, Probe, against, of_record, wants, wants_unknown
from sam_gen.advise.focus import Focus, key_players
from sam_gen.advise.phrase import quote
from sam_gen.advise.redated import speaks, told
from sam_gen.assess.people import Standing
from sam_gen.assess.readable import on
from sam_gen.assess.steps_about import step_keeping, steps_about
from sam_gen.assess.who_knows import in_touch
from sam_gen.model.account import Account
from sam_gen.model.method import FocusKind
from sam_gen.model.people import PersonStatus, Support

MOST = 4
_BRIEF = 7
"""Words of a line of the file beside another line, a name and a day; no sentence has more than thirty."""


def probes(account: Account, people: Sequence[Standing], chosen: Focus, as_of: datetime.date) -> tuple[Probe, ...]:
    """Return four questions: about the focus first, then about people who stand differently towards us."""
    groups = (
        (About.FOCUS, _of_focus(chosen, account, as_of)),
        (About.PEOPLE, _of_people(account, people, chosen, as_of)),
        (About.PLAN, of_plan(account, chosen.item, as_of)),
        (About.HOLES, of_holes(account, people, as_of)),
    )
    found = [replace(probe, about=about) for about, some in groups for probe in some]
    texts = {probe.text: probe for probe in reversed(found)}
    return tuple(probe for probe in found if texts.pop(probe.text, None) is not None)[:MOST]


# About the focus ----------------------------------------------------------------------------------


def _of_focus(chosen: Focus, account: Account, as_of: datetime.date) -> Iterator[Probe]:
    """Ask about the focus; each question carries two facts of the account, or a line of its own file."""
    found = (
        _of_talk(chosen, account, as_of)
        if chosen.meeting
        else _of_work(chosen, account.name) or _of_persons(chosen, account, as_of)
    )
    yield from [found] if found else ()


def _of_talk(chosen: Focus, account: Account, as_of: datetime.date) -> Probe | None:
    if chosen.meeting is None:
        return None
    day, person = on(chosen.meeting.date), chosen.who[0].person
    whom = person.name
    if chosen.kind is FocusKind.OWED_THERE and chosen.item:
        kept = step_keeping(account, person, chosen.item.what, as_of)
        # What is planned for an earlier day needs no reminder of it, but a second way.
        sooner = kept.due if kept and kept.due and kept.due < chosen.meeting.date else None
        asks = f"what if {on(sooner)} does not hold" if sooner else f"why not before {day}"
        text = f"{quote(chosen.item.what)} is late. What do you say to {whom} about it, and {asks}?"
        return Probe(text, "one sentence without a reason in it, and a day")
    if chosen.kind is FocusKind.NEWS:
        news = quote(told(chosen.item.what) or chosen.item.what, _BRIEF) if chosen.item else "our news"
        text = f"What do you say first to {whom} on {day} about {news}, and what if it is no news by then?"
        return Probe(text, "the news in one breath, and nothing before it")
    about, wish = quote(chosen.meeting.what, _BRIEF), wants(account, person, _BRIEF)
    if wish:
        text = f"{about} is on {day}. {whom} {wish}: what do we bring for that?"
        return Probe(text, "one thing that is ready, or that there is none")
    text = f"{about} is on {day}: what does {whom} want from it, and who told us so?"
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
        wish = wants(account, person)
        text = f"What would make half an hour with us worth it for {person.name} of {client}"
        text = f"{text}, who {wish}?" if wish else f"{text}?"
        if step and step.due:
            text = f"{quote(step.what)} is for {on(step.due)}: what would {person.name} want to hear first?"
        return Probe(text, "a reason of theirs, not of ours")
    if chosen.kind is FocusKind.THREAD:
        talk = chosen.talks[0]
        about = f" about {quote(talk.what, _BRIEF)}" if talk.what else ""
        text = f"If the tie of the talk of {on(talk.date)}{about} broke tomorrow, who at {client} would ring us first?"
        return Probe(text, "one name, quickly")
    if chosen.kind is FocusKind.STANDS and chosen.who:
        who = chosen.who[0]
        text = f"What did {who.person.name} of {client} last say or do that shows how they stand?"
        if who.support and who.support.evidence and who.support.as_of:
            seen = f"{quote(who.support.evidence)}, {on(who.support.as_of)}"
            text = f"{seen}: what has {who.person.name} of {client} said or done since?"
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
        key_players(here),
    ):
        found = _first(account, [who for who in group if who.person.key not in about], chosen, as_of, forms)
        if found:
            form, who, probe = found
            forms.add(form)
            about.add(who.person.key)
            yield probe
    silent = [
        who.person for who in key_players(here) if who.person.key not in about and not _known(account, who, as_of)
    ]
    yield from wants_unknown(account, silent, as_of)


def _known(account: Account, who: Standing, as_of: datetime.date) -> bool:
    """Whether the file has a word about what somebody wants, is owed or asked for, or why they stand as they do."""
    told_why = who.support is not None and bool(who.support.evidence)
    return told_why or bool(who.person.cares_about) or any(of_record(account, who, None, as_of))


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
