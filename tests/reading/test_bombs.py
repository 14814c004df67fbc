"""Texts that are made to cost time or memory: limits stop them, and the message says which.

Nothing here measures time: a reader without the limit would hang or fail with another exception.
"""

from __future__ import annotations

import pytest
from reading.reading_cases import assert_well_said, lay, problems_of, spots

from sam_gen.model.problem import MOST_LISTED
from sam_gen.reading.characters import LARGEST

FILE = "accounts/case.yml"
MANY = 15_000


def aliases(levels: int, first: str, item: str) -> str:
    lines = [first]
    for level in range(1, levels):
        lines.append(f"a{level}: &a{level} " + item.format(", ".join([f"*a{level - 1}"] * 9)))
    return "\n".join(lines) + "\n"


def nested(levels: int) -> str:
    return "".join(f"{'  ' * level}a{level}:\n" for level in range(levels)) + "  " * levels + "x: y\n"


ALIAS_BOMB = aliases(9, "a0: &a0 [lol]", "[{}]")
MERGE_BOMB = aliases(9, "a0: &a0 {x: y}", "{{<<: [{}]}}")

STOPPED = {
    "brackets": ("name: " + "[" * 100_000, "1:30", "SAM015"),
    "braces": ("{" * 100_000, "1:2", "SAM018"),
    "braces with keys": ("{a: " * 100_000, "1:97", "SAM015"),
    "dashes": ("- " * 100_000, "1:49", "SAM015"),
    "question marks": ("? " * 100_000, "1:3", "SAM018"),
    "maps in lists": ("[{a: " * 20_000, "1:61", "SAM015"),
    "30 levels": (nested(30), "25:49", "SAM015"),
    "150 000 items": ("a: [" + "x," * 150_000 + "]", None, "SAM015"),
    "a list of lists": ("name: " + "[[]," * 2 + "[" * 30, "1:36", "SAM015"),
    "directives": ("".join(f"%TAG !a{number}! x\n" for number in range(60_000)) + "---\nname: A\n", "1:1", "SAM013"),
    "a bracket never closed": ("name: [" + "x" * 900_000, "1:7", "SAM010"),
    "a quote never closed": ('name: "' + "x" * 900_000, "1:7", "SAM010"),
}


@pytest.mark.parametrize("title", STOPPED)
def test_limits_stop_the_reading(tmp_path, title):
    text, spot, code = STOPPED[title]
    problems = problems_of(lay(tmp_path, {FILE: text}))
    assert_well_said(problems)
    assert [problem.code for problem in problems] == [code]
    assert spot is None or spots(problems) == [f"{FILE}:{spot} {code}"]


@pytest.mark.parametrize("levels", [20, 23])
def test_what_is_not_too_deep_is_read(tmp_path, levels):
    problems = problems_of(lay(tmp_path, {FILE: nested(levels)}))
    assert spots(problems) == [f"{FILE}:1:1 SAM030", f"{FILE}:1:1 SAM031"]


def test_an_alias_bomb(tmp_path):
    problems = problems_of(lay(tmp_path, {FILE: ALIAS_BOMB}))
    assert sum(problem.code == "SAM012" for problem in problems) == 9 + 8 * 9
    assert spots(problems)[:3] == [f"{FILE}:1:1 SAM030", f"{FILE}:1:1 SAM031", f"{FILE}:1:5 SAM012"]


def test_a_merge_bomb(tmp_path):
    problems = problems_of(lay(tmp_path, {FILE: MERGE_BOMB}))
    assert f"{FILE}:2:10 SAM012" in spots(problems)
    assert {problem.code for problem in problems} == {"SAM012", "SAM030", "SAM031"}


@pytest.mark.parametrize("size", [LARGEST + 1, 40_000_000])
def test_a_large_file_is_not_opened(tmp_path, size):
    folders = lay(tmp_path)
    with (tmp_path / FILE).open("r+b") as file:
        file.truncate(size)
    problems = problems_of(folders)
    assert spots(problems) == [f"{FILE}:1:1 SAM003"]
    assert_well_said(problems)


def test_the_largest_file_is_read(tmp_path):
    head = b"name: Acme\n#"
    assert problems_of(lay(tmp_path, {FILE: head + b"x" * (LARGEST - len(head))})) == []


