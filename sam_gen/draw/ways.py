"""Ways to somebody we do not talk with: a chain from one of ours over people of theirs, with what joins each two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sam_gen.draw import html, marks
from sam_gen.draw.legend import Entry, legend
from sam_gen.draw.svg import Svg, el


@dataclass(frozen=True)
class Step:
    """One person on the way."""

    name: str
    second: str
    """Which side, or which title."""
    support: str | None
    ours: bool = False
    counts: bool = True
    """Whether what we know of how they stand is young enough."""


@dataclass(frozen=True)
class Join:
    """What joins one person with the next."""

    kind: str
    """talk, influence or line."""
    word: str


@dataclass(frozen=True)
class Chain:
    """One way; without joins nobody can introduce us yet, and the last of the steps is the target."""

    steps: tuple[Step, ...]
    joins: tuple[Join, ...]
    missing: str = ""
    """What to ask where there is no way."""


def chains(ways: Sequence[Chain]) -> Svg:
    """Draw one line a way; on a narrow page it breaks between two people."""
    words = (("talk", "talks with"), ("influence", "moves"), ("line", "reports to, either way"))
    used = {join.kind for way in ways for join in way.joins}
    key = legend([Entry(_join_mark(kind), word) for kind, word in words if kind in used])
    return html.figure(
        key, html.block("ul", *(_chain(way) for way in ways), class_="s-ways"), kind="introductions",
        label="Ways to people we do not talk with",
    )  # fmt: skip


def _chain(way: Chain) -> Svg:
    if not way.joins:
        missing = el("span", el("span", way.missing, class_="s-ochre"), class_="s-way-join s-way-join--none")
        return html.block("li", missing, *(_step(one, target=True) for one in way.steps[-1:]))
    last = len(way.steps) - 1
    parts: list[Svg] = []
    for at, (step, join) in enumerate(zip_longest(way.steps, way.joins)):
        parts.append(_step(step, target=at == last))
        if join:
            parts.append(_join(join))
    return html.block("li", *parts)


def _step(one: Step, *, target: bool) -> Svg:
    shape, colour = marks.support(one.support, counts=one.counts)
    mark = "" if one.ours else marks.mark(shape, colour=colour)
    kind = "s-way-step" + (" s-way-step--ours" if one.ours else "") + (" s-way-step--target" if target else "")
    return html.block("span", mark, html.name(one.name), html.second(one.second), class_=kind)


def _join(one: Join) -> Svg:
    return html.block("span", _join_mark(one.kind), el("span", one.word), class_="s-way-join")


def _join_mark(kind: str) -> Svg:
    """Draw the line between two: heavy for a talk, dashed and blue for influence, thin for the reporting line."""
    dashed, wide = ("4 3", 1.6) if kind == "influence" else (None, 3.2 if kind == "talk" else 1.3)
    line = el("path", d="M1 5H25", fill="none", stroke="currentColor", stroke_width=wide, stroke_dasharray=dashed)
    tip = el("path", d="M24 1 31 5 24 9Z", fill="currentColor")
    return marks.mark(
        Svg(line + tip), width=32, height=10, colour={"influence": "blue", "line": "grey"}.get(kind, "ink")
    )
