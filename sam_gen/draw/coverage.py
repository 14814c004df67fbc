"""The matrix of ours × theirs: how often two talk, how old the last talk is, blank where they never did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw import html, marks
from sam_gen.draw.svg import Svg, el


@dataclass(frozen=True)
class Tie:
    """What one of ours and one of theirs have had."""

    talks: int
    """In the window."""
    said: str
    """That number in words."""
    age: str
    """How old the last talk is, in words; empty if there was none."""
    left: float | None
    """Share of the time a talk counts that is left."""
    tone: str
    owner: bool
    """Whether this one of ours looks after the tie."""


@dataclass(frozen=True)
class Theirs:
    """One of theirs: a tie or None with each of ours, in the order of the columns."""

    name: str
    title: str
    key: bool
    ties: tuple[Tie | None, ...]
    talks: str
    live: str
    tone: str
    """Of the sums: ochre where there is nothing."""


@dataclass(frozen=True)
class Unit:
    """One unit with its people, key players first."""

    name: str
    people: tuple[Theirs, ...]
    said: str
    """How well it is covered, in words."""
    others: str = ""
    """Who has no row, and why."""


@dataclass(frozen=True)
class Coverage:
    """The whole matrix."""

    label: str
    ours: tuple[tuple[str, str], ...]
    """Name and role of each of ours."""
    units: tuple[Unit, ...]
    sums: tuple[tuple[str, str], ...]
    """Below each of ours: with how many they talk, and how often."""
    heads: tuple[str, str, str]
    """Of the first column and of the two sums of a row."""


def coverage_matrix(value: Coverage) -> Svg:
    """Draw the matrix in a frame that scrolls, with its first column fixed."""
    named = len(value.units) > 1 or bool(value.units and value.units[0].name)
    bodies = [_unit(unit, len(value.ours) + 3, named) for unit in value.units]
    table = html.block(
        "table", _heads(value), *bodies, _feet(value), class_="s-table s-matrix s-cover", aria_label=value.label
    )
    return html.scrolling(table, value.label)


def _heads(value: Coverage) -> Svg:
    first, talks, live = value.heads
    ours = (html.head(html.name(name, "s-name"), html.second(role)) for name, role in value.ours)
    cells = [html.head(first), *ours, html.head(talks, class_="s-right"), html.head(live, class_="s-right")]
    return html.block("thead", html.row(cells))


def _unit(unit: Unit, across: int, named: bool) -> Svg:
    head = html.block(
        "th",
        html.name(unit.name, "s-name"),
        el("span", unit.said, class_="s-cover-said"),
        scope="rowgroup",
        colspan=across,
    )
    rows = [_person(one) for one in unit.people]
    others = html.row([el("td", unit.others, class_="s-cover-others", colspan=across)]) if unit.others else ""
    return html.block("tbody", html.row([head], "s-cover-unit") if named else "", *rows, others)


def _person(one: Theirs) -> Svg:
    key = el("span", "key player", class_="s-cover-key") if one.key else ""
    first = html.side(html.name(one.name, "s-name"), html.second(one.title), key)
    sums = (el("td", text, class_=f"s-right s-{one.tone}") for text in (one.talks, one.live))
    return html.row([first, *(_tie(tie) for tie in one.ties), *sums])


def _tie(tie: Tie | None) -> Svg:
    if tie is None:
        return el("td", html.hidden("never"))
    disc = marks.mark(marks.contact(tie.talks), colour=tie.tone)
    said = el("span", disc, el("span", tie.said), class_=f"s-marked s-{tie.tone}")
    bar = marks.mark(marks.age(tie.left), width=26, height=8, colour=tie.tone)
    age = el("span", bar, el("span", tie.age), class_=f"s-marked s-cover-age s-{tie.tone}") if tie.age else ""
    return html.block("td", said, age, class_="s-cover-owner" if tie.owner else None)


def _feet(value: Coverage) -> Svg:
    cells = [html.block("td", text, html.second(more)) for text, more in value.sums]
    return html.block("tbody", html.row([html.side("Each of us"), *cells, *_empty(2)]), class_="s-sums")


def _empty(number: int) -> Sequence[Svg]:
    return [el("td") for _ in range(number)]
