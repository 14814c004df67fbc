"""What to carry into the next talk: who will be there, what is open between us, what they may raise."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sam_gen.advise.ask import questions
from sam_gen.advise.leave_out import LeaveOut, leave_out
from sam_gen.advise.near import Near
from sam_gen.advise.once import names_of
from sam_gen.advise.planned import Planned, planned
from sam_gen.advise.question import Question, once_a_sheet
from sam_gen.advise.talk import Talk, talk_ahead
from sam_gen.advise.twice import answers, open_lines
from sam_gen.assess.agenda import Item, ItemKind, open_items, open_steps
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Freshness, Standing
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.care import Decision
from sam_gen.model.claims import Basis
from sam_gen.model.people import Meeting
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of

MOST_PEOPLE = 6
"""More than that fit neither a sheet nor a head."""
_SOON = datetime.timedelta(days=14)
"""A promise of somebody who goes that falls due so long after the talk is asked about there. Convention."""
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
    promised: int
    """How many promises of ours are open."""
    owed: int
    """How many of theirs."""
    promises: tuple[Item, ...]
    """Those to and from people who come, with or without a day, then the late ones and what who goes owes within two
    weeks after it; without a talk every one."""
    asked_for: dict[Place, Feedback]
    """What somebody asked for, by the place of every open line that answers it."""
    answered: dict[Place, Item]
    """The line that answers a wish, by the place of the wish: a promise, else what is due first."""
    they_may_raise: tuple[Item, ...]
    """What is late on our side and known to those who come, what was promised to them first; without a talk to any."""
    elsewhere: int
    """What is late on our side or wished for, and known to others at the client alone."""
    late: int
    """Everything that is late on our side."""
    wishes: tuple[Feedback, ...]
    """What they or somebody near them asked for and have not got: who will be there first.

    What is promised to somebody who comes, or late, stands with the promise and not here.
    """
    we_may_raise: tuple[Item, ...]
    """What is late on theirs, and owned by somebody who will be there."""
    late_elsewhere: int
    """What is late on theirs with somebody else."""
    steps: Planned
    """What we have planned for the meeting: done before it, and said or done there."""
    questions: tuple[Question, ...]
    """What to ask those who come: what the file wants to know, what we lack, what is theirs and may have changed."""
    questions_left: int
    """Others for those who come."""
    questions_elsewhere: int
    """Questions for people who do not come."""
    unknown: tuple[Standing, ...]
    """Of the people above, those about whom something is missing."""
    leave_out: tuple[LeaveOut, ...]
    """What not to mention; without an agreed meeting only what nobody of theirs is to hear."""


def brief(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Brief:
    """Put together the brief for the next agreed talk, or for the next talk with the most important people."""
    talk = talk_ahead(account, playbook, people, as_of)
    shown = talk.there[:MOST_PEOPLE]
    ours = {colleague.id for colleague in playbook.team}
    items = open_items(account, as_of)
    promises = [item for item in items if item.kind is ItemKind.PROMISE]
    late = [item for item in items if item.overdue]
    late_theirs = [item for item in late if theirs(item, ours)]
    raised, theirs_elsewhere = _of_whom(account, playbook, late_theirs, lambda item: talk.comes(item.owner), as_of)
    wishes = sorted(unsettled(account, as_of), key=lambda one: not talk.comes(one.who))
    asked_for = _asked_for(items, wishes, names_of(account, playbook))
    near = Near(account, talk)
    known = [item for item in late if not theirs(item, ours) and known_to_them(item)]
    heard, ours_elsewhere = _of_whom(account, playbook, known, near.hears, as_of)
    may_raise = sorted(heard, key=lambda item: not near.comes(item))
    said = [*may_raise, *(item for item in promises if item.overdue or talk.comes(item.to))]
    told = [asked_for.get(item.record.place) for item in said]
    their_wishes = tuple(one for one in wishes if one not in told and near.is_near(one.who))
    counted = [*their_wishes, *(asked_for.get(item.record.place) for item in [*may_raise, *promises])]
    asked = questions(account, playbook, people, talk, as_of)
    kept = once_a_sheet(asked.there, MOST_QUESTIONS)
    return Brief(
        meeting=talk.meeting,
        people=shown,
        left_out=len(talk.there) - len(shown),
        promised=sum(not theirs(item, ours) for item in promises),
        owed=sum(theirs(item, ours) for item in promises),
        promises=_promises_for(talk, promises),
        asked_for=asked_for,
        answered=_answered(items, asked_for),
        they_may_raise=tuple(may_raise),
        elsewhere=ours_elsewhere + sum(one not in counted for one in wishes),
        late=_late_of_ours(account, playbook, ours, as_of),
        wishes=their_wishes,
        we_may_raise=tuple(raised),
        late_elsewhere=theirs_elsewhere,
        steps=planned(account, playbook, talk, as_of),
        questions=kept,
        questions_left=len(once_a_sheet(asked.there, len(asked.there))) - len(kept),
        questions_elsewhere=len(asked.elsewhere),
        unknown=tuple(who for who in shown if gaps(who)),
        leave_out=leave_out(account, playbook, talk.there if talk.meeting else (), as_of),
    )


def _of_whom(
    account: Account, playbook: Playbook, items: Sequence[Item], there: Callable[[Item], bool], as_of: datetime.date
) -> tuple[list[Item], int]:
    """Return what concerns those who come, each thing once, and how many things concern others alone."""
    lines = open_lines(account, playbook, as_of, items)
    here = [next((item for item in line.items if there(item)), None) for line in lines]
    return [item for item in here if item], here.count(None)


def _late_of_ours(account: Account, playbook: Playbook, ours: set[str], as_of: datetime.date) -> int:
    """Count what is late on our side, each thing once, as the overview does."""
    late = [item for item in open_steps(account, as_of) if item.overdue and not theirs(item, ours)]
    return len(open_lines(account, playbook, as_of, late))


def _promises_for(talk: Talk, promises: Sequence[Item]) -> tuple[Item, ...]:
    """Return the promises to and from those who come, the late ones, and what who goes owes soon after the talk.

    Without a known talk the rest follows as well.
    """
    here = [item for item in promises if talk.comes(item.owner) or talk.comes(item.to)]
    late = [item for item in promises if item.overdue and item not in here]
    rest = [item for item in promises if item not in here and not item.overdue]
    if talk.date and talk.there:
        last = talk.date + _SOON
        rest = [item for item in rest if key_of(item.owner) in talk.going and item.due and item.due <= last]
    return (*here, *late, *rest)


def _asked_for(items: Sequence[Item], wishes: Sequence[Feedback], names: frozenset[str]) -> dict[Place, Feedback]:
    """Return the wish that each open line answers."""
    found: dict[Place, Feedback] = {}
    for item in items:
        wish = next((one for one in wishes if answers(item, one, names)), None)
        if wish:
            found[item.record.place] = wish
    return found


def _answered(items: Sequence[Item], asked_for: dict[Place, Feedback]) -> dict[Place, Item]:
    """Return the line that answers each wish; where there are several, a promise says it and not a step."""
    found = [item for item in items if item.record.place in asked_for]
    found.sort(key=lambda item: item.kind is not ItemKind.PROMISE)
    return {asked_for[item.record.place].place: item for item in reversed(found)}


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
