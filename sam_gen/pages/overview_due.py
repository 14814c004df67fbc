"""What is promised and due in an account, on both sides, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.twice import Line, open_lines
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.first_sign import first_sign
from sam_gen.pages.twice import with_others
from sam_gen.pages.words import number, until

_ROWS = 8


@dataclass(frozen=True)
class DueRow:
    """One open item."""

    when: str
    tone: str
    what: str
    who: str


def due_section(sight: Sight, items: Sequence[Item]) -> dict[str, object]:
    """Build the section on open items; its lines are cited where the file has any of them."""
    lines = open_lines(sight.account, sight.playbook, sight.as_of, items)
    late = sum(line.items[0].overdue for line in lines)
    more = f"{number(len(lines) - _ROWS)} more open" if len(lines) > _ROWS else ""
    field = next((name for name in ("actions", "promises", "objectives") if getattr(sight.account, name)), "actions")
    return {
        "section": Block(findings.due(late, len(lines)), sight.source(field), more=more),
        "rows": tuple(_row(sight, line) for line in lines[:_ROWS]),
    }


def _row(sight: Sight, line: Line) -> DueRow:
    item = line.items[0]
    when, tone = ("no day yet", "ochre") if item.due is None else (sight.day(item.due), "ink")
    if item.days is not None and item.days < 0:
        when, tone = until(item.days), "red"
    return DueRow(when, tone, item.what, with_others(_who(sight, item), line, sight.names, sight.as_of))


def _who(sight: Sight, item: Item) -> str:
    owner = sight.owner(item.owner)
    gone = ", who has left" if sight.names.left(item.owner) else ""
    if item.kind is ItemKind.PROMISE:
        to = sight.names.full(item.to)
        side = "we promised" if sight.names.ours(item.owner) else "they promised" if item.owner else "promised"
        return f"{side}{f' {to}' if to else ''} · {owner}{gone}"
    if item.review:
        return f"decided {sight.day(item.review.date)} · {owner}{gone}"
    if item.kind is ItemKind.RESPONSE:
        return f"our answer to a risk{first_sign(item)} · {owner}{gone}"
    kind = "our action" if sight.names.ours(item.owner) else "their action" if item.owner else "action"
    return f"{'objective' if item.kind is ItemKind.OBJECTIVE else kind} · {owner}{gone}"
