"""The parts of `/method/figures/`: who is counted, and until when a talk is fresh, late and stale."""

from __future__ import annotations

from sam_gen.model.project import Project
from sam_gen.pages.limits import roles
from sam_gen.pages.tables import Cell, Row, Table, columns


def figures(project: Project) -> dict[str, object]:
    """Show the roles of a key player and the days of each tier."""
    tiers, model = project.playbook.settings.tiers, project.playbook.method.people
    rows = tuple(
        Row((Cell(tier.name), *_freshness(tier.contact_lasts, model.talk_late_from)), f"tier-{tier.id}")
        for tier in tiers
    )
    return {
        "least": tiers[-1].name,
        "roles": roles(model.key_roles),
        "late_from": f"{model.talk_late_from}%",
        "tiers": Table("How long a talk counts", columns("Tier", "Fresh", "Late", "Stale"), rows),
    }


def _freshness(lasts: int, late_from: int) -> tuple[Cell, ...]:
    """Return the days of each word: the first part of the time is fresh, the last day is stale already."""
    fresh = lasts * late_from // 100
    first, last = fresh + 1, lasts - 1
    late = "no day" if first > last else f"{first} d" if first == last else f"{first} to {last} d"
    return Cell(f"up to {min(fresh, last)} d"), Cell(late), Cell(f"from {lasts} d on")
