"""One small curve of an account: a number of 0 to 100 at several days; a gap where it was not known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sam_gen.draw.frame import picture
from sam_gen.draw.scales import Scale, Tick, labels_across
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import written

_WIDE, _HIGH = 232.0, 104.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 30.0, 196.0, 10.0, 80.0


def trend(
    values: Sequence[float | None], labels: Sequence[str], limits: Sequence[float], naming: tuple[str, str, str]
) -> Svg:
    """Draw one curve, the oldest value first; `limits` are the numbers from which a word changes."""
    across = Scale(0, max(len(values) - 1, 1), _LEFT if len(values) > 1 else _RIGHT, _RIGHT)
    up = Scale(0, 100, _BOTTOM, _TOP)
    spots = [(across.at(at), None if value is None else up.at(value)) for at, value in enumerate(values)]
    ends = [Tick(at, labels[at]) for at in dict.fromkeys((0, len(labels) - 1)) if labels]
    title, description, uid = naming
    parts = [
        *(el("path", d=f"M{_LEFT:g} {up.at(one):.1f}H{_RIGHT:g}", class_="s-limit") for one in limits),
        el("path", d=f"M{_LEFT:g} {_BOTTOM:g}H{_RIGHT:g}", class_="s-line"),
        *(_gap(x) for x, y in spots if y is None),
        *_curve(spots),
        *_ends(values, spots),
        *labels_across(across, ends, _HIGH - 6, limits=(0, _WIDE)),
    ]
    return picture(parts, title, description, uid, (_WIDE, _HIGH))


def _gap(x: float) -> Svg:
    return el("path", d=f"M{x:.1f} {_TOP:g}V{_BOTTOM:g}", class_="s-gap")


def _curve(spots: Sequence[tuple[float, float | None]]) -> list[Svg]:
    """Join neighbours that are both known, and mark every value."""
    lines = [
        el("path", d=f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}", class_="s-trail")
        for (x, y), (to_x, to_y) in pairwise(spots)
        if y is not None and to_y is not None
    ]
    last = len(spots) - 1
    dots = [
        el("circle", cx=x, cy=y, r=4 if at == last else 2.4, fill="currentColor", class_="s-ink")
        for at, (x, y) in enumerate(spots)
        if y is not None
    ]
    return [*lines, *dots]


def _ends(values: Sequence[float | None], spots: Sequence[tuple[float, float | None]]) -> list[Svg]:
    """Write today's value on the right and the first known one before its mark, where no line runs."""
    known = [at for at, value in enumerate(values) if value is not None]
    parts: list[Svg] = []
    if known and known[0] != len(values) - 1:
        first = known[0]
        x, y = spots[first]
        parts.append(written(f"{values[first]:.0f}", x - 6, (y or 0) + 4, 28, tone="second", anchor="end"))
    now = values[-1] if values else None
    y_now = spots[-1][1] if spots else None
    text = "?" if now is None else f"{now:.0f}"
    middle = (_TOP + _BOTTOM) / 2 if y_now is None else y_now
    parts.append(written(text, _RIGHT + 8, middle + 4, _WIDE - _RIGHT - 8, bold=True))
    return parts
