"""The likely right word for a wrong one."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Compare by this: compatibility form, case and outer spaces do not count."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, or None if nothing is near enough to be worth offering."""
    by_fold = {fold(candidate): candidate for candidate in candidates}
    wanted = fold(word)[:100]
    if wanted in by_fold:
        return by_fold[wanted]
    close = difflib.get_close_matches(wanted, by_fold, n=1, cutoff=0.6)
    if close:
        return by_fold[close[0]]
    longer = [name for name in by_fold if len(wanted) >= 3 and (wanted in name or name in wanted)]
    return by_fold[min(longer)] if longer else None
