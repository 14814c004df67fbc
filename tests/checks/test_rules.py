"""What each rule finds: cases as files, the words of every message, and what ignores and settings change."""

from __future__ import annotations

import datetime
import re

import pytest
from checks.check_cases import CASES, Case, cases, found, read, shown
from helpers import PLAYBOOK, day, example
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.checks import (
    care,
    content,
    content_checks,
    content_lessons,
    content_names,
    content_tools,
    contracts,
    hygiene,
    money,
    open_items,
    people,
    plan,
    position,
    posts,
    progress,
    ties,
    voice,
)
from sam_gen.checks.check import ABOUT_IGNORES, CODES, LOUDNESS, check, check_account, severity, visible
from sam_gen.checks.finding import Rule
from sam_gen.checks.reads import fields
from sam_gen.checks.rules import BY_CODE, GROUPS, RULES
from sam_gen.model.curriculum import FACTORS
from sam_gen.model.method import Severity
from sam_gen.model.record import Audience

ALL = cases()
NAMES = {rule.code: rule.name for rule in RULES}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.code}: {case.title}")
def test_case(case: Case):
    assert shown(found(case.account, case.code)) == list(case.expected)


@pytest.mark.parametrize("code", NAMES)
def test_every_rule_fires_and_is_silent_somewhere(code):
    own = [case for case in ALL if case.code == code]
    assert any(case.expected for case in own)
    assert any(not case.expected for case in own)


def test_no_case_file_without_a_rule():
    assert {path.stem for path in CASES.iterdir()} == set(NAMES)


# Texts ------------------------------------------------------------------------


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_texts_keep_their_budget(rule):
    assert 0 < words(rule.name) <= 8
    assert 0 < words(rule.why) <= 35
    assert 0 < words(rule.remedy) <= 45
    for text in (rule.why, rule.remedy):
        assert text.endswith((".", "?")), text
        assert not FORBIDDEN.search(text), text
    assert len(re.findall(r"[.?](?: |$)", rule.remedy)) >= 2, "a remedy has two ways out"


FORBIDDEN = re.compile(r"\b(please|invalid|should|must|ensure|simply|just)\b|!|  ", re.IGNORECASE)
MESSAGES = [(one.code, one.message) for case in ALL for one in found(case.account)]
MESSAGES += [(one.code, one.message) for one in check(example())]


def test_messages_keep_their_budget():
    for code, message in MESSAGES:
        assert words(message) <= 30, message
        assert message.endswith("."), message
        assert message[0].isupper() or not message[0].isascii(), message
        assert not FORBIDDEN.search(message), message
        assert "None" not in message.replace("None of", ""), message
        assert code in CODES


def test_long_names_are_cut():
    long = "Directorate for the very long and winding road of internal and external harmonisation of affairs " * 2
    account = f"""\
name: {long}
tier: strategic
people:
  - {{id: rao, name: {long}, title: {long}, roles: [decider], status: left}}
  - {{id: lund, name: {long}, title: {long}, roles: [decider], reports_to: rao, last_contact: 2020-01-01}}
actions: [{{what: {long}, owner: lund, due: 2026-01-01}}]
promises: [{{what: {long}, by: lund, to: lund, due: 2026-01-01}}]
opportunities: [{{name: {long}, class: A}}]
"""
    for one in found(account):
        assert len(one.message) < 300
        assert words(one.message) <= 50


def test_rules_are_in_order_and_in_their_group():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert {code[:4] for code in codes} == set(GROUPS)
    families = {
        "SAM1": (people, posts, ties),
        "SAM2": (plan, open_items, progress),
        "SAM3": (care, voice, contracts),
        "SAM4": (hygiene, content, content_lessons, content_checks, content_tools, content_names),
        "SAM5": (position,),
        "SAM6": (money,),
    }
    for prefix, modules in families.items():
        declared = {value.code for one in modules for value in vars(one).values() if isinstance(value, Rule)}
        assert declared == {code for code in codes if code.startswith(prefix)}, "a rule is in no list"


def test_there_are_enough_rules_to_cover_the_file():
    assert len(RULES) >= 60


def test_a_lesson_is_called_by_its_factor():
    for rule in RULES:
        assert not rule.lesson or rule.lesson.partition("-")[0] in FACTORS, f"{rule.code} names {rule.lesson}"


# Fields -----------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_field_a_rule_reads_exists(rule):
    assert rule.reads
    for path in rule.reads:
        assert fields(path), path


def test_what_an_edition_hides_is_not_missing():
    assert visible(BY_CODE["SAM302"], Audience.SHARED)
    assert not visible(BY_CODE["SAM105"], Audience.SHARED)
    assert all(visible(rule, Audience.INTERNAL) for rule in RULES)
    project = read("name: Acme\npeople: [{name: Priya Rao, roles: [decider]}]\n")
    codes = {one.code for one in check_account(project.accounts[0], project.playbook, project.as_of, Audience.SHARED)}
    assert "SAM105" not in codes
    assert "SAM302" in codes


