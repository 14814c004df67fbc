"""The cheapest next signs: what to find out, or to have confirmed, so that today would stand higher.

Only dimensions that stand below the stage after today can lift it. The lowest come first, and of equals the counted
ones, because they hold all others down. In a dimension that is judged by signs the nearest step is, in this order: to
have an assumed sign seen or confirmed, to see an old one again, to look for one nobody has looked for, to ask again
for one that was missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.coverage import LivePairs, live_pairs
from sam_gen.assess.diagnosis import Diagnosed, Stand, first_stage
from sam_gen.assess.people import Standing, standings
from sam_gen.assess.position import Sign, rank, stage_of
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.method import Dimension, Indicator, JudgedBy, Level, Stage
from sam_gen.model.people import PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


class How(StrEnum):
    """What to do about a sign."""

    CONFIRM = "confirm"
    RENEW = "renew"
    LOOK = "look"
    AGAIN = "again"
    TALK = "talk"
    ASK = "ask"


@dataclass(frozen=True)
class NextSign:
    """One step in one dimension."""

    dimension: Dimension
    stage: Stage
    """The stage the dimension would come nearer to."""
    how: How
    indicator: Indicator | None = None
    sign: Sign | None = None
    """The sign on file that is assumed, old or missing."""
    who: tuple[Standing, ...] = ()
    """Whom to ask what they call on us for."""
    lacks: tuple[tuple[str, int], ...] = ()
    """What the talks lack: so many more pairs, functions, levels, pairs without the lead."""


def next_signs(
    account: Account, playbook: Playbook, found: Diagnosed, as_of: datetime.date, most: int = 3
) -> tuple[NextSign, ...]:
    """Return the nearest steps, at most one in a dimension; none at the highest stage."""
    stages = playbook.method.continuum.stages
    today = found.today or first_stage(playbook)
    if today is None or today is stages[-1] or found.never_bought:
        return ()
    target = rank(playbook, today) + 1
    low = [stand for stand in found.stands if stand.stage is None or rank(playbook, stand.stage) < target]
    order = sorted(low, key=lambda stand: (_height(stand, playbook), not stand.gate))
    people = standings(account, playbook, as_of)
    pairs = live_pairs(account, playbook, as_of)
    steps = (_step(stand, people, pairs, playbook) for stand in order)
    return tuple(step for step in steps if step)[:most]


def _height(stand: Stand, playbook: Playbook) -> int:
    return -1 if stand.stage is None else rank(playbook, stand.stage)


def _step(stand: Stand, people: Sequence[Standing], pairs: LivePairs, playbook: Playbook) -> NextSign | None:
    match stand.dimension.judged_by:
        case JudgedBy.CONTACTS:
            return _more_talks(stand, pairs, playbook)
        case JudgedBy.SEES_US_AS:
            return _ask_keys(stand, people, playbook)
        case JudgedBy.SIGNS:
            return next(_signs_of(stand, playbook), None)


def _goal(stand: Stand, playbook: Playbook) -> Stage:
    stages = playbook.method.continuum.stages
    at = rank(playbook, stand.stage or first_stage(playbook) or stages[0])
    return stages[min(at + 1, len(stages) - 1)]


def _signs_of(stand: Stand, playbook: Playbook) -> Iterator[NextSign]:
    goal = _goal(stand, playbook)
    newest = {sign.indicator.id: sign for sign in stand.signs.newest}
    blocking = [sign for sign in newest.values() if _blocks(sign, goal, playbook)]
    for sign in blocking:
        yield NextSign(stand.dimension, goal, How.AGAIN, sign.indicator, sign)
    here = [
        one
        for one in playbook.method.continuum.indicators
        if key_of(one.dimension) == stand.dimension.id and stage_of(playbook, one.stage) is goal
    ]
    for how in (How.CONFIRM, How.RENEW, How.LOOK, How.AGAIN):
        for indicator in here:
            sign_ = newest.get(indicator.id)
            if _way(sign_) is how:
                yield NextSign(stand.dimension, goal, how, indicator, sign_)
    for indicator in here:
        yield NextSign(stand.dimension, goal, How.CONFIRM, indicator, newest.get(indicator.id))


def _blocks(sign: Sign, goal: Stage, playbook: Playbook) -> bool:
    firm = sign.live and not sign.found and sign.basis is not Basis.ASSUMED
    return firm and rank(playbook, sign.stage) < rank(playbook, goal)


def _way(sign: Sign | None) -> How | None:
    """Return what a sign needs; None for one that was observed and still counts: it needs a second beside it."""
    if sign is None:
        return How.LOOK
    if not sign.live:
        return How.RENEW
    if not sign.found:
        return How.AGAIN
    return How.CONFIRM if sign.basis is Basis.ASSUMED else None


def _more_talks(stand: Stand, pairs: LivePairs, playbook: Playbook) -> NextSign | None:
    goal = _goal(stand, playbook)
    level = next((one for one in stand.dimension.levels if stage_of(playbook, one.stage) is goal), None)
    return NextSign(stand.dimension, goal, How.TALK, lacks=_lacks(pairs, level)) if level else None


def _lacks(pairs: LivePairs, level: Level) -> tuple[tuple[str, int], ...]:
    wants = {
        "pair": level.pairs - len(pairs.pairs),
        "function": level.functions - len(pairs.functions),
        "level": level.levels - len(pairs.levels),
        "pair without the account lead": level.without_lead - pairs.without_lead,
    }
    return tuple((word, more) for word, more in wants.items() if more > 0)


def _ask_keys(stand: Stand, people: Sequence[Standing], playbook: Playbook) -> NextSign:
    """Ask the key players whose word is not known; where all are known, those whose word is the lowest."""
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    blank = [who for who in keys if who.sees_us_as is None]
    order = {answer: at for at, level in enumerate(stand.dimension.levels) for answer in level.answers}
    low = sorted(
        (who for who in keys if who.sees_us_as),
        key=lambda who: order.get(who.sees_us_as.value, 0) if who.sees_us_as else 0,
    )
    return NextSign(stand.dimension, _goal(stand, playbook), How.ASK, who=tuple(blank or low)[:3])
