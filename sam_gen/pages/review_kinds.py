"""The kinds of review on the page: what each is for here, when it is next due, and how well its rhythm is kept."""

from __future__ import annotations

from sam_gen.assess.plan import Track, open_objectives, open_risks, validations
from sam_gen.assess.rhythm import Due, Held, Midpoint, kinds, midpoint, validation_due
from sam_gen.draw.track import track as track_mark
from sam_gen.model.care import ReviewKind
from sam_gen.pages.blocks import Block, Sight, figure, owner_cell, tally
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number

_NONE = Cell("–", tone="grey")
_STATES = {
    Track.ON: "on track",
    Track.OFF: "off track",
    Track.NOT_MEASURED: "not measured",
    Track.NOT_DUE: "still to come",
}


def rhythm_block(sight: Sight) -> Block:
    """Build the section of the kinds of review."""
    rows = kinds(sight.account, sight.project.playbook, sight.as_of)
    late = sum(row.late > 0 for row in rows)
    unknown = sum(row.due is None for row in rows)
    parts = [
        (len(rows) - late - unknown, "in time", "in time"),
        (late, "late", "late"),
        (unknown, "not begun", "not begun"),
    ]
    middle = midpoint(sight.account, sight.project.playbook, sight.as_of)
    return Block(
        heading=f"Rhythm: {tally(parts, 'none agreed yet')}",
        source=sight.source("cadence"),
        lead=_year(rows) if rows else "",
        table=Table(
            "Kinds of review",
            columns("Review", "Every", "Last", "Due", "Next agreed", "Kept in twelve months"),
            (*(_row(sight, row) for row in rows), *([_middle_row(sight, middle)] if middle else []), _yearly(sight)),
        ),
        empty=""
        if rows
        else "Ask the client how often they want to look at this together, and write it under cadence:.",
    )


def _year(rows: tuple[Held, ...]) -> str:
    """Say how many reviews were kept, of those whose days can be counted."""
    known = [row.kept for row in rows if row.kept]
    held, missed = sum(one.held for one in known), sum(len(one.missed) for one in known)
    if not held + missed:
        return "Nothing can be counted yet: no review is on file, and no agreed day has passed."
    past = {0: "none was missed", 1: "once one fell due and did not"}
    rest = past.get(missed, f"{number(missed)} times one fell due and did not")
    return f"In the last twelve months {count(held, 'review')} took place, and {rest}."


def _row(sight: Sight, row: Held) -> Row:
    kept, tone = _state(row)
    counted = f"{row.kept.held} of {row.kept.asked}" if row.kept and row.kept.asked else ""
    first, second = (counted, kept) if counted else (kept, "")
    return Row((
        Cell(sight.words.say(row.kind), second=_purpose(sight, row)),
        Cell(f"{row.every} d", second=_asked(row)),
        Cell(sight.ago(row.last.date) if row.last else "none on file", tone="" if row.last else "ochre"),
        Cell(sight.day(row.due) if row.due else "not known yet", tone="" if row.due else "grey"),
        Cell(sight.due(row.next) if row.next else "no day yet", tone="" if row.next else "ochre"),
        Cell(first, second=second, tone=tone),
    ))  # fmt: skip


def _asked(row: Held) -> str:
    if row.agreed is None:
        return "the tier asks, not agreed here"
    if row.tier is None:
        return "agreed"
    return "agreed, as the tier asks" if row.tier == row.every else f"agreed; the tier asks for {row.tier} d"


def _state(row: Held) -> tuple[str, str]:
    if row.due is None:
        return "not known yet: agree the first", "ochre"
    if row.late:
        return f"{row.late} d late", "red"
    if row.last is None:
        return "the first is still to come", ""
    if row.next and row.next > row.due:
        return f"agreed {(row.next - row.due).days} d later than the rhythm", "ochre"
    return "kept" if not row.kept or not row.kept.missed else "in time now", ""


