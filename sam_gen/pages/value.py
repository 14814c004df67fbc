"""`/accounts/<id>/value/`: what the client has had from us, promises both ways, and what ties the two sides."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.portfolio import strengths
from sam_gen.assess.value import (
    Benefits,
    Kept,
    Outcome,
    Side,
    benefits,
    kept_rate,
    promises,
    ties,
    together,
)
from sam_gen.draw.balance import Pull, balance
from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.care import Dependence, DependenceKind, Direction, Value, ValueKind, ValueStatus
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages.blocks import Block
from sam_gen.pages.jump import VALUE, jump
from sam_gen.pages.parts import Names, Source, account_frame, address, basis, source
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, day, listed, number, span
from sam_gen.render.page import Page

_FIRMEST_FIRST = (ValueStatus.CONFIRMED, ValueStatus.MEASURED, ValueStatus.CLAIMED)
_STRONG = 2
"""A tie that is costly to cut, in the words of the scale."""
_STRENGTH = ("nothing to cut", "a nuisance to cut", "costly to cut", "not to be cut within a year")
_DASH = Cell("–", tone="grey")
_MOST = 3
"""The strongest a tie can be."""


@dataclass(frozen=True)
class Balance:
    """Both directions of dependence side by side."""

    heading: str
    drawing: Svg
    source: Source
    more: str = ""


def value_page(project: Project, account: Account) -> Page:
    """Build the page about value, promises and dependence."""
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    values = benefits(account, as_of)
    kept = promises(account, playbook, as_of)
    unnamed = [one for one in kept if one.side is Side.UNNAMED]
    listed_benefits, both = _benefits(account, playbook, values, names, as_of), _balance(account, playbook)
    path = f"{address(project, account)}value/"
    return Page(
        path=path,
        title=f"{account.name}: value",
        template="account/value.md",
        context={
            "frame": account_frame(project, account, names),
            "lede": f"{_value_sentence(values, account, playbook)} {_promise_sentence(kept)}",
            "jumps": jump(path, VALUE, {"benefits": listed_benefits.table, "dependence": both}),
            "firmness": _firmness(playbook.words, values),
            "sums": _sums(account, playbook, values),
            "benefits": listed_benefits,
            "ours": _promises(account, playbook, kept, Side.OURS, names, as_of),
            "theirs": _promises(account, playbook, kept, Side.THEIRS, names, as_of),
            "unnamed": _promises(account, playbook, unnamed, Side.UNNAMED, names, as_of) if unnamed else None,
            "balance": both,
            "on_us": _ties(account, playbook, Direction.CLIENT_ON_US, as_of),
            "on_them": _ties(account, playbook, Direction.US_ON_CLIENT, as_of),
            "undirected": _ties(account, playbook, None, as_of) if ties(account, None) else None,
        },
        searched=False,
    )


# Value ----------------------------------------------------------------------------


def _value_sentence(values: Sequence[Value], account: Account, playbook: Playbook) -> str:
    if not values:
        return "No benefit is on file yet."
    firm = together(values, ValueStatus.CONFIRMED)
    all_ = count(len(values), "benefit")
    if not firm.number:
        return f"{capital(all_)} on file, none confirmed by the client."
    worth = f", {_money(firm, account, playbook)}" if firm.amount is not None else ""
    return f"{capital(all_)} on file, {number(firm.number)} confirmed by the client{worth}."


def _money(found: Benefits, account: Account, playbook: Playbook) -> str:
    assert found.amount is not None
    return f"{amount(found.amount, account.currency or playbook.settings.currency)} a year"


def _sums(account: Account, playbook: Playbook, values: Sequence[Value]) -> Block:
    """Lay out kinds × statuses; a kind nobody named has a row of its own where there are such benefits."""
    kinds: list[ValueKind | None] = [*ValueKind, *([None] if any(value.kind is None for value in values) else [])]
    words, shown = playbook.words, _statuses(values)
    firm = [value for value in values if value.status is not ValueStatus.DISPUTED]
    rows = [
        Row(
            (
                Cell(words.say(kind) if kind else "Kind not named"),
                *(_sum(together(values, status, kind, any_kind=False), account, playbook) for status in shown),
                _sum(together(firm, None, kind, any_kind=False), account, playbook),
            )
        )
        for kind in kinds
    ]
    sums = (*(together(values, status) for status in shown), together(firm))
    rows.append(Row((Cell("All"), *(_sum(found, account, playbook) for found in sums))))
    last = ">All" if len(firm) == len(values) else ">All but disputed"
    heads = columns("Kind", *(f">{capital(words.say(status))}" for status in shown), last)
    return Block(
        _sums_heading(values, words),
        source(playbook, account, "value"),
        table=Table("Benefits by kind and status", heads, tuple(rows)) if values else None,
    )


def _statuses(values: Sequence[Value]) -> tuple[ValueStatus, ...]:
    """Return the statuses that have a column: a disputed benefit has one where there is such a benefit."""
    doubted = any(value.status is ValueStatus.DISPUTED for value in values)
    return (*_FIRMEST_FIRST, ValueStatus.DISPUTED) if doubted else _FIRMEST_FIRST


def _firmness(words: Wording, values: Sequence[Value]) -> str:
    """Say what the columns mean."""
    says = {
        ValueStatus.CLAIMED: "we say it",
        ValueStatus.MEASURED: "with figures",
        ValueStatus.CONFIRMED: "somebody of theirs agreed",
        ValueStatus.DISPUTED: "somebody of theirs doubts it; not added",
    }
    shown = _statuses(values)
    told = (f"{capital(words.say(status))}: {meaning}." for status, meaning in says.items() if status in shown)
    return f"What it is worth to the client a year. {' '.join(told)}"


def _sums_heading(values: Sequence[Value], words: Wording) -> str:
    if not values:
        return "Value: nothing on file yet"
    parts = [
        f"{number(found.number)} {words.within(status)}"
        for status in _statuses(values)
        if (found := together(values, status)).number
    ]
    return f"Value: {', '.join(parts)}"


def _sum(found: Benefits, account: Account, playbook: Playbook) -> Cell:
    if not found.number:
        return _DASH
    if found.amount is None:
        return Cell("no amount yet", second=count(found.number, "benefit"), tone="ochre")
    without = f", {number(found.without)} without an amount" if found.without else ""
    currency = account.currency or playbook.settings.currency
    return Cell(amount(found.amount, currency), second=f"{count(found.number, 'benefit')}{without}")


def _benefits(
    account: Account, playbook: Playbook, values: Sequence[Value], names: Names, as_of: datetime.date
) -> Block:
    initiatives = {initiative.key: initiative.name for initiative in account.initiatives}
    currency = account.currency or playbook.settings.currency
    lasts = playbook.method.health.outcomes.lasts
    rows = tuple(_benefit(value, initiatives, currency, names, playbook.words, as_of, lasts) for value in values)
    bare = sum(value.who is None for value in values)
    old = sum(_old(value, as_of, lasts) for value in values)
    heads = columns("Benefit", "Status", "Who of them", "How it is worked out", ">A year")
    return Block(
        _benefits_heading(len(values), bare),
        source(playbook, account, "value"),
        table=Table("Benefits, the firmest first", heads, rows) if rows else None,
        more=f"{number(old)} older than {span(lasts)} or without a day: ask again" if old else "",
    )


def _old(value: Value, as_of: datetime.date, lasts: int) -> bool:
    """Whether a benefit is to be asked again: nobody knows whether it still holds."""
    return value.as_of is None or (as_of - value.as_of).days > lasts


def _benefits_heading(values: int, bare: int) -> str:
    if not values:
        return "Benefit by benefit: none yet"
    if not bare:
        return "Benefit by benefit: a name of theirs beside each"
    if bare == values:
        return "Benefit by benefit: no name of theirs yet"
    return f"Benefit by benefit: {number(bare)} without a name of theirs"


def _benefit(
    value: Value,
    initiatives: dict[str, str],
    currency: str,
    names: Names,
    words: Wording,
    as_of: datetime.date,
    lasts: int,
) -> Row:
    kind = words.say(value.kind) if value.kind else "kind not named"
    for_ = initiatives.get((value.for_ or "").rpartition("/")[2], "")
    when = day(value.as_of, as_of) if value.as_of else "no date"
    old = _old(value, as_of, lasts)
    return Row(
        (
            Cell(value.what, second=f"{kind} · for {for_}" if for_ else kind),
            Cell(words.say(value.status), second=f"{when}: ask again" if old else when, tone="ochre" if old else ""),
            _confirmed_by(value, names, words),
            Cell(value.method) if value.method else Cell("not known yet: ask whose figures count", tone="grey"),
            Cell(amount(value.amount, currency)) if value.amount is not None else Cell("not known", tone="grey"),
        )
    )


def _confirmed_by(value: Value, names: Names, words: Wording) -> Cell:
    """Name who measured or confirmed; a benefit that is only claimed needs somebody who would."""
    if value.who:
        left = names.left(value.who)
        return Cell(names.their(value.who), second="has left" if left else "", tone="ochre" if left else "")
    if value.status is ValueStatus.CLAIMED:
        return Cell("nobody yet: ask who could measure it", tone="grey")
    return Cell(f"{words.within(value.status)}, not noted by whom", tone="ochre")


# Promises ----------------------------------------------------------------------------


def _promise_sentence(kept: Sequence[Kept]) -> str:
    if not kept:
        return "No promise is on file either way."
    late = {side: sum(one.outcome is Outcome.LATE and one.side is side for one in kept) for side in Side}
    whose = {Side.OURS: "of ours", Side.THEIRS: "of theirs", Side.UNNAMED: "without a name"}
    parts = [f"{number(late[side])} {words}" for side, words in whose.items() if late[side]]
    if not parts:
        return "No promise is late."
    verb = "is" if sum(late.values()) == 1 else "are"
    return f"Of the promises, {listed(parts)} {verb} late."


def _promises(
    account: Account, playbook: Playbook, kept: Sequence[Kept], side: Side, names: Names, as_of: datetime.date
) -> Block:
    mine = [one for one in kept if one.side is side]
    heads = columns("Promise", "Who to whom", "Due", "What became of it")
    rows = tuple(_promise(one, names, as_of) for one in mine)
    return Block(
        _promises_heading(mine, side),
        source(playbook, account, "promises"),
        table=Table(_LABEL[side], heads, rows) if rows else None,
        lead=_rate(kept, side) if mine else "",
    )


_LABEL = {Side.OURS: "Promises of ours", Side.THEIRS: "Promises of theirs", Side.UNNAMED: "Promises without a name"}
_WHO = {Side.OURS: "We promised", Side.THEIRS: "They promised", Side.UNNAMED: "Promised by nobody named"}


def _promises_heading(mine: Sequence[Kept], side: Side) -> str:
    if not mine:
        return f"{_WHO[side]}: nothing on file"
    counted = {
        "kept": sum(one.outcome is Outcome.KEPT for one in mine),
        "kept late": sum(one.outcome is Outcome.KEPT_LATE for one in mine),
        "late": sum(one.outcome is Outcome.LATE for one in mine),
        "open": sum(one.outcome is Outcome.OPEN for one in mine),
    }
    return f"{_WHO[side]}: {', '.join(f'{number(many)} {word}' for word, many in counted.items() if many)}"


def _rate(kept: Sequence[Kept], side: Side) -> str:
    """Say the kept rate with what it is of; few promises are counted, not turned into per cent."""
    figure = kept_rate(kept, side)
    judged = len(figure.because)
    if figure.value is None:
        return "Nothing has come due yet: no kept rate."
    good = round(figure.value * judged / 100)
    rate = f" ({figure.value:.0f}%)" if judged > 1 else ""
    return f"Kept by the day: {good} of {judged} that had to be{rate}."


def _promise(one: Kept, names: Names, as_of: datetime.date) -> Row:
    promise = one.promise
    by, to = names.full(promise.by) or "nobody named", names.full(promise.to)
    gone = ", who has left" if names.left(promise.by) else ""
    text, tone = _became(one, as_of)
    return Row(
        (
            Cell(promise.what),
            Cell(f"{by}{gone}", second=f"to {to}" if to else "to whom is not noted"),
            Cell(day(promise.due, as_of)) if promise.due else Cell("no day agreed", tone="ochre"),
            Cell(text, tone=tone),
        )
    )


def _became(one: Kept, as_of: datetime.date) -> tuple[str, str]:
    late = -(one.days or 0)
    if one.outcome is Outcome.LATE:
        return f"{late} d late", "red"
    if one.outcome is Outcome.OPEN:
        return ("open" if one.days is None else "open, today" if not one.days else f"open, in {one.days} d"), ""
    when = day(one.promise.kept, as_of) if one.promise.kept else ""
    return (f"kept {when}, {late} d late", "ochre") if one.outcome is Outcome.KEPT_LATE else (f"kept {when}", "")


# Dependence ---------------------------------------------------------------------------


def _balance(account: Account, playbook: Playbook) -> Balance | None:
    """Set the strongest tie of each kind in one direction beside that in the other; None where no tie is on file."""
    if not any(tie.kind and tie.direction for tie in account.dependence):
        return None
    theirs = strengths(account, Direction.CLIENT_ON_US.value)
    ours = strengths(account, Direction.US_ON_CLIENT.value)
    words = playbook.words
    pulls = tuple(Pull(words.say(kind), theirs.get(kind.value), ours.get(kind.value)) for kind in DependenceKind)
    sides = (words.say(Direction.CLIENT_ON_US), words.say(Direction.US_ON_CLIENT))
    return Balance(_leaning(pulls), balance(pulls, sides, _MOST), source(playbook, account, "dependence"))


def _leaning(pulls: Sequence[Pull]) -> str:
    """Compare the two sides over the kinds that are judged on both."""
    both = [(one.theirs, one.ours) for one in pulls if one.theirs is not None and one.ours is not None]
    if not both:
        return "Who depends on whom: no kind of tie judged on both sides yet"
    theirs, ours = sum(one[0] for one in both), sum(one[1] for one in both)
    over = f"over {count(len(both), 'kind')} judged on both sides"
    if theirs == ours:
        return f"Who depends on whom: alike on both sides, {over}"
    return f"Who depends on whom: {'they on us' if theirs > ours else 'we on them'} more, {over}"


def _ties(account: Account, playbook: Playbook, direction: Direction | None, as_of: datetime.date) -> Block:
    found = ties(account, direction)
    head = playbook.words.say(direction) if direction else "Direction not known"
    heads = columns("Tie", "Strength", "Ends by itself", "How we know")
    rows = tuple(_tie(tie, playbook.words, as_of) for tie in found)
    return Block(
        _ties_heading(found, head),
        source(playbook, account, "dependence"),
        table=Table(head, heads, rows) if rows else None,
        hole=_one_way(account, direction) or _unconfirmed(account, playbook, direction, as_of),
        lead=_backed(account, playbook, direction, as_of),
    )


def _ties_heading(found: Sequence[Dependence], head: str) -> str:
    if not found:
        return f"{head}: not known yet"
    strong = found[0].strength
    strength = (
        "strength not known" if strong is None else f"{'the strongest ' if len(found) > 1 else ''}{_STRENGTH[strong]}"
    )
    return f"{head}: {count(len(found), 'tie')}, {strength}"


def _one_way(account: Account, direction: Direction | None) -> str:
    """Say where ties are on file for the other direction alone."""
    other = {
        Direction.CLIENT_ON_US: Direction.US_ON_CLIENT,
        Direction.US_ON_CLIENT: Direction.CLIENT_ON_US,
        None: None,
    }[direction]
    if direction is None or ties(account, direction) or not ties(account, other):
        return ""
    return "Every tie on file runs the other way."


def _strong_on_us(account: Account, direction: Direction | None) -> bool:
    found = ties(account, Direction.CLIENT_ON_US) if direction is Direction.CLIENT_ON_US else ()
    return bool(found) and (found[0].strength or 0) >= _STRONG


def _confirmed(account: Account, playbook: Playbook, as_of: datetime.date) -> int:
    """Count the benefits that somebody of theirs confirmed and that need not be asked again."""
    lasts = playbook.method.health.outcomes.lasts
    firm = (value for value in benefits(account, as_of) if value.status is ValueStatus.CONFIRMED)
    return sum(not _old(value, as_of, lasts) for value in firm)


def _unconfirmed(account: Account, playbook: Playbook, direction: Direction | None, as_of: datetime.date) -> str:
    """Say where they cannot easily leave and nobody there has confirmed lately what they get for it."""
    if not _strong_on_us(account, direction) or _confirmed(account, playbook, as_of):
        return ""
    lasts = span(playbook.method.health.outcomes.lasts)
    return f"They depend on us, and no benefit was confirmed within {lasts}: ask whose figures show what they get."


def _backed(account: Account, playbook: Playbook, direction: Direction | None, as_of: datetime.date) -> str:
    """Say that what they depend on us for has been confirmed as worth it."""
    firm = _confirmed(account, playbook, as_of)
    if not firm or not _strong_on_us(account, direction):
        return ""
    within = span(playbook.method.health.outcomes.lasts)
    return f"They depend on us, and {count(firm, 'benefit was', 'benefits were')} confirmed within {within}."


def _tie(tie: Dependence, words: Wording, as_of: datetime.date) -> Row:
    known = basis(tie.basis, words)
    kind = words.say(tie.kind) if tie.kind else "Kind not named"
    ended = tie.until is not None and tie.until < as_of
    until = Cell("not known", tone="grey")
    if tie.until:
        until = Cell(f"{'ended ' if ended else ''}{day(tie.until, as_of)}", tone="ochre" if ended else "")
    strength = Cell("not known yet: ask what cutting it would cost", tone="grey")
    if tie.strength is not None:
        strength = Cell(f"{tie.strength} of 3", second=_STRENGTH[tie.strength])
    return Row(
        (Cell(tie.what or "What it is is not noted", second=kind), strength, until, Cell(known.word, mark=known.mark))
    )
