"""What `playbook/glossary.yml` says twice: one form of a word may lead to one entry alone."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.model.glossary import Glossary, GlossaryEntry
from sam_gen.model.place import Place
from sam_gen.model.problem import Problem, listed, quoted


def ambiguous(glossary: Glossary | None) -> list[Problem]:
    """Return every form that stands twice; nothing where the file is missing or could not be read."""
    return listed(_ambiguous(glossary.terms)) if glossary else []


def _ambiguous(terms: tuple[GlossaryEntry, ...]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for entry in terms:
        for form, place in _forms(entry):
            other = taken.setdefault(form.casefold(), entry.term)
            if other is not entry.term:
                message = f"{quoted(form)} leads to {quoted(other)} already"
                yield Problem(place, "SAM070", message, "Give each form to one entry.")


def _forms(entry: GlossaryEntry) -> Iterator[tuple[str, Place]]:
    yield entry.term, entry.place_of("term")
    for at, form in enumerate(entry.also):
        yield form, entry.place_of("also", at)
