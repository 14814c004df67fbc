"""What the overview and the brief say of a talk: steps with a true count, promises of who comes, one thing once."""

from __future__ import annotations

import pytest
from helpers import as_html, only, overview, text_of

from sam_gen.advise.attention import attention
from sam_gen.assess.people import standings
from sam_gen.pages.asking import ask_section
from sam_gen.pages.blocks import Sight
from sam_gen.pages.brief import brief_page
from sam_gen.pages.plan import plan_page

MEETING = "meetings: [{date: 2026-11-24, what: Yard, ours: [mira-holm], theirs: [rao]}]\n"
PEOPLE = """\
people:
  - {id: rao, name: Priya Rao, roles: [decider], support: mentor, last_contact: 2026-11-19}
  - {id: lund, name: Per Lund}
"""
ACCOUNT = f"name: A\n{MEETING}{PEOPLE}"


def shown(page) -> str:
    return " ".join(text_of(as_html(page)).split())


def actions(*whats: str, due: str = "2026-11-23") -> str:
    lines = "".join(f"  - {{what: {what}, owner: mira-holm, due: {due}}}\n" for what in whats)
    return f"actions:\n{lines}"


@pytest.mark.parametrize(
    ("whats", "said"),
    [
        (["Weigh bread"], "Done before it: one step of ours"),
        (["Weigh bread", "Paint doors", "Count nails"], "Done before it: three steps of ours"),
        (
            ["Weigh bread", "Paint doors", "Count nails", "Sweep halls", "Oil gates", "Mend roofs"],
            "Done before it: five of six steps of ours",
        ),
    ],
)
def test_a_sheet_says_of_how_many_steps_it_shows_five_and_how_many_of_those_are_late(whats, said):
    block = brief_page(*only(ACCOUNT + actions(*whats))).context["bring"]
    assert block.heading == said
    assert len(block.entries) == min(5, len(whats))
    late = brief_page(*only(ACCOUNT + actions(*whats, due="2026-11-12"))).context["bring"]
    counts = {1: "one", 3: "three", 6: "five"}
    assert late.heading == f"{said}, {counts[len(whats)]} late"


def test_under_ask_stands_no_step_of_ours():
    sight = Sight.of(*only(ACCOUNT + actions("Weigh bread", "Ask Rao who signs", "Tell Rao that it rains")))
    people = standings(sight.account, sight.project.playbook, sight.as_of)
    section = ask_section(sight, people)
    assert section["section"].heading == "Ask on Tuesday"
    assert section["rows"][0].what == "Find out: who signs"
    assert not any("Weigh" in one.what or "Tell" in one.what for one in section["rows"])
    assert section["before"] == "Before Tue 24 Nov: two steps of ours"
    assert [one.what for one in section["steps"]] == ["Tell Rao that it rains", "Weigh bread"]


def test_what_is_said_there_has_a_head_of_its_own():
    text = ACCOUNT + actions("Tell Rao that it rains", due="2026-11-24")
    assert brief_page(*only(text)).context["say"].heading == "Said or done there: one thing"
    assert "Said or done there Tue 24 Nov Tell Rao that it rains Mira Holm" in shown(overview(text))
    assert "Said or done there" not in shown(brief_page(*only(ACCOUNT)))


TWO = ACCOUNT.replace("theirs: [rao]", "theirs: [rao, lund]")


def test_what_is_for_one_of_two_who_come_need_not_be_for_the_table():
    one = TWO + actions("Show Rao her lanes before anybody else", due="2026-11-24")
    assert brief_page(*only(one)).context["say"].heading == "Due that day: one thing"
    assert "Due that day Tue 24 Nov Show Rao her lanes" in shown(overview(one))
    both = TWO + actions("Show Rao and Lund their lanes", due="2026-11-24")
    assert brief_page(*only(both)).context["say"].heading == "Said or done there: one thing"


def test_what_is_done_before_the_day_and_due_on_it_says_so():
    block = brief_page(*only(ACCOUNT + actions("Ask that Lund comes", due="2026-11-24"))).context["bring"]
    assert [(one.when, one.what) for one in block.entries] == [("before Tue 24 Nov", "Ask that Lund comes")]


def test_an_answer_to_a_risk_says_what_we_would_see_first():
    risk = "risks: [{what: Nobody signs, trigger: A day without a name., response: Share it, owner: mira-holm, %s}]\n"
    block = brief_page(*only(ACCOUNT + risk % "due: 2026-11-23")).context["bring"]
    assert block.entries[0].second == "Mira Holm · against a risk, first sign: A day without a name"


