"""What a browser needs to keep somebody's progress by, and the review cards: worked out here, kept nowhere."""

from __future__ import annotations

import hashlib
import html
import json
from dataclasses import dataclass

from sam_gen.model.curriculum import FACTORS, Check, Lesson
from sam_gen.model.onboarding import RolePath
from sam_gen.model.playbook import Playbook
from sam_gen.pages.words import capital
from sam_gen.render.prose import prose

WORDS_A_MINUTE = 200
"""How fast somebody reads a lesson: convention."""


@dataclass(frozen=True)
class Card:
    """One review card: a question of a self-check with its right answer, and why it is right."""

    key: str
    """The same for as long as the question keeps its place, so that a later import moves nothing."""
    question: str
    answer: str
    why: str
    lesson: Lesson


def factor_title(factor: int) -> str:
    """Return how a factor is called in the navigation: `2 Diagnosis`."""
    return f"{factor} {capital(FACTORS[factor])}" if factor else "Start"


def lesson_digest(lesson: Lesson) -> str:
    """Return a short sum of what a lesson teaches and asks: another one, and somebody should look again.

    Line ends and indents do not count, nor does anything that is said about the lesson elsewhere.
    """
    said = [" ".join(lesson.body.split()), [_said(check) for check in lesson.checks]]
    return _sum(said, 12)


def question_key(check: Check) -> str:
    """Return a short sum of one question with its answers, under which a browser keeps what was opened."""
    return _sum(_said(check), 8)


def act_key(path: RolePath, act: str) -> str:
    """Return a short sum of one act of a path, under which a browser keeps the day it was done."""
    return _sum([path.id, act], 8)


def _said(check: Check) -> list[object]:
    options = [[one.text, one.right, one.feedback, one.reveals or ""] for one in check.options]
    return [check.question, options]


def _sum(said: object, digits: int) -> str:
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:digits]


def reading_minutes(lesson: Lesson) -> int:
    """Return how long the text alone takes to read, at least one minute."""
    return max(1, round(len(lesson.body.split()) / WORDS_A_MINUTE))


# Cards ------------------------------------------------------------------------------


def lesson_cards(lesson: Lesson) -> tuple[Card, ...]:
    """Return the cards of one lesson: one for each question of its self-check."""
    return tuple(_card(lesson, at, check) for at, check in enumerate(lesson.checks, 1))


def _card(lesson: Lesson, at: int, check: Check) -> Card:
    right = next(option for option in check.options if option.right)
    return Card(f"{lesson.id}-{at}", check.question, right.text, right.feedback, lesson)


_HEAD = ("#separator:Comma", "#html:true", "#notetype:Basic", "#guid column:1", "#tags column:4")
"""What Anki reads before the first card: it asks nothing, and a later import renews a card and does not double it."""


def anki(playbook: Playbook) -> str:
    """Return all cards as CSV for Anki: key, front, back, tags.

    No cell can begin a formula in a spreadsheet: a front and a back begin with a tag, a key and a tag with a letter
    or digit of an id.
    """
    cards = (card for lesson in playbook.lessons for card in lesson_cards(lesson))
    return "\n".join([*_HEAD, *map(_line, cards)]) + "\n"


def _line(card: Card) -> str:
    back = f"<p><b>{html.escape(card.answer)}</b></p>{prose(card.why)}<p><i>{html.escape(card.lesson.name)}</i></p>"
    tags = f"{FACTORS[card.lesson.factor]} {card.lesson.id}"
    cells = (card.key, f"<div>{prose(card.question)}</div>", back, tags)
    return ",".join(f'"{_one_line(cell)}"' for cell in cells)


def _one_line(cell: str) -> str:
    return " ".join(cell.splitlines()).replace('"', '""')
