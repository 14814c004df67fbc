"""Where the cards of a reporting tree stand: managers side by side, their reports stacked under them.

The width grows with the number of managers, not with the number of people. Nobody is lost: whoever cannot be
placed (a cycle, a manager who is not there, no manager beside a tree that has one) is returned as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CARD_WIDTH, CARD_HEIGHT = 150, 112
LEAF_WIDTH, INDENT = 137, 13
GAP_ACROSS, GAP_DOWN, GAP_BUS = 26, 18, 34


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
    lines: tuple[tuple[tuple[float, float], ...], ...]
    """Reporting lines as corner points."""
    width: float
    height: float
    unplaced: Mapping[str, str]
    """Key → the reason why somebody has no place in the tree."""


@dataclass
class _Box:
    """A subtree with its own origin."""

    spots: list[Spot] = field(default_factory=list)
    lines: list[tuple[tuple[float, float], ...]] = field(default_factory=list)
    width: float = CARD_WIDTH
    height: float = CARD_HEIGHT
    top: float = CARD_WIDTH / 2
    """Where the line from above meets the first card."""

    def add(self, other: _Box, x: float, y: float) -> None:
        self.spots += [Spot(s.key, s.x + x, s.y + y, s.width) for s in other.spots]
        self.lines += [tuple((px + x, py + y) for px, py in line) for line in other.lines]


def layout(managers: Mapping[str, str | None]) -> Layout:
    """Place a tree given as key → key of the manager, in the order in which siblings shall stand."""
    placed, unplaced = _sort_out(managers)
    reports: dict[str, list[str]] = {key: [] for key in placed}
    roots: list[str] = []
    for key in placed:
        manager = managers[key]
        (reports[manager] if manager else roots).append(key)
    whole = _beside([_subtree(root, reports) for root in roots])
    return Layout(tuple(whole.spots), tuple(whole.lines), whole.width, whole.height, unplaced)


def _sort_out(managers: Mapping[str, str | None]) -> tuple[list[str], dict[str, str]]:
    """Tell who hangs below a head from who does not, and say why not."""
    heads = [key for key, manager in managers.items() if manager is None]
    leading = {manager for manager in managers.values() if manager}
    alone = [key for key in heads if key not in leading]
    unplaced: dict[str, str] = {}
    if len(heads) > len(alone):
        unplaced = dict.fromkeys(alone, "no manager given")
    placed: list[str] = []
    for key in managers:
        reason = _why_unplaced(key, managers)
        if reason:
            unplaced[key] = reason
        elif key not in unplaced:
            placed.append(key)
    return placed, unplaced


def _why_unplaced(key: str, managers: Mapping[str, str | None]) -> str:
    seen = {key}
    at = managers[key]
    while at is not None:
        if at not in managers:
            return "the manager is not in the file"
        if at in seen:
            return "the reporting lines run in a circle"
        seen.add(at)
        at = managers[at]
    return ""


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
    box.add(row, 0, CARD_HEIGHT + GAP_BUS)
    box.width = max(row.width, left + CARD_WIDTH)
    box.height = CARD_HEIGHT + GAP_BUS + row.height
    return box


def _beside(boxes: list[_Box]) -> _Box:
    row = _Box(width=0, height=0)
    x = 0.0
    for box in boxes:
        row.add(box, x, 0)
        row.height = max(row.height, box.height)
        x += box.width + GAP_ACROSS
    row.width = max(0.0, x - GAP_ACROSS)
    return row
