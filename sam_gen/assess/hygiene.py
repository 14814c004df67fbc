"""How well we keep the plan: our own discipline, from our files alone, as one number that is never added to health."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sam_gen.assess.claims import held
from sam_gen.assess.coverage import within
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.health_measures import judged_promises, promises_to_come
from sam_gen.assess.people import tier_of
from sam_gen.assess.plan import validations
from sam_gen.assess.position import PLAN_SHOWN, signs
from sam_gen.assess.readable import count, named, share
from sam_gen.assess.reviews import rhythms
from sam_gen.assess.scores import Coming, Scored, Whole, band, between, mean, not_due, score
from sam_gen.assess.value import Outcome
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.people import Person
from sam_gen.model.place import Place
from sam_gen.model.plan import Action
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.model.standing import Care, HygieneMeasure, SectionAsked

METHOD = "hygiene"


def hygiene(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """Return how well the plan is kept, 0 to 100, with its parts as reasons."""
    return hygiene_of(account, playbook, as_of).figure(METHOD)


def hygiene_of(account: Account, playbook: Playbook, as_of: datetime.date) -> Whole:
    """Return every part with its score, the number and its band."""
    model = playbook.method.hygiene
    parts = tuple(_scored(measure, account, playbook, as_of) for measure in model.measures)
    value, known = mean([(part.weight, part.figure.value) for part in parts], model.unknown_most)
    return Whole(parts, value, known, band(value, model.good_from, model.watch_from))


def _scored(measure: HygieneMeasure, account: Account, playbook: Playbook, as_of: datetime.date) -> Scored:
    rule = _RULES.get(measure.id)
    figure = rule(account, playbook, as_of) if rule else Figure(None, "of 100", 0.0, (), METHOD)
    asks = replace(figure, ask=measure.asks if figure.ask is None else figure.ask) if figure.value is None else figure
    return Scored(measure.id, measure.name, measure.weight, asks)


def _freshness(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    model = playbook.method.hygiene
    if account.as_of is None or account.as_of > as_of:
        return score(None, (), "When did somebody last go through the whole file? Write it as as_of:.", METHOD)
    age = (as_of - account.as_of).days
    reason = Reason(f"the file was gone through {count(age, 'day', 'days')} ago", account.place_of("as_of"))
    return score(between(age, model.file_old, model.file_fresh), [reason], "", METHOD)


# Completeness ------------------------------------------------------------------------


def _completeness(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    del as_of
    asked = sections(account, playbook)
    if not asked:
        return score(
            None, (), "Which sections should a file of this tier have? Name them in models/hygiene.yml.", METHOD
        )
    empty = [field for field in asked if not filled(account, field)]
    text = f"{share(len(asked) - len(empty), len(asked), 'section', 'sections')} filled"
    missing = f"; empty: {', '.join(empty)}" if empty else ""
    return score(100 * (len(asked) - len(empty)) / len(asked), [Reason(f"{text}{missing}", account.place)], "", METHOD)


def sections(account: Account, playbook: Playbook) -> tuple[str, ...]:
    """Return the sections that the tier of an account asks for; without a tier, those of the least care."""
    tiers = [tier.id for tier in playbook.settings.tiers]
    tier = tier_of(account, playbook)
    at = tiers.index(tier.id) if tier else len(tiers) - 1
    return tuple(one.field for one in playbook.method.hygiene.sections if _asked(one, tiers, at))


def _asked(one: SectionAsked, tiers: list[str], at: int) -> bool:
    if one.tiers:
        return tiers[at] in {key_of(reference) for reference in one.tiers}
    if one.care is Care.MOST:
        return at == 0
    return one.care is Care.EVERY or at < len(tiers) - 1 or at == 0


def filled(account: Account, field: str) -> bool:
    """Whether a section has anything in it; a dot leads one level down."""
    value: object = account
    for name in field.split("."):
        value = getattr(value, name, None)
    return bool(value)


# Kept in time ------------------------------------------------------------------------


def _actions(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    back = playbook.method.hygiene.looks_back
    judged = [one for one in account.actions if _was_due(one, back, as_of)]
    if not judged:
        coming = [
            Coming(one.due, one.what, one.place)
            for one in account.actions
            if one.due and one.due >= as_of and (one.done is None or one.done > as_of)
        ]
        return not_due(coming, "What is the next step, who does it, and by when?", METHOD)
    good = [one for one in judged if one.done and one.due and one.done <= min(one.due, as_of)]
    late = [one for one in judged if one.done is None or one.done > as_of]
    reasons = [Reason(f"late: {one.what}", one.place, counts=False) for one in late]
    first = Reason(f"{share(len(good), len(judged), 'step', 'steps')} done by the day", account.place_of("actions"))
    return score(100 * len(good) / len(judged), [first, *reasons], "", METHOD)


def _was_due(one: Action, looks_back: int, as_of: datetime.date) -> bool:
    """Whether its day fell into the days looked back on, or has passed and it is still open; done early counts too."""
    if one.due is None:
        return False
    done = one.done is not None and one.done <= as_of
    if one.due >= as_of:
        return done
    return not done or within(one.due, looks_back, as_of)


def _promises(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    judged = judged_promises(account, playbook, playbook.method.hygiene.looks_back, as_of)
    if not judged:
        coming = promises_to_come(account, playbook, as_of)
        return not_due(coming, "What did we promise at the last talk, and by when?", METHOD)
    good = sum(one.outcome is Outcome.KEPT for one in judged)
    text = f"{share(good, len(judged), 'promise', 'promises')} kept by the day"
    return score(100 * good / len(judged), [Reason(text, account.place_of("promises"))], "", METHOD)


def _cadence(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    del playbook
    judged = rhythms(account, as_of)
    if not any(one.due for one in judged):
        return score(None, (), "Who looks at this plan, and how often?", METHOD)
    kept = [one for one in judged if one.due and not one.late]
    late = [
        Reason(
            f"{one.cadence.kind.value} review, {count(one.late, 'day', 'days') + ' late' if one.due else 'not begun'}",
            one.cadence.place,
            counts=False,
        )
        for one in judged
        if one not in kept
    ]
    text = f"{share(len(kept), len(judged), 'rhythm', 'rhythms')} in time today"
    return score(100 * len(kept) / len(judged), [Reason(text, account.place_of("cadence")), *late], "", METHOD)


def _validation(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    done = validations(account, as_of)
    if not done and _never_shown(account, playbook, as_of):
        reason = Reason("nobody at the client has gone through it", account.place_of("validation"))
        return score(0, [reason], "", METHOD)
    if not done:
        return score(None, (), "Who at the client could go through the plan with us?", METHOD)
    age = (as_of - done[0].date).days
    earned = between(age, playbook.method.windows.validation_lasts, playbook.method.hygiene.validation_fresh)
    return score(earned, [Reason(f"the client saw it {count(age, 'day', 'days')} ago", done[0].place)], "", METHOD)


def _never_shown(account: Account, playbook: Playbook, as_of: datetime.date) -> bool:
    """Whether a live sign says so, or there are talks from longer ago than a validation lasts."""
    lasts = playbook.method.windows.validation_lasts
    if any((as_of - talk.date).days > lasts for talk in account.contacts):
        return True
    newest = (sign for one in signs(account, playbook, as_of) for sign in one.newest)
    return any(sign.indicator.id == PLAN_SHOWN and sign.live and not sign.found for sign in newest)


# How honest it is ----------------------------------------------------------------------


def _evidence(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    claims = list(_claims(account, as_of))
    if not claims:
        return score(None, (), "What have we seen or heard of them, and from whom?", METHOD)
    firm = [one for one in claims if one[1] is not Basis.ASSUMED]
    said = playbook.words.within(Basis.ASSUMED)
    first = Reason(f"{share(len(firm), len(claims), 'claim', 'claims')} seen, heard or confirmed", account.place)
    assumed = [
        Reason(f"{said}: {what}", place, counts=False) for what, basis, place in claims if basis is Basis.ASSUMED
    ]
    return score(100 * len(firm) / len(claims), [first, *assumed], "", METHOD)


def _claims(account: Account, as_of: datetime.date) -> Iterator[tuple[str, Basis, Place]]:
    """Yield what we say about them today: stands, influence, how they see us, initiatives, signs, ties."""
    for person in account.people:
        if not person.gone(as_of):
            yield from _of_person(person, account, as_of)
    for initiative in account.initiatives:
        if initiative.as_of is None or initiative.as_of <= as_of:
            yield initiative.name, initiative.basis, initiative.place
    for sign in account.position.evidence if account.position else ():
        if sign.as_of is None or sign.as_of <= as_of:
            yield sign.indicator, sign.basis, sign.place
    for tie in account.dependence:
        yield tie.what or "a tie", tie.basis, tie.place


def _of_person(person: Person, account: Account, as_of: datetime.date) -> Iterator[tuple[str, Basis, Place]]:
    found = (
        ("stand", held(person.support, account.as_of, as_of)),
        ("influence", held(person.influence, account.as_of, as_of)),
        ("how they see us", held(person.sees_us_as, account.as_of, as_of)),
    )
    for what, newest in found:
        if newest:
            yield f"{person.name}, {what}", newest.basis, newest.place


def _optimism(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    found = diagnose(account, playbook, as_of)
    if found.gap is None:
        ask = found.ask or "At which stage does the team see itself, and since when?"
        return score(None, (), ask, METHOD)
    above = max(0, found.gap)
    place = account.position.place_of("own_view") if account.position else None
    text = (
        f"own view {named(above, 'stage', 'stages')} above the evidence" if above else "own view not above the evidence"
    )
    return score(max(0, 100 - above * playbook.method.hygiene.gap_each), [Reason(text, place)], "", METHOD)


_RULES: Mapping[str, Callable[[Account, Playbook, datetime.date], Figure]] = {
    "freshness": _freshness,
    "completeness": _completeness,
    "actions": _actions,
    "promises": _promises,
    "cadence": _cadence,
    "validation": _validation,
    "evidence": _evidence,
    "optimism": _optimism,
}
