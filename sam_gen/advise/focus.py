"""The one thing to coach an account team on, chosen by a fixed order of what the file shows.

1. a key player nobody of ours looks after, or never met; no key player named at all is the same hole
2. a promise of ours that is overdue
3. a late step of ours: the oldest overdue action or decision
4. a wish of theirs that is open for longer than models/health.yml allows
5. a measure that is off its track
6. a single thread: one person, on either side, was in every talk that counts, as models/people.yml says
7. stands that are all assumed, too old, or not known
8. an open objective without a measure or without a benefit for the client; none at all is the same gap
9. a plan nobody at the client has gone through for as long as models/windows.yml says
10. otherwise: what changed

The first that is true counts. The order is a convention: people before paper, and what others wait for before
what we would like to know.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.brief import theirs
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.coverage import within
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Freshness, Standing, talk_lasts
from sam_gen.assess.plan import Track, Tracked, open_objectives, tracked, validations
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.claims import Basis
from sam_gen.model.method import FocusKind
from sam_gen.model.people import Contact, PersonStatus
from sam_gen.model.plan import Objective
from sam_gen.model.playbook import Playbook


@dataclass(frozen=True)
class Focus:
    """One focus and the records it rests on; which of them are filled follows from the kind."""

    kind: FocusKind
    who: tuple[Standing, ...] = ()
    item: Item | None = None
    objective: Objective | None = None
    measure: Tracked | None = None
    """The measure of the objective that is off its track."""
    wish: Feedback | None = None
    carrier: str | None = None
    """Reference to the one person who was in every talk that counts."""
    talks: tuple[Contact, ...] = ()
    """The talks that count, the newest first."""


def focus(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus:
    """Return the first reason that holds."""
    talks = talks_that_count(account, playbook, as_of)
    return (
        _unmet(people)
        or _promise(account, playbook, as_of)
        or _late(account, playbook, as_of)
        or _wish(account, playbook, as_of)
        or _off_track(account, as_of)
        or _thread(talks, playbook.method.people.thread_from)
        or _stands(account, playbook, people, as_of)
        or _objective(account, as_of)
        or _validated(account, playbook, as_of)
        or Focus(FocusKind.CHANGED, talks=talks)
    )


def talks_that_count(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Contact, ...]:
    """Return the talks of the window of models/people.yml, the newest first."""
    window = playbook.method.people.talks_window
    talks = (talk for talk in account.contacts if within(talk.date, window, as_of))
    return tuple(sorted(talks, key=lambda talk: talk.date, reverse=True))


def key_players(people: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the key players who are there, the most influential first."""
    keys = (who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE)
    return tuple(sorted(keys, key=lambda who: -(who.influence.value if who.influence else 0)))


def _unmet(people: Sequence[Standing]) -> Focus | None:
    keys = key_players(people)
    if not keys:
        return Focus(FocusKind.NOBODY_NAMED, who=tuple(people))
    alone = tuple(who for who in keys if who.person.owner is None or who.freshness is Freshness.NEVER)
    return Focus(FocusKind.UNMET, who=alone) if alone else None


def _promise(account: Account, playbook: Playbook, as_of: datetime.date) -> Focus | None:
    late = _overdue(account, playbook, as_of, ItemKind.PROMISE)
    return Focus(FocusKind.PROMISE, item=late[0]) if late else None


def _late(account: Account, playbook: Playbook, as_of: datetime.date) -> Focus | None:
    late = _overdue(account, playbook, as_of, ItemKind.ACTION, ItemKind.DECISION)
    return Focus(FocusKind.LATE, item=late[0]) if late else None


def _overdue(account: Account, playbook: Playbook, as_of: datetime.date, *kinds: ItemKind) -> list[Item]:
    """Return what somebody of ours has and is late with, the oldest first."""
    ours = {colleague.id for colleague in playbook.team}
    late = [item for item in open_items(account, as_of) if item.kind in kinds and item.overdue]
    return [item for item in late if item.owner and not theirs(item, ours)]


def _wish(account: Account, playbook: Playbook, as_of: datetime.date) -> Focus | None:
    limit = playbook.method.health.voice.settle_within
    past = [one for one in unsettled(account, as_of) if (as_of - one.date).days > limit]
    return Focus(FocusKind.WISH, wish=past[0]) if past else None


def _off_track(account: Account, as_of: datetime.date) -> Focus | None:
    for objective in open_objectives(account, as_of):
        for measure in objective.measures:
            now = tracked(measure, as_of)
            if now.track is Track.OFF:
                return Focus(FocusKind.OFF_TRACK, objective=objective, measure=now)
    return None


def _thread(talks: Sequence[Contact], least: int) -> Focus | None:
    """Find the one person who was in every talk, ours first; several such people are no single thread."""
    if len(talks) < least:
        return None
    for side in ([set(talk.ours) for talk in talks], [set(talk.theirs) for talk in talks]):
        everywhere = set.intersection(*side)
        others = set.union(*side) - everywhere
        if len(everywhere) == 1 and all(len([t for t in side if other in t]) < least for other in others):
            return Focus(FocusKind.THREAD, carrier=next(iter(everywhere)), talks=tuple(talks))
    return None


def _stands(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus | None:
    """A stand counts when it was seen or heard within the days a talk counts in the account's tier."""
    lasts = talk_lasts(account, playbook)
    keys = key_players(people)
    firm = [
        who
        for who in keys
        if who.support
        and who.support.basis is not Basis.ASSUMED
        and who.support.as_of
        and (as_of - who.support.as_of).days <= lasts
    ]
    return None if firm else Focus(FocusKind.STANDS, who=keys)


def _objective(account: Account, as_of: datetime.date) -> Focus | None:
    still = open_objectives(account, as_of)
    if not still:
        return Focus(FocusKind.OBJECTIVE)
    bare = [one for one in still if not one.client_gets or not one.measures]
    return Focus(FocusKind.OBJECTIVE, objective=bare[0]) if bare else None


def _validated(account: Account, playbook: Playbook, as_of: datetime.date) -> Focus | None:
    lasts = playbook.method.windows.validation_lasts
    lately = [one for one in validations(account, as_of) if (as_of - one.date).days <= lasts]
    return None if lately else Focus(FocusKind.NOT_VALIDATED)
