"""`/accounts/<id>/sponsors/`: executives who speak as peers, whether they do, and who has no peer yet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.advise.at_table import Gathering, gathering
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.assess.sponsors import MOST_AT_A_TALK, Kept, Pair, ours_is_executive, pairs, unpaired
from sam_gen.checks.people import stale_talk
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight, owner_cell, tally
from sam_gen.pages.parts import address, support, talk
from sam_gen.pages.put_off import put_off
from sam_gen.pages.tables import UNKNOWN, Cell, Row, Table, columns, told
from sam_gen.pages.under_way import under_way
from sam_gen.pages.words import count, listed, number
from sam_gen.render.page import Page

PATH = "sponsors/"
_OUT_OF_TOUCH = (Freshness.NEVER, Freshness.STALE)
_STEPS = 4
"""Steps shown; the others follow from the tables below."""


def sponsors_page(project: Project, account: Account) -> Page:
    """Build the page of the executive pairs of one account."""
    sight = Sight.of(project, account)
    rows = pairs(account, project.as_of)
    alone = unpaired(account, project.playbook, standings(account, project.playbook, project.as_of))
    broken = _late_promises(sight, rows)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: sponsors",
        template="account/sponsors.md",
        context={
            **sight.page("Sponsors"),
            "lede": _lede(rows, alone),
            "first": _first(sight, rows, alone, broken),
            "pairs": _pairs(sight, rows, len(broken)),
            "alone": _alone(sight, alone),
            "bare": "" if rows or alone else _bare(sight),
        },
        searched=False,
    )


def _lede(rows: Sequence[Pair], alone: Sequence[Standing]) -> str:
    if not rows:
        said = "No executive of ours is paired with one of theirs."
    else:
        speaking = sum(row.kept is Kept.KEPT for row in rows)
        said = f"{count(len(rows), 'executive pair')}, {_speaking(speaking, len(rows))} as often as agreed."
    rest = f" {count(len(alone), 'executive')} of theirs {'has' if len(alone) == 1 else 'have'} no peer of ours."
    return said[:1].upper() + said[1:] + (rest[:2].upper() + rest[2:] if alone else "")


def _speaking(kept: int, pairs_: int) -> str:
    """Say how many of the pairs are in touch, true for one pair and for many."""
    if pairs_ == 1:
        return "in touch" if kept else "not in touch"
    return f"{number(kept) if kept else 'none'} in touch"


def _late_promises(sight: Sight, rows: Sequence[Pair]) -> list[Item]:
    """Return what the two of a pair promised one another and have not kept in time, the longest late first."""
    both = {frozenset((key_of(row.record.ours), key_of(row.record.theirs))) for row in rows}
    return [
        item
        for item in open_items(sight.account, sight.as_of)
        if item.kind is ItemKind.PROMISE and item.overdue and frozenset((key_of(item.owner), key_of(item.to))) in both
    ]


def _first(sight: Sight, rows: Sequence[Pair], alone: Sequence[Standing], broken: Sequence[Item]) -> Block:
    steps = [*_to_keep(sight, broken), *_to_repair(sight, rows), *_to_pair(sight, alone)]
    order = "late promises of a pair, pairs that never spoke, then the longest late, then executives without a peer"
    rest = len(steps) - _STEPS
    return Block(
        heading=f"What to do first: {count(len(steps), 'step')}" if steps else "What to do first: nothing is late",
        source=sight.source("sponsors"),
        more=f"{number(rest)} more; {order} by their influence" if rest > 0 else f"{order} by their influence",
        numbered=True,
        entries=tuple(Entry("", what, why) for what, why in steps[:_STEPS]),
        empty="" if steps else _calm(sight, rows),
    )


def _to_keep(sight: Sight, broken: Sequence[Item]) -> list[tuple[str, str]]:
    return [
        (
            f"{sight.names.full(item.owner)} owes {sight.names.full(item.to)}: {item.what}",
            f"promised for {sight.day(item.due)}, {-(item.days or 0)} d late" if item.due else "promised without a day",
        )
        for item in broken
    ]


def _calm(sight: Sight, rows: Sequence[Pair]) -> str:
    ahead = [ahead[0] for row in rows if (ahead := _next(sight, row))]
    if ahead:
        return f"Next talk of a pair: {sight.due(min(ahead))}."
    return (
        "Ask who decides there whom of ours they would want to ring."
        if not rows
        else "Agree the next talk of each pair."
    )


def _to_repair(sight: Sight, rows: Sequence[Pair]) -> list[tuple[str, str]]:
    steps = []
    for row in sorted(rows, key=lambda row: (row.kept is not Kept.NEVER, -row.late)):
        ours, theirs = sight.names.full(row.record.ours), sight.names.their(row.record.theirs)
        if row.kept is Kept.NEVER:
            steps.append((f"{ours} and {theirs} speak for the first time", "no talk of the two is on file"))
        elif row.kept is Kept.LATE:
            steps.append((f"{ours} rings {theirs}", f"{row.age} d since the last talk, {row.late} d beyond the rhythm"))
    return steps


def _to_pair(sight: Sight, alone: Sequence[Standing]) -> list[tuple[str, str]]:
    """Name a peer for each; for whom we are out of touch with, what is planned with them comes before that."""
    steps = []
    for who in alone:
        influence = f"influence {who.influence.value}" if who.influence else "influence not known yet"
        second = ", ".join(part for part in (who.person.title or "", influence) if part)
        begun = under_way(sight, who.person) if who.freshness in _OUT_OF_TOUCH else None
        steps.append(begun or (_peer(sight, who), second))
    return steps


def _peer(sight: Sight, who: Standing) -> str:
    """Say how somebody gets a peer; an executive of ours who holds the tie is the one at hand."""
    playbook = sight.playbook
    owner = next((one for one in playbook.team if one.id == key_of(who.person.owner)), None)
    if owner is None or not ours_is_executive(owner, playbook.method.people):
        return f"Name a peer for {who.person.name}"
    if _met(sight, owner.id, who):
        return f"{who.person.name}: {owner.name} holds the tie; write the pair, or name another"
    never = f"{who.person.name}: {owner.name} holds the tie, and no talk of the two is on file"
    waits = put_off(sight, stale_talk, who.person.key)
    return f"{never}. {waits}" if waits else f"{never}; agree the first talk, then write the pair, or name another"


def _met(sight: Sight, ours: str, who: Standing) -> bool:
    """Whether one of ours has talked with somebody; where a day alone is on file, nothing says that it was not they."""
    theirs = [talk for talk in sight.account.contacts if who.person.key in map(key_of, talk.theirs)]
    past = [talk for talk in theirs if talk.date <= sight.as_of]
    return any(ours in map(key_of, talk.ours) for talk in past) if past else who.last_talk is not None


def _pairs(sight: Sight, rows: Sequence[Pair], broken: int) -> Block:
    late = sum(row.kept is Kept.LATE for row in rows)
    never = sum(row.kept is Kept.NEVER for row in rows)
    promises = (broken, "promise late", "promises late")
    said = tally([(late, "late", "late"), (never, "never spoke", "never spoke"), promises], "nothing late")
    return Block(
        heading=f"Executive pairs: {number(len(rows))}, {said}" if rows else "Executive pairs: none yet",
        source=sight.source("sponsors"),
        more=f"a talk counts when both were in it; one to come, when at most {number(MOST_AT_A_TALK)} sit there",
        table=Table(
            "Executive pairs",
            columns("Theirs", "Ours", "What only the two talk about", "Last talk", "Rhythm", "Next"),
            tuple(_pair(sight, row) for row in rows),
        ),
        empty="" if rows else "Which of our executives could speak with theirs as a peer, and about what?",
    )


def _pair(sight: Sight, row: Pair) -> Row:
    record, person, ahead = row.record, sight.names.title(row.record.theirs), _next(sight, row)
    gone = sight.names.left(record.theirs)
    rhythm, tone = _rhythm(row)
    since = f"since {sight.day(record.since)}" if record.since and record.since <= sight.as_of else ""
    return Row((
        Cell(sight.names.their(record.theirs), second="has left: pair somebody else" if gone else person),
        Cell(sight.names.full(record.ours), second=since),
        told(record.about, "not written yet: what is theirs alone?", "ochre"),
        Cell(sight.ago(row.last.date), second=row.last.what or "") if row.last else Cell("never", tone="ochre"),
        Cell(rhythm, tone=tone),
        Cell(sight.due(ahead[0]), second=ahead[1]) if ahead else Cell("no day yet", tone="ochre"),
    ))  # fmt: skip


def _next(sight: Sight, row: Pair) -> tuple[datetime.date, str] | None:
    """Return the next talk of a pair: a small meeting of both, or the executive review that is theirs."""
    found = [(row.next.date, row.next.what)] if row.next else []
    review = gathering(ReviewKind.EXECUTIVE, sight.account, sight.project.playbook, sight.as_of)
    if review.day and _holds(sight, row, review):
        found.append((review.day, sight.words.within(ReviewKind.EXECUTIVE)))
    return min(found, default=None)


def _holds(sight: Sight, row: Pair, review: Gathering) -> bool:
    """Whether an executive review is the pair's: both come, or both came last, or there is no other pair."""
    come, last = review.meeting, review.last
    if come is None and last is None:
        return len(sight.account.sponsors) == 1
    ours = come.ours if come else last.ours if last else ()
    theirs = come.theirs if come else last.theirs if last else ()
    return key_of(row.record.ours) in map(key_of, ours) and key_of(row.record.theirs) in map(key_of, theirs)