def test_a_step_that_was_moved_says_what_it_began_as():
    text = f"""\
{ACCOUNT}actions: [{{what: Weigh the bread of Selby, owner: mira-holm, due: 2026-11-12}}]
reviews:
  - date: 2026-11-13
    kind: team
    decisions: [{{what: Scales for bread at Selby, owner: mira-holm, due: 2026-11-23}}]
"""
    block = brief_page(*only(text)).context["bring"]
    said = [(one.when, one.what, one.second) for one in block.entries]
    assert said == [("Mon 23 Nov", "Scales for bread at Selby",
                     "Mira Holm · first for Thu 12 Nov: Weigh the bread of Selby")]  # fmt: skip


PROMISES = """\
promises:
  - {what: Paint for Lund, by: mira-holm, to: people/lund, due: 2027-02-01}
  - {what: Nails for Lund, by: mira-holm, to: people/lund, due: 2026-11-12}
  - {what: Scanners stay at 33, by: jon-aas, to: people/rao}
  - {what: Her own drawings, by: people/rao, to: jon-aas, due: 2026-12-20}
"""


def test_promises_of_who_comes_stand_first_with_or_without_a_day():
    block = brief_page(*only(ACCOUNT + PROMISES)).context["promises"]
    assert block.heading == "Open promises: three from us, one from them"
    assert [one.what for one in block.entries] == ["Her own drawings", "Scanners stay at 33", "Nails for Lund"]
    assert block.more == "One other, with people who do not come"


@pytest.mark.parametrize(
    ("by", "due", "shown"),
    [("mira-holm", "2026-12-08", 1), ("mira-holm", "2026-12-09", 0), ("jon-aas", "2026-12-08", 0)],
)
def test_what_somebody_who_goes_owes_within_two_weeks_after_the_talk_stands_too(by, due, shown):
    text = f"promises: [{{what: Paint for Lund, by: {by}, to: people/lund, due: {due}}}]\n"
    assert len(brief_page(*only(ACCOUNT + text)).context["promises"].entries) == shown


NEAR = f"""\
name: A
{MEETING}people:
  - {{id: rao, name: Priya Rao, function: it, reports_to: boss, support: mentor, last_contact: 2026-11-19}}
  - {{id: boss, name: Boss, function: finance}}
  - {{id: peer, name: Peer, function: it}}
  - {{id: below, name: Below, function: quality, reports_to: rao}}
  - {{id: far, name: Far, function: quality, reports_to: boss}}
"""


@pytest.mark.parametrize(
    ("to", "shown"), [("rao", 1), ("boss", 1), ("peer", 1), ("below", 1), ("far", 0), ("nobody-known", 1)]
)
def test_what_they_may_raise_was_promised_to_them_or_to_somebody_near(to, shown):
    whom = f"to: people/{to}, " if to != "nobody-known" else ""
    late = f"promises: [{{what: Nails, by: mira-holm, {whom}due: 2026-11-12}}]\n"
    block = brief_page(*only(NEAR + late)).context["late"]
    assert len(block.entries) == shown
    assert block.more == ("" if shown else "One that people who do not come may raise: on the overview")
    if whom:
        wish = f"feedback: [{{date: 2026-11-01, who: {to}, wants: More nails}}]\n"
        assert len(brief_page(*only(NEAR + wish)).context["late"].entries) == shown
    alone = NEAR.replace(MEETING, "")
    assert len(brief_page(*only(alone + late)).context["late"].entries) == 1


@pytest.mark.parametrize(
    ("due", "note"),
    [
        ("2026-11-27", "their wish, Jon Aas has promised it for Fri 27 Nov · Peer"),
        ("2026-11-12", "our promise, asked on Sun 1 Nov · Jon Aas"),
    ],
)
def test_what_somebody_near_asked_for_stands_there_with_the_promise_of_it(due, note):
    text = (
        "feedback: [{date: 2026-11-01, who: peer, wants: More nails}]\n"
        f"promises: [{{what: More nails, by: jon-aas, to: people/peer, due: {due}}}]\n"
    )
    block = brief_page(*only(NEAR + text)).context["late"]
    assert [entry.second for entry in block.entries] == [note]
    assert block.more == ""


