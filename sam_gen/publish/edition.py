"""What a mouth is handed: the project as one edition may see it."""

from __future__ import annotations

import datetime

from sam_gen.editions.project import project_for
from sam_gen.model.edition import Edition
from sam_gen.model.project import Project
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project


def read_edition(folders: Folders, edition: Edition, as_of: datetime.date | None = None) -> Project:
    """Read the project for one edition; the coach edition alone opens the restricted folder.

    Raises ReadingProblems with every problem of every file.
    """
    return project_for(edition, read_project(folders, as_of, coaching=edition is Edition.COACH))
