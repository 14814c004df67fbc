"""The nouns of `playbook/facilitation.yml`: how each part of the course is run with a team."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.account_pages import AccountPage
from sam_gen.model.curriculum import Factor, Minutes
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, LessonId, Line, Many, Prose, ToolId, Word


class Sheet(Word):
    """A page of the site that is made to be printed or filled in."""

    SELF_CHECK = "self_check"
    LEADER_CHECK = "leader_check"
    PROFILE = "profile"
    ONBOARDING = "onboarding"
    CONTINUUM = "continuum"
    SELECTION = "selection"
    PRIORITIES = "priorities"
    QUESTIONS = "questions"
    CHOOSER = "chooser"


class Move(Record):
    """Some minutes of a session and what happens in them."""

    minutes: Minutes = shared("How long.")
    what: Line = shared("What the room does.")
    lesson: LessonId | None = shared("The lesson it is taken from; its part “As a team” has the details.", default=None)


class Hour(Record):
    """One session of an hour."""

    name: Line = shared("What it is about.")
    before: Many[LessonId] = shared("Lessons everybody has done alone by then.", default=())
    moves: Many[Move] = shared("What happens between the opening and the close.")


class Printed(Record):
    """Something to print before the day."""

    what: Line = shared("What it is for, and how many copies.")
    lesson: LessonId | None = shared("The lesson to print.", default=None)
    tool: ToolId | None = shared("The tool to print.", default=None)
    sheet: Sheet | None = shared("The sheet to print.", default=None)
    case: Id | None = shared("The case to print a page of.", default=None)
    page: AccountPage | None = shared("Which page of the case; its overview where none is named.", default=None)


class Slip(Record):
    """Something that goes wrong in the room, and the sentence for it."""

    happens: Line = shared("What one hears or sees.")
    say: Line = shared("What to say then.")


class Guide(Record):
    """One part of the course, run with a team."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the guide, the last part of its address.")
    name: Line = shared("The name of the guide.")
    factor: Factor | None = shared("The part of the course it runs; none for the first ninety days.", default=None)
    aim: Line = shared("What the team can do afterwards.")
    room: Line = shared("Room, people and things.")
    prints: Many[Printed] = shared("What to print.", default=())
    half_day: Many[Move] = shared("The running order of half a day.", default=())
    hours: Many[Hour] = shared("The same as sessions of an hour.", default=())
    slips: Many[Slip] = shared("What goes wrong, each with a sentence.", default=())
    leader: Many[Line] = shared("What the leader does.", default=())
    in_file: Many[Line] = shared("What stands in the files afterwards.", default=())


class Facilitation(Record):
    """The file `playbook/facilitation.yml`."""

    about: Prose = shared("What holds for every session.", default="")
    opening: Move | None = shared("How each session of an hour begins.", default=None)
    closing: Move | None = shared("How each session of an hour ends.", default=None)
    guides: Many[Guide] = shared("One guide for each part.", default=())
