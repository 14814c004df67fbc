"""The page on what was asked for keeps its word: every row has a place, and every place is there."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
from helpers import ROOT, as_html, example

from sam_gen.checks.rules import RULES
from sam_gen.model.account import Account
from sam_gen.model.curriculum import FACTORS
from sam_gen.model.edition import Edition
from sam_gen.model.project import Coaching
from sam_gen.pages.commands import COMMANDS
from sam_gen.pages.site import site_pages
from sam_gen.reading.shape import shape_of
from sam_gen.render.page import Page

PAGE = (ROOT / "docs" / "founding.md").read_text(encoding="utf-8")
ASKED = 145
ROW = re.compile(r"^\| (\d+) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
LINE = re.compile(r"^\| *\d.*$", re.MULTILINE)
LEFT_OUT = re.compile(r"left out: [a-z].{14,}\.")

EXAMPLE = example()


# What there is ------------------------------------------------------------------------


@cache
def site() -> dict[str, Page]:
    """Return the pages of the example, those for leaders and coaches too, by their address."""
    project = replace(EXAMPLE, edition=Edition.COACH, coaching=Coaching())
    return {f"/{page.path}": page for page in site_pages(project)}


@cache
def anchors(address: str) -> frozenset[str]:
    return frozenset(re.findall(r'\bid="([^"]+)"', as_html(site()[address])))


def has_page(name: str) -> bool:
    """Whether the example has the page, for any id where it says `<id>`, and on it the fragment."""
    address, _, fragment = name.partition("#")
    wanted = re.compile("[^/]+".join(map(re.escape, address.split("<id>"))))
    met = [one for one in site() if wanted.fullmatch(one)]
    return any(not fragment or fragment in anchors(one) for one in met)


def missing(path: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the first name along a path that is no field of an account, with those that could have stood there."""
    keys, records = shape_of(Account).keys, shape_of(Account).records
    for name in path.split("."):
        if name not in keys:
            return name, keys
        inner = records.get(name)
        keys, records = (inner.keys, inner.records) if inner else ((), {})
    return None


LESSONS = tuple(lesson.id for lesson in EXAMPLE.playbook.lessons)
TOOLS = tuple(tool.id for tool in EXAMPLE.playbook.tools)
CODES = tuple(rule.code for rule in RULES)
MODELS = tuple(file.name for file in (ROOT / "playbook" / "models").glob("*.yml"))

THERE: dict[str, Callable[[str], bool]] = {
    "field": lambda path: missing(path) is None,
    "page": has_page,
    "rule": CODES.__contains__,
    "lesson": LESSONS.__contains__,
    "tool": TOOLS.__contains__,
    "model": MODELS.__contains__,
    "command": COMMANDS.__contains__,
}
"""Whether something is there, by the word before the colon."""

SPELT = {
    "field": r"[a-z_]+(\.[a-z_]+)*",
    "page": r"/(([a-z0-9-]+|<id>)/)*(#[a-z0-9-]+)?",
    "rule": r"SAM\d{3}",
    "lesson": rf"({'|'.join(FACTORS)})(-[a-z0-9]+)+",
    "tool": r"[a-z0-9]+(-[a-z0-9]+)*",
    "model": r"[a-z]+\.yml",
    "command": r"[a-z]+( [a-z]+)?",
}
"""How each is written: all that can be said of something that is not there yet."""


def nearly(kind: str, name: str) -> str:
    """Return what is there and spelt alike: a place for later that is a slip would otherwise wait for ever."""
    absent = missing(name) if kind == "field" else None
    said, known = absent or (name, {"lesson": LESSONS, "tool": TOOLS, "command": tuple(COMMANDS)}.get(kind, ()))
    return next(iter(difflib.get_close_matches(said, known, 1, 0.85)), "")


# What the page says of it -------------------------------------------------------------


def faults(text: str) -> list[str]:
    """Return everything that is wrong with the page, each with the words to change."""
    rows = ROW.findall(text)
    numbers = Counter(int(number) for number, _, _ in rows)
    found = [f"{number} stands there {times} times" for number, times in numbers.items() if times > 1]
    found += [f"{number} is missing" for number in range(1, ASKED + 1) if number not in numbers]
    found += [f"{number} is not among the {ASKED}" for number in numbers if not 1 <= number <= ASKED]
    found += [f"no row: {line}" for line in LINE.findall(text) if not ROW.fullmatch(line)]
    for number, asked, where in rows:
        found += [f"{number}: {fault}" for fault in (*_asked(asked), *_where(where))]
    return found


def _asked(asked: str) -> Iterator[str]:
    if not 3 <= len(asked.split()) <= 12:
        yield f"“{asked}” is not 3 to 12 words"


