"""Functions and levels: whom we know where, who of ours talks there, and where the map is blank."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.coverage import live_pairs
from sam_gen.assess.people import Standing
from sam_gen.draw.chip import Chip
from sam_gen.draw.functions import Function, Functions, function_grid
from sam_gen.draw.legend import Entry
from sam_gen.draw.svg import Svg
from sam_gen.model.limits import PeopleModel
from sam_gen.model.people import PersonStatus
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.interest import stands_chip, stands_key
from sam_gen.pages.words import capital, count, listed, number

_KEY = "below a name: who of us has a live tie; “no live tie” is said of key players alone"


def functions_block(sight: Sight, people: Sequence[Standing]) -> Block:
    """Lay out functions by levels; a hatched field is one in which nobody is known."""
    model = sight.playbook.method.people
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    placed = [who for who in here if who.person.function]
    ours = _ours(sight)
    live = {key_of(who.person.function) for who in placed if who.person.key in ours}
    known = {key_of(who.person.function) for who in placed}
    missing = len(here) - len(placed)
    return Block(
        heading=_heading(len(known), len(live), bool(here)),
        source=sight.source("people"),
        more=f"{count(missing, 'person', 'people')} without a function in the file" if placed and missing else "",
        lead=_lead(model, known) if placed else "",
        drawing=_grid(sight, model, placed, ours) if placed else None,
        empty="" if placed else "Write function: and level: beside each person, and the holes show.",
    )


def _ours(sight: Sight) -> dict[str, list[str]]:
    """Return who of ours has a live tie with whom of theirs, by short names."""
    found: dict[str, list[str]] = {}
    for pair in live_pairs(sight.account, sight.playbook, sight.as_of).pairs:
        found.setdefault(pair.theirs, []).append(sight.names.short(f"team/{pair.ours}"))
    return found


def _heading(known: int, live: int, anybody: bool) -> str:
    if not known:
        return f"Functions and levels: {'no function named yet' if anybody else 'nobody of theirs named yet'}"
    if known == 1:
        return f"Functions and levels: {'a' if live else 'no'} live tie in the one function we know somebody in"
    some = "both" if live == known == 2 else f"{number(live) if live else 'none'} of {number(known)}"
    return (
        f"Functions and levels: a live tie in {some} functions we know"
        if live
        else (f"Functions and levels: no live tie in any of {number(known)} functions")
    )


def _lead(model: PeopleModel, known: set[str]) -> str:
    blank = sum(function.id not in known for function in model.functions)
    said = "A hatched field: nobody is known there."
    return f"{said} {capital(count(blank, 'function is', 'functions are'))} blank from end to end." if blank else said


def _grid(sight: Sight, model: PeopleModel, placed: Sequence[Standing], ours: dict[str, list[str]]) -> Svg:
    by: dict[tuple[str, str], list[Standing]] = {}
    for who in sorted(placed, key=lambda who: not who.key_player):
        by.setdefault((key_of(who.person.function), key_of(who.person.level)), []).append(who)
    levels = [(level.id, level.name) for level in model.levels]
    if any(not who.person.level for who in placed):
        levels.append(("", "Level not known"))
    functions = tuple(
        _function(sight, function.name, [by.get((function.id, level), []) for level, _ in levels], ours)
        for function in model.functions
    )
    known = [sum(len(some) for (_, at), some in by.items() if at == level) for level, _ in levels]
    return function_grid(
        Functions(
            label="Whom we know by function and level",
            levels=tuple(name for _, name in levels),
            functions=functions,
            sums=tuple(str(some) if some else "nobody" for some in known),
            legend=(*stands_key(sight.words, (who for some in by.values() for who in some)), Entry(None, _KEY)),
        )
    )


def _function(sight: Sight, name: str, fields: Sequence[Sequence[Standing]], ours: dict[str, list[str]]) -> Function:
    chips = tuple(tuple(_chip(sight, who, ours.get(who.person.key, [])) for who in some) for some in fields)
    known = [who for some in fields for who in some]
    live = sum(who.person.key in ours for who in known)
    if not known:
        return Function(name, chips, "nobody known", "ochre")
    return Function(
        name, chips, f"{live} of {len(known)}" if live else f"none of {len(known)}", "ink" if live else "ochre"
    )


def _chip(sight: Sight, who: Standing, ours: Sequence[str]) -> Chip:
    if ours:
        return stands_chip(sight.words, who, f"with {listed(list(ours))}")
    return stands_chip(sight.words, who, "no live tie" if who.key_player else "", "ochre")
