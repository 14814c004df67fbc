"""Terms are found as whole words where a link may stand, and putting them in changes nothing else."""

from __future__ import annotations

import re

import pytest
from helpers import to_html

from sam_gen.render.body import Body
from sam_gen.render.terms import Terms

TERMS = Terms(
    {
        "gate": "gate",
        "gates": "gate",
        "live pair": "live-pair",
        "account": "account",
        "account lead": "account-lead",
        "GROW": "grow",
        "Basic": "basic",
        "überblick": "overview",
    },
    frozenset({"factory gate", "Gate card"}),
)


def found(text: str) -> list[str]:
    return [text[use.start : use.end] for use in TERMS.uses(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A gate, two gates.", ["gate", "gates"]),
        ("Gate by gate", ["Gate", "gate"]),
        ("agate gateway gate-keeper x_gate the-gate", []),
        ("the gate's weight", ["gate"]),
        ("The account lead and an account", ["account lead", "account"]),
        ("account leads", ["account"]),
        ("We grow, and GROW is an order", ["GROW"]),
        ("basic tools; Basic is a stage", ["Basic"]),
        ("at the factory gate. At the Factory Gate. A gate", ["gate"]),
        ("use Gate card", []),
        ("**gate**, *gate*, (gate)", ["gate", "gate", "gate"]),
        ("İ gate", ["gate"]),
        ("ÜBERBLICK", ["ÜBERBLICK"]),
        ("live\npair, live  pair", []),
        ("", []),
    ],
)
def test_whole_words_in_any_listed_form(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "### The gate",
        "`gate`",
        "```yaml\ngate: 1\n```",
        "~~~\ngate\n~~~",
        "[a gate](/method/)",
        "[a [gate] here](/method/)",
        "![gate](/a.svg)",
        "[gate][one]",
        "[one]: /gate/",
        "https://gate.example/gate",
        "| gate | day |\n|---|---|",
        "gate | day\n--- | ---",
        'She said: "Open the gate today, please."',
        "“Open the gate today, please.”",
        "/training/gate/",
        "gate@example.org",
    ],
)
def test_where_nothing_may_be_linked(text: str) -> None:
    assert found(text) == []
    assert found(f"{text}\n\nA gate.") == ["gate"]
    assert found(f"A gate.\n\n{text}") == ["gate"]


def test_a_word_in_quotation_marks_is_named_and_not_said() -> None:
    assert found('Under "gate" stands') == ["gate"]
    assert found('5" and the gate, 6" and an account') == ["gate", "account"]


def test_cells_of_a_table_are_text() -> None:
    assert found("| a | b |\n|---|---|\n| gate | 2 |") == ["gate"]


def test_no_term_finds_nothing() -> None:
    assert list(Terms({}).uses("A gate.")) == []


def test_the_link_leads_to_the_source_of_the_page() -> None:
    text = "**A gate** holds."
    body = Body(text, "training/x/", tuple((use, "training/glossary/#term-gate") for use in TERMS.uses(text)))
    assert body.__html__().strip() == "**A [gate](../glossary/index.md#term-gate){.s-term}** holds."
    html = to_html(body.__html__())
    assert '<a class="s-term" href="../glossary/index.md#term-gate">gate</a>' in html
    assert re.sub(r"</?a[^>]*>", "", html) == to_html(text)
