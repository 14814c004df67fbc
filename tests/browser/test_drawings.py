"""Every drawing in Chromium, in the gallery and on the pages of the example: no text lies on another or leaves its
drawing, none is under 12 px, and everything stands out from what is behind it, light and dark, wide and narrow.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import Heard, Site
from browser.test_pages import PORTFOLIO, RULES, UNFOLD, WIDER
from playwright.sync_api import Browser, Page

from sam_gen.pages.gallery.cast import FORMS
from sam_gen.pages.gallery.pages import HOME
from sam_gen.pages.gallery.registry import EXHIBITS

pytestmark = pytest.mark.browser

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
GALLERY = [f"{HOME}{one.id}/" for one in EXHIBITS]
ACCOUNTS = ["brisamar", "dunmore", "grevenau", "kiviranta", "ondaria", "pellworth", "szarvas"]
PAGES = [f"accounts/{account}/{page}/" for account in ACCOUNTS for page in ("map", "position", "plan", "white-space")]
PAGES += [f"accounts/{account}/value/" for account in ACCOUNTS]
PAGES += ["portfolio/", *(f"portfolio/{page}/" for page in PORTFOLIO)]
SPECIMENS = ".s-specimen"
DRAWINGS = ".s-figure-of, .s-scroll, .s-map, .s-chart, .s-curves, .s-lanes, .s-year, .s-dimensions, .s-branches"
DRAWINGS += ", .s-keys, .s-legend, .s-numbers, .s-rungs, svg.s-drawing"
WIDTHS = (1280, 390)
SCHEMES = ("default", "slate")
LARGEST = 400_000
"""Bytes of a page of the gallery."""


@pytest.fixture(scope="module")
def page(chromium: Browser):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


STILL = "* { transition: none !important; animation: none !important }"
"""A link that is changing its colour has neither the one nor the other."""


def measured(page: Page, drawings: str) -> list[str]:
    """Measure the page in every look; say in which look a fault stands."""
    found = []
    page.add_style_tag(content=STILL)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            result = page.evaluate(MEASURE, drawings)
            found += [f"{width} {scheme}: {fault}" for fault in result["faults"]]
        found += [f"{width}: {wider}" for wider in page.evaluate(WIDER)]
    return found


def violations(page: Page) -> list[str]:
    report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    return [f"{one['id']}: {node['html'][:160]}" for one in report.response["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("path", GALLERY)
def test_every_specimen_of_the_gallery_holds(path: str, page: Page, example_site: Site):
    heard = Heard(example_site.origin)
    heard.listen(page.context)
    page.goto(example_site.url(path), wait_until="load")
    page.evaluate(UNFOLD)
    assert [head.get_attribute("id") for head in page.locator("article h2").all()] == list(FORMS)
    found = measured(page, SPECIMENS)
    assert not found, "\n".join(found[:40])
    assert violations(page) == []
    assert (example_site.folder / path / "index.html").stat().st_size < LARGEST
    heard.none()


@pytest.mark.parametrize("path", PAGES)
def test_every_drawing_of_the_example_holds(path: str, page: Page, example_site: Site):
    page.goto(example_site.url(path), wait_until="load")
    page.evaluate(UNFOLD)
    found = measured(page, DRAWINGS)
    assert not found, "\n".join(found[:40])


SHEETS = {"auto": 688, "brief": 688, "wide": 1017}
"""Pixels across a sheet of A4 less its margins, standing and lying."""
SCROLLED = f"{HOME}calendar/"
"""A dozen dates of each kind in one month of one account, twelve months long: too wide for any sheet."""


@pytest.mark.parametrize("path", [path for path in (*GALLERY, *PAGES) if path != SCROLLED])
def test_on_paper_nothing_leaves_the_sheet(path: str, page: Page, example_site: Site):
    page.emulate_media(media="print")
    try:
        page.goto(example_site.url(path), wait_until="load")
        page.set_viewport_size({"width": SHEETS[page.evaluate("getComputedStyle(document.body).page")], "height": 900})
        assert page.evaluate(WIDER) == []
    finally:
        page.emulate_media(media="null")


# Planted faults ----------------------------------------------------------------------

TEXT = "document.querySelector('#typical ~ * svg.s-drawing text, .s-specimen svg.s-drawing text')"
PLANTED = {
    "lies on": f"() => {{ const one = {TEXT}; one.after(one.cloneNode(true)); }}",
    "leaves its picture": f"() => {TEXT}.setAttribute('x', '-4000')",
    "is 11.0 px": f"() => {{ {TEXT}.style.fontSize = '11px'; }}",
    "has 1.": f"() => {{ {TEXT}.style.fill = 'color-mix(in srgb, var(--s-ink) 20%, var(--s-paper))'; }}",
    "a mark of 1.": "() => { document.querySelector('.s-specimen .s-line').style.stroke = 'var(--s-wash-2)'; }",
    "is covered": f"() => {{ const one = {TEXT}; one.after(one.parentNode.querySelector('rect').cloneNode()); }}",
    "a mark leaves": "() => document.querySelector('.s-specimen svg.s-drawing rect').setAttribute('width', '9000')",
}
IN_A_GRID = {
    "lies on": ".s-chip > bdi { margin-left: -60px !important }",
    "leaves its frame": ".s-chip > bdi { position: relative; left: 900px }",
    "is 11.0 px": ".s-chip > bdi { font-size: 11px !important }",
    "has 1.": ".s-chip > bdi { color: color-mix(in srgb, var(--s-ink) 20%, var(--s-paper)) }",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_of_a_picture_is_seen(fault: str, page: Page, example_site: Site):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(example_site.url(f"{HOME}people-map/"), wait_until="load")
    page.evaluate(PLANTED[fault])
    faults = page.evaluate(MEASURE, SPECIMENS)["faults"]
    assert any(fault in one for one in faults), faults
    assert all(fault in one or "lies on" in one for one in faults), faults


@pytest.mark.parametrize("fault", IN_A_GRID)
def test_a_planted_fault_of_a_grid_is_seen(fault: str, page: Page, example_site: Site):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(example_site.url(f"{HOME}interest/"), wait_until="load")
    page.add_style_tag(content=IN_A_GRID[fault])
    faults = page.evaluate(MEASURE, SPECIMENS)["faults"]
    assert any(fault in one for one in faults), faults
