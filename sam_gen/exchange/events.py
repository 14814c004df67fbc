"""What of an account belongs into a calendar: meetings, open steps, reviews, contract ends, what to ask again.

Each event has a name of its own that calendars know it by, made of account, kind and the id of its record. So a
changed text, day or line moves an event and does not make a second one. A record without an id goes by the slug of
its text, as everywhere.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sam_gen.assess.agenda import Item, meetings_to_come, open_items
from sam_gen.assess.claims import weight
from sam_gen.assess.evidence_debt import Owed, Rests, debt
from sam_gen.assess.notices import notices
from sam_gen.assess.reviews import rhythms
from sam_gen.exchange.choose import Names
from sam_gen.model.account import Account
from sam_gen.model.care import Decision, Review
from sam_gen.model.footprint import HeldBy
from sam_gen.model.identity import Identified
from sam_gen.model.limits import ClaimKind
from sam_gen.model.place import Place
from sam_gen.model.plan import Objective
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of, slug


class Kind(StrEnum):
    """What sort of event it is."""

    MEETING = "meeting"
    ACTION = "action"
    PROMISE = "promise"
    DECISION = "decision"
    OBJECTIVE = "objective"
    RISK = "risk"
    REVIEW = "review"
    CONTRACT = "contract"
    NOTICE = "notice"
    EVIDENCE = "evidence"


_BEFORE = {
    Kind.MEETING: "",
    Kind.ACTION: "due: ",
    Kind.PROMISE: "promised: ",
    Kind.DECISION: "decided: ",
    Kind.OBJECTIVE: "objective: ",
    Kind.RISK: "risk: ",
    Kind.REVIEW: "review: ",
    Kind.CONTRACT: "contract ends: ",
    Kind.NOTICE: "notice day: ",
    Kind.EVIDENCE: "ask again: ",
}
_CLAIM_KINDS = {
    Rests.SUPPORT: ClaimKind.PEOPLE,
    Rests.INFLUENCE: ClaimKind.PEOPLE,
    Rests.INITIATIVE: ClaimKind.STRATEGY,
    Rests.POSITION: ClaimKind.STRATEGY,
}


@dataclass(frozen=True)
class Event:
    """One entry of a calendar."""

    uid: str
    kind: Kind
    day: datetime.date
    what: str
    time: datetime.time | None = None
    """Local time; None for a whole day."""
    where: str | None = None
    said: tuple[str, ...] = ()
    """Further lines for whoever opens it."""
    ours: tuple[str, ...] = ()
    """Ids of ours whose calendar it belongs into."""


def events(project: Project, accounts: Iterable[Account], of: str | None = None) -> tuple[Event, ...]:
    """Return the events of these accounts by day; with `of`, those of one of us."""
    found = [event for account in accounts for event in _of_account(project, account)]
    mine = (event for event in found if of is None or of in event.ours)
    return tuple(sorted(mine, key=lambda one: (one.day, one.time or datetime.time.min, one.uid)))


def _of_account(project: Project, account: Account) -> Iterator[Event]:
    """Give every event its whole name; two records that go by the same are numbered in the order of the file."""
    seen: Counter[str] = Counter()
    about = _About(project.playbook, account, project.as_of, Names.of(project, account))
    for event in about.events():
        uid = f"{account.id}.{event.kind.value}.{event.uid}"
        seen[uid] += 1
        number = f".{seen[uid]}" if seen[uid] > 1 else ""
        what = f"{account.name}: {_BEFORE[event.kind]}{event.what}"
        yield replace(event, uid=f"{uid}{number}@sam-gen", what=what)


@dataclass(frozen=True)
class _About:
    """One account as seen from one day."""

    playbook: Playbook
    account: Account
    as_of: datetime.date
    names: Names
    leads: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "leads", self.names.ours(self.account.lead))

    def events(self) -> Iterator[Event]:
        yield from self._meetings()
        yield from (self._step(item, item.due) for item in open_items(self.account, self.as_of) if item.due)
        yield from self._risks()
        yield from self._reviews()
        yield from self._contracts()
        yield from self._notices()
        yield from self._evidence()

    def _meetings(self) -> Iterator[Event]:
        for one in meetings_to_come(self.account, self.as_of):
            yield Event(
                one.key,
                Kind.MEETING,
                one.date,
                one.what,
                time=datetime.time.fromisoformat(one.time) if one.time else None,
                where=one.where,
                said=(*self._line("Ours", *one.ours), *self._line("Theirs", *one.theirs)),
                ours=self.names.ours(*one.ours),
            )

    def _step(self, item: Item, due: datetime.date) -> Event:
        said = (*self._line("Owner", item.owner), *self._line("To", item.to))
        gets = item.record.client_gets if isinstance(item.record, Objective) else None
        said += (f"They gain: {gets}",) if gets else ()
        owners = self.names.ours(item.owner, item.to)
        return Event(step_key(item), Kind(item.kind.value), due, item.what, said=said, ours=owners)

    def _risks(self) -> Iterator[Event]:
        for one in self.account.risks:
            if one.due and (one.closed is None or one.closed > self.as_of):
                said = (f"Risk: {one.what}", *self._line("Owner", one.owner))
                yield Event(
                    one.key, Kind.RISK, one.due, one.response or one.what, said=said, ours=self.names.ours(one.owner)
                )

    def _reviews(self) -> Iterator[Event]:
        for one in rhythms(self.account, self.as_of):
            day = one.next or one.due
            if day:
                said = (f"Every {one.cadence.every} days", *((f"The last: {one.last}",) if one.last else ()))
                what = self.playbook.words.say(one.cadence.kind)
                yield Event(one.cadence.kind.value, Kind.REVIEW, day, what, said=said, ours=self.leads)

    def _contracts(self) -> Iterator[Event]:
        units = {unit.key: unit.name for unit in self.account.units}
        offerings = {offering.id: offering.name for offering in self.playbook.offerings}
        for one in self.account.footprint:
            if one.until and one.until >= self.as_of and one.held_by is HeldBy.US:
                unit, offering = key_of(one.unit), key_of(one.offering)
                what = f"{offerings.get(offering, offering)}, {units.get(unit, unit)}"
                yield Event(f"{unit}.{offering}", Kind.CONTRACT, one.until, what, ours=self.leads)

    def _notices(self) -> Iterator[Event]:
        for one in notices(self.account):
            if one.day >= self.as_of:
                uid = f"{one.cell.unit.rpartition('/')[2]}.{one.cell.offering.rpartition('/')[2]}"
                yield Event(uid, Kind.NOTICE, one.day, one.what, ours=self.leads)

    def _evidence(self) -> Iterator[Event]:
        """Return what still carries something and will not within the days in which a page calls something due."""
        end = self.as_of + datetime.timedelta(self.playbook.method.windows.account_ahead)
        keys = _claim_keys(self.account)
        for one in debt(self.account, self.playbook, self.as_of).claims:
            day = None if one.expired else self._expires(one)
            if day and day <= end:
                said = (f"Noted {one.day}, {one.basis.value.replace('_', ' ')}", *self._line("Ask", one.whom))
                ours = self.names.ours(one.owner) or self.leads
                yield Event(keys[one.place], Kind.EVIDENCE, day, f"{one.rests.value}, {one.what}", said=said, ours=ours)

    def _expires(self, one: Owed) -> datetime.date | None:
        """Return the first day on which a claim counts too little to build on."""
        model, kind = self.playbook.method.evidence, _CLAIM_KINDS[one.rests]
        if one.day is None:
            return None
        days = (one.day + datetime.timedelta(age) for age in range(model.lasts(kind) + 1))
        return next((day for day in days if weight(one.basis, one.day, kind, model, day) < model.floor), None)

    def _line(self, label: str, *references: str | None) -> tuple[str, ...]:
        called = [name for name in map(self.names.name, references) if name]
        return (f"{label}: {', '.join(called)}",) if called else ()


def step_key(item: Item) -> str:
    """Return what an open item goes by: its id, or what stands in for it."""
    if isinstance(item.record, Decision) and item.review:
        return decision_key(item.review, item.record)
    return item.record.key if isinstance(item.record, Identified) else slug(item.what)


def decision_key(review: Review, decision: Decision) -> str:
    """Return what a decision goes by: it has no id, so its review and its text."""
    return f"{review.date}.{review.kind.value}.{slug(decision.what)}"


def _claim_keys(account: Account) -> dict[Place, str]:
    """Return what each claim goes by, by its place: the claims of an account have no ids, what they are about has."""
    keys = {one.place_of("basis"): f"initiative.{one.key}" for one in account.initiatives}
    for person in account.people:
        keys |= {claim.place: f"support.{person.key}" for claim in person.support}
        keys |= {claim.place: f"influence.{person.key}" for claim in person.influence}
    signs = account.position.evidence if account.position else ()
    return keys | {sign.place: f"sign.{sign.indicator.rpartition('/')[2]}" for sign in signs}
