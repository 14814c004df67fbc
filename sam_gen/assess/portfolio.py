"""All accounts at once: one pass makes an index, and no page that speaks of many accounts runs through them again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sam_gen.assess.agenda import Item, Moment, by_the_clock, meetings_to_come, open_steps
from sam_gen.assess.claims import Held, held
from sam_gen.assess.diagnosis import Diagnosed, diagnose
from sam_gen.assess.evidence_debt import evidence_debt
from sam_gen.assess.footprint import whose
from sam_gen.assess.notices import notices
from sam_gen.assess.opportunities import Judged, judged
from sam_gen.assess.people import Freshness, Standing, backing, standings, tier_of
from sam_gen.assess.removal import removals
from sam_gen.model.account import Account
from sam_gen.model.care import SponsorPair
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure
from sam_gen.model.people import Meeting
from sam_gen.model.playbook import Playbook, Tier
from sam_gen.model.position import Answer
from sam_gen.model.scalars import key_of

Grouped = Callable[[Account, Sequence[Item]], Iterable[tuple[Item, ...]]]
"""Puts the open items of an account that are one thing together."""


_PLACES = 2
"""Units that one end of a contract names; more are counted."""


class DateKind(StrEnum):
    """What falls on a day of the calendar."""

    MEETING = "meeting"
    REVIEW = "review"
    CONTRACT = "contract end"
    NOTICE = "notice day"
    TIE = "tie ends"
    PLAN = "plan end"
    SELECTION = "choice looked at again"


@dataclass(frozen=True)
class Dated:
    """One day in the time the calendar looks ahead that an account file names."""

    date: datetime.date
    kind: DateKind
    what: str
    ours: tuple[str, ...] = ()
    """Ids of ours who will be there."""
    time: str | None = None
    """When a meeting begins."""

    @property
    def moment(self) -> Moment:
        """Where it stands in the order of dates."""
        return by_the_clock(self.date, self.time)


@dataclass(frozen=True)
class Pair:
    """Two executives who speak as peers, and how long ago they did."""

    record: SponsorPair
    last_talk: datetime.date | None
    age: int | None
    """Days since the last talk that both were in."""

    @property
    def overdue(self) -> bool:
        """Whether more days have gone than were agreed; without an agreement or a talk it cannot be."""
        return self.age is not None and self.record.every is not None and self.age > self.record.every


@dataclass(frozen=True)
class Seen:
    """One account as the portfolio sees it."""

    account: Account
    tier: Tier | None
    people: tuple[Standing, ...]
    backing: Figure
    lines: tuple[tuple[Item, ...], ...]
    """What is open, the answers to risks with it: each thing once, in every form in which the file has it."""
    meetings: tuple[Meeting, ...]
    own_view: Held[str] | None
    desired: Held[str] | None
    evidence: tuple[datetime.date | None, ...]
    """The days of the signs that somebody saw or told us; one without any date is None, one only assumed is none."""
    pairs: tuple[Pair, ...]
    dates: tuple[Dated, ...]
    diagnosed: Diagnosed
    """Where the evidence puts the relationship."""
    alone: tuple[str, ...] = ()
    """Ids of ours on whom something hangs alone."""
    judged: tuple[Judged, ...] = ()
    """The open opportunities, the best first."""
    debt: Figure | None = None
    """What rests on claims that have expired or are assumed."""

    @property
    def late(self) -> int:
        """How many open things are overdue."""
        return sum(line[0].overdue for line in self.lines)


@dataclass
class Load:
    """What one of us carries, over all accounts."""

    leads: list[Seen] = field(default_factory=list)
    backs: list[Seen] = field(default_factory=list)
    seats: list[tuple[Seen, str]] = field(default_factory=list)
    lines: list[tuple[Seen, tuple[Item, ...]]] = field(default_factory=list)
    """What they have to do, each thing once, as they have it: what is somebody else's of it stands behind."""
    ties: list[tuple[Seen, Standing]] = field(default_factory=list)
    dates: list[tuple[Seen, Dated]] = field(default_factory=list)
    pairs: list[tuple[Seen, Pair]] = field(default_factory=list)
    alone: list[Seen] = field(default_factory=list)
    """Accounts in which they are a single point of failure."""

    @property
    def accounts(self) -> int:
        """In how many accounts they lead, stand in or have a seat."""
        return len({seen.account.id for seen in (*self.leads, *self.backs, *(seen for seen, _ in self.seats))})

    @property
    def elsewhere(self) -> int:
        """In how many accounts more they have something to do, somebody to look after or a meeting."""
        own = {seen.account.id for seen in (*self.leads, *self.backs, *(seen for seen, _ in self.seats))}
        met = (seen for seen, one in self.dates if one.kind is DateKind.MEETING)
        return len(
            {seen.account.id for seen in (*met, *(seen for seen, _ in self.lines), *(seen for seen, _ in self.ties))}
            - own
        )

    @property
    def late(self) -> int:
        """How many of their open things are overdue."""
        return sum(line[0].overdue for _, line in self.lines)

    @property
    def stale(self) -> int:
        """How many of their ties have had no talk that still tells."""
        return sum(who.freshness in (Freshness.STALE, Freshness.NEVER) for _, who in self.ties)


