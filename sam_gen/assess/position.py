"""What an account file says of its position: own view, wish, ceilings, and the signs of each dimension.

Where the evidence puts the relationship is worked out in `assess.diagnosis`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.claims import Held, held, weight
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis, Claim
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.limits import ClaimKind
from sam_gen.model.method import Dimension, Indicator, Signal, Stage
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.position import Answer, Ceiling, Evidence, SignalSeen
from sam_gen.model.scalars import key_of

PLAN_SHOWN = "plan-shown"
"""The sign that a validation is one of, too."""


@dataclass(frozen=True)
class Sign:
    """One indicator, found or looked for in vain, as seen from one day."""

    indicator: Indicator
    stage: Stage
    found: bool
    """Whether it was found; a sign we looked for in vain says no."""
    basis: Basis
    day: datetime.date | None
    age: int | None
    """Days; None where neither the sign nor the file is dated."""
    confidence: float | None
    """What it still counts, in per cent; None where it has no date."""
    live: bool
    """Whether it counts enough to be known, by the floor of the evidence model."""
    seen: str
    by: str | None
    who: str | None
    place: Place


@dataclass(frozen=True)
class DimensionSigns:
    """One dimension with all its signs, the newest first."""

    dimension: Dimension
    signs: tuple[Sign, ...]

    def counted(self, basis: Basis) -> int:
        """Count the signs of one basis that were found and still count."""
        return sum(sign.basis is basis for sign in self.newest if sign.live and sign.found)

    @property
    def missed(self) -> int:
        """Count the signs that were looked for and not found, while that still counts."""
        return sum(not sign.found for sign in self.newest if sign.live)

    @property
    def newest(self) -> tuple[Sign, ...]:
        """Return the newest sign of each indicator; an older answer to the same question is history."""
        first: dict[str, Sign] = {}
        for sign in self.signs:
            first.setdefault(sign.indicator.id, sign)
        return tuple(first.values())


class View(StrEnum):
    """Which of the two things we say about the position."""

    OWN = "own view"
    DESIRED = "desired"


@dataclass(frozen=True)
class Step:
    """One dated own view or wish."""

    view: View
    stage: Stage
    day: datetime.date | None
    basis: Basis
    evidence: str
    by: str | None
    who: str | None = None
    """Who of theirs it was agreed with, or whose words it rests on."""


@dataclass(frozen=True)
class Said:
    """What we say of the position: own view, wish, and the ceilings."""

    own: Held[str] | None
    own_stage: Stage | None
    desired: Held[str] | None
    desired_stage: Stage | None
    ceilings: tuple[tuple[Stage, Ceiling], ...]
    """Lowest first."""

    @property
    def achievable(self) -> Stage | None:
        """Return the stage of the lowest ceiling; None while nobody has named one."""
        return self.ceilings[0][0] if self.ceilings else None


def stage_of(playbook: Playbook, reference: str) -> Stage:
    """Return a stage by its reference, which is resolved before anybody asks."""
    key = key_of(reference)
    return next(stage for stage in playbook.method.continuum.stages if stage.id == key)


def rank(playbook: Playbook, stage: Stage) -> int:
    """Return how far up a stage stands, 0 for the lowest."""
    return playbook.method.continuum.stages.index(stage)


def said(account: Account, playbook: Playbook, as_of: datetime.date) -> Said:
    """Return what the file says of own view, wish and ceilings on that day."""
    position = account.position
    own = held(position.own_view, account.as_of, as_of) if position else None
    desired = held(position.desired, account.as_of, as_of) if position else None
    ceilings = [(stage_of(playbook, one.stage), one) for one in position.ceilings] if position else []
    return Said(
        own,
        stage_of(playbook, own.value) if own else None,
        desired,
        stage_of(playbook, desired.value) if desired else None,
        tuple(sorted(ceilings, key=lambda pair: rank(playbook, pair[0]))),
    )


def signs(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[DimensionSigns, ...]:
    """Return every dimension of the playbook with the signs dated up to `as_of`."""
    indicators = {indicator.id: indicator for indicator in playbook.method.continuum.indicators}
    by_dimension: dict[str, list[Sign]] = {}
    for one in account.position.evidence if account.position else ():
        indicator = indicators[key_of(one.indicator)]
        sign = _sign(one, indicator, account, playbook, as_of)
        if sign.age is None or sign.age >= 0:
            by_dimension.setdefault(key_of(indicator.dimension), []).append(sign)
    return tuple(
        DimensionSigns(dimension, _newest_first(by_dimension.get(dimension.id, [])))
        for dimension in playbook.method.continuum.dimensions
    )


def _sign(one: Evidence, indicator: Indicator, account: Account, playbook: Playbook, as_of: datetime.date) -> Sign:
    day = one.as_of or account.as_of
    counts = weight(one.basis, day, ClaimKind.STRATEGY, playbook.method.evidence, as_of) if day else None
    return Sign(
        indicator=indicator,
        stage=stage_of(playbook, indicator.stage),
        found=one.answer is Answer.YES,
        basis=one.basis,
        day=day,
        age=(as_of - day).days if day else None,
        confidence=counts,
        live=counts is None or counts >= playbook.method.evidence.floor,
        seen=one.evidence or "",
        by=one.by,
        who=one.who,
        place=one.place,
    )


def _newest_first(found: Sequence[Sign]) -> tuple[Sign, ...]:
    """Order by day; of two signs of one day the later in the file counts, as with claims."""
    return tuple(sorted(found, key=lambda sign: (sign.day or datetime.date.min, sign.place), reverse=True))


def known_dimensions(found: Sequence[DimensionSigns]) -> Figure:
    """Count the dimensions that have any sign at all."""
    known = [one for one in found if one.signs]
    missing = next((one for one in found if not one.signs), None)
    return Figure(
        value=float(len(known)) if found else None,
        unit=f"of {len(found)} {'dimension' if len(found) == 1 else 'dimensions'}",
        known=len(known) / len(found) if found else 0.0,
        because=tuple(
            Reason(
                f"{one.dimension.name}: {len(one.signs)} {'sign' if len(one.signs) == 1 else 'signs'}",
                one.signs[0].place if one.signs else None,
                counts=bool(one.signs),
            )
            for one in found
        ),
        method="position",
        ask=missing.dimension.asks if missing else None,
    )


def trail(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Step, ...]:
    """Return every own view and every wish dated up to that day, the newest first, own view before wish."""
    position = account.position
    if position is None:
        return ()
    claims = [(View.OWN, claim) for claim in position.own_view] + [(View.DESIRED, one) for one in position.desired]
    steps = [_step(view, claim, account, playbook) for view, claim in claims]
    live = [step for step in steps if step.day is None or step.day <= as_of]
    return tuple(sorted(live, key=lambda step: step.day or datetime.date.min, reverse=True))


def _step(view: View, claim: Claim[str], account: Account, playbook: Playbook) -> Step:
    stage = stage_of(playbook, claim.value)
    return Step(view, stage, claim.as_of or account.as_of, claim.basis, claim.evidence or "", claim.by, claim.who)


def signals_seen(
    account: Account, playbook: Playbook, as_of: datetime.date
) -> tuple[tuple[Signal, SignalSeen, datetime.date | None], ...]:
    """Return the signals that were seen up to that day and are not over, the newest first, with their days."""
    models = {signal.id: signal for signal in playbook.method.signals.signals}
    seen = account.position.signals if account.position else ()
    dated = [(models[key_of(one.signal)], one, one.as_of or account.as_of) for one in seen]
    live = [
        (model, one, day)
        for model, one, day in dated
        if (day is None or day <= as_of) and (one.over is None or one.over > as_of)
    ]
    return tuple(sorted(live, key=lambda entry: entry[2] or datetime.date.min, reverse=True))
