"""Hostile texts in every field: shown as typed at every spot, and nothing runs.

The oracle is a harmless twin. Each hostile account has a twin that differs in its texts alone. With the harmless
text replaced by the hostile one, every element, attribute and text of the twin's pages must be that of the hostile
pages. So a sign that is lost, doubled or read as something else, or an element or attribute too many, fails.

An account's overview is opened; its other pages are parsed by the same Chromium, and a third of the accounts has
one of them opened too. Of the pages over all accounts, each account's rows are those of its twin.
"""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from browser.conftest import Heard, Site
from browser.hostile_texts import (
    ADDRESS,
    OURS,
    PLAIN,
    PROSE,
    PROSE_HERE,
    SHORT_TOKENS,
    TEXT_HERE,
    TOKENS,
    Group,
    Refused,
    Shown,
    account,
    colleagues,
    groups,
    refused,
    shown,
    tier,
    website,
    yaml,
)
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from sam_gen import __version__
from sam_gen.advise import addressed, redated
from sam_gen.assess import alike
from sam_gen.checks.sayings import cut
from sam_gen.draw import people_map
from sam_gen.draw.text import cut as draw_cut
from sam_gen.model.account import Account
from sam_gen.model.problem import ReadingProblems
from sam_gen.model.record import Record
from sam_gen.model.scalars import LINK_SCHEMES, Line, Prose
from sam_gen.pages.desk import desk_page
from sam_gen.pages.site import site_pages
from sam_gen.pages.words import short_name
from sam_gen.publish.site import build
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.render import environment
from sam_gen.render.environment import render
from sam_gen.render.prose import prose

pytestmark = pytest.mark.browser

SHOWN, GROUPS, REFUSED = shown(), groups(), refused()
SITE_NAME = "Harbour"
COMPANY = "</p><script>window.pwned=1</script> {{ 7*7 }} *x* [y](z) &amp; \\"
AS_OF = datetime.date(2026, 11, 20)
SEEN = "Seen from Friday 20 November 2026 · Account team edition"
OFFERINGS = [{"id": id_, "name": id_, "does": "It helps."} for id_ in ("voice", "dock")]
TWIN = "harmless"

PROSE_TAGS = {"P", "BR", "EM", "STRONG", "UL", "OL", "LI", "BLOCKQUOTE", "CODE", "A"}
PROSE_ATTRIBUTES = {"A": {"href", "rel"}, "OL": {"start"}}

SKELETON = """root => {
  const PROSE = "div.s-lede, .s-why > *, .s-prose > :not(.s-second)";
  const out = [], prose = [], drawn = [];
  const cards = new Map();
  const card = node => cards.get(node) ?? (cards.set(node, cards.size), cards.get(node));
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) { out.push(["text", node.data]); return; }
    if (node.nodeType !== Node.ELEMENT_NODE) { out.push(["other", node.nodeName, node.data ?? ""]); return; }
    if (node.matches("style")) {  // the running line of a printed sheet, its signs written by their numbers
      const sign = (_, number) => String.fromCodePoint(parseInt(number, 16));
      out.push(["sheet", node.textContent.replace(/\\\\([0-9a-f]{6})/g, sign)]);
      return;
    }
    if (node.matches(PROSE)) { prose.push(node); out.push(["prose"]); return; }
    if (node.matches("svg.s-drawing text")) {
      drawn.push([`${card(node.parentNode)} ${node.getAttribute("class")}`, node.textContent]);
      return;
    }
    if (node.matches(".s-lacks .s-line, .s-pressing > li > .s-line > strong, .s-pressing-rest a")) {
      out.push(["finding", node.firstChild.data]);
      [...node.childNodes].slice(1).forEach(walk);
      return;
    }
    // The theme's script numbers the code blocks of an opened page.
    const own = [...node.attributes].filter(a => !(a.name === "id" && a.value.startsWith("__code_")));
    out.push(["element", node.nodeName, ...own.map(a => `${a.name}=${a.value}`).sort()]);
    node.childNodes.forEach(walk);
    out.push(["end", node.nodeName]);
  };
  root.normalize();
  walk(root);
  // Paragraphs of prose stand side by side, as many as the text has.
  const folded = out.filter((entry, at) => !(entry[0] === "prose" && (out[at - 1] ?? [])[0] === "prose"));
  return {
    skeleton: folded,
    prose: prose.map(node => ({
      text: node.textContent,
      elements: [...node.matches("div") ? [] : [node], ...node.querySelectorAll("*")]
        .map(e => [e.nodeName, [...e.attributes].map(a => [a.name, a.value])]),
    })),
    drawn: [...root.querySelectorAll("svg.s-drawing *")].map(e => e.nodeName),
    texts: drawn,
  };
}"""

