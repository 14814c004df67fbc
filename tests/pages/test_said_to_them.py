"""What is put before a client or said of one holds for this client: agreed by them, known to them, theirs or ours."""

from __future__ import annotations

import pytest
from account_pages import account_of
from helpers import as_html, only, text_of

from sam_gen.pages.brief import brief_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.hand_over import hand_over_page
from sam_gen.pages.plan import plan_page
from sam_gen.pages.qbr import qbr_page
from sam_gen.pages.qbr_slides import slides_page
from sam_gen.pages.reviews import reviews_page
from sam_gen.pages.value import value_page


def shown(page) -> str:
    return " ".join(text_of(as_html(page)).split())


def on_paper(page) -> str:
    return " ".join(text_of(as_html(page).partition('<section class="s-only-us"')[0]).split())


def only_for_us(page) -> str:
    return " ".join(text_of('<section class="s-only-us"' + as_html(page).partition('class="s-only-us"')[2]).split())


OFF = """\
name: Acme
lead: mira-holm
people: [{id: rao, name: Priya Rao, audience: shared}]
objectives:
  - name: Fewer stops
    due: 2027-06-30
    audience: shared
    measures:
      - {name: Stops a week, unit: stops, baseline: 30, target: 10,
         benchmarks: [{date: 2026-10-31, target: 20, actual: 24}%s]}
reviews: [{date: 2026-10-14, kind: qbr, theirs: [rao]}]
"""
AHEAD = ", {date: 2027-01-31, target: 15}"
VALID = "validation: [{date: 2026-01-15, who: rao}]\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OFF % AHEAD, "Stops a week: 24 stops on Sat 31 Oct, our plan says 20 What do we change so that it is 15 "
         "by 31 Jan 2027, and is that the right mark?"),
        (OFF % "", "our plan says 20 What do we change now, and which mark shall hold?"),
        (OFF % AHEAD + VALID, "Stops a week: 24 stops on Sat 31 Oct, 20 was agreed What do we change so that it is 15 "
         "by 31 Jan 2027, or which value holds instead?"),
    ],
)  # fmt: skip
def test_a_mark_was_agreed_only_where_they_have_gone_through_the_plan(text, said):
    assert said in on_paper(qbr_page(*only(text)))
    slide = on_paper(slides_page(*only(text)))
    assert all(part in slide for part in said.split(" What "))


FOCUS = """\
name: Acme
people: [{id: ann, name: Ann, roles: [decider], owner: mira-holm, support: {value: supporter, basis: observed,
  as_of: 2026-11-01}}, {id: bo, name: Bo, roles: [champion], owner: jon-aas, support: mentor}]
contacts: [{date: 2026-11-03, ours: [mira-holm], theirs: [ann]}, {date: 2026-11-02, ours: [jon-aas], theirs: [bo]}]
objectives: [{name: O, client_gets: X, measures: [{name: M, benchmarks: [{date: 2026-11-01, target: 9, actual: 8}]}]}]
"""


@pytest.mark.parametrize(
    ("more", "said"),
    [("", "M: 8 on Sun 1 Nov, where our plan says 9;"),
     ("validation: [{date: 2026-10-01, who: ann}]\n", "M: 8 on Sun 1 Nov, where 9 was agreed;")],
)  # fmt: skip
def test_the_focus_on_a_measure_says_the_same(more, said):
    assert said in shown(coaching_page(*only(FOCUS + more)))


def test_a_value_of_a_measure_is_news_with_its_unit():
    assert "Stops a week: 24 stops, from 30" in on_paper(qbr_page(*only(OFF % "")))


MEASURES = """\
name: Acme
objectives:
  - name: Watch on every trailer
    audience: shared
    measures:
      - {name: Trailers watched, baseline: 60, target: 100}
      - {name: Bells at night, target: 5}
"""


def test_a_value_known_at_the_start_is_not_unknown_today():
    for maker in (qbr_page, plan_page):
        text = shown(maker(*only(MEASURES)))
        assert "Trailers watched" in text
        assert "60 no newer value 100" in text
    assert "not known yet not known yet 5" in shown(qbr_page(*only(MEASURES)))
    slide = shown(slides_page(*only(MEASURES)))
    assert "no newer value, target 100" in slide
    assert "today not known yet, target 5" in slide


ONCE = "name: Acme\nvalue: [{what: Credit notes, status: %s, as_of: 2026-10-01, audience: shared}]\n"


@pytest.mark.parametrize(
    ("status", "table", "ours"),
    [("confirmed", "no sum a year", "no sum a year"), ("measured", "no sum a year", "not known")],
)
def test_of_a_confirmed_benefit_without_a_sum_nothing_is_unknown(status, table, ours):
    assert f"Credit notes {table} {status}" in on_paper(qbr_page(*only(ONCE % status)))
    assert ours in shown(value_page(*only(ONCE % status))).partition("How it is worked out A year")[2]


