"""Conditions about people: who of ours and theirs has talked, and what they think of us."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.ground import HALF_YEAR, YEAR, Ground, Test, Truth, every
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.sponsors import is_executive, ours_is_executive
from sam_gen.model.claims import Basis
from sam_gen.model.conditions import Condition
from sam_gen.model.people import FINANCE, SeesUs, Support
from sam_gen.model.scalars import key_of


def _team(least: int) -> Test:
    return lambda g: len(g.team) >= least if g.team else None


def _same_two_talks(g: Ground) -> Truth:
    """Needs two talks; which of ours were there does not matter."""
    if len(g.talks) < 2:
        return False
    first, second = ({key_of(one) for one in talk.theirs} for talk in g.talks[:2])
    return bool(first) and first == second


def _one_level(g: Ground) -> Truth:
    """Not told apart where somebody in touch has no level."""
    if not g.live.pairs:
        return False
    talked = {pair.theirs for pair in g.live.pairs}
    blank = any(who.person.level is None for who in g.people if who.person.key in talked)
    return False if len(g.live.levels) > 1 else None if blank else len(g.live.levels) == 1


def _one_function(g: Ground) -> Truth:
    if not g.live.pairs:
        return False
    talked = {pair.theirs for pair in g.live.pairs}
    blank = any(who.person.function is None for who in g.people if who.person.key in talked)
    return False if len(g.live.functions) > 1 else None if blank else len(g.live.functions) == 1


def _level_without_tie(g: Ground) -> Truth:
    levels = {key_of(who.person.level) for who in g.people if who.person.level}
    return bool(levels - g.live.levels) if levels else None


def _lead_in_every_talk(g: Ground) -> Truth:
    lead, lately = key_of(g.account.lead), [talk for talk in g.talks if g.age(talk.date) <= YEAR]
    return len(lately) > 1 and bool(lead) and all(lead in map(key_of, talk.ours) for talk in lately)


def _key_player_silent(g: Ground) -> Truth:
    return any(who.freshness is Freshness.STALE for who in g.keys)


def _new_in_the_job(g: Ground) -> Truth:
    dated = [who.person.since for who in g.people if who.person.since]
    return any(0 <= g.age(since) <= YEAR for since in dated) if dated else None


def _finance(g: Ground) -> list[Standing] | None:
    known = any(one.id == FINANCE for one in g.playbook.method.people.functions)
    return [who for who in g.people if key_of(who.person.function) == FINANCE] if known else None


def _finance_met(g: Ground) -> Truth:
    theirs = _finance(g)
    return None if theirs is None else any(who in g.in_touch for who in theirs)


def _finance_not_met(g: Ground) -> Truth:
    theirs = _finance(g)
    return None if theirs is None else not any(who.last_talk for who in theirs)


def _nobody_higher_named(g: Ground) -> Truth:
    """Cannot be told while nobody is in touch, or while nobody in touch has a level; an executive is high enough."""
    if any(is_executive(who, g.playbook.method.people) for who in g.in_touch):
        return False
    rank = {level.id: at for at, level in enumerate(g.playbook.method.people.levels)}
    touched = [rank[key_of(who.person.level)] for who in g.in_touch if key_of(who.person.level) in rank]
    known = [rank[key_of(who.person.level)] for who in g.people if key_of(who.person.level) in rank]
    return min(known) >= min(touched) if touched else None


def _executive_not_met(g: Ground) -> Truth:
    tops = _our_executives(g)
    return not any(key_of(one) in tops for talk in g.talks for one in talk.ours) if tops else None


def _executive_visit_ahead(g: Ground) -> Truth:
    tops = _our_executives(g)
    return any(key_of(one) in tops for meeting in meetings_to_come(g.account, g.as_of) for one in meeting.ours)


def _our_executives(g: Ground) -> frozenset[str]:
    model = g.playbook.method.people
    return frozenset(one.id for one in g.playbook.team if ours_is_executive(one, model))


# What they think of us ------------------------------------------------------------------


def _feedback(g: Ground) -> list[datetime.date]:
    return [one.date for one in g.account.feedback if one.date <= g.as_of]


def _nobody_asked(g: Ground) -> Truth:
    return all(g.age(day) > HALF_YEAR for day in _feedback(g))


def _no_complaint(g: Ground) -> Truth:
    wished = [one.date for one in g.account.feedback if one.wants and one.date <= g.as_of]
    return all(g.age(day) > YEAR for day in wished)


def _settled_without_talk(g: Ground) -> Truth:
    settled = [one for one in g.account.feedback if one.settled and 0 <= g.age(one.settled) <= YEAR and one.who]
    last = {who.person.key: who.last_talk for who in g.people if who.last_talk}
    return any(last.get(key_of(one.who), datetime.date.min) < one.settled for one in settled if one.settled)


def _executive_waits(g: Ground) -> Truth:
    tops = {who.person.key for who in g.people if is_executive(who, g.playbook.method.people)}
    return any(key_of(one.who) in tops for one in unsettled(g.account, g.as_of))


def _no_view_confirmed(g: Ground) -> Truth:
    told = any(who.sees_us_as and who.sees_us_as.basis is Basis.CLIENT_CONFIRMED for who in g.keys)
    return not told and not any(one.said for one in g.account.feedback if one.date <= g.as_of)


def _views(g: Ground) -> list[SeesUs]:
    return [who.sees_us_as.value for who in g.keys if who.sees_us_as]


def _seen_as_commodity(g: Ground) -> Truth:
    views = _views(g)
    return SeesUs.COMMODITY in views if views else None


def _views_far_apart(g: Ground) -> Truth:
    order, views = list(SeesUs), _views(g)
    steps = [order.index(view) for view in views]
    return max(steps) - min(steps) >= 2 if len(steps) > 1 else None


def _no_critic(g: Ground) -> Truth:
    against = (Support.DOUBTER, Support.OPPONENT)
    return every(who.support.value not in against for who in g.people if who.support)


TESTS: Mapping[Condition, Test] = {
    Condition.TEAM_OF_SEVERAL: _team(2),
    Condition.TEAM_OF_SIX: _team(6),
    Condition.TALKS_ON_FILE: lambda g: bool(g.met),
    Condition.SAME_TWO_TALKS: _same_two_talks,
    Condition.TWO_OF_THEIRS_MET: lambda g: len(g.met) > 1,
    Condition.ONE_PAIR_ALONE: lambda g: len(g.live.pairs) == 1,
    Condition.THREE_PAIRS: lambda g: len(g.live.pairs) >= 3,
    Condition.PAIRS_ON_ONE_LEVEL: _one_level,
    Condition.ONE_FUNCTION_MET: _one_function,
    Condition.LEVEL_WITHOUT_TIE: _level_without_tie,
    Condition.LEAD_IN_EVERY_TALK: _lead_in_every_talk,
    Condition.KEY_PLAYER_SILENT: _key_player_silent,
    Condition.NEW_IN_THE_JOB: _new_in_the_job,
    Condition.FINANCE_MET: _finance_met,
    Condition.FINANCE_NOT_MET: _finance_not_met,
    Condition.NOBODY_HIGHER_NAMED: _nobody_higher_named,
    Condition.CONTACT_AIMS_UNKNOWN: lambda g: any(not who.person.cares_about for who in g.in_touch),
    Condition.EXECUTIVE_PAIR: lambda g: bool(g.account.sponsors),
    Condition.EXECUTIVE_NOT_MET: _executive_not_met,
    Condition.EXECUTIVE_VISIT_AHEAD: _executive_visit_ahead,
    Condition.NOBODY_ASKED_HALF_YEAR: _nobody_asked,
    Condition.NO_COMPLAINT_FOR_A_YEAR: _no_complaint,
    Condition.SETTLED_WITHOUT_TALK: _settled_without_talk,
    Condition.EXECUTIVE_WAITS: _executive_waits,
    Condition.NO_VIEW_CONFIRMED: _no_view_confirmed,
    Condition.SEEN_AS_COMMODITY: _seen_as_commodity,
    Condition.VIEWS_FAR_APART: _views_far_apart,
    Condition.NO_CRITIC: _no_critic,
}
"""By condition, what decides it; `model/conditions.SAID` has it in words."""
