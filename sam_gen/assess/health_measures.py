"""The six measures of health: each becomes a score of 0 to 100 from the file, or none with the question to ask."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from sam_gen.assess.coverage import within
from sam_gen.assess.health_relationship import ties
from sam_gen.assess.plan import contract_ends, open_objectives
from sam_gen.assess.readable import count, on, share
from sam_gen.assess.scores import Coming, Points, between, not_due, of_points, score
from sam_gen.assess.value import Kept, Outcome, Side, benefits, promises
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.care import Value, ValueStatus
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.plan import Initiative, Objective
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.model.standing import DirectionScoring
from sam_gen.model.wording import Wording

METHOD = "health"
Rule = Callable[[Account, Playbook, datetime.date], Figure]


# Outcomes --------------------------------------------------------------------------


def _outcomes(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """The firmest benefit of the last year; with a disputed one beside it, the mean of the two."""
    rules = playbook.method.health.outcomes
    earns = {
        ValueStatus.CONFIRMED: rules.confirmed,
        ValueStatus.MEASURED: rules.measured,
        ValueStatus.CLAIMED: rules.claimed,
        ValueStatus.DISPUTED: rules.disputed,
    }
    live, old = _by_age(account, rules.lasts, as_of)
    if not live:
        ask = (
            f"Does this still hold: {old[0].what}?"
            if old
            else "What has got better in their own figures, and who says so?"
        )
        return score(None, [_aged(value) for value in old], ask, METHOD)
    firmest = max(live, key=lambda value: earns[value.status])
    doubted = [value for value in live if value.status is ValueStatus.DISPUTED and value is not firmest]
    counted = [firmest, *doubted[:1]]
    reasons = [
        Reason(f"{playbook.words.within(value.status)}: {value.what}", value.place, counts=value in counted)
        for value in (*counted, *(one for one in live if one not in counted))
    ]
    return score(sum(earns[value.status] for value in counted) / len(counted), [*reasons, *map(_aged, old)], "", METHOD)


def _by_age(account: Account, lasts: int, as_of: datetime.date) -> tuple[list[Value], list[Value]]:
    """Divide the benefits into those that still count and those to be asked again; one without any day is old."""
    live: list[Value] = []
    old: list[Value] = []
    for value in benefits(account, as_of):
        day = value.as_of or account.as_of
        (live if day and within(day, lasts, as_of) else old).append(value)
    return live, old


def _aged(value: Value) -> Reason:
    since = f"of {on(value.as_of)}" if value.as_of else "without a day"
    return Reason(f"ask again, {since}: {value.what}", value.place, counts=False)


# Relationships ---------------------------------------------------------------------


def _relationship(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """Key players with a live tie, levels reached, a decider for us, no single thread."""
    ask = "Who decides there, who speaks for us, and when did we last talk with each?"
    return of_points(ties(account, playbook, as_of), playbook.method.health.unknown_most, ask, METHOD)


# What they say of us -----------------------------------------------------------------


def _voice(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """The age of the newest answer, and whether what they wanted is settled."""
    rules = playbook.method.health.voice
    past = sorted((one for one in account.feedback if one.date <= as_of), key=lambda one: (one.date, one.place))
    if not past:
        return score(None, (), "What do they say when we ask how we are doing?", METHOD)
    newest, age = past[-1], (as_of - past[-1].date).days
    earned = 100 if age <= rules.fresh_for else rules.late if age < rules.old_from else rules.old
    wishes = unsettled(account, as_of)
    most = 100
    if wishes:
        old = (as_of - wishes[0].date).days > rules.settle_within
        most = rules.unsettled_most if old else rules.open_most
    reasons = [Reason(f"not settled since {on(one.date)}: {one.wants}", one.place) for one in wishes]
    asked = Reason(f"last asked {count(age, 'day', 'days')} ago", newest.place)
    return score(min(earned, most), [*reasons, asked], "", METHOD)


def unsettled(account: Account, as_of: datetime.date) -> tuple[Feedback, ...]:
    """Return what they wanted and have not got by that day, the oldest first."""
    open_ = (
        one
        for one in account.feedback
        if one.wants and one.date <= as_of and (one.settled is None or one.settled > as_of)
    )
    return tuple(sorted(open_, key=lambda one: (one.date, one.place)))


# Delivery --------------------------------------------------------------------------


def judged_promises(account: Account, playbook: Playbook, looks_back: int, as_of: datetime.date) -> tuple[Kept, ...]:
    """Return our promises that had to be kept in the days looked back on, and every one still late."""
    found = (one for one in promises(account, playbook, as_of) if one.side is Side.OURS)
    return tuple(one for one in found if one.outcome is not Outcome.OPEN and _counts(one, looks_back, as_of))


def promises_to_come(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Coming, ...]:
    """Return the open promises of ours whose day has not passed."""
    found = (one for one in promises(account, playbook, as_of) if one.side is Side.OURS)
    return tuple(
        Coming(one.promise.due, one.promise.what, one.promise.place)
        for one in found
        if one.outcome is Outcome.OPEN and one.promise.due
    )


def _counts(one: Kept, looks_back: int, as_of: datetime.date) -> bool:
    days = (day for day in (one.promise.due, one.promise.kept) if day)
    return one.outcome is Outcome.LATE or any(within(day, looks_back, as_of) for day in days)


def _delivery(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """The share of our promises kept by their day; a promise to one of theirs that is overdue holds it down."""
    rules = playbook.method.health.delivery
    judged = judged_promises(account, playbook, rules.looks_back, as_of)
    if not judged:
        coming = promises_to_come(account, playbook, as_of)
        return not_due(coming, "What did we promise them, and by when?", METHOD)
    ours = {colleague.id for colleague in playbook.team}
    kept = [one for one in judged if one.outcome is Outcome.KEPT]
    late = [one for one in judged if one.outcome is Outcome.LATE and key_of(one.promise.to) not in ours]
    earned = between(100 * len(kept) / len(judged), rules.none_at, rules.full_at)
    reasons = [
        Reason(f"overdue by {count(-(one.days or 0), 'day', 'days')}: {one.promise.what}", one.promise.place)
        for one in late
    ]
    rate = f"{share(len(kept), len(judged), 'promise', 'promises')} of ours kept by the day"
    rated = Reason(rate, account.place_of("promises"))
    return score(min(earned, rules.overdue_most) if late else earned, [*reasons, rated], "", METHOD)


# Commercial footing ------------------------------------------------------------------


def _commercial(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """The nearest contract end, days to pay against those agreed, and our revenue year on year."""
    parts = (_term(account, playbook, as_of), _payment(account, playbook), _trend(account, playbook, as_of))
    ask = "When does the contract end, do they pay as agreed, what did we earn last year?"
    return of_points(parts, playbook.method.health.unknown_most, ask, METHOD)


def _term(account: Account, playbook: Playbook, as_of: datetime.date) -> Points:
    rules, ends = playbook.method.health.commercial, contract_ends(account, as_of)
    if not ends:
        where = account.place_of("footprint")
        return Points(rules.term, None, Reason("end of a contract with us: not known yet", where, counts=False))
    day, _, place = ends[0]
    left = (day - as_of).days
    share = between(left, playbook.method.windows.contract_ahead, rules.term_full) / 100
    return Points(
        rules.term, share, Reason(f"the nearest contract with us ends in {count(left, 'day', 'days')}", place)
    )


def _payment(account: Account, playbook: Playbook) -> Points:
    rules, money = playbook.method.health.commercial, account.economics
    if money is None or money.days_to_pay is None or money.agreed_days is None:
        where = account.place_of("economics")
        return Points(rules.payment, None, Reason("days to pay: not known yet", where, counts=False))
    delay = money.days_to_pay - money.agreed_days
    text = f"they pay after {count(money.days_to_pay, 'day', 'days')}, {money.agreed_days} agreed"
    return Points(
        rules.payment, between(delay, rules.payment_none, 0) / 100, Reason(text, money.place_of("days_to_pay"))
    )


def revenue_change(account: Account, as_of: datetime.date) -> tuple[int, float] | None:
    """Return the newest whole year and its change in per cent against the year before; None if either is missing.

    A year that is still running is not compared; two years after its end a comparison is history.
    """
    amounts = {one.year: one.amount for one in account.economics.revenue} if account.economics else {}
    years = [year for year in amounts if as_of.year - 2 <= year < as_of.year and amounts.get(year - 1)]
    if not years:
        return None
    newest = max(years)
    return newest, float(100 * (amounts[newest] - amounts[newest - 1]) / amounts[newest - 1])


def _trend(account: Account, playbook: Playbook, as_of: datetime.date) -> Points:
    rules, change = playbook.method.health.commercial, revenue_change(account, as_of)
    if change is None or account.economics is None:
        where = account.place_of("economics")
        return Points(rules.trend, None, Reason("our revenue of two whole years: not known yet", where, counts=False))
    year, per_cent = change
    text = f"our revenue of {year} {_said(per_cent)} the year before"
    share = between(per_cent, rules.trend_none, rules.trend_full) / 100
    return Points(rules.trend, share, Reason(text, account.economics.place_of("revenue")))


def _said(per_cent: float) -> str:
    if not round(per_cent):
        return "is that of"
    return f"lies {abs(per_cent):.0f}% {'above' if per_cent > 0 else 'below'}"


# Direction -------------------------------------------------------------------------


def _direction(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """The mean of what the initiative behind each open objective earns."""
    rules, still = playbook.method.health.direction, open_objectives(account, as_of)
    if not still:
        return score(None, (), "What do both sides want to have reached, and for which of their initiatives?", METHOD)
    by_key = {one.key: one for one in account.initiatives}
    served = [(one, by_key.get(key_of(one.for_)) if one.for_ else None) for one in still]
    earned = [(_earned(initiative, account, rules, as_of), one, initiative) for one, initiative in served]
    reasons = [
        _serves(objective, initiative, worth, playbook.words)
        for worth, objective, initiative in sorted(earned, key=lambda entry: entry[0])
    ]
    return score(sum(worth for worth, _, _ in earned) / len(earned), reasons, "", METHOD)


def _earned(initiative: Initiative | None, account: Account, rules: DirectionScoring, as_of: datetime.date) -> int:
    if initiative is None:
        return rules.nothing
    day = initiative.as_of or account.as_of
    if day is None or not within(day, rules.lasts, as_of):
        return rules.assumed
    return {
        Basis.CLIENT_CONFIRMED: rules.confirmed,
        Basis.OBSERVED: rules.observed,
        Basis.ASSUMED: rules.assumed,
    }[initiative.basis]


def _serves(objective: Objective, initiative: Initiative | None, worth: int, words: Wording) -> Reason:
    what = "serves none of their initiatives"
    if initiative:
        what = f"serves “{initiative.name}”, {words.within(initiative.basis)}, {worth}"
    return Reason(f"“{objective.name}” {what}", objective.place, counts=worth > 0)


RULES: Mapping[str, Rule] = {
    "outcomes": _outcomes,
    "relationship": _relationship,
    "voice": _voice,
    "delivery": _delivery,
    "commercial": _commercial,
    "direction": _direction,
}
"""By the id of the measure; a measure of another id is only asked."""
