"""Conditions about opportunities, money, contracts and benefits."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from sam_gen.assess.ground import QUARTER, YEAR, Ground, Test, Truth, every
from sam_gen.assess.map_status import decides
from sam_gen.assess.opportunities import judged
from sam_gen.assess.plan import Track, contract_ends, open_objectives, tracked
from sam_gen.model.care import Direction, ValueKind, ValueStatus
from sam_gen.model.conditions import Condition
from sam_gen.model.footprint import HeldBy
from sam_gen.model.plan import Link, Opportunity, OpportunityClass, OpportunityKind, Outcome

_MOVED = Decimal("0.1")
_COSTLY = 2
"""From this strength on a tie is costly to cut: model/care.Dependence."""
_MANY = 5
_WEEK = 7
_LATE_LINKS = (Link.USE, Link.ORDER, Link.EVALUATE)


def _work_on_file(g: Ground) -> Truth:
    cells = any(cell.held_by is HeldBy.US or (cell.ours or 0) > 0 for cell in g.account.footprint)
    money = g.account.economics
    return cells or bool(g.benefits) or any(one.amount > 0 for one in (money.revenue if money else ()))


def _without_initiative(g: Ground) -> Truth:
    """What keeps the business we have serves none, and is no white space of ours: they asked for it once."""
    kept = g.playbook.method.priorities.no_growth
    return any(one.for_ is None and one.kind not in kept for one in g.opportunities)


def _open_for_long(g: Ground) -> Truth:
    days = [one.heard for one in g.opportunities if one.heard]
    return any(g.age(day) >= QUARTER for day in days) if days or not g.opportunities else None


def _heard_at_the_order(g: Ground) -> Truth:
    return every(one.entered_at in _LATE_LINKS for one in g.account.opportunities if one.entered_at)


def _open_as(g: Ground) -> list[Opportunity]:
    rows = judged(g.account, g.playbook, g.as_of)
    return [one.opportunity for one in rows if one.class_ is OpportunityClass.A]


def _a_waits_unsigned(g: Ground) -> Truth:
    model = g.playbook.method.people
    return bool(_open_as(g)) and not any(decides(who, model) for who in g.in_touch)


def _ended(g: Ground, *how: Outcome) -> list[Opportunity]:
    every_ = (one for one in g.account.opportunities if one.outcome in how)
    return [one for one in every_ if one.closed is None or one.closed <= g.as_of]


def _nothing_dropped(g: Ground) -> Truth:
    return bool(g.account.opportunities) and not _ended(g, Outcome.DROPPED)


def _no_rival_named(g: Ground) -> Truth:
    return not any(cell.held_by is HeldBy.COMPETITOR and cell.competitor for cell in g.account.footprint)


def _volume_moved(g: Ground) -> Truth:
    """Compare the last two years that are over or running; one year tells nothing."""
    years = g.account.economics.revenue if g.account.economics else ()
    past = sorted((one for one in years if one.year <= g.as_of.year), key=lambda one: one.year)[-2:]
    if len(past) < 2 or not past[0].amount:
        return None
    return abs(past[1].amount - past[0].amount) >= past[0].amount * _MOVED


def _margin_unknown(g: Ground) -> Truth:
    money = g.account.economics
    return money.margin is None if money and money.revenue else None


def _pays_late(g: Ground) -> Truth:
    money = g.account.economics
    if money is None or money.agreed_days is None or money.days_to_pay is None:
        return None
    return money.days_to_pay - money.agreed_days > _WEEK


def last_ended(g: Ground) -> datetime.date | None:
    """Return the last day on which a contract of ours ended or a renewal was won; None where none has a day."""
    days = [cell.until for cell in g.account.footprint if cell.held_by is HeldBy.US]
    days += [one.closed for one in _ended(g, Outcome.WON) if one.kind is OpportunityKind.RENEW]
    return max((day for day in days if day and day < g.as_of), default=None)


def _contract_ended(g: Ground) -> Truth:
    over = any(cell.until and cell.until < g.as_of for cell in g.account.footprint if cell.held_by is HeldBy.US)
    return over or any(one.kind is OpportunityKind.RENEW for one in _ended(g, Outcome.WON))


def _ends_within_year(g: Ground) -> Truth:
    ends = contract_ends(g.account, g.as_of)
    return any(-g.age(until) <= YEAR for until, _, _ in ends)


def _no_renewal_planned(g: Ground) -> Truth:
    return not any(one.kind in (OpportunityKind.RENEW, OpportunityKind.DEFEND) for one in g.opportunities)


# Benefits and ties ----------------------------------------------------------------------


def _only_claimed(g: Ground) -> Truth:
    return bool(g.benefits) and all(one.status is ValueStatus.CLAIMED for one in g.benefits)


def _none_confirmed(g: Ground) -> Truth:
    return bool(g.benefits) and not any(one.status is ValueStatus.CONFIRMED for one in g.benefits)


def _benefit_year_old(g: Ground) -> Truth:
    days: list[datetime.date] = [one.as_of for one in g.benefits if one.as_of]
    return any(g.age(day) > YEAR for day in days) if days or not g.benefits else None


def _successes_only(g: Ground) -> Truth:
    disputed = any(one.status is ValueStatus.DISPUTED for one in g.benefits)
    measures = (measure for one in open_objectives(g.account, g.as_of) for measure in one.measures)
    off = any(tracked(measure, g.as_of).track is Track.OFF for measure in measures)
    return bool(g.benefits) and not disputed and not off


def _depends(direction: Direction, least: int) -> Test:
    def test(g: Ground) -> Truth:
        ties = [one for one in g.account.dependence if one.direction is direction]
        enough = sum((one.strength or 0) >= _COSTLY for one in ties) >= least
        return enough if g.account.dependence else None

    return test


TESTS: Mapping[Condition, Test] = {
    Condition.WORK_ON_FILE: _work_on_file,
    Condition.OPPORTUNITY_WITHOUT_INITIATIVE: _without_initiative,
    Condition.OPPORTUNITY_OPEN_THREE_MONTHS: _open_for_long,
    Condition.HEARD_AT_THE_ORDER: _heard_at_the_order,
    Condition.A_WITH_SPONSOR: lambda g: any(one.sponsor for one in _open_as(g)),
    Condition.A_WAITS_UNSIGNED: _a_waits_unsigned,
    Condition.DEAL_CLOSED: lambda g: bool(_ended(g, Outcome.WON, Outcome.LOST)),
    Condition.LOST_LIST_EMPTY: lambda g: not _ended(g, Outcome.LOST),
    Condition.NOTHING_DROPPED: _nothing_dropped,
    Condition.NO_RIVAL_NAMED: _no_rival_named,
    Condition.VOLUME_MOVED: _volume_moved,
    Condition.MARGIN_UNKNOWN: _margin_unknown,
    Condition.PAYS_LATE: _pays_late,
    Condition.CONTRACT_RUNNING: lambda g: bool(contract_ends(g.account, g.as_of)),
    Condition.CONTRACT_ENDED: _contract_ended,
    Condition.CONTRACT_ENDS_WITHIN_YEAR: _ends_within_year,
    Condition.NO_RENEWAL_PLANNED: _no_renewal_planned,
    Condition.BENEFIT_ON_FILE: lambda g: bool(g.benefits),
    Condition.BENEFITS_OVER_FIVE: lambda g: len(g.benefits) > _MANY,
    Condition.BENEFITS_ONLY_CLAIMED: _only_claimed,
    Condition.NO_BENEFIT_CONFIRMED: _none_confirmed,
    Condition.BENEFIT_YEAR_OLD: _benefit_year_old,
    Condition.SAVING_CLAIMED: lambda g: any(one.kind is ValueKind.SAVE_MONEY for one in g.benefits),
    Condition.SUCCESSES_ONLY: _successes_only,
    Condition.CLIENT_DEPENDS_ON_US: _depends(Direction.CLIENT_ON_US, 2),
    Condition.WE_DEPEND_ON_CLIENT: _depends(Direction.US_ON_CLIENT, 1),
}
"""By condition, what decides it; `model/conditions.SAID` has it in words."""
