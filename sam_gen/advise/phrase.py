"""A line of the file inside a sentence of ours: no longer than one can say in a breath, its own marks made single."""

from __future__ import annotations

import re

MOST_QUOTED = 15
"""Words of a line of the file in a question; it has to be said aloud."""
_SPEECH = re.compile(r'["“]([^"“”]*)["”]')


def quote(text: str, most: int = MOST_QUOTED) -> str:
    """Put a line of the file into marks; speech inside it gets single ones."""
    inner = _SPEECH.sub(r"‘\1’", text)
    return f"“{cut(inner, most)}”"


def cut(text: str, most: int = MOST_QUOTED) -> str:
    """Return a line without its full stop, and only so many words of it."""
    words = text.rstrip(".").split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most]).rstrip('.,;:')} …"


def speech(text: str) -> str:
    """Return the first thing said that a line quotes; empty where it quotes nothing."""
    match = _SPEECH.search(text)
    return match[1] if match else ""


def said(text: str, most: int = MOST_QUOTED) -> str:
    """Quote evidence; a line that is nothing but speech gets marks of ours in place of its own."""
    inner = text.strip()
    whole = len(inner) > 1 and inner[0] in '"“' and inner[-1] in '"”' and inner.count('"') in (0, 2)
    return quote(inner[1:-1] if whole else inner, most)
