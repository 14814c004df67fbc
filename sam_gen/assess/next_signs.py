"""The cheapest next signs: what to find out, or to have confirmed, so that today would stand higher.

Only dimensions that stand below the stage after today can lift it; where we want to hold the stage, only those below
today. The lowest come first, and of equals the counted ones, because they hold all others down. In a dimension that is
judged by signs the nearest step is, in this order: to have an assumed sign seen or confirmed, to see an old one again,
to look for one nobody has looked for, to ask again for one that was missing.

A sign that presupposes another (`after`) gives way to it while that other was not found; a sign that was found says
that those it presupposes were, unless it is too old to count and its witness has left: then they are seen again first.
That the plan was shown, a validation says as well. A sign whose `only_if` the file
denies is not looked for, nor a renewal a second time before the next has happened. Each step names whom to ask.

With a client of the tier of the least care who has nothing of ours yet, only what leads to a first order is looked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sam_gen.assess.agenda import Item, waited_for
from sam_gen.assess.conditions import all_hold, holds
from sam_gen.assess.conditions_worth import last_ended
from sam_gen.assess.coverage import LivePairs
from sam_gen.assess.diagnosis import Diagnosed, Stand, Word, first_stage, spread
from sam_gen.assess.ground import Ground
from sam_gen.assess.people import Standing, tier_of
from sam_gen.assess.plan import as_it_stands, validations
from sam_gen.assess.position import PLAN_SHOWN, Sign, rank, stage_of
from sam_gen.assess.sign_people import ours_for, presupposed, were_there
from sam_gen.assess.who_knows import in_touch, introducer, who_knows
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.conditions import Condition
from sam_gen.model.method import Dimension, Indicator, JudgedBy, Level, Stage
from sam_gen.model.people import SeesUs
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
    MORE = "more"
    """Every word is known, and those who count should call on us for more."""


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
    """Whose word is wanted; for talks, whom to meet next."""
    whom: Standing | None = None
    """Who of theirs can be asked; None where nobody in touch can know, or one of us answers."""
    ours: str | None = None
    """Who of ours answers, for a sign that we look for in our own house."""
    owed: Item | None = None
    """What we owe first, and late, to the one who could be asked."""
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
    ground = Ground(account, playbook, as_of)
    target = rank(playbook, today) + (0 if held(playbook, found) else 1)
    if _nothing_yet(ground):
        target = min(target, 1)
    low = [stand for stand in found.stands if stand.stage is None or rank(playbook, stand.stage) < target]
    order = sorted(low, key=lambda stand: (_height(stand, playbook), not stand.gate))
    steps = (_step(stand, ground) for stand in order)
    return tuple(step for step in steps if step)[:most]


def held(playbook: Playbook, found: Diagnosed) -> bool:
    """Whether we want no more than today's stage: then nothing is looked for that would lift it."""
    wish, today = found.said.desired_stage, found.today
    return wish is not None and today is not None and rank(playbook, wish) <= rank(playbook, today)


def before_first_order(account: Account, playbook: Playbook, found: Diagnosed, as_of: datetime.date) -> bool:
    """Whether nothing beyond a first order is worth looking for: they never bought, or nothing of ours is there yet."""
    return found.never_bought or _nothing_yet(Ground(account, playbook, as_of))


def _nothing_yet(ground: Ground) -> bool:
    """Whether an account of the tier of the least care has nothing of ours on file."""
    least = ground.playbook.settings.tiers[-1]
    return tier_of(ground.account, ground.playbook) is least and not holds(Condition.WORK_ON_FILE, ground)


def _height(stand: Stand, playbook: Playbook) -> int:
    return -1 if stand.stage is None else rank(playbook, stand.stage)


def _step(stand: Stand, ground: Ground) -> NextSign | None:
    match stand.dimension.judged_by:
        case JudgedBy.CONTACTS:
            return _more_talks(stand, ground)
        case JudgedBy.SEES_US_AS:
            return _ask_keys(stand, ground)
        case JudgedBy.SIGNS:
            step = next(_signs_of(stand, ground), None)
            return step and _asked(step, stand, ground)


