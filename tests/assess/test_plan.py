"""Measures against benchmarks, the weight of risks, and what falls when."""

from __future__ import annotations

import pytest
from helpers import day, example, only

from sam_gen.assess.plan import Response, Track, contract_ends, open_risks, response, roadmap, tracked
from sam_gen.model.plan import Likelihood

TODAY = day("2026-11-20")


def measure(text: str):
    _, account = only(f"name: A\nobjectives: [{{name: O, measures: [{{name: M, {text}}}]}}]\n")
    return account.objectives[0].measures[0]


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("benchmarks: []", Track.NO_BENCHMARK),
        ("benchmarks: [{date: 2026-12-01, target: 5}]", Track.NOT_DUE),
        ("benchmarks: [{date: 2026-11-01, target: 5}]", Track.NOT_MEASURED),
        ("baseline: 1, target: 9, benchmarks: [{date: 2026-11-20, target: 5, actual: 5}]", Track.ON),
        ("baseline: 1, target: 9, benchmarks: [{date: 2026-11-01, target: 5, actual: 4}]", Track.OFF),
        ("baseline: 9, target: 1, benchmarks: [{date: 2026-11-01, target: 5, actual: 4}]", Track.ON),
        ("baseline: 9, target: 0, benchmarks: [{date: 2026-11-01, target: 5, actual: 6}]", Track.OFF),
        ("target: 1, benchmarks: [{date: 2026-11-01, target: 5, actual: 4}]", Track.ON),
        ("benchmarks: [{date: 2026-11-01, actual: 4}]", Track.NO_BENCHMARK),
    ],
)
def test_track(text, track):
    assert tracked(measure(text), TODAY).track is track


def test_a_value_of_a_day_to_come_is_not_known_yet():
    state = tracked(measure("benchmarks: [{date: 2026-12-01, target: 5, actual: 5}]"), TODAY)
    assert state.now is None


def test_the_grid():
    grid = example().playbook.method.grid
    rows = [[response(likelihood, impact, grid) for impact in Likelihood] for likelihood in Likelihood]
    watch, prepare, act = Response.WATCH, Response.PREPARE, Response.ACT
    assert rows == [[watch, watch, prepare], [watch, prepare, act], [prepare, act, act]]


def test_risks_come_heaviest_first_and_closed_ones_not_at_all():
    text = (
        "name: A\nrisks: [{what: Unjudged}, {what: Small, likelihood: low, impact: low},"
        " {what: Large, likelihood: high, impact: high}, {what: Gone, closed: 2026-11-01}]\n"
    )
    project, account = only(text)
    assert [(one.tag, one.risk.what) for one in open_risks(account, project.playbook, TODAY)] == [
        ("R1", "Large"),
        ("R2", "Small"),
        ("R3", "Unjudged"),
    ]


def test_the_roadmap_is_by_day_without_what_is_done():
    text = (
        "name: A\nactions: [{what: Late, due: 2026-11-01}, {what: Done, due: 2026-11-02, done: 2026-11-01}]\n"
        "meetings: [{what: Past, date: 2026-11-01}, {what: Coming, date: 2026-12-01}]\n"
        "initiatives: [{name: Theirs, due: 2026-11-25}]\ncadence: [{kind: qbr, every: 90, next: 2027-01-01}]\n"
    )
    _, account = only(text)
    assert [item.what for item in roadmap(account, TODAY)] == ["Late", "Theirs", "Coming", "qbr"]


def test_contracts_of_one_day_are_one_date():
    for account in example().accounts:
        days = [until for until, _, _ in contract_ends(account, TODAY)]
        assert days == sorted(set(days))
