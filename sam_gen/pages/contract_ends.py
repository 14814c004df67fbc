"""The contract ends of the white-space page: ours and those of others, with what we have ready for each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from sam_gen.assess.doors import against
from sam_gen.assess.footprint import End, Grid, Need, ends
from sam_gen.assess.opportunities import Judged
from sam_gen.draw.track import tag
from sam_gen.model.footprint import Cell as Held
from sam_gen.model.footprint import HeldBy
from sam_gen.model.plan import OpportunityClass
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.footprint import Money, who_holds
from sam_gen.pages.notice_words import of_cells
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import count, day, listed


def ends_block(sight: Sight, found: Grid, money: Money, judged: Sequence[Judged]) -> Block:
    """List every contract end by date; what one holder loses on one day is one row."""
    dated = ends(found.needs, sight.as_of)
    together: dict[tuple[datetime.date, HeldBy | None, str | None], list[End]] = {}
    for end in dated:
        together.setdefault((end.day, end.cell.held_by, end.cell.competitor), []).append(end)
    ahead = sight.project.playbook.method.windows.look_ahead
    return Block(
        heading=_heading(dated, ahead),
        source=sight.source("footprint"),
        table=Table(
            "Contract ends by date",
            columns("Ends", "Where", "Held by", ">A year", "What we have ready for it"),
            tuple(_row(sight, alike, money, judged, ahead) for alike in together.values()),
        ),
        empty=""
        if dated
        else "Ask of the largest need: until when does the contract run, and when must notice be given?",
    )


def _heading(dated: Sequence[End], ahead: int) -> str:
    if not dated:
        return "Contract ends: none on file"
    past = sum(end.days < 0 for end in dated)
    soon = sum(0 <= end.days <= ahead for end in dated)
    parts = [f"{count(past, 'cell')} past the day"] if past else []
    parts.append(f"{count(soon, 'cell') if soon else 'none'} in the next {ahead} days")
    return f"Contract ends: {', '.join(parts)}"


def _row(sight: Sight, alike: Sequence[End], money: Money, judged: Sequence[Judged], ahead: int) -> Row:
    """Put what one holder loses on one day into one row: a frame agreement fills many cells."""
    first = alike[0]
    shown = who_holds(first.cell, sight.words)
    past = first.days < 0
    distance = f"{-first.days} d ago: ask what holds now" if past else f"in {first.days} d" if first.days else "today"
    notice = of_cells(sight.account, [end.cell for end in alike], sight.as_of)
    return Row(
        (
            Cell(day(first.day, sight.as_of), second=f"{distance}{f'; {notice}' if notice else ''}"),
            _where([end.need for end in alike]),
            Cell(shown.word, mark=shown.mark),
            _worth([_yearly(end.cell) for end in alike], money),
            _against(alike, judged, ahead),
        )
    )


def _against(alike: Sequence[End], judged: Sequence[Judged], ahead: int) -> Cell:
    """Name the opportunities for these cells; a contract that ends soon with nothing ready for it is a hole.

    A class C is put off, so it makes nothing ready.
    """
    all_ = [row.opportunity for row in judged]
    meant = {one.key for end in alike for one in against(end, all_, ahead)}
    found = [row for row in judged if row.opportunity.key in meant]
    later = [row for row in found if row.class_ is OpportunityClass.C]
    rows = [row for row in found if row not in later]
    if len(rows) == 1:
        return Cell(rows[0].opportunity.name, mark=tag(rows[0].tag))
    if rows:
        return Cell(listed([row.tag for row in rows]), second="; ".join(row.opportunity.name for row in rows))
    if later:
        return Cell("nothing yet", second=f"not now: {'; '.join(row.opportunity.name for row in later)}", tone="grey")
    if not 0 <= alike[0].days <= ahead:
        return Cell("nothing yet", tone="grey")
    ours = alike[0].cell.held_by is HeldBy.US
    question = "who of them wants it renewed?" if ours else "what would make them ask us too?"
    return Cell("nothing yet", second=question, tone="ochre")


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
