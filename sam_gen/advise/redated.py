"""A late step that the team has given a new day since, and steps whose whole work is to say something to somebody.

A step has a new day when a review on its day or later decided something that is open, of the same owner, and shares two
of the words that tell a thing from others, names among them. A promise to the client is never given a new day by a
decision of ours: those who wait have not been asked.
"""

from __future__ import annotations

import datetime
import re

from sam_gen.advise.once import telling
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.model.account import Account
from sam_gen.model.scalars import key_of

_SHARED = 2
"""Words an old and a new form of one step share. Convention, that of assess/alike."""
_SPEAKS = re.compile(r"(Tell|Ring|Ask|Call|Say|Write to|Thank|Find out)\b")
_WHAT = re.compile(r"Tell\b[^.:;]*?\b(?:that (?P<that>.+)|(?P<what>(?:what|who|whom|why|how|when|whether|which)\b.+))")


def new_day(account: Account, item: Item, as_of: datetime.date) -> Item | None:
    """Return the later decision that gave a late step of ours its new day; None where there is none."""
    if item.kind is ItemKind.PROMISE or item.due is None or not item.overdue:
        return None
    for other in open_items(account, as_of):
        later = other.review is not None and other.review.date >= item.due and not other.overdue
        same = other.owner and key_of(other.owner) == key_of(item.owner)
        if later and same and len(telling(item.what) & telling(other.what)) >= _SHARED:
            return other
    return None


def speaks(what: str) -> str:
    """Return the verb of a step that is done with a word to somebody, "tell", "ask"; empty for any other."""
    match = _SPEAKS.match(what)
    return match[1].lower() if match else ""


def told(what: str) -> str:
    """Return what a step that begins with "Tell" wants to have said; empty where it names people and a day alone."""
    match = _WHAT.match(what)
    return (match["that"] or match["what"] or "").rstrip(". ") if match else ""
