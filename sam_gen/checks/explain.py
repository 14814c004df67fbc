"""What `sam-gen explain` says: a rule in full, the figures of an account, or one figure with its reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from sam_gen.assess.figures import FIGURES
from sam_gen.checks.codes import READING_CODES, reading_code
from sam_gen.checks.finding import Rule
from sam_gen.checks.rules import BY_CODE
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.problem import quoted
from sam_gen.model.project import Project
from sam_gen.model.words import nearest

_CODES = (*READING_CODES, *BY_CODE)
_SHOWN = 12
"""Names a message lists as known."""


class Unknown(ValueError):
    """A name that stands for nothing; the message offers the nearest one."""

    def __init__(self, what: str, name: str, known: Iterable[str], more: str = "") -> None:
        names = tuple(known)
        guess = nearest(name, names)
        listed = ", ".join(islice(names, _SHOWN)) + (", …" if len(names) > _SHOWN else ".")
        known_ones = f"Known: {listed}" if names else "There is none yet."
        hint = more or (f"Did you mean {guess}?" if guess else known_ones)
        super().__init__(f"There is no {what} {quoted(name)}. {hint}")


# Codes ------------------------------------------------------------------------


def is_code(name: str) -> bool:
    """Whether a name is written as a code is, known or not."""
    return bool(re.fullmatch(r"SAM[\s_-]?\d+", name.strip(), re.ASCII | re.IGNORECASE))


def explain_code(name: str) -> str:
    """Explain a rule or a reading code; raises Unknown."""
    code = re.sub(r"[\s_-]", "", name).upper()
    if code in BY_CODE:
        return _rule(BY_CODE[code])
    if code in READING_CODES:
        return f"{code}: cannot be read\n\n{reading_code(code)}\n\nIt stops every command until the file is mended.\n"
    raise Unknown("code", name, _CODES)


def _rule(rule: Rule) -> str:
    return (
        f"{rule.code}: {rule.name}\n\n"
        f"Why it matters  {rule.why}\n"
        f"What to do      {rule.remedy}\n"
        f"Reads           {', '.join(rule.reads)}\n"
        f"Severity        {rule.severity.value}, unless playbook/models/rules.yml says otherwise\n"
    )


# Figures ----------------------------------------------------------------------


def explain_account(project: Project, name: str) -> str:
    """List the figures of one account with their values today; raises Unknown."""
    account = _account(project, name)
    if account is None:
        raise _neither(project, name)
    figures = {key: named.work(account, project.playbook, project.as_of) for key, named in FIGURES.items()}
    shown = {key: _short(figure) for key, figure in figures.items()}
    wide, long = max(map(len, shown)), max(map(len, shown.values()))
    lines = [f"  {key:<{wide}}  {value:<{long}}  {FIGURES[key].says}" for key, value in shown.items()]
    ask = f"Name one for its reasons: sam-gen explain {account.id} {next(iter(FIGURES))}"
    return "\n".join([f"{account.name}, seen from {project.as_of}", *lines, ask]) + "\n"


def explain_figure(project: Project, account_id: str, name: str) -> str:
    """Explain one figure of one account; raises Unknown."""
    account = _account(project, account_id)
    if account is None:
        turned = account_id in FIGURES and _account(project, name)
        more = f"The account comes first: sam-gen explain {name} {account_id}" if turned else ""
        raise Unknown("account", account_id, (one.id for one in project.accounts), more)
    if name not in FIGURES:
        more = f"A code stands alone: sam-gen explain {name}" if is_code(name) else ""
        raise Unknown("figure", name, FIGURES, more)
    figure, says = FIGURES[name].work(account, project.playbook, project.as_of), FIGURES[name].says
    lines = [
        f"{account.name}, {name}, seen from {project.as_of}: {value_of(figure)}",
        f"{says[:1].upper()}{says[1:]}." + (" ✓ counts toward it, · does not." if figure.because else ""),
        *(f"  {_line(reason)}" for reason in figure.because),
        *([f"Ask: {figure.ask}"] if figure.ask else []),
    ]
    return "\n".join(lines) + "\n"


def _line(reason: Reason) -> str:
    return f"{'✓' if reason.counts else '·'} {reason.text}{f'  {reason.place}' if reason.place else ''}"


def _account(project: Project, name: str) -> Account | None:
    return next((one for one in project.accounts if one.id == name), None)


def _neither(project: Project, name: str) -> Unknown:
    """Say what a single name could have been: a figure asks for its account, anything else for a known name."""
    ids = [one.id for one in project.accounts]
    if name in FIGURES:
        example = ids[0] if ids else "ACCOUNT"
        return Unknown(
            "account", name, (), f"It is a figure; name the account before it: sam-gen explain {example} {name}"
        )
    return Unknown("code, account or figure", name, (*ids, *FIGURES, *_CODES))


def value_of(figure: Figure) -> str:
    """Print the value of a figure; one that is not known is never 0."""
    partly = f" ({round(figure.known * 100)}% of what it needs is known)" if figure.known < 1 else ""
    return _short(figure) if figure.value is None else f"{_short(figure)}{partly}"


def _short(figure: Figure) -> str:
    if figure.value is None:
        return "not known yet"
    space = "" if figure.unit.startswith("%") else " "
    return f"{round(figure.value, 1):g}{space}{figure.unit}"
