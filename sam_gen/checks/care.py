"""SAM3xx: reviews, hand-over and care."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sam_gen.assess.people import talk_lasts
from sam_gen.assess.plan import as_it_stands, open_opportunities
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import friend
from sam_gen.checks.sayings import cut, days, on, quote
from sam_gen.model.care import Cadence
from sam_gen.model.footprint import Cell, HeldBy
from sam_gen.model.method import Severity
from sam_gen.model.scalars import key_of


@rule(
    "SAM301",
    "File not gone through",
    reads=("as_of", "tier"),
    why="Whoever opens the page before a meeting takes an old view for today's.",
    remedy="Go through it line by line, then set as_of:. No time? Mend the three people of the next talk first.",
    lesson="start-read-an-account",
)
def old_file(facts: Facts) -> Iterator[Hit]:
    """Fire when the file is older than a talk may be, or has no day."""
    name, seen = cut(facts.account.name), facts.account.as_of
    lasts = talk_lasts(facts.account, facts.playbook)
    if seen is None:
        said = f"The file of {name} does not say when it was last gone through."
        yield Hit(said, facts.at("as_of"), line=f"as_of: {facts.as_of}")
    elif facts.age(seen) > lasts:
        yield Hit(
            f"The file of {name} was last gone through on {on(seen)}, {days(facts.age(seen))} ago; "
            f"here it counts for {days(lasts)}.",
            facts.at("as_of"),
            days=facts.age(seen) - lasts,
            line=f"as_of: {facts.as_of}",
        )


@rule(
    "SAM302",
    "No meeting agreed",
    reads=("meetings",),
    why="Without a day in both calendars the next talk is the one about a complaint.",
    remedy="Agree the next talk and add it to meetings:. If they put us off, note that as a talk, with the reason.",
    lesson="start-read-an-account",
)
def no_meeting(facts: Facts) -> Iterator[Hit]:
    """Fire when nothing is agreed from today on."""
    if not facts.meetings:
        past = [meeting.date for meeting in facts.account.meetings]
        last = f"; the last one on file was for {on(max(past))}" if past else ""
        asked = friend(facts)
        first = asked.person if asked else None
        yield Hit(
            f"No meeting with {cut(facts.account.name)} is agreed{last}.",
            facts.at("meetings"),
            days=facts.age(max(past)) if past else None,
            line=lines.meeting(facts, first.key if first else None),
            ask=f"{first.name}, which hour in the next two weeks suits you, and what should it be about?"
            if first
            else "",
        )


@rule(
    "SAM303",
    "Review missed",
    reads=("cadence", "reviews.date", "reviews.kind"),
    why="A rhythm that is broken once without a word is broken for good.",
    remedy="Held? Add it to reviews:. Not held? Agree its day in next:, or lengthen every: to what you will keep.",
    lesson="toolkit-the-review-that-decides",
)
def review_missed(facts: Facts) -> Iterator[Hit]:
    """Fire for each agreed kind of review that is overdue."""
    for cadence in facts.account.cadence:
        due = _review_due(facts, cadence)
        if due and due < facts.as_of:
            yield Hit(
                f"The {facts.playbook.words.within(cadence.kind)} was due on {on(due)}, {days(facts.age(due))} ago; "
                f"one every {days(cadence.every)} is agreed.",
                cadence.place,
                f"cadence/{cadence.kind.value}",
                days=facts.age(due),
                line=f"next: {lines.ahead(facts)}",
            )


def _review_due(facts: Facts, cadence: Cadence) -> datetime.date | None:
    """Return the day of the next review: as agreed, or as far after the last as the cadence says."""
    held = [one.date for one in facts.account.reviews if one.kind is cadence.kind and one.date <= facts.as_of]
    last = max(held, default=None)
    if cadence.next and (last is None or last < cadence.next):
        return cadence.next
    return last + datetime.timedelta(days=cadence.every) if last else None


@rule(
    "SAM304",
    "Plan never validated",
    reads=("validation.date",),
    why="Nobody over there has agreed to a line of it: it is our draft.",
    remedy="Put two pages before their sponsor and note what they change. If they decline, note that as a talk.",
    lesson="plan-the-clients-copy",
)
def never_validated(facts: Facts) -> Iterator[Hit]:
    """Fire when the client has never gone through the plan."""
    if not _validations(facts):
        asked = friend(facts)
        first = asked.person if asked else None
        yield Hit(
            f"Nobody at {cut(facts.account.name)} has gone through the plan.",
            facts.at("validation"),
            line=lines.validation(facts, first.key if first else None),
            ask=f"{first.name}, what in these two pages is not yours, and what is missing?" if first else "",
        )


@rule(
    "SAM305",
    "Validation is old",
    reads=("validation.date", "validation.who"),
    why="They agreed to last year's plan; this year's binds nobody there.",
    remedy="Agree an hour to go through it again. If it was done, add the day, who, and what they changed.",
    lesson="plan-the-clients-copy",
)
def old_validation(facts: Facts) -> Iterator[Hit]:
    """Fire when the client last went through the plan longer ago than models/windows.yml allows."""
    done = _validations(facts)
    if not done:
        return
    date, who, number = max(done)
    if not as_it_stands(facts.account.validation[number], facts.playbook, facts.as_of):
        yield Hit(
            f"{cut(facts.name(f'people/{key_of(who)}'))} went through the plan on {on(date)}, "
            f"{days(facts.age(date))} ago, and nobody since.",
            facts.account.validation[number].place,
            days=facts.age(date) - facts.method.windows.validation_lasts,
            line=lines.validation_again(facts, who),
            ask=facts.ask(f"people/{key_of(who)}", f"what in the plan has changed for you since {on(date)}?"),
        )


def _validations(facts: Facts) -> list[tuple[datetime.date, str, int]]:
    return [(one.date, one.who, i) for i, one in enumerate(facts.account.validation) if one.date <= facts.as_of]


@rule(
    "SAM306",
    "No executive pair",
    reads=("sponsors", "tier"),
    why="When it matters, our executive will meet theirs for the first time over a complaint.",
    remedy="Add sponsors: with two who speak as peers. Nobody fits? Ask their chief whom they would ring.",
    lesson="toolkit-sponsors-who-open-doors",
)
def no_pair(facts: Facts) -> Iterator[Hit]:
    """Fire in the first tier when no two executives speak as peers."""
    if facts.top_tier and facts.tier and not facts.account.sponsors:
        yield Hit(
            f"{cut(facts.account.name)} is in tier {cut(facts.tier.name)}, and no executive of ours is paired with "
            "one of theirs.",
            facts.at("sponsors"),
        )


@rule(
    "SAM307",
    "Hand-over drags on",
    reads=("transition",),
    why="For so long the client has had two leads and no one to blame.",
    remedy="Hold the teach-back and write closed:. If something is missing, name it in open: with who brings it.",
    lesson="plan-hand-it-over",
)
def long_hand_over(facts: Facts) -> Iterator[Hit]:
    """Fire when a change of lead is not closed within the days of models/windows.yml."""
    change = facts.account.transition
    if not change or change.decided is None or (change.closed and change.closed <= facts.as_of):
        return
    if facts.age(change.decided) > facts.method.windows.hand_over_lasts:
        yield Hit(
            f"The hand-over from {cut(facts.name(f'team/{key_of(change.from_)}'))} to "
            f"{cut(facts.name(f'team/{key_of(change.to)}'))} has been open since {on(change.decided)}, "
            f"{days(facts.age(change.decided))}.",
            change.place,
            owner=key_of(change.to),
            days=facts.age(change.decided) - facts.method.windows.hand_over_lasts,
            line=f"closed: {facts.as_of}",
            ask=facts.ask(f"team/{key_of(change.to)}", "what do you still have to learn before you call it done?"),
        )


@rule(
    "SAM308",
    "Hand-over without teach-back",
    reads=("transition",),
    why="What the old lead knew and never wrote down leaves with them.",
    remedy="Let the new lead tell the account in ten minutes while the old one corrects. Took place? Add its day.",
    lesson="plan-hand-it-over",
)
def no_teach_back(facts: Facts) -> Iterator[Hit]:
    """Fire when a hand-over was closed before the new lead told the account's story."""
    change = facts.account.transition
    if change and change.closed and change.closed <= facts.as_of and change.taught_back is None:
        to = cut(facts.name(f"team/{key_of(change.to)}"))
        yield Hit(
            f"The hand-over to {to} was closed on {on(change.closed)} without a day for the teach-back.",
            change.place_of("closed"),
            owner=key_of(change.to),
            line=f"taught_back: {facts.as_of}",
        )


