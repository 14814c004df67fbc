"""The glossary: short, true to its order, used; and every term is linked where a page first uses it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest
from helpers import ROOT, as_html, example, text_of
from pages.test_training import FILES
from reading.reading_cases import lay

from sam_gen.model.curriculum import LESSON_HEADINGS, TOOL_HEADINGS, sections
from sam_gen.model.glossary import GlossaryEntry
from sam_gen.pages.glossary import glossary_page
from sam_gen.pages.site import site_pages
from sam_gen.pages.terms import anchor, terms_of
from sam_gen.pages.tools import tool_page
from sam_gen.pages.training import lesson_page
from sam_gen.reading.project import read_project
from sam_gen.render.page import Page

EXAMPLE = example()
PLAYBOOK = EXAMPLE.playbook
ENTRIES: tuple[GlossaryEntry, ...] = PLAYBOOK.glossary.terms if PLAYBOOK.glossary else ()
IDS = [entry.id for entry in ENTRIES]
TERMS = terms_of(PLAYBOOK)
MOST_WORDS = 60
LONGEST_SENTENCE = 30

each = pytest.mark.parametrize("entry", ENTRIES, ids=IDS)


def sentences(entry: GlossaryEntry) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", entry.says)


@cache
def pages() -> dict[str, Page]:
    return {page.path: page for page in site_pages(EXAMPLE)}


@cache
def html(path: str) -> str:
    """Return the page without what only paper shows: the foot of its sheets."""
    return re.sub(r"\n?<style>.*?</style>", "", as_html(pages()[path]))


# What an entry says -------------------------------------------------------------------


def test_ids_are_sorted_and_each_stands_once():
    assert sorted(set(IDS)) == IDS
    assert len({anchor("term", id_) for id_ in IDS}) == len(IDS)
    assert len(IDS) >= 60


@each
def test_a_meaning_is_short(entry):
    assert len(entry.says.split()) <= MOST_WORDS
    assert max(len(sentence.split()) for sentence in sentences(entry)) <= LONGEST_SENTENCE
    assert "!" not in entry.says


@each
def test_a_meaning_does_not_begin_with_its_word(entry):
    first = " ".join(entry.says.casefold().split()[:4])
    assert not [form for form in (entry.term, *entry.also) if re.search(rf"\b{re.escape(form.casefold())}\b", first)]


def test_no_meaning_leads_back_to_itself():
    """What the first sentences use of other terms has no circle in it, of one, two or many."""
    leads = {entry.id: {use.term for use in TERMS.uses(sentences(entry)[0])} for entry in ENTRIES}
    done: set[str] = set()
    while ready := [id_ for id_, to in leads.items() if id_ not in done and to <= done]:
        done |= set(ready)
    assert set(leads) - done == set()


@each
def test_the_method_page_is_there(entry):
    if entry.page:
        path, _, place = entry.page.removeprefix("/").partition("#")
        assert path in pages()
        assert not place or f'id="{place}"' in html(path)


@each
def test_a_term_is_used_in_our_texts(entry):
    folders = ("playbook/curriculum", "playbook/tools", "playbook/models", "sam_gen/templates/method")
    texts = [path.read_text(encoding="utf-8") for name in folders for path in (ROOT / name).rglob("*.*")]
    forms = "|".join(re.escape(form) for form in (entry.term, *entry.also))
    assert any(re.search(rf"\b(?:{forms})\b", text, re.IGNORECASE) for text in texts)


@each
def test_a_phrase_in_which_it_means_something_else_has_its_word(entry):
    for phrase in entry.unless:
        assert any(form.casefold() in phrase.casefold() for form in (entry.term, *entry.also)), phrase


# The page -----------------------------------------------------------------------------


def test_the_page_has_every_entry_once_in_the_order_of_the_alphabet():
    found = re.findall(r'<h3 id="(term[a-z0-9]+)">', html("training/glossary/"))
    assert sorted(found) == sorted(anchor("term", id_) for id_ in IDS)
    letters = re.findall(r'<h2 id="letter(\d+)">', html("training/glossary/"))
    assert letters == sorted(letters, key=int)
    text = text_of(html("training/glossary/"))
    for entry in ENTRIES:
        assert entry.says.split(". ")[0].replace("`", "")[:40] in text
        for lesson in entry.lessons:
            assert f'href="../{lesson.rpartition("/")[2]}/"' in html("training/glossary/")


def test_a_plural_is_not_told_and_another_word_is():
    text = text_of(html("training/glossary/"))
    assert "Also written: accounts" not in text
    assert "live tie" in text


def test_a_page_without_a_glossary_asks_for_it(tmp_path):
    bare = read_project(lay(tmp_path, FILES))
    page = as_html(glossary_page(bare))
    assert "playbook/glossary.yml" in page
    assert "s-term" not in as_html(lesson_page(bare, 0, ()))


def test_a_company_adds_a_word_of_its_own(tmp_path):
    own = (
        "terms:\n  - id: day\n    term: day\n    also: [days]\n    says: From breakfast to supper.\n    lessons: who\n"
    )
    read = read_project(lay(tmp_path, FILES | {"playbook/glossary.yml": own}))
    page = as_html(glossary_page(read))
    assert "One term of the house" in page
    assert "From breakfast to supper" in page
    assert "Also written" not in page
    assert "How it is worked out" not in page


# First use ----------------------------------------------------------------------------

READ = [
    *(f"training/{lesson.id}/" for lesson in PLAYBOOK.lessons),
    *(f"tools/{tool.id}/" for tool in PLAYBOOK.tools),
]
_SHUT = {"h1", "h2", "h3", "h4", "a", "code", "pre", "th", "nav", "dl", "summary"}
_BLOCKS = {"p", "li", "td", "div"}


class Blocks(HTMLParser):
    """The blocks of a page as a reader meets them: their text, and from where to where it is a term's link."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, list[tuple[int, int, str]]]] = [("", [])]
        self.shut = 0
        self.checks = 0
        self.link: tuple[int, str] | None = None

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag in _BLOCKS:
            self.blocks.append(("", []))
        if tag == "a" and "s-term" in (named.get("class") or "").split():
            self.link = (len(self.blocks[-1][0]), named["href"].partition("#")[2])
        elif tag in _SHUT:
            self.shut += 1
        if tag == "ol" and (self.checks or "s-checks" in (named.get("class") or "")):
            self.checks += 1

    def handle_endtag(self, tag):
        if tag == "a" and self.link:
            text, links = self.blocks[-1]
            links.append((self.link[0], len(text), self.link[1]))
            self.link = None
        elif tag in _SHUT:
            self.shut -= 1
            self.blocks[-1] = (self.blocks[-1][0] + "‖", self.blocks[-1][1])
        if tag == "ol" and self.checks:
            self.checks -= 1
        if tag in _BLOCKS:
            self.blocks.append(("", []))

    def handle_data(self, data):
        if not self.shut and not self.checks:
            text, links = self.blocks[-1]
            self.blocks[-1] = (text + data, links)


