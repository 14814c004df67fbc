"""What the map page says of people: who would be missed, who can introduce us, whether they agree, how they see us."""

from __future__ import annotations

import re

import pytest
from helpers import as_html, elements, only, project, text_of

from sam_gen.assess.portfolio import portfolio
from sam_gen.pages.map import map_page
from sam_gen.pages.person import person_pages
from sam_gen.pages.portfolio import portfolio_pages


def shown(text: str) -> str:
    return " ".join(text_of(as_html(map_page(*only(text)))).split())


def test_who_answers_for_an_initiative_speaks_for_it_once_heard():
    people = "people: [{id: rao, name: Priya Rao}, {id: lund, name: Per Lund}]\n"
    text = f"name: A\n{people}initiatives: [{{name: No paper, owner: rao, voices: [{{person: lund, stand: for}}]}}]\n"
    assert "Per Lund theirs Speaks for “No paper” – – 2 Priya Rao theirs Answers for “No paper”" in shown(text)
    assert "Priya Rao theirs Speaks for “No paper”" in shown(
        text.replace("owner:", "basis: observed, who: rao, owner:")
    )


def test_a_word_too_old_to_count_is_no_plain_fact_in_the_table():
    word = "people: [{name: Ann Poe, sees_us_as: {value: service, basis: observed, as_of: %s, by: jon-aas}}]\n"
    assert "calls on us for good service: ask again" in shown("name: A\n" + word % "2024-11-01")
    assert "calls on us for good service –" in shown("name: A\n" + word % "2026-11-01")


def headings(text: str) -> dict[str, str]:
    return {
        one.attributes["id"]: one.text.split(": ", 1)[-1]
        for one in elements(as_html(map_page(*only(text))))
        if one.tag == "h2"
    }


SEEN = "support: {value: mentor, basis: observed, as_of: 2026-11-01, by: mira-holm, evidence: Said so}"
ONE = "{id: rao, name: Priya Rao, roles: [decider]}"
FULL = """\
name: A
tier: key
lead: mira-holm
as_of: 2026-11-18
currency: EUR
people:
  - {id: rao, name: Priya Rao, title: COO, roles: [decider], influence: 9, function: operations, level: board,
     support: {value: supporter, basis: observed, as_of: 2026-11-01, by: mira-holm, evidence: Voted for us},
     sees_us_as: {value: service, basis: observed, as_of: 2026-11-01, by: mira-holm, evidence: Rings at night}}
  - {id: lund, name: Per Lund, title: Controller, reports_to: rao, roles: [approver], influence: 7, function: finance,
     level: manager, sees_us_as: commodity}
  - {id: berg, name: Elin Berg, reports_to: rao, influence: 2, function: it, level: executive}
initiatives:
  - id: paper
    name: No paper
    owner: berg
    voices: [{person: berg, stand: for, evidence: Her plan}, {person: lund, stand: against, veto: yes}]
opportunities: [{name: Voice, sponsor: rao, owner: mira-holm, worth: 90000}]
actions: [{what: Ring Lund, owner: mira-holm}]
contacts: [{date: 2026-11-10, ours: [mira-holm], theirs: [rao]}]
"""
SAYS = [
    "Map status Green Priya Rao is for us and decides or approves. Not known how Per Lund stands.",
    "If somebody left tomorrow: two single points of failure",
    "Most would go with Priya Rao: the only key player for us; nobody else talks with us; "
    "the only way into Operations.",
    "One open opportunity worth €90 k a year loses its sponsor or owner.",
    "Mira Holm ours · single point of failure The account has a lead and nobody stands in; nobody else of ours talks "
    "with Priya Rao; the only way into Operations 1 €90 k 1 15",
    "Who can introduce us: a way to the one key player we do not talk with",
    "Mira Holm → Priya Rao → Per Lund Mira Holm talked with Priya Rao on Tue 10 Nov. "
    "Per Lund reports to Priya Rao. never",
    "Do they agree: blocked on one",
    "stopped by a no that is enough Elin Berg assumed: Her plan – Per Lund (can stop it) assumed Priya Rao",
    "Power and interest: one to work with closely, one to keep content, one to keep informed",
    "More influence than the level suggests: Per Lund (7 of 10). Less than the title suggests: Elin Berg (2 of 10).",
    "Functions and levels: a live tie in one of three functions we know",
    "Priya Rao with M. Holm , Supports",
    "How they see us: known of two of two key players",
    "Furthest apart: Priya Rao calls on us for good service, Per Lund for a thing that meets the specification.",
    "Rings at night · M. Holm, Sun 1 Nov",
    "Priya Rao COO Board, Operations Decider Supports calls on us for good service",
]


