"""`/training/cards/`: every question of the self-checks as a review card, to fold, to print, to take into Anki."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.curriculum import FACTORS, Lesson
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.pages.learning import Card, factor_title, lesson_cards, lesson_digest
from sam_gen.pages.parts import frame
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page

TRAINING = "training/"
HOME = "training/cards/"
FILE = "training/cards/cards.csv"
"""The cards for Anki, a file of the site: it can be had without JavaScript."""


@dataclass(frozen=True)
class CardRow:
    """One card of the table."""

    question: str
    answer: str
    why: str


@dataclass(frozen=True)
class CardLesson:
    """The cards of one lesson, under its name."""

    id: str
    digest: str
    name: str
    address: str
    count: str
    cards: tuple[CardRow, ...]


@dataclass(frozen=True)
class CardFactor:
    """One table: the cards of one factor."""

    id: str
    heading: str
    label: str
    lessons: tuple[CardLesson, ...]


def cards_page(project: Project) -> Page:
    """Build the page of the cards."""
    playbook = project.playbook
    factors = tuple(filter(None, (_factor(factor, playbook) for factor in range(len(FACTORS)))))
    return Page(
        path=HOME,
        title="Review cards",
        template="training/cards.md",
        context={
            "frame": frame(project, ()),
            "home": TRAINING,
            "lede": _lede(playbook),
            "days": recall_days(playbook),
            "recall": recall_value(playbook),
            "factors": factors,
            "file": FILE,
            "windows": "method/windows/#limit-recall-after",
        },
        wide=False,
        searched=False,
        nav=("Training", "Review cards"),
    )


def recall_days(playbook: Playbook) -> str:
    """Say after how many days questions come back: “3, 10 and 21 days”; nothing where they do not."""
    days = playbook.method.windows.recall_after
    return f"{listed([str(one) for one in days])} {'day' if days == (1,) else 'days'}" if days else ""


def recall_value(playbook: Playbook) -> str:
    """Return the same days for a browser: `3 10 21`."""
    return " ".join(str(one) for one in playbook.method.windows.recall_after)


def _lede(playbook: Playbook) -> str:
    cards = sum(len(lesson.checks) for lesson in playbook.lessons)
    lessons = sum(1 for lesson in playbook.lessons if lesson.checks)
    if not cards:
        return "No card yet."
    said = f"{capital(count(cards, 'card'))} from {count(lessons, 'lesson')}"
    return f"{said}: a situation, a decision, and what speaks for it."


def _factor(factor: int, playbook: Playbook) -> CardFactor | None:
    lessons = tuple(_lesson(one) for one in playbook.lessons if one.factor == factor and one.checks)
    if not lessons:
        return None
    cards = sum(len(lesson.cards) for lesson in lessons)
    title = factor_title(factor)
    return CardFactor(FACTORS[factor], f"{title}: {count(cards, 'card')}", f"Review cards, {title}", lessons)


def _lesson(lesson: Lesson) -> CardLesson:
    cards = tuple(map(_row, lesson_cards(lesson)))
    address = f"{TRAINING}{lesson.id}/"
    return CardLesson(lesson.id, lesson_digest(lesson), lesson.name, address, count(len(cards), "card"), cards)


def _row(card: Card) -> CardRow:
    return CardRow(card.question, card.answer, card.why)
