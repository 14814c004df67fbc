"""Coverage: who of ours has spoken with whom of theirs in a year, and how well each unit is known."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sam_gen.assess.coverage import Pair, UnitTie, pairs, talks_with, unit_names, units, within
from sam_gen.assess.people import Freshness, Standing, talk_lasts
from sam_gen.draw import marks
from sam_gen.draw.coverage import Coverage as Matrix
from sam_gen.draw.coverage import Theirs, Tie, Unit, coverage_matrix
from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.footprint import HeldBy
from sam_gen.model.people import PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.pages.parts import Marked, Source, source, talk, talk_tone
from sam_gen.pages.tables import UNKNOWN, Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number, short_name, some, span

MANY = 25
"""From this many people on, those with whom nobody of ours ever talked are one line a unit and not a row each."""
_ALIVE = (Freshness.FRESH, Freshness.LATE)


@dataclass(frozen=True)
class Coverage:
    """One of the two sections: a heading that says the finding, its table, and where it comes from."""

    heading: str
    note: str
    table: Table | None
    source: Source
    more: str = ""
    drawing: Svg | None = None
    """The matrix; it is a table itself."""
    key: tuple[Marked, ...] = ()


def coverage(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Coverage:
    """Lay out ours × theirs: the talks of a year and the last one of every pair."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    spoken = pairs(account, playbook, as_of)
    window = playbook.method.people.talks_window
    met = [who for who in here if who.last_talk and within(who.last_talk, window, as_of)]
    lasts = talk_lasts(account, playbook)
    ours = _ours(here, playbook, spoken)
    note = f"Talks in the last {window} days, and how long ago the last one was: a talk is live for {lasts} days."
    note += " Owner: who of us looks after the tie. A blank field: the two never talked."
    return Coverage(
        heading=_heading(len(here), len(met), span(window)),
        note=note if here else "",
        table=None,
        drawing=_Matrix(account, playbook, here, ours, as_of).drawn() if here else None,
        key=_key() if here else (),
        source=source(playbook, account, "contacts"),
        more=_live(spoken, {who.person.key for who in here}, lasts) if here else "",
    )


def _key() -> tuple[Marked, ...]:
    words = ((1, "1 talk"), (2, "2 or 3"), (4, "4 and more"), (0, "none in that time"))
    return tuple(Marked(marks.mark(marks.contact(talks)), word, "ink") for talks, word in words)


def _heading(here: int, met: int, window: str) -> str:
    if not here:
        return "Ours × theirs: nobody of theirs named yet"
    if met == here:
        whole = "the one person there has" if here == 1 else f"{'both' if here == 2 else f'all {number(here)}'} have"
        return f"Ours × theirs: {whole} spoken with us in {window}"
    if not met:
        whole = "the one person there has not" if here == 1 else f"none of {number(here)} has"
        return f"Ours × theirs: {whole} spoken with us in {window}"
    return f"Ours × theirs: {number(met)} of {number(here)} {'has' if met == 1 else 'have'} spoken with us in {window}"


def _live(spoken: Mapping[tuple[str, str], Pair], here: set[str], lasts: int) -> str:
    live = sum(pair.age <= lasts and pair.theirs in here for pair in spoken.values())
    return f"{capital(count(live, 'live pair'))} of ours and theirs"


def _ours(here: Sequence[Standing], playbook: Playbook, spoken: Mapping[tuple[str, str], Pair]) -> list[str]:
    """Return who of us has a column: whoever spoke with one of them or looks after one, the busiest first."""
    keys = {who.person.key for who in here}
    talks: dict[str, int] = {key_of(who.person.owner): 0 for who in here if who.person.owner}
    for pair in spoken.values():
        if pair.theirs in keys:
            talks[pair.ours] = talks.get(pair.ours, 0) + pair.talks
    order = [colleague.id for colleague in playbook.team if colleague.id in talks]
    return sorted(order, key=lambda key: -talks[key])