@rule(
    "SAM309",
    "Contract ends and nothing is planned",
    reads=("footprint.until", "footprint.held_by", "opportunities.unit", "opportunities.offering"),
    why="They will choose again, and we are the only ones who have not prepared for it.",
    remedy="Add an opportunity for this unit and offering. If we let it end, say so in an objective or a risk.",
    lesson="plan-whose-white-space",
)
def contract_ends(facts: Facts) -> Iterator[Hit]:
    """Fire for each contract of ours that ends soon, by models/windows.yml, without an opportunity after it."""
    planned = {(key_of(one.unit), key_of(one.offering)) for one in open_opportunities(facts.account, facts.as_of)}
    for cell in facts.account.footprint:
        unit, offering = key_of(cell.unit), key_of(cell.offering)
        if cell.held_by is not HeldBy.US or cell.until is None or planned & {(unit, offering), (unit, "")}:
            continue
        left = (cell.until - facts.as_of).days
        if 0 <= left <= facts.method.windows.contract_ahead:
            when = f"on {on(cell.until)}, in {days(left)}" if left else f"today, {on(cell.until)}"
            yield Hit(
                f"Our contract for {_cell(facts, cell)} ends {when}, and no opportunity follows it.",
                cell.place_of("until"),
                f"footprint/{unit}-{offering}",
                days=-left,
                line="opportunities:\n"
                f"  - {{name: What follows the contract, unit: {unit}, offering: {offering}, kind: renew}}",
                ask=_renewal_asked(facts, unit),
            )


