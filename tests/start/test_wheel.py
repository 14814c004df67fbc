"""The built wheel, as somebody who never saw the repository uses it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from start.test_start import TEN_KEYS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    return folder / "installed"


def sam_gen(installed: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "sam_gen", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_new_and_build(installed: Path, tmp_path: Path) -> None:
    sam_gen(installed, tmp_path, "new", "x")
    sam_gen(installed, tmp_path / "x", "build")
    assert (tmp_path / "x/site/accounts/grevenau/map/index.html").is_file()
    assert (tmp_path / "x/site/training/start-first-facts/index.html").is_file()


def test_empty_then_the_ten_keys(installed: Path, tmp_path: Path) -> None:
    sam_gen(installed, tmp_path, "new", "x", "--empty", "--ci", "github")
    sam_gen(installed, tmp_path / "x", "add", "account", "Hafenwerk Logistik")
    (tmp_path / "x/accounts/hafenwerk-logistik.yml").write_text(TEN_KEYS, encoding="utf-8")
    sam_gen(installed, tmp_path / "x", "build")
    assert (tmp_path / "x/site/accounts/hafenwerk-logistik/brief/index.html").is_file()
    assert (tmp_path / "x/.github/workflows/site.yml").is_file()
