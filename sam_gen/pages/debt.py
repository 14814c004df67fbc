"""Evidence debt on the pages: the claims to renew, how much rests on each, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.assess.evidence_debt import Debt, Owed, Rests, debt
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.parts import Names
from sam_gen.pages.tables import Cell, Row, Table, columns, told
from sam_gen.pages.words import capital, count, day, number

_ROWS = 6
"""Claims an overview lists; the heaviest carry most of the debt."""


@dataclass(frozen=True)
class DebtBlock:
    """What the section shows."""

    said: str
    table: Table
    more: str


def debt_block(project: Project, account: Account, names: Names) -> DebtBlock:
    """Build the part of “What the file lacks” that speaks of old and assumed claims."""
    found = debt(account, project.playbook, project.as_of)
    owed = found.owed
    rows = tuple(_row(project, one, names) for one in owed[:_ROWS])
    left = len(owed) - _ROWS
    more = f"{capital(number(left))} more: sam-gen explain {account.id} evidence_debt" if left > 0 else ""
    return DebtBlock(_said(found), Table("Claims to renew", columns("Claim", "Why", "Ask", ">Points"), rows), more)


def _said(found: Debt) -> str:
    """Say how much is owed, for no claim, none owed, one and many."""
    if found.figure.value is None:
        return f"Evidence debt: not known yet. Ask: {found.figure.ask}"
    if not found.owed:
        total = len(found.claims)
        what = "The one claim" if total == 1 else f"All {number(total)} claims"
        return f"Evidence debt: 0. {what} that something rests on {'counts' if total == 1 else 'count'}."
    expired = sum(one.expired for one in found.owed)
    assumed = len(found.owed) - expired
    parts = [f"{number(expired)} {'has' if expired == 1 else 'have'} expired" if expired else ""]
    parts += [f"{number(assumed)} {'is' if assumed == 1 else 'are'} assumed" if assumed else ""]
    what = " and ".join(part for part in parts if part)
    points = f"{found.figure.value:.0f} {'point' if found.figure.value == 1 else 'points'}"
    return f"Evidence debt: {points}. Of {count(len(found.claims), 'claim')} that something rests on, {what}."


def _row(project: Project, one: Owed, names: Names) -> Row:
    since = f", {day(one.day, project.as_of)}" if one.day else ", no day"
    state = f"expired{since}" if one.expired else f"assumed{since}"
    whom = names.their(one.whom) if one.whom else ""
    by = names.full(one.owner) if one.owner else ""
    asks = Cell(whom, second=by) if whom else told(by, "nobody named yet", "ochre")
    if one.rests is Rests.INFLUENCE and not whom:
        asks = Cell("nobody beside or below them is for us and in touch", second=by, tone="ochre")
    return Row((Cell(one.what, second=one.rests.value), Cell(state), asks, Cell(str(one.points))))
