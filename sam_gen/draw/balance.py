"""Who depends on whom: one row a kind, a bar to either side, so that a tie that pulls one way shows."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw import axis, html
from sam_gen.draw.scales import Scale
from sam_gen.draw.svg import Svg, el

_ROOM = 150


@dataclass(frozen=True)
class Pull:
    """One kind of dependence; None is not known yet."""

    kind: str
    theirs: int | None
    ours: int | None


def balance(pulls: tuple[Pull, ...], sides: tuple[str, str], most: int) -> Svg:
    """Draw both directions over strengths from 0 to `most`; a dashed line is a strength nobody knows."""
    scale = axis.from_zero(most, _ROOM)
    left, right = sides
    heads = [html.head(left, class_="s-right"), html.head("Kind"), html.head(right)]
    rows = [
        html.row([_side(one.theirs, scale, most, left=True), _kind(one), _side(one.ours, scale, most)]) for one in pulls
    ]
    table = html.block(
        "table",
        html.block("thead", html.row(heads)),
        html.block("tbody", *rows),
        class_="s-table s-balance",
        aria_label="Strength of each kind of tie in both directions",
    )
    return html.figure(table, kind="balance-of", label="Dependence in both directions")


def _kind(one: Pull) -> Svg:
    return html.side(html.name(one.kind, "s-name"))


def _side(value: int | None, scale: Scale, most: int, *, left: bool = False) -> Svg:
    if value is None:
        bar, word = axis.not_known(scale, mirrored=left), el("span", "ask", class_="s-grey")
    else:
        bar, word = axis.bar(value, scale, mirrored=left, steps=most), el("span", f"{value} of {most}")
    parts = (word, bar) if left else (bar, word)
    return el("td", el("span", *parts, class_="s-marked"), class_="s-right" if left else None)
