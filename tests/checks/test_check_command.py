"""`sam-gen check` and `sam-gen explain` at a terminal and in a pipeline."""

from __future__ import annotations

import json
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


def test_explain(here: Path):
    assert run("explain", "sam107").stdout.startswith("SAM107: ")
    assert "seen from 2026-10-01" in run("explain", "grevenau", "backing", "--as-of", "2026-10-01").stdout


@pytest.mark.parametrize("arguments", [("SAM999",), ("grevena", "backing"), ("grevenau", "bakcing"), ()])
def test_explain_of_nothing_is_wrong_usage(here: Path, arguments: tuple[str, ...]):
    done = run("explain", *arguments)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
