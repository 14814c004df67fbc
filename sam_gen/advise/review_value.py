"""The benefits that nobody of theirs has confirmed: which is a point of a review, and whom it is put to."""

from __future__ import annotations

from sam_gen.advise.review_point import Point, PointKind, Seen
from sam_gen.assess.plan import open_objectives
from sam_gen.assess.value import benefits
from sam_gen.model.care import Value, ValueStatus
from sam_gen.model.people import FINANCE, Person, Role
from sam_gen.model.scalars import key_of


def with_client(seen: Seen) -> Point | None:
    """Ask the client to confirm a benefit."""
    return _unconfirmed(seen, PointKind.VALUE) if seen.client else None


def alone(seen: Seen) -> Point | None:
    """Ask among ourselves who of us asks."""
    return None if seen.client else _unconfirmed(seen, PointKind.UNCONFIRMED)


def _unconfirmed(seen: Seen, kind: PointKind) -> Point | None:
    """Choose a disputed benefit first, then one that somebody can answer for, then a large one.

    With the client it is one of which somebody who comes can speak.
    """
    values = [one for one in benefits(seen.account, seen.as_of) if one.status is not ValueStatus.CONFIRMED]
    asked = [(one, whom) for one in values if (whom := _whom_to_ask(seen, one)) or _speakable(seen, one)]
    if not asked:
        return None
    first, whom = max(
        asked,
        key=lambda pair: (
            pair[0].status is ValueStatus.DISPUTED, seen.client and pair[1] is not None, pair[0].amount or 0,
        ),
    )  # fmt: skip
    return Point(kind, first.what, None, whom, first.as_of, len(asked), first)


def _speakable(seen: Seen, value: Value) -> bool:
    """Whether those who come can answer for a benefit: not where it is the word of somebody who does not."""
    who = next((one.who for one in seen.whole.value if one.key == value.key), None)
    away = any(one.key == key_of(who or "") and not one.gone(seen.as_of) for one in seen.whole.people)
    return not (seen.client and seen.held and seen.held.circle and away) or seen.comes(who)


def left_to(seen: Seen) -> tuple[Value, ...]:
    """Return the benefits on the table that nobody who comes can confirm, with the name of whoever can."""
    on_it = benefits(seen.account, seen.as_of) if seen.client else ()
    asked = {
        one.key
        for one in on_it
        if one.status is not ValueStatus.CONFIRMED and not _whom_to_ask(seen, one) and not _speakable(seen, one)
    }
    return tuple(one for one in seen.whole.value if one.key in asked)


def _whom_to_ask(seen: Seen, value: Value) -> str | None:
    """Return who can confirm a benefit: the lowest down of those who answer for what it serves, and come.

    With the client a benefit that nobody has spoken of is for the owner of the initiative it serves, if they come, and
    a sum of money for whoever sits there from finance, or buys with the money. Where that is who measured it, it is
    nobody by name: they have said what they have to say, and whoever is above them knows it from them.
    """
    served = key_of(value.for_ or "")
    aims = [one.owner for one in open_objectives(seen.account, seen.as_of) if served == key_of(one.for_ or "")]
    owners = [one.owner for one in seen.account.initiatives if one.key == served]
    found = [value.who, *(aims if served else ()), *owners]
    able = [who for who in found if who and _reachable(seen, who)]
    if seen.client and not value.who:
        able = [who for who in owners if who in able] or able
    money = [f"people/{one.key}" for one in seen.whole.people if _of_money(one) and seen.comes(f"people/{one.key}")]
    if seen.client and value.amount and money:
        able = [who for who in money if _reachable(seen, who)] or able
    lowest = max(able, key=lambda who: _depth(seen, who), default=None)
    measured = value.status is ValueStatus.MEASURED and key_of(lowest or "") == key_of(value.who or "")
    return None if measured else lowest


def _of_money(person: Person) -> bool:
    """Whether sums are theirs to judge."""
    return key_of(person.function) == FINANCE or Role.ECONOMIC_BUYER in person.roles


def _reachable(seen: Seen, reference: str) -> bool:
    person = _person(seen, reference)
    return person is not None and not person.gone(seen.as_of) and (not seen.client or seen.comes(reference))


def _depth(seen: Seen, reference: str) -> int:
    """Return how far down somebody stands; a level nobody wrote down counts as the top."""
    levels = [level.id for level in seen.playbook.method.people.levels]
    person = _person(seen, reference)
    level = key_of(person.level or "") if person else ""
    return levels.index(level) if level in levels else -1


def _person(seen: Seen, reference: str) -> Person | None:
    if not reference.startswith("people/") and reference in {colleague.id for colleague in seen.playbook.team}:
        return None
    return next((one for one in seen.account.people if one.key == key_of(reference)), None)
