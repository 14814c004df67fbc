"""One thing that a file says twice: an action, a promise, a decision and what to prove, written for the same day.

Two lines are one thing when they fall on the same day and share two words of four letters or more, as in assess/alike.
Of one owner the month that is due says nothing, and one word that is no name is enough where both begin with the same
verb. Of two owners names, months and words that only join a sentence say nothing: both may go to one person that day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

T = TypeVar("T")

_WORDS = re.compile(r"\w+")
MONTHS = tuple(_WORDS.findall("january february march april may june july august september october november december"))
_JOINING = frozenset(
    _WORDS.findall("""
    about after again also because been before being could does each else every from have hear hears here into just
    made make many more most must need needs other others over same says should some somebody such than that their them
    then there these they this those three till under until very want wants well were what when where whether which
    while whom whose will with without would your four five seven eight nine eleven twelve
    """)
)
_LONG = re.compile(r"\w{4,}")
_SHARED = 2
"""Words two lines of two owners share when they say the same thing. Convention, that of assess/alike."""


@dataclass(frozen=True)
class Said:
    """What a line says, who has it, and when it falls due."""

    what: str
    owner: str | None
    due: datetime.date | None


def names_of(account: Account, playbook: Playbook) -> frozenset[str]:
    """Return every word of a name on either side: it says who, and not what."""
    everybody = [*(one.name for one in account.people), *(one.name for one in playbook.team)]
    return frozenset(word for name in everybody for word in _words(name))


def telling(text: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words that tell a thing from others: no names, no months, none that only joins a sentence."""
    return frozenset(_words(text)) - names - _JOINING - frozenset(MONTHS)


def together(lines: Sequence[T], said: Callable[[T], Said], names: frozenset[str]) -> tuple[tuple[T, ...], ...]:
    """Put lines that are one thing together; groups and what is in them keep the order they came in."""
    groups: list[list[T]] = []
    for line in lines:
        mine = [group for group in groups if any(_one_thing(said(line), said(other), names) for other in group)]
        rest = [group for group in groups if group not in mine]
        groups = [*rest, [*(one for group in mine for one in group), line]]
    while (pair := next(_like_as_groups(groups, said), None)) is not None:
        first, second = pair
        groups = [group for group in groups if group is not first and group is not second] + [[*first, *second]]
    order = {id(line): at for at, line in enumerate(lines)}
    for group in groups:
        group.sort(key=lambda line: order[id(line)])
    return tuple(tuple(group) for group in sorted(groups, key=lambda group: order[id(group[0])]))


def _one_thing(one: Said, other: Said, names: frozenset[str]) -> bool:
    if one.due != other.due:
        return False
    if one.what == other.what:
        return True
    if one.due is None:
        return False
    if key_of(one.owner) != key_of(other.owner):
        return len(telling(one.what, names) & telling(other.what, names)) >= _SHARED
    shared = frozenset(_words(one.what)) & frozenset(_words(other.what)) - {MONTHS[one.due.month - 1]}
    verb, again = one.what.split(maxsplit=1)[0], other.what.split(maxsplit=1)[0]
    return len(shared) >= _SHARED or (verb == again and bool(shared - names - _JOINING - set(_words(verb))))


def _like_as_groups(groups: Sequence[list[T]], said: Callable[[T], Said]) -> Iterator[tuple[list[T], list[T]]]:
    """Yield two groups of one owner and day that share enough words only when each is read as a whole."""
    for at, one in enumerate(groups):
        for other in groups[at + 1 :]:
            if len(one) + len(other) > 2 and _like(one, other, said):
                yield one, other


def _like(one: Sequence[T], other: Sequence[T], said: Callable[[T], Said]) -> bool:
    lines = [said(line) for line in (*one, *other)]
    if lines[0].due is None or len({(key_of(line.owner), line.due) for line in lines}) > 1:
        return False
    first, second = (
        frozenset(word for line in group for word in _words(said(line).what)) - _JOINING for group in (one, other)
    )
    return len(first & second) >= _SHARED


def _words(text: str) -> list[str]:
    return _LONG.findall(text.casefold())
