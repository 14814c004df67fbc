"""The nouns of `playbook/glossary.yml`: what our words mean here."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator

from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Label, LessonId, Many, Prose, read_line, refuse

SITE_PAGE = r"/(?:[a-z0-9][a-z0-9.-]*/)*(?:#[a-z0-9-]+)?"


def _read_site_page(value: Any) -> str:
    text = read_line(value)
    if not re.fullmatch(SITE_PAGE, text):
        raise refuse("SAM062", "this is not an address of the site", "Write it from its root, /method/health/#weights.")
    return text


SitePage = Annotated[str, PlainValidator(_read_site_page)]
"""A page of this site from its root, with or without a place on it: `/method/health/#weights`."""


class GlossaryEntry(Record):
    """One term of the house."""

    named_by: ClassVar[str | None] = "term"

    id: Id = shared("The id of the entry, the end of its anchor on the page.")
    term: Label = shared("The term as texts write it; one with a capital is found as it is typed.")
    also: Many[Label] = shared("Other forms of it that texts write, plurals among them.", default=())
    unless: Many[Label] = shared("Phrases in which the word means something else; they get no link.", default=())
    says: Prose = shared("What it is here, one example, and what it is not, in at most sixty words.")
    page: SitePage | None = shared("Where its formula or method stands, if it is computed.", default=None)
    lessons: Many[LessonId] = shared("The lessons that teach it.", default=())


class Glossary(Record):
    """The file `playbook/glossary.yml`."""

    terms: Many[GlossaryEntry] = shared("The terms, by id.", default=())
