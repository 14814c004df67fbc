"""What is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.place import Place

_LONGEST = 200


@dataclass(frozen=True, order=True)
class Problem:
    """One reading problem; problems sort by file, line and column."""

    place: Place
    code: str
    """`SAM0xx`, stable over versions."""
    message: str
    """What is wrong, in one sentence without a full stop."""
    remedy: str = ""
    """What to do, in one sentence."""

    def __str__(self) -> str:
        head = f"{_printable(str(self.place))} {self.code} {_printable(self.message)}"
        return f"{head}\n    {_printable(self.remedy)}" if self.remedy else head


class ReadingProblems(Exception):
    """Raised when a project cannot be read; carries every problem of every file, sorted."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(summary(self.problems))


def summary(problems: list[Problem]) -> str:
    """Say how many problems there are in how many files."""
    files = len({problem.place.file for problem in problems})
    return f"{_count(len(problems), 'problem')} in {_count(files, 'file')}"


def quoted(text: str) -> str:
    """Show a piece of somebody's file inside a message: quoted, shortened, nothing a terminal would obey."""
    short = text if len(text) <= 60 else f"{text[:57]}…"
    return f"“{_printable(short)}”"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _printable(text: str) -> str:
    shown = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
    return shown if len(shown) <= _LONGEST * 2 else f"{shown[: _LONGEST * 2 - 1]}…"
