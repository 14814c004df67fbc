"""Placing labels: next to their mark where there is room, further out with a line to it, or not at all.

No label lies on another, on a mark, on an obstacle or over the edge; no line runs through a label or another line.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Line = tuple[Point, Point]

_GAP = 4
"""From a mark to its label."""
_OTHERS = 9
"""From a label without a line to the marks of others, so that nobody takes it for theirs."""
_ANGLES = 16
_REACH = range(20, 181, 20)
"""How far out a label may go with a line, in pixels from the edge of its mark."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether two boxes share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other box lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def nearest(self, point: Point) -> Point:
        """Return the spot of the box that is nearest to a point."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)

    def crossed(self, line: Line) -> bool:
        """Whether a line runs through the box; to end on its edge is not to run through."""
        (x, y), (to_x, to_y) = line
        enters, leaves = 0.0, 1.0
        for start, way, low, high in ((x, to_x - x, self.left, self.right), (y, to_y - y, self.top, self.bottom)):
            if way == 0:
                if not low < start < high:
                    return False
                continue
            first, last = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, first), min(leaves, last)
        return enters < leaves - 1e-9


@dataclass(frozen=True)
class Mark:
    """A round mark that wants a label; of its sizes, the first that finds room is taken."""

    x: float
    y: float
    radius: float
    sizes: tuple[tuple[float, float], ...]
    """Width and height, the most telling first."""


@dataclass(frozen=True)
class Label:
    """Where a label stands, which of its sizes it has, and the line to its mark if it stands further out."""

    box: Box
    size: int
    line: Line | None


@dataclass
class _Field:
    frame: Box
    marks: Sequence[Mark]
    obstacles: list[Box]
    lines: list[Line] = field(default_factory=list)

    def takes(self, box: Box, own: Mark, line: Line | None) -> bool:
        """Whether a label may stand there."""
        if not self.frame.holds(box) or any(box.touches(other) for other in self.obstacles):
            return False
        if any(box.crossed(other) for other in self.lines):
            return False
        apart = _GAP if line else _OTHERS
        if any(_gap(box, mark) < (1 if mark is own else apart) for mark in self.marks):
            return False
        return line is None or self._runs_free(line, own)

    def _runs_free(self, line: Line, own: Mark) -> bool:
        if any(other.crossed(line) for other in self.obstacles) or any(_cross(line, other) for other in self.lines):
            return False
        return not any(mark is not own and _distance((mark.x, mark.y), line) < mark.radius + 2 for mark in self.marks)


def place(marks: Sequence[Mark], frame: Box, obstacles: Iterable[Box] = ()) -> list[Label | None]:
    """Place the labels one after the other; a mark that comes first has the choice. None: there was no room."""
    ground = _Field(frame, marks, list(obstacles))
    found: list[Label | None] = []
    for mark in marks:
        label = next((one for one in _spots(mark) if ground.takes(one.box, mark, one.line)), None)
        if label:
            ground.obstacles.append(label.box)
            ground.lines += [label.line] if label.line else []
        found.append(label)
    return found


def _spots(mark: Mark) -> Iterator[Label]:
    """Yield the eight spots around a mark in each size, then spots further out."""
    for size, (wide, high) in enumerate(mark.sizes):
        for x, y in _around(mark, wide, high):
            yield Label(Box(x, y, x + wide, y + high), size, None)
    for size, (wide, high) in enumerate(mark.sizes):
        for reach in _REACH:
            for step in range(_ANGLES):
                yield _further(mark, size, (wide, high), reach, 2 * math.pi * step / _ANGLES)


def _around(mark: Mark, wide: float, high: float) -> tuple[Point, ...]:
    """Return the upper left corners: right, left, above, below, then the four between them."""
    side = mark.radius + _GAP
    aslant = mark.radius * 0.72 + _GAP
    middle, level = mark.x - wide / 2, mark.y - high / 2
    return (
        (mark.x + side, level),
        (mark.x - side - wide, level),
        (middle, mark.y - side - high),
        (middle, mark.y + side),
        (mark.x + aslant, mark.y - aslant - high),
        (mark.x + aslant, mark.y + aslant),
        (mark.x - aslant - wide, mark.y - aslant - high),
        (mark.x - aslant - wide, mark.y + aslant),
    )


def _further(mark: Mark, size: int, room: tuple[float, float], reach: float, angle: float) -> Label:
    wide, high = room
    away = mark.radius + reach
    x = mark.x + away * math.cos(angle) + wide / 2 * math.cos(angle)
    y = mark.y + away * math.sin(angle) + high / 2 * math.sin(angle)
    box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    end = box.nearest((mark.x, mark.y))
    length = math.dist((mark.x, mark.y), end) or 1.0
    share = min(1.0, mark.radius / length)
    start = (mark.x + (end[0] - mark.x) * share, mark.y + (end[1] - mark.y) * share)
    return Label(box, size, (start, end))


def _gap(box: Box, mark: Mark) -> float:
    return math.dist(box.nearest((mark.x, mark.y)), (mark.x, mark.y)) - mark.radius


def _distance(point: Point, line: Line) -> float:
    """Return how near a line comes to a point."""
    (x, y), (to_x, to_y) = line
    length = (to_x - x) ** 2 + (to_y - y) ** 2
    share = ((point[0] - x) * (to_x - x) + (point[1] - y) * (to_y - y)) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(point, (x + share * (to_x - x), y + share * (to_y - y)))


def _cross(one: Line, two: Line) -> bool:
    def side(line: Line, point: Point) -> float:
        (x, y), (to_x, to_y) = line
        return (to_x - x) * (point[1] - y) - (to_y - y) * (point[0] - x)

    first, second = (side(one, point) for point in two), (side(two, point) for point in one)
    return math.prod(first) <= 0 and math.prod(second) <= 0


# Marks on one spot ------------------------------------------------------------------------


def apart(points: Sequence[Point], least: float, frame: Box) -> list[Point]:
    """Move points that lie within `least` of an earlier one to the nearest free spot of rings around them."""
    cells: dict[tuple[int, int], list[Point]] = {}
    found: list[Point] = []
    for x, y in points:
        spot = next((one for one in _rings((x, y), least, frame) if _free(one, least, cells)), (x, y))
        cells.setdefault(_cell(spot, least), []).append(spot)
        found.append(spot)
    return found


def _rings(point: Point, least: float, frame: Box) -> Iterator[Point]:
    x, y = point
    yield point
    for ring in range(1, 12):
        for step in range(6 * ring):
            angle = 2 * math.pi * step / (6 * ring)
            spot = (x + ring * least * 1.01 * math.cos(angle), y + ring * least * 1.01 * math.sin(angle))
            if frame.left <= spot[0] <= frame.right and frame.top <= spot[1] <= frame.bottom:
                yield spot


def _cell(point: Point, least: float) -> tuple[int, int]:
    return math.floor(point[0] / least), math.floor(point[1] / least)


def _free(point: Point, least: float, cells: dict[tuple[int, int], list[Point]]) -> bool:
    column, row = _cell(point, least)
    near = (cells.get((column + x, row + y), []) for x in (-1, 0, 1) for y in (-1, 0, 1))
    return all(math.dist(point, other) >= least for some in near for other in some)
