"""SAM2xx: plan and actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sam_gen.assess.agenda import ItemKind
from sam_gen.assess.plan import open_opportunities
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts, key_of, subject_of
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import cut, days, join, on, quote
from sam_gen.checks.whose import Whose
from sam_gen.model.claims import Basis
from sam_gen.model.method import Severity
from sam_gen.model.plan import Objective, OpportunityClass, Promise


@rule(
    "SAM201",
    "No timeframe",
    reads=("timeframe",),
    why="A plan without an end is never finished and never reviewed.",
    remedy="Write timeframe: with their budget year. Not known? Ask when next year's money is decided.",
    lesson="plan-twelve-lines",
)
def no_timeframe(facts: Facts) -> Iterator[Hit]:
    """Fire when the plan has no span."""
    if facts.account.timeframe is None:
        yield Hit(f"The plan for {cut(facts.account.name)} has no beginning and no end.", facts.at("timeframe"))


@rule(
    "SAM202",
    "Plan has ended",
    reads=("timeframe",),
    why="Actions of a plan that is over look like work and bind nobody.",
    remedy="Write down what was reached, then set the new timeframe:. If the account is let go, say so in in_short:.",
    lesson="plan-twelve-lines",
)
def plan_ended(facts: Facts) -> Iterator[Hit]:
    """Fire when the last day of the plan has passed."""
    frame = facts.account.timeframe
    if frame and frame.end < facts.as_of:
        yield Hit(
            f"The plan for {cut(facts.account.name)} ended on {on(frame.end)}, {days(facts.age(frame.end))} ago.",
            facts.at("timeframe"),
            days=facts.age(frame.end),
            line=f"timeframe: {facts.as_of.year + 1}",
        )


@rule(
    "SAM203",
    "Initiative without our part",
    reads=("initiatives.so_what", "objectives.for", "opportunities.for"),
    why="They work on something and nobody of ours has asked what it means for us.",
    remedy="Add an objective or opportunity with for:. If we have no part in it, write that in its so_what:.",
    lesson="skills-how-this-client-earns",
)
def no_part(facts: Facts) -> Iterator[Hit]:
    """Fire for each initiative that nothing of ours serves and whose so_what is silent."""
    served = {key_of(one.for_) for one in facts.account.objectives}
    served |= {key_of(one.for_) for one in open_opportunities(facts.account, facts.as_of)}
    for initiative in facts.account.initiatives:
        if initiative.key not in served and initiative.so_what is None:
            yield Hit(
                f"No objective and no opportunity serves their initiative {quote(initiative.name)}.",
                initiative.place,
                f"initiatives/{initiative.key}",
            )


@rule(
    "SAM204",
    "Initiative only assumed",
    reads=("initiatives.basis",),
    why="Objectives rest on a wish that is perhaps ours alone.",
    remedy="Ask its owner what would tell them it has worked, then set basis:. Nobody there speaks of it? Delete it.",
    lesson="plan-their-initiatives-first",
)
def assumed_initiative(facts: Facts) -> Iterator[Hit]:
    """Fire for each initiative we only think they have."""
    for initiative in facts.account.initiatives:
        if initiative.basis is Basis.ASSUMED:
            yield Hit(
                f"Nobody has heard their initiative {quote(initiative.name)} from them: it is assumed.",
                initiative.place_of("basis"),
                f"initiatives/{initiative.key}",
                line="basis: observed",
                ask=facts.ask(
                    f"people/{key_of(initiative.owner)}", f"what would tell you that “{initiative.name}” has worked?"
                ),
            )


@rule(
    "SAM205",
    "Objective without initiative",
    reads=("objectives.for", "objectives.done"),
    why="An objective behind which no wish of theirs stands is our sales target in their file.",
    remedy="Write for: with the initiative it serves. There is none? Ask who there wants it, or drop the objective.",
    lesson="plan-objectives-that-pay-both",
)
def objective_for_nobody(facts: Facts) -> Iterator[Hit]:
    """Fire for each open objective that serves no initiative."""
    yield from _lacking(facts, "for_", lambda one: one.for_ is None, "serves no initiative of theirs")


@rule(
    "SAM206",
    "Objective without a gain for the client",
    reads=("objectives.client_gets", "objectives.done"),
    why="One-sided, it is our forecast: nobody there will give it an hour.",
    remedy="Write client_gets: in their unit, hours or invoices. Not known? Add an action: who asks whom, by when.",
    lesson="plan-objectives-that-pay-both",
)
def objective_without_gain(facts: Facts) -> Iterator[Hit]:
    """Fire for each open objective that does not say what the client gets."""
    name = cut(facts.account.name)
    yield from _lacking(facts, "client_gets", lambda one: one.client_gets is None, f"does not say what {name} gets")


@rule(
    "SAM207",
    "Objective without a gain for us",
    reads=("objectives.we_get", "objectives.done"),
    why="Work without a figure of our own is the first to lose its people when time is short.",
    remedy="Write we_get: as a yearly amount, 0 if it is none. Not known? Ask whoever prices it, and note the day.",
    lesson="plan-objectives-that-pay-both",
    severity=Severity.NOTE,
)
def objective_without_worth(facts: Facts) -> Iterator[Hit]:
    """Fire for each open objective that does not say what we get."""
    yield from _lacking(facts, "we_get", lambda one: one.we_get is None, "does not say what we get")


@rule(
    "SAM208",
    "Objective without a measure",
    reads=("objectives.measures", "objectives.done"),
    why="On the last day each side will count what suits it.",
    remedy="Add measures: with the figure both can look up. If none exists, agree who starts to count, and from when.",
    lesson="plan-objectives-that-pay-both",
    severity=Severity.NOTE,
)
def objective_without_measure(facts: Facts) -> Iterator[Hit]:
    """Fire for each open objective without a measure."""
    yield from _lacking(facts, "measures", lambda one: not one.measures, "has no measure")


@rule(
    "SAM209",
    "Objective without a day",
    reads=("objectives.due", "objectives.done"),
    why="What has no day is not late in any review, and never done.",
    remedy="Write due: with the day the client needs it. If no day matters to them, ask whether the objective does.",
    lesson="plan-objectives-that-pay-both",
)
def objective_without_day(facts: Facts) -> Iterator[Hit]:
    """Fire for each open objective without a day."""
    yield from _lacking(facts, "due", lambda one: one.due is None, "has no day")


def _lacking(facts: Facts, field: str, lacks: Callable[[Objective], bool], says: str) -> Iterator[Hit]:
    for one in facts.objectives:
        if lacks(one):
            yield Hit(f"The objective {quote(one.name)} {says}.", one.place_of(field), f"objectives/{one.key}")


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
    reads=("promises.due", "promises.kept", "promises.by", "promises.to"),
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
                days=facts.age(promise.due),
                line=f"kept: {facts.as_of}",
                ask=_promise_asked(facts, promise),
            )


def _promise_asked(facts: Facts, promise: Promise) -> str:
    """Ask whoever waits for our promise; of theirs, ask who made it."""
    ours = {colleague.id for colleague in facts.playbook.team}
    by_us = key_of(promise.by) in ours and not (promise.by or "").startswith("people/")
    if by_us or promise.by is None:
        whom = promise.to or promise.by
        return facts.ask(whom, f"you wait for “{promise.what}”: which day would still help you?")
    return facts.ask(promise.by, f"what holds “{promise.what}” up, and which day can we count on?")


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
    "SAM216",
    "A without owner, sponsor or day",
    reads=("opportunities.class", "opportunities.owner", "opportunities.sponsor", "opportunities.due"),
    why="Class A takes people away from other work; without these three nothing comes of it.",
    remedy="Fill the gap within a week. If that cannot be done, it is a B: write what is to be proved first.",
    lesson="plan-a-b-c-and-the-gate",
)
def bare_a(facts: Facts) -> Iterator[Hit]:
    """Fire for each opportunity of class A that lacks owner, sponsor or next day."""
    for one in open_opportunities(facts.account, facts.as_of):
        if one.class_ is not OpportunityClass.A:
            continue
        parts = (("owner of ours", one.owner), ("sponsor of theirs", one.sponsor), ("next day", one.due))
        lacks = [f"no {word}" for word, value in parts if value is None]
        if lacks:
            yield Hit(
                f"{quote(one.name)} is class A and has {join(lacks)}.",
                one.place_of("class_"),
                f"opportunities/{one.key}",
            )


@rule(
    "SAM217",
    "Risk without response or owner",
    reads=("risks.response", "risks.owner", "risks.closed"),
    why="A risk that nobody watches is a note for the day after.",
    remedy="Write response: and owner:. If you choose to bear it, write that as the response and who decided so.",
    lesson="plan-risks-with-a-trigger",
)
def bare_risk(facts: Facts) -> Iterator[Hit]:
    """Fire for each live risk that nobody watches or nobody answers."""
    for risk in facts.account.risks:
        if risk.closed and risk.closed <= facts.as_of:
            continue
        lacks = [f"no {word}" for word, value in (("response", risk.response), ("owner", risk.owner)) if value is None]
        if lacks:
            yield Hit(f"The risk {quote(risk.what)} has {join(lacks)}.", risk.place, f"risks/{risk.key}")


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


PLAN = (
    no_timeframe,
    plan_ended,
    no_part,
    assumed_initiative,
    objective_for_nobody,
    objective_without_gain,
    objective_without_worth,
    objective_without_measure,
    objective_without_day,
    action_without_owner,
    action_without_day,
    action_overdue,
    promise_overdue,
    promise_open_ended,
    owner_left,
    bare_a,
    bare_risk,
    decision_overdue,
)
