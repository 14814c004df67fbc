"""`/training/becoming/`: who leads an account, how we choose them, and the way through the seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.model.becoming import Becoming, CareerSeat, Carrying, PairOfWays, PayTalk, Wanted, WorkSample
from sam_gen.model.method import Competency
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.case_links import case_link
from sam_gen.pages.competencies import MODEL
from sam_gen.pages.parts import frame
from sam_gen.pages.tables import Cell, Column, Link, Row, Table, columns
from sam_gen.pages.words import count, span_of_minutes
from sam_gen.render.page import Page

HOME = "training/becoming/"
PROFILE = "training/becoming/profile/"

_WANTED = {Wanted.HUNTER: "Hunter", Wanted.FARMER: "Farmer", Wanted.BOTH: "Both"}


@dataclass(frozen=True)
class SampleStep:
    """One part of the work sample."""

    heading: str
    task: str
    look_for: str
    case: Link


@dataclass(frozen=True)
class Way:
    """One situation of the profile."""

    id: str
    situation: str
    farmer: str
    hunter: str


def becoming_pages(project: Project) -> tuple[Page, ...]:
    """Build the page and the sheet of the profile."""
    written = project.playbook.becoming
    around = {"frame": frame(project, ()), "home": "training/", "becoming": HOME, "profile": PROFILE}
    page = Page(
        path=HOME,
        title="Who leads an account",
        template="training/becoming.md",
        context={**around, "there": "yes" if written else "", **_parts(project, written or Becoming.model_construct())},
        wide=False,
        nav=("Training", "Who leads an account"),
    )
    sheet = Page(
        path=PROFILE,
        title="Farmer and hunter: a sheet",
        template="training/profile.md",
        context={
            **around,
            "about": written.profile if written else "",
            "ways": tuple(_way(one) for one in written.pairs) if written else (),
        },
        wide=False,
        nav=("Training", "Farmer and hunter"),
    )
    return page, sheet


def _parts(project: Project, written: Becoming) -> dict[str, object]:
    model = project.playbook.method.competencies.competencies
    return {
        "about": written.about,
        "signs": _signs(written, model),
        "weak": _weak(written),
        "profile_about": written.profile,
        "pairs": count(len(written.pairs), "situation"),
        "situations": _situations(written),
        "mismatches": written.mismatches,
        "sample": _sample(project, written.sample),
        "sample_heading": _sample_heading(written.sample),
        "seats": _seats(written.seats),
        "expected": _expected(written.seats, model),
        "pay": _pay(written.pay),
        "carrying": _carrying(written.carrying),
        "load_heading": _load_heading(written.carrying),
        "onboarding": "training/onboarding/" if project.playbook.onboarding else "",
    }


def _signs(written: Becoming, model: Sequence[Competency]) -> Table:
    names = {one.id: one.name for one in model}
    rows = tuple(Row((Cell(one.sign), Cell(one.seen_in), _competency(one.competency, names))) for one in written.signs)
    return Table("Signs of somebody who is suited", columns("What they did", "Where to look", "Beginning of"), rows)


def _competency(reference: str | None, names: dict[str, str]) -> Cell:
    id_ = key_of(reference)
    if id_ not in names:
        return Cell("none of the model", tone="grey")
    return Cell(names[id_], f"{MODEL}#competency-{id_}")


def _weak(written: Becoming) -> Table:
    rows = tuple(Row((Cell(one.sign), Cell(one.ask))) for one in written.weak_signs)
    return Table("Signs that say little", columns("What is taken for a sign", "What to ask instead"), rows)


def _way(one: PairOfWays) -> Way:
    return Way(one.id, one.situation, one.farmer, one.hunter)


def _situations(written: Becoming) -> Table:
    rows = tuple(Row((Cell(one.situation), Cell(_WANTED[one.wants]), Cell(one.why))) for one in written.situations)
    return Table("Which account asks for whom", columns("The account", "Asks for", "Why, and until when"), rows)


# Choosing ---------------------------------------------------------------------------------------------


def _sample(project: Project, sample: WorkSample | None) -> dict[str, object] | None:
    if sample is None:
        return None
    steps, at = [], 0
    for part in sample.parts:
        case = case_link(project, part.case, part.page) if part.case else Link("")
        steps.append(SampleStep(f"{at}–{at + part.minutes}", part.task, part.look_for, case))
        at += part.minutes
    marks = tuple(Row((Cell(one.criterion), Cell(one.none), Cell(one.some), Cell(one.full))) for one in sample.marks)
    return {
        "about": sample.about,
        "steps": tuple(steps),
        "marks": Table("Marks of the work sample", columns("Criterion", "0", "1", "2"), marks),
        "after": sample.after,
    }


def _sample_heading(sample: WorkSample | None) -> str:
    """Say by how much work one chooses."""
    if sample is None:
        return "Choose by work, not by an interview"
    return f"Choose by {_long(sum(part.minutes for part in sample.parts))} of work"


def _long(minutes: int) -> str:
    """Say how long as one would in a heading: two hours."""
    return span_of_minutes(minutes) if minutes % 60 else count(minutes // 60, "hour")


# Seats ------------------------------------------------------------------------------------------------


def _seats(seats: Sequence[CareerSeat]) -> Table:
    rows = tuple(
        Row((Cell(one.name), Cell(one.hours), Cell(one.carries), Cell(one.changes), Cell(one.back)), f"seat-{one.id}")
        for one in seats
    )
    heads = columns("Seat", "Hours", "Carries", "What changes", "The way back")
    return Table("Seats", heads, rows)


def _expected(seats: Sequence[CareerSeat], model: Sequence[Competency]) -> Table:
    """Show by competency which level is expected in which seat."""
    wanted = [{key_of(level.competency): level.level for level in seat.levels} for seat in seats]
    rows = tuple(
        Row((Cell(one.name, f"{MODEL}#competency-{one.id}"), *(_level(levels.get(one.id)) for levels in wanted)))
        for one in model
        if any(one.id in levels for levels in wanted)
    )
    heads = (Column("Competency"), *(Column(seat.name, right=True) for seat in seats))
    return Table("Levels expected after a year", heads, rows, wide=True)


def _level(level: int | None) -> Cell:
    return Cell(str(level)) if level else Cell("not set", tone="grey")


# Pay and hours ----------------------------------------------------------------------------------------


def _pay(pay: PayTalk | None) -> dict[str, object] | None:
    if pay is None:
        return None
    rows = tuple(Row((Cell(one.tied_to), Cell(one.happens), Cell(one.instead))) for one in pay.harmful)
    heads = columns("Pay that hangs on", "What happens", "Instead")
    return {"about": pay.about, "harmful": Table("Pay that harms an account", heads, rows), "ask": pay.ask}


def _carrying(carrying: Carrying | None) -> dict[str, object] | None:
    """Work out what so many accounts leave of a week."""
    if carrying is None:
        return None
    one = sum(part.minutes for part in carrying.week)
    rows = tuple(Row((Cell(part.goes_to), Cell(span_of_minutes(part.minutes)))) for part in carrying.week)
    return {
        "about": carrying.about,
        "week": Table("A week with one account of the first tier", columns("Goes to", ">A week"), rows),
        "sum": _sum(carrying, one) if one else "",
    }


def _load_heading(carrying: Carrying | None) -> str:
    """Say how many accounts fit."""
    if carrying is None:
        return "How many accounts one person can carry"
    return f"Up to {count(carrying.accounts, 'account')} of the first tier"


def _sum(carrying: Carrying, one: int) -> str:
    left = carrying.hours * 60 - carrying.accounts * one
    taken = f"{span_of_minutes(one)} a week for one account; for {count(carrying.accounts, 'account')} "
    taken += span_of_minutes(one * carrying.accounts)
    if left < 0:
        return f"{taken}. That is {span_of_minutes(-left)} more than a week of {carrying.hours} hours has."
    return f"{taken}. Of {carrying.hours} hours {span_of_minutes(left) if left else 'nothing'} " + (
        "is left for whatever comes." if left in (0, 60) else "are left for whatever comes."
    )
