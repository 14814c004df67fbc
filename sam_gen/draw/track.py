"""Marks of the plan: whether a measure is on track, and the tag of an opportunity by its class."""

from __future__ import annotations

from sam_gen.draw.marks import mark, unknown
from sam_gen.draw.svg import Svg, el, path


def track(value: str) -> tuple[Svg, str]:
    """Return shape and colour: `on` a disc with a tick, `off` a triangle, anything else not known."""
    if value == "on":
        tick = el("path", d="M4.8 8.3 7 10.5l4.2-4.7", fill="none", stroke="var(--s-paper)", stroke_width=1.8)
        return mark(Svg(el("circle", cx=8, cy=8, r=6.8, fill="currentColor") + tick), colour="teal"), "teal"
    if value == "off":
        shape = el("path", d=path("M", 8, 1.5, "L", 15, 14.5, "H", 1, "Z"), fill="currentColor")
        bar = el("rect", x=7.2, y=6, width=1.7, height=4.2, fill="var(--s-paper)")
        dot = el("rect", x=7.2, y=11.3, width=1.7, height=1.7, fill="var(--s-paper)")
        return mark(Svg(shape + bar + dot), colour="ochre"), "ochre"
    return mark(unknown(), colour="grey"), "grey"


def tag(text: str) -> Svg:
    """Return the tag of an opportunity: A black, B outlined, C and what nobody has judged dashed."""
    solid = text.startswith("A")
    width = 12 + 8 * len(text)
    box = el(
        "rect", x=0.75, y=0.75, width=width - 1.5, height=14.5, rx=2,
        fill="currentColor" if solid else "none", stroke="currentColor", stroke_width=1.2,
        stroke_dasharray=None if text.startswith(("A", "B")) else "3 2",
    )  # fmt: skip
    letters = el(
        "text", text, x=width / 2, y=12.3, text_anchor="middle",
        class_="s-letter s-letter--tag" if solid else "s-letter",
    )  # fmt: skip
    return mark(Svg(box + letters), width=width)
