"""The page for the table and its slides: what stands there, and that nothing internal can."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from helpers import as_html, elements, example, leaked_none, only, tags, text_of

from sam_gen.model.account import Account
from sam_gen.pages.qbr import MOST, qbr_page
from sam_gen.pages.qbr_laid import Laid
from sam_gen.pages.qbr_slides import ROOM, slides, slides_page

ACCOUNTS = example().accounts
FILE = """\
name: Acme
lead: mira-holm
people:
  - {id: rao, name: Priya Rao, audience: shared, roles: [decider], influence: 9, support: mentor}
  - {id: lund, name: Per Lund, roles: [champion], support: opponent}
objectives:
  - name: Fewer stops
    owner: rao
    client_gets: Two hours a shift
    we_get: 98765
    due: 2027-06-30
    audience: shared
    measures:
      - {name: Stops a week, unit: stops, baseline: 30, target: 10,
         benchmarks: [{date: 2026-10-31, target: 20, actual: 24}, {date: 2027-01-31, target: 15}]}
  - {name: Hidden aim, owner: mira-holm}
promises:
  - {what: The drawing, by: mira-holm, to: rao, due: 2026-11-10, audience: shared}
  - {what: The keys, by: rao, to: mira-holm, due: 2026-10-20, kept: 2026-10-22, audience: shared}
  - {what: Long ago, by: rao, to: mira-holm, due: 2026-01-20, kept: 2026-01-22, audience: shared}
  - {what: Hidden word, by: mira-holm, to: rao}
value:
  - {what: Fewer calls, amount: 5000, status: confirmed, who: rao, as_of: 2026-10-01, audience: shared}
  - {what: Quiet nights, amount: 7000, status: claimed, audience: shared}
  - {what: Hidden gain, amount: 1}
actions:
  - {what: Walk the yard, owner: jon-aas, due: 2026-12-01, audience: shared}
  - {what: Hidden step, owner: jon-aas, due: 2026-12-01}
reviews:
  - {date: 2026-10-14, kind: qbr, theirs: [rao], course: pivot, notes: Hidden thought,
     decisions: [{what: Name a planner, owner: rao, due: 2026-11-01}, {what: Count, owner: lund}]}
  - {date: 2026-11-01, kind: team, course: stop, decisions: [{what: Hidden decision, owner: jon-aas, due: 2026-11-02}]}
