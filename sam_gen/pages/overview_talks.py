"""The last talks with a client, those of which only the day is known among them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.coverage import within
from sam_gen.assess.people import Standing
from sam_gen.model.people import Contact
from sam_gen.model.place import Place
from sam_gen.model.scalars import key_of
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.words import listed, number, span

_ROWS = 6
_NOT_NOTED = "not noted what it was about"


@dataclass(frozen=True)
class TalkRow:
    """One talk that took place."""

    when: str
    what: str
    who: str


_Dated = tuple[datetime.date, Place, TalkRow]
"""A talk with what puts it in order."""


def talks_section(sight: Sight, people: Sequence[Standing]) -> dict[str, object]:
    """Build the section on what was talked about lately."""
    past = sorted([*_held(sight), *_bare(sight, people)], key=lambda talk: talk[:2], reverse=True)
    window = sight.playbook.method.people.talks_window
    lately = [within(date, window, sight.as_of) for date, *_ in past]
    heading = findings.talks(len(past), sum(lately), window)
    return {
        "section": Block(heading, sight.source("contacts"), more=_more(lately, window)),
        "rows": tuple(row for _, _, row in past[:_ROWS]),
    }


def _more(lately: Sequence[bool], window: int) -> str:
    """Say how many talks are not shown, those within the window and those before it."""
    inside = sum(lately[_ROWS:])
    before = len(lately[_ROWS:]) - inside
    year = span(window).removeprefix("a ")
    parts = [f"{number(inside)} more in the {year}"] if inside else []
    parts += [f"{number(before)} before {'it' if sum(lately) else f'the {year}'}"] if before else []
    return ", ".join(parts)


def _held(sight: Sight) -> list[_Dated]:
    """Return the talks that the file tells of."""
    return [(one.date, one.place, _row(sight, one)) for one in sight.account.contacts if one.date <= sight.as_of]


def _bare(sight: Sight, people: Sequence[Standing]) -> list[_Dated]:
    """Return the last talks of which the file has the day and no more, those of one day together."""
    noted = {(contact.date, key_of(who)) for contact in sight.account.contacts for who in contact.theirs}
    bare: dict[datetime.date, list[Standing]] = {}
    for who in people:
        if who.last_talk and (who.last_talk, who.person.key) not in noted:
            bare.setdefault(who.last_talk, []).append(who)
    return [
        (on, some[0].talk_place or some[0].person.place, TalkRow(sight.day(on), _NOT_NOTED, f"with {listed(names)}"))
        for on, some in bare.items()
        for names in [[who.person.name for who in some]]
    ]


def _row(sight: Sight, contact: Contact) -> TalkRow:
    theirs = listed([sight.names.their(who) for who in contact.theirs])
    ours = listed([sight.names.full(who) for who in contact.ours])
    who = f"{theirs} with {ours}" if theirs and ours else theirs or ours
    return TalkRow(sight.day(contact.date), contact.what or _NOT_NOTED, who)
