"""The pages over all accounts: true and whole for none, one and many."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers import as_html, as_markdown, example, project, tags, text_of

from sam_gen.assess.people import standings
from sam_gen.assess.portfolio import portfolio
from sam_gen.model.coaching import AccountCoaching, PersonCoaching, Score, Session
from sam_gen.model.edition import Edition
from sam_gen.model.people import Role
from sam_gen.model.project import Coaching
from sam_gen.pages.accounts import accounts_page
from sam_gen.pages.leader import leader_pages
from sam_gen.pages.method import method_pages
from sam_gen.pages.person import person_pages
from sam_gen.pages.portfolio import portfolio_pages

FULL = """\
name: {name}
tier: {tier}
lead: mira-holm
backup: jon-aas
timeframe: 2026
as_of: 2026-11-01
tags: [docks]
people:
  - {{id: rao, name: Priya Rao, roles: [decider], support: supporter, owner: jon-aas, last_contact: 2026-11-10}}
  - {{id: lund, name: Per Lund, roles: [champion], owner: jon-aas}}
contacts: [{{date: 2026-07-01, ours: [jon-aas], theirs: [rao]}}]
meetings: [{{date: 2026-12-01, what: Steering, ours: [mira-holm], theirs: [rao]}}]
actions: [{{what: Walk the yard, owner: mira-holm, due: 2026-11-10}}, {{what: Nobody's step}}]
promises: [{{what: Send the figures, by: mira-holm, to: rao, due: 2026-11-25}}]
position:
  own_view: cooperative
  desired: interdependent
  evidence: [{{dimension: contact, stage: cooperative, evidence: Three pairs talk, basis: observed, as_of: 2026-10-01}}]
sponsors: [{{ours: jon-aas, theirs: rao, every: 90}}]
dependence:
  - {{kind: operational, direction: client_on_us, strength: 3}}
  - {{kind: operational, direction: us_on_client, strength: 1}}
cadence: [{{kind: qbr, every: 90, next: 2027-01-15}}]
"""
ONE = FULL.format(name="Acme", tier="key")


def pages_of(read):
    index = portfolio(read.accounts, read.playbook, read.as_of)
    made = (
        accounts_page(read, index),
        *person_pages(read, index),
        *portfolio_pages(read, index),
        *leader_pages(read, index),
        *method_pages(read),
    )
    return {page.path: page for page in made}


def text(read, path: str) -> str:
    return text_of(as_html(pages_of(read)[path]))


def many(number: int):
    texts = [FULL.format(name=f"Client {i}", tier=("strategic", "key", "candidate")[i % 3]) for i in range(26)]
    read = project(*texts)
    accounts = [
        account.model_copy(update={"id": f"{account.id}{round_}"})
        for round_ in range(number // 26 + 1)
        for account in read.accounts
    ]
    return replace(read, accounts=tuple(accounts[:number]))


@pytest.mark.parametrize("number", [0, 1, 2, 100])
def test_every_page_is_whole_for_any_number_of_accounts(number):
    read = many(number)
    for page in pages_of(read).values():
        html = as_html(page)
        assert len(tags(html, "h1")) == 1, page.path
        ids = [id_ for element in tags(html, "h1", "h2", "h3", "tr", "dt") if (id_ := element.attributes.get("id"))]
        assert len(ids) == len(set(ids)), page.path
    shown = as_html(pages_of(read)["accounts/"])
    assert len([e for e in tags(shown, "th") if e.attributes.get("scope") == "row"]) == number


def test_no_account_has_its_next_step_on_every_page():
    for path, page in pages_of(project()).items():
        if path.startswith(("accounts/", "portfolio/", "people/")):
            html = as_html(page)
            assert "s-empty" in html or path == "portfolio/workload/", path


SAYS = {
    "accounts/": ["One account. It has something overdue; a date with the client is agreed.", "Key: one account"],
    "people/mira-holm/": [
        "One account; one thing is overdue.",
        "To do: one late, nothing due in 14 days",
        "Promised to clients: one open, none late",
        "Next with clients: one in 60 days",
        "Accounts: leads one",
        "Looks after: nobody yet",
    ],
    "people/jon-aas/": ["Looks after: two people, one out of touch", "one tie has no talk that still tells"],
    "portfolio/": ["One account: one Key. There are signs of where we stand."],
    "portfolio/selection/": ["The account has no reason on file for the tier: who decided it", "not scored yet"],
    "portfolio/continuum/": ["For Acme we want a higher stage than the team sees today."],
    "portfolio/white-space/": ["No offering yet."],
    "portfolio/dependence/": ["The account has ties on file.", "they depend on us more"],
    "portfolio/sponsors/": ["One pair, carried by one executive of ours; one has not spoken within the days agreed."],
    "portfolio/calendar/": [
        "Three dates in the coming 365 days",
        "December 2026: two dates",
        "Business review with the client",
    ],
    "portfolio/workload/": ["Nobody leads more than one account. One open item has no owner."],
}


@pytest.mark.parametrize("path", SAYS)
def test_what_the_pages_say_of_one_account(path):
    shown = text(project(ONE), path)
    assert [sentence for sentence in SAYS[path] if sentence not in shown] == []


def test_what_nobody_knows_is_not_a_nought():
    shown = text(project("name: Acme\n"), "portfolio/dependence/")
    assert "The account has no ties on file." in shown
    assert shown.count("ask") >= 8
    assert "0 " not in shown.split("Account Them")[1].split("0 no tie")[0]
    board = text(project("name: Acme\n"), "portfolio/continuum/")
    assert "not known yet: own view and desired" in board


def test_the_list_is_chosen_by_buttons_and_links_without_script():
    html = as_html(pages_of(many(6))["accounts/"])
    choices = [e.attributes["class"] for e in tags(html, "input")]
    assert choices == ["s-pick-0", "s-pick-1", "s-pick-2", "s-pick-3"]
    assert [e.attributes["id"] for e in tags(html, "h2")][:3] == ["tier-strategic", "tier-key", "tier-candidate"]
    assert 'id="tag-docks"' in html.replace("&#45;", "-")


# The coach edition ---------------------------------------------------------------------------


def coached(edition: Edition):
    day = project(ONE).as_of
    file = PersonCoaching.model_construct(
        id="mira-holm",
        scores=(Score.model_construct(competency="judgement", level=2, as_of=day, by=None, evidence=None),),
        aims=(),
        sessions=(
            Session.model_construct(
                date=day, coach="jon-aas", focus="Zeppelin", goal=None, reality=None, options=(), will=("Ring Rao",)
            ),
        ),
        notes="Secret note",
    )
    about = AccountCoaching.model_construct(id="a", sessions=(), notes="Quiet word")
    read = replace(example(), edition=edition, coaching=Coaching({}, {"mira-holm": file}))
    first = read.playbook.method.competencies.competencies[0].id
    file = file.model_copy(update={"scores": (file.scores[0].model_copy(update={"competency": first}),)})
    about_first = {read.accounts[0].id: about}
    return replace(read, coaching=Coaching(about_first, {"mira-holm": file}))


def test_the_coach_edition_says_whom_to_coach_on_what():
    shown = text(coached(Edition.COACH), "coaching/")
    for words in (
        "Zeppelin",
        "Ring Rao",
        "2 of 4",
        "1 of 1 judged",
        "Quiet word",
        "this page stands in no other edition",
    ):
        assert words in shown


def test_nothing_of_it_is_in_the_team_edition():
    pages = pages_of(coached(Edition.TEAM))
    assert "coaching/" not in pages
    whole = "".join(as_markdown(page) for page in pages.values())
    assert [words for words in ("Zeppelin", "Secret", "Quiet word", "Ring Rao") if words in whole] == []


def test_without_any_coaching_file_the_coach_edition_asks():
    read = replace(project(ONE), edition=Edition.COACH)
    shown = text(read, "coaching/")
    assert "No coaching talk on file with Mira Holm and Jon Aas." in shown
    assert "Nobody is judged yet." in shown


# The method ------------------------------------------------------------------------------------


def test_each_entry_of_a_model_can_be_linked_to():
    read, html = example(), {path: as_html(page) for path, page in pages_of(example()).items()}
    method = read.playbook.method

    def ids(path: str) -> set[str]:
        return {e.attributes["id"] for e in tags(html[path], "tr") if "id" in e.attributes}

    assert ids("method/continuum/") == {f"stage-{one.id}" for one in method.continuum.stages} | {
        f"dimension-{one.id}" for one in method.continuum.dimensions
    }
    assert ids("method/competencies/") == {f"competency-{one.id}" for one in method.competencies.competencies}
    assert ids("method/selection/") == {f"criterion-{one.id}" for one in method.selection.criteria}
    assert ids("method/health/") == {f"measure-{one.id}" for one in method.health.measures}
    assert ids("method/priorities/") == {f"question-{one.id}" for one in method.priorities.questions}
    grid = {"grid-act", "grid-prepare", "grid-watch"}
    assert ids("method/risks/") == {f"risk-{one.id}" for one in method.risks.patterns} | grid
    assert ids("method/signals/") == {f"signal-{one.id}" for one in method.signals.signals}
    for name, model in (("people", method.people), ("windows", method.windows)):
        fields = {field.replace("_", "-") for field in type(model).model_fields if field != "about"}
        assert ids(f"method/{name}/") == {f"limit-{field}" for field in fields}


@pytest.mark.parametrize("role", Role)
def test_the_page_on_figures_names_the_roles_of_key_players(role):
    read = project(f"name: Acme\npeople: [{{name: Ann, roles: [{role.value}]}}]\n")
    (ann,) = standings(read.accounts[0], read.playbook, read.as_of)
    sentence = "decider, approver, economic buyer or champion"
    assert sentence in text(read, "method/figures/")
    assert ann.key_player == (role.value.replace("_", " ") in sentence)


@pytest.mark.parametrize(("age", "word"), [(45, "fresh"), (46, "late"), (89, "late"), (90, "stale")])
def test_the_page_on_figures_says_how_long_a_talk_counts(age, word):
    read = project()
    day = read.as_of - timedelta(age)
    read = project(f"name: Acme\ntier: strategic\npeople: [{{name: Ann, last_contact: {day}}}]\n")
    (ann,) = standings(read.accounts[0], read.playbook, read.as_of)
    assert ann.freshness.value == word
    assert "Strategic up to 45 d 46 to 89 d from 90 d on" in text(read, "method/figures/")


def test_pages_are_in_the_navigation_but_people_are_not():
    for path, page in pages_of(project(ONE)).items():
        assert bool(page.nav) == (not path.startswith("people/")), path
