"""A coaching talk that took place, in the order of GROW: for the coach edition alone."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.coaching import Session
from sam_gen.model.project import Project
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.words import day


@dataclass(frozen=True)
class SessionText:
    """One coaching talk, in the order of GROW."""

    when: str
    who: str
    focus: str
    parts: tuple[tuple[str, str], ...]


def log(project: Project, sessions: tuple[Session, ...]) -> tuple[SessionText, ...]:
    """Return the talks that took place, the newest first; one without a day comes last."""
    past = [one for one in sessions if one.date is None or one.date <= project.as_of]
    past.sort(key=lambda one: one.date.toordinal() if one.date else 0, reverse=True)
    return tuple(_session(project, one) for one in past)


def _session(project: Project, one: Session) -> SessionText:
    kept = f" (kept {day(one.kept, project.as_of)})" if one.kept and one.kept <= project.as_of else ""
    due = f" (by {day(one.due, project.as_of)})" if one.due and not kept else ""
    parts = (
        ("Goal", one.goal or ""),
        ("Reality", one.reality or ""),
        ("Options", " · ".join(one.options)),
        ("Will", f"{' · '.join(one.will)}{kept or due}" if one.will else ""),
    )
    age = (project.as_of - one.date).days if one.date else 0
    ago = "today" if age == 0 else f"{age} d ago"
    return SessionText(
        when=f"{day(one.date, project.as_of)}, {ago}" if one.date else "no day written",
        who=Colleagues(project.playbook).name(one.coach) or "not written who coached",
        focus=one.focus or "no focus written",
        parts=tuple((name, text) for name, text in parts if text),
    )
