"""Every line of `sam-gen log` that a page offers is taken by the command, and the file still reads."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import ROOT, as_html, day, example, only, tags

from sam_gen.advise.log_lines import LogLine, for_talk, stale
from sam_gen.assess.people import standings
from sam_gen.cli import main
from sam_gen.pages.brief import brief_page
from sam_gen.pages.desk import desk_page
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

TODAY = day("2026-11-20")


def offered(html: str) -> list[str]:
    return [code.text for code in tags(html, "code") if code.text.startswith("sam-gen log ")]


DESK = offered(as_html(desk_page(example())))
BRIEFS = [line for account in example().accounts for line in offered(as_html(brief_page(example(), account)))]
ALL = [
    one.line.text
    for account in example().accounts
    for one in stale(account, example().playbook, standings(account, example().playbook, TODAY), TODAY)
]


def test_desk_and_briefs_offer_lines():
    assert len(DESK) == 6
    assert len(BRIEFS) >= 2
    assert any("--evidence" in line for line in DESK)
    assert set(DESK) <= set(ALL)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("offered")
    for folder in ("accounts", "playbook"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@pytest.mark.parametrize("line", sorted({*DESK, *BRIEFS}))
def test_an_offered_line_is_taken_as_it_stands(copy: Path, line: str) -> None:
    before = {path: path.read_bytes() for path in (copy / "accounts").rglob("*.yml")}
    config = copy / "mkdocs.yml"
    try:
        done = CliRunner().invoke(main, [*shlex.split(line)[1:], "--config", str(config)])
        assert done.exit_code == 0, done.output
        changed = [path for path in before if path.read_bytes() != before[path]]
        assert len(changed) == 1
        assert read_project(Folders(copy)).accounts
        assert re.search(r"what was (said|seen)", done.output)
    finally:
        for path, data in before.items():
            path.write_bytes(data)


PEOPLE = """\
name: A
tier: key
people:
  - {id: rao, name: Rao, roles: [decider], owner: jon-aas, last_contact: 2026-01-02}
  - {id: lund, name: Lund, last_contact: 2026-11-01}
  - {id: kay, name: Kay}
  - {name: Without Id, last_contact: 2026-01-01}
  - {id: gone, name: Gone, status: left, until: 2026-10-01, last_contact: 2026-01-01}
  - {id: post, name: Post, status: vacant}
"""


def lines() -> tuple[LogLine, ...]:
    project, account = only(PEOPLE)
    people = standings(account, project.playbook, TODAY)
    return for_talk(account, people, None, project.playbook, 3)


def test_a_meeting_is_one_line_with_all_who_come_for_whoever_is_left_out_was_not_there():
    meeting = "meetings: [{date: 2026-12-01, what: X, ours: [mira-holm, jon-aas], theirs: [rao, lund, gone, post]}]\n"
    project, account = only(f"{PEOPLE}{meeting}")
    offer = brief_page(project, account).context["after"]
    assert offer.said == "No talk within 180 days with Rao. Afterwards, as far as it is true:"
    assert offer.lines == ('sam-gen log a "…what was said…" --who rao --who lund --ours mira-holm --ours jon-aas',)


def test_where_all_who_come_were_heard_lately_no_line_is_offered():
    meeting = "meetings: [{date: 2026-12-01, what: X, ours: [mira-holm], theirs: [lund]}]\n"
    assert brief_page(*only(f"{PEOPLE}{meeting}")).context["after"] is None


def test_without_a_meeting_each_is_a_talk_with_whoever_looks_after_the_tie():
    assert [line.text for line in lines()] == [
        'sam-gen log a "…what was said…" --who rao --ours jon-aas',
        'sam-gen log a "…what was said…" --who kay',
    ]


def test_a_tie_was_alive_once_and_somebody_without_an_id_is_offered_nothing():
    project, account = only(PEOPLE)
    found = stale(account, project.playbook, standings(account, project.playbook, TODAY), TODAY)
    assert [one.line.who for one in found] == [("rao",)]


SIGN = """\
name: A
people: [{id: rao, name: Rao, last_contact: 2026-11-19}]
position:
  evidence:
    - {indicator: need-before-order, basis: %s, as_of: %s, who: rao, by: jon-aas, evidence: X}
"""


TO_COPY = 'sam-gen log a "…what was seen…" --who rao --ours jon-aas --evidence need-before-order'


@pytest.mark.parametrize(
    ("basis", "as_of", "text"),
    [
        # Observed counts 70 % and lasts 365 days: 20 % is the floor, reached 260 days on. 30 days ahead is 20 December.
        ("observed", "2026-04-04", ""),
        ("observed", "2026-04-03", TO_COPY),
        ("observed", "2026-03-01", ""),
    ],
)
def test_a_sign_is_offered_in_the_days_before_it_counts_too_little(basis, as_of, text):
    project, account = only(SIGN % (basis, as_of))
    found = stale(account, project.playbook, standings(account, project.playbook, TODAY), TODAY)
    assert [one.line.text for one in found] == ([text] if text else [])
