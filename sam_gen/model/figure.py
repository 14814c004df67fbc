"""`Figure`: a number that can say where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.place import Place


@dataclass(frozen=True)
class Reason:
    """One line of a because-list: a fact in words and where it stands in the files."""

    text: str
    place: Place | None = None
    counts: bool = True
    """Whether it adds to the value; a doubter is a reason why the count of those for us is not higher."""


@dataclass(frozen=True)
class Figure:
    """What an assessment found.

    `value` is None where it is not known yet; `ask` then holds the question whose answer would tell.
    """

    value: float | None
    unit: str
    """What is counted, as a reader would say it: "of 6 key players", "days"."""
    known: float = 1.0
    """The share of the inputs that are known, 0 to 1."""
    because: tuple[Reason, ...] = ()
    method: str = ""
    """The id of the method page that explains the arithmetic."""
    ask: str | None = None
