"""The trail of a position: what the evidence said, and what we said, at each review up to today."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.position import rank
from sam_gen.draw.svg import Svg
from sam_gen.draw.trail import Point, trail
from sam_gen.model.account import Account
from sam_gen.model.method import Stage
from sam_gen.model.playbook import Playbook
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import count, day, month

MOST = 8
"""Reviews that are drawn; older ones stay in the file."""


@dataclass(frozen=True)
class TrailDrawing:
    """The drawing, its message and the table beside it."""

    heading: str
    svg: Svg
    table: Table


def trail_drawing(account: Account, playbook: Playbook, as_of: datetime.date) -> TrailDrawing | None:
    """Look at the account as it was on each review's day; None without any review or stage."""
    days = sorted({review.date for review in account.reviews if review.date < as_of})[-MOST:]
    stages = playbook.method.continuum.stages
    if not days or not stages:
        return None
    seen = [(at, *_both(account, playbook, at)) for at in (*days, as_of)]
    points = [
        Point(at, _label(at, as_of), *(rank(playbook, one) if one else None for one in (found, own)))
        for at, found, own in seen
    ]
    heading = _heading(len(days), [found for _, found, _ in seen], playbook)
    svg = trail([stage.name for stage in stages], points, f"Trail of {account.name}", heading, "position-trail")
    rows = tuple(Row((Cell(day(at, as_of)), _cell(found), _cell(own))) for at, found, own in reversed(seen))
    return TrailDrawing(heading, svg, Table("Trail", columns("Day", "Evidence", "Own view"), rows))


def _both(account: Account, playbook: Playbook, at: datetime.date) -> tuple[Stage | None, Stage | None]:
    found = diagnose(account, playbook, at)
    return found.today, found.said.own_stage


def _label(at: datetime.date, as_of: datetime.date) -> str:
    return "today" if at == as_of else month(at)


def _cell(stage: Stage | None) -> Cell:
    return Cell(stage.name) if stage else Cell("not known", tone="grey")


def _heading(reviews: int, found: list[Stage | None], playbook: Playbook) -> str:
    """Say how the evidence moved: the highest on the way, and today."""
    of = count(reviews, "review")
    known = [stage for stage in found if stage]
    now = found[-1]
    if not known:
        return f"{of[:1].upper()}{of[1:]}, and never enough evidence to say"
    top = max(known, key=lambda stage: rank(playbook, stage))
    if now is None:
        return f"{of[:1].upper()}{of[1:]}: up to {top.name} once, not known today"
    if len(set(known)) == 1:
        return f"{of[:1].upper()}{of[1:]}: {now.name} whenever it was known"
    way = "now the highest so far" if now == top and found.index(top) == len(found) - 1 else f"{now.name} today"
    return f"{of[:1].upper()}{of[1:]}: up to {top.name}, {way}"
