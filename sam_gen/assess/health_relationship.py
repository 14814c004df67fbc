"""The measure of relationships: key players with a live tie, levels reached, a decider for us, no single thread."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.assess.coverage import live_pairs, within
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.assess.readable import named, share
from sam_gen.assess.scores import Points
from sam_gen.model.account import Account
from sam_gen.model.figure import Reason
from sam_gen.model.people import PersonStatus, Role
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of

_TELLS = (Freshness.FRESH, Freshness.LATE)


def ties(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Points, ...]:
    """Return the four parts of the measure."""
    people = [who for who in standings(account, playbook, as_of) if who.person.status is PersonStatus.ACTIVE]
    return (
        _tied(account, playbook, people),
        _levels(account, playbook, as_of),
        _decider(account, playbook, people),
        _threads(account, playbook, as_of),
    )


def _tied(account: Account, playbook: Playbook, people: Sequence[Standing]) -> Points:
    points, keys = playbook.method.health.relationship.ties, [who for who in people if who.key_player]
    if not keys or all(who.talk_age is None for who in people):
        return Points(
            points, None, Reason("ties of key players: not known yet", account.place_of("people"), counts=False)
        )
    live = [who for who in keys if who.freshness in _TELLS]
    missing = ", ".join(who.person.name for who in keys if who not in live)
    text = f"{share(len(live), len(keys), 'key player', 'key players')} with a talk that still tells"
    return Points(
        points,
        len(live) / len(keys),
        Reason(f"{text}{f'; not {missing}' if missing else ''}", account.place_of("people")),
    )


def _levels(account: Account, playbook: Playbook, as_of: datetime.date) -> Points:
    rules, found = playbook.method.health.relationship, live_pairs(account, playbook, as_of)
    place = account.place_of("contacts")
    if not found.any_talk or (found.pairs and not found.levels):
        return Points(rules.levels, None, Reason("levels of their house: not known yet", place, counts=False))
    names = {one.id: one.name for one in playbook.method.people.levels}
    said = ", ".join(name for id_, name in names.items() if id_ in found.levels)
    text = f"{named(len(found.levels), 'level', 'levels')} of their house in live talks{f': {said}' if said else ''}"
    return Points(rules.levels, min(1.0, len(found.levels) / rules.levels_full), Reason(text, place))


def _decider(account: Account, playbook: Playbook, people: Sequence[Standing]) -> Points:
    """A stand that counts too little to build on is not known; it is to be asked again."""
    points = playbook.method.health.relationship.decider
    known = [who for who in people if Role.DECIDER in who.person.roles and who.stand_known]
    if not known:
        where = account.place_of("people")
        return Points(points, None, Reason("how a decider stands: not known yet", where, counts=False))
    for_us = [who for who in known if who.for_us]
    one = (for_us or known)[0]
    text = f"{one.person.name}, who decides, is {'' if for_us else 'not '}for us"
    return Points(points, 1.0 if for_us else 0.0, Reason(text, one.support.place if one.support else None))


def _threads(account: Account, playbook: Playbook, as_of: datetime.date) -> Points:
    points, model = playbook.method.health.relationship.threads, playbook.method.people
    talks = [talk for talk in account.contacts if within(talk.date, model.talks_window, as_of)]
    place = account.place_of("contacts")
    if len(talks) < model.thread_from:
        return Points(points, None, Reason("whether one person carries it: too few talks on file", place, counts=False))
    sides = ([set(map(key_of, talk.ours)) for talk in talks], [set(map(key_of, talk.theirs)) for talk in talks])
    alone = sorted(key for side in sides for key in set.intersection(*side))
    text = f"{alone[0]} was in all {len(talks)} talks" if alone else f"no one person was in all {len(talks)} talks"
    return Points(points, 0.0 if alone else 1.0, Reason(text, place))
