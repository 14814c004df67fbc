"""CSV that reads back to the same values and starts no formula; JSON by its schema."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from helpers import example, project
from hypothesis import given
from hypothesis import strategies as st

import sam_gen.exchange
from sam_gen.exchange.tables import BOM, COLUMNS, Table, Value, as_csv, cell, read_csv, table
from sam_gen.exchange.what import What
from sam_gen.exchange.whole import as_json

SCHEMA = json.loads((Path(sam_gen.exchange.__file__).parent / "export.schema.json").read_text(encoding="utf-8"))
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "''", "\tx", "\rx", "＝1", '=HYPERLINK("http://x";"y")', "-"]


@pytest.mark.parametrize("text", [*FORMULAS, "plain", 'a "b", c; d', "line\nbreak", "Łódź", "#x", " =1"])
def test_a_text_comes_back(text):
    printed = as_csv(Table(("a", "b"), ((text, None),)))
    assert read_csv(printed) == [["a", "b"], [text, ""]]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_begins_a_formula(text):
    assert cell(text) == f"'{text}"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1), min_size=1))
def test_any_text_comes_back(texts):
    printed = as_csv(Table(("x",) * len(texts), (tuple(texts),)))
    assert read_csv(printed)[1] == texts
    assert not any(one.startswith(tuple("=+-@\t\r")) for one in _raw(printed)[0])


def _raw(printed: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(printed.removeprefix(BOM), newline="")))[1:]


@given(st.floats(allow_nan=False, allow_infinity=False) | st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_number_is_digits_alone_and_comes_back(number):
    printed = cell(number)
    assert printed.strip("-0123456789.") == ""
    assert type(number)(printed) == number


@pytest.mark.parametrize("what", What)
def test_the_example_reads_back_value_by_value(what):
    made = table(what, example(), example().accounts)
    printed = as_csv(made)
    assert printed == as_csv(table(what, example(), example().accounts))
    head, *rows = read_csv(printed)
    assert tuple(head) == made.columns == COLUMNS[what]
    assert len(rows) == len(made.rows) > 0
    for row, typed in zip(rows, made.rows, strict=True):
        for text, value in zip(row, typed, strict=True):
            assert text == as_text(value)


def as_text(value: Value) -> str:
    """Say what a cell should read as, without the code that printed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)


HOSTILE = """\
name: "=Acme"
tier: key
currency: SEK
people: [{id: rao, name: "@Rao", title: "'=1", influence: 7}]
risks: [{what: "-risk", likelihood: low, impact: high}]
opportunities: [{name: "+One", worth: -1250.50}, {name: Two}]
actions: [{what: "=HYPERLINK(1)", owner: rao}]
"""


def test_hostile_texts_and_negative_amounts():
    read = project(HOSTILE)
    (row,) = as_rows(What.PEOPLE, read)
    assert (row["name"], row["title"], row["influence"], row["influence_unit"]) == ("'@Rao", "''=1", "7", "of 10")
    one, two = as_rows(What.OPPORTUNITIES, read)
    assert (one["name"], one["worth"], one["worth_unit"]) == ("'+One", "-1250.50", "SEK a year")
    assert (two["worth"], two["open"]) == ("", "yes")
    (step,) = as_rows(What.ACTIONS, read)
    assert (step["what"], step["owner_name"], step["kind"]) == ("'=HYPERLINK(1)", "'@Rao", "action")


def as_rows(what: What, read) -> list[dict[str, str]]:
    made = table(what, read, read.accounts)
    return [dict(zip(made.columns, row, strict=True)) for row in _raw(as_csv(made))]


@pytest.mark.parametrize("read", [example, lambda: project(HOSTILE), lambda: project("name: A\n"), project])
def test_json_follows_its_schema(read):
    text = as_json(read(), read().accounts)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
    assert text == as_json(read(), read().accounts)


@pytest.mark.parametrize("what", [what for what in What if what is not What.FIGURES])
def test_the_schema_names_every_column(what):
    assert tuple(SCHEMA["properties"][what.value]["items"]["properties"]) == COLUMNS[what]


def test_json_gives_the_reasons_of_a_figure_with_their_places():
    whole = json.loads(as_json(example(), example().accounts))
    backing = next(one for one in whole["figures"] if (one["account"], one["figure"]) == ("grevenau", "backing"))
    assert backing["because"][0]["place"]["file"] == "accounts/grevenau.yml"
    assert json.loads(as_json(project(HOSTILE), project(HOSTILE).accounts))["opportunities"][0]["worth"] == -1250.5
