"""Opportunities on the pages of plan, white space, portfolio and method: sentences from none to many."""

from __future__ import annotations

import pytest
from account_pages import account_of as small_account_of
from assess.figure_cases import whole
from checks.check_cases import read
from helpers import as_html, day, text_of

from sam_gen.assess.portfolio import portfolio
from sam_gen.pages.accounts import accounts_page
from sam_gen.pages.method import method_pages
from sam_gen.pages.plan import plan_page
from sam_gen.pages.portfolio import portfolio_pages
from sam_gen.pages.white_space import white_space_page

TODAY = day("2026-11-20")
SCORES = ", ".join(f"{{question: {one}, score: 4}}" for one in ("linked", "benefit", "sponsor", "urgency", "fit"))


def plan(text: str) -> str:
    project = read(whole(text))
    return text_of(as_html(plan_page(project, project.accounts[0])))


def white_space(text: str) -> str:
    project, account = small_account_of(f"name: A\nas_of: 2026-11-18\n{text}")
    return text_of(as_html(white_space_page(project, account)))


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("", ["2 Opportunities: none named yet"]),
        (
            "{name: Docks, class: A}",
            ["2 Opportunities: one A", "A1 Docks: the sheet is empty", "Four gates of an A are"],
        ),
        ("{name: Docks}", ["one not judged yet", "class not judged yet", "white space of ours, not theirs"]),
        (
            f"{{name: Docks, class: A, scores: [{SCORES}]}}",
            [
                "class A by our own view, B by the sheet (100 points)",
                "A1 Docks: 100 points, five questions open, B by the sheet, A by our own view",
                "not answered yet",
                "4 of 4 no reason noted",
            ],
        ),
        (
            "{name: Docks, scores: [{question: linked, score: 1}]}",
            ["?1 Docks: not scored yet, nine questions open", "1 of 4"],
        ),
        (
            "{name: Docks, closed: 2026-10-01, outcome: won, why: They asked, worth: 60}, {name: Yard, outcome: lost}",
            [
                "none named yet",
                "Over since 20 Nov 2024: one won, one lost",
                "They asked",
                "day not noted",
                "who decided",
            ],
        ),
        ("{name: Docks, closed: 2026-10-01}", ["one without an outcome", "ask: won, lost or dropped?"]),
    ],
)
def test_the_plan_says_what_is_open_and_what_is_over(lines, says):
    text = plan(f"opportunities: [{lines}]\n")
    for sentence in says:
        assert sentence in text


def test_a_score_is_never_rounded_up():
    """20 x 3 + 15 x 3 + 10 x 3 + 5 x 3 + 10 x 2 is 170 of 240, 70.8; with 5 x 2 it is 165, 68.75."""
    scores = ", ".join(
        f"{{question: {one}, score: {score}}}"
        for one, score in zip(("linked", "benefit", "sponsor", "urgency", "fit"), (3, 3, 3, 3, 2), strict=True)
    )
    assert "70 points" in plan(f"opportunities: [{{name: Docks, scores: [{scores}]}}]\n")
    lower = scores.replace("urgency, score: 3", "urgency, score: 2")
    assert "68 points" in plan(f"opportunities: [{{name: Docks, scores: [{lower}]}}]\n")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            "{name: D, class: A, worth: 50}",
            "The As and half of the Bs come to 25% of the growth goal, €200 more a year.",
        ),
        ("{name: D, class: A, worth: 50}, {name: E, class: B}", "come to at least 25% of the growth goal"),
        ("{name: D, class: A, worth: 50, kind: renew}", "without renewal and defence, come to 0% of the growth goal"),
        ("{name: D, class: A}", "is not known yet. What is D worth to us a year?"),
    ],
)
def test_growth(lines, says):
    assert says in plan(f"currency: EUR\neconomics: {{growth_goal: 200}}\nopportunities: [{lines}]\n")


UNITS = "units: [{id: u, name: U}, {id: v, name: V}]\n"


def test_what_is_over_is_no_option():
    cells = "footprint: [{unit: u, offering: drives, held_by: in_house}]\n"
    gone = "opportunities: [{name: Gone, unit: u, offering: drives, closed: 2026-01-01, outcome: lost}]\n"
    assert "Gone" not in white_space(f"{UNITS}{cells}{gone}")
    assert "Option ?1 Here" in white_space(
        f"{UNITS}{cells}{gone.replace('Gone', 'Here').replace(', closed: 2026-01-01, outcome: lost', '')}"
    )


