"""The first use of each term on a page leads to the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sam_gen.model.glossary import Glossary
from sam_gen.model.playbook import Playbook
from sam_gen.pages.tables import Link
from sam_gen.render.body import Body
from sam_gen.render.terms import Terms, Use

GLOSSARY = "training/glossary/"


@dataclass(frozen=True)
class Piece:
    """A part of a line: plain, or a term with the address of its entry."""

    text: str
    to: str = ""


def anchor(kind: str, id_: str) -> str:
    """Return the anchor of an entry: letters and digits alone, for a hyphen would be escaped in a heading."""
    return f"{kind}{id_.replace('-', '')}"


def terms_of(playbook: Playbook) -> Terms:
    """Gather the forms of all entries. The names of lessons and tools stay names: “Gate card” is not about a gate."""
    names = {lesson.name for lesson in playbook.lessons} | {tool.name for tool in playbook.tools}
    return _terms(playbook.glossary, frozenset(names))


@lru_cache(maxsize=4)
def _terms(glossary: Glossary | None, names: frozenset[str]) -> Terms:
    entries = glossary.terms if glossary else ()
    forms = {form: entry.id for entry in entries for form in (entry.term, *entry.also)}
    phrases = frozenset(phrase for entry in entries for phrase in entry.unless)
    return Terms(forms, phrases | {name for name in names if name.casefold() not in map(str.casefold, forms)})


def used_terms(playbook: Playbook, texts: Sequence[str]) -> tuple[Link, ...]:
    """Return each term that texts use, with its entry, in the order of the alphabet: for texts without links."""
    terms = terms_of(playbook)
    found = {use.term for text in texts for use in terms.uses(text)}
    entries = playbook.glossary.terms if playbook.glossary else ()
    rows = [Link(one.term, f"{GLOSSARY}#{anchor('term', one.id)}") for one in entries if one.id in found]
    return tuple(sorted(rows, key=lambda row: row.text.casefold()))


@dataclass
class FirstUses:
    """Goes through one page in the order in which it is read, and links each term once."""

    terms: Terms
    page: str
    """The address of the page."""
    met: set[str] = field(default_factory=set)

    def body(self, text: str, *, folded: bool = False) -> Body:
        """Return a text under a heading, with the terms that are new in it."""
        return Body(text, self.page, tuple((use, _entry(use)) for use in self._new(text)), folded)

    def bodies(self, texts: Mapping[str, str]) -> dict[str, Body]:
        """Return several such texts by the id of their heading."""
        return {id_: self.body(text) for id_, text in texts.items()}

    def line(self, text: str) -> tuple[Piece, ...]:
        """Return a line of the fields at the top of a file."""
        pieces, at = [], 0
        for use in self._new(text):
            pieces += [Piece(text[at : use.start]), Piece(text[use.start : use.end], _entry(use))]
            at = use.end
        return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)

    def lines(self, texts: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
        """Return several lines."""
        return tuple(self.line(text) for text in texts)

    def _new(self, text: str) -> Iterator[Use]:
        for use in self.terms.uses(text):
            if use.term not in self.met:
                self.met.add(use.term)
                yield use


def _entry(use: Use) -> str:
    return f"{GLOSSARY}#{anchor('term', use.term)}"
