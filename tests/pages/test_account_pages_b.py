"""Plan, brief, reviews, coaching, sponsors and hand-over: what they say with nothing, a little and everything."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import PLAYBOOK, TEAM, as_html, elements, example, leaked_none, only, tags, text_of

from sam_gen.model.edition import Edition
from sam_gen.model.project import Coaching
from sam_gen.pages.brief import brief_page
from sam_gen.pages.coaching import coaching_page
from sam_gen.pages.hand_over import hand_over_page
from sam_gen.pages.plan import plan_page
from sam_gen.pages.reviews import reviews_page
from sam_gen.pages.sponsors import sponsors_page
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

MAKERS = {
    "plan": plan_page,
    "brief": brief_page,
    "reviews": reviews_page,
    "coaching": coaching_page,
    "sponsors": sponsors_page,
    "hand-over": hand_over_page,
}
NAME_ONLY = "name: Acme\n"
ONE = "name: Acme\npeople: [{name: Ann}]\n"
EVERYTHING = """\
name: Acme <b>& Sons</b>
lead: mira-holm
backup: jon-aas
timeframe: 2027
as_of: 2026-11-01
in_short: We *stand* well.
business: {summary: They make ladders.}
initiatives:
  - {id: dry, name: Dry stock, owner: rao, due: 2027-03-01, basis: observed, as_of: 2026-10-01, so_what: Roof first.}
people:
  - {id: rao, name: Priya Rao, title: Chief operating officer, roles: [decider], owner: mira-holm,
     support: {value: supporter, basis: observed, as_of: 2026-11-10, evidence: Said so.},
     influence: 9, cares_about: Dry feet}
  - {id: lund, name: Per Lund, title: Site manager, reports_to: rao, owner: mira-holm,
     support: {value: opponent, basis: observed, as_of: 2026-10-10, evidence: The broken gate.}}
  - {id: kay, name: Kay Moe, title: CFO, influence: 8}
contacts:
  - {date: 2026-11-12, ours: [mira-holm], theirs: [rao, lund], what: The roof}
  - {date: 2026-06-12, ours: [jon-aas], theirs: [rao]}
meetings: [{date: 2026-11-24, time: "10:00", what: Roof day, ours: [mira-holm], theirs: [rao, lund]}]
opportunities:
  - {name: New roof, for: dry, class: A, why: They asked., worth: 120000, client_gets: Dry ladders, owner: mira-holm,
     sponsor: rao, prove: Who signs, due: 2026-11-10}
  - {name: Gutters}
objectives:
  - name: No wet ladder
    for: dry
    client_gets: 30 ladders a month
    we_get: 50000
    owner: rao
    due: 2027-04-01
    audience: shared
    measures:
      - {name: Wet ladders, unit: ladders, baseline: 30, target: 0,
         benchmarks: [{date: 2026-10-31, target: 20, actual: 24}, {date: 2027-01-31, target: 5}]}
      - {name: Claims, benchmarks: [{date: 2026-10-31, target: 3}]}
actions:
  - {what: Secret step, owner: mira-holm, due: 2026-11-01}
  - {what: Measure the roof, owner: mira-holm, due: 2026-11-15, done: 2026-11-14}
promises:
  - {what: The drawing, by: mira-holm, to: rao, due: 2026-11-10}
  - {what: The keys, by: people/lund, to: mira-holm, due: 2026-12-01}
risks:
  - {what: Rain, likelihood: high, impact: high, response: Tarpaulin, owner: jon-aas}
  - {what: Snow}
team: [{who: mira-holm, part: Leads, call_when: It drips}]
sponsors: [{ours: jon-aas, theirs: rao, every: 90, about: Roofs}]
cadence: [{kind: team, every: 30, next: 2026-12-01}, {kind: qbr, every: 90}]
reviews:
  - {date: 2026-10-01, kind: team, course: keep, notes: It *leaks*.,
     decisions: [{what: Buy nails, owner: jon-aas, due: 2026-11-01}, {what: Find wood, done: 2026-10-20}]}
