"""`/portfolio/…`: all accounts seen from one side at a time. Each page is one run over the index."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sam_gen.assess.agenda import Item
from sam_gen.assess.portfolio import Dated, DateKind, Load, Pair, Portfolio, Seen
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages import boards, year
from sam_gen.pages.accounts import account_cell, backing_cell, classes_cell, late_cell
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.concentration import concentration_parts
from sam_gen.pages.continuum_board import board
from sam_gen.pages.health_board import health_board
from sam_gen.pages.parts import Frame, frame
from sam_gen.pages.selection_matrix import selection_matrix
from sam_gen.pages.sponsor_load import load_drawing
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, day, number, some
from sam_gen.pages.year_grid import year_grid
from sam_gen.render.page import Page

_PARTS = (
    ("Overview", ""),
    ("Selection", "selection/"),
    ("Continuum", "continuum/"),
    ("Health", "health/"),
    ("White space", "white-space/"),
    ("Dependence", "dependence/"),
    ("Sponsors", "sponsors/"),
    ("Calendar", "calendar/"),
    ("Workload", "workload/"),
)


def portfolio_pages(project: Project, index: Portfolio) -> tuple[Page, ...]:
    """Build the overview and its parts."""
    around = replace(
        frame(project, (("Portfolio", "portfolio/"),)),
        bar=tuple((text, f"portfolio/{path}") for text, path in _PARTS),
        bar_label="Parts of the portfolio",
    )
    pages = (
        _overview(project, index),
        _selection(project, index),
        {**boards.continuum(project, index), **board(project, index)},
        health_board(project, index),
        boards.white_space(project, index),
        boards.dependence(project, index),
        _sponsors(project, index),
        _calendar(project, index),
        _workload(project, index),
    )
    return tuple(_page(around, part, context) for part, context in zip(_PARTS, pages, strict=True))


def _page(around: Frame, part: tuple[str, str], context: dict[str, object]) -> Page:
    name, path = part
    return Page(
        path=f"portfolio/{path}",
        title=name if path else "Portfolio",
        template=f"portfolio/{path.strip('/') or 'overview'}.md",
        context={"frame": around, **context},
        searched=False,
        nav=("Portfolio", name) if path else ("Portfolio",),
    )


# Overview --------------------------------------------------------------------------------------


def _overview(project: Project, index: Portfolio) -> dict[str, object]:
    heads = columns(
        "Account", "Tier", "Own view", "Desired", ">Signs seen", "Key players for us", "Opportunities",
        ">Evidence debt", ">Overdue", "Next with them",
    )  # fmt: skip
    rows = tuple(_overview_row(project, seen) for seen in index.accounts)
    spread = concentration_parts(project, index)
    return {"lede": _overview_lede(index), "table": Table("All accounts", heads, rows), **spread}


def _overview_lede(index: Portfolio) -> str:
    total = len(index.accounts)
    if not total:
        return ""
    groups = [
        f"{number(len(some))} {some[0].tier.name if some[0].tier else 'without a tier'}"
        for some in index.by_tier.values()
    ]
    bare = sum(not seen.evidence for seen in index.accounts)
    proof = f"{capital(number(bare))} {'has' if bare == 1 else 'have'} no sign of where we stand that anybody saw"
    known = proof if bare else "Each has signs of where we stand" if total > 1 else "There are signs of where we stand"
    return f"{capital(count(total, 'account'))}: {', '.join(groups)}. {known}."


def _overview_row(project: Project, seen: Seen) -> Row:
    stages = {stage.id: stage.name for stage in project.playbook.method.continuum.stages}
    meeting = seen.meetings[0] if seen.meetings else None
    return Row(
        (
            account_cell(project, seen),
            Cell(seen.tier.name) if seen.tier else Cell("none yet", tone="ochre"),
            boards.stage_cell(stages, seen.own_view, project.playbook.words),
            boards.stage_cell(stages, seen.desired),
            Cell(str(len(seen.evidence))),
            backing_cell(seen.backing),
            classes_cell(seen),
            _debt_cell(seen),
            late_cell(seen.late),
            Cell(day(meeting.date, project.as_of)) if meeting else Cell("no date", tone="ochre"),
        )
    )


def _debt_cell(seen: Seen) -> Cell:
    """Show what rests on claims to renew, in points; none on file is not 0."""
    if seen.debt is None or seen.debt.value is None:
        return Cell("not known yet", tone="grey")
    return Cell(f"{seen.debt.value:.0f}")


# Selection -------------------------------------------------------------------------------------


def _selection(project: Project, index: Portfolio) -> dict[str, object]:
    reasoned = sum(bool(seen.account.selection and seen.account.selection.reason) for seen in index.accounts)
    return {
        "lede": _selection_lede(len(index.accounts), reasoned),
        "gates": tuple(project.playbook.method.selection.gates),
        "table": boards.selection(project, index),
        **selection_matrix(project, index),
    }


def _selection_lede(total: int, reasoned: int) -> str:
    if not total:
        return ""
    if reasoned == total:
        return (
            "The account has its reason on file." if total == 1 else "Each account has the reason for its tier on file."
        )
    missing = total - reasoned
    some = f"{capital(number(missing))} of {number(total)} accounts {'has' if missing == 1 else 'have'}"
    which = "The account has" if total == 1 else some
    return f"{which} no reason on file for the tier: who decided it, and what spoke against it?"


# Sponsors --------------------------------------------------------------------------------------


def _sponsors(project: Project, index: Portfolio) -> dict[str, object]:
    ours = Colleagues(project.playbook)
    pairs = [(seen, pair) for load in index.loads.values() for seen, pair in load.pairs]
    without = [seen for seen in index.accounts if not seen.pairs]
    late = sum(pair.overdue for _, pair in pairs)
    carrying = [(who, load) for who, load in index.loads.items() if load.pairs]
    loads = tuple(
        Row(
            (
                Cell(ours.name(who), ours.link(who).to),
                Cell(str(len(load.pairs))),
                Cell(str(len({seen.account.id for seen, _ in load.pairs}))),
                late_cell(sum(pair.overdue for _, pair in load.pairs)),
            )
        )
        for who, load in carrying
    )
    heads = columns("Our executive", "Theirs", "Account", "Last talk", "As agreed", "What they talk about")
    return {
        "lede": _sponsors_lede(len(pairs), late, len(carrying)) if index.accounts else "",
        "drawing_of": load_drawing(project, index),
        "loads": Table("Load", columns("Our executive", ">Pairs", ">Accounts", ">Overdue talks"), loads),
        "pairs": Table("Pairs", heads, tuple(_pair_row(project, ours, seen, pair) for seen, pair in pairs)),
        "without": tuple(account_cell(project, seen) for seen in without),
    }


def _sponsors_lede(pairs: int, late: int, carrying: int) -> str:
    if not pairs:
        return "No executive of ours is paired with one of theirs yet."
    by = f"carried by {count(carrying, 'executive')} of ours"
    talks = f"{number(late)} {'has' if late == 1 else 'have'} not spoken within the days agreed" if late else ""
    return f"{capital(count(pairs, 'pair'))}, {by}{f'; {talks}' if talks else ''}."


def _pair_row(project: Project, ours: Colleagues, seen: Seen, pair: Pair) -> Row:
    record = pair.record
    theirs = {who.person.key: who.person for who in seen.people}
    them = theirs.get(key_of(record.theirs))
    if pair.age is None:
        talk = Cell("no talk of the two on file", tone="ochre")
    else:
        talk = Cell(f"{pair.age} d ago", tone="red" if pair.overdue else "")
    return Row(
        (
            Cell(ours.name(record.ours), ours.link(record.ours).to),
            Cell(them.name, second=them.title or "") if them else Cell("has left", tone="ochre"),
            account_cell(project, seen),
            talk,
            Cell(f"every {record.every} d") if record.every else Cell("not agreed yet", tone="grey"),
            Cell(record.about) if record.about else Cell("not noted yet: ask both", tone="grey"),
        )
    )


# Calendar --------------------------------------------------------------------------------------


def _calendar(project: Project, index: Portfolio) -> dict[str, object]:
    months = year.months(project, index)
    dated = sum(month.size for month in months)
    what = f"{capital(count(dated, 'date'))} in the coming {project.playbook.method.windows.look_ahead} days"
    lede = f"{what}: meetings, reviews, ends of contracts and plans." if dated else ""
    return {"lede": lede, "months": months, **year_grid(project, index)}


# Workload --------------------------------------------------------------------------------------


def _workload(project: Project, index: Portfolio) -> dict[str, object]:
    ours, ahead = Colleagues(project.playbook), project.playbook.method.windows.meetings_ahead
    heads = columns(
        "Who",
        ">Leads",
        ">Backup",
        ">Seats",
        ">Open items",
        ">Overdue",
        ">Ties",
        ">Out of touch",
        ">Single point in",
        f">Client talks ahead, {ahead} days",
    )
    ranked = sorted(index.loads.items(), key=lambda one: (-one[1].late, -one[1].accounts, ours.name(one[0])))
    roles = {colleague.id: colleague.role for colleague in project.playbook.team}
    rows = tuple(
        Row(
            (
                Cell(ours.name(who), ours.link(who).to, roles[who]),
                *_figures(len(load.leads), len(load.backs), len(load.seats), len(load.lines)),
                late_cell(load.late),
                *_figures(len(load.ties), load.stale),
                _alone(load),
                *_figures(sum(_is_talk(dated, project.as_of, ahead) for _, dated in load.dates)),
            )
        )
        for who, load in ranked
    )
    bare = [(seen, line[0]) for seen in index.accounts for line in seen.lines if _nobody(line)]
    return {"lede": _workload_lede(index, bare), "table": Table("Workload", heads, rows), "bare": _bare(project, bare)}


def _is_talk(dated: Dated, as_of: datetime.date, ahead: int) -> bool:
    return dated.kind is DateKind.MEETING and (dated.date - as_of).days <= ahead


def _nobody(line: Sequence[Item]) -> bool:
    return all(item.owner is None for item in line)


def _bare(project: Project, bare: Sequence[tuple[Seen, Item]]) -> Table:
    """List what is open and has no owner, account by account."""
    rows = [
        Row((
            Cell(item.what),
            account_cell(project, seen),
            Cell(day(item.due, project.as_of)) if item.due else Cell("no day yet", tone="ochre"),
        ))
        for seen, item in bare
    ]  # fmt: skip
    return Table("Without an owner", columns("What", "Account", "Due"), tuple(rows))


def _figures(*figures: int) -> Iterable[Cell]:
    return (Cell(str(figure)) for figure in figures)


def _alone(load: Load) -> Cell:
    """Say in how many accounts something hangs on them alone, and in which."""
    names = [seen.account.name for seen in load.alone]
    return Cell(str(len(names)), second=some(names, 2, most=3), tone="ochre") if names else Cell("0")


def _workload_lede(index: Portfolio, bare: Sequence[tuple[Seen, Item]]) -> str:
    if not index.loads:
        return ""
    most = max(len(load.leads) for load in index.loads.values())
    ownerless = len(bare)
    leads = f"Nobody leads more than {count(most, 'account')}." if most else "Nobody leads an account yet."
    alone = (
        f" {capital(count(ownerless, 'open item has', 'open items have'))} no owner, named below." if ownerless else ""
    )
    return leads + alone
