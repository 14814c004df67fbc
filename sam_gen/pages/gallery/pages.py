"""`/reference/drawings/`: the gallery, one page a drawing."""

from __future__ import annotations

from dataclasses import dataclass

from sam_gen.model.project import Project
from sam_gen.pages.gallery.exhibit import HOME, Exhibit
from sam_gen.pages.gallery.registry import EXHIBITS
from sam_gen.pages.parts import frame
from sam_gen.render.page import Page

_CRUMBS = (("Reference", "reference/"), ("Drawings", HOME))


@dataclass(frozen=True)
class Group:
    """The drawings that belong together on the index."""

    id: str
    name: str
    exhibits: tuple[Exhibit, ...]


def gallery_pages(project: Project) -> tuple[Page, ...]:
    """Return the index and one page for each drawing."""
    return (_index(project), *(_exhibit(project, one) for one in EXHIBITS))


def _index(project: Project) -> Page:
    names = dict.fromkeys(one.group for one in EXHIBITS)
    groups = tuple(
        Group(name.split()[0].lower(), name, tuple(one for one in EXHIBITS if one.group == name)) for name in names
    )
    return Page(
        path=HOME,
        title="Drawings",
        template="reference/drawings.md",
        context={"frame": frame(project, _CRUMBS), "groups": groups, "drawings": len(EXHIBITS)},
        searched=False,
        nav=("Method", "Reference", "Drawings"),
    )


def _exhibit(project: Project, one: Exhibit) -> Page:
    return Page(
        path=one.to,
        title=one.title,
        template="reference/drawing.md",
        context={"frame": frame(project, _CRUMBS), "exhibit": one, "specimens": one.specimens()},
        searched=False,
    )
