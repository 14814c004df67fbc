"""The grid of power and interest: four fields of chips, and a strip for those whose influence is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw import html
from sam_gen.draw.chip import Chip, chips
from sam_gen.draw.legend import Entry, legend
from sam_gen.draw.svg import Svg, el

_MOST = 24
"""Chips of a field; the table beside it has everybody."""


@dataclass(frozen=True)
class Field:
    """One field: how to treat those in it, in a word and in a line."""

    name: str
    how: str
    chips: tuple[Chip, ...]
    """The most influential first."""


@dataclass(frozen=True)
class Interest:
    """The grid; rows run from high to low influence, columns from nothing to something at stake."""

    rows: tuple[tuple[str, tuple[Field, Field]], ...]
    """What a row means, and its two fields."""
    columns: tuple[str, str]
    unknown: tuple[Chip, ...]
    """Whose influence nobody knows yet."""
    unknown_word: str
    legend: tuple[Entry, ...]


def interest_grid(value: Interest) -> Svg:
    """Draw the grid; the place inside a field means nothing."""
    fields = [
        part
        for name, row in value.rows
        for part in (
            el("p", name, class_="s-power-row"),
            *(_field(one, column) for one, column in zip(row, value.columns, strict=True)),
        )
    ]
    feet = [el("p", name, class_="s-power-column") for name in value.columns]
    return html.figure(
        html.block("div", *fields, el("div", "", class_="s-power-corner"), *feet, class_="s-power-grid"),
        _strip(value.unknown_word, value.unknown),
        legend(value.legend),
        kind="power",
        label="Power and interest: four fields",
    )


def _field(one: Field, column: str) -> Svg:
    return html.block(
        "div",
        el("p", el("strong", one.name), el("span", str(len(one.chips)), class_="s-tally"), class_="s-power-name"),
        el("p", column, class_="s-power-where"),
        html.second(one.how),
        chips(one.chips, _MOST, "more"),
        class_="s-power-field",
    )


def _strip(word: str, some: Sequence[Chip]) -> Svg:
    if not some:
        return Svg("")
    head = el("p", el("strong", word), el("span", str(len(some)), class_="s-tally"), class_="s-power-name")
    return html.block("div", head, chips(some, _MOST, "more"), class_="s-power-unknown")
