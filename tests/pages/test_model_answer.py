"""A model answer waits in a fold until it is opened; the words of questions are explained below them."""

from __future__ import annotations

import re

import markdown
import pytest
from helpers import ROOT, as_html, example, tags, text_of
from pages.test_training import FILES
from reading.reading_cases import lay
from reading.test_markdown import LESSON_FILE

from sam_gen.model.curriculum import LESSON_HEADINGS, sections, with_answer
from sam_gen.pages.onboarding import onboarding_page
from sam_gen.pages.terms import anchor, terms_of
from sam_gen.pages.training import lesson_page
from sam_gen.reading.project import read_project
from sam_gen.render.environment import fill, render

PLAYBOOK = example().playbook
LESSONS = PLAYBOOK.lessons
WHO = "playbook/curriculum/2-diagnosis/1-who.md"
FOLD = re.compile(r'<details class="[^"]*s-reveal">\n<summary>(.*?)</summary>\n(.*?)</details>', re.DOTALL)
SIGN = PLAYBOOK.method.rules.course.answer_sign

each = pytest.mark.parametrize("at", range(len(LESSONS)), ids=[lesson.id for lesson in LESSONS])


def lesson(folder, exercise: str, **more: str) -> str:
    """Return the page of a lesson with this exercise."""
    before, _, after = LESSON_FILE.partition("## Exercise")
    text = f"{before}## Exercise\n\n{exercise}\n\n{after[after.index('## ') :]}"
    project = read_project(lay(folder, FILES | {WHO: text} | more))
    rendered = render(lesson_page(project, 1, frozenset()))
    extensions = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]
    return fill(markdown.markdown(rendered.markdown, extensions=extensions), rendered.blocks)


# The fold -----------------------------------------------------------------------------


@each
def test_every_lesson_of_ours_folds_its_answer_and_all_that_gives_it_away(at):
    html = as_html(lesson_page(example(), at, frozenset()))
    (fold,) = FOLD.finditer(html)
    assert " open" not in fold[0].partition(">")[0]
    assert text_of(fold[1]) == "One good answer, marks for yours and the usual wrong answer"
    task = html[html.index('<h2 id="exercise">') : fold.start()]
    assert task.rstrip().endswith('<h3 id="model-answer">Model answer</h3>')
    assert SIGN.lower() not in text_of(task.rpartition("<h3")[0]).lower().replace("open the model answer when", "")
    after = html[fold.end() : html.index('<h2 id="check-yourself">')]
    assert text_of(after).strip() == ""
    assert "usual wrong answer" in text_of(fold[2])
    assert len(tags(fold[2], "table")) >= 1


@each
def test_the_fold_takes_nothing_away(at):
    """Task and answer together are the exercise as it was written, but for the sign."""
    text = sections(LESSONS[at].body, LESSON_HEADINGS)["exercise"]
    task, answer = with_answer(text, SIGN)
    assert answer is not None
    assert re.sub(r"\s+", "", f"{task}**{SIGN}.**{answer}") == re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("text", "task", "answer"),
    [
        ("Do it.\n\n**Model answer.** So.\n\nMore.", "Do it.", "So.\n\nMore."),
        ("Do it.\n\n**model answer:**\nSo.", "Do it.", "\nSo."),
        ("Do it.\n\n**Model answer. Read it late.** So.", "Do it.", "**Read it late.** So."),
        ("**Model answer.** So.", "", "So."),
        ("Write a **model answer.**\n\nThen **Model answer.**", None, None),
        ("One line\n**Model answer.** goes on", None, None),
        ("```\n\n**Model answer.**\n```", None, None),
        ("**Model answers** differ.", None, None),
        ("Do it.", None, None),
    ],
)
def test_where_an_answer_begins(text, task, answer):
    found = with_answer(text, "Model answer")
    assert found == ((text, None) if task is None else (task, answer.strip("\n")))


def test_a_company_names_its_answers_in_its_own_words(tmp_path):
    ours = (ROOT / "playbook/models/rules.yml").read_text(encoding="utf-8")
    theirs = ours.replace("Model answer", "Musterlösung").replace("usual wrong answer", "übliche Fehler")
    exercise = "Tu es.\n\n**Musterlösung.** So.\n\nDer übliche Fehler."
    html = lesson(tmp_path, exercise, **{"playbook/models/rules.yml": theirs})
    assert '<h3 id="model-answer">Musterlösung</h3>' in html
    (fold,) = FOLD.finditer(html)
    assert text_of(fold[1]) == "One good answer and the usual wrong answer"
    assert "Der übliche Fehler." in text_of(fold[2])


def test_an_exercise_without_an_answer_has_no_fold(tmp_path):
    html = lesson(tmp_path, "Tell it to a colleague.")
    assert "s-reveal" not in html
    assert "model-answer" not in html


@pytest.mark.parametrize(
    "code", ["</details>", "<div>", "</summary>", "<script>alert(1)</script>", "<!-- x", "<b> *a* _b_ [c](d)"]
)
def test_code_in_an_answer_closes_no_fold(tmp_path, code):
    exercise = f"Do it.\n\n**Model answer.** Write `{code}` here.\n\n- in a list `{code}`\n\n"
    html = lesson(tmp_path, f"{exercise}| a |\n|---|\n| `{code}` |\n\n```\n{code}\n```\n\nThe last of it.")
    (fold,) = FOLD.finditer(html)
    assert text_of(fold[2]).strip().endswith("The last of it.")
    assert [one.text.strip() for one in tags(fold[2], "code")] == [code] * 4
    assert not tags(html, "script", "b", "em")
    assert [one.attributes["id"] for one in tags(html, "h2")][5] == "check-yourself"


def test_links_in_an_answer_lead_where_they_lead_outside(tmp_path):
    html = lesson(tmp_path, "Do it.\n\n**Model answer.** See [it](/tools/two-voices/#workshop).")
    assert 'href="../../tools/two-voices/index.md#workshop"' in html


# Words under questions ----------------------------------------------------------------


@each
def test_questions_have_no_link_and_their_words_below(at):
    html = as_html(lesson_page(example(), at, frozenset()))
    checks = html[html.index('<ol class="s-checks">') : html.index('<div class="s-kept" data-check=')]
    questions, end, below = checks.rpartition("</ol>")
    assert not tags(questions + end, "a")
    terms = terms_of(PLAYBOOK)
    said = "\n\n".join(
        f"{check.question}\n\n" + "\n\n".join(f"{one.text}\n\n{one.feedback}" for one in check.options)
        for check in LESSONS[at].checks
    )
    wanted = {f"../glossary/#{anchor('term', use.term)}" for use in terms.uses(said)}
    assert {one.attributes["href"] for one in tags(below, "a")} == wanted
    assert ("Words used here:" in text_of(below)) == bool(wanted)


def test_a_gate_names_the_words_of_its_questions():
    html = as_html(onboarding_page(example()))
    first = html[html.index('id="sam60-gate"') :]
    words = first[first.index("s-words") :].partition("</p>")[0]
    names = [one.text for one in tags(f"<p {words}</p>", "a")]
    assert names == sorted(names, key=str.casefold)
    assert {"dimension", "gate"} <= set(names)
    assert re.search(r"Words used here: [^,]+(, [^,]+)*$", re.sub(r"\s+", " ", text_of(f"<p {words}</p>")).strip())
