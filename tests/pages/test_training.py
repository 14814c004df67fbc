"""The course, its lessons and cases, and the tools, as a reader sees them."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from helpers import PLAYBOOK, ROOT, as_html, as_markdown, elements, example, tags, text_of
from reading.reading_cases import lay
from reading.test_markdown import LESSON_FILE, TOOL_FILE, WORLD

from sam_gen.checks.rules import RULES
from sam_gen.model.project import Project
from sam_gen.pages.account import account_page
from sam_gen.pages.desk import desk_page
from sam_gen.pages.tools import tool_pages
from sam_gen.pages.training import lesson_page, training_pages
from sam_gen.reading.project import read_project
from sam_gen.render.body import Body
from sam_gen.render.environment import fill, render
from sam_gen.render.page import Page

FILES = WORLD | {
    "playbook/welcome.md": "Good morning, and [the tools](/tools/).\n",
    "playbook/tools/two-voices.md": TOOL_FILE,
    "playbook/curriculum/0-start/1-first-day.md": LESSON_FILE.replace("factor: 2", "factor: 0").replace(
        "Who told you that?", "Your first day"
    ),
    "playbook/curriculum/2-diagnosis/1-who.md": LESSON_FILE,
    "playbook/curriculum/2-diagnosis/2-whom.md": LESSON_FILE.replace("Who told you that?", "Whom do you ask?").replace(
        "tools: [two-voices]", "competencies: communication\nserves: [position, map]"
    ),
}


@pytest.fixture
def full(tmp_path: Path) -> Project:
    return read_project(lay(tmp_path, FILES))


@pytest.fixture
def bare(tmp_path: Path) -> Project:
    return read_project(lay(tmp_path))


def pages(project: Project, **more: object) -> dict[str, Page]:
    return {page.path: page for page in (*training_pages(project, **more), *tool_pages(project))}


def test_the_addresses(full):
    assert list(pages(full)) == [
        "training/",
        "training/onboarding/",
        "training/cards/",
        "training/certificate/",
        "training/first-day/",
        "training/who/",
        "training/whom/",
        "training/cases/",
        "training/cases/first/",
        "tools/",
        "tools/two-voices/",
    ]


def test_every_page_is_whole(full):
    for path, page in pages(full).items():
        html = as_html(page)
        headings = [one for one in elements(html) if one.tag in ("h1", "h2", "h3")]
        ids = [one.attributes.get("id") for one in headings]
        assert all(ids), path
        assert len(ids) == len(set(ids)), path
        assert [one.tag for one in headings].count("h1") == 1, path


def test_only_pages_of_the_account_are_wide_and_out_of_the_navigation(full):
    found = {path: (page.wide, page.nav, page.searched) for path, page in pages(full).items()}
    assert found["training/cases/first/"] == (True, (), False)
    assert found["training/"] == (False, ("Training",), True)
    assert found["training/who/"] == (False, ("Training", "2 Diagnosis", "Who told you that?"), True)
    assert found["training/cases/"] == (False, ("Training", "Cases"), True)
    assert found["tools/two-voices/"] == (False, ("Tools", "Two voices"), True)


def test_the_course(full):
    text = text_of(as_html(pages(full)["training/"]))
    assert "Three lessons, 1 h 15 min in all, on a start and five factors." in text
    assert "Your first week: two lessons, 50 minutes" in text
    assert "2 Diagnosis: two lessons, 50 minutes" in text
    assert "3 Plan: no lesson yet" in text
    assert "Cases: one to practise on" in text
    assert "Good morning" in text


def test_the_first_week_is_the_start_and_one_lesson_of_each_factor(full):
    rows = pages(full)["training/"].context["week"]["rows"]
    assert [row.name for row in rows] == ["Your first day", "Who told you that?"]


def test_nothing_yet(bare):
    made = pages(bare)
    mine = ["training/", "training/onboarding/", "training/cards/", "training/certificate/", "training/cases/"]
    assert list(made) == [*mine, "tools/"]
    course = text_of(as_html(made["training/"]))
    assert "No lesson yet." in course
    assert "playbook/curriculum/1-skills/" in course
    assert "playbook/welcome.md" in course
    assert "playbook/tools/two-voices.md" in text_of(as_html(made["tools/"]))
    assert "playbook/cases/accounts/first.yml" in text_of(as_html(made["training/cases/"]))


def test_a_lesson(full):
    html = as_html(pages(full)["training/who/"])
    text = text_of(html)
    assert "lesson 1 of 2 · 25 minutes, 1 of them to read" in text
    assert "After this lesson you can sort a statement" in text
    order = [one.attributes["id"] for one in tags(html, "h2")]
    assert order == [
        "before-you-begin",
        "story",
        "what-counts",
        "worked-example",
        "exercise",
        "check-yourself",
        "within-seven-days",
        "your-leader-asks",
        "as-a-team",
        "goes-with-it",
    ]
    assert "Before this: Your first day (Start, 25 minutes)" in text
    assert "Next: Whom do you ask?" in text
    assert "playbook/curriculum/2-diagnosis/1-who.md" in text


MORE = LESSON_FILE.replace("[sort a statement]", "[sort a statement, ask twice]")


@pytest.fixture
def linked(tmp_path: Path) -> Project:
    """Two lessons of one factor, tools and competencies of which a lesson names one each, and a place to edit."""
    pattern = 'edit: "https://edit.example/{path}#L{line}"\n'
    files = {
        "playbook/playbook.yml": PLAYBOOK + pattern,
        "playbook/tools/other.md": TOOL_FILE.replace("Two voices", "Other"),
        "playbook/curriculum/2-diagnosis/1-who.md": MORE,
        "playbook/cases/accounts/first.yml": "name: First\ntier: gold\nlead: ada\nin_short: Calm *so far*.\n",
    }
    return read_project(lay(tmp_path, FILES | files))


def test_a_lesson_names_what_goes_with_it_and_no_more(linked):
    made = pages(linked, addresses={"method/competencies/"})
    who, whom = made["training/who/"].context, made["training/whom/"].context
    assert [(tool.text, tool.address, tool.note) for tool in who["tools"]] == [
        ("Two voices", "tools/two-voices/", "All our news comes from one person.")
    ]
    assert whom["tools"] == ()
    assert [one.address for one in whom["competencies"]] == ["method/competencies/#competency-communication"]
    assert (who["serves"], whom["serves"]) == ("", "Position · Map")
    assert who["title_address"] == "training/#diagnosis"
    source = who["source"]
    assert source.href == "https://edit.example/playbook/curriculum/2-diagnosis/1-who.md#L1"


def test_a_lesson_names_the_rules_that_lead_to_it():
    project = example()
    at = next(i for i, one in enumerate(project.playbook.lessons) if one.id == "skills-bad-news-by-friday")
    html = as_html(lesson_page(project, at, frozenset()))
    hrefs = [one.attributes["href"] for one in tags(html, "a") if "rules" in one.attributes["href"]]
    assert {f"../../reference/rules/{rule.code.lower()}/" for rule in RULES if rule.lesson.endswith("friday")} <= {
        *hrefs
    }


def test_the_way_on_names_a_factor_only_where_it_changes(linked):
    who = pages(linked)["training/who/"].context
    assert (who["before"].text, who["before"].note) == ("Your first day", " (Start, 25 minutes)")
    assert (who["after"].text, who["after"].note) == ("Whom do you ask?", " (25 minutes)")


def test_a_self_check_says_which_answer_and_why(linked):
    (question,) = pages(linked)["training/who/"].context["checks"]
    assert (question.label, question.question) == ("Question 1", "Who said it?")
    assert [(one.text, one.verdict, one.tone, one.feedback) for one in question.answers] == [
        ("He did", "Not this one.", "ochre", "You heard him."),
        ("She did", "This one.", "teal", "It is her view."),
    ]


def test_the_course_names_the_first_thing_a_lesson_teaches(linked):
    rows = pages(linked)["training/"].context["week"]["rows"]
    assert [row.can for row in rows] == ["sort a statement", "sort a statement"]


def test_the_list_of_cases_says_what_each_is_about(linked):
    text = text_of(as_html(pages(linked)["training/cases/"]))
    assert "One account of an invented company, Lodden, with invented people." in text
    assert "Calm so far." in text
    assert "It is always seen from Monday 2 March 2026." in text


def test_the_last_lesson_leads_back(full):
    assert "This is the last lesson." in text_of(as_html(pages(full)["training/whom/"]))


def test_the_self_check_needs_no_script(full):
    html = as_html(pages(full)["training/who/"])
    answers = [one.text for one in tags(html, "details")]
    assert len(answers) == 2
    assert "Not this one." in answers[0]
    assert "The thought behind it: hearing is seeing" in answers[0]
    assert "This one." in answers[1]
    assert not tags(html, "input", "button", "form", "script")


def test_competencies_link_where_their_page_is(full):
    without = tags(as_html(pages(full)["training/whom/"]), "a")
    assert not [one for one in without if "competencies" in one.attributes["href"]]
    made = pages(full, addresses={"method/competencies/"})["training/whom/"]
    hrefs = [one.attributes["href"] for one in tags(as_html(made), "a")]
    assert "../../method/competencies/#competency-communication" in hrefs


def test_a_tool(full):
    html = as_html(pages(full)["tools/two-voices/"])
    text = text_of(html)
    assert "“All our news comes from one person.”" in text
    assert "Three forms: 5, 30 and 120 minutes." in text
    assert "Taught in two lessons" in text
    order = [one.attributes["id"] for one in tags(html, "h2")]
    assert order == ["when", "five-minutes", "thirty-minutes", "workshop", "what-comes-out", "the-trap", "lessons"]


def test_the_chooser(full):
    html = as_html(pages(full)["tools/"])
    assert "One tool, each in three forms." not in text_of(html)
    assert "One tool, in three forms." in text_of(html)
    hrefs = [one.attributes["href"] for one in tags(html, "a")]
    assert {href.partition("#")[0] for href in hrefs} == {"", "two-voices/"}


def test_a_case_says_what_it_is_and_stays_inside(full):
    html = as_html(pages(full)["training/cases/first/"])
    note = "A case for training: Lodden, the client and everybody here are invented. "
    assert text_of(html).strip().startswith(note + "It is always seen from Monday 2 March 2026.")
    bar = [one.attributes["href"] for one in tags(html, "a")]
    assert not [href for href in bar if "accounts" in href]


def test_every_page_of_an_account_becomes_one_of_the_case(full):
    both = lambda cases, account: [account_page(cases, account)] * 2  # noqa: E731
    made = [page for page in training_pages(full, both) if page.path == "training/cases/first/"]
    assert len(made) == 2
    assert all("A case for training" in as_markdown(page) for page in made)


def test_cases_are_on_no_desk(full):
    assert "Lodden" not in as_markdown(desk_page(full))
    assert [account.id for account in full.accounts] == ["case"]


# Bodies -------------------------------------------------------------------------------


def test_links_of_a_body_lead_to_the_sources():
    text = "[a](/tools/x/#workshop) [b](/) ![c](/images/c.png) [d](https://x.example/) [e](#f)\n\n[g]: /training/\n"
    printed = Body(text, "training/who/").__html__()
    assert "[a](../../tools/x/index.md#workshop)" in printed
    assert "[b](../../index.md)" in printed
    assert "![c](../../images/c.png)" in printed
    assert "[d](https://x.example/) [e](#f)" in printed
    assert "[g]: ../index.md" in printed


def test_a_code_block_of_a_body_is_left_alone():
    text = "```\n[a](/tools/)\n```\n\n[a](/tools/)\n"
    assert Body(text, "training/who/").__html__().strip() == "```\n[a](/tools/)\n```\n\n[a](../../tools/index.md)"


def test_bodies_are_made_of_checked_texts_alone():
    package = ROOT / "sam_gen"
    calls = [path for path in package.rglob("*.py") if re.search(r"\bBody\(", path.read_text(encoding="utf-8"))]
    assert {path.relative_to(package).as_posix() for path in calls} == {"pages/training.py", "pages/terms.py"}


def test_fields_of_a_lesson_are_only_text(tmp_path):
    evil = "<script>alert(1)</script> **b** {{ 7 * 7 }}"
    lesson = LESSON_FILE.replace("sort a statement", f'"{evil}"').replace("He did", f'"{evil}"')
    files = FILES | {"playbook/curriculum/2-diagnosis/1-who.md": lesson.replace("Who told you that?", f"'{evil}'")}
    page = pages(read_project(lay(tmp_path, files)))["training/who/"]
    html = as_html(page)
    assert not tags(html, "script")
    assert text_of(html).count(evil) == 3


def test_a_body_reads_the_same_with_the_extensions_of_the_site(tmp_path):
    text = "```yaml\n## Not a heading\n<b>\n```\n\nSee `<id>` and 3 < 4.\n\n| a | b |\n|---|---|\n| c | `<d>` |"
    files = FILES | {"playbook/curriculum/2-diagnosis/1-who.md": LESSON_FILE.replace("Text.", text, 1)}
    rendered = render(pages(read_project(lay(tmp_path, files)))["training/who/"])
    extensions = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]
    html = fill(markdown.markdown(rendered.markdown, extensions=extensions), rendered.blocks)
    assert not tags(html, "b", "d", "id")
    assert next(one.text for one in tags(html, "pre")) == "## Not a heading\n<b>\n"
    assert len(tags(html, "table")) == 1
