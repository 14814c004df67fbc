"""The focus of coaching: the first reason that holds, in the documented order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import day, example, only

from sam_gen.advise.coach import probes
from sam_gen.advise.focus import Focus, focus
from sam_gen.assess.people import standings
from sam_gen.model.method import FocusKind
from sam_gen.pages.blocks import Sight
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.focus import focus_words

TODAY = day("2026-11-20")
CASES = Path(__file__).parent / "cases" / "focus.txt"
WELL = re.split(r"^(?:=== .*|--- .*)\n", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]


def kind(text: str) -> FocusKind:
    project, account = only(text)
    return focus(account, project.playbook, standings(account, project.playbook, TODAY), TODAY).kind


def cases() -> list[tuple[str, list[tuple[str, str]], str]]:
    """Read the case file: title, what is changed into what, and the focus that follows."""
    found = []
    for block in re.split(r"^=== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[2:]:
        title, _, rest = block.partition("\n")
        body, _, expected = rest.partition("--- ")
        changes: list[tuple[str, str]] = []
        for run in re.findall(r"(?:^- .*\n)+(?:^\+ .*\n)+", body, flags=re.MULTILINE):
            lines = run.splitlines()
            old, new = ("\n".join(line[2:] for line in lines if line[0] == sign) for sign in "-+")
            changes.append((old, new))
        assert changes, title
        found.append((title, changes, expected.strip()))
    return found


@pytest.mark.parametrize(("title", "changes", "expected"), cases(), ids=[case[0] for case in cases()])
def test_changing_the_evidence_changes_the_focus(title, changes, expected):
    text = WELL
    for old, new in changes:
        assert old in text, f"{title}: {old}"
        text = text.replace(old, new)
    assert kind(text) is FocusKind(expected)


def test_every_kind_of_focus_has_a_case():
    assert {expected for _, _, expected in cases()} == {one.value for one in FocusKind} - {"nobody_named"}


def test_the_account_of_the_cases_is_in_good_order():
    assert kind(WELL) is FocusKind.CHANGED


def test_a_promise_that_is_late_comes_before_a_tie_that_nobody_has():
    text = WELL.replace("due: 2026-12-01", "due: 2026-11-19").replace("owner: jon-aas, ", "")
    assert kind(text) is FocusKind.PROMISE


def test_an_account_of_which_nothing_is_known():
    assert kind("name: A\n") is FocusKind.NOBODY_NAMED


@pytest.mark.parametrize("text", ["name: Acme\n", WELL], ids=["name", "well"])
def test_four_questions_always(text):
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    found = probes(account, people, focus(account, project.playbook, people, TODAY), TODAY)
    assert len({probe.text for probe in found}) == 4


@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_example_questions_name_its_people(account):
    playbook = example().playbook
    people = standings(account, playbook, TODAY)
    names = {account.name, *(who.person.name for who in people)}
    found = probes(account, people, focus(account, playbook, people, TODAY), TODAY)
    assert all(any(name in probe.text for name in names) for probe in found)


def asked(text: str) -> list[str]:
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    return [probe.text for probe in probes(account, people, focus(account, project.playbook, people, TODAY), TODAY)]


RECORDS = """\
name: Rao Foods
people:
  - {id: far, name: Far Lund, roles: [decider], influence: 9}
  - {id: ann, name: Ann Rao, roles: [champion], owner: mira-holm, cares_about: No pub dry. Ever.,
     support: {value: supporter, basis: observed, as_of: 2026-11-01}}
  - {id: bo, name: Bo Moe, roles: [decider], influence: 7, owner: jon-aas, cares_about: A quiet yard}