@dataclass(frozen=True)
class _Matrix:
    """Everything the matrix is drawn from."""

    account: Account
    playbook: Playbook
    here: Sequence[Standing]
    ours: Sequence[str]
    as_of: datetime.date

    def drawn(self) -> Svg:
        """Draw ours × theirs, unit by unit."""
        team = {colleague.id: colleague for colleague in self.playbook.team}
        return coverage_matrix(
            Matrix(
                label="Talks between ours and theirs",
                ours=tuple((short_name(team[our].name), team[our].role or "") for our in self.ours),
                units=self._units(),
                sums=tuple(self._sum(our) for our in self.ours),
                heads=("Theirs", f"Talks in {self._window}", "Live ties"),
            )
        )

    @cached_property
    def _spoken(self) -> Mapping[tuple[str, str], Pair]:
        return pairs(self.account, self.playbook, self.as_of)

    @cached_property
    def _window(self) -> str:
        return span(self.playbook.method.people.talks_window)

    @cached_property
    def _lasts(self) -> int:
        return talk_lasts(self.account, self.playbook)

    def _units(self) -> tuple[Unit, ...]:
        """Return the people by unit, in the order of the file, key players first; those without a unit come last."""
        named = unit_names(self.account)
        groups: dict[str, list[Standing]] = {}
        for who in sorted(self.here, key=lambda who: (not who.person.unit, not who.key_player)):
            unit = who.person.unit or ""
            groups.setdefault(named.get(unit.casefold(), unit), []).append(who)
        rest = "Unit not named" if len(groups) > 1 else ""
        return tuple(self._unit(name or rest, some) for name, some in groups.items())

    def _unit(self, name: str, some: Sequence[Standing]) -> Unit:
        live = sum(self._live(who.person.key) > 0 for who in some)
        said = f"a live tie with {live if live else 'none'} of {len(some)}"
        rows = [(who, self._theirs(who)) for who in some]
        many = len(self.here) > MANY
        blank = [
            who.person.name for who, row in rows if many and not row.key and not any(row.ties) and not who.last_talk
        ]
        shown = tuple(row for who, row in rows if who.person.name not in blank)
        others = f"Nobody of ours has talked with {listed(blank)}." if blank else ""
        return Unit(name, shown, said, others)

    def _live(self, theirs: str) -> int:
        found = (self._spoken.get((our, theirs)) for our in self.ours)
        return sum(pair is not None and pair.age <= self._lasts for pair in found)

    def _theirs(self, who: Standing) -> Theirs:
        key = who.person.key
        talks, live = talks_with(self.account, self.playbook, [key], self.as_of), self._live(key)
        ties = tuple(self._tie(self._spoken.get((our, key)), key_of(who.person.owner) == our) for our in self.ours)
        tone = "ink" if live else "ochre"
        name, title = who.person.name, who.person.title or ""
        if _recent(who, self.playbook, self.as_of) and not self._noted(who):
            said = f"{f'{talks}, then ' if talks else ''}{who.talk_age} d, who?"
            return Theirs(name, title, who.key_player, ties, said, str(live) if live else "not known", tone)
        return Theirs(name, title, who.key_player, ties, str(talks), str(live) if live else "none", tone)

    def _noted(self, who: Standing) -> bool:
        """Whether the last talk with somebody is on file as one, and not as a day alone."""
        that_day = (one for one in self.account.contacts if one.date == who.last_talk)
        return any(who.person.key in map(key_of, one.theirs) for one in that_day)

    def _tie(self, pair: Pair | None, owner: bool) -> Tie | None:
        """Say how often two spoke; the owner of a tie without a talk is a hole, everybody else's blank is none."""
        if pair is None:
            return Tie(0, "owner, no talk", "", None, "ochre", True) if owner else None
        said = f"{pair.talks} {'talk' if pair.talks == 1 else 'talks'}" if pair.talks else f"none in {self._window}"
        left = max(0.0, 1 - pair.age / self._lasts)
        late = pair.age * 100 > self._lasts * self.playbook.method.people.talk_late_from
        stale = pair.age >= self._lasts
        tone = "red" if stale else "ochre" if late else "ink"
        age = f"{pair.age} d{', stale' if stale else ', late' if late else ''}"
        return Tie(pair.talks, f"owner, {said}" if owner else said, age, left, tone, owner)

    def _sum(self, our: str) -> tuple[str, str]:
        found = [self._spoken.get((our, who.person.key)) for who in self.here]
        live = sum(pair is not None and pair.age <= self._lasts for pair in found)
        return f"{live if live else 'none'} of {len(self.here)}", "live ties"


