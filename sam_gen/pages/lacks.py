"""What the file of an account lacks: its findings, the most severe first, as a section of its overview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.checks.finding import Finding
from sam_gen.checks.rules import BY_CODE
from sam_gen.model.method import Severity
from sam_gen.pages.words import capital, count, number

MOST = 5
"""A longer list is work for `sam-gen check`, not for somebody on the way to a meeting."""

_TONE = {Severity.ERROR: "red", Severity.WARNING: "ochre", Severity.NOTE: "ink"}


@dataclass(frozen=True)
class LackRow:
    """One finding."""

    message: str
    rule: str
    address: str
    place: str
    severity: str
    tone: str


@dataclass(frozen=True)
class Lacks:
    """The section."""

    heading: str
    rows: tuple[LackRow, ...]
    fold: str
    """What the fold of the rest is called; empty where nothing is left."""
    rest: tuple[LackRow, ...]


def lacks(findings: Sequence[Finding]) -> Lacks:
    """Build the section: no rule twice before every rule had its turn, so that five lines show five gaps."""
    rows = tuple(_row(finding) for finding in _spread(findings))
    left = len(rows) - MOST
    fold = f"{capital(number(left))} more, which sam-gen check lists too" if left > 0 else ""
    return Lacks(heading(findings), rows[:MOST], fold, rows[MOST:])


def heading(findings: Sequence[Finding]) -> str:
    """Say how much the file lacks."""
    if not findings:
        return "What the file lacks: nothing that a rule can see"
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    worst = f", {count(errors, 'error')}" if errors else ""
    return f"What the file lacks: {count(len(findings), 'finding')}{worst}"


def _spread(findings: Sequence[Finding]) -> list[Finding]:
    """Put the first finding of each rule before the second of any, as long as both are equally severe."""
    turns: dict[str, int] = {}
    order = []
    for finding in findings:
        turns[finding.code] = turns.get(finding.code, 0) + 1
        order.append((list(_TONE).index(finding.severity), turns[finding.code], finding))
    return [finding for _, _, finding in sorted(order, key=lambda entry: entry[:2])]


def _row(finding: Finding) -> LackRow:
    return LackRow(
        message=finding.message,
        rule=f"{finding.code} {BY_CODE[finding.code].name}",
        address=f"reference/rules/{finding.code.lower()}/",
        place=f"{finding.place.file}:{finding.place.line}",
        severity=finding.severity.value,
        tone=_TONE[finding.severity],
    )
