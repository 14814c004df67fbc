"""The sections of the page for the table: goals, promises, decisions, value, and what changed since the last review."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sam_gen.assess.plan import open_objectives, tracked
from sam_gen.assess.reviews import Change, ChangeKind, Decided, changes, decisions
from sam_gen.assess.value import Kept, Outcome, Side, benefits, promises, together
from sam_gen.model.care import Decision, ValueStatus
from sam_gen.model.plan import Action, Measure, Objective
from sam_gen.pages.blocks import Block, Entry, Sight, figure, tally
from sam_gen.pages.changes import change_entry
from sam_gen.pages.measured import NO_SUM, a_year, newest, with_unit
from sam_gen.pages.qbr_laid import UNKNOWN, Laid, by
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, number

_NEWS = (ChangeKind.DONE, ChangeKind.REACHED, ChangeKind.VALUE, ChangeKind.CLOSED)
"""What changed that both sides can speak of; who came and who left they know better than we do."""
MOST_NEWS = 7
_DONE = (Outcome.KEPT, Outcome.KEPT_LATE)


@dataclass(frozen=True)
class Goal:
    """One goal of theirs with its measures."""

    name: str
    about: str
    """What they gain, who answers, by when."""
    measures: tuple[Row, ...]
    empty: str


# Their goals ------------------------------------------------------------------------------


def goals(laid: Laid) -> tuple[Goal, ...]:
    """Put the client's goals first, each with its measures."""
    return tuple(_goal(laid.sight, one, laid.after) for one in open_objectives(laid.sight.account, laid.sight.as_of))


def goals_block(laid: Laid) -> Block:
    """Build the heading of the goals, and what to ask where there is none."""
    some = len(goals(laid))
    return Block(
        heading=f"What you want: {count(some, 'goal') if some else 'not on the table yet'}",
        source=laid.sight.source("objectives"),
        empty="" if some else "What do you want to have reached, by which day, and what shall we both count?",
    )


def _goal(sight: Sight, one: Objective, after: datetime.date) -> Goal:
    gains = f"gain: {one.client_gets}" if one.client_gets else ""
    parts = (gains, sight.names.full(one.owner), f"by {sight.day(one.due)}" if one.due else "no day yet")
    rows = tuple(_measure(sight, measure, after) for measure in one.measures)
    about = capital(" · ".join(part for part in parts if part))
    return Goal(one.name, about, rows, "" if rows else "No measure on the table yet: what do both sides count?")


def _measure(sight: Sight, measure: Measure, after: datetime.date) -> Row:
    """Lay start, today and target side by side, with the next mark that lies ahead on the day of the review."""
    mark = tracked(measure, after).next
    return Row((
        Cell(measure.name, second=measure.unit or ""),
        UNKNOWN if measure.baseline is None else Cell(figure(measure.baseline)),
        newest(sight, measure),
        UNKNOWN if measure.target is None else Cell(figure(measure.target)),
        Cell(figure(mark.target), second=f"by {sight.day(mark.date)}") if mark
        else Cell("none ahead", tone="grey"),
    ))  # fmt: skip


# What was promised --------------------------------------------------------------------------


def promised(laid: Laid) -> Block:
    """Say what each side promised and what became of it: open ones, and those kept since the last review."""
    found, before = _promises(laid)
    ours = [one for one in found if one.side is Side.OURS]
    theirs = [one for one in found if one.side is not Side.OURS]
    kept = f"{count(before, 'promise', 'promises')} kept earlier" if before else ""
    sides = (("from us", ours), ("from you", theirs))
    said_ = ", ".join(f"{side} {_kept_of(some)}" for side, some in sides if some) or "nothing on the table yet"
    return Block(
        heading=f"Promised to each other: {said_}",
        source=laid.sight.source("promises"),
        lead=capital(f"{kept}, not listed.") if kept else "",
        table=Table(
            "What was promised and what became of it",
            columns("Promise", "From", "To", "For", "Today"),
            tuple(_promise(laid.sight, one) for one in (*ours, *theirs)),
        ),
        empty="" if found else "What could each side offer by the next review?",
    )