def _asked(step: NextSign, stand: Stand, ground: Ground) -> NextSign:
    """Add whom to ask for a sign; one of our own house needs nobody of theirs.

    A sign that presupposes another is asked of those who were there. Nobody is asked for a favour to whom a promise of
    ours is late: first comes what we owe.
    """
    if step.indicator and step.indicator.ours:
        return replace(step, ours=ours_for(step.dimension, ground))
    owed = _owed(ground)
    indicators = ground.playbook.method.continuum.indicators
    there = were_there(step.indicator, indicators, stand.signs.newest) if step.indicator else frozenset()
    can = [who for who in ground.people if not there or who.person.key in there]
    free = [who for who in can if who.person.key not in owed]
    named = step.sign.who if step.sign else None
    whom = who_knows(free, step.dimension, named)
    if whom or not there:
        return replace(step, whom=whom)
    first = who_knows(can, step.dimension, next(iter(sorted(there))))
    return replace(step, owed=owed.get(first.person.key) if first else None)


def _owed(ground: Ground) -> Mapping[str, Item]:
    return waited_for(ground.account, ground.as_of)


def _goal(stand: Stand, ground: Ground) -> Stage:
    playbook = ground.playbook
    stages = playbook.method.continuum.stages
    at = rank(playbook, stand.stage or first_stage(playbook) or stages[0])
    return stages[min(1 if _nothing_yet(ground) else at + 1, len(stages) - 1)]


def _signs_of(stand: Stand, ground: Ground) -> Iterator[NextSign]:
    playbook, goal = ground.playbook, _goal(stand, ground)
    of_dimension = [one for one in playbook.method.continuum.indicators if key_of(one.dimension) == stand.dimension.id]
    newest = _by_validation(of_dimension, ground) | {sign.indicator.id: sign for sign in stand.signs.newest}
    for sign in newest.values():
        if _blocks(sign, goal, playbook):
            yield NextSign(stand.dimension, goal, How.AGAIN, sign.indicator, sign)
    shown = _shown(of_dimension, newest, {who.person.key for who in ground.people})
    wanted = [one for one in of_dimension if stage_of(playbook, one.stage) is goal]
    found = (_first_missing(one, of_dimension, shown) for one in wanted)
    here = [one for one in dict.fromkeys(found) if one and _possible(one, newest.get(one.id), ground)]
    once = {one.id: old for one in here if one.id not in shown and (old := _last_seen(one, of_dimension, newest))}
    on_file = once | newest
    for how in (How.CONFIRM, How.RENEW, How.LOOK, How.AGAIN):
        for indicator in here:
            sign_ = on_file.get(indicator.id)
            if _way(sign_) is how:
                yield NextSign(stand.dimension, goal, how, indicator, sign_)
    for indicator in here:
        yield NextSign(stand.dimension, goal, How.CONFIRM, indicator, newest.get(indicator.id))


def _by_validation(indicators: Sequence[Indicator], ground: Ground) -> dict[str, Sign]:
    """Return the sign that the plan was shown, as the last validation says it; nothing where there was none."""
    shown = next((one for one in indicators if one.id == PLAN_SHOWN), None)
    last = next(iter(validations(ground.account, ground.as_of)), None)
    if shown is None or last is None:
        return {}
    sign = Sign(
        indicator=shown,
        stage=stage_of(ground.playbook, shown.stage),
        found=True,
        basis=Basis.OBSERVED,
        day=last.date,
        age=(ground.as_of - last.date).days,
        confidence=None,
        live=as_it_stands(last, ground.playbook, ground.as_of),
        seen="",
        by=None,
        who=last.who,
        place=last.place,
    )
    return {shown.id: sign}


def _last_seen(one: Indicator, indicators: Sequence[Indicator], newest: Mapping[str, Sign]) -> Sign | None:
    """Return the newest sign, too old to count, that says a sign it presupposes was there then."""
    old = [sign for sign in newest.values() if sign.found and not sign.live and sign.basis is not Basis.ASSUMED]
    told = [sign for sign in old if one.id in presupposed(sign.indicator, indicators)]
    return max(told, key=lambda sign: sign.day or datetime.date.min, default=None)


def _shown(indicators: Sequence[Indicator], newest: Mapping[str, Sign], there: Container[str]) -> set[str]:
    """Return the signs that were seen, and those they presuppose, unless one of these was looked for in vain.

    One that is too old to count shows nothing once the one it was seen with has left: who follows begins anew.
    """
    before = {one.id: [key_of(other) for other in one.after] for one in indicators}
    shown: set[str] = set()
    firm = [(key, sign) for key, sign in newest.items() if sign.found and sign.basis is not Basis.ASSUMED]
    waiting = [key for key, sign in firm if sign.live or not sign.who or key_of(sign.who) in there]
    while waiting:
        key = waiting.pop()
        if key not in shown and (key not in newest or newest[key].found):
            shown.add(key)
            waiting += before.get(key, [])
    return shown


