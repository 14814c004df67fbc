"""The agenda of the next review: cases worked by hand, and one line of a file that moves the expected point."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from helpers import PLAYBOOK, TEAM, day, example

from sam_gen.advise.review_agenda import MOST, agenda
from sam_gen.advise.review_point import PointKind
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.review_agenda import agenda_block
from sam_gen.pages.review_points import said
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

CASES = Path(__file__).parent / "cases/review_agenda.txt"


def cases() -> list[tuple[str, str, list[str]]]:
    blocks = re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    parts = [(block.partition("\n")[0], block.partition("\n")[2].partition("---\n")) for block in blocks]
    return [(title, text, expected.splitlines()) for title, (text, _, expected) in parts]


def read(text: str) -> Project:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in {
            "accounts/a.yml": text,
            "playbook/playbook.yml": PLAYBOOK,
            "playbook/team.yml": TEAM,
            "playbook/offerings.yml": "offerings: [{id: desk, name: Desk, does: Runs.}]\n",
        }.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")
        return read_project(Folders(root))


def lines(text: str) -> list[str]:
    project = read(text)
    found = agenda(project.accounts[0], project.playbook, project.as_of)
    kind = found.kind.value if found.kind else "-"
    kept = f", {len(found.kept)} kept" if found.client else ""
    first = f"{kind} {found.day or '-'} up to {found.following}, {found.left} left{kept}"
    return [
        first,
        *(
            f"{one.kind.value} | {one.what} | {one.who or '-'} | {one.whom or '-'} | {one.day or '-'} | {one.number}"
            for one in found.points
        ),
    ]


@pytest.mark.parametrize(("title", "text", "expected"), cases(), ids=[case[0] for case in cases()])
def test_case(title, text, expected):
    assert lines(text) == expected


BASE = next(text for title, text, _ in cases() if title.startswith("five at most"))


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("due: 2026-11-12}", "due: 2026-11-12, kept: 2026-11-19}", "promise", "wish"),
        ("by: jon-aas, to: rao", "by: rao, to: jon-aas", "promise", "wish"),
        ("due: 2026-10-15}", "due: 2026-10-15, done: 2026-10-14}", "decision", "wish"),
        ("due: 2026-10-15}", "due: 2026-11-20}", "decision", "wish"),
        ("actual: 8", "actual: 9", "off_track", "wish"),
        (", {name: Bare}", "", "unmeasured", "wish"),
        ("held_by: us, until: 2027-03-31", "held_by: us, until: 2027-05-31", "contract", "wish"),
        ("held_by: us", "held_by: competitor", "contract", "wish"),
        ("lead: mira-holm", "lead: mira-holm\ntimeframe: 2026-06-01 to 2027-05-31", "", ""),
    ],
)
def test_one_line_moves_the_point(old, new, gone, come):
    assert BASE.count(old) >= 1
    before = {line.partition(" | ")[0] for line in lines(BASE)[1:]}
    after = {line.partition(" | ")[0] for line in lines(BASE.replace(old, new, 1))[1:]}
    assert before - after == ({gone} - {""})
    assert after - before == ({come} - {""})


def test_the_middle_of_the_plan_comes_before_a_wish():
    text = BASE.replace(", {name: Bare}", "")
    assert "wish" in lines(text)[-1]
    with_span = text.replace("lead: mira-holm", "lead: mira-holm\ntimeframe: 2026-06-01 to 2027-05-31")
    assert lines(with_span)[-1].startswith("midpoint")


def test_somebody_who_turned_is_news_and_a_first_stand_is_none():
    people = "people: [{id: rao, name: Priya Rao, roles: [decider], owner: jon-aas, support: [%s]}]\n"
    rest = "name: A\nreviews: [{date: 2026-10-01, kind: team}]\nvalidation: [{date: 2026-06-01, who: rao}]\n"
    new = "{value: doubter, basis: observed, as_of: 2026-11-01}"
    old = "{value: mentor, basis: observed, as_of: 2026-09-01}"
    same = "{value: doubter, basis: observed, as_of: 2026-09-01}"
    assert [line.split(" | ")[0] for line in lines(rest + people % f"{new}, {old}")[1:]] == ["changed"]
    assert lines(rest + people % f"{new}, {same}")[1:] == []
    assert lines(rest + people % new)[1:] == []


@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_every_point_of_the_example_has_a_reason_a_name_and_one_question(account):
    project = example()
    found = agenda(account, project.playbook, project.as_of)
    sight = Sight.of(project, account)
    assert 1 <= len(found.points) <= MOST
    assert len({one.kind for one in found.points}) == len(found.points)
    for one in found.points:
        what, why, asks = said(sight, one, found)
        assert what
        assert re.search(r"\d|[Nn]obody|No[t]? (gone|measure)", why), f"{one.kind}: no date, no number in {why!r}"
        assert asks.endswith("?")
        assert asks.count("?") == 1
        assert max(len(sentence.split()) for sentence in (why, asks)) <= 30 + 5 * (one.kind is PointKind.OFF_TRACK)
        assert "None" not in what + why + asks
    table = agenda_block(sight).table
    assert table
    assert table.rows[-1].cells[-1].text.startswith("Keep, pivot or stop")


def test_the_day_of_the_case_is_the_day_of_the_playbook():
    assert read("name: A\n").as_of == day("2026-11-20")