feedback: [{date: 2026-10-05, who: rao, wants: Hidden wish}]
units: [{id: north, name: North}]
position: {own_view: cooperative}
"""


def table_text(page: object) -> str:
    """Return what is printed: all of the page before the part that is ours."""
    html = as_html(page)
    return text_of(html.partition('<section class="s-only-us"')[0])


@pytest.fixture(scope="module")
def page() -> str:
    return table_text(qbr_page(*only(FILE)))


def test_their_goals_come_first_with_start_today_target_and_next_mark(page):
    assert page.index("What you want: one goal") < page.index("Promised to each other")
    found = tags(as_html(qbr_page(*only(FILE))), "td")
    row = [cell.text.split() for cell in found if cell.attributes.get("data-label") in ("Start", "Today", "Target")]
    assert [cell[0] for cell in row[:3]] == ["30", "24", "10"]
    assert "by 31 Jan 2027" in page


def test_promises_stand_both_ways_with_what_became_of_them(page):
    assert "Promised to each other: from us one late, from you one kept" in page
    assert "d late" not in page.replace("kept 22 Oct, 2 d late", "")
    assert "kept 22 Oct, 2 d late" in page
    assert "One promise kept earlier, not listed." in page
    assert "Long ago" not in page


def test_value_says_what_they_confirmed_and_what_we_only_say(page):
    assert "Value so far: one confirmed by you, €5 k a year, one still to confirm" in page


def test_what_was_measured_since_the_last_review_is_news(page):
    assert "What changed since 14 Oct: one thing" in page
    assert "Stops a week: 24 stops, from 30" in page


def test_who_took_part_is_named_and_who_is_ours_alone_is_not(page):
    assert "Per Lund" in page
    hidden = FILE.replace("{what: Count, owner: lund}", "{what: Count, owner: jon-aas}")
    assert "Per Lund" not in table_text(qbr_page(*only(hidden)))


def test_a_validation_by_somebody_who_is_not_shared_still_took_place():
    text = "name: Acme\npeople: [{id: lund, name: Per Lund}]\nvalidation: [{date: 2025-01-01, who: lund}]\n"
    assert "Our plan for us both" not in table_text(qbr_page(*only(text)))
    text += "objectives: [{name: Fewer stops, audience: shared}]\n"
    page = table_text(qbr_page(*only(text)))
    assert "Not gone through together as it stands; an earlier state on 1 Jan 2025" in page
    assert "Per Lund on 1 Jan" not in page
    assert "Not gone through together yet" not in page


INTERNAL = ("Hidden", "98", "pivot", "stop:", "Mentor", "Supports", "Opposes", "Decider", "influence", "Cooperative")
WHOLE = as_html(qbr_page(*only(FILE)))


@pytest.mark.parametrize("maker", [qbr_page, slides_page])
@pytest.mark.parametrize("word", INTERNAL)
def test_nothing_internal_is_on_the_table(maker, word):
    html = as_html(maker(*only(FILE))).partition('<section class="s-only-us"')[0]
    shown = re.sub(r"<[^>]*>", " ", html.partition("<h1")[2])
    assert word not in shown


def test_what_is_left_out_is_named_below_the_line():
    below = text_of('<section class="s-only-us"' + WHOLE.partition('<section class="s-only-us"')[2])
    for word in ("Hidden aim", "Hidden word", "Hidden gain", "Hidden step", "Not printed"):
        assert word in below


def without_judgements(account: Account) -> Account:
    """Return the account without what we think of them: another support, influence, position, opportunity, risk."""
    people = tuple(
        person.model_copy(update={"support": (), "influence": (), "roles": (), "key_player": None, "cares_about": None})
        for person in account.people
    )
    bare = {"position": None, "opportunities": (), "footprint": (), "feedback": (), "contacts": (), "dependence": ()}
    return account.model_copy(update={**bare, "people": people, "in_short": None, "tier": None, "selection": None})


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda one: one.id)
def test_no_judgement_of_ours_moves_a_slide_or_the_printed_page(account):
    project = example()
    bare = without_judgements(account)
    assert list(slides(Laid.of(project, account))) == list(slides(Laid.of(project, bare)))
    pages = [as_html(qbr_page(project, one)).partition('<section class="s-only-us"')[0] for one in (account, bare)]
    after = [page.partition('<p class="s-lede">')[2] for page in pages]
    assert after[0] == after[1]


@pytest.mark.parametrize("maker", [qbr_page, slides_page])
@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda one: one.id)
def test_pages_of_the_example_stand(maker, account):
    found = elements(as_html(maker(example(), account)))
    assert [one.tag for one in found].count("h1") == 1
    ids = [one.attributes["id"] for one in found if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    local = {one.attributes["href"][1:] for one in found if one.attributes.get("href", "").startswith("#")}
    assert local <= set(ids)
    assert [one for one in found if one.tag in ("p", "li", "th", "a", "h1", "h2") and not one.text.strip()] == []
    assert not any(leaked_none(one.text) for one in found if one.tag in ("p", "li", "td", "th", "h2", "span"))


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda one: one.id)
def test_at_most_five_decisions_with_room_for_owner_and_day(account):
    html = as_html(qbr_page(example(), account))
    wanted = html.partition('id="wanted"')[2].partition("<h2")[0]
    rows = wanted.count("<tr>") - 1
    assert 1 <= rows <= MOST
    assert wanted.count('class="s-blank"') == 2 * rows


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda one: one.id)
def test_slides_follow_each_other(account):
    html = as_html(slides_page(example(), account))
    numbers = [int(one) for one in re.findall(r'id="slide(\d+)"', html)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [int(one) for one in re.findall(r'href="#slide(\d+)">Next', html)] == numbers[1:]
    assert [int(one) for one in re.findall(r'href="#slide(\d+)">Back', html)] == numbers[:-1]


def test_what_does_not_fit_goes_to_the_next_slide_and_nothing_is_lost():
    many = "".join(f"  - {{what: Promise {at} {'long ' * 30}, by: mira-holm, audience: shared}}\n" for at in range(20))
    found = list(slides(Laid.of(*only(f"name: Acme\npromises:\n{many}"))))
    shown = [line for slide in found for line in slide.lines if line.what.startswith("Promise")]
    assert len(shown) == 20
    assert all(sum(line.height for line in slide.lines) <= ROOM for slide in found)
    assert sum(slide.title.startswith("Promised") for slide in found) > 1


def test_a_file_with_a_name_alone_asks():
    text = table_text(qbr_page(*only("name: Acme\n")))
    assert "What do you want to have reached, by which day, and what shall we both count?" in text
    assert "No day is agreed for our first review." in text


def test_the_review_page_leads_there():
    from sam_gen.pages.reviews import reviews_page

    links = {one.attributes.get("href") for one in tags(as_html(reviews_page(example(), ACCOUNTS[0])), "a")}
    assert {"qbr/", "qbr/slides/"} <= links


def test_an_edition_of_another_day_is_another_page():
    project = example()
    later = replace(project, as_of=project.as_of.replace(year=2027))
    assert as_html(qbr_page(project, ACCOUNTS[0])) != as_html(qbr_page(later, ACCOUNTS[0]))


# For the day of the review, and for those who sit there ------------------------------------------

DAY = """\
name: Acme
lead: mira-holm
cadence: [{kind: qbr, every: 90, next: 2027-01-21}]
people:
  - {id: rao, name: Priya Rao, level: director}
  - {id: lund, name: Per Lund, level: manager}
  - {id: berg, name: Siv Berg}
  - {id: gone, name: Uno Gone, status: left, until: 2026-07-31}
