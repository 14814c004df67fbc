"""Questions as lines: what to ask, and under it whom, why, and by when the file wants to know."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.advise.ask import MOST, at_most, questions
from sam_gen.advise.planned import planned
from sam_gen.advise.question import Question
from sam_gen.advise.talk import talk_ahead
from sam_gen.assess.people import Standing
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.brief_steps import entries, steps_said, there_said
from sam_gen.pages.words import day, on_day, until

_SOON = 13
"""Days up to which a talk has its own heading; of a later one the questions may be asked at any time."""


def asking(one: Question, as_of: datetime.date) -> Entry:
    """Lay out one question."""
    if one.due is None:
        return Entry("", one.text, f"{one.whom} · {one.why}")
    days = (one.due - as_of).days
    when = until(days) if days < 0 else f"due {day(one.due, as_of)}"
    return Entry("", one.text, f"{one.whom} · {one.why}, {when}")


def ask_section(sight: Sight, people: Sequence[Standing]) -> dict[str, object]:
    """Return the questions for the overview, and under a head of their own our steps before the talk.

    What belongs to a talk within two weeks stands apart from what anybody may be asked at any time.
    """
    account, playbook, as_of = sight.account, sight.project.playbook, sight.as_of
    talk = talk_ahead(account, playbook, people, as_of)
    asked = at_most(questions(account, playbook, people, talk, as_of), MOST)
    soon = talk.date is not None and (talk.date - as_of).days <= _SOON
    first = asked.there if soon else (*asked.there, *asked.elsewhere)
    then, rest = (first, asked.elsewhere if soon else ()) if first else (asked.elsewhere, ())
    heading = f"Ask {on_day(talk.date, as_of)}" if soon and asked.there and talk.date else "Ask next"
    steps = planned(account, playbook, talk, as_of)
    return {
        "section": Block(heading),
        "rows": tuple(asking(one, as_of) for one in then),
        "next": tuple(asking(one, as_of) for one in rest),
        "before": f"Before {day(talk.date, as_of)}: {steps_said(sight, steps.before)}" if talk.date else "",
        "steps": entries(sight, steps.before, talk.date),
        "there": entries(sight, steps.there),
        "on_the_day": there_said(steps),
    }
