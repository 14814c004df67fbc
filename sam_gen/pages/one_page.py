"""The plan on one page: the goal, three objectives, three risks, the next three steps, and who of them has seen it."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.advise.twice import open_lines
from sam_gen.assess.agenda import Item, ItemKind, open_steps
from sam_gen.assess.plan import Response, Weighed, open_objectives, tracked, validations
from sam_gen.model.plan import Objective
from sam_gen.pages.blocks import Sight
from sam_gen.pages.first_sign import first_sign
from sam_gen.pages.plan_review import DRAFT, validated
from sam_gen.pages.words import capital, count, number

_THREE = 3
_ASKS = {Response.ACT: "act now", Response.PREPARE: "plan an answer", Response.WATCH: "watch"}
_TRACK = {"on": "on track", "off": "off track", "not_measured": "not measured"}


@dataclass(frozen=True)
class Line:
    """One line and its second voice."""

    text: str
    second: str
    tone: str = "ink"


@dataclass(frozen=True)
class Sheet:
    """What stands on the one page."""

    goal: str
    goal_by: str
    objectives: tuple[Line, ...]
    risks: tuple[Line, ...]
    steps: tuple[Line, ...]
    """What lies ahead first; what is late is counted in `late` and stands in the roadmap."""
    late: str
    seen: str
    seen_tone: str
    more: str


def sheet(sight: Sight, risks: tuple[Weighed, ...]) -> Sheet:
    """Gather the one page."""
    horizon, done = sight.account.horizon, validations(sight.account, sight.as_of)
    objectives = open_objectives(sight.account, sight.as_of)
    steps = [one for one in open_steps(sight.account, sight.as_of) if one.kind is not ItemKind.OBJECTIVE]
    items = [line.items[0] for line in open_lines(sight.account, sight.playbook, sight.as_of, steps)]
    late = sum(one.overdue for one in items)
    items.sort(key=lambda one: one.overdue)
    left = [
        (len(objectives) - _THREE, "objective", "objectives"),
        (len(risks) - _THREE, "risk", "risks"),
        (len(items) - _THREE, "step", "steps"),
    ]
    more = [f"{count(size, f'more {one}', f'more {many}')}" for size, one, many in left if size > 0]
    return Sheet(
        goal=(horizon.vision or "") if horizon else "",
        goal_by=f"By {sight.day(horizon.until)}" if horizon and horizon.until else "",
        objectives=tuple(_objective(sight, one) for one in objectives[:_THREE]),
        risks=tuple(_risk(sight, one) for one in risks[:_THREE]),
        steps=tuple(
            Line(one.what, f"{sight.names.full(one.owner) or 'no owner'} · {sight.due(one.due)}{_against(one)}", tone)
            for one in items[:_THREE]
            for tone in (_tone(one.overdue),)
        ),
        late=f"{capital(number(late))} late beside them: see what falls when." if late and late < len(items) else "",
        seen=validated(sight, done[0]) if done else DRAFT,
        seen_tone="ink" if done else "ochre",
        more=f"Below: {', '.join(more)}." if more else "",
    )


def _against(item: Item) -> str:
    return f" · against a risk{first_sign(item)}" if item.kind is ItemKind.RESPONSE else ""


def _tone(late: bool) -> str:
    return "red" if late else "ink"


def _objective(sight: Sight, one: Objective) -> Line:
    said = [one.client_gets and f"for them: {one.client_gets}", sight.due(one.due)]
    states = [(measure.name, tracked(measure, sight.as_of).track.value) for measure in one.measures]
    said += [f"{name}: {_TRACK.get(state, 'no value due yet')}" for name, state in states] or ["no measure yet"]
    off = any(state == "off" for _, state in states)
    return Line(one.name, " · ".join(text for text in said if text), "ochre" if off or not states else "ink")


def _risk(sight: Sight, one: Weighed) -> Line:
    asks = _ASKS[one.asks] if one.asks else "not judged yet"
    owner = sight.owner(one.risk.owner)
    answer = one.risk.response or "no answer yet"
    return Line(
        f"{one.tag} {one.risk.what}", f"{asks} · {answer} · {owner}", "red" if one.asks is Response.ACT else "ink"
    )
