"""The position page, its copy lines, the board of all accounts and the page of the method."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from assess.figure_cases import account_of, whole
from checks.check_cases import read
from helpers import as_html, example, project, text_of

from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.next_signs import How, next_signs
from sam_gen.assess.portfolio import portfolio
from sam_gen.pages.boards import continuum
from sam_gen.pages.method_diagnosis import steps
from sam_gen.pages.next_steps import advice
from sam_gen.pages.parts import Names
from sam_gen.pages.position import position_page
from sam_gen.pages.position_said import standing_line

FIVE = "".join(
    f"    - {{indicator: {one}, basis: client_confirmed, who: rao, as_of: 2026-11-01}}\n"
    for one in ("wrote-case", "initiative-list", "leader-yearly", "process-rebuilt", "their-data")
)
"""With the base of the cases: the evidence says cooperative."""


def page(text: str) -> str:
    read_ = read(whole(text))
    return as_html(position_page(read_, read_.accounts[0]))


def test_each_sign_has_a_question_of_its_own_to_say_aloud():
    signs = example().playbook.method.continuum.indicators
    asks = [one.ask or "" for one in signs]
    assert len(signs) == 72
    assert len(set(asks)) == 72
    assert all(10 < len(ask) <= 140 and ask.endswith("?") for ask in asks)
    closed = r"(?:Do|Does|Did|Is|Are|Was|Were|Has|Have|Can|Could|Would|Will)\b"
    assert [ask for ask in asks if re.match(closed, ask)] == []


def test_each_stage_from_cooperative_up_has_three_signs_in_each_dimension_judged_by_signs():
    model = example().playbook.method.continuum
    judged = [one.id for one in model.dimensions if one.judged_by.value == "signs"]
    for dimension in judged:
        for stage in ("cooperative", "interdependent", "integrated"):
            signs = [
                one
                for one in model.indicators
                if (one.dimension[-len(dimension) :], one.stage[-len(stage) :]) == (dimension, stage)
            ]
            assert len(signs) >= 3, (dimension, stage)


def copied(shown: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'<pre class="s-copy[^"]*"><code>(.*?)</code>', shown, re.DOTALL)]


def test_a_copied_sign_can_be_pasted_where_it_says():
    lines = copied(page("position:\n  own_view: basic\n"))
    signs = [one for one in lines if one.startswith("# position: evidence:\n")]
    assert signs
    _, account = account_of(whole("position:\n  evidence:\n" + "".join(one.partition("\n")[2] + "\n" for one in signs)))
    assert len(account.position.evidence) == len(signs)


def test_a_copied_talk_and_a_copied_word_can_be_pasted_where_they_say():
    people = "people:\n  - id: rao\n    name: Priya Rao\n    roles: [decider]\n"
    met_her = "contacts: [{date: 2026-11-01, ours: [mira-holm], theirs: [rao]}]\n"
    talk = next(one for one in copied(page(f"{people}contacts: []\n")) if one.startswith("# contacts:\n"))
    word = next(one for one in copied(page(people + met_her)) if one.startswith("# people: in the record of rao\n"))
    said, met = (one.partition("\n")[2] + "\n" for one in (word, talk))
    _, account = account_of(whole(f"{people}{said}contacts:\n{met}"))
    assert len(account.contacts) == 1
    assert account.people[0].sees_us_as[0].value.value == "service"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "How they see us: no key player on file"),
        ([""], "How they see us: no word of a key player that still counts"),
        (["service"], "How they see us: good service, by one of one key player"),
        (["service", "service"], "How they see us: good service, by two of two key players"),
        (
            ["product", "business", ""],
            "How they see us: from a good product to help with a business problem, by two of",
        ),
    ],
)
def test_the_spread_of_how_key_players_see_us(words, says):
    rows = "".join(
        f"  - {{name: Person {at}, roles: [decider]"
        + (f", sees_us_as: {{value: {word}, basis: observed, as_of: 2026-11-01}}" if word else "")
        + "}\n"
        for at, word in enumerate(words)
    )
    shown = text_of(page(f"people:\n{rows}contacts: []\n" if rows else "people: []\ncontacts: []\n"))
    assert (says in shown) == bool(words)
    assert ("Not known yet of Person" in shown) == ("" in words)


def test_who_has_not_been_heard_is_named_up_to_five():
    rows = "".join(f"  - {{name: Person {at}, roles: [decider]}}\n" for at in range(7))
    assert "Person 3 and three more: ask what they would call" in text_of(page(f"people:\n{rows}contacts: []\n"))


def test_the_line_of_the_overview():
    playbook, account = account_of(whole(f"position:\n  own_view: interdependent\n  evidence:\n{FIVE}"))
    as_of = example().as_of
    said = (
        "The evidence puts us at Cooperative. We say Interdependent, one stage higher, and have not said what we want."
    )
    assert standing_line(diagnose(account, playbook, as_of)) == said
    playbook, account = account_of("name: Acme\n")
    said = standing_line(diagnose(account, playbook, as_of))
    assert said.startswith("Not known yet where we stand: there is no live evidence")


# All accounts ------------------------------------------------------------------------------------


def board(*accounts: str):
    read_ = project(*accounts)
    return continuum(read_, portfolio(read_.accounts, read_.playbook, read_.as_of))


HOPEFUL = whole(f"position:\n  own_view: interdependent\n  desired: basic\n  evidence:\n{FIVE}")
BARE = "name: Bare\n"


@pytest.mark.parametrize(
    ("accounts", "lede"),
    [
        ((), ""),
        (
            (BARE,),
            "The evidence does not say yet where the account stands: begin with who met whom, and how they see us.",
        ),
        ((BARE, BARE), "The evidence does not say yet where any account stands: begin with who met whom"),
        ((HOPEFUL,), "The evidence puts Acme at Cooperative: we say one stage more."),
        ((HOPEFUL, BARE), "For the one account with enough evidence we say a higher stage than it shows. Of one we"),
    ],
)
def test_the_lede_of_the_board(accounts, lede):
    assert board(*accounts)["lede"].startswith(lede)


def test_the_board_stands_by_tier_and_says_the_gap():
    rows = board(BARE, HOPEFUL)["table"].rows
    assert [row.cells[0].text for row in rows] == ["Acme", "Bare"]
    acme, bare = ([cell.text for cell in row.cells[1:]] for row in rows)
    assert acme == ["", "Desired", "Today", "Own view", "", "We say one stage more", "One stage back, on purpose"]
    assert bare == ["", "", "", "", "", "not known yet", "not known yet"]


# The method --------------------------------------------------------------------------------------


def test_the_steps_carry_the_numbers_of_the_playbook():
    method = example().playbook.method
    numbers = method.continuum.diagnosis.model_copy(update={"seen_needed": 7, "unknown_most": 9, "above_gates": 4})
    changed = replace(method, continuum=method.continuum.model_copy(update={"diagnosis": numbers}))
    said = " ".join(steps(changed))
    for part in ("seven signs we saw", "more than nine are unknown", "at most four stages above the weaker"):
        assert part in said
    without = replace(method, continuum=method.continuum.model_copy(update={"diagnosis": None}))
    assert steps(without) == ()


# Signs of moving ---------------------------------------------------------------------------------

APART = """\
position:
  signals:
    - {signal: rival-pilot, as_of: 2026-11-01, by: jon-aas, %s}
