"""SAM113 and up: people against us, and people on whom something hangs alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.removal import Removal
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.sayings import cut, join, on, spelt
from sam_gen.checks.second import bring_asked, reached, second_of_ours, who_hears
from sam_gen.model.limits import LossKind
from sam_gen.model.method import Severity
from sam_gen.model.people import PersonStatus, Support
from sam_gen.model.scalars import key_of

_NAMED = 2
"""Things a message names; it counts the rest."""


@rule(
    "SAM113",
    "Opponent without an answer",
    reads=(
        "people.support",
        "people.status",
        "meetings.theirs",
        "contacts.theirs",
        "promises.to",
        "actions.what",
        "risks.response",
    ),
    why="Whoever is against us speaks with the others, and nobody of ours is in the room.",
    remedy="Agree a talk with them, or name them in an action. If we leave them alone on purpose, note it as a risk.",
    lesson="diagnosis-through-their-eyes",
)
def opponent(facts: Facts) -> Iterator[Hit]:
    """Fire for each opponent since whose last word nobody spoke with them, and for whom nothing is planned."""
    for who in facts.people:
        held = who.support
        if who.person.status is not PersonStatus.ACTIVE or held is None or held.value is not Support.OPPONENT:
            continue
        if _answered(facts, who):
            continue
        since = f" since {on(held.as_of)}" if held.as_of else ""
        name = who.person.name
        yield Hit(
            f"{cut(name)} is against us{since}, and nothing is agreed or planned with them.",
            held.place,
            f"people/{who.person.key}",
            days=facts.age(held.as_of) if held.as_of else None,
            line=lines.meeting(facts, who.person.key),
            ask=f"{name}, what would have to be different before you would give us another hour?",
        )


def _answered(facts: Facts, who: Standing) -> bool:
    """Whether a talk after their word, a meeting, a promise, or a step or answer that names them is on file."""
    key, since = who.person.key, who.support.as_of if who.support else None
    if since and who.last_talk and who.last_talk > since:
        return True
    if any(key in map(key_of, one.theirs) for one in facts.meetings):
        return True
    if any(key_of(one.to) == key for one in facts.promises):
        return True
    texts = [one.what for one in facts.actions]
    texts += [one.response for one in facts.account.risks if one.response and not one.closed]
    last = who.person.name.split()[-1].casefold()
    return any(last in text.casefold() for text in texts)


_ALONE = {
    LossKind.BACKING: "{what}",
    LossKind.ONLY_VOICE: "the only one who talks with us",
}
_REACHED = {LossKind.KEY_TIE: "the tie to {what}", LossKind.FUNCTION: "the only way into {what}"}


@rule(
    "SAM114",
    "Single point of failure at the client",
    reads=(
        "people.roles",
        "people.support",
        "people.function",
        "people.owner",
        "contacts.theirs",
        "contacts.date",
        "meetings.theirs",
        "promises.to",
    ),
    why="The day this one person changes posts, the door is closed and nobody else holds it.",
    remedy="They are for us? Ask them to bring a colleague to the next talk. They are not? Find a second name "
    "yourselves. If nobody else there may speak to us, note it as a risk.",
    lesson="plan-one-thread",
)
def alone_there(facts: Facts) -> Iterator[Hit]:
    """Fire for each of theirs on whom something hangs alone."""
    here = {who.person.key: who for who in facts.people}
    for one in facts.removals:
        if one.alone and not one.ours:
            who = here[one.key]
            yield Hit(
                f"{cut(who.person.name)} is {join(_held(facts, one))}.",
                who.person.place,
                f"people/{one.key}",
                line=lines.meeting(facts, one.key),
                ask=bring_asked(facts, one, who),
            )


@rule(
    "SAM115",
    "Single point of failure among us",
    reads=(
        "contacts.ours",
        "contacts.theirs",
        "contacts.date",
        "people.function",
        "meetings.ours",
        "meetings.theirs",
        "sponsors",
        "feedback.said",
        "feedback.wants",
    ),
    why="When this colleague is ill or leaves, the client has nobody of ours to ring.",
    remedy="Take a second colleague along to the next talk. They want one of us alone, or nobody is free? Name who "
    "hears of each talk the same day.",
    lesson="plan-one-thread",
    severity=Severity.NOTE,
)
def alone_here(facts: Facts) -> Iterator[Hit]:
    """Fire for each of ours who alone reaches a key player or a function."""
    for one in facts.removals:
        held = _held(facts, one) if one.ours and one.alone else []
        if held:
            second = second_of_ours(facts, one)
            step = "Take a second colleague along to the next talk" if second else "Name who hears of each talk"
            yield Hit(
                f"{cut(facts.name(f'team/{one.key}'))} alone holds {join(held)}.".replace("the only way", "the way"),
                facts.at("contacts"),
                f"team/{one.key}",
                owner=one.key,
                line=lines.action(facts, step, one.key),
                ask=facts.ask(f"team/{one.key}", second or who_hears(facts, one)),
            )


def _held(facts: Facts, one: Removal) -> list[str]:
    alone = one.of(*_ALONE)
    functions = {function.id: function.name for function in facts.method.people.functions}
    said = [_ALONE[loss.kind].format(what=loss.what) for loss in alone]
    said += [_REACHED[loss.kind].format(what=cut(functions.get(loss.what, loss.what))) for loss in reached(one)]
    return _short(said)


def _short(said: Sequence[str]) -> list[str]:
    """Name the first and count the rest; a way in is called one, unless it is one that stands before it."""
    named, rest = list(said[:_NAMED]), said[_NAMED:]
    ways = 0 if named and _is_way(named[-1]) else sum(map(_is_way, rest))
    more = len(rest) - ways
    named += [f"{spelt(more)} more"] if more else []
    return [*named, f"{spelt(ways)} {'way' if ways == 1 else 'ways'} in"] if ways else named


def _is_way(said: str) -> bool:
    return said.startswith("the only way into")


@rule(
    "SAM116",
    "Owner does not talk with them",
    reads=("people.owner", "people.roles", "people.key_player", "people.status", "contacts"),
    why="The one who answers for the tie knows them from the notes of others.",
    remedy="Agree a talk of the two. If a colleague knows them better, write that one as owner:.",
    lesson="plan-one-thread",
    severity=Severity.NOTE,
)
def silent_owner(facts: Facts) -> Iterator[Hit]:
    """Fire for each key player who talks with some of ours, but not with the one who looks after them."""
    speak: dict[str, list[str]] = {}
    for pair in facts.pairs.pairs:
        speak.setdefault(pair.theirs, []).append(pair.ours)
    for who in facts.key_players:
        owner, ours = key_of(who.person.owner), speak.get(who.person.key, [])
        if owner and ours and owner not in ours and who.freshness in (Freshness.FRESH, Freshness.LATE):
            names = join([cut(facts.name(f"team/{key}")) for key in sorted(ours)][:_NAMED])
            yield Hit(
                f"{cut(facts.name(f'team/{owner}'))} looks after {cut(who.person.name)}; lately only {names} spoke "
                "with them.",
                who.person.place_of("owner"),
                f"people/{who.person.key}",
                line=lines.talk(facts, who.person.key, owner),
                ask=f"{facts.name(f'team/{owner}')}, when do you meet {who.person.name}, and with what reason?",
            )


TIES = (opponent, alone_there, alone_here, silent_owner)
