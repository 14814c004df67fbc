"""What to carry into the next talk: who will be there, what is open between us, what they may raise."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.ask import Question, gap_questions
from sam_gen.advise.follow import follow_ups
from sam_gen.advise.leave_out import LeaveOut, leave_out
from sam_gen.advise.planned import Step, planned
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Freshness, Standing
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.care import Decision
from sam_gen.model.claims import Basis
from sam_gen.model.people import Meeting, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of

MOST_PEOPLE = 6
"""More than that fit neither a sheet nor a head."""
MOST_QUESTIONS = 3
"""More than that nobody keeps in mind on the way in."""


@dataclass(frozen=True)
class Brief:
    """What one sheet before a talk says."""

    meeting: Meeting | None
    """None: nothing is agreed, and the brief is for the next talk with whoever matters most."""
    people: tuple[Standing, ...]
    left_out: int
    """Others who will be there, or who matter as much."""
    promised: tuple[Item, ...]
    """What we owe them."""
    owed: tuple[Item, ...]
    """What they owe us."""
    they_may_raise: tuple[Item, ...]
    """What is late on our side and known to them; a step of ours they never heard of is ours alone."""
    late: int
    """Everything that is late on our side."""
    wishes: tuple[Feedback, ...]
    """What they asked for and have not got: those who will be there first, then the oldest."""
    we_may_raise: tuple[Item, ...]
    """What is late on theirs, and owned by somebody who will be there."""
    late_elsewhere: int
    """What is late on theirs with somebody else."""
    steps: tuple[Step, ...]
    """What we have planned for the meeting."""
    questions: tuple[Question, ...]
    """What to ask those who come: what we lack about them first, then what is theirs and may have changed."""
    questions_elsewhere: int
    """Questions for people who do not come."""
    unknown: tuple[Standing, ...]
    """Of the people above, those about whom something is missing."""
    leave_out: tuple[LeaveOut, ...]
    """What not to mention; without an agreed meeting only what nobody of theirs is to hear."""


def brief(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Brief:
    """Put together the brief for the next agreed talk, or for the next talk with the most important people."""
    meeting = next(iter(meetings_to_come(account, as_of)), None)
    there = _there(meeting, people) if meeting else _most_important(people)
    shown = there[:MOST_PEOPLE]
    ours = {colleague.id for colleague in playbook.team}
    items = open_items(account, as_of)
    promises = [item for item in items if item.kind is ItemKind.PROMISE]
    late = [item for item in items if item.overdue]
    keys = {who.person.key for who in there}
    late_theirs = [item for item in late if theirs(item, ours)]
    found = gap_questions(account, playbook, people, as_of)
    asked = [one for one in found if one.there or meeting is None]
    others = [one for one in found if one not in asked]
    whom = {one.whom for one in asked}
    further = follow_ups(account, late_theirs, [who for who in there if who.person.name not in whom], as_of)
    further += follow_ups(account, late_theirs, [who for who in there if who.person.name in whom], as_of)
    raised = tuple(item for item in late_theirs if key_of(item.owner) in keys)
    return Brief(
        meeting=meeting,
        people=tuple(shown),
        left_out=len(there) - len(shown),
        promised=tuple(item for item in promises if not theirs(item, ours)),
        owed=tuple(item for item in promises if theirs(item, ours)),
        they_may_raise=tuple(item for item in late if not theirs(item, ours) and known_to_them(item)),
        late=sum(not theirs(item, ours) for item in late),
        wishes=tuple(sorted(unsettled(account, as_of), key=lambda one: key_of(one.who) not in keys)),
        we_may_raise=raised,
        late_elsewhere=len(late_theirs) - len(raised),
        steps=planned(account, playbook, as_of),
        questions=(*asked, *further)[:MOST_QUESTIONS],
        questions_elsewhere=len(others),
        unknown=tuple(who for who in shown if gaps(who)),
        leave_out=leave_out(account, playbook, there if meeting else (), as_of),
    )


def theirs(item: Item, ours: set[str]) -> bool:
    """Whether somebody at the client has to act; without an owner it is ours to find one."""
    owner = item.owner or ""
    return bool(owner) and (owner.startswith("people/") or key_of(owner) not in ours)


def known_to_them(item: Item) -> bool:
    """Whether the client knows of it: promised to them, decided with them, or shared."""
    if isinstance(item.record, Decision):
        return item.review is not None and bool(item.review.theirs)
    return item.kind is ItemKind.PROMISE or item.record.audience is Audience.SHARED


def gaps(who: Standing) -> tuple[str, ...]:
    """Return what we do not know of somebody: stand, assumed, talk, stale or cares_about."""
    found = []
    if who.support is None:
        found.append("stand")
    elif who.support.basis is Basis.ASSUMED:
        found.append("assumed")
    if who.freshness is Freshness.NEVER:
        found.append("talk")
    elif who.freshness is Freshness.STALE and who.support is not None:
        found.append("stale")
    if not who.person.cares_about:
        found.append("cares_about")
    return tuple(found)


def _there(meeting: Meeting, people: Sequence[Standing]) -> list[Standing]:
    keys = [key_of(reference) for reference in meeting.theirs]
    by_key = {who.person.key: who for who in people}
    return [by_key[key] for key in keys if key in by_key]


def _most_important(people: Sequence[Standing]) -> list[Standing]:
    """Return the key players, else everybody, the most influential first."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    keys = [who for who in here if who.key_player]
    return sorted(keys or here, key=lambda who: -(who.influence.value if who.influence else 0))
