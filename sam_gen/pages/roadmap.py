"""The roadmap of the plan: everything with a day, quarter by quarter, what is late first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.assess.plan import Dated, DatedKind, roadmap
from sam_gen.model.care import ReviewKind
from sam_gen.model.footprint import HeldBy
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import LONG, Block, Sight, tally
from sam_gen.pages.quarters import quarter_name
from sam_gen.pages.words import count, listed

_DATED = {
    DatedKind.ACTION: "next step",
    DatedKind.PROMISE: "promise",
    DatedKind.DECISION: "decision of a review",
    DatedKind.OBJECTIVE: "objective",
    DatedKind.INITIATIVE: "their initiative",
    DatedKind.BENCHMARK: "benchmark",
    DatedKind.OPPORTUNITY: "to prove",
    DatedKind.RISK: "answer to a risk",
    DatedKind.MEETING: "meeting",
    DatedKind.REVIEW: "review",
    DatedKind.CONTRACT: "contract with us ends",
    DatedKind.NOTICE: "notice day",
}


LATE = "Late"
MOST_UNITS = 3
"""Units one line names; more of them are a number."""


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
        more="everything in the file that is open and has a day",
        empty="" if items else "Give the next step a day and a name.",
    )


def quarters(sight: Sight) -> tuple[Quarter, ...]:
    """Group everything with a day by quarter; what is late stands first."""
    groups: dict[str, list[Dated]] = {}
    starts = sight.project.playbook.settings.fiscal_year_starts
    for item in roadmap(sight.account, sight.as_of):
        groups.setdefault(LATE if item.date < sight.as_of else quarter_name(item.date, starts), []).append(item)
    return tuple(
        Quarter(name, "red" if name == LATE else "ink", tuple(_dated(sight, item) for item in items))
        for name, items in groups.items()
    )


def near_and_later(groups: tuple[Quarter, ...]) -> tuple[tuple[Quarter, ...], tuple[Quarter, ...], str]:
    """Keep what is late and the quarter after it open where there is much more; say what the fold of the rest holds."""
    near = 2 if groups and groups[0].name == LATE else 1
    later = groups[near:]
    steps = sum(len(group.rows) for group in later)
    if steps < LONG:
        return groups, (), ""
    more = count(steps, "more", "more")
    return groups[:near], later, f"{more} from {later[0].name} on"


def _dated(sight: Sight, item: Dated) -> tuple[str, str, str, str]:
    what = item.what
    if item.kind is DatedKind.REVIEW:
        what = sight.words.say(ReviewKind(item.what))
    if item.kind is DatedKind.CONTRACT:
        what = _ends(sight, item.date)
    gone = ", who has left" if sight.names.left(item.who) else ""
    return (sight.day(item.date), what, _DATED[item.kind], f"{sight.names.full(item.who) or '–'}{gone}")


def _ends(sight: Sight, date: datetime.date) -> str:
    """Say which of our offerings end on a day, and for which units: three by name, more as a number."""
    offerings = {one.id: one.name for one in sight.project.playbook.offerings}
    ends: dict[str, list[str]] = {}
    for cell in sight.account.footprint:
        if cell.until == date and cell.held_by is HeldBy.US:
            key = key_of(cell.offering)
            unit = sight.names.unit(key_of(cell.unit))
            ends.setdefault(offerings.get(key, key), []).append(unit)
    return "; ".join(
        f"{name} at {listed(units) if len(units) <= MOST_UNITS else count(len(units), 'unit')}"
        for name, units in ends.items()
    )
