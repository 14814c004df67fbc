"""Who can introduce us to somebody we do not talk with: the shortest way over people who do talk.

A way begins with one of ours, goes over a pair that has talked lately, and then over people of theirs who move each
other or report to each other. A talk of which only the day is on file counts too: somebody of ours was there. It never
goes between two who are at odds, nor over somebody who opposes us: they would not. Of ways of one length influence wins
over the reporting line, then those for us over the others, then the fresher first talk, then the id.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.assess.agenda import meetings_to_come
from sam_gen.assess.coverage import Pair, live_pairs, pairs
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.model.account import Account
from sam_gen.model.people import Meeting, PersonStatus, Support, TieKind
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


class Over(StrEnum):
    """What joins two people of theirs."""

    INFLUENCE = "influence"
    MANAGER = "manager"
    """The next one reports to the one before."""
    REPORT = "report"
    """The one before reports to the next one."""


@dataclass(frozen=True)
class Hop:
    """From one of theirs to the next."""

    start: str
    to: str
    over: Over
    place: Place
    evidence: str = ""


@dataclass(frozen=True)
class Way:
    """One of ours, whom they talk with, and the hops to the target; without hops nobody can introduce us yet."""

    target: Standing
    first: Pair | None
    """The live pair the way begins with; without `ours` where it is not noted who of us talked."""
    hops: tuple[Hop, ...]
    before: Pair | None
    """Who of ours spoke with the target last, too long ago to count; None if nobody did."""


def introductions(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Way, ...]:
    """Return a way to every key player with whom none of ours has a live tie, the most influential first.

    Whoever comes to an agreed meeting needs no introduction: we sit at one table with them.
    """
    here = _here(account, playbook, as_of)
    reached = _reached(account, playbook, as_of, here)
    spoken = _freshest(pairs(account, playbook, as_of).values())
    comes = {key_of(who) for meeting in meetings_to_come(account, as_of) for who in meeting.theirs}
    targets = [who for who in _apart(here, reached) if who.person.key not in comes]
    search = _Search(here, reached, _edges(account, here), playbook.method.people.introduction_steps)
    return tuple(Way(one, *search.way(one.person.key), spoken.get(one.person.key)) for one in targets)


def awaited(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[tuple[Standing, Meeting], ...]:
    """Return every key player without a live tie who comes to an agreed meeting, with the first of them."""
    here = _here(account, playbook, as_of)
    first: dict[str, Meeting] = {}
    for meeting in meetings_to_come(account, as_of):
        for who in meeting.theirs:
            first.setdefault(key_of(who), meeting)
    apart = _apart(here, _reached(account, playbook, as_of, here))
    return tuple((who, first[who.person.key]) for who in apart if who.person.key in first)


def _here(account: Account, playbook: Playbook, as_of: datetime.date) -> Mapping[str, Standing]:
    people = standings(account, playbook, as_of)
    return {who.person.key: who for who in people if who.person.status is PersonStatus.ACTIVE}


def _reached(
    account: Account, playbook: Playbook, as_of: datetime.date, here: Mapping[str, Standing]
) -> Mapping[str, Pair]:
    """Return with whom we have a live tie, by id, and which."""
    live = [pair for pair in live_pairs(account, playbook, as_of).pairs if pair.theirs in here]
    return {**_by_day_alone(here), **_freshest(live)}


def _apart(here: Mapping[str, Standing], reached: Mapping[str, Pair]) -> list[Standing]:
    """Return the key players with whom we have no live tie, the most influential first."""
    found = [who for key, who in here.items() if who.key_player and key not in reached]
    return sorted(found, key=lambda who: (-(who.influence.value if who.influence else -1), who.person.key))


def _freshest(some: Iterable[Pair]) -> Mapping[str, Pair]:
    """Return the pair that talked last for each of theirs; of one day, the one with more talks, then by id."""
    ranked = sorted(some, key=lambda pair: (pair.age, -pair.talks, pair.ours), reverse=True)
    return {pair.theirs: pair for pair in ranked}


def _by_day_alone(here: Mapping[str, Standing]) -> Mapping[str, Pair]:
    """Return a pair without us for everybody met lately, as the day beside their name says."""
    return {
        key: Pair("", key, 0, who.last_talk, who.talk_age)
        for key, who in here.items()
        if who.last_talk and who.talk_age is not None and who.freshness in (Freshness.FRESH, Freshness.LATE)
    }


def _edges(account: Account, here: Mapping[str, Standing]) -> Mapping[str, Sequence[Hop]]:
    """Return, for everybody, who can speak to them: those who move them, their manager and those who report to them."""
    odds = {
        frozenset((key_of(tie.from_), key_of(tie.to))) for tie in account.influences if tie.kind is TieKind.CONFLICT
    }
    found: dict[str, list[Hop]] = {key: [] for key in here}
    for hop in _hops(account):
        if {hop.start, hop.to} <= here.keys() and frozenset((hop.start, hop.to)) not in odds:
            found[hop.to].append(hop)
    return found


def _hops(account: Account) -> Iterator[Hop]:
    for tie in account.influences:
        if tie.kind is TieKind.INFLUENCES:
            yield Hop(key_of(tie.from_), key_of(tie.to), Over.INFLUENCE, tie.place, tie.evidence or "")
    for person in account.people:
        if person.reports_to:
            manager = key_of(person.reports_to)
            yield Hop(manager, person.key, Over.MANAGER, person.place)
            yield Hop(person.key, manager, Over.REPORT, person.place)


@dataclass(frozen=True)
class _Search:
    here: Mapping[str, Standing]
    reached: Mapping[str, Pair]
    edges: Mapping[str, Sequence[Hop]]
    steps: int

    def way(self, target: str) -> tuple[Pair | None, tuple[Hop, ...]]:
        """Search backwards from the target, one ring at a time; the first ring with a live pair decides."""
        seen, ring = {target}, self._ring([()], target, set())
        for _ in range(self.steps):
            ready = [hops for start, hops in ring.items() if start in self.reached]
            if ready:
                best = min(ready, key=lambda hops: (*self._rank(hops), self.reached[hops[0].start].age, _ids(hops)))
                return self.reached[best[0].start], best
            seen |= ring.keys()
            ring = self._ring(ring.values(), target, seen)
        return None, ()

    def _ring(self, ways: Iterable[tuple[Hop, ...]], target: str, seen: Set[str]) -> Mapping[str, tuple[Hop, ...]]:
        """Return everybody one step further out, each with the best way from there."""
        longer = [(hop, *hops) for hops in ways for hop in self.edges[hops[0].start if hops else target]]
        new = [hops for hops in longer if hops[0].start not in seen and not self._against(hops[0].start)]
        worst_first = sorted(new, key=lambda hops: (*self._rank(hops), _ids(hops)), reverse=True)
        return {hops[0].start: hops for hops in worst_first}

    def _against(self, key: str) -> bool:
        support = self.here[key].support
        return support is not None and support.value is Support.OPPONENT

    def _rank(self, hops: Sequence[Hop]) -> tuple[int, int]:
        lines = sum(hop.over is not Over.INFLUENCE for hop in hops)
        return lines, sum(not self.here[hop.start].for_us for hop in hops)


def _ids(hops: Sequence[Hop]) -> list[tuple[str, Over]]:
    return [(hop.start, hop.over) for hop in hops]
