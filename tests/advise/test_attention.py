"""The list of what needs attention: points worked by hand, and what must never change its order."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from checks.check_cases import cases as rule_cases
from checks.check_cases import found, read
from helpers import example, only
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.advise.attention import Attention, attention, by_owner, first_of_each, ranked, weighed
from sam_gen.checks.check import CODES, check
from sam_gen.checks.finding import Finding
from sam_gen.model.account import Account
from sam_gen.model.method import Severity
from sam_gen.model.place import Place
from sam_gen.model.problem import ReadingProblems

CASES = Path(__file__).parent / "attention.txt"


def cases() -> list[tuple[str, str, list[str]]]:
    blocks = re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    parts = [(block.partition("\n")[0], block.partition("\n")[2].partition("---\n")) for block in blocks]
    return [(title, text, expected.splitlines()) for title, (text, _, expected) in parts]


def listed(text: str) -> tuple[Attention, ...]:
    project = read(text)
    return attention(project.accounts[0], project.playbook, project.as_of)


@pytest.mark.parametrize(("title", "text", "expected"), cases(), ids=[case[0] for case in cases()])
def test_case(title, text, expected):
    rules = set(re.findall(r"SAM\d+", " ".join(expected)))
    shown = [
        f"{one.points} {one.finding.code} {one.finding.owner or '-'} {one.because}"
        for one in listed(text)
        if one.finding.code in rules
    ]
    assert shown == [line for line in expected if not line.startswith("no ")]


def test_a_weight_of_nothing_keeps_a_rule_off_the_list():
    assert not [one for one in listed("name: Acme\nignore: [{rule: SAM101}]\n") if one.finding.code == "SAM405"]


def test_every_weight_is_of_a_rule():
    model = example().playbook.method.attention
    assert {one.code for one in model.rules} <= CODES
    assert len({one.code for one in model.rules}) == len(model.rules)


def test_everybody_of_ours_has_their_part_of_the_whole():
    project = example()
    whole = ranked(one for account in project.accounts for one in attention(account, project.playbook, project.as_of))
    lists = by_owner(whole)
    assert sum(map(len, lists.values())) == sum(one.finding.owner is not None for one in whole)
    assert set(lists) <= {colleague.id for colleague in project.playbook.team}
    for some in lists.values():
        assert [one.points for one in some] == sorted((one.points for one in some), reverse=True)


# What must never change the order ---------------------------------------------------------------

LISTS = {
    "people": [
        "{id: rao, name: Priya Rao, roles: [decider], support: opponent, owner: jon-aas, last_contact: 2026-01-01}",
        "{id: lund, name: Per Lund, roles: [champion], last_contact: 2026-02-01}",
        "{id: berg, name: Elin Berg, roles: [approver]}",
    ],
    "promises": [
        "{what: Gate log, by: jon-aas, to: rao, due: 2026-11-12}",
        "{what: Swap times, by: mira-holm, to: lund, due: 2026-11-10}",
        "{what: A name, to: berg}",
    ],
    "actions": [
        "{what: Ring Kassel, owner: jon-aas, due: 2026-10-01}",
        "{what: Ask legal}",
        "{what: Walk, due: 2026-11-01}",
    ],
    "feedback": ["{date: 2026-06-01, who: rao, wants: A number}", "{date: 2026-07-01, who: lund, wants: A name}"],
    "resources": [
        "{what: A tester, status: missing, due: 2026-11-01}",
        "{what: Money, status: agreed, due: 2026-10-01}",
    ],
}


def file_of(orders: dict[str, list[str]]) -> str:
    lists = (f"{name}:\n" + "".join(f"  - {row}\n" for row in rows) for name, rows in orders.items())
    return "name: Acme\ntier: strategic\nlead: mira-holm\n" + "".join(lists)


SAME = [(one.points, one.finding.code, one.finding.message, one.finding.owner) for one in listed(file_of(LISTS))]


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries({name: st.permutations(rows) for name, rows in LISTS.items()}), st.permutations(list(LISTS))
)
def test_the_order_of_the_file_does_not_change_the_ranking(orders, names):
    shuffled = listed(file_of({name: orders[name] for name in names}))
    assert [(one.points, one.finding.code, one.finding.message, one.finding.owner) for one in shuffled] == SAME


MODEL = example().playbook
DAYS = st.one_of(st.none(), st.integers(-4000, 4000))


def finding(code: str, days: int | None, subject: str = "") -> Finding:
    return Finding(code, Severity.WARNING, "Something.", "", Place("a.yml", 1, 1), subject, "a", "mira-holm", days)


@given(st.sampled_from(sorted(CODES)), st.integers(-4000, 4000), st.integers(1, 4000), st.sampled_from(["", "b", "z"]))
def test_what_is_more_overdue_never_ranks_lower(code, days, more, subject):
    later, earlier = finding(code, days + more, subject), finding(code, days, "k")
    for tier in (None, *MODEL.settings.tiers):
        one, two = (weighed([some], tier, MODEL) for some in (later, earlier))
        if one:
            assert one[0].points >= two[0].points
            assert ranked([*two, *one])[0].finding is later


@given(st.lists(st.tuples(st.sampled_from(sorted(CODES)), DAYS), max_size=12))
def test_points_are_what_the_explanation_adds_up_to(some):
    for one in weighed([finding(code, days) for code, days in some], MODEL.settings.tiers[-1], MODEL):
        signs = [-int(n) if less else int(n) for n, less in re.findall(r"(\d+)( less)? for ", one.because)]
        assert one.points == max(0, sum(signs))


def test_the_account_ends_the_order_where_all_else_is_equal():
    one, two = finding("SAM213", 3), replace(finding("SAM213", 3), account="b")
    assert [x.finding.account for x in ranked(weighed([two, one], None, MODEL))] == ["a", "b"]


# Lines to copy and questions to ask ------------------------------------------------------------------------

FOUND = [(case.account, one) for case in rule_cases() for one in found(case.account) if one.account != ""]
TOP = {info.alias or name for name, info in Account.model_fields.items()}


OTHER_FILE = re.compile(r"^# (a case|[a-z]+$)", re.MULTILINE)
"""What begins another file than the account's in a case."""


