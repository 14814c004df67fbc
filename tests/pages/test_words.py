"""How values read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from helpers import day
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.pages import words


@pytest.mark.parametrize(
    ("date", "as_of", "shown"),
    [
        ("2026-11-20", "2026-11-20", "Fri 20 Nov"),
        ("2026-12-11", "2026-11-20", "Fri 11 Dec"),  # 21 days
        ("2026-12-12", "2026-11-20", "12 Dec"),  # 22 days
        ("2026-10-30", "2026-11-20", "Fri 30 Oct"),
        ("2026-10-29", "2026-11-20", "29 Oct"),
        ("2027-01-05", "2026-12-20", "Tue 5 Jan"),  # near: the year is plain
        ("2027-01-10", "2026-12-20", "Sun 10 Jan"),
        ("2027-01-11", "2026-12-20", "11 Jan 2027"),
        ("2025-12-31", "2026-01-10", "Wed 31 Dec"),
        ("2025-11-30", "2026-01-10", "30 Nov 2025"),
        ("2028-02-29", "2026-11-20", "29 Feb 2028"),
    ],
)
def test_day(date, as_of, shown):
    assert words.day(day(date), day(as_of)) == shown


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2026-11-20", "Friday 20 November 2026"),
        ("2027-01-01", "Friday 1 January 2027"),
        ("2028-02-29", "Tuesday 29 February 2028"),
    ],
)
def test_long_day(date, shown):
    assert words.long_day(day(date)) == shown


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2026-11-20", "today"),
        ("2026-11-21", "tomorrow"),
        ("2026-11-22", "on Sunday"),
        ("2026-11-26", "on Thursday"),
        ("2026-11-27", "on Fri 27 Nov"),  # a week ahead the weekday alone could be today's
        ("2026-12-03", "on Thu 3 Dec"),
        ("2026-11-19", "on Thu 19 Nov"),
    ],
)
def test_on_day(date, shown):
    assert words.on_day(day(date), day("2026-11-20")) == shown


@pytest.mark.parametrize(
    ("days", "shown"),
    [(-400, "400 d overdue"), (-1, "1 d overdue"), (0, "today"), (1, "tomorrow"), (2, "in 2 d"), (400, "in 400 d")],
)
def test_until(days, shown):
    assert words.until(days) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "€0"),
        ("0.004", "€0"),
        ("-0.004", "€0"),
        ("0.005", "€0.01"),
        ("0.5", "€0.5"),
        ("1", "€1"),
        ("9.99", "€9.99"),
        ("9.995", "€10"),
        ("12.34", "€12.3"),
        ("99.95", "€100"),
        ("180", "€180"),
        ("999", "€999"),
        ("999.4", "€999"),
        ("999.5", "€1 k"),
        ("1000", "€1 k"),
        ("1250", "€1.25 k"),
        ("1255", "€1.26 k"),
        ("9999", "€10 k"),
        ("84000", "€84 k"),
        ("180000", "€180 k"),
        ("999499", "€999 k"),
        ("999500", "€1 m"),
        ("999950", "€1 m"),
        ("1250000", "€1.25 m"),
        ("40000000", "€40 m"),
        ("999999999", "€1 bn"),
        ("2360000000", "€2.36 bn"),
        ("999999999999999", "€1000000 bn"),
        ("-180000", "−€180 k"),
        ("-0", "€0"),
        ("1000.00", "€1 k"),
        ("100", "€100"),
        ("10", "€10"),
    ],
)
def test_amount(value, shown):
    assert words.amount(Decimal(value), "EUR") == shown


@pytest.mark.parametrize(("currency", "shown"), [("GBP", "£40 m"), ("USD", "$40 m"), ("SEK", "SEK 40 m")])
def test_amount_in_a_currency(currency, shown):
    assert words.amount(Decimal(40_000_000), currency) == shown


UNITS = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9}


@given(st.decimals(min_value=Decimal(-999_000_000_000), max_value=Decimal(999_000_000_000), places=4))
def test_an_amount_is_right_to_three_digits(value):
    shown = words.amount(value, "EUR")
    digits, _, unit = shown.replace("−", "-").replace("€", "").partition(" ")
    assert len(digits.strip("-").replace(".", "")) <= 3
    assert "E" not in digits
    read = Decimal(digits) * UNITS[unit]
    assert abs(read - value) <= max(abs(value) / 200, Decimal("0.005"))


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "no"), (1, "one"), (2, "two"), (12, "twelve"), (13, "13"), (-1, "-1")]
)
def test_number(value, shown):
    assert words.number(value) == shown


@pytest.mark.parametrize(
    ("value", "nouns", "shown"),
    [
        (0, ("talk",), "no talks"),
        (1, ("talk",), "one talk"),
        (2, ("talk",), "two talks"),
        (12, ("talk",), "twelve talks"),
        (13, ("talk",), "13 talks"),
        (1, ("person", "people"), "one person"),
        (2, ("person", "people"), "two people"),
        (1, ("is", "are"), "one is"),
    ],
)
def test_count(value, nouns, shown):
    assert words.count(value, *nouns) == shown


@pytest.mark.parametrize(
    ("names", "shown"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(names, shown):
    assert words.listed(names) == shown


@pytest.mark.parametrize(
    ("names", "most", "shown"),
    [
        ("", 0, ""),
        ("a", 0, "a"),
        ("ab", 0, "a and b"),
        ("abc", 0, "a, b and one other"),
        ("abc", 3, "a, b and c"),
        ("abcd", 3, "a, b and two others"),
    ],
)
def test_some(names, most, shown):
    assert words.some(names, 2, most=most) == shown


def test_three_names_are_said_unless_somebody_asks_for_fewer():
    assert words.some("abcd") == "a, b, c and one other"


@pytest.mark.parametrize(("text", "shown"), [("one is", "One is"), ("", ""), ("élan", "Élan"), ("1 a", "1 a")])
def test_capital(text, shown):
    assert words.capital(text) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Priya Rao", "P. Rao"),
        ("Cornelis van der Meer", "C. van der Meer"),
        ("Agnieszka Dąbrowska-Żyła", "A. Dąbrowska-Żyła"),
        ("Ümit Özil", "Ü. Özil"),
        ("Łukasz Żak", "Ł. Żak"),
        ("Ольга Иванова", "О. Иванова"),
        ("Rao", "Rao"),
        ("Vacant", "Vacant"),
        ("佐伯 健太", "佐伯 健太"),  # the family name comes first
        ("محمد علي", "محمد علي"),
        ("ab de Wit", "ab de Wit"),
        (" Priya  Rao ", "P. Rao"),
        ("3M Company", "3M Company"),
        ("Στέλιος Καραμπατζάκης (Stelios Karabatzakis)", "S. Karabatzakis"),
        ("Tadokoro Misaki (田所 美咲)", "Tadokoro Misaki"),
        ("Anna Schmidt (IT)", "A. Schmidt (IT)"),
        ("田所 (美咲)", "田所 (美咲)"),
    ],
)
def test_short_name(name, shown):
    assert words.short_name(name) == shown


@given(st.text(min_size=1).filter(str.strip))
def test_any_name_can_be_shortened(name):
    assert words.short_name(name).strip()
