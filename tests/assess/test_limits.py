"""The limits of playbook/models/: a changed number moves the figure it is for, and no other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import PLAYBOOK, ROOT, TEAM, as_html, day, example, only, text_of
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.advise.focus import focus
from sam_gen.assess.claims import Held, confidence
from sam_gen.assess.coverage import pairs
from sam_gen.assess.people import standings
from sam_gen.assess.plan import open_risks
from sam_gen.assess.portfolio import portfolio
from sam_gen.assess.reviews import looked_at_since
from sam_gen.assess.sponsors import unpaired
from sam_gen.checks.check import check
from sam_gen.model.claims import Basis
from sam_gen.model.edition import Edition
from sam_gen.model.limits import ClaimKind
from sam_gen.model.place import Place
from sam_gen.model.problem import ReadingProblems
from sam_gen.model.project import Project
from sam_gen.pages.account import account_page
from sam_gen.pages.desk import desk_page
from sam_gen.pages.leader import leader_pages
from sam_gen.pages.map import map_page
from sam_gen.pages.parts import counts as said_of
from sam_gen.pages.person import person_pages
from sam_gen.pages.plan import plan_page
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

COUNTS = re.compile(r"counts \d+%(?:: ask again)?")
MODELS = ROOT / "playbook/models"
ACCOUNT = """\
name: Acme
tier: key
as_of: 2026-11-01
people:
  - id: rao
    name: Priya Rao
    title: COO
    roles: [decider]
    owner: jon-aas
    support: {value: supporter, basis: observed, as_of: 2026-08-22}
  - {id: lund, name: Per Lund, title: Site manager, roles: [champion], influence: 7, owner: jon-aas}
  - {id: berg, name: Ida Berg, title: Buyer, roles: [procurement], influence: 8}
  - {id: post, name: Head of IT, status: vacant, since: 2026-08-01}
contacts:
  - {date: 2026-11-10, ours: [jon-aas], theirs: [rao, berg], what: Steering}
  - {date: 2026-07-20, ours: [jon-aas], theirs: [lund], what: Walk}
  - {date: 2026-02-01, ours: [jon-aas], theirs: [rao], what: Start}
