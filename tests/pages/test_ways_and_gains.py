"""Who needs no introduction is named, who can tell a gain is asked, and each end of a contract says whose it is."""

from __future__ import annotations

import pytest
from account_pages import account_of
from checks.check_cases import read
from helpers import as_html, elements, only, project, text_of

from sam_gen.assess.portfolio import DateKind, portfolio
from sam_gen.pages.map import map_page
from sam_gen.pages.plan import plan_page
from sam_gen.pages.portfolio import portfolio_pages

# Who can introduce us -----------------------------------------------------------------------

MAP = "name: A\nas_of: 2026-11-20\npeople: [%s]\n%s"
RAO = "{id: rao, name: Priya Rao, roles: [decider]}"
LUND = "{id: lund, name: Per Lund, roles: [approver]}"
BERG = "{id: berg, name: Elin Berg, roles: [approver]}"
COMES = "meetings: [{date: 2026-12-02, what: X, theirs: [rao%s]}, {date: 2026-12-09, what: Y, theirs: [rao]}]\n"
TALK = "contacts: [{date: 2026-11-01, ours: [mira-holm], theirs: [lund]}]\n"


@pytest.mark.parametrize(
    ("people", "more", "heading", "lead"),
    [
        (RAO, COMES % "", "not needed, we are to meet the one key player", "Out of touch, but to be met: Priya Rao on"),
        (
            f"{RAO}, {LUND}",
            COMES % ", lund",
            "not needed, we are to meet both key players",
            "Per Lund on Wed 2 Dec and Priya Rao on",
        ),
        (f"{RAO}, {LUND}", COMES % "" + TALK, "not needed, we talk with or are to meet both key players", "but to be"),
        (
            f"{RAO}, {LUND}",
            COMES % "",
            "no way to the one key player out of touch and without an agreed talk",
            "Out of touch too, but to be met: Priya Rao on Wed 2 Dec.",
        ),
        (
            f"{RAO}, {LUND}, {BERG}",
            COMES % "",
            "no way to any of two key players out of touch and without an agreed talk",
            "Out of touch too, but to be met: Priya Rao on Wed 2 Dec.",
        ),
        (
            f"{RAO}, {LUND}",
            "",
            "no way to any of two key players out of touch",
            "never goes between two who are at odds",
        ),
    ],
)
def test_who_is_out_of_touch_and_comes_is_in_no_sum_and_named(people, more, heading, lead):
    html = as_html(map_page(*only(MAP % (people, more))))
    (found,) = (one.text for one in elements(html) if one.tag == "h2" and one.attributes["id"] == "introductions")
    assert found.split(": ", 1)[-1] == heading
    assert lead in text_of(html)


def test_nobody_is_said_to_be_out_of_touch_who_is_not():
    assert "to be met" not in text_of(as_html(map_page(*only(MAP % (RAO, TALK.replace("lund", "rao") + COMES % "")))))


# What they gain ------------------------------------------------------------------------------

GAIN = """\
name: A
as_of: 2026-11-18
units: [{id: hamm, name: Hamm}, {id: kiel, name: Kiel}]
people:
  - {id: rao, name: Priya Rao}
  - {id: lund, name: Per Lund, unit: hamm, last_contact: 2026-11-01}
  - {id: berg, name: Elin Berg, unit: kiel}
initiatives: [{id: paper, name: No paper, owner: rao}]
opportunities: [{name: Docks, for: paper%s}]
"""


