"""The two numbers of an account, health and hygiene: marks with words, a tile, and a table of parts each."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.assess.health import health_of
from sam_gen.assess.hygiene import hygiene_of
from sam_gen.assess.scores import Band, Scored, Whole, band
from sam_gen.draw.standing import standing
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import Marked, address
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed
from sam_gen.pages.words import number as spelt

HEALTH_WORDS = {Band.GOOD: "Good", Band.WATCH: "Watch", Band.AT_RISK: "At risk"}
HYGIENE_WORDS = {Band.GOOD: "Good", Band.WATCH: "Watch", Band.AT_RISK: "Poor"}
UNKNOWN = "Not known"
HARD = "\N{NO-BREAK SPACE}"
"""Keeps a number and its word on one line."""
_REASONS = 3
"""Reasons a table shows for one part; `sam-gen explain` names every part with its first."""


@dataclass(frozen=True)
class Tile:
    """One of the two numbers in a line."""

    name: str
    to: str
    mark: Marked
    number: str
    note: str


def marked(found: Band | None, words: dict[Band, str]) -> Marked:
    """Return the mark and the word of a band; grey where it is not known."""
    shape, tone = standing(found.value if found else None)
    return Marked(shape, words[found] if found else UNKNOWN, tone)


def whole_cell(whole: Whole, words: dict[Band, str], second: str = "") -> Cell:
    """Put one of the two numbers into a cell, with its mark and word."""
    sign = marked(whole.band, words)
    text = sign.word if whole.value is None else f"{whole.value:.0f} {sign.word}"
    return Cell(text.replace(" ", HARD), second=second, mark=sign.mark, tone=sign.tone)


def number(whole: Whole) -> str:
    """Print the number of a whole; nothing where there is none."""
    return "" if whole.value is None else f"{whole.value:.0f} of 100"


def tiles(project: Project, account: Account) -> tuple[Tile, Tile]:
    """Return the two numbers, side by side and never added."""
    playbook, as_of = project.playbook, project.as_of
    plan = f"{address(project, account)}plan/"
    account_does, plan_is = health_of(account, playbook, as_of), hygiene_of(account, playbook, as_of)
    return (
        Tile(
            "Health, how they would feel it",
            f"{plan}#health",
            marked(account_does.band, HEALTH_WORDS),
            number(account_does),
            note(account_does),
        ),
        Tile(
            "Hygiene, how we keep the plan",
            f"{plan}#hygiene",
            marked(plan_is.band, HYGIENE_WORDS),
            number(plan_is),
            note(plan_is),
        ),
    )


def note(whole: Whole) -> str:
    """Say what forces it, else how much is known, and which part is weakest; the question where there is no number."""
    if whole.forced:
        return f"{capital(whole.forced[0].text)}."
    total = len(whole.parts)
    known = [part for part in whole.parts if part.known]
    share = (
        f"{spelt(len(known)) if known else 'none'} of {spelt(total)} known"
        if len(known) < total
        else f"all {spelt(total)} known"
    )
    if not total:
        return "The model has no part yet."
    if whole.value is None or not known:
        first = next((part.figure.ask for part in whole.unknown if part.figure.ask), "")
        return f"{capital(share)}: too few for a number. Ask: {first}" if first else f"{capital(share)}."
    weakest = min(known, key=lambda part: part.figure.value or 0.0)
    because = f": {weakest.figure.because[0].text}" if weakest.figure.because else ""
    return f"{capital(share)}. Lowest is {weakest.name}, {weakest.figure.value:.0f}{because}."


def score_cell(part: Scored, good_from: int, watch_from: int, words: dict[Band, str]) -> Cell:
    """Show the score of one part with its mark and word; grey and without a number where it is not known."""
    sign = marked(band(part.figure.value, good_from, watch_from), words)
    text = sign.word if part.figure.value is None else f"{part.figure.value:.0f} {sign.word}"
    return Cell(text.replace(" ", HARD), mark=sign.mark, tone=sign.tone)


# On the plan ---------------------------------------------------------------------------


def health_block(sight: Sight) -> Block:
    """Build the section on how the account does."""
    model = sight.playbook.method.health
    whole = health_of(sight.account, sight.playbook, sight.as_of)
    return _block("How we stand with them", whole, HEALTH_WORDS, model.good_from, model.watch_from)


def hygiene_block(sight: Sight) -> Block:
    """Build the section on how well we keep the plan."""
    model = sight.playbook.method.hygiene
    whole = hygiene_of(sight.account, sight.playbook, sight.as_of)
    return _block("How we keep this plan", whole, HYGIENE_WORDS, model.good_from, model.watch_from)


def _block(topic: str, whole: Whole, words: dict[Band, str], good_from: int, watch_from: int) -> Block:
    rows = tuple(
        Row((
            Cell(part.name, second=f"weight {part.weight}"),
            score_cell(part, good_from, watch_from, words),
            _because(part),
        ))
        for part in whole.parts
    )  # fmt: skip
    return Block(
        heading=f"{topic}: {heading(whole, words)}",
        lead=" ".join(f"{capital(reason.text)}." for reason in whole.forced) or _unknown(whole),
        table=Table(topic, columns("Measure", "Score", "Because"), rows),
    )


def heading(whole: Whole, words: dict[Band, str]) -> str:
    """Say the finding: good, 78 of 100."""
    if whole.band is None:
        known = sum(part.known for part in whole.parts)
        return f"not known, {known} of {len(whole.parts)} known"
    figure = f", {number(whole)}" if whole.value is not None else ", without a number"
    return f"{words[whole.band].lower()}{figure}"


def _unknown(whole: Whole) -> str:
    missing = whole.unknown
    if not missing:
        return ""
    left = f"{whole.known:.0%} of the weight is known"
    return f"{capital(left)}. Not known yet: {listed([part.name for part in missing])}."


def _because(part: Scored) -> Cell:
    reasons = [reason.text for reason in part.figure.because[:_REASONS]]
    more = len(part.figure.because) - len(reasons)
    rest = f" · {count(more, 'more reason')}" if more > 0 else ""
    if part.figure.value is None:
        found = " · ".join(reasons)
        if not part.figure.ask:
            return Cell(capital(found), tone="grey")
        return Cell(f"Ask: {part.figure.ask}", second=found, tone="grey")
    first, *others = reasons or ["no reason on file"]
    return Cell(capital(first), second=f"{' · '.join(others)}{rest}")
