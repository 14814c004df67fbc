"""Every sign of a position with its history, for the fold below the dimensions."""

from __future__ import annotations

from sam_gen.assess.diagnosis import Diagnosed, Stand
from sam_gen.assess.position import DimensionSigns, Sign
from sam_gen.model.figure import Reason
from sam_gen.pages.blocks import Sight
from sam_gen.pages.parts import BASES, basis
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns, told
from sam_gen.pages.words import capital


def every_sign(sight: Sight, found: Diagnosed) -> dict[str, object]:
    """Build the fold: what each of three bases looks like, and every sign."""
    return {"key": tuple(basis(value, sight.words) for value in BASES), "signs": _table(sight, found)}


def _table(sight: Sight, found: Diagnosed) -> Table | None:
    """List every sign, and below them what the counted dimensions rest on."""
    heads = columns("Dimension", "Sign", "How we know", "What was seen", "Age", ">Counts")
    rows = [_sign(sight, stand.signs, sign) for stand in found.stands for sign in stand.signs.signs]
    rows += [_reason(stand, reason) for stand in found.stands if stand.gate for reason in stand.because]
    return Table("All signs", heads, tuple(rows)) if rows else None


def _sign(sight: Sight, one: DimensionSigns, sign: Sign) -> Row:
    known = basis(sign.basis, sight.words)
    noted = sight.names.short(sign.by)
    says = sign.indicator.says if sign.found else f"Not: {sign.indicator.says}"
    return Row(
        (
            Cell(one.dimension.name),
            Cell(says, second=of_stage(sign)),
            Cell(capital(known.word), mark=known.mark, second=sight.names.full(sign.who)),
            told(sign.seen, "not noted", second=f"noted by {noted}" if noted else ""),
            Cell(f"{sign.age} d", second=sight.day(sign.day)) if sign.day else Cell("no date", tone="ochre"),
            Cell(f"{sign.confidence:.0f} %", tone="" if sign.live else "ochre")
            if sign.confidence is not None
            else NONE,
        )
    )


def of_stage(sign: Sign) -> str:
    """Say which stage a sign tells of, and whether it was there."""
    return sign.stage.name if sign.found else f"{sign.stage.name}, looked for and not found"


def _reason(stand: Stand, reason: Reason) -> Row:
    return Row((Cell(stand.dimension.name), Cell(reason.text), NONE, NONE, NONE, NONE))
