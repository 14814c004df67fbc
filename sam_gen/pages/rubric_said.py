"""What an account's file says to each side of a plan that a review judges: counts, names and their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sam_gen.advise.brief import theirs
from sam_gen.advise.twice import open_lines
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.assess.opportunities import closed, judged
from sam_gen.assess.people import Freshness, Standing, standings
from sam_gen.assess.plan import open_objectives, open_risks, validations
from sam_gen.assess.position import Sign, signs
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus, Role, Support
from sam_gen.model.plan import Objective
from sam_gen.pages.blocks import Sight
from sam_gen.pages.words import capital, count, listed, number

_MOST_NAMES = 3
"""More names than that are a list to look up, not a line to read."""


@dataclass(frozen=True)
class Said:
    """What the file says to one side of the plan."""

    text: str
    names: tuple[str, ...]
    """Who or what is behind the counts: what is missing first."""
    source: str
    known: bool = True
    """Whether the file has anything on that side."""


def aims(sight: Sight) -> Said:
    """Count the initiatives of theirs by owner, day and how we know."""
    rows = sight.account.initiatives
    if not rows:
        return Said("No initiative of theirs is on file.", (), "", known=False)
    confirmed = sum(one.basis is Basis.CLIENT_CONFIRMED for one in rows)
    assumed = sum(one.basis is Basis.ASSUMED for one in rows)
    text = (
        f"{count(len(rows), 'initiative')} of theirs: {_some(sum(bool(sight.names.their(one.owner)) for one in rows))} "
        f"with an owner there, {_some(sum(one.due is not None for one in rows))} with a day; "
        f"{_some(confirmed)} confirmed by the client, {_some(assumed)} only assumed."
    )
    bare = [one.name for one in rows if not sight.names.their(one.owner)]
    return Said(capital(text), (_named("No owner there", bare),), _lines(sight, "initiatives"))


def position(sight: Sight) -> Said:
    """Count the signs that somebody saw and that still tell something, by voice and age; beside them the others."""
    found = [sign for one in signs(sight.account, sight.project.playbook, sight.as_of) for sign in one.newest]
    if not any(sign.live for sign in found):
        old = f"None of {count(len(found), 'sign')} tells anything any more." if found else "No sign is on file."
        return Said(old, (), _lines(sight, "position") if found else "", known=False)
    seen = [sign for sign in found if sign.found and sign.basis is not Basis.ASSUMED]
    live = [sign for sign in seen if sign.live]
    voices = [sight.names.their(sign.who) for sign in live]
    text = f"{_telling(len(live), len(seen))}{_voices(voices) if live else ''}{_beside(found)}."
    names = (_oldest(sight, live), loudest(voices)) if live else ()
    return Said(capital(text), names, _lines(sight, "position"))


def _telling(live: int, seen: int) -> str:
    """Say how many of the signs seen still count; the list of all accounts counts every one that was seen."""
    if not seen:
        return "nobody has seen a sign"
    if live == seen:
        return f"{'one sign' if seen == 1 else f'all {number(seen)} signs'} seen still {_tell(live)} something"
    if not live:
        return "no sign seen tells anything any more"
    return f"{number(live)} of {number(seen)} signs seen still {_tell(live)} something"


def _tell(how_many: int) -> str:
    return "tells" if how_many == 1 else "tell"


def _voices(voices: Sequence[str]) -> str:
    people = set(filter(None, voices))
    return f", from {count(len(people), 'person', 'people')} of theirs" if people else ", no voice of theirs"


def _beside(found: Sequence[Sign]) -> str:
    """Count what was looked for in vain and what we only assume, as far as it still counts."""
    missed = sum(sign.live and not sign.found for sign in found)
    assumed = sum(sign.live and sign.found and sign.basis is Basis.ASSUMED for sign in found)
    told = f"; {number(missed)} looked for and not found" if missed else ""
    return f"{told}; {number(assumed)} only assumed" if assumed else told


def loudest(voices: Sequence[str]) -> str:
    """Name the one voice that has more signs than any other, and at least half of all; a sign may have no voice."""
    ranked = Counter(filter(None, voices)).most_common(2)
    alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
    if not alone or ranked[0][1] == 1 or 2 * ranked[0][1] < len(voices):
        return ""
    how_many = "All" if ranked[0][1] == len(voices) else "Most"
    return f"{how_many} from one voice: {ranked[0][0]}, {number(ranked[0][1])}"


def _oldest(sight: Sight, live: Iterable[Sign]) -> str:
    days = [sign.day for sign in live if sign.day]
    return f"The oldest: {sight.ago(min(days))}" if days else "None has a day"


def people(sight: Sight) -> Said:
    """Name who decides, who is against us and who doubts us, with who of ours looks after each."""
    here = [one for one in _here(sight) if one.person.status is PersonStatus.ACTIVE]
    deciders = [one for one in here if {Role.DECIDER, Role.APPROVER} & set(one.person.roles)]
    against, doubts = (
        [one for one in here if one.support and one.support.value is value]
        for value in (Support.OPPONENT, Support.DOUBTER)
    )
    if not deciders and not against and not doubts:
        return Said("Nobody is named who decides or who is against us.", (), "", known=False)
    says_yes = listed([_tied(sight, one) for one in deciders]) or "nobody named"
    says_no = listed([_tied(sight, one) for one in against]) or "nobody known"
    in_doubt = f" In doubt: {listed([_tied(sight, one) for one in doubts])}." if doubts else ""
    named = tuple(dict.fromkeys((*deciders, *against, *doubts)))
    unmet = [one.person.name for one in named if one.freshness is Freshness.NEVER]
    stale = [one.person.name for one in named if one.freshness is Freshness.STALE]
    names = (_named("Never met", unmet), _named("Last talk too old", stale))
    text = f"Decides or approves: {says_yes}. Against us: {says_no}.{in_doubt}"
    return Said(text, names, _lines(sight, "people"))


def _here(sight: Sight) -> tuple[Standing, ...]:
    return standings(sight.account, sight.project.playbook, sight.as_of)


def _tied(sight: Sight, one: Standing) -> str:
    return f"{one.person.name} ({sight.names.short(one.person.owner) or 'nobody of ours'})"


def gain(sight: Sight) -> Said:
    """Count the open objectives by gain of theirs, measure with its value before, and owner there."""
    rows = open_objectives(sight.account, sight.as_of)
    if not rows:
        return Said("No open objective is on file.", (), "", known=False)
    told = [one for one in rows if one.client_gets]
    text = (
        f"{count(len(rows), 'open objective')}: {_some(len(told))} with what the client gets, "
        f"{_some(sum(_measured(one) for one in rows))} with a measure and its value before, "
        f"{_some(sum(bool(sight.names.their(one.owner)) and not sight.names.ours(one.owner) for one in rows))} "
        "with an owner of theirs."
    )
    bare = [one.name for one in rows if not _measured(one)]
    return Said(capital(text), (_named("No measured beginning", bare),), _lines(sight, "objectives"))


def _measured(one: Objective) -> bool:
    return any(measure.baseline is not None for measure in one.measures)


def choice(sight: Sight) -> Said:
    """Count the open opportunities by class, and name what was given up."""
    playbook = sight.project.playbook
    rows = judged(sight.account, playbook, sight.as_of)
    over = [one for one in closed(sight.account, playbook, sight.as_of) if one.outcome and one.outcome.value != "won"]
    if not rows and not over:
        return Said("No opportunity is on file.", (), "", known=False)
    letters = [row.class_.value if row.class_ else "" for row in rows]
    ranks = ", ".join(f"{_some(letters.count(one))} {one}" for one in "ABC")
    unjudged = f", {number(letters.count(''))} not judged" if "" in letters else ""
    text = f"{count(len(rows), 'open opportunity', 'open opportunities')}: {ranks}{unjudged}."
    gone = [f"{one.name} ({sight.words.within(one.outcome)})" for one in over if one.outcome]
    left = _named("Given up or lost", gone) or f"Nothing given up in {playbook.method.priorities.looks_back} d"
    return Said(capital(text) if rows else "None is open.", (left,), _lines(sight, "opportunities"))


def risks(sight: Sight) -> Said:
    """Count the open risks by first sign, watcher and response."""
    rows = [one.risk for one in open_risks(sight.account, sight.project.playbook, sight.as_of)]
    if not rows:
        return Said("No open risk is on file.", (), "", known=False)
    text = (
        f"{count(len(rows), 'open risk')}: {_some(sum(bool(one.trigger) for one in rows))} with a first sign, "
        f"{_some(sum(bool(one.owner) for one in rows))} with somebody who watches, "
        f"{_some(sum(bool(one.response) for one in rows))} with what is then done."
    )
    bare = [one.what for one in rows if not one.trigger]
    return Said(capital(text), (_named("No first sign", bare),), _lines(sight, "risks"))


def steps(sight: Sight) -> Said:
    """Count the open steps by owner, day and side, each thing once."""
    ours = set(sight.ours)
    lines = open_lines(sight.account, sight.playbook, sight.as_of)
    rows = [line for line in lines if line.items[0].kind is not ItemKind.OBJECTIVE]
    if not rows:
        return Said("No step is open.", (), "", known=False)
    there = [row.items[0] for row in rows if theirs(row.items[0], ours)]
    taken = sum(any(one.owner and one.due for one in row.items) for row in rows)
    behind = sum(any(one.overdue for one in row.items) for row in rows)
    text = (
        f"{count(len(rows), 'open step')}: {_some(taken)} with owner and day, {_some(len(there))} theirs, "
        f"{_some(behind)} late."
    )
    late = [one for one in there if one.overdue]
    field = next((name for name in ("actions", "promises", "reviews") if getattr(sight.account, name)), "actions")
    return Said(capital(text), (_named("Theirs and late", [_whose(sight, one) for one in late]),), _lines(sight, field))


def _whose(sight: Sight, one: Item) -> str:
    gone = ", who has left" if sight.names.left(one.owner) else ""
    return f"{one.what} ({sight.names.short(one.owner)}{gone})"


def read_by_them(sight: Sight) -> Said:
    """Say who of theirs last went through the plan, when, and what changed."""
    done = validations(sight.account, sight.as_of)
    if not done:
        return Said("Nobody there has gone through it.", (), "", known=False)
    last = done[0]
    gone = ", who has left" if sight.names.left(last.who) else ""
    changed = f"changed {count(len(last.changed), 'thing')}" if last.changed else "changed nothing"
    text = f"{sight.names.their(last.who)}{gone}, {sight.ago(last.date)}: {changed}."
    return Said(text, last.changed[:_MOST_NAMES], _lines(sight, "validation"))


def _some(value: int) -> str:
    return number(value) if value else "none"


def _named(label: str, names: list[str]) -> str:
    """List the first names behind a label, and how many more there are; nothing for nobody."""
    if not names:
        return ""
    rest = len(names) - _MOST_NAMES
    shown = [*names[:_MOST_NAMES], *([f"{number(rest)} more"] if rest > 0 else [])]
    return f"{label}: {'; '.join(shown)}"


def _lines(sight: Sight, field: str) -> str:
    return sight.source(field).text
