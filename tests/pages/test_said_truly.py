"""What a page must not say: two bases in one line, a month for a year, nothing late beside what is late."""

from __future__ import annotations

import pytest
from account_pages import account_of
from helpers import as_html, only, overview, text_of

from sam_gen.assess.portfolio import portfolio
from sam_gen.pages.account import account_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.hand_over import hand_over_page
from sam_gen.pages.health_trend import trend_said
from sam_gen.pages.map import map_page
from sam_gen.pages.person import person_pages
from sam_gen.pages.plan import plan_page
from sam_gen.pages.reviews import reviews_page
from sam_gen.pages.sponsors import sponsors_page
from sam_gen.pages.white_space import white_space_page


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


def test_a_talk_newer_than_the_last_one_noted_stands_beside_it():
    talk = "contacts: [{date: %s, ours: [mira-holm], theirs: [p]}]\n"
    people = "name: A\npeople: [{id: p, name: P, last_contact: 2026-11-12}]\n"
    assert "71 d 1, then 8 d, who?" in shown(map_page(*only(people + talk % "2026-09-10")))
    assert "who?" not in shown(map_page(*only(people + talk % "2026-11-12")))
    assert "who?" not in shown(map_page(*only(people + talk % "2026-11-16")))


def test_talks_not_shown_are_counted_on_one_basis():
    days = [f"2026-10-{day:02}" for day in range(1, 9)] + ["2025-01-01", "2025-01-02"]
    talks = ", ".join(f"{{date: {day}, ours: [mira-holm], theirs: [p]}}" for day in days)
    text = shown(overview(f"name: A\nas_of: 2026-11-18\npeople: [{{id: p, name: P}}]\ncontacts: [{talks}]\n"))
    assert "Last talks: eight talks on file in a year" in text
    assert "two more in the year, two before it" in text


def test_of_many_key_players_those_for_us_are_shown_first():
    neutral = [f"{{name: N{i}, roles: [champion], support: neutral}}" for i in range(9)]
    friends = ["{name: Fay, roles: [champion], support: mentor}", "{name: Dee, roles: [decider], support: supporter}"]
    text = shown(overview(f"name: A\nas_of: 2026-11-18\npeople: [{', '.join([*neutral, *friends])}]\n"))
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
    assert "Mira Holm owes P: A page promised for Tue 10 Nov, 10 d late" in text


def test_an_executive_of_ours_who_holds_the_tie_is_the_peer_at_hand():
    assert "Name a peer for Q" in shown(sponsors_page(*only(PAIR)))
    first = "Q: Jon Aas holds the tie, and no talk of the two is on file; agree the first talk, then write the pair"
    assert first in shown(sponsors_page(*only(PAIR, team=TEAM)))
    met = PAIR.replace("theirs: [p]}]", "theirs: [p]}, {date: 2026-11-02, ours: [%s], theirs: [q]}]")
    assert first in shown(sponsors_page(*only(met % "mira-holm", team=TEAM)))
    assert "Q: Jon Aas holds the tie; write the pair" in shown(sponsors_page(*only(met % "jon-aas", team=TEAM)))
    a_day = PAIR.replace("owner: jon-aas", "owner: jon-aas, last_contact: 2026-11-02")
    assert "Q: Jon Aas holds the tie; write the pair" in shown(sponsors_page(*only(a_day, team=TEAM)))


RING_Q = "actions: [{what: Ring Q before Christmas, owner: jon-aas, due: %s}]\n"
WITH_Q = "meetings: [{what: The roof, date: %s, ours: [mira-holm], theirs: [%s]}]\n"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (RING_Q % "2026-12-02", "Q: Ring Q before Christmas planned: Jon Aas, Wed 2 Dec"),
        (RING_Q % "2026-11-12", "Q: Ring Q before Christmas planned: Jon Aas, Thu 12 Nov, 8 d late"),
        ("actions: [{what: Ring Q}]\n", "Q: Ring Q planned: no owner, no day yet"),
        (
            "promises: [{what: A page, by: jon-aas, to: q, due: 2026-12-02}]\n",
            "Q: A page promised: Jon Aas, Wed 2 Dec",
        ),
        (WITH_Q % ("2026-12-01", "q"), "Q: The roof agreed: Mira Holm, Tue 1 Dec"),
        (RING_Q % "2026-12-02" + WITH_Q % ("2026-12-01", "q"), "Q: The roof agreed: Mira Holm, Tue 1 Dec"),
        (RING_Q % "2026-11-30" + WITH_Q % ("2026-12-01", "q"), "Q: Ring Q before Christmas planned: Jon Aas, Mon 30"),
        (WITH_Q % ("2026-12-01", "q, x0, x1, x2, x3"), "Name a peer for Q"),
        (WITH_Q % ("2026-12-01", "p"), "Name a peer for Q"),
    ],
)
def test_what_is_planned_with_an_executive_stands_in_place_of_the_advice(file, says):
    others = ", ".join(f"{{id: x{at}, name: X{at}}}" for at in range(4))
    whole = PAIR.replace("people: [", f"people: [{others}, ")
    text = shown(sponsors_page(*only(whole + file)))
    assert says in text
    assert ("Name a peer for Q" in text) == says.startswith("Name")


