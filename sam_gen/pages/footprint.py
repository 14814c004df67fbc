"""The footprint as a grid of units and offerings: who holds each need, what is spent on it, what of it is ours."""

from __future__ import annotations

import datetime
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sam_gen.assess.footprint import Grid, Need, UnitRow, total
from sam_gen.draw import marks
from sam_gen.draw.axis import from_zero, part_of
from sam_gen.draw.holders import holder
from sam_gen.draw.scales import Scale
from sam_gen.draw.svg import Svg
from sam_gen.model.footprint import Cell as Held
from sam_gen.model.footprint import HeldBy
from sam_gen.model.wording import Wording
from sam_gen.pages.parts import Marked
from sam_gen.pages.words import amount, day

_ROOM = 64
"""Pixels of the largest bar of the grid."""


@dataclass(frozen=True)
class Holding:
    """One holder of a need: mark and word, then lines below it."""

    mark: Marked | None
    """None for what is not used there."""
    lines: tuple[str, ...]
    late: str = ""
    size: Svg | None = None
    """How much is spent here beside the largest cell, filled as far as it is ours."""
    """What asks for action, such as a contract that has ended."""


@dataclass(frozen=True)
class Square:
    """One cell of the grid."""

    kind: str
    """The wash: `us`, `option`, `competitor`, `unknown`, `plain` or `sum`."""
    holdings: tuple[Holding, ...]


@dataclass(frozen=True)
class Line:
    """One row of the grid: a unit, or a group with the sums of all below it."""

    name: str
    depth: int
    group: bool
    squares: tuple[Square, ...]
    sums: tuple[tuple[str, str], ...]
    """Spend, ours, share, known; each with how much of it is known."""


class Money:
    """How amounts of one account read, in its currency."""

    def __init__(self, currency: str) -> None:
        self._currency = currency

    def __call__(self, value: Decimal | None) -> str:
        """Print an amount; a missing one is not known."""
        return "not known" if value is None else amount(value, self._currency)


def grid_key(words: Wording, without: Container[str] = ()) -> tuple[Marked, ...]:
    """Return the marks of the grid with what they say, all but some."""
    return tuple(_mark(kind, word, "ink") for kind, word in _key(words) if kind not in without)


def _key(words: Wording) -> tuple[tuple[str, str], ...]:
    return (
        ("us", words.say(HeldBy.US)),
        ("option", "Option, tied to an opportunity"),
        ("nobody", f"{words.say(HeldBy.NOBODY)}, nobody serves it"),
        ("competitor", f"{words.say(HeldBy.COMPETITOR)}, by name"),
        ("in_house", words.say(HeldBy.IN_HOUSE)),
        ("blocked", "Blocked"),
        ("unknown", "Ask, not known yet"),
    )


Tags = Mapping[str, str]
"""The tag of each open opportunity by its key: A1, B2."""


def sizes(found: Grid) -> Scale:
    """Return the scale of all bars of the grid: the largest spend of a cell takes it whole."""
    spends = (_whole(cell) for need in found.needs for cell in need.cells)
    return from_zero(float(max((spend for spend in spends if spend), default=Decimal(0))), _ROOM)


def _whole(cell: Held) -> Decimal | None:
    return cell.ours if cell.spend is None else cell.spend


def _size(cell: Held, scale: Scale) -> Svg | None:
    """Draw what is spent on a need; nothing where nobody knows or nothing is used."""
    whole = _whole(cell)
    if not whole or cell.held_by is HeldBy.NOT_USED:
        return None
    part = cell.ours if cell.ours is not None or cell.held_by is HeldBy.US else Decimal(0)
    colour = holder(cell.held_by.value if cell.held_by else "")[1]
    return part_of(None if part is None else float(part), float(whole), scale, colour)


def grid_line(row: UnitRow, money: Money, words: Wording, tags: Tags, as_of: datetime.date, scale: Scale) -> Line:
    """Build the row of one unit, or of a group with its sums."""
    name = f"{row.unit.name} itself" if row.itself else row.unit.name
    squares = (
        tuple(_subtotal(needs, money) for needs in _by_offering(row.needs))
        if row.group
        else tuple(_square(need, money, words, tags, as_of, scale) for need in row.needs)
    )
    return Line(name, min(row.depth, 5), row.group, squares, need_sums(row.needs, money))