@pytest.mark.parametrize("said", SAYS)
def test_a_full_account(said):
    assert said in shown(FULL)


@pytest.mark.parametrize(
    ("people", "more", "expected"),
    [
        (
            "",
            "",
            {
                "removal": "not known yet what would go",
                "introductions": "no key player named yet",
                "consensus": "no initiative of theirs on file yet",
                "interest": "nobody of theirs named yet",
                "functions": "nobody of theirs named yet",
                "sees-us": "no key player named yet",
            },
        ),
        (
            ONE,
            "initiatives: [{id: paper, name: No paper}]",
            {
                "removal": "not known yet what would go",
                "introductions": "no way to the one key player we do not talk with",
                "consensus": "nobody heard yet on the one initiative",
                "interest": "influence not known yet",
                "functions": "no function named yet",
                "sees-us": "not known of any key player",
            },
        ),
        (
            f"{ONE}, {{id: lund, name: Lund, roles: [approver], function: it, influence: 3, sees_us_as: product}}",
            "initiatives: [{id: p, name: P, owner: rao}, {id: b, name: B, voices: [{person: lund, stand: for}]}]",
            {
                "removal": "nobody is a single point of failure",
                "introductions": "no way to any of two key players out of touch",
                "consensus": "open on one, nobody heard on one",
                "interest": "one to keep an eye on",
                "functions": "no live tie in the one function we know somebody in",
                "sees-us": "known of one of two key players, for a good product",
            },
        ),
        (
            ONE,
            "contacts: [{date: 2026-11-01, ours: [mira-holm, jon-aas], theirs: [rao]}]",
            {
                "removal": "one single point of failure",
                "introductions": "not needed, we talk with the one key player",
            },
        ),
    ],
)
def test_headings_are_true_for_none_one_and_two(people, more, expected):
    found = headings(f"name: A\npeople: [{people}]\n{more}\n")
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("", "Map status not known yet Ask who decides, who approves and who speaks for us."),
        (ONE, "Map status not known yet Ask how Priya Rao sees us."),
        (ONE.replace("}", ", support: neutral}"), "Map status Red No key player is known to be for us."),
        (
            f"{{name: Per Lund, roles: [champion], {SEEN}}}",
            "Map status Amber Per Lund is for us, but nobody who decides or approves is known to be.",
        ),
        (
            ", ".join(f"{{name: P{i}, roles: [decider], {SEEN}}}" for i in range(5)),
            "Map status Green P0, P1 and three others are for us and decide or approve.",
        ),
        (
            "{name: Per Lund, roles: [decider], support: {value: mentor, as_of: 2026-11-01, by: mira-holm}}",
            "Map status Amber We assume that Per Lund is for us.",
        ),
        (
            ONE.replace("}", ", support: {value: mentor, as_of: 2026-01-01, by: mira-holm}}"),
            "Map status not known yet We believe that Priya Rao is for us; what we know of it no longer counts: ask",
        ),
        (
            f"{ONE.replace('}', ', support: {value: mentor, as_of: 2026-01-01, by: mira-holm}}')}, "
            f"{{name: Per Lund, roles: [decider], {SEEN}}}",
            "Per Lund is for us and decides or approves. Priya Rao was for us when we last heard; ask again.",
        ),
    ],
)
def test_the_status_of_the_map(people, said):
    assert said in shown(f"name: A\npeople: [{people}]\n")


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("", "nobody yet: find somebody who works with Priya Rao"),
        (
            "lead: jon-aas\ncontacts: [{date: 2026-01-10, ours: [mira-holm], theirs: [rao]}]",
            "nobody yet: ask Mira Holm what became of the last talk – Mira Holm 10 Jan, 314 d ago",
        ),
        (
            "lead: jon-aas\ncontacts: [{date: 2026-01-10, ours: [mira-holm], theirs: [rao]}]\n"
            "actions: [{what: Find out from Rao who signs, owner: jon-aas, due: 2026-12-04}]",
            "nobody yet; planned for Fri 4 Dec: “Find out from Rao who signs”, Jon Aas – Mira Holm",
        ),
        (
            "lead: jon-aas\nactions: [{what: Find out from Rao who signs, owner: jon-aas, due: 2026-11-04}]",
            "nobody yet: find somebody who works with Priya Rao",
        ),
    ],
)
def test_where_nobody_can_introduce_us_it_says_what_is_planned_or_whom_to_ask(more, asked):
    assert asked in shown(f"name: A\npeople: [{ONE}]\n{more}\n")


