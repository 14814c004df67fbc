"""An exercise in diagnosis: statements in, and a key worked out by the same functions as every position page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sam_gen.assess.diagnosis import Diagnosed, Stand, diagnose
from sam_gen.assess.people import standings, talk_lasts
from sam_gen.assess.position import Sign, rank
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.place import Place
from sam_gen.model.practice import Exercise, Practice, Statement, Stood
from sam_gen.model.project import Project
from sam_gen.pages.parts import post
from sam_gen.pages.practice_parts import address, rubric
from sam_gen.pages.tables import Cell, Column, Row, Table
from sam_gen.pages.words import capital, count, day, listed
from sam_gen.render.page import Page

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


@dataclass(frozen=True)
class StandRow:
    """One dimension in the key, or on the sheet."""

    name: str
    asks: str
    stage: str
    carried_by: str
    because: str
    differs: str


def diagnose_pages(cases: Project, practice: Practice, exercise: Exercise) -> Iterator[Page]:
    """Yield the page of the exercise and its sheet."""
    account = next((one for one in practice.accounts if one.id == exercise.account), None)
    if account is None:
        return
    found = diagnose(account, cases.playbook, cases.as_of)
    given = tuple(
        Given(number, day(one.date, cases.as_of), one.says) for number, one in enumerate(exercise.statements, 1)
    )
    rows = tuple(_key(one, at, cases, account, found) for one, at in zip(exercise.statements, given, strict=True))
    stands = _stands(exercise, found, cases)
    sheet = f"{address(exercise)}sheet/"
    yield Page(
        path=address(exercise),
        title=exercise.name,
        template="training/practice-diagnose.md",
        context={
            "story": exercise.story,
            "how": exercise.how,
            "people": people_table(cases, account),
            "sheet_address": sheet,
            "given": given,
            "given_heading": f"The drawer: {count(len(given), 'note')}",
            "key_heading": f"The key: {found.today.name if found.today else 'not known'}",
            "rows": rows,
            "stands": stands,
            "sums": arithmetic(found, cases),
            "differs": _differs(exercise, found),
            "file_name": account.place.file,
            "rubric": rubric(exercise),
            "usual": exercise.usual,
            "argue": exercise.argue,
        },
    )
    yield Page(
        path=sheet,
        title=f"{exercise.name}: the sheet",
        template="training/practice-diagnose-sheet.md",
        context={
            "given": given,
            "stands": stands,
            "theirs": _of_theirs(cases, account),
            "stages_heading": f"{capital(count(len(stands), 'stage'))} and today",
            "stages": tuple(stage.name for stage in cases.playbook.method.continuum.stages),
        },
        searched=False,
    )


def people_table(cases: Project, account: Account) -> Table:
    """Show who is who: without post and role nobody can tell a key player."""
    words, model = cases.playbook.words, cases.playbook.method.people
    rows = tuple(
        Row(
            (
                Cell(one.name),
                Cell(one.title or ""),
                Cell(post(one, model)),
                Cell(", ".join(words.say(role) for role in one.roles)),
            )
        )
        for one in account.people
    )
    return Table(f"People of {account.name}", (Column("Name"), Column("Post"), Column("Where"), Column("Role")), rows)


def _of_theirs(cases: Project, account: Account) -> str:
    """Name everybody for the sheet, with post and role; who is a key player is for the reader to tell."""
    words = cases.playbook.words
    parts = [
        (one.name, "; ".join(part for part in ((one.title or "").lower(), *map(words.say, one.roles)) if part))
        for one in account.people
    ]
    return listed([f"{name} ({said})" if said else name for name, said in parts])


# Statements ---------------------------------------------------------------------------


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
    seen = sign.stage.name if sign.found else f"{sign.stage.name}, looked for and not found"
    return Read("", _BASIS[sign.basis], seen, "ink" if sign.found else "ochre", sign.place)


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
    names = {stage.id: stage.name for stage in cases.playbook.method.continuum.stages}
    for view in account.position.own_view if account.position else ():
        name = names.get(view.value.rpartition("/")[2], view.value)
        yield OWN, view.as_of, Read("", "own view", f"{name}, carries nothing", "ochre", view.place)


# Dimensions ---------------------------------------------------------------------------


def _stands(exercise: Exercise, found: Diagnosed, cases: Project) -> tuple[StandRow, ...]:
    written = {one.dimension: one for one in exercise.stands}
    names = {stage.id: stage.name for stage in cases.playbook.method.continuum.stages}
    numbers: dict[str, list[str]] = {}
    for number, one in enumerate(exercise.statements, 1):
        numbers.setdefault(one.dimension, []).append(str(number))
    return tuple(_stand(stand, written.get(stand.dimension.id), numbers, names) for stand in found.stands)


def _stand(stand: Stand, written: Stood | None, numbers: Mapping[str, list[str]], names: Mapping[str, str]) -> StandRow:
    stage = stand.stage.name if stand.stage else "not known"
    key = written.stage if written else None
    meant = names.get(key, key) if key else "not known"
    said = f"Written for {meant}: your company's models say {stage}." if written and meant != stage else ""
    return StandRow(
        name=stand.dimension.name,
        asks=stand.dimension.asks,
        stage=stage,
        carried_by=listed(numbers.get(stand.dimension.id, [])),
        because=written.because if written else "",
        differs=said,
    )


def _differs(exercise: Exercise, found: Diagnosed) -> str:
    """Say where a company's own models come to another stage than the key was written for."""
    today = found.today.id if found.today else None
    lost = [one for one in exercise.stands if one.dimension not in {stand.dimension.id for stand in found.stands}]
    wrong = [
        one
        for one in exercise.stands
        for stand in found.stands
        if stand.dimension.id == one.dimension and (stand.stage.id if stand.stage else None) != one.stage
    ]
    if today == exercise.today and not lost and not wrong:
        return ""
    changed = len(lost) + len(wrong)
    where = f"{count(changed, 'dimension')} of the key" if changed else "today's stage"
    return f"The texts of the key were written for the models that ship. Your company's differ in {where}."


def arithmetic(found: Diagnosed, cases: Project) -> tuple[str, ...]:
    """Work it out in sentences: the ten in order, their lower middle, the gate, today."""
    playbook = cases.playbook
    known: Sequence[Stand] = sorted(
        (stand for stand in found.stands if stand.stage), key=lambda one: rank(playbook, one.stage) if one.stage else 0
    )
    order = ", ".join(str(rank(playbook, one.stage)) for one in known if one.stage)
    said = [f"In order, 0 for the lowest stage: {order}."]
    if found.middle:
        said.append(f"The lower middle is {rank(playbook, found.middle)}, {found.middle.name}.")
    if found.weaker_gate and found.weaker_gate.stage and found.cap:
        weaker = [gate.dimension.name for gate in found.gates if gate.stage == found.weaker_gate.stage]
        verb = "stands" if len(weaker) == 1 else "both stand"
        said.append(
            f"{listed(weaker)} {verb} at {rank(playbook, found.weaker_gate.stage)}, {found.weaker_gate.stage.name}; "
            f"so today is at most {rank(playbook, found.cap)}, {found.cap.name}."
        )
    said.append(f"Today is {found.today.name}." if found.today else "Today is not known.")
    if found.said.own_stage and found.today and found.gap:
        said.append(f"Our own view is {found.said.own_stage.name}, {_stages(found.gap)}.")
    return tuple(said)


def _stages(gap: int) -> str:
    return f"{count(abs(gap), 'stage')} {'above' if gap > 0 else 'below'} the evidence"
