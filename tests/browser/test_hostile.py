"""Hostile texts in every field: shown as typed at every spot, and nothing runs.

The oracle is a harmless twin. Each hostile account has a twin that differs in its texts alone. With the harmless
text replaced by the hostile one, every element, attribute and text of the twin's page must be that of the hostile
page. So a sign that is lost, doubled or read as something else, or an element or attribute too many, fails.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from browser.conftest import Heard, Site
from browser.hostile_texts import (
    ADDRESS,
    PLAIN,
    PLAIN_SHORT,
    PROSE,
    TWO_WORDS,
    TWO_WORDS_SHORT,
    Refused,
    Shown,
    account,
    colleagues,
    refused,
    shown,
    tier,
    website,
    yaml,
)
from playwright.sync_api import Browser, Page

from sam_gen import __version__
from sam_gen.model.account import Account
from sam_gen.model.problem import ReadingProblems
from sam_gen.model.record import Record
from sam_gen.model.scalars import LINK_SCHEMES, Line, Prose
from sam_gen.pages.desk import desk_page
from sam_gen.pages.words import short_name
from sam_gen.publish.site import build
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.render.environment import render
from sam_gen.render.prose import prose

pytestmark = pytest.mark.browser

SHOWN, REFUSED = shown(), refused()
SITE_NAME = "Harbour"
COMPANY = "</p><script>window.pwned=1</script> {{ 7*7 }} *x* [y](z) &amp; \\"
AS_OF = datetime.date(2026, 11, 20)
SEEN = "Seen from Friday 20 November 2026 · Account team edition"
TWINS = {"harmless": (PLAIN, PLAIN_SHORT), "harmless-two": (TWO_WORDS, TWO_WORDS_SHORT)}

PROSE_TAGS = {"P", "BR", "EM", "STRONG", "UL", "OL", "LI", "BLOCKQUOTE", "CODE", "A"}
PROSE_ATTRIBUTES = {"A": {"href", "rel"}, "OL": {"start"}}

SKELETON = """root => {
  const PROSE = "div.s-lede, .s-why > *, .s-prose > :not(.s-second)";
  const out = [], prose = [];
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) { out.push(["text", node.data]); return; }
    if (node.nodeType !== Node.ELEMENT_NODE) { out.push(["other", node.nodeName, node.data ?? ""]); return; }
    if (node.matches(PROSE)) { prose.push(node); out.push(["prose"]); return; }
    if (node.matches("svg.s-drawing text")) { return; }
    out.push(["element", node.nodeName, ...[...node.attributes].map(a => `${a.name}=${a.value}`).sort()]);
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
  };
}"""

AROUND = """
  title: document.querySelector("title").textContent,
  tab: document.title,
  topics: [...document.querySelectorAll(".md-header__topic .md-ellipsis")].map(e => e.textContent),
  ran: window.pwned ?? null,
"""
SEARCHED = [case for case in SHOWN if case.id.startswith("searched-for")]
INDEXED = [case for case in SHOWN if case.id.rpartition("-")[0] in {"closing-tags", "entities", "templates", "html"}]
SEARCH_ELEMENTS = {
    "A",
    "ARTICLE",
    "DETAILS",
    "DIV",
    "H1",
    "H2",
    "LI",
    "MARK",
    "NAV",
    "OL",
    "P",
    "SPAN",
    "SUMMARY",
    "UL",
}


# The site ------------------------------------------------------------------------


def _lay(root: Path, texts: list[tuple[str, str, str, str]], plugins: str = "sam") -> Path:
    """Lay down a project with one account for each (id, text, prose, link); returns its mkdocs.yml."""
    settings = {"schema": "1", "company": COMPANY, "as_of": AS_OF.isoformat()}
    settings["edit"] = "https://edit.example/{path}#L{line}"
    # The first tier asks for more care than the others, so it is nobody's.
    first = {"id": "first", "name": "First", "contact_lasts": "90"}
    tiers = [first, *(tier(id_, text) for id_, text, _, _ in texts)]
    team = [one for id_, text, _, _ in texts for one in colleagues(id_, text)]
    files = {"playbook/playbook.yml": settings | {"tiers": tiers}, "playbook/team.yml": {"team": team}}
    files |= {f"accounts/{id_}.yml": account(id_, text, prose_, link) for id_, text, prose_, link in texts}
    for name, tree in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(yaml(tree), encoding="utf-8")
    (root / "docs").mkdir()
    config = root / "mkdocs.yml"
    theme = "theme:\n  name: material\n  font: false\n"
    config.write_text(f"site_name: {SITE_NAME}\n{theme}plugins: [{plugins}]\n", encoding="utf-8")
    return config


@pytest.fixture(scope="module")
def site(served: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    twins = [(id_, text, PROSE, f"https://acme.example/{ADDRESS}") for id_, (text, _) in TWINS.items()]
    hostile = [(case.id, case.text, case.text, website(case.text)) for case in SHOWN]
    config = _lay(tmp_path_factory.mktemp("hostile"), [*twins, *hostile])
    _, folder = build(config)
    return served(folder)


@pytest.fixture(scope="module")
def small_site(served: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Fewer accounts, with search: every page of a site reads the whole index, which soon takes longest."""
    hostile = [(case.id, case.text, case.text, website(case.text)) for case in (*SEARCHED, *INDEXED)]
    _, folder = build(_lay(tmp_path_factory.mktemp("searched"), hostile, "search, sam"))
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
def twins(page: Page, site: Site) -> dict[str, Any]:
    """What the harmless pages look like."""
    return {id_: _look(page, site, id_) for id_ in TWINS}


