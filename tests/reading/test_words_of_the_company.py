"""What is said of a word that cannot be renamed, or would be mistaken for another."""

from __future__ import annotations

import pytest
from reading.reading_cases import lay, problems_of

SAID = [
    (
        "of: support/mentro, say: A",
        "“support/mentro” is not a word that can be renamed",
        "Did you mean mentor? Possible: support/mentor, ",
    ),
    ("of: mentor, say: A", "“mentor” is not a word that can be renamed", "Did you mean support/mentor? Write a field"),
    ("of: role/mentor, say: A", "“role/mentor” is not a word that can be renamed", "Did you mean support/mentor? "),
    ("of: support/friend, say: A", "“support/friend” is not a word that can", "Possible: support/mentor, support/s"),
    ("of: support/mentor, say: neutral", "support/neutral is called “Neutral” too", "Choose another word, or rename "),
    ("of: support/mentor, say: Speaks for us", "13 characters, at most 12 fit on a card", "Use a shorter word."),
    ("of: role/champion, say: A, letter: d", "“d” is the letter of role/decider too", "Choose another letter, or "),
    ("of: basis/assumed, say: A, letter: d", "only a role has a letter on the map", "Take the letter out."),
]


@pytest.mark.parametrize(("saying", "message", "remedy"), SAID)
def test_what_is_said(tmp_path, saying, message, remedy):
    (problem,) = problems_of(lay(tmp_path, {"playbook/words.yml": f"words: [{{{saying}}}]\n"}))
    assert problem.message.startswith(message)
    assert problem.remedy.startswith(remedy)


def test_the_second_of_two_is_named_with_the_line_of_the_first(tmp_path):
    text = "words:\n  - {of: support/mentor, say: A}\n  - {of: support/mentor, say: B}\n"
    (problem,) = problems_of(lay(tmp_path, {"playbook/words.yml": text}))
    assert problem.message == "“support/mentor” is renamed in line 2 already"


def test_cases_have_no_words_of_their_own(tmp_path):
    day = "schema: 1\ncompany: A\nas_of: 2026-01-01\ntiers: [{id: key, name: Key, contact_lasts: 90}]\n"
    files = {
        "playbook/cases/playbook.yml": day,
        "playbook/cases/team.yml": "team: []\n",
        "playbook/cases/words.yml": "words: []\n",
    }
    problems = problems_of(lay(tmp_path, files))
    assert [(problem.place.file, problem.code) for problem in problems] == [("playbook/cases/words.yml", "SAM002")]
