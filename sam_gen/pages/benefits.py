"""Benefit by benefit: what a client has had from us, who of them says so, and how it is worked out."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.value import together
from sam_gen.model.care import Value, ValueStatus
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.measured import a_year
from sam_gen.pages.tables import Cell, Row, Table, columns, told
from sam_gen.pages.words import amount, capital, count, number, span


def value_sentence(sight: Sight, values: Sequence[Value]) -> str:
    """Say how many benefits there are, and what the confirmed ones are worth."""
    if not values:
        return "No benefit is on file yet."
    firm = together(values, ValueStatus.CONFIRMED)
    all_ = count(len(values), "benefit")
    if not firm.number:
        return f"{capital(all_)} on file, none confirmed by the client."
    worth = f", {amount(firm.amount, sight.currency)} a year" if firm.amount is not None else ""
    return f"{capital(all_)} on file, {number(firm.number)} confirmed by the client{worth}."


def benefits_block(sight: Sight, values: Sequence[Value]) -> Block:
    """Build the section on each benefit, the firmest first."""
    rows = tuple(_row(sight, value) for value in values)
    bare = sum(value.who is None for value in values)
    old = sum(is_old(sight, value) for value in values)
    heads = columns("Benefit", "Status", "Who of them", "How it is worked out", ">A year")
    return Block(
        _heading(len(values), bare),
        sight.source("value"),
        table=Table("Benefits, the firmest first", heads, rows) if rows else None,
        more=f"{number(old)} older than {lasting(sight)} or without a day: ask again" if old else "",
    )


def is_old(sight: Sight, value: Value) -> bool:
    """Whether a benefit is to be asked again: nobody knows whether it still holds."""
    return value.as_of is None or (sight.as_of - value.as_of).days > sight.playbook.method.health.outcomes.lasts


def lasting(sight: Sight) -> str:
    """Say how long a benefit holds before it is to be asked again."""
    return span(sight.playbook.method.health.outcomes.lasts)


def _heading(values: int, bare: int) -> str:
    if not values:
        return "Benefit by benefit: none yet"
    if not bare:
        return "Benefit by benefit: a name of theirs beside each"
    if bare == values:
        return "Benefit by benefit: no name of theirs yet"
    return f"Benefit by benefit: {number(bare)} without a name of theirs"


def _row(sight: Sight, value: Value) -> Row:
    kind = sight.words.say(value.kind) if value.kind else "kind not named"
    for_ = sight.initiative(value.for_)
    when = sight.day(value.as_of) if value.as_of else "no date"
    old = is_old(sight, value)
    said = sight.words.say(value.status)
    return Row(
        (
            Cell(value.what, second=f"{kind} · for {for_}" if for_ else kind),
            Cell(said, second=f"{when}: ask again" if old else when, tone="ochre" if old else ""),
            _confirmed_by(sight, value),
            told(value.method, "not known yet: ask whose figures count"),
            a_year(sight, value, Cell("not known", tone="grey")),
        )
    )


def _confirmed_by(sight: Sight, value: Value) -> Cell:
    """Name who measured or confirmed; a benefit that is only claimed needs somebody who would."""
    if value.who:
        left = sight.names.left(value.who)
        return Cell(sight.names.their(value.who), second="has left" if left else "", tone="ochre" if left else "")
    if value.status is ValueStatus.CLAIMED:
        return Cell("nobody yet: ask who could measure it", tone="grey")
    return Cell(f"{sight.words.within(value.status)}, not noted by whom", tone="ochre")
