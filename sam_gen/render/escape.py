"""Escaping by construction: whatever a template prints becomes character references.

Markdown gives meaning to nearly every sign, and backslashes or HTML entities stop only some of it. So every
character but letters, digits and single inner spaces is printed as `&#N;`, which neither Markdown nor HTML
reads as anything but that character.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Undefined
from markupsafe import Markup


def charref(text: str) -> Markup:
    """Return `text` with every character that could mean something replaced by a character reference."""
    return Markup("".join(_one(text, at) for at in range(len(text))))


def _one(text: str, at: int) -> str:
    sign = text[at]
    if sign.isalnum():
        return sign
    if sign == " " and 0 < at < len(text) - 1 and text[at - 1] != " ":
        return sign
    return f"&#{ord(sign)};"


def finalize(value: object) -> Markup:
    """Turn one printed expression into safe output.

    Text and whole numbers are printed, finished HTML passes. Anything else raises TypeError: dates, decimals,
    truth values and None get their words in `pages`, where a reader can see the choice.
    """
    if isinstance(value, Undefined):
        str(value)
    html: Callable[[], str] | None = getattr(value, "__html__", None)
    if html is not None:
        return Markup(html())
    if isinstance(value, str):
        return charref(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(str(value))
    raise TypeError(f"a template prints a {type(value).__name__}; give it text")
