"""`/coaching/`: whom to coach on what. In the coach edition alone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sam_gen.assess.portfolio import Load, Portfolio, key_of
from sam_gen.model.coaching import PersonCoaching, Score, Session
from sam_gen.model.edition import Edition
from sam_gen.model.method import Competency
from sam_gen.model.playbook import Colleague
from sam_gen.model.project import Coaching, Project
from sam_gen.pages.accounts import account_link, late_cell
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.parts import address, frame
from sam_gen.pages.tables import Cell, Column, Row, Table, columns
from sam_gen.pages.words import count, day, listed
from sam_gen.render.page import Page

_HELP = 2
"""Up to this level, of four, somebody still needs help: there is a gap."""


def leader_pages(project: Project, index: Portfolio) -> tuple[Page, ...]:
    """Build the page for leaders and coaches; every other edition has none."""
    if project.edition is not Edition.COACH:
        return ()
    coaching = project.coaching or Coaching()
    shown = [one for one in project.playbook.team if _coached(index.loads[one.id], coaching.people.get(one.id))]
    last = {one.id: _last_session(project, coaching, index.loads[one.id], one.id) for one in shown}
    page = Page(
        path="coaching/",
        title="Coaching",
        template="leader.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(project, shown, last),
            "people": _people(project, index, coaching, shown, last),
            "scores": _scores(project, coaching, shown),
            "gaps": _gaps(project, coaching, shown),
            "accounts": _accounts(project, index, coaching),
        },
        searched=False,
        nav=("Coaching",),
    )
    return (page,)


def _coached(load: Load, file: PersonCoaching | None) -> bool:
    """Show who works with accounts or has a file."""
    return bool(load.accounts or load.items or file)


def _newest(project: Project, sessions: tuple[Session, ...]) -> Session | None:
    held = [one for one in sessions if one.date and one.date <= project.as_of]
    return max(held, key=lambda one: one.date or datetime.date.min, default=None)


def _last_session(project: Project, coaching: Coaching, load: Load, who: str) -> Session | None:
    """Find the last talk with somebody: in their own file, or about an account they lead."""
    own = coaching.people[who].sessions if who in coaching.people else ()
    led = (coaching.accounts.get(seen.account.id) for seen in load.leads)
    return _newest(project, (*own, *(session for file in led if file for session in file.sessions)))


def _lede(project: Project, shown: list[Colleague], last: Mapping[str, Session | None]) -> str:
    if not shown:
        return ""
    never = [one.name for one in shown if last[one.id] is None]
    quiet = project.playbook.method.windows.coaching_lasts
    long_ago = [one.name for one in shown if _age(project, last[one.id]) > quiet]
    texts = [
        f"No coaching talk on file with {_some(never)}." if never else "",
        f"Longer than {quiet} days ago with {_some(long_ago)}." if long_ago else "",
    ]
    return " ".join(text for text in texts if text) or f"Each has had a talk in the last {quiet} days."


def _some(names: list[str]) -> str:
    return listed([*names[:3], count(len(names) - 3, "other")]) if len(names) > 3 else listed(names)


def _age(project: Project, session: Session | None) -> int:
    return (project.as_of - session.date).days if session and session.date else 0


# By person ---------------------------------------------------------------------------------------


def _people(
    project: Project,
    index: Portfolio,
    coaching: Coaching,
    shown: list[Colleague],
    last: Mapping[str, Session | None],
) -> Table:
    ours = Colleagues(project.playbook)
    heads = columns("Who", "Leads", "Last talk", "Promised in it", "Wants to be able to", ">Overdue")
    rows = tuple(
        _person_row(project, ours, index.loads[one.id], coaching.people.get(one.id), one, last[one.id]) for one in shown
    )
    return Table("One row for each of us", heads, rows)


def _person_row(
    project: Project,
    ours: Colleagues,
    load: Load,
    file: PersonCoaching | None,
    one: Colleague,
    session: Session | None,
) -> Row:
    leads = tuple(account_link(project, seen) for seen in load.leads)
    aims = [aim.what for aim in file.aims if aim.what and not (aim.done and aim.done <= project.as_of)] if file else []
    promised = session.will if session else ()
    return Row(
        (
            Cell(one.name, ours.link(one.id).to, one.role),
            Cell(links=leads) if leads else Cell("no account", tone="grey"),
            _session_cell(project, ours, session),
            Cell("; ".join(promised)) if promised else Cell("nothing on file", tone="grey"),
            Cell("; ".join(aims)) if aims else Cell("not known yet: ask", tone="grey"),
            late_cell(load.late),
        ),
        f"coach-{one.id}",
    )


def _session_cell(project: Project, ours: Colleagues, session: Session | None) -> Cell:
    if session is None or session.date is None:
        return Cell("none on file: agree one", tone="ochre")
    age = _age(project, session)
    coach = f"with {ours.name(session.coach)}" if ours.name(session.coach) else ""
    about = " · ".join(text for text in (f"{age} d ago", coach, session.focus or "") if text)
    late = age > project.playbook.method.windows.coaching_lasts
    return Cell(day(session.date, project.as_of), second=about, tone="ochre" if late else "")


# Scores and gaps -----------------------------------------------------------------------------------


def _newest_scores(project: Project, file: PersonCoaching | None) -> Mapping[str, Score]:
    """Return the newest score of each competency that was judged by the day the site is seen from."""
    found: dict[str, Score] = {}
    for score in file.scores if file else ():
        if score.level is None or (score.as_of and score.as_of > project.as_of):
            continue
        key = key_of(score.competency)
        before = found.get(key)
        if before is None or (score.as_of or datetime.date.min) >= (before.as_of or datetime.date.min):
            found[key] = score
    return found


def _scores(project: Project, coaching: Coaching, shown: list[Colleague]) -> Table:
    competencies = project.playbook.method.competencies.competencies
    heads = (Column("Who"), *(Column(one.name) for one in competencies))
    rows = []
    for one in shown:
        judged = _newest_scores(project, coaching.people.get(one.id))
        if judged:
            rows.append(Row((Cell(one.name), *(_score(project, judged.get(each.id)) for each in competencies))))
    return Table("Levels by competency", heads, tuple(rows), wide=True)


def _score(project: Project, score: Score | None) -> Cell:
    if score is None:
        return Cell("not judged yet", tone="grey")
    return Cell(f"{score.level} of 4", second=day(score.as_of, project.as_of) if score.as_of else "without a day")


def _gaps(project: Project, coaching: Coaching, shown: list[Colleague]) -> Table:
    """Count by competency who still needs help; the most common first."""
    judged = [(one, _newest_scores(project, coaching.people.get(one.id))) for one in shown]
    found: list[tuple[Competency, list[str], int]] = []
    for each in project.playbook.method.competencies.competencies:
        levels = [(one.name, scores[each.id].level or 0) for one, scores in judged if each.id in scores]
        short = [name for name, level in levels if level <= _HELP]
        if short:
            found.append((each, short, len(levels)))
    found.sort(key=lambda gap: -len(gap[1]))
    rows = tuple(
        Row(
            (
                Cell(each.name, f"method/competencies/#competency-{each.id}"),
                Cell(f"{len(short)} of {judged_} judged"),
                Cell(listed(short)),
            )
        )
        for each, short, judged_ in found
    )
    return Table("Gaps in common", columns("Competency", "At level 1 or 2", "Who"), rows)


# By account ------------------------------------------------------------------------------------------


def _accounts(project: Project, index: Portfolio, coaching: Coaching) -> Table:
    ours = Colleagues(project.playbook)
    rows = []
    for seen in index.accounts:
        file = coaching.accounts.get(seen.account.id)
        if file is None:
            continue
        session = _newest(project, file.sessions)
        rows.append(
            Row(
                (
                    Cell(seen.account.name, address(project, seen.account)),
                    ours.cell(seen.account.lead, "no lead yet"),
                    _session_cell(project, ours, session),
                    Cell("; ".join(session.will)) if session and session.will else Cell("nothing on file", tone="grey"),
                    Cell(prose=file.notes) if file.notes else Cell("none", tone="grey"),
                )
            )
        )
    heads = columns("Account", "Lead", "Last talk about it", "Promised in it", "Notes")
    return Table("Accounts that were talked about", heads, tuple(rows))