def _promises(laid: Laid) -> tuple[list[Kept], int]:
    """Return what is open or was kept since the last review, and how many were kept before."""
    everything = promises(laid.sight.account, laid.sight.project.playbook, laid.sight.as_of)
    done = (Outcome.KEPT, Outcome.KEPT_LATE)
    shown = [one for one in everything if one.outcome not in done or (one.promise.kept or laid.since) > laid.since]
    return shown, len(everything) - len(shown)


def _kept_of(found: Sequence[Kept]) -> str:
    parts = [
        (sum(one.outcome in (Outcome.KEPT, Outcome.KEPT_LATE) for one in found), "kept", "kept"),
        (sum(one.outcome is Outcome.LATE for one in found), "late", "late"),
        (sum(one.outcome is Outcome.OPEN for one in found), "open", "open"),
    ]
    return tally(parts, "")


def _promise(sight: Sight, one: Kept) -> Row:
    promise = one.promise
    became, tone = outcome(sight, one)
    return Row((
        Cell(promise.what),
        Cell(sight.names.full(promise.by) or _side(one)),
        Cell(sight.names.full(promise.to) or "–"),
        Cell(by(sight, promise.due)),
        Cell(became, tone=tone),
    ))  # fmt: skip


def _side(one: Kept) -> str:
    return "us" if one.side is Side.OURS else "one of you"


def outcome(sight: Sight, one: Kept) -> tuple[str, str]:
    """Say what has become of a promise, and the colour that says the same."""
    days = one.days
    if one.promise.kept and one.outcome in (Outcome.KEPT, Outcome.KEPT_LATE):
        late = f", {-days} d late" if days is not None and days < 0 else ""
        return f"kept {sight.day(one.promise.kept)}{late}", "teal" if not late else "ochre"
    if one.outcome is Outcome.LATE:
        return "late", "red"
    return "open", ""


def decided(laid: Laid) -> Block:
    """Say what was decided together and what became of it, but nothing that a promise on the table says already."""
    sight, rows = laid.sight, settled(laid)
    still = sum(one.open for one in rows)
    said_ = tally([(len(rows) - still, "done", "done"), (still, "open", "open")], "nothing on the table yet")
    return Block(
        heading=f"Decided together: {said_}",
        source=sight.source("reviews"),
        table=Table(
            "What was decided together",
            columns("Decision", "Owner", "Decided", "Today"),
            tuple(
                Row((
                    Cell(one.decision.what),
                    _owner(sight, one.decision.owner),
                    Cell(sight.day(one.review.date)),
                    _state(sight, one.open, one.decision.done, one.decision.due),
                ))
                for one in rows
            ),
        ),
        empty="" if rows else "What should this review decide?",
    )  # fmt: skip


def settled(laid: Laid) -> list[Decided]:
    """Return the decisions that are open or were done since the last review, but none that a promise says already."""
    rows = [
        one
        for one in decisions(laid.sight.account, laid.sight.as_of)
        if one.open or one.review.date == laid.last or (one.decision.done or laid.since) > laid.since
    ]
    again = laid.unsaid((one.promise for one in _promises(laid)[0]), (one.decision for one in rows))
    return [one for one in rows if id(one.decision) not in again]


def new_steps(laid: Laid, actions: Iterable[Action]) -> list[Action]:
    """Leave out the actions that carry a promise or a decision on the table: what became of it stands there."""
    listed = list(actions)
    promises_, decided_ = (one.promise for one in _promises(laid)[0]), (one.decision for one in settled(laid))
    again = laid.unsaid(promises_, decided_, listed)
    return [one for one in listed if id(one) not in again]


def _owner(sight: Sight, reference: str | None) -> Cell:
    return Cell(sight.names.full(reference) or "–", second="has left" if sight.names.left(reference) else "")


def _state(sight: Sight, still: bool, done: datetime.date | None, due: datetime.date | None) -> Cell:
    if not still and done:
        return Cell(f"done {sight.day(done)}", tone="teal")
    if due and due < sight.as_of:
        return Cell(f"late, was due {sight.day(due)}", tone="red")
    return Cell(f"due {sight.day(due)}" if due else "no day yet", tone="" if due else "ochre")


