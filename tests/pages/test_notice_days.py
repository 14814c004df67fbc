"""The notice day of a contract, wherever its end is shown: white space, value, plan, calendar, hand-over, ICS, desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import as_html, day, example, only, text_of

from sam_gen.assess.notices import notices
from sam_gen.assess.plan import DatedKind, roadmap
from sam_gen.assess.portfolio import DateKind, portfolio
from sam_gen.exchange.events import Kind, events
from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.pages.attention import pressing
from sam_gen.pages.blocks import Sight
from sam_gen.pages.hand_over import hand_over_page
from sam_gen.pages.roadmap_drawing import roadmap_drawing
from sam_gen.pages.value import value_page
from sam_gen.pages.white_space import white_space_page

ACME = """\
name: Acme
lead: mira-holm
units: [{id: hamm, name: Hamm}, {id: kassel, name: Kassel}]
footprint:
  - {unit: hamm, offering: dock-slots, held_by: us, until: 2027-06-30, notice_by: 2026-12-31}
  - {unit: hamm, offering: voice, held_by: us, until: 2027-06-30}
  - {unit: kassel, offering: dock-slots, held_by: us, until: 2027-06-30}
  - {unit: kassel, offering: voice, held_by: competitor, competitor: Ordello, until: 2027-06-30}
dependence:
  - {kind: contractual, direction: client_on_us, what: The frame, until: 2027-06-30}
  - {kind: technological, direction: client_on_us, what: Nine interfaces, until: 2027-06-30}
"""


def read(text: str) -> tuple[Project, Account]:
    """Read one account, with the offerings of the example: without any there is no white space."""
    project, account = only(text)
    sold = replace(project.playbook, offerings=example().playbook.offerings)
    return replace(project, playbook=sold), account


def ends(text: str) -> list[str]:
    table = white_space_page(*read(text)).context["ends"].table
    return [row.cells[0].second for row in table.rows]


def shown(page) -> str:
    return " ".join(text_of(as_html(page)).split())


@pytest.mark.parametrize(
    ("change", "ours"),
    [
        (("", ""), "in 222 d; notice day 31 Dec, in 41 d"),
        ((", notice_by: 2026-12-31", ""), "in 222 d; notice day not on file"),
        (("notice_by: 2026-12-31", "notice_by: 2026-11-20"), "in 222 d; notice day Fri 20 Nov, today"),
        (("notice_by: 2026-12-31", "notice_by: 2026-09-30"), "in 222 d; notice day 30 Sep, 51 d ago"),
    ],
)
def test_the_list_of_ends_says_the_notice_day_of_ours_alone(change, ours):
    assert ends(ACME.replace(*change)) == [ours, "in 222 d"]


def test_two_notice_days_of_one_end_are_both_said():
    two = ACME.replace("offering: voice, held_by: us, until: 2027-06-30", "offering: voice, held_by: us, until: "
                       "2027-06-30, notice_by: 2027-01-31")  # fmt: skip
    assert ends(two)[0] == "in 222 d; notice days 31 Dec, in 41 d and 31 Jan 2027, in 72 d"


def test_an_ended_contract_has_no_notice_day_to_ask_for():
    assert ends(ACME.replace("2027-06-30", "2026-10-31").replace(", notice_by: 2026-12-31", ""))[0] == (
        "20 d ago: ask what holds now"
    )


def test_the_contractual_tie_that_ends_with_it_says_so_too():
    page = value_page(*read(ACME))
    text = shown(page)
    assert text.count("notice day 31 Dec, in 41 d") == 1
    assert "30 Jun 2027 notice day 31 Dec, in 41 d" in text


def test_the_plan_the_calendar_and_the_hand_over_have_the_day():
    project, account = read(ACME)
    (one,) = (item for item in roadmap(account, project.as_of) if item.kind is DatedKind.NOTICE)
    assert (one.date, one.what) == (day("2026-12-31"), "contract to 30 Jun 2027, Hamm, Kassel")
    drawn = roadmap_drawing(Sight.of(project, account), roadmap(account, project.as_of))
    assert drawn is not None
    assert "notice day of a contract" in [entry.word for entry in drawn.key]
    (seen,) = portfolio([account], project.playbook, project.as_of).accounts
    assert [one.date for one in seen.dates if one.kind is DateKind.NOTICE] == [day("2026-12-31")]
    assert "in 222 d; notice day 31 Dec, in 41 d" in shown(hand_over_page(project, account))


def test_the_calendar_file_has_one_entry_a_contract_for_whoever_leads():
    project, account = read(ACME)
    (one,) = (event for event in events(project, [account]) if event.kind is Kind.NOTICE)
    assert one.what == "Acme: notice day: contract to 30 Jun 2027, Hamm, Kassel"
    assert (one.day, one.uid, one.ours) == (day("2026-12-31"), "a.notice.hamm.dock-slots@sam-gen", ("mira-holm",))


def test_a_day_that_has_passed_is_a_finding_and_no_date_to_come():
    project, account = read(ACME.replace("2026-12-31", "2026-09-30"))
    assert not any(item.kind is DatedKind.NOTICE for item in roadmap(account, project.as_of))
    assert not any(event.kind is Kind.NOTICE for event in events(project, [account]))
    assert "SAM316" in {one.finding.code for one in pressing(project).all}


def test_many_units_are_counted():
    units = "".join(f"  - {{unit: u{n}, offering: dock-slots, held_by: us, until: 2027-06-30}}\n" for n in range(5))
    text = (
        "name: Acme\nunits: [" + ", ".join(f"{{id: u{n}, name: U{n}}}" for n in range(5)) + "]\nfootprint:\n" + units
    ).replace("until: 2027-06-30}", "until: 2027-06-30, notice_by: 2027-01-01}", 1)
    (one,) = notices(read(text)[1])
    assert one.what == "contract to 30 Jun 2027, U0, U1, U2 and 2 more"


def test_the_example_has_one_that_is_near_and_planned_and_one_that_was_missed():
    days = {account.id: [one.day for one in notices(account)] for account in example().accounts}
    assert days["grevenau"] == [day("2026-12-31")]
    assert days["pellworth"] == [day("2026-09-30")]
