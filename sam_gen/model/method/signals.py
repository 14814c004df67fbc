"""The nouns of `models/signals.yml`: signs that a relationship is moving."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Line, Many, Prose, Word


class Moves(Word):
    """Which way a signal points."""

    UP = "up"
    DOWN = "down"


class Signal(Record):
    """A sign that a relationship is moving, up or down."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the signal.")
    name: Line = shared("The name of the signal.")
    moves: Moves = shared("up or down.")
    looks_like: Line = shared("What one sees or hears.")
    may_mean: Line = shared("What it may mean, and what else it may mean.")
    ask: Line = shared("The question to ask within a week.")


class Signals(Record):
    """The file `models/signals.yml`."""

    about: Prose = shared("What the list is for, and where it is judgement.")
    signals: Many[Signal] = shared("The signals.")
