"""One account's reporting lines on a page: everybody's card, row and drawing, and the sentence that sums some up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sam_gen.assess.people import Standing
from sam_gen.draw import marks
from sam_gen.draw.people_map import Card, people_map
from sam_gen.draw.svg import Svg
from sam_gen.draw.ties import TieLine
from sam_gen.draw.tree import Unplaced, Why, sort_out
from sam_gen.model.account import Account
from sam_gen.model.limits import ClaimKind
from sam_gen.model.people import Person, PersonStatus, TieKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.pages.chart_depths import depths_of
from sam_gen.pages.parts import (
    Marked,
    Names,
    basis,
    counts,
    grounds,
    post,
    stand_word,
    support,
    talk,
    talk_tone,
    talk_words,
)
from sam_gen.pages.regard import calls_for
from sam_gen.pages.sheets import sheet_of
from sam_gen.pages.words import day, number, short_name

_SPEAKS_FOR_EMPLOYEES = "employee-representation"
"""The function of models/people.yml whose people stand outside the line."""


@dataclass(frozen=True)
class PersonRow:
    """One person in the table beside the map."""

    name: str
    title: str
    depth: int
    """Steps below the head, for the indented list on a phone; 0 for heads and the unplaced."""
    roles: str
    support: Marked | None
    basis: Marked | None
    grounds: str
    """What was seen or heard, by whom of us and when."""
    counts: str
    """How far it still counts."""
    influence: str
    influence_mark: Svg | None
    owner: str
    talk: Marked | None
    sees_us: str
    """What they call on us for; empty while nobody knows."""
    post: str
    """Level and function."""
    cares: str
    note: str
    key_player: bool
    ownerless: bool
    """Whether they are there and nobody of ours looks after them."""
    told: str
    """In one line what their card shows besides: roles, influence, our owner."""


@dataclass(frozen=True)
class Drawing:
    """One drawing with its heading and, for narrow screens, the same people as a list."""

    uid: str
    heading: str
    """Empty where the section's own heading is enough."""
    facts: tuple[str, ...]
    svg: Svg
    rows: tuple[PersonRow, ...]
    sheet: tuple[str, ...]
    """How it is printed, as `sheet_of` says."""


@dataclass(frozen=True)
class TieRow:
    """One line of who moves whom."""

    number: str
    who: str
    what: str
    whom: str
    evidence: str


