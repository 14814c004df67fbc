"""Shares of a whole, the largest first: a bar for each, and a line for all so far, on one scale of per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.frame import picture
from sam_gen.draw.scales import Scale, Tick, labels_across, lines_down
from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import written

_WIDE, _LEFT, _RIGHT = 760.0, 176.0, 560.0
_ROW, _HEAD = 26.0, 26.0


@dataclass(frozen=True)
class Part:
    """One share of 0 to 1, and the sum with every larger one."""

    name: str
    amount: str
    share: float
    so_far: float
    several: bool = False
    """Whether it stands for several small ones; drawn as an outline."""


def pareto(parts: Sequence[Part], naming: tuple[str, str, str]) -> Svg:
    """Draw the rows; `naming` is title, description and uid."""
    scale = Scale(0, 1, _LEFT, _RIGHT)
    height = _HEAD + _ROW * len(parts) + 8
    ticks = [Tick(step / 4, f"{25 * step}%") for step in range(5)]
    spots = [(scale.at(part.so_far), _HEAD + _ROW * (at + 0.5)) for at, part in enumerate(parts)]
    title, description, uid = naming
    drawn = [
        *lines_down(scale, ticks, _HEAD - 6, height - 4),
        *labels_across(scale, ticks, 14, limits=(_LEFT - 20, _RIGHT + 24)),
        written("all so far", _WIDE - 60, 14, 60, tone="second"),
        *(piece for at, part in enumerate(parts) for piece in _row(part, scale, _HEAD + _ROW * at)),
        *_line(spots),
    ]
    return picture(drawn, title, description, uid, (_WIDE, height))


def _row(part: Part, scale: Scale, top: float) -> list[Svg]:
    base = top + 17
    return [
        written(part.name, 0, base, _LEFT - 12, bold=True),
        el(
            "rect", x=scale.start, y=top + 5, width=max(0.8, scale.at(part.share) - scale.start), height=_ROW - 10,
            class_="s-bar-part s-bar-part--open" if part.several else "s-bar-part",
        ),
        written(part.amount, _RIGHT + 14, base, 62),
        written(_percent(part.share), _RIGHT + 116, base, 40, anchor="end"),
        written(_percent(part.so_far), _WIDE - 8, base, 52, bold=True, anchor="end"),
    ]  # fmt: skip


def _percent(share: float) -> str:
    """Print whole per cent; what is more than nothing but rounds to it is under one, what is not all is under 100."""
    if 0 < share < 0.005:
        return "<1%"
    return ">99%" if 0.995 <= share < 1 - 1e-9 else f"{share:.0%}"


def _line(spots: Sequence[tuple[float, float]]) -> list[Svg]:
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
    line = [el("path", d=f"M{way}", class_="s-trail")] if len(spots) > 1 else []
    ground = [el("circle", cx=x, cy=y, r=5.4, class_="s-tie-ground") for x, y in spots]
    return [*ground, *line, *(el("circle", cx=x, cy=y, r=3.4, class_="s-disc--open s-disc") for x, y in spots)]
