"""The nouns of `coaching/`: restricted material that leaders and coaches alone may read.

Every field is restricted, so none of it can be shown by accident in an edition for the team.
"""

from __future__ import annotations

from typing import Annotated

from sam_gen.model.record import Record, restricted
from sam_gen.model.scalars import Between, CompetencyId, Date, Id, Line, Many, Ours, Prose


class Score(Record):
    """How well somebody does one thing, on the four levels of the competency model."""

    competency: CompetencyId = restricted("The competency.", default="")
    level: Annotated[int, Between(1, 4)] | None = restricted(
        "From 1 to 4: aware, applies with help, owns it, shapes how others do it."
    )
    as_of: Date | None = restricted("The day it was judged.")
    by: Ours | None = restricted("Who judged it.")
    evidence: Line | None = restricted("What it rests on: something done, with a day.")


class Session(Record):
    """One coaching talk, in the order of GROW."""

    date: Date | None = restricted("The day.")
    coach: Ours | None = restricted("Who coached.")
    focus: Line | None = restricted("The one thing it was about.")
    goal: Line | None = restricted("What the coached person wanted to reach.")
    reality: Line | None = restricted("What is the case.")
    options: Many[Line] = restricted("What could be done.", default=())
    will: Many[Line] = restricted("What was promised, with days.", default=())
    due: Date | None = restricted("The day both look at it again; without one, the next talk is in a fortnight.")
    kept: Date | None = restricted("The day all of it was kept.")


class Aim(Record):
    """What somebody wants to be able to do."""

    what: Line | None = restricted("The aim.")
    due: Date | None = restricted("By when.")
    done: Date | None = restricted("The day it was reached.")


class PersonCoaching(Record):
    """The file `coaching/people/<id>.yml`: one of us."""

    id: Id = restricted("The file's name, an id of team.yml; never written in the file.", default="")
    scores: Many[Score] = restricted("Competencies, as judged.", default=())
    aims: Many[Aim] = restricted("What they want to be able to do.", default=())
    sessions: Many[Session] = restricted("Talks that took place.", default=())
    notes: Prose | None = restricted("The leader's notes.")


class AccountCoaching(Record):
    """The file `coaching/accounts/<id>.yml`: one account as the leader sees it."""

    id: Id = restricted("The file's name, the id of the account; never written in the file.", default="")
    sessions: Many[Session] = restricted("Talks about this account.", default=())
    notes: Prose | None = restricted("The leader's notes.")
