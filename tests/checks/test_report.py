"""The formats of findings: what another program reads must come back whole."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from checks.check_cases import found
from helpers import ROOT, example, project

from sam_gen.assess.figures import FIGURES
from sam_gen.checks.check import check
from sam_gen.checks.codes import READING_CODES
from sam_gen.checks.explain import Unknown, explain_account, explain_code, explain_figure
from sam_gen.checks.finding import Finding
from sam_gen.checks.report import FORMATS, as_json, counts, github, gitlab, sarif, text
from sam_gen.checks.rules import RULES
from sam_gen.model.method import Severity
from sam_gen.model.place import Place
from sam_gen.model.problem import Problem

FOUND = check(example())
NASTY = Finding(
    "SAM212",
    Severity.ERROR,
    "50% late:\nask, ring, write — “ü”.",
    "Do it, or\r\ndrop it: 100%.",
    Place("accounts/a,b:c%.yml", 3, 7),
    "actions/x",
    "a",
)
PROBLEM = Finding.from_problem(Problem(Place("accounts/ü x.yml", 2, 1), "SAM030", "no field is called “x”", "Mend it."))
SEVERAL = [(), (NASTY,), (PROBLEM,), (NASTY, PROBLEM, NASTY), FOUND]


def test_text_reads_like_a_reading_problem():
    line, remedy = text([FOUND[0]]).splitlines()
    assert re.fullmatch(r"accounts/brisamar\.yml:\d+:\d+ SAM\d{3} (warning|note): .*\.", line)
    assert remedy.startswith("    ")
    assert "\x1b" not in text([Finding("SAM101", Severity.NOTE, "\x1b[2J", "", Place("x", 1, 1))])


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ("", "nothing found"),
        ("w", "1 warning"),
        ("nww", "2 warnings, 1 note"),
        ("nwe", "1 error, 1 warning, 1 note"),
        ("nn", "2 notes"),
    ],
)
def test_counts(severities, said):
    kinds = {"e": Severity.ERROR, "w": Severity.WARNING, "n": Severity.NOTE}
    assert counts([Finding("SAM101", kinds[one], "x", "", Place("x", 1, 1)) for one in severities]) == said


COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def unescape(value: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        value = value.replace(code, sign)
    return value


@pytest.mark.parametrize("findings", SEVERAL)
def test_github(findings):
    lines = github(findings).splitlines()
    assert len(lines) == len(findings)
    for line, one in zip(lines, findings, strict=True):
        match = COMMAND.fullmatch(line)
        assert match, line
        assert unescape(match[2]) == one.place.file
        assert (int(match[3]), int(match[4])) == (one.place.line, one.place.column)
        assert unescape(match[5]).startswith(one.code)
        assert unescape(match[6]) == f"{one.message}\n{one.remedy}"


def test_github_escapes():
    line = github([NASTY])
    assert "file=accounts/a%2Cb%3Ac%25.yml," in line
    assert "::50%25 late:%0Aask, ring, write" in line
    assert "or%0D%0Adrop it: 100%25." in line


@pytest.mark.parametrize("findings", SEVERAL)
def test_gitlab(findings):
    entries = json.loads(gitlab(findings))
    assert len(entries) == len(findings)
    assert len({entry["fingerprint"] for entry in entries}) == len(findings)
    for entry, one in zip(entries, findings, strict=True):
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"] == {"path": one.place.file, "lines": {"begin": one.place.line}}


def test_fingerprints_outlive_moved_lines_and_passing_days():
    account = "name: Acme\nactions: [{id: walk, what: Walk, due: 2026-11-01}]\n"
    moved = "# a comment\nname: Acme\n\nlead: mira-holm\nactions: [{id: walk, what: Walk, due: 2026-11-02}]\n"
    (first,) = json.loads(gitlab(found(account, "SAM212")))
    (second,) = json.loads(gitlab(found(moved, "SAM212")))
    assert first["description"] != second["description"]
    assert first["fingerprint"] == second["fingerprint"]


@pytest.mark.parametrize("findings", SEVERAL)
def test_json(findings):
    report = json.loads(as_json(findings))
    assert report["schema"] == 1
    assert sum(report["counts"].values()) == len(findings)
    assert [(one["code"], one["message"], one["file"], one["line"]) for one in report["findings"]] == [
        (one.code, one.message, one.place.file, one.place.line) for one in findings
    ]


@pytest.mark.parametrize("findings", SEVERAL)
def test_sarif(findings):
    log = json.loads(sarif(findings))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note", "none")
        for part in ("shortDescription", "fullDescription", "help"):
            assert rule[part]["text"]
    assert len(run["results"]) == len(findings)
    for result, one in zip(run["results"], findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == one.code
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        where = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", where["artifactLocation"]["uri"])
        assert where["region"] == {"startLine": one.place.line, "startColumn": one.place.column}


def test_formats_are_pure():
    for form in FORMATS.values():
        assert form(FOUND) == form(FOUND)


# Codes and explanations ------------------------------------------------------------


def used_codes() -> set[str]:
    rooms = [ROOT / "sam_gen" / name for name in ("reading", "model", "publish", "editions")]
    texts = [path.read_text(encoding="utf-8") for room in rooms for path in Path(room).rglob("*.py")]
    return {code for code_text in texts for code in re.findall(r"\bSAM0\d\d\b", code_text)}


def test_every_reading_code_has_a_sentence():
    assert used_codes() == set(READING_CODES)
    for code, sentence in READING_CODES.items():
        assert sentence.endswith("."), code
        assert len(sentence.split()) <= 30, code


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_explain_a_rule(rule):
    said = explain_code(rule.code.lower())
    for part in (rule.code, rule.name, rule.why, rule.remedy, *rule.reads):
        assert part in said


def test_explain_a_reading_code():
    assert READING_CODES["SAM030"] in explain_code("SAM030")


@pytest.mark.parametrize("name", FIGURES)
def test_explain_a_figure(name):
    said = explain_figure(example(), "grevenau", name)
    assert said.startswith(f"Grevenau Foodservice, {name}, seen from 2026-11-20: ")
    reasons = re.findall(r"^  [✓·] .*$", said, re.MULTILINE)
    assert reasons or "Ask: " in said
    assert reasons == [] or any(re.search(r"accounts/grevenau\.yml:\d+:\d+$", line) for line in reasons)


def test_explain_an_account_lists_its_figures():
    said = explain_account(example(), "grevenau").splitlines()
    assert said[0] == "Grevenau Foodservice, seen from 2026-11-20"
    assert [line.split()[0] for line in said[1:-1]] == list(FIGURES)
    for line, (name, named) in zip(said[1:-1], FIGURES.items(), strict=True):
        assert line.endswith(f"  {named.says}")
        value = explain_figure(example(), "grevenau", name).splitlines()[0].partition("-20: ")[2]
        assert value.partition(" (")[0] in line
    assert said[-1] == "Name one for its reasons: sam-gen explain grevenau backing"


def test_every_function_that_returns_a_figure_can_be_explained():
    """The registry knows every figure of an account: one that is added to `assess` is added there too."""
    room = ROOT / "sam_gen" / "assess"
    registry = (room / "figures.py").read_text(encoding="utf-8").partition("FIGURES:")[2]
    made = {
        name: takes
        for path in room.glob("*.py")
        for name, takes in re.findall(
            r"^def ([a-z]\w*)\(([^)]*)\) -> Figure:", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    of_one_record = {name for name, takes in made.items() if re.match(r"\s*\w+: Opportunity\b", takes)}
    of_any_parts = {
        name for name, takes in made.items() if re.match(r"\s*(value: float|coming: Sequence|parts: Sequence)", takes)
    }
    assert (of_one_record, of_any_parts) == ({"score_of"}, {"score", "not_due", "of_points"}), (
        "all others are of an account"
    )
    of_accounts = made.keys() - of_one_record - of_any_parts
    assert {"backing", "selection_score", "evidence_debt", "single_points", "growth_cover"} <= of_accounts
    assert {name for name in of_accounts if not re.search(rf"\b{name}[(,)]", registry)} == set()


PEOPLE = """\
name: Acme
as_of: 2026-11-01
people:
  - {id: rao, name: Priya Rao, roles: [decider], support: mentor}
  - {id: lund, name: Per Lund, roles: [champion], support: doubter, last_contact: 2026-10-01}
