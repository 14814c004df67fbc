"""How key players see us: what each of them calls on us for, and who has not been heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.claims import Held
from sam_gen.assess.diagnosis import Diagnosed, Word, spread
from sam_gen.assess.people import standings
from sam_gen.model.method import JudgedBy
from sam_gen.model.people import SeesUs
from sam_gen.model.wording import Wording
from sam_gen.pages.blocks import Sight
from sam_gen.pages.parts import basis
from sam_gen.pages.words import count, listed, number

_NAMED = 5
"""Names in a sentence before the rest is a number."""


@dataclass(frozen=True)
class Heard:
    """One key player's word."""

    name: str
    word: str
    grounds: str
    live: bool


def sees_us_section(sight: Sight, found: Diagnosed) -> dict[str, object]:
    """Build the part below the dimensions that shows the words behind one of them."""
    words = _words(sight, found)
    return {
        "heard": _heard(sight, words),
        "heard_heading": _heading(words, sight.words),
        "not_heard": _not_heard(words),
    }


def _words(sight: Sight, found: Diagnosed) -> tuple[Word, ...]:
    """Return what each key player calls on us for, where the playbook has a dimension that asks it."""
    people = standings(sight.account, sight.playbook, sight.as_of)
    asks = (one.dimension for one in found.stands if one.dimension.judged_by is JudgedBy.SEES_US_AS)
    return tuple(word for dimension in asks for word in spread(dimension, people, sight.playbook, sight.as_of))


def _heard(sight: Sight, words: Sequence[Word]) -> tuple[Heard, ...]:
    """Say of each key player what they call on us for: the most first, words too old to count last."""
    order = list(SeesUs)
    known = sorted(
        (word for word in words if word.said),
        key=lambda word: (not word.live, -order.index(word.said.value) if word.said else 0),
    )
    return tuple(
        Heard(word.who.person.name, sight.words.say(word.said.value), _grounds(sight, word.said, word.live), word.live)
        for word in known
        if word.said
    )


def _grounds(sight: Sight, said: Held[SeesUs], live: bool) -> str:
    when = sight.day(said.as_of) if said.as_of else "no date"
    return f"{basis(said.basis, sight.words).word}, {when}{'' if live else ', too old to count'}"


def _not_heard(words: Sequence[Word]) -> str:
    """Name the key players whose word is not known; empty if all have been heard."""
    blank = [word.who.person.name for word in words if word.said is None]
    if not blank:
        return ""
    shown = blank if len(blank) <= _NAMED else [*blank[: _NAMED - 1], f"{number(len(blank) - _NAMED + 1)} more"]
    return f"Not known yet of {listed(shown)}: ask what they would call on us for."


def _heading(words: Sequence[Word], wording: Wording) -> str:
    """Say how far apart those who count are; of one word alone nothing is apart."""
    live = [word.said.value for word in words if word.said and word.live]
    if not words:
        return "How they see us: no key player on file"
    if not live:
        return "How they see us: no word of a key player that still counts"
    order = list(SeesUs)
    low, high = min(live, key=order.index), max(live, key=order.index)
    of = f"{number(len(live))} of {count(len(words), 'key player')}"
    if low is high:
        return f"How they see us: {wording.say(low).lower()}, by {of}"
    return f"How they see us: from {wording.say(low).lower()} to {wording.say(high).lower()}, by {of}"
