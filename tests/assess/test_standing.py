"""Health and hygiene: hand-worked cases, one number at a time, and what must hold for any file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from helpers import PLAYBOOK, ROOT, TEAM, day, example, only, project
from hypothesis import given, settings
from hypothesis import strategies as st

from sam_gen.assess.concentration import concentration
from sam_gen.assess.health import health, health_of, moved
from sam_gen.assess.hygiene import hygiene, hygiene_of
from sam_gen.assess.scores import Band, band, between, mean
from sam_gen.model.problem import ReadingProblems
from sam_gen.model.standing import HealthModel
from sam_gen.pages.quarters import quarter_name
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

CASES = Path(__file__).parent / "cases"
TODAY = day("2026-11-20")


def cases(name: str) -> list[tuple[str, str, dict[str, str]]]:
    """Return name, input and expected scores of every case."""
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    found = []
    for part in text.split("\n=== ")[1:]:
        head, _, rest = part.partition("\n")
        given_, _, expected = rest.partition("---\n")
        lines = (line.partition(": ") for line in expected.strip().splitlines())
        found.append((head, given_, {key: value for key, _, value in lines}))
    return found


def account_text(text: str) -> str:
    return f"name: A\n{'' if 'tier:' in text else 'tier: key'}\n{text}"


def shown(whole, name: str) -> dict[str, str]:
    found = {part.id: part.figure.value for part in whole.parts} | {name: whole.value}
    said = {
        key: "not known" if value is None else f"{value:.2f}".rstrip("0").rstrip(".") for key, value in found.items()
    }
    return said | {"band": whole.band.value if whole.band else "not known"}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in cases("health")])
def test_health_by_hand(text, expected, with_offering):
    read, account = with_offering(account_text(text))
    found = shown(health_of(account, read.playbook, TODAY), "health")
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in cases("hygiene")])
def test_hygiene_by_hand(text, expected, with_offering):
    read, account = with_offering(account_text(text))
    found = shown(hygiene_of(account, read.playbook, TODAY), "hygiene")
    assert {key: found[key] for key in expected} == expected


@pytest.fixture
def with_offering(tmp_path):
    """Read an account under a playbook that has one offering."""

    def read(text: str):
        (tmp_path / "accounts").mkdir()
        (tmp_path / "playbook").mkdir()
        (tmp_path / "accounts/a.yml").write_text(text, encoding="utf-8")
        (tmp_path / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
        (tmp_path / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
        offerings = "offerings: [{id: desk, name: Desk, does: Runs.}]\n"
        (tmp_path / "playbook/offerings.yml").write_text(offerings, encoding="utf-8")
        found = read_project(Folders(tmp_path))
        return found, found.accounts[0]

    return read


# One line, one measure ---------------------------------------------------------------

LINES = {
    "outcomes": "value: [{what: a, status: confirmed, as_of: 2026-10-14}]\n",
    "voice": "feedback: [{date: 2026-09-01}]\n",
    "delivery": "promises: [{what: a, by: jon-aas, due: 2026-10-01, kept: 2026-10-01}]\n",
    "direction": "objectives: [{name: a}]\n",
}


@pytest.mark.parametrize("measure", LINES)
def test_one_line_moves_one_measure_of_health(measure):
    whole = "name: A\n" + "".join(LINES.values())
    without = whole.replace(LINES[measure], "")
    values = []
    for text in (whole, without):
        read, account = only(text)
        values.append({part.id: part.figure.value for part in health_of(account, read.playbook, TODAY).parts})
    assert {key for key in values[0] if values[0][key] != values[1][key]} == {measure}


def test_what_moved_since():
    kept = "{what: a, by: jon-aas, due: 2026-03-01, kept: 2026-03-01}"
    read, account = only(f"name: A\npromises:\n  - {kept}\n  - {{what: b, by: jon-aas, due: 2026-11-01}}\n")
    (one,) = moved(account, read.playbook, TODAY)
    assert (one.part.id, one.before, one.part.figure.value, one.by) == ("delivery", 100, 37.5, -62.5)
    assert one.since == day("2026-08-22")


# The models --------------------------------------------------------------------------


def test_the_numbers_in_the_code_are_those_that_ship():
    """A company whose health.yml was written before there were limits gets the ones that ship."""
    shipped = yaml.safe_load((ROOT / "playbook/models/health.yml").read_text(encoding="utf-8"))
    for name in ("outcomes", "relationship", "voice", "delivery", "commercial", "direction"):
        assert HealthModel.model_fields[name].default.model_dump() == shipped[name]
    assert sum(one["weight"] for one in shipped["measures"]) == 100


def test_a_section_that_no_file_has_is_refused(tmp_path):
    """A wrong key would otherwise count as empty for ever."""
    (tmp_path / "accounts").mkdir()
    (tmp_path / "playbook/models").mkdir(parents=True)
    (tmp_path / "playbook/playbook.yml").write_text(PLAYBOOK, encoding="utf-8")
    (tmp_path / "playbook/team.yml").write_text(TEAM, encoding="utf-8")
    text = (ROOT / "playbook/models/hygiene.yml").read_text(encoding="utf-8")
    (tmp_path / "playbook/models/hygiene.yml").write_text(
        text.replace("field: people", "field: peple"), encoding="utf-8"
    )
    with pytest.raises(ReadingProblems) as caught:
        read_project(Folders(tmp_path))
    (problem,) = caught.value.problems
    assert (problem.code, problem.remedy) == ("SAM033", "Did you mean people?")


def test_the_parts_that_ship_have_a_rule():
    read = example()
    for whole in (
        health_of(read.accounts[0], read.playbook, TODAY),
        hygiene_of(read.accounts[0], read.playbook, TODAY),
    ):
        assert sum(part.weight for part in whole.parts) == 100
        assert all(part.known or part.figure.ask or part.figure.because for part in whole.parts)


def test_both_explain_themselves():
    read = example()
    for figure in (health(read.accounts[0], read.playbook, TODAY), hygiene(read.accounts[0], read.playbook, TODAY)):
        assert figure.because
        assert figure.value is None or 0 <= figure.value <= 100


# What holds for any numbers ------------------------------------------------------------

PARTS = st.lists(st.tuples(st.integers(1, 100), st.none() | st.floats(0, 100)), min_size=1, max_size=8)


@given(PARTS, st.integers(0, 100))
def test_a_mean_lies_between_its_parts_and_never_counts_the_unknown(parts, most):
    value, known = mean(parts, most)
    assert 0 <= known <= 1
    scores = [score for _, score in parts if score is not None]
    if value is None:
        assert not scores or (1 - known) * 100 > most - 1e-9
    else:
        assert min(scores) - 1e-9 <= value <= max(scores) + 1e-9
        assert mean([part for part in parts if part[1] is not None], most)[0] == pytest.approx(value)


@given(st.floats(-500, 500), st.floats(-500, 500), st.floats(-500, 500))
def test_a_straight_line_stays_between_its_ends(value, none_at, full_at):
    assert 0 <= between(value, none_at, full_at) <= 100


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_better_number_is_never_a_worse_word(one, other):
    low, high = sorted((one, other))
    order = [Band.AT_RISK, Band.WATCH, Band.GOOD]
    assert order.index(band(low, 75, 50)) <= order.index(band(high, 75, 50))


@settings(max_examples=20, deadline=None)
@given(st.dates(day("2024-01-01"), day("2029-12-31")))
def test_any_day_gives_scores_in_range(as_of):
    read = example()
    for account in read.accounts:
        for whole in (health_of(account, read.playbook, as_of), hygiene_of(account, read.playbook, as_of)):
            assert all(part.figure.value is None or 0 <= part.figure.value <= 100 for part in whole.parts)


# Concentration ---------------------------------------------------------------------------

RATES = "rates: [{currency: SEK, per_unit: 0.1, as_of: 2026-10-01}]\n"


def spread(*accounts: str):
    read = project(*accounts, playbook=PLAYBOOK + RATES)
    return concentration(read.accounts, read.playbook, read.as_of)


def revenue(name: str, amount: int, currency: str = "EUR", year: int = 2025) -> str:
    return f"name: {name}\ncurrency: {currency}\neconomics: {{revenue: [{{year: {year}, amount: {amount}}}]}}\n"


def test_shares_are_in_one_currency_and_cumulative():
    """600 and SEK 4,000 at 0.1 make 1,000: 60 and 40 %; 0.36 + 0.16 = 0.52."""
    found = spread(revenue("A", 600), revenue("B", 4000, "SEK"))
    assert [(one.account.name, one.share, one.cumulative) for one in found.shares] == [("A", 0.6, 0.6), ("B", 0.4, 1.0)]
    assert found.index.value == pytest.approx(0.52)


def test_without_a_rate_or_a_year_an_account_is_named_and_not_added():
    found = spread(revenue("A", 600), revenue("B", 4000, "NOK"), revenue("C", 5, year=2024), "name: D\n")
    assert [one.account.name for one in found.shares] == ["A"]
    assert [one.why for one in found.apart] == [
        "no rate for NOK: not comparable",
        "no revenue of 2025 on file",
        "no revenue of 2025 on file",
    ]
    assert (found.total, found.index.value, found.index.known) == (600, 1.0, 0.25)


def test_nothing_on_file_is_not_known():
    found = spread("name: A\n")
    assert found.index.value is None
    assert found.index.ask


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_the_index_lies_between_equal_and_alone(amounts):
    found = spread(*(revenue(f"A{at}", amount) for at, amount in enumerate(amounts)))
    live = [amount for amount in amounts if amount]
    if not live:
        assert found.index.value is None
    else:
        assert 1 / len(live) - 1e-9 <= found.index.value <= 1 + 1e-9


# Quarters of our own year ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "starts", "said"),
    [
        ("2026-01-01", 1, "Q1 2026"),
        ("2026-12-31", 1, "Q4 2026"),
        ("2026-12-31", 4, "Q3 2026/27"),
        ("2027-03-31", 4, "Q4 2026/27"),
        ("2027-04-01", 4, "Q1 2027/28"),
        ("2026-07-01", 7, "Q1 2026/27"),
        ("1999-12-01", 12, "Q1 1999/00"),
    ],
)
def test_quarters_follow_our_year(date, starts, said):
    assert quarter_name(day(date), starts) == said


# What nothing can be said of yet, and why ---------------------------------------------


def part_of(whole, id_: str):
    return next(part.figure for part in whole.parts if part.id == id_)


def test_what_is_to_come_is_not_asked_for():
    read, account = only(
        "name: A\ntier: key\npromises: [{what: Doors, by: mira-holm, due: 2026-12-01}]\n"
        "actions: [{what: Count, owner: mira-holm, due: 2026-11-20}]\n"
    )
    health_, hygiene_ = health_of(account, read.playbook, TODAY), hygiene_of(account, read.playbook, TODAY)
    doors = "nothing was due lately; the next is “Doors” on 1 Dec 2026"
    for figure, said in (
        (part_of(health_, "delivery"), doors),
        (part_of(hygiene_, "promises"), doors),
        (part_of(hygiene_, "actions"), "nothing was due lately; the next is “Count” on 20 Nov 2026"),
    ):
        assert (figure.value, figure.ask, figure.because[0].text) == (None, "", said)


def test_without_a_day_it_is_asked_for():
    read, account = only("name: A\ntier: key\npromises: [{what: Doors, by: mira-holm}]\n")
    figure = part_of(health_of(account, read.playbook, TODAY), "delivery")
    assert figure.ask == "What did we promise them, and by when?"


def test_days_are_said_as_readers_write_them():
    read, account = only("name: A\ntier: key\nfeedback: [{date: 2026-06-18, wants: Doors}]\n")
    assert part_of(health_of(account, read.playbook, TODAY), "voice").because[0].text == (
        "not settled since 18 Jun 2026: Doors"
    )
