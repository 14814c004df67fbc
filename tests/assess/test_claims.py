"""Which of a claim's values counts: a table, and what must hold for any history."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from helpers import day
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.assess.claims import held
from sam_gen.model.claims import Claim

LINES = (Path(__file__).parent / "held.txt").read_text(encoding="utf-8").splitlines()
TABLE = [[part.strip() for part in line.split("|")] for line in LINES if line and not line.startswith("#")]


def claim(value: str, since: datetime.date | None) -> Claim[str]:
    return Claim[str].model_construct(value=value, as_of=since)


def known(text: str) -> datetime.date | None:
    return None if text == "-" else day(text)


@pytest.mark.parametrize(("values", "file", "seen", "expected"), TABLE)
def test_held(values, file, seen, expected):
    parts = [value.partition("@") for value in values.split() if value != "-"]
    history = [claim(value, day(since) if since else None) for value, _, since in parts]
    found = held(history, known(file), day(seen))
    assert (f"{found.value} since {found.as_of or '-'}" if found else "nothing") == expected


DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))
HISTORIES = st.lists(st.tuples(st.sampled_from("abc"), st.one_of(st.none(), DAYS)), max_size=6)


@given(HISTORIES, st.one_of(st.none(), DAYS), DAYS)
def test_nothing_later_is_held_and_nothing_newer_is_left(history, file, seen):
    claims = [claim(value, since) for value, since in history]
    days = [since or file for _, since in history]
    live = [since or datetime.date.min for since in days if since is None or since <= seen]
    found = held(claims, file, seen)
    assert (found is None) == (not live)
    if found:
        assert (found.as_of or datetime.date.min) == max(live)


@given(HISTORIES, st.one_of(st.none(), DAYS), DAYS, DAYS)
def test_a_value_noted_after_the_day_changes_nothing(history, file, seen, later):
    claims = [claim(value, since) for value, since in history]
    if later > seen:
        assert held([*claims, claim("new", later)], file, seen) == held(claims, file, seen)
        assert held([claim("new", later), *claims], file, seen) == held(claims, file, seen)
