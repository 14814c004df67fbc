"""`Rule` and `Finding`: what is looked at, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sam_gen.checks.facts import Facts
from sam_gen.model.method import Severity
from sam_gen.model.place import Place
from sam_gen.model.problem import Problem


@dataclass(frozen=True)
class Hit:
    """One place where a rule fires, before its severity is known."""

    message: str
    """What is the case, in one sentence with this account's names, numbers and dates."""
    place: Place
    subject: str = ""
    """The record it is about, as list/id; empty for the whole account."""
    owner: str | None = None
    """Who of ours acts; None: the owner of the record or the person, else the lead. A bare id."""
    days: int | None = None
    """Days it is late, or, below 0, days it still lies ahead; None where no day speaks."""
    line: str = ""
    """The YAML to copy, true for the ids of this account; empty where only the team can know."""
    ask: str = ""
    """A question to say aloud to somebody it names."""


Judge = Callable[[Facts], Iterator[Hit]]


@dataclass(frozen=True)
class Rule:
    """One rule: its texts are data, its judgement a pure function of the facts of one account."""

    code: str
    """`SAM1xx` to `SAM6xx`; it never changes its meaning."""
    name: str
    reads: tuple[str, ...]
    """The fields it looks at, from the account on: `people.owner`."""
    why: str
    """The consequence if nobody acts."""
    remedy: str
    """The two honest ways out."""
    judge: Judge
    lesson: str = ""
    """The id of the lesson that teaches it; shown only where there is such a lesson."""
    severity: Severity = Severity.WARNING
    """How loudly it speaks where playbook/models/rules.yml says nothing."""


def rule(
    code: str,
    name: str,
    *,
    reads: tuple[str, ...],
    why: str,
    remedy: str,
    lesson: str = "",
    severity: Severity = Severity.WARNING,
) -> Callable[[Judge], Rule]:
    """Make a Rule of the function below it."""
    return lambda judge: Rule(code, name, reads, why, remedy, judge, lesson, severity)


@dataclass(frozen=True)
class Finding:
    """What a rule found at one place."""

    code: str
    severity: Severity
    message: str
    remedy: str
    place: Place
    subject: str = ""
    account: str = ""
    """The id of the account; empty for a finding about the playbook."""
    owner: str | None = None
    """The id of whoever of ours acts; None where the account has no lead either."""
    days: int | None = None
    """Days it is late; below 0 it lies ahead."""
    line: str = ""
    """The YAML to copy."""
    ask: str = ""
    """The question to ask, to somebody it names."""

    @classmethod
    def of(cls, rule: Rule, severity: Severity, hit: Hit, account: str = "", owner: str | None = None) -> Finding:
        """Join a rule with one of its hits; who acts is the hit's word, else the given one."""
        return cls(
            code=rule.code,
            severity=severity,
            message=hit.message,
            remedy=rule.remedy,
            place=hit.place,
            subject=hit.subject,
            account=account,
            owner=hit.owner or owner,
            days=hit.days,
            line=hit.line,
            ask=hit.ask,
        )

    @classmethod
    def from_problem(cls, problem: Problem) -> Finding:
        """Show a reading problem in the form of a finding, so that every format can print both."""
        return cls(problem.code, Severity.ERROR, problem.message, problem.remedy, problem.place)
