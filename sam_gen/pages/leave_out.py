"""The section of a brief that says what not to mention, each line with its reason and its place in the file."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from sam_gen.advise.brief import Brief
from sam_gen.advise.leave_out import LeaveOut, Why
from sam_gen.model.care import Transition, Value, ValueStatus
from sam_gen.model.footprint import Cell
from sam_gen.model.people import Person, Tie
from sam_gen.model.plan import Initiative, Objective, Opportunity, Promise, Risk
from sam_gen.model.record import Record
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.words import amount, count, listed, number

_LABELS = {
    Why.SILENCE: "We agreed",
    Why.CHANGE: "Not told yet",
    Why.AT_ODDS: "At odds",
    Why.BEFORE_MANAGER: "Their no",
    Why.WITHOUT: "Without them",
    Why.RISK: "Our worry",
    Why.SOURCE: "Who told us",
    Why.QUARREL: "A quarrel",
    Why.ESTIMATE: "Our figure",
    Why.UNTOLD: "Our idea",
    Why.BLOCKED: "Blocked",
    Why.OUR_GAIN: "Our figure",
}


def leave_out_block(sight: Sight, sheet: Brief) -> Block:
    """List what not to mention; say in one line why there is nothing."""
    found = sheet.leave_out
    return Block(
        heading=f"Leave out: {count(len(found), 'thing')}" if found else "Leave out: nothing that the file knows of",
        source=sight.source("meetings"),
        more="worked out from who comes and what the file keeps internal" if found else "",
        entries=tuple(_entry(sight, one) for one in found),
        empty="" if found else _nothing(sheet),
    )


def _nothing(sheet: Brief) -> str:
    if sheet.meeting is None:
        return "No talk is agreed. What to leave out depends on who comes."
    if not sheet.people:
        return "Nobody of theirs is named for this talk. What to leave out depends on who comes."
    names = listed([who.person.name for who in sheet.people])
    return f"On file no quarrel, figure or idea of ours has to stay unsaid before {names}."


def _entry(sight: Sight, one: LeaveOut) -> Entry:
    what, reason = _SAYS[one.why](sight, one)
    return Entry(_LABELS[one.why], what, f"{reason} · {one.place.file}:{one.place.line}", "ochre")


Said = tuple[str, str]
"""What to leave out, and why."""


R = TypeVar("R", bound=Record)


def _as(record: Record, kind: type[R]) -> R:
    """Return the record as what its reason says it is."""
    if not isinstance(record, kind):
        raise TypeError(f"expected {kind.__name__}, found {type(record).__name__}")
    return record


def _name(person: Person | None) -> str:
    return person.name if person else ""


def _money(sight: Sight, value: Decimal | None) -> str:
    return amount(value or Decimal(0), sight.currency)


def _silence(sight: Sight, one: LeaveOut) -> Said:
    said, record = one.silence, one.record
    if said is None:
        raise TypeError("a silence without its line")
    until = f" until {sight.day(said.due)}" if said.due else ""
    why = f"Kept from {sight.account.name}{until}"
    if said.decided:
        why += f"; decided on {sight.day(said.decided)}"
    elif isinstance(record, Promise):
        to = sight.names.full(record.to)
        why = f"Promised{f' to {to}' if to else ''}{until}"
    elif isinstance(record, Risk):
        again = f"; to look at again by {sight.day(said.due)}" if said.due else ""
        why = f"Our answer to a risk that we keep from {sight.account.name}{again}"
    owner = sight.names.full(said.owner)
    return said.what, f"{why}{f'; {owner} sees to it' if owner else ''}."


def _change(sight: Sight, one: LeaveOut) -> Said:
    change = _as(one.record, Transition)
    decided = f"Decided on {sight.day(change.decided)}; the" if change.decided else "The"
    what = f"That {sight.names.full(change.to)} takes over from {sight.names.full(change.from_)}"
    return what, f"{decided} file has no day on which {sight.account.name} was told."


def _at_odds(_sight: Sight, one: LeaveOut) -> Said:
    what = f"Whatever takes a side between {_name(one.one)} and {_name(one.other)}"
    why = _as(one.record, Tie).evidence or "The map shows the two at odds, and both come."
    if one.point:
        asked = f"put it to {one.ask.name}, not to the two" if one.ask else "put it to both, and to neither alone"
        why = f"{why.rstrip('. ')}. It is on the agenda as point {number(one.point)}: {asked}."
    return what, why


def _before_manager(_sight: Sight, one: LeaveOut) -> Said:
    who, manager = _name(one.one), _name(one.other)
    what = f"What {who} has against us, in front of {manager}"
    return what, f"{manager} is the manager; leave it to {who} to raise it."


def _without(sight: Sight, one: LeaveOut) -> Said:
    if one.silence is None:
        raise TypeError("a step without its line")
    by = f" by {sight.day(one.silence.due)}" if one.silence.due else ""
    owner = sight.names.full(one.silence.owner)
    return (
        one.silence.what,
        f"A step of ours without {_name(one.one)}, who comes{f'; {owner} has it{by}' if owner else ''}.",
    )


def _risk(sight: Sight, one: LeaveOut) -> Said:
    risk, owner = _as(one.record, Risk), sight.names.full(_as(one.record, Risk).owner)
    watched = f" and that {owner} watches" if owner else ""
    return risk.what, f"A risk that we keep from {sight.account.name}{watched}; it names {_name(one.one)}, who comes."


def _source(sight: Sight, one: LeaveOut) -> Said:
    initiative, told = _as(one.record, Initiative), _name(one.one)
    when = f" ({sight.day(initiative.as_of)})" if initiative.as_of else ""
    what = f"What we know from {told} of “{initiative.name}”"
    return (
        what,
        f"It is from {told}{when}, not from {_name(one.other)}, whose it is; repeating it shows where we heard it.",
    )


def _quarrel(_sight: Sight, one: LeaveOut) -> Said:
    what = f"What stands between {_name(one.one)} and {_name(one.other)}"
    return what, _as(one.record, Tie).evidence or f"The map shows them at odds, and {_name(one.other)} does not come."


def _estimate(sight: Sight, one: LeaveOut) -> Said:
    value = _as(one.record, Value)
    what = f"{_money(sight, value.amount)} a year for “{value.what}”"
    since = f" since {sight.day(value.as_of)}" if value.as_of else ""
    if value.status is ValueStatus.DISPUTED:
        return what, f"{_name(one.one) or 'Somebody of theirs'} disputes it{since}."
    return what, f"Our own estimate{since}; nobody at {sight.account.name} has counted it, as far as the file says."


def _untold(sight: Sight, one: LeaveOut) -> Said:
    idea = _as(one.record, Opportunity)
    unit = sight.names.unit(key_of(idea.unit))
    step = f"{f' for {unit}' if unit else ''}{f', our next step by {sight.day(idea.due)}' if idea.due else ''}"
    knows = f"{_name(one.other)} knows of it, and of those who come the file does not say so"
    if one.other is None:
        knows = f"the file names nobody at {sight.account.name} who knows of it"
    return idea.name, f"An idea of ours{step}; {knows}."


def _blocked(sight: Sight, one: LeaveOut) -> Said:
    cell = _as(one.record, Cell)
    key = key_of(cell.offering)
    offering = next((each.name for each in sight.project.playbook.offerings if each.id == key), key)
    return f"{offering} for {sight.names.unit(cell.unit.rpartition('/')[2])}", f"Blocked: {cell.blocked}"


def _our_gain(sight: Sight, one: LeaveOut) -> Said:
    objective = _as(one.record, Objective)
    what = f"{_money(sight, objective.we_get)} a year, what we expect from “{objective.name}”"
    by = f" for {sight.day(objective.due)}" if objective.due else ""
    return what, f"Our own forecast{by}, which the file keeps from {sight.account.name}."


_SAYS: dict[Why, Callable[[Sight, LeaveOut], Said]] = {
    Why.SILENCE: _silence,
    Why.CHANGE: _change,
    Why.AT_ODDS: _at_odds,
    Why.BEFORE_MANAGER: _before_manager,
    Why.WITHOUT: _without,
    Why.RISK: _risk,
    Why.SOURCE: _source,
    Why.QUARREL: _quarrel,
    Why.ESTIMATE: _estimate,
    Why.UNTOLD: _untold,
    Why.BLOCKED: _blocked,
    Why.OUR_GAIN: _our_gain,
}
