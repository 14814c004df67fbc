"""Specimens of the drawings over all accounts: selection, health, revenue, load, the year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from sam_gen.draw.dates import shape
from sam_gen.draw.load import KINDS, Carrier, box, load
from sam_gen.draw.matrix import Axes, Disc, matrix
from sam_gen.draw.month import month
from sam_gen.draw.multiples import trend
from sam_gen.draw.pareto import Part, pareto
from sam_gen.draw.standing import standing
from sam_gen.draw.svg import Svg, el
from sam_gen.pages.drawing import Drawing, entry
from sam_gen.pages.gallery.cast import TODAY, Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.position import Framed
from sam_gen.pages.health_trend import trend_said
from sam_gen.pages.pareto import MOST
from sam_gen.pages.parts import Marked
from sam_gen.pages.quarters import quarter_ends, quarter_name
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, listed


@dataclass(frozen=True)
class Curve:
    """One account's curve with its words."""

    name: str
    svg: Svg
    sign: Marked
    said: str


def _matrix(cast: Cast) -> Drawing:
    axes = Axes("How attractive they are to us", "How strong they say we are", 10, 6, (
        cast.text("Keep", 0), cast.text("Invest", 1), cast.text("Serve", 2), cast.text("Choose", 3),
    ))  # fmt: skip
    discs = [
        Disc(
            name,
            "revenue not known" if at % 5 == 4 else amount(Decimal(cast.number(at)), "EUR"),
            5 if cast.form == "hostile" else (at * 37 + 11) % 101 / 10,
            5 if cast.form == "hostile" else (at * 53 + 29) % 101 / 10,
            None if at % 5 == 4 else float(cast.number(at)),
        )
        for at, name in enumerate(cast.firms)
    ]
    svg, unnamed = matrix(discs, axes, ("An invented selection", f"{len(discs)} accounts", f"matrix-{cast.form}"))
    known = el("circle", cx=8, cy=8, r=6.5, class_="s-disc")
    hollow = el("circle", cx=8, cy=8, r=6.5, class_="s-disc s-disc--open")
    key = (entry(known, "area: our revenue with them"), entry(hollow, "revenue not known yet, any size"))
    note = f"{unnamed} names have no room in the drawing." if unnamed else ""
    return Drawing(svg, f"Selection matrix, {cast.form}", key, note=note)


_SERIES: dict[str, tuple[tuple[float | None, ...], ...]] = {
    "small": ((None, None, 55, 61, 58, 67), (80, 82, 81, 85, 88, 90), (None, None, None, None, None, None)),
    "typical": ((40, 45, None, 52, 60, 67), (90, 88, 80, 71, 60, 49), (70, 70, 70, 70, 70, 70), (None,) * 5 + (44,)),
    "extreme": ((0, 100, 0, 100, 0, 100), (100,) * 6, (0,) * 6, (50, None, 50, None, 50, None)),
    "hostile": ((-40, 1e9, 50, 50, 50, 1e12), (0,), (99.9, 0.1), (None, 3, None, 3, None, None)),
}


def _curves(cast: Cast) -> tuple[Curve, ...] | None:
    series = _SERIES.get(cast.form, ())
    curves = []
    for at, name in enumerate(cast.firms[:24] if series else ()):
        values = series[at % len(series)]
        ends = quarter_ends(TODAY, 1, len(values) - 1)
        labels = [*(cast.text(f"end of {quarter_name(end)}", i) for i, end in enumerate(ends)), "today"]
        svg = trend(values, labels, (50, 75), (f"Health of {name}", "An invented curve", f"trend-{cast.form}-{at}"))
        now = values[-1]
        mark, tone = standing(None if now is None else "good" if now >= 75 else "watch" if now >= 50 else "at_risk")
        word = "Not known" if now is None else "Good" if now >= 75 else "Watch" if now >= 50 else "At risk"
        curves.append(Curve(name, svg, Marked(mark, word, tone), trend_said(values, labels)))
    return tuple(curves) or None


def _pareto(cast: Cast) -> Drawing | None:
    if not cast.firms:
        return None
    shares = sorted(((cast.number(at), name) for at, name in enumerate(cast.firms)), key=lambda one: -one[0])
    shown, rest = shares[:MOST], [value for value, _ in shares[MOST:]]
    shown += [(sum(rest), f"{len(rest)} smaller accounts")] if rest else []
    whole = sum(value for value, _ in shown) or 1
    parts = [
        Part(name, amount(Decimal(value), "EUR"), value / whole, so_far / whole, several=at == MOST)
        for at, ((value, name), so_far) in enumerate(zip(shown, accumulate(value for value, _ in shown), strict=True))
    ]
    bar = el("rect", x=1, y=4, width=14, height=8, class_="s-bar-part")
    dot = el("circle", cx=8, cy=8, r=4, class_="s-disc s-disc--open")
    key = (entry(bar, "share of one account"), entry(dot, "all so far"))
    svg = pareto(parts, ("Invented revenue", f"{len(shares)} accounts", f"pareto-{cast.form}"))
    return Drawing(svg, f"Revenue by account, {cast.form}", key)


