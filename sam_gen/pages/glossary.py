"""`/training/glossary/`: what our words mean here, each with its formula and the lessons that teach it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from sam_gen.model.glossary import GlossaryEntry
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.parts import frame
from sam_gen.pages.terms import GLOSSARY, anchor
from sam_gen.pages.training import HOME, Way, lesson_address
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page


@dataclass(frozen=True)
class EntryRow:
    """One entry."""

    term: str
    anchor: str
    says: str
    also: str
    """The other words for it; empty if there are none but plurals."""
    page: str
    page_words: str
    lessons: tuple[Way, ...]


@dataclass(frozen=True)
class LetterRow:
    """The entries that begin with one letter."""

    letter: str
    anchor: str
    entries: tuple[EntryRow, ...]


def glossary_page(project: Project) -> Page:
    """Build the page."""
    glossary = project.playbook.glossary
    entries = glossary.terms if glossary else ()
    return Page(
        path=GLOSSARY,
        title="Glossary",
        template="training/glossary.md",
        context={
            "frame": frame(project, ()),
            "home": HOME,
            "lede": glossary_words(project.playbook),
            "letters": _letters(project.playbook, entries),
        },
        wide=False,
        nav=("Training", "Glossary"),
    )


def glossary_words(playbook: Playbook) -> str:
    """Say how much there is."""
    entries = playbook.glossary.terms if playbook.glossary else ()
    if not entries:
        return ""
    words = f"{capital(count(len(entries), 'term'))} of the house: what each is here, one example, what it is not."
    return f"{words} Lessons and tools lead here where a term first stands."


def _letters(playbook: Playbook, entries: tuple[GlossaryEntry, ...]) -> tuple[LetterRow, ...]:
    ordered = sorted(entries, key=lambda entry: (_letter(entry), entry.term.casefold(), entry.id))
    return tuple(
        LetterRow(letter, anchor("letter", str(ord(letter))), tuple(_row(playbook, entry) for entry in group))
        for letter, group in groupby(ordered, key=_letter)
    )


def _letter(entry: GlossaryEntry) -> str:
    """Return what an entry is filed under: its first letter without marks, or # for what begins with none."""
    first = unicodedata.normalize("NFKD", entry.term)[:1].upper()
    return first if first.isalpha() else "#"


def _row(playbook: Playbook, entry: GlossaryEntry) -> EntryRow:
    taught = {key_of(reference) for reference in entry.lessons}
    return EntryRow(
        term=entry.term if "_" in entry.term else capital(entry.term),
        anchor=anchor("term", entry.id),
        says=entry.says,
        also=listed([form for form in entry.also if not _same(form, entry.term)]),
        page=(entry.page or "").removeprefix("/"),
        page_words=_page_words(entry.page or ""),
        lessons=tuple(Way(one.name, lesson_address(one)) for one in playbook.lessons if one.id in taught),
    )


def _same(form: str, term: str) -> bool:
    """Whether a form is the term itself with another ending, such as its plural."""
    stem = term.casefold().removesuffix("y")
    return form.casefold().startswith(stem) and len(form) - len(stem) <= len("ies")


def _page_words(page: str) -> str:
    """Say what stands on the page behind a term."""
    rule = re.fullmatch(r"/reference/rules/(sam\d+)/", page)
    if rule:
        return f"Rule {rule[1].upper()}"
    return "How it is worked out" if page.startswith("/method/") else "Where it shows"
