"""Questions as lines: what to ask, and under it whom and why; a step of ours says who has it and when it is due."""

from __future__ import annotations

import datetime

from sam_gen.advise.ask import Question
from sam_gen.pages.blocks import Entry
from sam_gen.pages.parts import Names
from sam_gen.pages.words import day, until


def asking(one: Question, names: Names, as_of: datetime.date) -> Entry:
    """Lay out one question."""
    if one.due is None:
        return Entry("", one.text, f"{one.whom} · {one.why}")
    days = (one.due - as_of).days
    when = until(days) if days < 0 else f"due {day(one.due, as_of)}"
    return Entry("", one.text, f"{names.full(one.whom) or 'nobody named'} · {one.why}, {when}")
