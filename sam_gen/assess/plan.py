"""What the plan says of today: measures against their benchmarks, risks by weight, everything with a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sam_gen.assess.agenda import ItemKind, meetings_to_come, open_items
from sam_gen.assess.notices import notices
from sam_gen.model.account import Account
from sam_gen.model.care import Validation
from sam_gen.model.footprint import HeldBy
from sam_gen.model.limits import RiskGrid
from sam_gen.model.place import Place
from sam_gen.model.plan import Benchmark, Likelihood, Measure, Objective, Opportunity, Risk
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of


class Track(StrEnum):
    """Whether a measure is where it should be by now."""

    ON = "on"
    OFF = "off"
    NOT_MEASURED = "not_measured"
    """A benchmark has passed and nobody wrote down what the value was."""
    NOT_DUE = "not_due"
    """The first benchmark lies ahead."""
    NO_BENCHMARK = "no_benchmark"


@dataclass(frozen=True)
class Tracked:
    """One measure as seen from one day."""

    measure: Measure
    track: Track
    due: Benchmark | None
    """The newest benchmark whose day has come."""
    now: Benchmark | None
    """The newest value that was written down."""
    next: Benchmark | None
    """The next benchmark with a target."""


def tracked(measure: Measure, as_of: datetime.date) -> Tracked:
    """Compare the newest benchmark that is due with what was measured on its day."""
    aims = sorted((b for b in measure.benchmarks if b.target is not None), key=lambda b: b.date)
    past = [b for b in measure.benchmarks if b.date <= as_of]
    known = sorted((b for b in past if b.actual is not None), key=lambda b: b.date)
    due = [b for b in aims if b.date <= as_of][-1:]
    ahead = [b for b in aims if b.date > as_of][:1]
    track = _track(measure, due[0], aims) if due else Track.NOT_DUE if ahead else Track.NO_BENCHMARK
    return Tracked(measure, track, _one(due), _one(known[-1:]), _one(ahead))


def _one(found: Sequence[Benchmark]) -> Benchmark | None:
    return found[0] if found else None


def _track(measure: Measure, due: Benchmark, aims: Sequence[Benchmark]) -> Track:
    if due.actual is None or due.target is None:
        return Track.NOT_MEASURED
    falling = _falls(measure, aims)
    reached = due.actual <= due.target if falling else due.actual >= due.target
    return Track.ON if reached else Track.OFF


def _falls(measure: Measure, aims: Sequence[Benchmark]) -> bool:
    """Whether less is better: the values run from the baseline, or the first benchmark, to the goal."""
    first = measure.baseline if measure.baseline is not None else aims[0].target
    last = measure.target if measure.target is not None else aims[-1].target
    return (last or Decimal(0)) < (first or Decimal(0))


# Opportunities --------------------------------------------------------------------


def open_opportunities(account: Account, as_of: datetime.date) -> tuple[Opportunity, ...]:
    """Return the opportunities known by that day that were not over by then, in the order of the file.

    An outcome says that it is over, even where nobody wrote down the day.
    """
    return tuple(one for one in account.opportunities if _heard(one, as_of) and not _over(one, as_of))


def _heard(one: Opportunity, as_of: datetime.date) -> bool:
    return one.heard is None or one.heard <= as_of


def _over(one: Opportunity, as_of: datetime.date) -> bool:
    return one.outcome is not None if one.closed is None else one.closed <= as_of


def open_objectives(account: Account, as_of: datetime.date) -> tuple[Objective, ...]:
    """Return the objectives that are not reached yet, in the order of the file."""
    return tuple(one for one in account.objectives if one.done is None or one.done > as_of)


# Risks ----------------------------------------------------------------------------


class Response(StrEnum):
    """What a field of the risk grid asks for."""

    ACT = "act"
    PREPARE = "prepare"
    WATCH = "watch"


@dataclass(frozen=True)
class Weighed:
    """One open risk with its number on the grid."""

    tag: str
    risk: Risk
    asks: Response | None
    """None: likelihood or impact is not judged yet."""


def response(likelihood: Likelihood, impact: Likelihood, grid: RiskGrid) -> Response:
    """Return what a field of the grid asks for."""
    weight = _points(likelihood, grid) * _points(impact, grid)
    if weight >= grid.act_from:
        return Response.ACT
    return Response.PREPARE if weight >= grid.prepare_from else Response.WATCH


def open_risks(account: Account, playbook: Playbook, as_of: datetime.date) -> tuple[Weighed, ...]:
    """Return the open risks, the heaviest first, of equal ones what is due first; those nobody has judged last."""
    grid = playbook.method.grid
    by_day = sorted(_still_open(account, as_of), key=lambda risk: risk.due or datetime.date.max)
    heaviest = sorted(by_day, key=lambda risk: _weight(risk, grid), reverse=True)
    return tuple(Weighed(f"R{i}", risk, _asks(risk, grid)) for i, risk in enumerate(heaviest, 1))


def _still_open(account: Account, as_of: datetime.date) -> Iterator[Risk]:
    return (risk for risk in account.risks if risk.closed is None or risk.closed > as_of)


def _asks(risk: Risk, grid: RiskGrid) -> Response | None:
    return response(risk.likelihood, risk.impact, grid) if risk.likelihood and risk.impact else None


def _weight(risk: Risk, grid: RiskGrid) -> int:
    return _points(risk.likelihood, grid) * _points(risk.impact, grid) if risk.likelihood and risk.impact else 0


def _points(level: Likelihood, grid: RiskGrid) -> int:
    return {Likelihood.LOW: grid.low, Likelihood.MEDIUM: grid.medium, Likelihood.HIGH: grid.high}[level]


# Validation -----------------------------------------------------------------------


def validations(account: Account, as_of: datetime.date) -> tuple[Validation, ...]:
    """Return the days the client went through the plan, the newest first."""
    return tuple(sorted((v for v in account.validation if v.date <= as_of), key=lambda v: v.date, reverse=True))


def as_it_stands(one: Validation, playbook: Playbook, as_of: datetime.date) -> bool:
    """Whether what the client went through is the plan of today; after models/windows.yml it was an earlier state."""
    return (as_of - one.date).days <= playbook.method.windows.validation_lasts


# Everything with a day ------------------------------------------------------------


class DatedKind(StrEnum):
    """What sort of thing falls on a day."""

    ACTION = "action"
    PROMISE = "promise"
    DECISION = "decision"
    OBJECTIVE = "objective"
    INITIATIVE = "initiative"
    BENCHMARK = "benchmark"
    OPPORTUNITY = "opportunity"
    RISK = "risk"
    MEETING = "meeting"
    REVIEW = "review"
    CONTRACT = "contract"
    NOTICE = "notice"
    """The notice day of a contract."""


@dataclass(frozen=True)
class Dated:
    """One open thing with a day."""

    date: datetime.date
    kind: DatedKind
    what: str
    who: str | None
    """Reference into team or people."""
    place: Place


def roadmap(account: Account, as_of: datetime.date) -> tuple[Dated, ...]:
    """Return every open thing with a day, by day; what is late and still open comes first."""
    return tuple(sorted(_dated(account, as_of), key=lambda item: (item.date, item.place)))


def _dated(account: Account, as_of: datetime.date) -> Iterator[Dated]:
    yield from _steps(account, as_of)
    yield from _aims(account, as_of)
    for meeting in meetings_to_come(account, as_of):
        yield Dated(meeting.date, DatedKind.MEETING, meeting.what, next(iter(meeting.ours), None), meeting.place)
    for cadence in account.cadence:
        if cadence.next and cadence.next >= as_of:
            yield Dated(cadence.next, DatedKind.REVIEW, cadence.kind.value, None, cadence.place)
    for until, units, place in contract_ends(account, as_of):
        yield Dated(until, DatedKind.CONTRACT, ", ".join(units), None, place)
    for one in notices(account):
        if one.day >= as_of:
            yield Dated(one.day, DatedKind.NOTICE, one.what, None, one.place)


def contract_ends(account: Account, as_of: datetime.date) -> tuple[tuple[datetime.date, tuple[str, ...], Place], ...]:
    """Return the days on which contracts with us end, the next first, with the units they are for."""
    names = {unit.key: unit.name for unit in account.units}
    ends: dict[datetime.date, dict[str, Place]] = {}
    for cell in account.footprint:
        if cell.until and cell.until >= as_of and cell.held_by is HeldBy.US:
            name = names.get(key_of(cell.unit), cell.unit)
            ends.setdefault(cell.until, {}).setdefault(name, cell.place)
    return tuple((until, tuple(units), min(units.values())) for until, units in sorted(ends.items()))


def _steps(account: Account, as_of: datetime.date) -> Iterator[Dated]:
    for action in account.actions:
        if action.due and (action.done is None or action.done > as_of):
            yield Dated(action.due, DatedKind.ACTION, action.what, action.owner, action.place)
    for promise in account.promises:
        if promise.due and (promise.kept is None or promise.kept > as_of):
            yield Dated(promise.due, DatedKind.PROMISE, promise.what, promise.by, promise.place)
    for item in open_items(account, as_of):
        if item.kind is ItemKind.DECISION and item.due:
            yield Dated(item.due, DatedKind.DECISION, item.what, item.owner, item.record.place)
    for risk in _still_open(account, as_of):
        if risk.due:
            yield Dated(risk.due, DatedKind.RISK, risk.response or risk.what, risk.owner, risk.place)


def _aims(account: Account, as_of: datetime.date) -> Iterator[Dated]:
    for initiative in account.initiatives:
        if initiative.due:
            yield Dated(initiative.due, DatedKind.INITIATIVE, initiative.name, initiative.owner, initiative.place)
    for objective in open_objectives(account, as_of):
        if objective.due:
            yield Dated(objective.due, DatedKind.OBJECTIVE, objective.name, objective.owner, objective.place)
        for measure in objective.measures:
            ahead = tracked(measure, as_of).next
            if ahead:
                yield Dated(ahead.date, DatedKind.BENCHMARK, measure.name, objective.owner, ahead.place)
    for opportunity in open_opportunities(account, as_of):
        if opportunity.due:
            what = opportunity.prove or opportunity.name
            yield Dated(opportunity.due, DatedKind.OPPORTUNITY, what, opportunity.owner, opportunity.place)
