"""Scales and axes: from a value or a day to a pixel, with lines and the labels that have room."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.draw.svg import Svg, el
from sam_gen.draw.text import cut, width, written

_GAP = 8
"""Between two labels of an axis."""


@dataclass(frozen=True)
class Scale:
    """A straight line from values to pixels; an end may be left of its start, as it is for heights."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the pixel of a value; one that lies beyond an end stands on it."""
        if self.high <= self.low:
            return self.start
        share = min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return self.start + (self.end - self.start) * share


def days(first: datetime.date, last: datetime.date, start: float, end: float) -> Scale:
    """Return a scale over days; read it with `day.toordinal()`."""
    return Scale(first.toordinal(), last.toordinal(), start, end)


@dataclass(frozen=True)
class Tick:
    """A place on an axis with its label."""

    value: float
    label: str


def lines_down(scale: Scale, ticks: Sequence[Tick], top: float, bottom: float) -> list[Svg]:
    """Draw one hairline from top to bottom for each place of an axis that runs across."""
    return [el("path", d=f"M{scale.at(tick.value):.1f} {top:g}V{bottom:g}", class_="s-grid") for tick in ticks]


def labels_across(scale: Scale, ticks: Sequence[Tick], y: float, *, limits: tuple[float, float]) -> list[Svg]:
    """Write the labels under their places, from the left; one that would touch another or a limit is left out."""
    left, right = limits
    free = left
    parts: list[Svg] = []
    for tick in ticks:
        half = width(tick.label, 12) / 2
        x = min(max(scale.at(tick.value), left + half), right - half)
        if x - half >= free and half * 2 <= right - left:
            parts.append(written(tick.label, x, y, 2 * half + 1, tone="second", anchor="middle"))
            free = x + half + _GAP
    return parts


def labels_between(scale: Scale, ticks: Sequence[Tick], y: float, *, right: float) -> list[Svg]:
    """Write each label in the room between its place and the next, for spans such as quarters."""
    ends = [scale.at(tick.value) for tick in ticks[1:]] + [right]
    parts: list[Svg] = []
    for tick, end in zip(ticks, ends, strict=False):
        x = scale.at(tick.value) + 4
        text = cut(tick.label, end - x - 4, 12)
        if text != "…":
            parts.append(written(text, x, y, end - x, tone="second"))
    return parts


def labels_up(scale: Scale, ticks: Sequence[Tick], x: float, room: float) -> list[Svg]:
    """Write the labels of an axis that runs upwards, ending at `x`."""
    return [written(tick.label, x, scale.at(tick.value) + 4, room, tone="second", anchor="end") for tick in ticks]