def _where(where: str) -> Iterator[str]:
    """Check places in backticks with commas between them, and behind them, perhaps, what was left out."""
    places, rest = re.findall(r"`([^`]*)`", where), re.sub(r"`[^`]*`", "", where).strip(" ,;")
    if rest and not LEFT_OUT.fullmatch(rest):
        yield f"“{rest}” is neither a place nor “left out: ” with a reason and a full stop"
    if not places and not rest:
        yield "no place, and no reason why it was left out"
    for place in places:
        yield from _place(place)


def _place(place: str) -> Iterator[str]:
    now = place.removeprefix("later:")
    kind, _, name = now.partition(":")
    if kind not in THERE or not re.fullmatch(SPELT[kind], name):
        yield f"“{place}” is not a place"
    elif place == now and not THERE[kind](name):
        yield f"there is no {now}; if it is to come, write later:{now}"
    elif place != now and THERE[kind](name):
        yield f"{now} is there now: change {place} to {now}"
    elif place != now and (near := nearly(kind, name)):
        yield f"{place} is to come, but {near} is there already: is it meant?"


def test_every_row_stands_where_the_page_says() -> None:
    assert faults(PAGE) == []


SLIPS = {
    "a row is gone": ("| 72 | ", "72 ", "72 is missing"),
    "a row twice": ("| 72 | ", "| 71 | ", "71 stands there 2 times"),
    "a row too many": ("| 145 | ", "| 146 | ", "146 is not among"),
    "a row with a column too many": ("| 72 | ", "| 72 | Goals | ", "no row: | 72"),
    "nothing asked": ("An outline that every plan follows", "Outline", "61: “Outline” is not 3 to 12 words"),
    "no place": ("`page:/training/` |", " |", "17: no place"),
    "a reason without words": ("left out: it is an advertisement.", "left out: no.", "118: “left out: no.”"),
    "a word beside the places": ("`page:/training/` |", "the course |", "17: “the course” is neither"),
    "a sort of place nobody knows": ("`page:/training/`", "`pages:/training/`", "17: “pages:/training/” is not a"),
    "a field that is none": ("`field:footprint.spend`", "`field:footprint.spent`", "no field:footprint.spent;"),
    "a field below a value": (
        "`field:footprint.spend`",
        "`field:footprint.spend.ours`",
        "no field:footprint.spend.ours;",
    ),
    "a page that is none": ("`page:/portfolio/calendar/`", "`page:/calendar/`", "84: there is no page:/calendar/;"),
    "a section that is none": ("/map/#units`", "/map/#countries`", "no page:/accounts/<id>/map/#countries;"),
    "a rule that is none": ("`rule:SAM303`", "`rule:SAM399`", "there is no rule:SAM399;"),
    "a lesson that is none": ("`page:/training/`", "`lesson:plan-b`", "17: there is no lesson:plan-b;"),
    "a tool that is none": ("`tool:map-in-an-hour`", "`tool:map-in-a-day`", "24: there is no tool:map-in-a-day;"),
    "a model that is none": ("`model:people.yml`", "`model:person.yml`", "47: there is no model:person.yml;"),
    "a command that is none": ("`command:add account`", "`command:add plan`", "21: there is no command:add plan;"),
    "a field that has come": (
        "`field:footprint.spend`",
        "`later:field:footprint.spend`",
        "89: field:footprint.spend is there now: change later:field:footprint.spend to field:footprint.spend",
    ),
    "a page that has come": ("`page:/training/`", "`later:page:/training/`", "17: page:/training/ is there now"),
    "a section that has come": (
        "`page:/accounts/<id>/map/#units`",
        "`later:page:/accounts/<id>/map/#units`",
        "140: page:/accounts/<id>/map/#units is there now",
    ),
    "a rule that has come": ("`rule:SAM303`", "`later:rule:SAM303`", "84: rule:SAM303 is there now"),
    "a lesson that has come": (
        "`page:/training/`",
        "`later:lesson:start-first-facts`",
        "start-first-facts is there now",
    ),
    "a tool that has come": ("`tool:map-in-an-hour`", "`later:tool:map-in-an-hour`", "map-in-an-hour is there now"),
    "a model that has come": ("`model:people.yml`", "`later:model:people.yml`", "47: model:people.yml is there now"),
    "a command that has come": (
        "`command:add account`",
        "`later:command:add account`",
        "command:add account is there now",
    ),
    "a later field with a slip": ("`field:cadence`", "`later:field:cadense.kind`", "but cadence is there already"),
    "a later lesson with a slip": (
        "`page:/training/`",
        "`later:lesson:start-first-fact`",
        "but start-first-facts is there",
    ),
    "a later command with a slip": ("`command:add account`", "`later:command:chek`", "but check is there already"),
    "a later lesson of no factor": ("`page:/training/`", "`later:lesson:coach-it`", "“later:lesson:coach-it” is not a"),
}
"""A slip on the page: the words, what stands there instead, what is said of it."""


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_named(slip: str) -> None:
    words, instead, said = SLIPS[slip]
    assert words in PAGE, "the slip is planted nowhere"
    found = faults(PAGE.replace(words, instead, 1))
    assert any(said in fault for fault in found), found
