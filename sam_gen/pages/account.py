"""`/accounts/<id>/`: one account on one screen."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.advise.ask import Question, questions
from sam_gen.advise.attention import ranked, weighed
from sam_gen.advise.tools import fitting
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items
from sam_gen.assess.coverage import key_of, within
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.map_status import decides
from sam_gen.assess.people import Standing, backing, in_touch, standings, talk_lasts, tier_of
from sam_gen.checks.check import check_account
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.figure import Figure
from sam_gen.model.people import Contact, Meeting, PersonStatus
from sam_gen.model.place import Place
from sam_gen.model.plan import Initiative
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages import findings
from sam_gen.pages.asking import asking
from sam_gen.pages.attention import account_attention
from sam_gen.pages.blocks import Block
from sam_gen.pages.debt import debt_block
from sam_gen.pages.fitting import fitting_rows
from sam_gen.pages.lacks import lacks
from sam_gen.pages.parts import Marked, Names, account_frame, address, basis, source, support, talk
from sam_gen.pages.position import standing_line
from sam_gen.pages.reporting import map_section
from sam_gen.pages.standing import tiles
from sam_gen.pages.words import amount, count, day, listed, number, on_day, span, until
from sam_gen.render.page import Page

_WHO_ROWS = 8
_WHO_FEW = 6
"""Rows up to which others follow the key players, so that few of them leave no hole beside what is due."""
_DUE_ROWS = 8
_TALK_ROWS = 6


@dataclass(frozen=True)
class Fact:
    """One of the four facts of the strip."""

    label: str
    value: str
    more: str
    notes: tuple[str, ...]
    tone: str = "ink"


@dataclass(frozen=True)
class WhoRow:
    """One person in the table of who counts."""

    name: str
    title: str
    support: Marked | None
    owner: str
    talk: Marked | None
    vacant: str


@dataclass(frozen=True)
class DueRow:
    """One open item."""

    when: str
    tone: str
    what: str
    who: str


@dataclass(frozen=True)
class WantRow:
    """One initiative of theirs beside our part in it."""

    name: str
    why: str
    basis: Marked
    detail: str
    parts: tuple[tuple[str, str], ...]
    """What the client gets, and what we get."""


@dataclass(frozen=True)
class TalkRow:
    """One talk that took place."""

    when: str
    what: str
    who: str


def account_page(project: Project, account: Account) -> Page:
    """Build the overview of one account."""
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    people = standings(account, playbook, as_of)
    items = open_items(account, as_of)
    meetings = meetings_to_come(account, as_of)
    asked = questions(account, playbook, people, as_of)
    found = check_account(account, playbook, as_of, project.edition.clearance)
    pressing = ranked(weighed(found, tier_of(account, playbook), playbook))
    return Page(
        path=address(project, account),
        title=account.name,
        template="account/overview.md",
        context={
            "frame": account_frame(project, account, names),
            "lede": account.in_short or "",
            "tiles": tiles(project, account),
            "standing": standing_line(account, playbook, as_of),
            "position": f"{address(project, account)}position/",
            "facts": _facts(account, playbook, people, items, meetings, as_of),
            "who": _who(account, playbook, people, names),
            "due": _due(account, playbook, items, names, as_of),
            "ask": _ask(asked, meetings, names, as_of),
            "wants": _wants(account, playbook, names, as_of),
            "business": _business(account, playbook),
            "map": map_section(account, playbook, people, names, as_of, few=True),
            "whole_map": f"{address(project, account)}map/",
            "hand_over": f"{address(project, account)}hand-over/",
            "talks": _talks(account, playbook, people, names, as_of),
            "attention": account_attention(project, pressing),
            "fitting": fitting_rows(fitting(pressing, diagnose(account, playbook, as_of).today, playbook.tools)),
            "lacks": lacks(found),
            "lacks_foot": Block(""),
            "debt": debt_block(project, account, names),
        },
    )


# The strip ---------------------------------------------------------------------


def _facts(
    account: Account,
    playbook: Playbook,
    people: Sequence[Standing],
    items: Sequence[Item],
    meetings: Sequence[Meeting],
    as_of: datetime.date,
) -> tuple[Fact, ...]:
    return (
        _backing_fact(backing(tuple(people)), people),
        _touch_fact(account, playbook, in_touch(tuple(people))),
        _next_fact(meetings, Names(account, playbook, as_of), as_of),
        _late_fact(account, playbook, items, as_of),
    )


def _backing_fact(figure: Figure, people: Sequence[Standing]) -> Fact:
    label = "Key players for us"
    if figure.value is None:
        return Fact(label, "Not known yet", "", (f"ask: {figure.ask}",), "grey")
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    known = [who.support.basis for who in keys if who.support and who.stand_counts]
    assumed, old = known.count(Basis.ASSUMED), sum(who.support is not None and not who.stand_counts for who in keys)
    note = findings.stands(len(known) - assumed, assumed, old, len(keys) - len(known) - old)
    return Fact(label, f"{figure.value:.0f}", f"of {len(keys)}", (note,))


def _touch_fact(account: Account, playbook: Playbook, figure: Figure) -> Fact:
    label = f"Spoken to in {talk_lasts(account, playbook)} days"
    if figure.value is None:
        return Fact(label, "Nobody", "", (f"ask: {figure.ask}",), "grey")
    there = len(figure.because)
    note = findings.silence(there - int(figure.value), there)
    return Fact(label, f"{figure.value:.0f}", figure.unit, (note,))


def _next_fact(meetings: Sequence[Meeting], names: Names, as_of: datetime.date) -> Fact:
    label = "Next with the client"
    if not meetings:
        return Fact(label, "No date", "", ("agree one: nothing is in the file",), "ochre")
    meeting = meetings[0]
    where = ", ".join(part for part in (meeting.time, meeting.where) if part)
    who = listed([names.their(who) for who in meeting.theirs])
    notes = (" · ".join(part for part in (where, meeting.what) if part), who)
    return Fact(label, day(meeting.date, as_of), until((meeting.date - as_of).days), tuple(n for n in notes if n))


def _late_fact(account: Account, playbook: Playbook, items: Sequence[Item], as_of: datetime.date) -> Fact:
    late = [-item.days for item in items if item.days is not None and item.overdue]
    ahead = playbook.method.windows.account_ahead
    soon = [item for item in items if item.days is not None and 0 <= item.days <= ahead]
    notes = [findings.soon(len(soon), ahead)]
    if account.timeframe:
        start, end = account.timeframe.start, account.timeframe.end
        begins, left = (start - as_of).days, (end - as_of).days
        notes.append(findings.plan_end(day(start, as_of), day(end, as_of), begins, left))
    if late:
        longest = f"by {'' if len(late) == 1 else 'up to '}{max(late)} d"
        return Fact("Overdue", str(len(late)), longest, tuple(notes), "red")
    return Fact("Overdue", "Nothing", "", tuple(notes))


# Who -----------------------------------------------------------------------------


def _who(account: Account, playbook: Playbook, people: Sequence[Standing], names: Names) -> dict[str, object]:
    model = playbook.method.people
    keys = [who for who in people if who.key_player]
    if len(keys) > _WHO_ROWS:
        keys.sort(key=lambda who: (-_weight(who), not decides(who, model), not who.for_us))
    others = sorted((who for who in people if not who.key_player), key=_weight, reverse=True)
    shown = [*keys[:_WHO_ROWS], *others[: max(0, (_WHO_FEW if keys else _WHO_ROWS) - len(keys))]]
    rows = tuple(_who_row(who, names, playbook.words) for who in shown)
    more = "" if len(rows) == len(people) else f"all {len(people)} on the map below"
    return {
        "section": Block(_who_heading(keys, people), source(playbook, account, "people"), more=more),
        "rows": rows,
        "hole": _hole(keys),
    }


def _weight(who: Standing) -> int:
    return who.influence.value if who.influence else -1


def _who_heading(keys: Sequence[Standing], people: Sequence[Standing]) -> str:
    here = [who for who in keys if who.person.status is PersonStatus.ACTIVE]
    if people and keys and not here:
        return findings.vacant_posts(len(keys))
    known = sum(who.stand_known for who in here)
    return findings.key_players(len(people), len(here), known, sum(who.for_us for who in here))


def _who_row(who: Standing, names: Names, words: Wording) -> WhoRow:
    person = who.person
    vacant = person.status is PersonStatus.VACANT
    return WhoRow(
        name=person.name,
        title=person.title or "",
        support=None if vacant else support(who, words),
        owner=names.short(person.owner),
        talk=None if vacant else talk(who),
        vacant="nobody in this post" if vacant else "",
    )


def _hole(keys: Sequence[Standing]) -> str:
    """Say who counts and has nobody of ours; empty if there is no such hole."""
    alone = [who for who in keys if who.person.owner is None and who.person.status is PersonStatus.ACTIVE]
    if not alone:
        return ""
    shown = [f"{who.person.name}{f' ({who.person.title})' if who.person.title else ''}" for who in alone[:3]]
    others = [count(len(alone) - 3, "other")] if len(alone) > 3 else []
    return f"Nobody of ours looks after {listed(shown + others)}."


# Due -----------------------------------------------------------------------------


def _due(
    account: Account, playbook: Playbook, items: Sequence[Item], names: Names, as_of: datetime.date
) -> dict[str, object]:
    late = sum(item.overdue for item in items)
    more = f"{number(len(items) - _DUE_ROWS)} more open" if len(items) > _DUE_ROWS else ""
    field = next((name for name in ("actions", "promises", "objectives") if getattr(account, name)), "actions")
    return {
        "section": Block(findings.due(late, len(items)), source(playbook, account, field), more=more),
        "rows": tuple(_due_row(item, names, as_of) for item in items[:_DUE_ROWS]),
    }


def _due_row(item: Item, names: Names, as_of: datetime.date) -> DueRow:
    when, tone = ("no day yet", "ochre") if item.due is None else (day(item.due, as_of), "ink")
    if item.days is not None and item.days < 0:
        when, tone = until(item.days), "red"
    return DueRow(when, tone, item.what, _due_who(item, names, as_of))


def _due_who(item: Item, names: Names, as_of: datetime.date) -> str:
    owner = names.full(item.owner) or "no owner"
    gone = ", who has left" if names.left(item.owner) else ""
    if item.kind is ItemKind.PROMISE:
        to = names.full(item.to)
        side = "we promised" if names.ours(item.owner) else "they promised" if item.owner else "promised"
        return f"{side}{f' {to}' if to else ''} · {owner}{gone}"
    if item.review:
        return f"decided {day(item.review.date, as_of)} · {owner}{gone}"
    kind = "our action" if names.ours(item.owner) else "their action" if item.owner else "action"
    return f"{'objective' if item.kind is ItemKind.OBJECTIVE else kind} · {owner}{gone}"


# Ask -----------------------------------------------------------------------------


def _ask(
    asked: Sequence[Question], meetings: Sequence[Meeting], names: Names, as_of: datetime.date
) -> dict[str, object]:
    """Keep what belongs to a meeting within two weeks apart from what anybody may be asked at any time.

    Where nobody wrote down who comes, anybody may.
    """
    soon = bool(meetings) and (meetings[0].date - as_of).days <= 13
    then = [one for one in asked if soon and (one.there or not meetings[0].theirs)]
    rest = [one for one in asked if one not in then]
    heading = f"Ask {on_day(meetings[0].date, as_of)}" if then else "Ask next"
    return {
        "section": Block(heading),
        "rows": tuple(asking(one, names, as_of) for one in then or rest),
        "next": tuple(asking(one, names, as_of) for one in rest) if then else (),
    }


# Wants ---------------------------------------------------------------------------


def _wants(account: Account, playbook: Playbook, names: Names, as_of: datetime.date) -> dict[str, object]:
    rows = tuple(_want_row(initiative, account, playbook, names, as_of) for initiative in account.initiatives)
    bare = sum(not row.parts for row in rows)
    orphans = tuple(
        _part(objective.name, objective.client_gets, objective.we_get, account, playbook)
        for objective in account.objectives
        if objective.for_ is None
    )
    return {
        "section": Block(findings.wants(len(rows), bare), source(playbook, account, "initiatives")),
        "rows": rows,
        "orphans": orphans,
    }


def _want_row(
    initiative: Initiative, account: Account, playbook: Playbook, names: Names, as_of: datetime.date
) -> WantRow:
    confirmed, owner = names.their(initiative.who), names.their(initiative.owner)
    known = f", {confirmed}" if confirmed else ""
    details = (
        owner and f"owner {owner}",
        initiative.due and f"by {day(initiative.due, as_of)}",
    )
    parts = tuple(
        _part(objective.name, objective.client_gets, objective.we_get, account, playbook)
        for objective in account.objectives
        if objective.for_ and objective.for_.rpartition("/")[2] == initiative.id
    )
    mark = basis(initiative.basis, playbook.words)
    detail = " · ".join(text for text in details if text)
    return WantRow(
        initiative.name, initiative.why or "", Marked(mark.mark, mark.word + known, mark.tone), detail, parts
    )


def _part(
    name: str, client_gets: str | None, we_get: Decimal | None, account: Account, playbook: Playbook
) -> tuple[str, str]:
    currency = account.currency or playbook.settings.currency
    money = "" if we_get is None else f"{amount(we_get, currency)} a year"
    return (f"{name}: {client_gets}" if client_gets else name, money)


# Their business, talks -------------------------------------------------------------


def _business(account: Account, playbook: Playbook) -> dict[str, object]:
    business = account.business
    if business is None:
        return {"summary": "", "facts": (), "website": "", "source": None, "more": ""}
    currency = account.currency or playbook.settings.currency
    facts = (
        business.revenue is not None and f"Revenue {amount(business.revenue, currency)}",
        business.employees and f"Employees {business.employees}",
    )
    return {
        "summary": business.summary or "",
        "facts": tuple(fact for fact in facts if fact),
        "website": business.website or "",
        "source": source(playbook, account, "business"),
        "more": "",
    }


def _talks(
    account: Account, playbook: Playbook, people: Sequence[Standing], names: Names, as_of: datetime.date
) -> dict[str, object]:
    held = [(c.date, c.place, _talk_row(c, names, as_of)) for c in account.contacts if c.date <= as_of]
    past = sorted([*held, *_bare_talks(account, people, as_of)], key=lambda talk: talk[:2], reverse=True)
    window = playbook.method.people.talks_window
    lately = [within(date, window, as_of) for date, *_ in past]
    heading = findings.talks(len(past), sum(lately), window)
    inside = sum(lately[_TALK_ROWS:])
    before = len(lately[_TALK_ROWS:]) - inside
    year = span(window).removeprefix("a ")
    parts = [f"{number(inside)} more in the {year}"] if inside else []
    parts += [f"{number(before)} before {'it' if sum(lately) else f'the {year}'}"] if before else []
    return {
        "section": Block(heading, source(playbook, account, "contacts"), more=", ".join(parts)),
        "rows": tuple(row for _, _, row in past[:_TALK_ROWS]),
    }


def _bare_talks(
    account: Account, people: Sequence[Standing], as_of: datetime.date
) -> list[tuple[datetime.date, Place, TalkRow]]:
    """Return the last talks of which the file has the day and no more, those of one day together."""
    noted = {(contact.date, key_of(who)) for contact in account.contacts for who in contact.theirs}
    bare: dict[datetime.date, list[Standing]] = {}
    for who in people:
        if who.last_talk and (who.last_talk, who.person.key) not in noted:
            bare.setdefault(who.last_talk, []).append(who)
    what = "not noted what it was about"
    return [
        (on, some[0].talk_place or some[0].person.place, TalkRow(day(on, as_of), what, f"with {listed(names)}"))
        for on, some in bare.items()
        for names in [[who.person.name for who in some]]
    ]


def _talk_row(contact: Contact, names: Names, as_of: datetime.date) -> TalkRow:
    theirs = listed([names.their(who) for who in contact.theirs])
    ours = listed([names.full(who) for who in contact.ours])
    who = f"{theirs} with {ours}" if theirs and ours else theirs or ours
    return TalkRow(day(contact.date, as_of), contact.what or "not noted what it was about", who)
