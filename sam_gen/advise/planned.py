"""What we have planned for the next talk: our open steps that fall due by its day, each thing once.

A step belongs to the talk when one of ours who goes there has it, when it names somebody who comes or what the talk is
about, or when it answers a wish of somebody who comes or is near them. It stands in one of three places. A line that
asks somebody who comes is a question (`advise/wanted`); one that is late does not wait for a talk more than a week
ahead. What is for the very day is said or done there, where it names somebody who comes or is to be proved of what the
talk is about. Every other step is done before. So is whatever asks that somebody comes, and what is to be ready for the
news of the talk, whoever has it. What names the talk or somebody who comes, or answers them, ranks before what merely
belongs to somebody who goes, unless that falls due in the last two days; then the first due stands first.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sam_gen.advise.addressed import (
    addressed,
    asks,
    invites,
    named,
    names_another_day,
    names_day,
    sentences,
    without_invitation,
)
from sam_gen.advise.near import Near
from sam_gen.advise.once import names_of
from sam_gen.advise.redated import in_its_place, speaks
from sam_gen.advise.step import Step, StepKind, as_one, our_steps
from sam_gen.advise.talk import Talk
from sam_gen.advise.twice import answers
from sam_gen.assess.agenda import open_items
from sam_gen.model.account import Account
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

MOST = 5
"""Steps a sheet shows; it says of how many."""
_LAST = datetime.timedelta(days=2)
"""What somebody who goes has for the last days before the talk is for the talk. Convention."""
_SOON = datetime.timedelta(days=7)
"""A late question waits so long for a talk, and no longer. Convention."""


@dataclass(frozen=True)
class Planned:
    """All our steps for the next talk."""

    before: tuple[Step, ...] = ()
    there: tuple[Step, ...] = ()
    """To say or do on the day."""
    for_all: bool = True
    """Whether all of that concerns everybody who comes; else it may be for one of them, and not for the table."""


def planned(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> Planned:
    """Return our steps for the next talk, each list with what names it first; without a talk none."""
    date = talk.date
    if date is None:
        return Planned()
    before: list[tuple[bool, bool, Step]] = []
    there: list[Step] = []
    groups = our_steps(account, playbook, as_of)
    needed, wanted = _needed(groups, talk, as_of), _answering(account, playbook, talk, as_of)
    for group in groups:
        named_ = group is needed or any(
            talk.names_it(step.what) or talk.comes(step.to) or step.place in wanted for step in group
        )
        goes = any(key_of(step.owner) in talk.going for step in group)
        step = as_one(group)
        if step.due is None or step.due > date or not (named_ or goes) or asking(group, talk, as_of):
            continue
        first = named_ or (goes and step.due >= date - _LAST)
        done, invitation = without_invitation(step.what)
        if invitation:
            before.append((not first, not named_, replace(step, what=invitation, sign="")))
        if done and goes and _there(group, talk, date):
            there.append(replace(step, what=done, sign=""))
        elif done:
            before.append((not first, not named_, replace(step, what=done)))
    before.sort(key=lambda one: (one[0], one[2].due or date, one[1], one[2].place))
    return Planned(tuple(step for _, _, step in before), tuple(there), all(_for_all(step, talk) for step in there))


def _answering(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> frozenset[Place]:
    """Return the places of our open lines that answer a wish which those who come may speak of."""
    names, wishes = names_of(account, playbook), Near(account, talk).wishes(as_of)
    found = (item for item in open_items(account, as_of) if any(answers(item, wish, names) for wish in wishes))
    return frozenset(item.record.place for item in found)


def _needed(groups: Sequence[tuple[Step, ...]], talk: Talk, as_of: datetime.date) -> tuple[Step, ...] | None:
    """Return what can be offered with the news of the talk: the first step before it that makes it ready."""
    news = next((group for group in groups if _is_news(group[0], talk)), None)
    if news is None or talk.date is None:
        return None
    said = news[0].was or news[0]
    for group in groups:
        due = group[0].due
        if group is not news and due and as_of <= due < talk.date and in_its_place(said.what, group[0].what):
            return group
    return None


def _is_news(step: Step, talk: Talk) -> bool:
    """Whether somebody who goes has to tell it there: what is late, or due on the day, as in `advise/focus`."""
    told_there = step.late or step.due in (None, talk.date)
    return told_there and speaks(step.what) == "tell" and bool(named(step.what, talk.coming))


def _there(group: Sequence[Step], talk: Talk, date: datetime.date) -> bool:
    """Whether a step of somebody who goes is for the talk itself."""
    if any(named(step.what, talk.coming) for step in group):
        return group[0].due == date or any(names_day(step.what, date) for step in group)
    first = group[0]
    return first.kind is StepKind.PROVE and first.due == date and talk.names_it(first.about)


def _for_all(step: Step, talk: Talk) -> bool:
    return len(named(step.what, talk.coming)) in (0, len(talk.coming))


def asking(group: Sequence[Step], talk: Talk, as_of: datetime.date) -> tuple[Step, tuple[str, ...]] | None:
    """Return the line of a group that asks somebody who comes, and the ids of whom; None where the talk is not for it.

    A step asks by its words, "Ask Lund who signs". What to prove asks whom it names and who wants it, unless a step of
    ours finds it out. What names another day waits for that day; what is late waits a week at most, and what asks that
    somebody comes is asked before.
    """
    if talk.date and any(names_another_day(step.what, talk.date) for step in group):
        return None
    far = talk.date is not None and talk.date - as_of > _SOON
    for step in group:
        whom = () if far and step.late and step.kind is not StepKind.PROVE else _asked(step, talk)
        if whom:
            return step, whom
        if step.kind is StepKind.ACTION:
            return None
    return None


def _asked(step: Step, talk: Talk) -> tuple[str, ...]:
    first = sentences(step.what)[0]
    if step.kind is not StepKind.PROVE:
        in_time = talk.date is None or (step.due is not None and step.due <= talk.date)
        whom = addressed(first, talk.coming) if in_time and asks(first) and not invites(first) else None
        return tuple(one.key for one in whom or ())
    keys = [one.key for one in named(first, talk.coming)]
    keys += [key_of(step.to)] if talk.comes(step.to) else []
    return tuple(dict.fromkeys(key for key in keys if not talk.waits(key, step.due)))