class Chart:
    """Who reports to whom at one account, and how to draw any of them."""

    def __init__(
        self, account: Account, playbook: Playbook, people: Sequence[Standing], names: Names, as_of: datetime.date
    ) -> None:
        self.account, self.playbook, self.names, self.as_of = account, playbook, names, as_of
        self.people = {who.person.key: who for who in people}
        self.managers = {key: self._manager(who) for key, who in self.people.items()}
        _, self.unplaced = sort_out(self.managers)
        self._tops = _top_units(account)

    def _manager(self, who: Standing) -> str | None:
        """Return whom they report to; a manager who has left leaves them without one."""
        manager = key_of(who.person.reports_to)
        return manager if manager in self.people else None

    def unit(self, key: str) -> str:
        """Return the division somebody sits in: the unit at the top of theirs."""
        name = self.names.unit(self.people[key].person.unit)
        return self._tops.get(name.casefold(), name)

    def outside(self, key: str) -> bool:
        """Whether somebody reports to nobody by their part: on the board, or speaking for the employees."""
        person, levels = self.people[key].person, self.playbook.method.people.levels
        on_board = bool(levels) and key_of(person.level) == levels[0].id
        return not person.reports_to and (on_board or key_of(person.function) == _SPEAKS_FOR_EMPLOYEES)

    def left_manager(self, key: str) -> str:
        """Return the name of the manager if they have left."""
        reference = self.people[key].person.reports_to
        return self.names.their(reference) if reference and self.managers[key] is None else ""

    def within(self, shown: Iterable[Standing]) -> dict[str, str | None]:
        """Return for each of a few people the nearest manager among them."""
        keys = [who.person.key for who in shown]
        here = set(keys)
        return {key: self._above(key, here) for key in keys}

    def _above(self, key: str, here: set[str]) -> str | None:
        seen = {key}
        at = self.managers[key]
        while at is not None and at not in here and at not in seen:
            seen.add(at)
            at = self.managers[at]
        return at if at in here and at not in seen else None

    def drawing(
        self,
        shown: Sequence[Standing],
        uid: str,
        heading: str,
        title: str,
        description: str,
        facts: tuple[str, ...] = (),
    ) -> Drawing:
        """Draw some people, each below the nearest manager among them."""
        managers = self.within(shown)
        cards = [
            replace(self.card(who, managers[key]), far=managers[key] not in (None, self.managers[key]))
            for who in shown
            for key in [who.person.key]
        ]
        drawn = people_map(cards, title, description, uid, list(self._tie_lines()), loners=True)
        return Drawing(uid, heading, facts, drawn.svg, self.rows(shown, managers), sheet_of(drawn.width, drawn.height))

    def facts(self, shown: Sequence[Standing]) -> tuple[str, ...]:
        """Say how many they are, how many key players are for us, and whom nobody of ours looks after."""
        here = [who for who in shown if who.person.status is PersonStatus.ACTIVE]
        vacant = len(shown) - len(here)
        blank = sum(who.person.owner is None for who in here)
        people = f"{heads(len(here))}{f', {vacant} vacant' if vacant else ''}"
        owners = f"without an owner of ours: {blank}" if blank else "everybody has an owner of ours" if here else ""
        return tuple(fact for fact in (people, key_players(here), owners) if fact)

    def card(self, who: Standing, manager: str | None) -> Card:
        """Say what the map shows of somebody."""
        person, words = who.person, self.playbook.words
        vacant = person.status is PersonStatus.VACANT
        return Card(
            key=person.key,
            name=person.name,
            short=short_name(person.name),
            title=person.title or post(person, self.playbook.method.people),
            manager=manager,
            support=who.support.value if who.support else None,
            support_word=stand_word(who, words),
            support_counts=who.stand_counts,
            roles=tuple((words.letter(role), words.say(role)) for role in person.roles),
            influence=who.influence.value if who.influence else None,
            owner=self.names.short(person.owner) or "no owner",
            owner_missing=person.owner is None,
            talk=self._since(person) if vacant else talk_words(who),
            talk_left=who.talk_left,
            talk_tone=talk_tone(who),
            heavy=who.key_player,
            vacant=vacant,
        )

    def _since(self, person: Person) -> str:
        return f"vacant since {day(person.since, self.as_of)}" if person.since else "vacant"

    def rows(self, shown: Sequence[Standing], managers: Mapping[str, str | None]) -> tuple[PersonRow, ...]:
        """Return them in reading order, each manager before the reports."""
        depths = depths_of({who.person.key: managers[who.person.key] for who in shown})
        return tuple(self.row(self.people[key], depth) for key, depth in depths.items())

    def row(self, who: Standing, depth: int) -> PersonRow:
        """Say what the table shows of somebody."""
        person, words, playbook = who.person, self.playbook.words, self.playbook
        vacant = person.status is PersonStatus.VACANT
        model = playbook.method.evidence
        why = self.unplaced.get(person.key)
        notes = [
            self._since(person) if vacant else "",
            f"not placed: {short_reason(self, person.key, why)}" if why else "",
        ]
        return PersonRow(
            name=person.name,
            title=_title(person, self.names.unit(person.unit)),
            depth=min(depth, 5),
            roles=", ".join(words.say(role) for role in person.roles),
            support=None if vacant else support(who, words),
            basis=basis(who.support.basis, words) if who.support else None,
            grounds=grounds(who.support, self.names, self.as_of) if who.support else "",
            counts=counts(who.support, ClaimKind.PEOPLE, model, self.as_of) if who.support else "",
            influence=str(who.influence.value) if who.influence else "",
            influence_mark=marks.mark(marks.influence(who.influence.value)) if who.influence else None,
            owner=self.names.full(person.owner),
            talk=None if vacant else talk(who),
            sees_us=calls_for(who.sees_us_as, playbook, self.as_of),
            post=post(person, playbook.method.people),
            cares=person.cares_about or "",
            note=" · ".join(note for note in notes if note),
            key_player=who.key_player,
            ownerless=not vacant and person.owner is None,
            told=" · ".join(part for part in self._told(who) if part),
        )

    def _told(self, who: Standing) -> Iterator[str]:
        yield ", ".join(self.playbook.words.say(role) for role in who.person.roles)
        yield f"influence {who.influence.value} of 10" if who.influence else ""
        yield f"our tie: {self.names.full(who.person.owner)}" if who.person.owner else ""

    def _tie_lines(self) -> Iterator[TieLine]:
        for i, tie in enumerate(self.account.influences, 1):
            yield TieLine(key_of(tie.from_), key_of(tie.to), i, tie.kind is TieKind.CONFLICT)

    def ties(self, among: set[str] | None) -> Iterator[TieRow]:
        """Say who moves whom; `among` leaves out ties with an end elsewhere."""
        words = {TieKind.INFLUENCES: "moves", TieKind.CONFLICT: "is at odds with"}
        for i, tie in enumerate(self.account.influences, 1):
            if among is None or {key_of(tie.from_), key_of(tie.to)} <= among:
                who, whom = self.names.their(tie.from_), self.names.their(tie.to)
                yield TieRow(str(i), who, words[tie.kind], whom, tie.evidence or "")


def heads(people: int) -> str:
    """Count people in digits, as a strip of figures does."""
    return f"{people} {'person' if people == 1 else 'people'}"


def key_players(here: Sequence[Standing]) -> str:
    """Count the key players who are for us."""
    keys = [who for who in here if who.key_player]
    unknown = sum(who.support is None for who in keys)
    if not keys:
        return "no key player named"
    more = f", {number(unknown)} not known" if unknown else ""
    return f"key players for us: {sum(who.for_us for who in keys)} of {len(keys)}{more}"


def _top_units(account: Account) -> dict[str, str]:
    """Return for each unit, by its name in small letters, the name of the unit at the top of it."""
    by_key = {unit.key: unit for unit in account.units}
    tops: dict[str, str] = {}
    for unit in account.units:
        at, seen = unit, {unit.key}
        while at.part_of and (above := by_key.get(key_of(at.part_of))) and above.key not in seen:
            seen.add(above.key)
            at = above
        tops[unit.name.casefold()] = at.name
    return tops


def short_reason(chart: Chart, key: str, why: Why) -> str:
    """Say why somebody has no place, without names of a circle."""
    if why.kind is Unplaced.ALONE:
        left = chart.left_manager(key)
        if left:
            return f"reported to {left}, who has left"
        return "stands outside the line" if chart.outside(key) else "no manager given: ask whom they report to"
    if why.kind is Unplaced.ABSENT:
        return "the manager is not in the file"
    return "the reporting lines run in a circle"


def _title(person: Person, unit: str) -> str:
    """Title and unit, the unit only where the title does not name it already."""
    title = person.title or ""
    return title if unit in title else " · ".join(part for part in (title, unit) if part)
