"""The nouns of `playbook/offerings.yml`: what we sell."""

from __future__ import annotations

from typing import ClassVar

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Line, Many


class Offering(Record):
    """Something we sell, as the client would name it."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("What accounts write.")
    name: Line = shared("The name of the offering.")
    group: Line | None = shared("The family it belongs to.", default=None)
    does: Line = shared("What it does for the client, in one sentence.")


class Offerings(Record):
    """The file `playbook/offerings.yml`."""

    offerings: Many[Offering] = shared("Everything we sell.")
