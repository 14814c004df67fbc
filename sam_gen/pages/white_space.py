"""`/accounts/<id>/white-space/`: who holds each need, what of it is ours, what nobody has asked yet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sam_gen.assess.footprint import End, Grid, Need, UnitRow, ends, grid, largest_door, total
from sam_gen.assess.people import Standing, standings
from sam_gen.draw import marks
from sam_gen.draw.holders import holder
from sam_gen.model.account import Account
from sam_gen.model.footprint import Cell as Held
from sam_gen.model.footprint import HeldBy
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.pages.parts import Marked, Names, Source, account_frame, address, source
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, count, day, listed, number
from sam_gen.render.page import Page

_SOON = 365
"""Days ahead in which a contract end counts in the heading."""
_WORD = {HeldBy.US: "Ours", HeldBy.IN_HOUSE: "In-house", HeldBy.NOBODY: "Open"}
_KEY = (
    ("us", "Ours"),
    ("option", "Option, tied to an opportunity"),
    ("nobody", "Open, nobody serves it"),
    ("competitor", "Competitor, by name"),
    ("in_house", "In-house"),
    ("blocked", "Blocked"),
    ("unknown", "Ask, not known yet"),
)


@dataclass(frozen=True)
class Holding:
    """One holder of a need: mark and word, then lines below it."""

    mark: Marked | None
    """None for what is not used there."""
    lines: tuple[str, ...]
    late: str = ""
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


@dataclass(frozen=True)
class Section:
    """A heading that says the finding, a table if there is anything, and where it comes from."""

    heading: str
    table: Table | None
    source: Source
    more: str = ""


class Money:
    """How amounts of one account read."""

    def __init__(self, account: Account, playbook: Playbook) -> None:
        self._currency = account.currency or playbook.settings.currency

    def __call__(self, value: Decimal | None) -> str:
        """Print an amount; a missing one is not known."""
        return "not known" if value is None else amount(value, self._currency)


def white_space_page(project: Project, account: Account) -> Page:
    """Build the page of units and offerings."""
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    money, found = Money(account, playbook), grid(account, playbook)
    people = standings(account, playbook, as_of)
    whole = bool(found.needs)
    return Page(
        path=f"{address(project, account)}white-space/",
        title=f"{account.name}: white space",
        template="account/white-space.md",
        context={
            "frame": account_frame(project, account, names),
            "lede": _lede(found, money),
            "begin": "" if whole else _begin(playbook, as_of),
            "grid": Section(_grid_heading(found), None, source(playbook, account, "footprint")),
            "key": tuple(_mark(kind, word, "ink") for kind, word in _KEY),
            "offerings": tuple((offering.name, offering.group or "") for offering in found.offerings),
            "lines": tuple(_line(row, money, as_of) for row in found.rows) if whole else (),
            "totals": _totals(found, money) if whole else (),
            "corner": _sums(found.needs, money),
            "ends": _ends(account, playbook, found, money, as_of),
            "blanks": _blanks(account, playbook, found, people),
        },
        searched=False,
    )


# Sentences ----------------------------------------------------------------------------


def _lede(found: Grid, money: Money) -> str:
    if not found.needs:
        return "Not known yet: which of their units buys what, and from whom."
    whole = total(found.needs)
    known = f"We know who holds {number(whole.known) if whole.known else 'none'} of {count(whole.needs, 'cell')}."
    if whole.share is None:
        return f"{known} What they spend is not known well enough for a share."
    share = f"We hold {percent(whole.share)} of the spend we know of, in {whole.compared} of {whole.needs} cells."
    door = largest_door(found)
    where = f" The largest known spend that is not ours is at {door[0].name}: {money(door[1])} a year." if door else ""
    return f"{share}{where}"


def percent(share: Decimal) -> str:
    """Print a share of 1 as whole per cent; what is more than nothing but rounds to it is under one."""
    whole = int((share * 100).quantize(Decimal(1), ROUND_HALF_UP))
    return "under 1%" if share > 0 and whole == 0 else f"{whole}%"


def _grid_heading(found: Grid) -> str:
    if not found.needs:
        return "Units × offerings: not known yet"
    whole = total(found.needs)
    if whole.known == whole.needs:
        return "Units × offerings: every cell is known"
    return f"Units × offerings: {whole.known} of {whole.needs} cells known"


def _begin(playbook: Playbook, as_of: datetime.date) -> str:
    """Return the YAML lines to copy, with an offering of this playbook; empty where it names none."""
    if not playbook.offerings:
        return ""
    offering = playbook.offerings[0].id
    return (
        "units:\n  - {id: north, name: Plant North}\nfootprint:\n"
        f"  - {{unit: north, offering: {offering}, held_by: competitor, competitor: who it is, "
        f"spend: 100000, until: {as_of.year + 1}-12-31}}"
    )


# The grid -----------------------------------------------------------------------------


def _line(row: UnitRow, money: Money, as_of: datetime.date) -> Line:
    name = f"{row.unit.name} itself" if row.itself else row.unit.name
    squares = (
        tuple(_subtotal(needs, money) for needs in _by_offering(row.needs))
        if row.group
        else tuple(_square(need, money, as_of) for need in row.needs)
    )
    return Line(name, min(row.depth, 5), row.group, squares, _sums(row.needs, money))


def _by_offering(needs: Sequence[Need]) -> list[list[Need]]:
    columns_: dict[str, list[Need]] = {}
    for need in needs:
        columns_.setdefault(need.offering.id, []).append(need)
    return list(columns_.values())


def _subtotal(needs: Sequence[Need], money: Money) -> Square:
    found = total(needs)
    if found.spend is None and found.ours is None:
        return Square("sum", (Holding(None, (f"known {found.known} of {found.needs}",)),))
    if found.ours is None or found.spend is None:
        text = f"spend {money(found.spend)}, ours {money(found.ours)}"
    else:
        text = f"{money(found.ours)} of {money(found.spend)}"
    return Square("sum", (Holding(None, (text, f"known {found.known} of {found.needs}")),))


def _sums(needs: Sequence[Need], money: Money) -> tuple[tuple[str, str], ...]:
    found = total(needs)
    share = ("not known", "") if found.share is None else (percent(found.share), _known(found.compared, found.needs))
    return (
        (money(found.spend), _known(found.spend_known, found.needs) if found.spend is not None else ""),
        (money(found.ours), _known(found.ours_known, found.needs) if found.ours is not None else ""),
        share,
        (f"{found.known} of {found.needs}", ""),
    )


def _known(known: int, needs: int) -> str:
    return f"known {known} of {needs}"


def _totals(found: Grid, money: Money) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the rows below the grid, one text an offering: spend, ours, share, known."""
    by_offering = [_sums(needs, money) for needs in _by_offering(found.needs)]
    heads = ("Spend a year", "Ours", "Our share", "Known")
    return tuple((head, tuple(sums[at] for sums in by_offering)) for at, head in enumerate(heads))