LONG = {
    "name": ("name: " + "x" * 900_000, "1:7", "SAM036"),
    "prose": ("name: A\nin_short: |\n" + "  x\n" * 200_000, "2:11", "SAM036"),
    "number": ("name: A\nbusiness: {revenue: " + "9" * 900_000 + "}", "2:21", "SAM035"),
    "influence": ("name: A\npeople: [{name: B, influence: " + "9" * 900_000 + "}]", "2:31", "SAM035"),
    "date": ("name: A\nas_of: " + "9" * 900_000, "2:8", "SAM034"),
    "timeframe": ("name: A\ntimeframe: " + "x to " * 100_000, "2:12", "SAM034"),
    "id": ("name: A\npeople: [{name: B, id: " + "a" * 900_000 + "}]", "2:24", "SAM037"),
    "reference": ("name: A\nlead: " + "a" * 900_000, "2:7", "SAM037"),
    "word": ("name: A\npeople: [{name: B, support: " + "\ufdfa" * 300_000 + "}]", "2:29", "SAM033"),
    "link": ("name: A\nbusiness: {website: 'https://" + "a" * 900_000 + "'}", "2:21", "SAM038"),
    "key": ("name: A\n? " + "a" * 900_000 + "\n: x", "2:3", "SAM018"),
    "name of accents": ("name: A\npeople: [{name: a" + "\u0301\u0323" * 240_000 + "}]", "2:17", "SAM036"),
    "word of accents": ("name: A\npeople: [{name: B, support: a" + "\u0301\u0323" * 240_000 + "}]", "2:29", "SAM033"),
    "key of accents": ("name: A\n? a" + "\u0301\u0323" * 240_000 + "\n: x", "2:3", "SAM018"),
    "anchor": ("name: &" + "a" * 900_000 + " x", "1:7", "SAM012"),
    "tag": ("name: !" + "a" * 900_000 + " x", "1:7", "SAM013"),
    "name of letters that unfold": ("name: A\npeople: [{name: " + "\ufdfa" * 300_000 + "}]", "2:17", "SAM036"),
}


@pytest.mark.parametrize("title", LONG)
def test_long_values_are_refused_in_few_words(tmp_path, title):
    text, spot, code = LONG[title]
    problems = problems_of(lay(tmp_path, {FILE: text}))
    assert spots(problems) == [f"{FILE}:{spot} {code}"]
    assert all(len(problem.message) < 300 and len(problem.remedy) < 600 for problem in problems)
    assert_well_said(problems)


MANY_PROBLEMS = {
    "unknown fields": ("name: A\n" + "".join(f"k{i}: v\n" for i in range(MANY)), "SAM030"),
    "equal keys": ("name: A\n" + "tier: key\n" * MANY, "SAM016"),
    "wrong words": ("name: A\npeople:\n- name: B\n  roles: [" + "decidr," * MANY + "]\n", "SAM033"),
    "people of text": ("name: A\npeople:\n" + "- x\n" * MANY, "SAM032"),
    "empty entries": ("name: A\npeople:\n" + "-\n" * MANY, "SAM020"),
    "equal names": ("name: A\npeople:\n" + "- {name: B}\n" * MANY, "SAM051"),
    "equal ids": ("name: A\npeople:\n" + "- {id: b, name: B}\n" * MANY, "SAM051"),
    "nobody": ("name: A\ncontacts:\n- date: 2026-01-01\n  theirs: [" + "abcde," * MANY + "]\n", "SAM050"),
    "tabs": ("name: A\n" + "\ta\n" * MANY, "SAM011"),
    "conflict marks": ("name: A\n" + "=======\n" * MANY, "SAM006"),
    "anchors": ("name: A\npeople:\n" + "- &a\n" * MANY, "SAM012"),
    "tags": ("name: A\npeople:\n" + "- !a\n" * MANY, "SAM013"),
    "lost comments": ("name: A\npeople:\n" + "- x #y\n" * MANY, "SAM017"),
    "values that run on": ("name: A\npeople:\n" + "- x\n  y\n" * MANY, "SAM017"),
}


@pytest.mark.parametrize("title", MANY_PROBLEMS)
def test_a_flood_of_problems_is_cut(tmp_path, title):
    text, code = MANY_PROBLEMS[title]
    problems = problems_of(lay(tmp_path, {FILE: text}))
    assert sum(problem.code == code for problem in problems) == MOST_LISTED
    assert "SAM009" in {problem.code for problem in problems}
    assert_well_said(problems)


def test_thousands_of_wrong_ids_among_thousands(tmp_path):
    person = "- {{id: person-with-a-long-id-{0:05}-x, name: N{0}, reports_to: person-with-a-long-id-{0:05}-y}}\n"
    text = "name: A\npeople:\n" + "".join(person.format(number) for number in range(5_000))
    problems = problems_of(lay(tmp_path, {FILE: text}))
    assert [problem.code for problem in problems] == ["SAM050"] * MOST_LISTED + ["SAM009"]
    assert problems[0].remedy.startswith("Did you mean person-with-a-long-id-00000-x? ")


def test_a_flood_of_invisible_characters_is_cut(tmp_path):
    problems = problems_of(lay(tmp_path, {FILE: "name: A" + "\u200b" * 300_000}))
    assert [problem.code for problem in problems] == ["SAM005"] * MOST_LISTED + ["SAM009"]
    assert problems[-1].place == (FILE, 1, 8 + MOST_LISTED)


def test_blank_lines_cost_nothing(tmp_path):
    text = nested(22).replace("\n", "\n" * 20_000)
    assert spots(problems_of(lay(tmp_path, {FILE: text}))) == [f"{FILE}:1:1 SAM030", f"{FILE}:1:1 SAM031"]
