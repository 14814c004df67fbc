"""The opportunities of the plan, ranked: good for them, worth to us, what to prove next."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.advise.untold import unheard
from sam_gen.assess.opportunities import Judged, balance, cover_by_sheet, growth_cover, in_whole, judged
from sam_gen.draw.track import tag
from sam_gen.model.plan import Opportunity
from sam_gen.model.scalars import Line
from sam_gen.pages.blocks import Block, Sight, amount_cell
from sam_gen.pages.doors import where
from sam_gen.pages.initiatives import UNHEARD, ask_gain
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, day, listed, number


def opportunities_block(sight: Sight, rows: Sequence[Judged]) -> Block:
    """Build the section of opportunities, the best first; its foot stands below the folds."""
    return Block(
        heading=f"2 Opportunities: {classes(rows) or 'none named yet'}",
        lead=_lead(sight, rows),
        table=Table(
            "Opportunities",
            columns("Opportunity", "Good for them", ">Worth to us a year", "Who, theirs and ours", "Next to prove"),
            tuple(_opportunity(sight, row) for row in rows),
        ),
        empty="" if rows else "What would make one of their initiatives easier, and who over there would want it?",
    )


def open_ones(sight: Sight) -> tuple[Judged, ...]:
    """Return the open opportunities of an account."""
    return judged(sight.account, sight.playbook, sight.as_of)


def classes(rows: Sequence[Judged]) -> str:
    """Count classes: two A, one B, one not judged yet; empty without any."""
    found = [row.class_.value if row.class_ else "" for row in rows]
    said = [f"{number(found.count(letter))} {letter}" for letter in "ABC" if letter in found]
    said += [f"{number(found.count(''))} not judged yet"] if "" in found else []
    return ", ".join(said)


def _lead(sight: Sight, rows: Sequence[Judged]) -> str:
    if not rows:
        return ""
    sentences = ["A has our people now, B has one thing to prove first, C waits.", _growth(sight)]
    only = balance(rows, sight.playbook.method.priorities).only
    if only:
        sentences.append(
            f"All of them are of one kind, “{sight.words.within(only)}”: what would they want for themselves?"
        )
    return " ".join(sentence for sentence in sentences if sentence)


def _growth(sight: Sight) -> str:
    """Say how far the As and Bs reach towards the growth goal; empty without a goal."""
    economics = sight.account.economics
    cover = growth_cover(sight.account, sight.playbook, sight.as_of)
    if economics is None or economics.growth_goal is None or economics.growth_goal <= 0:
        return ""
    goal = f"{amount(economics.growth_goal, sight.currency)} more a year"
    by = f" by {day(economics.growth_by, sight.as_of)}" if economics.growth_by else ""
    if cover.value is None:
        return f"How far they reach towards the growth goal, {goal}{by}, is not known yet. {cover.ask}"
    model = sight.playbook.method.priorities
    least = "at least " if cover.known < 1 else ""
    kept = [sight.words.within(kind) for kind in model.no_growth]
    without = f", without {listed(kept)}," if _keeps(sight) and kept else ""
    sheet = cover_by_sheet(sight.account, sight.project.playbook, sight.as_of)
    strict = "" if sheet is None or round(sheet) == round(cover.value) else f" By the score sheet it is {sheet:.0f}%."
    said = (
        f"{_counted(model.b_counts)}{without} come to {least}{in_whole(cover.value)}% of the growth goal, {goal}{by}."
    )
    return f"{said}{strict}"


def _keeps(sight: Sight) -> bool:
    model = sight.playbook.method.priorities
    return any(row.opportunity.kind in model.no_growth for row in open_ones(sight))


def _counted(b_counts: int) -> str:
    """Say what counts; what follows is in the plural."""
    part = {0: "The As", 50: "The As and half of the Bs", 100: "The As and the Bs"}
    return part.get(b_counts, f"The As and {b_counts}% of the Bs")


def _opportunity(sight: Sight, row: Judged) -> Row:
    names, one = sight.names, row.opportunity
    kind = sight.words.within(one.kind) if one.kind else ""
    place = where(sight, one.unit, one.offering)
    detail = [_class(row), kind, _serves(sight, one), place, _came(sight, one)]
    sponsor, owner = names.their(one.sponsor), names.full(one.owner)
    gone = sponsor and names.left(one.sponsor)
    return Row((
        Cell(
            one.name, mark=tag(row.tag), second=" · ".join(part for part in detail if part), prose=one.why or "",
        ),
        Cell(one.client_gets) if one.client_gets else Cell(_no_gain(sight, one), tone="ochre"),
        amount_cell(sight, one.worth),
        Cell(
            f"{sponsor}, who has left" if gone else sponsor or "nobody of theirs",
            second=owner or "nobody of ours", tone="" if sponsor and not gone else "ochre",
        ),
        Cell(
            one.prove or _to_prove(row),
            second=sight.due(one.due),
            tone="red" if sight.late(one.due) else "" if one.prove else "ochre",
        ),
    ))  # fmt: skip


def _no_gain(sight: Sight, one: Opportunity) -> str:
    """Ask who wants it what they gain; without such a name, let first be proved what is about to be, or ask near it."""
    ahead = sight.playbook.method.priorities.step_within
    wanted = sight.names.their(one.sponsor)
    if not wanted and one.prove and one.due and 0 <= (one.due - sight.as_of).days <= ahead:
        return f"not known yet: first comes what is to prove, {sight.day(one.due)}"
    if unheard(one, sight.account):
        return UNHEARD
    return ask_gain(sight, one.sponsor, one.for_, one.unit)


def _serves(sight: Sight, one: Opportunity) -> str:
    """Say which initiative it serves; one that serves none is white space of ours, unless it keeps what we have."""
    serves = sight.initiative(one.for_)
    if serves:
        return f"for {serves}"
    kept = sight.playbook.method.priorities.no_growth
    return "" if one.kind in kept else "white space of ours, not theirs"


def points(row: Judged) -> str:
    """Print the score; it is never rounded up, or 69.6 would look like an A."""
    found = int(row.score.value or 0)
    return f"{found} {'point' if found == 1 else 'points'}"


def _class(row: Judged) -> str:
    """Say the class that counts, the score beside it, and where both differ."""
    own = row.class_
    if own is None:
        asked = f", ask: {row.score.ask}" if row.opportunity.scores and row.score.ask else ""
        return f"class not judged yet{asked}"
    if row.score.value is None:
        return f"class {own.value}, not scored"
    if row.overruled and row.sheet:
        return f"class {own.value} by our own view, {row.sheet.value} by the sheet ({points(row)})"
    return f"class {own.value}, {points(row)}"


def _to_prove(row: Judged) -> str:
    if row.missing:
        return f"missing for an A: {within(row.missing[0].says)}"
    return "not written: what is the one thing to find out?"


def within(says: Line) -> str:
    """Print a gate in the middle of a sentence."""
    return f"{says[:1].lower()}{says[1:].rstrip('.')}"


def _came(sight: Sight, one: Opportunity) -> str:
    """Say when we heard of it."""
    return f"heard of {day(one.heard, sight.as_of)}" if one.heard else ""