meetings: [{date: 2026-12-10, what: Steering, ours: [jon-aas], theirs: [rao]}]
actions: [{what: Walk the yard, owner: jon-aas, due: 2026-12-03}]
initiatives: [{name: Paperless, basis: client_confirmed, who: rao, as_of: 2026-05-24}]
units: [{id: north, name: North}]
footprint: [{unit: north, offering: desk, held_by: us, until: 2027-04-01}]
validation: [{date: 2026-02-01, who: rao}]
transition: {from: jon-aas, to: mira-holm, decided: 2026-10-01}
risks: [{what: Rain, likelihood: medium, impact: medium}]
"""


def changed(root: Path, file: str, *changes: tuple[str, str]) -> Project:
    """Read one account under a playbook in which one model file is changed."""
    (root / "accounts").mkdir(exist_ok=True)
    (root / "playbook/models").mkdir(parents=True, exist_ok=True)
    (root / "accounts/a.yml").write_text(ACCOUNT, encoding="utf-8")
    (root / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
    (root / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
    (root / "playbook/offerings.yml").write_text("offerings: [{id: desk, name: Desk, does: Runs.}]\n", encoding="utf-8")
    text = (MODELS / f"{file}.yml").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (root / f"playbook/models/{file}.yml").write_text(text, encoding="utf-8")
    (root / "coaching/people").mkdir(parents=True, exist_ok=True)
    (root / "coaching/people/mira-holm.yml").write_text("sessions: [{date: 2026-10-10}]\n", encoding="utf-8")
    return read_project(Folders(root), coaching=True)


def figures(project: Project) -> dict[str, object]:
    """Return everything the limits decide, by name."""
    (account,), playbook, as_of = project.accounts, project.playbook, project.as_of
    people = standings(account, playbook, as_of)
    (seen,) = portfolio(project.accounts, playbook, as_of).accounts
    return {
        "key players": [who.person.key for who in people if who.key_player],
        "freshness": [who.freshness.value for who in people],
        "pairs": {pair: one.talks for pair, one in pairs(account, playbook, as_of).items()},
        "executives": [who.person.key for who in unpaired(account, playbook, people)],
        "focus": focus(account, playbook, people, as_of).kind.value,
        "risks": [one.asks and one.asks.value for one in open_risks(account, playbook, as_of)],
        "changes from": looked_at_since(account, playbook, as_of),
        "calendar": [dated.what for dated in seen.dates],
        "stands": COUNTS.findall(text_of(as_html(map_page(project, account)))),
        "initiatives": COUNTS.findall(text_of(as_html(plan_page(project, account)))),
        "account": re.findall(r"\w+ due in the next \d+ days", text_of(as_html(account_page(project, account)))),
        "desk": re.findall(r"due within [\w ]+: \d+", text_of(as_html(desk_page(project)))),
        "of one of us": _of_one_of_us(project),
        **Counter(finding.code for finding in check(project)),
    }


def _of_one_of_us(project: Project) -> list[str]:
    index = portfolio(project.accounts, project.playbook, project.as_of)
    pages = [*person_pages(project, index), *leader_pages(replace(project, edition=Edition.COACH), index)]
    said = r"\w+ due in \d+ days|Next with clients: \w+|Longer than \d+ days ago with [\w ]+|in the last \d+ days"
    return [text for page in pages for text in re.findall(said, text_of(as_html(page)))]


def moved(root: Path, file: str, *changes: tuple[str, str]) -> dict[str, tuple[object, object]]:
    """Return what a change moves, each with the value before and after."""
    before, after = figures(changed(root, file)), figures(changed(root, file, *changes))
    return {name: (before.get(name), after.get(name)) for name in before | after if before.get(name) != after.get(name)}


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("people", "executive_from: 8", "executive_from: 7", {"executives"}),
        ("people", "talk_late_from: 50", "talk_late_from: 80", {"freshness"}),
        ("people", "talks_window: 365", "talks_window: 200", {"pairs", "focus", "SAM110"}),
        ("people", "thread_from: 3", "thread_from: 4", {"focus", "SAM110"}),
        ("people", "champion]", "champion, procurement]", {"key players", "focus", "SAM105"}),
        ("people", "COO, ", "", {"executives"}),
        ("evidence", "observed: 70", "observed: 90", {"stands"}),
        ("evidence", "people_last: 180", "people_last: 360", {"stands"}),
        ("evidence", "strategy_lasts: 365", "strategy_lasts: 730", {"initiatives"}),
        ("evidence", "floor: 20", "floor: 38", {"stands", "SAM114"}),
        ("risks", "prepare_from: 3", "prepare_from: 5", {"risks"}),
        ("risks", "medium: 2", "medium: 3", {"risks"}),
        ("windows", "validation_lasts: 365", "validation_lasts: 200", {"SAM305"}),
        ("windows", "without_review: 90", "without_review: 30", {"changes from"}),
        ("windows", "hand_over_lasts: 60", "hand_over_lasts: 30", {"SAM307"}),
        ("windows", "vacant_lasts: 90", "vacant_lasts: 200", {"SAM112"}),
        ("windows", "contract_ahead: 180", "contract_ahead: 100", {"SAM309"}),
        ("windows", "look_ahead: 365", "look_ahead: 30", {"calendar"}),
        ("windows", "account_ahead: 30", "account_ahead: 10", {"account"}),
        ("windows", "desk_ahead: 14", "desk_ahead: 10", {"desk", "of one of us"}),
        ("windows", "meetings_ahead: 60", "meetings_ahead: 10", {"of one of us"}),
        ("windows", "coaching_lasts: 60", "coaching_lasts: 30", {"of one of us"}),
    ],
)
def test_a_changed_number_moves_what_it_is_for(tmp_path, file, old, new, what):
    assert set(moved(tmp_path, file, (old, new))) == what


def test_a_company_without_the_files_has_those_that_ship():
    read, _ = only("name: A\n")
    shipped = example().playbook.method
    assert read.playbook.method == shipped


def test_risks_written_before_there_was_a_grid_get_the_one_that_ships(tmp_path):
    line = next(line for line in (MODELS / "risks.yml").read_text(encoding="utf-8").splitlines() if "grid:" in line)
    read = changed(tmp_path, "risks", (f"{line}\n", ""))
    assert read.playbook.method.risks.grid is None
    assert read.playbook.method.grid == example().playbook.method.grid


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("medium: 2", "medium: 4", "do not rise"),
        ("prepare_from: 3", "prepare_from: 7", "above act_from"),
        ("act_from: 6", "act_from: 0", "not a whole number"),
    ],
)
def test_a_grid_that_cannot_be_is_refused_at_its_place(tmp_path, old, new, said):
    with pytest.raises(ReadingProblems) as caught:
        changed(tmp_path, "risks", (old, new))
    (problem,) = caught.value.problems
    assert problem.code == "SAM035"
    assert said in problem.message
    assert problem.place.file == "playbook/models/risks.yml"


# How a claim ages -----------------------------------------------------------------

MODEL = example().playbook.method.evidence
TODAY = day("2026-11-20")
BASES, KINDS = st.sampled_from(list(Basis)), st.sampled_from(list(ClaimKind))
DAYS = st.dates(day("2023-01-01"), day("2029-12-31"))


def claim(basis: Basis, since: str | None) -> Held[str]:
    return Held("supporter", basis, day(since) if since else None, Place("a.yml", 1, 1))


@pytest.mark.parametrize(
    ("basis", "kind", "since", "counts"),
    [
        (Basis.OBSERVED, ClaimKind.PEOPLE, "2026-11-20", 70),
        (Basis.OBSERVED, ClaimKind.PEOPLE, "2026-08-22", 35),
        (Basis.OBSERVED, ClaimKind.PEOPLE, "2026-05-24", 0),
        (Basis.ASSUMED, ClaimKind.PEOPLE, "2026-08-22", 20),
        (Basis.CLIENT_CONFIRMED, ClaimKind.STRATEGY, "2025-11-21", pytest.approx(100 / 365)),
        (Basis.CLIENT_CONFIRMED, ClaimKind.CONTRACT, "2025-11-20", 50),
        (Basis.CLIENT_CONFIRMED, ClaimKind.MONEY, "2020-01-01", 0),
        (Basis.CLIENT_CONFIRMED, ClaimKind.PEOPLE, None, 0),
    ],
)
def test_a_claim_counts_by_basis_and_age(basis, kind, since, counts):
    assert confidence(claim(basis, since), kind, MODEL, TODAY) == counts


@given(BASES, KINDS, DAYS, DAYS, DAYS)
def test_a_claim_never_counts_more_as_it_ages(basis, kind, since, one, other):
    early, late = sorted((one, other))
    held = Held("x", basis, since, Place("a.yml", 1, 1))
    assert 0 <= confidence(held, kind, MODEL, late) <= confidence(held, kind, MODEL, early) <= MODEL.counts(basis)


@given(KINDS, DAYS, DAYS)
def test_a_better_basis_never_counts_less(kind, since, seen):
    counts = [confidence(Held("x", basis, since, Place("a.yml", 1, 1)), kind, MODEL, seen) for basis in Basis]
    assert counts == sorted(counts)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2026-11-20", "counts 70%"),
        ("2026-06-20", "counts 10%: ask again"),
        ("2026-01-01", "counts 0%: ask again"),
        (None, "no day, so it counts nothing: ask again"),
    ],
)
def test_what_a_page_says_of_a_claim(since, said):
    assert said_of(claim(Basis.OBSERVED, since), ClaimKind.PEOPLE, MODEL, TODAY) == said
