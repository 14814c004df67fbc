"""The nouns of `models/competencies.yml`: what a strategic account manager can do, and where it shows."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.account_pages import AccountPage
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Line, Many, Prose


class Shows(Record):
    """One place of an account in which a competency shows."""

    field: Line = shared("The field of the account's file, `people.support`.")
    page: AccountPage | None = shared("The page of the account that shows it.", default=None)
    look_for: Line = shared("What one would find there, and what would be missing without it.")


class Competency(Record):
    """Something a strategic account manager can do, at four levels."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What lessons and coaching write.")
    name: Line = shared("The name of the competency.")
    levels: Many[Line] = shared("Four sentences: aware, applies with help, owns it, shapes how others do it.")
    evidence: Line = shared("Where in the accounts it shows.")
    shows: Many[Shows] = shared("The same place by place, to look up before a talk.", default=())


class Competencies(Record):
    """The file `models/competencies.yml`."""

    about: Prose = shared("What the model is for, and where it is convention.")
    competencies: Many[Competency] = shared("The competencies.")
