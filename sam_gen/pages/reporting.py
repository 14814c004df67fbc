"""The people map at every size: one drawing, one for each division, or a tree to unfold; and maps with a name.

Up to `ONE_DRAWING` people stand in one drawing, up to `DRAWN` in one drawing for each division with an overview of
them, and more in a tree of text. Nobody is lost: who has no place is named in the tray with the reason.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.people import Standing, talk_lasts
from sam_gen.draw.overview import overview
from sam_gen.draw.svg import Svg
from sam_gen.draw.tree import Unplaced, Why
from sam_gen.model.account import Account
from sam_gen.model.people import NamedMap, PersonStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.pages import findings
from sam_gen.pages.chart import Chart, Drawing, PersonRow, TieRow
from sam_gen.pages.chart_branches import Step, branches
from sam_gen.pages.chart_divisions import ONE_DRAWING, about, boxes_of, division, in_words, parts_of, unit_boxes
from sam_gen.pages.chart_key import Key, legend
from sam_gen.pages.chart_tray import TrayGroup, tray
from sam_gen.pages.parts import Names, Source, source, weight
from sam_gen.pages.words import count, day, listed, number

DRAWN = 80
"""The most people in drawings at all."""
WHO_COUNT = 12
"""The most people on the map of an account's overview."""


@dataclass(frozen=True)
class MapSection:
    """Everything the section about the map shows."""

    heading: str
    about: str
    overview: Svg | None
    """How the divisions hang together, where there are several."""
    boxes: tuple[tuple[str, str], ...]
    """The same in words: name and facts of each division."""
    drawings: tuple[Drawing, ...]
    tree: tuple[Step, ...]
    rows: tuple[PersonRow, ...]
    tray: tuple[TrayGroup, ...]
    tray_heading: str
    ties: tuple[TieRow, ...]
    gone: tuple[str, ...]
    legend: tuple[Key, ...]
    source: Source
    more: str = ""


@dataclass(frozen=True)
class NamedSection:
    """The maps that the team has named."""

    heading: str
    maps: tuple[Drawing, ...]
    empty: tuple[str, ...]
    """Sentences about maps with nobody on them, or with people who are gone."""
    ids: str
    """Ids to begin with, for the lines to copy."""
    source: Source
    more: str = ""


def map_section(
    account: Account,
    playbook: Playbook,
    people: Sequence[Standing],
    names: Names,
    as_of: datetime.date,
    *,
    few: bool = False,
    also: Sequence[Drawing] = (),
) -> MapSection:
    """Draw the map of everybody at the client who has not left; with `few`, of those who count.

    Its key explains the lines of `also` too, further drawings of the page.
    """
    chart = Chart(account, playbook, people, names, as_of)
    shown = who_count(people, chart.managers) if few else tuple(people)
    everybody = len(shown) == len(people)
    unplaced = _unplaced(chart, shown, everybody=everybody)
    placed = [who for who in shown if who.person.key not in unplaced]
    heading = _heading(people, len(shown), len(unplaced))
    parts = parts_of(chart, len(placed)) if everybody and len(placed) > ONE_DRAWING else ()
    drawings: tuple[Drawing, ...] = ()
    if len(parts) > 1 and len(placed) <= DRAWN:
        drawings = tuple(division(chart, part, parts) for part in parts)
    elif placed and len(placed) <= DRAWN:
        drawings = (chart.drawing(placed, "people-map", "", f"People of {account.name}", heading),)
    boxes = boxes_of(chart, parts) if len(parts) > 1 or drawings else unit_boxes(chart, placed)
    boxes = boxes if len(boxes) > 1 else []
    return MapSection(
        heading=heading,
        about=about(boxes, "division" if len(parts) > 1 else "part", apart=bool(drawings)) if placed else "",
        overview=overview(boxes, f"Parts of {account.name}", in_words(boxes), "divisions") if boxes else None,
        boxes=tuple((box.name, " · ".join(box.facts)) for box in boxes),
        drawings=drawings,
        tree=() if drawings else tuple(branches(chart, placed)),
        rows=chart.rows(shown, chart.managers if everybody else chart.within(shown)),
        tray=tray(chart, unplaced),
        tray_heading=f"Not placed: {count(len(unplaced), 'person', 'people')}",
        ties=tuple(chart.ties(None if everybody else {who.person.key for who in shown})),
        gone=tuple(_gone(account, as_of)) if everybody else (),
        legend=legend(shown, playbook.words, talk_lasts(account, playbook), [one.svg for one in (*drawings, *also)]),
        source=source(playbook, account, "people"),
    )


