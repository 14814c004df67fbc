"""A Project becomes one edition of it, before any assessment, check or page sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from sam_gen.editions.narrow import ids_in, narrow, shows, without_lost
from sam_gen.model.edition import Edition
from sam_gen.model.playbook import Playbook
from sam_gen.model.practice import Practice
from sam_gen.model.project import Project
from sam_gen.model.record import Audience, Record


def project_for(edition: Edition, project: Project) -> Project:
    """Return what this edition may see. Coaching material is left out as a whole below the coach's clearance."""
    clearance = edition.clearance
    elsewhere = ids_of(project.playbook)
    return replace(
        project,
        edition=edition,
        accounts=tuple(without_lost(narrow(account, clearance), elsewhere) for account in project.accounts),
        cases=project_for(edition, project.cases) if project.cases else None,
        practice=_practice(project.practice, clearance, elsewhere) if project.practice else None,
        coaching=project.coaching if shows(clearance, Audience.RESTRICTED) else None,
    )


def _practice(practice: Practice, clearance: Audience, elsewhere: Mapping[str, set[str]]) -> Practice:
    """Cut the files to work on; as they stand they are shown only where an edition shows every line of them."""
    return replace(
        practice,
        accounts=tuple(without_lost(narrow(account, clearance), elsewhere) for account in practice.accounts),
        texts=practice.texts if shows(clearance, Audience.INTERNAL) else {},
    )


def ids_of(playbook: Playbook) -> Mapping[str, set[str]]:
    """Return every id of the playbook that accounts may refer to, by the list it stands in."""
    method = (getattr(playbook.method, field.name) for field in fields(playbook.method))
    records = (playbook.settings, *(model for model in method if isinstance(model, Record)))
    found = {
        "team": {colleague.id for colleague in playbook.team},
        "offerings": {offering.id for offering in playbook.offerings},
    }
    for record in records:
        found |= ids_in(record)
    return found
