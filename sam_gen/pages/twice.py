"""What the file has twice, in words: promised, decided and asked for, and by both names."""

from __future__ import annotations

import datetime

from sam_gen.advise.twice import Line
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.pages.parts import Names
from sam_gen.pages.words import day, listed


def with_others(said: str, line: Line, names: Names, as_of: datetime.date) -> str:
    """Add to "our action · Mira Holm" in which other forms the file has it, and who else has it."""
    what, _, who = said.partition(" · ")
    others = [_as(item, names, as_of) for item in line.items[1:]]
    others += [f"asked on {day(line.wish.date, as_of)}"] if line.wish else []
    more = [names.full(item.owner) for item in line.items[1:] if item.owner and names.full(item.owner) not in who]
    return f"{', '.join([what, *others])} · {listed([who, *dict.fromkeys(more)])}"


def _as(item: Item, names: Names, as_of: datetime.date) -> str:
    if item.kind is ItemKind.PROMISE:
        to = names.full(item.to)
        return f"promised{f' {to}' if to else ''}"
    if item.kind is ItemKind.RESPONSE:
        return "answer to a risk"
    return f"decided {day(item.review.date, as_of)}" if item.review else "also an action"
