"""What would go with each person: bars by kind on one scale, the count beside each, the worth at the end."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.draw import axis, html
from sam_gen.draw.scales import Scale
from sam_gen.draw.svg import Svg, el

_ROOM = 64


@dataclass(frozen=True)
class Leaver:
    """One person and how much of each kind would go."""

    name: str
    second: str
    alone: bool
    """Single point of failure: the heavy bar at the name."""
    counts: tuple[int, ...]
    """One a kind, in the order of the kinds."""
    worth: str
    """In words; empty where nothing with a worth is lost."""


def losses(kinds: tuple[str, ...], people: tuple[Leaver, ...], label: str = "What would go") -> Svg:
    """Draw one row a person; all bars share one scale. `label` is what the frame that scrolls is called."""
    scale = axis.from_zero(max((count for one in people for count in one.counts), default=1), _ROOM)
    heads = [html.head("Who"), *(html.head(kind) for kind in kinds), html.head("Worth a year", class_="s-right")]
    table = html.block(
        "table",
        html.block("thead", html.row(heads)),
        html.block("tbody", *(_leaver(one, scale) for one in people)),
        class_="s-table s-matrix s-losses",
        aria_label="What would go, counted by kind",
    )
    about = el("p", "Bars count, all on one scale; a name with a bar before it is a single point of failure.",
               class_="s-about")  # fmt: skip
    return html.figure(about, html.scrolling(table, label), kind="leaving", label="What would go with whom")


def _leaver(one: Leaver, scale: Scale) -> Svg:
    said = html.hidden("single point of failure") if one.alone else ""
    first = html.side(
        html.name(one.name, "s-name"), said, html.second(one.second), class_="s-losses-alone" if one.alone else None
    )
    return html.row([first, *(_bar(count, scale) for count in one.counts), el("td", one.worth, class_="s-right")])


def _bar(count: int, scale: Scale) -> Svg:
    if not count:
        return el("td", el("span", "–", class_="s-grey"))
    return el("td", el("span", axis.bar(count, scale), el("span", str(count)), class_="s-marked"))
