"""The pages over all accounts: true and whole for none, one and many."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers import PLAYBOOK, as_html, as_markdown, example, project, tags, text_of

from sam_gen.assess.people import standings
from sam_gen.assess.portfolio import portfolio
from sam_gen.model.coaching import AccountCoaching, PersonCoaching, Score, Session
from sam_gen.model.edition import Edition
from sam_gen.model.footprint import Cell as Need
from sam_gen.model.footprint import HeldBy, Unit
from sam_gen.model.method import CriterionSide, Offering
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
  evidence: [{{indicator: frame, evidence: Signed in spring, basis: observed, as_of: 2026-10-01}}]
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
    "people/jon-aas/": ["Looks after: two people, one out of touch", "one of two people is out of touch"],
    "portfolio/": ["One account: one Key. There are signs of where we stand."],
    "portfolio/selection/": ["The account has no reason on file for the tier: who decided it", "not scored yet"],
    "portfolio/continuum/": ["The evidence does not say yet where the account stands"],
    "portfolio/white-space/": ["No offering yet."],
    "portfolio/dependence/": ["The account has ties on file.", "they depend on us more"],
    "portfolio/sponsors/": ["One pair, carried by one executive of ours; one has not spoken within the days agreed."],
    "portfolio/calendar/": [
        "Three dates in the coming 365 days",
        "December 2026: two dates",
        "Business review with the client",
    ],
    "portfolio/workload/": ["Nobody leads more than one account. One open item has no owner, named below."],
}


@pytest.mark.parametrize("path", SAYS)
def test_what_the_pages_say_of_one_account(path):
    shown = text(project(ONE), path)
    assert [sentence for sentence in SAYS[path] if sentence not in shown] == []


CHOSEN = (
    ONE
    + """\
selection: {date: 2025-01-10, led_by: mira-holm, approved_by: [jon-aas], reason: Docks., next_review: 2026-11-01,
  scores: [{criterion: potential, score: 8}]}
"""
)
LATER = """\
name: Later
tier: key
lead: jon-aas
people: [{id: ann, name: Ann, owner: jon-aas, status: vacant}, {id: bo, name: Bo, owner: jon-aas}]
meetings: [{date: 2026-12-02, what: Lunch, theirs: [bo]}]
actions:
  - {what: Third, owner: jon-aas}
  - {what: Second, owner: jon-aas, due: 2026-11-25}
  - {what: First, owner: jon-aas, due: 2026-11-01}
  - {what: Nought, owner: jon-aas, due: 2026-10-01}
