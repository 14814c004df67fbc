"""Which questions of the bank a leader asks about an account, chosen by a rule one can follow with a pencil.

1. A dimension's own stage decides what fits. A question fits if it names the stage at which its dimension stands, or
   none. So what it takes for granted in `when` is neither outgrown nor still far off, as far as stages can tell. A
   dimension that is not known stands where the account stands. A client who never bought is at the lowest stage in
   all of them. Where no stage is known, only questions for any stage fit.
   What it presupposes in `only_if` the file decides: where one of these conditions is not so, it is never offered;
   where one cannot be told, it stays open, and the leader judges.
2. The dimensions take turns: those of the focus first, then from the lowest stage up. Not known counts as the lowest
   but one, as in the diagnosis; among equals a dimension that holds the others down comes first, then the order of
   the model.
3. Each dimension brings one question. Its questions stand in a ring, those of the stage first; the account says where
   the ring begins, and each quarter it moves on by one. So a leader meets a question again when all the others have
   had their turn, and two accounts rarely read the same.
4. A question is passed over if its competency is that of the question before. If a dimension has no other, it waits
   for the next round. Six questions are chosen, or as many as there are.
5. The first three name facts of the account, as far as its file can fill their slots: among the questions of the turn
   those that do have a ring of their own, which comes first. A leader who has read nothing can begin with any of them.
   A dimension without one gives way until three are chosen; the first of all does not: it is that of the focus.
6. Among the questions of a turn those come first whose conditions the file shows; so they too have rings of their own.

The order of the dimensions follows the evidence; the rings, and that there are six and three, are convention.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from sam_gen.advise.focus import Focus
from sam_gen.advise.slots import slots
from sam_gen.assess.conditions import all_hold, spoken_for
from sam_gen.assess.diagnosis import Diagnosed, Stand, first_stage
from sam_gen.assess.ground import Ground
from sam_gen.assess.people import standings
from sam_gen.model.account import Account
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.model.questions import Question

MOST = 6
"""More than one can ask in half an hour; the leader leaves out."""
NAMED = 3
"""So many from the first on name facts of the account."""


def chosen(
    account: Account, playbook: Playbook, found: Diagnosed, about: Focus, as_of: datetime.date
) -> tuple[Question, ...]:
    """Return the questions for a talk about an account, the first about the side the focus belongs to."""
    facts, ground = slots(account, standings(account, playbook, as_of), as_of), Ground(account, playbook, as_of)
    rings = [
        _Rings.of(ground, stand.dimension.id, offered(fitting(playbook.questions, stand, found), ground), facts)
        for stand in turns(found, about, playbook)
    ]
    picked: list[Question] = []
    while len(picked) < MOST:
        more = _round(rings, picked)
        if not more:
            break
        picked += more
    return tuple(picked[:MOST])


def _round(rings: Sequence[_Rings], before: Sequence[Question]) -> list[Question]:
    """Return one question of each dimension that has one left; who gave way comes after those who named facts."""
    picked, gave_way = list(before), []
    for waiting in rings:
        named = 0 < len(picked) < NAMED
        one = waiting.next(picked, named=named)
        if one is not None:
            picked.append(one)
        elif named:
            gave_way.append(waiting)
    for waiting in gave_way:
        one = waiting.next(picked)
        if one is not None:
            picked.append(one)
    return picked[len(before) :]


def offered(questions: Sequence[Question], ground: Ground) -> tuple[Question, ...]:
    """Return the questions of which the file does not say that what they presuppose is not so."""
    return tuple(one for one in questions if all_hold(one.only_if, ground) is not False)


@dataclass(frozen=True)
class _Rings:
    """The questions of one dimension, one ring after the other: those the file speaks for, then the others."""

    named: tuple[Question, ...]
    """Of either kind those alone that name facts of the account."""
    every: tuple[Question, ...]

    @classmethod
    def of(cls, ground: Ground, dimension: str, questions: Sequence[Question], facts: Mapping[str, str]) -> _Rings:
        """Lay the questions of a dimension in their rings."""
        shown = tuple(one for one in questions if spoken_for(one.only_if, ground))
        open_ = tuple(one for one in questions if one not in shown)

        def laid(*groups: Sequence[Question]) -> tuple[Question, ...]:
            return tuple(one for each in groups for one in ring(ground.account, dimension, each, ground.as_of))

        named = ([one for one in group if one.names_facts(facts)] for group in (shown, open_))
        return cls(laid(*named), laid(shown, open_))

    def next(self, picked: Sequence[Question], *, named: bool = False) -> Question | None:
        """Return the question whose turn it is after those that are picked; on demand only one that names facts."""
        waiting = (*self.named, *(() if named else self.every)) if len(picked) < NAMED else self.every
        last = picked[-1] if picked else None
        return next((one for one in waiting if one not in picked and _differs(one, last)), None)


def turns(found: Diagnosed, about: Focus, playbook: Playbook) -> tuple[Stand, ...]:
    """Return the dimensions in the order in which they are asked about."""
    stages = playbook.method.continuum.stages

    def place(stand: Stand) -> tuple[bool, int, bool]:
        stage = stand.stage or first_stage(playbook)
        return about.kind not in stand.dimension.focus, stages.index(stage) if stage else 0, not stand.gate

    return tuple(sorted(found.stands, key=place))


def stage_of(stand: Stand, found: Diagnosed) -> Stage | None:
    """Return the stage whose questions fit a dimension; None where nothing says which."""
    return found.today if found.never_bought else stand.stage or found.today


def fitting(questions: Sequence[Question], stand: Stand, found: Diagnosed) -> tuple[Question, ...]:
    """Return the questions that fit a dimension: those of its stage, then those for any."""
    own = [one for one in questions if one.dimension_id == stand.dimension.id]
    stage = stage_of(stand, found)
    here = [one for one in own if stage is not None and stage.id in one.stage_ids]
    return (*here, *(one for one in own if not one.stages))


def ring(account: Account, dimension: str, questions: Sequence[Question], as_of: datetime.date) -> tuple[Question, ...]:
    """Return the questions from the one whose turn it is: the account sets the start, the quarter moves it on."""
    if not questions:
        return ()
    start = (_number(f"{account.id}/{dimension}") + quarter(as_of)) % len(questions)
    return (*questions[start:], *questions[:start])


def quarter(date: datetime.date) -> int:
    """Number the quarters of the calendar, one after the other."""
    return date.year * 4 + (date.month - 1) // 3


def _number(text: str) -> int:
    """Return a number for a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest())


def _differs(one: Question, last: Question | None) -> bool:
    """Whether a question leads on from another to something else."""
    return last is None or (one.dimension_id != last.dimension_id and one.competency_id != last.competency_id)
