"""A company takes entries out of its models: its cases stay readable, and what they lose is a finding."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from checks.check_cases import read
from click.testing import CliRunner
from helpers import ROOT, as_html, tags, text_of

from sam_gen.checks.check import check, check_cases
from sam_gen.checks.hygiene import lost_entry
from sam_gen.cli import main
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.training import training_pages
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.reading.shape import Shape, shape_of

CASE = """\
name: First
tier: key
units: [{{id: bremen, name: Bremen}}]
footprint: [{{unit: bremen, offering: {OFFERING}, held_by: us}}]
position:
  own_view: basic
  evidence:
    - {{indicator: {INDICATOR}, basis: observed, as_of: 2026-02-01}}
    - {{indicator: {OTHER}, basis: observed, as_of: 2026-02-01}}
selection:
  scores:
    - {{criterion: {CRITERION}, score: 3}}
    - {{criterion: {KEPT}, score: 4}}
"""


def without(text: str, id_: str) -> str:
    """Take one record of a list out of a file of YAML."""
    kept, dropping = [], 0
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if re.match(rf"\s*- (?:{{)?id: {id_}\b", line):
            dropping = indent + 1
        elif line.strip() and indent < dropping:
            dropping = 0
        kept += [] if dropping else [line]
    return "".join(kept)


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Lay down the example as a company that has its own models and offerings, and one case more."""
    for name in ("playbook", "accounts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    indicator, other = first(tmp_path, "models/continuum", "indicators")
    criterion, kept = first(tmp_path, "models/selection", "criteria")
    offering, _ = first(tmp_path, "offerings", "offerings")
    words = {"INDICATOR": indicator, "OTHER": other, "CRITERION": criterion, "KEPT": kept, "OFFERING": offering}
    (tmp_path / "playbook/cases/accounts/first.yml").write_text(CASE.format_map(words), encoding="utf-8")
    with (tmp_path / "playbook/cases/offerings.yml").open("a", encoding="utf-8") as offers:
        offers.write(f"  - {{id: {offering}, name: Of the case, does: Something.}}\n")
    return tmp_path


def first(root: Path, file: str, key: str) -> tuple[str, str]:
    """Return the first two ids of a list."""
    text = (root / f"playbook/{file}.yml").read_text(encoding="utf-8")
    a, b, *_ = re.findall(r"^\s*- (?:\{)?id: ([a-z0-9-]+)", text.partition(f"{key}:")[2], re.MULTILINE)
    return a, b


@pytest.fixture
def shrunk(company: Path) -> Path:
    """Take an indicator, a criterion and an offering out of the company's own files."""
    for file, key in (("models/continuum", "indicators"), ("models/selection", "criteria"), ("offerings", "offerings")):
        gone, _ = first(company, file, key)
        path = company / f"playbook/{file}.yml"
        path.write_text(without(path.read_text(encoding="utf-8"), gone), encoding="utf-8")
    shutil.rmtree(company / "playbook/cases/practice")
    for folder in ("accounts", "playbook/cases/accounts"):
        for path in (company / folder).iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "first.yml":
                path.unlink()
    return company


def test_what_a_case_loses_is_a_finding(shrunk):
    project = read_project(Folders(shrunk))
    (case,) = project.cases.accounts
    assert len(case.position.evidence) == 1
    assert len(case.selection.scores) == 1
    assert len(case.footprint) == 1, "its offerings are its own"
    found = [one for one in check(project) if one.code == "SAM406"]
    assert [(str(one.place), one.subject.partition("/")[0]) for one in found] == [
        ("playbook/cases/accounts/first.yml:8:19", "indicators"),
        ("playbook/cases/accounts/first.yml:12:19", "criteria"),
    ]
    assert {one.account for one in found} == {""}


def test_check_prints_it_with_its_remedy(shrunk):
    result = CliRunner().invoke(main, ["check", "--config", str(shrunk / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    assert "playbook/cases/accounts/first.yml:8:19 SAM406 warning: The case First names the indicator" in result.output
    assert f"    {lost_entry.remedy}" in result.output


def cases_page(project: Project) -> str:
    return as_html(next(page for page in training_pages(project) if page.path == "training/cases/"))


def test_the_page_of_cases_says_so(shrunk):
    html = cases_page(read_project(Folders(shrunk)))
    text = text_of(html)
    assert "For whoever builds the course: two references left out" in text
    assert "The case First names the criterion" in text
    assert "playbook/cases/accounts/first.yml:12" in text
    assert "../../reference/rules/sam406/" in [link.attributes["href"] for link in tags(html, "a")]


def test_a_whole_case_loses_nothing(company):
    project = read_project(Folders(company))
    assert project.cases.lost == ()
    assert "left out" not in text_of(cases_page(project))


def test_a_company_may_silence_it():
    text = "# a case for training\nname: Acme\nposition: {own_view: golden}\n"
    assert check_cases(read(text))
    assert not check_cases(read(text, rules="  - {code: SAM406, severity: 'off'}\n"))


def references(shape: Shape, before: str = "") -> set[str]:
    own = {f"{before}{key}" for key, refers in shape.references.items() if set(refers.lists) & LISTS}
    return own.union(*(references(inner, f"{before}{key}.") for key, inner in shape.records.items()))


LISTS = {"stages", "indicators", "signals", "criteria"}


def test_the_rule_reads_every_reference_to_a_model():
    assert references(shape_of(Account)) == set(lost_entry.reads)