team: [{who: jon-aas, part: Runs the docks}]
"""


def rows(table):
    """Return the texts of a table, each cell with its second line and, where it has one, its tone."""
    return [[" | ".join(filter(None, (cell.text, cell.second, cell.tone))) for cell in row.cells] for row in table.rows]


def test_what_stands_in_each_column_of_the_boards():
    read = project(CHOSEN, LATER)
    made = {path: page.context for path, page in pages_of(read).items()}
    board = made["portfolio/continuum/"]["table"]
    heads = [column.text for column in board.columns]
    acme = dict(zip(heads, rows(board)[0], strict=True))
    assert (acme["Cooperative"], acme["Interdependent"]) == ("Own view", "Desired")
    assert acme["Evidence and own view"].startswith("not known yet | ask: ")
    assert acme["Wish and ceiling"].startswith("we wish for Interdependent")
    assert [cell.sign for cell in board.rows[0].cells if cell.sign] == ["◇", "◎"]
    assert made["portfolio/continuum/"]["lede"].startswith("The evidence does not say yet where any account stands")
    assert "One has no sign of where we stand that anybody saw" in made["portfolio/"]["lede"]
    ties = dict(zip([one.text for one in made["portfolio/dependence/"]["table"].columns],
                    rows(made["portfolio/dependence/"]["table"])[0], strict=True))  # fmt: skip
    assert (ties["Them: Operational"], ties["Us: Operational"], ties["Us: Business"]) == ("3", "1", "ask | grey")
    assert ties["In words"] == "they depend on us more | they 3, we 1, over one kind judged on both sides"
    (chosen, later) = rows(made["portfolio/selection/"]["table"])
    assert chosen[3:] == ["10 Jan 2025 | led by Mira Holm", "", "Sun 1 Nov | red"]
    assert later[5] == "no day yet | ochre"
    scored = rows(made["portfolio/selection/"]["scores"])
    criteria = project(ONE).playbook.method.selection.criteria
    whole = sum(one.weight for one in criteria if one.side is CriterionSide.ATTRACTIVENESS)
    share = next(one.weight for one in criteria if one.id == "potential") / whole
    assert scored[0][1] == "none yet | grey", "no field while one side is not scored"
    assert scored[0][2] == f"8.0 of 10 | {share:.0%} of the weight scored"
    assert scored[0][3] == "not scored yet | grey"


def test_accounts_without_a_sign_are_counted():
    board = pages_of(project(ONE, LATER, "name: Alone\n"))["portfolio/"].context
    assert "Two have no sign of where we stand" in board["lede"]


def test_what_stands_in_each_column_of_the_portfolio():
    made = {path: page.context for path, page in pages_of(project(CHOSEN, LATER)).items()}
    overview = rows(made["portfolio/"]["table"])
    assert [row[4] for row in overview] == ["1", "0"]
    (pair,) = rows(made["portfolio/sponsors/"]["pairs"])
    assert pair[3] == "142 d ago | red"
    assert rows(made["portfolio/sponsors/"]["loads"]) == [["Jon Aas", "1", "1", "1 | red"]]
    assert [cell.text for cell in made["portfolio/sponsors/"]["without"]] == ["Later"]
    load = {row[0].split(" | ")[0]: row[1:] for row in rows(made["portfolio/workload/"]["table"])}
    assert load["Mira Holm"][:3] == ["1", "0", "0"]
    assert load["Jon Aas"][:4] == ["1", "1", "1", "4"]
    assert list(load) == ["Jon Aas", "Mira Holm"]
    assert (load["Mira Holm"][7:], load["Jon Aas"][7:]) == (["0", "1"], ["2 | Acme and Later | ochre", "0"])


def test_an_executive_with_two_peers_in_one_account_has_one_account():
    read = project(ONE.replace("theirs: rao, every: 90}", "theirs: rao, every: 90}, {ours: jon-aas, theirs: lund}"))
    table = pages_of(read)["portfolio/sponsors/"].context["loads"]
    assert rows(table) == [["Jon Aas", "2", "1", "1 | red"]]


def test_the_desk_of_one_of_us_has_what_is_late_first_and_each_account_once():
    jon = pages_of(project(CHOSEN, LATER))["people/jon-aas/"].context
    assert [(row[0], row[2]) for row in rows(jon["items"]["table"])] == [
        ("Nought", "50 d overdue | 1 Oct | red"),
        ("First", "19 d overdue | Sun 1 Nov | red"),
        ("Second", "in 5 d | Wed 25 Nov"),
        ("Third", "no day yet | ochre"),
    ]
    assert jon["items"]["heading"] == "To do: two late, one due in 14 days"
    parts = {row[0]: row[1] for row in rows(jon["accounts"]["table"])}
    assert parts == {"Later": "lead; Runs the docks", "Acme": "backup"}
    assert len(jon["accounts"]["table"].rows) == 2
    ties = rows(jon["ties"]["table"])
    assert [row[0] for row in ties][-1] == "Priya Rao"
    assert ["Ann", "Later", "nobody in this post | ochre", "none | grey"] in ties


def test_needs_are_counted_by_who_serves_them():
    read = project(ONE)
    offering = Offering.model_construct(id="voice", name="Voice", group=None, does="It talks.")
    holders = (HeldBy.US, HeldBy.COMPETITOR, HeldBy.NOBODY, HeldBy.NOT_USED, None)
    needs = tuple(
        Need.model_construct(unit=str(at), offering="voice", held_by=holder) for at, holder in enumerate(holders)
    )
    units = tuple(Unit.model_construct(id=str(at), name=str(at)) for at in range(7))
    beside = Need.model_construct(unit="0", offering="voice", held_by=HeldBy.COMPETITOR)

    def shown(some: tuple[Need, ...]):
        account = read.accounts[0].model_copy(update={"footprint": some, "units": units})
        own = replace(read, accounts=(account,), playbook=replace(read.playbook, offerings=(offering,)))
        return rows(pages_of(own)["portfolio/white-space/"].context["table"])

    assert shown(needs) == [["Acme", "Ours 1 | open 2 · ask 3 | blue"]]
    assert shown((*needs, beside)) == [["Acme", "Ours 1 | open 3 · ask 3 | blue"]], "a unit is asked about once"


def test_the_list_of_accounts_names_leads_tags_and_a_few_buttons():
    made = pages_of(project(CHOSEN, LATER, "name: Alone\ntags: [docks]\n"))["accounts/"].context
    leads = {entry.name.text: [one.text for one in entry.accounts] for entry in made["leads"]}
    assert leads == {"Mira Holm": ["Acme"], "Jon Aas": ["Later"], "No lead yet": ["Alone"]}
    assert [[one.text for one in entry.accounts] for entry in made["tags"]] == [["Acme", "Alone"]]
    (acme, *_) = [row for group in made["groups"] for row in rows(group.table)]
    assert acme[2] == "1 of 2"
    tiers = "".join(f"  - {{id: t{at}, name: T{at}, contact_lasts: 90}}\n" for at in range(10))
    playbook = PLAYBOOK.partition("tiers:")[0] + "tiers:\n" + tiers
    many_tiers = project(*(f"name: A{at}\ntier: t{at}\n" for at in range(10)), playbook=playbook)
    choices = [group.choice for group in pages_of(many_tiers)["accounts/"].context["groups"]]
    assert choices == [1, 2, 3, 4, 5, 6, 7, 8, 0, 0]


def test_what_nobody_knows_is_not_a_nought():
    shown = text(project("name: Acme\n"), "portfolio/dependence/")
    assert "The account has no ties on file." in shown
    assert shown.count("ask") >= 8
    assert "0 " not in shown.split("Account Them")[1].split("0 no tie")[0]
    board = text(project("name: Acme\n"), "portfolio/continuum/")
    assert "not known yet ask: Who meets whom" in board
    assert "ask: which stage is worth what it costs?" in board


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
        "one of one judged",
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
    assert "No coaching talk on file with Mira Holm." in shown
    assert "Nobody is judged yet." in shown


# The method ------------------------------------------------------------------------------------


def test_each_entry_of_a_model_can_be_linked_to():
    read, html = example(), {path: as_html(page) for path, page in pages_of(example()).items()}
    method = read.playbook.method

    def ids(path: str) -> set[str]:
        return {e.attributes["id"] for e in tags(html[path], "tr") if "id" in e.attributes}

    assert ids("method/continuum/") == {f"stage-{one.id}" for one in method.continuum.stages} | {
        f"dimension-{one.id}" for one in method.continuum.dimensions
    } | {f"indicator-{one.id}" for one in method.continuum.indicators}
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
