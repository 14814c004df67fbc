"""The continuum board: every account on one scale, what we say above what the evidence says."""

from __future__ import annotations

from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.portfolio import Portfolio, Seen
from sam_gen.draw import continuum
from sam_gen.draw.board import row
from sam_gen.draw.svg import Svg
from sam_gen.model.method import Stage
from sam_gen.model.project import Project
from sam_gen.pages.boards import gap_words, reach
from sam_gen.pages.drawing import entry
from sam_gen.pages.parts import Marked, address
from sam_gen.pages.tables import UNKNOWN, Cell, Row, Table, columns, to_ask
from sam_gen.pages.words import capital


def board(project: Project, index: Portfolio) -> dict[str, object]:
    """Return the board with its key; the scale of each row carries the words in the cells beside it."""
    stages = project.playbook.method.continuum.stages
    heads = columns("Account", "Stage", "Today", "Own view", "Desired", "Achievable", "In words")
    rows = tuple(_row(project, seen, stages) for some in index.by_tier.values() for seen in some)
    shown = rows if stages else ()
    return {
        "board": Table("Every account on one scale", heads, shown),
        "board_key": board_key(),
        "stages": _names(stages),
    }


def _names(stages: tuple[Stage, ...]) -> tuple[str, ...]:
    return tuple(f"{at} {stage.name}" for at, stage in enumerate(stages))


def board_key() -> tuple[Marked, ...]:
    """Return what the four marks of a scale mean."""
    return (
        entry(continuum.own_view(), "own view: upper line"),
        entry(continuum.desired(), "desired: upper line"),
        entry(continuum.today(), "today, by the evidence: lower line"),
        entry(continuum.achievable(), "achievable: lower line"),
    )


def _row(project: Project, seen: Seen, stages: tuple[Stage, ...]) -> Row:
    found = seen.diagnosed
    head = Cell(
        seen.account.name,
        f"{address(project, seen.account)}position/",
        seen.tier.name if seen.tier else "no tier yet",
    )
    said = found.said
    stands = (found.today, said.own_stage, said.desired_stage, said.achievable)
    drawn = Cell(mark=scale(project, seen))
    return Row((head, drawn, *(Cell(stage.name) if stage else UNKNOWN for stage in stands), _words(stages, found)))


def scale(project: Project, seen: Seen) -> Svg:
    """Draw the four places of one account on the scale."""
    stages = project.playbook.method.continuum.stages
    order = {stage.id: at for at, stage in enumerate(stages)}
    own, wish, now, ceiling = (order.get(stage.id) if stage else None for stage in _four(seen.diagnosed))
    return row(len(stages), own, wish, now, ceiling)


def _words(stages: tuple[Stage, ...], found: Diagnosed) -> Cell:
    """Say how our own view differs from the evidence, and how far the wish lies beyond it."""
    wish = reach(stages, found)
    ahead = "; ".join(part for part in (wish.text, wish.second) if part)
    if found.today is None:
        return to_ask(found.ask)
    return Cell(capital(gap_words(found)), second=ahead, tone="ochre" if found.gap and found.gap > 0 else "")


def _four(found: Diagnosed) -> tuple[Stage | None, ...]:
    said = found.said
    return said.own_stage, said.desired_stage, found.today, said.achievable
