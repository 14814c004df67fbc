"""Whole pages: golden ones, half-filled accounts, and what may never happen on any page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import (
    PLAYBOOK,
    as_html,
    as_markdown,
    elements,
    example,
    leaked_none,
    only,
    overview,
    project,
    tags,
    text_of,
)

from sam_gen.pages.account import account_page
from sam_gen.pages.desk import desk_page
from sam_gen.pages.map import map_page
from sam_gen.pages.site import site_pages

GOLDEN = Path(__file__).parent.parent / "golden"
ACCOUNTS = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "accounts").glob("*.yml"))
}
PAGES = {page.path: page for page in site_pages(example())}
TOLD = [path for path in PAGES if not path or path.startswith("accounts/")]
"""The pages whose every byte is kept: what is generated from an account's own facts."""


def name_of(path: str) -> str:
    return f"{path.strip('/').replace('/', '-') or 'desk'}.html"


@pytest.mark.parametrize("path", TOLD)
def test_golden(golden, path):
    golden(name_of(path), as_markdown(PAGES[path]))


@pytest.mark.parametrize("name", ["twelve-lines", "name-only"])
def test_golden_half_filled(golden, name):
    golden(f"account-{name}.html", as_markdown(overview(ACCOUNTS[name])))


def test_no_golden_file_is_left_over():
    known = {name_of(path) for path in TOLD} | {
        "people-map.svg",
        "account-twelve-lines.html",
        "account-name-only.html",
        "audiences.txt",
        "example-findings.txt",
    }
    assert {path.name for path in GOLDEN.iterdir()} == known