def test_a_line_to_copy_can_be_read_where_it_goes():
    """A line for the top of the file is appended there; a line for a record has one field with a plain value."""
    tried = set()
    for text, one in FOUND:
        if not one.line:
            continue
        keys = yaml.safe_load(one.line)
        assert isinstance(keys, dict), one.line
        (key, *rest) = keys
        if key in TOP and not rest and f"\n{key}:" not in f"\n{text}" and not OTHER_FILE.search(text):
            try:
                read(f"{text}{one.line}\n")
            except ReadingProblems as problems:
                pytest.fail(f"{one.code}: {one.line}\n{problems.problems}\n{text}")
            tried.add(one.code)
    assert len(tried) >= 12, tried


def test_a_question_names_whom_it_is_for_and_nobody_who_has_left():
    project = example()
    team = {colleague.name for colleague in project.playbook.team}
    for one in check(project):
        if one.ask:
            account = next(account for account in project.accounts if account.id == one.account)
            there = {person.name for person in account.people if not person.gone(project.as_of)}
            whom = [name for name in there | team if one.ask.startswith(f"{name}, ")]
            assert whom, one.ask
            assert one.ask.endswith("?"), one.ask
            assert "None" not in one.ask


def test_whoever_acts_is_one_of_us():
    project = example()
    team = {colleague.id for colleague in project.playbook.team}
    assert all(one.owner in team for one in check(project) if one.account)


def test_days_grow_with_the_calendar():
    project = read("name: Acme\nlead: mira-holm\npromises: [{what: Gate log, by: jon-aas, due: 2026-11-12}]\n")
    account, day = project.accounts[0], project.as_of

    def points(later: int) -> int:
        seen = attention(account, project.playbook, day + datetime.timedelta(later))
        return next(one.points for one in seen if one.finding.code == "SAM213")

    assert [points(later) for later in (0, 1, 21, 22, 23)] == [98, 99, 119, 120, 120]


def test_the_first_lines_each_speak_of_another_record():
    account = """\
name: Acme
lead: mira-holm
people: [{id: lund, name: Per Lund, roles: [decider]}, {id: rao, name: Priya Rao, roles: [decider], owner: jon-aas}]
contacts: [{date: 2025-01-10, ours: [jon-aas], theirs: [lund]}]
sponsors: [{ours: jon-aas, theirs: lund, every: 90}]
"""
    project, read = only(account)
    found = attention(read, project.playbook, project.as_of)
    subjects = [one.finding.subject for one in first_of_each(found, 5)]
    assert sorted(subjects) == sorted(one.finding.subject for one in found)
    first = subjects[:5]
    about_lund = [one for one in first if one in ("people/lund", "sponsors/jon-aas-lund")]
    assert len(about_lund) == 1
    assert len([one for one in subjects if one in ("people/lund", "sponsors/jon-aas-lund")]) > 1