def _first_missing(one: Indicator, indicators: Sequence[Indicator], shown: set[str]) -> Indicator | None:
    """Return what a sign presupposes and was not seen, as far down as it goes; the sign itself where all was.

    None where that sign is of another dimension, or where signs presuppose each other in a circle.
    """
    by_id, seen = {other.id: other for other in indicators}, {one.id}
    while missing := [key for key in map(key_of, one.after) if key not in shown]:
        if missing[0] not in by_id or missing[0] in seen:
            return None
        one = by_id[missing[0]]
        seen.add(one.id)
    return one


def _possible(one: Indicator, sign: Sign | None, ground: Ground) -> bool:
    """Whether the file does not deny what a sign needs; one that is on file is asked about all the same."""
    fresh_start = sign is None or (one.happened and not sign.live)
    if sign and fresh_start and Condition.CONTRACT_ENDED in one.only_if:
        ended = last_ended(ground)
        if ended is None or (sign.day and ended <= sign.day):
            return False
    return not fresh_start or all_hold(one.only_if, ground) is not False


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


def _more_talks(stand: Stand, ground: Ground) -> NextSign | None:
    goal = _goal(stand, ground)
    level = next((one for one in stand.dimension.levels if stage_of(ground.playbook, one.stage) is goal), None)
    if level is None:
        return None
    lacks = _lacks(ground.live, level)
    meet = _to_meet(ground, {word for word, _ in lacks})
    whom = _introducer(ground, meet[:1])
    owed = _owed(ground).get(whom.person.key) if whom else None
    return NextSign(stand.dimension, goal, How.TALK, lacks=lacks, who=meet[:1], whom=whom, owed=owed)


def _lacks(pairs: LivePairs, level: Level) -> tuple[tuple[str, int], ...]:
    wants = {
        "pair": level.pairs - len(pairs.pairs),
        "function": level.functions - len(pairs.functions),
        "level": level.levels - len(pairs.levels),
        "pair without the account lead": level.without_lead - pairs.without_lead,
    }
    return tuple((word, more) for word, more in wants.items() if more > 0)


def _to_meet(ground: Ground, lacks: set[str]) -> tuple[Standing, ...]:
    """Return who is in no live pair: first who adds what lacks, then who is near us already, then key players."""
    live, reached = ground.live, {pair.theirs for pair in ground.live.pairs}

    def place(who: Standing) -> tuple[bool, ...]:
        new = bool(who.person.function) and key_of(who.person.function) not in live.functions
        higher = bool(who.person.level) and key_of(who.person.level) not in live.levels
        adds = (not new and "function" in lacks, not higher and "level" in lacks)
        return *adds, not in_touch(who), _introducer(ground, [who]) is None, not who.key_player, not who.for_us

    return tuple(sorted((who for who in ground.people if who.person.key not in reached), key=place))


def _introducer(ground: Ground, targets: Sequence[Standing]) -> Standing | None:
    """Return who of theirs could bring us to somebody: by the way the map shows, or because they work next to them."""
    if not targets or in_touch(targets[0]):
        return None
    first = ground.first_hops.get(targets[0].person.key)
    named = next((who for who in ground.people if who.person.key == first), None)
    return named or introducer(ground.account, ground.people, targets[0].person)


def _ask_keys(stand: Stand, ground: Ground) -> NextSign | None:
    """Ask the key players whose word is not known or no longer counts; once all are, those who say the least."""
    goal, playbook = _goal(stand, ground), ground.playbook
    words = spread(stand.dimension, ground.people, playbook, ground.as_of)
    blank = [word.who for word in words if not (word.said and word.live)]
    who = sorted(blank or _lowest(words, goal, playbook), key=lambda one: not in_touch(one))[:3]
    if not who and words:
        return None
    whom = who[0] if who and in_touch(who[0]) else _introducer(ground, who[:1])
    how = How.ASK if blank or not words else How.MORE
    owed = _owed(ground).get(whom.person.key) if whom and whom not in who[:1] else None
    return NextSign(stand.dimension, goal, how, who=tuple(who), whom=whom, owed=owed)


def _lowest(words: Sequence[Word], goal: Stage, playbook: Playbook) -> list[Standing]:
    """Return those whose word is the lowest of all, if it is below the stage we want."""
    order = list(SeesUs)
    below = [word for word in words if word.said and word.stage and rank(playbook, word.stage) < rank(playbook, goal)]
    least = min((order.index(word.said.value) for word in below if word.said), default=None)
    return [word.who for word in below if word.said and order.index(word.said.value) == least]
