"""Which point of a review takes up what a line of the file is about, where the talk of a sheet is that review."""

from __future__ import annotations

import datetime
from collections.abc import Set

from sam_gen.advise.at_table import WITH_CLIENT
from sam_gen.advise.once import names_of, telling
from sam_gen.advise.review_agenda import agenda_of
from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook

_SHARED = 2
"""Words a line and a point share when they are about one thing. Convention, that of assess/alike."""


def on_agenda(account: Account, playbook: Playbook, there: Set[str], line: str, as_of: datetime.date) -> int:
    """Return the number of the point, from one; 0 where none takes it up or those there meet for something else."""
    words = telling(line, names_of(account, playbook))
    for kind in WITH_CLIENT:
        found = agenda_of(kind, account, playbook, as_of)
        if found.held is None or found.held.meeting is None or found.held.circle != there:
            continue
        for at, point in enumerate(found.points, start=1):
            if len(words & telling(point.what, names_of(account, playbook))) >= _SHARED:
                return at
    return 0
