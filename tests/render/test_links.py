"""Links: right from every page to every page, hosted and from disk; outside by scheme only."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.render.links import LinkRefused, between, outside

BETWEEN = [
    # source, target, hosted, in a folder
    ("", "", "./", "index.html"),
    ("", "accounts/x/", "accounts/x/", "accounts/x/index.html"),
    ("accounts/x/", "", "../../", "../../index.html"),
    ("accounts/x/", "accounts/x/", "./", "index.html"),
    ("accounts/x/", "accounts/x/map/", "map/", "map/index.html"),
    ("accounts/x/map/", "accounts/x/", "../", "../index.html"),
    ("accounts/x/map/", "accounts/x/plan/", "../plan/", "../plan/index.html"),
    ("accounts/x/", "accounts/xy/", "../xy/", "../xy/index.html"),
    ("accounts/x/", "tools/", "../../tools/", "../../tools/index.html"),
    ("accounts/x/", "accounts/x/map/#who", "map/#who", "map/index.html#who"),
    ("accounts/x/", "accounts/x/#who", "./#who", "index.html#who"),
    ("accounts/x/", "#now", "../../#now", "../../index.html#now"),
    ("", "#now", "./#now", "index.html#now"),
    ("accounts/x/", "assets/sam.css", "../../assets/sam.css", "../../assets/sam.css"),
    ("", "assets/sam.css", "assets/sam.css", "assets/sam.css"),
    ("a/", 'b/#x"y', "../b/#x&#34;y", "../b/index.html#x&#34;y"),
]


@pytest.mark.parametrize(("source", "target", "hosted", "folder"), BETWEEN)
def test_between(source, target, hosted, folder):
    assert between(source, target) == hosted
    assert between(source, target, folder=True) == folder


@pytest.mark.parametrize(
    "target",
    [
        "/accounts/x/",
        "../x/",
        "accounts/../x/",
        "./x/",
        "accounts//x/",
        "https://example.org/",
        "//example.org/",
        "javascript:x",
        "Accounts/x/",
        "accounts/x y/",
        "accounts/é/",
        "accounts/x/?q",
        "accounts\\x",
        ".hidden/",
        "accounts/x/\n",
        "-",
    ],
)
def test_an_address_that_is_none_is_refused(target):
    with pytest.raises(LinkRefused, match="not an address of this site"):
        between("", target)


PART = st.from_regex(r"[a-z0-9][a-z0-9-]{0,3}", fullmatch=True)
ADDRESS = st.lists(st.one_of(st.sampled_from("abc"), PART), max_size=5).map(
    lambda parts: "".join(f"{p}/" for p in parts)
)
FRAGMENT = st.one_of(st.just(""), PART.map(lambda name: f"#{name}"))
FILE = st.one_of(st.just(""), PART.map(lambda name: f"{name}.css"))


@given(ADDRESS, ADDRESS, FILE, FRAGMENT)
def test_a_browser_arrives_where_the_link_was_meant_to_lead(source, target, file, fragment):
    site = "https://example.org/some/base/"
    link = str(between(source, f"{target}{file}{fragment}"))
    assert urljoin(f"{site}{source}", link) == f"{site}{target}{file}{fragment}"
    on_disk = str(between(source, f"{target}{file}{fragment}", folder=True))
    assert urljoin(f"{site}{source}index.html", on_disk) == f"{site}{target}{file or 'index.html'}{fragment}"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&amp;c=2#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+4912345", "tel:+4912345"),
        ('https://example.org/"onclick="x', "https://example.org/&#34;onclick=&#34;x"),
        ("https://example.org/é", "https://example.org/é"),
    ],
)
def test_outside(url, link):
    assert outside(url) == link


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org",
        "/path",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        " https://example.org",
        "https://exa mple.org",
        "https://example.org\\@evil",
        "https:\n//example.org",
        "https://example.org/\nx",
        "https://example.org/\n",
        "https:",
        "https://",
        "https:///x",
        "mailto:",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "https\u200b://example.org",
    ],
)
def test_outside_refuses(url):
    with pytest.raises(LinkRefused, match="not a link for a page"):
        outside(url)
