"""Conditions on the pages: which of them a question names, and the table of all on the page of the bank."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.assess.conditions import spoken_for
from sam_gen.assess.ground import Ground
from sam_gen.model.conditions import SAID, Condition
from sam_gen.model.questions import Question
from sam_gen.pages.tables import Cell, Link, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number


def offered_if(one: Question) -> str:
    """Say on the page of the bank what the file must show; empty where the leader alone judges."""
    return f"Offered if {_both(one.only_if)}." if one.only_if else ""


def shown_by(one: Question, ground: Ground) -> str:
    """Say on a coaching page what the file shows of it; empty where it cannot tell."""
    shown = spoken_for(one.only_if, ground)
    return f"The file says: {_both(shown)}." if shown else ""


def _both(conditions: Sequence[Condition]) -> str:
    return listed([SAID[one] for one in conditions])


def lede(questions: Sequence[Question]) -> str:
    """Say how many questions the file decides about."""
    decided = sum(bool(one.only_if) for one in questions)
    if not decided:
        return "No question names one yet, in only_if: so each is offered by its stage alone."
    total = f"{number(decided)} of {count(len(questions), 'question')}"
    verb = "names" if decided == 1 else "name"
    return capital(
        f"{total} {verb} what the file must show. Where it shows the contrary, the question is not offered; where "
        "the file cannot tell, it is, and the leader judges. The others rest on the stage and on your eye."
    )


def conditions_table(questions: Sequence[Question], spots: dict[str, str]) -> Table:
    """List every condition with what it means and the questions that name it."""
    rows = tuple(
        Row((Cell(one.value), Cell(capital(SAID[one])), _named_by(one, questions, spots)), f"condition-{one.value}")
        for one in Condition
    )
    return Table("Conditions", columns("Name", "Holds where", "Questions"), rows)


def _named_by(condition: Condition, questions: Sequence[Question], spots: dict[str, str]) -> Cell:
    links = tuple(Link(one.id, spots[f"question-{one.id}"]) for one in questions if condition in one.only_if)
    return Cell(links=links) if links else Cell("none", tone="grey")
