"""Two ranges that several models count in."""

from __future__ import annotations

from typing import Annotated

from sam_gen.model.scalars import Between

Weight = Annotated[int, Between(0, 100)]
"""Per cent of a whole."""
Few = Annotated[int, Between(0, 99)]
