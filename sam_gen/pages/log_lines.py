"""Lines of `sam-gen log` on the pages: after a talk on the brief, for what is stale on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.log_lines import Stale, for_talk, quiet
from sam_gen.assess.people import Standing, talk_lasts
from sam_gen.model.account import Account
from sam_gen.model.people import Meeting
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.parts import address
from sam_gen.pages.tables import Link
from sam_gen.pages.words import capital, count, day, listed, number, span

_MOST_TALKS = 3
"""Lines on a brief without a meeting."""
ROWS, _OF_ONE = 6, 2
"""Lines the desk shows, and of these of one account, so that a large one leaves room for the others."""


@dataclass(frozen=True)
class Offer:
    """A sentence and the lines to copy under it."""

    said: str
    lines: tuple[str, ...]


def after_talk(sight: Sight, there: Sequence[Standing], meeting: Meeting | None) -> Offer | None:
    """Offer the line where we have not heard one of those who will be there within the limit; it names these first."""
    lines = for_talk(sight.account, there, meeting, sight.playbook, _MOST_TALKS)
    if not lines:
        return None
    keys = [key for line in lines for key in line.who]
    names = listed([who.person.name for who in there if who.person.key in keys and quiet(who)])
    limit = span(talk_lasts(sight.account, sight.playbook))
    return Offer(
        f"No talk within {limit} with {names}. Afterwards, as far as it is true:", tuple(x.text for x in lines)
    )


@dataclass(frozen=True)
class StaleRow:
    """One line of the desk."""

    what: str
    account: Link
    why: str
    line: str


@dataclass(frozen=True)
class StaleList:
    """What is stale over all accounts."""

    heading: str
    rows: tuple[StaleRow, ...]
    more: str


def stale_list(project: Project, found: Sequence[tuple[Account, tuple[Stale, ...]]]) -> StaleList | None:
    """Build the list of the desk: the first of every account before the second of any; None where nothing is stale."""
    every = [(account, one) for account, some in found for one in some]
    if not every:
        return None
    signs = sum(one.sign is not None for _, one in every)
    said = [count(signs, "sign expires soon", "signs expire soon")] if signs else []
    ties = len(every) - signs
    said += [count(ties, "tie has gone quiet", "ties have gone quiet")] if ties else []
    turns = sorted(
        ((turn, one.sign is None, not one.who.key_player, account, one)
         for account, some in found for turn, one in enumerate(some[:_OF_ONE])),
        key=lambda entry: entry[:3],
    )  # fmt: skip
    rows = tuple(_row(project, account, one) for *_, account, one in turns[:ROWS])
    left = len(every) - len(rows)
    more = f"{capital(number(left))} more, on the maps and positions of the accounts" if left else ""
    return StaleList(f"Heard from them? {capital(' and '.join(said))}", rows, more)


def _row(project: Project, account: Account, one: Stale) -> StaleRow:
    home = address(project, account)
    person = one.who.person
    if one.sign:
        since = f"last seen {day(one.sign.day, project.as_of)}" if one.sign.day else "no day"
        ahead = span(project.playbook.method.windows.account_ahead)
        why = f"{since}, counts too little within {ahead}; {person.name} could say whether it still holds"
        return StaleRow(one.sign.indicator.says, Link(account.name, f"{home}position/"), why, one.line.text)
    assert one.who.last_talk
    why = f"last talk {day(one.who.last_talk, project.as_of)}, {one.who.talk_age} d ago; it counts for "
    why += span(talk_lasts(account, project.playbook))
    what = f"{person.name}{f', {person.title}' if person.title else ''}"
    return StaleRow(what, Link(account.name, f"{home}map/"), why, one.line.text)
