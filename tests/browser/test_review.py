"""The review with the client: two sheets of paper at most, and slides that each fit one screen of a projector."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browser.conftest import ROOT, Site
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ACCOUNTS = sorted(path.name.removesuffix(".yml") for path in (ROOT / "accounts").iterdir())
MOST_SHEETS = 2
LARGEST_FROM = 18
"""Pixels of the smallest text of a line on a slide: what a table of six still reads from a wall."""

OVERFLOW = """() => [...document.querySelectorAll(".s-slide")].flatMap(slide => {
  const own = slide.getBoundingClientRect(), name = slide.querySelector("h1, h2").innerText.slice(0, 60);
  const found = own.height > innerHeight + 0.5 ? [`${name}: ${own.height} px high`] : [];
  const links = slide.querySelector("nav").getBoundingClientRect();
  for (const inner of slide.querySelectorAll("h1, h2, li, p")) {
    const box = inner.getBoundingClientRect();
    if (box.bottom > links.top + 0.5 && !inner.closest("nav")) found.push(`${name}: runs into its links`);
    if (box.right > innerWidth + 0.5) found.push(`${name}: runs out to the right`);
  }
  return found;
})"""

SMALLEST = """() => Math.min(...[...document.querySelectorAll(".s-slide-name, .s-slide-second, .s-slide-asks")]
  .map(one => parseFloat(getComputedStyle(one).fontSize)))"""

AT_TOP = """() => [...document.querySelectorAll(".s-slide")]
  .filter(one => Math.abs(one.getBoundingClientRect().top) < 2).map(one => one.querySelector("h1, h2").id)"""


@pytest.fixture(scope="module")
def projector(chromium: Browser) -> Iterator[Page]:
    """Return a page as a projector shows it, without JavaScript."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 720}, java_script_enabled=False, reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_slide_fits_one_screen(account: str, projector: Page, example_site: Site) -> None:
    projector.goto(example_site.url(f"accounts/{account}/reviews/qbr/slides/"), wait_until="load")
    assert projector.evaluate(OVERFLOW) == []
    assert projector.locator(".s-slide").count() >= 3
    assert projector.evaluate(SMALLEST) >= LARGEST_FROM
    assert not projector.locator(".md-header").is_visible()


def test_the_links_lead_from_slide_to_slide(projector: Page, example_site: Site) -> None:
    projector.goto(example_site.url("accounts/brisamar/reviews/qbr/slides/"), wait_until="load")
    for number in (2, 3, 4):
        projector.locator(f"a[href='#slide{number}']", has_text="Next").click()
        projector.wait_for_timeout(50)  # the browser snaps in the next frame
        assert projector.evaluate(AT_TOP) == [f"slide{number}"]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_page_for_the_table_takes_two_sheets_at_most(account: str, projector: Page, example_site: Site) -> None:
    projector.goto(example_site.url(f"accounts/{account}/reviews/qbr/"), wait_until="load")
    projector.emulate_media(media="print")
    try:
        sheets = len(re.findall(rb"/Type\s*/Page\b", projector.pdf(prefer_css_page_size=True)))
        assert 1 <= sheets <= MOST_SHEETS
        for ours in (".s-only-us", ".s-crumbs", ".s-bar", ".md-header", ".s-foot"):
            assert not any(one.is_visible() for one in projector.locator(ours).all()), ours
        assert projector.locator("#goals").is_visible()
    finally:
        projector.emulate_media(media="null")


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_brief_takes_one_sheet(account: str, projector: Page, example_site: Site) -> None:
    projector.goto(example_site.url(f"accounts/{account}/brief/"), wait_until="load")
    assert len(re.findall(rb"/Type\s*/Page\b", projector.pdf(prefer_css_page_size=True))) == 1


OUT_OF_CELL = """() => [...document.querySelectorAll("td")].flatMap(cell => {
  const own = cell.getBoundingClientRect(), range = document.createRange();
  range.selectNodeContents(cell);
  const drawn = [...cell.querySelectorAll("svg")].map(one => one.getBoundingClientRect());
  const boxes = [...range.getClientRects(), ...drawn];
  return boxes.some(box => box.right > own.right + 0.5) ? [cell.innerText.slice(0, 40) || cell.dataset.label] : [];
})"""


SCALES = [f"accounts/{account}/position/" for account in ACCOUNTS]
SCALES += ["portfolio/continuum/", "reference/drawings/board/", "reference/drawings/dimensions/"]


@pytest.mark.parametrize("path", SCALES)
def test_on_paper_a_row_with_a_scale_stays_in_its_cells(path: str, example_site: Site, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 688, "height": 900})  # A4 less its margins
    page = context.new_page()
    page.goto(example_site.url(path), wait_until="load")
    page.emulate_media(media="print")
    assert page.evaluate(OUT_OF_CELL) == []
    context.close()


WHOLE = ".s-everybody th, .s-functions bdi, .s-entries .s-when"
CUT_WORDS = """where => [...document.querySelectorAll(where)].flatMap(one => {
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [], range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.data.matchAll(/[\\p{Script=Latin}\\p{N}]+(\\u00a0[\\p{Script=Latin}\\p{N}]+)*/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  return found;
})"""
CUT = [("map", "print", 688), ("reviews/qbr", "screen", 320), ("reviews/qbr", "screen", 1280)]


@pytest.mark.parametrize(("page", "media", "width"), CUT)
@pytest.mark.parametrize("account", ["brisamar", "ondaria"])
def test_names_and_days_stay_whole(
    account: str, page: str, media: str, width: int, example_site: Site, chromium: Browser
) -> None:
    opened = chromium.new_page(viewport={"width": width, "height": 900})
    opened.emulate_media(media=media)
    opened.goto(example_site.url(f"accounts/{account}/{page}/"), wait_until="load")
    assert opened.evaluate(CUT_WORDS, WHOLE) == []
    opened.close()


def test_slides_are_read_on_a_phone(chromium: Browser, example_site: Site) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(example_site.url("accounts/pellworth/reviews/qbr/slides/"), wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(SMALLEST) >= 12
    context.close()