validation: [{date: 2026-10-05, who: rao, changed: [Gutters last]}]
transition: {from: mira-holm, to: jon-aas, decided: 2026-11-10, client_told: 2026-11-18, open: [Where the ladder is]}
"""


def shown(maker: str, text: str, **more: str) -> str:
    return text_of(as_html(MAKERS[maker](*only(text, **more))))


def check(html: str) -> None:
    found = elements(html)
    assert [e.tag for e in found].count("h1") == 1
    ids = [e.attributes["id"] for e in found if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    hollow = ("p", "dt", "dd", "li", "th", "a", "h1", "h2", "h3", "strong")
    assert [e for e in found if e.tag in hollow and not e.text.strip()] == []
    for element in found:
        if element.tag in ("p", "li", "td", "th", "h2", "h3", "span"):
            assert not leaked_none(element.text), element
            assert " ," not in element.text
            assert ".." not in element.text


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize(
    "text", [NAME_ONLY, EVERYTHING, "name: A\npeople: [{name: Ann}]\n"], ids=["name", "all", "one"]
)
def test_every_page_stands(name, text):
    check(as_html(MAKERS[name](*only(text))))


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("account", example().accounts, ids=lambda account: account.id)
def test_example_pages_stand(name, account):
    page = MAKERS[name](example(), account)
    assert page.path == f"accounts/{account.id}/{name}/"
    check(as_html(page))


@pytest.mark.parametrize("name", MAKERS)
def test_every_section_cites_its_lines(name):
    html = as_html(MAKERS[name](*only(NAME_ONLY)))
    feet = [e for e in tags(html, "p") if "s-foot" in e.classes]
    assert len(feet) >= len(tags(html, "h2"))


@pytest.mark.parametrize("name", MAKERS)
def test_what_a_file_says_never_becomes_markup(name):
    html = as_html(MAKERS[name](*only(EVERYTHING)))
    assert "<b>" not in html
    assert "Acme <b>& Sons</b>" in text_of(html)


SAYS = {
    ("plan", NAME_ONLY): [
        "No timeframe yet: until when does this plan count?",
        "Internal draft: nobody at the client has gone through it.",
        "1 Their business: not known yet",
        "2 Opportunities: none named yet",
        "3 Our team: nobody named yet",
        "4 Risks: none named yet",
        "5 Review: an internal draft so far",
    ],
    ("plan", EVERYTHING): [
        "Plan begins in 42 d, 1 Jan 2027 to 31 Dec 2027.",
        "Priya Rao went through it on 5 Oct, 46 d ago, and changed one thing.",
        "1 Their business: one initiative, with an objective",
        "2 Opportunities: one A, one not judged yet",
        "€120 k",
        "10 d overdue",
        "Objectives: one open, one measure off track",
        "20 by Sat 31 Oct, it was 24, next 5 by 31 Jan 2027",
        "nobody wrote down the value: ask for it",
        "not measured",
        "4 Risks: one needs action now, one not judged yet",
        "likelihood not known yet",
        "Gutters last",
    ],
    ("brief", NAME_ONLY): ["No talk with the client is agreed.", "Who decides there? Begin with a name."],
    ("brief", EVERYTHING): [
        "Tue 24 Nov (in 4 d), 10:00: Roof day. For us: Mira Holm.",
        "Who will be there: two people, one against us or in doubt",
        "Open promises: one from us, one from them",
        "What they may raise: one late thing of ours",
        "three things are late on our side",
        "Dry feet",
    ],
    ("reviews", NAME_ONLY): ["No review is on file. No day is agreed for the next one.", "Rhythm: none agreed yet"],
    ("reviews", EVERYTHING): [
        "Rhythm: one late, one not begun",
        "20 d late",
        "Decisions: one open, one late",
        "keep: the plan stands",
        "Talk with Priya Rao and Per Lund",
        "Done: Measure the roof",
        "Validation by the client: last by Priya Rao, 5 Oct",
    ],
    ("coaching", NAME_ONLY): [
        "Nobody knows who decides at Acme: nobody of theirs is on file.",
        "Four questions for this account",
    ],
    ("coaching", EVERYTHING): [
        "“The drawing” is 10 d late for Priya Rao, who sits across from us on Tue 24 Nov.",
        "“The broken gate”. Who of us has answered Per Lund since 10 Oct 2026, and on which day?",
        "New 2, no more than two",
    ],
    ("sponsors", NAME_ONLY): ["No executive of ours is paired with one of theirs."],
    ("sponsors", EVERYTHING): [
        "161 d ago",
        "every 90 d, 71 d late",
        "Jon Aas rings Priya Rao",
        "Name a peer for Kay Moe",
        "One executive of theirs has no peer of ours.",
    ],
    ("hand-over", NAME_ONLY): ["No hand-over is under way. This is what a new lead would need to know."],
    ("hand-over", EVERYTHING): [
        "Mira Holm hands over to Jon Aas: decided Tue 10 Nov, 10 d ago.",
        "Steps: two of five done, next met together",
        "Where the ladder is",
        "Sore points: one person against us or in doubt, one promise late",
        "The broken gate.",
    ],
}


@pytest.mark.parametrize(("name", "text"), SAYS, ids=lambda value: value if len(value) < 12 else value[6:10])
def test_what_they_say(name, text):
    said = shown(name, text)
    assert [sentence for sentence in SAYS[name, text] if sentence not in said] == []


def test_a_step_the_client_never_heard_of_is_not_theirs_to_raise():
    html = as_html(brief_page(*only(EVERYTHING)))
    assert "Secret step" not in text_of(html).partition("What they may raise")[2]


def test_the_bar_names_the_hand_over_while_one_runs():
    def bar(text: str) -> list[str]:
        html = as_html(plan_page(*only(text)))
        return [a.text for a in tags(html, "a") if a.attributes["href"].startswith("../") and a.text == "Hand-over"]

    assert bar(EVERYTHING) == ["Hand-over"]
    assert bar(NAME_ONLY) == []
    assert bar(EVERYTHING.replace("decided: 2026-11-10", "decided: 2026-11-10, closed: 2026-11-19")) == []


def coach_project(tmp_path) -> tuple:
    for folder in ("accounts", "playbook", "coaching/accounts", "coaching/people"):
        (tmp_path / folder).mkdir(parents=True)

    (tmp_path / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
    (tmp_path / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
    (tmp_path / "accounts/a.yml").write_text("name: Acme\nlead: mira-holm\n", encoding="utf-8")
    (tmp_path / "coaching/accounts/a.yml").write_text(
        "notes: Quiet *lately*.\nsessions: [{date: 2026-11-06, coach: jon-aas, focus: Names, will: [Ring Rao]}]\n",
        encoding="utf-8",
    )
    (tmp_path / "coaching/people/mira-holm.yml").write_text(
        "scores: [{competency: planning, level: 2, evidence: Wrote the plan., as_of: 2026-11-01}]\n", encoding="utf-8"
    )
    project = read_project(Folders(tmp_path), coaching=True)
    return project, project.accounts[0]


def test_the_coach_sees_notes_talks_and_scores(tmp_path):
    project, account = coach_project(tmp_path)
    said = text_of(as_html(coaching_page(replace(project, edition=Edition.COACH), account)))
    for sentence in ("For the coach: one talk on file", "Quiet lately.", "Ring Rao", "2 of 4", "Wrote the plan."):
        assert sentence in said


def test_nothing_hints_at_the_coach_in_another_edition(tmp_path):
    project, account = coach_project(tmp_path)
    team = as_html(coaching_page(replace(project, edition=Edition.TEAM), account))
    without = as_html(coaching_page(replace(project, edition=Edition.TEAM, coaching=None), account))
    empty = as_html(coaching_page(replace(project, edition=Edition.TEAM, coaching=Coaching()), account))
    assert team == without == empty
    assert "Quiet" not in team


def test_the_past_is_seen_as_it_was():
    said = shown("plan", EVERYTHING, as_of="2026-10-02")
    assert "Internal draft: nobody at the client has gone through it." in said
    assert "Priya Rao went through it" not in said
