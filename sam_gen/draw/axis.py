"""Bars that stand in a table: one scale for all of them, a dashed line for what nobody knows."""

from __future__ import annotations

from sam_gen.draw.marks import mark
from sam_gen.draw.scales import Scale
from sam_gen.draw.svg import Svg, el

_HIGH = 12


def from_zero(most: float, room: float) -> Scale:
    """Return a scale from 0 up to `most`, over so many pixels; read it for the length of a bar."""
    return Scale(0, most, 0, room)


def bar(value: float, scale: Scale, *, mirrored: bool = False, steps: int = 0) -> Svg:
    """Draw a bar from the left, or mirrored from the right; `steps` puts a notch at each step of the scale."""
    long = scale.at(value)
    left = scale.end - long if mirrored else 0.0
    notches = (scale.end * at / steps for at in range(1, steps)) if steps else ()
    parts = [
        el("rect", x=0, y=1, width=scale.end, height=_HIGH - 2, class_="s-track"),
        el("rect", x=left, y=1, width=long, height=_HIGH - 2, fill="currentColor"),
        *(el("path", d=f"M{x:g} 1v{_HIGH - 2}", class_="s-notch") for x in notches),
    ]
    return mark(Svg("".join(parts)), width=scale.end, height=_HIGH)


def not_known(scale: Scale, *, mirrored: bool = False) -> Svg:
    """Draw a dashed line over the whole scale, from the side on which it begins."""
    start, way = (scale.end, "H0") if mirrored else (0.0, f"H{scale.end:g}")
    line = el("path", d=f"M{start:g} 6{way}", class_="s-line", stroke_dasharray="3 3")
    return mark(line, width=scale.end, height=_HIGH, colour="grey")


def part_of(part: float | None, whole: float, scale: Scale, colour: str) -> Svg:
    """Draw an outlined bar for the whole, filled as far as the part reaches; dashed where the part is not known."""
    long = max(scale.at(whole), 3.0)
    dashed = "2 2" if part is None else None
    outline = el(
        "rect", x=0.5, y=1.5, width=long - 1, height=_HIGH - 3, fill="none", stroke="currentColor",
        stroke_dasharray=dashed,
    )  # fmt: skip
    filled = min(scale.at(part or 0.0), long)
    inner = el("rect", x=0, y=1, width=filled, height=_HIGH - 2, fill="currentColor") if filled else Svg("")
    return mark(Svg(outline + inner), width=scale.end, height=_HIGH, colour=colour)