PARSED = f"""async addresses => JSON.stringify(await Promise.all(addresses.map(async address => {{
  const answer = await fetch(address);
  if (!answer.ok) {{ throw new Error(`${{answer.status}} ${{address}}`); }}
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return ({SKELETON})(page.querySelector("article"));
}})))"""

PAGES = (
    *(f"accounts/{{id}}/{page}/" for page in ("map", "position", "plan", "white-space", "reviews", "coaching")),
    *(f"accounts/{{id}}/{page}/" for page in ("brief", "value", "sponsors", "hand-over")),
    *(f"people/{{id}}-{letter}/" for letter in OURS),
)
"""The pages of an account beside its overview, and those of the ones of ours that it names."""

AROUND = """
  title: document.querySelector("title").textContent,
  tab: document.title,
  topics: [...document.querySelectorAll(".md-header__topic .md-ellipsis")].map(e => e.textContent),
  ran: window.pwned ?? null,
"""
SEARCHED = [case for case in SHOWN if case.id.startswith("searched-for")]
INDEXED = [case for case in SHOWN if case.id.rpartition("-")[0] in {"closing-tags", "entities", "templates", "html"}]
DRAWN = {"title", "desc", "g", "path", "rect", "circle", "text"}
SEARCH_ELEMENTS = {
    "A",
    "ARTICLE",
    "CODE",
    "DETAILS",
    "DIV",
    "H1",
    "H2",
    "LI",
    "MARK",
    "PRE",
    "NAV",
    "OL",
    "P",
    "SPAN",
    "SUMMARY",
    "UL",
}


# The site ------------------------------------------------------------------------


Laid = tuple[str, Sequence[str], Sequence[str], str]
"""One account: its id, its texts, its prose, its link."""
HARMLESS: Laid = ("acme", [PLAIN], [PROSE], f"https://acme.example/{ADDRESS}")


def _lay(root: Path, laid: list[Laid], plugins: str = "sam", ours: Sequence[dict[str, str]] = ()) -> Path:
    """Lay down a project with these accounts, and some of ours besides; returns its mkdocs.yml."""
    settings = {"schema": "1", "company": COMPANY, "as_of": AS_OF.isoformat()}
    settings["edit"] = "https://edit.example/{path}#L{line}"
    # The first tier asks for more care than the others and the last for less, so they are nobody's.
    first, last = ({"id": name.lower(), "name": name, "contact_lasts": "90"} for name in ("First", "Last"))
    tiers = [first, *(tier(id_, texts) for id_, texts, _, _ in laid), last]
    team = [*ours, *(one for id_, texts, _, _ in laid for one in colleagues(id_, texts))]
    files = {"playbook/playbook.yml": settings | {"tiers": tiers}, "playbook/team.yml": {"team": team}}
    files["playbook/offerings.yml"] = {"offerings": OFFERINGS}
    files |= {f"accounts/{one[0]}.yml": account(*one) for one in laid}
    for name, tree in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(yaml(tree), encoding="utf-8")
    (root / "docs").mkdir()
    config = root / "mkdocs.yml"
    theme = "theme:\n  name: material\n  font: false\n"
    config.write_text(f"site_name: {SITE_NAME}\n{theme}plugins: [{plugins}]\n", encoding="utf-8")
    return config


def _laid(group: Group) -> Laid:
    return group.id, group.texts, group.texts, website(group.texts[0])


TWIN_LAID: Laid = (TWIN, TOKENS, [PROSE], f"https://acme.example/{ADDRESS}")


