"""The objectives of the plan and their measures: what each side gains, who answers, and whether it is on track."""

from __future__ import annotations

import datetime

from sam_gen.assess.plan import Track, Tracked, open_objectives, tracked
from sam_gen.draw.track import track as track_mark
from sam_gen.model.plan import Measure, Objective
from sam_gen.pages.blocks import Block, Sight, amount_cell, figure, owner_cell, tally
from sam_gen.pages.initiatives import ask_gain_of
from sam_gen.pages.measured import newest
from sam_gen.pages.parts import Marked
from sam_gen.pages.tables import UNKNOWN, Cell, Row, Table, columns, told
from sam_gen.pages.words import count, listed

_TRACK = {
    Track.ON: "on track",
    Track.OFF: "off track",
    Track.NOT_MEASURED: "not measured",
    Track.NOT_DUE: "nothing due yet",
    Track.NO_BENCHMARK: "no dated benchmark",
}


def objectives_block(sight: Sight) -> Block:
    """Build the section of objectives that are still open."""
    still = open_objectives(sight.account, sight.as_of)
    done = [one for one in sight.account.objectives if one.done and one.done <= sight.as_of]
    states = [tracked(measure, sight.as_of).track for one in still for measure in one.measures]
    bare = sum(not one.measures for one in still)
    said = tally(
        [
            (len(still), "open", "open"),
            (states.count(Track.OFF), "measure off track", "measures off track"),
            (bare, "without a measure", "without a measure"),
        ],
        "none open" if done else "none agreed yet",
    )
    reached = [f"{one.name} on {sight.day(one.done)}" for one in done if one.done]
    return Block(
        heading=f"Objectives: {said}",
        lead=f"Reached: {listed(reached)}." if reached else "",
        table=Table(
            "Objectives",
            columns("Objective", "The client gains", ">We gain a year", "Owner", "Measured by"),
            tuple(_objective(sight, one) for one in still),
        ),
        empty="" if still else "What do both sides want to have reached, by which day, and what does each gain?",
    )


def _objective(sight: Sight, one: Objective) -> Row:
    serves = sight.initiative(one.for_)
    return Row((
        Cell(one.name, second=f"for {serves}" if serves else "for none of their initiatives yet"),
        told(one.client_gets, ask_gain_of(sight, one), "ochre"),
        amount_cell(sight, one.we_get),
        owner_cell(sight, one.owner, sight.due(one.due)),
        Cell(count(len(one.measures), "measure")) if one.measures
        else Cell("nothing yet: what would both sides count?", tone="ochre"),
    ))  # fmt: skip


def next_first(sight: Sight) -> list[Objective]:
    """Return the open objectives, the next due first and those without a day last."""
    return sorted(open_objectives(sight.account, sight.as_of), key=lambda one: one.due or datetime.date.max)


def measures_table(sight: Sight) -> Table | None:
    """Put the measures of the open objectives into one table; nothing where there is none."""
    rows = tuple(
        _measure(sight, one, measure) for one in open_objectives(sight.account, sight.as_of) for measure in one.measures
    )
    heads = columns("Measure", ">Start", ">Now", ">Goal", "Benchmark", "Track")
    return Table("Measures of the objectives", heads, rows) if rows else None


def _measure(sight: Sight, objective: Objective, measure: Measure) -> Row:
    state = tracked(measure, sight.as_of)
    return Row((
        Cell(measure.name, second=" · ".join(part for part in (measure.unit, objective.name) if part)),
        _value(measure, "baseline"),
        newest(sight, measure),
        _value(measure, "target"),
        Cell(_benchmark(sight, state)),
        _track(state).cell,
    ))  # fmt: skip


def _value(measure: Measure, name: str) -> Cell:
    value = measure.baseline if name == "baseline" else measure.target
    return UNKNOWN if value is None else Cell(figure(value))


def _track(state: Tracked) -> Marked:
    """Show whether a measure is on track."""
    mark, tone = track_mark(state.track.value)
    return Marked(mark, _TRACK[state.track], tone)


def _benchmark(sight: Sight, state: Tracked) -> str:
    """Say what was due and what is due next; where a benchmark passed unmeasured, what to ask."""
    said: list[str] = []
    if state.due:
        said.append(f"{figure(state.due.target)} by {sight.day(state.due.date)}")
        if state.track is Track.NOT_MEASURED:
            said.append("nobody wrote down the value: ask for it")
        elif state.due.actual is not None:
            said.append(f"it was {figure(state.due.actual)}")
    if state.next:
        said.append(f"next {figure(state.next.target)} by {sight.day(state.next.date)}")
    return ", ".join(said) or "none yet: what should it be by when?"
