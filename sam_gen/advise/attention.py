"""What needs attention now: the findings of an account in the order in which somebody would act on them.

`points = weight of the rule × factor of the tier + points for the days late − points for the days ahead`

All numbers are those of `models/attention.yml`. Of two with the same points the later one comes first. What the file
says twice, as an action and as a promise of the same day or as what somebody asked for, is one line when it is late.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.advise.twice import twins
from sam_gen.assess.people import tier_of
from sam_gen.checks.check import check_account
from sam_gen.checks.finding import Finding
from sam_gen.checks.rules import BY_CODE
from sam_gen.model.account import Account
from sam_gen.model.attention import AttentionKind, AttentionModel, RuleWeight
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook, Tier
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Part:
    """One part of the points, and what it is for."""

    points: int
    what: str

    @property
    def said(self) -> str:
        """The part in words: “8 for 8 days late”, “12 less for 72 days ahead”."""
        return f"{self.points} for {self.what}" if self.points >= 0 else f"{-self.points} less for {self.what}"


@dataclass(frozen=True)
class Attention:
    """One finding on the list, with the reason why it stands there."""

    finding: Finding
    kind: AttentionKind
    parts: tuple[Part, ...]

    @property
    def points(self) -> int:
        """What it weighs; never below 0."""
        return max(0, sum(part.points for part in self.parts))

    @property
    def because(self) -> str:
        """Why it stands where it stands: every part of its points."""
        return ", ".join(part.said for part in self.parts)


def attention(
    account: Account, playbook: Playbook, as_of: datetime.date, clearance: Audience = Audience.RESTRICTED
) -> tuple[Attention, ...]:
    """Return the list of one account, the most pressing first."""
    found = check_account(account, playbook, as_of, clearance)
    return pressing(found, account, playbook, as_of)


def pressing(
    found: Iterable[Finding], account: Account, playbook: Playbook, as_of: datetime.date
) -> tuple[Attention, ...]:
    """Rank the findings of an account; of late lines that are one thing the most pressing stands for all."""
    same, kept = twins(account, playbook, as_of), dict[Place, Attention]()
    every = ranked(weighed(found, tier_of(account, playbook), playbook))
    return tuple(one for one in every if _is_first(one, same, kept))


def _is_first(one: Attention, same: Mapping[Place, Place], kept: dict[Place, Attention]) -> bool:
    thing = same.get(one.finding.place) if (one.finding.days or 0) > 0 else None
    return thing is None or kept.setdefault(thing, one) is one


def weighed(findings: Iterable[Finding], tier: Tier | None, playbook: Playbook) -> tuple[Attention, ...]:
    """Weigh the findings of one account; what weighs nothing is left out."""
    model = playbook.method.attention
    weights = {one.code: one for one in model.rules}
    factor = factor_of(tier, playbook)
    found = (_weighed(one, weights.get(one.code), tier, factor, model) for one in findings)
    return tuple(one for one in found if one.parts[0].points)


def ranked(found: Iterable[Attention]) -> tuple[Attention, ...]:
    """Put the most pressing first; nothing but points, days, rule, account and words decides."""
    return tuple(sorted(found, key=_rank))


def _rank(one: Attention) -> tuple[int, float, str, str, str, str]:
    finding = one.finding
    days = float("inf") if finding.days is None else -finding.days
    return -one.points, days, finding.code, finding.account, finding.subject, finding.message


def first_of_each(found: Sequence[Attention], most: int) -> tuple[Attention, ...]:
    """Return the list with the first lines of different records: a second line of one stands behind the first ones.

    A pair of executives is the same as the person of theirs in it.
    """
    first: list[Attention] = []
    for one in found:
        if len(first) < most and not any(_same_record(one.finding, other.finding) for other in first):
            first.append(one)
    chosen = {id(one) for one in first}
    return (*first, *(one for one in found if id(one) not in chosen))


def _same_record(one: Finding, other: Finding) -> bool:
    if not one.subject or one.account != other.account:
        return False
    pairs = ((one.subject, other.subject), (other.subject, one.subject))
    return one.subject == other.subject or any(_is_half(person, pair) for person, pair in pairs)


def _is_half(person: str, pair: str) -> bool:
    kind, _, key = person.partition("/")
    return kind == "people" and pair.startswith("sponsors/") and pair.endswith(f"-{key}")


def by_owner(found: Sequence[Attention]) -> Mapping[str, tuple[Attention, ...]]:
    """Return the list of everybody of ours, in the order of the whole; what nobody owns is in no list."""
    lists: dict[str, list[Attention]] = {}
    for one in found:
        if one.finding.owner:
            lists.setdefault(one.finding.owner, []).append(one)
    return {owner: tuple(some) for owner, some in lists.items()}


def factor_of(tier: Tier | None, playbook: Playbook) -> int:
    """Return the factor of a tier in per cent: its own, or that of its place among the tiers."""
    model, tiers = playbook.method.attention, playbook.settings.tiers
    if tier is None:
        return model.other_tiers
    own = next((one.factor for one in model.tiers if key_of(one.tier) == tier.id), None)
    if own is not None:
        return own
    if tier == tiers[0]:
        return model.first_tier
    return model.last_tier if tier == tiers[-1] else model.other_tiers


def _weighed(
    finding: Finding, own: RuleWeight | None, tier: Tier | None, factor: int, model: AttentionModel
) -> Attention:
    weight = own.weight if own else model.usual
    says = (own.says if own else None) or _name(finding.code)
    more = weight * factor // 100 - weight
    parts = [Part(weight, says)]
    parts += [Part(more, f"tier {tier.name}")] if more and tier else []
    time = _time(finding.days, model)
    parts += [time] if time and time.points else []
    return Attention(finding, own.kind if own else AttentionKind.GAP, tuple(parts))


def _name(code: str) -> str:
    name = BY_CODE[code].name
    return f"{name[:1].lower()}{name[1:]}"


def _time(days: int | None, model: AttentionModel) -> Part | None:
    """Add for days late, up to a most; take off for days ahead, in a straight line up to a most."""
    if days is None:
        return None
    unit = "day" if abs(days) == 1 else "days"
    if days >= 0:
        return Part(min(model.late_most, model.per_day * days), f"{days} {unit} late")
    ahead = min(-days, model.ahead_from)
    return Part(-(model.ahead_most * ahead // model.ahead_from), f"{-days} {unit} ahead")
