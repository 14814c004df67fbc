"""SAM2xx: the plan itself: its span, their initiatives, objectives, class A and risks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sam_gen.assess.plan import open_opportunities
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import cut, days, join, on, quote
from sam_gen.model.claims import Basis
from sam_gen.model.method import Severity
from sam_gen.model.plan import Initiative, Objective, OpportunityClass
from sam_gen.model.scalars import key_of


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
    reads=("initiatives.basis", "initiatives.who", "initiatives.as_of"),
    why="Objectives rest on a wish that is perhaps ours alone.",
    remedy="Ask its owner what would tell them it has worked, then set basis:. Nobody there speaks of it? Delete it.",
    lesson="plan-their-initiatives-first",
)
def assumed_initiative(facts: Facts) -> Iterator[Hit]:
    """Fire for each initiative we only think they have."""
    for initiative in facts.account.initiatives:
        if initiative.basis is Basis.ASSUMED:
            yield Hit(
                _assumed(facts, initiative),
                initiative.place_of("basis"),
                f"initiatives/{initiative.key}",
                line="basis: observed",
                ask=facts.ask(
                    f"people/{key_of(initiative.owner)}", f"what would tell you that “{initiative.name}” has worked?"
                ),
            )


def _assumed(facts: Facts, initiative: Initiative) -> str:
    """Say whether nobody there spoke of it, or somebody did and we made an initiative of their word."""
    name = quote(initiative.name)
    if initiative.who is None:
        return f"Nobody has heard their initiative {name} from them: it is assumed."
    day = f" on {on(initiative.as_of)}" if initiative.as_of else ""
    who = cut(facts.name(f"people/{key_of(initiative.who)}"))
    return f"That {name} is an initiative of theirs is assumed, from what {who} said or did{day}."


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
    bare_a,
    bare_risk,
)