contacts: [{date: 2026-11-03, ours: [mira-holm], theirs: [ann, bo]}]
"""


@pytest.mark.parametrize(
    ("more", "question"),
    [
        ("", "Ann Rao cares about “No pub dry”: which step of ours helps with it?"),
        (
            "initiatives: [{name: One depot, owner: ann}]",
            "Ann Rao cares about “No pub dry”: which step of ours helps with it?",
        ),
        (
            "initiatives: [{id: depot, name: One depot, owner: ann}]\nopportunities: [{name: Gates, for: depot}]",
            "Ann Rao answers for “One depot”: what did Ann Rao last say about it, and to whom of us?",
        ),
        (
            "promises: [{what: Two pages, by: mira-holm, to: ann, due: 2026-12-01}]",
            "How sure is Ann Rao today of “Two pages”, promised for 1 Dec 2026, and how do you know?",
        ),
        (
            "feedback: [{date: 2026-11-02, who: ann, wants: Shorter invoices}]",
            "What has Ann Rao heard from us since 2 Nov 2026 about “Shorter invoices”?",
        ),
        (
            "feedback: [{date: 2026-11-02, who: ann, wants: Shorter invoices}]\n"
            "actions: [{what: Make shorter invoices, owner: jon-aas, due: 2026-12-02}]",
            "Ann Rao cares about “No pub dry”: which step of ours helps with it?",
        ),
        (
            "risks: [{what: Bo Moe goes to Turku in May. He told us.}]",
            "“Bo Moe goes to Turku in May”: whom at Rao Foods do you ring on the day it happens, besides Bo Moe?",
        ),
        (
            "risks: [{what: Rao stops buying.}]",
            "Ann Rao cares about “No pub dry”: which step of ours helps with it?",
        ),
    ],
)
def test_a_question_about_somebody_comes_from_their_own_records(more, question):
    assert question in asked(f"{RECORDS}{more}\n")


HEARD = """\
name: Rao Foods
people:
  - {id: far, name: Far Lund, roles: [decider], influence: 9, owner: jon-aas, last_contact: 2026-11-01}
  - {id: ann, name: Ann Rao, roles: [champion], owner: mira-holm, last_contact: 2026-11-01, cares_about: No pub dry,
     support: {value: supporter, basis: observed, as_of: 2026-11-01, evidence: 'Over lunch: "Call me first."',
       so_what: She wants a call. In time.}}
initiatives: [{id: o, name: One depot, owner: ann}]
objectives: [{name: P, for: o, client_gets: Six hours, measures: [{name: M}]}]
"""


@pytest.mark.parametrize(
    ("more", "question"),
    [
        (
            "actions: [{what: Ring Ann Rao early, owner: jon-aas, due: 2026-12-01}]",
            "“Ring Ann Rao early” is for 1 Dec 2026: what would Ann Rao want to hear first?",
        ),
        (
            "voices: [{person: ann, as_of: 2026-10-01, evidence: 'In May: \"One roof.\"'}]",
            "Ann Rao answers for “One depot”. On file: “One roof”. What has Ann Rao said since 1 Oct 2026?",
        ),
        ("", "Ann Rao answers for “One depot”: what did Ann Rao last say about it, and to whom of us?"),
        (
            "unserved",
            "Ann Rao said on 1 Nov 2026: “Call me first”. We noted: “She wants a call”. "
            "What has Ann Rao seen of us since?",
        ),
        (
            "unserved promises: [{what: Two pages, by: jon-aas, to: ann, due: 2026-11-02}]",
            "“Two pages” was for 2 Nov 2026. What keeps it, and what has Ann Rao heard of it since?",
        ),
    ],
)
def test_a_question_quotes_what_is_planned_owed_or_was_said(more, question):
    text = HEARD
    if more.startswith("voices"):
        text, more = text.replace("owner: ann}", f"owner: ann, {more}}}"), ""
    if more.startswith("unserved"):
        text, more = text.replace("owner: ann}", "}"), more[9:]
    project, account = only(f"{text}{more}\n")
    people = standings(account, project.playbook, TODAY)
    found = probes(account, people, Focus(FocusKind.CHANGED), TODAY)
    assert found[0].text == question


def test_people_of_whom_nothing_is_known_share_one_question_and_the_plan_gives_the_others():
    text = """\
