"""A late step that the team has given a new day since, and steps whose whole work is to say something to somebody.

A step has a new day when a review on its day or later decided something that is open, of the same owner, and the two
lines share two words that tell a thing from others, or the verb and two names. Ask it of actions and decisions alone: a
promise to the client gets no new day by a decision of ours, for those who wait have not been asked.
"""

from __future__ import annotations

import datetime
import re

from sam_gen.advise.once import names_of, telling
from sam_gen.assess.agenda import Item, open_items
from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_SHARED = 2
"""Words an old and a new form of one step share. Convention, that of assess/alike."""
_SPEAKS = re.compile(r"(Tell|Ring|Ask|Call|Say|Write to|Thank|Find out)\b")
_WHAT = re.compile(r"Tell\b[^.:;]*?\b(?:that (?P<that>.+)|(?P<what>(?:what|who|whom|why|how|when|whether|which)\b.+))")


def new_day(account: Account, playbook: Playbook, item: Item, as_of: datetime.date) -> Item | None:
    """Return the later decision that gave a late step of ours its new day; None where there is none."""
    if item.due is None or not item.overdue:
        return None
    names = names_of(account, playbook)
    for other in open_items(account, as_of):
        later = other.review is not None and other.review.date >= item.due and not other.overdue
        same = other.owner and key_of(other.owner) == key_of(item.owner)
        if later and same and same_matter(item.what, other.what, names):
            return other
    return None


def same_matter(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether two lines of one owner are about the same: by two telling words, or by the verb and two names."""
    if len(telling(one, names) & telling(other, names)) >= _SHARED:
        return True
    verb, again = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return verb == again and len(telling(one) & telling(other) & names) >= _SHARED


def speaks(what: str) -> str:
    """Return the verb of a step that is done with a word to somebody, "tell", "ask"; empty for any other."""
    match = _SPEAKS.match(what)
    return match[1].lower() if match else ""


def told(what: str) -> str:
    """Return what a step that begins with "Tell" wants to have said; empty where it names people and a day alone."""
    match = _WHAT.match(what)
    return (match["that"] or match["what"] or "").rstrip(". ") if match else ""


def in_its_place(news: str, line: str) -> bool:
    """Whether a step makes ready what goes with the news of a step that begins with "Tell": they share a word."""
    return bool(telling(told(news) or news) & telling(line))
