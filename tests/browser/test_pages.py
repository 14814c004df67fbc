"""Every page of the example: accessible, silent, at home on a phone, and whole without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import Heard, Site
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PORTFOLIO = ["selection", "continuum", "white-space", "dependence", "sponsors", "calendar", "workload", "health"]
METHOD = ["continuum", "competencies", "selection", "health", "priorities", "risks", "signals", "rules"]
METHOD += ["people", "evidence", "windows", "figures", "hygiene", "attention", "white-space", "questions", "review"]
METHOD += ["coaching"]
ACCOUNT = ["map", "position", "plan", "white-space", "reviews", "coaching", "brief", "value", "sponsors", "hand-over"]
ACCOUNT += ["reviews/qbr", "reviews/qbr/slides"]
PAGES = [
    "",
    "accounts/",
    "accounts/brisamar/",
    *(f"accounts/brisamar/{page}/" for page in ACCOUNT),
    "accounts/grevenau/",
    "accounts/grevenau/map/",
    "accounts/grevenau/plan/",
    "accounts/kiviranta/",
    "accounts/kiviranta/position/",
    "accounts/kiviranta/white-space/",
    "people/mira-holm/",
    "portfolio/",
    *(f"portfolio/{page}/" for page in PORTFOLIO),
    "training/",
    "training/onboarding/",
    "training/cards/",
    "training/certificate/",
    "training/start-first-facts/",
    "training/becoming/",
    "training/becoming/profile/",
    "training/competencies/",
    "training/competencies/leader/",
    "training/facilitate/",
    "training/facilitate/diagnosis/",
    "training/glossary/",
    "training/provenance/",
    "training/cases/",
    "training/cases/aldermoor/",
    "training/practice/",
    "training/practice/repair-the-plan/",
    "training/practice/diagnose-it/",
    "training/practice/diagnose-it/sheet/",
    "training/practice/two-teams-one-account/",
    "training/practice/two-teams-one-account/client/",
    "training/practice/two-teams-one-account/supplier/",
    "training/practice/two-teams-one-account/comparison/",
    "tools/",
    "tools/map-in-an-hour/",
    "method/",
    *(f"method/{page}/" for page in METHOD),
    "reference/",
    "reference/commands/",
    "reference/drawings/",
    "reference/drawings/numbers/",
    "reference/fields/",
    "reference/rules/",
    "reference/rules/sam101/",
    "architecture/",
    "404.html",
]
LOOKS = [(1280, "light"), (1280, "dark"), (768, "light"), (320, "light"), (320, "dark")]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST = 12
"""Pixels of the smallest text."""

SMALL_TEXTS = f"""() => {{
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {{
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility({{ visibilityProperty: true }})) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    const drawing = holder.closest("svg");
    const matrix = drawing ? holder.getScreenCTM() : null;
    const shown = matrix ? size * Math.hypot(matrix.a, matrix.b) : size;
    if (shown < {SMALLEST} - 0.01) found.push(`${{shown.toFixed(1)}} px: ${{node.data.trim().slice(0, 40)}}`);
  }}
  return found;
}}"""

WIDER = """() => {
  const room = innerWidth;
  // The theme clips what leaves the window, so the width of the page says nothing; a frame that scrolls holds its own.
  const held = e => { for (e = e.parentElement; e && !e.matches("article"); e = e.parentElement)
    if (getComputedStyle(e).overflowX !== "visible") return true; return false; };
  const beyond = box => box.width > 0 && (box.right > room + 0.5 || box.left < -0.5);
  return [...document.querySelectorAll("article *")]
    .filter(e => beyond(e.getBoundingClientRect()) && e.checkVisibility() && !held(e))
    .slice(0, 5).map(e => `${e.nodeName} ${e.getAttribute("class")} leaves ${room}: ${e.textContent.slice(0, 40)}`);
}"""

OTHER_COLOURS = """() => [...document.querySelectorAll("article svg.s-mark")].flatMap(mark => {
  const probe = document.createElement("span");
  probe.className = mark.getAttribute("class").split(" ").filter(name => name !== "s-mark").join(" ");
  document.querySelector("article").append(probe);
  const [wanted, found] = [probe, mark].map(one => getComputedStyle(one).color);
  probe.remove();
  return wanted === found ? [] : [`${probe.className}: ${found}, not ${wanted}`];
})"""


UNFOLD = """() => document.querySelectorAll("article details").forEach(fold => { fold.open = true; })"""
HIDDEN_CELLS = """() => [...document.querySelectorAll("article td, article th")]
  .filter(cell => cell.textContent.trim() && !cell.checkVisibility() && !cell.closest("thead"))
  .map(cell => cell.textContent.trim().slice(0, 60))"""


@pytest.fixture(scope="module", params=LOOKS, ids=[f"{width}-{scheme}" for width, scheme in LOOKS])
def look(request: pytest.FixtureRequest, chromium: Browser, example_site: Site) -> Iterator[tuple[Page, Heard]]:
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    context.set_default_timeout(10_000)
    heard = Heard(example_site.origin, expected=("404 (File not found)", "404 (Not Found)"))
    heard.listen(context)
    yield context.new_page(), heard
    context.close()


@pytest.mark.parametrize("path", PAGES, ids=[path or "desk" for path in PAGES])
def test_a_page_is_accessible_and_asks_nobody(path: str, look: tuple[Page, Heard], example_site: Site):
    page, heard = look
    page.goto(example_site.url(path), wait_until="networkidle")
    page.evaluate(UNFOLD)
    heard.none()
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (
        page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    )
    assert page.evaluate(WIDER) == []
    assert page.evaluate(SMALL_TEXTS) == []
    report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    found = [
        f"{violation['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for violation in report.response["violations"]
        for node in violation["nodes"]
    ]
    assert not found, "\n".join(found)
    heard.none()


@pytest.mark.parametrize("path", ["accounts/grevenau/", "accounts/grevenau/map/", "accounts/brisamar/white-space/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mark_has_the_colour_that_it_names(path: str, scheme: str, chromium: Browser, example_site: Site):
    page = chromium.new_page(color_scheme=scheme)
    page.goto(example_site.url(path), wait_until="load")
    assert page.locator("article svg.s-mark").count()
    assert page.evaluate(OTHER_COLOURS) == []
    page.close()


@pytest.mark.parametrize("path", PAGES, ids=[path or "desk" for path in PAGES])
def test_a_page_is_whole_without_javascript(path: str, chromium: Browser, example_site: Site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_site.url(path), wait_until="load")
    file = example_site.folder / (path if path.endswith(".html") else f"{path}index.html")
    article = re.search(r"<article.*</article>", file.read_text(encoding="utf-8"), re.DOTALL)[0]
    wanted = [*_texts(article, "h1"), *_texts(article, "h2")]
    assert wanted or path == "404.html"
    # Text that is not laid out is not in innerText, which is what a reader sees; folds are opened by hand.
    shown = " ".join(page.locator("article").inner_text().casefold().split())
    for heading in wanted:
        assert heading.casefold() in shown
    page.evaluate(UNFOLD)
    assert page.evaluate(HIDDEN_CELLS) == []
    context.close()


def _texts(html: str, tag: str) -> list[str]:
    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", "", text)).split()) for text in found]


def kind(path: str) -> str:
    """Return what sort of page stands at an address: ids of accounts, people, lessons, tools and rules do not count."""
    path = re.sub(r"^training/cases/[^/]+/(.*)", r"accounts/*/\1", path)
    path = re.sub(r"^accounts/[^/]+/", "accounts/*/", path)
    path = re.sub(r"^(people|tools|reference/rules|reference/drawings)/[^/]+/index", r"\1/*/index", path)
    path = re.sub(r"^training/(facilitate/)?(?!cases/)[^/]+/index", r"training/\1*/index", path)
    return re.sub(r"^(architecture|checks|drawings|for-leaders|founding|getting-started|publishing)/", "manual/", path)


def test_every_kind_of_page_is_looked_at(example_site: Site):
    """A new kind of page of the example joins the list above."""
    built = {path.relative_to(example_site.folder).as_posix() for path in example_site.folder.rglob("*.html")}
    looked_at = {path if path.endswith(".html") else f"{path}index.html" for path in PAGES}
    assert looked_at <= built
    assert {kind(path) for path in built} <= {kind(path) for path in looked_at}
