"""Specimens of the position: scale, dimensions, trail, board, and the two numbers of an account."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.draw import continuum
from sam_gen.draw.board import row
from sam_gen.draw.continuum import Bracket, Level
from sam_gen.draw.standing import standing
from sam_gen.draw.svg import Svg
from sam_gen.draw.trail import Point, trail
from sam_gen.pages.boards import apart
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.gallery.cast import TODAY, Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.parts import Marked
from sam_gen.pages.tables import NONE, UNKNOWN, Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, month

_STAGES = (
    *("Newcomer", "Supplier", "Preferred", "Adviser", "Partner", "Part of their plan", "One house", "One purse"),
    "One name",
)
_LOOKS = "They ask us before they decide, and tell us what others offered"


@dataclass(frozen=True)
class Rung:
    """One stage of the scale as a list, for a phone."""

    name: str
    looks_like: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True)
class Scale:
    """The scale and its list."""

    svg: Svg
    rungs: tuple[Rung, ...]
    label: str


@dataclass(frozen=True)
class Framed:
    """A table whose rows carry a drawing, in the frame of its page."""

    kind: str
    table: Table
    key: tuple[Marked, ...] = ()


@dataclass(frozen=True)
class Tile:
    """One of the two numbers."""

    name: str
    to: str
    mark: Marked
    number: str
    note: str


def _stages(cast: Cast) -> tuple[str, ...]:
    size = {"empty": 0, "small": 2, "extreme": 8}.get(cast.form, 5)
    return tuple(cast.text(name, at) for at, name in enumerate(_STAGES[:size]))


def _scale(cast: Cast) -> Scale | None:
    names = _stages(cast)
    if not names:
        return None
    last, said = len(names) - 1, cast.text("since 3 Nov, E. Holmdal", 1)
    own, wish, now, top = (0, 1, 0, 1) if last < 2 else (2, last, 1, 2) if cast.form == "typical" else (1, 1, 1, 1)
    levels = [
        Level(
            name, cast.text(_LOOKS, at + 2), said if at == own else "", said if at == wish else "",
            said if at == now else "", said if at == top else "",
        )
        for at, name in enumerate(names)
    ]  # fmt: skip
    brackets = [Bracket(now, own, cast.text(f"{count(own - now, 'stage')} more hopeful", 3))] if own > now else []
    beyond = f"{count(wish - top, 'stage')} beyond the ceiling"
    brackets += [Bracket(top, wish, cast.text(beyond, 4))] if wish > top else []
    svg = continuum.scale(
        levels, "An invented position", "Where we say and where we stand", f"scale-{cast.form}", brackets
    )
    shown = ((own, continuum.own_view(), "Own view"), (wish, continuum.desired(), "Desired"),
             (now, continuum.today(), "Today"), (top, continuum.achievable(), "Achievable"))  # fmt: skip
    rungs = tuple(
        Rung(level.name, level.looks_like, tuple(entry(mark, word) for spot, mark, word in shown if spot == at))
        for at, level in enumerate(levels)
    )
    return Scale(svg, rungs, f"Scale of the stages, {cast.form}")


def _key() -> tuple[Marked, ...]:
    return (
        entry(continuum.own_view(), "own view"),
        entry(continuum.desired(), "desired"),
        entry(continuum.today(), "today, by the evidence"),
        entry(continuum.achievable(), "achievable"),
    )


def _dimensions(cast: Cast) -> Framed | None:
    size = {"empty": 0, "small": 4, "typical": 10, "hostile": 8}.get(cast.form, 24)
    words = ("Access", "Information", "Planning", "Trust", "Terms", "Scope", "Risk", "People", "Reviews", "Ideas")
    stages = 9 if cast.form == "extreme" else 5
    top, wish = {"extreme": (8, 8), "hostile": (2, 2)}.get(cast.form, (3, 4))
    rows = []
    for at in range(size):
        now = None if at % 4 == 3 else 1 + at * 5 % top
        rests = (UNKNOWN, NONE, NONE) if now is None else (
            Cell(cast.text(_STAGES[now], at + 1)), Cell(f"{2 * now} observed"), Cell(f"{20 + at * 7} d"),
        )  # fmt: skip
        band = Cell(mark=continuum.band(stages, now, wish, top))
        ask = Cell(cast.text("Ask who signs the yearly plan", at + 2))
        rows.append(Row((Cell(cast.text(words[at % 10], at)), band, *rests, ask)))
    heads = columns("Dimension", "Scale", "Stage", "Rests on", "Newest sign", "To obtain next")
    return Framed("s-dimensions", Table(f"Dimensions, {cast.form}", heads, tuple(rows)), _key()[1:]) if rows else None


def _trail(cast: Cast) -> Drawing | None:
    size = {"empty": 0, "small": 1, "typical": 6, "hostile": 9}.get(cast.form, 48)
    stages = _stages(cast)
    ago = [at // 3 if cast.form == "hostile" else at * 61 for at in reversed(range(size))]
    days = [TODAY - datetime.timedelta(days=back) for back in ago]
    points = [
        Point(
            day,
            cast.text(month(day), at),
            None if at % 5 == 2 else at % len(stages), at % len(stages) if at % 2 else (at + 1) % len(stages),
        )
        for at, day in enumerate(days)
    ]  # fmt: skip
    if not points:
        return None
    svg = trail(stages, points, "An invented trail", f"{size} reviews", f"trail-{cast.form}")
    return Drawing(svg, f"Trail over the reviews, {cast.form}")


_SPOTS: tuple[tuple[int | None, int | None, int | None, int | None], ...] = (
    (2, 4, 1, 3), (1, 1, 1, 1), (None, None, None, None), (1, 3, None, 2), (4, 4, 4, 4), (1, 3, 2, 3),
)  # fmt: skip
"""Own view, desired, today and achievable in turn."""


def in_words(own: int | None, now: int | None) -> Cell:
    """Say how our own view differs from the evidence."""
    if now is None:
        return UNKNOWN
    if own is None:
        return Cell("No own view on file")
    return Cell(capital(apart(own - now)), tone="ochre" if own > now else "")


def _board(cast: Cast) -> Framed | None:
    rows = []
    for at, name in enumerate(cast.firms[:24]):
        own, wish, now, top = some = _SPOTS[at % len(_SPOTS)]
        said = (UNKNOWN if one is None else Cell(_STAGES[one]) for one in (now, own, wish, top))
        rows.append(Row((
            Cell(name, second=cast.text("Key", at + 1)), Cell(mark=row(5, *some)), *said,
            in_words(own, now),
        )))  # fmt: skip
    heads = columns("Account", "Stage", "Today", "Own view", "Desired", "Achievable", "In words")
    return Framed("s-lanes", Table(f"Accounts on one scale, {cast.form}", heads, tuple(rows)), _key()) if rows else None


def _numbers(cast: Cast) -> tuple[Tile, ...]:
    kinds: dict[str, tuple[tuple[str | None, str, str], ...]] = {
        "empty": ((None, "Not known", ""), (None, "Not known", "")),
        "small": (("good", "Good", "81 of 100"), (None, "Not known", "")),
        "typical": (("watch", "Watch", "67 of 100"), ("good", "Good", "88 of 100")),
        "extreme": (("good", "Good", "100 of 100"), ("at_risk", "Poor", "0 of 100")),
        "hostile": (("at_risk", "At risk", "0 of 100"), ("watch", "Watch", "55 of 100")),
    }
    names = (("Health, how they would feel it", "method/health/"), ("Hygiene, how we keep the plan", "method/hygiene/"))
    tiles = []
    for at, ((name, to), (value, word, number)) in enumerate(zip(names, kinds[cast.form], strict=True)):
        shape, tone = standing(value)
        known = "4 of 6 measures known" if name.startswith("Health") else "6 of 8 measures known"
        note = cast.text(known if number else "no measure known yet", at * 10)
        tiles.append(Tile(name, to, Marked(shape, word, tone), number, note))
    return tuple(tiles)


EXHIBITS = (
    Exhibit(
        "position", "Scale of the position", "Position", "How far is what we say from what the evidence says?",
        ("continuum.scale", "continuum.own_view", "continuum.desired", "continuum.today", "continuum.achievable"),
        "scale", _scale,
        (
            "A playbook without stages has no scale.",
            "Two stages: today on the lower line, the ceiling one stage further.",
            "The diamond stands right of the disc: we hope for one stage more than the evidence shows.",
            "Eight stages, and all four marks on one: they stand side by side.",
            "Names and notes are cut to their column, and never lie on each other.",
        ),
    ),
    Exhibit(
        "dimensions", "Dimensions", "Position", "Which side of the relationship lags?",
        ("continuum.band",), "framed", _dimensions,
        (
            "A playbook without dimensions has no tracks.",
            "A dashed track is a side nobody has looked at.",
            "Filled as far as the evidence reaches; the shortest bars lag.",
            "Two dozen dimensions of nine stages on one scale.",
            "Long names wrap in their cell; the tracks stay in line.",
        ),
    ),
    Exhibit(
        "trail", "Trail", "Position", "Have we come closer since the first review?",
        ("trail.trail",), "drawing", _trail,
        (
            "Without a dated view there is no trail.",
            "One review: two marks, no line.",
            "The dashed line is what we said, the solid one what the evidence said; a gap is a day nobody knows.",
            "Forty-eight reviews over eight years: marks keep apart, days that have no room are left out.",
            "Nine reviews within three days, with labels of any length.",
        ),
    ),
    Exhibit(
        "board", "Continuum board", "Portfolio", "In which accounts does hope run ahead of the evidence?",
        ("board.row",), "framed", _board,
        (
            "No account, no board.",
            "Three accounts: two scales with marks, one dashed because nothing is known.",
            "Where the upper mark stands right of the lower one, we hope for more than we can show.",
            "Two dozen accounts on one scale.",
            "Names wrap in their cell; the scales stay in line.",
        ),
    ),
    Exhibit(
        "numbers", "The two numbers", "Portfolio", "How do they fare with us, and how well do we keep the plan?",
        ("standing.standing",), "numbers", _numbers,
        (
            "Nothing known: two dashed rings, no number, never 0.",
            "One number known, one not.",
            "Two numbers side by side, never added.",
            "The best and the worst number.",
            "A note of any length stays in its tile.",
        ),
    ),
)  # fmt: skip
