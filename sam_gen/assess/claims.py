"""Which of a claim's dated values counts today."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sam_gen.model.claims import Basis, Claim
from sam_gen.model.limits import ClaimKind, EvidenceModel
from sam_gen.model.place import Place

V = TypeVar("V")


@dataclass(frozen=True)
class Held(Generic[V]):
    """What we believe today, how we know, and since when."""

    value: V
    basis: Basis
    as_of: datetime.date | None
    """None: a short form in a file that has no date either."""
    place: Place
    evidence: str | None = None
    by: str | None = None
    """Who of us noted it."""


def held(history: Sequence[Claim[V]], file_date: datetime.date | None, as_of: datetime.date) -> Held[V] | None:
    """Return the newest value dated up to `as_of`, or None.

    A value without a date of its own has the date of the file. Of two values of one day the later in the
    file counts.
    """
    dated = [(claim.as_of or file_date, claim) for claim in history]
    live = [(day, i, claim) for i, (day, claim) in enumerate(dated) if day is None or day <= as_of]
    if not live:
        return None
    day, _, claim = max(live, key=lambda entry: (entry[0] or datetime.date.min, entry[1]))
    return Held(claim.value, claim.basis, day, claim.place, claim.evidence, claim.by)


def confidence(claim: Held[V], kind: ClaimKind, model: EvidenceModel, as_of: datetime.date) -> float:
    """Return how far a claim still counts, in per cent: what its basis starts from, less a part for every day.

    It falls in a straight line to 0 on the day it has lasted as long as its kind lasts. A claim without any day
    counts nothing: nobody knows how old it is.
    """
    if claim.as_of is None:
        return 0.0
    return weight(claim.basis, claim.as_of, kind, model, as_of)


def weight(basis: Basis, day: datetime.date, kind: ClaimKind, model: EvidenceModel, as_of: datetime.date) -> float:
    """Return how far something known on that basis since that day still counts, in per cent."""
    age, lasts = max(0, (as_of - day).days), model.lasts(kind)
    return model.counts(basis) * max(0, lasts - age) / lasts
