"""Two lines of a file that say the same thing, and a line that names somebody: read from their words."""

from __future__ import annotations

import re
from functools import cache

_LONG = re.compile(r"\w{4,}")
_SHARED = 2
"""Words of four letters or more that two lines share when they say the same thing. Convention."""
_FURTHER = re.compile(r"\b(?:about|at|by|for|from|in|of|on|that|to|which|who|whom|whose|with)\b|[,;:.]")
"""Where a line has named the thing and says more of it."""
_EMPTY = frozenset(_LONG.findall("what when where whether which whose whom four five seven eight nine"))
"""Words that ask or count, and name nothing."""


def alike(one: str, other: str) -> bool:
    """Whether two lines share the words that tell a thing from others. Compare their owners and days besides."""
    return len(_long_words(one) & _long_words(other)) >= _SHARED


def names_thing(line: str, promised: str) -> bool:
    """Whether a line has a word of what was promised: “four headsets” of “Four headsets for the evening shift”.

    What it is for does not count, the same shift may have many steps. A thing of short words alone is not known by one.
    """
    thing = _long_words(_FURTHER.split(promised)[0]) - _EMPTY
    return bool(thing & _long_words(line)) if thing else alike(line, promised)


@cache
def _long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG.findall(text.casefold()))


def names(text: str, name: str, client: str = "") -> bool:
    """Whether a line names somebody by a family name.

    Where that word is in the name of the client too, as in a family's firm, another word of the name has to stand
    before it: the word alone means the firm.
    """
    return any(_named(text, word, name, client) for word in family(name) or (name.strip(),))


def family(name: str) -> tuple[str, ...]:
    """Return the family names: every word but the first, for some people have two, but no "van" and no "de".

    What stands in brackets is the name in another script and is read in the same way; a single word is the name.
    """
    parts = [part.split() for part in re.split(r"[()]", name) if part.strip()]
    return tuple(word for words in parts for word in (words[1:] or words) if word[:1].upper() == word[:1])


def _named(text: str, word: str, name: str, client: str) -> bool:
    found = re.escape(word)
    if word.casefold() in client.casefold().split():
        others = [re.escape(other) for other in re.split(r"[()\s]+", name) if other and other != word]
        found = rf"(?:{'|'.join(others) or '(?!)'})\s+{found}"
    return re.search(rf"(?<!\w){found}(?!\w)", text) is not None
