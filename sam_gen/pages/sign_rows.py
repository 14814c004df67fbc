"""Every sign of a position with who saw it: signs, talks that count, and the words of key players."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.claims import confidence
from sam_gen.assess.diagnosis import Diagnosed, Stand, Word, spread
from sam_gen.assess.people import standings, talk_lasts
from sam_gen.assess.position import DimensionSigns, Sign
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.limits import ClaimKind
from sam_gen.model.method import JudgedBy
from sam_gen.model.people import Contact
from sam_gen.model.playbook import Playbook
from sam_gen.model.scalars import key_of
from sam_gen.pages.parts import Names, basis
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, day, listed

_DASH = Cell("–", tone="grey")


@dataclass(frozen=True)
class Newest:
    """The newest sign of a dimension: its day, the share of its time that is left, and whether it counts."""

    day: datetime.date
    left: float
    live: bool


@dataclass(frozen=True)
class Grounds:
    """What the dimensions of one account rest on, by the day it is seen from."""

    account: Account
    playbook: Playbook
    as_of: datetime.date

    def talks(self) -> tuple[Contact, ...]:
        """Return the talks that count with somebody who is still there, the newest first."""
        gone = {person.key for person in self.account.people if person.gone(self.as_of)}
        lasts = talk_lasts(self.account, self.playbook)
        live = [talk for talk in self.account.contacts if 0 <= (self.as_of - talk.date).days <= lasts]
        there = [talk for talk in live if not talk.theirs or not set(map(key_of, talk.theirs)) <= gone]
        return tuple(sorted(there, key=lambda talk: talk.date, reverse=True))

    def words(self, stand: Stand) -> tuple[Word, ...]:
        """Return what key players call on us for, as far as somebody noted it."""
        people = standings(self.account, self.playbook, self.as_of)
        return tuple(word for word in spread(stand.dimension, people, self.playbook, self.as_of) if word.said)

    def counts(self, word: Word) -> float | None:
        """Return what a word still counts, in per cent; None without a day."""
        if word.said is None or word.said.as_of is None:
            return None
        return confidence(word.said, ClaimKind.STRATEGY, self.playbook.method.evidence, self.as_of)


def newest(found: Diagnosed, grounds: Grounds) -> Mapping[str, Newest]:
    """Return the newest sign of each dimension that has one with a day; for a counted one a talk or a word."""
    known = {stand.dimension.id: _newest(stand, grounds) for stand in found.stands}
    return {key: one for key, one in known.items() if one}


def _newest(stand: Stand, grounds: Grounds) -> Newest | None:
    match stand.dimension.judged_by:
        case JudgedBy.CONTACTS:
            lasts = talk_lasts(grounds.account, grounds.playbook)
            days = [(talk.date, 1 - (grounds.as_of - talk.date).days / lasts, True) for talk in grounds.talks()]
        case JudgedBy.SEES_US_AS:
            said = [(word, grounds.counts(word) or 0.0) for word in grounds.words(stand)]
            days = [(w.said.as_of, left / 100, w.live) for w, left in said if w.said and w.said.as_of]
        case JudgedBy.SIGNS:
            days = [(one.day, (one.confidence or 0.0) / 100, one.live) for one in stand.signs.newest if one.day]
    return Newest(*max(days)) if days else None


def all_signs(found: Diagnosed, grounds: Grounds, names: Names) -> Table | None:
    """List every sign with its history, then the talks and words that are counted."""
    heads = columns("Dimension", "Sign", "How we know", "What was seen", "Age", ">Counts")
    rows = [_sign_row(stand.signs, sign, grounds, names) for stand in found.stands for sign in stand.signs.signs]
    rows += [row for stand in found.stands for row in _counted(stand, grounds, names)]
    return Table("All signs", heads, tuple(rows)) if rows else None


def _counted(stand: Stand, grounds: Grounds, names: Names) -> Iterator[Row]:
    if stand.dimension.judged_by is JudgedBy.CONTACTS:
        yield from (_talk_row(stand, talk, grounds, names) for talk in grounds.talks())
    elif stand.dimension.judged_by is JudgedBy.SEES_US_AS:
        yield from (_word_row(stand, word, grounds, names) for word in grounds.words(stand))


def _talk_row(stand: Stand, talk: Contact, grounds: Grounds, names: Names) -> Row:
    observed = basis(Basis.OBSERVED, grounds.playbook.words)
    return Row(
        (
            Cell(stand.dimension.name),
            Cell("A talk that counts", second=_people(talk.theirs, names) or "nobody of theirs noted"),
            Cell(capital(observed.word), mark=observed.mark, second=_people(talk.ours, names)),
            Cell(talk.what) if talk.what else Cell("not noted", tone="grey"),
            _age(talk.date, grounds.as_of),
            Cell("counts"),
        )
    )


def _people(references: Sequence[str], names: Names) -> str:
    return listed([name for name in (names.full(one) for one in references) if name])


def _word_row(stand: Stand, word: Word, grounds: Grounds, names: Names) -> Row:
    said, wording = word.said, grounds.playbook.words
    if said is None:
        raise ValueError("only words that somebody noted have a row")
    known, noted, counts = basis(said.basis, wording), names.short(said.by), grounds.counts(word)
    return Row(
        (
            Cell(stand.dimension.name),
            Cell(f"Calls on us for {wording.within(said.value)}", second=word.stage.name if word.stage else ""),
            Cell(capital(known.word), mark=known.mark, second=word.who.person.name),
            Cell(
                said.evidence or "not noted",
                second=f"noted by {noted}" if noted else "",
                tone="" if said.evidence else "grey",
            ),
            _age(said.as_of, grounds.as_of),
            Cell(f"{counts:.0f}%", tone="" if word.live else "ochre") if counts is not None else _DASH,
        )
    )


def _sign_row(one: DimensionSigns, sign: Sign, grounds: Grounds, names: Names) -> Row:
    known, noted = basis(sign.basis, grounds.playbook.words), names.short(sign.by)
    says = sign.indicator.says if sign.found else f"Not: {sign.indicator.says}"
    return Row(
        (
            Cell(one.dimension.name),
            Cell(says, second=sign.stage.name if sign.found else f"{sign.stage.name}, looked for and not found"),
            Cell(capital(known.word), mark=known.mark, second=names.full(sign.who)),
            Cell(
                sign.seen or "not noted", second=f"noted by {noted}" if noted else "", tone="" if sign.seen else "grey"
            ),
            _age(sign.day, grounds.as_of),
            Cell(f"{sign.confidence:.0f}%", tone="" if sign.live else "ochre")
            if sign.confidence is not None
            else _DASH,
        )
    )


def _age(date: datetime.date | None, as_of: datetime.date) -> Cell:
    return Cell(f"{(as_of - date).days} d", second=day(date, as_of)) if date else Cell("no date", tone="ochre")
