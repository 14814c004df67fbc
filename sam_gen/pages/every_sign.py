"""Every sign of a position with its history, for the fold below the dimensions."""

from __future__ import annotations

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.position import Sign
from sam_gen.pages.blocks import Sight
from sam_gen.pages.parts import BASES, basis
from sam_gen.pages.sign_rows import Grounds, all_signs


def every_sign(sight: Sight, found: Diagnosed) -> dict[str, object]:
    """Build the fold: what each of three bases looks like, and every sign."""
    grounds = Grounds(sight.account, sight.playbook, sight.as_of)
    return {"key": tuple(basis(value, sight.words) for value in BASES), "signs": all_signs(found, grounds, sight.names)}


def of_stage(sign: Sign) -> str:
    """Say which stage a sign tells of, and whether it was there."""
    return sign.stage.name if sign.found else f"{sign.stage.name}, looked for and not found"