def _load(cast: Cast) -> Drawing | None:
    step, most = {"extreme": (5, 45), "hostile": (31, 301)}.get(cast.form, (5, 6))
    carriers = [
        Carrier(name, tuple(sorted((KINDS[(at + i) % 4] for i in range(at * step % most)), key=KINDS.index)))
        for at, name in enumerate(cast.names[:24])
    ]
    if not carriers:
        return None
    words = ("talked within the days agreed", "talk overdue", "no talk on file", "no rhythm agreed")
    key = tuple(entry(box(kind)[0], word, box(kind)[1], size=22) for kind, word in zip(KINDS, words, strict=True))
    svg = load(carriers, ("Load of invented people", f"{len(carriers)} people", f"load-{cast.form}"))
    return Drawing(svg, f"Pairs by executive, {cast.form}", key)


def _year(cast: Cast) -> Framed | None:
    kinds = ("meeting", "review", "contract", "notice", "tie", "plan", "selection")
    times = {"extreme": 12, "hostile": 4_000}.get(cast.form, 1)

    def cell(row: int, column: int) -> Cell:
        at, every = row * 7 + column, 2 if column in (1, 4) else 11
        found = [(kind, times if i % 2 else 1) for i, kind in enumerate(kinds) if (at + i) % every == 0]
        found = [(kind, times) for kind in kinds] if times > 1 and at % 7 == 0 else found
        said = capital(listed([count(number, kind) for kind, number in found]))
        return Cell(mark=month(found, said)) if found else NONE

    months = "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"
    rows = tuple(Row((Cell(name), *(cell(at, i) for i in range(12)))) for at, name in enumerate(cast.firms[:12]))
    key = tuple(entry(shape(kind), kind) for kind in kinds)
    heads = columns("Account", *months)
    return Framed("s-year", Table(f"Accounts by month, {cast.form}", heads, rows, wide=True), key) if rows else None


EXHIBITS = (
    Exhibit(
        "selection", "Selection matrix", "Portfolio", "Which accounts deserve our best people?",
        ("matrix.matrix",), "drawing", _matrix,
        (
            "Two axes and four fields, no account.",
            "Three accounts with their names and revenue.",
            "The upper right field holds the accounts that are attractive and rate us; the area is revenue.",
            "Sixty accounts: forty are tried for a name, the table has all.",
            "Eleven accounts on one spot stand side by side; names that find no room are counted.",
        ),
    ),
    Exhibit(
        "health", "Curves of health", "Portfolio", "Which account does better than a year ago, which worse?",
        ("multiples.trend",), "curves", _curves,
        (
            "No account, no curve.",
            "A rising curve, a good one, and one that nobody has measured.",
            "Curves that fall below the dashed lines change their word.",
            "From 0 to 100 and back; a dotted line is a day that is not known.",
            "Numbers beyond the scale stay at its edge; one value is a point.",
        ),
    ),
    Exhibit(
        "revenue", "Spread of revenue", "Portfolio", "On how few accounts does our revenue rest?",
        ("pareto.pareto",), "drawing", _pareto,
        (
            "Without revenue that can be compared nothing is drawn.",
            "Three accounts, the largest first.",
            "Where the line is steep, few accounts bring most.",
            "Sixty accounts: two dozen, and the smaller ones in one row.",
            "Two accounts are all, the others are nothing: the bars still stand in their rows.",
        ),
    ),
    Exhibit(
        "load", "Load of sponsors", "Portfolio", "Who of our executives carries too much, and what slips?",
        ("load.load", "load.box"), "drawing", _load,
        (
            "Without pairs nothing is drawn.",
            "Three people, one without a pair.",
            "A box a pair: red marks are talks overdue.",
            "Up to forty pairs each: the boxes of a kind are counted, the sum stands behind them.",
            "Hundreds of pairs and names of any length stay on their rows.",
        ),
    ),
    Exhibit(
        "calendar", "The year", "Portfolio", "In which months does much fall together?",
        ("month.month",), "framed", _year,
        (
            "Without dates the page asks for the next review.",
            "Three accounts; a dash is a month without a day.",
            "A mark a kind; columns with many marks are busy months.",
            "A dozen of each kind: the number stands behind the mark.",
            "Thousands of days in a month keep to their cell.",
        ),
    ),
)  # fmt: skip
