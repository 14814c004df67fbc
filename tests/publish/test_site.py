"""`sam-gen build`: the old site or the new one, never something between."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from sam_gen.publish import site


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def sam_gen(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sam_gen", *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_builds_every_page(project: Path) -> None:
    _, target = site.build(project / "mkdocs.yml")
    pages = {path.parent.relative_to(target).as_posix() for path in target.rglob("index.html")}
    assert {".", "accounts/grevenau", "accounts/kiviranta"} <= pages
    assert not list(project.glob(".site-*"))


BROKEN = {
    "a file that cannot be read": ("accounts/grevenau.yml", "name: [\n"),
    "a wrong reference": ("accounts/kiviranta.yml", "name: Kiviranta\nlead: nobody\n"),
    "a broken playbook": ("playbook/team.yml", "team: nobody\n"),
    "a hand-written page at a generated address": ("docs/accounts/grevenau.md", "# Mine\n"),
    "a dead link in the manual": ("docs/more.md", "# More\n\n<a href='x'></a><a href=\"../nowhere/\">there</a>\n"),
    "a dead fragment in the manual": ("docs/more.md", '# More\n\n<a href="#nowhere">there</a>\n'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_failed_build_changes_nothing(project: Path, name: str) -> None:
    site.build(project / "mkdocs.yml")
    before = tree(project / "site")
    file, text = BROKEN[name]
    (project / file).parent.mkdir(exist_ok=True, parents=True)
    (project / file).write_text(text, encoding="utf-8")
    done = sam_gen(project, "build")
    assert done.returncode == 1
    assert "Nothing was written." in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert tree(project / "site") == before
    assert not list(project.glob(".site-*"))


def test_a_site_that_fails_for_the_first_time_leaves_no_folder(project: Path) -> None:
    (project / "accounts/grevenau.yml").write_text("", encoding="utf-8")
    assert sam_gen(project, "build").returncode == 1
    assert not (project / "site").exists()


def test_an_old_page_goes_with_its_account(project: Path) -> None:
    site.build(project / "mkdocs.yml")
    (project / "accounts/grevenau.yml").unlink()
    _, target = site.build(project / "mkdocs.yml")
    assert not (target / "accounts/grevenau").exists()


def test_an_interrupted_switch_is_recovered(project: Path) -> None:
    site.build(project / "mkdocs.yml")
    (project / "site").rename(project / ".site-old")
    (project / "accounts/grevenau.yml").write_text("tier: [", encoding="utf-8")
    (project / "docs/more.md").write_text('<a href="#nowhere">x</a>', encoding="utf-8")
    assert sam_gen(project, "build").returncode == 1
    (project / "accounts/grevenau.yml").write_text("name: Grevenau\n", encoding="utf-8")
    assert sam_gen(project, "build").returncode == 1, "the dead link stops it after the old site is back"
    assert (project / "site/index.html").is_file()


@pytest.mark.parametrize("target", [".", "..", "accounts"])
def test_refuses_a_target_that_is_not_a_site(project: Path, target: str) -> None:
    before = tree(project)
    done = sam_gen(project, "build", "--site-dir", target)
    assert done.returncode == 1, done.stdout
    assert tree(project) == before
    assert "Traceback" not in done.stderr


def test_builds_are_equal_to_the_byte(project: Path, tmp_path: Path) -> None:
    surroundings = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"},
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "3", "LANG": "de_DE.UTF-8"},
    ]
    built = []
    for i, environment in enumerate(surroundings):
        done = sam_gen(project, "build", "--site-dir", str(tmp_path / f"site{i}"), **environment)
        assert done.returncode == 0, done.stderr
        built.append(tree(tmp_path / f"site{i}"))
    assert built[0] == built[1] == built[2]


def test_as_of_moves_the_clock(project: Path) -> None:
    assert sam_gen(project, "build", "--as-of", "2027-02-01").returncode == 0
    shown = (project / "site/index.html").read_text(encoding="utf-8").replace("&#160;", " ").replace("\u00a0", " ")
    assert "Monday 1 February 2027" in shown


def test_mkdocs_build_stops_on_reading_problems(project: Path) -> None:
    (project / "accounts/grevenau.yml").write_text("name: Grevenau\ntier: gold\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "accounts/grevenau.yml:2:7 SAM050" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_mkdocs_dirty_is_refused(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--dirty"],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "--dirty" in done.stderr
    assert "Traceback" not in done.stderr


OPTIONS = {
    "acounts: clients": "did you mean accounts?",
    "accounts: [a, b]": "accounts",
    "colour: red": "no option “colour”",
}


@pytest.mark.parametrize("option", OPTIONS)
def test_a_wrong_plugin_option_is_one_sentence(project: Path, option: str) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  - sam\n", f"  - sam:\n      {option}\n")
    config.write_text(text, encoding="utf-8")
    done = sam_gen(project, "build")
    assert done.returncode == 1
    assert OPTIONS[option] in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2, done.stderr


def test_other_folders_can_be_named(project: Path) -> None:
    (project / "accounts").rename(project / "clients")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  - sam\n", "  - sam:\n      accounts: clients\n")
    config.write_text(text, encoding="utf-8")
    assert sam_gen(project, "build").returncode == 0
    page = (project / "site/accounts/grevenau/index.html").read_text(encoding="utf-8")
    assert "clients/grevenau.yml" in unescape(page)


def test_without_the_plugin_it_says_so(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("  - sam\n", ""), encoding="utf-8")
    done = sam_gen(project, "build")
    assert (done.returncode, "does not name the plugin sam" in done.stderr) == (1, True)


def test_without_mkdocs_yml_it_says_so(tmp_path: Path) -> None:
    done = sam_gen(tmp_path, "build")
    assert (done.returncode, "there is no mkdocs.yml here" in done.stderr) == (2, True)


def test_nothing_internal_to_the_theme_is_missing(project: Path) -> None:
    """A page of an account stays small: no other account, no long navigation."""
    site.build(project / "mkdocs.yml")
    page = (project / "site/accounts/grevenau/index.html").read_text(encoding="utf-8")
    assert "kiviranta" not in page.lower()
    sidebar = page[page.index("md-sidebar--primary") : page.index("md-sidebar--secondary")]
    assert sidebar.count("href=") < 12, "the sections of the site and nothing below them"
