"""The foot of a printed sheet: a rule of CSS that hands a text of the page to the margin of its sheets.

A browser can count sheets there and repeat a text on each, but it takes that text from a style sheet alone.
"""

from __future__ import annotations

from sam_gen.draw.svg import Svg, el


def foot(text: str) -> Svg:
    """Return the style that puts a text at the foot of each printed sheet of its page."""
    return el("style", Svg(f":root {{ --s-sheet: {css_string(text)} }}"))


def css_string(text: str) -> str:
    """Write a text as a string of CSS; whatever is no letter of ASCII and no digit is written by its number."""
    safe = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):06x}" for sign in text)
    return f'"{"".join(safe)}"'
