"""Where an account stands on the selection matrix: both scores, and the field they fall into."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.assess.portfolio import selection_score
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure
from sam_gen.model.method import CriterionSide, Height, SelectionField, SelectionModel


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
