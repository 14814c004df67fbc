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


def names(text: str, name: str, client: str = "") -> bool:
    """Whether a line names somebody: by the last word of the name, what stands in brackets left aside.

    Where that word is in the name of the client too, as in a family's firm, another word of the name has to stand
    before it: the word alone means the firm.
    """
    words = (name.partition("(")[0].strip() or name).split()
    if not words:
        return False
    last = re.escape(words[-1])
    if words[-1].casefold() in client.casefold().split():
        last = rf"(?:{'|'.join(map(re.escape, words[:-1])) or '(?!)'})\s+{last}"
    return re.search(rf"(?<!\w){last}(?!\w)", text) is not None
