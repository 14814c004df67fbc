"""The parts of `/method/coaching/`: what a focus trains, how turns are ranked, what one of us can carry."""

from __future__ import annotations

from sam_gen.advise.trains import trained
from sam_gen.model.method import FocusKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.pages.chooser import tool_address
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.training import lesson_address

KINDS = {
    FocusKind.OWED_THERE: "A late promise of ours to somebody who comes to a talk within the fortnight",
    FocusKind.NEWS: "Something we have to tell somebody at a talk within the fortnight",
    FocusKind.TALK: "A talk with a key player within the fortnight",
    FocusKind.PROMISE: "Another promise of ours that is late",
    FocusKind.NOBODY_NAMED: "No key player is named",
    FocusKind.UNMET: "A key player without an owner, or never met",
    FocusKind.LATE: "A late step of ours that nobody has given a new day",
    FocusKind.WISH: "A wish of theirs without an answer",
    FocusKind.OFF_TRACK: "A measure off its track",
    FocusKind.THREAD: "One person in every talk that counts",
    FocusKind.STANDS: "Stands that are assumed or old",
    FocusKind.OBJECTIVE: "An objective without a gain for them or a measure, or none at all",
    FocusKind.NOT_VALIDATED: "A plan the client has not gone through for long",
    FocusKind.CHANGED: "Nothing of the above: what has changed",
}
"""The kinds of focus in words, in the order in which they count."""


def coaching(project: Project) -> dict[str, object]:
    """Show the order of the focus with what it trains, the points and the limits."""
    playbook = project.playbook
    model = playbook.method.coaching
    points = (
        ("No talk on file", model.never, ""),
        ("For every full week since the last talk", model.per_week, f"at most {model.weeks_most}"),
        ("What was promised in the last talk is late", model.promise_late, "without a day: a fortnight after the talk"),
        ("What was promised is open, and not late", model.promise_open, ""),
        ("For every late item of ours in the account", model.late_item, f"at most {model.late_items_most}"),
        ("A review of the account is near", model.review_ahead, f"within {model.fortnight} days"),
        ("The focus is a hole", model.hole, "not a talk ahead, nor what has changed"),
        ("The competency it trains is at level 1 or 2", model.needs_help, "the newest judgement"),
    )
    limits = (
        ("Accounts led", model.accounts_most),
        ("Open items", model.open_most),
        ("Late items", model.late_most),
        (f"Reviews within {model.fortnight} days", model.reviews_most),
    )
    return {
        "about": model.about,
        "most": str(model.most),
        "fortnight": str(model.fortnight),
        "kinds": Table(
            "What a focus trains",
            columns("Focus, the first that is true", "It trains", "Lesson", "Tool"),
            tuple(_kind(playbook, at, kind) for at, kind in enumerate(FocusKind, 1)),
        ),
        "points": Table(
            "Points of a line",
            columns("What counts", ">Points", "How far"),
            tuple(Row((Cell(name), Cell(str(value)), Cell(far or "–"))) for name, value, far in points),
        ),
        "limits": Table(
            "What one of us can carry",
            columns("What", ">At most"),
            tuple(Row((Cell(name), Cell(str(value)))) for name, value in limits),
        ),
    }


def _kind(playbook: Playbook, at: int, kind: FocusKind) -> Row:
    found = trained(playbook, kind)
    none = Cell("none yet", tone="grey")
    return Row(
        (
            Cell(f"{at} {KINDS[kind]}"),
            Cell(found.competency.name, f"method/competencies/#competency-{found.competency.id}")
            if found.competency
            else none,
            Cell(found.lesson.name, lesson_address(found.lesson)) if found.lesson else none,
            Cell(found.tool.name, tool_address(found.tool)) if found.tool else none,
        ),
        f"focus-{kind.value.replace('_', '-')}",
    )