def check_page(html: str) -> None:
    """What holds for every page."""
    found = elements(html)
    headings = [element for element in found if re.fullmatch(r"h[1-6]", element.tag)]
    assert headings
    assert all(heading.text.strip() for heading in headings)
    assert [heading.tag for heading in headings].count("h1") == 1
    ids = [element.attributes["id"] for element in found if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    for element in found:
        if element.tag in ("p", "li", "td", "th", "dd", "dt", "span", "summary", "h1", "h2", "strong", "a"):
            assert not leaked_none(element.text), element
            assert "Undefined" not in element.text
        code = element.text.startswith(("yaml", "text"))  # a fenced block, as this reader sees it
        if not code and element.tag in ("p", "h1", "h2", "span", "strong", "dt", "text"):
            assert not re.search(r"\S  +\S", element.text.replace("\n", "")), element
            assert " ." not in element.text.replace("\n", " ").replace(" …", ""), element
            assert " ," not in element.text, element
    assert not re.search(r"data-slot|\{#|\{\{|\}\}|\{%", re.sub(r"(?s)&#\d+;|<svg.*?</svg>", "", html))


@pytest.mark.parametrize(
    ("text", "leaked"),
    [
        ("None", True),
        (" None\n", True),
        ("Owner: None", True),
        ("Owner: None, since May", True),
        ("by None of Acme", True),
        ("due None.", True),
        ("Late by\nNone\ndays", True),
        ("None days", True),
        ("None · no owner", True),
        ("tier None, no lead", True),
        ("None.", False),
        ("None but a warm spring.", False),
        ("None, because he speaks for others.", False),
        ('What is lost? "None, ours are all dated."', False),
        ("Jon asked. None of us has been there.", False),
        ("measured: None of the 14 stops came from us", False),
    ],
)
def test_a_leaked_none_is_told_from_the_word(text, leaked):
    assert leaked_none(text) is leaked


FILLED_LATER = {"s-blank", "s-rule", "s-kept-line", "s-empty-line"}
"""Lines for a pen or for a script, and the empty lines of a file."""


def empty_elements(html: str) -> list[str]:
    return [
        e.tag
        for e in elements(html)
        if e.tag in ("p", "dt", "li", "summary", "a", "th", "dd")
        and not e.text.strip()
        and not FILLED_LATER & set(e.classes)
    ]


@pytest.mark.parametrize("name", ACCOUNTS)
def test_half_filled_accounts(name):
    html = as_html(overview(ACCOUNTS[name]))
    check_page(html)
    assert empty_elements(html) == []
    check_page(as_html(desk_page(project(ACCOUNTS[name]))))


@pytest.mark.parametrize("path", PAGES)
def test_example_pages(path):
    html = as_html(PAGES[path])
    check_page(html)
    assert empty_elements(html) == []


def test_a_desk_without_accounts():
    html = as_html(desk_page(project()))
    check_page(html)
    assert empty_elements(html) == []
    assert "Nothing is late in any account" not in html
    assert "No account yet." in text_of(html)


EMPTY = {
    "in_short": "Not written yet: where do we stand, in two sentences?",
    "key players": "ask: Who decides, who approves, who speaks for us when we are not in the room?",
    "touch": "ask: Whom do we talk to there, and about what?",
    "meeting": "agree one: nothing is in the file",
    "who": "Begin with three: who decides, who is for us, who can say no.",
    "due": "What would move this account in the next two weeks, and who does it?",
    "ask": "Who decides about our work, and who could say no?",
    "wants": "Ask the person who decides: what must have changed by the end of next year, and why?",
    "talks": "Note the next talk the day it happens: date, who was there, what came of it.",
    "map": "The map draws itself from people: and their reports_to:.",
    "business": "what do they sell, to whom, and what is scarce for them?",
}


@pytest.mark.parametrize("section", EMPTY)
def test_each_empty_section_says_what_to_ask_next(section):
    assert EMPTY[section] in text_of(as_html(overview(ACCOUNTS["name-only"])))
    assert EMPTY[section] not in text_of(as_html(PAGES["accounts/grevenau/"]))


def test_every_section_of_an_empty_account_is_named_above():
    html = as_html(overview(ACCOUNTS["name-only"]))
    said = [e.text for e in elements(html) if {"s-empty", "s-ask"} & set(e.classes)]
    assert len(said) == len(EMPTY) - 4, "three stand in the strip of facts, one is a question to ask"
    for text in said:
        assert any(EMPTY[section] in re.sub(r"\s+", " ", text) for section in EMPTY), text


def test_when_no_question_is_left_that_is_said():
    person = "{name: Ann, roles: [decider], support: mentor, last_contact: 2026-11-01}"
    talk = "meetings: [{date: 2026-11-24, what: Yard}]"
    shown = text_of(as_html(overview(f"name: A\nas_of: 2026-11-18\npeople: [{person}]\n{talk}\n")))
    assert "No question follows from the file. Ask what has changed since the last talk." in shown


SAYS = {
    "name-only": ["no tier yet", "no lead yet", "no backup yet", "nothing due in the next 30 days", "Overdue Nothing"],
    "no-people": [
        "Ask today",
        "What they want: one initiative, without an objective yet",
        "promised · no owner",
        "no day yet",
        "action · no owner",
    ],
    "only-vacant": [
        "Who: the one key post is vacant",
        "Who decides while the post of COO is empty?",
        "Who reports to whom: two posts vacant",
        "Nobody",
    ],
    "all-left": [
        "Who: nobody on the map yet",
        "their action · Priya Rao, who has left",
        "No longer there: Priya Rao, COO, until 30 Jun",
        "No longer there: Per Lund",
    ],
    "one-unknown": [
        "Who: not known how the one key player stands",
        "0 of 1 person",
        "Last talks: none in a year",
        "one person",
    ],
    "circle": ["two people, two not placed", "the reporting lines run in a circle"],
    "twelve-lines": [
        "Who: both key players are for us",
        "one initiative, with an objective",
        "€180 k a year",
        "Promised and due: nothing is late",
    ],
    "everything": [
        "A&B <b>Log*istik*</b> [x](y) {{ z }}",
        "tier Strategic",
        "plan ends today",
        "Revenue SEK 1 m",
        "Night_shift_ | <i>",
        "owner Priya Rao",
        "client confirmed, Priya Rao",
        "−SEK 1.25 k a year",
        "Mira of Theirs and Priya Rao with Mira Holm",
        "Priya Rao moves Mira of Theirs",
        "Per Lund is at odds with Priya Rao",
        "we promised Mira of Theirs · Mira Holm",
        "they promised Jon Aas · Gone Girl, who has left",
        "Ask tomorrow",
        "3 by up to 19 d",
    ],
}


@pytest.mark.parametrize("name", SAYS)
def test_what_half_filled_accounts_say(name):
    made, account = only(ACCOUNTS[name])
    shown = text_of(as_html(account_page(made, account))) + text_of(as_html(map_page(made, account)))
    assert [sentence for sentence in SAYS[name] if sentence not in shown] == []


def test_what_a_file_says_never_becomes_markup():
    html = as_html(overview(ACCOUNTS["everything"]))
    (title,) = tags(html, "h1")
    assert title.text == "A&B <b>Log*istik*</b> [x](y) {{ z }}"
    assert "<b>" not in html
    assert tags(html, "i", "b", "script") == []


def test_an_account_page_never_speaks_of_another_account():
    text = ACCOUNTS["twelve-lines"]
    other = (
        text.replace("Hafenwerk", "Zebrafink").replace("Priya Rao", "Quirin Yx").replace("Two sites", "Nine sites")
        .replace("Night shift without", "Cathedral of").replace("Bremen", "Xanten").replace("180000", "777000")
    )  # fmt: skip
    alone, both = project(text), project(text, other)
    page = as_markdown(account_page(both, both.accounts[0]))
    assert page == as_markdown(account_page(alone, alone.accounts[0]))
    for word in ("Zebrafink", "Quirin", "Cathedral", "Xanten", "Nine sites", "777"):
        assert word not in page
        assert word in as_markdown(account_page(both, both.accounts[1]))


@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_no_example_page_names_the_other_account(account):
    page = as_markdown(PAGES[f"accounts/{account.id}/"])
    for other in example().accounts:
        if other.id != account.id:
            names = [
                other.name,
                other.name.split()[0],
                other.id,
                *(person.name for person in other.people if person.name != "Vacant"),
            ]
            assert [name for name in names if name in page] == []


def test_pages_are_the_same_every_time():
    one, two = site_pages(example()), site_pages(example())
    assert [as_markdown(page) for page in one] == [as_markdown(page) for page in two]


def test_addresses_and_titles():
    pages = site_pages(project(ACCOUNTS["name-only"], ACCOUNTS["twelve-lines"]))
    titles = {page.path: page.title for page in pages}
    assert len(titles) == len(pages), "two pages have one address"
    homes = [path for path in titles if path.startswith("accounts/") and path.count("/") == 2]
    assert homes == ["accounts/a/", "accounts/b/"]
    assert [titles[path] for path in homes] == ["Hafenwerk Logistik", "Hafenwerk Logistik"]
    assert titles["accounts/a/map/"] == "Hafenwerk Logistik: map"


def late(number: int) -> str:
    rows = "".join(f"  - {{what: Step {i}, due: 2026-11-{i + 1:02}}}\n" for i in range(number))
    return f"name: Acme\nactions:\n{rows}" if number else "name: Acme\n"


@pytest.mark.parametrize(
    ("number", "lede", "more"),
    [
        (0, "Nothing is late in any account.", ""),
        (1, "One thing is late, at Acme.", ""),
        (2, "Two things are late, longest at Acme.", ""),
        (12, "Twelve things are late, longest at Acme.", ""),
        (13, "13 things are late, longest at Acme.", "one more stands on the account pages"),
        (14, "14 things are late, longest at Acme.", "two more stand on the account pages"),
    ],
)
def test_the_desk_counts(number, lede, more):
    shown = text_of(as_html(desk_page(project(late(number)))))
    assert lede in shown
    assert more in shown
    assert ("more stand" in shown) == bool(more)
    assert f"Late: {number}, due within two weeks: 0" in shown


def test_the_desk_looks_two_weeks_ahead():
    steps = "[{what: In, due: 2026-12-04}, {what: Out of sight, due: 2026-12-05}, {what: Without day}]"
    text = f"name: Acme\nactions: {steps}\n"
    shown = text_of(as_html(desk_page(project(text))))
    assert "due within two weeks: 1" in shown
    assert "Out of sight" not in shown
    listed = shown[shown.index("Late: 0, due within two weeks: 1") : shown.index("Coming up")]
    assert "In " in listed
    assert "Without day" not in listed, "it stands above, in what needs attention, where it is asked for its day"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0, ""),
        (1, "Nobody of ours looks after P0."),
        (2, "Nobody of ours looks after P0 and P1."),
        (3, "Nobody of ours looks after P0, P1 and P2."),
        (4, "Nobody of ours looks after P0, P1, P2 and one other."),
        (16, "Nobody of ours looks after P0, P1, P2 and 13 others."),
    ],
)
def test_who_has_nobody_of_ours(number, sentence):
    people = "".join(f"  - {{name: P{i}, roles: [decider]}}\n" for i in range(number))
    html = as_html(overview(f"name: Acme\npeople:\n{people}" if number else "name: Acme\n"))
    assert [e.text for e in elements(html) if "s-hole" in e.classes] == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("number", "longest"),
    [(1, "1 by 19 d"), (2, "2 by up to 19 d"), (12, "12 by up to 19 d"), (13, "13 by up to 19 d")],
)
def test_overdue_by(number, longest):
    assert f"Overdue {longest}" in text_of(as_html(overview(late(number))))


@pytest.mark.parametrize(
    ("day", "heading"), [("20", "today"), ("21", "tomorrow"), ("24", "on Tuesday"), ("27", "on Fri 27 Nov")]
)
def test_when_to_ask(day, heading):
    html = as_html(overview(f"name: Acme\nmeetings: [{{what: Talk, date: 2026-11-{day}}}]\n"))
    assert f"Ask {heading}" in [element.text for element in tags(html, "h2")]


def test_a_meeting_in_two_weeks_is_not_soon():
    html = as_html(overview("name: Acme\nmeetings: [{what: Talk, date: 2026-12-04}]\n"))
    assert "Ask next" in [element.text for element in tags(html, "h2")]


def test_an_edit_link_leads_to_the_line():
    playbook = f'{PLAYBOOK}edit: "https://git.example/{{path}}#L{{line}}"\n'
    html = as_html(overview(ACCOUNTS["twelve-lines"], playbook=playbook))
    assert 'href="https://git.example/accounts/a.yml#L9"' in html
    assert "accounts/a.yml:9–10" in text_of(html)
