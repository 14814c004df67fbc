"""A Project becomes one edition of it, before any assessment, check or page sees it."""

from __future__ import annotations

from dataclasses import replace

from sam_gen.editions.narrow import narrow, shows, without_lost
from sam_gen.model.edition import Edition
from sam_gen.model.project import Project
from sam_gen.model.record import Audience


def project_for(edition: Edition, project: Project) -> Project:
    """Return what this edition may see. Coaching material is left out as a whole below the coach's clearance."""
    clearance = edition.clearance
    playbook = project.playbook
    elsewhere = {
        "team": {colleague.id for colleague in playbook.team},
        "tiers": {tier.id for tier in playbook.settings.tiers},
        "offerings": {offering.id for offering in playbook.offerings},
        "stages": {stage.id for stage in playbook.method.continuum.stages},
        "dimensions": {dimension.id for dimension in playbook.method.continuum.dimensions},
        "criteria": {criterion.id for criterion in playbook.method.selection.criteria},
    }
    return replace(
        project,
        edition=edition,
        accounts=tuple(without_lost(narrow(account, clearance), elsewhere) for account in project.accounts),
        cases=project_for(edition, project.cases) if project.cases else None,
        coaching=project.coaching if shows(clearance, Audience.RESTRICTED) else None,
    )
