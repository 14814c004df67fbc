"""The risks of the plan: what each asks for, and where it stands between likelihood and effect."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.plan import Response, Weighed, response
from sam_gen.draw.risks import Field, Risks, risk_matrix
from sam_gen.draw.svg import Svg
from sam_gen.model.limits import RiskGrid
from sam_gen.model.plan import Likelihood
from sam_gen.model.playbook import Playbook
from sam_gen.pages.blocks import Block, Sight, owner_cell
from sam_gen.pages.tables import Cell, Row, Table, columns, told, written
from sam_gen.pages.words import count, number

_SEVERAL = 2
_ACROSS = (Likelihood.LOW, Likelihood.MEDIUM, Likelihood.HIGH)
_ASKS = {Response.ACT: "Act now", Response.PREPARE: "Plan an answer", Response.WATCH: "Watch"}


def risks_block(sight: Sight, risks: Sequence[Weighed]) -> Block:
    """Build the section of risks."""
    acute = sum(one.asks is Response.ACT for one in risks)
    unjudged = sum(one.asks is None for one in risks)
    said = "none named yet"
    if risks:
        said = f"{count(acute, 'needs', 'need')} action now{_first(sight, risks)}" if acute else "none needs action now"
        said += f", {number(unjudged)} not judged yet" if unjudged else ""
    return Block(
        heading=f"4 Risks: {said}",
        source=sight.source("risks"),
        drawing=_drawing(risks, sight.playbook),
        table=Table(
            "Risks",
            columns("Risk", "Asks for", "What we would see first", "Answer", "Owner"),
            tuple(_risk(sight, one) for one in risks),
        ),
        empty="" if risks else "Ask the team: it is a year later and we have no work with this client. What happened?",
    )


def _first(sight: Sight, risks: Sequence[Weighed]) -> str:
    """Of several that need action name the one whose answer is due first; nothing where only one does."""
    acute = [one for one in risks if one.asks is Response.ACT]
    dated = [(one.risk.due, one.tag) for one in acute if one.risk.due]
    if len(acute) < _SEVERAL or not dated:
        return ""
    day, tag = min(dated)
    return f", first {tag} by {sight.day(day)}"


def _risk(sight: Sight, one: Weighed) -> Row:
    risk = one.risk
    asks = _ASKS[one.asks] if one.asks else "not judged yet"
    judged = [
        sight.words.within(risk.likelihood) if risk.likelihood else "likelihood not known yet",
        sight.words.within(risk.impact, "impact") if risk.impact else "effect not known yet",
    ]
    tone = {Response.ACT: "red", Response.PREPARE: "ochre", None: "ochre"}.get(one.asks, "")
    return Row((
        Cell(f"{one.tag} {risk.what}"),
        Cell(asks, second=", ".join(judged), tone=tone),
        *written(risk.trigger),
        told(risk.response, "none yet: what do we do about it?", "ochre"),
        owner_cell(sight, risk.owner, sight.due(risk.due) if risk.due else ""),
    ))  # fmt: skip


def _drawing(risks: Sequence[Weighed], playbook: Playbook) -> Svg | None:
    """Put every risk into its field: likelihood down, effect across; nothing while none is judged."""
    if not any(one.asks for one in risks):
        return None
    words, grid = playbook.words, playbook.method.grid
    return risk_matrix(
        Risks(
            effects=tuple(words.say(impact, "impact") for impact in _ACROSS),
            rows=tuple(
                (words.say(likelihood), tuple(_field(risks, likelihood, impact, grid) for impact in _ACROSS))
                for likelihood in reversed(_ACROSS)
            ),
            unjudged=tuple(one.tag for one in risks if one.asks is None),
        )
    )


def _field(risks: Sequence[Weighed], likelihood: Likelihood, impact: Likelihood, grid: RiskGrid) -> Field:
    asks = response(likelihood, impact, grid)
    tags = tuple(one.tag for one in risks if (one.risk.likelihood, one.risk.impact) == (likelihood, impact))
    return Field(_ASKS[asks], asks.value, tags)
