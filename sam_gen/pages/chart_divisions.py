"""A large organisation in divisions: how it is cut, what each is called, and the boxes that sum them up."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.people import Standing
from sam_gen.draw.divisions import Part, divide
from sam_gen.draw.overview import Box
from sam_gen.model.people import PersonStatus
from sam_gen.pages.chart import Chart, Drawing, heads
from sam_gen.pages.words import capital, count, short_name

ONE_DRAWING = 25
"""The most people in one drawing."""
_BOXES = 20
"""Units in the overview of a company without large branches."""


def parts_of(chart: Chart, people: int) -> tuple[Part, ...]:
    """Cut the tree into divisions: of the size of a drawing, and few enough for one overview."""
    units = {key: chart.unit(key) for key in chart.people}
    most, least = max(ONE_DRAWING, people // 8), max(4, people // 25)
    return divide(chart.managers, units, most, least).parts


def _division_name(chart: Chart, part: Part, parts: Sequence[Part]) -> str:
    """Call a division by its unit; where two share one, or none is given, also by its head."""
    if len(part.heads) > 1:
        return f"{chart.people[part.heads[0]].person.name} and {count(len(part.heads) - 1, 'other')}"
    head = part.heads[0]
    unit = chart.unit(head)
    under = f"under {chart.people[head].person.name}"
    if not unit:
        return capital(under)
    shared = sum(len(other.heads) == 1 and chart.unit(other.heads[0]) == unit for other in parts) > 1
    return f"{unit}, {under}" if shared else unit


def _box_name(chart: Chart, part: Part, parts: Sequence[Part]) -> str:
    """Call a division by its head where the unit would not tell it from another."""
    name = _division_name(chart, part, parts)
    head = chart.people[part.heads[0]].person.name
    return capital(f"under {short_name(head)}") if name.endswith(f"under {head}") else name


def boxes_of(chart: Chart, parts: Sequence[Part]) -> list[Box]:
    """Sum up each division; none where there is only one."""
    if len(parts) < 2:
        return []
    return [_box(_box_name(chart, part, parts), [chart.people[key] for key in part.keys], part.above) for part in parts]


def unit_boxes(chart: Chart, placed: Sequence[Standing]) -> list[Box]:
    """Sum up each unit of a company that has no large branches, the largest first."""
    units: dict[str, list[Standing]] = {}
    for who in placed:
        units.setdefault(chart.unit(who.person.key), []).append(who)
    named = sorted((unit for unit in units if unit), key=lambda unit: -len(units[unit]))
    boxes = [_box(unit, units[unit], None) for unit in named[:_BOXES]]
    rest = [who for unit in named[_BOXES:] for who in units[unit]]
    boxes += [_box(count(len(named) - _BOXES, "smaller unit"), rest, None)] if rest else []
    return boxes + ([_box("No unit given", units[""], None)] if "" in units else [])


def _box(name: str, shown: Sequence[Standing], above: int | None) -> Box:
    keys = [who for who in shown if who.key_player and who.person.status is PersonStatus.ACTIVE]
    friends = f"key, for us: {sum(who.for_us for who in keys)} of {len(keys)}" if keys else "no key player"
    vacant = sum(who.person.status is PersonStatus.VACANT for who in shown)
    people = f"{heads(len(shown) - vacant)}{f', {vacant} vacant' if vacant else ''}"
    return Box(name, (people, friends), above, bool(keys))


def in_words(boxes: Sequence[Box]) -> str:
    """Name every box and how many people it sums up."""
    return "; ".join(f"{box.name}, {box.facts[0]}" for box in boxes)


def about(boxes: Sequence[Box], noun: str, *, apart: bool) -> str:
    """Say how the map is cut."""
    if len(boxes) < 2:
        return "" if apart else "The tree unfolds by manager."
    how = "each stands by itself below" if apart else "the tree below unfolds by manager"
    heavy = " A heavy frame has a key player in it." if any(box.heavy for box in boxes) else ""
    return f"{capital(count(len(boxes), noun))}; {how}.{heavy}"


def division(chart: Chart, part: Part, parts: Sequence[Part]) -> Drawing:
    """Draw one division with its heading and strip."""
    name = _division_name(chart, part, parts)
    shown = [chart.people[key] for key in part.keys]
    return chart.drawing(
        shown,
        f"division{parts.index(part) + 1}",
        name,
        f"{name}, {chart.account.name}",
        "; ".join(chart.facts(shown)),
        (*chart.facts(shown), *_above(chart, part)),
    )


def _above(chart: Chart, part: Part) -> tuple[str, ...]:
    head = part.heads[0]
    manager = chart.managers[head]
    name = chart.people[head].person.name
    if manager:
        return (f"{name} reports to {chart.people[manager].person.name}",)
    left = chart.left_manager(head)
    return (f"{name} reported to {left}, who has left",) if left and len(part.heads) == 1 else ()
