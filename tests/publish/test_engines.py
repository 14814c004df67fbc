"""The written tree under the engines themselves: the same site as the plugin makes, without a warning."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from publish.articles import article, pages, title
from publish.copies import HOSTILE, lay_down

from sam_gen.publish import folder, site
from sam_gen.publish.links import dead_links, flaws
from sam_gen.publish.shared import about
from sam_gen.render.page import Page

ENGINES = ("mkdocs", "zensical", "properdocs")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the site the plugin makes of the example and a hostile account, and the tree written from both."""
    root = lay_down(tmp_path_factory.mktemp("engines") / "play book é")
    quoted = HOSTILE.replace("'", "''")
    person = f"{{id: x, name: '{quoted}', title: '{quoted}', support: mentor}}"
    (root / "accounts/hostile.yml").write_text(
        f"name: '{quoted}'\nin_short: '{quoted}'\npeople: [{person}]\n", encoding="utf-8"
    )
    _, made = site.build(root / "mkdocs.yml")
    written = root.parent / "writ ten"
    folder.write(root / "mkdocs.yml", written)
    return made, written


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, built: tuple[Path, Path]) -> tuple[str, Path, str]:
    """Return an engine, the site it made of the written tree, and what it said."""
    name, written = request.param, built[1]
    if importlib.util.find_spec(name) is None:
        pytest.skip(f"{name} is not installed here; pip install {name}")
    arguments = ["--strict"] if name == "zensical" else ["--strict", "--site-dir", f"site-{name}"]
    done = subprocess.run(
        [sys.executable, "-m", name, "build", "-f", "mkdocs.yml", *arguments],
        cwd=written,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return name, written / ("site" if name == "zensical" else f"site-{name}"), said


def test_no_warning(engine: tuple[str, Path, str]) -> None:
    assert not re.search("warning|error|traceback|deprecat", engine[2], re.IGNORECASE), engine[2]


def test_the_same_addresses(engine: tuple[str, Path, str], built: tuple[Path, Path]) -> None:
    assert pages(engine[1]) == pages(built[0])


def test_no_dead_link(engine: tuple[str, Path, str]) -> None:
    assert dead_links(engine[1]) == []


def test_the_same_article(engine: tuple[str, Path, str], built: tuple[Path, Path]) -> None:
    """Every tag, attribute and text of every generated page; Zensical colours the code in written texts."""
    written = {path.relative_to(built[0]).as_posix() for path in built[0].rglob("index.html")}
    texts = {address for address in written if address.startswith(("training/", "tools/"))}
    coded = {address for address in texts if ("pre", ()) in article(built[0] / address)}
    lessons = coded | {address for address in texts if address.startswith("training/start-")}
    by_hand = lessons | {f"{path.stem}/index.html" for path in (built[1] / "docs").glob("*.md")} - {"index/index.html"}
    for address in sorted(written - (by_hand if engine[0] == "zensical" else set())):
        assert _own(article(engine[1] / address)) == article(built[0] / address), address


def _own(found: list[object]) -> list[object]:
    """Leave out the place Zensical's skip link leads to."""
    return found[2:] if found and found[0] == ("a", (("id", "__skip"), ("tabindex", "-1"))) else found


def test_titles_are_text(engine: tuple[str, Path, str], built: tuple[Path, Path]) -> None:
    page = "accounts/hostile/index.html"
    assert title(engine[1] / page).startswith(HOSTILE)
    assert title(engine[1] / page) == title(built[0] / page)
    for path in engine[1].rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path


def test_pages_that_are_not_searched_stay_out_of_the_index(engine: tuple[str, Path, str]) -> None:
    indexes = [path for path in engine[1].rglob("search*.json") if path.is_file()]
    assert indexes
    assert all("alert" in path.read_text(encoding="utf-8") for path in indexes), "the hostile account can be found"


def test_the_plugin_s_site_names_no_place_twice(built: tuple[Path, Path]) -> None:
    assert flaws(built[0]) == []


def test_what_a_page_says_about_itself() -> None:
    said = about(Page("x/", "A <b> & c", "desk.md", {}, wide=True, searched=False))
    assert (unescape(said["title"]), "<" in said["title"]) == ("A <b> & c", False)
    assert (said["hide"], said["search"]) == (["navigation", "toc"], {"exclude": True})
