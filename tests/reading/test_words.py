"""The small functions the reader and its messages rest on."""

from __future__ import annotations

import datetime
import inspect
import typing
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from sam_gen.model import account, claims, playbook
from sam_gen.model.account import Account
from sam_gen.model.place import Place, PlacedDict, PlacedList, PlacedText
from sam_gen.model.problem import MOST_LISTED, Problem, ReadingProblems, listed, quoted
from sam_gen.model.record import Record
from sam_gen.model.scalars import Currency, Flag, Influence, Line, Money, Timeframe, allowed_link, read_date, slug
from sam_gen.model.words import MOST_COMPARED, nearest

HERE = Place("accounts/a.yml", 3, 7)


def text(value: str) -> PlacedText:
    return PlacedText(value, HERE)


# nearest ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("suporter", "supporter"), ("Supporter", "supporter"), (" mentor ", "mentor"), ("ＭＥＮＴＯＲ", "mentor"),
        ("support", "supporter"), ("oponent", "opponent"), ("xyz", None), ("", None), ("m", None),
        ("mentor\u0301", "mentor"), ("mentor" * 100_000, "mentor"),
    ],
)  # fmt: skip
def test_nearest(word, found):
    assert nearest(word, ["mentor", "supporter", "neutral", "doubter", "opponent"]) == found


def test_nearest_among_none_and_among_many():
    assert nearest("a", []) is None
    many = [f"person-{number}" for number in range(10 * MOST_COMPARED)]
    assert nearest("mira-hom", [*many, "mira-holm"]) == "mira-holm"


# slug -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Hafenwerk Logistik", "hafenwerk-logistik"), ("Müller & Söhne", "muller-sohne"), ("Bjørn Łoś", "bjorn-los"),
        ("Straße", "strasse"), ("Æsop", "aesop"), ("O'Neill's", "o-neill-s"), ("--a--", "a"), ("A/B\\C", "a-b-c"),
        ("ﬁne ½", "fine-12"), ("Ａcme", "acme"), ("İstanbul", "istanbul"),
    ],
)  # fmt: skip
def test_slug(name, id_):
    assert slug(name) == id_


@pytest.mark.parametrize("name", ["株式会社", "", "!!!", "\udcff", "محمد", "💡"])
def test_a_slug_without_letters_is_a_digest(name):
    assert slug(name).startswith("x-")
    assert len(slug(name)) == 10
    assert slug(name) == slug(name)


def test_slugs_differ_and_are_short():
    assert slug("株式会社") != slug("有限会社")
    assert len(slug("word " * 1000)) <= 60
    assert not slug("a" * 59 + " b").endswith("-")


# Links ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "https://acme.example", "http://acme.example/a?b=c&d=e#f", "HTTPS://ACME.EXAMPLE", "https://acme.example:8443/",
        "https://[2001:db8::1]/", "https://münchen.example/größe", "https://acme.example/%20", "mailto:a@acme.example",
        "mailto:a@acme.example?subject=x", "tel:+49301234", "https://acme.example/javascript:alert(1)",
        "https://acme.example/a@b", "https://acme.example/" + "a" * 1900,
    ],
)  # fmt: skip
def test_allowed_links(url):
    assert allowed_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "", " ", "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        " javascript:alert(1)", "\x01javascript:alert(1)", "javascript&colon;alert(1)", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "ftp://acme.example", "blob:https://acme.example", "about:blank",
        "//acme.example", "///acme.example", "/a", "a.html", "../a", "#a", "?a", "acme.example", "acme.example:443",
        "https:", "https://", "https:acme.example", "https:///a", "http:/acme.example", "https://:443",
        "https://me@acme.example", "https://me:secret@acme.example", "https://acme.example\\@evil.example",
        "https:\\\\acme.example", "https://acme.example/a b", "https://acme.example/a\u00a0b",
        "https://acme.example/\u3000", "https://acme.example/\u2028", "https://acme.example/\u202egpj",
        "https://acme.example/\u200b", "https://acme.example\x00", "https://acme.example\x7f", "https://[::1",
        "https://acme.example:99999", "https://acme.example:x", "ｈｔｔｐｓ://acme.example", "mailto:", "tel:",
        "mailto:a b@acme.example", "mailto://acme.example", "https://acme.example/" + "a" * 2000,
    ],
)  # fmt: skip
def test_refused_links(url):
    assert not allowed_link(url)


# Time ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2027", "2027-01-01", "2027-12-31"),
        ("2026-07-01 to 2027-06-30", "2026-07-01", "2027-06-30"),
        ("2028-02-29 to 2028-02-29", "2028-02-29", "2028-02-29"),
    ],
)
def test_timeframes(typed, start, end):
    days = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    assert Timeframe.read(text(typed)) == Timeframe(*days)


@pytest.mark.parametrize(
    "typed",
    [
        "", "27", "1899", "2200", "9999", "20277", "２０２７", "2027-2028", "2026-07-01", "2026-07-01 to", " to ",
        "2026-07-01 to 2026-06-30", "2026-07-01 to 2026-06-31", "2026-07-01 To 2027-06-30", "2027 to 2028",
    ],
)  # fmt: skip
def test_refused_timeframes(typed):
    with pytest.raises(PydanticCustomError) as caught:
        Timeframe.read(text(typed))
    assert caught.value.type == "SAM034"


