"""Which reviews are asked for, how many were kept in twelve months, and the middle of the plan."""

from __future__ import annotations

import pytest
from helpers import PLAYBOOK, day, only

from sam_gen.assess.plan import Track
from sam_gen.assess.rhythm import adherence, kinds, midpoint, validation_due
from sam_gen.model.care import ReviewKind

TODAY = day("2026-11-20")
TIERS = PLAYBOOK.replace(
    "{id: key, name: Key, contact_lasts: 180}",
    "{id: key, name: Key, contact_lasts: 180, reviews: [{kind: qbr, every: 180}, {kind: team, every: 60}]}",
)


@pytest.mark.parametrize(
    ("held", "first", "kept", "missed"),
    [
        # 2026-08-22 is 90 days before today: due today, and not missed for 14 days more.
        (["2026-08-22"], None, 1, []),
        (["2026-08-08"], None, 1, []),
        (["2026-08-07"], None, 1, ["2026-11-05"]),
        # 14 days late counts as kept, 15 do not, and the late one counts for itself.
        (["2026-05-01", "2026-08-13"], None, 2, []),
        (["2026-05-01", "2026-08-14"], None, 2, ["2026-07-30"]),
        # Two intervals without one are two missed; what lies before the twelve months is not counted.
        (["2026-01-10", "2026-11-01"], None, 2, ["2026-04-10", "2026-07-09", "2026-10-07"]),
        (["2025-06-01"], None, 0, ["2025-11-28", "2026-02-26", "2026-05-27", "2026-08-25"]),
        ([], "2026-12-01", 0, []),
        ([], "2026-11-06", 0, []),
        ([], "2026-11-05", 0, ["2026-11-05"]),
    ],
)
def test_kept_and_missed(held, first, kept, missed):
    found = adherence([day(one) for one in held], 90, 14, TODAY, day(first) if first else None)
    assert found is not None
    assert (found.held, [str(one) for one in found.missed]) == (kept, missed)
    assert found.asked == kept + len(missed)


def test_without_a_review_and_without_a_day_nothing_is_counted():
    assert adherence([], 90, 14, TODAY) is None


def test_grace_is_what_the_playbook_says():
    held = [day("2026-05-01"), day("2026-08-14")]
    assert len(adherence(held, 90, 14, TODAY).missed) == 1
    assert adherence(held, 90, 15, TODAY).missed == ()


def test_what_an_account_agreed_wins_over_its_tier():
    text = "name: A\ntier: key\ncadence: [{kind: qbr, every: 290}, {kind: plan, every: 365}]\n"
    project, account = only(text, playbook=TIERS)
    found = {one.kind: (one.every, one.tier, bool(one.agreed)) for one in kinds(account, project.playbook, TODAY)}
    assert found == {
        ReviewKind.TEAM: (60, 60, False),
        ReviewKind.PLAN: (365, None, True),
        ReviewKind.QBR: (290, 180, True),
    }


def test_without_tier_and_cadence_there_is_no_kind():
    project, account = only("name: A\n", playbook=TIERS)
    assert kinds(account, project.playbook, TODAY) == ()


SPAN = "name: A\ntimeframe: 2026-01-01 to 2026-12-31\n"


@pytest.mark.parametrize(
    ("as_of", "reviews", "held", "near"),
    [
        # Half of 2026 is over on 2 July: 182 days after 1 January. The check opens 60 days before, on 3 May.
        ("2026-05-02", "", False, False),
        ("2026-05-03", "", False, True),
        ("2026-07-02", "", False, True),
        ("2026-12-31", "", False, True),
        ("2027-01-01", "", False, False),
        ("2026-07-02", "{kind: midpoint, date: 2026-06-20}", True, False),
        ("2026-07-02", "{kind: plan, date: 2026-05-03}", True, False),
        ("2026-07-02", "{kind: plan, date: 2026-05-02}", False, True),
        ("2026-07-02", "{kind: team, date: 2026-06-20}", False, True),
        ("2026-06-19", "{kind: midpoint, date: 2026-06-20}", False, True),
    ],
)
def test_the_middle(as_of, reviews, held, near):
    project, account = only(f"{SPAN}reviews: [{reviews}]\n")
    found = midpoint(account, project.playbook, day(as_of))
    assert found is not None
    assert (found.day, bool(found.held), found.near) == (day("2026-07-02"), held, near)


def test_the_middle_of_no_plan():
    project, account = only("name: A\n")
    assert midpoint(account, project.playbook, TODAY) is None


def test_what_should_stand_by_the_middle():
    text = (
        "objectives: [{name: O, measures: ["
        "{name: On, benchmarks: [{date: 2026-03-01, target: 1, actual: 0}, {date: 2026-05-01, target: 2, actual: 3}]},"
        "{name: Off, benchmarks: [{date: 2026-05-01, target: 2, actual: 1}]},"
        "{name: Unmeasured, benchmarks: [{date: 2026-05-01, target: 2}]},"
        "{name: Ahead, benchmarks: [{date: 2026-07-02, target: 2}]},"
        "{name: After, benchmarks: [{date: 2026-07-03, target: 2}]}]}, {name: Bare}]\n"
    )
    project, account = only(SPAN + text)
    found = midpoint(account, project.playbook, day("2026-06-01"))
    assert [(due.measure.name, due.track) for due in found.dues] == [
        ("On", Track.ON),
        ("Off", Track.OFF),
        ("Unmeasured", Track.NOT_MEASURED),
        ("Ahead", Track.NOT_DUE),
    ]
    assert found.without == 1


def test_a_validation_counts_for_as_long_as_the_playbook_says():
    text = "name: A\npeople: [{id: rao, name: Rao}]\nvalidation: [{date: 2026-02-01, who: rao}]\n"
    project, account = only(text)
    assert validation_due(account, project.playbook, TODAY) == day("2027-02-01")
    assert validation_due(only("name: A\n")[1], project.playbook, TODAY) is None
