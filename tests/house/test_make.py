"""What `make` says on a machine that lacks something."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LACKING = {
    "venv": ("*ensurepip*", "sudo apt-get install python3-venv"),
    "a new enough Python": ("*version_info*", "Python 3.11 or newer is needed"),
}


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize("what", LACKING)
@pytest.mark.parametrize("goal", ["site", "serve", "test"])
def test_make_says_what_is_lacking(tmp_path: Path, goal: str, what: str) -> None:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    pattern, said = LACKING[what]
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\ncase "$2" in {pattern}) exit 1;; esac\n', encoding="utf-8")
    python.chmod(0o755)
    done = subprocess.run(["make", goal, f"PYTHON={python}"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert said in done.stdout
    assert not (tmp_path / ".venv").exists()
