"""`/accounts/<id>/white-space/`: who holds each need, what of it is ours, what nobody has asked yet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.assess.footprint import End, Grid, Need, UnitRow, ends, grid, largest_door, total
from sam_gen.assess.people import Standing, standings
from sam_gen.model.account import Account
from sam_gen.model.footprint import Cell as Held
from sam_gen.model.footprint import HeldBy
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages.footprint import Money, grid_key, grid_line, need_sums, percent, totals, who_holds
from sam_gen.pages.parts import Names, Source, account_frame, address, source
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import count, day, listed, number
from sam_gen.render.page import Page


@dataclass(frozen=True)
class Section:
    """A heading that says the finding, a table if there is anything, and where it comes from."""

    heading: str
    table: Table | None
    source: Source
    more: str = ""


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
            "key": grid_key(playbook.words),
            "not_used": playbook.words.within(HeldBy.NOT_USED),
            "offerings": tuple((offering.name, offering.group or "") for offering in found.offerings),
            "lines": tuple(grid_line(row, money, playbook.words, as_of) for row in found.rows) if whole else (),
            "totals": totals(found, money) if whole else (),
            "corner": need_sums(found.needs, money),
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


# Ends and blanks ---------------------------------------------------------------------


def _ends(account: Account, playbook: Playbook, found: Grid, money: Money, as_of: datetime.date) -> Section:
    dated = ends(found.needs, as_of)
    heads = columns("Ends", "Where", "Held by", ">A year")
    together: dict[tuple[datetime.date, HeldBy | None, str | None], list[End]] = {}
    for end in dated:
        together.setdefault((end.day, end.cell.held_by, end.cell.competitor), []).append(end)
    rows = tuple(_end(alike, money, playbook.words, as_of) for alike in together.values())
    return Section(
        _ends_heading(dated, playbook.method.windows.look_ahead),
        Table("Contract ends by date", heads, rows) if rows else None,
        source(playbook, account, "footprint"),
    )


def _ends_heading(dated: Sequence[End], ahead: int) -> str:
    if not dated:
        return "Contract ends: none on file"
    past = sum(end.days < 0 for end in dated)
    soon = sum(0 <= end.days <= ahead for end in dated)
    parts = [f"{count(past, 'cell')} past the day"] if past else []
    parts.append(f"{count(soon, 'cell') if soon else 'none'} in the next {ahead} days")
    return f"Contract ends: {', '.join(parts)}"


def _end(alike: Sequence[End], money: Money, words: Wording, as_of: datetime.date) -> Row:
    """Put what one holder loses on one day into one row: a frame agreement fills many cells."""
    first = alike[0]
    shown = who_holds(first.cell, words)
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
