"""`/accounts/<id>/reviews/qbr/`: what is put on the table at a review with the client.

Everything but the last section is made from the account as the client may see it; see `qbr_laid`. The last section
names what was left out. It is for the screen of the team alone: it is neither printed nor on the slides.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.advise.review_agenda import MOST, Agenda, agenda_of
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items
from sam_gen.assess.reviews import decisions
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind
from sam_gen.model.people import Meeting
from sam_gen.model.plan import Action
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Block, Entry, Sight, tally
from sam_gen.pages.parts import address
from sam_gen.pages.qbr_laid import Laid, by
from sam_gen.pages.qbr_sections import decided, goals, goals_block, new_steps, news, promised, value
from sam_gen.pages.review_points import said
from sam_gen.pages.words import count, listed, number
from sam_gen.render.page import Page

PATH = "reviews/qbr/"
SLIDES = "reviews/qbr/slides/"
MOST_STEPS = 8
"""Steps on the table; more than that nobody goes through in a meeting."""


def qbr_page(project: Project, account: Account) -> Page:
    """Build the page for the table."""
    laid = Laid.of(project, account)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: business review",
        template="account/qbr.md",
        context={
            **Sight.of(project, account).page("Reviews"),
            "client": account.name,
            "between": f"{project.playbook.settings.company} and {account.name}",
            "slides": f"{address(project, account)}{SLIDES}",
            "lede": lede(laid),
            "goals": goals_block(laid),
            "each": goals(laid),
            "promised": promised(laid),
            "decided": decided(laid),
            "value": value(laid),
            "news": news(laid),
            "wanted": wanted(laid),
            "steps": steps(laid),
            "ours": only_ours(laid),
        },
        searched=False,
    )


def lede(laid: Laid) -> str:
    """Say for which review the page is, and since when it looks back."""
    sight, day = laid.sight, laid.held.day
    if not laid.last:
        return f"For our first review, {sight.day(day)}." if day else "No day is agreed for our first review."
    first = f"For the review of {sight.day(day)}." if day else "No day is agreed for the next review."
    return f"{first} The last one was on {sight.day(laid.last)}."


# What is wanted, what is next -------------------------------------------------------------------


@dataclass(frozen=True)
class Wanted:
    """What the review has to decide: what it is about, why now, the question; the last line is for what comes up."""

    block: Block
    rows: tuple[tuple[str, str, str], ...]


def wanted(laid: Laid) -> Wanted:
    """List what the review has to decide, at most five lines, with room for owner and day."""
    asked = questions(laid)
    spare = (("What else is to be decided?" if asked else "What is to be decided?", "", ""),)
    said_ = count(len(asked), "question") if asked else "nothing on the table yet"
    block = Block(heading=f"To decide today: {said_}", source=laid.sight.source("reviews"))
    return Wanted(block, (*asked, *(spare if len(asked) < MOST else ())))


def questions(laid: Laid) -> list[tuple[str, str, str]]:
    """Return what each question is about, why it is asked now, and the question; at most five."""
    found = _agenda(laid)
    return [said(laid.sight, point, found) for point in found.points]


def _agenda(laid: Laid) -> Agenda:
    whole = laid.whole
    return agenda_of(ReviewKind.QBR, whole.account, whole.project.playbook, whole.as_of)


def steps(laid: Laid) -> Block:
    """List the next joint steps by day: open actions and agreed meetings that are ahead on the day of this review."""
    sight, account = laid.sight, laid.sight.account
    items = [one for one in _actions(laid) if not _before(laid, one)]
    after = laid.after
    itself = laid.held.meeting.key if laid.held.meeting else ""
    meetings = [one for one in meetings_to_come(account, after) if one.key != itself]
    rows = [*((one.due, _step(sight, one)) for one in items), *((one.date, _talk(sight, one)) for one in meetings)]
    rows.sort(key=lambda pair: pair[0] or datetime.date.max)
    late = sum(one.overdue for one in items)
    said_ = tally([(len(items), "step", "steps"), (late, "late", "late"), (len(meetings), "meeting", "meetings")], "")
    cut = f"the first {number(MOST_STEPS)} of {number(len(rows))}" if len(rows) > MOST_STEPS else ""
    return Block(
        heading=f"Next: {cut or said_ or 'nothing on the table yet'}",
        source=sight.source("actions"),
        lead=f"In all {said_}." if cut else "",
        entries=tuple(entry for _, entry in rows[:MOST_STEPS]),
        empty="" if rows else "What does each side do before the next review?",
    )


def _actions(laid: Laid) -> list[Item]:
    items = [one for one in open_items(laid.sight.account, laid.sight.as_of) if one.kind is ItemKind.ACTION]
    new = {id(one) for one in new_steps(laid, (one.record for one in items if isinstance(one.record, Action)))}
    return [one for one in items if id(one.record) in new]


def _before(laid: Laid, item: Item) -> bool:
    """Whether a step is past on the agreed day of the review: it is done by then, or what became of it is asked."""
    return laid.held.day is not None and item.due is not None and item.due < laid.held.day


def _step(sight: Sight, item: Item) -> Entry:
    owner = sight.names.full(item.owner) or "–"
    return Entry(by(sight, item.due), item.what, owner, "red" if item.overdue else "ink")


def _talk(sight: Sight, meeting: Meeting) -> Entry:
    return Entry(
        sight.day(meeting.date), f"Meeting: {meeting.what}", listed([sight.names.their(who) for who in meeting.theirs])
    )


# Only for us ------------------------------------------------------------------------------------


def only_ours(laid: Laid) -> Block:
    """Name what the file keeps internal, and what of our agenda is for this reason not on the table."""
    whole = laid.whole
    lists = (
        *(("objectives", "Goals"), ("promises", "Promises"), ("value", "Benefits"), ("actions", "Steps")),
        ("meetings", "Meetings not on the table" if laid.held.circle else "Meetings to come"),
    )
    entries = []
    for name, label in lists:
        shown = {one.key for one in getattr(laid.sight.account, name)}
        hidden = [one for one in getattr(whole.account, name) if one.key not in shown and not _over(one, whole.as_of)]
        if hidden:
            texts = [getattr(one, "name", None) or one.what for one in hidden]
            entries.append(Entry(f"{label}: {len(hidden)}", " · ".join(texts)))
    entries += [*_past_by_then(laid), *_elsewhere(laid), *_off_the_table(laid)]
    return Block(
        heading=f"Only for us: {count(len(entries), 'line')} not on the table" if entries else "Only for us",
        source=whole.source("objectives"),
        lead="Not printed, not on the slides. A record comes onto the table once its file says audience: shared; "
        "a promise or a goal, once whoever it is with comes, or their manager or somebody of their unit does.",
        entries=tuple(entries),
        empty="" if entries else "Everything this page could show is shared.",
    )


def _over(record: object, as_of: datetime.date) -> bool:
    """Whether it is a meeting of the past, a step done or a promise kept: there is nothing left to show of it."""
    closed = getattr(record, "kept", None) or getattr(record, "done", None)
    return (isinstance(record, Meeting) and record.date < as_of) or (closed is not None and closed <= as_of)


def _past_by_then(laid: Laid) -> list[Entry]:
    """Name the steps that fall due before the review: whoever goes there knows by then what became of them."""
    found = [one.what for one in _actions(laid) if _before(laid, one)]
    return [Entry(f"Due before the review: {len(found)}", " · ".join(found))] if found else []


def _elsewhere(laid: Laid) -> list[Entry]:
    """Name the open decisions of reviews with others of theirs, or of another kind: they are settled there."""
    whole, followed = laid.whole, {(one.date, one.kind) for one in laid.held.before}
    found = [
        one
        for one in decisions(whole.account, whole.as_of)
        if one.open and one.review.theirs and (one.review.date, one.review.kind) not in followed
    ]
    texts = " · ".join(one.decision.what for one in found)
    return [Entry(f"Decided elsewhere with them: {len(found)}", texts)] if found else []


def _off_the_table(laid: Laid) -> list[Entry]:
    """Return what our own agenda holds that rests on what the client does not see, or on the word of others."""
    found, whole = _agenda(laid), laid.whole
    texts = [said(whole, one, found) for one in found.kept]
    others = [
        Entry(f"Ask {whole.names.their(one.who)}", one.what, f"{whole.words.say(one.status)}, not confirmed", "ochre")
        for one in found.elsewhere
    ]
    return [*(Entry("On our agenda", what, why, "ochre") for what, why, _ in texts), *others]
