"""An exercise in diagnosis: statements in, and a key worked out by the same functions as every position page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.diagnosis import Diagnosed, Stand, diagnose
from sam_gen.assess.position import rank
from sam_gen.model.account import Account
from sam_gen.model.practice import Exercise, Practice, Stood
from sam_gen.model.project import Project
from sam_gen.pages.parts import post, stage_name
from sam_gen.pages.practice_parts import address, rubric, worked_on
from sam_gen.pages.practice_statements import key_rows, statements
from sam_gen.pages.tables import Cell, Column, Row, Table
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page


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
    account = worked_on(practice.accounts, exercise)
    if account is None:
        return
    found = diagnose(account, cases.playbook, cases.as_of)
    yield _exercise_page(cases, exercise, account, found)
    yield _sheet_page(cases, exercise, account, found)


def _sheet(exercise: Exercise) -> str:
    """Return the address of the sheet."""
    return f"{address(exercise)}sheet/"


def _exercise_page(cases: Project, exercise: Exercise, account: Account, found: Diagnosed) -> Page:
    return Page(
        path=address(exercise),
        title=exercise.name,
        template="training/practice-diagnose.md",
        context={
            "story": exercise.story,
            "how": exercise.how,
            "people": people_table(cases, account),
            "sheet_address": _sheet(exercise),
            "given": statements(cases, exercise),
            "given_heading": f"The drawer: {count(len(exercise.statements), 'note')}",
            "key_heading": f"The key: {found.today.name if found.today else 'not known'}",
            "rows": key_rows(cases, exercise, account, found),
            "stands": _stands(exercise, found, cases),
            "sums": arithmetic(found, cases),
            "differs": _differs(exercise, found),
            "file_name": account.place.file,
            "rubric": rubric(exercise),
            "usual": exercise.usual,
            "argue": exercise.argue,
        },
    )


def _sheet_page(cases: Project, exercise: Exercise, account: Account, found: Diagnosed) -> Page:
    stands = _stands(exercise, found, cases)
    return Page(
        path=_sheet(exercise),
        title=f"{exercise.name}: the sheet",
        template="training/practice-diagnose-sheet.md",
        context={
            "given": statements(cases, exercise),
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


# Dimensions ---------------------------------------------------------------------------


def _stands(exercise: Exercise, found: Diagnosed, cases: Project) -> tuple[StandRow, ...]:
    written = {one.dimension: one for one in exercise.stands}
    numbers: dict[str, list[str]] = {}
    for number, one in enumerate(exercise.statements, 1):
        numbers.setdefault(one.dimension, []).append(str(number))
    return tuple(_stand(cases, stand, written.get(stand.dimension.id), numbers) for stand in found.stands)


def _stand(cases: Project, stand: Stand, written: Stood | None, numbers: Mapping[str, list[str]]) -> StandRow:
    stage = stand.stage.name if stand.stage else "not known"
    meant = stage_name(written.stage, cases.playbook) if written and written.stage else "not known"
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
