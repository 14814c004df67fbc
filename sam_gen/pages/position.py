"""`/accounts/<id>/position/`: where the evidence puts the relationship, what we say of it, and what would move it."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.diagnosis import Diagnosed, diagnose
from sam_gen.assess.next_signs import before_first_order, next_signs
from sam_gen.model.account import Account
from sam_gen.model.method import Stage
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.ceilings import ceilings_block
from sam_gen.pages.dimensions import dimensions_section
from sam_gen.pages.every_sign import every_sign
from sam_gen.pages.jump import POSITION, jump
from sam_gen.pages.next_signs import next_section
from sam_gen.pages.parts import address
from sam_gen.pages.position_said import lede
from sam_gen.pages.position_scale import scale_section
from sam_gen.pages.sees_us import sees_us_section
from sam_gen.pages.signals import signals_block
from sam_gen.pages.trail import trail_section
from sam_gen.pages.upstream import upstream_block
from sam_gen.render.page import Page

PATH = "position/"


def position_page(project: Project, account: Account) -> Page:
    """Build the page about where the relationship stands and what would move it."""
    sight = Sight.of(project, account)
    found = diagnose(account, sight.playbook, sight.as_of)
    steps = next_signs(account, sight.playbook, found, sight.as_of, most=len(found.stands))
    path = f"{address(project, account)}{PATH}"
    return Page(
        path=path,
        title=f"{account.name}: position",
        template="account/position.md",
        context={
            **sight.page("Position"),
            "lede": lede(found),
            "jumps": jump(path, POSITION),
            "ask": found.ask or "",
            **_begin(sight, found),
            **scale_section(sight, found),
            **dimensions_section(sight, found, steps),
            **sees_us_section(sight, found),
            **every_sign(sight, found),
            **next_section(sight, found, steps),
            "ceilings": ceilings_block(sight, found),
            "upstream": upstream_block(sight),
            **trail_section(sight),
            "signals": signals_block(sight, found),
        },
        searched=False,
    )


def _begin(sight: Sight, found: Diagnosed) -> dict[str, object]:
    """Return the YAML lines to copy, with the ids of this playbook; before a first order at the foot of the ladder."""
    if sight.account.position:
        return {"begin": "", "begin_with": ""}
    stages, indicators = sight.playbook.method.continuum.stages, sight.playbook.method.continuum.indicators
    early = before_first_order(sight.account, sight.playbook, found, sight.as_of)
    own, wish = (_stage(stages, at) for at in ((0, 1) if early else (1, 2)))
    said = f"position:\n  own_view: {own}\n  desired: {wish}\n  desired_by: {sight.as_of.year + 1}-12-31"
    if early:
        return {
            "begin": said,
            "begin_with": "They have bought nothing yet: begin at the foot, with the stage you want.",
        }
    sign = f"{{indicator: {indicators[0].id if indicators else '…'}, basis: observed, as_of: {sight.as_of.isoformat()}"
    return {
        "begin": f"{said}\n  evidence:\n    - {sign}, evidence: what was seen or heard}}",
        "begin_with": "Begin with the stage you believe in, the one you want, and one thing somebody saw.",
    }


def _stage(stages: Sequence[Stage], at: int) -> str:
    return stages[min(at, len(stages) - 1)].id if stages else "…"
