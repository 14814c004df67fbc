"""Case files of assessments: an account, what is expected of it, and the arithmetic in words.

    === the name of the case
    YAML of the account
    --- why: the arithmetic in words
    one expected line after the other

Every case is seen from 2026-11-20, with the tiers and the team of tests/helpers.py. `account:` may be left out: each
file begins with the lines all its accounts share, and a case that sets one of these keys sets it anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from helpers import only

from sam_gen.model.account import Account
from sam_gen.model.project import Project

FOLDER = Path(__file__).parent / "assess" / "cases"


@dataclass(frozen=True)
class Case:
    """One case of a file."""

    name: str
    yaml: str
    why: str
    expected: tuple[str, ...]

    def read(self) -> tuple[Project, Account]:
        """Read the account."""
        return only(f"{self.yaml}\n")


def cases(name: str) -> list[Case]:
    """Read every case of a file; what stands before the first one is put before each."""
    shared, *blocks = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n=== ")
    shared = "\n".join(line for line in shared.splitlines() if not line.startswith("#"))
    return [_case(shared, block) for block in blocks]


def _case(shared: str, block: str) -> Case:
    title, _, rest = block.partition("\n")
    yaml, _, after = rest.partition("\n--- why: ")
    why, _, expected = after.partition("\n")
    lines = tuple(line for line in expected.splitlines() if line and not line.startswith("#"))
    return Case(title.strip(), f"{shared}\n{yaml}", why.strip(), lines)
