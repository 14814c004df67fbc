"""Questions as lines: what to ask, and under it whom and why; a step of ours says who has it and when it is due."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.advise.ask import Question
from sam_gen.model.people import Meeting
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.parts import Names
from sam_gen.pages.words import day, on_day, until


def asking(one: Question, names: Names, as_of: datetime.date) -> Entry:
    """Lay out one question."""
    if one.due is None:
        return Entry("", one.text, f"{one.whom} · {one.why}")
    days = (one.due - as_of).days
    when = until(days) if days < 0 else f"due {day(one.due, as_of)}"
    return Entry("", one.text, f"{names.full(one.whom) or 'nobody named'} · {one.why}, {when}")


def ask_section(sight: Sight, asked: Sequence[Question], meetings: Sequence[Meeting]) -> dict[str, object]:
    """Keep what belongs to a meeting within two weeks apart from what anybody may be asked at any time.

    Where nobody wrote down who comes, anybody may.
    """
    soon = bool(meetings) and (meetings[0].date - sight.as_of).days <= 13
    then = [one for one in asked if soon and (one.there or not meetings[0].theirs)]
    rest = [one for one in asked if one not in then]
    heading = f"Ask {on_day(meetings[0].date, sight.as_of)}" if then else "Ask next"
    return {
        "section": Block(heading),
        "rows": tuple(asking(one, sight.names, sight.as_of) for one in then or rest),
        "next": tuple(asking(one, sight.names, sight.as_of) for one in rest) if then else (),
    }
