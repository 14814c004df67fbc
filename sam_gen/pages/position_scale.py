"""The scale of a position: what the evidence says and what we say on one line of stages, and as a list for a phone."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.position import rank
from sam_gen.draw import continuum, marks
from sam_gen.draw.continuum import Bracket, Level
from sam_gen.draw.svg import Svg
from sam_gen.model.playbook import Playbook
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.parts import Marked
from sam_gen.pages.position_said import scale_heading
from sam_gen.pages.words import count


@dataclass(frozen=True)
class Rung:
    """One stage in the list that stands for the scale on a phone."""

    name: str
    looks_like: str
    marks: tuple[Marked, ...]


def scale_section(sight: Sight, found: Diagnosed) -> dict[str, object]:
    """Build the section on today, our own view, the wish and the ceiling."""
    stages = sight.playbook.method.continuum.stages
    return {
        "say": Block(scale_heading(found), sight.source_in("position", "own_view", "desired")),
        "scale": _scale(sight, found) if stages else None,
        "rungs": _rungs(sight, found),
        "marks_key": _marks_key(),
    }


def _notes(sight: Sight, found: Diagnosed) -> dict[str, str]:
    """Return what stands under each mark."""
    position = sight.account.position
    own, by = found.said.own, position.desired_by if position else None
    known = len(found.stands) - len(found.unknown)
    side = found.said.ceilings[0][1].side if found.said.ceilings else None
    return {
        "own": sight.day(own.as_of) if own and own.as_of else "no date",
        "desired": f"by {sight.day(by)}" if by else "no date yet",
        "today": "never bought" if found.never_bought else f"{known} of {len(found.stands)} dimensions",
        "achievable": {"client": "their ceiling", "us": "our ceiling"}.get(side.value if side else "", "the ceiling"),
    }


def _scale(sight: Sight, found: Diagnosed) -> Svg:
    notes = _notes(sight, found)
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
        for stage in sight.playbook.method.continuum.stages
    ]
    brackets = _brackets(found, sight.playbook)
    return continuum.scale(
        levels, f"Position of {sight.account.name}", scale_heading(found), "position-scale", brackets
    )


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


def _rungs(sight: Sight, found: Diagnosed) -> tuple[Rung, ...]:
    """Return the stages for a list that is read from the top, the highest first."""
    notes = _notes(sight, found)
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
        for stage in reversed(sight.playbook.method.continuum.stages)
    )


def _marks_key() -> tuple[Marked, ...]:
    return (
        Marked(marks.mark(continuum.today()), "Where it stands", "ink"),
        Marked(marks.mark(continuum.desired()), "Desired", "ink"),
        Marked(marks.mark(continuum.achievable()), "Achievable", "ink"),
    )