"""
QUESTION = "What are you hoping to learn from it?"
AGREE = "Agree first how we may know of it"


@pytest.mark.parametrize(
    ("seen", "asked"),
    [
        ("evidence: Two of them count at Tychy", True),
        ("evidence: Lund saw two of them count", False),
        ("who: lund, evidence: Lund has two of them count", True),
        # The two sat with us that day: what else was seen there, we know from whom it is about.
        ("who: rao, evidence: 'Rao has two of them count, and Lund was not told'", True),
        ("who: rao, as_of: 2026-11-03, evidence: 'Rao has two of them count, Lund says'", False),
    ],
)
def test_what_somebody_told_us_of_others_stands_without_a_question_to_the_client(seen, asked):
    line = APART % seen if "as_of" not in seen else APART.replace("as_of: 2026-11-01, ", "") % seen
    shown = text_of(page(line))
    assert (QUESTION in shown, AGREE in shown) == (asked, not asked)


SEEN = "    - {indicator: plan-shown, basis: %s, as_of: 2026-11-01}\n"
NOT_SEEN = "    - {indicator: contact-changed-it, answer: no, basis: %s, as_of: 2026-11-01}\n"


@pytest.mark.parametrize(
    ("signs", "says"),
    [
        (SEEN % "observed", "Basic 1 observed "),
        (NOT_SEEN % "observed", "Basic 1 looked for, not found "),
        (
            SEEN % "client_confirmed, who: rao" + NOT_SEEN % "assumed",
            "Cooperative 1 confirmed; 1 looked for, not found ",
        ),
    ],
)
def test_a_sign_that_was_not_found_is_nothing_a_dimension_was_seen_by(signs, says):
    shown = text_of(page(f"position:\n  evidence:\n{signs}"))
    row = shown[shown.index("Joint planning") :][:120]
    assert says in row


# The next signs ----------------------------------------------------------------------------------


def test_a_candidate_without_an_order_begins_at_the_foot_of_the_ladder():
    shown = page("tier: candidate\ncontacts: []\npeople: [{id: rao, name: Priya Rao, roles: [decider]}]\n")
    text = text_of(shown)
    assert "They have bought nothing yet: begin at the foot, with the stage you want. Add to the file:" in text
    assert "own_view: exploratory" in text
    assert "own_view: basic" not in text
    assert "The two cheapest next signs" in text
    assert "after their first order" in text
    assert "as high as today needs" not in text
    assert "own_view: basic" in text_of(page("contacts: []\n"))


def test_our_own_side_of_a_sign_has_a_name():
    missing = "position:\n  evidence: [{indicator: met-once, answer: no, basis: observed, as_of: 2026-11-16}]\n"
    found = read(whole(missing))
    playbook, account = found.playbook, found.accounts[0]
    nearest = next_signs(account, playbook, diagnose(account, playbook, found.as_of), found.as_of, most=10)
    said = [
        advice(step, Names(account, playbook, found.as_of), playbook.words, found.as_of).how
        for step in nearest
        if step.ours
    ]
    assert "Agree with Mira Holm how it could come about." in " ".join(said)
    assert any(one.startswith("Nobody has looked yet. Ask Mira Holm: “Which sum") for one in said)


def test_what_was_looked_for_in_vain_long_ago_was_never_there():
    old = "position:\n  evidence: [{indicator: need-before-order, answer: no, basis: observed, as_of: 2025-09-26}]\n"
    found = read(whole(old))
    playbook, account = found.playbook, found.accounts[0]
    nearest = next_signs(account, playbook, diagnose(account, playbook, found.as_of), found.as_of, most=10)
    names = Names(account, playbook, found.as_of)
    said = [advice(step, names, playbook.words, found.as_of).how for step in nearest if step.how is How.RENEW]
    assert said
    assert all(one.startswith("Looked for and not found, 26 Sep 2025; too old to say today. Ask ") for one in said)


def test_what_we_owe_comes_before_the_question():
    text = whole(
        "promises: [{what: One page, by: mira-holm, to: rao, due: 2026-11-12}]\n"
        "position:\n  evidence: [{indicator: met-once, basis: observed, as_of: 2026-11-16, who: rao}]\n"
    )
    found = read(text)
    playbook, account = found.playbook, found.accounts[0]
    nearest = next_signs(account, playbook, diagnose(account, playbook, found.as_of), found.as_of, most=10)
    said = [
        advice(step, Names(account, playbook, found.as_of), playbook.words, found.as_of).how
        for step in nearest
        if step.owed
    ]
    assert said == [
        "Nobody has looked yet. First comes what Mira Holm owes Priya Rao: “One page”. "
        "Then ask: “What did one of your executives last ask one of ours, and how did it end?”"
    ]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-11-12", "First comes what Mira Holm owes Low: “One page”. Then ask Low to bring us together."),
        ("2026-12-12", "with whom no talk is on file. Ask Low to bring us together."),
    ],
)
def test_whoever_waits_for_us_gets_that_before_they_are_asked_to_bring_us_together(due, said):
    found = read(
        "name: A\npeople:\n"
        "  - {id: top, name: Top, roles: [decider], level: director, function: finance}\n"
        "  - {id: low, name: Low, reports_to: top, level: manager, function: finance}\n"
        "contacts: [{date: 2026-11-19, ours: [mira-holm], theirs: [low]}]\n"
        f"promises: [{{what: One page, by: mira-holm, to: low, due: {due}}}]\n"
    )
    playbook, account = found.playbook, found.accounts[0]
    nearest = next_signs(account, playbook, diagnose(account, playbook, found.as_of), found.as_of, most=10)
    names = Names(account, playbook, found.as_of)
    assert any(advice(step, names, playbook.words, found.as_of).how.endswith(said) for step in nearest)


@pytest.mark.parametrize(("reviews", "says"), [(8, "Eight reviews, and"), (9, "The last eight of nine reviews, and")])
def test_the_trail_says_how_many_of_the_reviews_it_shows(reviews, says):
    held = "".join(f"  - {{date: 2026-0{at + 1}-10, kind: team}}\n" for at in range(reviews))
    shown = page(f"reviews:\n{held}")
    assert says in " ".join(text_of(shown).split())
