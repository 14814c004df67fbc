"""Specimens of the plan and of what it rests on: roadmap, risks, dependence, overlap of goals, white space."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.draw import axis, marks
from sam_gen.draw.balance import Pull, balance
from sam_gen.draw.dates import late, shape
from sam_gen.draw.holders import holder
from sam_gen.draw.risks import Field, Risks, risk_matrix
from sam_gen.draw.roadmap import NARROW, WIDE, Milestone, Quarter, roadmap
from sam_gen.draw.scales import Scale
from sam_gen.draw.strip import strip
from sam_gen.draw.svg import Svg
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.footprint import Holding, Line, Square
from sam_gen.pages.gallery.cast import Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.position import Framed
from sam_gen.pages.parts import Marked
from sam_gen.pages.tables import Cell, Column, Row, Table, columns
from sam_gen.pages.words import amount

_TODAY = datetime.date(2026, 11, 20)
_KINDS = ("objective", "benchmark", "initiative", "step", "meeting", "review", "contract", "notice")
_HOLDERS = ("us", "option", "competitor", "in_house", "nobody", "blocked", "unknown")
_WORDS = ("Ours", "Option A1", "Another firm", "In-house", "Open", "Blocked", "Ask")


@dataclass(frozen=True)
class White:
    """A grid of units and offerings."""

    label: str
    key: tuple[Marked, ...]
    groups: tuple[tuple[str, int], ...]
    offerings: tuple[str, ...]
    lines: tuple[Line, ...]
    totals: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    corner: tuple[tuple[str, str], ...]
    not_used: str = "not used"


def _roadmap(cast: Cast) -> Drawing | None:
    lanes = tuple(cast.text(name, at) for at, name in enumerate(("Goals", "Ours", "Theirs", "Meetings", "Ends")))
    size = {"empty": 0, "small": 3, "typical": 18, "hostile": 22}.get(cast.form, 160)
    starts = ((2026, 10), (2027, 1), (2027, 4), (2027, 7), (2027, 10), (2028, 1))
    quarters = [Quarter(datetime.date(year, month, 1), f"Q{at + 1}") for at, (year, month) in enumerate(starts)]
    words = ("First site live", "Baseline agreed", "Trial ends", "Steering group", "Frame agreement ends")
    milestones = [
        Milestone(
            _TODAY + datetime.timedelta(days=(at * 37) % 620 - 60 if cast.form != "hostile" else at % 3),
            at % 5 if cast.form != "extreme" else at % 2, _KINDS[at % 7], cast.text(words[at % 5], at),
        )
        for at in range(size)
    ]  # fmt: skip
    end = datetime.date(2028, 4, 1)

    def drawn(wide: float, form: str) -> Svg:
        naming = ("An invented roadmap", f"{size} days", f"roadmap-{cast.form}-{form}")
        return roadmap(lanes, milestones, quarters, end, (_TODAY, "20 Nov"), naming, wide)

    key = tuple(entry(shape(kind), kind) for kind in _KINDS)
    key += (entry(late(), "overdue", "red"),)
    return Drawing(drawn(WIDE, "wide"), f"Roadmap, {cast.form}", key, drawn(NARROW, "narrow"))


def _risks(cast: Cast) -> Svg:
    size = {"empty": 0, "small": 2, "typical": 7, "hostile": 9}.get(cast.form, 90)
    tags = [cast.text(f"R{at + 1}", at) for at in range(size)]
    asks = (("Watch", "watch"), ("Prepare", "prepare"), ("Act now", "act"))
    rows = tuple(
        (
            name,
            tuple(
                Field(*asks[max(0, min(2, column - low + 1))], tuple(tags[low * 3 + column :: 11]))
                for column in range(3)
            ),
        )
        for low, name in enumerate(("Likely", "Possible", "Unlikely"))
    )
    return risk_matrix(Risks(("Small effect", "Medium", "Large"), rows, tuple(tags[9::11])))


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


def _money(cast: Cast, at: int) -> str:
    return amount(Decimal(cast.number(at)), "EUR")


def _overlap(cast: Cast) -> Framed | None:
    wide, high = {"empty": (0, 0), "small": (1, 2), "typical": (3, 4), "hostile": (4, 5)}.get(cast.form, (12, 12))
    if not wide:
        return None
    goals = ("A third less waste by May", "Two sites live", "One order book")
    theirs = ("Less waste", "Growth abroad", "Safer nights", "Fewer suppliers")
    rows = tuple(
        Row((
            Cell(cast.text(theirs[at % 4], at)),
            *(
                Cell(cast.text("they get 2 h a shift", at + i), second=f"we get {_money(cast, at + i)}")
                if (at + i) % 3 == 0 else Cell("–", tone="grey")
                for i in range(wide)
            ),
            Cell(f"{at % 3} of {wide}"),
        ))
        for at in range(high)
    )  # fmt: skip
    heads = (
        Column("Their initiative"),
        *(Column(cast.text(goals[at % 3], at)) for at in range(wide)),
        Column("In sum"),
    )
    return Framed("s-overlap", Table(f"Their initiatives by our objectives, {cast.form}", heads, rows, wide=True))


def _holding(cast: Cast, at: int, scale: Scale) -> Square:
    kind = _HOLDERS[at % 7]
    if at % 9 == 8:
        return Square("plain", (Holding(None, ("– not used",)),))
    mark, tone = holder(kind)
    spend = cast.number(at)
    word = cast.text("Another firm", at) if kind == "competitor" else _WORDS[at % 7]
    size = axis.part_of(spend / 2 if at % 2 else None, spend, scale, tone) if kind == "us" and spend else None
    lines = (_money(cast, at), "to 31 Mar 2027") if kind in ("us", "competitor") else ()
    wash = kind if kind in ("us", "option", "competitor", "unknown") else "plain"
    late_word = "ended 3 Oct" if at % 14 == 7 else ""
    return Square(wash, (Holding(Marked(marks.mark(mark, colour=tone), word, "ink"), lines, late_word, size),))


def _white(cast: Cast) -> White | None:
    wide, high = {"empty": (0, 0), "small": (2, 2), "typical": (6, 6), "hostile": (5, 5)}.get(cast.form, (10, 16))
    if not wide:
        return None
    scale = axis.from_zero(float(max(cast.number(at) for at in range(9))), 64)
    units = ("North works", "South works", "Head office", "Service", "Depot", "Abroad")
    needs = ("Doors", "Devices", "Docks", "Support", "Training", "Rent")
    sums = (
        (_money(cast, 1), "known 3 of 6"),
        ("€0", "known 1 of 6"),
        ("under 1%", ""),
        ("3 of 6", ""),
    )
    lines = tuple(
        Line(
            cast.text(units[at % 6], at), min(at % 3, 2), False,
            tuple(_holding(cast, at * 5 + i, scale) for i in range(wide)), sums,
        )
        for at in range(high)
    )  # fmt: skip
    totals = tuple(
        (head, tuple(sums[at % 4] for _ in range(wide))) for at, head in enumerate(("Spend", "Ours", "Share", "Known"))
    )
    shapes = ((*holder(kind), word) for kind, word in zip(_HOLDERS, _WORDS, strict=True))
    key = tuple(Marked(marks.mark(mark, colour=tone), word, "ink") for mark, tone, word in shapes)
    names = tuple(cast.text(needs[at % 6], at + 1) for at in range(wide))
    groups = (("Equipment", wide - 1), ("", 1))
    return White(f"Units and offerings, {cast.form}", key, groups, names, lines, totals, sums)


def _strips(cast: Cast) -> Framed | None:
    firms = cast.firms[:12]
    kinds = ("us", "competitor", "in_house", "nobody", "not_used", "unknown")
    huge = 90 if cast.form in ("extreme", "hostile") else 1

    def cell(at: int) -> Cell:
        units = {kind: ((at + i) % 3) * (huge if i == 1 else 1) for i, kind in enumerate(kinds)}
        return Cell(
            f"ours {units['us']}", second=f"open {units['competitor']}, ask {units['unknown']}", mark=strip(units)
        )

    rows = tuple(Row((Cell(name), *(cell(at + i) for i in range(4)))) for at, name in enumerate(firms))
    heads = columns("Account", "Doors", "Devices", "Docks", "Support")
    return Framed("s-lanes", Table(f"Needs by account, {cast.form}", heads, rows, wide=True)) if rows else None


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
    Exhibit(
        "white-space", "White space", "White space", "Who serves each need, what is spent, and where could we come in?",
        ("holders.holder", "axis.part_of"), "white", _white,
        (
            "Without units the page shows one line of YAML to begin with.",
            "Two units and two needs.",
            "Blue squares are ours, outlined ones are open, dashed rings are to be asked.",
            "Sixteen units by ten needs scroll in their frame.",
            "Amounts from 0 to hundreds of billions share one scale of bars.",
        ),
    ),
    Exhibit(
        "strips", "White space of all accounts", "White space", "Which needs are open in which account?",
        ("strip.strip",), "framed", _strips,
        (
            "No account, no row.",
            "Three accounts and four needs, a mark a unit.",
            "Rows without blue squares are accounts in which we serve nobody yet.",
            "Where there are more units than marks, each kind stands once and the words count.",
            "Names wrap in their cell.",
        ),
    ),
)  # fmt: skip
