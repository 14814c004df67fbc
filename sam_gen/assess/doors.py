"""Where to begin in the white space: what to ask first, doors beside what we serve, what stands against an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.footprint import METHOD, End, Grid, Need, UnitRow, total
from sam_gen.assess.people import Standing
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.footprint import HeldBy, Unit
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Opportunity, OpportunityKind
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Door:
    """One need that is blank or open, beside one we serve, in a unit where somebody is for us."""

    need: Need
    same_unit: tuple[Need, ...]
    """What we serve in that unit."""
    same_offering: tuple[Need, ...]
    """Where else we serve the same need."""
    friends: tuple[Standing, ...]
    """Who of that unit is for us, the one we met last first."""


@dataclass(frozen=True)
class Blank:
    """A need of which we do not know who serves it, and whom to ask."""

    need: Need
    who: Standing | None
    """None: nobody of that unit has talked with us."""
    unmet: Standing | None = None
    """Somebody of that unit who is on file and never talked with us, where nobody did."""
    served: bool = False
    """Whether we serve something in that unit."""


def doors(found: Grid, people: Sequence[Standing]) -> tuple[Door, ...]:
    """Return the doors, those with the most neighbours that are ours first, then in the order of the grid.

    A need for which there is an opportunity already is none: somebody stands in it.
    """
    by_unit: dict[str, list[Need]] = {}
    by_offering: dict[str, list[Need]] = {}
    for need in found.needs:
        if need.held:
            by_unit.setdefault(need.unit.key, []).append(need)
            by_offering.setdefault(need.offering.id, []).append(need)
    friends = {row.unit.key: _friends(row.unit, people) for row in found.rows if not row.group}
    beside = [
        Door(
            need,
            tuple(by_unit.get(need.unit.key, ())),
            tuple(by_offering.get(need.offering.id, ())),
            friends[need.unit.key],
        )
        for need in found.needs
        if (not need.known or need.open) and not need.options and friends[need.unit.key]
    ]
    next_to_ours = [door for door in beside if door.same_unit or door.same_offering]
    return tuple(sorted(next_to_ours, key=lambda door: -len(door.same_unit) - len(door.same_offering)))


def first_blank(found: Grid, people: Sequence[Standing]) -> Blank | None:
    """Return the need to ask about first: behind a door, else where somebody talks with us, else any, by rows."""
    behind = next((door for door in doors(found, people) if not door.need.known), None)
    if behind:
        return Blank(behind.need, behind.friends[0])
    whom = {row.unit.key: whom_to_ask(row.unit, people) for row in found.rows if not row.group}
    blank = [Blank(need, whom[need.unit.key]) for need in found.needs if not need.known]
    first = min(blank, key=lambda one: one.who is None, default=None)
    if first is None or first.who:
        return first
    unit = first.need.unit
    return Blank(first.need, None, never_met(unit, people), unit.key in served_units(found.needs))


def whom_to_ask(unit: Unit, people: Sequence[Standing]) -> Standing | None:
    """Return who of that unit has talked with us: whoever is for us first, then whom we met last."""
    there = [who for who in people if _of(who, unit) and who.talk_age is not None]
    return min(there, key=lambda who: (not who.for_us, who.talk_age or 0), default=None)


def never_met(unit: Unit, people: Sequence[Standing]) -> Standing | None:
    """Return the most influential of that unit who is on file and never talked with us."""
    there = [who for who in people if _of(who, unit) and who.person.status is PersonStatus.ACTIVE]
    unmet = [who for who in there if who.talk_age is None]
    return max(unmet, key=lambda who: (who.key_player, who.influence.value if who.influence else -1), default=None)


def served_units(needs: Sequence[Need]) -> frozenset[str]:
    """Return the keys of the units in which we serve something."""
    return frozenset(need.unit.key for need in needs if need.held)


def _friends(unit: Unit, people: Sequence[Standing]) -> tuple[Standing, ...]:
    there = [who for who in people if _of(who, unit) and who.for_us]
    return tuple(sorted(there, key=lambda who: (who.talk_age is None, who.talk_age or 0)))


def _of(who: Standing, unit: Unit) -> bool:
    return (who.person.unit or "").casefold() in (unit.name.casefold(), unit.key)


def knowledge(found: Grid, people: Sequence[Standing]) -> Figure:
    """Return of how many cells we know who serves them, in per cent, and what to ask first."""
    whole, first = total(found.needs), first_blank(found, people)
    ask = "Which of their units buy for themselves, and what?" if not found.needs else None
    return Figure(
        value=100 * whole.known / whole.needs if whole.needs else None,
        unit="% of the cells known",
        known=whole.known / whole.needs if whole.needs else 0.0,
        because=tuple(_known_of(row) for row in found.rows if not row.group),
        method=METHOD,
        ask=_ask_first(first) if first else ask,
    )


def _known_of(row: UnitRow) -> Reason:
    blank = [need.offering.name for need in row.needs if not need.known]
    rest = f", not known {', '.join(blank)}" if blank else ""
    return Reason(
        f"{row.unit.name}: {len(row.needs) - len(blank)} of {len(row.needs)} known{rest}",
        row.unit.place,
        len(blank) < len(row.needs),
    )


def _ask_first(first: Blank) -> str:
    unit = first.need.unit.name
    if first.who:
        whom = f"Ask {first.who.person.name}"
    elif first.unmet:
        whom = f"Ask {first.unmet.person.name}, whom nobody of ours has met yet"
    elif first.served:
        whom = f"We serve {unit}, and nobody on file is noted for it. Note who of them is there, and ask"
    else:
        whom = f"Nobody on file is noted for {unit}. Ask who runs it"
    return f"{whom}: who serves {first.need.offering.name} at {first.need.unit.name} today, and until when?"


def against(end: End, found: Sequence[Opportunity], ahead: int) -> tuple[Opportunity, ...]:
    """Return the opportunities that answer the end of a contract.

    Those that name its unit and its offering, or one of the two and leave the other open. To the end of one of ours
    only keeping it is an answer, renewing or defending; more business in the same cell is none. One that names neither
    unit nor offering is for the whole account, and answers what of ours ends within `ahead` days, unless another is to
    keep that very unit or offering.
    """
    meant = [one for one in found if _stands_against(one, end, ahead)]
    own = any(one.kind in _KEEPS and not _whole(one) for one in meant)
    return tuple(one for one in meant if not (own and _whole(one)))


_KEEPS = (OpportunityKind.RENEW, OpportunityKind.DEFEND)


def _whole(one: Opportunity) -> bool:
    """Whether an opportunity is for the whole account."""
    return not one.unit and not one.offering


def _stands_against(one: Opportunity, end: End, ahead: int) -> bool:
    unit, offering = key_of(one.unit), key_of(one.offering)
    keeps, ours = one.kind in _KEEPS, end.cell.held_by is HeldBy.US
    if _whole(one):
        return keeps and ours and end.days <= ahead
    if ours and not keeps:
        return False
    return unit in ("", end.need.unit.key) and offering in ("", end.need.offering.id)
