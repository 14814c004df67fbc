"""`/accounts/<id>/reviews/`: the rhythm of reviews, what they decided, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.assess.plan import validations
from sam_gen.assess.reviews import (
    Change,
    Decided,
    changes,
    decisions,
    last_review,
    looked_at_since,
    past_reviews,
    rhythms,
)
from sam_gen.checks.care import never_validated
from sam_gen.model.account import Account
from sam_gen.model.care import Review
from sam_gen.model.project import Project
from sam_gen.pages import qbr
from sam_gen.pages.blocks import Block, Entry, Sight, owner_cell, tally
from sam_gen.pages.changes import change_entry
from sam_gen.pages.parts import address
from sam_gen.pages.plan_review import DRAFT
from sam_gen.pages.put_off import put_off
from sam_gen.pages.review_agenda import agenda_block
from sam_gen.pages.review_kinds import midpoint_block, rhythm_block
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number
from sam_gen.render.page import Page

PATH = "reviews/"
_MOST_CHANGES = 14


@dataclass(frozen=True)
class ReviewText:
    """One review with what was said."""

    when: str
    kind: str
    course: str
    tone: str
    who: str
    notes: str
    decided: str


def reviews_page(project: Project, account: Account) -> Page:
    """Build the review page of one account."""
    sight = Sight.of(project, account)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: reviews",
        template="account/reviews.md",
        context={
            **sight.page("Reviews"),
            "lede": _lede(sight),
            "qbr": f"{address(project, account)}{qbr.PATH}",
            "slides": f"{address(project, account)}{qbr.SLIDES}",
            "agenda": agenda_block(sight),
            "rhythm": rhythm_block(sight),
            "middle": midpoint_block(sight),
            "since": _since(sight),
            "decisions": _decisions(sight),
            "reviews": _reviews(sight),
            "texts": tuple(_review(sight, review) for review in past_reviews(account, project.as_of)),
            "validation": _validation(sight),
        },
        searched=False,
    )


def _lede(sight: Sight) -> str:
    last = last_review(sight.account, sight.as_of)
    ahead = sorted(row.next for row in rhythms(sight.account, sight.as_of) if row.next)
    first = f"Last review {sight.ago(last.date)}." if last else "No review is on file."
    then = f"The next one is {sight.due(ahead[0])}." if ahead else "No day is agreed for the next one."
    still = sum(one.open for one in decisions(sight.account, sight.as_of))
    done = f"{capital(count(still, 'decision is', 'decisions are'))} open." if still else ""
    return " ".join(part for part in (first, then, done) if part)


def _since(sight: Sight) -> Block:
    since = looked_at_since(sight.account, sight.project.playbook, sight.as_of)
    found = changes(sight.account, since, sight.as_of)
    last = last_review(sight.account, sight.as_of)
    span = f"since the review of {sight.day(since)}" if last else f"since {sight.day(since)}, no review on file"
    return Block(
        heading=f"What changed {span}: {_counted(found)}",
        source=sight.source("contacts"),
        more=_more(len(found) - _MOST_CHANGES),
        entries=tuple(change_entry(sight, one) for one in found[:_MOST_CHANGES]),
        empty="" if found else "What has happened that nobody has written down yet?",
    )


def _counted(found: tuple[Change, ...]) -> str:
    talks = sum(one.kind == "talk" for one in found)
    thing = "other thing" if talks else "thing"
    return tally([(talks, "talk", "talks"), (len(found) - talks, thing, f"{thing}s")], "nothing on file")


def _more(rest: int) -> str:
    return f"{number(rest)} earlier" if rest > 0 else ""


def _decisions(sight: Sight) -> Block:
    rows = decisions(sight.account, sight.as_of)
    still = sum(one.open for one in rows)
    late = sum(one.open and one.days is not None and one.days < 0 for one in rows)
    said = tally([(still, "open", "open"), (late, "late", "late")], "none open" if rows else "none on file")
    return Block(
        heading=f"Decisions: {said}",
        source=sight.source("reviews"),
        table=Table(
            "Decisions",
            columns("Decision", "Owner", "Due", "From"),
            tuple(_decision(sight, one) for one in rows),
        ),
        empty="" if rows else "A review ends in at most five decisions, each with a name and a day.",
    )


def _decision(sight: Sight, one: Decided) -> Row:
    decision = one.decision
    due, tone = sight.due(decision.due), "red" if one.days is not None and one.days < 0 else ""
    if not one.open and decision.done:
        due, tone = f"done {sight.day(decision.done)}", "grey"
    return Row((
        Cell(decision.what),
        owner_cell(sight, decision.owner),
        Cell(due, tone=tone or ("ochre" if decision.due is None else "")),
        Cell(sight.words.say(one.review.kind), second=sight.day(one.review.date)),
    ))  # fmt: skip


def _reviews(sight: Sight) -> Block:
    past = past_reviews(sight.account, sight.as_of)
    return Block(
        heading=f"Reviews: {count(len(past), 'on file', 'on file')}" if past else "Reviews: none on file",
        source=sight.source("reviews"),
        empty="" if past else "After the next one write down the day, who took part, and whether the plan stands.",
    )


def _review(sight: Sight, review: Review) -> ReviewText:
    names = sight.names
    theirs = listed([names.their(who) for who in review.theirs])
    ours = listed([names.full(who) for who in review.ours])
    decided = f"{count(len(review.decisions), 'decision')}" if review.decisions else "nothing decided"
    return ReviewText(
        when=sight.ago(review.date),
        kind=sight.words.say(review.kind),
        course=sight.words.say(review.course) if review.course else "keep, pivot or stop: not written",
        tone="ink" if review.course else "ochre",
        who=" with ".join(part for part in (theirs, ours) if part) or "not written who took part",
        notes=review.notes or "",
        decided=decided,
    )


def _validation(sight: Sight) -> Block:
    done = validations(sight.account, sight.as_of)
    said = f"last by {sight.names.their(done[0].who)}, {sight.day(done[0].date)}" if done else "not yet"
    ask = (
        put_off(sight, never_validated) or "Put two pages before their sponsor; if they decline, that is evidence too."
    )
    return Block(
        heading=f"Validation by the client: {said}",
        source=sight.source("validation"),
        entries=tuple(
            Entry(
                sight.day(one.date),
                sight.names.their(one.who),
                "changed: " + " · ".join(one.changed) if one.changed else "agreed to all of it",
            )
            for one in done
        ),
        empty="" if done else f"{DRAFT} {ask}",
    )