ROOM = """\
name: Acme
lead: mira-holm
cadence: [{kind: qbr, every: 90, next: 2027-01-21}]
people: [{id: rao, name: Priya Rao}, {id: lund, name: Per Lund%s}]
meetings: [{date: 2027-01-21, what: Half-year, ours: [mira-holm], theirs: [%s]}]
value: [{what: One invoice a month, status: measured, as_of: 2026-01-31%s, audience: shared}]
"""


@pytest.mark.parametrize(
    ("left", "room", "who", "asked"),
    [
        ("", "rao", ", who: lund", False),
        ("", "rao, lund", ", who: lund", True),
        ("", "rao", "", True),
        (", status: left, until: 2026-10-01", "rao", ", who: lund", True),
    ],
)
def test_nobody_is_asked_to_confirm_the_word_of_somebody_who_does_not_come(left, room, who, asked):
    page = qbr_page(*only(ROOM % (left, room, who)))
    assert ("Who of you confirms it" in on_paper(page)) is asked
    assert ("Ask Per Lund One invoice a month measured, not confirmed" in only_for_us(page)) is not asked
    assert "One invoice a month" in on_paper(page)


def test_a_benefit_with_somebody_else_is_left_out_of_the_count_on_the_table():
    two = ROOM % ("", "rao", ", who: lund") + "  - {what: Quiet nights, audience: shared}\n"
    two = two.replace("value: [{", "value:\n  - {").replace("shared}]", "shared}")
    page = on_paper(qbr_page(*only(two)))
    assert "Quiet nights Claimed by us, not confirmed Who of you confirms it" in page
    three = two + "  - {what: Empty yard, audience: shared}\n"
    page = on_paper(qbr_page(*only(three)))
    assert "Value so far: three still to confirm" in page
    assert "Claimed by us, not confirmed; one more is for those present to confirm" in page


def test_on_a_paper_for_another_year_a_day_of_this_year_has_its_year():
    text = ROOM % ("", "rao", "")
    for maker in (qbr_page, slides_page):
        assert "31 Jan 2026" in on_paper(maker(*only(text)))
        this_year = on_paper(maker(*only(text.replace("2027-01-21", "2026-12-21"))))
        assert "31 Jan" in this_year
        assert "31 Jan 2026" not in this_year


LEFT = """\
name: Acme
people: [{id: rao, name: Priya Rao}, {id: gone, name: Uno Gone, status: left, until: 2026-07-31}]
reviews: [{date: 2026-06-25, kind: qbr, theirs: [rao], decisions: [{what: Count, owner: gone}, {what: B, owner: rao}]}]
"""


def test_of_an_owner_who_has_left_page_and_slide_say_so():
    assert "Count Uno Gone has left 25 Jun" in on_paper(qbr_page(*only(LEFT)))
    slide = on_paper(slides_page(*only(LEFT)))
    assert "Uno Gone has left, decided 25 Jun" in slide
    assert "Priya Rao, decided 25 Jun" in slide


IDEA = """\
name: Acme
initiatives: [{id: paper, name: Paper}]
objectives: [{name: Two sites}]
opportunities: [{name: A fee, for: paper, owner: jon-aas%s}]
"""


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("", "No objective yet. An opportunity on file: A fee · Jon Aas"),
        (", origin: ours", "No objective yet. An idea of ours: A fee · Jon Aas"),
        (", origin: client", "No objective yet. An idea of theirs: A fee · Jon Aas"),
        (", origin: joint", "No objective yet. An idea of both sides: A fee · Jon Aas"),
        (", origin: rfp", "No objective yet. Asked for in their tender: A fee · Jon Aas"),
        (", origin: client}, {name: B, for: paper, origin: ours}, {name: C, for: paper, origin: client",
         "No objective yet. An idea of theirs: A fee · Jon Aas; C. An idea of ours: B"),
    ],
)  # fmt: skip
def test_an_idea_is_whose_the_file_says(origin, said):
    assert said in shown(plan_page(*only(IDEA % origin)))


NEVER = "name: Acme\npeople: [{id: rao, name: Priya Rao, roles: [decider], last_contact: 2026-11-12}]\n"
OURS = "footprint: [{unit: north, offering: drives, held_by: us}]\nunits: [{id: north, name: North}]\n"
OF_WORK = (
    "they would miss",
    "what would stop in the first week without us",
    "if they left",
    "lost",
    "end the relationship",
    "Which benefit from us",
    "how are we doing",
    "What do you see of it",
)


@pytest.mark.parametrize("maker", [qbr_page, value_page, plan_page, hand_over_page])
def test_whoever_never_had_work_of_ours_is_not_asked_about_it(maker):
    text = shown(maker(*only(NEVER)))
    assert [words for words in OF_WORK if words in text] == []


def test_whoever_has_work_of_ours_is_asked_about_it():
    asked = " ".join(shown(maker(*account_of(NEVER + OURS))) for maker in (value_page, plan_page, hand_over_page))
    for words in ("they would miss", "first week without us", "if they left", "Which benefit", "how are we doing"):
        assert words in asked


