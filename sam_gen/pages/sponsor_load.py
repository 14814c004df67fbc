"""What each executive of ours carries: one box a pair, and whether the two still talk."""

from __future__ import annotations

from sam_gen.assess.portfolio import Pair, Portfolio
from sam_gen.draw.load import Carrier, box, load
from sam_gen.model.project import Project
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.parts import Marked
from sam_gen.pages.words import capital, count, number

_WORDS = {
    "in_time": "talked within the days agreed",
    "overdue": "talk overdue",
    "no_talk": "no talk of the two on file",
    "not_agreed": "talked, no rhythm agreed",
}

_URGENT = ("overdue", "no_talk", "not_agreed", "in_time")
"""The order of the boxes: what slips stays in sight where there are more boxes than room."""


def load_drawing(project: Project, index: Portfolio) -> Drawing | None:
    """Draw everybody who carries a pair, the most overdue first; None where nobody does."""
    ours = Colleagues(project.playbook)
    carriers = [
        Carrier(ours.name(who), tuple(sorted((_kind(pair) for _, pair in some.pairs), key=_URGENT.index)))
        for who, some in index.loads.items()
        if some.pairs
    ]
    if not carriers:
        return None
    carriers.sort(key=lambda one: (-one.parts.count("overdue"), -len(one.parts), one.name))
    kinds = {kind for one in carriers for kind in one.parts}
    key = tuple(_entry(kind) for kind in _WORDS if kind in kinds)
    svg = load(carriers, ("Load of our executives", _said(carriers), "sponsor-load"))
    return Drawing(svg, "Pairs by executive", key)


def _kind(pair: Pair) -> str:
    if pair.age is None:
        return "no_talk"
    if pair.record.every is None:
        return "not_agreed"
    return "overdue" if pair.overdue else "in_time"


def _entry(kind: str) -> Marked:
    shape, tone = box(kind)
    return entry(shape, _WORDS[kind], tone, size=22)


def _said(carriers: list[Carrier]) -> str:
    pairs = sum(len(one.parts) for one in carriers)
    late = sum(one.parts.count("overdue") for one in carriers)
    overdue = f"; {number(late)} overdue" if late else ""
    return f"{capital(count(pairs, 'pair'))} with {count(len(carriers), 'executive')} of ours{overdue}."
