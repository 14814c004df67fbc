"""How parts make one number: weighted over what is known, and no number at all where too much is not."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.readable import on
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.place import Place


class Band(StrEnum):
    """What a number comes to."""

    GOOD = "good"
    WATCH = "watch"
    AT_RISK = "at_risk"


@dataclass(frozen=True)
class Scored:
    """One part with its score of 0 to 100, or none."""

    id: str
    name: str
    weight: int
    """Per cent of the whole."""
    figure: Figure

    @property
    def known(self) -> bool:
        """Whether it has a score."""
        return self.figure.value is not None


@dataclass(frozen=True)
class Whole:
    """Several parts together."""

    parts: tuple[Scored, ...]
    value: float | None
    """0 to 100; None where more of the weight is unknown than the model allows."""
    known: float
    """The share of the weight that is known, 0 to 1."""
    band: Band | None
    forced: tuple[Reason, ...] = ()
    """What makes it at risk whatever the number says."""

    @property
    def unknown(self) -> tuple[Scored, ...]:
        """The parts without a score, the heaviest first."""
        return tuple(sorted((part for part in self.parts if not part.known), key=lambda part: -part.weight))

    def figure(self, method: str) -> Figure:
        """Return the whole as one figure: each part is a reason, and the heaviest unknown one asks."""
        reasons = (
            Reason(
                f"{part.name}, weight {part.weight}: {said(part)}{_first(part)}",
                part.figure.because[0].place if part.figure.because else None,
                counts=part.known,
            )
            for part in self.parts
        )
        ask = next((part.figure.ask for part in self.unknown if part.figure.ask), None)
        return Figure(self.value, "of 100", self.known, (*self.forced, *reasons), method, ask)


def mean(parts: Sequence[tuple[int, float | None]], unknown_most: int) -> tuple[float | None, float]:
    """Return the weighted mean over the known parts, and the share of the weight that is known.

    None where more than `unknown_most` per cent of the weight is unknown, or nothing has any weight.
    """
    whole = sum(weight for weight, _ in parts)
    known = sum(weight for weight, value in parts if value is not None)
    if not known or (whole - known) * 100 > unknown_most * whole:
        return None, known / whole if whole else 0.0
    return sum(weight * value for weight, value in parts if value is not None) / known, known / whole


def band(value: float | None, good_from: int, watch_from: int) -> Band | None:
    """Return what a number comes to; the number is rounded first, as readers see it."""
    if value is None:
        return None
    return Band.GOOD if round(value) >= good_from else Band.WATCH if round(value) >= watch_from else Band.AT_RISK


def between(value: float, none_at: float, full_at: float) -> float:
    """Return 0 at one end, 100 at the other, and a straight line in between; either end may be the higher one."""
    if none_at == full_at:
        return 100.0 if value >= full_at else 0.0
    return 100 * min(1.0, max(0.0, (value - none_at) / (full_at - none_at)))


def said(part: Scored) -> str:
    """Say the score of a part."""
    return "not known yet" if part.figure.value is None else f"{part.figure.value:.0f} of 100"


def _first(part: Scored) -> str:
    return f", {part.figure.because[0].text}" if part.figure.because else ""


def score(value: float | None, because: Sequence[Reason], ask: str, method: str, known: float = 1.0) -> Figure:
    """Return the score of one part; the question goes with what is not known yet."""
    return Figure(
        value, "of 100", known if value is not None else 0.0, tuple(because), method, ask if value is None else None
    )


@dataclass(frozen=True)
class Points:
    """A part of a measure: so many points, and what share of them is earned; no share is not known yet."""

    points: int
    share: float | None
    reason: Reason


def of_points(parts: Sequence[Points], unknown_most: int, ask: str, method: str) -> Figure:
    """Return the points earned of those that are known; the limit for unknown ones is that of the whole."""
    shares = [(part.points, None if part.share is None else 100 * part.share) for part in parts]
    value, known = mean(shares, unknown_most)
    order = sorted(parts, key=lambda part: (part.share is None, part.share or 0.0))
    return score(value, [part.reason for part in order], ask, method, known)


@dataclass(frozen=True)
class Coming:
    """Something open whose day has not passed."""

    due: datetime.date
    what: str
    place: Place


def not_due(coming: Sequence[Coming], ask: str, method: str) -> Figure:
    """Return no score where nothing was due; with something to come there is nothing to ask, the file has it."""
    if not coming:
        return score(None, (), ask, method)
    first = min(coming, key=lambda one: (one.due, one.place))
    text = f"nothing was due lately; the next is “{first.what}” on {on(first.due)}"
    return score(None, [Reason(text, first.place, counts=False)], "", method)
