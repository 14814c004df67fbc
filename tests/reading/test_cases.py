"""Every case of `tests/cases/reading`: the exact places and codes, no more and no fewer."""

from __future__ import annotations

import pytest
from reading.reading_cases import Case, all_cases, assert_well_said, lay, problems_of

ALL = all_cases()


@pytest.mark.parametrize("case", ALL, ids=[f"{case.category}: {case.title}" for case in ALL])
def test_case(case: Case, tmp_path):
    problems = problems_of(lay(tmp_path, {case.file: case.data}))
    shown = "\n".join(map(str, problems))
    found = [(problem.place.line, problem.place.column, problem.code) for problem in problems]
    assert found == list(case.expected), shown
    assert all(problem.place.file == case.file for problem in problems), shown
    assert_well_said(problems)


def test_a_web_page_is_called_one(tmp_path):
    for page in ("<html><body>Log in</body></html>\n", "<!doctype html>\n<p>Sign in: here</p>\n"):
        (problem,) = problems_of(lay(tmp_path, {"accounts/case.yml": page}))
        assert problem.message == "expected fields, found a web page"


def test_a_password_is_not_repeated(tmp_path):
    text = "name: Acme\nbusiness: {website: 'https://me:secret@acme.example/a@b'}\n"
    (problem,) = problems_of(lay(tmp_path, {"accounts/case.yml": text}))
    assert "secret" not in str(problem)
    assert "acme.example" not in problem.message or "…@" in problem.message


SAID = [
    ("lead: mira-hom", "no record “mira-hom” in team", "Did you mean mira-holm? In team: mira-holm, jon-aas."),
    ("lead: people/rao", "this field does not point into “people”", "Possible before the slash: team."),
    ("leed: mira-holm", "no field is called “leed”", "Did you mean lead? Possible here: tier, lead, "),
    ("people: [{name: A, status: let}]", "“let” is not one of the words for this field", "Did you mean left? "),
    ("business: {summary: a, b}", "no field is called “b”", "If it belongs to the value before the comma, put "),
    ("lead: Mira Holm", "“Mira Holm” is not an id", "Did you mean mira-holm? An id has small letters a-z, "),
    ("lead: Ann Lee", "“Ann Lee” is not an id", "An id has small letters a-z, digits and hyphens, at most 80, "),
    ("in_short: #1", "YAML drops “#1” as a comment", "Put the whole value in double quotes. "),
    ("as_of: [2026]", "expected a date, found a list", "Write a date alone."),
    ("in_short: [x]", "expected text, found a list", "If it is text that begins with [ or {, put it in double quotes."),
]


@pytest.mark.parametrize(("line", "message", "remedy"), SAID)
def test_what_is_said(tmp_path, line, message, remedy):
    (problem,) = problems_of(lay(tmp_path, {"accounts/case.yml": f"name: Acme\n{line}\n"}))
    assert problem.message == message
    assert problem.remedy.startswith(remedy)


def test_titles_are_unique():
    names = [(case.category, case.title) for case in ALL]
    assert len(set(names)) == len(names)


def test_there_are_enough_cases():
    assert sum(1 for case in ALL if case.expected) >= 170
    assert sum(1 for case in ALL if not case.expected) >= 40
