"""Do they agree: initiative by initiative, who of theirs is for it, who against, and who has to be asked."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.consensus import Agreement, Consensus, consensus
from sam_gen.assess.people import Standing
from sam_gen.draw.consensus import Matter, Stance, consensus_rows
from sam_gen.model.plan import Stand, Voice
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number

_SAID = {
    Agreement.AGREED: ("everybody asked is for it", "teal"),
    Agreement.OPEN: ("nobody against, not everybody for it", ""),
    Agreement.SPLIT: ("they do not agree", "ochre"),
    Agreement.BLOCKED: ("stopped by a no that is enough", "red"),
    Agreement.UNKNOWN: ("nobody heard yet", "grey"),
}
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
    found = consensus(sight.account, people, sight.project.playbook.method.people, sight.as_of)
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
    said, tone = _SAID[one.agreement]
    if one.agreement is Agreement.OPEN and not one.of(Stand.NEUTRAL):
        said = "nobody against, not everybody heard"
    return said, tone


def _row(sight: Sight, one: Consensus) -> Row:
    said, tone = _said(one)
    return Row(
        (
            Cell(one.initiative.name),
            Cell(said, tone=tone),
            _voices(sight, one.of(Stand.FOR), ""),
            _voices(sight, one.of(Stand.NEUTRAL), ""),
            _voices(sight, one.of(Stand.AGAINST), "ochre"),
            _to_ask(one),
        )
    )


def _voices(sight: Sight, voices: Sequence[Voice], tone: str) -> Cell:
    if not voices:
        return Cell("–", tone="grey")
    names = [f"{sight.names.their(voice.person)}{' (can stop it)' if voice.veto else ''}" for voice in voices]
    said = [f"{sight.names.their(voice.person)}: {voice.evidence}" for voice in voices if voice.evidence]
    alone = [voice.evidence or "" for voice in voices]
    second = alone[0] if len(voices) == 1 else " · ".join(said[:2])
    return Cell(listed(names), second=second, tone=tone)


def _to_ask(one: Consensus) -> Cell:
    names = [who.person.name for who in one.to_ask]
    if not names:
        return Cell("–", tone="grey") if one.voices else Cell("ask who has a say", tone="ochre")
    shown = names if len(names) <= _ASKED + 1 else [*names[:_ASKED], count(len(names) - _ASKED, "other")]
    return Cell(listed(shown), tone="ochre")
