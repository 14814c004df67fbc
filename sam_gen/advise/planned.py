"""What we have planned already for the next meeting: our open steps that fall due by its day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.assess.agenda import ItemKind, meetings_to_come, open_items
from sam_gen.assess.alike import alike, names
from sam_gen.assess.plan import open_opportunities, open_risks
from sam_gen.model.account import Account
from sam_gen.model.people import Meeting
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

MOST = 3
"""More than that leaves no room for a question."""


@dataclass(frozen=True)
class Step:
    """One open step that somebody has taken on."""

    what: str
    owner: str | None
    to: str | None
    """Who of theirs wants it, where the file says so."""
    due: datetime.date
    place: Place


def planned(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Step, ...]:
    """Return at most three steps of ours due by the next meeting, the first due first; without a meeting none.

    A step belongs to the meeting when one of ours who goes there has it, or when it names somebody of theirs who comes.
    """
    meeting = next(iter(meetings_to_come(account, as_of)), None)
    if meeting is None:
        return ()
    ours = {colleague.id for colleague in playbook.team}
    keys = set(map(key_of, meeting.theirs))
    coming = [person.name for person in account.people if person.key in keys]
    due = [
        step
        for step in _steps(account, playbook, as_of)
        if step.due <= meeting.date and _is_ours(step.owner, ours) and _belongs(step, meeting, coming)
    ]
    one_each: list[Step] = []
    for step in sorted(due, key=lambda step: (step.due, step.place)):
        if not any(_same(step, other) for other in one_each):
            one_each.append(step)
    return tuple(one_each[:MOST])


def _same(one: Step, other: Step) -> bool:
    """Whether an action, a risk's response or a question to prove repeats another: same owner, same day, same words."""
    if (key_of(one.owner), one.due) != (key_of(other.owner), other.due):
        return False
    return one.what == other.what or alike(one.what, other.what)


def _steps(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Step]:
    for item in open_items(account, as_of):
        if item.kind in (ItemKind.ACTION, ItemKind.DECISION) and item.due:
            yield Step(item.what, item.owner, None, item.due, item.record.place)
    for weighed in open_risks(account, playbook, as_of):
        risk = weighed.risk
        if risk.response and risk.due:
            yield Step(risk.response, risk.owner, None, risk.due, risk.place)
    for one in open_opportunities(account, as_of):
        if one.prove and one.due:
            yield Step(one.prove, one.owner, one.sponsor, one.due, one.place)


def _is_ours(owner: str | None, ours: set[str]) -> bool:
    """Whether it is ours to do; without an owner it is ours to find one."""
    return not owner or (not owner.startswith("people/") and key_of(owner) in ours)


def _belongs(step: Step, meeting: Meeting, coming: Sequence[str]) -> bool:
    if step.owner and key_of(step.owner) in map(key_of, meeting.ours):
        return True
    if step.to and key_of(step.to) in map(key_of, meeting.theirs):
        return True
    return any(names(step.what, name) for name in coming)