@dataclass(frozen=True)
class Portfolio:
    """The index: every account once, by tier and by one of us."""

    accounts: tuple[Seen, ...]
    by_tier: Mapping[str, tuple[Seen, ...]]
    """By the id of the tier in the order of the playbook; under an empty id, those without one. None is left out."""
    loads: Mapping[str, Load]
    """By the id of one of us; everybody of team.yml has one."""
    by_tag: Mapping[str, tuple[Seen, ...]]


def _each_alone(_account: Account, items: Sequence[Item]) -> Iterator[tuple[Item, ...]]:
    return ((item,) for item in items)


def portfolio(
    accounts: Iterable[Account], playbook: Playbook, as_of: datetime.date, grouped: Grouped = _each_alone
) -> Portfolio:
    """See every account once and note where it belongs; `advise/seen_once` puts together what a file says twice."""
    seen = tuple(_see(account, playbook, as_of, grouped) for account in accounts)
    tiers: dict[str, list[Seen]] = {tier.id: [] for tier in playbook.settings.tiers}
    tags: dict[str, list[Seen]] = {}
    loads = {colleague.id: Load() for colleague in playbook.team}
    for one in seen:
        tiers.setdefault(one.tier.id if one.tier else "", []).append(one)
        for tag in one.account.tags:
            tags.setdefault(tag, []).append(one)
        _carry(one, loads)
    return Portfolio(
        accounts=seen,
        by_tier={tier: tuple(some) for tier, some in tiers.items() if some},
        loads=loads,
        by_tag={tag: tuple(tags[tag]) for tag in sorted(tags)},
    )


def ours_of(reference: str | None, loads: Mapping[str, Load]) -> str:
    """Return the id of one of us, or an empty text for somebody of theirs and for nobody."""
    key = key_of(reference)
    return key if key in loads and not (reference or "").startswith("people/") else ""


def _carry(one: Seen, loads: Mapping[str, Load]) -> None:
    """Put one account's part into the load of everybody of ours who has one."""
    nobody = Load()

    def load(reference: str | None) -> Load:
        return loads.get(ours_of(reference, loads), nobody)

    load(one.account.lead).leads.append(one)
    load(one.account.backup).backs.append(one)
    for seat in one.account.team:
        load(seat.who).seats.append((one, seat.part))
    for line in one.lines:
        for owner in dict.fromkeys(ours_of(item.owner, loads) for item in line):
            own = tuple(sorted(line, key=lambda item: ours_of(item.owner, loads) != owner))
            load(own[0].owner).lines.append((one, own))
    for who in one.people:
        load(who.person.owner).ties.append((one, who))
    for dated in one.dates:
        for reference in dict.fromkeys(dated.ours):
            load(reference).dates.append((one, dated))
    for key in one.alone:
        load(key).alone.append(one)
    for pair in one.pairs:
        load(pair.record.ours).pairs.append((one, pair))