def test_workload_says_in_which_accounts_something_hangs_on_one_of_us():
    alone = "name: Nordmark\ntier: key\nlead: mira-holm\n"
    shared = "name: Lindau\ntier: key\nlead: mira-holm\nbackup: jon-aas\n"
    read = project(alone, shared)
    index = portfolio(read.accounts, read.playbook, read.as_of)
    assert [seen.account.name for seen in index.loads["mira-holm"].alone] == ["Nordmark"]
    assert index.loads["jon-aas"].alone == []
    (page,) = (page for page in portfolio_pages(read, index) if page.path == "portfolio/workload/")
    assert "1 Nordmark" in " ".join(text_of(as_html(page)).split())


def test_the_page_of_one_of_us_says_function_and_level():
    team = "team: [{id: mira-holm, name: Mira Holm, role: Account manager, function: commercial, level: manager}]\n"
    read = project("name: A\n", team=team)
    (page,) = person_pages(read, portfolio(read.accounts, read.playbook, read.as_of))
    assert "Manager, Sales and marketing" in text_of(as_html(page))


LEAVES = """\
name: A
lead: mira-holm
backup: jon-aas
people: [{id: rao, name: Priya Rao}]
objectives: [{name: Quiet nights, owner: mira-holm}]
actions: [{what: Send Rao the list of hours, owner: mira-holm, due: 2026-12-01}]
promises: [{what: The list of hours, by: mira-holm, to: rao, due: 2026-12-01}]
"""


@pytest.mark.parametrize(
    ("due", "says"),
    [
        ("2026-12-01", "One open step and one objective lose their owner."),
        ("2026-12-09", "Two open steps and one objective lose their owner."),
    ],
)
def test_what_is_written_twice_is_lost_once_and_an_objective_is_no_step(due, says):
    assert says in shown(LEAVES.replace("2026-12-01", due, 1))


SEES = """\
name: A
as_of: 2026-11-18
people:
  - {id: a, name: Al, roles: [decider], influence: 9, sees_us_as: service}
  - {id: b, name: Bo, roles: [decider], influence: 5,
     sees_us_as: {value: service, basis: client_confirmed, as_of: 2026-11-01, who: b}}
  - {id: c, name: Cy, roles: [decider], influence: 5, sees_us_as: commodity}
"""


def test_of_those_who_call_on_us_for_the_same_the_surest_word_is_named():
    text = shown(SEES)
    assert "How they see us: known of three of three key players, mostly for good service" in text
    assert "Furthest apart: Bo calls on us for good service, Cy for a thing that meets the specification." in text


def test_half_is_not_most():
    text = shown(f"{SEES}  - {{id: d, name: Di, roles: [decider], sees_us_as: product}}\n")
    assert "How they see us: known of four of four key players Furthest" in " ".join(text.split())


def test_how_somebody_stood_long_ago_has_no_colour_in_the_drawings():
    stand = "{name: Ann Poe, roles: [decider], support: {value: supporter, basis: observed, as_of: %s}}"
    new, old = (as_html(map_page(*only(f"name: A\npeople: [{stand % day}]\n"))) for day in ("2026-11-01", "2024-11-01"))
    said = "grey: too old to count, ask again"
    assert "Supports?" in text_of(old)
    assert "Supports?" not in text_of(new)
    assert (said in text_of(old), said in text_of(new)) == (True, False)
    chip = re.compile(r'class="s-mark s-(\w+)"[^>]*>(?:(?!</svg>).)*</svg>\s*<bdi[^>]*>Ann Poe', re.DOTALL)
    assert set(chip.findall(new)) == {"teal"}
    assert set(chip.findall(old)) == {"grey"}


FUNCTIONS = ("operations", "logistics", "finance", "it", "quality", "commercial", "engineering", "hr", "legal")


def test_every_single_point_of_failure_is_shown_and_nothing_is_said_of_the_others_points():
    alone = ", ".join(f"{{id: p{i}, name: P{i}, function: {one}, support: neutral}}" for i, one in enumerate(FUNCTIONS))
    talks = ", ".join(f"{{date: 2026-11-0{i + 1}, ours: [mira-holm], theirs: [p{i}]}}" for i in range(len(FUNCTIONS)))
    text = shown(f"name: A\nlead: jon-aas\npeople: [{alone}]\ncontacts: [{talks}]\n")
    assert text.count("single point of failure") >= 2 * len(FUNCTIONS)
    assert "would cost" not in text
