"""`/accounts/<id>/position/`: what we say of the position, and the signs there are, dimension by dimension."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.position import DimensionSigns, Said, Sign, Step, View, known_dimensions, rank, said, signs, trail
from sam_gen.draw import continuum, marks
from sam_gen.draw.continuum import Level
from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.model.position import CeilingSide
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages.parts import Marked, Names, Source, account_frame, address, basis, source
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, day, number
from sam_gen.render.page import Page

_SIDE = {
    CeilingSide.CLIENT: "the client could lift it",
    CeilingSide.US: "we could lift it",
    CeilingSide.RESOURCES: "money or people could lift it",
}
_BASES = (Basis.CLIENT_CONFIRMED, Basis.OBSERVED, Basis.ASSUMED)


@dataclass(frozen=True)
class Rung:
    """One stage in the list that stands for the scale on a phone."""

    name: str
    looks_like: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True)
class Section:
    """A heading that says the finding, a table if there is anything, and where it comes from."""

    heading: str
    table: Table | None
    source: Source
    more: str = ""
    note: str = ""
    """What a reader should know before the table."""


def position_page(project: Project, account: Account) -> Page:
    """Build the page about where the relationship stands, as far as it is written."""
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    spoken, found = said(account, playbook, as_of), signs(account, playbook, as_of)
    stages = playbook.method.continuum.stages
    return Page(
        path=f"{address(project, account)}position/",
        title=f"{account.name}: position",
        template="account/position.md",
        context={
            "frame": account_frame(project, account, names),
            "lede": _lede(spoken, found),
            "begin": "" if account.position else _begin(playbook, as_of),
            "say": Section(_say_heading(spoken, playbook), None, _source(account, playbook, "own_view", "desired")),
            "scale": _scale(account, playbook, spoken, as_of) if stages else None,
            "rungs": _rungs(account, stages, spoken, as_of),
            "key": _key(playbook.words),
            "dimensions": _dimensions(account, playbook, found, names, as_of),
            "signs": _signs(account, playbook, found, names, as_of),
            "ceilings": _ceilings(account, playbook, spoken),
            "trail": _trail(account, playbook, names, as_of),
        },
        searched=False,
    )


def _source(account: Account, playbook: Playbook, *fields: str) -> Source:
    """Cite the first of these fields of the position that is there, or the position."""
    position = account.position
    written = next((field for field in fields if position and getattr(position, field)), None)
    return source(playbook, position, written) if position and written else source(playbook, account, "position")


def _begin(playbook: Playbook, as_of: datetime.date) -> str:
    """Return the YAML lines to copy, with the ids of this playbook."""
    stages, dimensions = playbook.method.continuum.stages, playbook.method.continuum.dimensions
    own = stages[min(1, len(stages) - 1)].id if stages else "…"
    wish = stages[min(2, len(stages) - 1)].id if stages else "…"
    dimension = dimensions[0].id if dimensions else "…"
    return (
        f"position:\n  own_view: {own}\n  desired: {wish}\n  desired_by: {as_of.year + 1}-12-31\n  evidence:\n"
        f"    - {{dimension: {dimension}, stage: {own}, basis: observed, as_of: {as_of.isoformat()}, "
        "evidence: what was seen or heard}"
    )


# What we say --------------------------------------------------------------------------


def _lede(spoken: Said, found: Sequence[DimensionSigns]) -> str:
    return f"{_we_say(spoken)} {_evidence(found)}".strip()


def _evidence(found: Sequence[DimensionSigns]) -> str:
    """Say how many dimensions have a sign."""
    known = int(known_dimensions(found).value or 0)
    if len(found) < 2:
        return f"The one dimension has {'evidence' if known else 'no evidence yet'}." if found else ""
    if known == len(found):
        return f"{'Both' if known == 2 else f'All {number(known)}'} dimensions have evidence."
    if not known:
        return f"Not one of {number(len(found))} dimensions has evidence yet."
    who = capital(number(known))
    return f"{who} of {number(len(found))} dimensions {'has' if known == 1 else 'have'} evidence."


def _we_say(spoken: Said) -> str:
    own, wish = spoken.own_stage, spoken.desired_stage
    if own is None:
        said_ = f"We wish for {wish.name}, and have not said" if wish else "Nobody has said yet"
        return f"{said_} where we stand."
    if wish is None:
        return f"We say {own.name}, and have not said what we want."
    return f"We say {own.name} and want to hold it." if own == wish else f"We say {own.name} and wish for {wish.name}."


def _say_heading(spoken: Said, playbook: Playbook) -> str:
    own, wish = spoken.own_stage, spoken.desired_stage
    if own is None and wish is None:
        return "What we say: nothing yet"
    if own is None or wish is None:
        return "What we say: own view only" if own else "What we say: a wish without an own view"
    steps = rank(playbook, wish) - rank(playbook, own)
    if not steps:
        return "What we say: hold the stage"
    return f"What we say: a wish {count(abs(steps), 'stage')} {'above' if steps > 0 else 'below'} our own view"


def _own_note(spoken: Said, as_of: datetime.date) -> str:
    return day(spoken.own.as_of, as_of) if spoken.own and spoken.own.as_of else "no date"


def _wish_note(account: Account, as_of: datetime.date) -> str:
    by = account.position.desired_by if account.position else None
    return f"by {day(by, as_of)}" if by else "no date yet"


def _scale(account: Account, playbook: Playbook, spoken: Said, as_of: datetime.date) -> Svg:
    own, wish = _own_note(spoken, as_of), _wish_note(account, as_of)
    levels = [
        Level(
            stage.name,
            stage.looks_like,
            own if stage == spoken.own_stage else "",
            wish if stage == spoken.desired_stage else "",
        )
        for stage in playbook.method.continuum.stages
    ]
    return continuum.scale(levels, f"Position of {account.name}, as we say", _we_say(spoken), "position-scale")


def _rungs(account: Account, stages: Sequence[Stage], spoken: Said, as_of: datetime.date) -> tuple[Rung, ...]:
    """Return the stages for a list that is read from the top, the highest first."""
    own = Marked(marks.mark(continuum.own_view()), f"own view, {_own_note(spoken, as_of)}", "ink")
    wish = Marked(marks.mark(continuum.desired()), f"desired, {_wish_note(account, as_of)}", "ink")
    return tuple(
        Rung(
            stage.name,
            stage.looks_like,
            ((own,) if stage == spoken.own_stage else ()) + ((wish,) if stage == spoken.desired_stage else ()),
        )
        for stage in reversed(stages)
    )


def _key(words: Wording) -> tuple[Marked, ...]:
    return tuple(basis(value, words) for value in _BASES)


# Evidence -------------------------------------------------------------------------------


def _dimensions(
    account: Account, playbook: Playbook, found: Sequence[DimensionSigns], names: Names, as_of: datetime.date
) -> Section:
    heads = columns("Dimension", "Latest sign", "How we know", "What was seen", "Age", "All signs")
    rows = tuple(_dimension(one, names, playbook.words, as_of) for one in found)
    return Section(
        _dimensions_heading(found),
        Table("Evidence by dimension", heads, rows) if rows else None,
        _source(account, playbook, "evidence"),
    )


def _dimensions_heading(found: Sequence[DimensionSigns]) -> str:
    if not found:
        return "Evidence: the playbook names no dimension"
    blank = sum(not one.signs for one in found)
    if blank == len(found):
        return "Evidence: no sign on file yet"
    return f"Evidence: {count(blank, 'dimension')} not known yet" if blank else "Evidence: a sign in every dimension"


def _dimension(one: DimensionSigns, names: Names, words: Wording, as_of: datetime.date) -> Row:
    head = Cell(one.dimension.name)
    if not one.signs:
        ask = Cell("not known yet", second=f"ask: {one.dimension.asks}", tone="grey")
        return Row((head, ask, _DASH, _DASH, _DASH, Cell("none", tone="ochre")))
    latest = one.signs[0]
    return Row((head, *_sign(latest, names, words, as_of), Cell(_tally(one, words))))


_DASH = Cell("–", tone="grey")


def _sign(sign: Sign, names: Names, words: Wording, as_of: datetime.date) -> tuple[Cell, ...]:
    known = basis(sign.basis, words)
    stage = Cell(sign.stage.name) if sign.found else Cell(f"not {sign.stage.name}", second="looked for, not found")
    whose = names.full(sign.who)
    noted = names.short(sign.by)
    return (
        stage,
        Cell(known.word, mark=known.mark, second=whose),
        Cell(sign.seen or "not noted", second=f"noted by {noted}" if noted else "", tone="" if sign.seen else "grey"),
        Cell(f"{sign.age} d", second=day(sign.day, as_of)) if sign.day else Cell("no date", tone="ochre"),
    )


def _tally(one: DimensionSigns, words: Wording) -> str:
    counted = ((one.counted(value), words.within(value)) for value in _BASES)
    return ", ".join(f"{signs_} {word}" for signs_, word in counted if signs_)


def _signs(
    account: Account, playbook: Playbook, found: Sequence[DimensionSigns], names: Names, as_of: datetime.date
) -> Section | None:
    """List every sign, for the fold; None while no dimension has more than its latest."""
    if all(len(one.signs) < 2 for one in found):
        return None
    heads = columns("Dimension", "Sign", "How we know", "What was seen", "Age")
    rows = tuple(
        Row((Cell(one.dimension.name), *_sign(sign, names, playbook.words, as_of)))
        for one in found
        for sign in one.signs
    )
    return Section(f"All {len(rows)} signs", Table("All signs", heads, rows), _source(account, playbook, "evidence"))


# Ceilings and trail ------------------------------------------------------------------------


def _ceilings(account: Account, playbook: Playbook, spoken: Said) -> Section:
    rows = tuple(
        Row(
            (
                Cell(stage.name),
                Cell(ceiling.why),
                Cell(_SIDE[ceiling.side])
                if ceiling.side
                else Cell("not known yet: ask who could lift it", tone="grey"),
            )
        )
        for stage, ceiling in spoken.ceilings
    )
    heads = columns("No higher than", "What holds it there", "Who could lift it")
    return Section(
        _ceilings_heading(spoken),
        Table("Ceilings", heads, rows) if rows else None,
        _source(account, playbook, "ceilings"),
        note=_above(spoken, playbook),
    )


def _ceilings_heading(spoken: Said) -> str:
    if not spoken.ceilings:
        return "Ceilings: none named"
    lowest = spoken.ceilings[0][0].name
    return f"Ceilings: {count(len(spoken.ceilings), 'limit')}, the lowest at {lowest}"


def _above(spoken: Said, playbook: Playbook) -> str:
    """Say that the wish is above a ceiling; empty if it is not."""
    if spoken.desired_stage is None or not spoken.ceilings:
        return ""
    wish, lowest = spoken.desired_stage, spoken.ceilings[0][0]
    if rank(playbook, wish) <= rank(playbook, lowest):
        return ""
    return (
        f"The wish, {wish.name}, is above the ceiling, {lowest.name}. "
        "Name an action that lifts the ceiling, or bring the wish down."
    )


def _trail(account: Account, playbook: Playbook, names: Names, as_of: datetime.date) -> Section:
    steps = trail(account, playbook, as_of)
    heads = columns("Since", "What we said", "How we know", "Why", "By")
    rows = tuple(_step(step, names, playbook.words, as_of) for step in steps)
    return Section(
        _trail_heading(steps),
        Table("Own views and wishes by date", heads, rows) if rows else None,
        _source(account, playbook, "own_view", "desired"),
    )


def _trail_heading(steps: Sequence[Step]) -> str:
    if not steps:
        return "Trail: no own view or wish yet"
    views = sum(step.view is View.OWN for step in steps)
    parts = [count(views, "own view")] if views else []
    parts += [count(len(steps) - views, "wish", "wishes")] if len(steps) > views else []
    return f"Trail: {' and '.join(parts)} on file"


def _step(step: Step, names: Names, words: Wording, as_of: datetime.date) -> Row:
    shape = continuum.own_view() if step.view is View.OWN else continuum.desired()
    known = basis(step.basis, words)
    return Row(
        (
            Cell(day(step.day, as_of) if step.day else "no date"),
            Cell(f"{step.view.value}: {step.stage.name}", mark=marks.mark(shape)),
            Cell(known.word, mark=known.mark),
            Cell(step.evidence) if step.evidence else Cell("not noted", tone="grey"),
            Cell(names.full(step.by)) if names.full(step.by) else _DASH,
        )
    )
