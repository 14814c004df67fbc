"""What we have planned for the next talk: our open steps that fall due by its day, each thing once.

A step belongs to the talk when one of ours who goes there has it, or when it names somebody who comes or what the talk
is about. It stands in one of three places: a line that asks somebody who comes is a question (`advise/wanted`); one for
the very day that names somebody who comes is said or done there; every other one is done before. What names the talk or
somebody who comes ranks before what merely belongs to somebody who goes, then the first due stands first.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from sam_gen.advise.addressed import addressed, asks, bare, find_out, named, names_another_day, names_day, sentences
from sam_gen.advise.once import Said, names_of, together
from sam_gen.advise.talk import Talk
from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.plan import open_opportunities, open_risks
from sam_gen.model.account import Account
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

MOST = 3
"""Steps a sheet shows; it says of how many."""


class StepKind(IntEnum):
    """What a step is in the file; of one thing written twice the first of these is shown."""

    ACTION = 0
    DECISION = 1
    RESPONSE = 2
    """What is done about a risk."""
    PROVE = 3
    """What an opportunity needs to know next."""


@dataclass(frozen=True)
class Step:
    """One open step that somebody has taken on."""

    kind: StepKind
    what: str
    owner: str | None
    to: str | None
    """Who of theirs wants it, where the file says so."""
    due: datetime.date | None
    place: Place
    of: str = ""
    """The tag of a risk, the name of an opportunity."""
    also: tuple[str, ...] = ()
    """Who else has it, where it is written twice."""

    @property
    def text(self) -> str:
        """What to do, to stand in a list."""
        return find_out(self.what) if self.kind is StepKind.PROVE else bare(self.what)


@dataclass(frozen=True)
class Planned:
    """All our steps for the next talk."""

    before: tuple[Step, ...] = ()
    there: tuple[Step, ...] = ()
    """To say or do there."""


def planned(account: Account, playbook: Playbook, talk: Talk, as_of: datetime.date) -> Planned:
    """Return our steps for the next talk, each list with what names it first; without a talk none."""
    date = talk.date
    if date is None:
        return Planned()
    before: list[tuple[bool, Step]] = []
    there: list[Step] = []
    for group in our_steps(account, playbook, as_of):
        named_ = any(talk.names_it(step.what) or talk.comes(step.to) for step in group)
        goes = any(key_of(step.owner) in talk.going for step in group)
        first = group[0]
        if first.due is None or first.due > date or not (named_ or goes) or asking(group, talk):
            continue
        if goes and _on_the_day(group, date) and any(named(step.what, talk.coming) for step in group):
            there.append(as_one(group))
        else:
            before.append((not named_, as_one(group)))
    before.sort(key=lambda one: (one[0], one[1].due or date, one[1].place))
    return Planned(tuple(step for _, step in before), tuple(there))


def _on_the_day(group: Sequence[Step], date: datetime.date) -> bool:
    return group[0].due == date or any(names_day(step.what, date) for step in group)


def our_steps(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[tuple[Step, ...], ...]:
    """Return our open steps by day; what is written twice stands together, the action first."""
    ours = {colleague.id for colleague in playbook.team}
    steps = [step for step in _steps(account, playbook, as_of) if _is_ours(step.owner, ours)]
    steps.sort(key=lambda step: (step.due or datetime.date.max, step.place))
    groups = together(steps, lambda step: Said(step.what, step.owner, step.due), names_of(account, playbook))
    return tuple(tuple(sorted(group, key=lambda step: step.kind)) for group in groups)


def as_one(group: Sequence[Step]) -> Step:
    """Return the first of a group with the owners of the others."""
    first = group[0]
    others = dict.fromkeys(step.owner for step in group if step.owner and key_of(step.owner) != key_of(first.owner))
    return replace(first, also=tuple(others))


def asking(group: Sequence[Step], talk: Talk) -> tuple[Step, tuple[str, ...]] | None:
    """Return the line of a group that asks somebody who comes, and the ids of whom; None where the talk is not for it.

    A step asks by its words, "Ask Lund who signs". What to prove asks whom it names and who wants it, unless a step of
    ours finds it out. What names another day waits for that day.
    """
    if talk.date and any(names_another_day(step.what, talk.date) for step in group):
        return None
    for step in group:
        whom = _asked(step, talk)
        if whom:
            return step, whom
        if step.kind is StepKind.ACTION:
            return None
    return None


def _asked(step: Step, talk: Talk) -> tuple[str, ...]:
    if step.kind is not StepKind.PROVE:
        in_time = talk.date is None or (step.due is not None and step.due <= talk.date)
        first = sentences(step.what)[0]
        whom = addressed(first, talk.coming) if in_time and asks(first) else None
        return tuple(one.key for one in whom or ())
    keys = [one.key for one in named(sentences(step.what)[0], talk.coming)]
    keys += [key_of(step.to)] if talk.comes(step.to) else []
    return tuple(dict.fromkeys(key for key in keys if not talk.waits(key, step.due)))


def _steps(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Step]:
    kinds = {ItemKind.ACTION: StepKind.ACTION, ItemKind.DECISION: StepKind.DECISION}
    for item in open_items(account, as_of):
        if item.kind in kinds:
            yield Step(kinds[item.kind], item.what, item.owner, None, item.due, item.record.place)
    for weighed in open_risks(account, playbook, as_of):
        risk = weighed.risk
        if risk.response:
            yield Step(StepKind.RESPONSE, risk.response, risk.owner, None, risk.due, risk.place, of=weighed.tag)
    for one in open_opportunities(account, as_of):
        if one.prove:
            yield Step(StepKind.PROVE, one.prove, one.owner, one.sponsor, one.due, one.place, of=one.name)


def _is_ours(owner: str | None, ours: set[str]) -> bool:
    """Whether it is ours to do; without an owner it is ours to find one."""
    return not owner or (not owner.startswith("people/") and key_of(owner) in ours)
