"""What a page must not say: two bases in one line, a month for a year, nothing late beside what is late."""

from __future__ import annotations

import pytest
from helpers import as_html, only, overview, text_of

from sam_gen.pages.health_trend import _said
from sam_gen.pages.map import map_page
from sam_gen.pages.plan import plan_page
from sam_gen.pages.sponsors import sponsors_page


def shown(page) -> str:
    return " ".join(text_of(as_html(page)).split())


BARE = "name: A\npeople: [{name: Ann Poe, roles: [decider], last_contact: 2026-11-12}, {name: Bo Ek}]\n"


def test_a_talk_of_which_only_the_day_is_known_is_a_talk():
    text = shown(overview(BARE))
    assert "Last talks: one talk on file in a year" in text
    assert "Thu 12 Nov not noted what it was about with Ann Poe" in text
    text = shown(map_page(*only(BARE)))
    assert "one of two has spoken with us" in text
    assert "8 d, who?" in text


def test_talks_not_shown_are_counted_on_one_basis():
    days = [f"2026-10-{day:02}" for day in range(1, 9)] + ["2025-01-01", "2025-01-02"]
    talks = ", ".join(f"{{date: {day}, ours: [mira-holm], theirs: [p]}}" for day in days)
    text = shown(overview(f"name: A\npeople: [{{id: p, name: P}}]\ncontacts: [{talks}]\n"))
    assert "Last talks: eight talks on file in a year" in text
    assert "two more in the year, two before it" in text


def test_of_many_key_players_those_for_us_are_shown_first():
    neutral = [f"{{name: N{i}, roles: [champion], support: neutral}}" for i in range(9)]
    friends = ["{name: Fay, roles: [champion], support: mentor}", "{name: Dee, roles: [decider], support: supporter}"]
    text = shown(overview(f"name: A\npeople: [{', '.join([*neutral, *friends])}]\n"))
    who = text[text.index("two of eleven key players are for us") :]
    assert who.index("Dee") < who.index("Fay") < who.index("N0")


def test_a_plan_of_a_year_does_not_read_as_a_month():
    text = shown(plan_page(*only("name: A\ntimeframe: 2026-10-01 to 2027-10-31\n")))
    assert "1 Oct 2026 to 31 Oct 2027" in text


PAIR = """\
name: A
people: [{id: p, name: P, title: CEO}, {id: q, name: Q, title: CFO, owner: jon-aas}]
sponsors: [{ours: mira-holm, theirs: p, every: 90}]
contacts: [{date: 2026-11-01, ours: [mira-holm], theirs: [p]}]
"""
TEAM = """\
team:
  - {id: mira-holm, name: Mira Holm, role: Account manager}
  - {id: jon-aas, name: Jon Aas, role: Chief operating officer}
"""


def test_a_late_promise_of_a_pair_is_late():
    assert "Executive pairs: one, nothing late" in shown(sponsors_page(*only(PAIR)))
    text = shown(sponsors_page(*only(f"{PAIR}promises: [{{what: A page, by: mira-holm, to: p, due: 2026-11-10}}]\n")))
    assert "Executive pairs: one, one promise late" in text
    assert "Mira Holm keeps a promise: A page promised to P, 10 d late" in text


def test_an_executive_of_ours_who_holds_the_tie_is_the_peer_at_hand():
    assert "Name a peer for Q" in shown(sponsors_page(*only(PAIR)))
    assert "Q: Jon Aas holds the tie; agree the first talk" in shown(sponsors_page(*only(PAIR, team=TEAM)))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([50, 75, 50], "25 points down since the end of Q2, unchanged since the end of Q1"),
        ([None, 75, 76], "one point up since the end of Q2"),
        ([None, None, 50], "50 today, not known before"),
        ([None, None, None], "not known at any of these days"),
        ([40, None, None], "not known today, last 40 at the end of Q1"),
    ],
)
def test_a_curve_is_told_from_its_last_step(values, said):
    assert _said(values, ["end of Q1", "end of Q2", "today"]) == said


def test_who_speaks_for_the_employees_stands_outside_the_line():
    people = "{id: p, name: P, function: employee-representation}, {id: q, name: Q}, {id: r, name: R, reports_to: s}"
    text = shown(map_page(*only(f"name: A\npeople: [{people}, {{id: s, name: S}}]\n")))
    assert "stands outside the line" in text
    assert "no manager given: ask whom they report to" in text


def test_the_list_leads_to_what_it_does_not_show():
    people = ", ".join(f"{{name: P{i}, roles: [decider]}}" for i in range(9))
    page = overview(f"name: A\ntier: key\npeople: [{people}]\n")
    rest = page.context["attention"].rest
    assert rest
    assert all(link.to.startswith("accounts/a/") for link in rest)
    assert page.context["attention"].more.endswith("more")
    assert "sam-gen check lists every finding" not in as_html(page)
