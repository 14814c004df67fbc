"""How a playbook begins, as somebody with an empty folder does it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sam_gen.cli import main
from sam_gen.reading.folders import Folders
from sam_gen.start.migrate import migrate

TEN_KEYS = """\
name: Hafenwerk Logistik
tier: key
lead: first-colleague
backup: first-colleague
timeframe: 2027
as_of: 2026-11-02
initiatives: [{id: paperless, name: Night shift without paper, owner: rao}]
people:
  - {id: rao, name: Priya Rao, title: COO, roles: [decider], support: supporter}
  - {id: lund, name: Per Lund, title: Site manager, roles: [champion], support: mentor}
objectives:
  - {name: Two sites live by May, for: paperless, client_gets: 2 h less per shift, we_get: 180000, due: 2027-05-31}
actions: [{what: Walk the Bremen night shift with Lund, owner: first-colleague, due: 2026-11-20}]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_new_builds_at_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    done("check")
    done("build")
    assert (here / "ours/site/accounts/grevenau/index.html").is_file()
    assert "/coaching/" in (here / "ours/.gitignore").read_text(encoding="utf-8")
    assert (here / "ours/docs/schema/account.json").is_file()


def test_an_empty_one_takes_its_first_account(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours", "--empty", "--ci", "gitlab")
    monkeypatch.chdir(here / "ours")
    done("build")
    assert "as_of" not in (here / "ours/playbook/playbook.yml").read_text(encoding="utf-8")
    assert "hafenwerk-logistik.yml is written" in done("add", "account", "Hafenwerk Logistik")
    done("build")
    (here / "ours/accounts/hafenwerk-logistik.yml").write_text(TEN_KEYS, encoding="utf-8")
    done("build")
    page = (here / "ours/site/accounts/hafenwerk-logistik/index.html").read_text(encoding="utf-8")
    assert "Priya Rao" in page
    assert "retention" not in page


def test_the_first_own_account_ends_the_example(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    changed = here / "ours/accounts/kiviranta.yml"
    changed.write_text(changed.read_text(encoding="utf-8") + "# ours now\n", encoding="utf-8")
    said = done("add", "account", "Öresund Fähren & Söhne")
    assert "Removed the example accounts/grevenau.yml" in said
    assert {path.name for path in (here / "ours/accounts").iterdir()} == {"kiviranta.yml", "oresund-fahren-sohne.yml"}
    playbook = (here / "ours/playbook/playbook.yml").read_text(encoding="utf-8")
    assert "\nas_of:" not in playbook
    assert "company:" in playbook
    done("check")


def test_an_example_in_a_folder_stays_whole_when_one_of_its_files_was_changed(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    changed = here / "ours/accounts/ondaria/reviews.yml"
    changed.write_text(changed.read_text(encoding="utf-8") + "# ours now\n", encoding="utf-8")
    files = {path.name for path in changed.parent.iterdir()}
    done("add", "account", "Ours")
    assert {path.name for path in (here / "ours/accounts").iterdir()} == {"ondaria", "ours.yml"}
    assert {path.name for path in changed.parent.iterdir()} == files


def test_what_is_still_the_examples_is_listed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = done("new", "ours")
    for line in ("playbook/playbook.yml:3   the company, Tarvall", "playbook/team.yml:1 ", "playbook/offerings.yml:1 "):
        assert f"  {line}" in said
    assert said.endswith("Next: cd ours && sam-gen serve\n")
    monkeypatch.chdir(here / "ours")
    for name, was, now in (
        ("playbook.yml", "company: Tarvall", "company: Hollin & Co"),
        ("team.yml", "name: Mira Holm", "name: Mira Holmgren"),
        ("offerings.yml", "name: Dock slots", "name: Doors"),
    ):
        path = here / "ours/playbook" / name
        said = done("add", "account", f"Before {name}")
        assert f"  playbook/{name}:" in said
        path.write_text(path.read_text(encoding="utf-8").replace(was, now, 1), encoding="utf-8")
        assert f"  playbook/{name}:" not in done("add", "account", f"After {name}")
    assert "Still as it came" not in done("add", "account", "Last")


def test_placeholders_of_an_empty_one_are_listed_whatever_its_line_ends(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "playbook/playbook.yml:5   the company, Our company\n" in done("new", "ours", "--empty")
    monkeypatch.chdir(here / "ours")
    team = here / "ours/playbook/team.yml"
    team.write_bytes(team.read_bytes().replace(b"\n", b"\r\n"))
    assert "  playbook/team.yml:1       the team\n" in done("add", "account", "Hafenwerk")


def test_the_hints_of_a_new_account_become_lines_of_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    done("add", "account", "Hafenwerk")
    path = here / "ours/accounts/hafenwerk.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("#  - ", "  - "), encoding="utf-8")
    assert "accounts/hafenwerk.yml: " in done("check", "accounts/hafenwerk.yml")


def test_the_example_can_be_kept(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    done("add", "account", "Hafenwerk", "--keep-example")
    assert (here / "ours/accounts/grevenau.yml").is_file()
    assert "\nas_of: 2026-11-20" in (here / "ours/playbook/playbook.yml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    before = (here / "ours/accounts/grevenau.yml").read_bytes()
    assert run("new", "ours").exit_code == 1
    monkeypatch.chdir(here / "ours")
    again = run("add", "account", "Grevenau")
    assert again.exit_code == 1
    assert "nothing was overwritten" in again.output
    assert (here / "ours/accounts/grevenau.yml").read_bytes() == before


@pytest.mark.parametrize("name", ["Index", "", "   ", "a\x00b", "x\u202ey", "n" * 301])
def test_a_name_that_cannot_be_one_is_refused_in_a_sentence(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    result = run("add", "account", name)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert (here / "ours/accounts/grevenau.yml").is_file()


@pytest.mark.parametrize(
    "name", ["NO", "null", "#1 Co", "A: B", "O'Neill & Sons", "[draft]", "田中商店", "12:30", '"Q"', "a #b"]
)
def test_every_name_is_written_as_typed(here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    from sam_gen.reading.project import read_project

    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    done("add", "account", name)
    assert name in [account.name for account in read_project(Folders(here / "ours")).accounts]


def test_everything_of_ones_own_builds(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    shutil.rmtree(here / "ours/accounts")
    (here / "ours/accounts").mkdir()
    files = {
        "playbook.yml": "schema: 1\ncompany: Ours\ntiers: [{id: gold, name: Gold, contact_lasts: 60}]\n",
        "team.yml": "team: [{id: ann, name: Ann, role: Lead}]\n",
        "offerings.yml": "offerings: [{id: thing, name: Thing, does: Does it.}]\n",
    }
    for name, text in files.items():
        (here / "ours/playbook" / name).write_text(text, encoding="utf-8")
    done("build")


def test_migrate_has_nothing_to_do_yet(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done("new", "ours")
    monkeypatch.chdir(here / "ours")
    assert "Nothing to do" in done("migrate")


def test_a_step_changes_texts_and_keeps_comments(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts/a.yml").write_text("name: A # note\nboss: x\n", encoding="utf-8")
    (tmp_path / "accounts/b.yml").write_text("name: B\n", encoding="utf-8")
    steps = {1: lambda _, text: text.replace("boss:", "lead:")}
    assert migrate(Folders(tmp_path), 1, steps, newest=2) == ["accounts/a.yml"]
    assert (tmp_path / "accounts/a.yml").read_text(encoding="utf-8") == "name: A # note\nlead: x\n"