def _purpose(sight: Sight, row: Held) -> str:
    """Say what a kind of review is for on this account."""
    account, playbook = sight.account, sight.project.playbook
    if row.kind is ReviewKind.TEAM:
        us = f", {number(len(account.team))} of us" if account.team else ""
        return f"among ourselves{us}: promises, late steps, who meets whom"
    if row.kind is ReviewKind.PLAN:
        aims = count(len(open_objectives(account, sight.as_of)), "objective")
        risks = count(len(open_risks(account, playbook, sight.as_of)), "risk")
        return f"does the plan hold: {aims}, {risks}"
    if row.kind is ReviewKind.MIDPOINT:
        return "what should stand by half of the plan"
    if row.kind is ReviewKind.QBR:
        with_ = listed([sight.names.their(who) for who in row.last.theirs]) if row.last else ""
        return f"their goals and both sides' promises{f', last with {with_}' if with_ else ''}"
    pairs = [
        f"{sight.names.full(one.ours)} and {sight.names.their(one.theirs)}"
        for one in account.sponsors
        if sight.names.their(one.theirs)
    ]
    return f"what only executives settle: {'; '.join(pairs) if pairs else 'no pair is named yet'}"


# Halfway ----------------------------------------------------------------------------------


def _middle_row(sight: Sight, middle: Midpoint) -> Row:
    state, tone = f"opens {sight.project.playbook.method.windows.midpoint_ahead} d before", "grey"
    if middle.held:
        state, tone = "held", ""
    elif middle.near and middle.day < sight.as_of:
        state, tone = f"{(sight.as_of - middle.day).days} d late", "red"
    elif middle.near:
        state, tone = "to be held now", "ochre"
    elif middle.day < sight.as_of:
        state, tone = "not held, and the plan is over", "ochre"
    return Row((
        Cell(sight.words.say(ReviewKind.MIDPOINT), second="what should stand by half of the plan, and does it"),
        Cell("once", second="in the plan's timeframe"),
        Cell(sight.ago(middle.held.date)) if middle.held else Cell("none on file", tone="grey"),
        Cell(sight.day(middle.day)),
        _NONE,
        Cell(state, tone=tone),
    ))  # fmt: skip


def midpoint_block(sight: Sight) -> Block | None:
    """Build the section of the midpoint check; None while it is far off or held."""
    middle = midpoint(sight.account, sight.project.playbook, sight.as_of)
    if middle is None or not middle.near:
        return None
    states = [due.track for due in middle.dues]
    said = tally(
        [
            (states.count(Track.ON), "on track", "on track"),
            (states.count(Track.OFF), "off track", "off track"),
            (states.count(Track.NOT_MEASURED), "not measured", "not measured"),
            (states.count(Track.NOT_DUE), "still to come", "still to come"),
        ],
        "nothing is written of what should stand by then",
    )
    when = sight.due(middle.day) if middle.day >= sight.as_of else f"{sight.ago(middle.day)}, not held"
    bare = f"{count(middle.without, 'objective says', 'objectives say')} nothing of that day"
    return Block(
        heading=f"Half of the plan, {when}: {said}",
        source=sight.source("timeframe"),
        more=capital(bare) if middle.without else "",
        table=Table(
            "What should stand by half of the plan",
            columns("Measure", ">Should be", "By", ">Is", "Track", "Owner"),
            tuple(_due(sight, due) for due in middle.dues),
        ),
        empty="" if middle.dues else "What should each objective have reached by that day? Write it under benchmarks:.",
    )


def _due(sight: Sight, due: Due) -> Row:
    mark, tone = track_mark(due.track.value)
    actual = due.aim.actual
    is_ = Cell(figure(actual)) if actual is not None else Cell("not known yet", tone="grey")
    return Row((
        Cell(due.measure.name, second=due.objective.name),
        Cell(figure(due.aim.target), second=due.measure.unit or ""),
        Cell(sight.day(due.aim.date)),
        is_,
        Cell(_STATES.get(due.track, "not known"), mark=mark, tone=tone),
        owner_cell(sight, due.objective.owner),
    ))  # fmt: skip


# Once a year with the client -----------------------------------------------------------------


def _yearly(sight: Sight) -> Row:
    done = validations(sight.account, sight.as_of)
    due = validation_due(sight.account, sight.project.playbook, sight.as_of)
    late = (sight.as_of - due).days if due else 0
    state, tone = ("in time", "") if due else ("not yet: agree the first", "ochre")
    if due and late > 0:
        state, tone = f"{late} d late", "red"
    changed = len(done[0].changed) if done else 0
    return Row((
        Cell("Validation by the client", second="they go through the plan line by line"),
        Cell(f"{sight.project.playbook.method.windows.validation_lasts} d"),
        Cell(sight.ago(done[0].date), second=f"{count(changed, 'thing')} changed" if changed else "agreed to all of it")
        if done
        else Cell("none on file", tone="ochre"),
        Cell(sight.day(due)) if due else Cell("not known yet", tone="grey"),
        _NONE,
        Cell(state, tone=tone),
    ))  # fmt: skip
