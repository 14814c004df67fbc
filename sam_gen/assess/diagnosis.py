"""Where the evidence puts a relationship on the continuum, and what would move it.

The method, step by step (numbers are those of `models/continuum.yml`):

1. Two dimensions are counted. Contact structure from pairs of ours and theirs who talked lately; how they see us from
   the lower middle of what key players call on us for.
2. Every other dimension stands at the highest stage at which two different signs of that stage or above were
   observed, or one was confirmed by the client, unless a sign of a lower stage was looked for and not found. Only the
   newest sign of an indicator speaks, and only while it counts enough. With live evidence but no such stage it stands
   at the first stage above none; without live evidence it is not known.
3. Today is the lower middle of all dimensions, the unknown ones taken as that first stage, and at most one stage above
   the weaker of the two counted ones. It is not known while one of these two, or more than five of ten, are unknown.
4. A client who has never bought stands at the lowest stage, whatever the signs.

Sources: the gates follow the finding that types of relationship differ in contact structure and not in stated intent
(Ryals and Davies, 2013); the idea of stages goes back to Millman and Wilson (1995), their names to McDonald and
Woodburn. Weights and limits are convention.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.claims import Held, weight
from sam_gen.assess.coverage import LivePairs, live_pairs
from sam_gen.assess.people import Standing, standings
from sam_gen.assess.position import DimensionSigns, Said, Sign, rank, said, signals_seen, signs
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.footprint import HeldBy
from sam_gen.model.limits import ClaimKind, EvidenceModel
from sam_gen.model.method import Diagnosis, Dimension, JudgedBy, Level, Moves, Stage
from sam_gen.model.people import PersonStatus, SeesUs
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

METHOD = "continuum"


@dataclass(frozen=True)
class Stand:
    """Where one dimension stands; no stage means not known yet."""

    dimension: Dimension
    stage: Stage | None
    signs: DimensionSigns
    because: tuple[Reason, ...]
    ask: str | None = None

    @property
    def gate(self) -> bool:
        """Whether it holds the others down: the two counted dimensions do."""
        return self.dimension.judged_by is not JudgedBy.SIGNS


@dataclass(frozen=True)
class Diagnosed:
    """The diagnosis of one account on one day."""

    stands: tuple[Stand, ...]
    middle: Stage | None
    """The lower middle of all dimensions, before the gates."""
    cap: Stage | None
    """The highest stage the gates allow; None while a gate is unknown."""
    today: Stage | None
    never_bought: bool
    said: Said
    gap: int | None
    """Stages by which our own view lies above the evidence; negative where we think less of it."""
    unknown: tuple[Stand, ...]
    ask: str | None
    weaker_gate: Stand | None
    """The counted dimension that stands lowest; None while one of them is unknown."""
    leaving: bool
    """Whether enough live signs of moving apart were seen."""

    @property
    def capped(self) -> bool:
        """Whether the gates hold today below the middle of the ten."""
        return self.today is not None and not self.never_bought and self.today is not self.middle

    @property
    def gates(self) -> tuple[Stand, ...]:
        """The counted dimensions."""
        return tuple(stand for stand in self.stands if stand.gate)


def parameters(playbook: Playbook) -> Diagnosis | None:
    """Return the numbers of the diagnosis; None where a company has stages but no diagnosis of them."""
    return playbook.method.continuum.diagnosis


def diagnose(account: Account, playbook: Playbook, as_of: datetime.date) -> Diagnosed:
    """Return where the evidence dated up to `as_of` puts the relationship."""
    people = standings(account, playbook, as_of)
    pairs = live_pairs(account, playbook, as_of)
    stands = tuple(_stand(one, people, pairs, playbook, as_of) for one in signs(account, playbook, as_of))
    spoken = said(account, playbook, as_of)
    stages = playbook.method.continuum.stages
    unknown = tuple(stand for stand in stands if stand.stage is None)
    middle, cap = _middle(stands, playbook), _cap(stands, playbook)
    never = never_bought(account) and bool(stages)
    today = stages[0] if never else _today(stands, middle, cap, playbook)
    down = [one for one in signals_seen(account, playbook, as_of) if one[0].moves is Moves.DOWN]
    numbers = parameters(playbook)
    return Diagnosed(
        stands=stands,
        middle=middle,
        cap=cap,
        today=today,
        never_bought=never,
        said=spoken,
        gap=rank(playbook, spoken.own_stage) - rank(playbook, today) if spoken.own_stage and today else None,
        unknown=unknown,
        ask=None if today else _ask(unknown),
        weaker_gate=_weaker(stands, playbook),
        leaving=numbers is not None and len(down) >= numbers.signals_from > 0,
    )


def never_bought(account: Account) -> bool:
    """Whether the file shows that they never bought: it knows of needs or revenue, and nothing of it is ours."""
    revenue = [year.amount for year in account.economics.revenue] if account.economics else []
    ours = [cell for cell in account.footprint if cell.held_by is HeldBy.US or (cell.ours or 0) > 0]
    known = [cell for cell in account.footprint if cell.held_by is not None]
    return bool(known or revenue) and not ours and not any(amount > 0 for amount in revenue)


# One dimension ---------------------------------------------------------------------


def _stand(
    one: DimensionSigns, people: Sequence[Standing], pairs: LivePairs, playbook: Playbook, as_of: datetime.date
) -> Stand:
    match one.dimension.judged_by:
        case JudgedBy.CONTACTS:
            return _by_contacts(one, pairs, playbook)
        case JudgedBy.SEES_US_AS:
            return _by_sees_us(one, spread(one.dimension, people, playbook, as_of), playbook)
        case JudgedBy.SIGNS:
            return _by_signs(one, playbook)


def _by_signs(one: DimensionSigns, playbook: Playbook) -> Stand:
    live = [sign for sign in one.newest if sign.live]
    if not live:
        return Stand(one.dimension, None, one, (), one.dimension.asks)
    stages = playbook.method.continuum.stages
    for stage in reversed(stages):
        carrying = carried_by(live, stage, playbook)
        if carrying:
            return Stand(one.dimension, stage, one, tuple(_reason(sign) for sign in carrying))
    return Stand(one.dimension, first_stage(playbook), one, tuple(_reason(sign, counts=False) for sign in live))


def carried_by(live: Sequence[Sign], stage: Stage, playbook: Playbook) -> tuple[Sign, ...]:
    """Return the signs that carry a stage: enough seen, or one confirmed, and no lower one missing; else none."""
    at = rank(playbook, stage)
    firm = [sign for sign in live if sign.basis is not Basis.ASSUMED]
    if any(not sign.found and rank(playbook, sign.stage) < at for sign in firm):
        return ()
    carrying = [sign for sign in firm if sign.found and rank(playbook, sign.stage) >= at]
    confirmed = any(sign.basis is Basis.CLIENT_CONFIRMED for sign in carrying)
    numbers = parameters(playbook)
    enough = numbers is not None and len(carrying) >= max(1, numbers.seen_needed)
    return tuple(carrying) if confirmed or enough else ()


def _reason(sign: Sign, counts: bool = True) -> Reason:
    text = sign.indicator.says if sign.found else f"not found: {sign.indicator.says}"
    return Reason(f"{text} ({sign.basis.value.replace('_', ' ')})", sign.place, counts)


def first_stage(playbook: Playbook) -> Stage | None:
    """Return the stage of somebody who buys and of whom nothing else is known: the second of the ladder."""
    stages = playbook.method.continuum.stages
    return stages[min(1, len(stages) - 1)] if stages else None


def _by_contacts(one: DimensionSigns, pairs: LivePairs, playbook: Playbook) -> Stand:
    if not pairs.any_talk:
        return Stand(one.dimension, None, one, (), one.dimension.asks)
    reached = [level for level in one.dimension.levels if _reaches(pairs, level)]
    best = max((_stage(level, playbook) for level in reached), key=lambda s: rank(playbook, s), default=None)
    return Stand(one.dimension, best or first_stage(playbook), one, pairs.reasons)


def _reaches(pairs: LivePairs, level: Level) -> bool:
    asked = (level.pairs, level.functions, level.levels, level.without_lead)
    have = (len(pairs.pairs), len(pairs.functions), len(pairs.levels), pairs.without_lead)
    return any(asked) and all(has >= needs for has, needs in zip(have, asked, strict=True))


def _stage(level: Level, playbook: Playbook) -> Stage:
    key = key_of(level.stage)
    return next(stage for stage in playbook.method.continuum.stages if stage.id == key)


@dataclass(frozen=True)
class Word:
    """What one key player calls on us for; no word means not known yet."""

    who: Standing
    said: Held[SeesUs] | None
    stage: Stage | None
    """The stage at which people call on us for that; None where the model names none."""
    live: bool
    """Whether it still counts enough to be known."""


def spread(
    dimension: Dimension, people: Sequence[Standing], playbook: Playbook, as_of: datetime.date
) -> tuple[Word, ...]:
    """Return every key player who is there, with their word; those who have not been heard too."""
    stage_for = {answer: _stage(level, playbook) for level in dimension.levels for answer in level.answers}
    keys = [who for who in people if who.key_player and _there(who, as_of)]
    return tuple(_word(who, stage_for, playbook, as_of) for who in keys)


def _there(who: Standing, as_of: datetime.date) -> bool:
    return who.person.status is not PersonStatus.VACANT and not who.person.gone(as_of)


def _word(who: Standing, stage_for: Mapping[SeesUs, Stage], playbook: Playbook, as_of: datetime.date) -> Word:
    said, model = who.sees_us_as, playbook.method.evidence
    if said is None:
        return Word(who, None, None, live=False)
    return Word(who, said, stage_for.get(said.value), word_counts(said, model, as_of))


def word_counts(said: Held[SeesUs], model: EvidenceModel, as_of: datetime.date) -> bool:
    """Whether a word on how somebody sees us still counts; of one without a day nobody can say that it does not."""
    return said.as_of is None or weight(said.basis, said.as_of, ClaimKind.STRATEGY, model, as_of) >= model.floor


def _by_sees_us(one: DimensionSigns, words: Sequence[Word], playbook: Playbook) -> Stand:
    heard = [word for word in words if word.said and word.stage and word.live]
    ranks = sorted(rank(playbook, word.stage) for word in heard if word.stage)
    if not ranks:
        whom = words[0].who.person.name if words else ""
        ask = f"What would {whom} call on us for, and what not?" if whom else one.dimension.asks
        return Stand(one.dimension, None, one, (), ask)
    stage = playbook.method.continuum.stages[ranks[(len(ranks) - 1) // 2]]
    reasons = tuple(
        Reason(f"{word.who.person.name}: {playbook.words.say(word.said.value)}", word.said.place)
        for word in heard
        if word.said
    )
    return Stand(one.dimension, stage, one, reasons)


# All dimensions --------------------------------------------------------------------


def _middle(stands: Sequence[Stand], playbook: Playbook) -> Stage | None:
    """Return the lower middle; unknown dimensions count as the first stage."""
    low = first_stage(playbook)
    found = [stand.stage or low for stand in stands]
    ranks = sorted(rank(playbook, stage) for stage in found if stage)
    return playbook.method.continuum.stages[ranks[(len(ranks) - 1) // 2]] if ranks else None


def _weaker(stands: Sequence[Stand], playbook: Playbook) -> Stand | None:
    gates = [(rank(playbook, stand.stage), at, stand) for at, stand in enumerate(stands) if stand.gate and stand.stage]
    if not gates or len(gates) < sum(stand.gate for stand in stands):
        return None
    return min(gates)[2]


def _cap(stands: Sequence[Stand], playbook: Playbook) -> Stage | None:
    weaker = _weaker(stands, playbook)
    numbers, stages = parameters(playbook), playbook.method.continuum.stages
    if numbers is None or weaker is None or weaker.stage is None:
        return None
    return stages[min(rank(playbook, weaker.stage) + numbers.above_gates, len(stages) - 1)]


def _today(stands: Sequence[Stand], middle: Stage | None, cap: Stage | None, playbook: Playbook) -> Stage | None:
    numbers = parameters(playbook)
    blank = sum(stand.stage is None for stand in stands)
    if middle is None or cap is None or numbers is None or blank > numbers.unknown_most:
        return None
    return min(middle, cap, key=lambda stage: rank(playbook, stage))


def _ask(unknown: Sequence[Stand]) -> str | None:
    gates = [stand for stand in unknown if stand.gate]
    return next((stand.ask for stand in [*gates, *unknown] if stand.ask), None)


def today_figure(found: Diagnosed, playbook: Playbook) -> Figure:
    """Return today's stage as a number, 0 for the lowest, with what each dimension adds."""
    stages = playbook.method.continuum.stages
    return Figure(
        value=float(rank(playbook, found.today)) if found.today else None,
        unit=f"of {len(stages) - 1}, {found.today.name}" if found.today else f"of {max(len(stages) - 1, 0)}",
        known=1 - len(found.unknown) / len(found.stands) if found.stands else 0.0,
        because=tuple(
            Reason(
                f"{stand.dimension.name}: {stand.stage.name if stand.stage else 'not known yet'}",
                next((reason.place for reason in stand.because if reason.place), None),
                stand.stage is not None,
            )
            for stand in found.stands
        ),
        method=METHOD,
        ask=found.ask,
    )
