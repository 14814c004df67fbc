"""Prose reads well and can do nothing else."""

from __future__ import annotations

import re

import pytest
from helpers import Element, elements, tags
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.render.links import SCHEMES
from sam_gen.render.prose import prose

ALLOWED = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a"}
SHOWN = [
    ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
    ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    ("- a\n  - b\n    - c", "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>"),
    ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("[a](https://b.example)", '<p><a href="https://b.example" rel="noopener noreferrer">a</a></p>'),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ("# not a heading", "<p># not a heading</p>"),
    ("AT&T &amp; &lt;b&gt;", "<p>AT&amp;T &amp; &lt;b&gt;</p>"),
    ("https://example.org", "<p>https://example.org</p>"),
    ("a | b\n--|--\nc | d", "<p>a | b\n--|--\nc | d</p>"),
    ("{{ x }} {% html %}", "<p>{{ x }} {% html %}</p>"),
]


def scheme(element: Element) -> str:
    """Return the scheme a browser would see: it drops tabs and line breaks first."""
    href = re.sub(r"[\t\r\n]", "", element.attributes.get("href", "")).strip().lower()
    found = re.match(r"([a-z][a-z0-9+.-]*):", href)
    return found[1] if found else ""


@pytest.mark.parametrize(("text", "html"), SHOWN)
def test_shown(text, html):
    assert prose(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert)",
        "[a](JaVaScRiPt:alert)",
        "[a](&#106;avascript:alert)",
        "[a](java&Tab;script:alert)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "<javascript:alert>",
        "[a](../x)",
        "[a](accounts/x/)",
        "[a](//evil.example)",
        "[a](#people)",
        "[a](https:x)",
        "![a](https://evil.example/x.png)",
        "![a](javascript:alert)",
        '<img src=x onerror="alert(1)">',
        '<a href="https://x.example" onclick="x">a</a>',
        "[a]: javascript:x\n\n[a]",
        '[a](https://x.example "t" onclick=x)',
    ],
)
def test_what_could_do_something_is_only_text(text):
    for element in elements(prose(text)):
        assert element.tag in ALLOWED | {"body"}
        assert set(element.attributes) <= {"href", "rel"}
        assert element.tag != "a" or scheme(element) in SCHEMES


@given(st.text(st.sampled_from("<>[]()!*_`~#-+>&;:\"'= \n\\ajvscript:htp/1."), max_size=80))
def test_any_text_stays_in_bounds(text):
    for element in elements(prose(text)):
        assert element.tag in ALLOWED | {"body"}
        assert set(element.attributes) <= {"href", "rel", "start"}
        assert element.tag != "a" or scheme(element) in SCHEMES


@given(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=40))
def test_plain_words_stay(text):
    assert elements(prose(text))[-1].text == text


@pytest.mark.parametrize("sign", ["[", "*", "> ", "- ", "`", "![", "_a", "<", "&", "[](", "\\", "**a "])
def test_long_input(sign):
    html = prose(sign * (4000 // len(sign)))
    assert {element.tag for element in elements(html)} <= ALLOWED | {"body"}


def test_no_image_ever():
    assert not tags(prose("![a](https://b.example/c.png)"), "img")
