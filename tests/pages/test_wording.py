"""What a company says differently: its own word stands on every page, and nowhere the English one."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from account_pages import FULL, write
from helpers import as_html, example

from sam_gen.model.claims import Basis
from sam_gen.model.people import Role, Support
from sam_gen.model.plan import Likelihood
from sam_gen.model.project import Project
from sam_gen.model.scalars import LONGEST_LABEL
from sam_gen.model.wording import ENGLISH, LETTERS, LONGEST_SUPPORT, TERMS, Wording
from sam_gen.pages.account import account_page
from sam_gen.pages.map import map_page
from sam_gen.pages.site import site_pages
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

OWN = """\
words:
  - {of: support/mentor, say: Ally <3}
  - {of: support/opponent, say: Fights us}
  - {of: role/champion, say: Voice inside, letter: V}
  - {of: basis/assumed, say: we think}
  - {of: held_by/in_house, say: Does it alone}
  - {of: dependence/operational, say: Daily work}
  - {of: direction/client_on_us, say: What they need us for}
"""
MENTOR = """\
  - {id: pike, name: Pia Pike, title: Planner, reports_to: lund, roles: [champion], influence: 3, owner: jon-aas,
     support: {value: mentor, basis: observed, as_of: 2026-11-10}, last_contact: 2026-11-10}
"""
ACCOUNT = FULL.replace("influences:", f"{MENTOR}influences:")


def read(words: str = "") -> Project:
    with TemporaryDirectory() as folder:
        write(Path(folder), ACCOUNT)
        if words:
            (Path(folder) / "playbook/words.yml").write_text(words, encoding="utf-8")
        return read_project(Folders(Path(folder)))


def texts(page: str) -> list[str]:
    return [html.unescape(text).strip() for text in re.split(r"<[^>]*>", page)]


def test_words_of_the_company_on_map_overview_and_legend() -> None:
    project = read(OWN)
    overview, map_ = (texts(as_html(page(project, project.accounts[0]))) for page in (account_page, map_page))
    for page in (overview, map_):
        assert "Ally <3" in page
        assert not [text for text in page if "Mentor" in text]
    assert map_.count("Ally <3") >= 4, "on two cards, in the table and in the legend"
    assert "Fights us" in map_, "the legend has every stand"
    assert "Voice inside" in map_
    assert "V" in map_
    assert "C" not in map_
    assert [text for text in map_ if "(Ally <3)" in text], "the sentence on top"
    assert "Decider" in map_, "what is not in the file stays English"


RENAMED = {"Mentor", "Opposes", "Champion", "assumed", "In-house", "Operational", "They depend on us"}


def test_the_old_words_are_nowhere() -> None:
    """Rules speak the words of the files, so their findings are left out."""
    assert labels(read(OWN)) == set()
    assert labels(read()) == RENAMED


def labels(project: Project) -> set[str]:
    """Return which of the words stand on the pages, alone or before what is said about them."""
    pages = (page for page in site_pages(project) if page.path.startswith(("accounts/", "portfolio/")))
    begins = {text.partition(":")[0] for page in pages for text in texts(as_html(page))}
    return RENAMED & begins


def test_a_case_has_the_words_of_the_playbook() -> None:
    example_project = example()
    assert example_project.cases is not None
    assert example_project.cases.playbook.words == example_project.playbook.words


def test_english_is_complete() -> None:
    for group, words in ENGLISH.items():
        kind = type(next(iter(words)))
        assert set(words) == set(kind), group
        assert len(set(words.values())) == len(words), group
        assert all(len(said) <= LONGEST_LABEL for said in words.values()), group
    assert max(len(said) for said in ENGLISH["support"].values()) <= LONGEST_SUPPORT
    assert set(LETTERS) == set(Role)
    assert len(set(LETTERS.values())) == len(Role)
    assert len(TERMS) == sum(len(words) for words in ENGLISH.values())


def test_how_words_are_said() -> None:
    own, english = read(OWN).playbook.words, Wording()
    assert english.say(Support.SUPPORTER) == "Supports"
    assert english.within(Support.SUPPORTER) == "supports"
    assert own.within(Support.MENTOR) == own.say(Support.MENTOR) == "Ally <3", "exactly as typed"
    assert english.say(Likelihood.HIGH) == "Likely"
    assert english.say(Likelihood.HIGH, "impact") == "Large effect"
    assert own.say(Basis.OBSERVED) == "observed"
    assert own.letter(Role.CHAMPION) == "V"
    assert own.letter(Role.DECIDER) == "D"


def test_a_wide_stand_keeps_to_its_card() -> None:
    say = "W" * LONGEST_SUPPORT
    project = read(f"words: [{{of: support/mentor, say: {say}}}]\n")
    page = as_html(map_page(project, project.accounts[0]))
    drawn = [text for text in texts(page) if text.endswith("…") and say.startswith(text[:-1])]
    assert drawn, "cut on the card that has a role and an influence"
    assert say in texts(page), "whole in the table and in the legend"


def test_nothing_said_differently_is_plain_english() -> None:
    assert read("words: []\n").playbook == replace(read().playbook, words=Wording())
