"""The agenda of the next review as a table: each point with its reason, who presents it, and what is to be decided."""

from __future__ import annotations

from sam_gen.advise.review_agenda import Agenda, agenda
from sam_gen.advise.review_point import Point
from sam_gen.model.care import ReviewKind
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.review_points import said
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count


def agenda_block(sight: Sight) -> Block:
    """Build the agenda of the next review."""
    found = agenda(sight.account, sight.project.playbook, sight.as_of)
    rows = [_row(sight, one, found) for one in found.points]
    return Block(
        heading=f"Agenda: {_counted(len(rows))} for the next {_review(sight, found)}",
        source=sight.source("reviews"),
        more=_rest(found),
        lead="" if rows else "The file gives no reason for a point. What has nobody written down yet?",
        table=Table(
            "Agenda of the next review",
            columns("Point", "Why now", "Presents", "To decide"),
            (*rows, _close(sight, found)),
        ),
    )


def _rest(found: Agenda) -> str:
    """Say what is not on the agenda: what found no room, and with the client what is not shared."""
    left = f"{count(found.left, 'more reason')} found no room" if found.left else ""
    kept = count(len(found.kept), "reason rests", "reasons rest")
    where = ": see “Only for us” on the page for the table" if found.kind is ReviewKind.QBR else ", so not put to them"
    hidden = f"{kept} on what is not shared{where}" if found.kept else ""
    return "; ".join(capital(part) for part in (left, hidden) if part)


def _counted(points: int) -> str:
    return count(points, "point") if points else "no point yet"


def _review(sight: Sight, found: Agenda) -> str:
    kind = sight.words.within(found.kind) if found.kind else "review"
    return f"{kind}, {sight.day(found.day)}" if found.day else f"{kind}, no day agreed"


def _row(sight: Sight, point: Point, found: Agenda) -> Row:
    what, why, question = said(sight, point, found)
    who = sight.names.full(point.who)
    return Row((
        Cell(what),
        Cell(why),
        Cell(who) if who else Cell("nobody yet: who leads?", tone="ochre"),
        Cell(question),
    ))  # fmt: skip


def _close(sight: Sight, found: Agenda) -> Row:
    last = found.held.last if found.held else None
    before = "no review is on file" if found.held is None else "no review of this kind is on file"
    if last:
        course = sight.words.say(last.course) if last.course else "none of the three was written"
        before = f"last time, {sight.day(last.date)}, {course}"
    lead = sight.names.full(sight.account.lead)
    return Row((
        Cell("Afterwards, among ourselves, in one word" if found.client else "At the end, in one word"),
        Cell(capital(before)),
        Cell(lead) if lead else Cell("nobody yet: who leads?", tone="ochre"),
        Cell("Keep, pivot or stop: does the plan stand, change or end, and what do we drop?"),
    ))  # fmt: skip
