"""Coverage: who of ours has spoken with whom of theirs in a year, and how well each unit is known."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.coverage import Pair, UnitTie, key_of, pairs, talks_with, units, within
from sam_gen.assess.people import Freshness, Standing, talk_lasts
from sam_gen.model.account import Account
from sam_gen.model.people import PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.pages.parts import Source, source, talk, talk_tone
from sam_gen.pages.tables import Cell, Column, Row, Table, columns
from sam_gen.pages.words import capital, count, day, listed, number, short_name, span

_ALIVE = (Freshness.FRESH, Freshness.LATE)


@dataclass(frozen=True)
class Coverage:
    """One of the two sections: a heading that says the finding, its table, and where it comes from."""

    heading: str
    note: str
    table: Table | None
    source: Source
    more: str = ""


def coverage(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Coverage:
    """Lay out ours × theirs: the talks of a year and the last one of every pair."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    spoken = pairs(account, playbook, as_of)
    window = playbook.method.people.talks_window
    met = [who for who in here if who.last_talk and within(who.last_talk, window, as_of)]
    lasts = talk_lasts(account, playbook)
    ours = _ours(here, playbook, spoken)
    note = f"Talks in the last {window} days, and the day of the last one. A talk is live for {lasts} days."
    note += " Owner: who of us looks after the tie."
    return Coverage(
        heading=_heading(len(here), len(met), span(window)),
        note=note if here else "",
        table=_grid(account, playbook, here, ours, as_of) if here else None,
        source=source(playbook, account, "contacts"),
        more=_live(spoken, {who.person.key for who in here}, lasts) if here else "",
    )


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


def _grid(
    account: Account, playbook: Playbook, here: Sequence[Standing], ours: Sequence[str], as_of: datetime.date
) -> Table:
    spoken, window = pairs(account, playbook, as_of), span(playbook.method.people.talks_window)
    names = {colleague.id: short_name(colleague.name) for colleague in playbook.team}
    rows = tuple(
        Row(
            (
                Cell(who.person.name, second=who.person.title or ""),
                *(
                    _pair(spoken.get((our, who.person.key)), key_of(who.person.owner) == our, window, as_of)
                    for our in ours
                ),
                _total(talks_with(account, playbook, [who.person.key], as_of)),
                _last(who),
            )
        )
        for who in here
    )
    heads = (Column("Theirs"), *(Column(names[our]) for our in ours), Column(f"Talks in {window}", True))
    return Table("Talks between ours and theirs, scrolls sideways", (*heads, Column("Last talk")), rows, wide=True)


def _pair(pair: Pair | None, owner: bool, window: str, as_of: datetime.date) -> Cell:
    """Say how often two spoke; the owner of a tie without a talk is a hole, everybody else's blank is none."""
    if pair is None:
        return Cell("owner, no talk", tone="ochre") if owner else Cell("–", tone="grey")
    talks = count(pair.talks, "talk") if pair.talks else f"none in {window}"
    second = f"last {day(pair.last, as_of)}"
    return Cell(f"owner, {talks}" if owner else talks, second=second, tone="ink" if pair.talks else "ochre")


def _total(talks: int) -> Cell:
    return Cell(str(talks)) if talks else Cell("0", tone="ochre")


def _last(who: Standing) -> Cell:
    shown = talk(who)
    return Cell(shown.word, mark=shown.mark, tone=talk_tone(who))


# Units ----------------------------------------------------------------------------


def unit_section(account: Account, playbook: Playbook, people: Sequence[Standing], as_of: datetime.date) -> Coverage:
    """Say for each of their units who is known there."""
    ties = units(account, playbook, people, as_of)
    named = [tie for tie in ties if tie.name]
    alive = [tie for tie in named if any(who.freshness in _ALIVE for who in tie.people)]
    rows = tuple(_unit_row(tie) for tie in ties)
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


def _unit_row(tie: UnitTie) -> Row:
    if not tie.people:
        hole = Cell("nobody known yet: ask who runs it", tone="ochre")
        return Row((Cell(tie.name), hole, Cell("not known yet", tone="grey"), Cell("0"), Cell("never", tone="grey")))
    friends = [who.person.name for who in tie.people if who.for_us]
    last = min((who for who in tie.people if who.talk_age is not None), key=lambda who: who.talk_age or 0, default=None)
    return Row(
        (
            Cell(tie.name or "Unit not named"),
            Cell(_named(tie.people)),
            Cell(listed(friends)) if friends else Cell("nobody known to be", tone="ochre"),
            Cell(str(tie.talks)),
            _last(last) if last else Cell("never", tone="ochre"),
        )
    )


def _named(people: Sequence[Standing]) -> str:
    names = [who.person.name for who in people]
    return listed(names if len(names) <= 4 else [*names[:3], count(len(names) - 3, "other")])
