"""What is read as one is not broken: dates, days, money, shares and counts keep to one line.

It is done once, in the finished HTML, so that no page and no template has to think of it. Lines to copy stay as they
are typed, and so do drawings, in which nothing wraps.
"""

from __future__ import annotations

import re

_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_ONE = re.compile(
    rf"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* )?\b\d\d? (?:{_MONTH})\b(?: \d{{4}})?\b"  # Tue 24 Nov 2026
    r"|\b(?:in )?\d+ (?:d|h|min)\b"  # in 14 d
    r"|(?:\b[A-Z]{3} |&#\d+;)(?:\d|&#4[46];)+ (?:k|m|bn)\b"  # € 1.86 m, its signs written by their numbers
    r"|\b\d+ &#37;"  # 40 %
    r"|\b\d+ of \d+\b"  # 4 of 4
)
_LEFT_ALONE = re.compile(r"<(pre|code|svg|style|script|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)
_NO_BREAK = "&#160;"


def in_html(html: str) -> str:
    """Hold together what is read as one in the text of some HTML."""
    parts: list[str] = []
    at = 0
    for found in _LEFT_ALONE.finditer(html):
        parts += [_held(html[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*parts, _held(html[at:])])


def _held(text: str) -> str:
    return _ONE.sub(lambda found: found[0].replace(" ", _NO_BREAK), text) if any(map(str.isdigit, text)) else text
