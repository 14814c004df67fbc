"""Which part of a project somebody asked to see: a file, a folder, or the account a file is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sam_gen.checks.finding import Finding
from sam_gen.model.problem import Problem
from sam_gen.reading.folders import Folders


@dataclass(frozen=True)
class Scope:
    """Files and folders by their names in messages; without any, everything."""

    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: Iterable[str], folders: Folders) -> Scope:
        """Widen a part of an account that is a folder to its whole account."""
        return cls(tuple(dict.fromkeys(_whole(name, folders) for name in names)))

    @property
    def said(self) -> str:
        """The parts in words; nothing for everything."""
        return ", ".join(self.names)

    def covers(self, file: str) -> bool:
        """Whether a file is one of them, or lies in one of them."""
        return not self.names or any(name in (".", file) or file.startswith(f"{name}/") for name in self.names)

    def of_findings(self, found: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return the findings of these parts."""
        return tuple(one for one in found if self.covers(one.place.file))

    def of_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return the reading problems of these parts."""
        return [one for one in problems if self.covers(one.place.file)]


def _whole(name: str, folders: Folders) -> str:
    account = name.removeprefix(f"{folders.accounts}/")
    return f"{folders.accounts}/{account.partition('/')[0]}" if account != name else name