@pytest.mark.parametrize(
    ("more", "asks"),
    [
        ("", "ask Priya Rao"),
        (", unit: hamm", "ask Per Lund"),
        (", unit: hamm, sponsor: berg", "ask Elin Berg"),
        (", unit: kiel", "ask Priya Rao"),
        (", unit: hamm, prove: How many, due: 2026-12-11", "first comes what is to prove, Fri 11 Dec"),
        (", unit: hamm, prove: How many, due: 2027-02-11", "ask Per Lund"),
        (", unit: hamm, prove: How many, due: 2026-11-11", "ask Per Lund"),
        (", unit: hamm, prove: How many", "ask Per Lund"),
        (", sponsor: berg, prove: How many, due: 2026-12-11", "ask Elin Berg"),
        (", unit: hamm, origin: ours", "the file names nobody there who has heard of it"),
        (", unit: hamm, origin: ours, sponsor: berg", "ask Elin Berg"),
        (", unit: hamm, origin: ours, audience: shared", "ask Per Lund"),
        (", unit: hamm, origin: ours, kind: renew", "ask Per Lund"),
        (", unit: hamm, origin: client", "ask Per Lund"),
    ],
)
def test_a_gain_is_asked_of_who_would_know_it(more, asks):
    read_ = read(GAIN % more)
    assert f"not known yet: {asks}" in text_of(as_html(plan_page(read_, read_.accounts[0])))


AIM = "objectives: [{name: Two sites, for: dry%s}]\nopportunities: [%s]\n"
UNHEARD = "{name: Desk, for: dry, origin: ours}"


@pytest.mark.parametrize(
    ("aim", "ideas", "asks"),
    [
        ("", "", "ask Priya Rao"),
        ("", UNHEARD, "the file names nobody there who has heard of it"),
        ("", f"{UNHEARD}, {{name: Voice, for: dry, origin: client}}", "ask Priya Rao"),
        (", audience: shared", UNHEARD, "ask Priya Rao"),
        (", owner: people/rao", UNHEARD, "ask Priya Rao"),
    ],
)
def test_nobody_is_asked_what_an_aim_brings_of_which_they_have_not_heard(aim, ideas, asks):
    start = "name: A\npeople: [{id: rao, name: Priya Rao}]\ninitiatives: [{id: dry, name: Dry, owner: rao}]\n"
    text = text_of(as_html(plan_page(*only(start + AIM % (aim, ideas)))))
    objectives = text.partition("Objectives")[2].partition("Two sites")[2]
    assert f"not known yet: {asks}" in objectives
    assert f"They: not known yet: {asks}" in text


# The portfolio ---------------------------------------------------------------------------------


def test_the_ends_of_two_holders_are_two_and_each_says_whose():
    read_, account = account_of("""\
name: A
units: [{id: n, name: North}, {id: s, name: South}, {id: w, name: West}, {id: e, name: East}]
footprint:
  - {unit: n, offering: drives, held_by: us, until: 2027-09-30}
  - {unit: s, offering: drives, held_by: us, until: 2027-09-30}
  - {unit: w, offering: drives, held_by: competitor, competitor: Rival, until: 2027-09-30}
  - {unit: e, offering: drives, held_by: competitor, until: 2027-09-30}
  - {unit: n, offering: lines, until: 2027-09-30}
  - {unit: n, offering: service, held_by: us, until: 2027-09-30}
  - {unit: s, offering: service, held_by: us, until: 2027-09-30}
  - {unit: w, offering: service, held_by: us, until: 2027-09-30}
""")
    (seen,) = portfolio([account], read_.playbook, read_.as_of).accounts
    assert [one.what for one in seen.dates if one.kind is DateKind.CONTRACT] == [
        "Drives, East, a competitor",
        "Drives, North and South, ours",
        "Drives, West, Rival",
        "Line integration, North",
        "Service, 3 units, ours",
    ]


def test_a_wish_has_no_basis_and_talks_counted_ahead_say_so():
    read_ = project("name: A\nas_of: 2026-11-18\nposition: {own_view: cooperative, desired: interdependent}\n")
    made = {
        page.path: page.context
        for page in portfolio_pages(read_, portfolio(read_.accounts, read_.playbook, read_.as_of))
    }
    own, wish = made["portfolio/"]["table"].rows[0].cells[2:4]
    assert (own.second, wish.text, wish.second) == ("assumed", "Interdependent", "")
    assert made["portfolio/workload/"]["table"].columns[-1].text == "Client talks ahead, 60 days"
