"""`/coaching/`: whom to coach on what. In the coach edition alone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.advise.trains import newest_scores
from sam_gen.advise.whom import last_session, newest, open_since, turns
from sam_gen.assess.portfolio import Load, Portfolio
from sam_gen.model.coaching import Aim, PersonCoaching, Score, Session
from sam_gen.model.edition import Edition
from sam_gen.model.playbook import Colleague
from sam_gen.model.project import Coaching, Project
from sam_gen.pages.coaching_log import SessionText, log
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.leader_turns import METHOD, gaps_part, load_part, turns_parts
from sam_gen.pages.parts import address, frame
from sam_gen.pages.tables import Cell, Column, Row, Table, columns
from sam_gen.pages.words import day, some
from sam_gen.render.page import Page


def leader_pages(project: Project, index: Portfolio) -> tuple[Page, ...]:
    """Build the page for leaders and coaches; every other edition has none."""
    if project.edition is not Edition.COACH:
        return ()
    coaching = project.coaching or Coaching()
    shown = [one for one in project.playbook.team if _coached(index.loads[one.id], coaching.people.get(one.id))]
    last = {one.id: last_session(coaching, one.id, index.loads[one.id], project.as_of) for one in shown}
    talked = [one for one in shown if index.loads[one.id].leads or one.id in coaching.people]
    found = turns(index, coaching, project.playbook, project.as_of)
    now, later = turns_parts(project, found)
    page = Page(
        path="coaching/",
        title="Coaching",
        template="leader.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(project, talked, last),
            "method": METHOD,
            "now": now,
            "later": later,
            "gaps": gaps_part(project, coaching.people, shown),
            "load": load_part(project, index, shown),
            "people": _people(project, coaching, talked, last),
            "scores": _scores(project, coaching, shown),
            "accounts": _accounts(project, index, coaching),
            "log": _logs(project, coaching, shown),
        },
        searched=False,
        nav=("Coaching",),
    )
    return (page,)


def _coached(load: Load, file: PersonCoaching | None) -> bool:
    """Show who works with accounts or has a file."""
    return bool(load.accounts or load.lines or file)


def _lede(project: Project, talked: Sequence[Colleague], last: Mapping[str, Session | None]) -> str:
    """Say with whom no talk is on file, with whom it is long ago, and whose promise of the last one is late."""
    if not talked:
        return ""
    quiet, fortnight = project.playbook.method.windows.coaching_lasts, project.playbook.method.coaching.fortnight
    never = [one.name for one in talked if last[one.id] is None]
    long_ago = [one.name for one in talked if _age(project, last[one.id]) > quiet]
    late = [one.name for one in talked if (open_since(last[one.id], fortnight, project.as_of) or 0) > 0]
    texts = [
        f"No coaching talk on file with {some(never)}." if never else "",
        f"Longer than {quiet} days ago with {some(long_ago)}." if long_ago else "",
        f"What {some(late)} promised in the last talk is late." if late else "",
    ]
    return " ".join(text for text in texts if text) or f"Each has had a talk in the last {quiet} days."


def _age(project: Project, session: Session | None) -> int:
    return (project.as_of - session.date).days if session and session.date else 0


# By person ---------------------------------------------------------------------------------------


def _people(
    project: Project, coaching: Coaching, shown: Sequence[Colleague], last: Mapping[str, Session | None]
) -> Table:
    ours = Colleagues(project.playbook)
    heads = columns("Who", "Last talk", "Promised in it", "Wants to be able to", "Notes")
    rows = tuple(_person_row(project, ours, coaching.people.get(one.id), one, last[one.id]) for one in shown)
    return Table("One row for each of us", heads, rows)


def _person_row(
    project: Project, ours: Colleagues, file: PersonCoaching | None, one: Colleague, session: Session | None
) -> Row:
    aims = [_aim(project, aim.what, aim.due) for aim in _open_aims(project, file)]
    return Row(
        (
            Cell(one.name, ours.link(one.id).to, one.role),
            _session_cell(project, ours, session),
            _promised(project, session),
            Cell("; ".join(aims) or "not known yet: ask", second=_reached(project, file), tone="" if aims else "grey"),
            Cell(prose=file.notes) if file and file.notes else Cell("none", tone="grey"),
        ),
        f"coach-{one.id}",
    )


def _open_aims(project: Project, file: PersonCoaching | None) -> list[Aim]:
    return [aim for aim in file.aims if aim.what and not (aim.done and aim.done <= project.as_of)] if file else []


def _reached(project: Project, file: PersonCoaching | None) -> str:
    done = [
        f"{aim.what}, {day(aim.done, project.as_of)}"
        for aim in (file.aims if file else ())
        if aim.done and aim.done <= project.as_of
    ]
    return f"reached: {'; '.join(done)}" if done else ""


def _aim(project: Project, what: str | None, due: datetime.date | None) -> str:
    return f"{what}, by {day(due, project.as_of)}" if due else f"{what}, no day yet"


def _promised(project: Project, session: Session | None) -> Cell:
    """Say what was promised in the last talk, and whether it is kept, open or late."""
    if session is None or not session.will:
        return Cell("nothing on file", tone="grey")
    days = open_since(session, project.playbook.method.coaching.fortnight, project.as_of)
    said = "; ".join(session.will)
    if days is None:
        kept = f"kept {day(session.kept, project.as_of)}" if session.kept else "kept"
        return Cell(said, second=kept)
    if days > 0:
        return Cell(said, second=f"{days} d late: ask what came of it", tone="red")
    return Cell(said, second="open, due today" if days == 0 else f"open, due in {-days} d")


def _session_cell(project: Project, ours: Colleagues, session: Session | None) -> Cell:
    if session is None or session.date is None:
        return Cell("none on file: agree one", tone="ochre")
    age = _age(project, session)
    coach = f"with {ours.name(session.coach)}" if ours.name(session.coach) else ""
    about = " · ".join(text for text in (f"{age} d ago", coach, session.focus or "") if text)
    late = age > project.playbook.method.windows.coaching_lasts
    return Cell(day(session.date, project.as_of), second=about, tone="ochre" if late else "")


def _scores(project: Project, coaching: Coaching, shown: Sequence[Colleague]) -> Table:
    competencies = project.playbook.method.competencies.competencies
    heads = (Column("Who"), *(Column(one.name) for one in competencies))
    rows = []
    for one in shown:
        judged = newest_scores(coaching.people.get(one.id), project.as_of)
        if judged:
            rows.append(Row((Cell(one.name), *(_score(project, judged.get(each.id)) for each in competencies))))
    return Table("Levels by competency", heads, tuple(rows), wide=True)


def _score(project: Project, score: Score | None) -> Cell:
    if score is None:
        return Cell("not judged yet", tone="grey")
    return Cell(f"{score.level} of 4", second=day(score.as_of, project.as_of) if score.as_of else "without a day")


@dataclass(frozen=True)
class PersonLog:
    """The talks with one of us."""

    name: str
    sessions: tuple[SessionText, ...]


def _logs(project: Project, coaching: Coaching, shown: Sequence[Colleague]) -> tuple[PersonLog, ...]:
    """Return the talks of each own file; those about an account stand on its page."""
    logs = (
        PersonLog(one.name, log(project, coaching.people[one.id].sessions))
        for one in shown
        if one.id in coaching.people
    )
    return tuple(one for one in logs if one.sessions)


# By account ------------------------------------------------------------------------------------------


def _accounts(project: Project, index: Portfolio, coaching: Coaching) -> Table:
    ours = Colleagues(project.playbook)
    rows = []
    for seen in index.accounts:
        file = coaching.accounts.get(seen.account.id)
        if file is None:
            continue
        session = newest(file.sessions, project.as_of)
        rows.append(
            Row(
                (
                    Cell(seen.account.name, f"{address(project, seen.account)}coaching/#coach"),
                    ours.cell(seen.account.lead, "no lead yet"),
                    _session_cell(project, ours, session),
                    _promised(project, session),
                    Cell(prose=file.notes) if file.notes else Cell("none", tone="grey"),
                )
            )
        )
    heads = columns("Account", "Lead", "Last talk about it", "Promised in it", "Notes")
    return Table("Accounts that were talked about", heads, tuple(rows))
