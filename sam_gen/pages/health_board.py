"""`/portfolio/health/`: accounts by the six measures of health, the worst first, with hygiene beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.health import Moved, health_of, moved
from sam_gen.assess.hygiene import hygiene_of
from sam_gen.assess.portfolio import Portfolio, Seen
from sam_gen.assess.scores import Band, Whole
from sam_gen.model.project import Project
from sam_gen.pages.accounts import account_cell
from sam_gen.pages.health_trend import health_trend
from sam_gen.pages.standing import HEALTH_WORDS, HYGIENE_WORDS, score_cell, whole_cell
from sam_gen.pages.tables import Cell, Column, Row, Table
from sam_gen.pages.words import capital, count, day, number

_ORDER: tuple[Band | None, ...] = (Band.AT_RISK, Band.WATCH, None, Band.GOOD)


@dataclass(frozen=True)
class Stood:
    """One account with its two numbers."""

    seen: Seen
    health: Whole
    hygiene: Whole
    moved: tuple[Moved, ...]


def health_board(project: Project, index: Portfolio) -> dict[str, object]:
    """Put every account on one board; where nobody knows enough it stands before those that do well."""
    playbook, as_of = project.playbook, project.as_of
    stood = sorted(
        (
            Stood(
                seen,
                health_of(seen.account, playbook, as_of),
                hygiene_of(seen.account, playbook, as_of),
                moved(seen.account, playbook, as_of),
            )
            for seen in index.accounts
        ),
        key=lambda one: (_ORDER.index(one.health.band), one.health.value or 0.0, one.seen.account.name),
    )
    heads = (
        Column("Account"),
        Column("Health"),
        *(Column(measure.name) for measure in playbook.method.health.measures),
        Column("Hygiene, apart"),
        Column("What moved"),
    )
    return {
        "lede": _lede(stood),
        "table": Table(
            "Health by measure, the worst first", heads, tuple(_row(project, one) for one in stood), wide=True
        ),
        **health_trend(project, index, [(one.seen, one.health) for one in stood]),
        "back": f"{playbook.method.windows.without_review} days",
        "least": str(playbook.method.health.moved_from),
    }


def _lede(stood: Sequence[Stood]) -> str:
    if not stood:
        return ""
    bands = [one.health.band for one in stood]
    parts = [
        f"{number(bands.count(band))} {word}"
        for band, word in (
            (Band.AT_RISK, "at risk"),
            (Band.WATCH, "to watch"),
            (Band.GOOD, "good"),
            (None, "not known"),
        )
        if band in bands
    ]
    return f"{capital(count(len(stood), 'account'))}: {', '.join(parts)}."


def _row(project: Project, one: Stood) -> Row:
    model = project.playbook.method.health
    forced = one.health.forced[0].text if one.health.forced else ""
    known = sum(part.known for part in one.health.parts)
    return Row((
        account_cell(project, one.seen),
        whole_cell(one.health, HEALTH_WORDS, forced or f"{known} of {len(one.health.parts)} known"),
        *(score_cell(part, model.good_from, model.watch_from, HEALTH_WORDS) for part in one.health.parts),
        whole_cell(one.hygiene, HYGIENE_WORDS),
        _moves(project, one.moved),
    ))  # fmt: skip


def _moves(project: Project, moves: Sequence[Moved]) -> Cell:
    if not moves:
        return Cell("nothing", tone="grey")
    said = [f"{one.part.name} from {one.before:.0f} to {one.part.figure.value:.0f}" for one in moves]
    return Cell(said[0], second=" · ".join([*said[1:], f"since {day(moves[0].since, project.as_of)}"]))