def _square(need: Need, money: Money, as_of: datetime.date) -> Square:
    holdings = [_holding(cell, money, as_of) for cell in need.cells]
    if not need.cells:
        holdings.append(Holding(_mark("unknown", "Ask"), ()))
    for option in need.options:
        class_ = f" {option.class_.value}" if option.class_ else ""
        holdings.append(Holding(_mark("option", f"Option{class_}"), (option.name,)))
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


def _mark(kind: str, word: str, tone: str = "") -> Marked:
    shape, colour = holder(kind)
    return Marked(marks.mark(shape, colour=colour), word, tone or "ink")


def _holding(cell: Held, money: Money, as_of: datetime.date) -> Holding:
    if cell.held_by is HeldBy.NOT_USED:
        return Holding(None, ("– not used",))
    ended = cell.until is not None and cell.until < as_of
    when = f"{'ended' if ended else 'to'} {day(cell.until, as_of)}" if cell.until else ""
    lines = [_spent(cell, money), "" if ended else when, _block(cell)]
    return Holding(_holder(cell), tuple(line for line in lines if line), when if ended else "")


def _block(cell: Held) -> str:
    """Say why we cannot get in; the word stands before it where the mark is another's."""
    if not cell.blocked:
        return ""
    return cell.blocked if cell.held_by in (None, HeldBy.NOBODY) else f"blocked: {cell.blocked}"


def _holder(cell: Held) -> Marked:
    if cell.held_by is HeldBy.COMPETITOR:
        return _mark("competitor", cell.competitor or "Competitor, ask who")
    if cell.blocked and cell.held_by in (None, HeldBy.NOBODY):
        return _mark("blocked", "Blocked")
    return _mark(cell.held_by.value, _WORD[cell.held_by]) if cell.held_by else _mark("unknown", "Ask")


def _spent(cell: Held, money: Money) -> str:
    if cell.ours is not None and cell.spend is not None and cell.ours != cell.spend:
        return f"{money(cell.ours)} of {money(cell.spend)}"
    known = cell.spend if cell.ours is None else cell.ours
    if known is None:
        return "spend not known" if cell.held_by in (HeldBy.US, HeldBy.COMPETITOR) else ""
    if cell.held_by is HeldBy.US and cell.ours is None:
        return f"of {money(known)}, our part not known"
    return f"{money(known)}, all spend not known" if cell.spend is None else money(known)


