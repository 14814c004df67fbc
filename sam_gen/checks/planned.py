"""What is agreed or planned with somebody already, as the question of a rule: nobody is to do it a second time.

Where neither a meeting nor a step of ours is on file there is no such question, and the rule asks its own.
"""

from __future__ import annotations

import datetime
import re

from sam_gen.assess import steps_about
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.assess.alike import names
from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.readable import their_wish
from sam_gen.checks.facts import Facts
from sam_gen.checks.sayings import on
from sam_gen.model.people import Meeting, Support
from sam_gen.model.plan import Opportunity
from sam_gen.model.scalars import key_of

_SENTENCE = re.compile(r"[.?!](?:\s|$)")
_IN_TOUCH = (Freshness.FRESH, Freshness.LATE)


def planned(facts: Facts, who: Standing) -> str:
    """Ask about the agreed meeting with somebody or the open step that names them, whichever comes first.

    What is to be proved about them before that meeting is not asked there any more.
    """
    meeting, step = met_next(facts, who.person.key), next_step(facts, who)
    if meeting and (step is None or step.overdue or step.due is None or meeting.date <= step.due):
        if proof := to_prove(facts, who, meeting):
            return facts.ask(proof.owner or facts.account.lead, _learnt(proof))
        return of_ours(facts, meeting, who, f"what do you want to hear from {who.person.name} on {on(meeting.date)}?")
    return of_step(facts, step, who) if step else ""


def to_prove(facts: Facts, who: Standing, meeting: Meeting) -> Opportunity | None:
    """Return the first open opportunity that has something to prove about somebody before the meeting with them."""
    client, name = facts.account.name, who.person.name
    ahead = [one for one in facts.opportunities if one.due and facts.as_of <= one.due < meeting.date]
    about = [one for one in ahead if names(_SENTENCE.split(one.prove or "")[0], name, client)]
    return min(about, key=lambda one: (one.due or meeting.date, one.place), default=None)


def _learnt(proof: Opportunity) -> str:
    what, by = _SENTENCE.split(proof.prove or "")[0], f"by {on(proof.due)}" if proof.due else ""
    if what.startswith("Whether "):
        return f"how do you learn {by} {what[:1].lower()}{what[1:]}?"
    return f"what do you do {by} to prove “{what}”?"


def met_next(facts: Facts, key: str) -> Meeting | None:
    """Return the next agreed meeting in which somebody of theirs sits."""
    return next((one for one in facts.meetings if key in map(key_of, one.theirs)), None)


def of_ours(facts: Facts, meeting: Meeting, who: Standing, question: str) -> str:
    """Put a question to whoever of ours goes: the owner of the tie if they do, else the first, else our lead."""
    going = [key_of(one) for one in meeting.ours]
    owner = key_of(who.person.owner)
    first = owner if owner in going else next(iter(going), key_of(facts.account.lead))
    return facts.ask(f"team/{first}", question) if first else ""


def next_step(facts: Facts, who: Standing) -> Item | None:
    """Return the open step of ours about somebody that comes next."""
    return steps_about.next_step(facts.account, who.person, facts.as_of, facts.steps)


def of_step(facts: Facts, step: Item, who: Standing) -> str:
    """Ask whoever has a step about somebody whether its day holds, or for a day where there is none."""
    what = f"“{step.what}”"
    if step.kind is ItemKind.PROMISE:
        question = f"does {who.person.name} get {what} {_by(step.due)}?"
    elif step.due is None:
        question = f"on which day is {what}?"
    else:
        question = f"{what} is planned for {on(step.due)}: does that day hold?"
    if step.due and step.overdue:
        verb = f"does {who.person.name} get {what}" if step.kind is ItemKind.PROMISE else f"is {what}"
        question = f"on which day {verb}, due on {on(step.due)}?"
    return facts.ask(step.owner or facts.account.lead, question)


def _by(day: datetime.date | None) -> str:
    return f"by {on(day)}" if day else "soon, and on which day"


def reason_to_go(facts: Facts, who: Standing) -> str:
    """Ask who looks after them with what reason of theirs they go; without one, ask them what has changed."""
    person, last = who.person, who.last_talk
    owner, cares = person.owner or facts.account.lead, person.cares_about
    if cares and owner and not facts.left(owner):
        return facts.ask(owner, f"when do you go to {person.name}, and what do you bring on “{their_wish(cares)}”?")
    return f"{person.name}, what has changed for you since {on(last)}?" if last else ""


def introduce(facts: Facts, who: Standing) -> str:
    """Ask the first on the way that the map works out; where it finds none, no question."""
    way = facts.ways.get(who.person.key)
    if way is None or not way.hops:
        return ""
    called = {one.person.key: one.person.name for one in facts.people}
    first, name = called[way.hops[0].start], who.person.name
    if len(way.hops) > 1:
        return f"{first}, would you introduce us to {called[way.hops[0].to]}, on the way to {name}?"
    return f"{first}, would you introduce us to {name}, and what about?"


def introduced_by(facts: Facts, who: Standing) -> str | None:
    """Return whoever of ours talks with the first on that way, for nobody else can ask them."""
    way = facts.ways.get(who.person.key)
    return (way.first.ours or None) if way and way.hops and way.first else None


def friend(facts: Facts, function: str | None = None) -> Standing | None:
    """Return whom to ask about our work: for us and in touch, the most influential first.

    Somebody of the function that knows comes before everybody else, if they are in touch and not against us. Nobody for
    us: whoever is in touch. Nobody in touch: the first key player who is not against us, the first on the map.
    """
    there = [who for who in facts.people if not (who.support and who.support.value is Support.OPPONENT)]
    known = [who for who in there if who.freshness in _IN_TOUCH]
    inside = [who for who in known if function and key_of(who.person.function) == function]
    for some in (inside, [who for who in known if who.for_us], known):
        if some:
            return min(some, key=lambda who: (not who.for_us, -_power(who)))
    return next(iter([*(who for who in facts.key_players if who in there), *there]), None)


def _power(who: Standing) -> int:
    return int(who.influence.value) if who.influence else 0
