"""Promises both ways: what was promised, by whom to whom, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.value import Kept, Outcome, Side, kept_rate
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import listed, number

_LABEL = {Side.OURS: "Promises of ours", Side.THEIRS: "Promises of theirs", Side.UNNAMED: "Promises without a name"}
_WHO = {Side.OURS: "We promised", Side.THEIRS: "They promised", Side.UNNAMED: "Promised by nobody named"}


def promises_section(sight: Sight, kept: Sequence[Kept]) -> dict[str, Block | None]:
    """Build the sections on promises: ours, theirs, and those of nobody named where there are such."""
    unnamed = any(one.side is Side.UNNAMED for one in kept)
    return {
        "ours": _block(sight, kept, Side.OURS),
        "theirs": _block(sight, kept, Side.THEIRS),
        "unnamed": _block(sight, kept, Side.UNNAMED) if unnamed else None,
    }


def promise_sentence(kept: Sequence[Kept]) -> str:
    """Say how many promises are late, and whose they are."""
    if not kept:
        return "No promise is on file either way."
    late = {side: sum(one.outcome is Outcome.LATE and one.side is side for one in kept) for side in Side}
    whose = {Side.OURS: "of ours", Side.THEIRS: "of theirs", Side.UNNAMED: "without a name"}
    parts = [f"{number(late[side])} {words}" for side, words in whose.items() if late[side]]
    if not parts:
        return "No promise is late."
    verb = "is" if sum(late.values()) == 1 else "are"
    return f"Of the promises, {listed(parts)} {verb} late."


def _block(sight: Sight, kept: Sequence[Kept], side: Side) -> Block:
    mine = [one for one in kept if one.side is side]
    heads = columns("Promise", "Who to whom", "Due", "What became of it")
    rows = tuple(_row(sight, one) for one in mine)
    return Block(
        _heading(mine, side),
        sight.source("promises"),
        table=Table(_LABEL[side], heads, rows) if rows else None,
        lead=_rate(kept, side) if mine else "",
    )


def _heading(mine: Sequence[Kept], side: Side) -> str:
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


def _row(sight: Sight, one: Kept) -> Row:
    promise, names = one.promise, sight.names
    by, to = names.full(promise.by) or "nobody named", names.full(promise.to)
    gone = ", who has left" if names.left(promise.by) else ""
    text, tone = _became(sight, one)
    return Row(
        (
            Cell(promise.what),
            Cell(f"{by}{gone}", second=f"to {to}" if to else "to whom is not noted"),
            Cell(sight.day(promise.due)) if promise.due else Cell("no day agreed", tone="ochre"),
            Cell(text, tone=tone),
        )
    )


def _became(sight: Sight, one: Kept) -> tuple[str, str]:
    late = -(one.days or 0)
    if one.outcome is Outcome.LATE:
        return f"{late} d late", "red"
    if one.outcome is Outcome.OPEN:
        return ("open" if one.days is None else "open, today" if not one.days else f"open, in {one.days} d"), ""
    when = sight.day(one.promise.kept) if one.promise.kept else ""
    return (f"kept {when}, {late} d late", "ochre") if one.outcome is Outcome.KEPT_LATE else (f"kept {when}", "")
