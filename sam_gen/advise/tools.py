"""Which tools fit an account now: those that help with what its attention list is about, at the stage it has.

1. A tool that names stages is left out where the evidence puts the account at another one.
2. A tool weighs as much as the most pressing line of each rule it answers.
3. The heaviest is taken, the rules it answers are settled, and what is left is weighed anew: three tools for one and
   the same hole help less than one each for three.

What a tool answers and its stages stand in its own file; the points are those of `advise/attention`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.advise.attention import Attention, attention
from sam_gen.assess.diagnosis import diagnose
from sam_gen.model.account import Account
from sam_gen.model.curriculum import Tool
from sam_gen.model.figure import Reason
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of

_HEAD = 3
"""Words by which a reason says its own kind: "the notice day …". Convention."""
MOST = 3
"""More tools than that are a toolbox, and there is a page of it."""


@dataclass(frozen=True)
class Fit:
    """One tool, what it weighs here, and why it fits."""

    tool: Tool
    points: int
    because: tuple[Reason, ...]
    """The most pressing finding of each rule it answers, the heaviest first; then the stage, where it names stages."""


def fitting_tools(
    account: Account, playbook: Playbook, as_of: datetime.date, clearance: Audience = Audience.RESTRICTED
) -> tuple[Fit, ...]:
    """Return the tools that fit an account best, at most three; none where nothing needs attention.

    Each carries its reasons in words, with their places: “a promise that is late: …”. A page prints
    `fit.tool.name`, the address `tools/<fit.tool.id>/` and the texts of `fit.because`.
    """
    today = diagnose(account, playbook, as_of).today
    return fitting(attention(account, playbook, as_of, clearance), today, playbook.tools)


def fitting(found: Sequence[Attention], today: Stage | None, tools: Sequence[Tool]) -> tuple[Fit, ...]:
    """Choose from a ranked list of what needs attention and the stage the evidence shows."""
    open_ = _most_pressing(found)
    suited = [tool for tool in tools if _suits(tool, today)]
    chosen: list[Fit] = []
    while open_ and len(chosen) < MOST:
        fits = [_fit(tool, open_, today) for tool in suited]
        best = min(fits, key=lambda fit: (-fit.points, fit.tool.id), default=None)
        if best is None or not best.points:
            break
        chosen.append(best)
        open_ = {code: one for code, one in open_.items() if code not in best.tool.answers}
    return tuple(chosen)


def _most_pressing(found: Sequence[Attention]) -> Mapping[str, Attention]:
    """Keep one line of each rule, the heaviest: six late steps are one matter."""
    first: dict[str, Attention] = {}
    for one in found:
        first.setdefault(one.finding.code, one)
    return first


def _suits(tool: Tool, today: Stage | None) -> bool:
    return not tool.stages or today is None or today.id in _stages(tool)


def _stages(tool: Tool) -> frozenset[str]:
    return frozenset(key_of(reference) for reference in tool.stages)


def _fit(tool: Tool, open_: Mapping[str, Attention], today: Stage | None) -> Fit:
    lines = [one for code, one in open_.items() if code in tool.answers]
    reasons = [Reason(_because(one.parts[0].what, one.finding.message), one.finding.place) for one in lines]
    if today and tool.stages:
        reasons.append(Reason(f"the evidence says {today.name}, and it is for that stage", tool.place))
    return Fit(tool, sum(one.points for one in lines), tuple(reasons))


def _because(kind: str, message: str) -> str:
    """Put the kind of a reason before it, unless it begins with the same words."""
    begins = " ".join(kind.casefold().split()[:_HEAD])
    return message if message.casefold().startswith(f"{begins} ") else f"{kind}: {message}"
