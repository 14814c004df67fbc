"""`/accounts/<id>/reviews/qbr/slides/`: the page for the table, one section a screen.

A slide is filled by an estimate of how high its lines become at 1280 by 720; what does not fit goes to the next slide,
so nothing is cut. The estimate counts characters, as the drawings do: no font is known here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.measured import NO_NEWER
from sam_gen.pages.parts import address
from sam_gen.pages.qbr import PATH, SLIDES, lede, steps, wanted
from sam_gen.pages.qbr_laid import Laid
from sam_gen.pages.qbr_sections import Goal, decided, goals, goals_block, news, promised, value
from sam_gen.pages.tables import Cell
from sam_gen.pages.words import long_day
from sam_gen.render.page import Page

ROOM = 530
"""Pixels a slide has for its lines, below its heading and above its links."""
_WIDE, _NARROW, _FIGURE = 60, 78, 24
"""Characters of a line of the large type, of the small type beneath it, and of the column on the right."""
_LARGE, _SMALL, _GAP = 31, 25, 17
"""Pixels of a line of each, and between two entries."""


@dataclass(frozen=True)
class Line:
    """One entry of a slide: what, a quieter line under it, and a figure or state on the right."""

    what: str
    second: str = ""
    figure: str = ""
    tone: str = "ink"
    asks: str = ""
    blanks: bool = False
    """Whether there is room for an owner and a day."""

    @property
    def height(self) -> int:
        """Return how many pixels it takes, at most."""
        left = _lines(self.what, _WIDE) * _LARGE + _lines(self.second, _NARROW) * _SMALL
        left += _lines(self.asks, _NARROW) * _SMALL
        return max(left, _lines(self.figure, _FIGURE) * _SMALL) + _GAP


@dataclass(frozen=True)
class Slide:
    """One screen."""

    number: int
    title: str
    lines: tuple[Line, ...]
    note: str = ""
    """A sentence under the lines: what is not listed, or the question where nothing is."""
    back: int = 0
    on: int = 0
    """The slides before and after it; 0 where there is none."""
    total: int = 0

    @property
    def uid(self) -> str:
        """What the links of its neighbours lead to."""
        return f"slide{self.number}"


def slides_page(project: Project, account: Account) -> Page:
    """Build the slides of one account."""
    laid = Laid.of(project, account)
    whole = Sight.of(project, account)
    frame = whole.page("Reviews")
    return Page(
        path=f"{address(project, account)}{SLIDES}",
        title=f"{account.name}: business review, slides",
        template="account/qbr-slides.md",
        context={
            **frame,
            "client": account.name,
            "company": project.playbook.settings.company,
            "day": long_day(laid.held.day or project.as_of),
            "lede": lede(laid),
            "leave": f"{address(project, account)}{PATH}",
            "slides": numbered(slides(laid)),
        },
        searched=False,
    )


def numbered(found: Iterable[Slide]) -> tuple[Slide, ...]:
    """Number the slides from 2 on, for the first is the title, and tell each its neighbours."""
    every = list(found)
    last = len(every) + 1
    return tuple(
        replace(slide, number=at, back=at - 1, on=at + 1 if at < last else 0, total=last)
        for at, slide in enumerate(every, 2)
    )


def slides(laid: Laid) -> Iterator[Slide]:
    """Yield the slides in the order of the page; only goals and decisions have one where there is nothing to show."""
    yield from _spread(goals_block(laid), [list(_goal(one)) for one in goals(laid)], always=True)
    yield from _spread(promised(laid), _rows(promised(laid), _promise))
    yield from _spread(decided(laid), _rows(decided(laid), _decision))
    yield from _spread(value(laid), _rows(value(laid), _benefit))
    changed = news(laid)
    yield from _spread(changed, [[Line(one.what, one.second, one.when)] for one in changed.entries])
    asked = wanted(laid)
    yield from _spread(asked.block, [[Line(what, why, "", "ink", asks, blanks=True)] for what, why, asks in asked.rows])
    ahead = steps(laid)
    yield from _spread(ahead, [[Line(one.what, one.second, one.when, one.tone)] for one in ahead.entries])


def _spread(block: Block, groups: list[list[Line]], *, always: bool = False) -> Iterator[Slide]:
    """Put the lines of a section on as many slides as they need, evenly, and a goal with its measures on one."""
    if not groups and not always:
        return
    room = ROOM - _lines(block.heading, 52) * 40 + 40
    screens = _screens(groups, room)
    while len(tighter := _screens(groups, room - 20)) == len(screens) > 1:
        screens, room = tighter, room - 20
    for at, some in enumerate(screens, 1):
        part = f" ({at} of {len(screens)})" if len(screens) > 1 else ""
        note = (block.lead or block.empty) if at == len(screens) else ""
        yield Slide(0, f"{block.heading}{part}", tuple(some), note)


def _screens(groups: list[list[Line]], room: int) -> list[list[Line]]:
    """Fill one screen after the other; a group that fits no screen is broken between its lines."""
    screens: list[list[Line]] = [[]]
    for group in groups:
        whole = _height(group) <= room
        for part in [group] if whole else [[line] for line in group]:
            if screens[-1] and _height(screens[-1]) + _height(part) > room:
                screens.append([])
            screens[-1].extend(part)
    return screens


def _height(lines: list[Line]) -> int:
    return sum(line.height for line in lines)


def _lines(text: str, wide: int) -> int:
    return math.ceil(len(text) / wide)


def _goal(one: Goal) -> Iterator[Line]:
    yield Line(one.name, " · ".join(part for part in (one.about, one.empty) if part))
    for row in one.measures:
        measure, start, today, target, ahead = row.cells
        now = today.text if today == NO_NEWER else f"today {today.text}"
        figures = f"{now}, target {target.text}"
        second = [f"{measure.text}, {measure.second}" if measure.second else measure.text]
        second += [f"start {start.text}"] if not start.tone else []
        second += [f"next mark {ahead.text} {ahead.second}"] if ahead.second else []
        yield Line("", " · ".join(second), figures)


def _rows(block: Block, line: Callable[[tuple[Cell, ...]], Line]) -> list[list[Line]]:
    return [[line(row.cells)] for row in block.table.rows] if block.table else []


def _promise(cells: tuple[Cell, ...]) -> Line:
    what, by, to, due, became = cells
    return Line(what.text, f"{by.text} to {to.text}, for {due.text}", became.text, became.tone or "ink")


def _decision(cells: tuple[Cell, ...]) -> Line:
    what, owner, day, became = cells
    who = f"{owner.text} {owner.second}" if owner.second else owner.text
    return Line(what.text, f"{who}, decided {day.text}", became.text, became.tone or "ink")


def _benefit(cells: tuple[Cell, ...]) -> Line:
    what, worth, firm, who = cells
    said = f"{firm.text}: {who.text}{f', {who.second}' if who.second else ''}"
    return Line(what.text, said, f"{worth.text} a year" if not worth.tone else "", firm.tone or "ink")
