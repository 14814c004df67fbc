"""The check that every link of a finished site leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from sam_gen.publish.links import dead_links

GOOD = {
    "next to it": ("a/index.html", '<a href="../b/">b</a>'),
    "a file": ("a/index.html", '<a href="../b/index.html">b</a>'),
    "a fragment": ("a/index.html", '<a href="../b/#here">b</a>'),
    "its own fragment": ("a/index.html", '<h2 id="x">x</h2><a href="#x">x</a>'),
    "an escaped fragment": ("a/index.html", '<h2 id="x&amp;y">x</h2><a href="#x&#38;y">x</a>'),
    "home": ("a/index.html", '<a href="..">home</a><a href="../">home</a>'),
    "from the root": ("a/index.html", '<a href="/b/">b</a>'),
    "outside": ("a/index.html", '<a href="https://example.com/x">x</a><a href="mailto:a@example.com">x</a>'),
    "a query": ("a/index.html", '<a href="../b/?q=1#here">b</a>'),
    "an image": ("a/index.html", '<img src="../b/index.html">'),
    "the page for what is missing": ("404.html", '<a href="/nowhere/">x</a>'),
}
DEAD = {
    "a page": ("a/index.html", '<a href="../c/">c</a>', "../c/"),
    "a page with a class before": ("a/index.html", '<a class="x" href="../c/">c</a>', "../c/"),
    "a fragment": ("a/index.html", '<a href="../b/#there">b</a>', "../b/#there"),
    "its own fragment": ("a/index.html", '<a href="#x">x</a>', "#x"),
    "a folder without a slash": ("a/index.html", '<a href="../b">b</a>', "../b"),
    "out of the site": ("a/index.html", '<a href="../../b/">b</a>', "../../b/"),
    "an image": ("a/index.html", '<img alt="" src="c.png">', "c.png"),
    "a script": ("a/index.html", '<script src="../c.js"></script>', "../c.js"),
    "a stylesheet": ("a/index.html", '<link rel="stylesheet" href="../c.css">', "../c.css"),
}


def lay(folder: Path, name: str, html: str) -> None:
    files = {"index.html": "<h1>home</h1>", "a/index.html": "", "b/index.html": '<h2 id="here">b</h2>', name: html}
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True, parents=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", GOOD)
def test_good(tmp_path: Path, case: str) -> None:
    lay(tmp_path, *GOOD[case])
    assert dead_links(tmp_path) == []


@pytest.mark.parametrize("case", DEAD)
def test_dead(tmp_path: Path, case: str) -> None:
    name, html, link = DEAD[case]
    lay(tmp_path, name, html)
    assert [(dead.page, dead.link) for dead in dead_links(tmp_path)] == [(name, link)]
