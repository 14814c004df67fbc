"""The work for an account does not depend on how many others there are."""

from __future__ import annotations

import cProfile
import pstats
import sys
from pathlib import Path

import pytest

from sam_gen.pages.site import site_pages
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project
from sam_gen.render.environment import fill, render

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks import corpus

FEW, MANY = 20, 100


def measure(folder: Path, accounts: int) -> tuple[dict[str, int], float]:
    """Return the bytes of each account page, and the calls made an account, for reading and rendering everything."""
    corpus.write(folder, accounts)
    profile = cProfile.Profile()
    profile.enable()
    project = read_project(Folders(folder))
    pages = [render(page) for page in site_pages(project)]
    profile.disable()
    sizes = {
        page.page.path: len(fill(page.markdown, page.blocks).encode())
        for page in pages
        if page.page.path.startswith("accounts/a")
    }
    return sizes, pstats.Stats(profile).total_calls / accounts


@pytest.fixture(scope="module")
def few_and_many(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("corpus")
    measure(folder / "warm", 2)
    return measure(folder / "few", FEW), measure(folder / "many", MANY)


def test_an_account_page_keeps_its_size(few_and_many) -> None:
    (few, _), (many, _) = few_and_many
    assert len(few) >= FEW
    assert {path: many[path] for path in few} == few


def test_the_work_for_an_account_stays_the_same(few_and_many) -> None:
    (_, few), (_, many) = few_and_many
    assert many <= few * 1.02


def test_the_corpus_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        corpus.write(tmp_path / name, 3, seed=7)
    corpus.write(tmp_path / "three", 3, seed=8)
    texts = {
        name: [path.read_bytes() for path in sorted((tmp_path / name / "accounts").iterdir())]
        for name in ("one", "two", "three")
    }
    assert texts["one"] == texts["two"] != texts["three"]