meetings:
  - {id: half-year, date: 2027-01-21, what: Half-year in the north, ours: [mira-holm], theirs: [rao, lund]}
  - {date: 2026-12-03, what: Shelves, ours: [jon-aas], theirs: [rao]}
  - {date: 2027-02-03, what: Doors, ours: [jon-aas], theirs: [rao]}
  - {date: 2027-02-10, what: Floors, ours: [jon-aas], theirs: [lund, rao]}
  - {date: 2027-02-04, what: The tender, ours: [jon-aas], theirs: [berg]}
  - {date: 2027-02-05, what: The price, ours: [jon-aas], theirs: [rao, berg]}
initiatives: [{id: stops, name: Stops, owner: rao, audience: shared}]
objectives:
  - name: Fewer stops
    for: stops
    owner: lund
    audience: shared
    measures:
      - {name: Stops a week, baseline: 30, target: 10, benchmarks: [{date: 2026-10-31, target: 20, actual: 24},
         {date: 2026-12-31, target: 18}, {date: 2027-03-31, target: 15}]}
promises: [{what: Four headsets, by: jon-aas, to: lund, due: 2026-11-10, audience: shared}]
value: [{what: Fewer calls, status: claimed, for: stops, as_of: 2026-10-01, audience: shared}]
reviews:
  - {date: 2026-06-25, kind: qbr, theirs: [rao], decisions: [{what: Name a planner, owner: gone, due: 2026-07-15}]}
  - {date: 2026-10-29, kind: executive, theirs: [berg], decisions: [{what: Word to Berg alone, owner: mira-holm}]}
  - {date: 2026-10-30, kind: qbr, theirs: [berg], decisions: [{what: Not for the north, owner: berg, due: 2026-11-01}]}
