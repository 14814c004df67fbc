"""The dimensions of a position, row by row, what key players call on us for, and the steps that would move it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.diagnosis import Diagnosed, Stand, Word, first_stage
from sam_gen.assess.next_signs import How, NextSign
from sam_gen.assess.position import DimensionSigns, Sign
from sam_gen.draw import continuum, marks
from sam_gen.draw.svg import Svg
from sam_gen.model.claims import Basis
from sam_gen.model.method import JudgedBy, Stage
from sam_gen.model.people import SeesUs
from sam_gen.model.playbook import Playbook
from sam_gen.model.wording import Wording
from sam_gen.pages.parts import Names, basis
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, day, listed, number

_NAMED = 5
"""Names in a sentence before the rest is a number."""
BASES = (Basis.CLIENT_CONFIRMED, Basis.OBSERVED, Basis.ASSUMED)
_DASH = Cell("–", tone="grey")


@dataclass(frozen=True)
class Heard:
    """One key player's word."""

    name: str
    word: str
    grounds: str
    live: bool


def heading(found: Diagnosed) -> str:
    """Say where the dimensions stand in the middle, and which of two holds the others down."""
    if not found.stands:
        return "Dimensions: the playbook names none"
    if len(found.unknown) == len(found.stands):
        return "Dimensions: no evidence on file yet"
    blank = f", {count(len(found.unknown), 'dimension')} not known yet" if found.unknown else ""
    if found.capped and found.today and found.middle:
        by = _small(found.weaker_gate) if found.weaker_gate else "the weaker of two"
        return f"The middle of the dimensions is {found.middle.name}, held at {found.today.name} by {by}{blank}"
    middle = f"The middle of the dimensions is {found.middle.name}" if found.middle else "Dimensions"
    return f"{middle}{blank}"


