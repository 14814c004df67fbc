"""What folds away below the opportunities of the plan: each score sheet, and what was won, lost or dropped."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.opportunities import Judged, closed
from sam_gen.model.method import Gate
from sam_gen.model.plan import GateScore, Opportunity, Outcome
from sam_gen.pages.blocks import Sight
from sam_gen.pages.opportunities import points, within
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, count, listed, number


@dataclass(frozen=True)
class Fold:
    """A line to open, what it says first, and the table in it."""

    summary: str
    says: str
    table: Table | None


def score_sheets(sight: Sight, rows: Sequence[Judged]) -> tuple[Fold, ...]:
    """Build a fold for each open opportunity: every answer, and the gates it does not pass."""
    return tuple(_sheet(sight, row) for row in rows)


def _sheet(sight: Sight, row: Judged) -> Fold:
    answered = [answer for _, answer in row.answers if answer]
    name = f"{row.tag} {row.opportunity.name}"
    if row.answers and not answered:
        first = row.answers[0][0].name
        return Fold(f"{name}: the sheet is empty", f"Begin with the first question: {first} {_gates(sight, row)}", None)
    table = Table(
        f"Score sheet of {row.opportunity.name}",
        columns("Question", ">Weight", "Score", "What it rests on"),
        tuple(_answer(*pair) for pair in row.answers),
    )
    return Fold(f"{name}: {_result(row)}", _gates(sight, row), table if row.answers else None)


def _result(row: Judged) -> str:
    left = sum(answer is None for _, answer in row.answers)
    blank = f", {count(left, 'question')} open" if left else ""
    if row.score.value is None:
        return f"not scored yet{blank}"
    says = f"{points(row)}{blank}, {row.sheet.value} by the sheet" if row.sheet else f"{points(row)}{blank}"
    return f"{says}, {row.class_.value} by our own view" if row.overruled and row.class_ else says


def _gates(sight: Sight, row: Judged) -> str:
    """Name the gates of an A that are missing."""
    gates = sight.playbook.method.priorities.gates
    if not gates:
        return ""
    if not row.missing:
        return "Every gate of an A is passed." if len(gates) > 1 else "The gate of an A is passed."
    named = listed([f"“{within(gate.says)}”" for gate in row.missing])
    are = (
        "One gate of an A is"
        if len(row.missing) == 1
        else f"{count(len(row.missing), 'gate').capitalize()} of an A are"
    )
    return f"{are} missing: {named}."


def _answer(question: Gate, answer: GateScore | None) -> Row:
    weight = Cell(str(question.weight))
    if answer is None:
        return Row(
            (
                Cell(question.name),
                weight,
                Cell("not answered yet", tone="grey"),
                Cell(f"4 would be: {question.high}", tone="grey"),
            )
        )
    why = Cell(answer.why) if answer.why else Cell("no reason noted", tone="ochre")
    score = Cell(f"{answer.score} of 4", sign="●" * answer.score + "○" * (4 - answer.score))
    return Row((Cell(question.name), weight, score, why))


# Over -------------------------------------------------------------------------------


def closed_fold(sight: Sight) -> Fold | None:
    """Build the fold of what is over; None where nothing is."""
    found = closed(sight.account, sight.playbook, sight.as_of)
    if not found:
        return None
    since = sight.as_of - datetime.timedelta(sight.playbook.method.priorities.looks_back)
    table = Table(
        "Opportunities that are over",
        columns("Opportunity", "How it ended", "When", ">Worth to us a year", "Why"),
        tuple(_closed(sight, one) for one in found),
    )
    return Fold(f"Over since {sight.day(since)}: {_outcomes(sight, found)}", "", table)


def _outcomes(sight: Sight, found: Sequence[Opportunity]) -> str:
    outcomes = [one.outcome for one in found]
    said = [
        f"{number(outcomes.count(outcome))} {sight.words.within(outcome)}" for outcome in Outcome if outcome in outcomes
    ]
    said += [f"{number(outcomes.count(None))} without an outcome"] if None in outcomes else []
    return ", ".join(said)


def _closed(sight: Sight, one: Opportunity) -> Row:
    serves = sight.initiative(one.for_)
    owner = sight.names.full(one.owner)
    return Row((
        Cell(one.name, second=" · ".join(part for part in (f"for {serves}" if serves else "", owner) if part)),
        Cell(sight.words.say(one.outcome)) if one.outcome
        else Cell("not noted", second="ask: won, lost or dropped?", tone="ochre"),
        Cell(sight.day(one.closed)) if one.closed else Cell("day not noted", tone="grey"),
        Cell(amount(one.worth, sight.currency)) if one.worth is not None else Cell("not known", tone="grey"),
        Cell(prose=one.why) if one.why else Cell("not noted: ask who decided, and what spoke for it", tone="ochre"),
    ))  # fmt: skip
