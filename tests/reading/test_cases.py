"""Every case of `tests/cases/reading`: the exact places and codes, no more and no fewer."""

from __future__ import annotations

import pytest
from reading_cases import Case, all_cases, assert_well_said, lay, problems_of

ALL = all_cases()


@pytest.mark.parametrize("case", ALL, ids=[f"{case.category}: {case.title}" for case in ALL])
def test_case(case: Case, tmp_path):
    problems = problems_of(lay(tmp_path, {case.file: case.data}))
    shown = "\n".join(map(str, problems))
    found = [(problem.place.line, problem.place.column, problem.code) for problem in problems]
    assert found == list(case.expected), shown
    assert all(problem.place.file == case.file for problem in problems), shown
    assert_well_said(problems)


def test_titles_are_unique():
    names = [(case.category, case.title) for case in ALL]
    assert len(set(names)) == len(names)


def test_there_are_enough_cases():
    assert sum(1 for case in ALL if case.expected) >= 170
    assert sum(1 for case in ALL if not case.expected) >= 40
