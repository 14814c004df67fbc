"""The scale of the continuum: what we say on the upper line, what the evidence says on the lower one.

Hollow marks are what we say: a diamond for our own view, two rings for the wish. Solid marks are what was worked out:
a disc for today, a bar for the ceiling. Two marks of one line on one stage stand side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import cut, width, wrap

_SAID = 62
"""Height of the upper line."""
_BETWEEN = 74
"""From one line to the other, where nothing is bracketed."""
_BRACKET = 30
_SIDE = 164
"""Room on the left for what a line means."""
_LEAST_COLUMN = 180
"""Half of it holds the longest word of a mark, for two may stand on one stage."""
_WIDE = 1200


@dataclass(frozen=True)
class Level:
    """One stage of the scale. Each text but the first two stands under a mark if this is its stage, else is empty."""

    name: str
    looks_like: str
    own: str = ""
    desired: str = ""
    today: str = ""
    achievable: str = ""


@dataclass(frozen=True)
class Bracket:
    """A distance between two stages, with what it means."""

    start: int
    end: int
    text: str


def own_view() -> Svg:
    """Return the mark of our own view, 16 by 16: a hollow diamond."""
    return el("path", d="M8 1.5 14.5 8 8 14.5 1.5 8Z", fill="var(--s-paper)", stroke="currentColor", stroke_width=1.8)


def desired() -> Svg:
    """Return the mark of the wish, 16 by 16: two rings."""
    outer = el("circle", cx=8, cy=8, r=6.3, fill="var(--s-paper)", stroke="currentColor", stroke_width=1.6)
    return Svg(outer + el("circle", cx=8, cy=8, r=2.8, fill="none", stroke="currentColor", stroke_width=1.6))


def today() -> Svg:
    """Return the mark of today, 16 by 16: a disc."""
    return el("circle", cx=8, cy=8, r=6.6, fill="currentColor")


def achievable() -> Svg:
    """Return the mark of the ceiling, 16 by 16: a bar across the line."""
    return el("rect", x=6.4, y=0, width=3.2, height=16, fill="currentColor")


def scale(levels: Sequence[Level], title: str, description: str, uid: str, brackets: Sequence[Bracket] = ()) -> Svg:
    """Draw the scale; `description` says its message in a sentence, `uid` makes its ids unique on the page."""
    column = max(_LEAST_COLUMN, (_WIDE - _SIDE) / max(len(levels), 1))
    across = _SIDE + column * len(levels)
    spots = [_SIDE + column * (at + 0.5) for at in range(len(levels))]
    found = _SAID + _BETWEEN + _BRACKET * len(brackets)
    height = found + 98
    parts = [
        *_rails(spots, found),
        *_reach(levels, spots, found),
        *(part for row, one in enumerate(brackets) for part in _bracket(one, spots, _SAID + 26 + _BRACKET * row)),
        *(part for at in range(len(levels)) for part in _level(levels, at, spots[at], column, found)),
    ]
    return picture(parts, title, description, uid, (across, height))


def _rails(spots: Sequence[float], found: float) -> list[Svg]:
    ends = (spots[0], spots[-1]) if spots else (_SIDE, _SIDE)
    lines = [el("path", d=f"M{ends[0]:g} {y:g}H{ends[1]:g}", class_="s-line") for y in (_SAID, found)]
    ticks = [el("path", d=f"M{x:g} {_SAID - 6}V{found + 6:g}", class_="s-grid") for x in spots]
    words = [("What we say", _SAID), ("What the evidence says", found)]
    texts = [el("text", cut(word, _SIDE - 4, 12, bold=True), x=0, y=y + 4, class_="s-t12 s-bold") for word, y in words]
    return [*ticks, *lines, *texts]


def _reach(levels: Sequence[Level], spots: Sequence[float], found: float) -> list[Svg]:
    """Draw what is within reach, from today to a ceiling above it."""
    starts = [x for level, x in zip(levels, spots, strict=True) if level.today]
    ends = [x for level, x in zip(levels, spots, strict=True) if level.achievable]
    if not starts or not ends or ends[0] <= starts[0]:
        return []
    return [el("rect", x=starts[0], y=found - 5, width=ends[0] - starts[0], height=10, class_="s-reach")]


def _bracket(one: Bracket, spots: Sequence[float], y: float) -> list[Svg]:
    left, right = sorted((spots[one.start], spots[one.end]))
    line = el("path", d=f"M{left + 4:g} {y - 4:g}v8m0-4H{right - 4:g}m0-4v8", class_="s-ochre s-stroke")
    return [
        line,
        _middle(cut(one.text, right - left - 8, 12, bold=True), (left + right) / 2, y + 16, "s-t12 s-bold s-ochre"),
    ]


def _level(levels: Sequence[Level], at: int, x: float, column: float, found: float) -> list[Svg]:
    level = levels[at]
    said = [(own_view(), "Own view", level.own), (desired(), "Desired", level.desired)]
    worked_out = [(today(), "Today", level.today), (achievable(), "Achievable", level.achievable)]
    free = [(_free(levels, at, column, upper=True), said, _SAID), (_free(levels, at, column), worked_out, found)]
    parts = [part for sides, marks, y in free for part in _pair(marks, x, y, column, sides)]
    marked = " s-bold" if level.own or level.desired or level.today or level.achievable else ""
    parts.append(_middle(cut(level.name, column - 12, 13, bold=True), x, found + 28, f"s-t13{marked}"))
    lines = wrap(level.looks_like, column - 12, 12, lines=4)
    return parts + [_middle(line, x, found + 46 + 14 * i, "s-t12 s-second") for i, line in enumerate(lines)]


def _free(levels: Sequence[Level], at: int, column: float, *, upper: bool = False) -> tuple[float, float]:
    """Return how much of both neighbours' columns a label of one line may use: half of one without a mark there."""

    def marked(level: Level) -> bool:
        return bool(level.own or level.desired) if upper else bool(level.today or level.achievable)

    left = float(_SIDE) if at == 0 else 0.0 if marked(levels[at - 1]) else column / 2
    right = 0.0 if at == len(levels) - 1 or marked(levels[at + 1]) else column / 2
    return left, right


