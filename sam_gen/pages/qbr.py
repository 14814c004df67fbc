"""`/accounts/<id>/reviews/qbr/`: what is put on the table at a review with the client.

Everything but the last section is made from the account as the client may see it; see `qbr_laid`. The last section
names what was left out. It is for the screen of the team alone: it is neither printed nor on the slides.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.advise.review_agenda import MOST, Point, points_for
from sam_gen.assess.agenda import ItemKind, meetings_to_come, open_items
from sam_gen.assess.rhythm import kinds
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Block, Entry, Sight, tally
from sam_gen.pages.parts import address
from sam_gen.pages.qbr_laid import Laid, by
from sam_gen.pages.qbr_sections import decided, goals, goals_block, news, promised, value
from sam_gen.pages.review_agenda import said
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page

PATH = "reviews/qbr/"
SLIDES = "reviews/qbr/slides/"
MOST_STEPS = 7
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
            "slides": f"{address(project, account)}{SLIDES}",
            "lede": lede(laid, account),
            "goals": goals_block(laid),
            "each": goals(laid),
            "promised": promised(laid),
            "decided": decided(laid),
            "value": value(laid),
            "news": news(laid),
            "wanted": wanted(laid),
            "steps": steps(laid),
            "ours": only_ours(Sight.of(project, account), laid),
        },
        searched=False,
    )


def lede(laid: Laid, account: Account) -> str:
    """Say for which review the page is, and since when it looks back."""
    sight = laid.sight
    held = kinds(account, sight.project.playbook, sight.as_of)
    day = next((one.next for one in held if one.kind is ReviewKind.QBR), None)
    first = f"For the review of {sight.due(day)}." if day else "No day is agreed for the next review."
    if laid.last:
        return f"{first} Last time we sat here together on {sight.day(laid.last)}."
    return f"{first} It is the first: no review with {laid.client} is on file."


# What is wanted, what is next -------------------------------------------------------------------


@dataclass(frozen=True)
class Wanted:
    """What the review has to decide: what it is about, why now, the question; the last line is for what comes up."""

    block: Block
    rows: tuple[tuple[str, str, str], ...]


def wanted(laid: Laid) -> Wanted:
    """List what the review has to decide, at most five lines, with room for owner and day."""
    asked = questions(laid)
    spare = (("What else is to be decided?", "", ""),) if len(asked) < MOST else ()
    said_ = count(len(asked), "question") if asked else "no question follows from what is shared"
    block = Block(heading=f"To decide today: {said_}", source=laid.sight.source("reviews"))
    return Wanted(block, (*asked, *spare))


def questions(laid: Laid) -> list[tuple[str, str, str]]:
    """Return what each question is about, why it is asked now, and the question; at most five."""
    sight = laid.sight
    return [said(sight, point, client=True) for point in _points(sight)]


def steps(laid: Laid) -> Block:
    """List the next joint steps: open actions by day, and the days that are agreed."""
    sight = laid.sight
    items = [one for one in open_items(sight.account, sight.as_of) if one.kind is ItemKind.ACTION]
    meetings = meetings_to_come(sight.account, sight.as_of)
    late = sum(one.overdue for one in items)
    left = len(items) - MOST_STEPS
    rows = [
        *((one.due, Entry(by(sight, one.due), one.what, sight.names.full(one.owner) or "no owner yet",
                          "red" if one.overdue else "ink")) for one in items[:MOST_STEPS]),
        *((one.date, Entry(sight.day(one.date), f"Meeting: {one.what}",
                           listed([sight.names.their(who) for who in one.theirs]))) for one in meetings[:2]),
    ]  # fmt: skip
    rows.sort(key=lambda pair: pair[0] or datetime.date.max)
    said_ = tally([(len(items), "step", "steps"), (late, "late", "late"), (len(meetings), "meeting", "meetings")], "")
    return Block(
        heading=f"Next: {said_ or 'nothing agreed yet'}",
        source=sight.source("actions"),
        lead=capital(f"{count(left, 'step')} later, not listed.") if left > 0 else "",
        entries=tuple(entry for _, entry in rows),
        empty="" if rows else "No joint step is agreed. What does each side do before the next review?",
    )


# Only for us ------------------------------------------------------------------------------------


def only_ours(whole: Sight, laid: Laid) -> Block:
    """Name what the file keeps internal, and what of our agenda is for this reason not on the table."""
    lists = (("objectives", "Goals"), ("promises", "Promises"), ("value", "Benefits"), ("actions", "Steps"))
    entries = []
    for name, label in lists:
        shown = {one.key for one in getattr(laid.sight.account, name)}
        hidden = [one for one in getattr(whole.account, name) if one.key not in shown]
        if hidden:
            texts = [getattr(one, "name", None) or one.what for one in hidden]
            entries.append(Entry(f"{label}: {len(hidden)}", " · ".join(texts)))
    entries += _off_the_table(whole, laid)
    return Block(
        heading=f"Only for us: {count(len(entries), 'line')} not on the table" if entries else "Only for us",
        source=whole.source("objectives"),
        lead="Not printed, not on the slides. A record comes onto the table once its file says audience: shared.",
        entries=tuple(entries),
        empty="" if entries else "Everything this page could show is shared.",
    )


def _off_the_table(whole: Sight, laid: Laid) -> list[Entry]:
    """Return what our own agenda holds that rests on what the client does not see."""
    inside = {(one.kind, one.what) for one in _points(laid.sight)}
    found = [one for one in _points(whole) if (one.kind, one.what) not in inside]
    texts = [said(whole, one, client=True) for one in found]
    return [Entry("On our agenda", what, why, "ochre") for what, why, _ in texts]


def _points(sight: Sight) -> tuple[Point, ...]:
    return points_for(ReviewKind.QBR, sight.account, sight.project.playbook, sight.as_of, sight.as_of)