@pytest.mark.parametrize(
    ("opportunities", "says"),
    [
        ("", "White space of theirs: no opportunity is named yet"),
        ("{name: D}", "White space of ours, not theirs: the one open opportunity"),
        ("{name: D, for: i}", "White space of theirs: the one open opportunity serves an initiative they named"),
        ("{name: D, for: i}, {name: E, for: i}", "White space of theirs: both open opportunities serve"),
        ("{name: D, for: i}, {name: E, kind: renew}", "theirs: the one open opportunity beyond what we have serves"),
        ("{name: E, kind: renew}", "White space of theirs: no opportunity beyond what we have is named yet"),
        ("{name: D, for: j}", "the one open opportunity serves an initiative that we only assume"),
        ("{name: D, for: j}, {name: E, for: j}", "both open opportunities serve an initiative that we only assume"),
        (
            "{name: D, for: i}, {name: E, for: i}, {name: F, for: j}",
            "two of three open opportunities serve an initiative they named; one serves one we assume",
        ),
        (
            "{name: D}, {name: F, for: j}",
            "not theirs: one of two open opportunities; one serves an initiative that we only assume",
        ),
        ("{name: D, for: i}, {name: E}", "White space of ours, not theirs: one of two open opportunities"),
    ],
)
def test_whose_white_space(opportunities, says):
    seen = "basis: observed, as_of: 2026-11-01, by: mira-holm, evidence: In their report"
    assumed = "basis: assumed, as_of: 2026-11-01, by: mira-holm"
    both = f"[{{id: i, name: I, {seen}}}, {{id: j, name: J, {assumed}}}]"
    assert says in white_space(f"initiatives: {both}\nopportunities: [{opportunities}]\n")


def test_a_unit_that_uses_nothing_has_no_amounts():
    cells = "".join(f"  - {{unit: u, offering: {one}, held_by: not_used}}\n" for one in ("drives", "lines", "service"))
    text = white_space(f"units: [{{id: u, name: U}}]\nfootprint:\n{cells}")
    assert "every cell is known" in text
    assert "– not used" in text


def test_doors_of_one_unit_are_one_row():
    people = "people: [{id: p, name: Ann Poe, unit: U, support: mentor}]\n"
    text = white_space(f"{UNITS}{people}footprint: [{{unit: u, offering: drives, held_by: us}}]\n")
    assert "Doors: two cells beside what we serve, with somebody for us" in text
    assert "Line integration and Service: not known yet Drives there Ann Poe Mentor" in text
    assert "Ask who runs it:" not in text
    assert "Ask Ann Poe: who serves Line integration at U today, and until when?" in text


def test_lists_of_accounts_count_classes():
    project = read(whole("opportunities: [{name: D, class: A}, {name: E, class: A}, {name: F}]\n"))
    index = portfolio(project.accounts, project.playbook, TODAY)
    pages = [accounts_page(project, index), *portfolio_pages(project, index)[:1]]
    assert all("two A, one not judged yet" in text_of(as_html(page)) for page in pages)


def test_the_method_explains_both():
    project = read(whole(""))
    pages = {page.path: text_of(as_html(page)) for page in method_pages(project)}
    for text in ("initiative_confirmed", "renewal and defence", "known_from", "one_kind_from"):
        assert text in pages["method/priorities/"]
    assert "Knowledge coverage = known cells ÷ all cells" in pages["method/white-space/"]


@pytest.mark.parametrize(
    ("people", "cells", "says"),
    [
        ("", "", "Nobody on file is noted for U. Ask who runs it: who serves"),
        ("", "", "every offering nobody on file is noted for this unit: ask who runs it"),
        ("", "{unit: u, offering: drives, held_by: us}", "We serve U, and nobody on file is noted for it."),
        ("", "{unit: u, offering: drives, held_by: us}", "we serve it; note who of them is there"),
        ("{name: Ann Poe, title: Clerk, unit: U}", "", "Ask Ann Poe, whom nobody of ours has met yet: who serves"),
        ("{name: Ann Poe, title: Clerk, unit: U}", "", "Ann Poe Clerk: never met"),
    ],
)
def test_whom_to_ask_in_a_unit(people, cells, says):
    more = "{unit: v, offering: drives, held_by: in_house}"
    footprint = ", ".join(one for one in (cells, more) if one)
    assert says in white_space(f"{UNITS}people: [{people}]\nfootprint: [{footprint}]\n")


def test_ours_without_a_spend_is_no_share():
    cells = (
        "{unit: u, offering: drives, held_by: us, ours: 4000}, {unit: v, offering: drives, held_by: in_house, spend: 9}"
    )
    text = white_space(f"currency: EUR\n{UNITS}footprint: [{cells}]\n")
    assert "€4 k a year is ours; our share is not known, since the whole spend is known of one cell only, where" in text
    assert "We hold 0%" not in text
