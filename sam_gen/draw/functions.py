"""The grid of functions and levels: whom we know where, over whom of us, and where nobody is known."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw import html
from sam_gen.draw.chip import Chip, chips
from sam_gen.draw.legend import Entry, legend
from sam_gen.draw.svg import Svg, el

_MOST = 6
"""Chips of a field."""


@dataclass(frozen=True)
class Function:
    """One function with the people of each level, and what they add up to."""

    name: str
    fields: tuple[tuple[Chip, ...], ...]
    said: str
    tone: str


@dataclass(frozen=True)
class Functions:
    """The whole grid."""

    label: str
    levels: tuple[str, ...]
    functions: tuple[Function, ...]
    sums: tuple[str, ...]
    """How many are known on each level."""
    legend: tuple[Entry, ...]


def function_grid(value: Functions) -> Svg:
    """Draw the grid; a field without anybody is hatched, so that a hole looks like one."""
    heads = [html.head("Function"), *(html.head(level) for level in value.levels), html.head("Live ties")]
    rows = [_function(one) for one in value.functions]
    sums = html.row([html.side("Known on this level"), *(el("td", text) for text in value.sums), el("td")])
    table = html.block(
        "table",
        html.block("thead", html.row(heads)),
        html.block("tbody", *rows),
        html.block("tbody", sums, class_="s-sums"),
        class_="s-table s-matrix s-functions",
        aria_label=value.label,
    )
    return Svg(f"{legend(value.legend)}\n{html.scrolling(table, value.label)}")


def _function(one: Function) -> Svg:
    cells = [_field(some) for some in one.fields]
    return html.row([html.side(html.name(one.name, "s-name")), *cells, el("td", one.said, class_=f"s-{one.tone}")])


def _field(some: tuple[Chip, ...]) -> Svg:
    if not some:
        return el("td", html.hidden("nobody known"), class_="s-hole-field")
    return html.block("td", chips(some, _MOST, "more"))