# Ignores ----------------------------------------------------------------------

BUSY = """\
name: Acme
tier: strategic
people:
  - {id: rao, name: Priya Rao, roles: [decider]}
  - {id: lund, name: Per Lund, roles: [champion], last_contact: 2026-01-01}
  - {id: post, name: Vacant, status: vacant, since: 2026-01-01}
initiatives: [{id: paperless, name: Night shift without paper}]
objectives: [{name: Two sites live}, {name: Three sites live}]
actions: [{what: Walk the night shift, due: 2026-11-01}, {what: Ring Kassel}]
promises: [{what: Gate log}]
risks: [{what: No tender}]
opportunities: [{name: Four more sites, class: A}]
"""
BEFORE = found(BUSY)
CAN_BE_IGNORED = [one for one in BEFORE if one.subject]


def key(one):
    return one.code, one.subject, one.message


@pytest.mark.parametrize("one", CAN_BE_IGNORED, ids=lambda one: f"{one.code} {one.subject}")
@pytest.mark.parametrize("bare", [False, True])
def test_an_ignore_takes_out_exactly_that_finding(one, bare):
    on = one.subject.partition("/")[2] if bare else one.subject
    ignore = f"ignore: [{{rule: {one.code}, on: {on}, why: Known., until: 2027-01-01}}]\n"
    after = found(BUSY + ignore)
    assert {key(other) for other in BEFORE} - {key(other) for other in after} == {key(one)}
    assert len(after) == len(BEFORE) - 1


@pytest.mark.parametrize("code", sorted({one.code for one in BEFORE}))
def test_an_ignore_without_a_record_takes_out_the_rule(code):
    after = found(f"{BUSY}ignore: [{{rule: {code}, why: Known., until: 2027-01-01}}]\n")
    gone = {key(one) for one in BEFORE} - {key(one) for one in after}
    assert gone == {key(one) for one in BEFORE if one.code == code}


def test_an_expired_ignore_hides_nothing():
    ignore = "ignore: [{rule: SAM101, why: Known., until: 2026-11-20}]\n"
    assert {one.code for one in found(BUSY + ignore)} == {one.code for one in BEFORE} | {"SAM401"}


@pytest.mark.parametrize("code", sorted(ABOUT_IGNORES))
def test_rules_about_ignores_cannot_be_ignored(code):
    text = f"name: Acme\nignore: [{{rule: SAM199}}, {{rule: SAM101, until: 2020-01-01}}, {{rule: {code}}}]\n"
    assert found(text, code)


# Settings ---------------------------------------------------------------------


def test_severity_of_company_and_tier():
    rules = "  - {code: SAM101, severity: error, tiers: [{tier: candidate, severity: 'off'}]}\n"
    rules += "  - {code: SAM102, tiers: [{tier: key, severity: note}]}\n"

    def loud(tier: str, code: str) -> list[str]:
        return [one.severity.value for one in found(f"name: Acme\n{tier}", code, rules=rules)]

    assert loud("", "SAM101") == ["error"]
    assert loud("tier: key\n", "SAM101") == ["error"]
    assert loud("tier: candidate\n", "SAM101") == []
    assert loud("tier: key\n", "SAM102") == ["note"]
    assert loud("tier: strategic\n", "SAM102") == ["warning"]
    assert severity(BY_CODE["SAM208"], "key", None) is Severity.NOTE


def test_a_setting_for_no_rule_is_a_finding():
    one = found("name: Acme\n", "SAM403", rules="  - {code: SAM10l, severity: error}\n")[0]
    assert (one.place.file, one.place.line) == ("playbook/models/rules.yml", 3)
    assert one.message == "There is no rule SAM10l, so the setting has no effect."
    assert one.account == ""
    assert not found("name: Acme\n", "SAM403", rules="  - {code: SAM403, severity: 'off'}\n  - {code: X}\n")


# Order, clock, purity -----------------------------------------------------------


def test_findings_are_in_the_order_of_files_and_lines():
    findings = check(example())
    assert findings == tuple(sorted(findings, key=lambda one: (one.place, one.code, one.subject)))
    assert findings == check(example())


def test_one_account_has_the_loudest_first():
    project = read(BUSY, rules="  - {code: SAM302, severity: error}\n")
    order = [LOUDNESS[one.severity] for one in check_account(project.accounts[0], project.playbook, project.as_of)]
    assert order == sorted(order)
    assert order[0] == LOUDNESS[Severity.ERROR]


def test_no_two_findings_agree_in_rule_and_record():
    keys = [(one.account, one.code, one.subject) for one in check(example())]
    assert len(keys) == len(set(keys))


RUNNING = PLAYBOOK.replace("as_of: 2026-11-20\n", "")


