"""The next signs: which would move today at the least cost, whom to ask, and the line to copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.next_signs import How, NextSign
from sam_gen.model.claims import Basis
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.words import listed, number

_SHOWN = 3
"""Signs the section proposes: as many as one can obtain before the next review."""


@dataclass(frozen=True)
class Advice:
    """One next sign: what, whom to ask, and the line to copy once it is there."""

    head: str
    how: str
    line: str


def next_section(sight: Sight, found: Diagnosed, steps: Sequence[NextSign]) -> dict[str, object]:
    """Build the section on what to obtain next, or on why nothing is proposed."""
    shown = steps[:_SHOWN]
    return {
        "next_section": Block(_heading(len(shown), found), sight.source_in("position", "evidence")),
        "next": tuple(_advice(sight, step) for step in shown),
        "nothing_next": _nothing_next(found),
    }


def _heading(steps: int, found: Diagnosed) -> str:
    if not steps:
        return "Next signs: nothing is missing for this stage" if found.today else "Next signs: none named"
    return "The cheapest next sign" if steps == 1 else f"The {number(steps)} cheapest next signs"


def _nothing_next(found: Diagnosed) -> str:
    """Say why no sign is proposed, and what to do instead."""
    if not found.stands:
        return "Name the dimensions in models/continuum.yml first."
    if found.never_bought:
        return "Signs move nothing before the first order: which need of theirs is small enough to try?"
    return "No dimension holds today down. Keep the signs young: which of them would you check at the next review?"


def _advice(sight: Sight, step: NextSign) -> Advice:
    """Say what to obtain, how, and which YAML line would hold it."""
    return Advice(f"{step.dimension.name}: {next_words(sight, step)}", _how(sight, step), _line(sight, step))


def next_words(sight: Sight, step: NextSign) -> str:
    """Say in a few words what is missing."""
    if step.how is How.TALK:
        return _lacks(step)
    if step.how is How.ASK:
        who = listed([sight.names.short(f"people/{one.person.key}") for one in step.who])
        return f"what {who} would call on us for" if who else "what a key player would call on us for"
    return step.indicator.says.rstrip(".") if step.indicator else ""


def _lacks(step: NextSign) -> str:
    parts = [f"{number(more)} more {word if more == 1 else _plural(word)}" for word, more in step.lacks]
    return f"{listed(parts)} in talks" if parts else "talks kept up"


def _plural(word: str) -> str:
    head, _, rest = word.partition(" ")
    return f"{head}s {rest}".strip()


def _how(sight: Sight, step: NextSign) -> str:
    """Say why it is the next step, and what to do about it."""
    sign = step.sign
    when = f", {sight.day(sign.day)}" if sign and sign.day else ""
    seen = f" “{sign.seen}”" if sign and sign.seen else ""
    assumed = sign is not None and sign.basis is Basis.ASSUMED
    return {
        How.CONFIRM: f"We assume it{when}. Ask the person it is about, or see it."
        if assumed
        else f"Seen once{when}. A second sign, or a word from the client, would carry the stage.",
        How.RENEW: f"The sign is too old to count{when}. Is it still so?",
        How.AGAIN: f"Looked for and not found{when}.{seen} What has changed since?",
        How.TALK: "Counted from talks in the file, with people whose function and level are known.",
        How.ASK: f"Ask: “{step.dimension.asks}”",
        How.LOOK: f"Nobody has looked yet. Ask: “{_question(step)}”",
    }[step.how]


def _question(step: NextSign) -> str:
    return (step.indicator.ask if step.indicator else None) or step.dimension.asks


def _line(sight: Sight, step: NextSign) -> str:
    """Return the lines to copy, with the place in the file where they go."""
    today = sight.as_of.isoformat()
    if step.how is How.TALK:
        return f"# contacts:\n  - date: {today}\n    ours: []\n    theirs: []\n    what: what came of it"
    if step.how is How.ASK:
        who = step.who[0].person.key if step.who else "…"
        return (
            f"# people: in the record of {who}\n    sees_us_as:\n      - value: service\n        basis: observed\n"
            f"        as_of: {today}\n        evidence: their words"
        )
    key = step.indicator.id if step.indicator else "…"
    return (
        f"# position: evidence:\n    - indicator: {key}\n      basis: observed\n      as_of: {today}\n"
        "      evidence: what was seen or heard"
    )
