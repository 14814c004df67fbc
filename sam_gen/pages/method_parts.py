"""The pages of the method, one record each: the question that sends somebody to it, what it shows, what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.pages.competencies import model_context
from sam_gen.pages.limits import evidence, people, windows
from sam_gen.pages.method_attention import attention
from sam_gen.pages.method_coaching import coaching
from sam_gen.pages.method_continuum import continuum
from sam_gen.pages.method_figures import figures
from sam_gen.pages.method_opportunities import priorities, white_space
from sam_gen.pages.method_review import review
from sam_gen.pages.method_risks import risks, signals
from sam_gen.pages.method_rules import rules
from sam_gen.pages.method_selection import selection
from sam_gen.pages.method_standing import health, hygiene
from sam_gen.pages.questions import bank
from sam_gen.pages.tables import Table
from sam_gen.pages.words import count

HOME = "method/"

Shown = Mapping[str, object]
"""What a page shows, by the names its template knows."""


@dataclass(frozen=True)
class Part:
    """One page of the method."""

    path: str
    """Its place below the method, which is also the name of its template."""
    name: str
    question: str
    """The question that sends somebody to it."""
    shows: Callable[[Project], Shown]
    holds: Callable[[Playbook, Shown], str]
    """What it holds, counted: things of the playbook, or rows of what it shows."""

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"{HOME}{self.path}/"


def _rows(shown: Shown, **tables: str) -> str:
    """Count the rows of tables that a page shows, each by its noun: one/many."""
    counted = ((shown[name], *noun.partition("/")) for name, noun in tables.items())
    return ", ".join(count(len(table.rows), one, many) for table, one, _, many in counted if isinstance(table, Table))


PARTS = (
    Part(
        "continuum",
        "Continuum",
        "Where do we stand with a client, and what would show more?",
        continuum,
        lambda playbook, _: ", ".join(
            (
                count(len(playbook.method.continuum.stages), "stage"),
                count(len(playbook.method.continuum.dimensions), "dimension"),
            )
        ),
    ),
    Part(
        "competencies",
        "Competencies",
        "What should somebody who leads an account be able to do?",
        model_context,
        lambda playbook, _: count(len(playbook.method.competencies.competencies), "competency", "competencies"),
    ),
    Part(
        "questions",
        "Questions",
        "What could a leader ask in a talk about an account?",
        bank,
        lambda playbook, _: count(len(playbook.questions), "question"),
    ),
    Part(
        "selection",
        "Selection",
        "Which clients get this care, and which do not?",
        selection,
        lambda playbook, _: count(len(playbook.method.selection.criteria), "criterion", "criteria"),
    ),
    Part(
        "health",
        "Health",
        "How does the client feel about us?",
        health,
        lambda playbook, _: count(len(playbook.method.health.measures), "measure"),
    ),
    Part(
        "hygiene",
        "Hygiene",
        "How well do we keep the plan?",
        hygiene,
        lambda playbook, _: count(len(playbook.method.hygiene.measures), "part"),
    ),
    Part(
        "priorities",
        "Priorities",
        "Which opportunity gets people now?",
        priorities,
        lambda playbook, _: count(len(playbook.method.priorities.questions), "question"),
    ),
    Part(
        "white-space",
        "White space",
        "How much of what they buy is ours, and how much do we know of it?",
        white_space,
        lambda playbook, _: count(len(playbook.offerings), "offering"),
    ),
    Part(
        "risks",
        "Risks",
        "What goes wrong again and again?",
        risks,
        lambda playbook, _: count(len(playbook.method.risks.patterns), "pattern"),
    ),
    Part(
        "signals",
        "Signals",
        "Is the relationship moving?",
        signals,
        lambda playbook, _: count(len(playbook.method.signals.signals), "signal"),
    ),
    Part(
        "rules",
        "Rules",
        "How loudly does each check speak?",
        rules,
        lambda playbook, _: f"{count(len(playbook.method.rules.rules), 'rule')} set apart",
    ),
    Part(
        "people",
        "People",
        "Who counts, who would be missed, who can introduce us?",
        people,
        lambda _, shown: _rows(shown, table="limit", losses="loss/losses"),
    ),
    Part(
        "evidence",
        "Evidence",
        "How far does an old claim still count?",
        evidence,
        lambda _, shown: _rows(shown, starts="basis/bases", lasts="kind of claim/kinds of claim"),
    ),
    Part(
        "attention",
        "Attention",
        "What comes first of all that is found?",
        attention,
        lambda playbook, _: f"{count(len(playbook.method.attention.rules), 'rule')} weighed",
    ),
    Part(
        "review",
        "Plan review",
        "Would this plan hold?",
        review,
        lambda playbook, _: count(len(playbook.method.review.rubric), "criterion", "criteria"),
    ),
    Part(
        "coaching",
        "Coaching",
        "What is this talk about, and with whom comes the next?",
        coaching,
        lambda playbook, _: count(len(playbook.method.coaching.focus), "focus", "kinds of focus"),
    ),
    Part(
        "windows",
        "Windows",
        "When is something old, and when is it near?",
        windows,
        lambda _, shown: _rows(shown, back="window back/windows back", ahead="ahead/ahead"),
    ),
    Part(
        "figures",
        "Figures",
        "How is this number worked out?",
        figures,
        lambda _, __: "people, talks, days",
    ),
)
"""In the order of the list and of the navigation."""