name: Rao Foods
people: [{name: Bo Moe, roles: [decider]}, {name: Far Lund, roles: [decider]}, {name: Ann Rao, roles: [decider]}]
initiatives: [{name: One depot}]
objectives: [{name: Each trailer moved once, client_gets: Six hours}]
risks: [{what: No gate, trigger: A rival's sticker at the gate}]
"""
    assert asked(text)[1:] == [
        "Nothing on file says what Far Lund and Ann Rao want. What does “Each trailer moved once” change for them, "
        "and who of us asks?",
        "Rao Foods is to get “Six hours” from “Each trailer moved once”: who there worked it out?",
        "“A rival's sticker at the gate”: who at Rao Foods would tell us on that day?",
    ]
    assert (
        "Nothing on file says what Far Lund wants. What does"
        in asked(text.replace(", {name: Ann Rao, roles: [decider]}", ""))[1]
    )


LEFT_BE = """\
name: A
people: [{id: bo, name: Bo Moe, roles: [decider]}, {id: ann, name: Ann Rao, roles: [champion]}]
actions: [{what: %s, owner: jon-aas, due: 2026-12-02}]
"""


@pytest.mark.parametrize(
    ("what", "there"),
    [
        ("Third letter to Rao", True),
        ("Note for Rao", True),
        ("No third letter to Rao", False),
        ("Nothing more to Rao", False),
        ("Nobody rings Rao", False),
        ("Do not ring Rao", False),
    ],
)
def test_nobody_waits_to_hear_of_a_step_that_is_to_leave_something_be(what, there):
    assert any(f"“{what}” is for" in one for one in asked(LEFT_BE % what)) is there


def test_two_people_are_not_asked_about_in_the_same_words():
    assert sum("cares about" in one for one in asked(RECORDS)) == 1
    found = asked(f"{RECORDS}initiatives: [{{id: o, name: O, owner: bo}}]\nobjectives: [{{name: P, for: o}}]\n")
    assert "Ann Rao cares about “No pub dry”: which step of ours helps with it?" in found
    assert "Bo Moe answers for “O”: what did Bo Moe last say about it, and to whom of us?" in found


@pytest.mark.parametrize(
    ("text", "question", "there"),
    [
        ("name: A", "Who at A decides about a first order, and who told us so?", True),
        ("name: A\nvalue: [{what: X}]", "Who at A decides about our work, and who told us so?", True),
        ("name: A\npeople: [{name: Bo, roles: [decider]}]", "Who at A decides about a first order", False),
        ("name: A", "What would A miss first if we were gone", False),
        ("name: A\npeople: [{id: bo, name: Bo, cares_about: X}]", "Bo went through our plan on", False),
        (
            "name: A\npeople: [{id: bo, name: Bo, cares_about: X}]\nvalidation: [{date: 2026-11-01, who: bo}]",
            "Bo went through our plan on 1 Nov 2026 and the file has no change: what was struck out?",
            True,
        ),
        (
            "name: A\npeople: [{id: bo, name: Bo, cares_about: X}]\n"
            "validation: [{date: 2026-11-01, who: bo, changed: [Kassel comes out]}]",
            "Bo went through our plan on",
            False,
        ),
        ("name: A", "Who at A last told us something we did not want to hear?", True),
        ("name: A\nfeedback: [{date: 2026-11-01, said: Too slow}]", "Who at A last told us something", False),
    ],
)
def test_what_the_file_answers_is_not_asked(text, question, there):
    assert any(one.startswith(question) for one in asked(text)) is there


JOINING = """\
name: A
lead: mira-holm
people:
  - {id: far, name: Far Away, roles: [decider], cares_about: Quiet nights, function: operations}
  - {id: ann, name: Ann, roles: [decider], owner: mira-holm}
  - {id: bo, name: Bo, roles: [champion], owner: jon-aas}
meetings: [{date: 2026-11-24, what: Numbers, ours: [mira-holm], theirs: [ann]}]
contacts: [{date: 2026-11-03, ours: [mira-holm], theirs: [ann, bo]}]
actions:
  - {what: Write to the house, owner: mira-holm, due: 2026-11-01}
"""
PLANNED = f"{JOINING}  - {{what: Ring Away, owner: jon-aas, due: 2026-12-01}}\n"


def said(text: str, unmet: str = ""):
    """Return what the page says of the focus, or of somebody nobody looks after, as if that were the focus."""
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    chosen = focus(account, project.playbook, people, TODAY)
    if unmet:
        chosen = Focus(FocusKind.UNMET, who=tuple(who for who in people if who.person.key == unmet))
    return focus_words(Sight.of(project, account), people, chosen)


@pytest.mark.parametrize(
    ("old", "new", "options"),
    [
        ("Ann", "Ann", ["Ask Ann who works with Far Away at A", "Name who of ours"]),
        ("{id: ann,", "{id: ann, reports_to: far,", ["Ask Ann to introduce us to Far Away", "Name who of ours"]),
        ("{id: bo,", "{id: bo, reports_to: far,", ["Ask Bo to introduce us to Far Away", "Name who of ours"]),
        (
            "theirs: [ann]}",
            "theirs: [far]}",
            ["On Tue 24 Nov, begin with what", "Mira Holm sees Far Away on Tue 24 Nov: does Mira Holm take the tie?"],
        ),
        (
            "2026-11-24, what: Numbers, ours: [mira-holm], theirs: [ann]}",
            "2026-12-01, what: Numbers, ours: [mira-holm], theirs: [far]}",
            ["On Tue 1 Dec, begin with what", "Mira Holm sees Far Away on Tue 1 Dec"],
        ),
        (
            "ours: [mira-holm], theirs: [ann]}]\ncontacts",
            "theirs: [far]}]\ncontacts",
            ["On Tue 24 Nov, begin with what", "Name who of ours"],
        ),
        (
            "contacts: [",
            "contacts: [{date: 2024-11-03, ours: [mira-holm], theirs: [far]}, ",
            ["Ask Mira Holm what became of the last talk", "Name who of ours", "Mira Holm calls Far Away"],
        ),
    ],
)
def test_an_introduction_follows_the_map_and_who_was_met_is_rung(old, new, options):
    assert old in JOINING
    found = [text for _, text in said(JOINING.replace(old, new), "far").options]
    expected = [*options, "Nothing: "]
    assert [text[: len(start)] for text, start in zip(found, expected, strict=True)] == expected


def test_nobody_is_rung_whom_we_are_about_to_meet():
    met = JOINING.replace("contacts: [", "contacts: [{date: 2024-11-03, ours: [mira-holm], theirs: [far]}, ")
    options = [
        text for _, text in said(met.replace("theirs: [ann]}]\ncontacts", "theirs: [far]}]\ncontacts"), "far").options
    ]
    assert [text.partition(" ")[0] for text in options] == ["On", "Mira", "Nothing:"]
    assert not any("calls" in text for text in options)


BESIDE = JOINING.replace("{id: ann,", "{id: ann, reports_to: far,")


@pytest.mark.parametrize(
    ("change", "joins"),
    [
        ((("2026-11-24", "2026-11-29"),), False),
        ((("2026-11-24", "2026-11-30"),), True),
        ((("2026-11-24", '2026-11-30, time: "16:30"'),), True),
        ((("2026-11-24", '2026-11-30, time: "22:00"'),), False),
        ((("2026-11-24", "2026-11-30"), ("reports_to: far,", "")), False),
        ((("2026-11-24", "2026-11-30"), ("{id: ann,", "{id: ann, level: manager,"),
          ("operations}", "operations, level: director}")), True),
        ((("2026-11-24", "2026-11-30"), ("{id: ann,", "{id: ann, level: specialist,"),
          ("operations}", "operations, level: director}")), False),
    ],
)  # fmt: skip
def test_a_stranger_is_asked_to_join_only_what_suits_them(change, joins):
    """Ten days ahead, by day, next to somebody who comes, and no more than one level apart."""
    text = BESIDE
    for old, new in change:
        assert old in text
        text = text.replace(old, new)
    found = [option for _, option in said(text, "far").options]
    assert any(option.startswith("Ask that Far Away joins on Mon 30 Nov") for option in found) is joins


DOUBTS = """\
name: A
people: [{id: bo, name: Bo, owner: mira-holm, roles: [decider], last_contact: 2026-11-01, support: %s}]
"""


@pytest.mark.parametrize(
    ("support", "question"),
    [
        ("{value: doubter, as_of: 2026-11-01}", "Bo doubts us, as of 1 Nov 2026: what good reason may there be?"),
        (
            "{value: opponent, as_of: 2026-11-01, evidence: '\"Late twice.\"'}",
            "Bo is against us, as of 1 Nov 2026: “Late twice”. Who of us has answered Bo since 1 Nov 2026, "
            "and on which day?",
        ),
        (
            "{value: opponent, as_of: 2026-11-01, evidence: 'Said \"late\" twice.'}",
            "Bo is against us, as of 1 Nov 2026: “Said ‘late’ twice”. Who of us has answered Bo since 1 Nov 2026, "
            "and on which day?",
        ),
    ],
)
def test_a_reason_on_file_is_quoted_and_not_asked_for(support, question):
    assert question in asked(DOUBTS % support)


@pytest.mark.parametrize(
    ("step", "question"),
    [
        ("{what: Show Bo the list, owner: jon-aas, due: 2026-12-01}", "“Show Bo the list” is for 1 Dec 2026"),
        ("{what: A fourth sheet, owner: mira-holm, due: 2026-12-01}", "“A fourth sheet” is for 1 Dec 2026"),
        ("{what: A fourth sheet, owner: jon-aas, due: 2026-12-01}", "Who of us has answered Bo"),
        ("{what: A fourth sheet, owner: people/bo, due: 2026-12-01}", "Who of us has answered Bo"),
        ("{what: A fourth sheet, owner: mira-holm, due: 2026-11-01}", "Who of us has answered Bo"),
    ],
)
def test_a_step_that_answers_a_doubt_is_asked_about(step, question):
    """By their name, by two words of theirs, or by one where the owner of the tie has the step."""
    support = "{value: doubter, as_of: 2026-11-01, evidence: The fourth you still owe me}"
    assert any(question in one for one in asked(f"{DOUBTS % support}actions: [{step}]\n"))


@pytest.mark.parametrize(
    ("due", "first"),
    [
        ("2026-12-01", "What is planned is done: “Ring Away”, Jon Aas, Tue 1 Dec"),
        ("2026-11-12", "“Ring Away” is 8 d late: find out what keeps Jon Aas from it, and do it"),
    ],
)
def test_where_a_step_of_ours_names_the_person_nobody_else_rings(due, first):
    met = PLANNED.replace("contacts: [", "contacts: [{date: 2024-11-03, ours: [mira-holm], theirs: [far]}, ")
    options = [text for _, text in said(met.replace("2026-12-01", due), "far").options]
    assert options == [
        first,
        "Name who of ours looks after Far Away at A, from this week",
        "Jon Aas begins with what Far Away cares about: Quiet nights",
        "Nothing: Far Away hears about us from others at A, or on the day of the decision.",
    ]


def test_the_step_that_is_planned_is_what_the_first_question_is_about():
    text = re.sub(r"^meetings:.*\n", "", PLANNED, flags=re.MULTILINE)
    assert asked(text)[0] == "“Ring Away” is for 1 Dec 2026: what would Far Away want to hear first?"


TALK = """\
name: A
lead: mira-holm
people:
  - {id: ann, name: Ann Rao, roles: [decider], owner: mira-holm, cares_about: A quiet yard. And no noise.}
  - {id: bo, name: Bo Moe, roles: [decider], owner: jon-aas, last_contact: 2026-11-01}
meetings: [{date: 2026-11-26, what: Tasks and the desk, ours: [mira-holm, jon-aas], theirs: [ann]}]
"""


@pytest.mark.parametrize(
    ("more", "sentence", "options"),
    [
        (
            "",
            "Ann Rao sits across from us on Thu 26 Nov, in 6 d: Tasks and the desk.",
            [
                "Write down before Thu 26 Nov the one answer of Ann Rao that would change our plan",
                "Begin on Thu 26 Nov with what Ann Rao cares about: A quiet yard",
                "On Thu 26 Nov Mira Holm asks, and Jon Aas writes down what Ann Rao says, word for word",
            ],
        ),
        (
            "actions: [{what: Count the gates, owner: jon-aas, due: 2026-11-24, audience: shared}]",
            "Ann Rao sits across from us on Thu 26 Nov, in 6 d: Tasks and the desk.",
            ["Begin with what is ready by then: “Count the gates”, Jon Aas, Tue 24 Nov"],
        ),
        (
            "actions: [{what: Agree our price, owner: jon-aas, due: 2026-11-24}]",
            "Ann Rao sits across from us on Thu 26 Nov, in 6 d: Tasks and the desk.",
            ["Write down before Thu 26 Nov the one answer of Ann Rao that would change our plan"],
        ),
        (
            "actions: [{what: List the tasks of the desk, owner: jon-aas, due: 2026-11-24}]",
            "Ann Rao sits across from us on Thu 26 Nov, in 6 d: Tasks and the desk.",
            ["Begin with what is ready by then: “List the tasks of the desk”, Jon Aas, Tue 24 Nov"],
        ),
        (
            "actions: [{what: Count the gates for Rao, owner: jon-aas, due: 2026-11-24}]",
            "Ann Rao sits across from us on Thu 26 Nov, in 6 d: Tasks and the desk.",
            ["Begin with what is ready by then: “Count the gates for Rao”, Jon Aas, Tue 24 Nov"],
        ),
        (
            "promises: [{what: Swap times, by: jon-aas, to: ann, due: 2026-11-12}]",
            "“Swap times” is 8 d late for Ann Rao, who sits across from us on Thu 26 Nov.",
            [
                "Jon Aas tells Ann Rao before Thu 26 Nov which day comes in place of Thu 12 Nov",
                "Mira Holm brings Ann Rao on Thu 26 Nov what is ready, and says what the rest waits for",
                "Somebody else takes it over from Jon Aas and tells Ann Rao before Thu 26 Nov",
            ],
        ),
        (
            "promises: [{what: Swap times, by: jon-aas, to: ann, due: 2026-11-12}]\n"
            "actions: [{what: Ring Rao at night, owner: jon-aas, due: 2026-11-24}]",
            "“Swap times” is 8 d late for Ann Rao, who sits across from us on Thu 26 Nov.",
            ["What is planned is done: “Ring Rao at night”, Jon Aas, Tue 24 Nov"],
        ),
        (
            "promises: [{what: Swap times, by: jon-aas, to: ann, due: 2026-11-12}]\n"
            "risks: [{what: X, response: Rao answers, owner: jon-aas, due: 2026-11-24}]",
            "“Swap times” is 8 d late for Ann Rao, who sits across from us on Thu 26 Nov.",
            ["Jon Aas tells Ann Rao before Thu 26 Nov which day comes in place of Thu 12 Nov"],
        ),
        (
            "actions: [{what: Tell Rao that the night line stops, owner: jon-aas, due: 2026-11-26}, "
            "{what: Write what the line can do, owner: mira-holm, due: 2026-11-24}]\n"
            "promises: [{what: A line at night, by: jon-aas, to: ann, due: 2026-12-01}]",
            "Ann Rao is to hear from us on Thu 26 Nov: the night line stops.",
            [
                "Jon Aas says it first on Thu 26 Nov, before “Tasks and the desk”",
                "If Ann Rao has heard it before Thu 26 Nov, Jon Aas asks what was said, and puts only that right",
                "Jon Aas brings what can come instead: “Write what the line can do”, Mira Holm, Tue 24 Nov",
                "Nothing: Ann Rao hears it from somebody else, or finds out on Tue 1 Dec.",
            ],
        ),
    ],
)
def test_before_a_talk_the_ways_are_about_the_talk(more, sentence, options):
    words = said(f"{TALK}{more}\n")
    assert words.sentence == sentence
    assert [text for _, text in words.options][: len(options)] == options


LATE = "promises: [{what: Swap times by shift, by: jon-aas, to: ann, due: 2026-11-12}]\n"


@pytest.mark.parametrize(
    ("day", "options"),
    [
        (
            "2026-11-24",
            [
                "What is planned is done: “Bring Rao the swap times”, Jon Aas, Tue 24 Nov",
                "Name today who does it for Ann Rao if Jon Aas cannot, so that Tue 24 Nov holds",
                "On Thu 26 Nov Mira Holm asks Ann Rao first what of it was of use, and what is missing",
            ],
        ),
        (
            "2026-11-26",
            [
                "What is planned is done: “Bring Rao the swap times”, Jon Aas, Thu 26 Nov",
                "Name today who does it for Ann Rao if Jon Aas cannot, so that Thu 26 Nov holds",
                "Mira Holm begins the talk of Thu 26 Nov with it, before all else",
            ],
        ),
        (
            "2026-11-30",
            [
                "It is done before Thu 26 Nov: “Bring Rao the swap times”, Jon Aas, Mon 30 Nov",
                "Mira Holm tells Ann Rao before Thu 26 Nov that it comes on Mon 30 Nov",
                "Somebody else does it for Ann Rao before Thu 26 Nov in place of Jon Aas",
            ],
        ),
    ],
)
def test_where_a_step_keeps_the_late_promise_no_other_day_is_named_to_them(day, options):
    step = f"actions: [{{what: Bring Rao the swap times, owner: jon-aas, due: {day}}}]\n"
    assert [text for _, text in said(f"{TALK}{LATE}{step}").options][:3] == options


def test_a_new_day_and_what_hangs_on_it_are_said():
    text = f"""{TALK}\
actions: [{{what: Tell Rao that the night line stops, owner: jon-aas, due: 2026-11-17}}]
reviews: [{{date: 2026-11-18, kind: team, decisions: [
  {{what: Tell Rao about the night desk, owner: jon-aas, due: 2026-11-26}}]}}]
promises: [{{what: A line at night, by: jon-aas, to: ann, due: 2026-12-01}}]
"""
    assert said(text).why == (
        "Jon Aas has it for A, due Tue 17 Nov; on Wed 18 Nov it was given Thu 26 Nov. "
        "Ann Rao waits for “A line at night”, promised for Tue 1 Dec."
    )
    assert asked(text)[0] == (
        "What do you say first to Ann Rao on 26 Nov 2026 about “the night line stops”, "
        "and what if it is no news by then?"
    )


def test_a_step_about_the_second_of_those_who_come_is_a_fact_too():
    text = f"""{TALK.replace("theirs: [ann]", "theirs: [ann, bo]")}\
promises: [{{what: A line at night, by: jon-aas, to: bo, due: 2026-12-01}}]
"""
    facts = [fact.text for fact in said(text).reality]
    assert "Our promise due Tue 1 Dec, in 11 d, Jon Aas: A line at night" in facts


def test_an_answer_to_a_risk_is_called_so():
    text = f"{TALK}risks: [{{what: X, response: Rao answers, owner: jon-aas, due: 2026-11-24}}]\n"
    facts = [fact.text for fact in said(text).reality]
    assert "Our answer to a risk, due Tue 24 Nov, in 4 d, Jon Aas: Rao answers" in facts


def test_a_late_word_to_somebody_has_ways_of_its_own():
    late = f"{WELL}actions: [{{what: Ask Bo for the list, owner: jon-aas, due: 2026-11-19}}]\n"
    assert [text for _, text in said(late).options] == [
        "Jon Aas rings Bo this week",
        "Jon Aas writes down the answer of Bo that would be hardest to hear, and what follows from it",
        "Jon Aas says openly that it will not happen, and who of ours is nearer to Bo",
        "Nothing: a day in the plan for A, such as Thu 19 Nov, stops meaning anything.",
    ]
    assert asked(late)[0] == (
        "What has kept “Ask Bo for the list” waiting since 19 Nov 2026, and what would make it easy?"
    )


@pytest.mark.parametrize(
    ("who", "fact"),
    [
        ("last_contact: 2026-11-01", "How Bo stands; last talk Sun 1 Nov, 19 d ago"),
        ("influence: 8", "How Bo of A, influence 8 of 10, stands; no talk on file"),
        (
            "last_contact: 2026-11-01, support: {value: neutral, as_of: 2026-11-01}",
            "Bo: neutral, Sun 1 Nov, 19 d ago",
        ),
        (
            "last_contact: 2026-11-01, support: {value: neutral, as_of: 2026-11-02}",
            "Bo: neutral, Mon 2 Nov; last talk Sun 1 Nov, 19 d ago",
        ),
    ],
)
def test_a_fact_says_once_what_its_mark_says(who, fact):
    assert said(f"name: A\npeople: [{{id: bo, name: Bo, roles: [decider], {who}}}]\n").reality[0].text == fact


def test_a_step_that_names_the_person_comes_before_an_older_one():
    facts = [fact.text for fact in said(PLANNED, "far").reality]
    assert facts[1:3] == [
        "Far Away cares about: Quiet nights",
        "Our action due Tue 1 Dec, in 11 d, Jon Aas: Ring Away",
    ]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("actions: [{what: X y., owner: jon-aas, due: 2026-11-19}]", "A step of ours is 1 d late: X y."),
        ("feedback: [{date: 2026-01-01, wants: A list}]", "A has waited 323 d for an answer: A list."),
    ],
)
def test_what_is_late_is_said(more, sentence):
    assert said(f"{WELL}{more}\n").sentence == sentence


TOLD = """\
name: A
lead: jon-aas
people:
  - {id: ann, name: Ann Rao, roles: [decider], owner: jon-aas, last_contact: 2026-11-01}
  - {id: bo, name: Bo Moe, owner: jon-aas, last_contact: 2026-11-01}
meetings: [{date: 2026-11-26, what: Numbers, ours: [jon-aas], theirs: [ann, bo]}]
actions: [{what: Tell Moe that the line is late, owner: jon-aas, due: 2026-11-17}]
"""
DECIDED = """\
reviews: [{date: 2026-11-18, kind: team, decisions: [
  {what: "Tell Rao and Moe that the line is late", owner: jon-aas, due: 2026-11-26}]}]
"""


@pytest.mark.parametrize(("more", "who"), [("", ["bo"]), (DECIDED, ["ann", "bo"])])
def test_the_decision_that_gave_the_news_its_day_adds_who_is_to_hear_it(more, who):
    project, account = only(TOLD + more)
    found = focus(account, project.playbook, standings(account, project.playbook, TODAY), TODAY)
    assert [one.person.key for one in found.who] == who


WANTED = """\
name: A
people: [{id: ann, name: Ann Rao}, {id: bo, name: Bo Moe, roles: [decider], owner: jon-aas, last_contact: 2026-11-01}]
meetings: [{date: 2026-11-26, what: Numbers, ours: [jon-aas], theirs: [bo]}]
initiatives: [{id: one, name: One depot, owner: ann}, {id: list, name: One list, owner: %s}]
objectives: [{name: First, due: 2026-12-01, for: one}, {name: Second, due: 2027-01-01, for: list}]
"""


@pytest.mark.parametrize(
    ("owner", "facts"),
    [
        ("bo", ["They want: One list", "Our objective for it: Second"]),
        ("ann", ["They want: One depot", "Next objective: First"]),
    ],
)
def test_the_goal_is_that_of_whom_the_focus_is_about(owner, facts):
    project, account = only(WANTED % owner)
    found = coaching_page(project, account).context["focus"].goal_facts
    assert [fact.text.split(",")[0] for fact in found] == facts


def test_else_it_is_what_they_are_for():
    backed = (WANTED % "ann").replace("owner: ann}]", "owner: ann, voices: [{person: bo, stand: for}]}]")
    project, account = only(backed)
    found = coaching_page(project, account).context["focus"].goal_facts
    assert [fact.text.split(",")[0] for fact in found] == ["They want: One list", "Our objective for it: Second"]
    project, account = only(backed.replace("stand: for", "stand: against"))
    found = coaching_page(project, account).context["focus"].goal_facts
    assert found[0].text.startswith("They want: One depot")


@pytest.mark.parametrize(
    ("due", "asks"),
    [
        ("2026-11-24", "what if 24 Nov 2026 does not hold?"),
        ("2026-11-26", "why not before 26 Nov 2026?"),
        ("2026-11-28", "why not before 26 Nov 2026?"),
    ],
)
def test_of_what_is_late_and_planned_before_the_talk_it_asks_for_a_second_way(due, asks):
    text = (
        f"{HEARD}promises: [{{what: Two pages on doors, by: jon-aas, to: ann, due: 2026-11-12}}]\n"
        "meetings: [{date: 2026-11-26, what: Numbers., ours: [jon-aas], theirs: [ann]}]\n"
        f"actions: [{{what: Send Ann Rao the pages on doors, owner: jon-aas, due: {due}}}]\n"
    )
    assert asked(text)[0] == f"“Two pages on doors” is late. What do you say to Ann Rao about it, and {asks}"


LACKS = "name: A\npeople: [{id: rao, name: Rao, roles: [decider]}]\n"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (WELL, "they are about people and the plan"),
        (LACKS, "the first is about the focus, the others about what the file lacks"),
        (
            f"{LACKS}objectives: [{{name: One depot, client_gets: Six hours}}]\nrisks: [{{what: X, trigger: Y}}]\n",
            "the first is about the focus, the others about the plan and what the file lacks",
        ),
    ],
)
def test_the_page_says_what_its_questions_are_about(text, note):
    assert coaching_page(*only(text)).context["questions"].more == note


@pytest.mark.parametrize(
    ("what", "question"),
    [
        ("Two pages", "How sure is Ann Rao today of “Two pages”, promised for 2 Dec 2026, and how do you know?"),
        (
            "Whether 16 more come",
            "On 2 Dec 2026 Ann Rao hears “Whether 16 more come”: which answer do they count on, and what if it is the "
            "other?",
        ),
    ],
)
def test_of_a_promise_that_is_an_answer_nobody_is_sure(what, question):
    text = f"{HEARD.replace('owner: ann}', '}')}promises: [{{what: {what}, by: jon-aas, to: ann, due: 2026-12-02}}]\n"
    project, account = only(text)
    people = standings(account, project.playbook, TODAY)
    assert probes(account, people, Focus(FocusKind.CHANGED), TODAY)[0].text == question
