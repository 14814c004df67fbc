"""SAM6xx: money and white space."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.assess.footprint import grid
from sam_gen.assess.map_status import decides
from sam_gen.assess.opportunities import growth_cover, in_whole
from sam_gen.assess.value import benefits
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import friend
from sam_gen.checks.sayings import cut, days, on, quote
from sam_gen.model.care import Direction, Value, ValueStatus
from sam_gen.model.footprint import HeldBy
from sam_gen.model.method import Severity
from sam_gen.model.people import FINANCE
from sam_gen.model.scalars import key_of, slug


def _asked(facts: Facts, question: str) -> str:
    """Put a question to somebody who decides, or to the first on the map; nobody there, no question."""
    deciders = [who for who in facts.key_players if decides(who, facts.method.people)]
    first = next(iter((*deciders, *facts.key_players, *facts.people)), None)
    return f"{first.person.name}, {question}" if first else ""


def _invoices_asked(facts: Facts) -> str:
    """Ask somebody of finance who is in touch, else somebody for us: nobody who decides reads our invoices."""
    asked = friend(facts, FINANCE)
    return f"{asked.person.name}, what holds our invoices up, and who would know?" if asked else ""


@rule(
    "SAM601",
    "No growth goal",
    reads=("economics.growth_goal", "tier"),
    why="Nobody can say whether the opportunities are enough, or whether we are here to hold.",
    remedy="Write growth_goal: and growth_by:. If we only want to hold what there is, write 0.",
    lesson="diagnosis-where-did-the-deal-start",
    severity=Severity.NOTE,
)
def no_goal(facts: Facts) -> Iterator[Hit]:
    """Fire in every tier but the last when nobody wrote how much more we want."""
    economics, tiers = facts.account.economics, facts.playbook.settings.tiers
    if facts.tier is None or (len(tiers) > 1 and facts.tier == tiers[-1]):
        return
    if economics is None or economics.growth_goal is None:
        end = facts.as_of.replace(month=12, day=31)
        yield Hit(
            f"How much more we want to do with {cut(facts.account.name)} a year is not written down.",
            economics.place if economics else facts.at("economics"),
            line=f"economics:\n  growth_goal: 0\n  growth_by: {end}",
        )


_COUNTED = {0: "", 50: " and half the worth of those of class B", 100: " and B"}
"""What of class B counts towards the growth goal, by how many per cent do."""


@rule(
    "SAM602",
    "Growth goal not covered",
    reads=("economics.growth_goal", "opportunities.class", "opportunities.worth", "opportunities.closed"),
    why="The goal stands in our books and nothing stands behind it.",
    remedy="Look through the white space for what is missing. If nothing is there, lower the goal and say so upstairs.",
    lesson="plan-whose-white-space",
)
def goal_open(facts: Facts) -> Iterator[Hit]:
    """Fire when A and B opportunities do not reach the growth goal."""
    economics = facts.account.economics
    if economics is None or not economics.growth_goal:
        return
    cover = growth_cover(facts.account, facts.playbook, facts.as_of).value
    if facts.opportunities and (cover is None or cover >= 100):
        return
    part = facts.method.priorities.b_counts
    said = (
        f"Opportunities of class A{_COUNTED.get(part, f' and {part}% of the worth of those of class B')} "
        f"reach {in_whole(cover)}% of the growth goal."
        if cover
        else "Opportunities of class A and B add nothing to the growth goal."
    )
    yield Hit(
        said if facts.opportunities else "No open opportunity stands behind the growth goal.",
        economics.place_of("growth_goal"),
        days=-(economics.growth_by - facts.as_of).days if economics.growth_by else None,
        ask=_asked(facts, "where else in your house does somebody have the trouble we solved for you?"),
    )


@rule(
    "SAM603",
    "Competitor's contract ends",
    reads=(
        "footprint.until",
        "footprint.held_by",
        "footprint.competitor",
        "opportunities.unit",
        "opportunities.offering",
    ),
    why="They will compare, with or without us, and the paper is being written now.",
    remedy="Add an opportunity for this unit and offering. If we do not want it, say why in blocked:.",
    lesson="plan-whose-white-space",
)
def door_opens(facts: Facts) -> Iterator[Hit]:
    """Fire for each contract of a competitor that ends soon, by models/windows.yml, without an opportunity."""
    planned = {(key_of(one.unit), key_of(one.offering)) for one in facts.opportunities}
    for cell in facts.account.footprint:
        unit, offering = key_of(cell.unit), key_of(cell.offering)
        if cell.held_by is not HeldBy.COMPETITOR or cell.until is None or cell.blocked:
            continue
        left = (cell.until - facts.as_of).days
        if planned & {(unit, offering), (unit, "")} or not 0 <= left <= facts.method.windows.contract_ahead:
            continue
        who = cut(cell.competitor) if cell.competitor else "a competitor"
        what = f"{quote(facts.offerings.get(offering, offering))} at {cut(facts.units.get(unit, unit))}"
        when = f"on {on(cell.until)}, in {days(left)}" if left else f"today, {on(cell.until)}"
        yield Hit(
            f"The contract of {who} for {what} ends {when}, and no opportunity is there.",
            cell.place_of("until"),
            f"footprint/{unit}-{offering}"
            + (f"-{slug(cell.competitor or str(cell.until))}" if _twice(facts, unit, offering) else ""),
            days=-left,
            line=f"opportunities:\n  - {{name: What we could do there, unit: {unit}, offering: {offering}}}",
            ask=_asked(facts, f"who decides what follows that contract at {facts.units.get(unit, unit)}?"),
        )


def _twice(facts: Facts, unit: str, offering: str) -> bool:
    cells = [cell for cell in facts.account.footprint if cell.held_by is HeldBy.COMPETITOR]
    return sum((key_of(cell.unit), key_of(cell.offering)) == (unit, offering) for cell in cells) > 1


@rule(
    "SAM604",
    "White space mostly unknown",
    reads=("units", "footprint.held_by", "footprint.blocked"),
    why="We look for growth where we happen to have been, and call the rest empty.",
    remedy="Ask who serves each need and add it to footprint:. A unit never buys such things? Write held_by: not_used.",
    lesson="plan-whose-white-space",
    severity=Severity.NOTE,
)
def blank_space(facts: Facts) -> Iterator[Hit]:
    """Fire when more of the white space is unknown than models/rules.yml allows."""
    needs = grid(facts.account, facts.playbook, facts.as_of).needs
    blank = [need for need in needs if not need.known]
    if needs and 100 * len(blank) > facts.method.rules.blank_most * len(needs):
        first = blank[0]
        yield Hit(
            f"It is not known who serves {len(blank)} of {len(needs)} {'need' if len(needs) == 1 else 'needs'}.",
            facts.at("footprint"),
            line=f"footprint:\n  - {{unit: {first.unit.id}, offering: {first.offering.id}, held_by: nobody}}"
            if first.unit.id
            else "",
            ask=_asked(facts, f"who does “{first.offering.name}” for {first.unit.name} today, and since when?"),
        )


@rule(
    "SAM605",
    "Client pays late",
    reads=("economics.agreed_days", "economics.days_to_pay", "people.function"),
    why="Late money is the first thing a client does who doubts the work, or the last they do before a crisis.",
    remedy="Ask their accounts what holds the invoices up. If it is a dispute, write it under feedback:.",
    lesson="diagnosis-when-it-slips",
)
def pays_late(facts: Facts) -> Iterator[Hit]:
    """Fire when they take more days than agreed, by more than models/rules.yml allows."""
    economics = facts.account.economics
    if economics is None or economics.agreed_days is None or economics.days_to_pay is None:
        return
    late = economics.days_to_pay - economics.agreed_days
    if late >= max(1, facts.method.rules.pay_late_from):
        yield Hit(
            f"{cut(facts.account.name)} pays after {days(economics.days_to_pay)}; {economics.agreed_days} are agreed.",
            economics.place_of("days_to_pay"),
            days=late,
            ask=_invoices_asked(facts),
        )


@rule(
    "SAM606",
    "Confirmed benefit grown old",
    reads=("value.status", "value.as_of", "value.who"),
    why="Whoever confirmed it has forgotten it, and their finance never counted it again.",
    remedy="Ask them to look at the figure again and set as_of:. If it no longer holds, set status: disputed.",
    lesson="plan-objectives-that-pay-both",
)
def old_value(facts: Facts) -> Iterator[Hit]:
    """Fire for each benefit whose confirmation is older than models/health.yml lets it count."""
    lasts = facts.method.health.outcomes.lasts
    for one in benefits(facts.account, facts.as_of):
        if one.status is ValueStatus.CONFIRMED and one.as_of and facts.age(one.as_of) > lasts:
            by = f" by {cut(facts.name(f'people/{key_of(one.who)}'))}" if one.who else ""
            yield Hit(
                f"{quote(one.what)} was confirmed{by} on {on(one.as_of)}, {days(facts.age(one.as_of))} ago.",
                one.place_of("as_of"),
                f"value/{one.key}",
                days=facts.age(one.as_of) - lasts,
                line=f"as_of: {facts.as_of}",
                ask=_worth_asked(facts, one),
            )


def _worth_asked(facts: Facts, one: Value) -> str:
    """Ask whoever confirmed it, or somebody who decides."""
    question = f"does “{one.what}” still hold, and what is it worth to you now?"
    return facts.ask(f"people/{key_of(one.who)}", question) or _asked(facts, question)


@rule(
    "SAM607",
    "Depends on us, no benefit confirmed",
    reads=("dependence.direction", "dependence.strength", "value.status", "value.as_of"),
    why="Whoever cannot leave and sees no gain looks for a way out, quietly.",
    remedy="Ask their finance to confirm one benefit and write it under value:. There is none? Make one an objective.",
    lesson="plan-objectives-that-pay-both",
)
def held_without_gain(facts: Facts) -> Iterator[Hit]:
    """Fire when a strong tie binds them to us and no benefit of the last year is confirmed."""
    lasts, strong = facts.method.health.outcomes.lasts, facts.method.rules.strong_from
    ties = [
        tie
        for tie in facts.account.dependence
        if tie.direction is Direction.CLIENT_ON_US and (tie.strength or 0) >= strong
        if tie.until is None or tie.until >= facts.as_of
    ]
    confirmed = [
        one
        for one in benefits(facts.account, facts.as_of)
        if one.status is ValueStatus.CONFIRMED and (one.as_of is None or facts.age(one.as_of) <= lasts)
    ]
    if ties and not confirmed:
        tie = max(ties, key=lambda one: one.strength or 0)
        what = f": {quote(tie.what)}" if tie.what else ""
        yield Hit(
            f"{cut(facts.account.name)} depends on us{what}, and no benefit of the last {days(lasts)} is confirmed.",
            tie.place,
            ask=_asked(facts, "what has our work been worth to you this year, in your own figures?"),
        )


@rule(
    "SAM608",
    "Growth goal without a day",
    reads=("economics.growth_goal", "economics.growth_by"),
    why="A goal without a day is always next year's.",
    remedy="Write growth_by: with the end of a year of ours. If it was missed, say what came of it and set a new one.",
    lesson="diagnosis-where-did-the-deal-start",
    severity=Severity.NOTE,
)
def undated_goal(facts: Facts) -> Iterator[Hit]:
    """Fire when the growth goal has no day, or its day has passed."""
    economics = facts.account.economics
    if economics is None or not economics.growth_goal:
        return
    if economics.growth_by is None:
        yield Hit(
            "The growth goal does not say by when.",
            economics.place_of("growth_goal"),
            line=f"growth_by: {facts.as_of.replace(month=12, day=31)}",
        )
    elif economics.growth_by < facts.as_of:
        by = economics.growth_by
        yield Hit(
            f"The growth goal was for {on(by)}, {days(facts.age(by))} ago.",
            economics.place_of("growth_by"),
            days=facts.age(by),
        )


MONEY = (
    no_goal,
    goal_open,
    door_opens,
    blank_space,
    pays_late,
    old_value,
    held_without_gain,
    undated_goal,
)
