"""What nobody can source stands on one page, marked; each of its figures stands nowhere else."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pytest
from helpers import ROOT, as_html, example, text_of
from pages.test_training import FILES
from reading.reading_cases import lay

from sam_gen.model.provenance import Provenance
from sam_gen.pages.provenance import provenance_page
from sam_gen.pages.site import site_pages
from sam_gen.reading.project import read_project
from sam_gen.render.environment import render
from sam_gen.render.page import Page

EXAMPLE = example()
HERE = "training/provenance/"
_PART = r"\s?(?:%|per\s?cent)"
_TO = r"\s?(?:to|or|-|–)\s?"

FIGURES = {
    "pay": [rf"£\s?26{_TO}?\b|£\s?(?:26|41)(?:[.,]?000|\s?k)\b", rf"\b30(?:{_PART})?{_TO}32{_PART}"],
    "closing": [rf"\b(?:60(?:{_PART})?{_TO}70{_PART}|sixty to seventy)"],
    "spending": [rf"\b33{_PART}\s(?:more|higher)|a third more than new"],
    "treatment": [rf"\b(?:70{_PART}|seventy per cent) of (?:the )?(?:buying|buyers|purchas|experiences)"],
    "few-bring-most": [
        rf"\b80{_PART} of (?:our |the |your )?(?:sales|revenue|turnover|business)",
        r"\b80\s?[/:-]\s?20\b",
        rf"\b(?:from|by) 20{_PART} of (?:our |the |your )?(?:clients|customers|accounts)",
    ],
    "how-many-to-begin": [
        rf"\b(?:begin|start)\w*\b[^.\n]{{0,40}}\b(?:two|2){_TO}(?:three|3)\b[^.\n]{{0,20}}\b(?:accounts|clients)"
    ],
    "span": [rf"\b(?:one|1){_TO}(?:three|3) years", rf"\b3{_TO}12 months", r"rolling 12"],
    "advertising": [r"15 million", r"180 countries", r"19 (?:trades|verticals)"],
    "how-it-began": [r"1970s"],
}
"""The figures of the two documents, by the claim they stand in."""


def provenance() -> Provenance:
    assert EXAMPLE.playbook.provenance
    return EXAMPLE.playbook.provenance


CLAIMS = {one.id: one for one in provenance().unsourced}
CHOICES = provenance().choices


@cache
def pages() -> dict[str, Page]:
    return {page.path: page for page in site_pages(EXAMPLE)}


def shown(page: Page) -> str:
    rendered = render(page)
    return unescape(re.sub(r"<[^>]+>", " ", "\n".join([rendered.markdown, *rendered.blocks])))


@cache
def written() -> dict[str, str]:
    """Return every text of the repository that somebody wrote for readers, by its path."""
    suffixes = {".md", ".yml", ".html", ".py", ".js", ".json"}
    folders = ("accounts", "docs", "playbook", "sam_gen")
    paths = [path for name in folders for path in (ROOT / name).rglob("*") if path.suffix in suffixes]
    paths += ROOT.glob("*.md")
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize("claim", FIGURES)
def test_a_figure_stands_in_its_claim(claim):
    one = CLAIMS[claim]
    text = f"{one.claims} {one.known}"
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in FIGURES[claim])


@pytest.mark.parametrize("claim", FIGURES)
def test_a_figure_stands_in_no_other_text(claim):
    for name, text in written().items():
        if name != "playbook/provenance.yml":
            for pattern in FIGURES[claim]:
                assert not re.search(pattern, text, re.IGNORECASE), f"{name}: {pattern}"


def test_no_figure_stands_on_another_page():
    patterns = [re.compile(pattern, re.IGNORECASE) for several in FIGURES.values() for pattern in several]
    for path, page in pages().items():
        found = {pattern.pattern for pattern in patterns if pattern.search(shown(page))}
        assert bool(found) == (path == HERE), f"{path}: {found}"


def test_every_claim_is_marked_and_says_what_to_use():
    html = as_html(pages()[HERE])
    assert len(re.findall(r"<span>unsourced</span>", html)) == len(CLAIMS)
    text = text_of(html)
    for one in CLAIMS.values():
        for part in (one.name, one.claims, one.known, one.doubt, one.instead):
            assert part in text, one.id


def test_the_claims_cover_both_documents():
    assert {document.value for one in CLAIMS.values() for document in one.stands_in} == {"article", "collection"}
    assert len(CLAIMS) >= 20


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_page_to_use_instead_is_there(claim):
    path, _, place = (CLAIMS[claim].page or "").removeprefix("/").partition("#")
    if path:
        assert path in pages()
        assert not place or f'id="{place}"' in as_html(pages()[path])


@pytest.mark.parametrize("choice", CHOICES, ids=[choice.id for choice in CHOICES])
def test_a_choice_says_what_it_rests_on(choice):
    assert choice.judgement or choice.convention, "a study decides nothing by itself"
    for source in choice.sources:
        assert re.search(r"\b(19|20)\d\d\b|chapter", source), source
    for text in (choice.evidence, choice.limit, choice.judgement, choice.convention):
        assert not re.search(r"\b[dg] ?[=0]|\d ?%|per cent", text or ""), "no size of an effect"


def test_sentences_can_be_read():
    texts = [
        text
        for one in (*CLAIMS.values(), *CHOICES)
        for text in one.__dict__.values()
        if isinstance(text, str) and " " in text
    ]
    for text in [*texts, provenance().about, provenance().learning]:
        assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.?!;:])\s+", text)) <= 30, text


def test_a_playbook_without_the_file_asks_for_it(tmp_path):
    page = as_html(provenance_page(read_project(lay(tmp_path, FILES))))
    assert "playbook/provenance.yml" in page
    assert "no source" not in page


def test_one_claim_and_one_choice_read_well(tmp_path):
    own = (
        "unsourced:\n  - {id: size, name: Size, claims: It grows., stands_in: article, known: None., doubt: Why.,"
        " instead: Count.}\nchoices:\n  - {id: week, name: Seven days, convention: A week.}\n"
    )
    text = text_of(as_html(provenance_page(read_project(lay(tmp_path, FILES | {"playbook/provenance.yml": own})))))
    assert "One claim of the founding documents names no source. It stands here" in text
    assert "One claim without a source" in text
    assert "What one choice of the course rests on" in text
