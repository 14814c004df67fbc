"""What to ask next: in `gaps.txt`, `wanted.txt` and `whom.txt` stand accounts and the questions each must bring.

After `---` stands one question a line: text | whom | why. In `planned.txt` stand steps: `before:` or `there:`, the
step, who has it, joined by "and" where the file has it twice.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import example, only

from sam_gen.advise.ask import MOST, at_most, questions
from sam_gen.advise.planned import planned
from sam_gen.advise.question import Form
from sam_gen.advise.talk import talk_ahead
from sam_gen.assess.people import Freshness, standings
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus


def cases(*names: str) -> dict[str, tuple[str, list[str]]]:
    found = {}
    for path in (Path(__file__).parent / "cases" / f"{name}.txt" for name in names):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = block.partition("\n")
            account, _, asked = rest.partition("---\n")
            found[f"{path.stem}: {title}"] = (account, [line for line in asked.splitlines() if line])
    return found


CASES = cases("gaps", "wanted", "whom")
STEPS_CASES = cases("planned")


def asked_of(project, account):
    people = standings(account, project.playbook, project.as_of)
    talk = talk_ahead(account, project.playbook, people, project.as_of)
    found = at_most(questions(account, project.playbook, people, talk, project.as_of), MOST)
    return (*found.there, *found.elsewhere)


def ask(text: str):
    return asked_of(*only(text))


def gaps_of(text: str):
    """Leave out what can be asked of anybody we know."""
    return [one for one in ask(text) if one.form not in (Form.CHANGED, Form.AHEAD, Form.INITIATIVE)]


def steps(text: str) -> list[str]:
    project, account = only(text)
    people = standings(account, project.playbook, project.as_of)
    talk = talk_ahead(account, project.playbook, people, project.as_of)
    found = planned(account, project.playbook, talk, project.as_of)
    every = [*(("before", one) for one in found.before), *(("there", one) for one in found.there)]
    return [f"{where}: {one.text} | {' and '.join([one.owner or 'nobody', *one.also])}" for where, one in every]


@pytest.mark.parametrize("title", CASES)
def test_case(title):
    text, expected = CASES[title]
    asked = gaps_of(text)
    assert [f"{question.text} | {question.whom} | {question.why}" for question in asked] == expected
    assert all(question.place.file == "accounts/a.yml" for question in asked)


@pytest.mark.parametrize("title", STEPS_CASES)
def test_steps(title):
    text, expected = STEPS_CASES[title]
    assert steps(text) == expected


def test_every_kind_of_gap_has_a_case():
    asked = "\n".join(line for _, expected in CASES.values() for line in expected)
    for kind in (
        "no key player",
        "no talk with us on file",
        "not known how they stand",
        "vacant",
        "we only assume",
        "last talk ",
    ):
        assert kind in asked


def gaps(account, stands) -> list[str]:
    """Name what we lack in an account, read without the code under test."""
    here = [who for who in stands if who.key_player and who.person.status is PersonStatus.ACTIVE]
    lacking = (Freshness.NEVER, Freshness.STALE)
    return [
        *([] if any(who.key_player for who in stands) else ["nobody decides"]),
        *(who.person.name for who in here if who.support is None or who.freshness in lacking),
        *(who.person.name for who in stands if who.person.status is PersonStatus.VACANT),
        *(one.name for one in account.initiatives if one.basis is Basis.ASSUMED),
    ]


def test_most_of_the_examples_have_something_to_ask():
    project = example()
    asked = [asked_of(project, account) for account in project.accounts]
    assert sum(map(bool, asked)) > len(asked) / 2


@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_the_examples(account):
    project = example()
    stands = standings(account, project.playbook, project.as_of)
    asked = asked_of(project, account)
    assert len(asked) <= MOST
    assert asked or not gaps(account, stands), "no question is left out while there is a gap"
    assert len({question.text for question in asked}) == len(asked)
    people = {person.name for person in account.people}
    assert all(whom in people for question in asked for whom in question.whom.split(" and "))
    assert all(question.whom not in question.text for question in asked), "nobody is asked about himself"
    assert sum(question.form is Form.INTRODUCTION for question in asked) <= 1
    assert sum(question.form is Form.VIEW for question in asked) <= 1
    assert sum(" see our work?" in question.text for question in asked) <= 1


def test_at_most_four_and_one_about_somebodys_view():
    posts = "".join(f"  - {{name: Post {i}, status: vacant}}\n" for i in range(9))
    met = "roles: [decider], last_contact: 2026-11-01"
    people = "".join(f"  - {{id: p{i}, name: Person {i}, {met}}}\n" for i in range(9))
    asked = ask(f"name: A\n{WORK}people:\n{people}{posts}")
    assert [question.form for question in asked] == [Form.VIEW, Form.VACANT, Form.VACANT, Form.VACANT]
    assert asked[0].text == "How does Person 0 see our work?"


WORK = "economics: {revenue: [{year: 2026, amount: 1000}]}\n"
"""Something of ours that somebody could see."""

STEPS = [
    ("roles: [decider]", "What would matter to Priya Rao in a first talk with us?"),
    ("roles: [decider], support: mentor, reports_to: lund", "Would you introduce us to Priya Rao?"),
    ("roles: [decider], last_contact: 2026-11-01", "How does Priya Rao see our work?"),
    ("roles: [decider], last_contact: 2026-11-01, support: mentor", None),
    (
        "roles: [decider], last_contact: 2024-11-01, support: mentor, reports_to: lund",
        "What is new with Priya Rao, and would you bring us together again?",
    ),
    ("roles: [decider], title: COO, status: vacant", "Who decides while the post of COO is empty?"),
    ("roles: [decider], status: left", "Who decides about our work, and who could say no?"),
    ("roles: [influencer]", "Who decides about our work, and who could say no?"),
]


@pytest.mark.parametrize(("fields", "question"), STEPS)
def test_what_the_file_comes_to_say_changes_the_question(fields, question):
    talk = "contacts: [{date: 2026-11-01, ours: [mira-holm], theirs: [lund]}]"
    lund = "{id: lund, name: Per Lund}"
    asked = gaps_of(f"name: A\n{WORK}tier: key\npeople: [{{id: rao, name: Priya Rao, {fields}}}, {lund}]\n{talk}\n")
    assert [one.text for one in asked] == ([question] if question else [])
