"""A function of a drawing or a page fits a screen, and a module tells one story."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("draw", "pages")
MODULES = [path for room in ROOMS for path in sorted((ROOT / "sam_gen" / room).rglob("*.py"))]
SCREEN, LONGEST = 50, 300
YET_TO_CUT = {"training.py"}
"""Modules that tell more than one story; who cuts one takes its name out."""


def too_long(text: str) -> Iterator[str]:
    """Yield the name of every function of more than a screen."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > SCREEN:
                yield f"{node.name}: {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_function_fits_a_screen_and_a_module_tells_one_story(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(too_long(text)) == []
    assert (text.count("\n") > LONGEST) == (path.name in YET_TO_CUT)


def test_a_long_function_is_seen() -> None:
    body = "    pass\n" * SCREEN
    assert list(too_long(f"def long():\n{body}")) == ["long: 51 lines"]
    assert list(too_long(f"def fits():\n{body[9:]}")) == []
