"""What the data means about people: removal, introductions, agreement, treatment and status, case by case."""

from __future__ import annotations

import pytest
from helpers import day, only
from people_cases import cases

from sam_gen.assess.consensus import consensus
from sam_gen.assess.figures import FIGURES
from sam_gen.assess.introductions import introductions
from sam_gen.assess.map_status import map_status
from sam_gen.assess.people import standings
from sam_gen.assess.removal import removals, single_points
from sam_gen.assess.treatment import surprises, treatments
from sam_gen.model.plan import Stand

TODAY = day("2026-11-20")


def keys(some) -> str:
    return " ".join(who.person.key for who in some) or "-"


def seen_status(project, account):
    status = map_status(standings(account, project.playbook, TODAY), project.playbook.method)
    yield status.colour or "unknown"
    yield f"deciding: {keys(status.deciding)}"
    yield f"friends: {keys(status.friends)}"
    yield f"unknown: {keys(status.unknown)}"


def seen_consensus(project, account):
    people = standings(account, project.playbook, TODAY)
    for one in consensus(account, people, project.playbook.method.people, TODAY):
        stands = [f"{stand} {' '.join(voice.person for voice in one.of(stand)) or '-'}" for stand in Stand]
        yield " | ".join([one.agreement, *stands, f"ask {keys(one.to_ask)}"])


def seen_treatment(project, account):
    for one in treatments(account, project.playbook, standings(account, project.playbook, TODAY), TODAY):
        power = "-" if one.power is None else one.power
        yield f"{one.who.person.key}: {one.treatment or 'not known'}, {power}, {len(one.stakes)}"


def seen_introductions(project, account):
    for way in introductions(account, project.playbook, TODAY):
        steps = [f"{hop.start} {hop.over}" for hop in way.hops]
        start = [way.first.ours] if way.first else ["nobody"]
        before = way.before.ours if way.before else "-"
        yield f"{' > '.join([*start, *steps, way.target.person.key])} | before {before}"


def seen_removal(project, account):
    for one in removals(account, project.playbook, TODAY):
        side, single = "ours" if one.ours else "theirs", "single" if one.alone else "-"
        losses = " ".join(loss.kind for loss in one.losses)
        yield f"{side} {one.key} {one.points} {single} {one.worth}: {losses}"


SEEN = {
    "map_status": seen_status,
    "consensus": seen_consensus,
    "treatment": seen_treatment,
    "introductions": seen_introductions,
    "removal": seen_removal,
}
CASES = [pytest.param(name, case, id=f"{name}: {case.name}") for name in SEEN for case in cases(name)]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name, case):
    assert tuple(SEEN[name](*case.read())) == case.expected, case.why


@pytest.mark.parametrize(
    ("name", "least"), [("map_status", 5), ("consensus", 6), ("treatment", 5), ("introductions", 5), ("removal", 6)]
)
def test_every_case_says_why(name, least):
    found = cases(name)
    assert len(found) >= least
    assert all(len(case.why) > 10 for case in found)


# One line moves one figure ----------------------------------------------------------

ACCOUNT = """\
name: A
as_of: 2026-11-18
tier: key
lead: mira-holm
backup: jon-aas
people:
  - {id: rao, name: Rao, roles: [decider], support: supporter, function: operations, level: board}
  - {id: lund, name: Lund, roles: [champion], support: neutral, function: it, level: manager}
contacts:
  - {date: 2026-11-01, ours: [mira-holm, jon-aas], theirs: [rao, lund]}
"""
CHANGES = {
    "rao is no longer for us": (
        "support: supporter",
        "support: neutral",
        {"backing", "deciding_backing"},
    ),
    "lund is for us too": ("support: neutral", "support: supporter", {"backing"}),
    "jon was not there": ("[mira-holm, jon-aas]", "[mira-holm]", {"single_points"}),
    "the talk was last year": ("2026-11-01", "2025-11-01", {"in_touch", "single_points"}),
    "nobody stands in": ("backup: jon-aas\n", "", {"single_points"}),
    "lund has another title": ("name: Lund,", "name: Lund, title: Head of IT,", set()),
}


def figures(text: str) -> dict[str, float | None]:
    project, account = only(text)
    return {name: named.work(account, project.playbook, TODAY).value for name, named in FIGURES.items()}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_one_line_moves_what_it_is_about(name):
    old, new, moved = CHANGES[name]
    assert ACCOUNT.count(old) == 1
    before, after = figures(ACCOUNT), figures(ACCOUNT.replace(old, new))
    assert {key for key in before if before[key] != after[key]} == moved


def test_single_points_say_what_hangs_on_whom():
    project, account = only(ACCOUNT.replace("[mira-holm, jon-aas]", "[mira-holm]"))
    figure = single_points(account, project.playbook, TODAY)
    assert figure.value == 3
    assert [reason.text for reason in figure.because] == [
        "Mira Holm: alone talks with Rao",
        "Mira Holm: alone talks with Lund",
        "Mira Holm: the only way into Operations",
        "Mira Holm: the only way into IT",
        "Rao: the only key player for us",
        "Rao: the only way into Operations",
        "Lund: the only way into IT",
    ]


def test_an_account_with_only_a_name_asks():
    project, account = only("name: A\n")
    for name in ("single_points", "deciding_backing"):
        figure = FIGURES[name].work(account, project.playbook, TODAY)
        assert (figure.value, figure.ask is None) == (None, False)
    assert removals(account, project.playbook, TODAY) == ()
    assert introductions(account, project.playbook, TODAY) == ()


@pytest.mark.parametrize(
    ("level", "influence", "quiet"),
    [
        ("manager", 7, True),
        ("specialist", 10, True),
        ("manager", 6, None),
        ("director", 7, None),
        ("director", 3, False),
        ("board", 0, False),
        ("board", 4, None),
        ("", 9, None),
        ("board", "", None),
    ],
)
def test_influence_that_the_level_does_not_tell(level, influence, quiet):
    project, account = only(f"name: A\npeople: [{{name: Rao, level: {level}, influence: {influence}}}]\n")
    found = surprises(standings(account, project.playbook, TODAY), project.playbook)
    assert [one.quiet for one in found] == ([] if quiet is None else [quiet])
