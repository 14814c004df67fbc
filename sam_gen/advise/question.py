"""One question to somebody of theirs, and how few of one form make a sheet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sam_gen.model.place import Place


class Form(StrEnum):
    """What a question is made of; two of one form read like a questionnaire."""

    FILE = "file"
    """A line of the file: a step that asks, what to prove, what follows, what they owe or want. Any number."""
    VIEW = "view"
    """How somebody else sees us: one on a sheet."""
    INTRODUCTION = "introduction"
    OWN_VIEW = "own_view"
    UNMET = "unmet"
    SILENCE = "silence"
    VACANT = "vacant"
    UNNAMED = "unnamed"
    ASSUMED = "assumed"
    INITIATIVE = "initiative"
    AHEAD = "ahead"
    CHANGED = "changed"


_OF_THEIRS = frozenset({Form.INITIATIVE, Form.AHEAD})
ABOUT_OTHERS = frozenset({Form.INTRODUCTION, Form.VIEW, Form.VACANT})


@dataclass(frozen=True)
class Question:
    """One question, whom to put it to, and what we lack."""

    text: str
    whom: str
    why: str
    place: Place
    there: bool = False
    """Whether it is put to somebody who comes to the next talk."""
    due: datetime.date | None = None
    """The day by which the file wants to know; None where it names none."""
    form: Form = Form.FILE


def once_a_sheet(asked: Sequence[Question], most: int) -> tuple[Question, ...]:
    """Keep the first of each form, then as many others as there is room for.

    Never a second about somebody's view, nor a second to one person about what is theirs in the same words.
    """
    seen: set[Form] = set()
    heard: set[tuple[Form, str]] = set()
    first, again = [], []
    for one in asked:
        if one.form is Form.FILE or one.form not in seen:
            first.append(one)
        elif one.form is not Form.VIEW and not (one.form in _OF_THEIRS and (one.form, one.whom) in heard):
            again.append(one)
        seen.add(one.form)
        heard.add((one.form, one.whom))
    kept = (*first, *again)[:most]
    return tuple(sorted(kept, key=asked.index))
