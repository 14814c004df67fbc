"""What is promised, due and agreed: open items by day, meetings to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.alike import alike
from sam_gen.assess.reviews import decisions
from sam_gen.model.account import Account
from sam_gen.model.care import Decision, Review
from sam_gen.model.people import Meeting
from sam_gen.model.plan import Action, Objective, Promise, Risk
from sam_gen.model.scalars import key_of


class ItemKind(StrEnum):
    """What sort of record an item is."""

    ACTION = "action"
    PROMISE = "promise"
    OBJECTIVE = "objective"
    DECISION = "decision"
    """What a review decided."""
    RESPONSE = "response"
    """What is done about a risk, where somebody does it by a day."""


@dataclass(frozen=True)
class Item:
    """One open record with an owner and, perhaps, a day."""

    kind: ItemKind
    record: Action | Promise | Objective | Decision | Risk
    what: str
    owner: str | None
    """Reference into team or people."""
    to: str | None
    due: datetime.date | None
    days: int | None
    """Days until it is due; negative is overdue; None without a day."""
    review: Review | None = None
    """The review that decided it; None for everything but a decision."""

    @property
    def sign(self) -> str:
        """What we would see first of the risk that a line answers: until then the answer may not be needed."""
        return (self.record.trigger or "").rstrip(". ") if isinstance(self.record, Risk) else ""

    @property
    def overdue(self) -> bool:
        """Whether its day has passed."""
        return self.days is not None and self.days < 0


def open_items(account: Account, as_of: datetime.date) -> tuple[Item, ...]:
    """Return every open action, promise, objective and decision by day, the ones without a day last."""
    items = [
        *(_item(ItemKind.ACTION, a, a.what, a.owner, None, as_of) for a in account.actions if _open(a.done, as_of)),
        *(_item(ItemKind.PROMISE, p, p.what, p.by, p.to, as_of) for p in account.promises if _open(p.kept, as_of)),
        *(
            _item(ItemKind.OBJECTIVE, o, o.name, o.owner, None, as_of)
            for o in account.objectives
            if _open(o.done, as_of)
        ),
        *_decisions(account, as_of),
    ]
    return tuple(sorted(items, key=lambda item: (item.due or datetime.date.max, item.record.place)))


def waited_for(account: Account, as_of: datetime.date) -> Mapping[str, Item]:
    """Return what was promised and is late, the oldest for each by whom it was promised to."""
    late = [item for item in open_items(account, as_of) if item.overdue and item.to]
    return {key_of(item.to): item for item in reversed(late) if item.kind is ItemKind.PROMISE}


def open_steps(account: Account, as_of: datetime.date) -> tuple[Item, ...]:
    """Return the open items with the answers to risks: whatever somebody has to do, by day.

    The rules for open items know nothing of the answers: a risk has rules of its own.
    """
    items = (*open_items(account, as_of), *responses(account, as_of))
    return tuple(sorted(items, key=lambda item: (item.due or datetime.date.max, item.record.place)))


def responses(account: Account, as_of: datetime.date) -> Iterator[Item]:
    """Return what is done about the open risks, by whom and when, but none that a step or a promise says already."""
    steps = [(one.owner, one.due, one.what) for one in open_items(account, as_of)]
    for risk in account.risks:
        what, owner, due = risk.response, risk.owner, risk.due
        if not (what and owner and due and _open(risk.closed, as_of)):
            continue
        if not any(_same(owner, due, what, step) for step in steps):
            yield Item(ItemKind.RESPONSE, risk, what, owner, None, due, (due - as_of).days)


def _open(closed: datetime.date | None, as_of: datetime.date) -> bool:
    return closed is None or closed > as_of


def _item(
    kind: ItemKind,
    record: Action | Promise | Objective,
    what: str,
    owner: str | None,
    to: str | None,
    as_of: datetime.date,
) -> Item:
    days = (record.due - as_of).days if record.due else None
    return Item(kind, record, what, owner, to, record.due, days)


def _decisions(account: Account, as_of: datetime.date) -> Iterator[Item]:
    """Return the open decisions of reviews, but none that an action or a promise carries already."""
    for one in decisions(account, as_of):
        decision = one.decision
        if one.open and not _carried(account, decision):
            yield Item(
                ItemKind.DECISION, decision, decision.what, decision.owner, None, decision.due, one.days, one.review
            )


def _carried(account: Account, decision: Decision) -> bool:
    """Whether somebody has made an action or a promise of it: same owner, same day, and words in common."""
    lines = [*((one.owner, one.due, one.what) for one in account.actions)]
    lines += [(one.by, one.due, one.what) for one in account.promises]
    return any(_same(decision.owner, decision.due, decision.what, line) for line in lines)


_Line = tuple[str | None, datetime.date | None, str]


def _same(owner: str | None, due: datetime.date | None, what: str, line: _Line) -> bool:
    return key_of(line[0]) == key_of(owner) and line[1] == due and alike(what, line[2])


def meetings_to_come(account: Account, as_of: datetime.date) -> tuple[Meeting, ...]:
    """Return the agreed meetings from today on, the next first."""
    coming = [meeting for meeting in account.meetings if meeting.date >= as_of]
    return tuple(sorted(coming, key=lambda meeting: (by_the_clock(meeting.date, meeting.time), meeting.place)))


Moment = tuple[datetime.date, bool, str]


def by_the_clock(date: datetime.date, time: str | None) -> Moment:
    """Return what puts dates in their order: the day, then the hour; without an hour it comes last of its day."""
    return date, time is None, time or ""
