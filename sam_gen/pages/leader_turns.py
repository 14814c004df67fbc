"""The parts of `/coaching/` that say what to do: whom to coach on what, who carries too much, what all could learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.advise.trains import HELP, Trained, newest_scores, team_lesson
from sam_gen.advise.whom import Turn, reviews_within
from sam_gen.assess.portfolio import Load, Portfolio
from sam_gen.model.coaching import PersonCoaching, Score
from sam_gen.model.coaching_method import CoachingModel
from sam_gen.model.method import Competency
from sam_gen.model.playbook import Colleague
from sam_gen.model.project import Project
from sam_gen.pages.blocks import Sight
from sam_gen.pages.chooser import tool_address
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.focus import focus_words
from sam_gen.pages.parts import address
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.training import lesson_address
from sam_gen.pages.words import capital, count, day, listed, number, some

METHOD = "method/coaching/"


@dataclass(frozen=True)
class Part:
    """One section: a finding as its heading, and its table."""

    heading: str
    table: Table
    says: str = ""


# Whom to coach on what ------------------------------------------------------------------


def turns_parts(project: Project, found: Sequence[Turn]) -> tuple[Part, Part]:
    """Return the talks of this fortnight, and those that can wait."""
    ours, most = Colleagues(project.playbook), project.playbook.method.coaching.most
    rows = [_turn(project, ours, one) for one in found]
    now = [ours.name(one.who) for one in found[:most]]
    heads = columns("Who", "Account and focus", "Why now", "Lesson", "Tool", "It trains")
    first = f"This fortnight: {some(now)}" if now else "This fortnight: nobody leads an account yet"
    rest = len(rows) - most
    later = f"The fortnight after: {count(rest, 'other')}" if rest > 0 else "Nobody has to wait"
    return (
        Part(first, Table("Whom to coach this fortnight", heads, tuple(rows[:most]))),
        Part(later, Table("Whom to coach after that", heads, tuple(rows[most:]))),
    )


def _turn(project: Project, ours: Colleagues, one: Turn) -> Row:
    account = one.seen.account
    said = focus_words(Sight.of(project, account), one.seen.people, one.focus).sentence
    place = f"{address(project, account)}coaching/"
    why = capital("; ".join(part.what for part in one.parts))
    points = " + ".join(str(part.points) for part in one.parts)
    return Row(
        (
            Cell(ours.name(one.who), ours.link(one.who).to, _role(project, one.who)),
            Cell(account.name, place, said),
            Cell(why or "Nothing presses", second=f"{count(one.points, 'point')}{_sum(points, len(one.parts))}"),
            _lesson(one.helps),
            _tool(one.helps),
            _trains(project, one),
        ),
        f"turn-{one.who}",
    )


def _sum(points: str, parts: int) -> str:
    return f": {points}" if parts > 1 else ""


def _role(project: Project, who: str) -> str:
    return next((one.role for one in project.playbook.team if one.id == who), "")


def _lesson(helps: Trained) -> Cell:
    if helps.lesson is None:
        return Cell("none yet", tone="grey")
    return Cell(helps.lesson.name, lesson_address(helps.lesson), f"{helps.lesson.minutes} minutes")


def _tool(helps: Trained) -> Cell:
    if helps.tool is None:
        return Cell("none yet", tone="grey")
    return Cell(helps.tool.name, tool_address(helps.tool), f"from {min(helps.tool.minutes)} minutes")


def _trains(project: Project, one: Turn) -> Cell:
    competency = one.helps.competency
    if competency is None:
        return Cell("no competency named", tone="grey")
    place = f"method/competencies/#competency-{competency.id}"
    return Cell(competency.name, place, judged(project, one.score))


def judged(project: Project, score: Score | None) -> str:
    """Say the newest level and its day; not judged is said to be so."""
    if score is None or score.level is None:
        return "not judged yet: judge it after the talk"
    when = f", {day(score.as_of, project.as_of)}" if score.as_of else ", without a day"
    return f"level {score.level} of 4{when}"


# Load --------------------------------------------------------------------------------------


def load_part(project: Project, index: Portfolio, shown: Sequence[Colleague]) -> Part:
    """Show what each of us carries beside what one can carry."""
    model = project.playbook.method.coaching
    ours = Colleagues(project.playbook)
    carried = [(one, _carried(project, index.loads[one.id], model)) for one in shown]
    rows = tuple(
        Row(
            (
                Cell(one.name, ours.link(one.id).to, one.role),
                *(_limit(value, most) for value, most in numbers),
            ),
            f"load-{one.id}",
        )
        for one, numbers in carried
    )
    over = [one.name for one, numbers in carried if any(value > most for value, most in numbers)]
    said = f"{some(over)} over a limit" if over else "nobody over a limit"
    heads = columns("Who", ">Leads", ">Open items", ">Late", f">Reviews in {model.fortnight} days")
    return Part(f"Load: {said}", Table("What each of us carries", heads, rows))


def _carried(project: Project, load: Load, model: CoachingModel) -> tuple[tuple[int, int], ...]:
    """Return what somebody leads, has open, has late and has to prepare, each with its limit."""
    own = tuple(dated for _, dated in load.dates)
    reviews = len(reviews_within(own, model.fortnight, project.as_of))
    return (
        (len(load.leads), model.accounts_most),
        (len(load.lines), model.open_most),
        (load.late, model.late_most),
        (reviews, model.reviews_most),
    )


def _limit(value: int, most: int) -> Cell:
    over = value > most
    return Cell(str(value), second=f"limit {most}" if over else "", tone="ochre" if over else "")


# Gaps ---------------------------------------------------------------------------------------


def gaps_part(project: Project, people: Mapping[str, PersonCoaching], shown: Sequence[Colleague]) -> Part:
    """Count by competency who still needs help, the most common first; a gap of two is a lesson for the team."""
    scores = [(one, newest_scores(people.get(one.id), project.as_of)) for one in shown]
    found: list[tuple[Competency, list[str], int]] = []
    for each in project.playbook.method.competencies.competencies:
        levels = [(one.name, judged[each.id].level or 0) for one, judged in scores if each.id in judged]
        short = [name for name, level in levels if level <= HELP]
        if short:
            found.append((each, short, len(levels)))
    found.sort(key=lambda gap: -len(gap[1]))
    rows = tuple(_gap(project, *gap) for gap in found)
    common = [each.name.lower() for each, short, _ in found if len(short) > 1]
    said = some(common) if common else "none shared by two"
    heads = columns("Competency", "At level 1 or 2", "Who", "Lesson for the team")
    return Part(f"Gaps in common: {said}", Table("Gaps in common", heads, rows))


def _gap(project: Project, each: Competency, short: list[str], known: int) -> Row:
    lesson = team_lesson(project.playbook, each.id)
    if len(short) < 2:
        cell = Cell("for one alone: in the next talk", tone="grey")
    elif lesson:
        cell = Cell(lesson.name, lesson_address(lesson), f"{lesson.minutes} minutes")
    else:
        cell = Cell("no lesson builds it yet", tone="ochre")
    return Row((
        Cell(each.name, f"method/competencies/#competency-{each.id}"),
        Cell(f"{number(len(short))} of {number(known)} judged"),
        Cell(listed(short)),
        cell,
    ))  # fmt: skip