def _look(page: Page, site: Site, id_: str) -> dict[str, Any]:
    page.goto(site.url(f"accounts/{id_}/"), wait_until="load")
    # Findings quote long texts shortened; what elements they are made of is compared all the same.
    page.evaluate("() => document.querySelectorAll('.s-lacks .s-line').forEach(e => { e.firstChild.data = ''; })")
    return json.loads(
        page.evaluate(f"() => JSON.stringify({{...({SKELETON})(document.querySelector('article')), {AROUND}}})")
    )


def _twin(text: str) -> tuple[str, dict[str, str]]:
    """Return the id of the harmless twin, and what to put in place of each of its texts."""
    id_ = "harmless" if short_name(text) == text else "harmless-two"
    full, short = TWINS[id_]
    return id_, {full: text, short: short_name(text)}


def _replaced(entry: list[str], replacements: dict[str, str]) -> list[str]:
    pattern = re.compile("|".join(map(re.escape, sorted(replacements, key=len, reverse=True))))
    return [pattern.sub(lambda match: replacements[match[0]], part) for part in entry]


def _first_difference(found: list[list[str]], wanted: list[list[str]]) -> str:
    path: list[str] = []
    for at, (one, other) in enumerate(zip(found, wanted, strict=False)):
        if one != other:
            return f"in {' > '.join(path)}\n  shown:  {found[at : at + 4]}\n  wanted: {wanted[at : at + 4]}"
        if one[0] == "element":
            path.append(one[1].lower())
        elif one[0] == "end":
            path.pop()
    return "" if len(found) == len(wanted) else f"{len(found)} entries, wanted {len(wanted)}"


def _collapsed(text: str) -> str:
    return re.sub(r"[ \t\n\f\r]+", " ", text).strip(" ")


# Pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("case", SHOWN, ids=[case.id for case in SHOWN])
def test_every_spot_of_the_page_shows_the_text_as_typed(case: Shown, page, site, heard, twins):
    look = _look(page, site, case.id)
    twin, replacements = _twin(case.text)
    replacements |= {f"accounts/{twin}.yml": f"accounts/{case.id}.yml"}
    replacements |= {f"https://acme.example/{ADDRESS}": website(case.text)}
    wanted = [_replaced(entry, replacements) for entry in twins[twin]["skeleton"]]
    assert not (difference := _first_difference(look["skeleton"], wanted)), f"{case.text!r} {difference}"
    assert set(look["drawn"]) == set(twins[twin]["drawn"]) <= {"title", "desc", "g", "path", "rect", "circle", "text"}

    assert look["title"] == f"{case.text} - {SITE_NAME}"
    assert look["tab"] == _collapsed(f"{case.text} - {SITE_NAME}")
    assert [_collapsed(topic) for topic in look["topics"]] == [SITE_NAME, _collapsed(case.text)]

    for part in look["prose"]:
        _assert_harmless(part["elements"])
        if not re.search(r"[-+*_.)`\[\]&>\\\n]", case.text):
            assert part["text"].strip() == case.text.strip(" \t")
    assert look["ran"] is None
    heard.none()


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
    wrong = {}
    for case in SHOWN:
        html = (site.folder / "accounts" / case.id / "index.html").read_text(encoding="utf-8")
        found = _Title(html.partition("<body")[0]).found
        if found != [f"{case.text} - {SITE_NAME}"]:
            wrong[case.id] = found
    assert not wrong


def test_the_desk_lists_every_account_as_typed(page: Page, site: Site, heard: Heard):
    page.goto(site.url(), wait_until="load")
    rows = page.locator("article table tbody tr").evaluate_all(f"rows => rows.map(row => ({SKELETON})(row).skeleton)")
    by_link = {next(p for p in row[3] if p.startswith("href=")): row for row in rows}
    assert len(by_link) == len(SHOWN) + len(TWINS)
    wrong = []
    for case in SHOWN:
        twin, replacements = _twin(case.text)
        replacements[f"accounts/{twin}/"] = f"accounts/{case.id}/"
        replacements |= {f"people/{twin}-{one}/": f"people/{case.id}-{one}/" for one in "ab"}
        wanted = [_replaced(entry, replacements) for entry in by_link[f"href=accounts/{twin}/"]]
        if difference := _first_difference(by_link[f"href=accounts/{case.id}/"], wanted):
            wrong.append(f"{case.id} {case.text!r} {difference}")
    assert not wrong, "\n".join(wrong)
    assert page.evaluate("window.pwned") is None
    heard.none()


