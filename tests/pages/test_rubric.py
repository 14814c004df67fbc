"""The rubric on a coaching page: its lines, and what the account's own file says to each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import as_html, elements, example, only, text_of

from sam_gen.model.project import Project
from sam_gen.model.review import PlanCriterion, PlanSide
from sam_gen.pages.blocks import Sight
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.rubric import Rubric, rubric
from sam_gen.pages.rubric_said import loudest

FULL = """\
name: Acme
lead: mira-holm
as_of: 2026-11-18
initiatives:
  - {id: nights, name: Quiet nights, owner: rao, due: 2027-01-01, basis: client_confirmed, who: rao, as_of: 2026-10-01,
     evidence: She said so}
  - {id: paper, name: No paper}
people:
  - {id: rao, name: Priya Rao, roles: [decider], owner: mira-holm, last_contact: 2026-11-01}
  - {id: lund, name: Per Lund, roles: [approver]}
  - {id: sand, name: Ida Sand, support: opponent, owner: jon-aas, last_contact: 2026-01-10}
objectives:
  - {name: Two sites live, for: nights, client_gets: 2 h less, owner: rao, measures: [{name: Hours, baseline: 9}]}
  - {name: No paper at gate 2, owner: mira-holm}
opportunities:
  - {name: Night desk, class: A}
  - {name: Gate scales}
  - {name: Yard wall, outcome: dropped, closed: 2026-09-01}
risks:
  - {what: Lund leaves, trigger: He sells his boat, owner: jon-aas, response: Meet his deputy}
  - {what: The gate floods}
actions:
  - {what: Open the gate, owner: people/lund, due: 2026-11-02}
  - {what: Price the nights, owner: jon-aas}
validation: [{date: 2026-11-10, who: rao, changed: [The date of gate 2]}]
position: {evidence: [
  {indicator: found-it-themselves, basis: observed, as_of: 2026-10-01, who: rao, evidence: Seen},
  {indicator: process-rebuilt, basis: observed, as_of: 2026-11-01, who: rao, evidence: Seen}]}