def test_what_is_planned_with_an_executive_in_touch_brings_no_peer():
    met = PAIR.replace("theirs: [p]}", "theirs: [p, q]}") + RING_Q % "2026-12-02"
    assert "Name a peer for Q" in shown(sponsors_page(*only(met)))
    assert "Ring Q" in shown(sponsors_page(*only(met.replace("2026-11-01", "2025-11-01"))))


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("", "ask who answers for the whole of it there."),
        (
            WITH_Q % ("2026-12-02", "m"),
            "ask who answers for the whole of it there. Next talk: The roof, Wed 2 Dec, Mira Holm.",
        ),
    ],
)
def test_with_neither_pair_nor_executive_the_page_is_one_line(file, says):
    text = shown(sponsors_page(*only(f"name: A\npeople: [{{id: m, name: M, title: Yard manager}}]\n{file}")))
    assert f"No executive of theirs is on the map yet: {says} Seen from" in text
    assert "Executive pairs" not in text


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
    assert trend_said(values, ["end of Q1", "end of Q2", "today"]) == said


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


MEETINGS = """\
meetings:
  - {date: 2027-01-10, what: The hall, ours: [mira-holm, jon-aas], theirs: [p, q, q]}
  - {date: 2027-03-10, what: Dinner, ours: [mira-holm, jon-aas], theirs: [p, q]}
"""


def test_the_next_talk_of_a_pair_is_one_in_which_the_two_can_talk():
    text = shown(sponsors_page(*only(PAIR + MEETINGS)))
    assert "10 Mar 2027, in 110 d Dinner" in text
    assert "The hall" not in text


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("cadence: [{kind: executive, every: 180, next: 2027-03-01}]\n", "1 Mar 2027, in 101 d executive review"),
        ("cadence: [{kind: executive, every: 180, next: 2027-03-20}]\n", "10 Mar 2027, in 110 d Dinner"),
        (
            "cadence: [{kind: executive, every: 180, next: 2027-03-01}]\n"
            "reviews: [{date: 2026-09-01, kind: executive, ours: [jon-aas], theirs: [q]}]\n",
            "10 Mar 2027, in 110 d Dinner",
        ),
    ],
)
def test_the_executive_review_is_the_next_talk_of_the_pair_that_holds_it(file, said):
    assert said in shown(sponsors_page(*only(PAIR + MEETINGS + file)))


OFFERINGS = "offerings: [{id: desk, name: Desk, does: Runs.}, {id: voice, name: Voice, does: Speaks.}]\n"
CONTRACTS = """\
name: A
units: [{id: north, name: North}, {id: south, name: South}]
footprint:
  - {unit: north, offering: desk, held_by: us, ours: 4000, until: 2027-03-31}
  - {unit: south, offering: desk, held_by: us, until: 2027-03-31}
  - {unit: north, offering: voice, held_by: us, spend: 900, until: 2027-03-31}
  - {unit: south, offering: voice, held_by: competitor, spend: 900, until: 2027-03-31}
"""


def test_whoever_takes_over_reads_which_contract_ends_for_whom_and_its_worth():
    text = shown(hand_over_page(*account_of(CONTRACTS, offerings=OFFERINGS)))
    assert "Contracts: next end 31 Mar 2027" in text
    assert "Desk: North and South €4 k a year, known of one of two · in 131 d" in text
    assert "Voice: North €900 a year · in 131 d" in text


def test_contract_ends_that_are_cut_say_so():
    many = "".join(f"  - {{unit: north, offering: desk, held_by: us, until: 2027-0{at}-28}}\n" for at in range(1, 9))
    file = f"name: A\nunits: [{{id: north, name: North}}]\nfootprint:\n{many}"
    text = shown(hand_over_page(*account_of(file, offerings=OFFERINGS)))
    assert "the next six of eight" in text