def test_the_desk_lists_what_is_due_as_typed(page: Page, site: Site, heard: Heard):
    page.goto(site.url(), wait_until="load")
    texts = {case.id: case.text for case in SHOWN} | {id_: text for id_, (text, _) in TWINS.items()}
    items = page.locator("article .s-ranked > li").evaluate_all(
        "all => all.map(li => [li.querySelector('a').getAttribute('href').split('/')[1],"
        " li.querySelector('strong').textContent, li.querySelector('a').textContent, li.querySelectorAll('*').length])"
    )
    dates = page.locator("article .s-dated > li").evaluate_all(
        "all => all.map(li => [li.querySelector('a').getAttribute('href').split('/')[1],"
        " li.querySelector('.s-line').firstElementChild.nextSibling.data.trim(), li.querySelector('a').textContent,"
        " li.querySelectorAll('*').length])"
    )
    assert len(items) == len(dates) == 12
    for id_, what, name, _ in items:
        assert (what, name) == (texts[id_], texts[id_])
    for id_, what, name, _ in dates:
        assert (what, name) == (f": {texts[id_]}".strip(), texts[id_])
    assert len({count for *_, count in items}) == 1
    assert len({count for *_, count in dates}) == 1
    assert page.evaluate("window.pwned") is None
    heard.none()


# Company -----------------------------------------------------------------------------


def test_the_company_stands_on_every_page_as_typed(page: Page, site: Site, heard: Heard):
    for address in ("", "accounts/harmless/", f"accounts/{SHOWN[-1].id}/"):
        page.goto(site.url(address), wait_until="load")
        seen = page.locator("article .s-seen")
        assert seen.evaluate("e => e.childElementCount") == 0
        assert seen.text_content() == f"{SEEN} · {COMPANY} · sam_gen {__version__}"
    assert page.evaluate("window.pwned") is None
    heard.none()


def test_any_company_stands_on_the_desk_as_typed(page: Page, site: Site, heard: Heard, tmp_path: Path):
    config = _lay(tmp_path, [("acme", PLAIN, PROSE, f"https://acme.example/{ADDRESS}")])
    project = read_project(Folders(config.parent))
    blocks = []
    for case in SHOWN:
        settings = project.playbook.settings.model_copy(update={"company": case.text})
        theirs = replace(project, playbook=replace(project.playbook, settings=settings))
        blocks.append(render(desk_page(theirs)).blocks[-1])
    page.goto(site.url("404.html"), wait_until="load")
    page.set_content("".join(f"<article>{block}</article>" for block in blocks))
    found = page.locator(".s-seen").evaluate_all("all => all.map(e => [e.textContent, e.childElementCount])")
    assert found == [[f"{SEEN} · {case.text} · sam_gen {__version__}", 0] for case in SHOWN]
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
    wrong = {
        case.id: titles.get(f"accounts/{case.id}/")
        for case in (*SEARCHED, *INDEXED)
        if titles.get(f"accounts/{case.id}/") != (case.text.strip(), 1)
    }
    assert not wrong
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
    config = _lay(tmp_path, [("acme", PLAIN, PROSE, f"https://acme.example/{ADDRESS}")])
    tree = account("acme", PLAIN, PROSE, f"https://acme.example/{ADDRESS}")
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
    for text, _ in TWINS.values():
        assert not any(text in case.text for case in SHOWN)


ON_NO_PAGE = (
    *("cadence", "dependence", "footprint", "ignore", "objectives.measures", "opportunities", "position", "reviews"),
    *("risks", "selection", "sponsors", "tags", "team", "transition", "units", "validation", "value"),
)
"""Fields of an account that no page shows yet. With the first page that does, the field leaves this list."""


def test_every_field_of_text_is_hostile():
    """A new field of text must be filled here too, or nobody looks at it."""
    tree = account("acme", "<TEXT>", "<PROSE>", "<LINK>")
    missing = set(_unfilled(Account, [tree], ""))
    assert {path for path in missing if not path.startswith(tuple(f"{field}." for field in ON_NO_PAGE))} == set()


def _unfilled(record: type[Record], trees: list[dict[str, Any]], path: str) -> Iterator[str]:
    for name, info in record.model_fields.items():
        key = info.alias or name
        values = [tree[key] for tree in trees if key in tree]
        inner = next(_records(info.annotation), None)
        if inner:
            nested = [item for value in values for item in (value if isinstance(value, list) else [value])]
            yield from _unfilled(inner, [item for item in nested if isinstance(item, dict)], f"{path}{key}.")
        elif _is_text(info) and not {"<TEXT>", "<PROSE>"} & set(values):
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