@pytest.mark.parametrize(
    ("action", "raised", "before"),
    [
        (
            "Copper nails by noon, owner: jon-aas, due: 2026-11-22",
            ["their wish; our action for Sun 22 Nov, Jon Aas · Peer"],
            ["Copper nails by noon"],
        ),
        ("Copper nails by noon, owner: jon-aas", ["their wish; our action, Jon Aas · Peer"], []),
        (
            "Copper nails by noon, owner: jon-aas, due: 2026-11-12",
            ["their wish; our action for Thu 12 Nov, late, Jon Aas · Peer"],
            ["Copper nails by noon"],
        ),
        (
            "Copper nails by noon, owner: jon-aas, due: 2026-11-12, audience: shared",
            ["our action, asked on Sun 1 Nov · Jon Aas"],
            ["Copper nails by noon"],
        ),
        ("Paint, owner: jon-aas, due: 2026-11-22", ["their wish, not settled · Peer"], []),
    ],
)
def test_a_step_that_answers_a_wish_stands_with_it_and_is_done_before_the_talk(action, raised, before):
    text = f"feedback: [{{date: 2026-11-01, who: peer, wants: Copper nails}}]\nactions: [{{what: {action}}}]\n"
    sheet = brief_page(*only(NEAR + text)).context
    assert [entry.second for entry in sheet["late"].entries] == raised
    assert [entry.what for entry in (sheet["bring"].entries if sheet["bring"] else ())] == before


def test_nobody_is_asked_twice_in_the_same_words_about_what_is_theirs():
    text = (
        "initiatives:\n"
        "  - {name: Dry docks, owner: rao, due: 2027-01-01, basis: observed, as_of: 2026-11-01}\n"
        "  - {name: Wet docks, owner: rao, due: 2027-02-01, basis: observed, as_of: 2026-11-01}\n"
    )
    asked = [entry.what for entry in brief_page(*only(NEAR + text)).context["ask"].entries]
    assert "“Dry docks”, for 1 Jan 2027: what could still come between?" in asked
    assert not any("Wet docks" in one for one in asked)


STEP = "actions: [{what: Ask Rao who signs, owner: mira-holm, due: 2026-11-23}]\n"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"{STEP}initiatives: [{{name: Dry, owner: rao}}]\n", "From what the file says of those who come"),
        (
            "initiatives: [{name: Dry, owner: rao}, {name: Wet, owner: rao}, {name: Old, owner: rao}]\n",
            "One more for those who come",
        ),
        (
            f"{STEP}initiatives: [{{name: Dry, owner: rao, basis: observed, as_of: 2026-11-01}}]\n",
            "First what the file wants to know, then what may have changed",
        ),
    ],
)
def test_the_note_under_the_questions_says_of_what_kind_they_are_and_how_many_are_left(text, note):
    assert brief_page(*only(NEAR + text)).context["ask"].more == note


def test_what_was_promised_to_who_comes_is_raised_first():
    late = (
        "promises:\n  - {what: For the boss, by: jon-aas, to: boss, due: 2026-11-02}\n"
        "  - {what: For Rao, by: jon-aas, to: rao, due: 2026-11-12}\n"
    )
    block = brief_page(*only(NEAR + late)).context["late"]
    assert [one.what for one in block.entries] == ["For Rao", "For the boss"]


def test_whether_an_initiative_is_theirs_is_asked_of_who_comes():
    text = "initiatives: [{name: Hers, owner: rao}, {name: Nobody's}, {name: The boss's, owner: boss}]\n"
    block = brief_page(*only(NEAR + text)).context["unknown"]
    assert [one.what for one in block.entries if one.when == "Only assumed"] == ["Hers", "Nobody's"]
    assert block.more == "One only assumed, of people who do not come"
    assert block.heading.endswith("whether two initiatives are theirs")
    every = brief_page(*only(NEAR.replace(MEETING, "") + text)).context["unknown"]
    assert every.more == "One more only assumed"


def test_one_initiative_is_asked_about_once_and_what_is_theirs_before_what_is_about_others():
    text = f"""\
{NEAR}economics: {{revenue: [{{year: 2026, amount: 1000}}]}}
initiatives: [{{name: Assumed, owner: rao}}, {{name: Sure, owner: rao, basis: observed, as_of: 2026-11-01}}]
""".replace("name: Boss,", "name: Boss, roles: [decider], last_contact: 2026-11-01,")
    asked = [one.what for one in brief_page(*only(text)).context["ask"].entries]
    assert asked == [
        "Is “Assumed” on your list, and what will be different once it is done?",
        "“Sure”: what is the next step, and who takes it?",
        "How does Boss see our work?",
    ]


