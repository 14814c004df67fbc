"""Specimens of the plan and of what it rests on: roadmap, risks, dependence, overlap of goals."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from sam_gen.draw.balance import Pull, balance
from sam_gen.draw.dates import late, shape
from sam_gen.draw.risks import Field, Risks, risk_matrix
from sam_gen.draw.roadmap import NARROW, WIDE, Milestone, Quarter, roadmap
from sam_gen.draw.svg import Svg
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.gallery.cast import TODAY, Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.position import Framed
from sam_gen.pages.quarters import quarter_name
from sam_gen.pages.tables import NONE, Cell, Column, Row, Table
from sam_gen.pages.words import amount, capital, count

_KINDS = ("objective", "benchmark", "initiative", "step", "meeting", "review", "contract", "notice")
_OF_A_LANE = (("objective", "benchmark"), ("step", "step"), ("initiative", "step"), ("meeting", "review"),
              ("contract", "notice"))  # fmt: skip


def _ahead(cast: Cast, at: int) -> int:
    """Return how many days after today something is due."""
    return {"small": 20 + at * 37, "hostile": at % 3}.get(cast.form, (at * 37) % 620 - 60)


def _roadmap(cast: Cast) -> Drawing | None:
    lanes = tuple(cast.text(name, at) for at, name in enumerate(("Goals", "Ours", "Theirs", "Meetings", "Ends")))
    size = {"empty": 0, "small": 3, "typical": 18, "hostile": 22}.get(cast.form, 160)
    starts = ((2026, 10), (2027, 1), (2027, 4), (2027, 7), (2027, 10), (2028, 1))
    quarters = [Quarter(first, quarter_name(first)) for first in (datetime.date(*start, 1) for start in starts)]
    words = ("First site live", "Baseline agreed", "Trial ends", "Steering group", "Frame agreement ends")
    milestones = [
        Milestone(
            TODAY + datetime.timedelta(days=_ahead(cast, at)), at % 5 if cast.form != "extreme" else at % 2,
            _OF_A_LANE[at % 5][at // 5 % 2], cast.text(words[at % 5], at),
        )
        for at in range(size)
    ]  # fmt: skip
    end = datetime.date(2028, 4, 1)

    def drawn(wide: float, form: str) -> Svg:
        naming = ("An invented roadmap", f"{size} days", f"roadmap-{cast.form}-{form}")
        return roadmap(lanes, milestones, quarters, end, (TODAY, "20 Nov"), naming, wide)

    key = tuple(entry(shape(kind), kind) for kind in _KINDS)
    key += (entry(late(), "overdue", "red"),)
    return Drawing(drawn(WIDE, "wide"), f"Roadmap, {cast.form}", key, drawn(NARROW, "narrow"))


def _risks(cast: Cast) -> Svg:
    size = {"empty": 0, "small": 2, "typical": 10, "hostile": 9}.get(cast.form, 90)
    tags = [cast.text(f"R{at + 1}", at) for at in range(size)]
    asks = (("Watch", "watch"), ("Prepare", "prepare"), ("Act now", "act"))
    rows = tuple(
        (
            name,
            tuple(
                Field(*asks[max(0, min(2, column - low + 1))], tuple(tags[low * 3 + column :: 10]))
                for column in range(3)
            ),
        )
        for low, name in enumerate(("Likely", "Possible", "Unlikely"))
    )
    return risk_matrix(Risks(("Small effect", "Medium", "Large"), rows, tuple(tags[9::10])))


def _balance(cast: Cast) -> Svg:
    pulls: dict[str, tuple[tuple[int | None, int | None], ...]] = {
        "empty": ((None, None),) * 4,
        "small": ((2, None), (None, 1), (None, None), (None, None)),
        "typical": ((3, 1), (2, 2), (0, 3), (None, 1)),
        "extreme": ((3, 0), (3, 0), (3, 0), (3, 0)),
        "hostile": ((999_999, -4), (0, 0), (None, 3), (3, None)),
    }
    kinds = ("Operations", "Business", "Knowledge", "People")
    return balance(
        tuple(Pull(cast.text(kind, at), *pulls[cast.form][at]) for at, kind in enumerate(kinds)),
        ("They depend on us", "We depend on them"),
        3,
    )


def _money(value: int) -> str:
    return f"{amount(Decimal(value), 'EUR')} a year"


def _met(cast: Cast, at: int) -> Cell:
    return Cell(cast.text("They: 2 h less a shift", at), second=f"We: {_money(cast.number(at))}")


def _in_sum(cast: Cast, met: Sequence[int]) -> Cell:
    """Count the goals that serve one aim, and add up what we get."""
    if not met:
        return Cell("no objective yet", tone="ochre")
    gain = _money(sum(cast.number(at) for at in met))
    return Cell(capital(count(len(met), "objective")), second=f"we: {gain}")


def _overlap(cast: Cast) -> Framed | None:
    wide, high = {"empty": (0, 0), "small": (1, 2), "typical": (3, 4), "hostile": (4, 5)}.get(cast.form, (12, 12))
    if not wide:
        return None
    goals = ("A third less waste by May", "Two sites live", "One order book")
    theirs = ("Less waste", "Growth abroad", "Safer nights", "Fewer suppliers")
    rows = []
    for at in range(high):
        met = [i for i in range(wide) if (at + i) % 3 == 0]
        cells = (_met(cast, at + i) if i in met else NONE for i in range(wide))
        rows.append(Row((Cell(cast.text(theirs[at % 4], at)), *cells, _in_sum(cast, [at + i for i in met]))))
    heads = (
        Column("Their initiative"),
        *(Column(cast.text(goals[at % 3], at)) for at in range(wide)),
        Column("In sum"),
    )
    return Framed(
        "s-overlap", Table(f"Their initiatives by our objectives, {cast.form}", heads, tuple(rows), wide=True)
    )


EXHIBITS = (
    Exhibit(
        "roadmap", "Roadmap", "Plan", "What is late, what comes next, and who moves?",
        ("roadmap.roadmap", "dates.shape", "dates.late"), "drawing", _roadmap,
        (
            "Five lanes with nothing in them, each says so; today is marked.",
            "Three days ahead, each with its label.",
            "What is overdue stands at the left in red, what is far off at the right; the line is today.",
            "160 days in two lanes: what finds no row is counted in words.",
            "Twenty-two labels of any length on three days.",
        ),
    ),
    Exhibit(
        "risks", "Risk matrix", "Plan", "Which risk needs an act now?",
        ("risks.risk_matrix",), "bare", _risks,
        (
            "Nine fields, each with what it asks for; no risk in them.",
            "Two risks, by likelihood and effect.",
            "The upper right fields ask for an act; a tag below the grid is not judged yet.",
            "Ninety risks wrap inside their fields.",
            "Tags of any length break inside their field.",
        ),
    ),
    Exhibit(
        "dependence", "Dependence", "Plan", "Who depends on whom, and where does it pull one way?",
        ("balance.balance", "axis.not_known"), "bare", _balance,
        (
            "Dashed lines in both directions: nobody knows yet.",
            "Two strengths known; the dashed ones are to be asked.",
            "Bars to the left are their need of us, to the right ours of them.",
            "All pull one way: bars on one side only.",
            "A number beyond the scale ends at its edge; a negative one is no bar.",
        ),
    ),
    Exhibit(
        "overlap", "Overlap of goals", "Plan", "Which of their aims does a goal of both serve?",
        (), "framed", _overlap,
        (
            "Without their initiatives or our goals the page asks for them.",
            "Two aims and one goal.",
            "A dash is no overlap; a filled field says what each side gets.",
            "Twelve by twelve scrolls in its frame; the first column stays.",
            "Texts of any length break in their cells.",
        ),
    ),
)  # fmt: skip