def _recent(who: Standing, playbook: Playbook, as_of: datetime.date) -> bool:
    """Whether they spoke with us in the window, as far as the day of the last talk tells."""
    return bool(who.last_talk and within(who.last_talk, playbook.method.people.talks_window, as_of))


def _last(who: Standing) -> Cell:
    shown = talk(who)
    return Cell(shown.word, mark=shown.mark, tone=talk_tone(who))


# Units ----------------------------------------------------------------------------


def unit_section(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Coverage:
    """Say for each of their units who is known there."""
    ties = units(account, playbook, people, as_of)
    named = [tie for tie in ties if tie.name]
    alive = [tie for tie in named if any(who.freshness in _ALIVE for who in tie.people)]
    ours = {key_of(cell.unit) for cell in account.footprint if cell.held_by is HeldBy.US}
    served = {unit.name for unit in account.units if unit.key in ours}
    rows = tuple(
        _unit_row(tie, any(_recent(who, playbook, as_of) for who in tie.people))
        if tie.people
        else _empty_unit(tie.name, tie.name in served)
        for tie in ties
    )
    window = span(playbook.method.people.talks_window)
    heads = columns("Unit", "People we know of", "For us", f">Talks in {window}", "Last talk")
    return Coverage(
        heading=_units_heading(len(named), len(alive)),
        note="" if named else "Write unit: with the division or site beside each person, and holes show by unit.",
        table=Table("Who is known in each unit", heads, rows) if named else None,
        source=source(playbook, account, "people"),
    )


def _units_heading(named: int, alive: int) -> str:
    if not named:
        return "By unit: no unit named yet"
    if named == 1:
        return f"By unit: {'a' if alive else 'no'} live tie in the one unit named"
    if not alive:
        return f"By unit: no live tie in any of {number(named)} units"
    return f"By unit: a live tie in {'both' if named == alive == 2 else f'{number(alive)} of {number(named)}'}"


def _unit_row(tie: UnitTie, spoken: bool) -> Row:
    friends = [who.person.name for who in tie.people if who.for_us]
    last = min((who for who in tie.people if who.talk_age is not None), key=lambda who: who.talk_age or 0, default=None)
    return Row(
        (
            Cell(tie.name or "Unit not named"),
            Cell(_named(tie.people)),
            Cell(listed(friends)) if friends else Cell("nobody known to be", tone="ochre"),
            Cell("by whom not noted", tone="grey") if spoken and not tie.talks else Cell(str(tie.talks)),
            _last(last) if last else Cell("never", tone="ochre"),
        )
    )


def _empty_unit(name: str, served: bool) -> Row:
    """Say of a unit without people what is missing; where we serve something, somebody has met us."""
    said = "we serve it; note who of them is there"
    if not served:
        said = "nobody on file is noted for this unit: ask who runs it"
    last = UNKNOWN if served else Cell("never", tone="grey")
    talks = UNKNOWN if served else Cell("0")
    return Row((Cell(name), Cell(said, tone="ochre"), UNKNOWN, talks, last))


def _named(people: Sequence[Standing]) -> str:
    return some([who.person.name for who in people], 3, most=4)
