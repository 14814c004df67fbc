"""An exercise for two halves: a brief and a sheet for each on a page of its own, and a sheet to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.model.practice import Exercise, Practice, RatedLine, Side
from sam_gen.model.project import Project
from sam_gen.pages.practice_parts import address, rubric, worked_on
from sam_gen.pages.tables import Cell, Column, Link, Row, Table
from sam_gen.pages.words import capital, count, listed, span_of_minutes
from sam_gen.render.page import Page

LARGEST = 3
"""Gaps that a session talks about; more end in a drawer."""


@dataclass(frozen=True)
class Numbered:
    """One line of a sheet."""

    number: int
    text: str


def sides_pages(cases: Project, _practice: Practice, exercise: Exercise) -> Iterator[Page]:
    """Yield the page of the exercise, a page for each half, and the comparison."""
    yield _exercise_page(cases, exercise)
    for at, side in enumerate(exercise.sides):
        yield _side_page(exercise, side, [one.theirs if at else one.ours for one in exercise.rated])
    yield _compare_page(exercise)


def _comparison(exercise: Exercise) -> str:
    """Return the address of the comparison."""
    return f"{address(exercise)}comparison/"


def _exercise_page(cases: Project, exercise: Exercise) -> Page:
    home = address(exercise)
    account = worked_on(cases.accounts, exercise)
    return Page(
        path=home,
        title=exercise.name,
        template="training/practice-sides.md",
        context={
            "story": exercise.story,
            "how": exercise.how,
            "sheets_heading": f"{capital(count(len(exercise.sides) + 1, 'sheet'))} to print",
            "sheets": (
                *(Link(f"{side.name}: brief and sheet", f"{home}{side.id}/") for side in exercise.sides),
                Link("Comparison", _comparison(exercise)),
            ),
            "case": Link(account.name, f"{cases.base}{account.id}/") if account else None,
            "order_heading": f"The running order: {count(sum(one.minutes for one in exercise.order), 'minute')}",
            "order": tuple((span_of_minutes(one.minutes), one.what) for one in exercise.order),
            "debrief": exercise.debrief,
            "key": key_table(exercise.rated),
            "largest": largest(exercise.rated),
            "answers": exercise.answers,
            "rubric": rubric(exercise),
            "usual": exercise.usual,
            "argue": exercise.argue,
        },
    )


def _side_page(exercise: Exercise, side: Side, lines: Sequence[str]) -> Page:
    """Return the brief and the sheet of one half, which the other half does not see."""
    rate_heading = f"{capital(count(len(lines), 'line'))}, 0 to 4"
    return Page(
        path=f"{address(exercise)}{side.id}/",
        title=f"{exercise.name}: {side.name}",
        template="training/practice-side.md",
        context={"side": side.name, "brief": side.brief, "rated": _numbered(lines), "rate_heading": rate_heading},
        searched=False,
    )


def _compare_page(exercise: Exercise) -> Page:
    return Page(
        path=_comparison(exercise),
        title=f"{exercise.name}: comparison",
        template="training/practice-compare.md",
        context={
            "sides": tuple(side.name for side in exercise.sides),
            "rated": _numbered([one.name for one in exercise.rated]),
            "gaps_heading": f"The {count(LARGEST, 'largest gap', 'largest gaps')}",
            "gaps": tuple(range(1, LARGEST + 1)),
        },
        searched=False,
    )


def _numbered(texts: Sequence[str]) -> tuple[Numbered, ...]:
    return tuple(Numbered(number, text) for number, text in enumerate(texts, 1))


def gap(line: RatedLine) -> int:
    """Return how much better the supplier thinks of a line than the client does."""
    return line.ours_rate - line.theirs_rate


def signed(number: int) -> str:
    """Print a gap with its direction."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def key_table(lines: Sequence[RatedLine]) -> Table:
    """Show one way to fill the sheets in."""
    rows = tuple(
        Row(
            (
                Cell(f"{number} {one.name}"),
                Cell(str(one.ours_rate)),
                Cell(str(one.theirs_rate)),
                Cell(signed(gap(one))),
                Cell(prose=one.because),
            )
        )
        for number, one in enumerate(lines, 1)
    )
    columns = (Column("Line"), Column("Ours", right=True), Column("Theirs", right=True), Column("Gap", right=True))
    return Table("One way to fill the sheets in", (*columns, Column("What happened")), rows)


def largest(lines: Sequence[RatedLine]) -> str:
    """Name the largest gaps in order; those that share the last place are named too."""
    order = sorted(enumerate(lines, 1), key=lambda pair: (-abs(gap(pair[1])), pair[0]))
    open_ = [(number, one) for number, one in order if gap(one)]
    if not open_:
        return "Both halves put the same numbers: ask what they are made of."
    last = abs(gap(open_[min(LARGEST, len(open_)) - 1][1]))
    named = [f"{one.name} ({signed(gap(one))})" for _, one in open_ if abs(gap(one)) >= last]
    tied = f" {capital(count(len(named), 'line'))} for {count(LARGEST, 'place')}: choosing is part of the work."
    verb = "The largest gap is" if len(named) == 1 else "The largest gaps are"
    return f"{verb} {listed(named)}.{tied if len(named) > LARGEST else ''}"
