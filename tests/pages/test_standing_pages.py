"""Health, hygiene, the plan on one page and what the plan needs, as a reader sees them."""

from __future__ import annotations

import pytest
from helpers import PLAYBOOK, as_html, overview, project, text_of

from sam_gen.pages.plan import plan_page
from sam_gen.pages.site import site_pages
from sam_gen.pages.value import value_page


def plan(text: str) -> str:
    read = project(text)
    return text_of(as_html(plan_page(read, read.accounts[0])))


def value(text: str) -> str:
    read = project(text)
    return text_of(as_html(value_page(read, read.accounts[0])))


def page(path: str, *accounts: str, playbook: str = PLAYBOOK) -> str:
    read = project(*accounts, playbook=playbook)
    return text_of(as_html(next(one for one in site_pages(read) if one.path == path)))


def test_a_name_alone_is_grey_and_asks():
    shown = text_of(as_html(overview("name: Acme\n")))
    assert "Not known None of six known: too few for a number. Ask: What has got better" in shown
    assert " of 100" not in shown.partition("Who")[0]


@pytest.mark.parametrize(
    "said",
    [
        "Not written yet: which two sentences could both sides sign?",
        "No objective is open yet. What do both sides want to have reached, by which day?",
        "Internal draft: nobody at the client has gone through it.",
        "What the plan needs: not written down yet",
        "What we told them: nothing yet",
        "What it is worth to us: not known yet",
        "What they say of us: not asked yet",
        "How we stand with them: not known, 0 of 6 known",
        "How we keep this plan: not known, 1 of 8 known",
    ],
)
def test_the_plan_of_a_name_alone_asks(said):
    assert said in plan("name: Acme\n")


def test_one_page_shows_three_of_each_and_says_what_is_left():
    lines = "".join(f"  - {{name: O{at}, due: 2027-0{at}-01}}\n" for at in range(1, 6))
    steps = "  - {what: Old, due: 2026-11-01}\n" + "".join(
        f"  - {{what: S{at}, due: 2026-12-0{at}}}\n" for at in range(1, 4)
    )
    shown = plan(f"name: A\nobjectives:\n{lines}actions:\n{steps}")
    sheet = shown.partition("The plan on one page")[2].partition("1 Their business")[0]
    assert [name for name in ("O1", "O2", "O3", "O4") if name in sheet] == ["O1", "O2", "O3"]
    assert [name for name in ("S1", "S2", "S3", "Old") if name in sheet] == ["S1", "S2", "S3"]
    assert "One late beside them: see what falls when." in sheet
    assert "Below: two more objectives, one more step." in sheet


FULL = """\
name: A
people: [{id: rao, name: Rao}]
objectives: [{id: two, name: Two sites}]
horizon: {until: 2028-12-31, vision: Both win.}
resources:
  - {what: An engineer, party: us, who: jon-aas, for: two, status: missing, due: 2026-11-01, so_what: No start}
  - {what: A yard, party: client, status: agreed}
insights: [{date: 2026-10-01, what: Slots by axle, to: rao}]
feedback: [{date: 2026-10-01, who: rao, said: Good, wants: Door times}]
economics:
  revenue: [{year: 2024, amount: 1000}, {year: 2025, amount: 900}]
  margin: 20
  growth_goal: 400
  days_to_pay: 30
  agreed_days: 0
"""


@pytest.mark.parametrize(
    "said",
    [
        "Where we want both to be by 31 Dec 2028",
        "What the plan needs: one missing, one agreed",
        "brought by Jon Aas missing Sun 1 Nov, 19 d overdue Two sites No start",
        "What we told them: one insight, one without a word on what came of it",
        "Slots by axle to Rao · not known yet: ask what came of it",
        "What they say of us: asked once, one wish open",
        "Door times open for 50 days",
        "What it is worth to us: revenue of 2025 10% down",
        "20% after the cost to serve them",
        "€400 more a year, no day yet",
        "after 30 days, 30 more than the 0 agreed",
        "Function not noted in team.yml",
    ],
)
def test_the_new_parts_say_what_is_on_file(said):
    full = FULL + "lead: jon-aas\n"
    assert said in plan(full)


DEPENDS = "dependence: [{direction: client_on_us, strength: 2, what: Every truck}]\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "They depend on us, and no benefit was confirmed within a year"),
        ("value: [{what: a, status: confirmed, as_of: 2026-01-01}]\n", "one benefit was confirmed within a year."),
        ("value: [{what: a, status: confirmed, as_of: 2025-01-01}]\n", "no benefit was confirmed within a year"),
        ("value: [{what: a, status: measured, as_of: 2025-01-01}]\n", "1 Jan 2025: ask again"),
    ],
)
def test_dependence_asks_whether_the_value_is_confirmed(more, said):
    assert said in value(f"name: A\n{DEPENDS}{more}")


def test_a_disputed_benefit_is_shown_and_not_added():
    shown = value(
        "name: A\nvalue:\n  - {what: a, kind: save_money, amount: 100, status: disputed}\n"
        "  - {what: b, kind: save_money, amount: 50, status: claimed}\n"
    )
    assert "Value: one claimed, one disputed" in shown
    assert "All but disputed" in shown
    assert "somebody of theirs doubts it; not added" in shown


def test_the_board_puts_the_worst_first():
    kept = "promises: [{what: a, by: jon-aas, due: 2026-10-01, kept: 2026-10-01}]\n"
    good = "value: [{what: a, status: confirmed, as_of: 2026-10-14}]\nfeedback: [{date: 2026-10-01}]\n"
    good += "objectives: [{name: a}]\n"
    late = "value: [{what: a, as_of: 2026-10-14}]\nfeedback: [{date: 2025-01-01}]\nobjectives: [{name: a}]\n" + kept
    shown = page("portfolio/health/", "name: Fine\n" + good + kept, "name: Blank\n", "name: Poor\n" + late)
    assert "Three accounts: one at risk, one good, one not known." in shown
    places = [shown.index(f" {name} ") for name in ("Poor", "Blank", "Fine")]
    assert places == sorted(places)


def test_no_account_no_board():
    assert "No account yet" in page("portfolio/health/")


def test_the_overview_says_how_revenue_is_spread():
    def earns(amount: int, currency: str) -> str:
        money = f"economics: {{revenue: [{{year: 2025, amount: {amount}}}]}}\n"
        return f"name: {currency}{amount}\ncurrency: {currency}\n{money}"

    shown = page("portfolio/", earns(600, "EUR"), earns(400, "EUR"), earns(5, "NOK"))
    assert "How our revenue is spread: 60% of what is comparable lies with EUR600" in shown
    assert "The index is 0.52: as if we had 1.9 accounts of the same size." in shown
    assert "One account is not comparable and not added." in shown
    assert "no rate for NOK: not comparable" in shown


def test_the_roadmap_follows_our_year():
    text = "name: A\nactions: [{what: Walk, due: 2026-12-01}]\n"
    read = project(text, playbook=PLAYBOOK + "fiscal_year_starts: 4\n")
    assert "Q3 2026/27" in text_of(as_html(plan_page(read, read.accounts[0])))