@rule(
    "SAM310",
    "Competitor without an end date",
    reads=("footprint.held_by", "footprint.until", "footprint.competitor"),
    why="The door opens on a day that everybody knows but us.",
    remedy="Ask the unit when that contract ends and write until:. If they will not say, note whom you asked.",
    lesson="plan-whose-white-space",
    severity=Severity.NOTE,
)
def undated_competitor(facts: Facts) -> Iterator[Hit]:
    """Fire for each competitor's contract whose end is not known."""
    for cell in facts.account.footprint:
        if cell.held_by is HeldBy.COMPETITOR and cell.until is None:
            who = cut(cell.competitor) if cell.competitor else "A competitor"
            yield Hit(
                f"{who} holds {_cell(facts, cell)}, and the end of that contract is not known.",
                cell.place,
                f"footprint/{key_of(cell.unit)}-{key_of(cell.offering)}",
                line=f"until: {facts.as_of.replace(month=12, day=31)}",
            )


def _renewal_asked(facts: Facts, unit: str) -> str:
    """Ask somebody for us; nobody to ask, no question."""
    asked = friend(facts)
    return (
        f"{asked.person.name}, who decides what follows it at {facts.units.get(unit, unit)}, and by when?"
        if asked
        else ""
    )


def _cell(facts: Facts, cell: Cell) -> str:
    unit, offering = key_of(cell.unit), key_of(cell.offering)
    return f"{quote(facts.offerings.get(offering, offering))} at {cut(facts.units.get(unit, unit))}"


CARE = (
    old_file,
    no_meeting,
    review_missed,
    never_validated,
    old_validation,
    no_pair,
    long_hand_over,
    no_teach_back,
    contract_ends,
    undated_competitor,
)
