"""Cells that many tables show: a text or what is missing, an amount, a question, and where a section comes from."""

from __future__ import annotations

from decimal import Decimal

import pytest
from account_pages import account_of

from sam_gen.pages.blocks import Sight, amount_cell
from sam_gen.pages.tables import UNKNOWN, UNWRITTEN, Cell, to_ask, told, written

SIGHT = Sight.of(*account_of())


def test_what_is_missing_has_its_colour_and_keeps_the_second_line():
    assert told("They said so", "not noted", second="by us") == Cell("They said so", second="by us")
    for nothing in ("", None):
        assert told(nothing, "not noted", "ochre", second="by us") == Cell("not noted", second="by us", tone="ochre")


def test_texts_of_the_playbook_that_nobody_wrote_yet():
    assert written("One", None, "Two") == (Cell("One"), UNWRITTEN, Cell("Two"))


@pytest.mark.parametrize(("question", "second"), [("who buys?", "ask: who buys?"), ("", ""), (None, "")])
def test_a_value_nobody_knows_asks(question, second):
    assert to_ask(question) == Cell("not known yet", second=second, tone="grey")


def test_an_amount_of_nothing_is_no_amount_that_is_missing():
    assert amount_cell(SIGHT, Decimal(0)) == Cell("€0")
    assert amount_cell(SIGHT, None) == UNKNOWN


def test_a_section_cites_the_first_field_that_is_written():
    lines = {field: SIGHT.source_in("position", field).text for field in ("own_view", "desired")}
    assert lines["own_view"] != lines["desired"]
    assert SIGHT.source_in("position", "own_view", "desired").text == lines["own_view"]
    assert SIGHT.source_in("position", "signals", "desired").text == lines["desired"]
    assert SIGHT.source_in("position", "signals") == SIGHT.source("position")
    bare = Sight.of(*account_of("name: Acme\n"))
    assert bare.source_in("position", "own_view") == bare.source("position")


def test_what_somebody_at_the_client_is():
    assert [SIGHT.names.title(who) for who in ("lund", "people/rao", "gone", None)] == ["COO", "Controller", "", ""]


def test_that_nobody_answers_for_it_is_said():
    assert [SIGHT.owner(who) for who in ("mira-holm", "people/lund", None)] == ["Mira Holm", "Per Lund", "no owner"]
