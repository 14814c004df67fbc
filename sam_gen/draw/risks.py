"""The field of risks: likelihood down, effect across, each risk as its tag in its field."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw import html
from sam_gen.draw.svg import Svg, el


@dataclass(frozen=True)
class Field:
    """One field: what it asks for, in a word, and the tags in it."""

    word: str
    asks: str
    """act, prepare or watch: the wash behind the word."""
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Risks:
    """The whole grid, the likeliest row first."""

    effects: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Field, ...]], ...]
    unjudged: tuple[str, ...]
    """Tags of risks without a likelihood or an effect: they have no field yet."""


def risk_matrix(value: Risks) -> Svg:
    """Draw the grid, and below it the tags that have no field."""
    heads = [el("td"), *(html.head(effect) for effect in value.effects)]
    rows = [html.row([html.side(name), *(_field(one) for one in fields)]) for name, fields in value.rows]
    table = html.block(
        "table",
        html.block("thead", html.row(heads)),
        html.block("tbody", *rows),
        class_="s-risk-grid",
        aria_label="Risks by likelihood and effect",
    )
    below = ""
    if value.unjudged:
        below = html.block("p", *_tags(value.unjudged), el("span", "not judged yet: no field"), class_="s-risk-below")
    return html.figure(table, below, kind="risk-figure", label="Risks by likelihood and effect")


def _field(one: Field) -> Svg:
    kind = f"s-asks-{one.asks}{' s-asks--some' if one.tags else ''}"
    return html.block("td", el("span", one.word, class_="s-asks"), *_tags(one.tags), class_=kind)


def _tags(tags: tuple[str, ...]) -> list[Svg]:
    return [el("span", tag, class_="s-risk-tag") for tag in tags]