@pytest.mark.parametrize("typed", ["1900-01-01", "2199-12-31", "2028-02-29"])
def test_dates(typed):
    assert read_date(typed).isoformat() == typed


# Numbers and words ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Money, "180000", Decimal(180000)), (Money, "-0.5", Decimal("-0.5")), (Money, "1250.50", Decimal("1250.50")),
        (Influence, "0", 0), (Influence, "10", 10), (Influence, "007", 7), (Currency, "EUR", "EUR"),
        (Flag, "yes", True), (Flag, "false", False), (Line, "NO", "NO"), (Line, "010", "010"),
    ],
)  # fmt: skip
def test_values(kind, typed, value):
    read = TypeAdapter(kind).validate_python(text(typed))
    assert (type(read), read, str(read)) == (type(value), value, str(value))


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Money, "NaN"), (Money, "1e5"), (Money, "1."), (Money, ".5"), (Money, "١٢"), (Money, "1\n"), (Money, ""),
        (Influence, "11"), (Influence, "-1"), (Influence, "1.0"), (Influence, "1\n"), (Influence, "9" * 5000),
        (Currency, "EURO"), (Currency, "EUR\n"), (Currency, "ÄÖÜ"), (Flag, "Yes"), (Flag, "1"),
        (Line, "x" * 301), (Line, "a\nb"), (Line, "\u00a0"),
    ],
)  # fmt: skip
def test_refused_values(kind, typed):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text(typed))


def test_lists_and_records_are_no_text():
    for value in (PlacedList(place=HERE), PlacedDict(place=HERE)):
        for kind in (Money, Influence, Currency, Flag, Line):
            with pytest.raises(ValidationError, match="expected"):
                TypeAdapter(kind).validate_python(value)


# Problems ---------------------------------------------------------------------------------------


def test_a_problem_prints_as_place_code_message_and_remedy():
    problem = Problem(HERE, "SAM099", "it is wrong", "Make it right.")
    assert str(problem) == "accounts/a.yml:3:7 SAM099 it is wrong\n    Make it right."


def test_nothing_a_terminal_would_obey_is_printed():
    nasty = "\x1b]0;x\x07\r\n\x9b31m\u202e\u200b\ud800"
    problem = Problem(Place(f"accounts/{nasty}.yml", 1, 1), "SAM099", nasty, nasty)
    shown = str(problem)
    assert shown.count("\n") == 1
    assert shown.replace("\n", "").isprintable()
    assert "<U+001B>" in shown
    shown.encode("utf-8")


def test_long_texts_are_cut():
    assert len(quoted("x" * 1_000_000)) <= 62
    assert len(quoted("\x00" * 1_000_000)) <= 500
    assert len(str(Problem(HERE, "SAM099", "x" * 100_000, "y" * 100_000))) < 1_000


def test_problems_are_sorted_told_once_and_counted():
    one, two = Problem(HERE, "SAM010", "b"), Problem(HERE._replace(line=1), "SAM020", "a")
    error = ReadingProblems([one, two, one])
    assert error.problems == [two, one]
    assert str(error) == "2 problems in 1 file"
    assert str(ReadingProblems([one])) == "1 problem in 1 file"


def test_a_flood_is_cut_without_working_it_out():
    def flood():
        for line in range(1, MOST_LISTED + 2):
            yield Problem(HERE._replace(line=line), "SAM010", "x")
        pytest.fail("asked for more than is listed")

    problems = listed(flood())
    assert len(problems) == MOST_LISTED + 1
    assert (problems[-1].code, problems[-1].place.line) == ("SAM009", MOST_LISTED + 1)
    assert listed(problems[:MOST_LISTED]) == problems[:MOST_LISTED]


# Every record ---------------------------------------------------------------------------------------


def record_classes() -> list[type[Record]]:
    found = {
        thing
        for module in (account, claims, playbook)
        for _, thing in inspect.getmembers(module, inspect.isclass)
        if issubclass(thing, Record)
    }
    pending = list(found)
    while pending:
        for child in pending.pop().__subclasses__():
            if child not in found:
                found.add(child)
                pending.append(child)
    return sorted(found, key=lambda record: record.__qualname__)


FIELDS = [(record, name) for record in record_classes() for name in record.model_fields]


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=[f"{record.__name__}.{name}" for record, name in FIELDS])
def test_every_field_says_what_it_is_and_who_may_see_it(record, name):
    info = record.model_fields[name]
    extra = typing.cast("dict[str, str]", info.json_schema_extra)
    assert extra["audience"] in ("shared", "internal", "restricted")
    assert (info.description or "").endswith(".")
    assert info.description[:1] in ("0", *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if extra["audience"] != "shared":
        assert not info.is_required(), "an edition may lack it"


def test_records_are_equal_wherever_they_stand():
    first, second = PlacedDict(place=HERE), PlacedDict(place=HERE._replace(line=99))
    for tree in (first, second):
        tree["id"], tree["name"] = text("a"), text("A")
    one, two = Account.model_validate(first), Account.model_validate(second)
    assert one == two
    assert hash(one) == hash(two)
    assert (one.place.line, two.place.line) == (3, 99)