def test_a_part_in_the_team_is_said_once():
    seats = "{who: mira-holm, part: Leads the account}, {who: jon-aas, part: Knows the yard}"
    read, _ = only(f"name: A\nlead: mira-holm\nbackup: jon-aas\nteam: [{seats}]\n")
    index = portfolio(read.accounts, read.playbook, read.as_of)
    pages = {page.title: shown(page) for page in person_pages(read, index)}
    assert "A Leads the account" in pages["Mira Holm"]
    assert "lead; Leads" not in pages["Mira Holm"]
    assert "backup; Knows the yard" in pages["Jon Aas"]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("", "Where we want both to be by 31 Dec 2028"),
        ("validation: [{date: 2026-11-01, who: p}]\n", "Where both want to be by 31 Dec 2028"),
        ("validation: [{date: 2026-11-01, who: q}]\n", "Where we want both to be by 31 Dec 2028"),
        ("validation: [{date: 2025-11-01, who: p}]\n", "Where we want both to be by 31 Dec 2028"),
    ],
)
def test_what_the_client_has_not_gone_through_is_our_wish(file, said):
    people = "[{id: p, name: P}, {id: q, name: Q, status: left}]"
    text = f"name: A\nas_of: 2026-11-18\npeople: {people}\nhorizon: {{vision: V, until: 2028-12-31}}\n{file}"
    assert said in shown(plan_page(*only(text)))


@pytest.mark.parametrize(
    ("date", "who", "said"),
    [
        ("2026-10-16", "p", "P went through it on 16 Oct, 35 d ago, and agreed to all of it."),
        ("2026-10-16", "q", "Q, who has left, went through it on 16 Oct, 35 d ago, and agreed to all of it."),
        (
            "2025-10-16",
            "q",
            "Nobody has gone through it as it stands. Q, who has left, went through an earlier state on 16 Oct 2025, "
            "400 d ago, and agreed to all of it.",
        ),
    ],
)
def test_whoever_went_through_the_plan_long_ago_saw_an_earlier_state(date, who, said):
    people = "[{id: p, name: P}, {id: q, name: Q, status: left}]"
    text = shown(plan_page(*only(f"name: A\npeople: {people}\nvalidation: [{{date: {date}, who: {who}}}]\n")))
    lede, review = text.split("Review: the client last went through ")
    assert said in lede
    assert said in review
    assert review.startswith("it on 16 Oct" if date > "2026" else "an earlier state on 16 Oct 2025")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("", "nothing yet: not known what it means for us"),
        (
            "opportunities: [{name: A fee, for: paper, owner: jon-aas, origin: ours}]\n",
            "An idea of ours: A fee · Jon Aas",
        ),
    ],
)
def test_an_idea_for_an_initiative_is_our_part_before_it_is_an_objective(file, said):
    aim = "objectives: [{name: Two sites}]\n"
    for page in (overview, lambda text: plan_page(*only(text))):
        text = shown(page(f"name: A\nas_of: 2026-11-18\ninitiatives: [{{id: paper, name: Paper}}]\n{aim}{file}"))
        assert said in text


def test_what_follows_from_an_initiative_stands_where_no_objective_serves_it():
    text = shown(overview("name: A\ninitiatives: [{name: Paper, so_what: No part for us}]\n"))
    assert "No objective. No part for us" in text


CONTRACT = """\
name: A
units: [{id: north, name: North}]
footprint: [{unit: north, offering: desk, held_by: us, until: 2027-06-30%s}]
"""


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        ("", "next contract ends 30 Jun 2027 Health"),
        (", notice_by: 2026-12-31", "next contract ends 30 Jun 2027, notice day 31 Dec Health"),
    ],
)
def test_the_strip_names_the_next_contract_end(notice, said):
    assert said in shown(account_page(*account_of(CONTRACT % notice, offerings=OFFERINGS)))


def test_a_word_too_old_to_count_is_not_counted_on_the_map():
    person = "{name: %s, roles: [decider], sees_us_as: {value: service, basis: observed, as_of: %s}}"
    people = ", ".join([person % ("Ann", "2026-11-01"), person % ("Bo", "2025-10-01")])
    text = shown(map_page(*only(f"name: A\nas_of: 2026-11-18\npeople: [{people}]\n")))
    assert "How they see us: known of one of two key players" in text


AGENDA = """\
name: A
cadence: [{kind: team, every: 30, next: 2026-12-01}]
people: [{id: p, name: P, last_contact: 2026-11-12}]
units: [{id: north, name: North}]
footprint: [{unit: north, offering: desk, held_by: us, until: 2027-03-31}]
opportunities: [{name: North again, kind: renew, owner: jon-aas, due: 2027-01-28}]
risks:
  - {what: The yard floods, likelihood: high, impact: high, response: Look again., owner: mira-holm, due: 2026-11-25}
"""