def _pair(
    marks: Sequence[tuple[Svg, str, str]], x: float, y: float, column: float, free: tuple[float, float]
) -> list[Svg]:
    """Place the marks of one line on one stage; two of them stand side by side and touch it from both sides.

    The label of the left one grows to the left and that of the right one to the right, as far as there is room.
    """
    here = [entry for entry in marks if entry[2]]
    if len(here) < 2:
        return [part for shape, word, note in here for part in _mark(shape, word, note, x, x, y, column - 12)]
    parts: list[Svg] = []
    for (shape, word, note), side, beyond in zip(here, (-1, 1), free, strict=True):
        room = column / 2 - 8 + beyond
        wide = max(width(cut(word, room, 13, bold=True), 13, bold=True), width(cut(note, room, 12), 12))
        aside = max(column / 4, wide / 2 + 4)
        parts += _mark(shape, word, note, x + 11 * side, x + aside * side, y, room)
    return parts


def _mark(shape: Svg, word: str, note: str, at: float, label: float, y: float, room: float) -> list[Svg]:
    spot = el("g", shape, transform=f"translate({at - 8:g} {y - 8:g})", class_="s-ink")
    bold, plain = cut(word, room, 13, bold=True), cut(note, room, 12)
    return [spot, _middle(bold, label, y - 38, "s-t13 s-bold"), _middle(plain, label, y - 22, "s-t12 s-second")]


def _middle(text: str, x: float, y: float, class_: str) -> Svg:
    return el("text", text, x=x, y=y, text_anchor="middle", class_=class_)


# One dimension ---------------------------------------------------------------------

_STEP = 44
_ASIDE = 17
"""From one mark to the next, where several stand on one stage."""
_MIDDLE = 8


def band(number: int, today_at: int | None, desired_at: int | None, achievable_at: int | None) -> Svg:
    """Return one dimension on a small scale of `number` stages; a dashed track stands for "not known yet".

    Filled as far as the evidence reaches, with a notch at each stage. Marks of one stage stand side by side, in the
    order today, desired, achievable.
    """
    across = _STEP * max(number - 1, 1) + _MIDDLE
    room = across + 2 * _ASIDE + _MIDDLE
    if today_at is None:
        track = [el("path", d=f"M{_MIDDLE} 8H{across}", class_="s-line", stroke_dasharray="3 3")]
    else:
        track = [el("rect", x=_MIDDLE, y=4.5, width=across - _MIDDLE, height=7, class_="s-track")]
        track += [el("path", d=f"M{_MIDDLE} 8H{_MIDDLE + _STEP * today_at}", class_="s-done")] if today_at else []
        track += [
            el("path", d=f"M{_MIDDLE + _STEP * at} 4.5v7", class_="s-notch") for at in range(1, max(number - 1, 1))
        ]
    return el(
        "svg",
        *track,
        *(
            el("g", shape, transform=f"translate({x:g} 0)", class_="s-ink")
            for x, shape in _side_by_side([(today_at, today()), (desired_at, desired()), (achievable_at, achievable())])
        ),
        class_="s-mark s-band",
        viewBox=f"0 0 {room:g} 16",
        width=room,
        height=16,
        aria_hidden="true",
        focusable="false",
    )


def _side_by_side(marks: Sequence[tuple[int | None, Svg]]) -> list[tuple[float, Svg]]:
    """Return the left edge of each mark; a later one on the same stage moves to the right."""
    taken: dict[int, int] = {}
    spots = []
    for at, shape in marks:
        if at is not None:
            spots.append((float(_STEP * at + _ASIDE * taken.get(at, 0)), shape))
            taken[at] = taken.get(at, 0) + 1
    return spots
