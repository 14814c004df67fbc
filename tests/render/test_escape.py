"""What a template prints is read back as exactly the text that was given, by HTML and by Markdown."""

from __future__ import annotations

import datetime
import html
import re
from decimal import Decimal

import pytest
from helpers import elements, tags, to_html
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, Undefined, UndefinedError
from markupsafe import Markup

from sam_gen.draw.svg import Svg
from sam_gen.render.escape import charref, finalize

MEANING = "<>&\"'`*_[]{}()#|\\!~:=+-"
TEXTS = st.text(
    st.one_of(
        st.sampled_from(MEANING + " .,;1ab/@$%^?\u00a0\u200d\u2028"),
        st.characters(categories=("L", "M", "N", "P", "S", "Zs", "Cf", "Co")),
    ),
    min_size=1,
    max_size=60,
)
HARD = [
    "    code",
    "1. first",
    "- item",
    "# heading",
    "a {#id}",
    "a {: .x }",
    "| a | b |",
    "[a](javascript:x)",
    "![a](b)",
    "&amp;",
    "&#60;b&#62;",
    "<div markdown=1>",
    "</section>",
    '<div data-slot="0"></div>',
    "\\*",
    "a  b",
    " a ",
    "[x]: http://y",
    "a\n\nb",
    "line\nbreak",
    "```",
    "***",
    "https://example.org",
    "{{ x }}",
    "{% html %}",
    "\u0002amp\u0003",
]
PLACES = {
    "paragraph": ("{}", "p"),
    "heading": ("## {} {{#it}}", "h2"),
    "list item": ("- {}", "li"),
    "table cell": ("| a | b |\n|---|---|\n| {} | y |", "td"),
    "section": ('<section markdown="1">\n\n## {} {{#it}}\n\n</section>', "h2"),
}


@given(TEXTS)
def test_html_reads_the_text_back(text):
    assert html.unescape(str(charref(text))) == text
    assert elements(charref(text))[-1].text == text


@given(TEXTS)
def test_no_sign_with_a_meaning_is_left(text):
    rest = re.sub(r"&#[0-9]+;", "", str(charref(text)))
    assert not set(rest) & set(MEANING)
    assert all(sign.isalnum() or sign == " " for sign in rest)
    assert "  " not in charref(text)
    assert charref(text) == charref(text).strip()


@pytest.mark.parametrize("place", PLACES)
@given(TEXTS)
def test_markdown_reads_the_text_back(place, text):
    template, tag = PLACES[place]
    found = tags(to_html(template.format(charref(text))), tag)
    assert found[0].text == text
    if tag == "h2":
        assert found[0].attributes == {"id": "it"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HARD)
def test_markdown_reads_hard_texts_back(place, text):
    template, tag = PLACES[place]
    if "\u0002" in text:
        assert "\u0002" not in charref(text)
        return
    page = to_html(template.format(charref(text)))
    assert tags(page, tag)[0].text == text
    assert {element.tag for element in elements(page)} <= {tag, "body", "section", "ul", "table", "thead", "tbody"} | (
        {"tr", "th", "td"} if tag == "td" else set()
    )


@given(TEXTS)
@example("x")
def test_quoted_attributes_hold_the_text(text):
    (found,) = tags(f'<p title="{charref(text)}"></p>', "p")
    assert found.attributes == {"title": text}


@pytest.mark.parametrize(
    "value",
    [None, True, False, 1.5, float("nan"), Decimal("1.5"), datetime.date(2026, 11, 20), (), [], {}, b"x", object()],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_text_is_refused(value):
    with pytest.raises(TypeError, match=f"prints a {type(value).__name__}"):
        finalize(value)


def test_undefined_is_refused():
    with pytest.raises(UndefinedError, match="x"):
        finalize(StrictUndefined(name="x"))
    assert Undefined  # the type finalize looks for


def test_text_numbers_and_finished_html_pass():
    assert finalize("a&b") == "a&#38;b"
    assert finalize(12) == "12"
    assert finalize(-3) == "-3"
    assert finalize(Markup("<b>x</b>")) == "<b>x</b>"
    assert finalize(Svg("<g></g>")) == "<g></g>"
