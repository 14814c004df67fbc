"""SAM311 and up: what they say of us, who of ours stands behind the choice, and whether executives speak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sam_gen.assess.health_measures import unsettled
from sam_gen.assess.sponsors import pairs
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import friend, met_next, of_ours, planned
from sam_gen.checks.sayings import cut, days, on, quote
from sam_gen.checks.whose import Whose
from sam_gen.model.business import Feedback
from sam_gen.model.method import Severity
from sam_gen.model.scalars import key_of, slug

_WORD = re.compile(r"\w{3,}")
"""A part of a name that tells people apart, after the given name."""
_PRICE = re.compile(r"\b(?:prices?|fees?|discounts?|rebates?|cheaper)\b", re.IGNORECASE)
"""Words of a wish for other terms."""


@rule(
    "SAM311",
    "Nobody asked how we are doing",
    reads=("feedback.date", "people.status", "tier"),
    why="Their view of us is two quarters old, and we plan with our own.",
    remedy="Ask three of theirs the same question and add it to feedback:. If they were asked, add what they said.",
    lesson="diagnosis-through-their-eyes",
    severity=Severity.NOTE,
)
def not_asked(facts: Facts) -> Iterator[Hit]:
    """Fire when the last answer is older than models/health.yml calls fresh, or there is none."""
    fresh = facts.method.health.voice.fresh_for
    past = [one.date for one in facts.account.feedback if one.date <= facts.as_of]
    age = facts.age(max(past)) if past else None
    if age is not None and age <= fresh:
        return
    name = cut(facts.account.name)
    said = (
        f"Nobody at {name} has been asked how we are doing since {on(max(past))}, {days(age)} ago."
        if past and age is not None
        else f"Nobody at {name} has been asked how we are doing."
    )
    asked = friend(facts)
    first = asked.person if asked else None
    yield Hit(
        said,
        facts.at("feedback"),
        days=age - fresh if age is not None else None,
        line=lines.feedback(facts, first.key if first else None),
        ask=f"{first.name}, what do we do that you would miss, and what would you rather we stopped?" if first else "",
    )


@rule(
    "SAM312",
    "What they asked for is not settled",
    reads=(
        "feedback.date",
        "feedback.wants",
        "feedback.settled",
        "feedback.who",
        "promises.to",
        "actions.what",
        "meetings.theirs",
        "contacts.theirs",
    ),
    why="They told us once. The second time they tell somebody else.",
    remedy="Settled? Write settled: with the day. Not settled? Tell them what happens and when: on the day agreed, or "
    "today if there is none.",
    lesson="skills-bad-news-by-friday",
)
def not_settled(facts: Facts) -> Iterator[Hit]:
    """Fire for each wish of theirs that is open longer than models/health.yml allows."""
    within = facts.method.health.voice.settle_within
    owners = {person.key: person.owner for person in facts.account.people}
    for one in unsettled(facts.account, facts.as_of):
        late = facts.age(one.date) - within
        if late > 0 and one.wants:
            key = key_of(one.who)
            who = cut(facts.name(f"people/{key}")) if one.who else "Somebody of theirs"
            yield Hit(
                f"{who} asked on {on(one.date)} for {quote(one.wants)}, and it is not settled "
                f"{days(facts.age(one.date))} later.",
                one.place,
                f"feedback/{one.date}-{slug(one.wants)}",
                owner=key_of(owners.get(key)) or None,
                days=late,
                line=f"settled: {facts.as_of}",
                ask=_settled_asked(facts, key, owners.get(key), one),
            )


def _settled_asked(facts: Facts, key: str, owner: str | None, wish: Feedback) -> str:
    """Ask who wanted it. Ours answer first where we owe a word.

    That is where something is under way, a meeting is agreed, it is about price, or nobody has talked with them since.
    Whoever is asked what would settle a price hears that there is one.
    """
    name, wants = facts.name(f"people/{key}"), wish.wants or ""
    who, meeting = next((one for one in facts.people if one.person.key == key), None), met_next(facts, key)
    if who and meeting:
        return of_ours(facts, meeting, who, f"what do you tell {name} on {on(meeting.date)} about “{wants}”?")
    if key and _PRICE.search(wants) and (asked := facts.ask(owner or facts.account.lead, _answer(name, wants))):
        return asked
    silent = who is not None and not (who.last_talk and who.last_talk > wish.date)
    hears = facts.ask(owner or facts.account.lead, f"on which day does {name} hear what becomes of “{wants}”?")
    if hears and key and (silent or _under_way(facts, key)):
        return hears
    return facts.ask(f"people/{key}", f"is “{wants}” still open for you, and what would settle it?")


def _answer(name: str, wants: str) -> str:
    return f"what do we answer {name} on “{wants}”, and who of us says it?"


def _under_way(facts: Facts, key: str) -> bool:
    """Whether an open promise of ours goes to that person, or an open action of ours names them."""
    ours = Whose(facts).ours
    if any(ours(one.by) and key_of(one.to) == key for one in facts.promises):
        return True
    names = set(_WORD.findall(facts.name(f"people/{key}").partition(" ")[2]))
    return any(ours(one.owner) and names & set(_WORD.findall(one.what)) for one in facts.actions)


@rule(
    "SAM313",
    "Chosen without an executive of ours",
    reads=("selection.approved_by", "tier"),
    why="When the account needs people from elsewhere, nobody above us has ever said yes to it.",
    remedy="Ask an executive to agree and write approved_by:. If none will, ask whether this is the right tier.",
    lesson="skills-influence-at-home",
)
def not_approved(facts: Facts) -> Iterator[Hit]:
    """Fire in the first tier when no executive of ours has agreed to the choice."""
    chosen = facts.account.selection
    if facts.top_tier and facts.tier and not (chosen and chosen.approved_by):
        yield Hit(
            f"{cut(facts.account.name)} is in tier {cut(facts.tier.name)}, and no executive of ours agreed to that.",
            chosen.place if chosen else facts.at("selection"),
        )


@rule(
    "SAM314",
    "Executive pair silent",
    reads=("sponsors.every", "contacts.date", "contacts.ours", "contacts.theirs", "actions.what"),
    why="The first talk in a long while will be the one about a complaint.",
    remedy="Spoken? Add the talk to contacts:. Not spoken? Offer two days, or agree a rhythm that both will keep.",
    lesson="toolkit-sponsors-who-open-doors",
)
def silent_pair(facts: Facts) -> Iterator[Hit]:
    """Fire for each executive pair that has not spoken as often as agreed and has no talk agreed."""
    there = {who.person.key: who for who in facts.people}
    for pair in pairs(facts.account, facts.as_of):
        if pair.late and pair.last and pair.record.every and pair.next is None:
            ours, theirs = key_of(pair.record.ours), key_of(pair.record.theirs)
            name, them = facts.name(f"team/{ours}"), facts.name(f"people/{theirs}")
            yield Hit(
                f"{cut(name)} and {cut(them)} last spoke on {on(pair.last.date)}; every {days(pair.record.every)} "
                "is agreed.",
                pair.record.place,
                f"sponsors/{ours}-{theirs}",
                owner=ours,
                days=pair.late,
                line=f"meetings:\n  - {{date: {lines.ahead(facts)}, what: What the two talk about, "
                f"ours: [{ours}], theirs: [{theirs}]}}",
                ask=(planned(facts, there[theirs]) if theirs in there else "")
                or f"{name}, what do you want to hear from {them} that nobody else of us can ask?",
            )


VOICE = (not_asked, not_settled, not_approved, silent_pair)
