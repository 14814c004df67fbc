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
_THREAD = ("plan-one-thread", "removal-test")
_LATE = ("skills-bad-news-by-friday", "four-sentence-call")
_EARNS = ("skills-how-this-client-earns", "annual-report-dig")
_HAND_OVER = ("plan-hand-it-over", "teach-back")
_DOORS = ("toolkit-sponsors-who-open-doors", "sponsor-charter")

SECTIONS: Mapping[str, tuple[str, str]] = {
    # page/id of the section: lesson, tool. A lesson or tool the playbook lacks is left out.
    "overview/who": _READ,
    "overview/due": _LATE,
    "overview/wants": ("plan-their-initiatives-first", "initiative-cards"),
    "overview/talks": ("skills-ask-then-stop", "ten-minute-read-in"),
    "overview/map": ("start-first-facts", "map-in-an-hour"),
    "overview/lacks": ("start-first-facts", "twelve-line-start"),
    "map/people": ("plan-the-map-is-not-the-chart", "map-in-an-hour"),
    "map/maps": ("plan-the-map-is-not-the-chart", "who-asks-whom"),
    "map/removal": _THREAD,
    "map/introductions": ("plan-one-thread", "three-hand-overs"),
    "map/consensus": ("skills-moving-a-neutral", "consensus-table"),
    "map/interest": ("skills-moving-a-neutral", "interest-ladder"),
    "map/functions": ("plan-one-thread", "who-to-call-card"),
    "map/sees-us": ("diagnosis-through-their-eyes", "reverse-matrix"),
    "map/coverage": ("plan-one-thread", "who-to-call-card"),
    "map/units": ("plan-one-thread", "map-in-an-hour"),
    "map/table": ("start-what-we-write-about-people", "could-they-read-it"),
    "position/say": ("diagnosis-five-stages-and-a-slope", "stage-cards"),
    "position/evidence": ("diagnosis-what-have-you-seen", "who-told-you-that"),
    "position/next": ("diagnosis-what-have-you-seen", "cheapest-next-line"),
    "position/ceilings": ("diagnosis-desired-achievable-and-the-price", "price-of-a-stage"),
    "position/upstream": ("diagnosis-where-did-the-deal-start", "budget-day-calendar"),
    "position/trail": ("diagnosis-desired-achievable-and-the-price", "blind-rating"),
    "position/signals": ("diagnosis-when-it-slips", "slip-log"),
    "plan/business": _EARNS,
    "plan/horizon": ("experience-year-three-what-we-would-not-do", "price-of-a-stage"),
    "plan/opportunities": ("plan-a-b-c-and-the-gate", "gate-card"),
    "plan/objectives": ("plan-objectives-that-pay-both", "from-to-by"),
    "plan/overlap": ("start-where-selling-stops", "two-minute-account-story"),
    "plan/roadmap": ("skills-choosing-what-not-to-do", "stop-list"),
    "plan/team": ("start-who-says-yes", "who-to-call-card"),
    "plan/needs": ("skills-influence-at-home", "trade-sheet"),
    "plan/insights": ("experience-year-one-two-days", "unknowns-first"),
    "plan/economics": ("skills-their-numbers-in-your-hands", "napkin-case"),
    "plan/risks": ("plan-risks-with-a-trigger", "pre-mortem"),
    "plan/review": ("plan-the-clients-copy", "red-pen-meeting"),
    "plan/feedback": ("experience-two-teams-one-account", "blind-rating"),
    "white-space/grid": ("plan-whose-white-space", "unknowns-first"),
    "white-space/ends": ("experience-year-two-the-letter", "budget-day-calendar"),
    "white-space/blanks": ("plan-whose-white-space", "unknowns-first"),
    "white-space/doors": ("plan-whose-white-space", "first-ten-questions"),
    "white-space/ours-not-theirs": ("plan-their-initiatives-first", "initiative-cards"),
    "reviews/agenda": ("toolkit-the-review-that-decides", "five-decision-agenda"),
    "reviews/midpoint": ("plan-objectives-that-pay-both", "from-to-by"),
    "reviews/rhythm": ("toolkit-the-review-that-decides", "five-decision-agenda"),
    "reviews/since": ("skills-a-team-that-reports-elsewhere", "thirty-minute-pulse"),
    "reviews/decisions": ("toolkit-the-review-that-decides", "five-decision-agenda"),
    "reviews/past": ("toolkit-frameworks-and-when-to-leave-them", "framework-picker"),
    "reviews/validation": ("plan-the-clients-copy", "red-pen-meeting"),
    "coaching/commitments": ("toolkit-coach-it", "grow-sheet"),
    "brief/who": ("skills-one-page-they-use", "one-page-brief"),
    "brief/promises": _LATE,
    "brief/ask": ("skills-ask-then-stop", "first-ten-questions"),
    "brief/late": _LATE,
    "brief/unknown": ("start-first-facts", "ten-minute-read-in"),
    "value/benefits": ("plan-objectives-that-pay-both", "napkin-case"),
    "value/ours": _LATE,
    "value/dependence": ("diagnosis-who-needs-whom", "dependence-sheet"),
    "sponsors/pairs": _DOORS,
    "sponsors/without-peer": _DOORS,
    "hand-over/steps": _HAND_OVER,
    "hand-over/people": ("plan-hand-it-over", "three-hand-overs"),
    "hand-over/promises": _HAND_OVER,
    "hand-over/sore-points": ("plan-hand-it-over", "new-face-thirty-days"),
}


def helps(playbook: Playbook) -> Mapping[str, Help]:
    """Return what each section offers in this playbook."""
    lessons = {lesson.id: Link(lesson.name, f"{LESSONS}{lesson.id}/") for lesson in playbook.lessons}
    tools = {tool.id: Link(tool.name, f"{TOOLS}{tool.id}/") for tool in playbook.tools}
    return {key: Help(lessons.get(lesson), tools.get(tool)) for key, (lesson, tool) in SECTIONS.items()}
