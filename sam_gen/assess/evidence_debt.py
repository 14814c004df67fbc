"""Evidence debt: what rests on claims that have expired or were only ever assumed.

A claim owes the weight of what rests on it, in points: all of it once it counts too little to build on (`floor`), a
part while it still counts and is only assumed. Weights and that part are those of `models/evidence.yml`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sam_gen.assess.claims import Held, confidence, weight
from sam_gen.assess.diagnosis import Stand, carried_by, diagnose
from sam_gen.assess.map_status import decides
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.assess.plan import open_objectives
from sam_gen.assess.position import Sign, rank
from sam_gen.assess.who_knows import beside
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.limits import ClaimKind, EvidenceModel
from sam_gen.model.method import JudgedBy, Stage
from sam_gen.model.people import PersonStatus
from sam_gen.model.place import Place
from sam_gen.model.plan import Initiative
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

METHOD = "evidence"


class Rests(StrEnum):
    """What rests on a claim."""

    SUPPORT = "support of a key player"
    INFLUENCE = "influence of somebody who decides"
    INITIATIVE = "initiative with an objective of ours"
    POSITION = "stage of a dimension"


@dataclass(frozen=True)
class Owed:
    """One claim to renew."""

    rests: Rests
    what: str
    """Whose stand, which initiative, which sign."""
    points: int
    """0 where the claim still carries what rests on it."""
    expired: bool
    """Whether it no longer counts enough; otherwise it is assumed, or it is good."""
    basis: Basis
    day: datetime.date | None
    whom: str | None
    """The id of the one of theirs to ask; None where nobody is named, or who was named has left.

    How much somebody weighs is never asked of them, and nobody can be asked who was never met: then it is somebody
    beside or below them who is for us and in touch, if there is one.
    """
    owner: str | None
    """The id of the one of us who asks."""
    place: Place


@dataclass(frozen=True)
class Debt:
    """What an account owes."""

    claims: tuple[Owed, ...]
    """Everything looked at."""
    figure: Figure

    @property
    def owed(self) -> tuple[Owed, ...]:
        """The claims to renew, the heaviest first, then the oldest."""
        owing = (one for one in self.claims if one.points)
        return tuple(sorted(owing, key=lambda one: (-one.points, one.day or datetime.date.min, one.what)))


def evidence_debt(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """Return the debt of an account in points; None while the file claims nothing that anything rests on."""
    return debt(account, playbook, as_of).figure


def debt(account: Account, playbook: Playbook, as_of: datetime.date) -> Debt:
    """Return every claim on which something rests, and what is owed on it."""
    gone = {person.key for person in account.people if person.gone(as_of)}
    found = (
        *_people(account, playbook, as_of),
        *_initiatives(account, playbook, as_of),
        *_signs(account, playbook, as_of),
    )
    claims = tuple(replace(one, whom=None) if one.whom in gone else one for one in found)
    owing = [one for one in claims if one.points]
    figure = Figure(
        value=float(sum(one.points for one in claims)) if claims else None,
        unit=f"points on {len(owing)} of {len(claims)} {'claim' if len(claims) == 1 else 'claims'}",
        because=tuple(Reason(_said(one), one.place, counts=bool(one.points)) for one in claims),
        method=METHOD,
        ask=None if claims else "Who decides there, and how do they stand towards us?",
    )
    return Debt(claims, figure)


def _said(one: Owed) -> str:
    state = "expired" if one.expired else one.basis.value.replace("_", " ")
    return f"{one.rests.value}, {one.what}: {state}, {one.points}"


def _people(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Owed]:
    """Weigh how key players stand, and the influence of those of them who decide."""
    rules, people = playbook.method.evidence.debt, standings(account, playbook, as_of)
    for who in people:
        if not who.key_player or who.person.status is not PersonStatus.ACTIVE:
            continue
        near = beside(account, people, who.person, playbook)
        if who.support:
            asked = near if who.freshness is Freshness.NEVER else who
            yield _claim(Rests.SUPPORT, rules.support, (who, asked), who.support, playbook, as_of)
        if who.influence and decides(who, playbook.method.people):
            yield _claim(Rests.INFLUENCE, rules.influence, (who, near), who.influence, playbook, as_of)


def _claim(
    rests: Rests,
    points: int,
    about: tuple[Standing, Standing | None],
    held: Held[Any],
    playbook: Playbook,
    as_of: datetime.date,
) -> Owed:
    """Weigh one claim about somebody; the second of the two is whom to ask."""
    model, (who, asked) = playbook.method.evidence, about
    expired = confidence(held, ClaimKind.PEOPLE, model, as_of) < model.floor
    owed = _owed(points, held.basis, expired, model)
    owner = key_of((asked or who).person.owner) or None
    whom = asked.person.key if asked else None
    return Owed(rests, who.person.name, owed, expired, held.basis, held.as_of, whom, owner, held.place)


def _owed(points: int, basis: Basis, expired: bool, model: EvidenceModel) -> int:
    if expired:
        return points
    return points * model.debt.assumed // 100 if basis is Basis.ASSUMED else 0


def _initiatives(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Owed]:
    """Weigh the initiatives that an open objective of ours serves."""
    model = playbook.method.evidence
    served = {key_of(one.for_) for one in open_objectives(account, as_of)}
    owners = {person.key: key_of(person.owner) or None for person in account.people}
    for one in account.initiatives:
        day = one.as_of or account.as_of
        if one.key in served and (day is None or day <= as_of):
            counts = weight(one.basis, day, ClaimKind.STRATEGY, model, as_of) if day else 0.0
            yield _initiative(one, counts < model.floor, day, owners, model)


def _initiative(
    one: Initiative, expired: bool, day: datetime.date | None, owners: dict[str, str | None], model: EvidenceModel
) -> Owed:
    whom = key_of(one.who or one.owner) or None
    points = _owed(model.debt.initiative, one.basis, expired, model)
    return Owed(
        Rests.INITIATIVE, one.name, points, expired, one.basis, day, whom, owners.get(whom or ""), one.place_of("basis")
    )


def _signs(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Owed]:
    """Weigh the signs that carry a stage, and those that carried a higher one while they counted."""
    points = playbook.method.evidence.debt.position
    for stand in diagnose(account, playbook, as_of).stands:
        _, old = once(stand, playbook)
        live = _carrying(stand, playbook)
        for sign, expired in (*((sign, False) for sign in live), *((sign, True) for sign in old)):
            yield Owed(
                Rests.POSITION,
                f"{stand.dimension.name}: {sign.indicator.says}",
                points if expired else 0,
                expired,
                sign.basis,
                sign.day,
                key_of(sign.who) or None,
                key_of(sign.by) or None,
                sign.place,
            )


def _carrying(stand: Stand, playbook: Playbook) -> tuple[Sign, ...]:
    """Return the signs that carry a dimension today; a counted dimension rests on talks and words, not on signs."""
    if stand.dimension.judged_by is not JudgedBy.SIGNS or stand.stage is None:
        return ()
    return carried_by([sign for sign in stand.signs.newest if sign.live], stand.stage, playbook)


def once(stand: Stand, playbook: Playbook) -> tuple[Stage | None, tuple[Sign, ...]]:
    """Return the stage a dimension stood at while its old signs counted, if it was higher, and those signs."""
    if stand.dimension.judged_by is not JudgedBy.SIGNS:
        return None, ()
    at = rank(playbook, stand.stage) if stand.stage else -1
    for stage in reversed(playbook.method.continuum.stages[at + 1 :]):
        carrying = carried_by(stand.signs.newest, stage, playbook)
        if carrying:
            return stage, tuple(sign for sign in carrying if not sign.live)
    return None, ()
