"""`/people/<ours>/`: the desk of one of us."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import islice

from sam_gen.advise.phrase import quote
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.portfolio import Dated, DateKind, Load, Portfolio, Seen
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Risk
from sam_gen.model.playbook import Colleague
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.accounts import account_cell, backing_cell, late_cell, next_cell
from sam_gen.pages.attention import AttentionList, Pressing, own_attention, pressing
from sam_gen.pages.colleagues import address
from sam_gen.pages.first_sign import first_sign
from sam_gen.pages.parts import frame, post, support, talk
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, day, number, until
from sam_gen.render.page import Page


def person_pages(project: Project, index: Portfolio, found: Pressing | None = None) -> tuple[Page, ...]:
    """Build a page for everybody in team.yml; what is pressing may have been worked out already."""
    seen = found or pressing(project)
    own = seen.by_owner
    return tuple(
        _person_page(project, index.loads[one.id], one, own_attention(project, own.get(one.id, ()), seen.names))
        for one in project.playbook.team
    )


def _person_page(project: Project, load: Load, one: Colleague, attention: AttentionList) -> Page:
    promises = [(seen, item) for seen, line in load.lines for item in _promised(line, one)]
    work = [(seen, line[0]) for seen, line in load.lines if not list(_promised(line, one))]
    met = [pair for pair in load.dates if pair[1].kind is DateKind.MEETING]
    meetings = [pair for pair in met if _within(project, pair[1].date)]
    windows = project.playbook.method.windows
    return Page(
        path=address(one.id),
        title=one.name,
        template="person.md",
        context={
            "frame": frame(project, (("Workload", "portfolio/workload/"), (one.role, "-"), *_post(project, one))),
            "lede": _lede(load),
            "attention": attention,
            "accounts": {"heading": _accounts_heading(load), "table": _accounts(project, load)},
            "items": {"heading": _items_heading(work, windows.desk_ahead), "table": _items(project, work)},
            "promises": {"heading": _promises_heading(promises), "table": _items(project, promises)},
            "ties": {"heading": _ties_heading(load), "table": _ties(project, load)},
            "meetings": {
                "heading": _meetings_heading(len(meetings), windows.meetings_ahead),
                "table": _meetings(project, meetings),
                "empty": _no_meeting(project, met),
            },
        },
    )


def _promised(line: tuple[Item, ...], one: Colleague) -> Iterator[Item]:
    """Yield the promise of a line where they gave it: what is promised stands among the promises alone."""
    own = (item for item in line if item.kind is ItemKind.PROMISE and key_of(item.owner) == one.id)
    yield from islice(own, 1)


def _post(project: Project, one: Colleague) -> tuple[tuple[str, str], ...]:
    """Return level and function for the crumbs, as far as they are known."""
    said = post(one, project.playbook.method.people)
    return ((said, "-"),) if said else ()


def _within(project: Project, date: datetime.date) -> bool:
    return (date - project.as_of).days <= project.playbook.method.windows.meetings_ahead


# Headings: true for none, one, two and many --------------------------------------------------


def _lede(load: Load) -> str:
    if not load.accounts and not load.elsewhere and not load.ties:
        return "No lead, no seat in a team, no open item and no tie of this colleague is on file."
    late = f"{count(load.late, 'thing is', 'things are')} overdue" if load.late else "nothing is overdue"
    return "; ".join(text for text in (_where(load), late, _quiet(load)) if text) + "."


def _where(load: Load) -> str:
    """Say in how many accounts they have a part, and in how many more they only have something to do."""
    there = capital(count(load.accounts, "account")) if load.accounts else "No lead and no seat in a team"
    more = number(load.elsewhere) if load.accounts else count(load.elsewhere, "account")
    join = "work in" if not load.accounts else "and work in"
    if not load.elsewhere:
        return there
    return f"{there} {join} {more} more" if load.accounts else f"{there}, but {join} {more}"


def _quiet(load: Load) -> str:
    """Say how many of the people they look after have not heard from us for too long."""
    ties = len(load.ties)
    if not load.stale:
        return ""
    if load.stale == ties:
        all_ = {1: "the one person they look after is", 2: "both people are"}
        return f"{all_.get(ties, f'all {number(ties)} people are')} out of touch"
    return f"{number(load.stale)} of {number(ties)} people {'is' if load.stale == 1 else 'are'} out of touch"


def _accounts_heading(load: Load) -> str:
    parts = [
        f"leads {number(len(load.leads))}" if load.leads else "",
        f"stands in for {number(len(load.backs))}" if load.backs else "",
        f"has a seat in {number(len(load.seats))}" if load.seats else "",
    ]
    return f"Accounts: {', '.join(part for part in parts if part) or 'none'}"


def _items_heading(work: list[tuple[Seen, Item]], ahead: int) -> str:
    late = sum(item.overdue for _, item in work)
    soon = sum(item.days is not None and 0 <= item.days <= ahead for _, item in work)
    if not work:
        return "To do: nothing open"
    return (
        f"To do: {number(late) if late else 'nothing'} late, {number(soon) if soon else 'nothing'} due in {ahead} days"
    )


def _meetings_heading(meetings: int, ahead: int) -> str:
    return f"Next with clients: {number(meetings) if meetings else 'nothing'} in {ahead} days"


def _no_meeting(project: Project, met: list[tuple[Seen, Dated]]) -> str:
    """Name the next meeting that lies further ahead than the list looks; where there is none, ask for one."""
    if not met:
        return "No meeting with a client is agreed. With whom is the next talk due?"
    seen, one = min(met, key=lambda pair: (pair[1].moment, pair[0].account.id))
    return f"The next is on {day(one.date, project.as_of)}, {seen.account.name}: {one.what}"


def _promises_heading(promises: list[tuple[Seen, Item]]) -> str:
    late = sum(item.overdue for _, item in promises)
    if not promises:
        return "Promised to clients: nothing open"
    return f"Promised to clients: {number(len(promises))} open, {number(late) if late else 'none'} late"


def _ties_heading(load: Load) -> str:
    if not load.ties:
        return "Looks after: nobody yet"
    people = count(len(load.ties), "person", "people")
    return f"Looks after: {people}, {number(load.stale) if load.stale else 'none'} out of touch"


# Tables ----------------------------------------------------------------------------------------


def _accounts(project: Project, load: Load) -> Table:
    """Show each account once, with every part they have in it."""
    parts: dict[str, tuple[Seen, list[str]]] = {}
    named = [*((seen, "lead") for seen in load.leads), *((seen, "backup") for seen in load.backs), *load.seats]
    for seen, part in named:
        parts.setdefault(seen.account.id, (seen, []))[1].append(part)
    rows = tuple(
        Row(
            (
                account_cell(project, seen),
                Cell("; ".join(_parts(texts))),
                backing_cell(seen.backing),
                late_cell(seen.late),
                next_cell(project, seen),
            )
        )
        for seen, texts in parts.values()
    )
    return Table(
        "Accounts", columns("Account", "Part", "Key players for us", ">Overdue there", "Next with the client"), rows
    )


_SAYS = {"lead": ("lead",), "backup": ("backup", "stands in", "stand in")}
"""What a seat says where it says the same as the word before it."""


def _parts(texts: list[str]) -> list[str]:
    """Leave out "lead" and "backup" where the part in the team says it: Leads the account."""
    written = " ".join(text for text in texts if text not in _SAYS).casefold()
    return [text for text in texts if not any(re.search(rf"\b{said}s?\b", written) for said in _SAYS.get(text, ()))]


def _items(project: Project, some: list[tuple[Seen, Item]]) -> Table:
    ranked = sorted(some, key=lambda pair: (pair[1].days is None, pair[1].days or 0, pair[0].account.id))
    rows = tuple(Row((_what(item), account_cell(project, seen), _when(project, item))) for seen, item in ranked)
    return Table("Open items", columns("What", "Account", "When"), rows)


def _what(item: Item) -> Cell:
    """Say what there is to do; here no risk of the account stands beside its answer, so the answer names it."""
    risk = item.record.what if isinstance(item.record, Risk) else ""
    return Cell(item.what, second=f"answer to the risk {_as_typed(risk)}{first_sign(item)}" if risk else "")


def _as_typed(risk: str) -> str:
    """Quote a risk as the file has it; one that is too long beside its answer is cut."""
    return f"“{risk}”" if len(risk.split()) <= _RISK else quote(risk, _RISK)


def _when(project: Project, item: Item) -> Cell:
    if item.days is None or item.due is None:
        return Cell("no day yet", tone="ochre")
    return Cell(until(item.days), second=day(item.due, project.as_of), tone="red" if item.overdue else "")


_RISK = 20
"""Words of a risk beside its answer."""
_ORDER = (Freshness.STALE, Freshness.NEVER, Freshness.LATE, Freshness.FRESH)


def _ties(project: Project, load: Load) -> Table:
    ranked = sorted(load.ties, key=lambda pair: (_ORDER.index(pair[1].freshness), -(pair[1].talk_age or 0)))
    heads = columns("Person", "Account", "Stands", "Last talk")
    return Table("Ties", heads, tuple(_tie(project, seen, who) for seen, who in ranked))


def _tie(project: Project, seen: Seen, who: Standing) -> Row:
    head = Cell(who.person.name, second=who.person.title or "")
    if who.person.status is PersonStatus.VACANT:
        return Row(
            (head, account_cell(project, seen), Cell("nobody in this post", tone="ochre"), Cell("none", tone="grey"))
        )
    stand, last = support(who, project.playbook.words), talk(who)
    shown = Cell(last.word, mark=last.mark, tone=last.tone)
    return Row((head, account_cell(project, seen), Cell(stand.word, mark=stand.mark, tone=stand.tone), shown))


def _meetings(project: Project, some: list[tuple[Seen, Dated]]) -> Table:
    ranked = sorted(some, key=lambda pair: (pair[1].moment, pair[0].account.id))
    rows = tuple(
        Row((Cell(day(one.date, project.as_of)), account_cell(project, seen), Cell(one.what))) for seen, one in ranked
    )
    return Table("Meetings", columns("Day", "Account", "About"), rows)
