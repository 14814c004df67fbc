"""The check that every link of a finished site leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from sam_gen.publish.links import dead_links, flaws

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
    "two sizes of an image": (
        "a/index.html",
        '<img srcset="../b/index.html 1x, ../index.html 2x" src="../index.html">',
    ),
    "a form": ("a/index.html", '<form action="../b/#here"></form><form action=""></form>'),
    "a comment": ("a/index.html", '<!-- <a href="../c/">c</a> -->'),
    "a script": ("a/index.html", "<script>x = '<a href=\"../c/\">'</script>"),
    "text in an attribute": ("a/index.html", """<p title='<a href="../c/">' data-href="../c/">c</p>"""),
    "data of its own": ("a/index.html", '<a data-src="../c.png" href="../b/">b</a>'),
    "a sign in an attribute": ("a/index.html", '<a title="a > b" href="../b/">b</a>'),
    "a fragment in other signs": ("a/index.html", '<h2 id="ä-b">x</h2><a href="#%C3%A4-b">x</a>'),
    "a comment over two lines": ("a/index.html", '<!--\n<a href="../c/">c</a>\n-->'),
    "a text to edit": ("a/index.html", '<textarea><a href="../c/">c</a></textarea>'),
    "a title": ("a/index.html", '<title><a href="../c/">c</a></title>'),
    "an address in other signs": ("ä b/index.html", '<a href="../%C3%A4%20b/">x</a>'),
    "one folder up": ("a/c/index.html", '<a href="..">a</a>'),
    "its own folder": ("a/index.html", '<a href=".">a</a>'),
    "another host without a scheme": ("a/index.html", '<a href="//example.com/x">x</a>'),
    "a size of an image with a comma": ("a/x,y.html", '<img srcset="x,y.html 1x">'),
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
    "a size of an image": ("a/index.html", '<img srcset="../b/index.html 1x, c.png 2x" src="../index.html">', "c.png"),
    "a form": ("a/index.html", '<form class="x" action="../c/">', "../c/"),
    "the second in a tag": ("a/index.html", '<video poster="../c.png" src="../index.html">', "../c.png"),
    "without quotes": ("a/index.html", "<a href=../c/>c</a>", "../c/"),
    "in single quotes": ("a/index.html", "<a href='../c/'>c</a>", "../c/"),
    "in capitals": ("a/index.html", '<A HREF="../c/">c</A>', "../c/"),
    "in a drawing": ("a/index.html", '<svg><a href="../c/"><text>c</text></a></svg>', "../c/"),
    "after a sign in an attribute": ("a/index.html", '<a title="a > b" href="../c/">c</a>', "../c/"),
    "over two lines": ("a/index.html", '<a\n class="x"\n href="../c/">c</a>', "../c/"),
    "a fragment in a comment": ("a/index.html", '<!-- <h2 id="x"> --><a href="#x">x</a>', "#x"),
    "a page with a query": ("a/index.html", '<a href="../c/?q=1">c</a>', "../c/?q=1"),
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


def test_dead_links_stand_in_order(tmp_path: Path) -> None:
    links = [f"x{number:02}/" for number in range(20)]
    lay(tmp_path, "a/index.html", "".join(f'<a href="{link}">x</a>' for link in reversed(links)))
    assert [dead.link for dead in dead_links(tmp_path)] == links


def test_a_part_of_a_file_that_is_no_page_is_not_looked_for(tmp_path: Path) -> None:
    lay(tmp_path, "a/index.html", '<img src="../x.svg#part"><img src="../y.svg#part">')
    (tmp_path / "x.svg").write_text("<svg></svg>", encoding="utf-8")
    assert [dead.link for dead in dead_links(tmp_path)] == ["../y.svg#part"]


def test_an_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    lay(tmp_path, "a/index.html", '<h2 id="x">x</h2><p id="x">y</p><!-- <p id="z"> --><p id="z">z</p><p data-id="x">')
    assert flaws(tmp_path) == ["id twice: a/index.html: #x"]


def test_the_same_id_on_two_pages_is_none(tmp_path: Path) -> None:
    lay(tmp_path, "a/index.html", '<h2 id="here">x</h2>')
    assert flaws(tmp_path) == []


def test_every_page_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the time grows with the site."""
    for number in range(30):
        lay(tmp_path, f"p{number}/index.html", f'<h2 id="h">h</h2><a href="../p{(number + 1) % 30}/#h">next</a>')
    read: list[Path] = []
    real = Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda self, **more: (read.append(self), real(self, **more))[1])
    assert flaws(tmp_path) == []
    assert len(read) == len(set(read)) == 33
