"""Evidence debt, worked by hand, and what one changed line moves."""

from __future__ import annotations

import datetime

import pytest
from assess.figure_cases import Case, account_of, cases
from helpers import day
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.assess.evidence_debt import Rests, debt
from sam_gen.assess.figures import FIGURES
from sam_gen.model.people import PersonStatus

TODAY = day("2026-11-20")


def shown(text: str) -> str:
    playbook, account = account_of(text)
    found = debt(account, playbook, TODAY)
    value = found.figure.value
    return f"{'not known' if value is None else f'{value:.0f}'} of {len(found.claims)}"


@pytest.mark.parametrize("case", cases("evidence_debt"), ids=lambda case: case.title)
def test_case(case: Case):
    assert shown(case.text) == case.expected["debt"]


FILE = """\
name: Acme
tier: strategic
lead: mira-holm
as_of: 2026-11-20
people:
  - {id: rao, name: Priya Rao, roles: [decider], owner: jon-aas, support: {value: neutral, as_of: 2026-11-20}}
  - {id: lund, name: Per Lund, status: left}
initiatives: [{id: paperless, name: No paper, basis: observed, as_of: 2026-11-20, who: lund}]
objectives: [{name: Two sites live, for: paperless}]
"""


def test_one_line_moves_exactly_the_expected_points():
    playbook, account = account_of(FILE)
    before = debt(account, playbook, TODAY)
    assert before.figure.value == 5
    _, later = account_of(FILE.replace("basis: observed", "basis: assumed"))
    after = debt(later, playbook, TODAY)
    assert after.figure.value == 9
    moved = [(a.rests, b.points - a.points) for a, b in zip(before.claims, after.claims, strict=True) if a != b]
    assert moved == [(Rests.INITIATIVE, 4)]


def test_who_is_asked_is_there():
    playbook, account = account_of(FILE.replace("basis: observed", "basis: assumed"))
    gone = {person.key for person in account.people if person.status is PersonStatus.LEFT}
    found = debt(account, playbook, TODAY)
    assert [(one.whom, one.owner) for one in found.owed] == [(None, "jon-aas"), (None, None)]
    assert not gone & {one.whom for one in found.claims}


WEIGHT = """\
name: Acme
tier: strategic
as_of: 2026-11-20
people:
  - {id: rao, name: Priya Rao, roles: [decider], level: director, owner: jon-aas, last_contact: 2026-11-01,
     support: {value: neutral, as_of: 2026-11-20}, influence: {value: 9, as_of: 2026-11-20}}
  - {id: lund, name: Per Lund, level: manager, owner: mira-holm, last_contact: 2026-11-01, support: supporter}
"""


@pytest.mark.parametrize(
    ("old", "new", "whom"),
    [
        ("", "", ["rao", "lund"]),
        ("level: manager", "level: board", ["rao", None]),
        ("support: supporter", "support: neutral", ["rao", None]),
        ("owner: mira-holm, last_contact: 2026-11-01", "owner: mira-holm, last_contact: 2025-11-01", ["rao", None]),
        ("owner: jon-aas, last_contact: 2026-11-01", "owner: jon-aas", ["lund", "lund"]),
        ("level: manager", "reports_to: rao", ["rao", "lund"]),
    ],
)
def test_nobody_is_asked_how_much_they_weigh(old, new, whom):
    """Influence is asked of who is beside or below, for us and in touch; so is the stand of somebody never met."""
    assert old in WEIGHT
    playbook, account = account_of(WEIGHT.replace(old, new) if old else WEIGHT)
    found = debt(account, playbook, TODAY).claims
    assert [(one.rests, one.whom) for one in found[:2]] == list(
        zip((Rests.SUPPORT, Rests.INFLUENCE), whom, strict=True)
    )


@given(st.integers(0, 800), st.integers(0, 800))
def test_debt_only_grows_while_nobody_asks(first, more):
    playbook, account = account_of(FILE) if not _READ else _READ[0]
    _READ.append((playbook, account))

    def owed(days: int) -> float:
        return debt(account, playbook, TODAY + datetime.timedelta(days)).figure.value or 0.0

    assert owed(first) <= owed(first + more)


_READ: list = []


def test_it_can_be_explained():
    playbook, account = account_of(FILE)
    figure = FIGURES["evidence_debt"].work(account, playbook, TODAY)
    assert figure.value == sum(int(reason.text.rpartition(" ")[2]) for reason in figure.because)
    assert all(reason.place for reason in figure.because)
