"""The status of the map in one colour: whether any key player is for us, whether one decides, whom nobody has met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.people import Freshness, Standing, stand_reason
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure
from sam_gen.model.limits import PeopleModel
from sam_gen.model.people import PersonStatus
from sam_gen.model.playbook import Method


class Colour(StrEnum):
    """The three colours of the map."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass(frozen=True)
class MapStatus:
    """The colour and what it rests on."""

    colour: Colour | None
    """None: nobody has said or shown how any key player stands, or what was said of a friend has run out."""
    friends: tuple[Standing, ...]
    """The key players for us, as far as what we know of it still counts."""
    deciding: tuple[Standing, ...]
    """Those of them who decide or approve, and have said or shown that they are for us."""
    believed: tuple[Standing, ...]
    """Key players for us of whom we only assume it, or knew it once."""
    unknown: tuple[Standing, ...]
    """Key players whose stand nobody knows."""
    unmet: tuple[Standing, ...]
    """Key players with the influence of an executive whom nobody of ours has met."""
    figure: Figure
    """How many of those who decide are for us, with the reasons."""


def map_status(people: Sequence[Standing], method: Method) -> MapStatus:
    """Return the colour: red without a key player for us, amber with one, green where one for us decides.

    It stays amber while nobody of ours has met a key player with the influence of an executive: above the one who is
    for us somebody decides who has never heard of us. What we only assume makes nothing green, and what counts too
    little to build on has no colour at all.
    """
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    friends = tuple(who for who in keys if who.for_us)
    deciding = tuple(who for who in friends if decides(who, method.people) and not assumed(who))
    believed = tuple(who for who in keys if who.backs_us and (not who.stand_counts or assumed(who)))
    unknown = tuple(who for who in keys if who.support is None)
    blank = len(unknown) == len(keys) or (believed and not friends)
    unmet = tuple(who for who in keys if _unmet(who, method.people))
    colour = Colour.GREEN if deciding and not unmet else Colour.AMBER if friends else Colour.RED
    figure = deciding_backing(people, method.people)
    return MapStatus(None if blank else colour, friends, deciding, believed, unknown, unmet, figure)


def _unmet(who: Standing, model: PeopleModel) -> bool:
    power = who.influence.value if who.influence else 0
    return who.freshness is Freshness.NEVER and power >= model.executive_from


def assumed(who: Standing) -> bool:
    """Whether nobody has seen or heard how somebody stands."""
    return who.support is not None and who.support.basis is Basis.ASSUMED


def decides(who: Standing, model: PeopleModel) -> bool:
    """Whether they have a role that says yes or no."""
    return any(role in model.deciding_roles for role in who.person.roles)


def deciding_backing(people: Sequence[Standing], model: PeopleModel) -> Figure:
    """Count the key players for us who decide or approve."""
    deciders = [
        who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE and decides(who, model)
    ]
    known = [who for who in deciders if who.stand_known]
    ask = f"How does {deciders[0].person.name} see our work?" if deciders else "Who decides there, and who approves?"
    return Figure(
        value=float(sum(who.for_us for who in deciders)) if known else None,
        unit=f"of {len(deciders)} key {'player who decides' if len(deciders) == 1 else 'players who decide'}",
        known=len(known) / len(deciders) if deciders else 0.0,
        because=tuple(stand_reason(who) for who in deciders),
        method="people",
        ask=None if known else ask,
    )