def test_dates_to_come_are_no_finding_while_the_clock_runs():
    text = "name: Acme\nas_of: 2027-01-01\n"
    assert found(text, "SAM404")
    assert not found(text, "SAM404", playbook=RUNNING, as_of=day("2026-11-20"))
    assert not found(text, "SAM404", as_of=day("2026-06-01")), "looking back is no mistake in the file"


GROWS = ("SAM107", "SAM112", "SAM202", "SAM212", "SAM213", "SAM301", "SAM303", "SAM305", "SAM307", "SAM401")
"""What is late stays late while nobody does anything."""
OLD = """\
name: Acme
tier: key
as_of: 2026-01-10
timeframe: 2026
people:
  - {id: rao, name: Priya Rao, roles: [decider], last_contact: 2026-01-05}
  - {id: post, name: Vacant, status: vacant, since: 2026-01-01}
actions: [{what: Walk the night shift, due: 2026-03-01}]
promises: [{what: Gate log, due: 2026-04-01}]
cadence: [{kind: team, every: 90}]
reviews: [{date: 2026-01-02, kind: team}]
validation: [{date: 2026-01-03, who: rao}]
transition: {from: mira-holm, to: jon-aas, decided: 2026-01-04}
ignore: [{rule: SAM101, until: 2026-05-01}]
"""


@given(st.integers(0, 900), st.integers(0, 900))
def test_what_is_late_stays_late(first, more):
    start = datetime.date(2026, 1, 10) + datetime.timedelta(days=first)

    def codes(date):
        return {one.code for one in check_of(OLD, date)} & set(GROWS)

    assert codes(start) <= codes(start + datetime.timedelta(days=more))
    assert codes(start + datetime.timedelta(days=2000)) == set(GROWS)


_READ = {}


def check_of(text, date):
    if text not in _READ:
        _READ[text] = read(text, playbook=RUNNING, as_of=date)
    project = _READ[text]
    return check_account(project.accounts[0], project.playbook, date)


# Whom a question goes to ------------------------------------------------------------

ASKED = """\
name: Acme
lead: mira-holm
people:
  - {id: rao, name: Priya Rao, roles: [decider]}
  - {id: lund, name: Per Lund, reports_to: rao, owner: jon-aas}
"""
GONE = ASKED.replace("owner: jon-aas", "status: left, until: 2026-06-30")
ALONE = GONE.replace(", reports_to: rao", "")
DOWN = "position: {signals: [{signal: quiet, as_of: 2026-11-02%s}, {signal: price-talk, as_of: 2026-10-01}]}\n"
LONG_AGO = "validation: [{date: 2025-01-01, who: lund}]\n"
WISH = """\
feedback: [{date: 2026-09-01, who: lund, wants: Door times}]
contacts: [{date: 2026-10-01, theirs: [lund]}]
"""


def asked(account: str, code: str) -> str:
    (one,) = found(account, code)
    return one.ask.partition(",")[0] + (", who asks" if ", who asks them “" in one.ask else "")


@pytest.mark.parametrize(
    ("account", "code", "whom"),
    [
        (ASKED + DOWN % ", who: lund", "SAM506", "Per Lund"),
        (ASKED + DOWN % ", by: jon-aas", "SAM506", "Jon Aas, who asks"),
        (ASKED + DOWN % "", "SAM506", "Mira Holm, who asks"),
        (GONE + DOWN % ", who: lund", "SAM506", "Priya Rao"),
        (ASKED + LONG_AGO, "SAM305", "Per Lund"),
        (GONE + LONG_AGO, "SAM305", "Priya Rao"),
        (ALONE + LONG_AGO, "SAM305", "Whoever follows Per Lund"),
        (GONE + "actions: [{what: Count, owner: lund, due: 2026-11-01}]\n", "SAM212", "Mira Holm"),
        (ASKED + WISH, "SAM312", "Per Lund"),
        (ASKED + WISH + "promises: [{what: Doors, by: mira-holm, to: lund}]\n", "SAM312", "Jon Aas"),
        (ASKED + WISH + "promises: [{what: Doors, by: lund, to: mira-holm}]\n", "SAM312", "Per Lund"),
        (ASKED + WISH + "actions: [{what: Tell Lund, owner: mira-holm}]\n", "SAM312", "Jon Aas"),
        (ASKED + WISH + "actions: [{what: Tell Rao, owner: mira-holm}]\n", "SAM312", "Per Lund"),
    ],
)
def test_whom_a_question_goes_to(account, code, whom):
    assert asked(account, code) == whom


@pytest.mark.parametrize(
    ("account", "who"),
    [(ASKED, "who: lund"), (GONE, "who: rao"), (ALONE.replace(", roles: [decider]", ""), "who: # ask whom")],
)
def test_the_line_of_a_validation_names_nobody_who_has_left(account, who):
    (one,) = found(account + LONG_AGO, "SAM305")
    assert who in one.line
