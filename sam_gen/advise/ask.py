"""What to ask the client next, in the order in which it is worth asking.

To those who come to the next talk: first what the file itself wants to know of them (`advise/wanted`), then the gaps
that they can close (`advise/lacking`) about themselves, then their own initiatives (`advise/follow`), then the gaps
about others. What may have changed for them is asked of whoever has no other question, where there are fewer than two.
After them come the gaps that only somebody else can close. One question of a form is enough for a sheet, as long as
there are others, and one initiative is asked about once. Nobody is asked about what the same sheet says to leave out,
unless the file itself says to ask (`advise/leave_out`).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.follow import changed, follow_ups
from sam_gen.advise.lacking import gap_questions
from sam_gen.advise.leave_out import hushed
from sam_gen.advise.question import ABOUT_OTHERS, Form, Question, once_a_sheet
from sam_gen.advise.talk import Talk
from sam_gen.advise.wanted import wanted
from sam_gen.assess.people import Standing
from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook

MOST = 4
"""More questions than that are an interview."""

_ENOUGH = 2
"""With so many questions that follow from the file, nobody is asked what has changed. Convention."""


@dataclass(frozen=True)
class Asked:
    """Every question that follows from the file."""

    there: tuple[Question, ...]
    """To those who come; without a talk agreed, or where nobody wrote down who comes, to anybody."""
    elsewhere: tuple[Question, ...]
    """To somebody who does not come."""


def questions(
    account: Account, playbook: Playbook, people: Sequence[Standing], talk: Talk, as_of: datetime.date
) -> Asked:
    """Return what to ask, the best first."""
    anybody = talk.meeting is None or not talk.meeting.theirs
    unsaid = hushed(account, playbook, talk.there, as_of) if talk.meeting else frozenset()
    gaps = [one for one in gap_questions(account, playbook, people, as_of) if one.place not in unsaid]
    theirs = [one for one in gaps if one.there or anybody]
    others = [one for one in theirs if one.there and one.form in ABOUT_OTHERS]
    there = [*wanted(account, playbook, talk, as_of), *(one for one in theirs if one not in others)]
    whom = {one.whom for one in (*there, *others)}
    first = sorted(talk.there, key=lambda who: who.person.name in whom)
    silent = {one.whom for one in theirs if one.form is Form.SILENCE}
    asked = {one.place for one in theirs if one.form is Form.ASSUMED}
    follow = follow_ups(account, first, as_of, talk.date)
    there += [*(one for one in follow if one.place not in unsaid | asked), *others]
    if len(there) < _ENOUGH:
        busy = silent | {one.whom for one in there}
        last = changed(first, as_of, talk.date, even_young=not there)
        there += [one for one in last if one.whom not in busy and one.place not in unsaid]
    return Asked(tuple(there), tuple(one for one in gaps if not (one.there or anybody)))


def at_most(asked: Asked, most: int) -> Asked:
    """Keep so many questions in all, those to who comes first, and of each form one where there are enough."""
    kept = once_a_sheet((*asked.there, *asked.elsewhere), most)
    return Asked(tuple(one for one in kept if one in asked.there), tuple(one for one in kept if one not in asked.there))
