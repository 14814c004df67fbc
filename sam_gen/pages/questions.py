"""The bank of coaching questions: the whole of it on one page of the method, six of it on a coaching page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sam_gen.advise.bank import chosen, turns
from sam_gen.advise.focus import Focus
from sam_gen.advise.slots import slots
from sam_gen.assess.diagnosis import Diagnosed, diagnose
from sam_gen.assess.ground import Ground
from sam_gen.assess.people import Standing
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.questions import Question
from sam_gen.pages.blocks import Sight
from sam_gen.pages.conditions import conditions_table, lede, offered_if, shown_by
from sam_gen.pages.parts import Source
from sam_gen.pages.tables import Cell, Link, Row, Table, columns
from sam_gen.pages.words import capital, count, number

HOME = "method/questions/"
FOLDER = "playbook/questions/"
_ANY = "Any stage"


@dataclass(frozen=True)
class Asked:
    """One question with everything a leader has beside it."""

    id: str
    label: str
    """Which it is of its group, and what else it fits; empty where it is shown by itself."""
    ask: str
    when: str
    """Empty where the file shows that it fits."""
    listen_for: str
    follow_up: str
    red_flag: str
    about: tuple[Link, ...]
    """The dimension, then the competency."""
    shown: str = ""
    """What the file has to show, or shows, for it to fit."""


@dataclass(frozen=True)
class Group:
    """The questions that fit one stage first, or any."""

    id: str
    """Letters and digits alone, for a hyphen would be escaped in a heading."""
    heading: str
    about: str
    rows: tuple[Asked, ...]


@dataclass(frozen=True)
class Selection:
    """The questions of a coaching page."""

    heading: str
    says: str
    rows: tuple[Asked, ...]
    source: Source | None
    more: str
    empty: str


# The whole bank -------------------------------------------------------------------


def bank(project: Project) -> dict[str, object]:
    """Return what the page of the bank shows: where to look, then every question once, by its first stage."""
    playbook = project.playbook
    groups = _groups(playbook)
    spots = {row.id: f"{HOME}#{row.id}" for group in groups for row in group.rows}
    dimensions, competencies = playbook.method.continuum.dimensions, playbook.method.competencies.competencies
    names = {one.id: (one.name, f"method/continuum/#dimension-{one.id}") for one in dimensions}
    skills = {one.id: (one.name, f"method/competencies/#competency-{one.id}") for one in competencies}
    return {
        "lede": _lede(playbook),
        "groups": groups,
        "dimensions": _where("Dimension", names, lambda one: one.dimension_id, playbook, spots),
        "competencies": _where("Competency", skills, lambda one: one.competency_id, playbook, spots),
        "conditions": conditions_table(playbook.questions, spots),
        "conditions_lede": lede(playbook.questions),
        "folder": FOLDER,
    }


def _lede(playbook: Playbook) -> str:
    questions = playbook.questions
    if not questions:
        return "No question yet."
    dimensions = count(len({one.dimension_id for one in questions}), "dimension")
    return (
        f"{capital(count(len(questions), 'question'))} for a talk about an account, on {dimensions}. "
        "An account's coaching page chooses six of them."
    )


def _groups(playbook: Playbook) -> tuple[Group, ...]:
    return tuple(
        Group(
            id=f"stage{playbook.method.continuum.stages.index(stage)}" if stage else "anystage",
            heading=f"{stage.name if stage else _ANY}: {count(len(found), 'question')}",
            about=(stage.looks_like or "") if stage else "They fit wherever an account stands.",
            rows=tuple(_asked(one, playbook, f"{at}{_also(one, playbook)}") for at, one in enumerate(found, 1)),
        )
        for stage, found in _by_stage(playbook)
    )


def _by_stage(playbook: Playbook) -> tuple[tuple[Stage | None, tuple[Question, ...]], ...]:
    """Put each question under the lowest of its stages; those for any come last. Stages without any are left out."""
    order: tuple[Stage | None, ...] = (*playbook.method.continuum.stages, None)
    found = [(stage, tuple(one for one in playbook.questions if _first(one, playbook) is stage)) for stage in order]
    return tuple((stage, questions) for stage, questions in found if questions)


def _stages(one: Question, playbook: Playbook) -> tuple[Stage, ...]:
    return tuple(stage for stage in playbook.method.continuum.stages if stage.id in one.stage_ids)


def _first(one: Question, playbook: Playbook) -> Stage | None:
    return next(iter(_stages(one, playbook)), None)


def _also(one: Question, playbook: Playbook) -> str:
    others = [stage.name for stage in _stages(one, playbook)[1:]]
    return f" · also for {', '.join(others)}" if others else ""


def _where(
    head: str,
    names: dict[str, tuple[str, str]],
    key: Callable[[Question], str],
    playbook: Playbook,
    spots: dict[str, str],
) -> Table:
    """Say for each dimension or competency which questions are about it: their numbers, stage by stage."""
    stages = _by_stage(playbook)

    def cell(questions: Sequence[Question], id_: str) -> Cell:
        links = (Link(str(at), spots[f"question-{one.id}"]) for at, one in enumerate(questions, 1) if key(one) == id_)
        found = tuple(links)
        return Cell(links=found) if found else Cell("none", tone="grey")

    rows = tuple(
        Row((Cell(name, to=to), *(cell(questions, id_) for _, questions in stages)), f"{head.lower()}-{id_}")
        for id_, (name, to) in names.items()
    )
    heads = columns(head, *(stage.name if stage else _ANY for stage, _ in stages))
    return Table(f"Questions by {head.lower()}", heads, rows if stages else (), wide=True)


def _asked(one: Question, playbook: Playbook, label: str = "") -> Asked:
    dimensions = {known.id: known.name for known in playbook.method.continuum.dimensions}
    skills = {known.id: known.name for known in playbook.method.competencies.competencies}
    return Asked(
        id=f"question-{one.id}",
        label=label,
        ask=one.ask,
        when=one.when,
        listen_for=one.listen_for,
        follow_up=one.follow_up,
        red_flag=one.red_flag,
        about=(
            Link(dimensions[one.dimension_id], f"{HOME}#dimension-{one.dimension_id}"),
            Link(skills[one.competency_id], f"{HOME}#competency-{one.competency_id}"),
        ),
        shown=offered_if(one),
    )


# Those of a coaching page -----------------------------------------------------------


def selection(sight: Sight, people: Sequence[Standing], about: Focus) -> Selection:
    """Return the section of a coaching page with the questions that fit where the account stands."""
    playbook = sight.playbook
    found = diagnose(sight.account, playbook, sight.as_of)
    picked = chosen(sight.account, playbook, found, about, sight.as_of)
    facts, ground = slots(sight.account, people, sight.as_of), Ground(sight.account, playbook, sight.as_of)
    names = {known.id: known.name for known in playbook.method.continuum.dimensions}
    asked = count(len(picked), "question")
    first = f"{names[picked[0].dimension_id].lower()} first" if picked else ""
    stage = f"the stage {found.today.name}" if found.today else "an account whose stage is not known yet"
    return Selection(
        heading=f"{capital(asked)} for {stage}: {first}" if picked else "Questions for this stage: none yet",
        says=_says(found, about, playbook),
        rows=tuple(_here(_asked(one, playbook), one.asked(facts), shown_by(one, ground)) for one in picked),
        source=Source(FOLDER, "") if picked else None,
        more="another set each quarter" if picked else "",
        empty="" if picked else f"The bank is empty. Which question made somebody think last time? Add it to {FOLDER}.",
    )


def _here(row: Asked, ask: str, shown: str) -> Asked:
    """Word a question for an account; what the file shows stands instead of when it fits."""
    return replace(row, ask=ask, shown=shown, when="" if shown else row.when)


def _says(found: Diagnosed, about: Focus, playbook: Playbook) -> str:
    """Say why these: first the side the focus belongs to, if one does, then the weakest sides."""
    order = turns(found, about, playbook)
    leads = any(about.kind in stand.dimension.focus for stand in order)
    said = "The first is about the side the focus belongs to, the others go" if leads else "They go"
    blank = len(found.unknown)
    verb = "is" if blank == 1 else "are"
    hole = f" {capital(number(blank))} of {number(len(order))} sides {verb} not known yet." if blank else ""
    return f"{said} from the weakest side of the relationship up. Leave out what does not fit; two are plenty.{hole}"
