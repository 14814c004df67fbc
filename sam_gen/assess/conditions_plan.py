"""Conditions about where we stand, what we know of them, and what is open between us."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.assess.evidence_debt import debt
from sam_gen.assess.ground import HALF_YEAR, MONTH, Ground, Test, Truth, every
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.map_status import decides
from sam_gen.assess.plan import open_objectives, validations
from sam_gen.assess.position import rank
from sam_gen.assess.reviews import past_reviews
from sam_gen.model.account import Account
from sam_gen.model.conditions import Condition
from sam_gen.model.plan import Initiative
from sam_gen.model.scalars import key_of

_TALKS_NEWER = 3
_OPEN_MOST = 10
_OBJECTIVES_MOST = 3


def _wish_above_today(g: Ground) -> Truth:
    wish, today = g.found.said.desired_stage, g.found.today
    return rank(g.playbook, wish) > rank(g.playbook, today) if wish and today else None


def _half_in_debt(g: Ground) -> Truth:
    found = debt(g.account, g.playbook, g.as_of)
    return 2 * len(found.owed) >= len(found.claims) if found.claims else None


def _file_older_than_talks(g: Ground) -> Truth:
    day = g.account.as_of
    return sum(talk.date > day for talk in g.talks) >= _TALKS_NEWER if day else None


def newest_line(one: Initiative, account: Account, as_of: datetime.date) -> datetime.date | None:
    """Return the newest day on which something was noted of an initiative; None where nothing has a day."""
    days = [one.as_of or account.as_of, *(voice.as_of for voice in one.voices)]
    days += [value.as_of for value in account.value if key_of(value.for_) == one.key]
    return max((day for day in days if day and day <= as_of), default=None)


def quiet_initiative(account: Account, as_of: datetime.date) -> Initiative | None:
    """Return the initiative that nobody has noted anything of for longest, if that is half a year or more."""
    dated = [(newest_line(one, account, as_of), one) for one in account.initiatives]
    old = [(day, at, one) for at, (day, one) in enumerate(dated) if day and (as_of - day).days >= HALF_YEAR]
    return min(old, key=lambda entry: entry[:2])[2] if old else None


def _initiative_quiet(g: Ground) -> Truth:
    return quiet_initiative(g.account, g.as_of) is not None if g.account.initiatives else None


def _business_news_old(g: Ground) -> Truth:
    days = [newest_line(one, g.account, g.as_of) for one in g.account.initiatives]
    return every(g.age(day) > MONTH for day in days if day)


def _no_date_of_theirs(g: Ground) -> Truth:
    ahead = any(one.due and one.due >= g.as_of for one in g.account.initiatives)
    steps = any(item.due and item.due >= g.as_of for item in g.items if not g.is_ours(item))
    return not ahead and not steps


def _initiatives_all_served(g: Ground) -> Truth:
    objectives = open_objectives(g.account, g.as_of)
    served = {key_of(one.for_) for one in objectives} | {key_of(one.for_) for one in g.opportunities}
    return every(one.key in served for one in g.account.initiatives)


# Steps and promises ---------------------------------------------------------------------


def _promises(g: Ground) -> list[Item]:
    return [item for item in g.items if item.kind is ItemKind.PROMISE and g.is_ours(item)]


def _late(g: Ground) -> list[Item]:
    return [item for item in g.items if item.overdue and g.is_ours(item)]


def _promise_late(g: Ground) -> Truth:
    return any(item.overdue for item in _promises(g))


def _promise_late_or_wish_open(g: Ground) -> Truth:
    return _promise_late(g) or bool(unsettled(g.account, g.as_of))


def _no_promise_of_ours(g: Ground) -> Truth:
    return not any(one.by is None or key_of(one.by) in g.ours for one in g.account.promises)


def _two_steps_late(g: Ground) -> Truth:
    return sum(item.kind is not ItemKind.PROMISE for item in _late(g)) > 1


def _lead_step_stuck(g: Ground) -> Truth:
    lead = key_of(g.account.lead)
    return any(key_of(item.owner) == lead and -(item.days or 0) >= MONTH for item in _late(g)) if lead else None


def _late_steps_all_ours(g: Ground) -> Truth:
    late = [item for item in g.items if item.overdue]
    return bool(late) and all(g.is_ours(item) for item in late)


def _measure_without_baseline(g: Ground) -> Truth:
    measures = [measure for one in open_objectives(g.account, g.as_of) for measure in one.measures]
    return any(measure.baseline is None for measure in measures) if measures else None


def _plan_seen_below_only(g: Ground) -> Truth:
    read = {key_of(one.who) for one in validations(g.account, g.as_of)}
    model = g.playbook.method.people
    return bool(read) and not any(decides(who, model) for who in g.people if who.person.key in read)


def _review_without_decision(g: Ground) -> Truth:
    past = past_reviews(g.account, g.as_of)
    return not past[0].decisions if past else None


TESTS: Mapping[Condition, Test] = {
    Condition.OWN_VIEW_ABOVE_EVIDENCE: lambda g: None if g.found.gap is None else g.found.gap > 0,
    Condition.WISH_ABOVE_TODAY: _wish_above_today,
    Condition.HALF_IN_DEBT: _half_in_debt,
    Condition.FILE_OLDER_THAN_TALKS: _file_older_than_talks,
    Condition.NO_LINE_ON_BUSINESS: lambda g: not (g.account.business and g.account.business.summary),
    Condition.BUSINESS_NEWS_OLD: _business_news_old,
    Condition.NO_DATE_OF_THEIRS: _no_date_of_theirs,
    Condition.INITIATIVE_QUIET: _initiative_quiet,
    Condition.INITIATIVES_ALL_SERVED: _initiatives_all_served,
    Condition.NO_REASON_FOR_CHOOSING: lambda g: not (g.account.selection and g.account.selection.reason),
    Condition.PROMISE_LATE: _promise_late,
    Condition.PROMISE_LATE_OR_WISH_OPEN: _promise_late_or_wish_open,
    Condition.PROMISE_OPEN: lambda g: bool(_promises(g)),
    Condition.NO_PROMISE_OF_OURS: _no_promise_of_ours,
    Condition.TWO_STEPS_LATE: _two_steps_late,
    Condition.LEAD_STEP_STUCK: _lead_step_stuck,
    Condition.STEPS_OVER_TEN: lambda g: len(g.items) > _OPEN_MOST,
    Condition.STEP_OF_THEIRS: lambda g: any(not g.is_ours(item) for item in g.items),
    Condition.STEPS_ALL_OURS: lambda g: every(g.is_ours(item) for item in g.items),
    Condition.LATE_STEPS_ALL_OURS: _late_steps_all_ours,
    Condition.OBJECTIVES_OVER_THREE: lambda g: len(open_objectives(g.account, g.as_of)) > _OBJECTIVES_MOST,
    Condition.MEASURE_WITHOUT_BASELINE: _measure_without_baseline,
    Condition.PLAN_SEEN_BELOW_ONLY: _plan_seen_below_only,
    Condition.REVIEW_WITHOUT_DECISION: _review_without_decision,
}
"""By condition, what decides it; `model/conditions.SAID` has it in words."""
