"""A folder becomes a Project, or every problem of every file at once."""

from __future__ import annotations

import datetime

from sam_gen.model.problem import ReadingProblems
from sam_gen.model.project import Project
from sam_gen.reading.accounts import read_account
from sam_gen.reading.cases import read_cases
from sam_gen.reading.clock import seen_from
from sam_gen.reading.coaching import read_coaching
from sam_gen.reading.folders import Folders, account_sources
from sam_gen.reading.playbook import read_playbook
from sam_gen.reading.reader import Reader


def read_project(folders: Folders, as_of: datetime.date | None = None, *, coaching: bool = False) -> Project:
    """Read everything; `as_of` overrides the playbook's clock, `coaching` opens the restricted folder too.

    Raises ReadingProblems with every problem of every file. Nothing is ever half read.
    """
    reader = Reader(folders)
    playbook = read_playbook(reader)
    sources, problems = account_sources(folders)
    reader.add(problems)
    accounts = [read_account(reader, source) for source in sources]
    opened = None
    if coaching and playbook:
        ours = [colleague.id for colleague in playbook.team]
        opened = read_coaching(reader, [source.id for source in sources], ours)
    cases = read_cases(reader, playbook) if playbook else None
    if reader.problems or playbook is None:
        raise ReadingProblems(reader.problems)
    return Project(
        playbook=playbook,
        accounts=tuple(account for account in accounts if account is not None),
        as_of=as_of or seen_from(playbook.settings.as_of),
        coaching=opened,
        cases=cases,
    )
