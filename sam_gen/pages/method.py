"""`/method/…`: every model of the playbook as a page, and how the figures are worked out."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.project import Project
from sam_gen.pages.method_parts import HOME, PARTS
from sam_gen.pages.parts import frame
from sam_gen.render.page import Page


@dataclass(frozen=True)
class PartRow:
    """One page of the method in the list of them."""

    name: str
    address: str
    question: str
    size: str


def method_pages(project: Project) -> tuple[Page, ...]:
    """Build the index, a page for each model, and the page on figures."""
    shown = [(part, part.shows(project)) for part in PARTS]
    rows = tuple(
        PartRow(part.name, part.address, part.question, part.holds(project.playbook, context))
        for part, context in shown
    )
    index = Page(HOME, "Method", "method/index.md", {"frame": frame(project, ()), "parts": rows}, nav=("Method",))
    below = frame(project, (("Method", HOME),))
    pages = (
        Page(
            path=part.address,
            title=part.name,
            template=f"method/{part.path}.md",
            context={"frame": below, **context},
            nav=("Method", part.name),
        )
        for part, context in shown
    )
    return (index, *pages)
