"""Sections of the white-space page that say where to begin: doors beside what we serve, and what is ours alone."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.doors import Door, doors
from sam_gen.assess.footprint import Grid, Need
from sam_gen.assess.opportunities import Judged
from sam_gen.assess.people import Standing
from sam_gen.draw.track import tag
from sam_gen.model.claims import Basis
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Sight, amount_cell
from sam_gen.pages.parts import support
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number, some

_MOST = 8
"""Rows of doors; more are a list to read, and no longer a choice."""


def doors_block(sight: Sight, found: Grid, people: Sequence[Standing]) -> Block:
    """List the blank and open cells beside what we serve, where somebody is for us."""
    beside = doors(found, people)
    together: dict[tuple[object, ...], list[Door]] = {}
    for door in beside:
        together.setdefault((door.need.unit.key, door.need.known, door.same_unit, door.same_offering), []).append(door)
    rest = len(together) - _MOST
    return Block(
        heading=f"Doors: {count(len(beside), 'cell')} beside what we serve, with somebody for us"
        if beside
        else "Doors: none yet beside what we serve",
        source=sight.source("footprint"),
        more=f"{capital(number(rest))} more in the grid" if rest > 0 else "",
        lead="Not known or open, beside something we serve, and somebody of that unit is for us." if beside else "",
        table=Table(
            "Doors beside what we serve",
            columns("Cell", "Beside", "Who gets us in"),
            tuple(_door(sight, alike) for alike in list(together.values())[:_MOST]),
        ),
        empty=""
        if beside
        else "No blank or open cell lies beside one of ours in a unit where somebody is for us. "
        "Who of their other units could be?",
    )


def _door(sight: Sight, alike: Sequence[Door]) -> Row:
    """Put the doors of a unit that have the same neighbours into one row."""
    door = alike[0]
    state = "not known yet" if not door.need.known else "open, nobody serves it"
    friend = support(door.friends[0], sight.words)
    cells = listed([one.need.offering.name for one in alike])
    beside = Cell(_here(door.same_unit), second=_elsewhere(door.same_offering))
    return Row(
        (
            Cell(door.need.unit.name, second=f"{cells}: {state}"),
            beside if door.same_unit else Cell(_elsewhere(door.same_offering)),
            Cell(door.friends[0].person.name, mark=friend.mark, second=friend.word),
        )
    )


def _here(needs: Sequence[Need]) -> str:
    return f"{some([need.offering.name for need in needs], 2, most=3)} there" if needs else ""


def _elsewhere(needs: Sequence[Need]) -> str:
    return f"The same at {some([need.unit.name for need in needs], 2, most=3)}" if needs else ""


def unlinked_block(sight: Sight, found: Sequence[Judged]) -> Block:
    """List the opportunities that serve no initiative of theirs: they are white space of ours, not theirs."""
    kept = sight.playbook.method.priorities.no_growth
    new = [row for row in found if row.opportunity.kind not in kept]
    alone = [row for row in new if not sight.initiative(row.opportunity.for_)]
    ours = {one.key for one in sight.account.initiatives if one.basis is Basis.ASSUMED}
    guessed = sum(key_of(row.opportunity.for_) in ours for row in new if row not in alone)
    return Block(
        heading=_unlinked_heading(len(alone), guessed, len(new), len(found)),
        source=sight.source("opportunities"),
        lead="They serve no initiative that the client has named. Find the one they help, or let them wait."
        if len(alone) > 1
        else "It serves no initiative that the client has named. Find the one it helps, or let it wait."
        if alone
        else _told(new),
        table=Table(
            "Opportunities without an initiative of theirs",
            columns("Opportunity", "Where", ">Worth to us a year", "Ask"),
            tuple(_unlinked(sight, row) for row in alone),
        ),
        empty="" if new else "What would make one of their initiatives easier, and who over there would want it?",
    )


def _told(new: Sequence[Judged]) -> str:
    """Say beside how many the plan tells what would change for them."""
    told = sum(row.opportunity.client_gets is not None for row in new)
    if not new:
        return ""
    beside = "each" if told == len(new) else f"{number(told)} of {number(len(new))}" if told else "none yet"
    return f"What it would change for them is written beside {beside} in the plan."


def _unlinked_heading(alone: int, guessed: int, all_: int, with_kept: int) -> str:
    """Count those that would be new; a renewal is no white space of anybody's, and what we assume nobody named."""
    beyond = " beyond what we have" if with_kept > all_ else ""
    if not all_:
        return f"White space of theirs: no opportunity{beyond} is named yet"
    everyone = {1: "the one open opportunity", 2: "both open opportunities"}.get(
        all_, f"all {number(all_)} open opportunities"
    ) + beyond
    verb = "serves" if guessed == 1 else "serve"
    if alone:
        some = everyone if alone == all_ else f"{number(alone)} of {number(all_)} open opportunities{beyond}"
        rest = f"; {number(guessed)} {verb} an initiative that we only assume" if guessed else ""
        return f"White space of ours, not theirs: {some}{rest}"
    if guessed == all_:
        return f"White space of theirs: {everyone} {verb} an initiative that we only assume"
    if guessed:
        named = f"{number(all_ - guessed)} of {number(all_)} open opportunities{beyond}"
        serve = "serves" if all_ - guessed == 1 else "serve"
        return (
            f"White space of theirs: {named} {serve} an initiative they named; {number(guessed)} {verb} one we assume"
        )
    return f"White space of theirs: {everyone} {'serves' if all_ == 1 else 'serve'} an initiative they named"


def _unlinked(sight: Sight, row: Judged) -> Row:
    one = row.opportunity
    sponsor = sight.names.their(one.sponsor)
    place = where(sight, one.unit, one.offering)
    return Row((
        Cell(one.name, mark=tag(row.tag)),
        Cell(place) if place else Cell("no unit and no offering named", tone="grey"),
        amount_cell(sight, one.worth),
        Cell(f"{sponsor}: which of your own aims would it help?") if sponsor
        else Cell("nobody of theirs wants it by name: who would?", tone="ochre"),
    ))  # fmt: skip


def where(sight: Sight, unit: str | None, offering: str | None) -> str:
    """Name unit and offering of an opportunity, as far as it has them."""
    names = [record.name for record in sight.account.units if record.key == key_of(unit)]
    names += [record.name for record in sight.playbook.offerings if record.id == key_of(offering)]
    return ", ".join(names)
