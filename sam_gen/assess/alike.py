"""Two lines of a file that say the same thing, and a line that names somebody: read from their words."""

from __future__ import annotations

import re
from functools import cache

_LONG = re.compile(r"\w{4,}")
_SHARED = 2
"""Words of four letters or more that two lines share when they say the same thing. Convention."""


def alike(one: str, other: str) -> bool:
    """Whether two lines share the words that tell a thing from others. Compare their owners and days besides."""
    return len(_long_words(one) & _long_words(other)) >= _SHARED


@cache
def _long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG.findall(text.casefold()))


def names(text: str, name: str) -> bool:
    """Whether a line names somebody: by the last word of the name, what stands in brackets left aside."""
    words = (name.partition("(")[0].strip() or name).split()
    return bool(words) and re.search(rf"(?<!\w){re.escape(words[-1])}(?!\w)", text) is not None
