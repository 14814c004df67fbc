"""The reference says what the code does: every rule, field and command, and no other."""

from __future__ import annotations

import re
import typing

import click
import pytest
from checks.check_cases import read
from helpers import as_html, elements, example, project, tags, text_of

from sam_gen.checks.codes import READING_CODES
from sam_gen.checks.rules import RULES
from sam_gen.cli import main
from sam_gen.model.claims import Claim, Grounds
from sam_gen.model.identity import Identified
from sam_gen.model.record import Record
from sam_gen.pages.commands import COMMANDS
from sam_gen.pages.fields import record_tables
from sam_gen.pages.lacks import MOST, heading, lacks
from sam_gen.pages.reference import reference_pages, rule_address

PAGES = {page.path: page for page in reference_pages(example())}


@pytest.mark.parametrize("path", PAGES)
def test_page_is_whole(path):
    found = elements(as_html(PAGES[path]))
    assert [element.tag for element in found].count("h1") == 1
    ids = [element.attributes["id"] for element in found if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    local = {link.attributes["href"][1:] for link in found if link.attributes.get("href", "").startswith("#")}
    assert local <= set(ids)


def test_every_rule_has_a_page_and_a_row():
    index = as_html(PAGES["reference/rules/"])
    for rule in RULES:
        text = text_of(as_html(PAGES[rule_address(rule.code)]))
        for part in (rule.code, rule.name, rule.why, rule.remedy, *rule.reads):
            assert part in text
        assert f'href="{rule.code.lower()}/"' in index
    for code, sentence in READING_CODES.items():
        assert code in text_of(index)
        assert sentence in text_of(index)


def test_a_lesson_is_linked_only_where_there_is_one():
    rule = next(rule for rule in RULES if rule.lesson)
    assert "The lesson" not in as_html(PAGES[rule_address(rule.code)])
    pages = {page.path: page for page in reference_pages(example(), {rule.lesson: f"training/{rule.lesson}/"})}
    assert f"training/{rule.lesson}/" in as_html(pages[rule_address(rule.code)])


def test_a_rule_page_says_what_the_company_decided():
    rules = "  - {code: SAM101, severity: note, tiers: [{tier: key, severity: error}]}\n"
    pages = {page.path: page for page in reference_pages(read("name: Acme\n", rules=rules))}
    text = text_of(as_html(pages["reference/rules/sam101/"]))
    assert "note · Key: error" in text
    assert "Today: one finding" in text


def concrete(base: type[Record]) -> set[type[Record]]:
    found = set()
    for record in base.__subclasses__():
        found |= {record} | concrete(record)
    return {record for record in found if record.__module__.startswith("sam_gen.model")}


def test_every_record_and_field_is_there():
    tables = record_tables()
    anchors = [table.anchor for table in tables]
    assert len(anchors) == len(set(anchors))
    assert len({table.path for table in tables}) == len(tables)
    described = {row.sentence for table in tables for row in table.rows}
    for record in concrete(Record) - {Identified, Grounds, Claim}:
        if typing.get_origin(record) or "[" in record.__name__:
            continue
        for name, info in record.model_fields.items():
            if name not in ("id", "number", "body"):
                assert info.description in described, f"{record.__name__}.{name}"
    for table in tables:
        assert table.sentence.endswith("."), table.anchor
        for row in table.rows:
            assert row.sentence.endswith("."), (table.anchor, row.name)
            assert row.audience in ("shared", "internal", "restricted")
            assert row.write != "text", (table.anchor, row.name)
            assert not row.anchor or row.anchor in anchors


def test_the_page_of_fields_shows_them():
    text = text_of(as_html(PAGES["reference/fields/"]))
    for part in (
        "mentor, supporter, neutral, doubter, opponent",
        "a whole number, 0 to 10",
        "an id of people",
        "needed",
    ):
        assert part in text


def options_of(command: click.Command) -> dict[str, str]:
    options = [one for one in command.params if isinstance(one, click.Option)]
    return {max(option.opts, key=len): " ".join((option.help or "").split()) for option in options}


def leaves(group: click.Group, before: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        full = f"{before}{name}"
        found |= leaves(command, f"{full} ") if isinstance(command, click.Group) else {full: command}
    return found


TYPED = leaves(main)


@pytest.mark.parametrize("name", [name for name in TYPED if name in COMMANDS])
def test_the_help_of_a_command_is_its_description(name):
    described = {flag: " ".join(text.split()) for flag, text in COMMANDS[name].options.items()}
    assert described == options_of(TYPED[name])
    assert (TYPED[name].help or "").strip() == COMMANDS[name].does


def test_every_command_is_described():
    assert set(COMMANDS) == set(TYPED)
    text = text_of(as_html(PAGES["reference/commands/"]))
    for name, command in COMMANDS.items():
        assert f"sam-gen {name}" in text
        assert command.does in text
        for example_ in command.examples:
            assert re.match(rf"sam-gen {name}\b", example_)


# What the file lacks ---------------------------------------------------------------


def test_the_overview_lists_the_worst_first():
    from sam_gen.pages.account import account_page

    pages = example()
    html = as_html(account_page(pages, pages.accounts[0]))
    links = [link.attributes["href"] for link in tags(html, "a") if "reference/rules/" in link.attributes["href"]]
    assert len(links) > MOST, "the rest is folded"
    assert len(set(links[:MOST])) == MOST, "five lines show five gaps"


def test_headings_for_none_one_and_many():
    from sam_gen.checks.check import check

    many = check(project("name: Acme\n"))
    assert heading(()) == "What the file lacks: nothing that a rule can see"
    assert heading(many[:1]) == "What the file lacks: one finding"
    assert heading(many[:2]) == "What the file lacks: two findings"
    assert lacks(many[:1]).fold == ""
    assert lacks(many[:6]).fold == "One more, which sam-gen check lists too"
    assert lacks(many[:7]).fold == "Two more, which sam-gen check lists too"
    assert len(lacks(many[:7]).rest) == 2