def _rhythm(row: Pair) -> tuple[str, str]:
    every = f"every {row.record.every} d" if row.record.every else "no rhythm agreed"
    if row.kept is Kept.LATE:
        return f"{every}, {row.late} d late", "red"
    if row.kept is Kept.KEPT:
        return f"{every}, kept", ""
    return (f"{every}, not begun" if row.record.every else every), "ochre"


def _alone(sight: Sight, alone: Sequence[Standing]) -> Block:
    model = sight.playbook.method.people
    least = model.executive_from
    return Block(
        heading=f"Without a peer: {count(len(alone), 'executive')}" if alone else "Without a peer: nobody on file",
        source=sight.source("people"),
        more=f"executives: {'a chief’s title or ' if model.executive_titles else ''}an influence of {least} and more",
        table=Table(
            "Executives without a peer",
            columns("Executive", ">Influence", "Stands", "Last talk", "Our tie", "Cares about"),
            tuple(_executive(sight, who) for who in alone),
        ),
        empty="" if alone else _nobody_alone(sight),
    )


def _nobody_alone(sight: Sight) -> str:
    if sight.account.sponsors:
        return "Every executive on the map has a peer. Ask who sits above them."
    return "No executive is on the map yet. Ask who answers for the whole of it there."


def _bare(sight: Sight) -> str:
    """Say the one next step of a file that has neither a pair nor an executive: the next talk, where one is agreed."""
    ask = "No executive of theirs is on the map yet: ask who answers for the whole of it there"
    coming = next(iter(meetings_to_come(sight.account, sight.as_of)), None)
    if coming is None:
        return f"{ask}."
    ours = listed([name for name in map(sight.names.full, coming.ours) if name])
    return f"{ask}. Next talk: {coming.what}, {sight.day(coming.date)}{f', {ours}' if ours else ''}."


def _executive(sight: Sight, who: Standing) -> Row:
    return Row((
        Cell(who.person.name, second=who.person.title or ""),
        Cell(str(who.influence.value)) if who.influence else UNKNOWN,
        support(who, sight.words).cell,
        talk(who).cell,
        owner_cell(sight, who.person.owner),
        told(who.person.cares_about, "not known yet: ask", "ochre"),
    ))  # fmt: skip
