"""Every case of `tests/cases/markdown`: what a lesson's or tool's text may hold, and where each problem stands.

A case is written like those of `tests/cases/reading`, in the file `playbook/tools/case.md` if nothing is said. A line
`[front]` stands for the fields a tool needs, `[body]` for the text under all its headings, `[rest]` for the text
under all of them but the first.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from reading.reading_cases import MARK, Case, assert_well_said, cases_in, lay, problems_of

from sam_gen.model.curriculum import LESSON_HEADINGS, TOOL_HEADINGS
from sam_gen.model.playbook import lesson_ids
from sam_gen.reading.project import read_project

CASES = Path(__file__).parent.parent / "cases" / "markdown"

FRONT = """\
name: Two voices
symptom: All our news comes from one person.
when: [before a review]
when_not: [in the week of a notice, in a tender]
need: [a pen]
minutes: [5, 30, 120]
output: one action with a date
tags: [one-voice]"""
LESSON = """\
name: Who told you that?
factor: 2
minutes: 25
you_can: [sort a statement]
tools: [two-voices]
checks:
  - question: Who said it?
    options:
      - {text: He did, right: no, feedback: You heard him., reveals: hearing is seeing}
      - {text: She did, right: yes, feedback: It is her view.}"""


def _under(headings) -> str:
    return "\n".join(f"## {heading}\n\nText." for heading in headings)


PIECES = {
    "[front]": FRONT,
    "[lesson]": LESSON,
    "[body]": _under(TOOL_HEADINGS),
    "[rest]": _under(TOOL_HEADINGS[1:]),
    "[lesson-body]": _under(LESSON_HEADINGS),
}
TOOL_FILE = f"---\n{FRONT}\n---\n{PIECES['[body]']}\n"
LESSON_FILE = f"---\n{LESSON}\n---\n{PIECES['[lesson-body]']}\n"


def _expand(case: Case) -> tuple[bytes, list[tuple[int, int, str]]]:
    """Put the pieces in; a problem after one stands as many lines further down."""
    lines: list[str] = []
    starts: list[int] = []
    for line in case.data.decode().split("\n"):
        starts.append(len(lines) + 1)
        lines += PIECES.get(line, line).split("\n")
    expected = [(starts[line - 1], column, code) for line, column, code in case.expected]
    return "\n".join(lines).encode(), expected


ALL = [case for path in sorted(CASES.glob("*.txt")) for case in cases_in(path)]


@pytest.mark.parametrize("case", ALL, ids=[f"{case.category}: {case.title}" for case in ALL])
def test_case(case: Case, tmp_path):
    data, expected = _expand(case)
    file = "playbook/tools/case.md" if case.file == "accounts/case.yml" else case.file
    more = {"playbook/tools/two-voices.md": TOOL_FILE} if "curriculum" in file else {}
    problems = problems_of(lay(tmp_path, {file: data, **more}))
    shown = "\n".join(map(str, problems))
    found = [(problem.place.line, problem.place.column, problem.code) for problem in problems]
    assert found == expected, shown
    assert all(problem.place.file == file for problem in problems), shown
    assert_well_said(problems)


def test_there_are_enough_cases():
    assert MARK
    assert sum(1 for case in ALL if case.expected) >= 50
    assert sum(1 for case in ALL if not case.expected) >= 10


FILES = {
    "a lesson without a number": ("curriculum/2-diagnosis/who.md", "SAM002", "Call it 2-who.md"),
    "a number without a hyphen": ("curriculum/2-diagnosis/3who.md", "SAM002", "Call it 2-3who.md"),
    "capitals": ("curriculum/2-diagnosis/3-Who_Told.md", "SAM002", "Call it 3-who-told.md"),
    "another ending": ("curriculum/2-diagnosis/3-who.markdown", "SAM002", "Call it 3-who.md"),
    "a reserved name": ("curriculum/2-diagnosis/3-cases.md", "SAM002", "Call it 3-cases-lesson.md"),
    "a folder of another name": ("curriculum/2-diagnose/3-who.md", "SAM002", "Did you mean 2-diagnosis?"),
    "a lesson outside the folders": ("curriculum/3-who.md", "SAM002", "The folders are: 0-start"),
    "a tool of capitals": ("tools/Two.md", "SAM002", "Call it two.md"),
    "a tool in a folder": ("tools/understand/two.md", "SAM002", "Call it understand.md"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_would_not_be_read(name, tmp_path):
    file, code, remedy = FILES[name]
    (problem,) = problems_of(lay(tmp_path, {f"playbook/{file}": "x"}))
    assert problem.code == code
    assert remedy in problem.remedy
    assert_well_said([problem])


def test_the_same_lesson_twice(tmp_path):
    other = LESSON_FILE.replace("factor: 2", "factor: 3")
    files = {
        "playbook/tools/two-voices.md": TOOL_FILE,
        "playbook/curriculum/2-diagnosis/1-who.md": LESSON_FILE,
        "playbook/curriculum/3-plan/1-who.md": other,
    }
    (problem,) = problems_of(lay(tmp_path, files))
    assert (problem.code, problem.place.file) == ("SAM051", "playbook/curriculum/3-plan/1-who.md")
    assert "playbook/curriculum/2-diagnosis/1-who.md" in problem.message


def test_the_same_number_twice(tmp_path):
    files = {
        "playbook/tools/two-voices.md": TOOL_FILE,
        "playbook/curriculum/2-diagnosis/1-who.md": LESSON_FILE,
        "playbook/curriculum/2-diagnosis/01-whom.md": LESSON_FILE,
    }
    (problem,) = problems_of(lay(tmp_path, files))
    assert (problem.code, problem.message) == ("SAM002", "the number 1 is taken by 01-whom.md")


def test_what_is_read(tmp_path):
    files = {
        "playbook/welcome.md": "Good morning.\n",
        "playbook/tools/two-voices.md": TOOL_FILE,
        "playbook/curriculum/README.md": "For authors.\n",
        "playbook/curriculum/2-diagnosis/10-later.md": LESSON_FILE,
        "playbook/curriculum/2-diagnosis/9-who.md": LESSON_FILE.replace("\n", "\r\n"),
    }
    playbook = read_project(lay(tmp_path, files)).playbook
    assert [lesson.id for lesson in playbook.lessons] == ["who", "later"]
    assert lesson_ids(playbook) == {"who", "later"}
    assert playbook.welcome == "Good morning."
    (tool,) = playbook.tools
    assert (tool.id, tool.minutes, tool.tags) == ("two-voices", (5, 30, 120), ("one-voice",))
    assert playbook.lessons[0].checks[0].options[1].right
    assert str(tool.place_of("body")) == "playbook/tools/two-voices.md:11:1"


def test_a_welcome_is_checked_too(tmp_path):
    (problem,) = problems_of(lay(tmp_path, {"playbook/welcome.md": "Good\n\n<b>morning\n"}))
    assert str(problem).startswith("playbook/welcome.md:3:1 SAM061")


# Cases --------------------------------------------------------------------------------

WORLD = {
    "playbook/cases/playbook.yml": (
        "schema: 1\ncompany: Lodden\nas_of: 2026-03-02\ntiers: [{id: gold, name: Gold, contact_lasts: 90}]\n"
    ),
    "playbook/cases/team.yml": "team: [{id: ada, name: Ada Moe, role: Account manager}]\n",
    "playbook/cases/accounts/first.yml": "name: First\ntier: gold\nlead: ada\n",
}


def test_cases_are_a_world_of_their_own(tmp_path):
    cases = read_project(lay(tmp_path, WORLD)).cases
    assert cases
    assert [account.id for account in cases.accounts] == ["first"]
    assert (cases.base, str(cases.as_of)) == ("training/cases/", "2026-03-02")
    assert cases.playbook.settings.company == "Lodden"
    assert cases.playbook.method.continuum.stages


def test_a_case_knows_its_own_team_alone(tmp_path):
    files = WORLD | {"playbook/cases/accounts/first.yml": "name: First\nlead: mira-holm\n"}
    (problem,) = problems_of(lay(tmp_path, files))
    assert str(problem).startswith("playbook/cases/accounts/first.yml:2:7 SAM050")


def test_an_entry_the_company_took_out_is_left_out(tmp_path):
    text = "name: First\nposition:\n  own_view: {value: gone-stage}\n  evidence:\n"
    text += "    - {indicator: gone, answer: yes, basis: observed, as_of: 2026-02-01}\n"
    read = read_project(lay(tmp_path, WORLD | {"playbook/cases/accounts/first.yml": text}))
    assert read.cases
    (account,) = read.cases.accounts
    assert account.position is None or not account.position.evidence


def test_the_same_reference_in_accounts_is_a_problem(tmp_path):
    text = "name: First\nposition:\n  evidence:\n    - {indicator: gone}\n"
    problems = problems_of(lay(tmp_path, {"accounts/case.yml": text}))
    assert "SAM050" in {problem.code for problem in problems}


def test_cases_need_a_fixed_day(tmp_path):
    settings = WORLD["playbook/cases/playbook.yml"].replace("as_of: 2026-03-02\n", "")
    (problem,) = problems_of(lay(tmp_path, WORLD | {"playbook/cases/playbook.yml": settings}))
    assert str(problem).startswith("playbook/cases/playbook.yml:1:1 SAM031")


def test_a_case_beside_its_folder_is_a_problem(tmp_path):
    (problem,) = problems_of(lay(tmp_path, WORLD | {"playbook/cases/second.yml": "name: Second\n"}))
    assert str(problem).startswith("playbook/cases/second.yml:1:1 SAM002")


@pytest.mark.parametrize("folder", ["cases", "curriculum", "tools", "cases/accounts", "curriculum/2-diagnosis"])
def test_an_empty_folder_is_none(folder, tmp_path):
    folders = lay(tmp_path)
    (tmp_path / "playbook" / folder).mkdir(parents=True)
    assert read_project(folders).cases is None
