"""The links under the first sentence of a long page: every section of the page, and none that it has not."""

from __future__ import annotations

import re

import pytest
from account_pages import FULL, NAME_ONLY, account_of
from helpers import as_html, elements, example

from sam_gen.pages.map import map_page
from sam_gen.pages.plan import plan_page
from sam_gen.pages.position import position_page
from sam_gen.pages.value import value_page

PAGES = (map_page, plan_page, position_page, value_page)
MINOR = {"needs", "insights", "economics", "overlap", "unnamed", "undirected"}
"""Sections that stand under another, or that a file with nothing amiss has not."""


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("text", [NAME_ONLY, FULL], ids=["name", "full"])
def test_every_section_is_linked(make, text):
    made, account = account_of(text)
    check(as_html(make(made, account)))


@pytest.mark.parametrize("make", PAGES, ids=lambda make: make.__name__)
def test_so_it_is_in_the_example(make):
    for account in example().accounts:
        check(as_html(make(example(), account)))


def check(html: str) -> None:
    linked = re.findall(r'href="[^"]*#([a-z-]+)"', html.partition('class="s-jump"')[2].partition("</nav>")[0])
    headings = [e.attributes["id"] for e in elements(html) if e.tag == "h2"]
    everything = {e.attributes["id"] for e in elements(html) if "id" in e.attributes}
    assert set(linked) <= everything
    assert [one for one in headings if one not in linked and one not in MINOR] == []
    assert [one for one in linked if one in headings] == [one for one in headings if one in linked], "in their order"