# Value, news ----------------------------------------------------------------------------------


def value(laid: Laid) -> Block:
    """Say what they have had from us: what they confirmed before what we only say."""
    sight = laid.sight
    found = benefits(sight.account, sight.as_of)
    return Block(
        heading=f"Value so far: {_worth(laid)}",
        source=sight.source("value"),
        table=Table(
            "Benefits by how firm they are",
            columns("Benefit", ">A year", "How firm", "Who says so"),
            tuple(
                Row((
                    Cell(one.what, second=one.method or ""),
                    a_year(sight, one, NO_SUM),
                    Cell(sight.words.say(one.status), tone="teal" if one.status is ValueStatus.CONFIRMED else ""),
                    Cell(sight.names.their(one.who) or _we_say(one.status), second=_since(sight, one.as_of)),
                ))
                for one in found
            ),
        ),
        empty="" if found else "In which of your own figures should it show, and by when?",
    )  # fmt: skip


def _we_say(status: ValueStatus) -> str:
    return "we" if status is ValueStatus.CLAIMED else "one of your people"


def _since(sight: Sight, day: datetime.date | None) -> str:
    return sight.day(day) if day else ""


def _worth(laid: Laid) -> str:
    found = benefits(laid.sight.account, laid.sight.as_of)
    if not found:
        return "nothing on the table yet"
    firm = together(found, ValueStatus.CONFIRMED)
    rest = len(found) - firm.number
    money = f", {amount(firm.amount, laid.sight.currency)} a year" if firm.amount is not None else ""
    confirmed = f"{number(firm.number)} confirmed by you{money}" if firm.number else ""
    return ", ".join(part for part in (confirmed, f"{number(rest)} still to confirm" if rest else "") if part)


def news(laid: Laid) -> Block:
    """Say what changed since the last review, measures included; what became of decisions stands with these."""
    sight = laid.sight
    everything = changes(sight.account, laid.since, sight.as_of)
    new = {id(one) for one in new_steps(laid, (one.record for one in everything if isinstance(one.record, Action)))}
    found = [
        one
        for one in everything
        if one.kind in _NEWS
        and not isinstance(one.record, Decision)
        and not (isinstance(one.record, Action) and id(one.record) not in new)
    ]
    rows = sorted(
        [*((one.date, _news(sight, one)) for one in found), *_measured(laid)], key=lambda pair: pair[0], reverse=True
    )
    said_ = count(len(rows), "thing") if rows else "nothing on the table yet"
    return Block(
        heading=f"What changed {f'since {sight.day(laid.since)}' if laid.last else 'lately'}: {said_}",
        source=sight.source("actions"),
        lead=f"The newest {number(MOST_NEWS)} of {number(len(rows))}." if len(rows) > MOST_NEWS else "",
        entries=tuple(entry for _, entry in rows[:MOST_NEWS]),
        empty="" if rows else "What has changed for you?",
    )


def _news(sight: Sight, one: Change) -> Entry:
    entry = change_entry(sight, one)
    return Entry(entry.when, entry.what, entry.second)


def _measured(laid: Laid) -> list[tuple[datetime.date, Entry]]:
    """Return the values measured since the last review, each beside the one before it."""
    sight, found = laid.sight, []
    for one in open_objectives(sight.account, sight.as_of):
        for measure in one.measures:
            values = sorted((b for b in measure.benchmarks if b.actual is not None), key=lambda b: b.date)
            for before, now in zip([None, *values], values, strict=False):
                if laid.since < now.date <= sight.as_of:
                    was = before.actual if before else measure.baseline
                    from_ = f", from {figure(was)}" if was is not None else ""
                    from_ = ", as before" if was == now.actual else from_
                    what = f"{measure.name}: {with_unit(now.actual, measure.unit)}{from_}"
                    found.append((now.date, Entry(sight.day(now.date), what)))
    return found
