"""Questions about one person from what the file has about them: a reason, a risk, a promise, a wish, a care, a step."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.advise.addressed import sentences
from sam_gen.advise.once import telling
from sam_gen.advise.phrase import quote, said, speech
from sam_gen.advise.twice import answers
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.alike import names
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import open_objectives, open_opportunities
from sam_gen.assess.readable import on
from sam_gen.assess.steps_about import steps_about
from sam_gen.model.account import Account
from sam_gen.model.people import Person, Support
from sam_gen.model.plan import Initiative, Risk
from sam_gen.model.scalars import key_of

_SHARED = 2
"""Words a step shares with a reason that it answers; one, where the owner of the tie has the step."""

_NAMED = 2
"""Names in one question about people of whom the file has nothing; a name may have four words."""

_OPEN = re.compile(r"(?:Whether|Who|Which|What|When|How|An? (?:yes or no|answer)|One answer)\b")
"""How a promise begins that is an answer, and may be either one."""

_LEAVES = re.compile(r"(?:No|Nothing|Nobody|Do not)\b")
"""How a step begins that is to leave something be: nobody waits for it."""

_LINE = 10
"""Words of a line of the file beside two names and a day; no sentence has more than thirty."""


class About(StrEnum):
    """What a question for the coached person is about."""

    FOCUS = "the focus"
    PEOPLE = "people"
    PLAN = "the plan"
    HOLES = "what the file lacks"


@dataclass(frozen=True)
class Probe:
    """One question for the coached person, and what a good answer has in it."""

    text: str
    listen: str
    about: About = About.PEOPLE


def against(account: Account, who: Standing, as_of: datetime.date) -> Probe:
    """Quote the reason on file and ask about the step that answers it, or who has; ask for a reason where none is."""
    name, held = who.person.name, who.support
    opponent = held and held.value is Support.OPPONENT
    word = "is against us" if opponent else "doubts us"
    since = f", as of {on(held.as_of)}" if held and held.as_of else ""
    if not held or not held.evidence:
        return Probe(f"{name} {word}{since}: what good reason may there be?", "their reason, with a figure or a day")
    reason, step = said(held.evidence), _answer(account, who, held.evidence, as_of)
    if step and step.due:
        planned = f"{quote(step.what, _LINE)} is for {on(step.due)}"
        text = f"{name} {word}{since}: {reason}. {planned}: what will {name} say to it?"
        return Probe(text, "whether it is what was asked for, and soon enough")
    then = f" since {on(held.as_of)}" if held.as_of else f" of {account.name}"
    text = f"{name} {word}{since}: {reason}. Who of us has answered {name}{then}, and on which day?"
    return Probe(text, "a name and a day, or that nobody has")


def _answer(account: Account, who: Standing, evidence: str, as_of: datetime.date) -> Item | None:
    """Return our open step that answers somebody: one that names them, or that takes up their words."""
    ahead = [one for one in steps_about(account, who.person, as_of) if one.due and not one.overdue]
    if ahead:
        return ahead[0]
    names = frozenset(word for person in account.people for word in person.name.casefold().split())
    theirs = {person.key for person in account.people}
    for one in open_items(account, as_of):
        if one.kind is ItemKind.OBJECTIVE or not one.due or one.overdue or key_of(one.owner) in theirs:
            continue
        shared = len(telling(one.what, names) & telling(evidence, names))
        if shared >= _SHARED or (shared and who.person.owner and key_of(one.owner) == key_of(who.person.owner)):
            return one
    return None


def of_record(
    account: Account, who: Standing, beside: Item | None, as_of: datetime.date
) -> Iterator[tuple[str, Probe]]:
    """Yield questions about somebody with the form of each, the most pressing first."""
    name, client = who.person.name, account.name
    risk = next((one for one in account.risks if _is_about(account, one, who, as_of)), None)
    if risk:
        what = quote(sentences(risk.what)[0], _LINE)
        text = f"{what}: whom at {client} do you ring on the day it happens, besides {name}?"
        yield "risk", Probe(text, "one name from another function, quickly")
    for wish in unsettled(account, as_of):
        mine = key_of(wish.who) == who.person.key
        if mine and not any(answers(item, wish, frozenset()) for item in open_items(account, as_of)):
            text = f"What has {name} heard from us since {on(wish.date)} about {quote(wish.wants or '', _LINE)}?"
            yield "wish", Probe(text, "a sentence and a day, or that it was nothing")
            break
    for one in steps_about(account, who.person, as_of):
        ahead = one.kind is ItemKind.PROMISE and one.due and not one.overdue
        if ahead and one.due and not (beside and one.record is beside.record):
            what, day = quote(one.what, _LINE), on(one.due)
            text = f"How sure is {name} today of {what}, promised for {day}, and how do you know?"
            if _OPEN.match(one.what):
                text = f"On {day} {name} hears {what}: which answer do they count on, and what if it is the other?"
            yield "promise", Probe(text, "a word of theirs with its day, or that nobody has asked")
            break
    steps = [*_of_steps(account, who, beside, as_of)]
    yield from (probe for late, probe in steps if not late)
    yield from _of_aims(account, who, as_of)
    yield from (probe for late, probe in steps if late)
    yield from _of_words(who)


def _is_about(account: Account, risk: Risk, who: Standing, as_of: datetime.date) -> bool:
    """Whether an open risk names somebody; a family that the company is called after is not meant by its name."""
    return (risk.closed is None or risk.closed > as_of) and names(risk.what, who.person.name, account.name)


def _of_aims(account: Account, who: Standing, as_of: datetime.date) -> Iterator[tuple[str, Probe]]:
    """Ask about what somebody answers for at the client, if we have a part in it."""
    served = {key_of(one.for_) for one in open_objectives(account, as_of) if one.for_}
    served |= {key_of(one.for_) for one in open_opportunities(account, as_of) if one.for_}
    mine = (one for one in account.initiatives if key_of(one.owner) == who.person.key and one.key in served)
    wanted = next(mine, None)
    if wanted:
        yield "initiative", _answers_for(wanted, who)


def _of_words(who: Standing) -> Iterator[tuple[str, Probe]]:
    """Ask what we did about words of theirs that we drew something from, and about what they care about."""
    name = who.person.name
    held = next((one for one in who.person.support if one.evidence and one.so_what and one.as_of), None)
    if held and held.as_of and (heard := speech(held.evidence or "")):
        noted = quote(sentences(held.so_what or "")[0], _LINE)
        words = f"{name} said on {on(held.as_of)}: {quote(heard, _LINE)}"
        text = f"{words}. We noted: {noted}. What has {name} seen of us since?"
        yield "words", Probe(text, "an act with a day, and what came of it")
    if who.person.cares_about:
        cares = quote(sentences(who.person.cares_about)[0], _LINE)
        text = f"{name} cares about {cares}: which step of ours helps with it?"
        yield "care", Probe(text, "one step with a day, or that there is none")


def _answers_for(wanted: Initiative, who: Standing) -> Probe:
    """Quote what somebody last said of an initiative of theirs and ask for the next word; without one, ask for it."""
    name, what = who.person.name, quote(wanted.name, _LINE)
    on_file = [
        (one.as_of, one.evidence)
        for one in (wanted, *wanted.voices)
        if key_of(one.source) == who.person.key and one.as_of and one.evidence
    ]
    if on_file:
        day, evidence = max(on_file, key=lambda one: one[0])
        words = said(speech(evidence) or sentences(evidence)[0], _LINE)
        text = f"{name} answers for {what}. On file: {words}. What has {name} said since {on(day)}?"
        return Probe(text, "a newer word of theirs, or that there is none")
    if who.last_talk is None:
        text = f"{name} answers for {what}: what must it bring {name}, and who of us asks?"
        return Probe(text, "their own words, or one of ours with a day")
    text = f"{name} answers for {what}: what did {name} last say about it, and to whom of us?"
    return Probe(text, "their own words, and the day")


def leaves_be(item: Item) -> bool:
    """Whether a step is to do nothing: “No third letter”."""
    return _LEAVES.match(item.what) is not None


def _of_steps(
    account: Account, who: Standing, beside: Item | None, as_of: datetime.date
) -> Iterator[tuple[bool, tuple[str, Probe]]]:
    """Ask about the next step of ours that names somebody and about the last late one; say of each whether it is."""
    name, seen = who.person.name, set[bool]()
    for one in steps_about(account, who.person, as_of):
        told = leaves_be(one) or (one.kind is ItemKind.PROMISE and not one.overdue)
        if one.due is None or told or one.overdue in seen or (beside and one.record is beside.record):
            continue
        seen.add(one.overdue)
        what = quote(one.what, _LINE)
        text = f"{what} is for {on(one.due)}: what would {name} want to hear first?"
        if one.overdue:
            text = f"{what} was for {on(one.due)}. What keeps it, and what has {name} heard of it since?"
        listen = "the true reason, and a day" if one.overdue else "a reason of theirs, not of ours"
        yield one.overdue, ("late" if one.overdue else "step", Probe(text, listen))


def wants(account: Account, person: Person, most: int = _LINE) -> str:
    """Say what somebody cares about, or answers for: "cares about “…”"; empty where the file has neither."""
    if person.cares_about:
        return f"cares about {quote(sentences(person.cares_about)[0], most)}"
    mine = next((one for one in account.initiatives if key_of(one.owner) == person.key), None)
    return f"answers for {quote(mine.name, most)}" if mine else ""


def wants_unknown(account: Account, people: Sequence[Person], as_of: datetime.date) -> Iterator[Probe]:
    """Ask once for what is not known of all of them: what they care about, and what our next objective is to them."""
    if not people:
        return
    named = [one.name for one in people[:_NAMED]]
    whom = " and ".join(named) if len(named) == len(people) else f"{', '.join(named)} and others"
    verb, them = ("wants", named[0]) if len(people) == 1 else ("want", "them")
    aim = next(iter(open_objectives(account, as_of)), None)
    what = f"What does {quote(aim.name, _LINE)} change for {them}" if aim else f"What matters to {them}"
    yield Probe(f"Nothing on file says what {whom} {verb}. {what}, and who of us asks?", "a name of ours, and a day")