CHANGED = "name: Acme\nreviews: [{date: 2026-11-01, kind: team}]\n%sactions: [{what: A, done: 2026-11-10}%s]\n"
TALK = "people: [{id: rao, name: Rao}]\ncontacts: [{date: 2026-11-05, ours: [mira-holm], theirs: [rao]}]\n"


@pytest.mark.parametrize(
    ("talk", "more", "said"),
    [
        ("", "", "on file: one thing"),
        ("", ", {what: B, done: 2026-11-11}", "two things"),
        (TALK, "", "one talk, one other thing"),
        (TALK, ", {what: B, done: 2026-11-11}", "one talk, two other things"),
    ],
)
def test_a_thing_is_another_only_beside_a_talk(talk, more, said):
    heading = shown(reviews_page(*only(CHANGED % (talk, more)))).partition("What changed since the review of")[2]
    assert f": {said.removeprefix('on file: ')} " in heading[:60]


STEPS = "name: Acme\nlead: mira-holm\nactions: [%s]\n"


@pytest.mark.parametrize(
    ("dated", "bare", "said"),
    [
        (6, 0, ""),
        (8, 0, "Two more in the plan, under What falls when"),
        (7, 3, "One more in the plan, under What falls when Three more without a day"),
        (6, 1, "One more without a day"),
    ],
)
def test_further_commitments_are_where_the_page_says(dated, bare, said):
    steps = [f"{{what: Step number {at}, owner: mira-holm, due: 2026-12-{at + 1:02}}}" for at in range(dated)]
    steps += [f"{{what: Bare number {at}, owner: mira-holm}}" for at in range(bare)]
    text = shown(coaching_page(*only(STEPS % ", ".join(steps))))
    assert said in text
    assert "more on the overview" not in text
    assert ("more in the plan" in text) == (dated > 6)


def test_further_promises_are_under_value():
    late = ", ".join(f"{{what: Word {at}, by: mira-holm, due: 2026-10-{at + 1:02}}}" for at in range(7))
    text = f"name: Acme\npromises: [{late}]\n"
    assert "Two more under Value" in shown(brief_page(*only(text)))
    assert all(f"Word {at}" in shown(value_page(*only(text))) for at in range(7))


COUNTRY = """\
name: Acme
units: [{id: north, name: North}, {id: south, name: South}]
people:
  - {id: top, name: Top, audience: shared}
  - {id: rao, name: Priya Rao, unit: north, level: director, reports_to: top, audience: shared}
  - {id: till, name: Till, unit: north, level: director, function: finance, audience: shared}
  - {id: far, name: Far, unit: south, audience: shared}
initiatives:
  - {id: one-way, name: One way, owner: top, audience: shared}
  - {id: their-own, name: Their own, owner: far, audience: shared}
objectives:
  - {name: Goal of the north, owner: rao, audience: shared}
  - {name: Goal of the top, for: one-way, owner: far, audience: shared}
  - {name: Goal of the south, for: their-own, owner: far, audience: shared}
  - {name: Goal of ours, owner: mira-holm, audience: shared}
value:
  - {what: Fewer scanners lost, status: measured, amount: 36000, as_of: 2026-02-11,
     for: one-way, who: rao, method: Book, audience: shared}
reviews: [{date: 2026-06-25, kind: qbr, theirs: [rao, till]}]
"""


def test_a_goal_of_another_house_stays_off_the_table():
    paper = on_paper(qbr_page(*only(COUNTRY)))
    assert all(goal in paper for goal in ("Goal of the north", "Goal of the top", "Goal of ours"))
    assert "Goal of the south" not in paper
    assert "Goal of the south" in only_for_us(qbr_page(*only(COUNTRY)))


def test_a_sum_is_put_to_whoever_sits_there_from_finance():
    assert "Till, do you confirm it, or what is missing?" in on_paper(qbr_page(*only(COUNTRY)))
    away = COUNTRY.replace("theirs: [rao, till]", "theirs: [rao]")
    assert "Till, do you confirm it" not in on_paper(qbr_page(*only(away)))


RENEWED = """\
name: Acme
lead: mira-holm
cadence: [{kind: team, every: 30, next: 2026-12-16}]
footprint: [{unit: north, offering: dock-slots, held_by: us, until: 2027-03-31}]
units: [{id: north, name: North}]
opportunities: [{name: The term after, kind: renew, owner: jon-aas, due: %s}]
"""


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-12-20", "What do we bring by 20 Dec, and do we know who of them signs?"),
        ("2026-12-08", "What came of Tue 8 Dec: on which day do we sit down about what follows, and who is there?"),
    ],
)
def test_at_a_review_after_the_step_of_a_renewal_it_is_asked_what_came_of_it(due, said):
    assert said in shown(reviews_page(*only(RENEWED % due)))
