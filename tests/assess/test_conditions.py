"""Conditions of questions and signs: each decided by hand on the smallest account that shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import TEAM, as_html, example, only, text_of

from sam_gen.assess.conditions import TESTS, all_hold, holds, spoken_for
from sam_gen.assess.ground import Ground
from sam_gen.model.conditions import BARE, SAID, Condition
from sam_gen.pages.method import method_pages

CASES = Path(__file__).parent / "cases" / "conditions.txt"
OURS = f"""{TEAM}\
  - {{id: arjun-menon, name: Arjun Menon, role: Engineer}}
  - {{id: leena-rautio, name: Leena Rautio, role: Service manager}}
  - {{id: sibel-kaya, name: Sibel Kaya, role: Service manager}}
  - {{id: henrik-lauesen, name: Henrik Lauesen, role: "Chief operating officer", level: board}}
"""
WORD = {"yes": True, "no": False, "open": None}


def cases() -> list[tuple[str, str, str]]:
    """Read the case file: condition, what holds, the account."""
    found = []
    for block in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.splitlines()
        for line in lines:
            word, _, given = line.partition(" |")
            found.append((name, word, given.strip().replace(" ;; ", "\n")))
    return found


@pytest.mark.parametrize(("name", "word", "given"), cases())
def test_case(name, word, given):
    project, account = only(f"name: Acme\n{given}\n", team=OURS)
    assert holds(Condition(name), Ground(account, project.playbook, project.as_of)) is WORD[word]


def test_every_condition_has_words_a_test_and_a_case_of_either_outcome():
    shown = {(name, word) for name, word, _ in cases()}
    assert set(TESTS) == set(SAID) == set(Condition)
    assert {(one.value, word) for one in Condition for word in ("yes", "no")} <= shown
    assert len(set(SAID.values())) == len(SAID)


def test_every_condition_is_named_by_a_question_or_a_sign():
    playbook = example().playbook
    named = {name for one in playbook.questions for name in one.only_if}
    named |= {name for one in playbook.method.continuum.indicators for name in one.only_if}
    assert named == set(Condition)


def test_of_several_one_that_is_not_so_decides():
    project, account = only("name: Acme\nlead: mira-holm\nbackup: jon-aas\n")
    ground = Ground(account, project.playbook, project.as_of)
    yes, no, cannot_tell = Condition.LOST_LIST_EMPTY, Condition.DEAL_CLOSED, Condition.PAYS_LATE
    assert all_hold((), ground) is None
    assert all_hold((yes,), ground) is True
    assert all_hold((yes, cannot_tell), ground) is None
    assert all_hold((cannot_tell, no), ground) is False


def test_what_most_files_show_speaks_for_no_question():
    project, account = only("name: Acme\nlead: mira-holm\nbackup: jon-aas\n")
    ground = Ground(account, project.playbook, project.as_of)
    bare, telling = Condition.TEAM_OF_SEVERAL, Condition.LOST_LIST_EMPTY
    assert bare in BARE
    assert spoken_for((bare,), ground) == ()
    assert spoken_for((bare, telling), ground) == (telling,)
    assert spoken_for((Condition.DEAL_CLOSED, telling), ground) == ()


def test_the_page_of_the_bank_lists_every_condition_in_words():
    (page,) = (one for one in method_pages(example()) if one.path == "method/questions/")
    text = text_of(as_html(page))
    for one in Condition:
        assert one.value in text
        assert SAID[one][1:] in text