def _see(account: Account, playbook: Playbook, as_of: datetime.date, grouped: Grouped) -> Seen:
    people = standings(account, playbook, as_of)
    position = account.position
    yes = [sign for sign in position.evidence if sign.answer is Answer.YES] if position else []
    signs = [sign for sign in yes if sign.basis is not Basis.ASSUMED]
    days = [sign.as_of or account.as_of for sign in signs]
    return Seen(
        account=account,
        tier=tier_of(account, playbook),
        people=people,
        backing=backing(people),
        lines=tuple(grouped(account, open_steps(account, as_of))),
        meetings=meetings_to_come(account, as_of),
        own_view=held(position.own_view, account.as_of, as_of) if position else None,
        desired=held(position.desired, account.as_of, as_of) if position else None,
        evidence=tuple(day for day in days if day is None or day <= as_of),
        pairs=tuple(_pairs(account, as_of)),
        alone=tuple(lost.key for lost in removals(account, playbook, as_of) if lost.ours and lost.alone),
        diagnosed=diagnose(account, playbook, as_of),
        judged=judged(account, playbook, as_of),
        dates=tuple(sorted(_dates(account, playbook, as_of), key=lambda dated: (dated.date, dated.kind, dated.what))),
        debt=evidence_debt(account, playbook, as_of),
    )


def _pairs(account: Account, as_of: datetime.date) -> Iterator[Pair]:
    """Find each pair's last talk in one run over the contacts."""
    last: dict[tuple[str, str], datetime.date] = {}
    wanted = {(key_of(pair.ours), key_of(pair.theirs)) for pair in account.sponsors}
    for contact in account.contacts if wanted else ():
        if contact.date > as_of:
            continue
        there = {key_of(who) for who in contact.theirs}
        for pair in wanted:
            if pair[0] in map(key_of, contact.ours) and pair[1] in there:
                last[pair] = max(contact.date, last.get(pair, contact.date))
    for record in account.sponsors:
        day = last.get((key_of(record.ours), key_of(record.theirs)))
        yield Pair(record, day, (as_of - day).days if day else None)


def _dates(account: Account, playbook: Playbook, as_of: datetime.date) -> Iterator[Dated]:
    end = as_of + datetime.timedelta(playbook.method.windows.look_ahead)
    return (dated for dated in _all_dates(account, playbook) if as_of <= dated.date <= end)


def _all_dates(account: Account, playbook: Playbook) -> Iterator[Dated]:
    offerings = {offering.id: offering.name for offering in playbook.offerings}
    units = {unit.key: unit.name for unit in account.units}
    for meeting in account.meetings:
        yield Dated(meeting.date, DateKind.MEETING, meeting.what, meeting.ours, meeting.time)
    for cadence in account.cadence:
        if cadence.next:
            ours = (account.lead,) if account.lead else ()
            yield Dated(cadence.next, DateKind.REVIEW, cadence.kind.value, ours)
    ends: dict[tuple[datetime.date, str, str], list[str]] = {}
    for cell in account.footprint:
        if cell.until:
            group = (cell.until, key_of(cell.offering), whose(cell))
            ends.setdefault(group, []).append(units.get(key_of(cell.unit), ""))
    for (day, offering, holder), where in ends.items():
        place = " and ".join(where) if len(where) <= _PLACES else f"{len(where)} units"
        what = ", ".join(text for text in (offerings.get(offering, offering), place, holder) if text)
        yield Dated(day, DateKind.CONTRACT, what)
    yield from (Dated(one.day, DateKind.NOTICE, one.what) for one in notices(account))
    for tie in account.dependence:
        if tie.until:
            yield Dated(tie.until, DateKind.TIE, tie.what or (tie.kind.value if tie.kind else "not known what it is"))
    if account.timeframe:
        yield Dated(account.timeframe.end, DateKind.PLAN, "the plan ends")
    if account.selection and account.selection.next_review:
        yield Dated(account.selection.next_review, DateKind.SELECTION, "is this still the right tier?")


# Dependence ----------------------------------------------------------------------------


def strengths(account: Account, direction: str) -> Mapping[str, int]:
    """Return the strongest tie of each kind in one direction; a kind without a judged tie is left out."""
    found: dict[str, int] = {}
    for tie in account.dependence:
        if tie.kind and tie.strength is not None and tie.direction and tie.direction.value == direction:
            found[tie.kind.value] = max(tie.strength, found.get(tie.kind.value, 0))
    return found
