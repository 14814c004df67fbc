"""One drawing of the gallery: what it answers, and how it looks in five forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sam_gen.pages.gallery.cast import FORMS, Cast

HOME = "reference/drawings/"
"""The address of the gallery."""


@dataclass(frozen=True)
class Specimen:
    """One form of a drawing, in the frame that its page gives it."""

    form: str
    """The id of its heading."""
    heading: str
    sees: str
    """What a reader should see in five seconds."""
    frame: str
    """Which frame: a word that the template knows."""
    value: object
    """What the frame prints; None where pages do not draw at all."""


@dataclass(frozen=True)
class Exhibit:
    """One drawing."""

    id: str
    """Its address below the gallery, and its anchor in the manual."""
    title: str
    group: str
    answers: str
    """The question, with which it begins in the manual too."""
    draws: tuple[str, ...]
    """The functions of `sam_gen.draw` it shows, as module.function."""
    frame: str
    draw: Callable[[Cast], object]
    sees: tuple[str, str, str, str, str]
    """One sentence a form, in the order of the forms; the first one says what a page prints instead of nothing."""

    @property
    def to(self) -> str:
        """Its address."""
        return f"{HOME}{self.id}/"

    def specimens(self) -> tuple[Specimen, ...]:
        """Draw the five forms."""
        return _specimens(self)


@cache
def _specimens(one: Exhibit) -> tuple[Specimen, ...]:
    """Draw once in a process: nothing of it depends on an account, and `serve` builds again and again."""
    return tuple(
        Specimen(form, form.capitalize(), sees, one.frame, one.draw(Cast(form)))
        for form, sees in zip(FORMS, one.sees, strict=True)
    )
