"""The nouns of `playbook/provenance.yml`: claims without a source, and what our choices for the course rest on."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from sam_gen.model.glossary import SitePage
from sam_gen.model.record import Record, shared
from sam_gen.model.scalars import Id, Label, Line, Many, Prose, Word, refuse


class Document(Word):
    """The two documents the playbook began with."""

    ARTICLE = "article"
    COLLECTION = "collection"


class Unsourced(Record):
    """One figure or claim that names no source."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the claim, its anchor on the page.")
    name: Label = shared("What the claim is about.")
    claims: Line = shared("What is claimed, in our words.")
    stands_in: Many[Document] = shared("The documents that claim it: article, collection.")
    known: Line = shared("What is known of a source.")
    doubt: Line = shared("Why nobody can rely on it.")
    instead: Line = shared("What to use in its place.")
    page: SitePage | None = shared("The page of the site that shows it.", default=None)
    link: Label | None = shared("What that page is called in the link.", default=None)

    @model_validator(mode="after")
    def _both(self) -> Self:
        if (self.page is None) != (self.link is None):
            raise refuse("SAM031", "a page and what it is called go together", "Write both, page and link, or none.")
        return self


class Choice(Record):
    """One choice for the course, with what speaks for it."""

    named_by: ClassVar[str | None] = "name"

    id: Id = shared("The id of the choice, its anchor on the page.")
    name: Line = shared("What the course does.")
    evidence: Line | None = shared("What studies found.", default=None)
    limit: Line | None = shared("How far those studies reach.", default=None)
    judgement: Line | None = shared("What we think, without a study that would show it.", default=None)
    convention: Line | None = shared("What was set because something had to be.", default=None)
    sources: Many[Line] = shared("The studies: authors, year, journal.", default=())

    @model_validator(mode="after")
    def _sourced(self) -> Self:
        if bool(self.evidence) != bool(self.sources):
            raise refuse("SAM031", "evidence and its sources go together", "Name the study, or call it judgement.")
        return self


class Provenance(Record):
    """The file `playbook/provenance.yml`."""

    about: Prose = shared("Why these claims are kept in one place.", default="")
    unsourced: Many[Unsourced] = shared("Claims that name no source.", default=())
    learning: Prose = shared("How the studies were read.", default="")
    choices: Many[Choice] = shared("What the course does, and on what grounds.", default=())
