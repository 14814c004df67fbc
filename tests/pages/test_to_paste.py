"""The line of a finding: pasted where the page says, the file reads; the key is in it once."""

from __future__ import annotations

import re

import pytest
from helpers import only

from sam_gen.advise.attention import attention
from sam_gen.checks.finding import Finding
from sam_gen.model.method import Severity
from sam_gen.pages.attention import account_attention, own_attention
from sam_gen.pages.to_paste import to_paste

BARE = """\
name: Acme
lead: mira-holm
tier: key
people:
  - {id: lund, name: Per Lund, roles: [decider], owner: jon-aas, last_contact: 2024-01-10, support: mentor}
  - {id: rao, name: Priya Rao, roles: [decider], owner: jon-aas, last_contact: 2026-11-10, support: mentor}
"""
FULL = f"""{BARE}contacts:
  - {{date: 2026-11-10, ours: [mira-holm], theirs: [rao]}}
meetings:
- date: 2027-01-12
  what: Floors
  ours: [mira-holm]
  theirs: [rao]
validation:
  - {{date: 2024-01-10, who: rao}}
initiatives:
  - name: No paper
    owner: lund
    voices:
      - {{person: rao, stand: for}}
"""


def pasted(text: str, line: str, where: str) -> str:
    at, rows = re.search(r":(\d+)", where), text.splitlines()
    start = int(at[1]) - 1 if at else len(rows)
    return "\n".join([*rows[:start], *line.splitlines(), *rows[start:], ""])


def finding(account, line: str, subject: str = "") -> Finding:
    return Finding("SAM107", Severity.WARNING, "", "", account.place, subject, line=line)


@pytest.mark.parametrize("text", [BARE, FULL])
def test_what_the_rules_give_to_copy_can_be_pasted_where_it_says(text):
    project, account = only(text)
    found = [one.finding for one in attention(account, project.playbook, project.as_of) if "\n" in one.finding.line]
    assert {one.line.partition(":")[0] for one in found} >= {"contacts", "validation"}
    for one in found:
        there = f"{one.line.partition(':')[0]}:\n" in text
        where, line = to_paste(account, one)
        assert where.startswith("In accounts/a.yml:" if there else "At the end of accounts/a.yml")
        assert there == line.lstrip().startswith("- ")
        assert only(pasted(text, line, where))


VOICE = "voices:\n  - {person: lund, stand: for}"
SIGN = "position:\n  evidence:\n    - {indicator: plan-shown}"
EVIDENCE = "position:\n  evidence:\n    - {indicator: no-tender}\n"


@pytest.mark.parametrize(
    ("more", "line", "where", "pastes"),
    [
        ("", VOICE, "In accounts/a.yml:20, where voices: begins", "      - {person: lund, stand: for}"),
        (EVIDENCE, SIGN, "In accounts/a.yml:23, where evidence: begins", "    - {indicator: plan-shown}"),
        ("position: {own_view: basic}\n", SIGN, "In accounts/a.yml:21", "evidence:\n  - {indicator: plan-shown}"),
        ("", SIGN, "At the end of accounts/a.yml", SIGN),
        ("feedback: [{date: 2026-11-10, said: Well}]\n", "feedback:\n  - {said: No}",
         "In accounts/a.yml:21, where feedback: begins", "- {said: No}"),
        ("feedback:\n", "feedback:\n  - {said: No}", "In accounts/a.yml:21", "feedback:\n  - {said: No}"),
        ("", "owner: jon-aas", "In accounts/a.yml:1", "owner: jon-aas"),
    ],
)  # fmt: skip
def test_an_entry_goes_to_its_list_however_deep(more, line, where, pastes):
    _, account = only(FULL + more)
    assert to_paste(account, finding(account, line, "initiatives/no-paper")) == (where, pastes)


def test_a_list_shown_whole_keeps_the_order_of_its_points():
    project, account = only(FULL)
    found = attention(account, project.playbook, project.as_of)[:5]
    twice = (found[0], *found[:4])
    assert [row.points for row in own_attention(project, twice, {}).rows] == [str(one.points) for one in twice]
    assert [row.what for row in account_attention(project, (*twice, found[4])).rows][1] != found[0].finding.message
