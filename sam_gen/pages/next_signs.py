"""The next signs: which would move today at the least cost, whom to ask, and the line to copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.next_signs import NextSign, before_first_order
from sam_gen.assess.position import PLAN_SHOWN
from sam_gen.checks.care import never_validated
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.next_steps import Advice, advice
from sam_gen.pages.put_off import put_off
from sam_gen.pages.words import number

_SHOWN = 3
"""Signs the section proposes: as many as one can obtain before the next review."""


def next_section(sight: Sight, found: Diagnosed, steps: Sequence[NextSign]) -> dict[str, object]:
    """Build the section on what to obtain next, or on why nothing is proposed."""
    shown = steps[:_SHOWN]
    return {
        "next_section": Block(_heading(len(shown), found), sight.source_in("position", "evidence")),
        "next": tuple(_advice(sight, step) for step in shown),
        "nothing_next": _nothing_next(found, before_first_order(sight.account, sight.playbook, found, sight.as_of)),
    }


def _advice(sight: Sight, step: NextSign) -> Advice:
    """Say how to obtain a sign; where the file has put off showing the plan, until when."""
    said = advice(step, sight.names, sight.words, sight.as_of)
    shown = step.indicator is not None and step.indicator.id == PLAN_SHOWN
    waits = put_off(sight, never_validated) if shown else ""
    return replace(said, how=waits) if waits else said


def _heading(steps: int, found: Diagnosed) -> str:
    if not steps:
        return "Next signs: nothing is missing for this stage" if found.today else "Next signs: none named"
    return "The cheapest next sign" if steps == 1 else f"The {number(steps)} cheapest next signs"


def _nothing_next(found: Diagnosed, before_order: bool) -> str:
    """Say why no sign is proposed, and what to do instead."""
    if not found.stands:
        return "Name the dimensions in models/continuum.yml first."
    if before_order:
        return "Signs move nothing before the first order: which need of theirs is small enough to try?"
    return "No dimension holds today down. Keep the signs young: which of them would you check at the next review?"
