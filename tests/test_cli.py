"""The command line as somebody at a terminal sees it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sam_gen import __version__
from sam_gen.cli import main

ROOT = Path(__file__).parents[1]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("accounts", "playbook"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_check_counts_what_it_read(here: Path) -> None:
    done = run("check")
    assert done.exit_code == 0
    last = done.output.splitlines()[-1]
    assert re.fullmatch(r"7 accounts, \d+ people, \d+ of us: \d+ warnings(, \d+ notes?)?\.", last)


def test_check_lists_every_problem_of_every_file_sorted(here: Path) -> None:
    shutil.rmtree(here / "accounts")
    (here / "accounts").mkdir()
    (here / "accounts/grevenau.yml").write_text("name: G\ntier: gold\nlaed: x\n", encoding="utf-8")
    (here / "accounts/kiviranta.yml").write_text("nam: K\n", encoding="utf-8")
    (here / "playbook/team.yml").write_text("team: [{id: A}]\n", encoding="utf-8")
    done = run("check")
    assert done.exit_code == 1
    places = re.findall(r"^(\S+?):(\d+):(\d+) (SAM\d\d\d) ", done.output, re.MULTILINE)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))
    assert {place[0] for place in places} == {
        "accounts/grevenau.yml",
        "accounts/kiviranta.yml",
        "playbook/team.yml",
    }
    assert "Did you mean name?" in done.output
    assert f"{len(places)} problems in 3 files." in done.output


def test_check_of_one_file_speaks_of_that_file(here: Path) -> None:
    (here / "accounts/grevenau.yml").write_text("nam: G\n", encoding="utf-8")
    assert run("check", "accounts/kiviranta.yml").exit_code == 0
    assert "grevenau" not in run("check", "accounts/kiviranta.yml").output
    assert run("check", "accounts/grevenau.yml").exit_code == 1


def test_check_without_mkdocs_yml_reads_the_usual_folders(here: Path) -> None:
    (here / "mkdocs.yml").unlink()
    assert run("check").exit_code == 0


def test_build_says_where_the_site_is(here: Path) -> None:
    done = run("build")
    assert done.exit_code == 0, done.output
    assert "seen from 2026-11-20: site/index.html" in done.output
    assert (here / "site/accounts/grevenau/index.html").is_file()


@pytest.mark.parametrize(
    "arguments", [("biuld",), ("build", "--as-of", "tomorrow"), ("build", "--as-of", "2026-02-30"), ("check", "--x")]
)
def test_wrong_usage_is_two(here: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.output


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_wrong_mkdocs_yml_is_said_in_a_sentence(here: Path, command: str) -> None:
    (here / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    done = run(command)
    assert done.exit_code == 1
    assert "mkdocs.yml is wrong" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("arguments", [("check",), ("build",), ("serve",), ("write", "tree"), ("add", "account", "X")])
def test_outside_a_playbook_one_sentence_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.output == (
        "Error: there is no mkdocs.yml here: cd into your playbook, or lay a playbook down with sam-gen new DIR.\n"
    )
    assert not any(tmp_path.iterdir())


def test_a_playbook_one_step_away_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "playbook/models")
    assert "no mkdocs.yml here: cd ../.. first" in run("check").output
    (here / "inner/playbook").mkdir(parents=True)
    shutil.move(here / "mkdocs.yml", here / "inner")
    shutil.rmtree(here / "playbook")
    monkeypatch.chdir(here)
    assert "no mkdocs.yml here: cd inner first" in run("build").output


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_without_the_playbook_folder_one_sentence(here: Path, command: str) -> None:
    shutil.rmtree(here / "playbook")
    done = run(command)
    assert done.exit_code == 2
    assert done.output.startswith("Error: mkdocs.yml is here, but the folder playbook/ is not; ")
    assert done.output.count("\n") == 1


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_site_needs_mkdocs_yml(here: Path, command: str) -> None:
    (here / "mkdocs.yml").unlink()
    done = run(command)
    assert done.exit_code == 2
    assert "there is no mkdocs.yml beside playbook/" in done.output


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("tomorrow", "“tomorrow” is not a date. Write it as YYYY-MM-DD, for example "),
        ("20.11.2026", "“20.11.2026” is not a date. Did you mean 2026-11-20? "),
        ("11/20/2026", "“11/20/2026” is not a date. Did you mean 2026-11-20? "),
        ("5/6/2026", "“5/6/2026” is not a date. Write it as YYYY-MM-DD"),
        ("2026-02-30", "“2026-02-30” is not a day of the calendar. "),
        ("", "“” is not a date. "),
        ("0001-01-01", "the year 0001 cannot be meant. "),
    ],
)
def test_a_wrong_day_names_the_form_and_the_likely_one(here: Path, typed: str, said: str) -> None:
    done = run("check", "--as-of", typed)
    assert done.exit_code == 2
    assert f"Invalid value for '--as-of': {said}" in done.output


def test_help_says_what_a_file_is() -> None:
    assert "stands for the whole account" in " ".join(run("check", "--help").output.split())


def test_version() -> None:
    assert run("--version").output == f"sam-gen, version {__version__}\n"


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in main.commands:
        assert f"`sam-gen {name}" in readme, name
