"""Opportunities: the class the sheet gives, the class the team gives, and whether they reach the growth goal.

The score is the weighted share of the possible, in per cent, over the questions that are answered: each earns 0 to 4
times its weight. An A has the score and passes every gate; a B has the score of a B, or that of an A with a gate
missing; a C is the rest. Weights, limits and gates are those of `models/priorities.yml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sam_gen.assess.plan import open_opportunities
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.method import ClassGate, Gate, GateTest, PriorityModel
from sam_gen.model.plan import GateScore, Opportunity, OpportunityClass, OpportunityKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

METHOD = "priorities"


@dataclass(frozen=True)
class Judged:
    """One open opportunity with both classes."""

    tag: str
    """A1, B2 …; ? where nobody has judged it."""
    opportunity: Opportunity
    score: Figure
    """Per cent of the possible; None while too little of the sheet is answered."""
    answers: tuple[tuple[Gate, GateScore | None], ...]
    """Every question of the sheet; None is not answered."""
    missing: tuple[ClassGate, ...]
    """Gates of an A that it does not pass."""
    sheet: OpportunityClass | None
    """What the sheet gives."""

    @property
    def class_(self) -> OpportunityClass | None:
        """The class that counts: the team's own, or else that of the sheet."""
        return self.opportunity.class_ or self.sheet

    @property
    def overruled(self) -> bool:
        """Whether the team's own class differs from that of the sheet."""
        own = self.opportunity.class_
        return own is not None and self.sheet is not None and own is not self.sheet


def judged(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Judged, ...]:
    """Return every open opportunity, by class, then by score, those without one last, then in the order of the file."""
    found = [_judged(one, account, playbook, as_of) for one in open_opportunities(account, as_of)]
    order = [*OpportunityClass, None]
    rows = sorted(found, key=lambda one: (order.index(one.class_), one.score.value is None, -(one.score.value or 0)))
    counts: dict[str, int] = {}
    tagged = []
    for row in rows:
        letter = row.class_.value if row.class_ else "?"
        counts[letter] = counts.get(letter, 0) + 1
        tagged.append(replace(row, tag=f"{letter}{counts[letter]}"))
    return tuple(tagged)


def _judged(one: Opportunity, account: Account, playbook: Playbook, as_of: datetime.date) -> Judged:
    model = playbook.method.priorities
    score = score_of(one, model)
    missing = tuple(gate for gate in model.gates if not _passes(one, gate.test, account, model, as_of))
    return Judged("", one, score, tuple(_answers(one, model)), missing, _sheet(score, missing, model))


def _answers(one: Opportunity, model: PriorityModel) -> list[tuple[Gate, GateScore | None]]:
    """Pair each question with its answer; of two answers to one question the lower counts, in whatever order."""
    answers: dict[str, GateScore] = {}
    for answer in one.scores:
        before = answers.get(key_of(answer.question))
        if before is None or answer.score < before.score:
            answers[key_of(answer.question)] = answer
    return [(question, answers.get(question.id)) for question in model.questions]


def score_of(one: Opportunity, model: PriorityModel) -> Figure:
    """Return the score of the sheet in per cent, with every answer; None while too little is answered."""
    asked = _answers(one, model)
    weight = sum(question.weight for question, _ in asked)
    answered = sum(question.weight for question, answer in asked if answer)
    earned = sum(question.weight * answer.score for question, answer in asked if answer)
    # Whole numbers on both sides: 0.57 is a little less than 57%, and the limit itself has to be enough.
    enough = answered > 0 and 100 * answered >= model.known_from * weight
    blank = next((question.name for question, answer in asked if answer is None), None)
    return Figure(
        value=100 * earned / (4 * answered) if enough else None,
        unit="% of the possible",
        known=answered / weight if weight else 0.0,
        because=tuple(
            Reason(f"{question.name} {answer.score} of 4, weight {question.weight}", answer.place)
            for question, answer in asked
            if answer
        ),
        method=METHOD,
        ask=None if enough else blank,
    )


def _sheet(score: Figure, missing: Sequence[ClassGate], model: PriorityModel) -> OpportunityClass | None:
    if score.value is None:
        return None
    if score.value >= model.a_from and not missing:
        return OpportunityClass.A
    return OpportunityClass.B if score.value >= model.b_from else OpportunityClass.C


def _passes(one: Opportunity, test: GateTest, account: Account, model: PriorityModel, as_of: datetime.date) -> bool:
    match test:
        case GateTest.INITIATIVE_CONFIRMED:
            return key_of(one.for_) in _confirmed(account, as_of)
        case GateTest.SPONSOR_NAMED:
            return key_of(one.sponsor) in {person.key for person in account.people if not person.gone(as_of)}
        case GateTest.OWNER_NAMED:
            return one.owner is not None
        case GateTest.STEP_DATED:
            return one.due is not None and 0 <= (one.due - as_of).days <= model.step_within


def _confirmed(account: Account, as_of: datetime.date) -> set[str]:
    """Return the initiatives that the client had confirmed by that day."""
    return {
        one.key
        for one in account.initiatives
        if one.basis is Basis.CLIENT_CONFIRMED and (one.as_of is None or one.as_of <= as_of)
    }