"""


def of(text: str) -> Rubric:
    found = rubric(Sight.of(*only(text)))
    assert found is not None
    return found


def said(text: str, name: str) -> tuple[str, str]:
    row = next(row for row in of(text).table.rows if row.cells[0].text == name)
    return row.cells[1].text, row.cells[1].second.rpartition(" · ")[0]


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        (
            "Their aims",
            "Two initiatives of theirs: one with an owner there, one with a day; one confirmed by the client, "
            "one only assumed.",
            "No owner there: No paper",
        ),
        (
            "Where we stand",
            "All two signs seen still tell something, from one person of theirs.",
            "The oldest: 1 Oct, 50 d ago · All from one voice: Priya Rao, two",
        ),
        (
            "Who decides",
            "Decides or approves: Priya Rao (M. Holm) and Per Lund (nobody of ours). Against us: Ida Sand (J. Aas).",
            "Never met: Per Lund · Last talk too old: Ida Sand",
        ),
        (
            "Gain on both sides",
            "Two open objectives: one with what the client gets, one with a measure and its value before, "
            "one with an owner of theirs.",
            "No measured beginning: No paper at gate 2",
        ),
        (
            "What we leave",
            "Two open opportunities: one A, none B, none C, one not judged.",
            "Given up or lost: Yard wall (dropped)",
        ),
        (
            "Risks",
            "Two open risks: one with a first sign, one with somebody who watches, one with what is then done.",
            "No first sign: The gate floods",
        ),
        (
            "Steps",
            "Two open steps: one with owner and day, one theirs, one late.",
            "Theirs and late: Open the gate (P. Lund)",
        ),
        ("Read by the client", "Priya Rao, Tue 10 Nov, 10 d ago: changed one thing.", "The date of gate 2"),
    ],
)
def test_each_line_says_what_the_file_answers(name, text, names):
    assert said(FULL, name) == (text, names)


@pytest.mark.parametrize(
    ("old", "new", "text", "names"),
    [
        (
            "support: opponent",
            "support: doubter",
            "Decides or approves: Priya Rao (M. Holm) and Per Lund (nobody of ours). Against us: nobody known. "
            "In doubt: Ida Sand (J. Aas).",
            "Never met: Per Lund · Last talk too old: Ida Sand",
        ),
        (
            "roles: [approver]",
            "support: doubter, roles: [approver]",
            "Decides or approves: Priya Rao (M. Holm) and Per Lund (nobody of ours). Against us: Ida Sand (J. Aas). "
            "In doubt: Per Lund (nobody of ours).",
            "Never met: Per Lund · Last talk too old: Ida Sand",
        ),
    ],
)
def test_who_doubts_us_stands_beside_who_is_against_us(old, new, text, names):
    assert old in FULL
    assert said(FULL.replace(old, new), "Who decides") == (text, names)


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("process-rebuilt, basis: observed", "process-rebuilt, answer: no, basis: observed",
         "One sign seen still tells something, from one person of theirs; one looked for and not found."),
        ("process-rebuilt, basis: observed", "process-rebuilt, basis: assumed",
         "One sign seen still tells something, from one person of theirs; one only assumed."),
        ("as_of: 2026-10-01, who: rao, evidence: Seen", "as_of: 2021-10-01, evidence: Seen",
         "One of two signs seen still tells something, from one person of theirs."),
    ],
)  # fmt: skip
def test_a_sign_that_nobody_found_is_no_sign_of_where_we_stand(old, new, text):
    assert old in FULL
    assert said(FULL.replace(old, new), "Where we stand")[0] == text


def test_signs_looked_for_in_vain_alone_are_no_voice_of_theirs():
    bare = FULL.replace("basis: observed, as_of", "answer: no, basis: observed, as_of")
    assert said(bare, "Where we stand") == ("Nobody has seen a sign; two looked for and not found.", "")


def test_a_late_step_of_somebody_who_has_left_says_so():
    gone = FULL.replace("{id: lund, name: Per Lund", "{id: lund, status: left, name: Per Lund")
    assert said(gone, "Steps")[1] == "Theirs and late: Open the gate (P. Lund, who has left)"


def test_every_answer_names_its_lines():
    sources = [row.cells[1].second.rpartition(" · ")[2] for row in of(FULL).table.rows]
    assert all(source.startswith("accounts/a.yml:") for source in sources), sources


def test_a_file_with_a_name_alone_says_nothing_and_earns_no_mark():
    found = of("name: Acme\n")
    assert found.heading == "Eight lines to judge this plan by: nothing on file for eight lines"
    assert [row.cells[1].tone for row in found.table.rows] == ["ochre"] * 8
    assert not any(row.cells[1].second for row in found.table.rows)


def test_one_silent_line_is_named():
    only_one = FULL.replace("risks:\n", "").replace(
        "  - {what: Lund leaves, trigger: He sells his boat, owner: jon-aas, response: Meet his deputy}\n"
        "  - {what: The gate floods}\n",
        "",
    )
    assert of(only_one).heading == "Eight lines to judge this plan by: nothing on file for “Risks”"


def test_a_line_of_the_companys_own_is_printed_without_an_answer():
    project, account = only(FULL)
    bare = project.playbook.method.review.rubric[0].model_copy(update={"looks_at": None})
    found = rubric(Sight.of(with_rubric(project, bare), account))
    assert found is not None
    assert found.heading == "One line to judge this plan by"
    assert found.table.rows[0].cells[1].text == "not worked out: look for yourselves"
    assert rubric(Sight.of(with_rubric(project), account)) is None


def with_rubric(project: Project, *lines: PlanCriterion) -> Project:
    method = project.playbook.method
    own = replace(method, review=method.review.model_copy(update={"rubric": lines}))
    return replace(project, playbook=replace(project.playbook, method=own))


def test_the_example_asks_for_every_side_once_and_prints_all_of_it():
    lines = example().playbook.method.review.rubric
    assert sorted(one.looks_at for one in lines if one.looks_at) == sorted(PlanSide)
    page = as_html(coaching_page(example(), example().accounts[0]))
    fold = next(one for one in elements(page) if one.tag == "details" and "s-details--printed" in str(one.attributes)
                and "earns 0, 1 and 2" in one.text)  # fmt: skip
    assert all(anchor in text_of(page) for one in lines for anchor in one.anchors)
    assert "open" not in fold.attributes


@pytest.mark.parametrize(
    ("voices", "said"),
    [
        (["rao", "rao", "lund"], "Most from one voice: Priya Rao, two"),
        (["rao", "rao", "lund", "lund"], ""),
        (["rao", "lund"], ""),
        (["rao", "rao", "lund", "sand", "a"], ""),
        (["rao", "rao", "", "", ""], ""),
        (["rao", "rao"], "All from one voice: Priya Rao, two"),
    ],
)
def test_one_voice_is_named_only_where_it_leads_alone_with_half_of_all(voices, said):
    names = {"rao": "Priya Rao", "lund": "Per Lund"}
    assert loudest([names.get(who, who) for who in voices]) == said
