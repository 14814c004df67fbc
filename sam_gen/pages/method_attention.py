"""The parts of `/method/attention/`: what each rule weighs on the list, and how points are added up."""

from __future__ import annotations

from sam_gen.advise.attention import factor_of
from sam_gen.checks.rules import BY_CODE
from sam_gen.model.project import Project
from sam_gen.pages.tables import Cell, Row, Table, columns


def attention(project: Project) -> dict[str, object]:
    """Show weights, factors and what time adds or takes off."""
    playbook = project.playbook
    model = playbook.method.attention
    heavy = sorted(model.rules, key=lambda one: (-one.weight, one.code))
    rows = tuple(
        Row(
            (
                Cell(
                    BY_CODE[one.code].name if one.code in BY_CODE else one.code,
                    f"reference/rules/{one.code.lower()}/" if one.code in BY_CODE else "",
                    one.code,
                ),
                Cell(one.kind.value.replace("_", " ")),
                Cell(str(one.weight)),
            ),
            f"rule-{one.code.lower()}",
        )
        for one in heavy
    )
    tiers = tuple(
        Row((Cell(tier.name), Cell(f"{factor_of(tier, playbook)}%")), f"tier-{tier.id}")
        for tier in playbook.settings.tiers
    )
    return {
        "about": model.about,
        "usual": model.usual,
        "shown": model.shown,
        "per_day": model.per_day,
        "late_most": model.late_most,
        "ahead_most": model.ahead_most,
        "ahead_from": model.ahead_from,
        "table": Table("Weight of each rule", columns("Rule", "Kind", ">Points"), rows),
        "tiers": Table("Factor of each tier", columns("Tier", ">Of the weight"), tiers),
    }
