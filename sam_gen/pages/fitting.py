"""The tools that fit an account, as the overview shows them below what needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.tools import Fit
from sam_gen.pages.chooser import tool_address
from sam_gen.pages.tables import Link
from sam_gen.pages.words import capital


@dataclass(frozen=True)
class FittingRow:
    """One tool with the reason why it stands there."""

    tool: Link
    why: str


def fitting_rows(fits: Sequence[Fit]) -> tuple[FittingRow, ...]:
    """Say of each tool what it would help with: its heaviest reason; the others are in the list above it."""
    return tuple(FittingRow(Link(fit.tool.name, tool_address(fit.tool)), capital(fit.because[0].text)) for fit in fits)
