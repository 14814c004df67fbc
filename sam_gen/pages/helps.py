"""Which lesson teaches a section of an account's pages, and which tool helps with it: one table for all foot lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sam_gen.model.playbook import Playbook
from sam_gen.pages.tables import Link

LESSONS, TOOLS = "training/", "tools/"
"""Where lessons and tools have their pages."""


@dataclass(frozen=True)
class Help:
    """What the foot line of a section offers; None where the playbook has no such lesson or tool."""

    lesson: Link | None
    tool: Link | None


_READ = ("start-read-an-account", "ten-minute-read-in")
_WHO = ("start-who-says-yes", "map-in-an-hour")
_THREAD = ("plan-one-thread", "")
_EVIDENCE = ("diagnosis-what-have-you-seen", "")
_SPACE = ("plan-whose-white-space", "")
_BOTH = ("plan-objectives-that-pay-both", "")
_HAND_OVER = ("plan-hand-it-over", "ten-minute-read-in")
_SPONSORS = ("toolkit-sponsors-who-open-doors", "")
_REVIEW = ("toolkit-the-review-that-decides", "")
_COPY = ("plan-the-clients-copy", "")
_BAD_NEWS = ("skills-bad-news-by-friday", "")

SECTIONS: Mapping[str, tuple[str, str]] = {
    # page/id of the section: lesson, tool; an empty text is none. A lesson or tool the playbook lacks is left out.
    "overview/who": ("start-read-an-account", "map-in-an-hour"),
    "overview/due": ("skills-bad-news-by-friday", "ten-minute-read-in"),
    "overview/wants": ("plan-their-initiatives-first", ""),
    "overview/talks": ("start-first-facts", ""),
    "overview/map": ("start-first-facts", "map-in-an-hour"),
    "overview/lacks": ("start-first-facts", ""),
    "map/people": ("plan-the-map-is-not-the-chart", "map-in-an-hour"),
    "map/maps": ("plan-the-map-is-not-the-chart", "map-in-an-hour"),
    "map/removal": _THREAD,
    "map/introductions": _WHO,
    "map/consensus": ("plan-the-map-is-not-the-chart", "map-in-an-hour"),
    "map/interest": ("plan-the-map-is-not-the-chart", "map-in-an-hour"),
    "map/functions": _THREAD,
    "map/sees-us": ("diagnosis-what-have-you-seen", ""),
    "map/coverage": _THREAD,
    "map/units": _THREAD,
    "map/table": ("start-first-facts", "map-in-an-hour"),
    "position/say": _EVIDENCE,
    "position/evidence": _EVIDENCE,
    "plan/business": ("plan-their-initiatives-first", ""),
    "plan/opportunities": ("plan-a-b-c-and-the-gate", ""),
    "plan/objectives": _BOTH,
    "plan/roadmap": ("skills-a-team-that-reports-elsewhere", ""),
    "plan/risks": ("plan-risks-with-a-trigger", ""),
    "plan/review": _COPY,
    "white-space/grid": _SPACE,
    "white-space/ends": _SPACE,
    "white-space/blanks": _SPACE,
    "reviews/rhythm": _REVIEW,
    "reviews/decisions": _REVIEW,
    "reviews/validation": _COPY,
    "coaching/commitments": ("skills-a-team-that-reports-elsewhere", ""),
    "brief/who": _READ,
    "brief/promises": _BAD_NEWS,
    "brief/ask": _READ,
    "brief/late": _BAD_NEWS,
    "brief/unknown": _WHO,
    "value/benefits": _BOTH,
    "sponsors/pairs": _SPONSORS,
    "hand-over/steps": _HAND_OVER,
    "hand-over/people": _HAND_OVER,
}


def helps(playbook: Playbook) -> Mapping[str, Help]:
    """Return what each section offers in this playbook."""
    lessons = {lesson.id: Link(lesson.name, f"{LESSONS}{lesson.id}/") for lesson in playbook.lessons}
    tools = {tool.id: Link(tool.name, f"{TOOLS}{tool.id}/") for tool in playbook.tools}
    return {key: Help(lessons.get(lesson), tools.get(tool)) for key, (lesson, tool) in SECTIONS.items()}
