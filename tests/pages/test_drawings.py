"""The drawings on their pages: true for none, one, two and forty accounts, and the same facts beside each."""

from __future__ import annotations

import datetime
import re

import pytest
from draw.rooms import problems
from helpers import as_html, example, project, text_of

from sam_gen.assess.portfolio import portfolio
from sam_gen.pages.plan import plan_page
from sam_gen.pages.portfolio import portfolio_pages
from sam_gen.pages.quarters import quarter_ends, quarter_name, quarter_start

_SVG = re.compile(r'<svg [^>]*class="s-drawing[^>]*>.*?</svg>', re.DOTALL)

ACME = """\
name: Acme
tier: key
lead: mira-holm
currency: EUR
economics: {revenue: [{year: 2025, amount: 300000}]}
selection:
  next_review: 2027-02-01
  scores: [{criterion: potential, score: 8}, {criterion: regard, score: 6}]
people: [{id: rao, name: Priya Rao, title: COO}]
sponsors: [{ours: jon-aas, theirs: rao, every: 90}]
initiatives: [{id: paper, name: Night shift without paper, owner: rao, due: 2027-06-30}]
objectives:
  - {name: Two sites live, for: paper, client_gets: 2 h less per shift, we_get: 180000, due: 2027-05-31}
  - {name: A third site, due: 2027-09-30}
actions:
  - {what: Walk the night shift, owner: mira-holm, due: 2026-11-02}
  - {what: Send the list, owner: people/rao, due: 2026-12-04}
  - {what: Agree on a day, due: 2026-12-05}
meetings: [{date: 2026-12-01, what: Look at the dock}]
"""


def pages(read):
    index = portfolio(read.accounts, read.playbook, read.as_of)
    return {page.path: page for page in portfolio_pages(read, index)}


def copies(number):
    return project(*(ACME.replace("name: Acme", f"name: Acme {at}") for at in range(number)))


@pytest.mark.parametrize("number", [0, 1, 2, 26])
def test_no_text_of_any_drawing_lies_on_another(number):
    for path, page in pages(copies(number)).items():
        for svg in _SVG.findall(as_html(page)):
            if "s-month" not in svg[:400]:
                assert problems(svg) == [], path


def test_an_account_with_only_a_name_is_asked_about_and_never_drawn_as_0():
    made = pages(project("name: Acme\n"))
    selection = text_of(as_html(made["portfolio/selection/"]))
    assert "The account is not scored yet" in selection
    assert "Nothing to draw yet" in selection
    assert made["portfolio/"].context["spread_drawing"] is None
    assert made["portfolio/sponsors/"].context["drawing_of"] is None
    assert "not known at any of these days" in text_of(as_html(made["portfolio/health/"]))
    assert "Nothing dated in these months: Acme" in text_of(as_html(made["portfolio/calendar/"]))


def test_the_examples_are_drawn_on_every_page():
    made = pages(example())
    for path in ("selection/", "continuum/", "health/", "", "sponsors/", "calendar/"):
        drawn = _SVG.findall(as_html(made[f"portfolio/{path}"]))
        assert drawn, path


def test_the_field_of_each_account_stands_in_the_table():
    read = copies(1)
    table = pages(read)["portfolio/selection/"].context["scores"]
    assert [cell.text for cell in table.rows[0].cells] == [
        "Acme 0",
        "Build together",
        "8.0 of 10",
        "6.0 of 10",
        "€300 k",
    ]


def test_percentages_of_revenue_are_those_of_the_files():
    read = project(ACME, ACME.replace("Acme", "Beta").replace("300000", "100000"))
    drawing = pages(read)["portfolio/"].context["spread_drawing"]
    assert (
        drawing.note
        == "The largest brings 75%, with 50% of the accounts. Half of the revenue lies with one account of two."
    )


def test_the_calendar_has_a_mark_for_each_kind_and_its_words():
    html = as_html(pages(copies(1))["portfolio/calendar/"])
    assert 'aria-label="One meeting"' in html
    assert 'aria-label="One choice looked at again"' in html


# The plan ----------------------------------------------------------------------------


def plan(text):
    read = project(text)
    return plan_page(read, read.accounts[0])


def test_the_roadmap_puts_each_side_into_its_lane():
    svg = plan(ACME).context["roadmap_drawing"].svg
    lanes = re.findall(r">(Theirs|Both sides|Ours|No owner yet)<", svg)
    assert lanes == ["Theirs", "Both sides", "Ours", "No owner yet"]
    assert svg.index(">Theirs<") < svg.index(">Send the list<") < svg.index(">Both sides<")
    assert svg.index(">Ours<") < svg.index(">Walk the night shift<") < svg.index(">No owner yet<")
    assert problems(svg) == []


def test_the_roadmap_says_its_message():
    drawing = plan(ACME).context["roadmap_drawing"]
    assert "One date overdue, the oldest of Mon 2 Nov and six dates ahead." in drawing.svg
    assert [entry.word for entry in drawing.key][-1] == "overdue"
    assert plan("name: Acme\n").context["roadmap_drawing"] is None


def test_goals_overlap_where_an_objective_serves_an_initiative():
    block = plan(ACME).context["overlap"]
    assert block.heading == "Where goals overlap: their one initiative has an objective"
    first, loose = block.table.rows
    assert [cell.text for cell in first.cells] == [
        "Night shift without paper", "They: 2 h less per shift", "–", "One objective",
    ]  # fmt: skip
    assert first.cells[1].second == "We: €180 k a year"
    assert [cell.text for cell in loose.cells][:2] == ["None of their initiatives", "–"]
    assert loose.cells[3].second == "our gain: not known yet"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: Acme\n", "none of their initiatives is on file"),
        ("name: Acme\ninitiatives: [{id: a, name: A}]\n", "no open objective yet"),
        ("name: Acme\ninitiatives: [{id: a, name: A}]\nobjectives: [{name: O}]\n",
         "their one initiative has no objective"),
        ("name: Acme\ninitiatives: [{id: a, name: A}, {id: b, name: B}]\nobjectives: [{name: O, for: a}]\n",
         "one of their two initiatives has an objective"),
        ("name: Acme\ninitiatives: [{id: a, name: A}, {id: b, name: B}]\nobjectives: [{name: O}]\n",
         "none of their two initiatives has an objective"),
    ],
)  # fmt: skip
def test_the_heading_of_the_overlap_is_true(text, said):
    block = plan(text).context["overlap"]
    assert block.heading.endswith(said)
    assert block.table or block.empty


@pytest.mark.parametrize("starts", range(1, 13))
def test_quarters_follow_the_year_of_the_company(starts):
    for month in range(1, 13):
        day = datetime.date(2026, month, 17)
        first = quarter_start(day, starts)
        assert first.day == 1
        assert (first.month - starts) % 3 == 0
        assert datetime.timedelta(0) <= day - first < datetime.timedelta(93)
        assert quarter_name(first, starts) == quarter_name(day, starts)
        assert quarter_start(day, starts, 4) == first.replace(year=first.year + 1)
        ends = quarter_ends(day, starts, 5)
        assert [quarter_start(end + datetime.timedelta(1), starts) for end in ends] == [
            quarter_start(day, starts, -back) for back in (4, 3, 2, 1, 0)
        ]
