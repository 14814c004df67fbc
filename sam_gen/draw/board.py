"""One account's row of the continuum board: what we say on the upper line, what the evidence says on the lower."""

from __future__ import annotations

from sam_gen.draw.continuum import achievable, desired, own_view, today
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import written

_EDGE, _STEP, _HIGH = 18.0, 46.0, 58.0
_SAID, _FOUND = 10.0, 48.0
_BESIDE = 17.0
"""From one mark to the next where two stand on one stage."""


def row(stages: int, own: int | None, wish: int | None, now: int | None, ceiling: int | None) -> Svg:
    """Draw four places on one scale of so many stages, each a rank from 0 or not known yet."""
    across = 2 * _EDGE + _STEP * max(stages - 1, 0) + _BESIDE
    ends = (_EDGE, _EDGE + _STEP * max(stages - 1, 0))
    return el(
        "svg",
        *(el("path", d=f"M{_EDGE + _STEP * at:g} {_SAID:g}V{_FOUND:g}", class_="s-grid") for at in range(stages)),
        _rail(ends, _SAID, known=own is not None or wish is not None),
        _rail(ends, _FOUND, known=now is not None),
        *_reach(now, ceiling),
        *(
            written(str(at), _EDGE + _STEP * at, 33, _STEP, tone="halo s-second", anchor="middle")
            for at in range(stages)
        ),
        *_marks([(own, own_view()), (wish, desired())], _SAID),
        *_marks([(now, today()), (ceiling, achievable())], _FOUND),
        class_="s-drawing s-board",
        viewBox=f"0 0 {across:g} {_HIGH:g}",
        width=across,
        height=_HIGH,
        aria_hidden="true",
        focusable="false",
    )


def _rail(ends: tuple[float, float], y: float, *, known: bool) -> Svg:
    return el("path", d=f"M{ends[0]:g} {y:g}H{ends[1]:g}", class_="s-line", stroke_dasharray=None if known else "3 3")


def _reach(now: int | None, ceiling: int | None) -> list[Svg]:
    if now is None or ceiling is None or ceiling <= now:
        return []
    return [el("rect", x=_EDGE + _STEP * now, y=_FOUND - 5, width=_STEP * (ceiling - now), height=10, class_="s-reach")]


def _marks(marks: list[tuple[int | None, Svg]], y: float) -> list[Svg]:
    """Put the marks of one line on their stages; the second on a stage moves to the right."""
    taken: set[int] = set()
    parts: list[Svg] = []
    for at, shape in marks:
        if at is None:
            continue
        x = _EDGE + _STEP * at + (_BESIDE if at in taken else 0)
        taken.add(at)
        parts.append(el("g", shape, transform=f"translate({x - 8:g} {y - 8:g})", class_="s-ink"))
    return parts
