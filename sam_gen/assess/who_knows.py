"""Whom of theirs to ask: somebody in touch who can know, and never a person about their own weight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sam_gen.assess.people import Freshness, Standing
from sam_gen.model.account import Account
from sam_gen.model.method import Dimension
from sam_gen.model.people import Person, PersonStatus, Support, TieKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_IN_TOUCH = (Freshness.FRESH, Freshness.LATE)


def in_touch(who: Standing) -> bool:
    """Whether somebody is there and has talked with us while a talk counts."""
    return who.person.status is PersonStatus.ACTIVE and who.freshness in _IN_TOUCH


def who_knows(people: Sequence[Standing], dimension: Dimension, named: str | None = None) -> Standing | None:
    """Return whom to ask for a sign: who it rests on, else somebody whose function and level can know.

    Nobody who opposes us is asked. A function that fits comes before a level that does; somebody without a function
    in the file may know by their level. Among equals who is for us, then whom we met last. None: nobody in touch can.
    """
    there = [who for who in people if in_touch(who) and not _opposes(who)]
    own = next((who for who in there if named and who.person.key == key_of(named)), None)
    fits = [(rank, who) for who in there if (rank := _fit(who.person, dimension)) is not None]
    return own or min(fits, key=lambda one: (one[0], *_near(one[1])), default=(0, None))[1]


def beside(account: Account, people: Sequence[Standing], about: Person, playbook: Playbook) -> Standing | None:
    """Return whom to ask about somebody: beside or below them, for us, in touch, and not at odds with them.

    Who works next to them comes first, then others of a level no higher: of their function, then of a level near.
    """
    rank = {level.id: at for at, level in enumerate(playbook.method.people.levels)}
    other = rank.get(key_of(about.level))

    def placed(who: Standing) -> int | None:
        near, theirs = _next_to(who.person, about), rank.get(key_of(who.person.level))
        if near is not None:
            return near
        if theirs is None or other is None or theirs < other:
            return None
        same = bool(about.function) and key_of(who.person.function) == key_of(about.function)
        return 2 if same else 3 + theirs - other

    return _nearest([who for who in _askable(account, people, about) if who.for_us], placed)


def introducer(account: Account, people: Sequence[Standing], about: Person) -> Standing | None:
    """Return who could bring us to somebody because they work next to them; None where nobody in touch does."""
    return _nearest(_askable(account, people, about), lambda who: _next_to(who.person, about))


def _askable(account: Account, people: Sequence[Standing], about: Person) -> list[Standing]:
    """Return who is in touch and not against us, but nobody they are at odds with, nor their manager."""
    odds = {
        frozenset((key_of(tie.from_), key_of(tie.to))) for tie in account.influences if tie.kind is TieKind.CONFLICT
    }
    there = [who for who in people if in_touch(who) and not _opposes(who)]
    others = [who for who in there if who.person.key not in (about.key, key_of(about.reports_to))]
    return [who for who in others if frozenset((who.person.key, about.key)) not in odds]


def _next_to(person: Person, about: Person) -> int | None:
    """Return 0 for who reports to somebody, 1 for who has the same manager, None for anybody else."""
    manager = key_of(person.reports_to)
    if manager == about.key:
        return 0
    return 1 if manager and manager == key_of(about.reports_to) else None


def _nearest(people: Sequence[Standing], placed: Callable[[Standing], int | None]) -> Standing | None:
    found = [(at, who) for who in people if (at := placed(who)) is not None]
    return min(found, key=lambda one: (one[0], *_near(one[1])), default=(0, None))[1]


def _fit(person: Person, dimension: Dimension) -> int | None:
    """Return how near somebody is to knowing, 0 the nearest; None where neither function nor level says so."""
    function, level = key_of(person.function), key_of(person.level)
    functions, levels = dimension.known_in, dimension.known_at
    high = levels.index(level) if level in levels else len(levels)
    if not functions and not levels:
        return 0
    if function in functions:
        return functions.index(function) + high
    return len(functions) + high if not function and (level in levels or not level) else None


def _near(who: Standing) -> tuple[bool, int, str]:
    return not who.for_us, who.talk_age or 0, who.person.key


def _opposes(who: Standing) -> bool:
    return who.support is not None and who.support.value is Support.OPPONENT
