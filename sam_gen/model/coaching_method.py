"""The nouns of `models/coaching.yml`: what a focus trains, whom to coach first, how much one of us can carry."""

from __future__ import annotations

from typing import Annotated

from sam_gen.model.method import Competency, FocusKind
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Between, Days, Id, Many, Prose, TimeOfDay

Points = Annotated[int, Between(0, 100, "points")]
Limit = Annotated[int, Between(0, 999)]


class FocusHelp(Record):
    """What a kind of focus trains, and what helps with it; what the playbook lacks is left out."""

    kind: FocusKind = shared("The kind of focus, as in models/continuum.yml.")
    competency: Id | None = shared("The competency it trains, from models/competencies.yml.", default=None)
    lesson: Id | None = shared("The lesson to read before the talk.", default=None)
    tool: Id | None = shared("The tool to bring to it.", default=None)


class CoachingModel(Record):
    """The file `models/coaching.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    fortnight: Days = shared("Days from one talk to the next; what is due within them is near.", default=14)
    most: Annotated[int, Between(1, 20, "talks")] = shared("Talks one leader can hold in that time.", default=3)
    never: Points = shared("Points where no talk is on file.", default=40)
    per_week: Points = shared("Points for every full week since the last talk.", default=2)
    weeks_most: Points = shared("The most points that weeks add.", default=20)
    promise_late: Points = shared("Points where what was promised in the last talk is late.", default=30)
    promise_open: Points = shared("Points where it is open and not late.", default=5)
    late_item: Points = shared("Points for every late item of ours in the account.", default=5)
    late_items_most: Points = shared("The most points that late items add.", default=25)
    review_ahead: Points = shared("Points where a review of the account is near.", default=20)
    hole: Points = shared("Points where the focus is a hole: no talk ahead, and not what has changed.", default=10)
    needs_help: Points = shared("Points where the competency the focus trains is judged at level 1 or 2.", default=15)
    accounts_most: Limit = shared("Accounts one of us can lead.", default=4)
    open_most: Limit = shared("Open items one of us can hold.", default=20)
    late_most: Limit = shared("Late items one of us can have before more work is no help.", default=3)
    reviews_most: Limit = shared("Reviews one of us can prepare in that time.", default=2)
    join_ahead: Days = shared("Days from which on a stranger may be asked to join an agreed meeting.", default=10)
    join_from: TimeOfDay = shared("The hour from which on such a meeting may begin.", default="08:00")
    join_until: TimeOfDay = shared("The hour at which it begins at the latest.", default="17:00")
    join_levels: Annotated[int, Between(0, 9, "levels")] = shared(
        "Levels that may lie between the stranger and somebody who comes.", default=1
    )
    focus: Many[FocusHelp] = shared("By kind of focus, what it trains and what helps.", default=())

    def of(self, kind: FocusKind) -> FocusHelp | None:
        """Return what a kind of focus trains and what helps with it."""
        return next((one for one in self.focus if one.kind is kind), None)


def behaviour(competency: Competency, level: int) -> str:
    """Return the sentence of a level, from 1 on; empty where the model has none."""
    return competency.levels[level - 1] if 1 <= level <= len(competency.levels) else ""
