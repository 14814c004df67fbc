"""What the client buys, where, and from whom."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.identity import Identified
from sam_gen.model.record import Record, internal, shared
from sam_gen.model.scalars import Date, Line, Money, OfferingId, UnitId, Word


class HeldBy(Word):
    """Who serves a need today."""

    US = "us"
    COMPETITOR = "competitor"
    IN_HOUSE = "in_house"
    NOBODY = "nobody"
    NOT_USED = "not_used"


class Unit(Identified):
    """A part of the client that buys for itself."""

    named_by: ClassVar[str | None] = "name"

    name: Line = shared("What the client calls it.")
    part_of: UnitId | None = shared("The unit above it.", default=None)


class Cell(Record):
    """One need of one unit. Units and offerings without a cell are not known yet."""

    unit: UnitId = shared("Where.")
    offering: OfferingId = shared("What, as one of our offerings.")
    held_by: HeldBy | None = internal("us, competitor, in_house, nobody, or not_used.")
    competitor: Line | None = internal("The competitor's name.")
    spend: Money | None = internal("What the unit spends on the need a year, with anybody.")
    ours: Money | None = internal("What of it is ours a year.")
    until: Date | None = internal("When the contract ends.")
    notice_by: Date | None = internal(
        "The last day to give notice, or to extend what ends by itself; written at one cell, it holds for every cell "
        "of the same holder that ends on the same day."
    )
    blocked: Line | None = internal("Why we cannot get in for now.")
    evidence: Line | None = internal("How we know.")
