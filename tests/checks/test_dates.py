"""Every date of an account's file says what has happened or what lies ahead: none can be forgotten."""

from __future__ import annotations

import typing
from collections.abc import Iterator

from checks.check_cases import read

from sam_gen.checks.dates import DATES, PAST, happened
from sam_gen.model.account import Account
from sam_gen.model.scalars import Date
from sam_gen.reading.shape import Shape, shape_of


def is_date(hint: object) -> bool:
    return hint == Date or any(is_date(part) for part in typing.get_args(hint))


def dates(shape: Shape, before: str = "") -> Iterator[str]:
    hints = typing.get_type_hints(shape.record, include_extras=True)
    for name, info in shape.record.model_fields.items():
        key = info.alias or name
        if is_date(hints[name]):
            yield f"{before}{key}"
        elif key in shape.records:
            yield from dates(shape.records[key], f"{before}{key}.")


def test_every_date_of_the_model_is_in_the_table():
    """A new date stands in sam_gen/checks/dates.py: with words if it says what has happened, with None if not."""
    assert set(dates(shape_of(Account))) == set(DATES)
    assert {"as_of", "people.support.as_of", "reviews.decisions.done"} <= set(PAST)
    assert {"objectives.due", "meetings.date"} <= set(DATES) - set(PAST)


def test_what_happened_is_called_by_its_record():
    account = read(
        "name: Acme\nselection: {date: 2026-01-01}\n"
        "people: [{name: Priya Rao, support: [mentor, {value: neutral, as_of: 2026-01-02}]}]\n"
        "reviews: [{date: 2026-01-03, kind: team, decisions: [{what: Ring, done: 2026-01-04}]}]\n"
    ).accounts[0]
    assert [(one.subject, one.words, one.day.day) for one in happened(account)] == [
        ("people/priya-rao/support/1", "The support of Priya Rao", 2),
        ("reviews/2026-01-03", "A review on file", 3),
        ("reviews/2026-01-03/decisions/0", "“Ring”", 4),
        ("selection/date", "The choice of Acme", 1),
    ]