def closed(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Opportunity, ...]:
    """Return what was over by that day and lately, the newest first; one that is over without a day comes last."""
    lately = playbook.method.priorities.looks_back
    over = [
        one
        for one in account.opportunities
        if (one.outcome is not None if one.closed is None else 0 <= (as_of - one.closed).days <= lately)
    ]
    return tuple(sorted(over, key=lambda one: one.closed or datetime.date.min, reverse=True))


# All of an account -----------------------------------------------------------------


@dataclass(frozen=True)
class Balance:
    """The open opportunities by kind."""

    worth: Mapping[OpportunityKind | None, Decimal | None]
    """None as a key is the kind nobody has named; None as a worth is not known of any of them."""
    number: Mapping[OpportunityKind | None, int]
    enough: int
    """From how many on one kind alone is one-sided."""

    @property
    def only(self) -> OpportunityKind | None:
        """The kind that all of them are, if there are enough; None for a mixture."""
        kinds = list(self.number)
        return kinds[0] if len(kinds) == 1 and self.number[kinds[0]] >= self.enough else None


def balance(found: Sequence[Judged], model: PriorityModel) -> Balance:
    """Count kinds and add up their worth; what has no worth adds none."""
    worth: dict[OpportunityKind | None, Decimal | None] = {}
    number: dict[OpportunityKind | None, int] = {}
    for one in (row.opportunity for row in found):
        number[one.kind] = number.get(one.kind, 0) + 1
        before = worth.get(one.kind)
        worth[one.kind] = before if one.worth is None else (before or Decimal(0)) + one.worth
    return Balance(worth, number, model.one_kind_from)


def growth_cover(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """Return how far A and B opportunities reach towards the growth goal, in per cent of it.

    What keeps the business we have is no growth. None without a goal, and while neither class nor worth of any
    opportunity is known; one of class C counts nothing whatever its worth, so its worth need not be known.
    """
    model, goal = playbook.method.priorities, account.economics.growth_goal if account.economics else None
    found = judged(account, playbook, as_of)
    growing = [row for row in found if row.opportunity.kind not in model.no_growth]
    known = [row for row in growing if _adds(row, model) is not None]
    told = bool(found) and (bool(known) or not growing)
    reached = sum((_adds(row, model) or Decimal(0) for row in known), Decimal(0))
    return Figure(
        value=float(100 * reached / goal) if goal and goal > 0 and told else None,
        unit="% of the growth goal",
        known=len(known) / len(growing) if growing else float(told),
        because=tuple(_growth_reason(row, model) for row in found),
        method=METHOD,
        ask=_ask_growth(goal, told, growing),
    )


def in_whole(cover: float) -> int:
    """Return a share in whole per cent; what is not all of it is never 100."""
    return min(round(cover), 99) if cover < 100 else round(cover)


def cover_by_sheet(account: Account, playbook: Playbook, as_of: datetime.date) -> float | None:
    """Return the same in per cent by the classes of the score sheet; None where the team overrules none of them."""
    model, goal = playbook.method.priorities, account.economics.growth_goal if account.economics else None
    found = judged(account, playbook, as_of)
    if not goal or goal <= 0 or not any(row.overruled for row in found):
        return None
    parts = ((row.opportunity.worth or Decimal(0)) * _part(row, model, row.sheet or row.class_) / 100 for row in found)
    return float(100 * sum(parts, Decimal(0)) / goal)


def _part(row: Judged, model: PriorityModel, class_: OpportunityClass | None) -> int:
    """Return what counts of its worth, in per cent, where it is of that class."""
    if row.opportunity.kind in model.no_growth:
        return 0
    return {OpportunityClass.A: 100, OpportunityClass.B: model.b_counts}.get(class_ or OpportunityClass.C, 0)


def _adds(row: Judged, model: PriorityModel) -> Decimal | None:
    """Return what it adds to the growth; None while class or worth is not known."""
    if row.class_ is OpportunityClass.C:
        return Decimal(0)
    worth = row.opportunity.worth
    return None if row.class_ is None or worth is None else worth * _part(row, model, row.class_) / 100


def _growth_reason(row: Judged, model: PriorityModel) -> Reason:
    one, part = row.opportunity, _part(row, model, row.class_)
    worth = "worth not known" if one.worth is None else f"worth {one.worth:f}"
    if one.kind in model.no_growth:
        counts = "counts nothing: it keeps what we have"
    elif row.class_ is None:
        counts = "counts nothing yet: not judged"
    else:
        counts = f"counts {part}%"
    return Reason(f"{row.tag} {one.name}: {worth}, {counts}", one.place, bool(part and one.worth))


def _ask_growth(goal: Decimal | None, told: bool, growing: Sequence[Judged]) -> str | None:
    if not goal or goal <= 0:
        return "How much more a year do we want to have with them, and by when?"
    if told:
        return None
    if not growing:
        return "What would make one of their initiatives easier, and who over there would want it?"
    first = growing[0]
    if first.class_ is None:
        return f"Which class is {first.opportunity.name}: what does the sheet say?"
    return f"What is {first.opportunity.name} worth to us a year?"
