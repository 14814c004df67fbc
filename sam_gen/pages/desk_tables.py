"""The two tables of the desk: every account with its place on the scale, and everybody of ours with what waits."""

from __future__ import annotations

from collections.abc import Mapping

from sam_gen.assess.health import health_of
from sam_gen.assess.hygiene import hygiene_of
from sam_gen.assess.portfolio import Dated, DateKind, Load, Portfolio, Seen
from sam_gen.model.project import Project
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.continuum_board import scale
from sam_gen.pages.parts import address
from sam_gen.pages.standing import HEALTH_WORDS, HYGIENE_WORDS, whole_cell
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import day, listed, number

_NAMED = 3
"""Accounts named for one of us; further ones are counted on their page."""


def accounts_table(project: Project, index: Portfolio, waiting: Mapping[str, int]) -> Table:
    """Put every account on one line: stage, both numbers, what waits, whom we meet next; the most care first."""
    heads = columns("Account", "Lead", ">Findings", ">Late", "Stage", "Health (client)", "Hygiene (us)", "Next date")
    ours = Colleagues(project.playbook)
    seen = [one for some in index.by_tier.values() for one in some]
    return Table("By account", heads, tuple(_account(project, ours, one, waiting) for one in seen))


def _account(project: Project, ours: Colleagues, seen: Seen, waiting: Mapping[str, int]) -> Row:
    account, playbook, as_of = seen.account, project.playbook, project.as_of
    today, home = seen.diagnosed.today, address(project, account)
    return Row(
        (
            Cell(account.name, home, seen.tier.name if seen.tier else "no tier yet"),
            ours.cell(account.lead, "nobody yet"),
            Cell(str(waiting.get(account.id, 0))),
            Cell(str(seen.late), tone="red" if seen.late else ""),
            Cell(second=today.name if today else "not known yet", mark=scale(project, seen)),
            whole_cell(health_of(account, playbook, as_of), HEALTH_WORDS),
            whole_cell(hygiene_of(account, playbook, as_of), HYGIENE_WORDS),
            Cell(day(seen.meetings[0].date, as_of), second=seen.meetings[0].what)
            if seen.meetings
            else Cell("none agreed", tone="ochre"),
        )
    )


def people_table(project: Project, index: Portfolio) -> Table:
    """Say of everybody of ours what they carry, what of it is late, and whom they meet next; the latest first."""
    heads = columns("Who", "Leads", ">Late", ">Open", ">Ties out of touch", "Next with a client")
    ours = Colleagues(project.playbook)
    ranked = sorted(index.loads.items(), key=lambda one: (-one[1].late, -len(one[1].leads)))
    return Table("By person", heads, tuple(_person(project, ours, who, load) for who, load in ranked))


def _person(project: Project, ours: Colleagues, who: str, load: Load) -> Row:
    link, met = ours.link(who), _next(load)
    return Row(
        (
            Cell(link.text, link.to),
            Cell(_leads(load)) if load.leads or load.backs else Cell("–", tone="grey"),
            Cell(str(load.late), tone="red" if load.late else ""),
            Cell(str(len(load.lines))),
            Cell(str(load.stale), tone="ochre" if load.stale else ""),
            Cell(day(met[1].date, project.as_of), second=f"{met[0].account.name}: {met[1].what}")
            if met
            else Cell("none agreed", tone="grey"),
        )
    )


def _leads(load: Load) -> str:
    """Name the accounts they lead; those in which they stand in are named where all have room, else counted."""
    names = [seen.account.name for seen in load.leads]
    backs = [f"{seen.account.name} (backup)" for seen in load.backs]
    if len(names) + len(backs) <= _NAMED:
        return listed([*names, *backs])
    led = listed(names if len(names) <= _NAMED else [*names[: _NAMED - 1], f"{number(len(names) - _NAMED + 1)} more"])
    return "; ".join(text for text in (led, f"backup in {number(len(backs))}" if backs else "") if text)


def _next(load: Load) -> tuple[Seen, Dated] | None:
    met = [(seen, one) for seen, one in load.dates if one.kind is DateKind.MEETING]
    return min(met, key=lambda pair: (pair[1].moment, pair[0].account.id), default=None)
