"""Where an account stands on the selection matrix: both scores, and the field they fall into."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.method import CriterionSide, Height, SelectionField, SelectionModel
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Selected:
    """One account with both scores."""

    account: Account
    attractiveness: Figure
    strength: Figure
    field: SelectionField | None
    """None: a side has no score, or the model names no such field."""


def selected(account: Account, model: SelectionModel) -> Selected:
    """Score both sides and look up the field."""
    attractive = selection_score(account, model, CriterionSide.ATTRACTIVENESS)
    strong = selection_score(account, model, CriterionSide.STRENGTH)
    return Selected(account, attractive, strong, field_of(attractive.value, strong.value, model))


def field_of(attractiveness: float | None, strength: float | None, model: SelectionModel) -> SelectionField | None:
    """Return the field of two scores; each is rounded to a tenth first, as readers see it."""
    if attractiveness is None or strength is None:
        return None
    heights = (_height(attractiveness, model), _height(strength, model))
    return next((one for one in model.fields if (one.attractiveness, one.strength) == heights), None)


def _height(score: float, model: SelectionModel) -> Height:
    return Height.HIGH if round(score, 1) >= model.high_from else Height.LOW


def selection_score(account: Account, model: SelectionModel, side: CriterionSide) -> Figure:
    """Return the weighted mean of one side's scores, 0 to 10, over the criteria that have one.

    A criterion without a score takes no part; the share that is known says how much of the weight has one.
    """
    wanted = [criterion for criterion in model.criteria if criterion.side is side]
    records = {key_of(score.criterion): score for score in account.selection.scores} if account.selection else {}
    known = [(criterion, records[criterion.id]) for criterion in wanted if criterion.id in records]
    weight, all_weight = sum(criterion.weight for criterion, _ in known), sum(c.weight for c in wanted)
    because = tuple(
        Reason(f"{criterion.name}: {score.score} of 10, weight {criterion.weight}", score.place)
        for criterion, score in known
    )
    return Figure(
        value=sum(c.weight * score.score for c, score in known) / weight if weight else None,
        unit="of 10",
        known=weight / all_weight if all_weight else 0.0,
        because=because,
        method="selection",
        ask=None if weight else f"What would {account.name} score, and why?",
    )
