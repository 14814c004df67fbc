"""The rules of the house, each run as its tool runs it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def run(*command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("arguments", [("check",), ("format", "--check")], ids=" ".join)
def test_ruff(arguments: tuple[str, ...]) -> None:
    done = run(BIN / "ruff", *arguments, ".")
    assert done.returncode == 0, done.stdout


def test_mypy() -> None:
    done = run(BIN / "mypy")
    assert done.returncode == 0, done.stdout


def test_imports_run_one_way() -> None:
    done = run(BIN / "lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout


WRONG = {
    "the model knows pages": ("model/place.py", "import sam_gen.pages.words"),
    "a drawing knows the model": ("draw/svg.py", "import sam_gen.model.place"),
    "render knows the model": ("render/links.py", "import sam_gen.model.scalars"),
    "an assessment knows advice": ("assess/claims.py", "import sam_gen.advise.ask"),
    "advice draws": ("advise/ask.py", "import sam_gen.draw.svg"),
    "a page knows the plugin": ("pages/desk.py", "import sam_gen.publish.plugin"),
    "a page knows MkDocs": ("pages/desk.py", "import mkdocs.plugins"),
    "a page reads YAML": ("pages/desk.py", "import yaml"),
    "the model knows a template engine": ("model/place.py", "import jinja2"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_import_from_the_wrong_room_is_caught(tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "sam_gen", tmp_path / "sam_gen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file, line = WRONG[name]
    path = tmp_path / "sam_gen" / file
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    done = run(BIN / "lint-imports", "--no-cache", cwd=tmp_path)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
