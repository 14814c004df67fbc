"""The marks of health and hygiene: a disc with a tick, a triangle, an octagon with a cross, a dashed ring."""

from __future__ import annotations

from sam_gen.draw.marks import mark, unknown
from sam_gen.draw.svg import Svg, el, path
from sam_gen.draw.track import track


def standing(value: str | None) -> tuple[Svg, str]:
    """Return shape and colour: good, watch, at_risk; anything else is not known and grey."""
    if value == "good":
        return track("on")
    if value == "watch":
        return track("off")
    if value == "at_risk":
        corners = path("M", 5, 1, "H", 11, "L", 15, 5, "V", 11, "L", 11, 15, "H", 5, "L", 1, 11, "V", 5, "Z")
        cross = el("path", d="M5.4 5.4 10.6 10.6M10.6 5.4 5.4 10.6", stroke="var(--s-paper)", stroke_width=1.8)
        return mark(Svg(el("path", d=corners, fill="currentColor") + cross), colour="red"), "red"
    return mark(unknown(), colour="grey"), "grey"
