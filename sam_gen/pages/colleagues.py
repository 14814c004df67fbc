"""Our own people as links to their pages."""

from __future__ import annotations

from collections.abc import Iterable

from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.pages.tables import Cell, Link


class Colleagues:
    """Names and addresses of everybody in team.yml."""

    def __init__(self, playbook: Playbook) -> None:
        self._names = {colleague.id: colleague.name for colleague in playbook.team}

    def name(self, reference: str | None) -> str:
        """Return the full name; empty for nobody and for somebody of theirs."""
        return self._names.get(key_of(reference), "") if not (reference or "").startswith("people/") else ""

    def link(self, reference: str | None) -> Link:
        """Return the name with the address of their page."""
        name = self.name(reference)
        return Link(name, address(key_of(reference)) if name else "")

    def cell(self, reference: str | None, nobody: str) -> Cell:
        """Return a cell with the name, or with what to say where there is none."""
        link = self.link(reference)
        return Cell(link.text, link.to) if link.text else Cell(nobody, tone="ochre")

    def links(self, references: Iterable[str]) -> tuple[Link, ...]:
        """Return the names of several, in their order."""
        return tuple(link for link in map(self.link, references) if link.text)


def address(colleague: str) -> str:
    """Return the address of one of us."""
    return f"people/{colleague}/"