"""


@pytest.fixture(scope="module")
def north() -> str:
    return table_text(qbr_page(*only(DAY)))


def test_last_time_and_decisions_are_those_of_this_kind_with_somebody_who_comes(north):
    assert "For the review of 21 Jan 2027. The last one was on 25 Jun 2026." in north
    assert "What changed since 25 Jun 2026:" in north
    assert "Decided together: one open" in north
    assert "Name a planner Uno Gone has left 25 Jun 2026 late, was due 15 Jul 2026" in north
    assert "Berg" not in north
    assert "Not for the north" not in north
    below = as_html(qbr_page(*only(DAY))).partition('<section class="s-only-us"')[2]
    assert "Decided elsewhere with them: 2" in unescape(below)


def test_a_side_that_promised_nothing_on_the_table_is_not_counted(north):
    assert "Promised to each other: from us one late Promise From" in north


@pytest.mark.parametrize(
    "said",
    [
        "Half-year in the north What we meet for on 21 Jan 2027 What do we agree on it, who does it, and by which day?",
        "Jon Aas promised it to Per Lund for Tue 10 Nov 2026, late On which day do you have it?",
        "Decided 25 Jun 2026; Uno Gone had it and has left; was due 15 Jul 2026 Who of you takes it over, by",
        "What do we change so that it is 15 by 31 Mar 2027, and is that the right mark?",
        "Claimed by us on 1 Oct 2026, not confirmed Priya Rao, do you confirm it, or what is missing?",
    ],
)
def test_a_point_is_said_to_them_and_holds_on_the_day(north, said):
    assert said in north


def test_next_are_the_meetings_after_this_review_with_those_who_sit_here(north):
    assert "Next: two meetings" in north
    assert "Meeting: Half-year" not in north
    assert "Meeting: Shelves" not in north
    assert north.index("Meeting: Doors") < north.index("Meeting: Floors")


def test_a_talk_with_others_is_theirs_to_speak_of(north):
    assert "tender" not in north
    assert "The price" not in north
    below = as_html(qbr_page(*only(DAY))).partition('<section class="s-only-us"')[2]
    assert "Meetings not on the table: 2" in unescape(below)


def test_where_nobody_is_known_to_sit_there_no_talk_is_with_others():
    first = "name: Acme\npeople: [{id: rao, name: Priya Rao}]\nmeetings: [{date: 2027-01-21, what: A, theirs: [rao]}]\n"
    below = as_html(qbr_page(*only(first))).partition('<section class="s-only-us"')[2]
    assert "Meetings to come: 1" in unescape(below)


AGAIN = """\
name: Acme
lead: mira-holm
cadence: [{kind: qbr, every: 90, next: 2027-01-21}]
people:
  - {id: rao, name: Priya Rao, unit: north}
  - {id: lund, name: Per Lund, reports_to: rao}
  - {id: ness, name: Kari Ness, unit: north}
  - {id: berg, name: Siv Berg, reports_to: moe}
  - {id: moe, name: Tor Moe}
units: [{id: north, name: North}]
meetings: [{date: 2027-01-21, what: Half-year, ours: [mira-holm], theirs: [rao]}]
promises:
  - {what: One page that says which figures are ours, by: mira-holm, to: rao, due: 2027-02-01, audience: shared}
  - {what: For Lund, by: mira-holm, to: lund, due: 2027-02-02, audience: shared}
  - {what: From Ness, by: ness, to: mira-holm, due: 2027-02-02, audience: shared}
  - {what: For Berg, by: mira-holm, to: berg, due: 2027-02-02, audience: shared}
  - {what: For everybody, by: mira-holm, due: 2027-02-02, audience: shared}
actions:
  - {what: Write the page with the figures, owner: mira-holm, due: 2027-02-01, audience: shared}
  - {what: Walk the yard, owner: jon-aas, due: 2027-01-20, audience: shared}
  - {what: Walk the gate, owner: jon-aas, due: 2027-01-21, audience: shared}
  - {what: Count the late lines of August, owner: jon-aas, due: 2026-09-30, done: 2026-10-02, audience: shared}
  - {what: Paint the doors, owner: jon-aas, due: 2026-09-30, done: 2026-10-03, audience: shared}
reviews:
  - {date: 2026-09-01, kind: qbr, theirs: [rao], decisions: [
      {what: Say on one page whose figures are whose, owner: mira-holm, due: 2027-02-01},
      {what: Count late lines by aisle, owner: jon-aas, due: 2026-09-15, done: 2026-10-02}]}
