"""How an account does, as the client would feel it: six measures, each scored from the file, and one number of them.

The number is the weighted mean over the measures that are known, and there is none where more of the weight is unknown
than `models/health.yml` allows. Three things make an account at risk whatever the number says. Our own discipline is
`hygiene`, a second number; nothing here adds the two.

Weighted measures over what is available, with a share that is known, are common practice of account teams; weights,
limits and what they mean are convention and stand in the model.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.health_measures import METHOD, RULES
from sam_gen.assess.people import standings
from sam_gen.assess.plan import contract_ends
from sam_gen.assess.readable import on
from sam_gen.assess.scores import Band, Scored, Whole, band, mean
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.people import PersonStatus, Role
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.model.standing import HealthMeasure, Sign


def health(account: Account, playbook: Playbook, as_of: datetime.date) -> Figure:
    """Return the health of an account, 0 to 100, with its measures as reasons."""
    return health_of(account, playbook, as_of).figure(METHOD)


def health_of(account: Account, playbook: Playbook, as_of: datetime.date) -> Whole:
    """Return every measure with its score, the number, its band, and what forces it."""
    model = playbook.method.health
    parts = tuple(_scored(measure, account, playbook, as_of) for measure in model.measures)
    value, known = mean([(part.weight, part.figure.value) for part in parts], model.unknown_most)
    forced = tuple(_forced(account, playbook, as_of))
    found = Band.AT_RISK if forced else band(value, model.good_from, model.watch_from)
    return Whole(parts, value, known, found, forced)


def _scored(measure: HealthMeasure, account: Account, playbook: Playbook, as_of: datetime.date) -> Scored:
    rule = RULES.get(measure.id)
    figure = rule(account, playbook, as_of) if rule else Figure(None, "of 100", 0.0, (), METHOD)
    asks = replace(figure, ask=measure.asks if figure.ask is None else figure.ask) if figure.value is None else figure
    return Scored(measure.id, measure.name, measure.weight, asks)


# What moved ------------------------------------------------------------------------


@dataclass(frozen=True)
class Moved:
    """One measure that is not what it was."""

    part: Scored
    before: float
    since: datetime.date
    """The day it is compared with."""

    @property
    def by(self) -> float:
        """Points up or, negative, down."""
        return (self.part.figure.value or 0.0) - self.before


def moved(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Moved, ...]:
    """Return the measures that moved since the day to which changes are gathered, the largest move first.

    A measure that was not known then has not moved: it has become known.
    """
    model, since = playbook.method.health, as_of - datetime.timedelta(days=playbook.method.windows.without_review)
    then = {part.id: part.figure.value for part in health_of(account, playbook, since).parts}
    now = (part for part in health_of(account, playbook, as_of).parts if part.known)
    pairs = ((part, then.get(part.id)) for part in now)
    found = [Moved(part, before, since) for part, before in pairs if before is not None]
    return tuple(sorted((one for one in found if abs(one.by) >= model.moved_from), key=lambda one: -abs(one.by)))


# At risk whatever the number says ----------------------------------------------------


def _forced(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Reason]:
    ends = contract_ends(account, as_of)
    left = (ends[0][0] - as_of).days if ends else None
    for one in playbook.method.health.at_risk_if:
        if one.within is None or (left is not None and left <= one.within):
            yield from _SIGNS[one.sign](account, playbook, as_of)


def _champion_gone(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Reason]:
    """Every champion has left, and nobody in a post has taken the part."""
    gone = [person for person in account.people if person.gone(as_of) and Role.CHAMPION in person.roles]
    here = [who.person for who in standings(account, playbook, as_of) if Role.CHAMPION in who.person.roles]
    if gone and not any(person.status is PersonStatus.ACTIVE for person in here):
        last = max(gone, key=lambda person: person.until or datetime.date.min)
        day = f" on {on(last.until)}" if last.until else ""
        yield Reason(f"{last.name}, champion, left{day} and nobody has followed", last.place)


def _sponsor_gone(account: Account, _: Playbook, as_of: datetime.date) -> Iterator[Reason]:
    """Every executive of theirs in a pair has left."""
    people = {person.key: person for person in account.people}
    theirs = [people[key_of(pair.theirs)] for pair in account.sponsors if key_of(pair.theirs) in people]
    if theirs and all(person.gone(as_of) for person in theirs):
        last = max(theirs, key=lambda person: person.until or datetime.date.min)
        yield Reason(f"{last.name}, the executive of theirs in our pair, has left", last.place)


def _leaving(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Reason]:
    """As many live signs of moving apart as the continuum model asks for."""
    if account.position and diagnose(account, playbook, as_of).leaving:
        yield Reason("signs that the two companies move apart", account.position.place_of("signals"))


_SIGNS: dict[Sign, Callable[[Account, Playbook, datetime.date], Iterator[Reason]]] = {
    Sign.CHAMPION_GONE: _champion_gone,
    Sign.SPONSOR_GONE: _sponsor_gone,
    Sign.LEAVING: _leaving,
}
