"""Lines of influence and conflict: through the gaps between the cards, never under a text, each on its own lane."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from sam_gen.draw.svg import Svg, el, path
from sam_gen.draw.text import width as width_of
from sam_gen.draw.tree import Layout

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

MOST = 24
"""Lines in one drawing; more would hide each other. The list beside it has them all."""
_LANES = (9, 15, 21)
_ROWS = (5, 9, 13)
_PORTS = (28, 84)
"""How far down a card a line may begin; the middle belongs to the reporting line."""
_BEND, _SHARED, _TAKEN, _CORNER = 40, 4, 60, 7
_CLEAR = 2
_NEAR = 4
"""A lane nearer than this to a reporting line lies on it."""


@dataclass(frozen=True)
class TieLine:
    """What passes from one card to another."""

    start: str
    end: str
    number: int
    """Its number in the list beside the map."""
    conflict: bool = False


@dataclass(frozen=True)
class Drawn:
    """The lines, their numbers on top, and the room all of it needs."""

    lines: Svg
    numbers: Svg
    shown: frozenset[int]
    """The numbers of the ties that are drawn."""
    bounds: Box


def tie_lines(tree: Layout, height: float, ties: Sequence[TieLine]) -> Drawn:
    """Draw the ties between cards of one tree; a tie with an end elsewhere is left out."""
    cards = {spot.key: (spot.x, spot.y, spot.x + spot.width, spot.y + height) for spot in tree.spots}
    here = [tie for tie in ties if tie.start in cards and tie.end in cards and tie.start != tie.end][:MOST]
    if not here:
        return Drawn(Svg(""), Svg(""), frozenset(), (0, 0, tree.width, tree.height))
    net = _Net(cards, tree.lines, [key for tie in here for key in (tie.start, tie.end)])
    routes = {tie: route for tie in here if (route := net.route(tie.start, tie.end))}
    lines = [part for tie, route in routes.items() for part in _line(route, tie.conflict)]
    numbers = _numbers({tie.number: route for tie, route in routes.items()}, list(cards.values()))
    corners = [point for route in routes.values() for point in route]
    bounds = (
        min(0.0, *(x - 9 for x, _ in corners)) if corners else 0.0,
        min(0.0, *(y - 9 for _, y in corners)) if corners else 0.0,
        max(tree.width, *(x + 9 for x, _ in corners)) if corners else tree.width,
        max(tree.height, *(y + 9 for _, y in corners)) if corners else tree.height,
    )
    return Drawn(Svg("".join(lines)), Svg("".join(numbers)), frozenset(tie.number for tie in routes), bounds)


class _Net:
    """The lanes in the gaps, and what is already taken of them."""

    def __init__(self, cards: Mapping[str, Box], lines: Sequence[Sequence[Point]], ends: Sequence[str]) -> None:
        self._cards = cards
        boxes = list(cards.values())
        left = min(box[0] for box in boxes)
        rights, bottoms = {box[2] for box in boxes}, {box[3] for box in boxes}
        self._xs = sorted({left - 9, left - 15} | {right + lane for right in rights for lane in _LANES})
        ports = {cards[key][1] + port for key in ends for port in _PORTS}
        self._ys = sorted({-8.0} | {bottom + row for bottom in bottoms for row in _ROWS} | ports)
        self._column = {x: i for i, x in enumerate(self._xs)}
        self._row = {y: j for j, y in enumerate(self._ys)}
        self._down = [[self._blocked(x, a, x, b) for a, b in pairwise(self._ys)] for x in self._xs]
        self._along = [[self._blocked(a, y, b, y) for a, b in pairwise(self._xs)] for y in self._ys]
        self._used: set[tuple[int, int, bool]] = set()
        self._reporting = {step for line in lines for a, b in pairwise(line) for step in self._along_line(a, b)}
        self._ports: dict[Point, int] = {}

    def _blocked(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        return any(
            x1 < right + _CLEAR and left - _CLEAR < x2 and y1 < bottom + _CLEAR and top - _CLEAR < y2
            for left, top, right, bottom in self._cards.values()
        )

    def _doors(self, key: str) -> Iterator[tuple[Point, int, int]]:
        """Yield the points at which a line may touch a card, each with a lane it can take from there."""
        left, top, right, _ = self._cards[key]
        others = [box for other, box in self._cards.items() if other != key]
        for port in _PORTS:
            y = top + port
            for x, i in self._column.items():
                if right < x <= right + _LANES[-1] or left - 30 <= x < left:
                    door = (right if x > right else left, y)
                    a, b = min(x, door[0]), max(x, door[0])
                    if not any(a < box[2] and box[0] < b and box[1] < y < box[3] for box in others):
                        yield door, i, self._row[y]

    def route(self, start: str, end: str) -> list[Point]:
        """Return the corner points of the shortest calm way; empty if there is none."""
        goals: dict[tuple[int, int], tuple[float, Point]] = {}
        for door, i, j in self._doors(end):
            cost = abs(self._xs[i] - door[0]) + _TAKEN * self._ports.get(door, 0)
            goals[i, j] = min(goals.get((i, j), (cost, door)), (cost, door))
        queue: list[tuple[float, int, int, int]] = []
        best: dict[tuple[int, int, int], float] = {}
        came: dict[tuple[int, int, int], tuple[int, int, int] | Point] = {}
        for door, i, j in self._doors(start):
            cost = abs(self._xs[i] - door[0]) + _TAKEN * self._ports.get(door, 0)
            if cost < best.get((i, j, 0), float("inf")):
                best[i, j, 0], came[i, j, 0] = cost, door
                heapq.heappush(queue, (cost, i, j, 0))
        last: tuple[float, tuple[int, int, int]] | None = None
        while queue:
            cost, i, j, way = heapq.heappop(queue)
            if last and cost >= last[0]:
                break
            if cost > best[i, j, way]:
                continue
            if (i, j) in goals:
                total = cost + goals[i, j][0] + _BEND * way
                if last is None or total < last[0]:
                    last = (total, (i, j, way))
            for step, ni, nj, turned in self._steps(i, j):
                more = cost + step + _BEND * (turned != way)
                if more < best.get((ni, nj, turned), float("inf")):
                    best[ni, nj, turned], came[ni, nj, turned] = more, (i, j, way)
                    heapq.heappush(queue, (more, ni, nj, turned))
        return self._taken(last[1], goals, came) if last else []

    def _steps(self, i: int, j: int) -> Iterator[tuple[float, int, int, int]]:
        """Yield cost, column, row and direction (0 along, 1 down) of the free steps from a crossing."""
        for di in (-1, 0):
            if 0 <= i + di < len(self._xs) - 1 and not self._along[j][i + di]:
                ni = i + 1 if di == 0 else i - 1
                yield self._cost(i + di, j, False), ni, j, 0
        for dj in (-1, 0):
            if 0 <= j + dj < len(self._ys) - 1 and not self._down[i][j + dj]:
                nj = j + 1 if dj == 0 else j - 1
                yield self._cost(i, j + dj, True), i, nj, 1

    def _cost(self, i: int, j: int, down: bool) -> float:
        length = self._ys[j + 1] - self._ys[j] if down else self._xs[i + 1] - self._xs[i]
        return length * (_SHARED if (i, j, down) in self._used or (i, j, down) in self._reporting else 1)

    def _along_line(self, a: Point, b: Point) -> Iterator[tuple[int, int, bool]]:
        """Yield the steps that would lie on one piece of a reporting line."""
        for axis, across, along in ((0, self._xs, self._ys), (1, self._ys, self._xs)):
            if a[axis] != b[axis]:
                continue
            low, high = sorted((a[1 - axis], b[1 - axis]))
            lanes = range(bisect_right(across, a[axis] - _NEAR), bisect_left(across, a[axis] + _NEAR))
            steps = range(max(bisect_right(along, low) - 1, 0), min(bisect_left(along, high), len(along) - 1))
            for lane, step in product(lanes, steps):
                yield (lane, step, True) if axis == 0 else (step, lane, False)

    def _taken(
        self,
        last: tuple[int, int, int],
        goals: Mapping[tuple[int, int], tuple[float, Point]],
        came: Mapping[tuple[int, int, int], tuple[int, int, int] | Point],
    ) -> list[Point]:
        """Walk back, note what is taken, and keep the corners."""
        goal = goals[last[0], last[1]][1]
        points = [goal]
        at: tuple[int, int, int] | Point = last
        while len(at) == 3:
            i, j, _ = at
            points.append((self._xs[i], self._ys[j]))
            before = came[at]
            if len(before) == 3:
                k, m, _ = before
                self._used.add((min(i, k), min(j, m), k == i))
            at = before
        points.append((at[0], at[1]))
        for door in (points[0], points[-1]):
            self._ports[door] = self._ports.get(door, 0) + 1
        return _corners(points[::-1])


def _corners(points: Sequence[Point]) -> list[Point]:
    """Leave out the points at which a line goes straight on."""
    kept: list[Point] = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        straight = before[0] == at[0] == after[0] or before[1] == at[1] == after[1]
        if not straight and at != kept[-1]:
            kept.append(at)
    return [*kept, points[-1]]


# Drawing ----------------------------------------------------------------------------


def _line(route: Sequence[Point], conflict: bool) -> list[Svg]:
    shape = _rounded(route)
    halo = el("path", d=shape, class_="s-tie-halo")
    if conflict:
        line = el("path", d=shape, class_="s-tie s-tie--conflict")
        return [halo, line, _cross(*route[0], route[1]), _cross(*route[-1], route[-2])]
    return [halo, el("path", d=shape, class_="s-tie"), _arrow(route[-2], route[-1])]


def _rounded(route: Sequence[Point]) -> str:
    steps: list[str | float] = ["M", *route[0]]
    for before, at, after in zip(route, route[1:], route[2:], strict=False):
        radius = min(_CORNER, _apart(before, at) / 2, _apart(at, after) / 2)
        steps += ["L", *_towards(at, before, radius), "Q", *at, *_towards(at, after, radius)]
    return path(*steps, "L", *route[-1])


def _apart(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, step: float) -> Point:
    whole = _apart(start, end) or 1
    return start[0] + (end[0] - start[0]) * step / whole, start[1] + (end[1] - start[1]) * step / whole


def _arrow(before: Point, end: Point) -> Svg:
    x, y = end
    back = 7 if before[0] > x else -7
    return el("path", d=path("M", x, y, "L", x + back, y - 4, "L", x + back, y + 4, "Z"), class_="s-tie-head")


def _cross(x: float, y: float, towards: Point) -> Svg:
    x += 5 if towards[0] > x else -5
    shape = path("M", x - 3.5, y - 3.5, "L", x + 3.5, y + 3.5, "M", x + 3.5, y - 3.5, "L", x - 3.5, y + 3.5)
    return el("path", d=shape, class_="s-tie-cross")


def sample(kind: str) -> Svg:
    """Return a line for the key, 34 by 10: reports, skips, influences, conflict."""
    if kind in ("reports", "skips"):
        far = " s-line--far" if kind == "skips" else ""
        return el("path", d="M 1 5 L 33 5", class_=f"s-line{far}")
    ends: tuple[Point, Point] = (1, 5), (33, 5)
    return Svg("".join(_line(ends, kind == "conflict")[1:]))


# Numbers ----------------------------------------------------------------------------


def _numbers(routes: Mapping[int, Sequence[Point]], cards: Sequence[Box]) -> list[Svg]:
    """Set a number on each line where neither a card nor another number stands; without such a place, none."""
    taken: list[Box] = list(cards)
    marks: list[Svg] = []
    for number, route in routes.items():
        half = width_of(str(number), 12, bold=True) / 2 + 2
        spot = next((at for at in _places(route) if _free(_around(at, half), taken)), None)
        if spot is None:
            continue
        box = _around(spot, half)
        taken.append(box)
        x, y = spot
        ground = el("rect", x=box[0], y=box[1], width=2 * half, height=15, class_="s-tie-ground")
        label = el("text", str(number), x=x, y=y + 4.2, text_anchor="middle", class_="s-t12 s-bold s-blue")
        marks.append(Svg(ground + label))
    return marks


def _places(route: Sequence[Point]) -> Iterator[Point]:
    """Yield points along a line, the longest upright part first, from its middle outwards."""
    parts = sorted(pairwise(route), key=lambda part: (part[0][0] != part[1][0], -_apart(*part)))
    for start, end in parts:
        length = _apart(start, end)
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            yield _towards(start, end, length * share)


def _around(at: Point, half: float) -> Box:
    return at[0] - half, at[1] - 7.5, at[0] + half, at[1] + 7.5


def _free(box: Box, taken: Sequence[Box]) -> bool:
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )
