"""Counts are the lines that are shown: a thing written twice is one, an answer to a risk is somebody's to do."""

from __future__ import annotations

import datetime

import pytest
from helpers import as_html, only, overview, text_of
from helpers import project as read

from sam_gen.advise.seen_once import seen_once
from sam_gen.pages.brief import brief_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.desk import desk_page
from sam_gen.pages.desk_tables import people_table
from sam_gen.pages.person import person_pages
from sam_gen.pages.plan import plan_page
from sam_gen.pages.portfolio import portfolio_pages

TEXT = """\
name: Acme
lead: mira-holm
people: [{id: rao, name: Priya Rao}]
actions:
  - {what: Send Rao the page that says who sees whom, owner: mira-holm, due: 2026-10-30}
  - {what: Decide who pays}
promises:
  - {what: "One page, who sees whom of theirs", by: mira-holm, to: people/rao, due: 2026-10-30, audience: shared}
risks:
  - {what: She hears it first, response: Ring her and say it, owner: jon-aas, due: 2026-11-25}
  - {what: The page is late, response: "One page, who sees whom", owner: mira-holm, due: 2026-10-30}
"""


def shown(page) -> str:
    return " ".join(text_of(as_html(page)).split())


def _pages(text: str = TEXT):
    project = read(text)
    index = seen_once(project.accounts, project.playbook, project.as_of)
    return project, index


def _people():
    return {page.title: shown(page) for page in person_pages(*_pages())}


def test_one_late_thing_in_three_forms_is_one_late_thing_everywhere():
    project, index = _pages()
    assert index.accounts[0].late == 1
    assert "One thing is late" in shown(desk_page(project, index))
    assert "Late: 1, due within two weeks: 1" in shown(desk_page(project, index))
    text = shown(overview(TEXT))
    assert "Promised and due: one is late" in text
    assert "Overdue 1" in text
    assert "What falls when: one late, one ahead" in shown(plan_page(*only(TEXT)))
    assert "one thing is late on our side" in shown(brief_page(*only(TEXT)))
    assert "Our commitments: three open, one of them an answer to a risk, one late" in shown(coaching_page(*only(TEXT)))


@pytest.mark.parametrize(
    ("risks", "said"),
    [
        ("{what: X, response: Ring her, owner: jon-aas, due: 2026-11-25}", "one open, an answer to a risk"),
        (
            "{what: X, response: Ring her, owner: jon-aas, due: 2026-11-25}, "
            "{what: Y, response: Paint the gate, owner: jon-aas, due: 2026-12-25}",
            "two open, all answers to risks",
        ),
    ],
)
def test_what_is_nothing_but_an_answer_to_a_risk_is_said_to_be_one(risks, said):
    text = f"name: Acme\nlead: mira-holm\nrisks: [{risks}]\n"
    assert f"Our commitments: {said}" in shown(coaching_page(*only(text)))


def test_who_has_an_answer_to_a_risk_has_something_to_do():
    jon = _people()["Jon Aas"]
    assert "To do: nothing late, one due in 14 days" in jon
    assert "Ring her and say it answer to the risk “She hears it first” Acme in 5 d" in jon
    assert "our answer to a risk · Jon Aas" in shown(overview(TEXT))
    assert "No lead and no seat in a team, but work in one account; nothing is overdue." in jon


def test_what_is_promised_stands_among_the_promises_and_counts_once():
    mira = _people()["Mira Holm"]
    assert "One account; one thing is overdue." in mira
    assert "To do: nothing open" in mira
    assert "Promised to clients: one open, one late" in mira


MEETING = "meetings: [{what: Half-year, date: %s, ours: [jon-aas], theirs: [rao]}]\n"


def _jon(text: str) -> str:
    return next(shown(page) for page in person_pages(*_pages(text)) if page.title == "Jon Aas")


def test_the_next_meeting_is_named_however_far_ahead():
    assert "Next with clients: nothing in 60 days The next is on 21 Jan 2027, Acme: Half-year" in _jon(
        TEXT + MEETING % "2027-01-21"
    )
    assert "The next is on" not in _jon(TEXT + MEETING % "2026-12-01")
    assert "No meeting with a client is agreed." in _jon(TEXT)


DAY = """\
name: Acme
lead: mira-holm
people: [{id: rao, name: Priya Rao}]
meetings:
  - {what: No hour yet, date: 2026-11-26, ours: [jon-aas], theirs: [rao]}
  - {what: Night, date: 2026-11-26, time: "19:30", ours: [jon-aas], theirs: [rao]}
  - {what: Morning, date: 2026-11-26, time: "08:15", ours: [jon-aas], theirs: [rao]}
"""


def test_talks_of_one_day_stand_in_the_order_of_the_clock():
    project, index = _pages(DAY)
    assert "Acme: Morning" in shown(desk_page(project, index)).partition("By person")[2]
    beside = [one.what for one in desk_page(project, index).context["beside"].meetings]
    assert beside == ["Morning", "Night", "No hour yet"]
    calendar = shown(next(one for one in portfolio_pages(project, index) if one.path == "portfolio/calendar/"))
    for text in (_jon(DAY), calendar):
        assert sorted(beside, key=text.rindex) == beside


def test_ties_are_counted_as_people():
    tie = "name: Acme\npeople: [{name: Priya Rao, owner: jon-aas}%s]\n"
    assert "the one person they look after is out of touch" in _jon(tie % "")
    assert "both people are out of touch" in _jon(tie % ", {name: Lund, owner: jon-aas}")
    met = ", {name: Lund, owner: jon-aas, last_contact: 2026-11-19}"
    assert "one of two people is out of touch" in _jon(tie % met)


def test_the_workload_names_what_nobody_has_and_counts_talks_alone():
    text = TEXT + MEETING % "2027-01-21" + "cadence: [{kind: team, every: 30, next: 2026-12-01}]\n"
    project, index = _pages(text)
    page = shown(next(one for one in portfolio_pages(project, index) if one.path.endswith("workload/")))
    assert "One open item has no owner, named below." in page
    assert "Without an owner" in page
    assert "Decide who pays Acme no day yet" in page
    mira = page[page.index("Mira Holm") :].partition("Jon Aas")[0]
    assert mira.split("Without")[0].strip().split()[-1] == "0"


def test_a_sign_that_is_assumed_is_no_sign_seen():
    sign = "{indicator: met-once, basis: %s, as_of: 2026-11-01}"
    text = f"name: Acme\nposition: {{evidence: [{sign % 'assumed'}, {sign % 'observed'}]}}\n"
    _, index = _pages(text)
    assert index.accounts[0].evidence == (datetime.date(2026, 11, 1),)


ENDS = """\
name: Acme
units: [{id: hamm, name: Hamm}, {id: unna, name: Unna}]
footprint:
  - {unit: hamm, offering: dock, held_by: us, ours: 100, until: 2027-06-30, notice_by: 2026-12-31}
  - {unit: unna, offering: dock, held_by: us, ours: 900, until: 2027-06-30}
  - {unit: unna, offering: voice, held_by: competitor, until: 2027-03-31}
%s"""


def test_the_desk_has_the_notice_day_and_names_the_largest():
    project, index = _pages(ENDS % "")
    ends = desk_page(project, index).context["beside"].ends
    assert [(one.when, one.what) for one in ends] == [
        ("31 Dec", "notice day in 41 d: dock, Unna and one more, to 30 Jun 2027"),
        ("30 Jun 2027", "dock, Unna and one more in 222 d"),
    ]
    gone = ENDS.replace("notice_by: 2026-12-31", "notice_by: 2026-10-31") % ""
    project, index = _pages(gone)
    assert [one.when for one in desk_page(project, index).context["beside"].ends] == ["30 Jun 2027"]


def test_the_desk_says_how_many_ends_it_leaves_out():
    more = "".join(f"  - {{unit: hamm, offering: o{n}, held_by: us, until: 2027-04-0{n}}}\n" for n in range(1, 6))
    project, index = _pages(ENDS % more)
    assert desk_page(project, index).context["beside"].more_ends == "two more in the calendar"


BETWEEN = """\
name: A
lead: jon-aas
people: [{id: lund, name: Per Lund, roles: [decider], support: mentor, last_contact: 2026-11-19}]
actions: [{what: "Ring Lund at 21:30, before his shift, and tell him of two doors", owner: jon-aas, due: 2026-11-24}]
risks: [{what: Lund asks others, response: "The answer goes out alone, by telephone, before his shift", owner: jon-aas,
  due: 2026-11-24}]
reviews: [{date: 2026-11-16, kind: team, ours: [jon-aas], decisions: [
  {what: "Give Lund his answer by itself, without the pilot", owner: jon-aas, due: 2026-11-24}]}]
"""


def test_two_lines_that_a_third_makes_one_are_one_on_every_page():
    for page in (overview(BETWEEN), plan_page(*only(BETWEEN)), coaching_page(*only(BETWEEN))):
        text = shown(page)
        assert "Ring Lund at 21:30" in text
        assert "Give Lund his answer" not in text, page.path
    assert "One open step: one with owner and day" in shown(coaching_page(*only(BETWEEN)))
    assert "Give Lund his answer" not in _jon(BETWEEN)
    apart = BETWEEN.replace("due: 2026-11-24}]}]", "due: 2026-11-25}]}]")
    assert "Give Lund his answer" in shown(overview(apart))


QBR_DAY = """\
name: A
lead: jon-aas
people: [{id: lund, name: Per Lund}]
cadence: [{kind: qbr, every: 90, next: 2026-12-01}, {kind: team, every: 30, next: 2026-12-03}]
meetings:
  - {date: 2026-12-01, what: Half-year in the yard, ours: [jon-aas], theirs: [lund]}
  - {date: 2026-12-02, what: The second gate, ours: [jon-aas], theirs: [lund]}
  - {date: 2026-12-03, what: Doors, ours: [jon-aas], theirs: [lund]}
"""


def test_a_review_with_the_client_and_its_meeting_are_one_date():
    project = read(QBR_DAY)
    pages = portfolio_pages(project, seen_once(project.accounts, project.playbook, project.as_of))
    text = next(shown(page) for page in pages if page.path == "portfolio/calendar/")
    assert "Four dates in the coming" in text
    assert "Review Business review with the client: Half-year in the yard" in text
    assert text.count("Half-year in the yard") == 1
    assert "Team talk: " not in text
    assert "Meeting Doors" in text


def test_whom_somebody_stands_in_for_is_no_account_they_lead():
    led, backed = "name: {}\nlead: mira-holm\n", "name: {}\nlead: jon-aas\nbackup: mira-holm\n"
    project = read(*(text.format(name) for name, text in zip("ABCDE", [led] * 3 + [backed] * 2, strict=True)))
    index = seen_once(project.accounts, project.playbook, project.as_of)
    table = {row.cells[0].text: row.cells[1].text for row in people_table(project, index).rows}
    assert table == {"Mira Holm": "A, B and C; backup in two", "Jon Aas": "D and E"}
    project = read(*(text.format(name) for name, text in zip("ABCDEF", [led] * 4 + [backed] * 2, strict=True)))
    index = seen_once(project.accounts, project.playbook, project.as_of)
    assert people_table(project, index).rows[0].cells[1].text == "A, B and two more; backup in two"


def test_the_desk_says_how_many_changes_it_leaves_out():
    talks = "".join(f"  - {{date: 2026-11-19, ours: [jon-aas], theirs: [rao], what: Talk {n}}}\n" for n in range(5))
    project, index = _pages(f"name: Acme\npeople: [{{id: rao, name: Priya Rao}}]\ncontacts:\n{talks}")
    beside = desk_page(project, index).context["beside"]
    assert (len(beside.changed), beside.more_changed) == (2, "three more on the account pages")
    assert beside.more_changed in shown(desk_page(project, index))
