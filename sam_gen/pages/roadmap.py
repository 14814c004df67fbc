"""The roadmap of the plan: everything with a day, quarter by quarter, what is late first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.advise.addressed import find_out
from sam_gen.advise.once import Said, names_of, together
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
    items = [line[0] for line in lines(sight)]
    late = sum(item.date < sight.as_of for item in items)
    said = tally([(late, "late", "late"), (len(items) - late, "ahead", "ahead")], "nothing with a day yet")
    return Block(
        heading=f"What falls when: {said}",
        more="everything in the file that is open and has a day",
        empty="" if items else "Give the next step a day and a name.",
    )


def quarters(sight: Sight) -> tuple[Quarter, ...]:
    """Group everything with a day by quarter; what is late stands first."""
    groups: dict[str, list[tuple[Dated, ...]]] = {}
    starts = sight.project.playbook.settings.fiscal_year_starts
    for line in lines(sight):
        date = line[0].date
        groups.setdefault(LATE if date < sight.as_of else quarter_name(date, starts), []).append(line)
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


_STEPS = (DatedKind.ACTION, DatedKind.PROMISE, DatedKind.DECISION, DatedKind.RISK, DatedKind.OPPORTUNITY)
"""What may be written twice; of one thing the first of these is shown."""


def lines(sight: Sight) -> tuple[tuple[Dated, ...], ...]:
    """Return everything with a day by day; a step that the file has twice is one line."""
    every = roadmap(sight.account, sight.as_of)
    steps = [item for item in every if item.kind in _STEPS]
    names = names_of(sight.account, sight.project.playbook)
    groups = together(steps, lambda item: Said(item.what, item.who, item.date), names)
    order = {id(item): at for at, item in enumerate(every)}
    found = [*groups, *((item,) for item in every if item.kind not in _STEPS)]
    found.sort(key=lambda group: order[id(group[0])])
    return tuple(
        tuple(sorted(group, key=lambda item: _STEPS.index(item.kind))) if len(group) > 1 else group for group in found
    )


def _dated(sight: Sight, line: tuple[Dated, ...]) -> tuple[str, str, str, str]:
    item = line[0]
    what = item.what
    if item.kind is DatedKind.REVIEW:
        what = sight.words.say(ReviewKind(item.what))
    if item.kind is DatedKind.CONTRACT:
        what = _ends(sight, item.date)
    if item.kind is DatedKind.OPPORTUNITY and any(one.prove == what for one in sight.account.opportunities):
        what = find_out(what)
    kinds = ", ".join(dict.fromkeys(_DATED[one.kind] for one in line))
    return (sight.day(item.date), what, kinds, listed(list(dict.fromkeys(_who(sight, one) for one in line))))


def _who(sight: Sight, item: Dated) -> str:
    return f"{sight.names.full(item.who) or '–'}{', who has left' if sight.names.left(item.who) else ''}"


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
