"""The likely right word for a wrong one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

MOST_COMPARED = 300
"""Candidates looked at for one wrong word: comparing takes time, and many wrong words may stand in a file."""

_LONGEST_COMPARED = 100


def fold(text: str) -> str:
    """Compare by this: compatibility form, case, and which of space, underscore and hyphen stands, do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    return re.sub(r"[\s_-]+", "-", plain)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, or None if nothing is near enough to be worth offering."""
    some = [candidate for candidate in candidates if len(candidate) <= _LONGEST_COMPARED]
    if len(some) > MOST_COMPARED:
        some.sort(key=lambda candidate: candidate[:1] != word[:1])
    by_fold = {fold(candidate): candidate for candidate in some[:MOST_COMPARED]}
    wanted = fold(word[:_LONGEST_COMPARED])[:_LONGEST_COMPARED]
    if wanted in by_fold:
        return by_fold[wanted]
    close = difflib.get_close_matches(wanted, by_fold, n=1, cutoff=0.6)
    if close:
        return by_fold[close[0]]
    longer = [name for name in by_fold if min(len(wanted), len(name)) >= 3 and (wanted in name or name in wanted)]
    return by_fold[min(longer)] if longer else None
