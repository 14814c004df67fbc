"""`sam-gen check` and `sam-gen explain` at a terminal and in a pipeline."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers import ROOT

from sam_gen.checks.report import FORMATS
from sam_gen.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("accounts", "playbook"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def settings(here: Path, text: str) -> None:
    (here / "playbook/models/rules.yml").write_text(f"about: What matters.\nrules:\n{text}", encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_warnings_fail_only_when_strict(here: Path, form: str):
    assert run("check", "--format", form).exit_code == 0
    assert run("check", "--format", form, "--strict").exit_code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_an_error_fails(here: Path, form: str):
    settings(here, "  - {code: SAM212, severity: error}\n")
    assert run("check", "--format", form).exit_code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_reading_problems_fail_in_every_format(here: Path, form: str):
    (here / "accounts/grevenau.yml").write_text("nam: G\n", encoding="utf-8")
    done = run("check", "--format", form)
    assert done.exit_code == 1
    assert "SAM030" in done.stdout
    assert "problems in 1 file." in done.stderr
    if form in ("gitlab", "json", "sarif"):
        json.loads(done.stdout)


def test_files_are_judged_alone(here: Path):
    both = json.loads(run("check", "--format", "json").stdout)["findings"]
    one = json.loads(run("check", "accounts/kiviranta.yml", "--format", "json").stdout)["findings"]
    assert one == [finding for finding in both if finding["file"] == "accounts/kiviranta.yml"]
    assert 0 < len(one) < len(both)


@pytest.fixture
def split(here: Path) -> Path:
    """The example, one of its accounts split into a folder."""
    whole = here / "accounts/kiviranta.yml"
    text = whole.read_text(encoding="utf-8")
    at = text.index("\npeople:") + 1
    after = at + re.search(r"\n(?=[a-z_]+:)", text[at:]).end()
    whole.unlink()
    folder = here / "accounts/kiviranta"
    folder.mkdir()
    (folder / "account.yml").write_text(text[:at] + text[after:], encoding="utf-8")
    (folder / "people.yml").write_text(text[at:after], encoding="utf-8")
    return here


@pytest.mark.parametrize(
    "name", ["accounts/kiviranta/people.yml", "accounts/kiviranta/account.yml", "accounts/kiviranta"]
)
def test_a_part_stands_for_its_account(split: Path, name: str):
    every = json.loads(run("check", "--format", "json").stdout)["findings"]
    some = json.loads(run("check", name, "--format", "json").stdout)["findings"]
    assert some == [finding for finding in every if finding["account"] == "kiviranta"]
    assert {finding["file"] for finding in some} > {"accounts/kiviranta/account.yml"}
    assert run("check", name).stdout.splitlines()[-1].startswith("accounts/kiviranta: ")


def test_a_part_shows_the_problems_of_its_account(split: Path):
    with (split / "accounts/kiviranta/account.yml").open("a", encoding="utf-8") as file:
        file.write("laed: x\n")
    done = run("check", "accounts/kiviranta/people.yml")
    assert done.exit_code == 1
    assert "accounts/kiviranta/account.yml:" in done.stdout
    other = run("check", "accounts/grevenau.yml")
    assert other.exit_code == 0
    assert "No reading problem in accounts/grevenau.yml." in other.stdout
    assert "1 problem in 1 file; sam-gen check lists them." in other.stdout


def test_a_name_that_only_begins_alike_is_another_account(split: Path):
    (split / "accounts/kiviranta-oy.yml").write_text("name: K\n", encoding="utf-8")
    assert "kiviranta-oy" not in run("check", "accounts/kiviranta/people.yml").stdout


def test_folders_and_everything(here: Path):
    whole = json.loads(run("check", "--format", "json").stdout)
    assert json.loads(run("check", "accounts", "--format", "json").stdout) == whole
    assert json.loads(run("check", ".", "--format", "json").stdout) == whole
    assert json.loads(run("check", "playbook", "--format", "json").stdout)["findings"] == []


def test_a_file_that_check_does_not_read_is_wrong_usage(here: Path):
    (here / "notes.md").write_text("x", encoding="utf-8")
    done = run("check", "notes.md")
    assert done.exit_code == 2
    assert "check does not read “notes.md”; it reads accounts/, playbook/, coaching/." in done.stderr


def test_coaching_is_checked_too(here: Path):
    (here / "coaching/people").mkdir(parents=True)
    (here / "coaching/people/mira-hom.yml").write_text("{}\n", encoding="utf-8")
    done = run("check", "coaching")
    assert done.exit_code == 1
    assert "Did you mean mira-holm.yml?" in done.stdout


def test_explain(here: Path):
    assert run("explain", "sam107").stdout.startswith("SAM107: ")
    assert "seen from 2026-10-01" in run("explain", "grevenau", "backing", "--as-of", "2026-10-01").stdout


def test_explain_an_account_lists_its_figures(here: Path):
    assert "\n  in_touch " in run("explain", "grevenau").stdout


def test_a_code_is_explained_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert run("explain", "SAM107").exit_code == 0
    assert run("explain", "grevenau").exit_code == 2


@pytest.mark.parametrize(
    "arguments", [("SAM999",), ("grevena", "backing"), ("grevenau", "bakcing"), ("grevena",), ("backing",), ()]
)
def test_explain_of_nothing_is_wrong_usage(here: Path, arguments: tuple[str, ...]):
    done = run("explain", *arguments)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
