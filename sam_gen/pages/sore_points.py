"""The sore points of an account: who is against us, what they still wait for, and what we lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sam_gen.advise.once import names_of
from sam_gen.advise.twice import answers
from sam_gen.assess.agenda import Item, ItemKind, open_items
from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.people import Standing
from sam_gen.model.business import Feedback
from sam_gen.model.people import Support
from sam_gen.model.plan import Opportunity, Outcome
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight, tally
from sam_gen.pages.parts import support
from sam_gen.pages.words import count

_AGAINST = (Support.DOUBTER, Support.OPPONENT)


def sore_points(sight: Sight, people: Sequence[Standing], leaver: str) -> Block:
    """List what the file knows of old trouble; what it does not know has to be asked."""
    against = [who for who in people if who.support and who.support.value in _AGAINST]
    late = list(_late(sight))
    wishes = [one for one in unsettled(sight.account, sight.as_of) if not _promised(late, one, sight)]
    lost = list(_lost(sight))
    ask = f"Ask {leaver}: what went wrong here, who still speaks of it, and what did we change?"
    entries = [
        *(_person(sight, who) for who in against),
        *(_promise(sight, item) for item in late),
        *(Entry(sight.day(one.date), f"Asked for: {one.wants}", _asker(sight, one.who), "ochre") for one in wishes),
        *(_deal(sight, one) for one in lost),
    ]
    said = tally(
        [
            (len(against), "person against us or in doubt", "people against us or in doubt"),
            (len(late), "promise late", "promises late"),
            (len(wishes), "wish open", "wishes open"),
            (len(lost), "deal lost", "deals lost"),
        ],
        "not known yet",
    )
    return Block(
        heading=f"Sore points: {said}",
        source=sight.source("people"),
        lead=ask if entries else "",
        entries=tuple(entries),
        empty="" if entries else ask,
    )


def _promised(late: Sequence[Item], wish: Feedback, sight: Sight) -> bool:
    """Whether a late promise that stands in the list is what they asked for: one trouble is one line."""
    return any(answers(item, wish, names_of(sight.account, sight.playbook)) for item in late)


def _late(sight: Sight) -> Iterator[Item]:
    """Return the late promises of ours to somebody of theirs."""
    ours = {colleague.id for colleague in sight.playbook.team}
    for item in open_items(sight.account, sight.as_of):
        if item.kind is ItemKind.PROMISE and item.overdue and key_of(item.owner) in ours and item.to:
            yield item


def _lost(sight: Sight) -> Iterator[Opportunity]:
    """Return what we lost, the newest first."""
    found = [one for one in sight.account.opportunities if one.outcome is Outcome.LOST]
    past = [one for one in found if one.closed is None or one.closed <= sight.as_of]
    yield from sorted(past, key=lambda one: (one.closed is not None, one.closed or sight.as_of), reverse=True)


def _person(sight: Sight, who: Standing) -> Entry:
    stand = who.support
    said = (stand.evidence if stand else "") or "not written what shows it: ask"
    return Entry(
        sight.day(stand.as_of) if stand and stand.as_of else "no day",
        f"{who.person.name}{f', {who.person.title}' if who.person.title else ''}",
        f"{said}{_since(sight, who)}",
        mark=support(who, sight.words),
    )


def _since(sight: Sight, who: Standing) -> str:
    """Say what we promised them and kept after the day of these words."""
    day = who.support.as_of if who.support else None
    kept = [
        (one.kept, one.what)
        for one in sight.account.promises
        if day and one.kept and day < one.kept <= sight.as_of and key_of(one.to) == who.person.key
    ]
    return "".join(f" Kept since, {sight.day(when)}: “{what.rstrip('.')}”." for when, what in sorted(kept))


def _promise(sight: Sight, item: Item) -> Entry:
    late = count(-(item.days or 0), "day")
    to = sight.names.full(item.to)
    second = f"promised by {sight.names.full(item.owner)}{f' to {to}' if to else ''}, {late} late"
    return Entry(sight.day(item.due) if item.due else "no day", item.what, second, "red")


def _asker(sight: Sight, reference: str | None) -> str:
    name = sight.names.their(reference)
    return f"{name}, not settled" if name else "not settled"


def _deal(sight: Sight, one: Opportunity) -> Entry:
    return Entry(
        sight.day(one.closed) if one.closed else "no day",
        f"Lost: {one.name}",
        " ".join((one.why or "not written why: ask").split()),
    )
