"""Records that others may refer to."""

from __future__ import annotations

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, slug


class Identified(Record):
    """A record that others may refer to."""

    id: Id | None = shared("Its id; without one, the slug of its name stands in.", default=None)

    @property
    def key(self) -> str:
        """The id, or the slug that stands in for it."""
        return self.id or slug(getattr(self, self.named_by or "id"))