# Ends and blanks ---------------------------------------------------------------------


def _ends(account: Account, playbook: Playbook, found: Grid, money: Money, as_of: datetime.date) -> Section:
    dated = ends(found.needs, as_of)
    heads = columns("Ends", "Where", "Held by", ">A year")
    together: dict[tuple[datetime.date, HeldBy | None, str | None], list[End]] = {}
    for end in dated:
        together.setdefault((end.day, end.cell.held_by, end.cell.competitor), []).append(end)
    rows = tuple(_end(alike, money, as_of) for alike in together.values())
    return Section(
        _ends_heading(dated),
        Table("Contract ends by date", heads, rows) if rows else None,
        source(playbook, account, "footprint"),
    )


def _ends_heading(dated: Sequence[End]) -> str:
    if not dated:
        return "Contract ends: none on file"
    past = sum(end.days < 0 for end in dated)
    soon = sum(0 <= end.days <= _SOON for end in dated)
    parts = [f"{count(past, 'cell')} past the day"] if past else []
    parts.append(f"{count(soon, 'cell') if soon else 'none'} in the next {_SOON} days")
    return f"Contract ends: {', '.join(parts)}"


def _end(alike: Sequence[End], money: Money, as_of: datetime.date) -> Row:
    """Put what one holder loses on one day into one row: a frame agreement fills many cells."""
    first = alike[0]
    shown = _holder(first.cell)
    past = first.days < 0
    distance = f"{-first.days} d ago: ask what holds now" if past else f"in {first.days} d" if first.days else "today"
    return Row(
        (
            Cell(day(first.day, as_of), second=distance),
            _where([end.need for end in alike]),
            Cell(shown.word, mark=shown.mark),
            _worth([_yearly(end.cell) for end in alike], money),
        )
    )


def _where(needs: Sequence[Need]) -> Cell:
    if len(needs) == 1:
        return Cell(needs[0].unit.name, second=needs[0].offering.name)
    units = list(dict.fromkeys(need.unit.name for need in needs))
    named = listed(units if len(units) <= 4 else [*units[:3], count(len(units) - 3, "other")])
    return Cell(named, second=f"{len(needs)} cells")


def _yearly(cell: Held) -> Decimal | None:
    """Return what the contract is worth a year: our part where it is ours, the whole need where it is not."""
    return cell.ours if cell.held_by is HeldBy.US and cell.ours is not None else cell.spend


def _worth(amounts: Sequence[Decimal | None], money: Money) -> Cell:
    known = [amount_ for amount_ in amounts if amount_ is not None]
    if not known:
        return Cell("not known", tone="grey")
    less = f"known {len(known)} of {len(amounts)}" if len(known) < len(amounts) else ""
    return Cell(money(sum(known, Decimal(0))), second=less)


def _blanks(account: Account, playbook: Playbook, found: Grid, people: Sequence[Standing]) -> Section:
    """List what is not known, unit by unit, with whom to ask there."""
    open_ = [(row, [need for need in row.needs if not need.known]) for row in found.rows if not row.group]
    blank = [(row, needs) for row, needs in open_ if needs]
    rows = tuple(
        Row(
            (
                Cell(row.unit.name, second=f"{len(needs)} of {len(row.needs)} not known"),
                Cell(_which(needs, len(row.needs))),
                _whom(row, people),
            )
        )
        for row, needs in blank
    )
    number_ = sum(len(needs) for _, needs in blank)
    blank_ = f"{count(number_, 'cell')} not known yet" if number_ else "no cell is blank"
    heading = f"Ask first: {blank_ if found.needs else 'which units buy for themselves'}"
    heads = columns("Unit", "Not known", "Ask")
    return Section(
        heading, Table("Cells not known yet", heads, rows) if rows else None, source(playbook, account, "units")
    )


def _which(needs: Sequence[Need], all_: int) -> str:
    names = [need.offering.name for need in needs]
    return "every offering" if len(names) == all_ > 2 else listed(names)


def _whom(row: UnitRow, people: Sequence[Standing]) -> Cell:
    """Name who of that unit we talk to: whoever is for us first, then whom we met last."""
    names = {row.unit.name.casefold(), row.unit.key}
    there = [who for who in people if (who.person.unit or "").casefold() in names and who.talk_age is not None]
    best = min(there, key=lambda who: (not who.for_us, who.talk_age or 0), default=None)
    if best is None:
        return Cell("nobody there has met us: ask who runs it", tone="ochre")
    return Cell(best.person.name, second=best.person.title or "")
