"""Who counts at a client, the key players first: how they stand, who of ours looks after them, the last talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.map_status import decides
from sam_gen.assess.people import Standing
from sam_gen.model.people import PersonStatus
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import Marked, support, talk, weight
from sam_gen.pages.words import some

_ROWS = 8
_FEW = 6
"""Rows up to which others follow the key players, so that few of them leave no hole beside what is due."""


@dataclass(frozen=True)
class WhoRow:
    """One person in the table of who counts."""

    name: str
    title: str
    support: Marked | None
    owner: str
    talk: Marked | None
    vacant: str


def who_section(sight: Sight, people: Sequence[Standing]) -> dict[str, object]:
    """Build the section on who counts; where there are too many key players, the most influential stand first."""
    model = sight.playbook.method.people
    keys = [who for who in people if who.key_player]
    if len(keys) > _ROWS:
        keys.sort(key=lambda who: (-weight(who), not decides(who, model), not who.for_us))
    others = sorted((who for who in people if not who.key_player), key=weight, reverse=True)
    shown = [*keys[:_ROWS], *others[: max(0, (_FEW if keys else _ROWS) - len(keys))]]
    rows = tuple(_row(sight, who) for who in shown)
    more = "" if len(rows) == len(people) else f"all {len(people)} on the map below"
    return {
        "section": Block(_heading(keys, people), sight.source("people"), more=more),
        "rows": rows,
        "hole": _hole(keys),
    }


def _heading(keys: Sequence[Standing], people: Sequence[Standing]) -> str:
    here = [who for who in keys if who.person.status is PersonStatus.ACTIVE]
    if people and keys and not here:
        return findings.vacant_posts(len(keys))
    known = sum(who.stand_known for who in here)
    return findings.key_players(len(people), len(here), known, sum(who.for_us for who in here))


def _row(sight: Sight, who: Standing) -> WhoRow:
    person = who.person
    vacant = person.status is PersonStatus.VACANT
    return WhoRow(
        name=person.name,
        title=person.title or "",
        support=None if vacant else support(who, sight.words),
        owner=sight.names.short(person.owner),
        talk=None if vacant else talk(who),
        vacant="nobody in this post" if vacant else "",
    )


def _hole(keys: Sequence[Standing]) -> str:
    """Say who counts and has nobody of ours; empty if there is no such hole."""
    alone = [who for who in keys if who.person.owner is None and who.person.status is PersonStatus.ACTIVE]
    if not alone:
        return ""
    named = [f"{who.person.name}{f' ({who.person.title})' if who.person.title else ''}" for who in alone]
    return f"Nobody of ours looks after {some(named)}."
