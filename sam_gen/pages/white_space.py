"""`/accounts/<id>/white-space/`: who holds each need, what of it is ours, what nobody has asked yet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from sam_gen.assess.doors import knowledge, never_met, served_units, whom_to_ask
from sam_gen.assess.footprint import Grid, Need, UnitRow, grid, largest_door, total
from sam_gen.assess.opportunities import judged
from sam_gen.assess.people import Standing, standings
from sam_gen.model.account import Account
from sam_gen.model.footprint import HeldBy
from sam_gen.model.method import Offering
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.contract_ends import ends_block
from sam_gen.pages.doors import doors_block, unlinked_block
from sam_gen.pages.footprint import Money, grid_key, grid_line, need_sums, percent, sizes, totals
from sam_gen.pages.parts import address, source
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import count, listed, number
from sam_gen.render.page import Page


def white_space_page(project: Project, account: Account) -> Page:
    """Build the page of units and offerings."""
    playbook, as_of = project.playbook, project.as_of
    sight = Sight.of(project, account)
    money, found = Money(sight.currency), grid(account, playbook, as_of)
    people = standings(account, playbook, as_of)
    rows = judged(account, playbook, as_of)
    tags = {row.opportunity.key: row.tag for row in rows}
    whole, scale = bool(found.needs), sizes(found)
    return Page(
        path=f"{address(project, account)}white-space/",
        title=f"{account.name}: white space",
        template="account/white-space.md",
        context={
            **sight.page("White space"),
            "lede": _lede(found, money),
            "begin": "" if whole else _begin(playbook, as_of),
            "grid": Block(_grid_heading(found), source(playbook, account, "footprint")),
            "key": grid_key(playbook.words),
            "not_used": playbook.words.within(HeldBy.NOT_USED),
            "groups": _groups(found.offerings),
            "offerings": tuple(offering.name for offering in found.offerings),
            "lines": tuple(grid_line(row, money, playbook.words, tags, as_of, scale) for row in found.rows)
            if whole
            else (),
            "totals": totals(found, money) if whole else (),
            "corner": need_sums(found.needs, money),
            "ends": ends_block(sight, found, money, rows),
            "blanks": _blanks(account, playbook, found, people),
            "first": _first(found, people),
            "doors": doors_block(sight, found, people),
            "unlinked": unlinked_block(sight, rows),
        },
        searched=False,
    )


def _groups(offerings: Sequence[Offering]) -> tuple[tuple[str, int], ...]:
    """Return what stands above the offerings: each group with how many columns it spans; nothing without groups."""
    if not any(offering.group for offering in offerings):
        return ()
    spans = groupby(offering.group or "" for offering in offerings)
    return tuple((name, len(list(some))) for name, some in spans)


# Sentences ----------------------------------------------------------------------------


def _lede(found: Grid, money: Money) -> str:
    if not found.needs:
        return "Not known yet: which of their units buys what, and from whom."
    whole = total(found.needs)
    known = f"We know who holds {number(whole.known) if whole.known else 'none'} of {count(whole.needs, 'cell')}."
    if whole.share is None:
        return f"{known} What they spend is not known well enough for a share."
    if not whole.share and whole.ours:
        cells = (
            "one cell only, where nothing is ours" if whole.compared == 1 else f"{number(whole.compared)} cells only"
        )
        known = f"our share is not known, since the whole spend is known of {cells}"
        return f"{money(whole.ours)} a year is ours; {known}."
    cells = f"{number(whole.compared)} of {count(whole.used, 'cell')}"
    share = f"Of the spend known in {cells}, {percent(whole.share)} is ours."
    share = share if 2 * whole.compared >= whole.used else f"{known} {share}"
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


# Blanks ---------------------------------------------------------------------


def _blanks(account: Account, playbook: Playbook, found: Grid, people: Sequence[Standing]) -> Block:
    """List what is not known, unit by unit, with whom to ask there."""
    open_ = [(row, [need for need in row.needs if not need.known]) for row in found.rows if not row.group]
    blank = [(row, needs) for row, needs in open_ if needs]
    served = served_units(found.needs)
    rows = tuple(
        Row(
            (
                Cell(row.unit.name, second=f"{len(needs)} of {len(row.needs)} not known"),
                Cell(_which(needs, len(row.needs))),
                _whom(row, people, row.unit.key in served),
            )
        )
        for row, needs in blank
    )
    number_ = sum(len(needs) for _, needs in blank)
    blank_ = f"{count(number_, 'cell')} not known yet" if number_ else "no cell is blank"
    heading = f"Ask first: {blank_ if found.needs else 'which units buy for themselves'}"
    heads = columns("Unit", "Not known", "Ask")
    return Block(
        heading, source(playbook, account, "units"), table=Table("Cells not known yet", heads, rows) if rows else None
    )


def _first(found: Grid, people: Sequence[Standing]) -> str:
    """Say how much is known and what to ask first; empty where there is no grid or no blank."""
    known = knowledge(found, people)
    if known.value is None or not known.ask:
        return ""
    whole = total(found.needs)
    if not whole.known:
        return f"We know none of the cells yet. {known.ask}"
    part = percent(Decimal(whole.known) / whole.needs)
    return f"We know {part} of the cells, {whole.known} of {whole.needs}. {known.ask}"


def _which(needs: Sequence[Need], all_: int) -> str:
    names = [need.offering.name for need in needs]
    return "every offering" if len(names) == all_ > 2 else listed(names)


def _whom(row: UnitRow, people: Sequence[Standing], served: bool) -> Cell:
    """Name who of that unit we talk to, else who of it is on file."""
    if best := whom_to_ask(row.unit, people):
        return Cell(best.person.name, second=best.person.title or "")
    if unmet := never_met(row.unit, people):
        title = f"{unmet.person.title}: " if unmet.person.title else ""
        return Cell(unmet.person.name, second=f"{title}never met", tone="ochre")
    if served:
        return Cell("we serve it; note who of them is there", tone="ochre")
    return Cell("nobody on file is noted for this unit: ask who runs it", tone="ochre")
