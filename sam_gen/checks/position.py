"""SAM5xx: position and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sam_gen.assess.evidence_debt import once
from sam_gen.assess.next_signs import NextSign, next_signs
from sam_gen.assess.position import Sign, rank, signals_seen
from sam_gen.assess.secondhand import secondhand
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import planned
from sam_gen.checks.sayings import cut, days, join, on, quote, spelt
from sam_gen.model.claims import Basis
from sam_gen.model.limits import ClaimKind
from sam_gen.model.method import JudgedBy, Moves, Severity, Signal
from sam_gen.model.position import SignalSeen
from sam_gen.model.scalars import key_of, slug

_EVIDENCE = ("position.evidence.indicator", "position.evidence.basis", "position.evidence.as_of")
_LONG = re.compile(r"\w{4,}")
_SENTENCE = re.compile(r"(?<=[.?]) ")
_NAMED = 3
"""Signs of moving apart that a message names."""
_ALIKE = 2
"""Words of four letters or more that an action and a ceiling share when they speak of the same thing. Convention."""


def _asked(facts: Facts, question: str | None) -> str:
    """Put a question to the first key player by name; without one, nobody can be asked it yet."""
    first = next((who.person.name for who in facts.key_players), "")
    return f"{first}, {question[:1].lower()}{question[1:]}" if first and question else ""


@rule(
    "SAM501",
    "Own view above the evidence",
    reads=("position.own_view", *_EVIDENCE, "contacts", "people.sees_us_as"),
    why="We ask for what a stage higher would give us, and they wonder who we think we are.",
    remedy="Get the next sign that the position page names. Cannot be got? Lower own_view: to what was seen.",
    lesson="diagnosis-what-have-you-seen",
)
def above_evidence(facts: Facts) -> Iterator[Hit]:
    """Fire when we think ourselves higher than what was seen and heard."""
    found = facts.diagnosed
    said, today = found.said.own_stage, found.today
    if found.gap is None or found.gap < 1 or said is None or today is None or found.said.own is None:
        return
    steps = next_signs(facts.account, facts.playbook, found, facts.as_of, most=len(found.stands))
    step = next((one for one in steps if one.indicator), None)
    yield Hit(
        f"We say {cut(said.name)}; the evidence says {cut(today.name)}, {_stages(found.gap)} lower.",
        found.said.own.place,
        line=lines.sign(facts, step.indicator.id) if step and step.indicator else "",
        ask=_asked_next(facts, step) if step else "",
    )


def _asked_next(facts: Facts, step: NextSign) -> str:
    """Put the question of a sign to whom the position page names; to nobody where it names nobody."""
    question = step.indicator.ask if step.indicator else None
    whom = f"people/{step.whom.person.key}" if step.whom else step.ours
    return facts.ask(whom, f"{question[:1].lower()}{question[1:]}") if question else ""


def _stages(number: int) -> str:
    return f"{spelt(number)} {'stage' if number == 1 else 'stages'}"


@rule(
    "SAM502",
    "Wish above a ceiling nobody lifts",
    reads=(
        "position.desired",
        "position.ceilings.stage",
        "position.ceilings.why",
        "actions.what",
        "objectives.name",
        "resources.what",
    ),
    why="What holds the relationship down next year is what holds it down today.",
    remedy="Add an action that names the ceiling, with who could lift it. If nobody can, lower desired: to it.",
    lesson="diagnosis-desired-achievable-and-the-price",
)
def under_ceiling(facts: Facts) -> Iterator[Hit]:
    """Fire for each ceiling below the wish of which no open action, objective or resource speaks."""
    said = facts.diagnosed.said
    if said.desired_stage is None:
        return
    texts = [one.what for one in facts.actions] + [one.name for one in facts.objectives]
    texts += [one.what for one in facts.account.resources]
    for stage, ceiling in said.ceilings:
        if rank(facts.playbook, stage) >= rank(facts.playbook, said.desired_stage):
            continue
        words = _words(ceiling.why)
        if any(len(words & _words(text)) >= min(_ALIKE, len(words)) for text in texts):
            continue
        yield Hit(
            f"We want {cut(said.desired_stage.name)}; {quote(ceiling.why)} holds it at {cut(stage.name)}, "
            "and no action names that.",
            ceiling.place,
            f"ceilings/{slug(ceiling.why)}",
            line=lines.action(facts, "Find out who could lift the ceiling and what it would take"),
        )


def _words(text: str) -> set[str]:
    return set(_LONG.findall(text.casefold()))


@rule(
    "SAM503",
    "Counted dimension not known",
    reads=("contacts", "people.sees_us_as", "people.roles", "people.key_player"),
    why="This dimension holds all others down; while it is not known, nothing can be said of where we stand.",
    remedy="Add the talks that took place, and what key players call on us for. Not known? Ask one of them.",
    lesson="diagnosis-what-have-you-seen",
)
def unknown_gate(facts: Facts) -> Iterator[Hit]:
    """Fire for each of the two counted dimensions that is not known, once there are people to ask."""
    if not facts.people or facts.diagnosed.never_bought:
        return
    for stand in facts.diagnosed.gates:
        if stand.stage is None:
            first = (*facts.key_players, *facts.people)[0].person
            talked = stand.dimension.judged_by is JudgedBy.CONTACTS
            yield Hit(
                f"{quote(stand.dimension.name)} is not known, and it holds the other dimensions down.",
                facts.at("contacts") if talked else facts.at("people"),
                f"dimensions/{stand.dimension.id}",
                line=lines.talk(facts, first.key) if talked else lines.claim(facts, "sees_us_as", "service"),
                ask=f"{first.name}, whom of us do you ring, about what, and when did you last?"
                if talked
                else f"{first.name}, what would you call on us for, and what not?",
            )


@rule(
    "SAM504",
    "Evidence too old for its stage",
    reads=_EVIDENCE,
    why="We still speak of a stage that nobody has seen since.",
    remedy="Look again and set as_of:, or write answer: no. If it cannot be seen any more, let the stage go.",
    lesson="diagnosis-when-it-slips",
)
def too_old(facts: Facts) -> Iterator[Hit]:
    """Fire for each dimension that would stand higher if its old signs still counted."""
    for stand in facts.diagnosed.stands:
        before, old = once(stand, facts.playbook)
        if before and old:
            newest = max(old, key=lambda sign: (sign.day is not None, sign.day))
            yield Hit(
                f"{quote(stand.dimension.name)} once stood at {cut(before.name)}; "
                f"{'its sign' if len(old) == 1 else f'{len(old)} of its signs'} "
                f"{'no longer counts' if len(old) == 1 else 'no longer count'}.",
                newest.place,
                f"dimensions/{stand.dimension.id}",
                owner=key_of(newest.by) or None,
                days=over(facts, newest),
                line=lines.sign(facts, newest.indicator.id),
                ask=_asked_of(facts, newest),
            )


def over(facts: Facts, sign: Sign) -> int | None:
    """Return the days since a sign no longer counts enough; None where it has no day."""
    model = facts.method.evidence
    start = model.counts(sign.basis)
    if sign.age is None or not start:
        return None
    lasts = model.lasts(ClaimKind.STRATEGY)
    return max(0, sign.age - int(lasts * (1 - min(1.0, model.floor / start))))


def _asked_of(facts: Facts, sign: Sign) -> str:
    question = sign.indicator.ask or ""
    lower = f"{question[:1].lower()}{question[1:]}"
    asked = facts.ask(f"people/{key_of(sign.who)}", lower) if question else ""
    return asked or _asked(facts, question)


@rule(
    "SAM505",
    "Position is all assumed",
    reads=_EVIDENCE,
    why="Where we stand is our own opinion of ourselves, written down several times.",
    remedy="Take the sign that is easiest to see to the next talk and set basis:. Nobody saw any? Delete them.",
    lesson="diagnosis-what-have-you-seen",
)
def all_assumed(facts: Facts) -> Iterator[Hit]:
    """Fire when no sign that still counts was seen or confirmed."""
    live = [sign for stand in facts.diagnosed.stands for sign in stand.signs.newest if sign.live]
    if live and all(sign.basis is Basis.ASSUMED for sign in live):
        what = {1: "The one sign of where we stand is", 2: "Both signs of where we stand are"}
        first = min(live, key=lambda sign: sign.place)
        yield Hit(
            f"{what.get(len(live), f'All {len(live)} signs of where we stand are')} assumed.",
            facts.account.position.place_of("evidence") if facts.account.position else facts.at("position"),
            line=lines.sign(facts, first.indicator.id),
            ask=_asked_of(facts, first),
        )


@rule(
    "SAM506",
    "Several signs of moving apart",
    reads=(
        "position.signals.signal",
        "position.signals.as_of",
        "position.signals.over",
        "position.signals.who",
        "position.signals.by",
        "position.signals.evidence",
        "contacts",
        "meetings.theirs",
        "actions.what",
    ),
    why="One sign is a mood. Several at once are a decision that is being prepared.",
    remedy="Ask the question beside each, or agree first how we may know of it. Settled? Write over: with the day.",
    lesson="diagnosis-when-it-slips",
)
def moving_apart(facts: Facts) -> Iterator[Hit]:
    """Fire when as many signs of moving apart are open as models/continuum.yml asks for."""
    if not facts.diagnosed.leaving:
        return
    seen = signals_seen(facts.account, facts.playbook, facts.as_of)
    down = [(model, one, day) for model, one, day in seen if model.moves is Moves.DOWN]
    oldest = min((day for _, _, day in down if day), default=None)
    model, record, _ = down[0]
    most = _NAMED if len(down) <= _NAMED else _NAMED - 1
    rest = len(down) - most
    named = [quote(one.name) for one, _, _ in down[:most]] + ([f"{spelt(rest)} more"] if rest > 0 else [])
    yield Hit(
        f"Open signs of moving apart: {join(named)}.",
        record.place,
        owner=key_of(record.by) or None,
        days=facts.age(oldest) if oldest else None,
        line=f"over: {facts.as_of}",
        ask=_asked_about(facts, record, model),
    )


def _asked_about(facts: Facts, record: SignalSeen, model: Signal) -> str:
    """Put the question of a signal to whom it is about; where that is not noted, to whoever saw it, or our lead.

    What somebody told us of others is asked of nobody there before we know how we may know of it. Where a meeting or a
    step is planned with whom it is about, the question is about that.
    """
    question, key = model.ask, key_of(record.who)
    if not question:
        return ""
    if secondhand(facts.account, record, facts.as_of):
        seen = quote(_SENTENCE.split(record.evidence or "")[0].rstrip("."))
        question = f"may we say at {cut(facts.account.name)} that we know {seen}, and who there agrees?"
        return facts.ask(record.by or facts.account.lead, question)
    if record.who:
        about = next((who for who in facts.people if who.person.key == key), None)
        if about and (asked := planned(facts, about)):
            return asked
        return facts.ask(f"people/{key_of(record.who)}", f"{question[:1].lower()}{question[1:]}")
    return facts.ask(record.by or facts.account.lead, f"who asks them “{question}”, and when?")


@rule(
    "SAM507",
    "Wish without a day",
    reads=("position.desired", "position.desired_by"),
    why="A wish without a day costs nothing and is never given up.",
    remedy="Write desired_by: with the day, and what it would cost us. If today is enough, set desired: to today.",
    lesson="diagnosis-desired-achievable-and-the-price",
    severity=Severity.NOTE,
)
def undated_wish(facts: Facts) -> Iterator[Hit]:
    """Fire when more is wanted than there is today, without a day or after it."""
    found, position = facts.diagnosed, facts.account.position
    wish, today = found.said.desired_stage, found.today
    if position is None or wish is None or (today and rank(facts.playbook, wish) <= rank(facts.playbook, today)):
        return
    by = position.desired_by
    if by is None:
        yield Hit(
            f"We want {cut(wish.name)} and do not say by when.",
            position.place_of("desired"),
            line=f"desired_by: {facts.as_of.replace(month=12, day=31)}",
        )
    elif by < facts.as_of:
        yield Hit(
            f"We wanted {cut(wish.name)} by {on(by)}, {days(facts.age(by))} ago.",
            position.place_of("desired_by"),
            days=facts.age(by),
        )


POSITION = (above_evidence, under_ceiling, unknown_gate, too_old, all_assumed, moving_apart, undated_wish)
