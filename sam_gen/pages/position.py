"""`/accounts/<id>/position/`: where the evidence puts the relationship, what we say of it, and what would move it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.diagnosis import Diagnosed, Word, diagnose, spread, today_figure
from sam_gen.assess.next_signs import next_signs
from sam_gen.assess.people import standings
from sam_gen.assess.position import Said, Step, View, rank, signals_seen, trail
from sam_gen.assess.upstream import upstream
from sam_gen.draw import continuum, marks
from sam_gen.draw.continuum import Bracket, Level
from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.method import JudgedBy, Moves, Stage
from sam_gen.model.playbook import Playbook
from sam_gen.model.position import CeilingSide
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages import dimensions
from sam_gen.pages.blocks import Block
from sam_gen.pages.jump import POSITION, jump
from sam_gen.pages.parts import Marked, Names, Source, account_frame, address, basis, source
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.trail import trail_drawing
from sam_gen.pages.words import capital, count, day, listed, number
from sam_gen.render.page import Page

_SIDE = {
    CeilingSide.CLIENT: "the client could lift it",
    CeilingSide.US: "we could lift it",
    CeilingSide.RESOURCES: "money or people could lift it",
}
_DASH = Cell("–", tone="grey")


@dataclass(frozen=True)
class Rung:
    """One stage in the list that stands for the scale on a phone."""

    name: str
    looks_like: str
    marks: tuple[Marked, ...]


def position_page(project: Project, account: Account) -> Page:
    """Build the page about where the relationship stands and what would move it."""
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    found = diagnose(account, playbook, as_of)
    steps = next_signs(account, playbook, found, as_of, most=len(found.stands))
    stages = playbook.method.continuum.stages
    drawing, spoken = trail_drawing(account, playbook, as_of), _trail(account, playbook, names, as_of)
    evidence = _source(account, playbook, "evidence")
    words = _words(account, playbook, found, as_of)
    path = f"{address(project, account)}position/"
    return Page(
        path=path,
        title=f"{account.name}: position",
        template="account/position.md",
        context={
            "frame": account_frame(project, account, names),
            "lede": _lede(found),
            "jumps": jump(path, POSITION),
            "ask": found.ask or "",
            "begin": "" if account.position else _begin(playbook, as_of),
            "say": Block(_scale_heading(found), _source(account, playbook, "own_view", "desired")),
            "scale": _scale(account, playbook, found, as_of) if stages else None,
            "rungs": _rungs(account, stages, found, as_of),
            "key": tuple(basis(value, playbook.words) for value in dimensions.BASES),
            "marks_key": _marks_key(),
            "dimensions": Block(
                dimensions.heading(found), evidence, table=dimensions.table(found, playbook, steps, names, as_of)
            ),
            "rule": _rule(found, playbook) + dimensions.counted_lowest(found, playbook),
            "heard": dimensions.heard(words, playbook.words, as_of),
            "heard_heading": dimensions.heard_heading(words, playbook.words),
            "not_heard": dimensions.not_heard(words),
            "signs": dimensions.all_signs(found, names, playbook.words, as_of),
            "figure": today_figure(found, playbook),
            "next_section": Block(_next_heading(len(steps[:3]), found), evidence),
            "nothing_next": _nothing_next(found),
            "next": tuple(dimensions.advice(step, names, as_of) for step in steps[:3]),
            "ceilings": _ceilings(account, playbook, found.said, found.today),
            "trail": spoken,
            "trail_heading": drawing.heading if drawing else spoken.heading,
            "drawing": drawing,
            "signals": _signals(account, playbook, names, found, as_of),
            "upstream": _upstream(account, playbook, as_of),
        },
        searched=False,
    )


def _words(account: Account, playbook: Playbook, found: Diagnosed, as_of: datetime.date) -> tuple[Word, ...]:
    """Return what each key player calls on us for, where the playbook has a dimension that asks it."""
    people = standings(account, playbook, as_of)
    asks = (one.dimension for one in found.stands if one.dimension.judged_by is JudgedBy.SEES_US_AS)
    return tuple(word for dimension in asks for word in spread(dimension, people, playbook, as_of))


def _source(account: Account, playbook: Playbook, *fields: str) -> Source:
    """Cite the first of these fields of the position that is there, or the position."""
    position = account.position
    written = next((field for field in fields if position and getattr(position, field)), None)
    return source(playbook, position, written) if position and written else source(playbook, account, "position")


def _begin(playbook: Playbook, as_of: datetime.date) -> str:
    """Return the YAML lines to copy, with the ids of this playbook."""
    stages, indicators = playbook.method.continuum.stages, playbook.method.continuum.indicators
    own = stages[min(1, len(stages) - 1)].id if stages else "…"
    wish = stages[min(2, len(stages) - 1)].id if stages else "…"
    indicator = indicators[0].id if indicators else "…"
    return (
        f"position:\n  own_view: {own}\n  desired: {wish}\n  desired_by: {as_of.year + 1}-12-31\n  evidence:\n"
        f"    - {{indicator: {indicator}, basis: observed, as_of: {as_of.isoformat()}, "
        "evidence: what was seen or heard}"
    )


# What the evidence says, and what we say ------------------------------------------------


def _lede(found: Diagnosed) -> str:
    return " ".join(sentence for sentence in (_today(found), _gap(found), _leaving(found)) if sentence)


def standing_line(account: Account, playbook: Playbook, as_of: datetime.date) -> str:
    """Say in one line what the evidence and what we say, for the overview."""
    found = diagnose(account, playbook, as_of)
    ask = f" Ask: {found.ask}" if found.ask else ""
    return f"{_today(found)} {_gap(found)}{ask}"


def _today(found: Diagnosed) -> str:
    if not found.stands:
        return "The playbook names no dimensions, so nothing can be worked out."
    if found.never_bought and found.today:
        return f"They have never bought from us, so we stand at {found.today.name}."
    if found.today is None:
        return f"Not known yet where we stand: {_missing(found)}."
    held = f", held down by {_weaker(found)}" if found.capped else ""
    return f"The evidence puts us at {found.today.name}{held}."


def _weaker(found: Diagnosed) -> str:
    name = found.weaker_gate.dimension.name if found.weaker_gate else ""
    return name[:1].lower() + name[1:]


def _missing(found: Diagnosed) -> str:
    gates = [stand.dimension.name for stand in found.unknown if stand.gate]
    if gates:
        return f"there is no live evidence of {listed([name[:1].lower() + name[1:] for name in gates])}"
    of = count(len(found.stands), "dimension")
    return f"{number(len(found.unknown))} of {of} {'has' if len(found.unknown) == 1 else 'have'} no live evidence"


def _gap(found: Diagnosed) -> str:
    own, wish = found.said.own_stage, found.said.desired_stage
    if own is None:
        wants = f"We wish for {wish.name}, and have" if wish else "We have"
        return f"{wants} not said where we believe we are."
    wants = "and have not said what we want" if wish is None else f"and wish for {wish.name}"
    wants = "and want to hold it" if wish == own else wants
    if found.gap == 0:
        return f"We say the same, {wants}."
    if found.gap is None:
        return f"We say {own.name}, {wants}." if wish is None else f"We say {own.name} {wants}."
    return f"We say {own.name}, {count(abs(found.gap), 'stage')} {'higher' if found.gap > 0 else 'lower'}, {wants}."


def _leaving(found: Diagnosed) -> str:
    return "Signs of moving apart are open: see below." if found.leaving else ""


def _scale_heading(found: Diagnosed) -> str:
    own, wish = found.said.own_stage, found.said.desired_stage
    parts = [f"evidence says {found.today.name}" if found.today else "evidence does not say yet"]
    parts += [f"we say {own.name}"] if own else []
    parts += ["we want to hold it"] if own and wish == own else [f"we wish for {wish.name}"] if wish else []
    return capital(", ".join(parts))


def _notes(account: Account, found: Diagnosed, as_of: datetime.date) -> dict[str, str]:
    """Return what stands under each mark."""
    own, by = found.said.own, account.position.desired_by if account.position else None
    known = len(found.stands) - len(found.unknown)
    side = found.said.ceilings[0][1].side if found.said.ceilings else None
    return {
        "own": day(own.as_of, as_of) if own and own.as_of else "no date",
        "desired": f"by {day(by, as_of)}" if by else "no date yet",
        "today": "never bought" if found.never_bought else f"{known} of {len(found.stands)} dimensions",
        "achievable": {"client": "their ceiling", "us": "our ceiling"}.get(side.value if side else "", "the ceiling"),
    }


def _scale(account: Account, playbook: Playbook, found: Diagnosed, as_of: datetime.date) -> Svg:
    notes = _notes(account, found, as_of)
    at = {
        "own": found.said.own_stage,
        "desired": found.said.desired_stage,
        "today": found.today,
        "achievable": found.said.achievable,
    }
    levels = [
        Level(
            stage.name,
            stage.looks_like,
            **{mark: notes[mark] if stage == here else "" for mark, here in at.items()},
        )
        for stage in playbook.method.continuum.stages
    ]
    brackets = _brackets(found, playbook)
    return continuum.scale(levels, f"Position of {account.name}", _scale_heading(found), "position-scale", brackets)


def _brackets(found: Diagnosed, playbook: Playbook) -> list[Bracket]:
    """Return the distances worth seeing: between our view and the evidence, between the wish and the ceiling."""
    brackets = []
    own, wish, ceiling = found.said.own_stage, found.said.desired_stage, found.said.achievable
    if own and found.today and found.gap:
        words = f"{count(abs(found.gap), 'stage')} {'more hopeful' if found.gap > 0 else 'less hopeful'}"
        brackets.append(Bracket(rank(playbook, found.today), rank(playbook, own), words))
    if wish and ceiling and rank(playbook, wish) > rank(playbook, ceiling):
        beyond = rank(playbook, wish) - rank(playbook, ceiling)
        brackets.append(
            Bracket(rank(playbook, ceiling), rank(playbook, wish), f"{count(beyond, 'stage')} beyond the ceiling")
        )
    return brackets


def _rungs(account: Account, stages: Sequence[Stage], found: Diagnosed, as_of: datetime.date) -> tuple[Rung, ...]:
    """Return the stages for a list that is read from the top, the highest first."""
    notes = _notes(account, found, as_of)
    kinds = (
        (found.today, continuum.today(), f"today, {notes['today']}"),
        (found.said.achievable, continuum.achievable(), f"achievable, {notes['achievable']}"),
        (found.said.own_stage, continuum.own_view(), f"own view, {notes['own']}"),
        (found.said.desired_stage, continuum.desired(), f"desired, {notes['desired']}"),
    )
    return tuple(
        Rung(
            stage.name,
            stage.looks_like,
            tuple(Marked(marks.mark(shape), word, "ink") for here, shape, word in kinds if here == stage),
        )
        for stage in reversed(stages)
    )


def _marks_key() -> tuple[Marked, ...]:
    return (
        Marked(marks.mark(continuum.today()), "Where it stands", "ink"),
        Marked(marks.mark(continuum.desired()), "Desired", "ink"),
        Marked(marks.mark(continuum.achievable()), "Achievable", "ink"),
    )


def _rule(found: Diagnosed, playbook: Playbook) -> str:
    numbers = playbook.method.continuum.diagnosis
    if numbers is None:
        return "models/continuum.yml has no diagnosis: so nothing is worked out."
    above, gates = count(numbers.above_gates, "stage"), [stand.dimension.name for stand in found.gates]
    whom = f"the weaker of {listed(gates)}" if len(gates) > 1 else "".join(gates)
    limit = f", at most {above} above {whom}" if gates else ""
    signs = f"{number(numbers.seen_needed)} different signs were" if numbers.seen_needed > 1 else "one sign was"
    return f"Today is the lower middle of them{limit}. A stage counts when {signs} seen, or one is client confirmed."


def _next_heading(steps: int, found: Diagnosed) -> str:
    if not steps:
        return "Next signs: nothing is missing for this stage" if found.today else "Next signs: none named"
    return "The cheapest next sign" if steps == 1 else f"The {number(steps)} cheapest next signs"


def _nothing_next(found: Diagnosed) -> str:
    """Say why no sign is proposed, and what to do instead."""
    if not found.stands:
        return "Name the dimensions in models/continuum.yml first."
    if found.never_bought:
        return "Signs move nothing before the first order: which need of theirs is small enough to try?"
    return "No dimension holds today down. Keep the signs young: which of them would you check at the next review?"


# Signals and upstream --------------------------------------------------------------------


def _signals(account: Account, playbook: Playbook, names: Names, found: Diagnosed, as_of: datetime.date) -> Block:
    seen = signals_seen(account, playbook, as_of)
    heads = columns("Sign", "Seen", "What was seen", "May mean", "Ask")
    rows = tuple(
        Row(
            (
                Cell(model.name, second="points down" if model.moves is Moves.DOWN else "points up"),
                Cell(day(when, as_of) if when else "no date", second=names.short(one.by)),
                Cell(one.evidence) if one.evidence else Cell("not noted", tone="grey"),
                Cell(model.may_mean),
                Cell(model.ask),
            )
        )
        for model, one, when in seen
    )
    down = sum(model.moves is Moves.DOWN for model, _, _ in seen)
    heading = (
        f"Signs of moving: {number(down)} down, {number(len(seen) - down)} up" if seen else "Signs of moving: none open"
    )
    note = "Enough signs point down to call the same week." if found.leaving else ""
    return Block(
        heading,
        _source(account, playbook, "signals"),
        table=Table("Open signals", heads, rows) if rows else None,
        hole=note,
    )


def _upstream(account: Account, playbook: Playbook, as_of: datetime.date) -> Block:
    found = upstream(account, playbook, as_of)
    if found.index.value is None:
        return Block(
            "How early we are let in: not known yet",
            source(playbook, account, "opportunities"),
            lead=found.index.ask or "",
        )
    rows = tuple(
        Row(
            (
                Cell(word),
                Cell(_share(figure.value))
                if figure.value is not None
                else Cell("not known yet", second=f"ask: {figure.ask}", tone="grey"),
            )
        )
        for word, figure in (
            ("of the worth we heard of when their initiative was shaped, or earlier", found.early),
            ("came with a tender", found.tendered),
            ("was found together", found.joint),
        )
    )
    heading = f"How early we are let in: {found.index.value:.1f} of 6"
    heard = count(len(found.index.because), "opportunity", "opportunities")
    note = f"By worth, over {heard}: 0 is using something, 6 is their company's strategy."
    return Block(
        heading,
        source(playbook, account, "opportunities"),
        table=Table("How early", columns("What", "Share"), rows),
        lead=note,
    )


def _share(value: float) -> str:
    return f"{value:.0f} %"


# Ceilings and trail ------------------------------------------------------------------------


def _ceilings(account: Account, playbook: Playbook, spoken: Said, today: Stage | None) -> Block:
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
    return Block(
        _ceilings_heading(spoken),
        _source(account, playbook, "ceilings"),
        table=Table("Ceilings", heads, rows) if rows else None,
        hole=_above(spoken, today, playbook),
    )


def _ceilings_heading(spoken: Said) -> str:
    if not spoken.ceilings:
        return "Achievable: not known yet, no ceiling named"
    lowest = spoken.ceilings[0][0].name
    return f"Why {lowest} is the ceiling: {count(len(spoken.ceilings), 'limit')}"


def _above(spoken: Said, today: Stage | None, playbook: Playbook) -> str:
    """Say that the evidence or the wish is above a ceiling; empty if neither is."""
    if not spoken.ceilings:
        return ""
    lowest = spoken.ceilings[0][0]

    def over(stage: Stage | None) -> bool:
        return stage is not None and rank(playbook, stage) > rank(playbook, lowest)

    parts = []
    if today and over(today):
        parts.append(
            f"The evidence, {today.name}, already stands above the ceiling, {lowest.name}: "
            "does the ceiling still hold, or do the signs say too much?"
        )
    if spoken.desired_stage and over(spoken.desired_stage):
        parts.append(
            f"The wish, {spoken.desired_stage.name}, is above the ceiling, {lowest.name}. "
            "Name an action that lifts the ceiling, or bring the wish down."
        )
    return " ".join(parts)


def _trail(account: Account, playbook: Playbook, names: Names, as_of: datetime.date) -> Block:
    steps = trail(account, playbook, as_of)
    heads = columns("Since", "What we said", "How we know", "Why", "By")
    rows = tuple(_step(step, names, playbook.words, as_of) for step in steps)
    return Block(
        _trail_heading(steps),
        _source(account, playbook, "own_view", "desired"),
        table=Table("Own views and wishes by date", heads, rows) if rows else None,
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
