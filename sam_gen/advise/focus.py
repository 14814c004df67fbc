"""The one thing to coach an account team on, chosen by a fixed order of what the file shows.

1. a promise of ours that is overdue to somebody who comes to a talk within the fortnight
2. something we have to tell somebody who comes to such a talk: a step of ours that begins with "Tell" and names them
3. such a talk itself, if a key player comes
4. any other promise of ours that is overdue
5. a key player nobody of ours looks after, or never met; no key player named at all is the same hole
6. a late step of ours: the oldest overdue action or decision that was not given a new day since
7. a wish of theirs that is open for longer than models/health.yml allows
8. a measure that is off its track
9. a single thread: one person, on either side, was in every talk that counts, as models/people.yml says
10. stands that are all assumed, too old, or not known
11. an open objective without a measure or without a benefit for the client; none at all is the same gap
12. a plan nobody at the client has gone through for as long as models/windows.yml says
13. otherwise: what changed

The first that is true counts. The order is a convention: a day on which we sit with them cannot be moved, so it comes
first, and before it what we owe to those who sit there. Then what others wait for, then people before paper, and what
others wait for before what we would like to know. The fortnight is that of models/coaching.yml. A file in another
language loses the second line and keeps the others.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.addressed import named
from sam_gen.advise.brief import theirs
from sam_gen.advise.redated import new_day, speaks
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items
from sam_gen.assess.coverage import within
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Freshness, Standing, talk_lasts
from sam_gen.assess.plan import Track, Tracked, as_it_stands, open_objectives, tracked, validations
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.claims import Basis
from sam_gen.model.method import FocusKind
from sam_gen.model.people import Contact, Meeting, PersonStatus
from sam_gen.model.plan import Objective
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


@dataclass(frozen=True)
class Focus:
    """One focus and the records it rests on; which of them are filled follows from the kind."""

    kind: FocusKind
    who: tuple[Standing, ...] = ()
    """Whom it is about; who waits for a promise or a wish."""
    item: Item | None = None
    meeting: Meeting | None = None
    """The talk within the fortnight that it is about."""
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
        _owed_there(account, playbook, people, as_of)
        or _news(account, playbook, people, as_of)
        or _talk(account, playbook, people, as_of)
        or _promise(account, playbook, people, as_of)
        or _unmet(people)
        or _late(account, playbook, as_of)
        or _wish(account, playbook, people, as_of)
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


def talks_ahead(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Meeting, ...]:
    """Return the agreed talks within the fortnight of models/coaching.yml, the next first."""
    last = as_of + datetime.timedelta(days=playbook.method.coaching.fortnight)
    return tuple(meeting for meeting in meetings_to_come(account, as_of) if meeting.date <= last)


def _owed_there(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus | None:
    """Find the oldest late promise to somebody who comes to the next talk at which one of them waits."""
    late = _overdue(account, playbook, as_of, ItemKind.PROMISE)
    for meeting in talks_ahead(account, playbook, as_of):
        coming = _coming(meeting, people)
        for item in late:
            who = tuple(one for one in coming if one.person.key == key_of(item.to))
            if who:
                return Focus(FocusKind.OWED_THERE, who=who, item=item, meeting=meeting)
    return None


def _news(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus | None:
    """Find what we have to tell somebody at the next talk: late and not said yet, or due on its very day."""
    ahead = talks_ahead(account, playbook, as_of)
    for meeting in ahead:
        there = [one for other in ahead if other.date == meeting.date for one in _coming(other, people)]
        for item in _ours(account, playbook, as_of, ItemKind.ACTION, ItemKind.DECISION):
            told = _told(account, playbook, item, there, as_of)
            in_time = item.overdue or item.due in (None, meeting.date)
            if in_time and speaks(item.what) == "tell" and told & {one.person.key for one in _coming(meeting, people)}:
                who = tuple(dict.fromkeys(one for one in there if one.person.key in told))
                return Focus(FocusKind.NEWS, who=who, item=item, meeting=meeting)
    return None


def _told(
    account: Account, playbook: Playbook, item: Item, there: Sequence[Standing], as_of: datetime.date
) -> set[str]:
    """Return whom of those at the talks of a day a step names, and whom the decision that gave it that day adds."""
    later = new_day(account, playbook, item, as_of)
    lines = (item.what, later.what) if later else (item.what,)
    return {one.key for line in lines for one in named(line, [who.person for who in there])}


def _talk(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus | None:
    for meeting in talks_ahead(account, playbook, as_of):
        who = tuple(one for one in key_players(people) if one in _coming(meeting, people))
        if who:
            return Focus(FocusKind.TALK, who=who, meeting=meeting)
    return None


def _coming(meeting: Meeting, people: Sequence[Standing]) -> list[Standing]:
    keys = set(map(key_of, meeting.theirs))
    return [who for who in people if who.person.key in keys]


def _unmet(people: Sequence[Standing]) -> Focus | None:
    keys = key_players(people)
    if not keys:
        return Focus(FocusKind.NOBODY_NAMED, who=tuple(people))
    alone = tuple(who for who in keys if who.person.owner is None or who.freshness is Freshness.NEVER)
    return Focus(FocusKind.UNMET, who=alone) if alone else None


def _promise(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus | None:
    late = _overdue(account, playbook, as_of, ItemKind.PROMISE)
    return Focus(FocusKind.PROMISE, who=_whose(late[0].to, people), item=late[0]) if late else None


def _late(account: Account, playbook: Playbook, as_of: datetime.date) -> Focus | None:
    """Find the oldest late step; what the team gave a new day since is not late for this talk."""
    late = _overdue(account, playbook, as_of, ItemKind.ACTION, ItemKind.DECISION)
    still = [item for item in late if new_day(account, playbook, item, as_of) is None]
    return Focus(FocusKind.LATE, item=still[0]) if still else None


def _overdue(account: Account, playbook: Playbook, as_of: datetime.date, *kinds: ItemKind) -> list[Item]:
    """Return what somebody of ours has and is late with, the oldest first."""
    return [item for item in _ours(account, playbook, as_of, *kinds) if item.overdue]


def _ours(account: Account, playbook: Playbook, as_of: datetime.date, *kinds: ItemKind) -> list[Item]:
    ours = {colleague.id for colleague in playbook.team}
    found = [item for item in open_items(account, as_of) if item.kind in kinds]
    return [item for item in found if item.owner and not theirs(item, ours)]


def _whose(reference: str | None, people: Sequence[Standing]) -> tuple[Standing, ...]:
    return tuple(who for who in people if who.person.key == key_of(reference))


def _wish(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Focus | None:
    limit = playbook.method.health.voice.settle_within
    past = [one for one in unsettled(account, as_of) if (as_of - one.date).days > limit]
    return Focus(FocusKind.WISH, who=_whose(past[0].who, people), wish=past[0]) if past else None


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
    lately = [one for one in validations(account, as_of) if as_it_stands(one, playbook, as_of)]
    return None if lately else Focus(FocusKind.NOT_VALIDATED)
