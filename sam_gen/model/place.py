"""Where something stands in the files, and the raw values that carry their place with them.

The reader yields three kinds of raw value: `Text`-like scalars, lists and mappings. They behave as `str`,
`list` and `dict`; the place rides along, so that every later message, edit link and explanation can cite it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """One position in a file: path relative to the project root, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class PlacedText(str):
    """A scalar exactly as typed."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place) -> PlacedText:
        """Bind `text` to the place of its first character."""
        self = super().__new__(cls, text)
        self.place = place
        return self


class PlacedList(list["Raw"]):
    """A YAML list."""

    __slots__ = ("place",)

    def __init__(self, items: Iterable[Raw] = (), *, place: Place) -> None:
        super().__init__(items)
        self.place = place


class PlacedDict(dict[str, "Raw"]):
    """A YAML mapping; `keys_at` tells where each key stands and `end` the last line it covers."""

    __slots__ = ("end", "keys_at", "place")

    def __init__(self, *, place: Place) -> None:
        super().__init__()
        self.place = place
        self.end = place.line
        self.keys_at: dict[str, Place] = {}

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands, or the key itself if nothing follows it."""
        value = self.get(key)
        return self.keys_at.get(key, self.place) if value is None else value.place


Raw = PlacedText | PlacedList | PlacedDict | None
"""What YAML can say here. None is `key:` with nothing, `~` or `null`: not known yet."""
