"""What is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sam_gen.model.place import Place

_LONGEST = 400

MOST_LISTED = 200
"""Problems of one kind listed for one file; a file with more has one cause, and nobody reads on."""


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


def listed(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first MOST_LISTED problems and, if another follows, one that says so; the rest is not worked out."""
    pending = iter(problems)
    first = list(islice(pending, MOST_LISTED))
    return first + [more_follow(problem.place) for problem in islice(pending, 1)]


def more_follow(place: Place) -> Problem:
    """Say that the list of problems ends here although the file has more."""
    message = f"more problems like the {MOST_LISTED} listed follow from here on"
    return Problem(place, "SAM009", message, "Mend those first, then check again.")


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
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
