"""What ties the two sides: who depends on whom for what, how strongly, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.portfolio import strengths
from sam_gen.assess.value import benefits, ties
from sam_gen.draw.balance import Pull, balance
from sam_gen.draw.svg import Svg
from sam_gen.model.care import Dependence, DependenceKind, Direction, ValueStatus
from sam_gen.pages.benefits import is_old, lasting
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.notice_words import of_tie
from sam_gen.pages.parts import Source, basis
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import count

_STRONG = 2
"""A tie that is costly to cut, in the words of the scale."""
_STRENGTH = ("nothing to cut", "a nuisance to cut", "costly to cut", "not to be cut within a year")
_MOST = 3
"""The strongest a tie can be."""
_OTHER = {Direction.CLIENT_ON_US: Direction.US_ON_CLIENT, Direction.US_ON_CLIENT: Direction.CLIENT_ON_US}


@dataclass(frozen=True)
class Balance:
    """Both directions of dependence side by side."""

    heading: str
    drawing: Svg
    source: Source
    more: str = ""


def dependence_section(sight: Sight) -> dict[str, object]:
    """Build the sections on ties: the balance, each direction, and ties whose direction nobody named."""
    return {
        "balance": _balance(sight),
        "on_us": _block(sight, Direction.CLIENT_ON_US),
        "on_them": _block(sight, Direction.US_ON_CLIENT),
        "undirected": _block(sight, None) if ties(sight.account, None) else None,
    }


def _balance(sight: Sight) -> Balance | None:
    """Set the strongest tie of each kind in one direction beside that in the other; None where no tie is on file."""
    if not any(tie.kind and tie.direction for tie in sight.account.dependence):
        return None
    theirs = strengths(sight.account, Direction.CLIENT_ON_US.value)
    ours = strengths(sight.account, Direction.US_ON_CLIENT.value)
    words = sight.words
    pulls = tuple(Pull(words.say(kind), theirs.get(kind.value), ours.get(kind.value)) for kind in DependenceKind)
    sides = (words.say(Direction.CLIENT_ON_US), words.say(Direction.US_ON_CLIENT))
    return Balance(_leaning(pulls), balance(pulls, sides, _MOST), sight.source("dependence"))


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


def _block(sight: Sight, direction: Direction | None) -> Block:
    found = ties(sight.account, direction)
    head = sight.words.say(direction) if direction else "Direction not known"
    heads = columns("Tie", "Strength", "Ends by itself", "How we know")
    rows = tuple(_row(sight, tie) for tie in found)
    return Block(
        _heading(found, head),
        sight.source("dependence"),
        table=Table(head, heads, rows) if rows else None,
        hole=_one_way(sight, direction) or _unconfirmed(sight, direction),
        lead=_backed(sight, direction),
    )


def _heading(found: Sequence[Dependence], head: str) -> str:
    if not found:
        return f"{head}: not known yet"
    strong = found[0].strength
    strength = (
        "strength not known" if strong is None else f"{'the strongest ' if len(found) > 1 else ''}{_STRENGTH[strong]}"
    )
    return f"{head}: {count(len(found), 'tie')}, {strength}"


def _one_way(sight: Sight, direction: Direction | None) -> str:
    """Say where ties are on file for the other direction alone."""
    if direction is None or ties(sight.account, direction) or not ties(sight.account, _OTHER[direction]):
        return ""
    return "Every tie on file runs the other way."


def _strong_on_us(sight: Sight, direction: Direction | None) -> bool:
    found = ties(sight.account, Direction.CLIENT_ON_US) if direction is Direction.CLIENT_ON_US else ()
    return bool(found) and (found[0].strength or 0) >= _STRONG


def _confirmed(sight: Sight) -> int:
    """Count the benefits that somebody of theirs confirmed and that need not be asked again."""
    firm = (value for value in benefits(sight.account, sight.as_of) if value.status is ValueStatus.CONFIRMED)
    return sum(not is_old(sight, value) for value in firm)


def _unconfirmed(sight: Sight, direction: Direction | None) -> str:
    """Say where they cannot easily leave and nobody there has confirmed lately what they get for it."""
    if not _strong_on_us(sight, direction) or _confirmed(sight):
        return ""
    within = lasting(sight)
    return f"They depend on us, and no benefit was confirmed within {within}: ask whose figures show what they get."


def _backed(sight: Sight, direction: Direction | None) -> str:
    """Say that what they depend on us for has been confirmed as worth it."""
    firm = _confirmed(sight)
    if not firm or not _strong_on_us(sight, direction):
        return ""
    return f"They depend on us, and {count(firm, 'benefit was', 'benefits were')} confirmed within {lasting(sight)}."


def _row(sight: Sight, tie: Dependence) -> Row:
    known = basis(tie.basis, sight.words)
    kind = sight.words.say(tie.kind) if tie.kind else "Kind not named"
    ended = sight.late(tie.until)
    until = Cell("not known", tone="grey")
    if tie.until:
        said, notice = f"{'ended ' if ended else ''}{sight.day(tie.until)}", of_tie(sight.account, tie, sight.as_of)
        until = Cell(said, second=notice, tone="ochre" if ended else "")
    strength = Cell("not known yet: ask what cutting it would cost", tone="grey")
    if tie.strength is not None:
        strength = Cell(f"{tie.strength} of 3", second=_STRENGTH[tie.strength])
    return Row(
        (Cell(tie.what or "What it is is not noted", second=kind), strength, until, Cell(known.word, mark=known.mark))
    )
