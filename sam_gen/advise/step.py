"""Our open steps, each thing once: an action, a decision, an answer to a risk and what to prove.

A step that is late is moved where a later decision of the same owner gives it another day (`advise/redated`). Then the
decision stands for both, with the line and the day it began with.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from sam_gen.advise.addressed import bare, find_out
from sam_gen.advise.once import Said, names_of, together
from sam_gen.advise.redated import same_matter
from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.plan import open_opportunities, open_risks
from sam_gen.model.account import Account
from sam_gen.model.place import Place
from sam_gen.model.plan import Opportunity
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


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
    about: str = ""
    """What an opportunity is about: its unit and the client's initiative, in their words; of an answer, the risk."""
    sign: str = ""
    """What we would see first of the risk that it answers."""
    late: bool = False
    decided: datetime.date | None = None
    """The day of the review that decided it."""
    also: tuple[str, ...] = ()
    """Who else has it, where it is written twice."""
    was: Step | None = None
    """The late line that this decision gives another day."""

    @property
    def text(self) -> str:
        """What to do, to stand in a list."""
        return find_out(self.what) if self.kind is StepKind.PROVE else bare(self.what)


def our_steps(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[tuple[Step, ...], ...]:
    """Return our open steps by day; what is written twice stands together, the action first."""
    ours, names = {colleague.id for colleague in playbook.team}, names_of(account, playbook)
    steps = [step for step in _steps(account, playbook, as_of) if _is_ours(step.owner, ours)]
    steps.sort(key=lambda step: (step.due or datetime.date.max, step.place))
    groups = together(steps, lambda step: Said(step.what, step.owner, step.due), names)
    return _moved([tuple(sorted(group, key=lambda step: step.kind)) for group in groups], names)


def as_one(group: Sequence[Step]) -> Step:
    """Return the first of a group with the owners of the others."""
    first = group[0]
    others = dict.fromkeys(step.owner for step in group if step.owner and key_of(step.owner) != key_of(first.owner))
    return replace(first, also=tuple(others))


def _moved(groups: Sequence[tuple[Step, ...]], names: frozenset[str]) -> tuple[tuple[Step, ...], ...]:
    """Leave out each late line that a later decision gives another day, and note it there."""
    found = list(groups)
    for old in groups:
        to = next((new for new in found if old[0].late and _moves(new, old[0], names)), None)
        if to:
            found[found.index(to)] = tuple(replace(step, was=old[0]) for step in to)
            found.remove(old)
    return tuple(found)


def _moves(group: Sequence[Step], old: Step, names: frozenset[str]) -> bool:
    later = [one for one in group if one.decided and old.due and one.decided >= old.due and not one.late]
    return any(key_of(one.owner) == key_of(old.owner) and same_matter(one.what, old.what, names) for one in later)


def _steps(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Step]:
    kinds = {ItemKind.ACTION: StepKind.ACTION, ItemKind.DECISION: StepKind.DECISION}
    for item in open_items(account, as_of):
        if item.kind in kinds:
            step = Step(kinds[item.kind], item.what, item.owner, None, item.due, item.record.place, late=item.overdue)
            yield replace(step, decided=item.review.date if item.review else None)
    for weighed in open_risks(account, playbook, as_of):
        risk = weighed.risk
        if risk.response:
            step = Step(StepKind.RESPONSE, risk.response, risk.owner, None, risk.due, risk.place, of=weighed.tag)
            yield replace(step, about=bare(risk.what), sign=bare(risk.trigger or ""), late=_late(risk.due, as_of))
    for one in open_opportunities(account, as_of):
        if one.prove:
            step = Step(StepKind.PROVE, one.prove, one.owner, one.sponsor, one.due, one.place, of=one.name)
            yield replace(step, about=_about(one, account), late=_late(one.due, as_of))


def _late(due: datetime.date | None, as_of: datetime.date) -> bool:
    return due is not None and due < as_of


def _about(one: Opportunity, account: Account) -> str:
    units = [unit.name for unit in account.units if unit.key == key_of(one.unit)]
    return " ".join([*units, *(each.name for each in account.initiatives if each.key == key_of(one.for_))])


def _is_ours(owner: str | None, ours: set[str]) -> bool:
    """Whether it is ours to do; without an owner it is ours to find one."""
    return not owner or (not owner.startswith("people/") and key_of(owner) in ours)