def totals(found: Grid, money: Money) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the rows below the grid, one text an offering: spend, ours, share, known."""
    by_offering = [need_sums(needs, money) for needs in _by_offering(found.needs)]
    heads = ("Spend a year", "Ours", "Our share", "Known")
    return tuple((head, tuple(sums[at] for sums in by_offering)) for at, head in enumerate(heads))


def _by_offering(needs: Sequence[Need]) -> list[list[Need]]:
    columns_: dict[str, list[Need]] = {}
    for need in needs:
        columns_.setdefault(need.offering.id, []).append(need)
    return list(columns_.values())


def _subtotal(needs: Sequence[Need], money: Money) -> Square:
    found = total(needs)
    known = f"known {found.known} of {found.needs}"
    if not found.used:
        return Square("sum", (Holding(None, ("–", known)),))
    if found.spend is None and not found.ours:
        return Square("sum", (Holding(None, (known,)),))
    if found.ours is None or found.spend is None:
        text = f"spend {money(found.spend)}, ours {money(found.ours)}"
    else:
        text = f"{money(found.ours)} of {money(found.spend)}"
    return Square("sum", (Holding(None, (text, known)),))


def need_sums(needs: Sequence[Need], money: Money) -> tuple[tuple[str, str], ...]:
    """Return spend, ours, share and known of some needs; each with how much of it is known."""
    found = total(needs)
    if needs and not found.used:
        return (*[("–", "not used")] * 3, (f"{found.known} of {found.needs}", ""))
    share = ("not known", "") if found.share is None else (percent(found.share), _known(found.compared, found.used))
    return (
        (money(found.spend), _known(found.spend_known, found.used) if found.spend is not None else ""),
        (money(found.ours), _known(found.ours_known, found.used) if found.ours is not None else ""),
        share,
        (f"{found.known} of {found.needs}", ""),
    )


def percent(share: Decimal) -> str:
    """Print a share of 1 as whole per cent; what is more than nothing but rounds to it is under one."""
    whole = int((share * 100).quantize(Decimal(1), ROUND_HALF_UP))
    return "under 1%" if share > 0 and whole == 0 else f"{whole}%"


def _known(known: int, needs: int) -> str:
    return f"known {known} of {needs}"


def _square(need: Need, money: Money, words: Wording, tags: Tags, as_of: datetime.date, scale: Scale) -> Square:
    holdings = [_holding(cell, money, words, as_of, scale) for cell in need.cells]
    if not need.cells:
        holdings.append(Holding(_mark("unknown", "Ask"), ()))
    for option in need.options:
        worth = (f"worth {money(option.worth)} to us",) if option.worth else ()
        holdings.append(Holding(_mark("option", f"Option {tags.get(option.key, '?')}"), (option.name, *worth)))
    return Square(_kind(need), tuple(holdings))


def _kind(need: Need) -> str:
    holders = {cell.held_by for cell in need.cells}
    if HeldBy.US in holders:
        return "us"
    if need.options:
        return "option"
    if HeldBy.COMPETITOR in holders:
        return "competitor"
    return "plain" if need.known else "unknown"


def _holding(cell: Held, money: Money, words: Wording, as_of: datetime.date, scale: Scale) -> Holding:
    if cell.held_by is HeldBy.NOT_USED:
        return Holding(None, (f"– {words.within(HeldBy.NOT_USED)}",))
    ended = cell.until is not None and cell.until < as_of
    when = f"{'ended' if ended else 'to'} {day(cell.until, as_of)}" if cell.until else ""
    lines = [_spent(cell, money), "" if ended else when, _block(cell)]
    return Holding(
        who_holds(cell, words), tuple(line for line in lines if line), when if ended else "", _size(cell, scale)
    )


def _block(cell: Held) -> str:
    """Say why we cannot get in; the word stands before it where the mark is another's."""
    if not cell.blocked:
        return ""
    return cell.blocked if cell.held_by in (None, HeldBy.NOBODY) else f"blocked: {cell.blocked}"


def _spent(cell: Held, money: Money) -> str:
    if cell.ours is not None and cell.spend is not None and cell.ours != cell.spend:
        return f"{money(cell.ours)} of {money(cell.spend)}"
    known = cell.spend if cell.ours is None else cell.ours
    if known is None:
        return "spend not known" if cell.held_by in (HeldBy.US, HeldBy.COMPETITOR) else ""
    if cell.held_by is HeldBy.US and cell.ours is None:
        return f"of {money(known)}, our part not known"
    return f"{money(known)}, all spend not known" if cell.spend is None else money(known)


def who_holds(cell: Held, words: Wording) -> Marked:
    """Show who holds a need."""
    if cell.held_by is HeldBy.COMPETITOR:
        return _mark("competitor", cell.competitor or f"{words.say(HeldBy.COMPETITOR)}, ask who")
    if cell.blocked and cell.held_by in (None, HeldBy.NOBODY):
        return _mark("blocked", "Blocked")
    return _mark(cell.held_by.value, words.say(cell.held_by)) if cell.held_by else _mark("unknown", "Ask")


def _mark(kind: str, word: str, tone: str = "") -> Marked:
    shape, colour = holder(kind)
    return Marked(marks.mark(shape, colour=colour), word, tone or "ink")
