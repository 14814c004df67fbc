"""Dates, days, money, shares and counts keep to one line, wherever a page prints them."""

from __future__ import annotations

import pytest

from sam_gen.render.escape import charref
from sam_gen.render.together import in_html


@pytest.mark.parametrize(
    "text",
    [
        "Tue 24 Nov", "24 Nov 2026", "Friday 20 November 2026", "in 14 d", "16 d", "€1.86 m", "£264 k", "SEK 40 m",
        "40 %", "4 of 4",
    ],
)  # fmt: skip
def test_what_is_read_as_one_keeps_to_one_line(text):
    held = in_html(f"<p>Due {charref(text)}, then more</p>")
    assert held == f"<p>Due {str(charref(text)).replace(' ', '&#160;')}, then more</p>"


@pytest.mark.parametrize(
    "text", ["by Monday we said 3", "8 people of ours", "May I ask", "section 4 Mayor", "10 deals"]
)
def test_other_words_stay_apart(text):
    assert in_html(f"<p>{text}</p>") == f"<p>{text}</p>"


@pytest.mark.parametrize("tag", ["pre", "code", "svg", "style"])
def test_lines_to_copy_and_drawings_stay_as_they_are(tag):
    text = f'<{tag} class="x">on Tue 24 Nov, <b>in 14 d</b></{tag}>'
    assert in_html(text) == text


def test_nothing_inside_a_tag_changes():
    assert in_html('<p title="in 14 d">now</p>') == '<p title="in 14 d">now</p>'
