"""SAM315 and SAM316: the notice day of a contract of ours."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.assess.contracts import Contract, contracts, decided, planned
from sam_gen.assess.steps_about import steps_about
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import friend, of_step
from sam_gen.checks.sayings import cut, days, on, quote, spelt
from sam_gen.model.plan import Opportunity
from sam_gen.model.scalars import key_of


@rule(
    "SAM315",
    "Contract without a notice day",
    reads=("footprint.until", "footprint.held_by", "footprint.notice_by"),
    why="We plan for the day it ends. They decide by the notice day, which is months earlier.",
    remedy="Read the contract and write notice_by: at one of its cells. It ends by itself? Write that same day.",
    lesson="experience-year-two-the-letter",
)
def no_notice_day(facts: Facts) -> Iterator[Hit]:
    """Fire for each contract of ours that ends within the days of models/rules.yml and has no notice day."""
    for one in contracts(facts.account, facts.playbook, facts.as_of):
        left = (one.until - facts.as_of).days
        if one.notice_by is None and left <= facts.method.rules.notice_known:
            yield Hit(
                f"Our contract for {_what(facts, one)} ends on {on(one.until)}, {_in(left)}, and its notice day is "
                "not on file.",
                one.place,
                _subject(one),
                days=-left,
                ask=_asked(
                    facts, f"by which day has either of us to speak before the contract ends on {on(one.until)}?"
                ),
            )


@rule(
    "SAM316",
    "Notice day of a contract",
    reads=(
        "footprint.until",
        "footprint.held_by",
        "footprint.notice_by",
        "opportunities.unit",
        "opportunities.offering",
        "opportunities.kind",
        "opportunities.due",
        "opportunities.outcome",
        "opportunities.closed",
        "opportunities.owner",
        "opportunities.sponsor",
        "actions.what",
    ),
    why="After that day the contract runs on or ends, and whoever was silent has decided.",
    remedy="Agree a day to talk of it. Settled? Close the opportunity with its outcome. It runs on? Write its new end "
    "in until:.",
    lesson="experience-year-two-the-letter",
)
def notice_day(facts: Facts) -> Iterator[Hit]:
    """Fire when the day is near and no step of ours comes before it, and once it has passed undecided."""
    ahead = facts.method.windows.look_ahead
    for one in contracts(facts.account, facts.playbook, facts.as_of):
        if one.notice_by is None or decided(one, facts.account, facts.as_of, facts.method.windows.contract_ahead):
            continue
        left, open_ = (one.notice_by - facts.as_of).days, planned(one, facts.opportunities, ahead)
        if left < 0:
            yield _passed(facts, one, open_)
        elif left <= facts.method.rules.notice_ahead and not any(o.due and o.due <= one.notice_by for o in open_):
            yield _near(facts, one, open_)


def _passed(facts: Facts, one: Contract, open_: tuple[Opportunity, ...]) -> Hit:
    ago = facts.age(one.notice_by) if one.notice_by else 0
    what = f"{quote(open_[0].name)} is still open" if open_ else "nothing says what follows"
    return Hit(
        f"The notice day for {_what(facts, one)} was {_day(one)}, {days(ago)} ago; {what}.",
        one.place,
        _subject(one),
        owner=_owner(open_),
        days=ago,
        ask=_next_step(facts, one, open_) or _asked(facts, _after(one, open_), open_),
    )


def _next_step(facts: Facts, one: Contract, open_: tuple[Opportunity, ...]) -> str:
    """Ask ourselves where the next step of what follows has its day before the end: theirs hear of it on that day.

    It is the step of its owner on that very day that names the sponsor; without one the question is about the day.
    """
    for plan in open_:
        if plan.due is None or not facts.as_of <= plan.due <= one.until:
            continue
        for who in (who for who in facts.people if who.person.key == key_of(plan.sponsor)):
            for step in steps_about(facts.account, who.person, facts.as_of, facts.steps):
                if plan.owner and key_of(step.owner) == key_of(plan.owner) and step.due == plan.due:
                    return of_step(facts, step, who)
        question = f"the next step of {quote(plan.name)} is due on {on(plan.due)}: what do you ask by then, and whom?"
        return facts.ask(plan.owner or facts.account.lead, question)
    return ""


def _after(one: Contract, open_: tuple[Opportunity, ...]) -> str:
    """Ask whether it runs on; where we plan what follows, that is known, and the day of the talk is not."""
    if open_:
        return f"on which day do we sit down about what follows {on(one.until)}, and who else sits there?"
    return f"does the contract run on after {on(one.until)}, and who has said so in writing?"


def _near(facts: Facts, one: Contract, open_: tuple[Opportunity, ...]) -> Hit:
    left = (one.notice_by - facts.as_of).days if one.notice_by else 0
    end = one.ends[0]
    follows = (
        f"name: What follows the contract, unit: {end.need.unit.key}, offering: {end.need.offering.id}, kind: renew"
    )
    return Hit(
        f"The notice day for {_what(facts, one)} is {_day(one)}, {_in(left)}, and no step of ours comes before it.",
        one.place,
        _subject(one),
        owner=_owner(open_),
        days=-left,
        line="" if open_ else f"opportunities:\n  - {{{follows}, due: {one.notice_by}}}",
        ask=_asked(facts, f"what will your side say by {_day(one)}, and who says it?", open_),
    )


def _in(left: int) -> str:
    return f"in {days(left)}" if left else "today"


def _day(one: Contract) -> str:
    return on(one.notice_by) if one.notice_by else ""


def _what(facts: Facts, one: Contract) -> str:
    """Name the first cell and count the others: a frame agreement fills many."""
    need, rest = one.ends[0].need, len(one.ends) - 1
    others = f" and {spelt(rest)} other {'need' if rest == 1 else 'needs'}" if rest else ""
    return f"{quote(facts.offerings.get(need.offering.id, need.offering.name))} at {cut(need.unit.name)}{others}"


def _subject(one: Contract) -> str:
    cell = one.ends[0].cell
    return f"footprint/{key_of(cell.unit)}-{key_of(cell.offering)}"


def _owner(open_: tuple[Opportunity, ...]) -> str | None:
    return next((key_of(one.owner) for one in open_ if one.owner), None)


def _asked(facts: Facts, question: str, open_: tuple[Opportunity, ...] = ()) -> str:
    """Ask whoever of theirs stands for what follows, else somebody for us; nobody to ask, no question."""
    here = {who.person.key: who.person.name for who in facts.people}
    sponsors = [here[key_of(one.sponsor)] for one in open_ if key_of(one.sponsor) in here]
    other = friend(facts)
    first = next(iter(sponsors), other.person.name if other else "")
    return f"{first}, {question}" if first else ""


CONTRACTS = (no_notice_day, notice_day)
