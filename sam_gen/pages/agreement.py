"""Do they agree: initiative by initiative, who of theirs is for it, who against, and who has to be asked."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.consensus import Agreement, Consensus, consensus
from sam_gen.assess.people import Standing
from sam_gen.draw.consensus import Matter, Stance, consensus_rows
from sam_gen.model.plan import Stand, Voice
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import basis
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number, some

SAID = {
    Agreement.AGREED: ("everybody asked is for it", "teal"),
    Agreement.OPEN: ("nobody against, not everybody for it", ""),
    Agreement.SPLIT: ("they do not agree", "ochre"),
    Agreement.BLOCKED: ("stopped by a no that is enough", "red"),
    Agreement.UNKNOWN: ("nobody heard yet", "grey"),
}
NOT_ALL_HEARD = "nobody against, not everybody heard"
"""Where nobody who was heard is neutral."""
_TALLY = (
    (Agreement.AGREED, "agreed on"),
    (Agreement.OPEN, "open on"),
    (Agreement.SPLIT, "split on"),
    (Agreement.BLOCKED, "blocked on"),
    (Agreement.UNKNOWN, "nobody heard on"),
)
_ASKED = 3


def agreement_block(sight: Sight, people: Sequence[Standing]) -> Block:
    """Lay out the voices on every initiative of theirs."""
    found = consensus(sight.account, people, sight.playbook.method.people, sight.as_of)
    heads = columns("What they want", "Do they agree", "For", "Neutral", "Against", "To ask")
    return Block(
        heading=_heading(found),
        source=sight.source("initiatives"),
        lead="A voice is on the matter itself, not on us." if found else "",
        drawing=consensus_rows(tuple(_matter(sight, one) for one in found)) if found else None,
        table=Table("Voices on their initiatives", heads, tuple(_row(sight, one) for one in found)),
        empty="" if found else "What do they want to change, and who of them is for it? Nothing is on file yet.",
    )


def _heading(found: Sequence[Consensus]) -> str:
    if not found:
        return "Do they agree: no initiative of theirs on file yet"
    if all(one.agreement is Agreement.UNKNOWN for one in found):
        what = "the one initiative" if len(found) == 1 else f"any of {count(len(found), 'initiative')}"
        return f"Do they agree: nobody heard yet on {what}"
    tally = [(sum(one.agreement is kind for one in found), said) for kind, said in _TALLY]
    return f"Do they agree: {', '.join(f'{said} {number(some)}' for some, said in tally if some)}"


def _matter(sight: Sight, one: Consensus) -> Matter:
    said, tone = _said(one)
    voices = [Stance(sight.names.their(voice.person), voice.stand, bool(voice.veto)) for voice in one.voices]
    unheard = [Stance(who.person.name, None) for who in one.to_ask]
    return Matter(one.initiative.name, capital(said), tone, (*voices, *unheard))


def _said(one: Consensus) -> tuple[str, str]:
    said, tone = SAID[one.agreement]
    if one.agreement is Agreement.OPEN and not one.of(Stand.NEUTRAL):
        said = NOT_ALL_HEARD
        if one.owner_alone:
            said = "only its owner heard"
        elif not one.voices and one.told:
            said = "spoken of, nobody's stand noted"
    return said, tone


def _row(sight: Sight, one: Consensus) -> Row:
    said, tone = _said(one)
    return Row(
        (
            Cell(one.initiative.name),
            Cell(said, tone=tone),
            _voices(sight, one.of(Stand.FOR), "", one.owner_alone),
            _voices(sight, one.of(Stand.NEUTRAL), ""),
            _voices(sight, one.of(Stand.AGAINST), "ochre"),
            _to_ask(one),
        )
    )


def _voices(sight: Sight, voices: Sequence[Voice], tone: str, named_it: bool = False) -> Cell:
    if not voices:
        return NONE
    names = [f"{sight.names.their(voice.person)}{' (can stop it)' if voice.veto else ''}" for voice in voices]
    grounds = [_ground(sight, voice) for voice in voices[:2]]
    whose = [f"{sight.names.their(voice.person)}: " if len(voices) > 1 else "" for voice in voices]
    said = [f"{name}{ground}" for name, ground in zip(whose, grounds, strict=False)]
    return Cell(f"{listed(names)}{', who named it' if named_it else ''}", second=" · ".join(said), tone=tone)


def _ground(sight: Sight, voice: Voice) -> str:
    """Say what a stand rests on: how we know, from whom, since when, and the words."""
    how = basis(voice.basis, sight.words).word
    second_hand = key_of(voice.who) not in ("", key_of(voice.person))
    whose = f" from {sight.names.their(voice.who)}" if voice.who and second_hand else ""
    when = f", {sight.day(voice.as_of)}" if voice.as_of else ""
    return f"{how}{whose}{when}{f': {voice.evidence}' if voice.evidence else ''}"


def _to_ask(one: Consensus) -> Cell:
    names = [who.person.name for who in one.to_ask]
    if one.told and not one.voices:
        first = f"{one.told.person.name}, who told us of it: are they for it"
        others = listed(names) if len(names) < _ASKED else count(len(names), "other")
        return Cell(first, second=f"then {others}" if names else "", tone="ochre")
    if not names:
        return NONE if one.voices else Cell("ask who has a say", tone="ochre")
    return Cell(some(names, _ASKED, most=_ASKED + 1), tone="ochre")
