"""The likely right word or day for a wrong one, as a reader of the message sees it."""

from __future__ import annotations

import datetime

import pytest
from reading.reading_cases import lay

from sam_gen.model.days import likely_day
from sam_gen.model.problem import ReadingProblems
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project


def said(folder, account: str) -> str:
    lay(folder, {"accounts/case.yml": account})
    with pytest.raises(ReadingProblems) as caught:
        read_project(Folders(folder))
    assert len(caught.value.problems) == 1
    return str(caught.value.problems[0])


@pytest.mark.parametrize(
    ("line", "code", "meant"),
    [
        ("tier: Key", "SAM037", "key"),
        ("lead: Mira Holm", "SAM037", "mira-holm"),
        ("lead: mira_holm", "SAM037", "mira-holm"),
        ("lead: MIRA-HOLM", "SAM037", "mira-holm"),
        ("lead: Mira Hom", "SAM037", "mira-holm"),
        ("lead: team/Mira Holm", "SAM037", "team/mira-holm"),
        ("actions: [{what: Call, owner: Team/mira-holm}]", "SAM037", "team/mira-holm"),
        ("tier: kye", "SAM050", "key"),
        ("people: [{name: Rao, support: Mentor}]", "SAM033", "mentor"),
        ("people: [{name: Rao, roles: Economic Buyer}]", "SAM033", "economic_buyer"),
        ("people: [{name: Rao, roles: economic-buyer}]", "SAM033", "economic_buyer"),
        ("people: [{name: Rao, key_player: Yes}]", "SAM033", "yes"),
        ("ignore: [{rule: sam101, why: Known}]", "SAM033", "SAM101"),
        ("currency: eur", "SAM035", "EUR"),
        ("As Of: 2026-11-02", "SAM030", "as_of"),
        ("as_of: 20.11.2026", "SAM034", "2026-11-20"),
        ("as_of: 11/20/2026", "SAM034", "2026-11-20"),
    ],
)
def test_did_you_mean(tmp_path, line, code, meant):
    text = said(tmp_path, f"name: Acme\n{line}\n")
    assert f" {code} " in text
    assert f"Did you mean {meant}?" in text


@pytest.mark.parametrize("line", ["tier: Gold", "lead: '!!'", "as_of: 5/6/2026", "as_of: tomorrow"])
def test_no_guess_is_better_than_a_wild_one(tmp_path, line):
    assert "Did you mean" not in said(tmp_path, f"name: Acme\n{line}\n")


@pytest.mark.parametrize(
    "text",
    [
        "20.11.2026", "11/20/2026", "20/11/2026", "20-11-2026", "2026/11/20", "2026.11.20", "20261120", "20 Nov 2026",
        "20. November 2026", "November 20, 2026", "Nov 20th 2026", "2026-11-20T10:00", " 2026-11-20 ",
    ],
)  # fmt: skip
def test_a_day_that_is_meant(text):
    assert likely_day(text) == datetime.date(2026, 11, 20)


@pytest.mark.parametrize(
    "text", ["5/6/2026", "2026-02-30", "31.2.2026", "tomorrow", "", "1 Foo 2026", "x" * 99, "20.11.26"]
)
def test_a_day_that_could_be_two_or_none(text):
    assert likely_day(text) is None


@pytest.mark.parametrize(
    ("lines", "spot", "message", "remedy"),
    [
        ("people: []\n  - {name: Rao}", "3:3", "an entry below a list that is already closed", "Take away the []"),
        ("people: [ ] # nobody\n# yet\n  - {name: Rao}", "4:3", "an entry below a list that is already closed", "[]"),
        (
            "people:\n  -{id: rao, name: Rao}",
            "3:3",
            "no space after the dash",
            "Write “- ”, with a space, before an entry.",
        ),
        ("people: [{name: Rao, title:COO}]", "2:22", "no field is called", "a space after the colon: “title: COO”."),
    ],
)
def test_the_slips_of_the_first_ten_minutes(tmp_path, lines, spot, message, remedy):
    lay(tmp_path, {"accounts/case.yml": f"name: Acme\n{lines}\n"})
    with pytest.raises(ReadingProblems) as caught:
        read_project(Folders(tmp_path))
    first = str(caught.value.problems[0])
    assert first.startswith(f"accounts/case.yml:{spot} ")
    assert message in first
    assert remedy in first