contacts:
  - {date: 2026-11-02, ours: [mira-holm], theirs: [rao]}
  - {date: 2026-11-10, ours: [mira-holm], theirs: [rao]}
"""


def test_a_reason_says_whether_it_counts_and_cites_its_own_line():
    read = project(PEOPLE)
    assert explain_figure(read, "a", "backing").splitlines()[2:] == [
        "  ✓ Priya Rao: mentor  accounts/a.yml:4:59",
        "  · Per Lund: doubter  accounts/a.yml:5:60",
    ]
    assert explain_figure(read, "a", "in_touch").splitlines()[2:] == [
        "  ✓ Priya Rao: last talk 10 Nov 2026  accounts/a.yml:8:5",
        "  ✓ Per Lund: last talk 1 Oct 2026  accounts/a.yml:5:83",
    ]
    later = explain_figure(project(PEOPLE, as_of="2027-11-20"), "a", "in_touch")
    assert "  · Priya Rao: last talk 10 Nov 2026  accounts/a.yml:8:5\n" in later


@pytest.mark.parametrize(
    ("ask", "hint"),
    [
        (lambda: explain_code("SM107"), "Did you mean SAM"),
        (lambda: explain_figure(example(), "grevena", "backing"), "Did you mean grevenau?"),
        (lambda: explain_figure(example(), "grevenau", "backin"), "Did you mean backing?"),
        (lambda: explain_figure(example(), "grevenau", "in touch"), "Did you mean in_touch?"),
        (lambda: explain_figure(example(), "grevenau", "zzz"), f"Known: {', '.join(list(FIGURES)[:12])}, …"),
        (lambda: explain_figure(example(), "backing", "grevenau"), "sam-gen explain grevenau backing"),
        (lambda: explain_figure(example(), "grevenau", "SAM107"), "A code stands alone: sam-gen explain SAM107"),
        (lambda: explain_account(example(), "Grevenau"), "Did you mean grevenau?"),
        (lambda: explain_account(example(), "bakcing"), "Did you mean backing?"),
        (lambda: explain_account(example(), "backing"), "sam-gen explain brisamar backing"),
        (lambda: explain_account(example(), "SM107"), "Did you mean SAM"),
        (lambda: explain_account(project(), "backing"), "sam-gen explain ACCOUNT backing"),
    ],
)
def test_unknown_names_offer_the_nearest(ask, hint):
    with pytest.raises(Unknown, match=re.escape(hint)):
        ask()
