"""`/training/provenance/`: claims nobody can source, marked as such, and what the choices of the course rest on."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.provenance import Choice, Document, Unsourced
from sam_gen.pages.parts import frame
from sam_gen.pages.terms import anchor
from sam_gen.pages.training import HOME
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page

PROVENANCE = "training/provenance/"

_DOCUMENTS = {Document.ARTICLE: "the article", Document.COLLECTION: "the collection"}


@dataclass(frozen=True)
class ClaimRow:
    """One claim without a source."""

    name: str
    anchor: str
    lines: tuple[tuple[str, str], ...]
    """What is said of it, and the words before."""
    page: str
    link: str


@dataclass(frozen=True)
class Ground:
    """One thing that speaks for a choice, under its mark."""

    mark: str
    text: str


@dataclass(frozen=True)
class ChoiceRow:
    """One choice for the course."""

    name: str
    anchor: str
    grounds: tuple[Ground, ...]
    limit: str
    sources: tuple[str, ...]


def provenance_page(project: Project) -> Page:
    """Build the page."""
    provenance = project.playbook.provenance
    claims = provenance.unsourced if provenance else ()
    choices = provenance.choices if provenance else ()
    return Page(
        path=PROVENANCE,
        title="Provenance",
        template="training/provenance.md",
        context={
            "frame": frame(project, ()),
            "home": HOME,
            "lede": provenance_words(project.playbook),
            "about": provenance.about if provenance else "",
            "claims_heading": f"{capital(count(len(claims), 'claim'))} without a source",
            "claims": tuple(_claim(one) for one in claims),
            "choices_heading": f"What {count(len(choices), 'choice')} of the course {_rest(choices)} on",
            "learning": provenance.learning if provenance else "",
            "choices": tuple(_choice(one) for one in choices),
        },
        wide=False,
        nav=("Training", "Provenance"),
    )


def provenance_words(playbook: Playbook) -> str:
    """Say in a sentence what the page keeps apart; empty if it has no claim."""
    claims = playbook.provenance.unsourced if playbook.provenance else ()
    if not claims:
        return ""
    if len(claims) == 1:
        said = "One claim of the founding documents names no source. It stands here to be known."
        return f"{said} Nothing on this site is worked out from it."
    said = (
        f"{capital(count(len(claims), 'claim'))} of the founding documents name no source. They stand here to be known."
    )
    return f"{said} Nothing on this site is worked out from them."


def _rest(choices: tuple[Choice, ...]) -> str:
    return "rests" if len(choices) == 1 else "rest"


def _claim(one: Unsourced) -> ClaimRow:
    lines = (
        ("Claimed", one.claims),
        ("Stands in", capital(listed([_DOCUMENTS[document] for document in one.stands_in]))),
        ("Source", one.known),
        ("Why not rely on it", one.doubt),
        ("Use instead", one.instead),
    )
    return ClaimRow(one.name, anchor("claim", one.id), lines, (one.page or "").removeprefix("/"), one.link or "")


def _choice(one: Choice) -> ChoiceRow:
    written = (("evidence", one.evidence), ("judgement", one.judgement), ("convention", one.convention))
    grounds = tuple(Ground(mark, text) for mark, text in written if text)
    return ChoiceRow(one.name, anchor("choice", one.id), grounds, one.limit or "", one.sources)
