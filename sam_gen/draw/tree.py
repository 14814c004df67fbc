"""Where the cards of a reporting tree stand: managers side by side, their reports stacked under them.

The width grows with the number of managers, not with the number of people. Nobody is lost: whoever cannot be
placed (a circle, a manager who is not there, no manager beside a tree that has one) is returned as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

COLUMNS = 7
"""The most columns that fit the width of a page; what is one tree may still be wider."""


@dataclass(frozen=True)
class Sizes:
    """Cards and the room between them, in pixels."""

    width: float = 150
    height: float = 112
    leaf: float = 137
    """A card in a stack; it stands `indent` to the right, so that the spine has room."""
    indent: float = 13
    across: float = 30
    down: float = 18
    bus: float = 34
    """Between a manager and a row of reports."""

    @property
    def sheet(self) -> float:
        """The width of a full row."""
        return COLUMNS * (self.width + self.across) - self.across


CARDS = Sizes()
CARD_WIDTH, CARD_HEIGHT, LEAF_WIDTH = CARDS.width, CARDS.height, CARDS.leaf

Line = tuple[tuple[float, float], ...]
"""The corner points of one reporting line."""


class Unplaced(StrEnum):
    """Why somebody has no place in the tree."""

    ALONE = "alone"
    """No manager given, beside a tree that has one."""
    ABSENT = "absent"
    """Above them stands a manager who is not there."""
    CIRCLE = "circle"
    """The reporting lines run in a circle."""


@dataclass(frozen=True)
class Why:
    """The reason, and whom it is about."""

    kind: Unplaced
    keys: tuple[str, ...] = ()
    """The circle, each before their manager, from the first of the file; or the manager who is not there."""


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
    reports: tuple[str, ...]
    """Whose reporting line each line is."""
    width: float
    height: float
    unplaced: Mapping[str, Why]
    """Key → the reason why somebody has no place in the tree."""


@dataclass
class _Box:
    """A subtree with its own origin."""

    spots: list[Spot] = field(default_factory=list)
    lines: list[tuple[str, Line]] = field(default_factory=list)
    parts: list[tuple[_Box, float, float]] = field(default_factory=list)
    """Boxes inside, each with the place of its origin; moving one costs nothing until all are placed."""
    width: float = 0
    height: float = 0
    top: float = 0
    """Where the line from above meets the first card."""
    stacked: tuple[tuple[str, float], ...] = ()
    """For a stack without a manager of its own: each card with how far down its middle is."""

    def whole(self) -> Iterator[tuple[_Box, float, float]]:
        """Yield this box and all boxes inside, outer before inner, with where their origins stand."""
        pending = [(self, 0.0, 0.0)]
        while pending:
            box, x, y = pending.pop()
            yield box, x, y
            pending += [(part, x + right, y + down) for part, right, down in reversed(box.parts)]


def layout(managers: Mapping[str, str | None], sizes: Sizes = CARDS, *, loners: bool = False) -> Layout:
    """Place a tree given as key → key of the manager, in the order in which siblings shall stand.

    Whoever has no manager and leads nobody is left out beside a real tree, unless `loners` shall stand there too.
    """
    placed, unplaced = sort_out(managers, loners=loners)
    reports: dict[str, list[str]] = {key: [] for key in placed}
    roots: list[str] = []
    for key in placed:
        manager = managers[key]
        (reports[manager] if manager else roots).append(key)
    whole = _shelves([_subtree(root, reports, sizes) for root in roots], sizes)
    boxes = list(whole.whole())
    spots = tuple(Spot(s.key, s.x + x, s.y + y, s.width) for box, x, y in boxes for s in box.spots)
    lines = tuple(tuple((px + x, py + y) for px, py in line) for box, x, y in boxes for _, line in box.lines)
    whose = tuple(key for box, _, _ in boxes for key, _ in box.lines)
    return Layout(spots, lines, whose, whole.width, whole.height, unplaced)


def sort_out(managers: Mapping[str, str | None], *, loners: bool = False) -> tuple[list[str], dict[str, Why]]:
    """Tell who hangs below a head from who does not, and say why not."""
    heads = [key for key, manager in managers.items() if manager is None]
    leading = {manager for manager in managers.values() if manager}
    alone = [key for key in heads if key not in leading]
    unplaced: dict[str, Why] = {}
    if len(heads) > len(alone) and not loners:
        unplaced = dict.fromkeys(alone, Why(Unplaced.ALONE))
    reasons = _reasons(managers)
    for key in managers:
        reason = reasons[key]
        if reason:
            unplaced[key] = reason
    return [key for key in managers if key not in unplaced], unplaced


def _reasons(managers: Mapping[str, str | None]) -> dict[str, Why | None]:
    """Say of each why no head stands above, None if one does; every reporting line is walked once."""
    order = {key: i for i, key in enumerate(managers)}
    reasons: dict[str, Why | None] = {}
    for key in managers:
        trail: dict[str, None] = {}
        at: str | None = key
        while at is not None and at in managers and at not in trail and at not in reasons:
            trail[at] = None
            at = managers[at]
        if at is None:
            reason = None
        elif at in trail:
            reason = Why(Unplaced.CIRCLE, _from_first(list(trail), at, order))
        else:
            reason = reasons[at] if at in reasons else Why(Unplaced.ABSENT, (at,))
        reasons |= dict.fromkeys(trail, reason)
    return reasons


def _from_first(trail: list[str], start: str, order: Mapping[str, int]) -> tuple[str, ...]:
    """Return the circle in which a trail ends, beginning with the first of the file."""
    circle = trail[trail.index(start) :]
    first = circle.index(min(circle, key=order.__getitem__))
    return tuple(circle[first:] + circle[:first])


def _subtree(root: str, reports: Mapping[str, list[str]], sizes: Sizes) -> _Box:
    """Build the box of one person bottom up, without recursion, so that depth is no limit."""
    order = [root]
    for key in order:
        order += reports[key]
    boxes: dict[str, _Box] = {}
    for key in reversed(order):
        leading = [child for child in reports[key] if reports[child]]
        leaves = [child for child in reports[key] if not reports[child]]
        if not reports[key]:
            boxes[key] = _single(key, sizes)
        elif key != root and not leading:
            boxes[key] = _spine(key, leaves, sizes)
        else:
            columns = [boxes.pop(child) for child in leading] + _columns(leaves, sizes, 1 if leading else COLUMNS)
            boxes[key] = _fan(key, columns, sizes)
            for child in leaves:
                boxes.pop(child)
    return boxes[root]


def _single(key: str, sizes: Sizes) -> _Box:
    return _Box([Spot(key, 0, 0, sizes.width)], width=sizes.width, height=sizes.height, top=sizes.width / 2)


def _spine(key: str, children: Sequence[str], sizes: Sizes) -> _Box:
    """Stand the reports of a manager under each other on a spine."""
    box = _single(key, sizes)
    spine = sizes.indent / 2
    y = sizes.height
    for child in children:
        y += sizes.down
        middle = y + sizes.height / 2
        box.spots.append(Spot(child, sizes.indent, y, sizes.leaf))
        box.lines.append((child, ((spine, sizes.height), (spine, middle), (sizes.indent, middle))))
        y += sizes.height
    box.height = y
    return box


def _columns(leaves: Sequence[str], sizes: Sizes, most: int) -> list[_Box]:
    """Stand people who lead nobody in at most so many stacks, in reading order; the lines come with the bus."""
    count = min(most, len(leaves))
    ends = [len(leaves) * i // count for i in range(count + 1)] if count else []
    return [_stack(leaves[start:end], sizes) for start, end in pairwise(ends)]


def _stack(keys: Sequence[str], sizes: Sizes) -> _Box:
    if len(keys) == 1:
        return _single(keys[0], sizes)
    step = sizes.height + sizes.down
    spots = [Spot(key, sizes.indent, i * step, sizes.leaf) for i, key in enumerate(keys)]
    return _Box(
        spots,
        width=sizes.width,
        height=len(keys) * step - sizes.down,
        top=sizes.indent / 2,
        stacked=tuple((spot.key, spot.y + sizes.height / 2) for spot in spots),
    )


def _fan(key: str, columns: list[_Box], sizes: Sizes) -> _Box:
    """Stand the columns side by side below their manager, joined by a bus."""
    row = _beside(columns, sizes)
    tops = [x + column.top for column, x, _ in row.parts]
    middle = (tops[0] + tops[-1]) / 2
    left = max(0.0, middle - sizes.width / 2)
    box = _Box([Spot(key, left, 0, sizes.width)], top=left + sizes.width / 2)
    below = sizes.height + sizes.bus
    for (column, x, _), top in zip(row.parts, tops, strict=True):
        start = ((box.top, sizes.height), (box.top, sizes.height + sizes.bus / 2), (top, sizes.height + sizes.bus / 2))
        if column.stacked:
            for leaf, middle in column.stacked:
                box.lines.append((leaf, (*start, (top, below + middle), (x + sizes.indent, below + middle))))
        else:
            box.lines.append((_first(column), (*start, (top, below))))
    box.parts.append((row, 0, below))
    box.width = max(row.width, left + sizes.width)
    box.height = below + row.height
    return box


def _first(box: _Box) -> str:
    return box.spots[0].key


def _beside(boxes: Sequence[_Box], sizes: Sizes) -> _Box:
    row = _Box()
    x = 0.0
    for box in boxes:
        row.parts.append((box, x, 0))
        row.height = max(row.height, box.height)
        x += box.width + sizes.across
    row.width = max(0.0, x - sizes.across)
    return row


def _shelves(trees: Sequence[_Box], sizes: Sizes) -> _Box:
    """Stand separate trees side by side, in further rows where the sheet ends."""
    rows: list[list[_Box]] = []
    used = 0.0
    for tree in trees:
        if not rows or used + tree.width > sizes.sheet:
            rows.append([])
            used = 0.0
        rows[-1].append(tree)
        used += tree.width + sizes.across
    whole = _Box()
    y = 0.0
    for row in rows:
        shelf = _beside(row, sizes)
        whole.parts.append((shelf, 0, y))
        whole.width = max(whole.width, shelf.width)
        y += shelf.height + sizes.bus
    whole.height = max(0.0, y - sizes.bus)
    return whole
