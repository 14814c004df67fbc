"""The roadmap as a drawing: lanes of both sides over the quarters of our year, what is overdue at the left edge."""

from __future__ import annotations

from sam_gen.assess.plan import Dated, DatedKind
from sam_gen.draw.dates import late, shape
from sam_gen.draw.roadmap import NARROW, WIDE, Milestone, Quarter, roadmap
from sam_gen.draw.svg import Svg
from sam_gen.model.care import ReviewKind
from sam_gen.pages.blocks import Sight
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.quarters import quarter_name, quarter_start
from sam_gen.pages.words import capital, count, listed

MOST_QUARTERS = 8
"""Quarters that are drawn; what lies beyond stands under "later"."""
_LEAST_QUARTERS = 4

_SHAPES = {
    DatedKind.OBJECTIVE: "objective",
    DatedKind.BENCHMARK: "benchmark",
    DatedKind.INITIATIVE: "initiative",
    DatedKind.MEETING: "meeting",
    DatedKind.REVIEW: "review",
    DatedKind.CONTRACT: "contract",
    DatedKind.NOTICE: "notice",
}
_WORDS = {
    "objective": "objective",
    "benchmark": "benchmark of a measure",
    "initiative": "their initiative",
    "meeting": "meeting",
    "review": "review",
    "contract": "contract with us ends",
    "notice": "notice day of a contract",
    "step": "next step, promise, decision, answer to a risk",
}
_LANES = ("Theirs", "Both sides", "Ours", "No owner yet")
_BOTH = (
    DatedKind.OBJECTIVE,
    DatedKind.BENCHMARK,
    DatedKind.MEETING,
    DatedKind.REVIEW,
    DatedKind.CONTRACT,
    DatedKind.NOTICE,
)


def roadmap_drawing(sight: Sight, items: tuple[Dated, ...]) -> Drawing | None:
    """Draw everything with a day; None where nothing has one."""
    if not items:
        return None
    starts, as_of = sight.project.playbook.settings.fiscal_year_starts, sight.as_of
    last = max(item.date for item in items)
    size = next((at for at in range(_LEAST_QUARTERS, MOST_QUARTERS) if quarter_start(as_of, starts, at) > last), None)
    wide = _drawn(sight, items, size or MOST_QUARTERS, (WIDE, "plan-roadmap"))
    narrow = _drawn(sight, items, _LEAST_QUARTERS, (NARROW, "plan-roadmap-narrow"))
    shown = dict.fromkeys(_shape(item) for item in items)
    key = [entry(shape(kind), word) for kind, word in _WORDS.items() if kind in shown]
    if any(item.date < as_of for item in items):
        key.append(entry(late(), "overdue", "red"))
    return Drawing(wide, "Roadmap by quarter", tuple(key), narrow)


def _drawn(sight: Sight, items: tuple[Dated, ...], size: int, form: tuple[float, str]) -> Svg:
    """Draw so many quarters in one form, which is its width and its id."""
    starts, as_of = sight.project.playbook.settings.fiscal_year_starts, sight.as_of
    firsts = [quarter_start(as_of, starts, after) for after in range(size)]
    lanes, milestones = _lanes(sight, items)
    return roadmap(
        lanes,
        milestones,
        [Quarter(first, quarter_name(first, starts)) for first in firsts],
        quarter_start(as_of, starts, size),
        (as_of, f"today, {sight.day(as_of)}"),
        (f"Roadmap of {sight.account.name}", _said(sight, items), form[1]),
        form[0],
    )


def _shape(item: Dated) -> str:
    return _SHAPES.get(item.kind, "step")


def _lanes(sight: Sight, items: tuple[Dated, ...]) -> tuple[list[str], list[Milestone]]:
    """Put every item into its lane; theirs and ours are always there, the others only where they have something."""
    placed = [(item, _lane(sight, item)) for item in items]
    used = {lane for _, lane in placed} | {"Theirs", "Ours"}
    lanes = [lane for lane in _LANES if lane in used]
    return lanes, [Milestone(item.date, lanes.index(lane), _shape(item), _text(sight, item)) for item, lane in placed]


def _lane(sight: Sight, item: Dated) -> str:
    if item.kind in _BOTH:
        return "Both sides"
    if item.kind is DatedKind.INITIATIVE or (sight.names.their(item.who) and not sight.names.ours(item.who)):
        return "Theirs"
    return "Ours" if sight.names.ours(item.who) else "No owner yet"


def _text(sight: Sight, item: Dated) -> str:
    if item.kind is DatedKind.REVIEW:
        return sight.words.say(ReviewKind(item.what))
    return item.what or "contract ends"


def _said(sight: Sight, items: tuple[Dated, ...]) -> str:
    """Say the message of the drawing in a sentence."""
    overdue = [item for item in items if item.date < sight.as_of]
    ahead = len(items) - len(overdue)
    parts = [f"{count(ahead, 'date')} ahead"] if ahead else []
    if overdue:
        parts.insert(0, f"{count(len(overdue), 'date')} overdue, the oldest of {sight.day(overdue[0].date)}")
    return f"{capital(listed(parts))}."