@pytest.mark.parametrize(
    "said",
    [
        "The yard floods Needs action now; our answer due Wed 25 Nov, Mira Holm has it",
        "“Look again.” Is it done, and is it enough?",
        "Contract: North Ends 31 Mar 2027 Jon Aas What do we bring by 28 Jan 2027, and do we know who of them signs?",
        "Thu 12 Nov Talk with P not noted what it was about",
    ],
)
def test_the_agenda_asks_what_is_not_answered_by_a_step_on_file(said):
    assert said in shown(reviews_page(*account_of(AGENDA, offerings=OFFERINGS)))


SORE = """\
name: A
people: [{id: p, name: Ann Poe}]
feedback: [{date: 2026-10-01, who: p, wants: Door times}, {date: 2026-09-01, who: p, wants: Keys, settled: 2026-10-01}]
promises:
  - {what: A drawing, by: jon-aas, to: p, due: 2026-11-10}
  - {what: Theirs is no sore point of ours, by: p, to: jon-aas, due: 2026-11-10}
opportunities:
  - {name: The north, outcome: lost, closed: 2026-03-01, why: Cheaper elsewhere.}
  - {name: The south, outcome: won, closed: 2026-03-01}
"""


def test_sore_points_are_what_they_wait_for_and_what_we_lost_too():
    text = shown(hand_over_page(*account_of(SORE, offerings=OFFERINGS)))
    assert "Sore points: one promise late, one wish open, one deal lost Ask" in text
    assert "Tue 10 Nov A drawing promised by Jon Aas to Ann Poe, ten days late" in text
    assert "1 Oct Asked for: Door times Ann Poe, not settled" in text
    assert "1 Mar Lost: The north Cheaper elsewhere." in text
    assert "Keys" not in text
    assert "Lost: The south" not in text


def test_a_trouble_is_one_sore_point_and_says_what_was_kept_since():
    asked = SORE.replace("what: A drawing,", "what: Door times at both gates,").replace(
        "Door times}", "Door times, gates}"
    )
    text = shown(hand_over_page(*account_of(asked.replace("wants: Door times, gates", "wants: Door times of gates"))))
    assert "Sore points: one promise late, one deal lost Ask" in text
    doubts = SORE.replace(
        "name: Ann Poe}",
        "name: Ann Poe, support: {value: doubter, basis: observed, as_of: 2026-10-20, evidence: Write to me.}}",
    ).replace("promises:\n", "promises:\n  - {what: A letter, by: jon-aas, to: p, due: 2026-11-06, kept: 2026-11-05}\n")
    doubts = doubts.replace("promises:\n", "promises:\n  - {what: Long ago, by: jon-aas, to: p, kept: 2026-10-19}\n")
    text = shown(hand_over_page(*account_of(doubts)))
    assert "Write to me. Kept since, Thu 5 Nov: “A letter”." in text
    assert "Long ago" not in text


RISKS = """\
name: A
lead: jon-aas
risks:
  - {what: Far, likelihood: high, impact: high, response: Look on, owner: jon-aas, due: 2027-01-10}
  - {what: Near, likelihood: high, impact: high, response: Share the devices, owner: jon-aas, due: 2026-11-25,
     trigger: The answer is below 16.}
"""


def test_of_equal_risks_the_one_due_first_leads_and_is_named():
    text = shown(plan_page(*account_of(RISKS)))
    assert "4 Risks: two need action now, first R1 by Wed 25 Nov" in text
    assert text.index("R1 Near") < text.index("R2 Far")
    alone = RISKS.replace("Far, likelihood: high, impact: high", "Far, likelihood: low, impact: low")
    text = shown(plan_page(*account_of(alone)))
    assert "4 Risks: one needs action now" in text
    assert "action now, first" not in text


def test_an_answer_to_a_risk_stands_with_its_first_sign():
    project, account = account_of(RISKS)
    assert "our answer to a risk, first sign: The answer is below 16 · Jon Aas" in shown(account_page(project, account))
    for page in (plan_page, coaching_page):
        assert "against a risk, first sign: The answer is below 16" in shown(page(project, account))


def test_how_often_is_a_word():
    said = "".join(f"{{date: 2026-{month}-01, said: Fine}}, " for month in ("07", "08", "09"))
    assert "asked three times, nothing wanted" in shown(plan_page(*account_of(f"name: A\nfeedback: [{said}]\n")))


C_ONLY = """\
name: A
units: [{id: north, name: North}]
footprint: [{unit: north, offering: desk, held_by: competitor, competitor: Ord, until: 2027-02-28}]
opportunities: [{name: Watch on more, unit: north, offering: desk, class: %s}]
"""


@pytest.mark.parametrize(("letter", "said"), [("B", "B1 Watch on more"), ("C", "nothing yet not now: Watch on more")])
def test_what_is_put_off_makes_nothing_ready_for_the_end_of_a_contract(letter, said):
    assert said in shown(white_space_page(*account_of(C_ONLY % letter, offerings=OFFERINGS)))
