"""The file to repair: fifteen findings of fifteen rules, two faults that no rule sees, and a file without any."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import ROOT, example

from sam_gen.checks.check import check, check_account, check_practice
from sam_gen.checks.rules import BY_CODE
from sam_gen.cli import main
from sam_gen.model.problem import ReadingProblems
from sam_gen.model.project import Project
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

FILE = "playbook/cases/practice/accounts/skelwick.yml"
REPAIRED = ROOT / "tests/cases/practice/skelwick-repaired.yml"
NAMED = {
    "SAM116": 66,
    "SAM111": 74,
    "SAM113": 88,
    "SAM107": 97,
    "SAM404": 114,
    "SAM206": 172,
    "SAM208": 184,
    "SAM213": 206,
    "SAM221": 217,
    "SAM217": 227,
    "SAM309": 240,
    "SAM501": 251,
    "SAM606": 271,
    "SAM312": 277,
    "SAM226": 288,
}
"""Code and line of every finding."""


def exercise(id_: str = "repair-the-plan"):
    practice = example().cases.practice
    return next(one for one in practice.exercises if one.id == id_)


def found(project: Project) -> dict[str, int]:
    hits = check_practice(project, [FILE])
    assert len({one.code for one in hits}) == len(hits), "no rule twice"
    return {one.code: one.place.line for one in hits}


def company(root: Path) -> Path:
    """Lay down the example in a folder of its own."""
    for name in ("playbook", "accounts"):
        shutil.copytree(ROOT / name, root / name)
    return root


def test_the_check_names_fifteen_rules_each_once():
    assert found(example()) == NAMED
    assert len({BY_CODE[code].judge.__module__ for code in NAMED}) >= 6, "from at least six groups of rules"


def test_the_key_speaks_of_each_of_them_and_of_no_other():
    assert sorted(one.rule for one in exercise().repairs) == sorted(NAMED)


def test_nobody_is_told_who_has_not_asked():
    hits = check(example())
    assert not [one for one in hits if "/practice/" in one.place.file]
    assert check_practice(example(), ["playbook/cases/practice/accounts", "playbook"]) == ()


def test_two_lines_are_wrong_and_no_rule_says_so():
    lines = [line.strip() for line in (ROOT / FILE).read_text(encoding="utf-8").splitlines()]
    for one in exercise().unseen:
        assert lines.count(one.line) == 1, one.line
        record = next(at for at in range(lines.index(one.line), -1, -1) if lines[at].startswith("- id:"))
        after = next(at for at in range(record + 1, len(lines)) if not lines[at] or lines[at].startswith("- "))
        assert not [line for line in NAMED.values() if record < line <= after], "no finding in its record"


def repaired(root: Path) -> Project:
    shutil.copy(REPAIRED, company(root) / FILE)
    return read_project(Folders(root))


def test_the_repaired_file_has_no_finding(tmp_path):
    hits = check_practice(repaired(tmp_path), [FILE])
    assert not hits, [str(one.place) + one.message for one in hits]


MENDED = {
    "SAM116": "who: anand}\n    owner: beatriz-nunes",
    "SAM111": "reports_to: anand\n    roles: [champion",
    "SAM113": "let Desmet show how Zeebrugge folds",
    "SAM107": "date: 2026-09-10\n    ours: [grace-adeyemi, farah-iqbal]\n    theirs: [astley]",
    "SAM404": "date: 2026-09-22",
    "SAM206": "client_gets: Ten hours",
    "SAM208": "baseline: 1140, target: 600",
    "SAM213": "kept: 2026-09-14",
    "SAM221": "class: B\n    why: Blewett",
    "SAM217": "response: Two more drivers",
    "SAM309": "unit: rose\n    offering: bed-linen\n    kind: renew",
    "SAM501": "{value: cooperative, as_of: 2026-10-02",
    "SAM606": "amount: 21000\n    status: confirmed\n    as_of: 2026-08-13",
    "SAM312": "settled: 2026-08-17",
    "SAM226": "status: agreed\n    due: 2026-10-09",
}
"""What the key asks for, as it stands in the repaired file."""


def test_the_repair_does_what_the_key_says_and_no_more():
    before, after = (ROOT / FILE).read_text(encoding="utf-8"), REPAIRED.read_text(encoding="utf-8")
    assert MENDED.keys() == NAMED.keys()
    for code, words in MENDED.items():
        assert words not in before, code
        assert after.count(words) == 1, code
    for one in exercise().unseen:
        assert one.line not in after, "what no rule sees is struck out"
    old, new = before.splitlines(), after.splitlines()
    changed = [line for line in difflib.ndiff(old, new) if line[:2] in ("- ", "+ ")]
    assert len(changed) <= 75, "nothing else is rewritten"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (", kept: 2026-09-14", "", "SAM213"),
        ("date: 2026-09-22", "date: 2026-10-22", "SAM404"),
        (
            "[grace-adeyemi, farah-iqbal]\n    theirs: [astley]\n    what: By",
            "[grace-adeyemi]\n    theirs: [astley]\n    what: By",
            "SAM115",
        ),
    ],
)
def test_half_a_repair_is_found(tmp_path, old, new, code):
    text = REPAIRED.read_text(encoding="utf-8")
    assert text.count(old) == 1
    (company(tmp_path) / FILE).write_text(text.replace(old, new), encoding="utf-8")
    hits = check_practice(read_project(Folders(tmp_path)), [FILE])
    assert [one.code for one in hits] == [code]


def own(root: Path) -> Project:
    """Read it as a company that has nothing of the example but the models: no account, another team, another clock."""
    company(root)
    shutil.rmtree(root / "accounts")
    (root / "accounts").mkdir()
    (root / "playbook/playbook.yml").write_text(
        "schema: 1\ncompany: Elsewhere\ncurrency: SEK\nas_of: 2031-03-03\n"
        "tiers: [{id: gold, name: Gold, contact_lasts: 7}]\n",
        encoding="utf-8",
    )
    (root / "playbook/team.yml").write_text("team: [{id: me, name: Me Myself, role: All}]\n", encoding="utf-8")
    (root / "playbook/offerings.yml").write_text("offerings: []\n", encoding="utf-8")
    return read_project(Folders(root))


def test_a_company_of_its_own_finds_the_same(tmp_path):
    assert found(own(tmp_path)) == NAMED


def test_a_copy_is_checked_by_its_name(tmp_path):
    company(tmp_path)
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    copy = tmp_path / "playbook/cases/practice/accounts/my-copy.yml"
    shutil.copy(tmp_path / FILE, copy)
    config = ["--config", str(tmp_path / "mkdocs.yml")]
    result = CliRunner().invoke(main, ["check", str(copy), *config])
    assert "my-copy.yml: 13 warnings, 2 notes." in result.output
    shutil.copy(REPAIRED, copy)
    result = CliRunner().invoke(main, ["check", str(copy), *config])
    assert result.output.endswith("my-copy.yml: no problems.\n")
    result = CliRunner().invoke(main, ["check", *config])
    assert "/practice/" not in result.output


def test_an_exercise_on_a_file_that_is_not_there(tmp_path):
    path = company(tmp_path) / "playbook/cases/practice/repair-the-plan.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("account: skelwick", "account: skelwik"), encoding="utf-8")
    with pytest.raises(ReadingProblems) as raised:
        read_project(Folders(tmp_path))
    (problem,) = raised.value.problems
    assert problem.code == "SAM050"
    assert problem.remedy.startswith("Did you mean skelwick?")


def test_a_stray_file_would_not_be_read(tmp_path):
    (company(tmp_path) / "playbook/cases/practice/notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ReadingProblems) as raised:
        read_project(Folders(tmp_path))
    assert [one.code for one in raised.value.problems] == ["SAM002"]


def test_what_a_practice_file_loses_is_a_finding(tmp_path):
    path = company(tmp_path) / "playbook/models/continuum.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- id: board-heard-us\n", "- id: board-heard-someone\n"), encoding="utf-8")
    lost = [one for one in check(read_project(Folders(tmp_path))) if one.code == "SAM406"]
    assert [one.place.file for one in lost] == ["playbook/cases/practice/accounts/brantholme.yml"]


def test_the_file_behind_the_diagnosis_holds_no_surprise():
    """It is written for its signs alone, so it lacks much; that is not what the exercise is about."""
    cases = example().cases
    account = next(one for one in cases.practice.accounts if one.id == "brantholme")
    assert {one.code[:4] for one in check_account(account, cases.playbook, cases.as_of)} <= {
        "SAM1",
        "SAM2",
        "SAM3",
        "SAM5",
        "SAM6",
    }
