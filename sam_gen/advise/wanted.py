"""What the file itself wants to know of those who come to the next talk.

Four sources: what they owe or asked for, a step or a risk's answer that asks somebody by name, what an opportunity has
to prove, and a `so_what` that begins with "Ask". What names the very day comes first, then what has a day, then the
rest.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sam_gen.advise.addressed import (
    addressed,
    asks,
    bare,
    find_out,
    in_words,
    named,
    names_another_day,
    names_day,
    sentences,
)
from sam_gen.advise.once import names_of
from sam_gen.advise.phrase import cut
from sam_gen.advise.planned import asking
from sam_gen.advise.question import Question
from sam_gen.advise.step import Step, StepKind, our_steps
from sam_gen.advise.talk import Talk
from sam_gen.advise.twice import answers
from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.claims import held
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.readable import on
from sam_gen.model.account import Account
from sam_gen.model.business import Resource
from sam_gen.model.claims import Claim, Grounds
from sam_gen.model.people import Person
from sam_gen.model.plan import Initiative
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_TODAY, _DATED, _UNDATED, _WISH = range(4)
_FEW = 20
"""Words of a note, or of a question with what it is for, that still fit a line."""

_RISK = 6
"""Words of a risk that say which one it is."""


@dataclass(frozen=True)
class _Ranked:
    rank: int
    question: Question
    initiative: str = ""
    """The initiative it comes from, so that what is to be proved for it is not asked twice."""


def wanted(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> tuple[Question, ...]:
    """Return the questions of the file to those who come, the most pressing first."""
    if not talk.there:
        return ()
    steps = [*_of_steps(account, playbook, talk, as_of)]
    served = {one.initiative for one in steps if one.initiative}
    notes = [one for one in _of_notes(account, talk, as_of) if one.initiative not in served]
    found = [*_owed(account, playbook, talk, as_of), *steps, *notes, *_wishes(account, playbook, talk, as_of)]
    found.sort(key=lambda one: one.rank)
    return tuple(one.question for one in found)


def _of_steps(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> Iterator[_Ranked]:
    found_: list[tuple[bool, _Ranked]] = []
    for_ = {one.name: key_of(one.for_) for one in account.opportunities if one.for_}
    for group in our_steps(account, playbook, as_of):
        found = asking(group, talk, as_of)
        if found is None:
            continue
        step, whom = found
        served = next((for_[one.of] for one in group if one.kind is StepKind.PROVE and one.of in for_), "")
        today = talk.date is not None and (step.due == talk.date or names_day(step.what, talk.date))
        by_then = step.due is not None and (talk.date is None or step.due <= talk.date)
        rank = _TODAY if today else _DATED if by_then else _UNDATED
        says_so = talk.date is not None and names_day(step.what, talk.date)
        found_.append((not says_so, _Ranked(rank, _step_question(step, whom, talk), served)))
    yield from (one for _, one in sorted(found_, key=lambda one: one[0]))


def _step_question(step: Step, whom: Sequence[str], talk: Talk) -> Question:
    who = " and ".join(one.name for one in talk.coming if one.key in whom)
    if step.kind is StepKind.PROVE:
        text = find_out(step.what)
        of = f" for “{step.of}”" if len(f"{text} {step.of}".split()) <= _FEW else ""
        return Question(text, who, f"to prove{of}", step.place, True, step.due)
    why = f"against the risk: {cut(step.about, _RISK)}" if step.kind is StepKind.RESPONSE else "our step"
    return Question(in_words(sentences(step.what)[0]), who, why, step.place, True, step.due)


# What follows from a claim ----------------------------------------------------------------------


def _of_notes(account: Account, talk: Talk, as_of: datetime.date) -> Iterator[_Ranked]:
    for record, subject, why in _notes(account, as_of):
        said = sentences(record.so_what or "")
        for at, one in enumerate(said):
            if not asks(one) or (talk.date and names_another_day(one, talk.date)):
                continue
            before = bare(" ".join(said[:at]))
            whom = addressed(one, talk.coming)
            who = whom[0] if whom else _meant(before, subject, talk) if whom is None else None
            if who:
                rank = _TODAY if talk.date and names_day(one, talk.date) else _UNDATED
                asked = in_words(one)
                text = asked if len(f"{before} {asked}".split()) > _FEW or not before else f"{before}. {asked}"
                question = Question(text, who.name, why, record.place, True)
                yield _Ranked(rank, question, record.key if isinstance(record, Initiative) else "")


def _meant(before: str, subject: str, talk: Talk) -> Person | None:
    """Return who is meant by him or her: whom the words before it name, else whom the record is about, if they come."""
    meant = [*named(before, talk.coming), *(one for one in talk.coming if one.key == subject)]
    return meant[0] if meant else None


def _notes(account: Account, as_of: datetime.date) -> Iterator[tuple[Grounds | Resource, str, str]]:
    """Yield whatever may say what follows, as it stands today, each with the id of whom it is about, and why we ask."""
    for initiative in account.initiatives:
        yield initiative, key_of(initiative.who or initiative.owner), f"for “{initiative.name}”"
        yield from ((voice, key_of(voice.person), _noted(voice)) for voice in initiative.voices)
    for person in account.people:
        for history in (person.support, person.influence, person.sees_us_as):
            yield from ((one, person.key, _noted(one)) for one in _newest(history, account, as_of))
    if account.position:
        for views in (account.position.own_view, account.position.desired):
            yield from ((one, key_of(one.who), _noted(one)) for one in _newest(views, account, as_of))
        yield from ((one, key_of(one.who), _noted(one, with_it=True)) for one in account.position.evidence)
    yield from ((one, "", f"for “{one.what}”") for one in account.resources)


def _noted(one: Grounds, *, with_it: bool = False) -> str:
    """Say when it was noted; of a sign, which may be of anything, also what was seen."""
    said = f"noted {on(one.as_of)}" if one.as_of else "noted in the file"
    seen = bare(sentences(one.evidence)[0]) if with_it and one.evidence else ""
    return f"{said}: {seen}" if seen and len(seen.split()) <= _FEW else said


def _newest(history: Sequence[Claim[Any]], account: Account, as_of: datetime.date) -> Iterator[Claim[Any]]:
    counts = held(history, account.as_of, as_of)
    yield from (one for one in history if counts and one.place == counts.place)


# What they owe, and what they asked for -----------------------------------------------------------


def _owed(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> Iterator[_Ranked]:
    """Ask whoever comes about what they have open and late, or due on the very day.

    A decision due that day is what the talk is for, and no question.
    """
    ours = {one.id for one in playbook.team}
    coming = {one.key: one for one in talk.coming if one.key not in ours}
    for item in open_items(account, as_of):
        who = coming.get(key_of(item.owner))
        if who is None or item.due is None:
            continue
        why = f"their {item.kind.value}, due {on(item.due)}"
        if item.overdue:
            text = f"“{item.what}”, due {_day(item.due)}: what is in the way, and what would help?"
            yield _Ranked(_DATED, Question(text, who.name, why, item.record.place, True))
        elif item.due == talk.date and item.kind is not ItemKind.DECISION:
            text = f"“{item.what}” is due on {_day(item.due)}: where does it stand?"
            yield _Ranked(_TODAY, Question(text, who.name, why, item.record.place, True))


def _wishes(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> Iterator[_Ranked]:
    """Ask whoever comes about what they asked for and nothing of ours is under way for."""
    names_ = names_of(account, playbook)
    under_way = open_items(account, as_of)
    for one in unsettled(account, as_of):
        who = next((who for who in talk.coming if who.key == key_of(one.who)), None)
        if who and not any(answers(item, one, names_) for item in under_way):
            text = f"You asked for “{bare(one.wants or '')}” on {_day(one.date)}: what would settle it, and by when?"
            yield _Ranked(_WISH, Question(text, who.name, "their wish, not settled", one.place, True))


def _day(date: datetime.date) -> str:
    return on(date).rpartition(" ")[0]
