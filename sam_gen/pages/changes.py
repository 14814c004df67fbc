"""Changes in words: what happened or was learnt on a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sam_gen.assess.reviews import Change, ChangeKind
from sam_gen.model.position import Answer
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Entry, Sight
from sam_gen.pages.parts import basis
from sam_gen.pages.words import listed


def change_entry(sight: Sight, change: Change) -> Entry:
    """Say one change: its day, what it is, and what shows it."""
    what, second = _WORDS[change.kind](sight, change, change.record)
    grounds = getattr(change.record, "basis", None)
    return Entry(sight.day(change.date), what, second, mark=basis(grounds, sight.words) if grounds else None)


def _talk(sight: Sight, change: Change, record: Any) -> tuple[str, str]:
    if change.person:
        return f"Talk with {change.person.name}", "not noted what it was about"
    theirs = listed([sight.names.their(who) for who in record.theirs]) or "the client"
    ours = listed([sight.names.full(who) for who in record.ours])
    return f"Talk with {theirs}", " · ".join(part for part in (record.what or "", ours) if part)


def _done(sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    return f"Done: {record.what}", sight.names.full(record.owner)


def _kept(sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    by, to = sight.names.full(record.by), sight.names.full(record.to)
    return f"Promise kept: {record.what}", " to ".join(part for part in (by, to) if part)


def _reached(sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    return f"Reached: {record.name}", sight.names.full(record.owner)


def _stand(sight: Sight, change: Change, record: Any) -> tuple[str, str]:
    name = change.person.name if change.person else ""
    return f"{name}: {sight.words.say(record.value)}", record.evidence or ""


def _influence(_sight: Sight, change: Change, record: Any) -> tuple[str, str]:
    name = change.person.name if change.person else ""
    return f"{name}: influence {record.value} of 10", record.evidence or ""


def _initiative(_sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    return f"Their initiative: {record.name}", record.evidence or ""


def _position(sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    key = key_of(record.indicator)
    indicators = sight.playbook.method.continuum.indicators
    says = next((one.says for one in indicators if one.id == key), key)
    return f"{'Sign' if record.answer is Answer.YES else 'Sign not found'}: {says}", record.evidence or ""


def _value(sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    who = sight.names.their(record.who)
    return f"Benefit {sight.words.within(record.status)}: {record.what}", who


def _came(_sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    what = "The post fell vacant" if record.status == "vacant" else f"{record.name} came"
    return what, record.title or ""


def _left(_sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    return f"{record.name} left", record.title or ""


def _closed(_sight: Sight, _change: Change, record: Any) -> tuple[str, str]:
    return f"Risk closed: {record.what}", ""


_WORDS: dict[ChangeKind, Callable[[Sight, Change, Any], tuple[str, str]]] = {
    ChangeKind.TALK: _talk,
    ChangeKind.DONE: _done,
    ChangeKind.KEPT: _kept,
    ChangeKind.REACHED: _reached,
    ChangeKind.STAND: _stand,
    ChangeKind.INFLUENCE: _influence,
    ChangeKind.INITIATIVE: _initiative,
    ChangeKind.POSITION: _position,
    ChangeKind.VALUE: _value,
    ChangeKind.CAME: _came,
    ChangeKind.LEFT: _left,
    ChangeKind.CLOSED: _closed,
}
