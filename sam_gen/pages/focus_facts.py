"""The facts of a coaching talk: what is on file about the focus and the account, dated, with how we know it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from sam_gen.advise.brief import theirs
from sam_gen.advise.focus import Focus, talks_that_count
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_items
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import contract_ends, validations
from sam_gen.assess.reviews import last_review
from sam_gen.draw import marks
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Initiative, Stand
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus_parts import about
from sam_gen.pages.objectives import next_first
from sam_gen.pages.parts import Marked, basis
from sam_gen.pages.words import listed, some


@dataclass(frozen=True)
class Fact:
    """One dated fact and how we know it."""

    text: str
    mark: Marked | None = None
    """None: a record of ours that needs no basis, such as a date we agreed."""


def goal_facts(sight: Sight, chosen: Focus) -> list[Fact]:
    """Return what is on file about what both sides want: an initiative, and the next objective that serves it.

    Those of whom the focus is about come first; where they have none on file, the first of the account.
    """
    found = []
    named = {who.person.key for who in chosen.who}
    rows = sorted(sight.account.initiatives, key=lambda one: _apart(one, named))[:1]
    for initiative in rows:
        by = f", by {sight.day(initiative.due)}" if initiative.due else ""
        found.append(Fact(f"They want: {initiative.name}{by}", basis(initiative.basis, sight.words)))
    keys = {one.key for one in rows if _apart(one, named) < _OTHERS}
    serves = [one for one in next_first(sight) if key_of(one.for_) in keys]
    for objective in [*serves, *next_first(sight)][:1]:
        label = "Our objective for it" if serves else "Next objective"
        found.append(Fact(f"{label}: {objective.name}, {sight.due(objective.due)}"))
    return found


_OTHERS = 2


def _apart(one: Initiative, people: Container[str]) -> int:
    """Return how far an initiative is from these: theirs or in their words 0, one they are for 1, another 2."""
    if key_of(one.owner) in people or key_of(one.who) in people:
        return 0
    backed = any(key_of(voice.person) in people and voice.stand is Stand.FOR for voice in one.voices)
    return 1 if backed else _OTHERS


def reality(sight: Sight, people: Sequence[Standing], chosen: Focus) -> list[Fact]:
    """Return dated facts: about the people of the focus first, then about the account."""
    account, as_of, seen = sight.account, sight.as_of, basis(Basis.OBSERVED, sight.words)
    there = chosen.who or tuple(who for who in people if who.key_player)
    here = [who for who in there if who.person.status is PersonStatus.ACTIVE][:2]
    found = [_about(sight, who) for who in here]
    found += _care(here[0]) if chosen.who and here else []
    items = [one for one in open_items(account, as_of) if one.record is not (chosen.item and chosen.item.record)]
    named = [one for who in here for one in about(sight, who, chosen.item)] if chosen.who else []
    late = sorted((one for one in items if one.overdue), key=lambda one: theirs(one, set(sight.ours)))
    beside = [one for one in late if one.record is not (named[0].record if named else None)]
    found += [_step(sight, one) for one in [*named[:1], *beside][: 1 + bool(named)]]
    for talk in talks_that_count(account, sight.playbook, as_of)[:1]:
        who = listed([sight.names.their(one) for one in talk.theirs]) or "the client"
        found.append(Fact(f"Newest talk {sight.ago(talk.date)}, with {who}", seen))
    for meeting in meetings_to_come(account, as_of)[:1]:
        found.append(Fact(f"Next talk {sight.due(meeting.date)}: {meeting.what}"))
    for until, units, _ in contract_ends(account, as_of)[:1]:
        found.append(Fact(f"Contracts with us end {sight.due(until)}: {some(list(units))}"))
    last, done = last_review(account, as_of), validations(account, as_of)
    if last:
        found.append(Fact(f"Last review {sight.ago(last.date)}"))
    if done:
        found.append(Fact(f"{sight.names.their(done[0].who)} went through the plan {sight.ago(done[0].date)}", seen))
    return found


def _care(who: Standing) -> list[Fact]:
    """Say what somebody wants to be known for, where the file has it."""
    return [Fact(f"{who.person.name} cares about: {who.person.cares_about}")] if who.person.cares_about else []


def _step(sight: Sight, item: Item) -> Fact:
    owner = sight.owner(item.owner)
    when = f"{-(item.days or 0)} d late" if item.overdue else f"due {sight.due(item.due)}" if item.due else "no day yet"
    return Fact(f"{_whose(sight, item)} {when}, {owner}: {item.what}")


def _whose(sight: Sight, item: Item) -> str:
    """Say whose a late thing is: our promise, their action; a decision belongs to the review that took it."""
    if item.review:
        return f"Decided {sight.day(item.review.date)},"
    kind = "answer to a risk," if item.kind is ItemKind.RESPONSE else item.kind.value
    return f"{'Their' if theirs(item, set(sight.ours)) else 'Our'} {kind}"


def _about(sight: Sight, who: Standing) -> Fact:
    """Say how somebody stands and when we last spoke; the mark beside it says how we know it, or that we do not."""
    name, held, day = who.person.name, who.support, who.last_talk
    talk = f"last talk {sight.ago(day)}" if day else "no talk on file"
    if held is None:
        weight = f"influence {who.influence.value} of 10" if who.influence else "influence not known"
        of = f" of {sight.account.name}, {weight}," if day is None else ""
        return Fact(f"How {name}{of} stands; {talk}", _no_basis())
    value = sight.words.within(held.value)
    if day and day == held.as_of:
        return Fact(f"{name}: {value}, {sight.ago(day)}", basis(held.basis, sight.words))
    since = f", {sight.day(held.as_of)}" if held.as_of else ""
    return Fact(f"{name}: {value}{since}; {talk}", basis(held.basis, sight.words))


def _no_basis() -> Marked:
    return Marked(marks.mark(marks.unknown(), colour="grey"), "not known", "grey")


def stand_words(sight: Sight, who: Standing) -> str:
    """Say how somebody stands, how we know it and since when."""
    if who.support is None:
        return f"{who.person.name}, stand not known"
    held = who.support
    day = f", {sight.day(held.as_of)}" if held.as_of else ""
    return f"{who.person.name}, {sight.words.within(held.value)}, {sight.words.within(held.basis)}{day}"
