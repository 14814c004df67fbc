"""Whom to coach on what: the ranking worked by hand, case by case, and the page that shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from helpers import PLAYBOOK, ROOT, TEAM, as_html, day, example, tags, text_of

from sam_gen.advise import whom
from sam_gen.advise.focus import focus
from sam_gen.advise.trains import team_lesson, trained
from sam_gen.advise.whom import Turn, turns
from sam_gen.assess.people import standings
from sam_gen.assess.portfolio import portfolio
from sam_gen.model.edition import Edition
from sam_gen.model.method import FocusKind
from sam_gen.model.project import Coaching, Project
from sam_gen.pages.leader import leader_pages
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

CASES = Path(__file__).parent / "cases" / "turns.txt"


def cases() -> list[tuple[str, str, list[str]]]:
    blocks = re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    parts = [(block.partition("\n")[0], block.partition("\n")[2].partition("---\n")) for block in blocks]
    return [(title, text, [line for line in expected.splitlines() if line]) for title, (text, _, expected) in parts]


def read(text: str) -> Project:
    """Read a project of the files a case names."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        files = {"playbook/playbook.yml": PLAYBOOK, "playbook/team.yml": TEAM}
        for block in re.split(r"^@ ", text, flags=re.MULTILINE)[1:]:
            name, _, content = block.partition("\n")
            files[name] = content
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        return read_project(Folders(root), coaching=True)


def ranked(project: Project) -> tuple[Turn, ...]:
    index = portfolio(project.accounts, project.playbook, project.as_of)
    return turns(index, project.coaching or Coaching(), project.playbook, project.as_of)


@pytest.mark.parametrize(("title", "text", "expected"), cases(), ids=[case[0] for case in cases()])
def test_case(title, text, expected):
    assert [
        f"{one.who} {one.seen.account.id} {one.focus.kind.value} {one.points} = "
        + " + ".join(f"{part.points} {part.what}" for part in one.parts)
        for one in ranked(read(text))
    ] == expected


# The example with a folder of its leaders ------------------------------------------------


def coached() -> Project:
    found = read_project(Folders(ROOT, coaching="tests/coaching"), coaching=True)
    return replace(found, edition=Edition.COACH)


COACHED = coached()
INDEX = portfolio(COACHED.accounts, COACHED.playbook, COACHED.as_of)


def leader() -> str:
    (page,) = leader_pages(COACHED, INDEX)
    return as_html(page)


def test_the_focus_is_that_of_the_account_s_own_page():
    for one in ranked(COACHED):
        people = standings(one.seen.account, COACHED.playbook, COACHED.as_of)
        assert one.focus == focus(one.seen.account, COACHED.playbook, people, COACHED.as_of)


def test_each_account_is_looked_at_once(monkeypatch):
    """One pass over the index: so a hundred accounts cost a hundred looks, whoever leads them."""
    seen: list[str] = []
    real = whom.focus
    monkeypatch.setattr(whom, "focus", lambda account, *rest: (seen.append(account.id), real(account, *rest))[1])
    ranked(COACHED)
    assert sorted(seen) == sorted(account.id for account in COACHED.accounts if account.lead)


def test_one_line_for_each_who_leads_and_three_this_fortnight():
    html = leader()
    lines = [one.attributes["id"] for one in tags(html, "tr") if one.attributes.get("id", "").startswith("turn-")]
    assert len(lines) == len({account.lead for account in COACHED.accounts})
    headings = [one.text for one in tags(html, "h2")]
    assert headings[0] == "This fortnight: Mira Holm, Jon Aas and Maud Leclercq"
    assert headings[1] == "The fortnight after: one other"


def test_load_says_who_is_over_a_limit():
    headings = [one.text for one in tags(leader(), "h2")]
    assert "Load: Jon Aas over a limit" in headings
    rows = {one.attributes.get("id"): one.text for one in tags(leader(), "tr")}
    assert "limit 20" in rows["load-jon-aas"]
    assert "limit" not in rows["load-mira-holm"]
    model = COACHED.playbook.method.coaching.model_copy(update={"open_most": 99, "late_most": 99})
    roomy = replace(COACHED.playbook, method=replace(COACHED.playbook.method, coaching=model))
    (page,) = leader_pages(replace(COACHED, playbook=roomy), INDEX)
    assert "Load: nobody over a limit" in [one.text for one in tags(as_html(page), "h2")]


def test_a_gap_of_two_has_a_lesson_that_builds_it_first_of_all():
    rows = [one.text for one in tags(leader(), "tr")]
    lesson = team_lesson(COACHED.playbook, "relationships")
    assert lesson
    assert lesson.competencies[0].endswith("relationships")
    gap = next(row for row in rows if "two of two judged" in row)
    assert lesson.name in gap
    assert any("for one alone" in row for row in rows)


def test_every_competency_has_a_lesson_for_the_team():
    playbook = example().playbook
    assert all(team_lesson(playbook, one.id) for one in playbook.method.competencies.competencies)
    assert team_lesson(playbook, "patience") is None


@pytest.mark.parametrize("kind", FocusKind)
def test_every_kind_of_focus_trains_something_and_has_a_lesson_and_a_tool(kind):
    found = trained(example().playbook, kind)
    assert found.competency
    assert found.lesson
    assert found.tool


def test_nobody_leads_and_nothing_is_on_file():
    project = read("@ accounts/a.yml\nname: Acme\n")
    index = portfolio(project.accounts, project.playbook, project.as_of)
    (page,) = leader_pages(replace(project, edition=Edition.COACH), index)
    html = text_of(as_html(page))
    assert "This fortnight: nobody leads an account yet" in html
    assert "Who should?" in html
    assert leader_pages(project, index) == ()


def test_a_talk_after_the_day_seen_from_has_not_taken_place():
    assert all(one.last is None or one.last.date <= day("2026-11-20") for one in ranked(COACHED))
