"""SAM2xx: what somebody has taken on: actions, promises and decisions that are open."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.assess.agenda import ItemKind
from sam_gen.assess.steps_about import step_keeping
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts, subject_of
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import of_step
from sam_gen.checks.sayings import cut, days, join, on, quote
from sam_gen.checks.whose import Whose
from sam_gen.model.plan import Promise
from sam_gen.model.scalars import key_of


@rule(
    "SAM210",
    "Action without owner",
    reads=("actions.owner", "actions.done"),
    why="Everybody in the room believed that somebody else had taken it.",
    remedy="Write owner: with whoever said yes. Nobody did? Ask once more, and delete it if the answer is the same.",
    lesson="skills-influence-at-home",
)
def action_without_owner(facts: Facts) -> Iterator[Hit]:
    """Fire for each open action that nobody has taken."""
    for action in facts.actions:
        if action.owner is None:
            due = f", due {on(action.due)}" if action.due else ""
            yield Hit(
                f"Nobody has taken the action {quote(action.what)}{due}.",
                action.place_of("owner"),
                f"actions/{action.key}",
                days=facts.age(action.due) if action.due else None,
                line=f"owner: {key_of(facts.account.lead)}" if facts.account.lead else "",
                ask=facts.ask(facts.account.lead, f"who takes “{action.what}”?"),
            )


@rule(
    "SAM211",
    "Action without a day",
    reads=("actions.due", "actions.done"),
    why="Without a day it waits behind everything that has one.",
    remedy="Agree the day with its owner and write due:. If it can wait for ever, delete it.",
    lesson="skills-a-team-that-reports-elsewhere",
)
def action_without_day(facts: Facts) -> Iterator[Hit]:
    """Fire for each open action without a day."""
    for action in facts.actions:
        if action.due is None:
            whose = f" of {cut(facts.name(action.owner))}" if action.owner else ""
            yield Hit(
                f"The action {quote(action.what)}{whose} has no day.",
                action.place_of("due"),
                f"actions/{action.key}",
                line=f"due: {lines.ahead(facts)}",
                ask=facts.ask_of_task(action.owner, f"by when is “{action.what}” done?"),
            )


@rule(
    "SAM212",
    "Action overdue",
    reads=("actions.due", "actions.done", "actions.owner"),
    why="A date that passes unnoticed teaches the team that dates here mean nothing.",
    remedy="Done? Write done: with the day. Not done? Agree a new day with its owner, or drop it and say so.",
    lesson="skills-a-team-that-reports-elsewhere",
)
def action_overdue(facts: Facts) -> Iterator[Hit]:
    """Fire for each open action whose day has passed."""
    for action in facts.actions:
        if action.due and action.due < facts.as_of:
            who = cut(facts.name(action.owner)) if action.owner else "no owner"
            yield Hit(
                f"The action {quote(action.what)} was due on {on(action.due)}, "
                f"{days(facts.age(action.due))} ago: {who}.",
                action.place_of("due"),
                f"actions/{action.key}",
                days=facts.age(action.due),
                line=f"done: {facts.as_of}",
                ask=facts.ask_of_task(action.owner, f"is “{action.what}” done, and if not, which day holds?"),
            )


@rule(
    "SAM213",
    "Promise overdue",
    reads=("promises.due", "promises.kept", "promises.by", "promises.to", "actions.what", "risks.response"),
    why="The one who waits counts the days, and remembers them at the next renewal.",
    remedy="Kept? Write kept: with the day. Not kept? Ring today, whoever promised, and agree a day that will hold.",
    lesson="skills-bad-news-by-friday",
)
def promise_overdue(facts: Facts) -> Iterator[Hit]:
    """Fire for each open promise whose day has passed."""
    for promise in facts.promises:
        if promise.due and promise.due < facts.as_of:
            by = f"{cut(facts.name(promise.by))} promised" if promise.by else "promised"
            to = f" {cut(facts.name(promise.to))}" if promise.to else ""
            yield Hit(
                f"{quote(promise.what)}, {by}{to} by {on(promise.due)}, is {days(facts.age(promise.due))} late.",
                promise.place_of("due"),
                f"promises/{promise.key}",
                owner=_waits(facts, promise),
                days=facts.age(promise.due),
                line=f"kept: {facts.as_of}",
                ask=_promise_asked(facts, promise),
            )


def _waits(facts: Facts, promise: Promise) -> str | None:
    """Return who of ours a promise of theirs was made to: that one asks for it, whoever leads the account."""
    whose = Whose(facts)
    return None if whose.ours(promise.by) else whose.ours(promise.to)


def _promise_asked(facts: Facts, promise: Promise) -> str:
    """Ask who made it; of ours, whether the day of a step holds that keeps it, else for a day, and who says it today.

    Whoever waits for us is not asked: that they still wait is all they could tell us.
    """
    if promise.by and not Whose(facts).ours(promise.by):
        return facts.ask(promise.by, f"what holds “{promise.what}” up, and which day can we count on?")
    by, to = promise.by or facts.account.lead, key_of(promise.to)
    who = next((one for one in facts.people if one.person.key == to), None)
    if who is None:
        return facts.ask(by, f"on which day do we keep “{promise.what}”, and who of us says so today?")
    step = step_keeping(facts.account, who.person, promise.what, facts.as_of, facts.steps)
    if step:
        return of_step(facts, step, who)
    return facts.ask(by, f"on which day does {who.person.name} get “{promise.what}”, and who of us tells them today?")


@rule(
    "SAM214",
    "Promise without name or day",
    reads=("promises.by", "promises.due", "promises.kept"),
    why="A promise that names nobody and no day is kept by chance.",
    remedy="Write by: and due: as they were said. If nobody remembers, ask the one it was made to what they expect.",
    lesson="skills-bad-news-by-friday",
)
def promise_open_ended(facts: Facts) -> Iterator[Hit]:
    """Fire for each open promise that lacks who promised or by when."""
    for promise in facts.promises:
        lacks = [word for word, value in (("who made it", promise.by), ("by when", promise.due)) if value is None]
        if lacks:
            yield Hit(
                f"The promise {quote(promise.what)} does not say {join(lacks, 'or')}.",
                promise.place,
                f"promises/{promise.key}",
                owner=_waits(facts, promise),
                line=f"due: {lines.ahead(facts)}" if promise.due is None else "",
                ask=facts.ask(promise.to, f"by when do you expect “{promise.what}”, and from whom of us?"),
            )


@rule(
    "SAM215",
    "Owner has left",
    reads=(
        "actions.owner",
        "promises.by",
        "objectives.owner",
        "people.status",
        "people.until",
        "actions.done",
        "promises.kept",
        "objectives.done",
        "reviews.decisions.owner",
        "reviews.decisions.done",
    ),
    why="It stands on the list of somebody who no longer reads it.",
    remedy="Ask their successor to take it over, and name them. If there is none, take it back and name one of ours.",
    lesson="skills-influence-at-home",
)
def owner_left(facts: Facts) -> Iterator[Hit]:
    """Fire for each open action, promise, objective or decision whose owner at the client has left."""
    for item in facts.items:
        person = facts.left(item.owner)
        if person:
            day = f" on {on(person.until)}" if person.until else ""
            yield Hit(
                f"The {item.kind.value} {quote(item.what)} belongs to {cut(person.name)}, who left{day}.",
                item.record.place,
                subject_of(item),
                days=-item.days if item.days is not None else None,
                line=f"{'by' if item.kind is ItemKind.PROMISE else 'owner'}: {key_of(facts.account.lead)}"
                if facts.account.lead
                else "",
                ask=_successor(facts, person.key, item.what),
            )


def _successor(facts: Facts, gone: str, what: str) -> str:
    """Ask the manager of somebody who has left, or a key player, who takes over."""
    boss = key_of(facts.gone[gone].reports_to)
    there = [who.person for who in (*facts.people,) if who.person.key == boss]
    asked = next(iter([*there, *(who.person for who in facts.key_players)]), None)
    return f"{asked.name}, who takes over “{what}” from {facts.gone[gone].name}?" if asked else ""


@rule(
    "SAM218",
    "Decision overdue",
    reads=("reviews.date", "reviews.decisions.due", "reviews.decisions.done", "reviews.decisions.owner"),
    why="A review whose decisions nobody carries out teaches both sides to come without preparing.",
    remedy="Done? Write done: with the day. Not done? Agree a new day with its owner, or drop it at the next review.",
    lesson="toolkit-the-review-that-decides",
)
def decision_overdue(facts: Facts) -> Iterator[Hit]:
    """Fire for each decision of a review whose day has passed and that no action or promise carries."""
    for item in facts.decisions:
        if item.review and item.due and item.overdue:
            who = cut(facts.name(item.owner)) if item.owner else "no owner"
            yield Hit(
                f"{quote(item.what)}, decided on {on(item.review.date)}, was due on {on(item.due)}, "
                f"{days(facts.age(item.due))} ago: {who}.",
                item.record.place_of("due"),
                subject_of(item),
                owner=Whose(facts).ours(item.owner),
                days=facts.age(item.due),
                line=f"done: {facts.as_of}",
                ask=facts.ask_of_task(item.owner, f"is “{item.what}” done, and if not, which day holds?"),
            )


OPEN_ITEMS = (
    action_without_owner,
    action_without_day,
    action_overdue,
    promise_overdue,
    promise_open_ended,
    owner_left,
    decision_overdue,
)