"""


@pytest.fixture(scope="module")
def again() -> str:
    return table_text(qbr_page(*only(AGAIN)))


def test_one_act_stands_on_the_table_once(again):
    assert "One page that says which figures are ours" in again
    assert "Decided together: one done Decision" in again
    assert "Say on one page" not in again
    assert "Count late lines by aisle" in again
    assert "Count the late lines of August" not in again
    assert "Done: Paint the doors" in again
    assert "Write the page" not in again


def test_a_promise_with_others_stays_off_the_table(again):
    assert "For Berg" not in again
    assert all(text in again for text in ("For Lund", "From Ness", "For everybody"))
    assert "Promises: 1 For Berg" in text_of(as_html(qbr_page(*only(AGAIN))))


def test_what_is_past_on_the_day_is_no_next_step(again, north):
    assert "Next: one step 21 Jan 2027 Walk the gate" in again
    assert "Walk the yard" not in again
    assert "Due before the review: 1 Walk the yard" in text_of(as_html(qbr_page(*only(AGAIN))))
    assert "15 by 31 Mar 2027" in north.partition("Promised")[0]
    assert "18 by 31 Dec" not in north


def test_what_is_done_and_kept_is_not_kept_from_the_table():
    done = "promises: [{what: Hidden word, by: mira-holm, kept: 2026-01-02}]\n"
    text = text_of(as_html(qbr_page(*only(f"name: Acme\n{done}actions: [{{what: Hidden act, done: 2026-01-02}}]\n"))))
    assert "Hidden" not in text


def test_a_list_that_is_cut_says_so_and_skips_nothing_in_between():
    steps = "".join(f"  - {{what: Step {at}, due: 2026-12-{10 + at}, audience: shared}}\n" for at in range(7))
    meetings = "".join(f"  - {{what: Talk {at}, date: 2026-12-{10 + at}, theirs: [rao]}}\n" for at in range(3))
    there = "people: [{id: rao, name: Priya Rao}]\nreviews: [{date: 2026-09-01, kind: qbr, theirs: [rao]}]\n"
    text = table_text(qbr_page(*only(f"name: Acme\n{there}actions:\n{steps}meetings:\n{meetings}")))
    assert "Next: the first eight of ten In all seven steps, three meetings." in text
    shown = re.findall(r"Step \d|Talk \d", text)
    assert shown == ["Step 0", "Talk 0", "Step 1", "Talk 1", "Step 2", "Talk 2", "Step 3", "Step 4"]


HIDDEN = """\
name: Acme
people: [{id: rao, name: Priya Rao}]
promises: [{what: Hidden word, by: mira-holm, to: rao}]
value: [{what: Hidden gain, amount: 1}]
objectives: [{name: Hidden aim}]
actions: [{what: Hidden step, owner: jon-aas}]
reviews: [{date: 2026-11-01, kind: plan, theirs: [rao], decisions: [{what: Hidden here, owner: rao}]}]
"""


@pytest.mark.parametrize("maker", [qbr_page, slides_page])
def test_nothing_is_said_not_to_exist_where_something_is_hidden(maker):
    """The same words for a file that holds nothing: from an empty section nobody can tell which of the two it is."""
    pages = [table_text(maker(*only(file))) for file in (HIDDEN, "name: Acme\n")]
    full, bare = (re.sub(r"a\.yml:\S+", "a.yml", page) for page in pages)
    assert full == bare
    assert not re.search(
        r"[Nn]othing is|[Nn]othing was|nothing open|nothing agreed|[Nn]obody|no promise|none yet", full
    )


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda one: one.id)
def test_the_table_never_speaks_about_those_who_sit_there(account):
    asked = table_text(qbr_page(example(), account)).partition("To decide today")[2]
    assert "the client" not in asked.casefold()
    assert f"Who at {account.name}" not in asked
    assert " d late" not in asked
    assert " d ago" not in asked