def test_without_a_talk_every_promise_is_listed():
    block = brief_page(*only(f"name: A\n{PEOPLE}{PROMISES}")).context["promises"]
    assert len(block.entries) == 4
    assert block.more == ""


def test_with_no_promise_to_who_comes_the_others_are_a_number():
    text = ACCOUNT + "promises: [{what: Paint for Lund, by: mira-holm, to: people/lund, due: 2027-02-01}]\n"
    block = brief_page(*only(text)).context["promises"]
    assert block.entries == ()
    assert block.empty == "None to or from those who come, and none is late."
    assert block.more == "One other, with people who do not come"


TWICE = f"""\
{ACCOUNT}lead: mira-holm
actions:
  - {{what: Send Rao the page that says who sees whom, owner: mira-holm, due: 2026-10-30}}
promises:
  - {{what: "One page, who sees whom of theirs", by: mira-holm, to: people/rao, due: 2026-10-30, audience: shared}}
feedback: [{{date: 2026-09-29, who: rao, wants: "One page, who sees whom"}}]
"""


def test_one_thing_written_twice_is_one_line():
    page = shown(overview(TWICE))
    due = page[page.index("Promised and due") :].partition("Ask on Tuesday")[0]
    assert due.count("who sees whom") == 1
    assert "our action, promised Priya Rao, asked on 29 Sep · Mira Holm" in due
    brief = brief_page(*only(TWICE)).context
    assert brief["promises"].entries[0].second == "Mira Holm to Priya Rao, asked on 29 Sep"
    assert [one.second for one in brief["late"].entries] == ["our promise, asked on 29 Sep · Mira Holm"]


def test_one_thing_needs_attention_once():
    def codes(text: str) -> list[str]:
        project, account = only(text)
        found = attention(account, project.playbook, project.as_of)
        return [one.finding.code for one in found if one.finding.code in ("SAM212", "SAM213", "SAM312")]

    assert codes(TWICE) == ["SAM213"]
    apart = TWICE.replace("who sees whom of theirs", "blue paint and nails").replace('wants: "One page', 'wants: "New')
    assert len(codes(apart)) == 3


def test_the_plan_has_it_once_with_both_names():
    text = f"""\
{ACCOUNT}actions: [{{what: Find out from Lund who signs above 200 tonnes, owner: mira-holm, due: 2026-12-04}}]
opportunities:
  - {{name: O, prove: Who signs above 200 tonnes., owner: jon-aas, due: 2026-12-04}}
  - {{name: P, prove: That it holds. Lund tries it., owner: jon-aas, due: 2026-12-05}}
  - {{name: Q, owner: jon-aas, due: 2026-12-05}}
"""
    page = shown(plan_page(*only(text)))
    assert page.count("above 200 tonnes next step") == 1
    assert "What falls when: four ahead" in page
    assert "Find out from Lund who signs above 200 tonnes next step, to prove Mira Holm and Jon Aas" in page
    assert "Find out: whether it holds to prove Jon Aas" in page
    assert "Q to prove Jon Aas" in page


ONE_THING = """\
promises:
  - {{what: The count of pallets by gate, by: mira-holm, to: {to}, due: 2026-11-10}}
actions:
  - {{what: Count the pallets at each gate, owner: mira-holm, due: 2026-11-10, audience: shared}}
"""


def test_a_late_thing_written_twice_is_raised_once_and_counted_once():
    account = ACCOUNT.replace("{id: rao,", "{id: rao, function: operations,").replace(
        "{id: lund,", "{id: lund, function: finance,"
    )
    block = brief_page(*only(account + ONE_THING.format(to="rao"))).context["late"]
    assert block.heading == "What they may raise: one late thing of ours"
    assert block.more == ""
    apart = brief_page(*only(account + ONE_THING.format(to="lund").replace(", audience: shared", ""))).context["late"]
    assert apart.more == "One that people who do not come may raise: on the overview"
    again = account + ONE_THING.format(to="mira-holm").replace("owner: mira-holm", "owner: people/lund")
    theirs = brief_page(*only(again.replace("by: mira-holm", "by: people/lund"))).context["late"]
    assert theirs.more == "One late thing of theirs with people who do not come: on the overview"
