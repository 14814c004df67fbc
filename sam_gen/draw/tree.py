"""Where the cards of a reporting tree stand: managers side by side, their reports stacked under them.

The width grows with the number of managers, not with the number of people. Nobody is lost: whoever cannot be
placed (a cycle, a manager who is not there, no manager beside a tree that has one) is returned as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

CARD_WIDTH, CARD_HEIGHT = 150, 112
LEAF_WIDTH, INDENT = 137, 13
GAP_ACROSS, GAP_DOWN, GAP_BUS = 26, 18, 34

Line = tuple[tuple[float, float], ...]
"""The corner points of one reporting line."""


@dataclass(frozen=True)
class Spot:
    """Where one card stands, in pixels from the top left."""

    key: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Layout:
    """A placed tree."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    unplaced: Mapping[str, str]
    """Key → the reason why somebody has no place in the tree."""


@dataclass
class _Box:
    """A subtree with its own origin."""

    spots: list[Spot] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    parts: list[tuple[_Box, float, float]] = field(default_factory=list)
    """Boxes inside, each with the place of its origin; moving one costs nothing until all are placed."""
    width: float = CARD_WIDTH
    height: float = CARD_HEIGHT
    top: float = CARD_WIDTH / 2
    """Where the line from above meets the first card."""

    def whole(self) -> Iterator[tuple[_Box, float, float]]:
        """Yield this box and all boxes inside, outer before inner, with where their origins stand."""
        pending = [(self, 0.0, 0.0)]
        while pending:
            box, x, y = pending.pop()
            yield box, x, y
            pending += [(part, x + right, y + down) for part, right, down in reversed(box.parts)]


def layout(managers: Mapping[str, str | None]) -> Layout:
    """Place a tree given as key → key of the manager, in the order in which siblings shall stand."""
    placed, unplaced = _sort_out(managers)
    reports: dict[str, list[str]] = {key: [] for key in placed}
    roots: list[str] = []
    for key in placed:
        manager = managers[key]
        (reports[manager] if manager else roots).append(key)
    whole = _beside([_subtree(root, reports) for root in roots])
    boxes = list(whole.whole())
    spots = tuple(Spot(s.key, s.x + x, s.y + y, s.width) for box, x, y in boxes for s in box.spots)
    lines = tuple(tuple((px + x, py + y) for px, py in line) for box, x, y in boxes for line in box.lines)
    return Layout(spots, lines, whole.width, whole.height, unplaced)


def _sort_out(managers: Mapping[str, str | None]) -> tuple[list[str], dict[str, str]]:
    """Tell who hangs below a head from who does not, and say why not."""
    heads = [key for key, manager in managers.items() if manager is None]
    leading = {manager for manager in managers.values() if manager}
    alone = [key for key in heads if key not in leading]
    unplaced: dict[str, str] = {}
    if len(heads) > len(alone):
        unplaced = dict.fromkeys(alone, "no manager given")
    reasons = _reasons(managers)
    unplaced |= {key: reasons[key] for key in managers if reasons[key]}
    return [key for key in managers if key not in unplaced], unplaced


def _reasons(managers: Mapping[str, str | None]) -> dict[str, str]:
    """Say of each why no head stands above, empty if one does; every reporting line is walked once."""
    reasons: dict[str, str] = {}
    for key in managers:
        trail: dict[str, None] = {}
        at: str | None = key
        while at is not None and at in managers and at not in trail and at not in reasons:
            trail[at] = None
            at = managers[at]
        if at is None:
            reason = ""
        elif at in trail:
            reason = "the reporting lines run in a circle"
        else:
            reason = reasons.get(at, "the manager is not in the file")
        reasons |= dict.fromkeys(trail, reason)
    return reasons


def _subtree(root: str, reports: Mapping[str, list[str]]) -> _Box:
    """Build the box of one person bottom up, without recursion, so that depth is no limit."""
    order = [root]
    for key in order:
        order += reports[key]
    boxes: dict[str, _Box] = {}
    for key in reversed(order):
        children = reports[key]
        if not children:
            boxes[key] = _Box([Spot(key, 0, 0, CARD_WIDTH)])
        elif key != root and not any(reports[child] for child in children):
            boxes[key] = _stack(key, children)
        else:
            boxes[key] = _fan(key, [boxes.pop(child) for child in children])
    return boxes[root]


def _stack(key: str, children: list[str]) -> _Box:
    """Stand the reports of a manager under each other on a spine."""
    box = _Box([Spot(key, 0, 0, CARD_WIDTH)])
    spine = INDENT / 2
    y = CARD_HEIGHT
    for child in children:
        y += GAP_DOWN
        box.spots.append(Spot(child, INDENT, y, LEAF_WIDTH))
        box.lines.append(((spine, CARD_HEIGHT), (spine, y + CARD_HEIGHT / 2), (INDENT, y + CARD_HEIGHT / 2)))
        y += CARD_HEIGHT
    box.height = y
    return box


def _fan(key: str, children: list[_Box]) -> _Box:
    """Stand the reports side by side below their manager, joined by a bus."""
    row = _beside(children)
    tops: list[float] = []
    x = 0.0
    for child in children:
        tops.append(x + child.top)
        x += child.width + GAP_ACROSS
    middle = (tops[0] + tops[-1]) / 2
    left = max(0.0, middle - CARD_WIDTH / 2)
    box = _Box([Spot(key, left, 0, CARD_WIDTH)], top=left + CARD_WIDTH / 2)
    bus = CARD_HEIGHT + GAP_BUS / 2
    for top in tops:
        box.lines.append(((box.top, CARD_HEIGHT), (box.top, bus), (top, bus), (top, CARD_HEIGHT + GAP_BUS)))
    box.parts.append((row, 0, CARD_HEIGHT + GAP_BUS))
    box.width = max(row.width, left + CARD_WIDTH)
    box.height = CARD_HEIGHT + GAP_BUS + row.height
    return box


def _beside(boxes: list[_Box]) -> _Box:
    row = _Box(width=0, height=0)
    x = 0.0
    for box in boxes:
        row.parts.append((box, x, 0))
        row.height = max(row.height, box.height)
        x += box.width + GAP_ACROSS
    row.width = max(0.0, x - GAP_ACROSS)
    return row
