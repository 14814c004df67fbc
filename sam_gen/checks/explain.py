"""What `sam-gen explain` says: a rule in full, or a figure with its reasons and their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sam_gen.assess.people import backing, in_touch, standings
from sam_gen.checks.codes import READING_CODES, reading_code
from sam_gen.checks.finding import Rule
from sam_gen.checks.rules import BY_CODE
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure
from sam_gen.model.project import Project
from sam_gen.model.words import nearest

_FIGURES: Mapping[str, Callable[[Project, Account], Figure]] = {
    "backing": lambda project, account: backing(standings(account, project.playbook, project.as_of)),
    "in_touch": lambda project, account: in_touch(standings(account, project.playbook, project.as_of)),
}
FIGURES: tuple[str, ...] = tuple(_FIGURES)
"""The figures that can be explained."""


class Unknown(ValueError):
    """A name that stands for nothing; the message offers the nearest one."""

    def __init__(self, what: str, name: str, known: tuple[str, ...]) -> None:
        guess = nearest(name, known)
        listed = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
        hint = f"Did you mean {guess}?" if guess else f"Known: {listed or 'none yet'}."
        super().__init__(f"There is no {what} {name!r}. {hint}")


def explain_code(name: str) -> str:
    """Explain a rule or a reading code; raises Unknown."""
    code = name.upper()
    if code in BY_CODE:
        return _rule(BY_CODE[code])
    if code in READING_CODES:
        return f"{code}: cannot be read\n\n{reading_code(code)}\n\nIt stops every command until the file is mended.\n"
    raise Unknown("code", name, (*READING_CODES, *BY_CODE))


def _rule(rule: Rule) -> str:
    return (
        f"{rule.code}: {rule.name}\n\n"
        f"Why it matters  {rule.why}\n"
        f"What to do      {rule.remedy}\n"
        f"Reads           {', '.join(rule.reads)}\n"
        f"Severity        {rule.severity.value}, unless playbook/models/rules.yml says otherwise\n"
    )


def explain_figure(project: Project, account_id: str, name: str) -> str:
    """Explain one figure of one account; raises Unknown."""
    account = next((one for one in project.accounts if one.id == account_id), None)
    if account is None:
        raise Unknown("account", account_id, tuple(one.id for one in project.accounts))
    if name not in _FIGURES:
        raise Unknown("figure", name, FIGURES)
    figure = _FIGURES[name](project, account)
    lines = [f"{account.name}, {name}, seen from {project.as_of}: {value_of(figure)}"]
    if figure.ask:
        lines.append(f"Ask: {figure.ask}")
    lines += [f"  {reason.text}{f'  {reason.place}' if reason.place else ''}" for reason in figure.because]
    return "\n".join(lines) + "\n"


def value_of(figure: Figure) -> str:
    """Print the value of a figure; one that is not known is never 0."""
    if figure.value is None:
        return "not known yet"
    partly = f" ({round(figure.known * 100)}% of what it needs is known)" if figure.known < 1 else ""
    return f"{figure.value:g} {figure.unit}{partly}"
