"""Specimens of white space: units by needs in one account, and the needs of all accounts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.assess.footprint import Grid, Need, UnitRow
from sam_gen.draw.strip import strip
from sam_gen.model.footprint import Cell as Held
from sam_gen.model.footprint import HeldBy, Unit
from sam_gen.model.method import Offering
from sam_gen.model.plan import Opportunity
from sam_gen.model.wording import Wording
from sam_gen.pages.footprint import Line, Money, grid_key, grid_line, need_sums, sizes, totals
from sam_gen.pages.gallery.cast import TODAY, Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.position import Framed
from sam_gen.pages.parts import Marked
from sam_gen.pages.tables import Cell, Row, Table, columns

_ENDS, _ENDED = datetime.date(2027, 3, 31), datetime.date(2026, 10, 3)
_HOLDERS = ("us", "option", "competitor", "in_house", "nobody", "blocked", "unknown")
_UNITS = ("North works", "South works", "Head office", "Service", "Depot", "Abroad")
_NEEDS = ("Doors", "Devices", "Docks", "Support", "Training", "Rent")
_TAGS = {"first": "A1"}


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


def _held(cast: Cast, at: int, kind: str) -> tuple[Held, ...]:
    """Return what a file would say of one need; nothing where nobody has asked."""
    if kind == "unknown":
        return ()
    if kind == "blocked":
        return (Held.model_construct(held_by=None, blocked=cast.text("framework until 2028", at)),)
    spend = Decimal(cast.number(at))
    if kind == "us":
        ours = None if at % 2 else spend / 2
        ends = _ENDED if at % 14 == 7 else _ENDS
        return (Held.model_construct(held_by=HeldBy.US, spend=spend, ours=ours, until=ends),)
    if kind == "competitor":
        who = cast.text("Another firm", at)
        return (Held.model_construct(held_by=HeldBy.COMPETITOR, competitor=who, spend=spend, until=_ENDS),)
    return (Held.model_construct(held_by=HeldBy(kind)),)


def _need(cast: Cast, at: int, unit: Unit, offering: Offering) -> Need:
    kind = "not_used" if at % 9 == 8 else _HOLDERS[at % 7]
    if kind != "option":
        return Need(unit, offering, _held(cast, at, kind), ())
    option = Opportunity.model_construct(id="first", name=cast.text("One trial", at), worth=Decimal(cast.number(at)))
    return Need(unit, offering, _held(cast, at, "nobody"), (option,))


def _grid(cast: Cast, wide: int, high: int) -> Grid:
    offerings = tuple(
        Offering.model_construct(id=f"need-{at}", name=cast.text(_NEEDS[at % 6], at + 1)) for at in range(wide)
    )
    units = [Unit.model_construct(id=f"unit-{at}", name=cast.text(_UNITS[at % 6], at)) for at in range(high)]
    rows = (
        UnitRow(unit, min(row % 3, 2), group=False, itself=False,
                needs=tuple(_need(cast, row * 5 + at, unit, one) for at, one in enumerate(offerings)))
        for row, unit in enumerate(units)
    )  # fmt: skip
    return Grid(offerings, tuple(rows))


def _white(cast: Cast) -> White | None:
    """Lay the invented needs out as the page of an account does, so that its sums are those of its cells."""
    wide, high = {"empty": (0, 0), "small": (2, 2), "typical": (6, 6), "hostile": (5, 5)}.get(cast.form, (10, 16))
    if not wide:
        return None
    found, money, words = _grid(cast, wide, high), Money("EUR"), Wording()
    scale = sizes(found)
    return White(
        label=f"Units and offerings, {cast.form}",
        key=grid_key(words),
        groups=(("Equipment", wide - 1), ("", 1)),
        offerings=tuple(one.name for one in found.offerings),
        lines=tuple(grid_line(row, money, words, _TAGS, TODAY, scale) for row in found.rows),
        totals=totals(found, money),
        corner=need_sums(found.needs, money),
    )


# All accounts ------------------------------------------------------------------------

_KINDS = ("us", "competitor", "in_house", "nobody", "not_used", "unknown")


def _units(cast: Cast, account: int, need: int) -> dict[str, int]:
    """Return how many units each kind of holder has; every fourth account buys nothing from us."""
    times = 90 if cast.form in ("extreme", "hostile") else 1
    units = {kind: (account + need + at) % 3 * times for at, kind in enumerate(_KINDS)}
    if account % 4 == 3:
        units["nobody"] += units["us"]
        units["us"] = 0
    return units


def counted(units: Mapping[str, int]) -> Cell:
    """Draw who holds a need, and count it: what is ours, what others or nobody hold, what is to be asked."""
    taken = sum(units.get(kind, 0) for kind in ("competitor", "in_house", "nobody"))
    counts = (("Ours", "blue", units.get("us", 0)), ("Open", "", taken), ("Ask", "grey", units.get("unknown", 0)))
    said = [(f"{word} {number}", tone) for word, tone, number in counts if number] or [("not used", "grey")]
    (first, tone), rest = said[0], " · ".join(text.lower() for text, _ in said[1:])
    return Cell(first, second=rest, tone=tone, mark=strip(units))


def _strips(cast: Cast) -> Framed | None:
    rows = tuple(
        Row((Cell(name), *(counted(_units(cast, at, need)) for need in range(4))))
        for at, name in enumerate(cast.firms[:12])
    )
    heads = columns("Account", *_NEEDS[:4])
    return Framed("s-lanes", Table(f"Needs by account, {cast.form}", heads, rows, wide=True)) if rows else None


EXHIBITS = (
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
