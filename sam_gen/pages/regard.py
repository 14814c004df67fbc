"""How they see us: what each of theirs calls on us for, and how we know."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from sam_gen.assess.claims import Held
from sam_gen.assess.diagnosis import word_counts
from sam_gen.assess.people import Standing
from sam_gen.model.limits import ClaimKind
from sam_gen.model.people import PersonStatus, SeesUs
from sam_gen.model.playbook import Playbook
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import BASES, basis, counts, grounds
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import count, number

_ORDER = list(SeesUs)


def regard_block(sight: Sight, people: Sequence[Standing]) -> Block:
    """Lay out the key players, those who see most in us first, and everybody else who said it."""
    here = [who for who in people if who.person.status is PersonStatus.ACTIVE]
    keys = [who for who in here if who.key_player]
    shown = sorted((who for who in here if who.key_player or who.sees_us_as), key=_rank)
    heads = columns("Who", "Calls on us for", "We know it", "What was said or seen")
    return Block(
        heading=_heading(sight, keys),
        source=sight.source("people"),
        lead=_lead(sight, keys),
        table=Table("What they call on us for", heads, tuple(_row(sight, who) for who in shown)),
        empty="" if shown else "What would they miss if we stopped? Ask those who decide, and note it as sees_us_as:.",
    )


def _rank(who: Standing) -> tuple[int, int, str]:
    value = _ORDER.index(who.sees_us_as.value) if who.sees_us_as else -1
    return -value, -(who.influence.value if who.influence else 0), who.person.key


def _heading(sight: Sight, keys: Sequence[Standing]) -> str:
    known = [who.sees_us_as.value for who in keys if who.sees_us_as and _live(sight, who.sees_us_as)]
    if not keys:
        return "How they see us: no key player named yet"
    if not known:
        return "How they see us: not known of any key player"
    ranked = Counter(known).most_common()
    value, most = ranked[0]
    of = f"known of {number(len(known))} of {count(len(keys), 'key player')}"
    if 2 * most <= len(known):
        return f"How they see us: {of}"
    return f"How they see us: {of}, {'mostly ' if len(known) > most else ''}for {sight.words.say(value)}"


def _live(sight: Sight, said: Held[SeesUs]) -> bool:
    return word_counts(said, sight.playbook.method.evidence, sight.as_of)


def calls_for(said: Held[SeesUs] | None, playbook: Playbook, as_of: datetime.date) -> str:
    """Say what somebody calls on us for; a word that is too old to count says so."""
    if said is None:
        return ""
    live = word_counts(said, playbook.method.evidence, as_of)
    return f"{playbook.words.say(said.value)}{'' if live else ': ask again'}"


def _lead(sight: Sight, keys: Sequence[Standing]) -> str:
    known = [who for who in keys if who.sees_us_as and _live(sight, who.sees_us_as)]
    if len(known) < 2:
        return ""
    ranked = sorted(known, key=_rank)
    high, low = _surest(ranked), _surest(ranked[::-1])
    if high.sees_us_as is None or low.sees_us_as is None or high.sees_us_as.value is low.sees_us_as.value:
        return ""
    return (
        f"Furthest apart: {high.person.name} calls on us for {sight.words.say(high.sees_us_as.value)}, "
        f"{low.person.name} for {sight.words.say(low.sees_us_as.value)}."
    )


def _surest(ranked: Sequence[Standing]) -> Standing:
    """Return whose word we know best of those who call on us for what the first does: told, then seen, then assumed."""
    said = [(who, who.sees_us_as) for who in ranked if who.sees_us_as]
    same = [(who, claim) for who, claim in said if claim.value is said[0][1].value]
    return min(same, key=lambda pair: BASES.index(pair[1].basis))[0]


def _row(sight: Sight, who: Standing) -> Row:
    person, claim = who.person, who.sees_us_as
    head = Cell(person.name, second=person.title or "")
    if claim is None:
        ask = Cell("not known yet: ask what they would miss", tone="grey")
        return Row((head, ask, NONE, NONE))
    mark = basis(claim.basis, sight.words)
    left = counts(claim, ClaimKind.STRATEGY, sight.playbook.method.evidence, sight.as_of)
    return Row(
        (
            head,
            Cell(sight.words.say(claim.value)),
            Cell(mark.word, mark=mark.mark, second=left),
            Cell(grounds(claim, sight.names, sight.as_of) or "not noted"),
        )
    )