def _unplaced(chart: Chart, shown: Sequence[Standing], *, everybody: bool) -> Mapping[str, Why]:
    """Return who has no place; among a few people, somebody without a manager stands beside the others."""
    if everybody:
        return chart.unplaced
    keys = {who.person.key for who in shown}
    return {key: why for key, why in chart.unplaced.items() if key in keys and why.kind is not Unplaced.ALONE}


def _heading(people: Sequence[Standing], shown: int, unplaced: int) -> str:
    if shown < len(people):
        return f"Who reports to whom: {number(shown)} who count, of {number(len(people))} on the map"
    vacant = sum(who.person.status is PersonStatus.VACANT for who in people)
    return findings.reporting(len(people) - vacant, vacant, unplaced)


def named_section(
    account: Account, playbook: Playbook, people: Sequence[Standing], names: Names, as_of: datetime.date
) -> NamedSection | None:
    """Draw the maps the file names; None where none is named and one drawing shows everybody anyway."""
    if not account.maps and len(people) <= ONE_DRAWING:
        return None
    chart = Chart(account, playbook, people, names, as_of)
    drawn = [_named(chart, one, f"map{i}") for i, one in enumerate(account.maps, 1)]
    said = ", ".join(one.name for one in account.maps) if len(account.maps) <= 3 else number(len(account.maps))
    return NamedSection(
        heading=f"Maps for one purpose: {said or 'none yet'}",
        maps=tuple(drawing for drawing, _ in drawn if drawing),
        empty=tuple(sentence for _, sentence in drawn if sentence),
        ids=", ".join(sorted(chart.people, key=lambda key: not chart.people[key].key_player)[:3]),
        source=source(playbook, account, "maps"),
    )


def _named(chart: Chart, one: NamedMap, uid: str) -> tuple[Drawing | None, str]:
    keys = dict.fromkeys(key_of(reference) for reference in one.people)
    circled = {key for key, why in chart.unplaced.items() if why.kind is not Unplaced.ALONE}
    shown = [chart.people[key] for key in keys if key in chart.people and key not in circled]
    left = [chart.names.their(key) for key in keys if key not in chart.people]
    lost = [chart.people[key].person.name for key in keys if key in circled]
    said = [f"{listed(left)} {'is' if len(left) == 1 else 'are'} no longer there"] if left else []
    said += [f"{listed(lost)} cannot be placed: the reporting lines run in a circle"] if lost else []
    said += [] if shown or said else ["nobody is on it yet: write the ids of the people who count for it"]
    sentence = f"{one.name}: {'; '.join(said)}." if said else ""
    if not shown:
        return None, sentence
    heading = f"{one.name}: {count(len(shown), 'person', 'people')}"
    return chart.drawing(shown, uid, heading, one.name, heading, chart.facts(shown)[1:]), sentence


def who_count(people: Sequence[Standing], managers: Mapping[str, str | None]) -> tuple[Standing, ...]:
    """Return who counts, with their managers, in the order of the file: at most `WHO_COUNT`, everybody if so few."""
    if len(people) <= WHO_COUNT:
        return tuple(people)
    keys = [who for who in people if who.key_player]
    known = [who for who in people if who.support or who.influence]
    chosen: set[str] = set()
    for who in sorted(keys or known or people, key=weight, reverse=True):
        manager = managers[who.person.key]
        more = chosen | {who.person.key} | ({manager} if manager else set())
        if len(more) <= WHO_COUNT:
            chosen = more
    return tuple(who for who in people if who.person.key in chosen)


def _gone(account: Account, as_of: datetime.date) -> list[str]:
    left = (person for person in account.people if person.gone(as_of))
    return [
        f"{person.name}{f', {person.title}' if person.title else ''}"
        f"{f', until {day(person.until, as_of)}' if person.until else ''}"
        for person in left
    ]