@pytest.fixture(scope="module")
def site(served: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the groups and their twin; no line names anybody or moves another, for both decide where it stands."""
    config = _lay(tmp_path_factory.mktemp("hostile"), [TWIN_LAID, *map(_laid, GROUPS)])
    return served(_built(config))


def _built(config: Path) -> Path:
    """Build a site in which no line names anybody, moves another, or is too long for a question."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addressed, "_names", lambda *_: False)
        patch.setattr(alike, "_named", lambda *_: False)
        patch.setattr(redated, "_SHARED", 99)
        patch.setattr("sam_gen.checks.progress._spoken", lambda *_: False)
        patch.setattr("sam_gen.advise.wanted._FEW", 999)
        patch.setattr("sam_gen.advise.phrase.cut", lambda text, *_: text.rstrip("."))
        _, folder = build(config)
    return folder


@pytest.fixture(scope="module")
def small_site(served: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Fewer accounts, with search: every page of a site reads the whole index, which soon takes longest."""
    hostile = [(case.id, [case.text], [case.text], website(case.text)) for case in SEARCHED]
    ours = [{"id": case.id, "name": case.text, "role": case.text} for case in INDEXED]
    _, folder = build(_lay(tmp_path_factory.mktemp("searched"), hostile, "search, sam", ours))
    return served(folder)


@pytest.fixture(scope="module")
def heard(site: Site) -> Heard:
    return Heard(site.origin)


@pytest.fixture(scope="module")
def page(chromium: Browser, heard: Heard) -> Iterator[Page]:
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    heard.listen(context)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def twin(page: Page, site: Site) -> list[dict[str, Any]]:
    """What the harmless pages look like: the overview, then the others."""
    return [_look(page, site, f"accounts/{TWIN}/"), *_parsed(page, site, TWIN)]


def _look(page: Page, site: Site, address: str) -> dict[str, Any]:
    page.goto(site.url(address), wait_until="load")
    return json.loads(
        page.evaluate(f"() => JSON.stringify({{...({SKELETON})(document.querySelector('article')), {AROUND}}})")
    )


def _parsed(page: Page, site: Site, id_: str) -> list[dict[str, Any]]:
    return json.loads(page.evaluate(PARSED, [site.url(address.format(id=id_)) for address in PAGES]))


def _instead(group: Group) -> dict[str, str]:
    """Return what to put in place of each text of the twin."""
    full = dict(zip(TOKENS, group.texts, strict=True))
    short = {one: short_name(text) for one, text in zip(SHORT_TOKENS, group.texts, strict=True)}
    return full | short | {f"https://acme.example/{ADDRESS}": website(group.texts[0]), TWIN: group.id}


def _replaced(entry: list[str], replacements: dict[str, str]) -> list[str]:
    if entry[0] == "finding":  # findings quote long texts shortened
        replacements = {key: cut(value) for key, value in replacements.items()}
    pattern = re.compile("|".join(map(re.escape, sorted(replacements, key=len, reverse=True))))
    return [entry[0], *(pattern.sub(lambda match: replacements[match[0]], part) for part in entry[1:])]


def _assert_same(look: dict[str, Any], twin: dict[str, Any], replacements: dict[str, str], where: str) -> None:
    """Assert that a page is its twin with the texts replaced; drawings may shorten theirs, prose keeps its own form."""
    wanted = [_replaced(entry, replacements) for entry in twin["skeleton"]]
    assert not (difference := _first_difference(look["skeleton"], wanted)), f"{where} {difference}"
    assert set(look["drawn"]) == set(twin["drawn"]) <= DRAWN, where
    found, other = _cards(look["texts"]), _cards(twin["texts"])
    assert found.keys() == other.keys(), where
    short = {key: short_name(value) for key, value in replacements.items()}
    for key, lines in found.items():
        whole = " ".join(other[key])
        allowed = [_replaced(["", whole], some)[1] for some in (replacements, short)]
        assert any(_drawn_from(lines, text) for text in allowed), f"{where} draws {lines} of {allowed[0]!r}"
    for part in look["prose"]:
        _assert_harmless(part["elements"])


def _cards(texts: list[list[str]]) -> dict[str, list[str]]:
    """Return the lines of each text of each card; a text may take several lines."""
    found: dict[str, list[str]] = {}
    for key, text in texts:
        found.setdefault(key, []).append(text)
    return found


def _drawn_from(lines: list[str], text: str) -> bool:
    """Whether the lines are that text, broken at spaces; where one ends in `…`, something of it may be missing."""
    forms = [(re.escape(line), re.escape(line.removesuffix("…").rstrip())) for line in map(_words, lines)]
    parts = [whole if whole == kept else f"(?:{whole}|{kept}.*?)" for whole, kept in forms]
    return re.fullmatch(" ?".join(parts), _words(text), re.DOTALL) is not None


def _words(text: str) -> str:
    return " ".join(text.split())


def _first_difference(found: list[list[str]], wanted: list[list[str]]) -> str:
    path: list[str] = []
    for at, (one, other) in enumerate(zip(found, wanted, strict=False)):
        if _bare(one) != _bare(other):
            return f"in {' > '.join(path)}\n  shown:  {found[at : at + 4]}\n  wanted: {wanted[at : at + 4]}"
        if one[0] == "element":
            path.append(one[1].lower())
        elif one[0] == "end":
            path.pop()
    return "" if len(found) == len(wanted) else f"{len(found)} entries, wanted {len(wanted)}"


def _bare(entry: list[str]) -> list[str]:
    """Leave out what a sentence changes in a text: a full stop at its end, inner quotation marks, wide spaces."""
    plain = [re.sub("[\"'‘’“”]", "'", part.replace("\u00a0", " ")) for part in entry[1:]]
    return [entry[0], *(_words(part).rstrip(". ") for part in plain)] if entry[0] == "text" else [entry[0], *plain]


def _collapsed(text: str) -> str:
    return re.sub(r"[ \t\n\f\r]+", " ", text).strip(" ")


# Pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("group", GROUPS, ids=[group.id for group in GROUPS])
def test_every_spot_of_every_page_shows_the_text_as_typed(group: Group, page, site, heard, twin):
    look, others = _look(page, site, f"accounts/{group.id}/"), _parsed(page, site, group.id)
    for part, other, address in zip([look, *others], twin, ("accounts/{id}/", *PAGES), strict=True):
        _assert_same(part, other, _instead(group), address.format(id=group.id))
        for prose_ in part["prose"]:
            plain = not any(re.search(r"[-+*_.)`\[\]&>\\\n]", text) for text in group.texts)
            assert not plain or prose_["text"].strip() in {text.strip(" \t") for text in group.texts}
    _assert_title(look, group.texts[0])
    heard.none()


def _assert_title(look: dict[str, Any], title: str) -> None:
    assert look["title"] == f"{title} - {SITE_NAME}"
    assert look["tab"] == _collapsed(f"{title} - {SITE_NAME}")
    assert [_collapsed(topic) for topic in look["topics"]] == [SITE_NAME, _collapsed(title)]
    assert look["ran"] is None


NAMED = [(group, at) for group in GROUPS for at in range(1, len(group.texts))]


@pytest.mark.parametrize(("group", "at"), NAMED, ids=[f"{group.id}-{OURS[at - 1]}" for group, at in NAMED])
def test_nothing_runs_on_the_page_of_one_of_us(group: Group, at: int, page, site, heard, twin):
    """What Chromium parses is what it shows when a page is opened and its scripts have run."""
    address = f"people/{{id}}-{OURS[at - 1]}/"
    look = _look(page, site, address.format(id=group.id))
    _assert_same(look, twin[PAGES.index(address) + 1], _instead(group), address)
    _assert_title(look, group.texts[at])
    heard.none()


@pytest.mark.parametrize("address", PAGES[:10])
def test_nothing_runs_on_the_other_pages(address: str, page, site, heard, twin):
    for group in GROUPS[PAGES.index(address) :: 10]:
        look = _look(page, site, address.format(id=group.id))
        _assert_same(look, twin[PAGES.index(address) + 1], _instead(group), address.format(id=group.id))
        assert look["ran"] is None
    heard.none()


def test_every_text_stands_on_every_page(twin):
    """Otherwise some page is never tried with some text."""
    stands = dict(zip(("", *PAGES), (json.dumps(look["skeleton"]) for look in twin), strict=True))
    stands["people/{id}-a/"] = "".join(stands.pop(f"people/{{id}}-{letter}/") for letter in OURS)
    for address, whole in stands.items():
        missing = [one for one, short in zip(TOKENS, SHORT_TOKENS, strict=True) if not (one in whole or short in whole)]
        assert not missing, address


def test_no_text_of_a_file_stands_in_an_attribute(twin):
    """Some scripts of the theme read attributes such as `title` as HTML, so texts stay between tags.

    Two are left: what a bar or a table is called for those who hear it, and a column's head, which style sheets print.
    """
    assert _in_attributes(twin) == {"nav aria-label", "div aria-label", "table aria-label", "td data-label"}


def _in_attributes(looks: list[dict[str, Any]]) -> set[str]:
    """Return which elements carry a text of the file in an attribute."""
    elements = [entry for look in looks for entry in look["skeleton"] if entry[0] == "element"]
    return {
        f"{entry[1].lower()} {part.partition('=')[0]}"
        for entry in elements
        for part in entry[2:]
        if any(token in part for token in (*TOKENS, *SHORT_TOKENS))
    }


def test_planted_defects_are_caught(chromium: Browser, served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each kind of page has a defect of its own: a text as HTML, one in an attribute, a sign lost in a drawing."""
    templates = tmp_path / "templates"
    shutil.copytree(environment.TEMPLATES, templates)
    _plant(templates / "account/plan.md", "{{ what }}", "{{ what | raw }}")
    _plant(templates / "shared/tables.html", '<a class="{{ class }}"', '<a title="{{ link.text }}" class="{{ class }}"')
    monkeypatch.setattr(environment, "TEMPLATES", templates)
    monkeypatch.setattr(people_map, "cut", lambda text, *room, **how: draw_cut(text.replace("<", ""), *room, **how))
    group = Group("planted", ("a < b and b > c", "<b>", "1 <2", "<br>", "a < b"))
    environment.environment.cache_clear()
    try:
        environment.environment().filters["raw"] = Markup
        folder = _built(_lay(tmp_path / "planted", [TWIN_LAID, _laid(group)]))
    finally:
        environment.environment.cache_clear()
    planted = served(folder)
    page = chromium.new_page()
    page.goto(planted.url("404.html"), wait_until="load")
    looks, others = (_parsed(page, planted, id_) for id_ in (group.id, TWIN))
    page.close()
    caught = set()
    for look, other, address in zip(looks, others, PAGES, strict=True):
        try:
            _assert_same(look, other, _instead(group), address)
        except AssertionError as error:
            caught.add((address, "draws" in str(error)))
    assert caught == {("accounts/{id}/plan/", False), ("accounts/{id}/map/", True)}
    assert "a title" in _in_attributes(others)


def _plant(template: Path, right: str, wrong: str) -> None:
    text = template.read_text(encoding="utf-8")
    assert right in text, f"{template.name} reads otherwise by now: plant the defect elsewhere"
    template.write_text(text.replace(right, wrong), encoding="utf-8")


class _Title(HTMLParser):
    """The texts of all title elements, as another parser than Chromium's sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "title":
            self.within = True
            self.found.append("")

    def handle_endtag(self, tag):
        self.within = self.within and tag != "title"

    def handle_data(self, data):
        if self.within:
            self.found[-1] += data


def test_each_file_has_one_title_of_text_alone(site: Site):
    titles = {f"accounts/{group.id}/": group.texts[0] for group in GROUPS}
    titles |= {f"people/{group.id}-{OURS[at - 1]}/": group.texts[at] for group, at in NAMED}
    assert set(titles.values()) == {case.text for case in SHOWN}
    found = {}
    for address in titles:
        html = (site.folder / address / "index.html").read_text(encoding="utf-8")
        found[address] = _Title(html.partition("<body")[0]).found
    assert found == {address: [f"{title} - {SITE_NAME}"] for address, title in titles.items()}


def test_the_desk_lists_every_account_as_typed(page: Page, site: Site, heard: Heard):
    page.goto(site.url(), wait_until="load")
    _assert_rows_are_the_twins(page, "article table tbody tr")
    assert page.evaluate("window.pwned") is None
    heard.none()


ROWS = "article table tbody tr, article .s-index > div, article .s-many > .s-joined, article section.s-group > h2"
BOARDS = {
    "accounts/": 4,
    "portfolio/": 2,
    "portfolio/selection/": 2,
    "portfolio/continuum/": 2,
    "portfolio/white-space/": 1,
    "portfolio/dependence/": 1,
    "portfolio/sponsors/": 2,
    "portfolio/calendar/": 6,
    "portfolio/workload/": 5,
}
"""The pages over all accounts, and how many rows each account has there."""


@pytest.mark.parametrize("address", BOARDS)
def test_the_boards_list_every_account_as_typed(address: str, page: Page, site: Site, heard: Heard):
    page.goto(site.url(address), wait_until="load")
    rows = _assert_rows_are_the_twins(page, ROWS)
    assert {len(of) for of in rows.values()} == {BOARDS[address]}
    assert page.evaluate("window.pwned") is None
    heard.none()


def _assert_rows_are_the_twins(page: Page, selector: str) -> dict[str, list[list[list[str]]]]:
    """Assert that the rows of every account are those of its twin, and return them by account."""
    rows = json.loads(
        page.locator(selector).evaluate_all(f"rows => JSON.stringify(rows.map(row => ({SKELETON})(row).skeleton))")
    )
    by_account: dict[str, list[list[list[str]]]] = {}
    for row in rows:
        by_account.setdefault(_whose(row), []).append(row)
    assert by_account.keys() == {TWIN, *(group.id for group in GROUPS)}
    wrong = []
    for group in GROUPS:
        for found, other in zip(by_account[group.id], by_account[TWIN], strict=True):
            wanted = [_replaced(entry, _instead(group)) for entry in other]
            if difference := _first_difference(found, wanted):
                wrong.append(f"{group.id} {difference}")
    assert not wrong, "\n".join(wrong[:5])
    return by_account


def _whose(row: list[list[str]]) -> str:
    """Return the account a row belongs to: by its first link or id that names one."""
    attributes = (part for entry in row if entry[0] == "element" for part in entry[2:])
    found = (re.search(r"(?:accounts|people|id=tier|id=tag|id=lead)[/-]([a-z0-9-]+)", part) for part in attributes)
    return re.sub("-([abcdt]|tag)$", "", next(match[1] for match in found if match))


DESK_LINES = """all => all.map(li => [
  li.querySelector("a").getAttribute("href").split("/")[1],
  li.querySelector("strong").textContent,
  li.querySelector("a").textContent,
  [...li.querySelectorAll("*")].map(e => e.nodeName),
])"""
DESK_TAGS = {"SPAN", "STRONG", "A", "DETAILS", "SUMMARY", "P", "PRE", "CODE"}


def test_the_desk_lists_what_presses_as_typed(page: Page, site: Site, heard: Heard):
    page.goto(site.url(), wait_until="load")
    texts = {group.id: group.texts for group in GROUPS} | {TWIN: TOKENS}
    items = page.locator("article .s-pressing > li").evaluate_all(DESK_LINES)
    assert len(items) == 5
    for id_, what, name, tags in items:
        assert name == texts[id_][0]
        assert any(cut(text) in what for text in texts[id_]), what
        assert set(tags) <= DESK_TAGS
    assert page.evaluate("window.pwned") is None
    heard.none()


def test_the_desk_lists_the_dates_as_typed(page: Page, site: Site, heard: Heard):
    page.goto(site.url(), wait_until="load")
    texts = {group.id: group.texts for group in GROUPS} | {TWIN: TOKENS}
    dates = page.locator("article .s-dated > li").evaluate_all(
        "all => all.map(li => [li.querySelector('a').getAttribute('href').split('/')[1],"
        " li.querySelector('.s-line').firstElementChild.nextSibling.data.trim(), li.querySelector('a').textContent,"
        " li.querySelectorAll('*').length])"
    )
    assert len(dates) == 11
    for id_, what, name, _ in dates:
        assert name == texts[id_][0]
        assert any(_words(text) in _words(what) for text in texts[id_]), what
    assert {count for *_, count in dates} == {3, 4}, "a contract has its days beside it"
    assert page.evaluate("window.pwned") is None
    heard.none()


# Company -----------------------------------------------------------------------------


def test_the_company_stands_on_every_page_as_typed(page: Page, site: Site, heard: Heard):
    for address in ("", "accounts/harmless/", f"accounts/{GROUPS[-1].id}/"):
        page.goto(site.url(address), wait_until="load")
        seen = page.locator("article .s-seen")
        assert seen.evaluate("e => e.childElementCount") == 0
        assert _words(seen.text_content()) == _words(f"{SEEN} · {COMPANY} · sam_gen {__version__}")
    assert page.evaluate("window.pwned") is None
    heard.none()


def test_any_company_stands_on_the_desk_as_typed(page: Page, site: Site, heard: Heard, tmp_path: Path):
    config = _lay(tmp_path, [HARMLESS])
    project = read_project(Folders(config.parent))
    blocks = []
    for case in SHOWN:
        settings = project.playbook.settings.model_copy(update={"company": case.text})
        theirs = replace(project, playbook=replace(project.playbook, settings=settings))
        blocks.append(render(desk_page(theirs)).blocks[-1])
    page.goto(site.url("404.html"), wait_until="load")
    page.set_content("".join(f"<article>{block}</article>" for block in blocks))
    found = page.locator(".s-seen").evaluate_all("all => all.map(e => [e.textContent, e.childElementCount])")
    plain = [[text.replace("\u00a0", " "), children] for text, children in found]
    shown = [case.text.replace("\u00a0", " ") for case in SHOWN]
    assert plain == [[f"{SEEN} · {text} · sam_gen {__version__}", 0] for text in shown]
    assert page.evaluate("window.pwned") is None
    heard.none()


# Search ----------------------------------------------------------------------------


@pytest.mark.parametrize("case", SEARCHED, ids=[case.id for case in SEARCHED])
def test_search_shows_the_name_as_typed_and_leads_to_its_page(case: Shown, chromium: Browser, small_site: Site):
    heard = Heard(small_site.origin)
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    heard.listen(context)
    page = context.new_page()
    page.goto(small_site.url(), wait_until="load")
    word = max(re.findall(r"[A-Z][a-z]{4,}", case.text), key=len)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(word)
    result = page.locator(f".md-search-result__list a[href*='/accounts/{case.id}/']").first
    result.wait_for()
    assert _collapsed(result.locator("h1").text_content()) == _collapsed(case.text)
    for more in page.locator(".md-search-result__list summary").all():
        more.click()
    inside = page.locator(".md-search-result__list *").evaluate_all("all => [...new Set(all.map(e => e.nodeName))]")
    assert set(inside) <= SEARCH_ELEMENTS
    assert page.evaluate("window.pwned") is None
    result.click()
    page.wait_for_url(f"**/accounts/{case.id}/**")
    page.wait_for_load_state("load")
    assert page.locator("article h1").text_content() == case.text
    assert page.evaluate("window.pwned") is None
    context.close()
    heard.none()


def test_the_search_index_reads_as_typed(page: Page, site: Site, small_site: Site, heard: Heard):
    """Material puts the index into the page as HTML, so every entry must be text that reads as typed."""
    page.goto(site.url("404.html"), wait_until="load")
    index = json.loads((small_site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = page.evaluate(
        """docs => docs.map(({ location, title }) => {
          const { body } = new DOMParser().parseFromString(`<body><h1>${title}</h1>`, "text/html");
          return [location, body.textContent, body.querySelectorAll("*").length];
        })""",
        [{"location": doc["location"], "title": doc["title"]} for doc in index["docs"]],
    )
    titles = {location: (title.strip(), elements) for location, title, elements in found}
    wanted = {f"accounts/{case.id}/": (case.text.strip(), 1) for case in SEARCHED}
    wanted |= {f"people/{case.id}/": (case.text.strip(), 1) for case in INDEXED}
    assert {location: titles.get(location) for location in wanted} == wanted
    assert page.evaluate("window.pwned") is None
    heard.none()


# Prose -----------------------------------------------------------------------------


PROSE_TEXTS = [
    *(case.text for case in SHOWN),
    "[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](&#106;avascript:alert(1)) [x](java&Tab;script:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>) [x](vbscript:x) [x](file:///etc/passwd) [x](blob:x)",
    '[x](</a><script>window.pwned=1</script>) [x](https://acme.example/"onclick=window.pwned=1)',
    '[x](https://acme.example "title\\" onmouseover=\\"window.pwned=1") [<img src=x onerror=alert(1)>](https://acme.example)',
    "[x](#who) [x](../) [x](/accounts/) [x](acme) [x](//outside.example) [x](\\\\outside.example) [x](?q=1) [x]()",
    "![x](https://outside.example/x.png) ![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "<script>window.pwned=1</script>\n\n<img src=x onerror=window.pwned=1>\n\n<div markdown=1>*x*</div>",
    "- a\n- b\n  1. c\n  2. <b>d</b>\n\n> quote\n> > more\n\n`<script>` **bold *both***",
    "99999999999. item\n\n-1. item\n\n1. item {: onclick=window.pwned=1}",
    "# heading\n\nx\n===\n\n***\n\n| a |\n|---|\n| b |\n\n    <b>code</b>\n\n```\n<b>fence</b>\n```",
    "&lt;script&gt;window.pwned=1&lt;/script&gt; &#60;img src=x onerror=window.pwned=1&#62;",
    '<noscript><p title="</noscript><img src=x onerror=window.pwned=1>">',
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    *(sign * 4000 for sign in ("[", "*", "_", "`", "> ", "- ", "![", "](", "<", "&", "\\", "*a_", "[x](", "1. ")),
]


def _assert_harmless(elements: list[Any]) -> None:
    for tag, attributes in elements:
        assert tag in PROSE_TAGS
        for name, value in attributes:
            assert name in PROSE_ATTRIBUTES.get(tag, ()), f"{tag} {name}={value}"
            assert name != "href" or value.partition(":")[0].lower() in LINK_SCHEMES, value


def test_prose_has_nothing_but_its_few_elements(page: Page, site: Site, heard: Heard):
    page.goto(site.url("404.html"), wait_until="load")
    page.set_content("".join(f"<article>{prose(text[:4000])}</article>" for text in PROSE_TEXTS))
    looks = page.locator("article").evaluate_all(
        """all => all.map(article => [...article.querySelectorAll("*")]
          .map(e => [e.nodeName, [...e.attributes].map(a => [a.name, a.value])]))"""
    )
    assert len(looks) == len(PROSE_TEXTS)
    for look in looks:
        _assert_harmless(look)
    assert page.evaluate("window.pwned") is None
    heard.none()


# The files -------------------------------------------------------------------------


@pytest.mark.parametrize("case", REFUSED, ids=[case.id for case in REFUSED])
def test_what_may_not_stand_in_a_field_is_refused_by_name(case: Refused, tmp_path: Path):
    config = _lay(tmp_path, [HARMLESS])
    tree = account(*HARMLESS)
    record, _, name = case.field.rpartition(".")
    holder = tree[record] if record else tree
    (holder[0] if isinstance(holder, list) else holder)[name] = case.text
    forms = [True, False] if case.code == "SAM005" and not re.search("[\x00\n\r\x85]", case.text) else [False]
    for raw in forms:
        (config.parent / "accounts" / "acme.yml").write_text(yaml(tree, raw=raw), encoding="utf-8")
        with pytest.raises(ReadingProblems) as caught:
            read_project(Folders(config.parent))
        problems = caught.value.problems
        key = name if case.code != "SAM005" else None
        assert case.code in {problem.code for problem in problems}, [str(problem) for problem in problems]
        first = next(problem for problem in problems if problem.code == case.code)
        line = (config.parent / "accounts" / "acme.yml").read_text(encoding="utf-8").split("\n")[first.place.line - 1]
        assert key is None or f"{key}: " in line, first


def test_there_are_enough_texts_and_no_twins():
    assert len(SHOWN) >= 130
    assert len({case.text for case in SHOWN}) == len(SHOWN)
    assert len(REFUSED) >= 40
    assert {text for group in GROUPS for text in group.texts} == {case.text for case in SHOWN}
    for word in (PLAIN, "Wvu", TWIN):
        assert not any(word in case.text for case in SHOWN)


_FOLLOWS = "What follows is read in the file, beside the claim; pages show what was seen and how it is known."
ON_NO_PAGE = {
    "people.influence.so_what": _FOLLOWS,
    "people.sees_us_as.so_what": _FOLLOWS,
    "people.support.so_what": _FOLLOWS,
    "position.own_view.so_what": _FOLLOWS,
    "position.desired.so_what": _FOLLOWS,
    "position.evidence.so_what": _FOLLOWS,
    "footprint.evidence": "A cell of the grid has room for who, how much and until when.",
    "selection.scores.why": "The board shows the score of all criteria together, not one by one.",
    "ignore.why": "What is ignored is not spoken of; a rule asks for the reason where there is none.",
}
"""Fields of text of an account that no page shows, and why."""


def test_every_field_of_text_is_hostile():
    """A new field of text must be filled here too, or nobody looks at it."""
    tree = account("acme", [TEXT_HERE], [PROSE_HERE], "https://acme.example/")
    assert set(_unfilled(Account, [tree], "")) == set()


def test_every_field_of_text_stands_on_a_page_or_says_why_not(tmp_path: Path):
    """Otherwise a field could leave every page, or join one, and nobody would look at it there."""
    words = [f"zq{at:03}" for at in range(300)]
    config = _lay(tmp_path, [("acme", words, words, "https://acme.example/")])
    tree = account("acme", words, words, "https://acme.example/")
    pages = [render(page) for page in site_pages(read_project(Folders(config.parent)))]
    whole = "".join(part for page in pages for part in (page.markdown, *page.blocks))
    fields = {path: word for path, word in _texts(tree, "") if word.startswith("zq")}
    hidden = fields.keys() - {path for path, word in _texts(tree, "") if word in whole}
    assert hidden == ON_NO_PAGE.keys()


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Return every text of a tree with the path of its field."""
    for key, item in value.items() if isinstance(value, dict) else [("", one) for one in value]:
        inner = f"{path}.{key}".strip(".")
        if isinstance(item, str):
            yield inner, item
        else:
            yield from _texts(item, inner)


def _unfilled(record: type[Record], trees: list[dict[str, Any]], path: str) -> Iterator[str]:
    for name, info in record.model_fields.items():
        key = info.alias or name
        values = [tree[key] for tree in trees if key in tree]
        items = [item for value in values for item in (value if isinstance(value, list) else [value])]
        inner = next(_records(info.annotation), None)
        if inner:
            yield from _unfilled(inner, [item for item in items if isinstance(item, dict)], f"{path}{key}.")
        elif _is_text(info) and not {TEXT_HERE, PROSE_HERE} & set(items):
            yield f"{path}{key}"


def _is_text(info: Any) -> bool:
    validators = {get_args(kind)[1] for kind in (Line, Prose)}
    found = [*info.metadata, *(more for option in get_args(info.annotation) for more in get_args(option)[1:])]
    return any(validator in found for validator in validators)


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records(argument)
