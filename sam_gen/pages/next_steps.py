"""The next signs in words: what to obtain, whom to ask, and the line to copy once it is there."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.assess.agenda import Item
from sam_gen.assess.next_signs import How, NextSign
from sam_gen.assess.people import Standing
from sam_gen.model.claims import Basis
from sam_gen.model.method import Level
from sam_gen.model.scalars import key_of
from sam_gen.model.wording import Wording
from sam_gen.pages.parts import Names
from sam_gen.pages.words import day, listed, number


@dataclass(frozen=True)
class Advice:
    """One next sign: what, whom to ask, and the line to copy once it is there."""

    head: str
    how: str
    line: str


def advice(step: NextSign, names: Names, words: Wording, as_of: datetime.date) -> Advice:
    """Say what to obtain, how, and which YAML line would hold it."""
    how = _how(step, names, as_of)
    return Advice(f"{step.dimension.name}: {next_words(step, names, words)}", how, _line(step, as_of))


def next_words(step: NextSign, names: Names, words: Wording) -> str:
    """Say in a few words what is missing."""
    if step.how is How.TALK:
        return _lacks(step)
    who = listed([names.short(f"people/{one.person.key}") for one in step.who])
    if step.how is How.ASK:
        return f"what {who} would call on us for" if who else "what a key player would call on us for"
    if step.how is How.MORE:
        return f"a call from {who} for more than {_today(step, words)}"
    return step.indicator.says.rstrip(".") if step.indicator else ""


def _today(step: NextSign, words: Wording) -> str:
    """Say what they call on us for today: those who say the least say the same."""
    said = step.who[0].sees_us_as if step.who else None
    return words.within(said.value) if said else "today"


def _lacks(step: NextSign) -> str:
    parts = [f"{number(more)} more {word if more == 1 else _plural(word)}" for word, more in step.lacks]
    return f"{listed(parts)} in talks" if parts else "talks kept up"


def _plural(word: str) -> str:
    head, _, rest = word.partition(" ")
    return f"{head}s {rest}".strip()


def _how(step: NextSign, names: Names, as_of: datetime.date) -> str:
    """Say why it is the next step, what to do about it, and with whom."""
    match step.how:
        case How.TALK:
            return _meet(step, names, as_of)
        case How.ASK | How.MORE:
            return _word(step, names, as_of)
        case How.LOOK:
            return f"Nobody has looked yet. {_ask(step, names)}"
        case How.CONFIRM | How.RENEW | How.AGAIN:
            return _on_file(step, names, f", {day(step.sign.day, as_of)}" if step.sign and step.sign.day else "")


def _on_file(step: NextSign, names: Names, when: str) -> str:
    """Say what to do about a sign that is on file: assumed, seen once, too old or missing."""
    sign = step.sign
    if step.how is How.AGAIN:
        seen = f" “{sign.seen}”" if sign and sign.seen else ""
        return f"Looked for and not found{when}.{seen} {_bring_about(step, names)}"
    if step.how is How.RENEW:
        if sign and not sign.found:
            return f"Looked for and not found{when}; too old to say today. {_ask(step, names)}"
        if step.indicator and step.indicator.happened:
            return f"The last one is too old to count{when}: look for a new one. {_ask(step, names)}"
        return f"The sign is too old to count{when}. {_whether(step, names, 'it is still so')}"
    if sign is not None and sign.basis is Basis.ASSUMED:
        return f"We only assume it{when}. {_whether(step, names, 'it is so')}"
    return f"Seen once{when}. A second sign, or a word from {_name(step, 'the client')}, would carry the stage."


def _ask(step: NextSign, names: Names) -> str:
    """Put the question of the sign to somebody; to whom we owe something late, first what we owe."""
    question = (step.indicator.ask if step.indicator else None) or step.dimension.asks
    if step.owed:
        return f"{_owed(step.owed, names)} Then ask: “{question}”"
    if step.indicator and step.indicator.ours:
        return f"Ask {_of_ours(step, names)}: “{question}”"
    if step.whom is None:
        return f"Nobody in touch could know: find somebody who does. Then ask: “{question}”"
    return f"Ask {_name(step)}: “{question}”"


def _of_ours(step: NextSign, names: Names) -> str:
    return names.full(step.ours) or "our own team"


def _whether(step: NextSign, names: Names, what: str) -> str:
    if step.indicator and step.indicator.ours:
        return f"Ask {_of_ours(step, names)} whether {what}."
    return f"Ask {_name(step)} whether {what}." if step.whom else f"Nobody in touch could say whether {what}."


def _bring_about(step: NextSign, names: Names) -> str:
    whom = _of_ours(step, names) if step.indicator and step.indicator.ours else _name(step)
    return f"Agree with {whom} how it could come about." if whom else "Who could bring it about?"


def _name(step: NextSign, otherwise: str = "") -> str:
    return step.whom.person.name if step.whom else otherwise


def _owed(item: Item, names: Names) -> str:
    owes, whom = names.full(item.owner) or "our team", names.their(item.to)
    return f"First comes what {owes} owes {whom}: “{item.what}”."


def _together(step: NextSign, names: Names) -> str:
    """Ask who could bring us together; what is late for them comes first."""
    if step.whom is None:
        return ""
    ask = f"sk {step.whom.person.name} to bring us together."
    return f" {_owed(step.owed, names)} Then a{ask}" if step.owed else f" A{ask}"


def _meet(step: NextSign, names: Names, as_of: datetime.date) -> str:
    """Name whom to meet next, and who could bring us together."""
    counted = "Counted from talks in the file."
    if not step.who:
        return f"{counted} Nobody else is in the file: who should be?"
    one = step.who[0]
    title = f", {one.person.title}," if one.person.title else ""
    by = _together(step, names)
    return f"{counted} Nearest is {one.person.name}{title} {_touch(one, as_of)}.{by}"


def _touch(one: Standing, as_of: datetime.date) -> str:
    return f"last met {day(one.last_talk, as_of)}" if one.last_talk else "with whom no talk is on file"


def _word(step: NextSign, names: Names, as_of: datetime.date) -> str:
    """Ask somebody what they call on us for; somebody out of touch takes a talk first."""
    if not step.who:
        return "Name a key player first: who decides, who approves?"
    first = step.who[0]
    if first is not step.whom:
        return f"First a talk with {first.person.name}, {_touch(first, as_of)}.{_together(step, names)}"
    if step.how is How.ASK:
        return f"Ask {first.person.name}: “What would you call us for, and what not?”"
    level = _level(step)
    more = f" The next stage: {level.looks_like}" if level else ""
    return f"What they call on us for is known; listen with {first.person.name} for more.{more}"


def _level(step: NextSign) -> Level | None:
    return next((one for one in step.dimension.levels if key_of(one.stage) == step.stage.id), None)


def _answers(step: NextSign) -> tuple[str, ...]:
    level = _level(step)
    return tuple(answer.value for answer in level.answers) if level else ()


def _line(step: NextSign, as_of: datetime.date) -> str:
    """Return the lines to copy, with the place in the file where they go."""
    today = as_of.isoformat()
    if step.how is How.TALK:
        return f"# contacts:\n  - date: {today}\n    ours: []\n    theirs: []\n    what: what came of it"
    if step.how in (How.ASK, How.MORE):
        who = step.who[0].person.key if step.who else "…"
        value = "service" if step.how is How.ASK else next(iter(_answers(step)), "…")
        return (
            f"# people: in the record of {who}\n    sees_us_as:\n      - value: {value}\n        basis: observed\n"
            f"        as_of: {today}\n        evidence: their words"
        )
    key = step.indicator.id if step.indicator else "…"
    return (
        f"# position: evidence:\n    - indicator: {key}\n      basis: observed\n      as_of: {today}\n"
        "      evidence: what was seen or heard"
    )
