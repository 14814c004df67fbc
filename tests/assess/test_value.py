from __future__ import annotations

import pytest
from account_pages import account_of
from helpers import day

from sam_gen.assess.value import Outcome, Side, benefits, kept_rate, promises, strongest, ties, together
from sam_gen.model.care import Direction, ValueKind, ValueStatus

TODAY = day("2026-11-20")


def test_benefits_the_firmest_first_and_none_from_later():
    _, account = account_of()
    assert [value.status.value for value in benefits(account, TODAY)] == ["confirmed", "measured", "claimed"]
    assert [value.status.value for value in benefits(account, day("2026-09-30"))] == ["measured", "claimed"]


def test_sums_say_what_has_no_amount():
    _, account = account_of()
    values = benefits(account, TODAY)
    whole = together(values)
    assert (whole.number, whole.amount, whole.without) == (3, 50000, 1)
    assert together(values, ValueStatus.MEASURED).amount is None
    assert together(values, None, ValueKind.SAVE_MONEY, any_kind=False).amount == 42000
    assert together(values, None, None, any_kind=False).amount == 8000


@pytest.mark.parametrize(
    ("dates", "outcome", "days"),
    [
        ("due: 2026-11-19", Outcome.LATE, -1),
        ("due: 2026-11-20", Outcome.OPEN, 0),
        ("", Outcome.OPEN, None),
        ("due: 2026-11-01, kept: 2026-11-01", Outcome.KEPT, 0),
        ("due: 2026-11-01, kept: 2026-11-02", Outcome.KEPT_LATE, -1),
        ("kept: 2026-11-02", Outcome.KEPT, None),
        ("due: 2026-11-01, kept: 2026-11-21", Outcome.LATE, -19),
    ],
)
def test_what_became_of_a_promise(dates, outcome, days):
    more = f", {dates}" if dates else ""
    project, account = account_of(f"name: A\npromises: [{{what: P, by: mira-holm{more}}}]\n")
    (one,) = promises(account, project.playbook, TODAY)
    assert (one.outcome, one.days) == (outcome, days)


def test_sides():
    text = (
        "name: A\npeople: [{id: mira-holm, name: M}, {id: rao, name: R}]\npromises:\n"
        "  - {what: a, by: team/mira-holm}\n  - {what: b, by: people/mira-holm}\n"
        "  - {what: c, by: rao}\n  - {what: d}\n"
    )
    project, account = account_of(text)
    found = {one.promise.what: one.side for one in promises(account, project.playbook, TODAY)}
    assert found == {"a": Side.OURS, "b": Side.THEIRS, "c": Side.THEIRS, "d": Side.UNNAMED}


def test_kept_rate_leaves_out_what_is_open():
    project, account = account_of()
    found = promises(account, project.playbook, TODAY)
    assert kept_rate(found, Side.OURS).value == 0
    assert kept_rate(found, Side.THEIRS).value == 50
    assert kept_rate((), Side.OURS).value is None


def test_ties_the_strongest_first():
    _, account = account_of()
    assert [tie.what for tie in ties(account, Direction.CLIENT_ON_US)] == ["Night service", "Spare parts"]
    assert strongest(account, Direction.CLIENT_ON_US).value == 2
    assert strongest(account, Direction.US_ON_CLIENT).value is None
    assert strongest(account, Direction.US_ON_CLIENT).ask
