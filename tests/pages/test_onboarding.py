"""The first ninety days: every gate can be passed from what its path has taught by then."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import as_html, elements, example, tags, text_of
from pages.test_training import FILES
from reading.reading_cases import lay, problems_of

from sam_gen.pages.onboarding import onboarding_page
from sam_gen.pages.training import lesson_address, training_page
from sam_gen.reading.project import read_project

WRITTEN = example().playbook.onboarding
PATHS = WRITTEN.paths if WRITTEN else ()
HTML = as_html(onboarding_page(example()))


def test_there_is_a_path_for_each_role():
    assert [path.id for path in PATHS] == ["sam", "member", "leader", "sponsor"]
    assert all([stretch.day for stretch in path.stretches] == [30, 60, 90] for path in PATHS)


@pytest.mark.parametrize("path", PATHS, ids=[path.id for path in PATHS])
def test_a_gate_asks_only_what_was_taught_by_then(path):
    taught: list[str] = []
    for stretch in path.stretches:
        assert not set(stretch.lessons) & set(taught), "a lesson stands in two stretches"
        taught += stretch.lessons
        assert stretch.acts
        assert stretch.gate
        assert stretch.gate.questions
        assert {one.lesson for one in stretch.gate.questions} <= set(taught)
        assert all(one.question.count("?") == 1 for one in stretch.gate.questions)


def test_the_path_of_an_account_manager_has_every_lesson_but_those_for_leaders():
    taken = {lesson for stretch in PATHS[0].stretches for lesson in stretch.lessons}
    left = {lesson.id for lesson in example().playbook.lessons} - taken
    assert left == {"toolkit-coach-it", "toolkit-frameworks-and-when-to-leave-them"}


def test_every_lesson_is_on_a_path():
    taken = {lesson for path in PATHS for stretch in path.stretches for lesson in stretch.lessons}
    assert taken == {lesson.id for lesson in example().playbook.lessons}


def test_the_page_links_every_lesson_of_every_path():
    hrefs = {one.attributes["href"] for one in tags(HTML, "a")}
    assert {
        f"../../{lesson_address(lesson)}".replace("../../training/", "../") for lesson in example().playbook.lessons
    } <= hrefs


def test_the_page_is_whole():
    headings = [one for one in elements(HTML) if one.tag in ("h1", "h2", "h3")]
    ids = [one.attributes.get("id") for one in headings]
    assert all(ids)
    assert len(ids) == len(set(ids)) == 1 + 4 + 12
    inside = {one.attributes["href"][1:] for one in tags(HTML, "a") if one.attributes["href"].startswith("#")}
    assert inside == {"sam", "member", "leader", "sponsor"}
    text = text_of(HTML)
    assert "Days 31 to 60: 14 lessons" in text
    assert "Gate, day 90" in text


def test_the_course_leads_to_it():
    html = as_html(training_page(example()))
    assert "The first ninety days: four paths" in text_of(html)
    assert "onboarding/" in {one.attributes["href"] for one in tags(html, "a")}


def test_a_playbook_without_paths(tmp_path: Path):
    project = read_project(lay(tmp_path, FILES))
    assert "playbook/onboarding.yml" in text_of(as_html(onboarding_page(project)))
    assert "ninety days" not in text_of(as_html(training_page(project)))


def test_a_lesson_that_is_not_there_is_named_at_its_line(tmp_path: Path):
    slip = "paths:\n  - id: sam\n    name: Lead\n    stretches: [{day: 30, lessons: [whoo]}]\n"
    (problem,) = problems_of(lay(tmp_path, FILES | {"playbook/onboarding.yml": slip}))
    assert (problem.place.file, problem.place.line) == ("playbook/onboarding.yml", 4)
    assert "whoo" in problem.message
