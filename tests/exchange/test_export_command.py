"""`export` at the terminal: where it writes, what it refuses, and what an edition keeps to itself."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers import PLAYBOOK, TEAM

from sam_gen.cli import main

CANARY = "zilpzalp"
ACCOUNT = """\
name: Acme
lead: mira-holm
people: [{id: rao, name: Priya Rao}]
actions: [{id: send, what: Send it, owner: mira-holm, due: 2026-11-24}]
"""
FORMS = [("ics",), ("csv", "actions"), ("csv", "people"), ("csv", "figures"), ("json",)]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("accounts", "playbook"):
        (tmp_path / folder).mkdir()
    (tmp_path / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
    (tmp_path / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
    (tmp_path / "accounts/acme.yml").write_text(ACCOUNT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    if arguments[0] == "ics":
        pytest.importorskip("icalendar")
    return CliRunner().invoke(main, ["export", *arguments])


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_the_team_edition_does_not_open_what_is_restricted(here: Path, form: tuple[str, ...]) -> None:
    before = run(*form)
    assert before.exit_code == 0, before.output
    for folder, name in (("people", "mira-holm"), ("accounts", "acme")):
        (here / "coaching" / folder).mkdir(parents=True)
        (here / "coaching" / folder / f"{name}.yml").write_text(f"{CANARY}: [\n", encoding="utf-8")
    after = run(*form)
    assert after.exit_code == 0
    assert after.stdout_bytes == before.stdout_bytes
    assert CANARY.encode() not in after.stdout_bytes
    coach = run(*form, "--edition", "coach")
    assert coach.exit_code == 1
    assert "coaching/people/mira-holm.yml:" in coach.output


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_a_file_has_the_same_bytes_as_the_terminal(here: Path, form: tuple[str, ...]) -> None:
    assert run(*form, "--out", "out.file").output == ""
    assert (here / "out.file").read_bytes() == run(*form).stdout_bytes != b""


WRONG = {
    "account": (("json", "--account", "acm"), "Did you mean acme? That is “Acme”, accounts/acme.yml:1:7."),
    "person": (("ics", "--of", "Mira Holm"), "Did you mean mira-holm?"),
    "table": (("csv", "peeple"), "'actions', 'people'"),
    "over an account": (("json", "--out", "accounts/acme.yml"), "holds what exports are made from"),
    "a folder that is not there": (("json", "--out", "no/where.json"), "cannot write no/where.json"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage(here: Path, name: str) -> None:
    arguments, said = WRONG[name]
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert said in done.output
    assert (here / "accounts/acme.yml").read_text(encoding="utf-8") == ACCOUNT


def test_a_file_that_cannot_be_read_stops_it(here: Path) -> None:
    (here / "accounts/acme.yml").write_text("nam: A\n", encoding="utf-8")
    done = run("json", "--out", "out.json")
    assert done.exit_code == 1
    assert "accounts/acme.yml:1:1 SAM030" in done.output
    assert not (here / "out.json").exists()


def test_without_the_library_it_says_how_to_get_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    done = CliRunner().invoke(main, ["export", "ics"])
    assert done.exit_code == 2
    assert "pip install 'sam_gen[exchange]'" in done.output


def test_the_day_is_the_one_it_is_seen_from(here: Path) -> None:
    whole = json.loads(run("json", "--as-of", "2026-12-01").stdout)
    assert (whole["as_of"], whole["edition"]) == ("2026-12-01", "team")
