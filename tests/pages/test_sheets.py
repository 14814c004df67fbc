"""Sheets of paper: which way a map lies on one, and the foot of each."""

from __future__ import annotations

import re

import pytest
from helpers import example

from sam_gen.draw.sheet import css_string
from sam_gen.pages.sheets import sheet_of
from sam_gen.pages.site import site_pages
from sam_gen.render.environment import fill, render


@pytest.mark.parametrize(
    ("size", "sheet"),
    [
        ((532, 538), ("stands", "short")),
        ((532, 912), ("stands", "only")),
        ((874, 780), ("stands", "short")),
        ((874, 798), ("stands",)),
        ((1234, 520), ("lies", "only", "short")),
        ((1234, 800), ("lies", "only")),
        ((1500, 500), ("list",)),
        ((600, 1400), ("list",)),
    ],
)
def test_a_map_lies_as_it_is_drawn_and_is_a_list_only_below_seven_tenths(size, sheet):
    assert sheet_of(*size) == sheet


def read(css: str) -> str:
    """Read a string of CSS as a browser does."""
    return re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), css[1:-1])


@pytest.mark.parametrize("text", ["Pellworth: brief", 'a"b\\c', "</style><b>", "佐伯 健太", "a\nb 16"])
def test_a_string_of_css_reads_as_its_text_and_ends_nothing(text):
    css = css_string(text)
    assert read(css) == text
    assert re.fullmatch(r'"[0-9A-Za-z\\]*"', css)


def test_each_page_of_an_account_says_on_paper_what_it_is_for_whom_and_as_of_when():
    pages = {page.path: page for page in site_pages(example())}
    rendered = render(pages["accounts/grevenau/brief/"])
    foot = re.search(r"--s-sheet: (\"[^\"]*\")", fill(rendered.markdown, rendered.blocks))
    assert foot
    assert read(foot[1]) == "Grevenau Foodservice: brief · Account team edition · as of Friday 20 November 2026"


def test_what_lies_on_the_table_names_both_sides_and_no_edition_of_ours():
    pages = {page.path: page for page in site_pages(example())}
    rendered = render(pages["accounts/grevenau/reviews/qbr/"])
    foot = re.search(r"--s-sheet: (\"[^\"]*\")", fill(rendered.markdown, rendered.blocks))
    assert foot
    said = "Grevenau Foodservice: business review · Tarvall and Grevenau Foodservice · as of Friday 20 November 2026"
    assert read(foot[1]) == said