@pytest.mark.parametrize("path", READ)
def test_the_first_use_of_each_term_is_a_link_and_no_other(path):
    reader = Blocks()
    reader.feed(re.sub(r'<p class="s-seen">.*?</p>', "", html(path)))
    met: set[str] = set()
    for text, links in reader.blocks:
        uses = {(use.start, use.end): anchor("term", use.term) for use in TERMS.uses(text)}
        for start, end, term in links:
            assert uses.get((start, end)) == term, text[start:end]
            assert term not in met, f"{term} is linked twice"
            earlier = [use for use, name in uses.items() if name == term and use[0] < start]
            assert not earlier, f"{term} stands in the same block before"
            met.add(term)
        assert set(uses.values()) <= met, f"{set(uses.values()) - met} without a link in: {text}"


def test_the_links_lead_to_the_glossary_and_are_there():
    used = {target for path in READ for target in re.findall(r'class="s-term" href="([^"]+)"', html(path))}
    assert len(used) > 60
    for target in used:
        page, _, place = target.partition("#")
        assert re.fullmatch(r"(\.\./)+(training/)?glossary/(index\.md)?", page)
        assert f'id="{place}"' in html("training/glossary/")


def test_links_change_nothing_but_themselves():
    """Every lesson and tool reads as it did without a glossary, tag by tag."""
    plain = replace(EXAMPLE, playbook=replace(PLAYBOOK, glossary=None))
    made = [lesson_page(plain, at, {"method/competencies/"}) for at in range(len(PLAYBOOK.lessons))]
    for page in (*made, *(tool_page(plain, tool) for tool in PLAYBOOK.tools)):
        without = re.sub(r'<a class="s-term" href="[^"]*">(.*?)</a>', r"\1", html(page.path))
        without = re.sub(r'<p class="s-second s-words">.*?</p>\n+', "", without, flags=re.DOTALL)
        assert unescape(without) == unescape(as_html(page)), page.path


def test_names_of_tools_stay_names():
    names = [tool.name for tool in PLAYBOOK.tools if list(TERMS.uses(tool.name))]
    assert set(names) <= {"Teach-back"}, "it is the term itself"


def test_headings_are_never_linked():
    for one, headings in [
        *((lesson, LESSON_HEADINGS) for lesson in PLAYBOOK.lessons),
        *((tool, TOOL_HEADINGS) for tool in PLAYBOOK.tools),
    ]:
        for text in sections(one.body, headings).values():
            for use in TERMS.uses(text):
                line = text[text.rfind("\n", 0, use.start) + 1 : use.start]
                assert not line.startswith("#")
