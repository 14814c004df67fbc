"""What is installed, and what the wheel carries."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
STARTER = ("accounts", "playbook", "mkdocs.yml")


def listed(*paths: str) -> set[str]:
    done = subprocess.run(["git", "ls-files", "-z", *paths], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return set(filter(None, done.stdout.split("\0")))


def test_the_wheel_carries_the_starter_and_nothing_else(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = set(zipfile.ZipFile(wheel).namelist())
    starter = {name.removeprefix("sam_gen/starter/") for name in names if name.startswith("sam_gen/starter/")}
    assert starter == listed(*STARTER)
    code = {name for name in names if name.startswith("sam_gen/") and not name.startswith("sam_gen/starter/")}
    assert code == listed("--cached", "--others", "--exclude-standard", "sam_gen")
    assert {"sam_gen/templates/desk.md", "sam_gen/assets/sam.css", "sam_gen/py.typed"} <= code


def test_requirements_follow_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements/project.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == project["dependencies"]


def test_every_extra_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements/dev.in").read_text(encoding="utf-8").splitlines()
    assert set().union(*project["optional-dependencies"].values()) <= set(lines)


@pytest.mark.parametrize("name", ["site.txt", "dev.txt"])
def test_requirements_are_hashed_and_name_no_place(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|find-links|trusted-host|@ file:", text)
    pinned = re.findall(r"^([a-z0-9][\w.-]*)==\S+ \\\n +--hash=sha256:", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 5


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    extras = (one for some in project["optional-dependencies"].values() for one in some)
    for requirement in (*project["dependencies"], *extras):
        assert f"`{re.split('[<>=]', requirement)[0]}`" in page, requirement


def test_the_starter_is_found_beside_the_package_or_in_it(tmp_path: Path) -> None:
    from sam_gen.reading.starter import starter

    assert (starter() / "playbook/playbook.yml").is_file()
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path / "wheel"), versions=["standard"])
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    code = "from sam_gen.reading.starter import starter; print(starter())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "installed", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "installed/sam_gen/starter")