def counted_lowest(found: Diagnosed, playbook: Playbook) -> str:
    """Say what stage the unknown dimensions are taken for, where the middle would be another without them."""
    at = playbook.method.continuum.stages
    known = sorted(at.index(stand.stage) for stand in found.stands if stand.stage)
    low = first_stage(playbook)
    if not found.unknown or not known or low is None or at[known[(len(known) - 1) // 2]] is found.middle:
        return ""
    what = "The dimension not known yet counts" if len(found.unknown) == 1 else "Dimensions not known yet count"
    return f" {what} as {low.name}, and that decides the middle."


def _small(stand: Stand) -> str:
    name = stand.dimension.name
    return name[:1].lower() + name[1:]


def table(
    found: Diagnosed, playbook: Playbook, steps: Sequence[NextSign], names: Names, as_of: datetime.date
) -> Table | None:
    """Return the dimensions: the scale, the stage, what it rests on, how old that is, what would move it."""
    if not found.stands:
        return None
    heads = columns("Dimension", "Scale", "Stage", "Rests on", "Newest sign", "To obtain next")
    by_dimension = {step.dimension.id: step for step in steps}
    rows = tuple(_row(stand, found, playbook, by_dimension, names, as_of) for stand in found.stands)
    return Table("Ten dimensions" if len(rows) == 10 else "Dimensions", heads, rows)


def heard(words: Sequence[Word], wording: Wording, as_of: datetime.date) -> tuple[Heard, ...]:
    """Say of each key player what they call on us for: the most first, words too old to count last."""
    order = list(SeesUs)
    known = sorted(
        (word for word in words if word.said),
        key=lambda word: (not word.live, -order.index(word.said.value) if word.said else 0),
    )
    rows = [
        Heard(
            word.who.person.name,
            wording.say(word.said.value),
            f"{basis(word.said.basis, wording).word}, {day(word.said.as_of, as_of) if word.said.as_of else 'no date'}"
            + ("" if word.live else ", too old to count"),
            word.live,
        )
        for word in known
        if word.said
    ]
    return tuple(rows)


def not_heard(words: Sequence[Word]) -> str:
    """Name the key players whose word is not known; empty if all have been heard."""
    blank = [word.who.person.name for word in words if word.said is None]
    if not blank:
        return ""
    shown = blank if len(blank) <= _NAMED else [*blank[: _NAMED - 1], f"{number(len(blank) - _NAMED + 1)} more"]
    return f"Not known yet of {listed(shown)}: ask what they would call on us for."


def heard_heading(words: Sequence[Word], wording: Wording) -> str:
    """Say how far apart those who count are; of one word alone nothing is apart."""
    live = [word.said.value for word in words if word.said and word.live]
    if not words:
        return "How they see us: no key player on file"
    if not live:
        return "How they see us: no word of a key player that still counts"
    order = list(SeesUs)
    low, high = min(live, key=order.index), max(live, key=order.index)
    of = f"{number(len(live))} of {count(len(words), 'key player')}"
    if low is high:
        return f"How they see us: {wording.say(low).lower()}, by {of}"
    return f"How they see us: from {wording.say(low).lower()} to {wording.say(high).lower()}, by {of}"


def _row(
    stand: Stand,
    found: Diagnosed,
    playbook: Playbook,
    steps: dict[str, NextSign],
    names: Names,
    as_of: datetime.date,
) -> Row:
    head = Cell(stand.dimension.name, second=_gate(stand, found))
    stage = Cell(stand.stage.name) if stand.stage else Cell("not known yet", second=f"ask: {stand.ask}", tone="grey")
    scale = Cell("", mark=_band(stand, found, playbook))
    step = steps.get(stand.dimension.id)
    return Row((head, scale, stage, _rests_on(stand), _age(stand, as_of), _next(step, names)))


def _gate(stand: Stand, found: Diagnosed) -> str:
    """Say of a counted dimension what it does: it holds the others down only where today lies below their middle."""
    if not stand.gate:
        return ""
    weaker = found.weaker_gate
    holds = found.capped and weaker is not None and stand.stage is weaker.stage
    return "holds the others down" if holds else "counted twice: sets the limit"


def _band(stand: Stand, found: Diagnosed, playbook: Playbook) -> Svg:
    at = {stage.id: i for i, stage in enumerate(playbook.method.continuum.stages)}

    def place(stage: Stage | None) -> int | None:
        return at[stage.id] if stage else None

    return continuum.band(len(at), place(stand.stage), place(found.said.desired_stage), place(found.said.achievable))


def _rests_on(stand: Stand) -> Cell:
    if stand.dimension.judged_by is JudgedBy.CONTACTS:
        return Cell(count(len(stand.because), "talk")) if stand.because else _DASH
    if stand.dimension.judged_by is JudgedBy.SEES_US_AS:
        return Cell(count(len(stand.because), "key player")) if stand.because else _DASH
    counted = [(stand.signs.counted(value), value) for value in BASES]
    shown = [f"{size} {_WORD[value]}" for size, value in counted if size]
    return Cell(", ".join(shown)) if shown else _DASH


_WORD = {Basis.CLIENT_CONFIRMED: "confirmed", Basis.OBSERVED: "observed", Basis.ASSUMED: "assumed"}


def _age(stand: Stand, as_of: datetime.date) -> Cell:
    dated = [sign for sign in stand.signs.newest if sign.day]
    if not dated:
        return _DASH
    newest = max(dated, key=lambda sign: sign.day or datetime.date.min)
    old = not newest.live
    text = day(newest.day, as_of) if newest.day else ""
    left = (newest.confidence or 0) / 100
    note = f"{newest.age} d{', too old to count' if old else ''}"
    return Cell(text, second=note, tone="ochre" if old else "", mark=marks.mark(marks.age(left), width=26, height=8))


# The next signs ----------------------------------------------------------------------


def _next(step: NextSign | None, names: Names) -> Cell:
    return Cell(next_words(step, names)) if step else Cell("as high as today needs", tone="grey")


@dataclass(frozen=True)
class Advice:
    """One next sign: what, whom to ask, and the line to copy once it is there."""

    head: str
    how: str
    line: str


def advice(step: NextSign, names: Names, as_of: datetime.date) -> Advice:
    """Say what to obtain, how, and which YAML line would hold it."""
    return Advice(f"{step.dimension.name}: {next_words(step, names)}", _how(step, as_of), _line(step, as_of))


def next_words(step: NextSign, names: Names) -> str:
    """Say in a few words what is missing."""
    if step.how is How.TALK:
        return _lacks(step)
    if step.how is How.ASK:
        who = listed([names.short(f"people/{one.person.key}") for one in step.who])
        return f"what {who} would call on us for" if who else "what a key player would call on us for"
    return step.indicator.says.rstrip(".") if step.indicator else ""


def _lacks(step: NextSign) -> str:
    parts = [f"{number(more)} more {word if more == 1 else _plural(word)}" for word, more in step.lacks]
    return f"{listed(parts)} in talks" if parts else "talks kept up"


def _plural(word: str) -> str:
    head, _, rest = word.partition(" ")
    return f"{head}s {rest}".strip()


def _how(step: NextSign, as_of: datetime.date) -> str:
    """Say why it is the next step, and what to do about it."""
    sign = step.sign
    when = f", {day(sign.day, as_of)}" if sign and sign.day else ""
    seen = f" “{sign.seen}”" if sign and sign.seen else ""
    assumed = sign is not None and sign.basis is Basis.ASSUMED
    return {
        How.CONFIRM: f"We assume it{when}. Ask the person it is about, or see it."
        if assumed
        else f"Seen once{when}. A second sign, or a word from the client, would carry the stage.",
        How.RENEW: f"The sign is too old to count{when}. Is it still so?",
        How.AGAIN: f"Looked for and not found{when}.{seen} What has changed since?",
        How.TALK: "Counted from talks in the file, with people whose function and level are known.",
        How.ASK: f"Ask: “{step.dimension.asks}”",
        How.LOOK: f"Nobody has looked yet. Ask: “{_question(step)}”",
    }[step.how]


def _question(step: NextSign) -> str:
    return (step.indicator.ask if step.indicator else None) or step.dimension.asks


def _line(step: NextSign, as_of: datetime.date) -> str:
    """Return the lines to copy, with the place in the file where they go."""
    today = as_of.isoformat()
    if step.how is How.TALK:
        return f"# contacts:\n  - date: {today}\n    ours: []\n    theirs: []\n    what: what came of it"
    if step.how is How.ASK:
        who = step.who[0].person.key if step.who else "…"
        return (
            f"# people: in the record of {who}\n    sees_us_as:\n      - value: service\n        basis: observed\n"
            f"        as_of: {today}\n        evidence: their words"
        )
    key = step.indicator.id if step.indicator else "…"
    return (
        f"# position: evidence:\n    - indicator: {key}\n      basis: observed\n      as_of: {today}\n"
        "      evidence: what was seen or heard"
    )


# All signs -----------------------------------------------------------------------------


def all_signs(found: Diagnosed, names: Names, words: Wording, as_of: datetime.date) -> Table | None:
    """List every sign with its history, for the fold."""
    heads = columns("Dimension", "Sign", "How we know", "What was seen", "Age", ">Counts")
    rows = [_sign_row(stand.signs, sign, names, words, as_of) for stand in found.stands for sign in stand.signs.signs]
    rows += [_reason_row(stand, i) for stand in found.stands if stand.gate for i in range(len(stand.because))]
    return Table("All signs", heads, tuple(rows)) if rows else None


def _sign_row(one: DimensionSigns, sign: Sign, names: Names, words: Wording, as_of: datetime.date) -> Row:
    known = basis(sign.basis, words)
    noted = names.short(sign.by)
    says = sign.indicator.says if sign.found else f"Not: {sign.indicator.says}"
    return Row(
        (
            Cell(one.dimension.name),
            Cell(says, second=sign.stage.name if sign.found else f"{sign.stage.name}, looked for and not found"),
            Cell(capital(known.word), mark=known.mark, second=names.full(sign.who)),
            Cell(
                sign.seen or "not noted", second=f"noted by {noted}" if noted else "", tone="" if sign.seen else "grey"
            ),
            Cell(f"{sign.age} d", second=day(sign.day, as_of)) if sign.day else Cell("no date", tone="ochre"),
            Cell(f"{sign.confidence:.0f} %", tone="" if sign.live else "ochre")
            if sign.confidence is not None
            else _DASH,
        )
    )


def _reason_row(stand: Stand, at: int) -> Row:
    reason = stand.because[at]
    what = Cell(reason.text)
    return Row((Cell(stand.dimension.name), what, _DASH, _DASH, _DASH, _DASH))
