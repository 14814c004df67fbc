"""How much of our time somebody is due: power by their influence, interest by what they have at stake.

After Mendelow's grid of power and interest (1991). Interest is not asked for, it is read from the file: whoever owns
an initiative, speaks on one that a plan of ours serves, sponsors an open opportunity, owns an open step, was promised
something that is open, asked for something that nobody has settled, is named by an open risk, or leads a unit that an
open objective names.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.agenda import ItemKind, open_items
from sam_gen.assess.alike import names
from sam_gen.assess.consensus import voices_of
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import open_objectives, open_opportunities, open_risks
from sam_gen.model.account import Account
from sam_gen.model.people import Person, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


class Treatment(StrEnum):
    """The four fields of the grid."""

    WORK_WITH = "work with closely"
    KEEP_CONTENT = "keep content"
    KEEP_INFORMED = "keep informed"
    WATCH = "keep an eye on"


@dataclass(frozen=True)
class Treated:
    """One person on the grid."""

    who: Standing
    power: int | None
    """Influence, 0 to 10; None is not known yet."""
    stakes: tuple[str, ...]
    """What they have at stake, in the words of the file."""
    treatment: Treatment | None
    """None while the influence is not known."""


def treatments(
    account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date
) -> tuple[Treated, ...]:
    """Return everybody in a post, in the order of the file."""
    limit = playbook.method.people.powerful_from
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    stakes = _stakes(account, playbook, {who.person.key for who in here}, as_of)
    return tuple(_treated(who, tuple(dict.fromkeys(stakes.get(who.person.key, ()))), limit) for who in here)


def _treated(who: Standing, stakes: tuple[str, ...], limit: int) -> Treated:
    power = who.influence.value if who.influence else None
    if power is None:
        return Treated(who, None, stakes, None)
    strong = power >= limit
    if stakes:
        return Treated(who, power, stakes, Treatment.WORK_WITH if strong else Treatment.KEEP_INFORMED)
    return Treated(who, power, stakes, Treatment.KEEP_CONTENT if strong else Treatment.WATCH)


def _stakes(account: Account, playbook: Playbook, here: Set[str], as_of: datetime.date) -> dict[str, list[str]]:
    """Return what everybody has at stake; an owner's bare id is looked for among us first, as everywhere."""
    found: dict[str, list[str]] = {}
    team = {one.id for one in playbook.team}
    served = {key_of(one.for_) for one in open_objectives(account, as_of)}
    served |= {key_of(one.for_) for one in open_opportunities(account, as_of)}
    for initiative in account.initiatives:
        voices = voices_of(initiative, account, here, as_of) if initiative.key in served else ()
        for key in (key_of(initiative.owner), *voices):
            found.setdefault(key, []).append(initiative.name)
    for one in open_opportunities(account, as_of):
        found.setdefault(key_of(one.sponsor), []).append(one.name)
    for item in open_items(account, as_of):
        side, _, key = (item.owner or "").rpartition("/")
        if side == "people" or key not in team:
            found.setdefault(key, []).append(item.what)
        side, _, key = (item.to or "").rpartition("/")
        if item.kind is ItemKind.PROMISE and (side == "people" or key not in team):
            found.setdefault(key, []).append(f"promised: {item.what}")
    risks = [one.risk.what for one in open_risks(account, playbook, as_of)]
    for person in account.people:
        if person.key in here:
            named = [what for what in risks if names(what, person.name, account.name)]
            found.setdefault(person.key, []).extend(f"a risk: {what}" for what in named)
    for objective in open_objectives(account, as_of):
        said = " ".join((objective.name, *(measure.name for measure in objective.measures)))
        for person in _leads(account, playbook, here, said):
            found.setdefault(person.key, []).append(objective.name)
    for wish in unsettled(account, as_of):
        found.setdefault(key_of(wish.who), []).append(f"asked for: {wish.wants}")
    return found


def _leads(account: Account, playbook: Playbook, here: Set[str], said: str) -> Iterator[Person]:
    """Yield whoever leads a unit that a line names: of those in a post there with a level, the highest."""
    order = {level.id: at for at, level in enumerate(playbook.method.people.levels)}
    for unit in account.units:
        if not re.search(rf"(?<!\w){re.escape(unit.name)}(?!\w)", said):
            continue
        own = [
            one for one in account.people if one.key in here and one.unit == unit.name and key_of(one.level) in order
        ]
        first = min((order[key_of(one.level)] for one in own), default=None)
        yield from (one for one in own if order[key_of(one.level)] == first)


@dataclass(frozen=True)
class Surprise:
    """Somebody whose influence and level do not go together."""

    who: Standing
    quiet: bool
    """True: more influence than the level suggests. False: a high level with little influence."""


def surprises(people: Sequence[Standing], playbook: Playbook) -> tuple[Surprise, ...]:
    """Return quiet influencers and titles without power, in the order of the file."""
    model = playbook.method.people
    order = {level.id: at for at, level in enumerate(model.levels)}
    quiet = order.get(key_of(model.quiet_from))
    if quiet is None:
        return ()
    found = []
    for who in people:
        at = order.get(key_of(who.person.level))
        if who.person.status is not PersonStatus.ACTIVE or who.influence is None or at is None:
            continue
        if at >= quiet and who.influence.value >= model.powerful_from:
            found.append(Surprise(who, True))
        elif at < quiet and who.influence.value <= model.weak_to:
            found.append(Surprise(who, False))
    return tuple(found)
