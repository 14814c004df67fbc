"""The gallery: every drawing has five forms and a paragraph in the manual, and nothing in it comes from an account."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from dataclasses import replace

import pytest
from helpers import ROOT, as_html, example

import sam_gen.draw
from sam_gen.pages.gallery.cast import FORMS, Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.pages import HOME, gallery_pages
from sam_gen.pages.gallery.registry import EXHIBITS
from sam_gen.pages.site import site_pages

MANUAL = (ROOT / "docs/drawings.md").read_text(encoding="utf-8")
PARTS = {"svg", "html", "frame", "text", "scales", "sheet"}
"""Modules of which drawings are made; they draw nothing by themselves."""
LINES = ("Answers", "In five seconds", "Stands", "Marks", "Leaves out")
LARGEST = 380_000
"""Bytes of the article of a page; the frame of the theme comes on top."""


def public() -> set[str]:
    """Return every public function of `sam_gen.draw` that gives a picture."""
    found = set()
    for module in pkgutil.iter_modules(sam_gen.draw.__path__):
        if module.name in PARTS:
            continue
        loaded = importlib.import_module(f"sam_gen.draw.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            gives = str(inspect.signature(function).return_annotation)
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and re.search(r"\b(Svg|PeopleMap|Drawn)\b", gives):
                found.add(f"{module.name}.{name}")
    return found


def test_every_public_drawing_is_in_the_gallery():
    shown = {name for one in EXHIBITS for name in one.draws}
    assert shown == public()


@pytest.mark.parametrize("one", EXHIBITS, ids=[one.id for one in EXHIBITS])
def test_a_drawing_has_five_forms(one: Exhibit):
    specimens = one.specimens()
    assert [specimen.form for specimen in specimens] == list(FORMS)
    assert all(specimen.value is not None for specimen in specimens[1:])
    assert all(re.fullmatch(r"[A-Z0-9].{8,140}\.", sees) for sees in one.sees)
    assert len(set(one.sees)) == len(FORMS)
    assert one.answers.endswith("?")
    assert [one.draw(Cast(form)) for form in FORMS] == [specimen.value for specimen in specimens]


@pytest.mark.parametrize("one", EXHIBITS, ids=[one.id for one in EXHIBITS])
def test_a_drawing_has_its_paragraph_in_the_manual(one: Exhibit):
    found = re.search(rf"^## {re.escape(one.title)} {{#{one.id}}}\n(.*?)(?=^## |\Z)", MANUAL, re.MULTILINE | re.DOTALL)
    assert found, one.title
    assert tuple(re.findall(r"^- \*\*(.+?)\*\*: \S", found[1], re.MULTILINE)) == LINES
    assert " ".join(found[1].split()).startswith(f"- **Answers**: {one.answers[0].lower()}{one.answers[1:]}")


def test_the_manual_names_no_drawing_that_is_not_there():
    assert re.findall(r"^## .*{#(.+)}$", MANUAL, re.MULTILINE) == [one.id for one in EXHIBITS]


def test_pages_are_linked_not_searched_and_of_a_size():
    project = example()
    index, *pages = gallery_pages(project)
    html = as_html(index)
    assert index.path == HOME
    assert index.nav == ("Method", "Reference", "Drawings")
    for one, page in zip(EXHIBITS, pages, strict=True):
        assert page.path == f"{HOME}{one.id}/"
        assert not page.searched
        assert not page.nav
        assert f'href="{one.id}/"' in html
        assert len(as_html(page).encode()) < LARGEST
    assert {HOME, *(page.path for page in pages)} <= {page.path for page in site_pages(project)}


def test_nobody_of_the_example_is_in_the_gallery():
    project = example()
    names = {account.name for account in project.accounts} | {one.name for one in project.playbook.team}
    names |= {person.name for account in project.accounts for person in account.people}
    invented = {*Cast("extreme").names, *Cast("extreme").firms, *Cast("hostile").names}
    assert not names & invented
    for page in gallery_pages(project):
        html = as_html(page)
        assert [name for name in names if name in html] == []


def test_the_gallery_does_not_depend_on_the_accounts():
    project = example()
    alone = replace(project, accounts=())
    assert [as_html(page) for page in gallery_pages(alone)] == [as_html(page) for page in gallery_pages(project)]
