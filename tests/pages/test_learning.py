"""What a browser keeps progress by: digests that move only with the text, cards, paths, the certificate."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import ROOT, as_html, example, tags, text_of
from pages.test_training import FILES
from reading.reading_cases import lay, problems_of

from sam_gen.cli import main
from sam_gen.model.curriculum import Lesson
from sam_gen.model.project import Project
from sam_gen.pages.learning import anki, lesson_digest, question_key, reading_minutes
from sam_gen.pages.learning_cards import cards_page, recall_days
from sam_gen.pages.learning_certificate import certificate_page
from sam_gen.pages.learning_paths import path_parts, path_steps
from sam_gen.pages.onboarding import onboarding_page
from sam_gen.pages.site import site_files
from sam_gen.pages.training import lesson_page, training_page
from sam_gen.reading.project import read_project

LESSONS = example().playbook.lessons
WHO = "playbook/curriculum/2-diagnosis/1-who.md"
ONBOARDING = """\
paths:
  - id: a-b
    name: Lead
    stretches:
      - day: 30
        lessons: [whom, who]
        gate: {evidence: A line., standard: It stands., decides: Ada., not_yet: Again.}
      - {day: 60, lessons: [first-day]}
"""


def laid(folder: Path, *changes: tuple[str, str], file: str = WHO, **more: str) -> Project:
    text = FILES[file]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_project(lay(folder, FILES | {file: text} | more))


def who(project: Project) -> Lesson:
    return next(lesson for lesson in project.playbook.lessons if lesson.id == "who")


# Digests ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "moves"),
    [
        ("Text.", "Other text.", True),
        ("Who said it?", "Who says so?", True),
        ("You heard him.", "You met him.", True),
        ("hearing is seeing", "seeing is hearing", True),
        ("Text.", "Text. \n", False),
        ("Who told you that?", "Who says?", False),
        ("minutes: 25", "minutes: 30", False),
    ],
)
def test_a_digest_moves_with_the_text_and_the_questions_alone(tmp_path, old, new, moves):
    before = who(laid(tmp_path / "before"))
    after = who(laid(tmp_path / "after", (old, new)))
    assert (lesson_digest(before) != lesson_digest(after)) == moves


def test_a_question_keeps_its_key_when_another_changes():
    lesson = LESSONS[0]
    first, second, *_ = lesson.checks
    other = lesson.model_copy(update={"checks": (first, second.model_copy(update={"question": "Other?"}))})
    assert question_key(first) == question_key(other.checks[0])
    assert question_key(second) != question_key(other.checks[1])


def test_lessons_and_questions_of_the_example_are_told_apart():
    assert len({lesson_digest(lesson) for lesson in LESSONS}) == len(LESSONS)
    for lesson in LESSONS:
        assert len({question_key(check) for check in lesson.checks}) == len(lesson.checks)
    assert all(1 <= reading_minutes(lesson) < lesson.minutes for lesson in LESSONS)


def test_every_list_and_the_lesson_itself_name_the_same_digest():
    project, lesson = example(), LESSONS[0]
    wanted = {lesson_digest(lesson)}
    for page in (training_page(project), onboarding_page(project), cards_page(project)):
        rows = [one for one in _with(as_html(page), "data-lesson") if one["data-lesson"] == lesson.id]
        assert {one["data-digest"] for one in rows} == wanted, page.path
    (box,) = _with(as_html(lesson_page(project, 0, frozenset())), "data-check")
    assert (box["data-check"], {box["data-digest"]}) == (lesson.id, wanted)
    done = _with(as_html(certificate_page(project)), "data-done")
    assert {one["data-digest"] for one in done if one["data-done"] == lesson.id} == wanted


def _with(html: str, attribute: str) -> list[dict[str, str]]:
    found = [
        one.attributes for one in tags(html, "li", "th", "div", "span", "p", "details") if attribute in one.attributes
    ]
    assert found
    return found


# Cards --------------------------------------------------------------------------------


def test_a_card_for_every_question():
    html = as_html(cards_page(example()))
    cards = sum(len(lesson.checks) for lesson in LESSONS)
    assert len(tags(html, "details")) == cards
    assert f"{cards} cards from {len(LESSONS)} lessons" in text_of(html)
    assert [one.attributes["id"] for one in tags(html, "tbody")] == [f"cards-{lesson.id}" for lesson in LESSONS]


def rows(project: Project) -> list[list[str]]:
    return list(csv.reader(line for line in io.StringIO(anki(project.playbook)) if not line.startswith("#")))


def test_the_file_for_anki():
    text = anki(example().playbook)
    assert text.startswith("#separator:Comma\n#html:true\n")
    found = rows(example())
    assert len(found) == sum(len(lesson.checks) for lesson in LESSONS)
    assert {len(row) for row in found} == {4}
    assert len({row[0] for row in found}) == len(found)
    assert found[0][0] == "start-read-an-account-1"
    assert found[0][3] == "start start-read-an-account"
    right = next(option.text for option in LESSONS[0].checks[0].options if option.right)
    assert right.split("'")[0] in found[0][2]


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-1", "@x", "'=1", "<script>alert(1)</script>", "#html:false", 'a "b", c']
)
def test_no_cell_is_a_formula_or_a_script(tmp_path, evil):
    quoted = "'" + evil.replace("'", "''") + "'"
    changes = [("She did", quoted), ("It is her view.", quoted), ("Who said it?", quoted)]
    for row in rows(laid(tmp_path, *changes)):
        assert all(cell[0].isalnum() or cell[0] == "<" for cell in row)
        assert not any("<script" in cell for cell in row)
        assert len(row) == 4


def test_the_site_and_the_command_hand_over_the_same_file(tmp_path, monkeypatch):
    root = lay(tmp_path, FILES)
    monkeypatch.chdir(root.root)
    done = CliRunner().invoke(main, ["export", "cards"])
    assert done.exit_code == 0, done.output
    assert site_files(read_project(root)) == {"training/cards/cards.csv": done.stdout}
    assert CliRunner().invoke(main, ["export", "cards", "--out", "playbook/cards.csv"]).exit_code == 2
    assert CliRunner().invoke(main, ["export", "cards", "--out", "cards.csv"]).exit_code == 0
    assert (root.root / "cards.csv").read_text(encoding="utf-8") == done.stdout


def test_without_lessons_there_is_no_file_and_no_form(tmp_path):
    bare = read_project(lay(tmp_path))
    assert site_files(bare) == {}
    assert "No card yet." in text_of(as_html(cards_page(bare)))
    assert "nothing to certify" in text_of(as_html(certificate_page(bare)))
    assert not tags(as_html(certificate_page(bare)), "input")


# Days ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "said"),
    [("[3, 10, 21]", "3, 10 and 21 days"), ("[2, 7]", "2 and 7 days"), ("[1]", "1 day"), ("[]", "")],
)
def test_the_days_of_recall_are_the_company_s(tmp_path, written, said):
    model = (ROOT / "playbook/models/windows.yml").read_text(encoding="utf-8")
    more = {"playbook/models/windows.yml": model.replace("[3, 10, 21]", written)}
    project = laid(tmp_path, **more)
    assert recall_days(project.playbook) == said
    text = text_of(as_html(cards_page(project)))
    assert (f"come back {said} after it was done" in text) == bool(said)
    (kept,) = [one for one in _with(as_html(training_page(project)), "data-recall") if one["data-kept"] == "course"]
    assert kept["data-recall"] == written.strip("[]").replace(",", "")


def test_days_that_do_not_rise_are_refused(tmp_path):
    model = (ROOT / "playbook/models/windows.yml").read_text(encoding="utf-8")
    wrong = {"playbook/models/windows.yml": model.replace("[3, 10, 21]", "[3, 3, 21]")}
    (problem,) = problems_of(lay(tmp_path, FILES | wrong))
    assert (problem.code, "does not rise" in problem.message) == ("SAM035", True)


# Paths --------------------------------------------------------------------------------


def test_a_lesson_leads_on_along_its_path(tmp_path):
    project = laid(tmp_path, **{"playbook/onboarding.yml": ONBOARDING})
    lessons = {lesson.id: lesson for lesson in project.playbook.lessons}
    steps = {
        id_: [(step.path, step.where, step.next.text, step.next.to) for step in path_steps(lesson, project.playbook)]
        for id_, lesson in lessons.items()
    }
    assert steps["whom"] == [("a-b", "Lead, days 1 to 30", "Who told you that?", "training/who/")]
    assert steps["who"] == [("a-b", "Lead, days 1 to 30", "the gate of day 30", "training/onboarding/#ab30-gate")]
    assert steps["first-day"] == [("a-b", "Lead, days 31 to 60", "what to do by day 60", "training/onboarding/#ab60")]
    assert [(part.lessons, part.gate, part.acts) for part in path_parts(project.playbook)] == [
        ("whom who", "the gate of day 30", ""),
        ("first-day", "", ""),
    ]
    text = text_of(as_html(lesson_page(project, 2, frozenset())))
    assert "Lead, days 1 to 30, next: Who told you that?" in text


def test_without_paths_there_is_only_the_course(tmp_path):
    project = laid(tmp_path)
    assert path_parts(project.playbook) == path_steps(who(project), project.playbook) == ()


# Acts ---------------------------------------------------------------------------------

WITH_ACTS = ONBOARDING.replace("day: 60, lessons: [first-day]", "day: 60, acts: [ring Ines, walk the line]")


def test_an_act_has_its_own_key_and_keeps_it_where_only_its_day_moves(tmp_path):
    def keys(folder: str, text: str) -> list[str]:
        project = laid(tmp_path / folder, **{"playbook/onboarding.yml": text})
        return [one["data-act"] for one in _with(as_html(onboarding_page(project)), "data-act")]

    before = keys("before", WITH_ACTS)
    assert len(set(before)) == 2
    assert keys("moved", WITH_ACTS.replace("day: 60", "day: 75")) == before
    assert keys("turned", WITH_ACTS.replace("ring Ines, walk the line", "walk the line, ring Ines")) == before[::-1]
    assert keys("other", WITH_ACTS.replace("ring Ines", "ring Rui"))[1:] == before[1:]
    assert keys("other2", WITH_ACTS.replace("ring Ines", "ring Rui"))[0] != before[0]


def test_the_acts_of_the_example_are_told_apart_and_named_alike_on_every_page():
    rows = [one["data-act"] for one in _with(as_html(onboarding_page(example())), "data-act")]
    assert len(set(rows)) == len(rows)
    assert [key for part in path_parts(example().playbook) for key in part.acts.split()] == rows
    counted = [
        one.attributes["data-done-acts"]
        for one in tags(as_html(certificate_page(example())), "p")
        if "data-done-acts" in one.attributes
    ]
    assert " ".join(counted).split() == rows


def test_a_certificate_asks_for_acts_where_its_path_has_some(tmp_path):
    page = certificate_page(laid(tmp_path, **{"playbook/onboarding.yml": WITH_ACTS}))
    path, whole = page.context["paths"]
    assert path.sum == "two lessons, two acts and one gate"
    assert [part.acts.sum if part.acts else "" for part in path.parts] == ["", "Two acts on the account"]
    text = text_of(as_html(page))
    assert text.count("Acts are counted and not named, for what came of them is looked at in the gate.") == 1
    assert not any(part.acts for part in whole.parts)


# The certificate ----------------------------------------------------------------------


def test_the_certificate_has_a_form_for_each_path_and_one_for_all():
    page = certificate_page(example())
    html = as_html(page)
    assert [path.id for path in page.context["paths"]] == ["sam", "member", "leader", "sponsor", ""]
    assert [path.choice for path in page.context["paths"]] == [1, 2, 3, 4, 5]
    (chosen,) = [one for one in tags(html, "input") if "checked" in one.attributes]
    assert chosen.attributes["value"] == "sam"
    whole = page.context["paths"][-1]
    assert sum(len(part.lessons) for part in whole.parts) == len(LESSONS)
    assert whole.sum == f"{len(LESSONS)} lessons"
    text = text_of(html)
    assert "Nobody examined them." in text
    assert text.count("Decided by") == 12
    assert page.context["paths"][0].sum.endswith("lessons, nine acts and three gates")
    assert "acts" not in whole.sum


def test_the_certificate_without_paths_is_the_whole_course(tmp_path):
    (whole,) = certificate_page(laid(tmp_path)).context["paths"]
    assert (whole.choice, whole.name, whole.sum) == (1, "The whole course", "three lessons")


def test_no_page_of_the_course_has_a_dead_control():
    project = example()
    for page in (training_page(project), onboarding_page(project), cards_page(project), lesson_page(project, 0, ())):
        assert not tags(as_html(page), "button", "input", "script"), page.path
