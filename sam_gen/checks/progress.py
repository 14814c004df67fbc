"""SAM219 and up: initiatives and who speaks on them, opportunities and their class, measures, resources, horizon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sam_gen.assess.consensus import Agreement
from sam_gen.assess.map_status import decides
from sam_gen.assess.opportunities import balance
from sam_gen.assess.plan import Track, Tracked, tracked
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import cut, days, join, on, quote
from sam_gen.model.business import Party, ResourceStatus
from sam_gen.model.method import GateTest, Severity
from sam_gen.model.people import Person
from sam_gen.model.plan import Benchmark, Initiative, Measure, Objective, OpportunityClass
from sam_gen.model.scalars import key_of, slug


@rule(
    "SAM219",
    "Initiative blocked by a veto",
    reads=("initiatives.voices.stand", "initiatives.voices.veto", "initiatives.voices.person"),
    why="What we plan for it waits behind a no that nobody of ours has asked about.",
    remedy="Ask what it has to leave out or prove, and note the answer. If the no stands, stop what hangs on it.",
    lesson="diagnosis-through-their-eyes",
)
def blocked(facts: Facts) -> Iterator[Hit]:
    """Fire for each initiative that somebody is against whose no alone stops it."""
    for one in facts.consensus:
        if one.agreement is Agreement.BLOCKED:
            voice = one.vetoes[0]
            key, name = key_of(voice.person), facts.name(f"people/{key_of(voice.person)}")
            yield Hit(
                f"{cut(name)} is against their initiative {quote(one.initiative.name)}, "
                "and that no is enough to stop it.",
                voice.place,
                f"initiatives/{one.initiative.key}",
                line=lines.meeting(facts, key),
                ask=f"{name}, what would “{one.initiative.name}” have to leave out or prove before you let it go on?",
            )


@rule(
    "SAM220",
    "No decider has spoken on an initiative",
    reads=(
        "initiatives.voices.stand",
        "initiatives.voices.person",
        "initiatives.owner",
        "people.roles",
        "objectives.for",
    ),
    why="We put work behind a wish that those who sign have perhaps never held.",
    remedy="Ask one who decides how they stand on it and add it to voices:. They do not know it? Ask who brings it up.",
    lesson="diagnosis-through-their-eyes",
    severity=Severity.NOTE,
)
def no_decider(facts: Facts) -> Iterator[Hit]:
    """Fire for each initiative that something of ours serves and on which nobody who decides has a voice."""
    served = {key_of(one.for_) for one in facts.objectives} | {key_of(one.for_) for one in facts.opportunities}
    deciders = [who for who in facts.key_players if decides(who, facts.method.people)]
    if not deciders:
        return
    for one in facts.consensus:
        heard = {key_of(voice.person) for voice in one.voices}
        if one.initiative.key in served and not heard & {who.person.key for who in deciders}:
            asked = [who for who in one.to_ask if who in deciders] or deciders
            person = asked[0].person
            yield Hit(
                f"Nobody who decides has said how they stand on their initiative {quote(one.initiative.name)}.",
                one.initiative.place_of("voices"),
                f"initiatives/{one.initiative.key}",
                line=lines.voice(facts, person.key),
                ask=f"{person.name}, {_stand(one.initiative, person)}",
            )


def _stand(one: Initiative, person: Person) -> str:
    """Ask how they stand on it; whoever answers for it has said so, and knows who else can stop it."""
    if person.key == key_of(one.owner):
        return f"who else has a say in “{one.name}”, and who could stop it?"
    return f"how do you stand on “{one.name}”, and who else has a say in it?"


_SAID_OF_GATE = {
    GateTest.INITIATIVE_CONFIRMED: "no confirmed initiative behind it",
    GateTest.STEP_DATED: "no next step within {within}",
}


@rule(
    "SAM221",
    "Class A fails a gate",
    reads=("opportunities.class", "opportunities.for", "opportunities.due", "initiatives.basis"),
    why="It takes people today for something that the client has not said it wants, or that has no next day.",
    remedy="Have the missing thing confirmed within a week. If that cannot be done, make it a B and prove that first.",
    lesson="plan-a-b-c-and-the-gate",
)
def failed_gate(facts: Facts) -> Iterator[Hit]:
    """Fire for each A that fails a gate; owner, sponsor and a missing day are SAM216."""
    model = facts.method.priorities
    for row in facts.judged:
        one = row.opportunity
        tests = [gate.test for gate in row.missing if gate.test in _SAID_OF_GATE]
        tests = [test for test in tests if test is not GateTest.STEP_DATED or one.due]
        if row.class_ is OpportunityClass.A and tests:
            lacks = [_SAID_OF_GATE[test].format(within=days(model.step_within)) for test in tests]
            late = facts.age(one.due) if one.due and one.due < facts.as_of else None
            yield Hit(
                f"{quote(one.name)} is class A and has {join(lacks)}.",
                one.place_of("class_"),
                f"opportunities/{one.key}",
                days=late,
                line=f"due: {lines.ahead(facts)}" if GateTest.STEP_DATED in tests else "",
                ask=facts.ask(one.sponsor, "who of you would say that this is wanted, and by when?"),
            )


@rule(
    "SAM222",
    "Class overruled without a reason",
    reads=("opportunities.class", "opportunities.scores", "opportunities.why"),
    why="At the next review nobody remembers whether it was knowledge or hope.",
    remedy="Write why: in two sentences. There is no reason? Delete class: and let the sheet speak.",
    lesson="plan-a-b-c-and-the-gate",
    severity=Severity.NOTE,
)
def overruled(facts: Facts) -> Iterator[Hit]:
    """Fire for each opportunity whose own class differs from that of the sheet and says nothing of it."""
    for row in facts.judged:
        one = row.opportunity
        if row.overruled and one.why is None and one.class_ and row.sheet:
            yield Hit(
                f"{quote(one.name)} is class {one.class_.value} by our word and {row.sheet.value} by the sheet, "
                "and no reason is given.",
                one.place_of("class_"),
                f"opportunities/{one.key}",
                line="why: What the sheet does not see",
            )


@rule(
    "SAM223",
    "All opportunities of one kind",
    reads=("opportunities.kind", "opportunities.closed"),
    why="A plan that only sells more, or only defends, has no answer on the day the other is needed.",
    remedy="Ask where they want to be better, and add what we could do. If one kind is meant, say so in in_short:.",
    lesson="plan-a-b-c-and-the-gate",
    severity=Severity.NOTE,
)
def one_kind(facts: Facts) -> Iterator[Hit]:
    """Fire when three or more opportunities are open and all are of one kind."""
    found = balance(facts.judged, facts.method.priorities)
    if found.only:
        decider = next((who.person for who in facts.key_players if decides(who, facts.method.people)), None)
        yield Hit(
            f"All {found.number[found.only]} open opportunities are of one kind: "
            f"{facts.playbook.words.within(found.only)}.",
            facts.at("opportunities"),
            ask=f"{decider.name}, what would you do better next year that has nothing to do with our offer?"
            if decider
            else "",
        )


def _measures(facts: Facts) -> Iterator[tuple[Objective, Measure, str]]:
    for objective in facts.objectives:
        for measure in objective.measures:
            yield objective, measure, f"objectives/{objective.key}/{slug(measure.name)}"


@rule(
    "SAM224",
    "Measure off its track",
    reads=(
        "objectives.measures.benchmarks",
        "objectives.done",
        "objectives.owner",
        "contacts",
        "people.cares_about",
    ),
    why="Both sides see the figure; only one of them will speak of it at the next review.",
    remedy="Do they know? Ask what they change, and say what we do. If not, say it before they ask. Was it never "
    "reachable? Agree a new target.",
    lesson="diagnosis-when-it-slips",
)
def off_track(facts: Facts) -> Iterator[Hit]:
    """Fire for each measure whose newest benchmark was missed."""
    for objective, measure, subject in _measures(facts):
        seen = tracked(measure, facts.as_of)
        if seen.track is Track.OFF and seen.due:
            unit = f" {cut(measure.unit)}" if measure.unit else ""
            yield Hit(
                f"{quote(measure.name)} was {seen.due.actual}{unit} on {on(seen.due.date)}; "
                f"{seen.due.target} was the benchmark.",
                seen.due.place,
                subject,
                days=facts.age(seen.due.date),
                ask=facts.ask(objective.owner, _off_asked(facts, objective, seen)),
            )


def _off_asked(facts: Facts, objective: Objective, seen: Tracked) -> str:
    """Ask what held it back; whoever spoke of the figure since has said so, and is asked what comes next."""
    if not (seen.due and seen.due.actual is not None and _spoken(facts, objective, seen.due)):
        return "what held it back, and what do we change by the next benchmark?"
    return f"what do we do about it by {on(seen.next.date)}?" if seen.next else "what do we do about it now?"


def _spoken(facts: Facts, objective: Objective, due: Benchmark) -> bool:
    """Whether a talk with its owner since that day names the figure, or what they care about does; a day is none."""
    key, number = key_of(objective.owner), f"{due.actual:,f}"
    either = f"{re.escape(number)}|{re.escape(number.replace(',', ''))}"
    figure = re.compile(rf"(?<![\w.,:])(?:{either})(?![\w:]|[.,]\d|\s[A-Z][a-z]{{2}})")
    cares = [person.cares_about for person in facts.account.people if person.key == key]
    talks = [
        talk.what
        for talk in facts.account.contacts
        if due.date <= talk.date <= facts.as_of and key in map(key_of, (*talk.ours, *talk.theirs))
    ]
    return any(figure.search(text) for text in (*talks, *cares) if text)


@rule(
    "SAM225",
    "Benchmark passed without a value",
    reads=("objectives.measures.benchmarks", "objectives.done"),
    why="A benchmark nobody reads off is a date; on the last day each side will count what suits it.",
    remedy="Ask whoever keeps the figure and write actual:. Nobody keeps it? Agree who counts, and from when.",
    lesson="diagnosis-when-it-slips",
)
def not_measured(facts: Facts) -> Iterator[Hit]:
    """Fire for each measure whose newest benchmark has passed and was not read off."""
    for objective, measure, subject in _measures(facts):
        seen = tracked(measure, facts.as_of)
        if seen.track is Track.NOT_MEASURED and seen.due:
            yield Hit(
                f"The benchmark of {on(seen.due.date)} for {quote(measure.name)} has no value; "
                f"{days(facts.age(seen.due.date))} have passed.",
                seen.due.place,
                subject,
                days=facts.age(seen.due.date),
                ask=facts.ask(objective.owner, f"what was the figure on {on(seen.due.date)}, and where does it stand?"),
            )


_BROUGHT_BY = {Party.US: "from us", Party.CLIENT: "from the client", Party.JOINT: "from both sides"}


@rule(
    "SAM226",
    "Resource due and missing",
    reads=("resources.status", "resources.due", "resources.party", "resources.for"),
    why="The plan goes on as if it were there, until the day the work begins.",
    remedy="Is it there? Write status: have. Not there? Agree a new day, and move what waits for it.",
    lesson="plan-risks-with-a-trigger",
)
def missing_resource(facts: Facts) -> Iterator[Hit]:
    """Fire for each resource whose day has passed and that is not there."""
    for one in facts.account.resources:
        if one.status is ResourceStatus.HAVE or one.status is None or one.due is None or one.due >= facts.as_of:
            continue
        source = f" {_BROUGHT_BY[one.party]}" if one.party else ""
        yield Hit(
            f"{quote(one.what)}, needed{source} by {on(one.due)}, is not there {days(facts.age(one.due))} later.",
            one.place_of("due"),
            f"resources/{one.key}",
            days=facts.age(one.due),
            line="status: have",
            ask=facts.ask(
                one.who or facts.account.lead, f"what is missing before “{one.what}” is there, and who can decide it?"
            ),
        )


@rule(
    "SAM227",
    "Horizon has passed",
    reads=("horizon.until", "horizon.vision"),
    why="The sentence both sides could sign speaks of a day that is gone.",
    remedy="Say with the client what came of it and write the next one. If it no longer fits, delete it.",
    lesson="diagnosis-desired-achievable-and-the-price",
)
def old_horizon(facts: Facts) -> Iterator[Hit]:
    """Fire when the day of the common aim has passed."""
    horizon = facts.account.horizon
    if horizon and horizon.until and horizon.until < facts.as_of:
        decider = next((who.person for who in facts.key_players if decides(who, facts.method.people)), None)
        yield Hit(
            f"What both sides wanted was for {on(horizon.until)}, {days(facts.age(horizon.until))} ago.",
            horizon.place_of("until"),
            days=facts.age(horizon.until),
            ask=f"{decider.name}, what of it has come true for you, and what do you want in two years?"
            if decider
            else "",
        )


PROGRESS = (
    blocked,
    no_decider,
    failed_gate,
    overruled,
    one_kind,
    off_track,
    not_measured,
    missing_resource,
    old_horizon,
)
