"""The roadmap of the plan: everything with a day, quarter by quarter, what is late first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.assess.plan import Dated, DatedKind, roadmap
from sam_gen.model.care import ReviewKind
from sam_gen.pages.blocks import Block, Sight, tally
from sam_gen.pages.plan_review import REVIEW

_DATED = {
    DatedKind.ACTION: "next step",
    DatedKind.PROMISE: "promise",
    DatedKind.OBJECTIVE: "objective",
    DatedKind.INITIATIVE: "their initiative",
    DatedKind.BENCHMARK: "benchmark",
    DatedKind.OPPORTUNITY: "to prove",
    DatedKind.RISK: "answer to a risk",
    DatedKind.MEETING: "meeting",
    DatedKind.REVIEW: "review",
    DatedKind.CONTRACT: "contract with us ends",
}


@dataclass(frozen=True)
class Quarter:
    """What falls into one quarter."""

    name: str
    tone: str
    rows: tuple[tuple[str, str, str, str], ...]
    """Day, what, what sort of thing, who."""


def roadmap_block(sight: Sight) -> Block:
    """Build the section around the roadmap: how much is late, how much ahead."""
    items = roadmap(sight.account, sight.as_of)
    late = sum(item.date < sight.as_of for item in items)
    said = tally([(late, "late", "late"), (len(items) - late, "ahead", "ahead")], "nothing with a day yet")
    return Block(
        heading=f"What falls when: {said}",
        more="from actions, promises, objectives, benchmarks, initiatives, risks, meetings, reviews and contracts",
        empty="" if items else "Give the next step a day and a name.",
    )


def quarters(sight: Sight) -> tuple[Quarter, ...]:
    """Group everything with a day by quarter; what is late stands first."""
    groups: dict[str, list[Dated]] = {}
    for item in roadmap(sight.account, sight.as_of):
        groups.setdefault("Late" if item.date < sight.as_of else _quarter(item.date), []).append(item)
    return tuple(
        Quarter(name, "red" if name == "Late" else "ink", tuple(_dated(sight, item) for item in items))
        for name, items in groups.items()
    )


def _quarter(date: datetime.date) -> str:
    return f"Q{(date.month + 2) // 3} {date.year}"


def _dated(sight: Sight, item: Dated) -> tuple[str, str, str, str]:
    what = item.what
    if item.kind is DatedKind.REVIEW:
        what = REVIEW[ReviewKind(item.what)]
    return (sight.day(item.date), what, _DATED[item.kind], sight.names.full(item.who) or "–")
