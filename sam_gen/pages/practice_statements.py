"""The statements of an exercise in diagnosis, and in the key what the file makes of each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.people import standings, talk_lasts
from sam_gen.assess.position import Sign
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.place import Place
from sam_gen.model.practice import Exercise, Statement
from sam_gen.model.project import Project
from sam_gen.pages.every_sign import of_stage
from sam_gen.pages.parts import stage_name
from sam_gen.pages.words import count, day

OWN = "own"
"""What a statement speaks of that is our own view and no dimension."""


@dataclass(frozen=True)
class Given:
    """One statement as it lies in the drawer."""

    number: int
    day: str
    says: str


@dataclass(frozen=True)
class Read:
    """What the file makes of one statement."""

    dimension: str
    basis: str
    stage: str
    tone: str
    place: Place | None


@dataclass(frozen=True)
class KeyRow:
    """One statement in the key."""

    given: Given
    read: Read
    why: str
    trap: str


def statements(cases: Project, exercise: Exercise) -> tuple[Given, ...]:
    """Return the statements as they lie in the drawer."""
    return tuple(
        Given(number, day(one.date, cases.as_of), one.says) for number, one in enumerate(exercise.statements, 1)
    )


def key_rows(cases: Project, exercise: Exercise, account: Account, found: Diagnosed) -> tuple[KeyRow, ...]:
    """Return the statements with what each counts, and why."""
    given = statements(cases, exercise)
    return tuple(_key(one, at, cases, account, found) for one, at in zip(exercise.statements, given, strict=True))


def _key(one: Statement, given: Given, cases: Project, account: Account, found: Diagnosed) -> KeyRow:
    names = {dimension.id: dimension.name for dimension in cases.playbook.method.continuum.dimensions}
    name = names.get(one.dimension, "our own view" if one.dimension == OWN else one.dimension)
    read = _read(one, cases, account, found)
    return KeyRow(given, replace(read, dimension=name), one.why, one.trap or "")


def _read(one: Statement, cases: Project, account: Account, found: Diagnosed) -> Read:
    """Find the line of the file by dimension and day, and say what it counts."""
    for stand in found.stands:
        if stand.dimension.id == one.dimension:
            for sign in stand.signs.signs:
                if sign.day == one.date:
                    return _sign(sign)
    for read in (*_talks(cases, account), *_words(cases, account, found), *_own(cases, account)):
        if (read[0], read[1]) == (one.dimension, one.date):
            return read[2]
    return Read("", "not in the file", "", "ochre", None)


_BASIS = {Basis.ASSUMED: "assumed", Basis.OBSERVED: "observed", Basis.CLIENT_CONFIRMED: "client confirmed"}


def _sign(sign: Sign) -> Read:
    if sign.basis is Basis.ASSUMED:
        return Read("", _BASIS[sign.basis], "carries nothing", "ochre", sign.place)
    if not sign.live:
        return Read("", _BASIS[sign.basis], f"{sign.stage.name}, {sign.age} d old: expired", "ochre", sign.place)
    return Read("", _BASIS[sign.basis], of_stage(sign), "ink" if sign.found else "ochre", sign.place)


_Entry = tuple[str, datetime.date | None, Read]
"""Dimension, day, and what is read there."""


def _talks(cases: Project, account: Account) -> Iterator[_Entry]:
    lasts = talk_lasts(account, cases.playbook)
    for talk in account.contacts:
        old = (cases.as_of - talk.date).days
        pairs = count(len(talk.ours) * len(talk.theirs), "pair")
        said = f"{pairs}, {old} d ago: expired" if old > lasts else pairs
        yield "contact", talk.date, Read("", "a talk", said, "ochre" if old > lasts else "ink", talk.place)


def _words(cases: Project, account: Account, found: Diagnosed) -> Iterator[_Entry]:
    levels = {
        answer: cases.playbook.words.say(answer)
        for gate in found.gates
        for level in gate.dimension.levels
        for answer in level.answers
    }
    for who in standings(account, cases.playbook, cases.as_of):
        said = who.sees_us_as
        if said:
            word = levels.get(said.value, said.value.value)
            text = word if who.key_player else f"{word}; no key player"
            yield (
                "sees-us",
                said.as_of,
                Read("", _BASIS[said.basis], text, "ink" if who.key_player else "ochre", said.place),
            )


def _own(cases: Project, account: Account) -> Iterator[_Entry]:
    for view in account.position.own_view if account.position else ():
        name = stage_name(view.value, cases.playbook)
        yield OWN, view.as_of, Read("", "own view", f"{name}, carries nothing", "ochre", view.place)
