"""The parts of `/method/rules/`: how loudly each check speaks, tier by tier."""

from __future__ import annotations

from sam_gen.model.method import Severity
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.tables import Cell, Row, Table, columns


def rules(project: Project) -> dict[str, object]:
    """Show the rules whose severity the playbook sets, with the usual one and that of each tier."""
    model, tiers = project.playbook.method.rules, project.playbook.settings.tiers
    rows = []
    for setting in model.rules:
        usual = setting.severity or Severity.WARNING
        by_tier = {key_of(one.tier): one.severity for one in setting.tiers}
        first = {tiers[0].id: setting.first_tier} if setting.first_tier else {}
        cells = (_severity({**first, **by_tier}.get(tier.id, usual)) for tier in tiers)
        rows.append(Row((Cell(setting.code), _severity(usual), *cells), f"rule-{setting.code.lower()}"))
    heads = columns("Rule", "Usually", *(tier.name for tier in tiers))
    return {"about": model.about, "table": Table("Severity by tier", heads, tuple(rows))}


def _severity(value: Severity) -> Cell:
    return Cell(value.value, tone={Severity.ERROR: "red", Severity.WARNING: "ochre"}.get(value, "grey"))
