"""The people map at every size: nobody is lost, circles are named, and each size has its own form."""

from __future__ import annotations

import re

import pytest
from helpers import as_html, elements, only, text_of

from sam_gen.assess.people import standings
from sam_gen.draw import tree
from sam_gen.pages.account import account_page
from sam_gen.pages.chart_tray import circle_words
from sam_gen.pages.map import map_page
from sam_gen.pages.parts import Names
from sam_gen.pages.reporting import WHO_COUNT, MapSection, map_section, named_section


def person(key: str, manager: str | None = None, *, name: str = "", **more: object) -> str:
    fields = {"id": key, "name": name or f"Name {key}", **({"reports_to": manager} if manager else {}), **more}
    return "  - {" + ", ".join(f"{field}: {value}" for field, value in fields.items()) + "}\n"


def section(text: str, *, few: bool = False) -> MapSection:
    project, account = only(text)
    names = Names(account, project.playbook, project.as_of)
    people = standings(account, project.playbook, project.as_of)
    return map_section(account, project.playbook, people, names, project.as_of, few=few)


def shown(found: MapSection) -> int:
    """Count the cards, the rows of the tree and the people in the tray."""
    cards = sum(len(re.findall(r'class="s-card[ "]', drawing.svg)) for drawing in found.drawings)
    return cards + sum(step.row is not None for step in found.tree) + sum(len(one.people) for one in found.tray)


def company(teams: int, size: int, *, wild: bool = False) -> str:
    """A head, managers below, people below those; `wild` adds circles, roots, people who have left, equal names."""
    people = person("head", roles="[decider]", support="supporter")
    for i in range(teams):
        people += person(f"m{i}", "head" if not wild or i % 2 else None, unit=f"Unit {i % 5}")
        for j in range(size):
            people += person(f"p{i}-{j}", f"m{i}", name="Ann Lee" if wild and j == 0 else "")
    if wild:
        people += person("a", "c") + person("b", "a") + person("c", "b") + person("below", "c") + person("self", "self")
        people += person("gone", status="left") + person("orphan", "gone") + person("x", "y") + person("y", "x")
    return f"name: Large\nas_of: 2026-11-18\npeople:\n{people}"


WILD = company(46, 7, wild=True)


@pytest.mark.parametrize(
    ("text", "drawings", "tree_rows"),
    [
        (company(4, 5), 1, False),
        (company(5, 5), None, False),
        (company(8, 8), None, False),
        (company(10, 8), 0, True),
        (WILD, 0, True),
    ],
)
def test_each_size_has_its_form_and_loses_nobody(text, drawings, tree_rows):
    found = section(text)
    total = text.count("{id:") - text.count("status: left")
    assert shown(found) == total == len(found.rows)
    assert bool(found.tree) == tree_rows
    assert drawings is None or len(found.drawings) == drawings
    assert (found.overview is None) == (drawings == 1)
    assert drawings is not None or len(found.drawings) > 1


def test_every_circle_is_named_in_order():
    reasons = [group.reason for group in section(WILD).tray]
    assert (
        "the reporting lines run in a circle: Name a reports to Name c, Name c to Name b, Name b to Name a" in reasons
    )
    assert "the reporting lines run in a circle: Name x reports to Name y, Name y to Name x" in reasons
    assert "Name self is given as their own manager" in reasons
    assert [
        one.people for one in section(WILD).tray if one.reason.startswith("above them: the reporting lines run")
    ] == [(("Name below", ""),)]
    assert "reported to Name gone, who has left" in reasons


def test_a_circle_in_words():
    assert circle_words(["A"]) == "A is given as their own manager"
    assert circle_words(["A to B", "C"]) == ("the reporting lines run in a circle: A to B reports to C, C to A to B")


def test_an_organisation_of_fourteen_hundred(monkeypatch):
    """Counted: nobody is lost, and no more spots are made than the overview has boxes."""
    made = [0]
    real = tree.Spot
    monkeypatch.setattr(tree, "Spot", lambda *args: made.__setitem__(0, made[0] + 1) or real(*args))
    found = section(company(100, 13))
    assert shown(found) == 1401
    assert found.overview is not None
    assert made[0] <= 20
    assert found.about.startswith("Six parts; the tree below unfolds by manager.")
    assert sum(step.kind == "open" for step in found.tree) == sum(step.kind == "close" for step in found.tree) == 101
    assert sum(step.unfolded for step in found.tree) <= 40


def test_a_chain_of_three_hundred_is_folded_no_deeper_than_a_browser_nests():
    found = section("name: A\npeople:\n" + person("p0") + "".join(person(f"p{i}", f"p{i - 1}") for i in range(1, 300)))
    depth = deepest = 0
    for step in found.tree:
        depth += {"open": 1, "close": -1}.get(step.kind, 0)
        deepest = max(deepest, depth)
    assert depth == 0
    assert deepest == 24
    assert found.tree[-1 - deepest].to == "reports to Name p298"


@pytest.mark.parametrize("text", [company(5, 5), WILD, company(0, 0), "name: A\n"], ids=["fit", "wild", "one", "none"])
@pytest.mark.parametrize("page", [map_page, account_page])
def test_pages_are_whole(text, page):
    html = as_html(page(*only(text)))
    ids = [one.attributes["id"] for one in elements(html) if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert html == as_html(page(*only(text)))


def test_the_strip_of_a_division():
    text = company(5, 5).replace("unit: Unit 0", "unit: Unit 0, roles: [approver], owner: mira-holm")
    first = next(one for one in section(text).drawings if one.heading == "Unit 0")
    assert first.facts == (
        "6 people",
        "key players for us: 0 of 1, one not known",
        "without an owner of ours: 5",
        "Name m0 reports to Name head",
    )


# The overview's map -----------------------------------------------------------------


def test_the_overview_shows_who_counts_and_their_managers():
    text = company(8, 8).replace("id: p3-1,", "id: p3-1, roles: [approver],")
    found = section(text, few=True)
    assert found.heading == "Who reports to whom: three who count, of 73 on the map"
    assert [row.name for row in found.rows] == ["Name head", "Name m3", "Name p3-1"]
    assert section(company(2, 4), few=True).heading == section(company(2, 4)).heading, "eleven people: all of them"


def test_never_more_than_a_dozen():
    text = company(8, 8).replace("name: Name p", "roles: [decider], name: Name p")
    assert len(section(text, few=True).rows) <= WHO_COUNT


def test_a_line_over_others_is_another_line():
    text = "name: A\npeople:\n" + person("p0") + "".join(person(f"p{i}", f"p{i - 1}") for i in range(1, 20))
    text = text.replace("id: p0,", "id: p0, roles: [decider],").replace("id: p9,", "id: p9, roles: [decider],")
    found = section(text, few=True)
    assert [row.name for row in found.rows] == ["Name p0", "Name p8", "Name p9"]
    assert found.drawings[0].svg.count("s-line--far") == 1
    assert "reports to, over others" in [entry.word for key in found.legend for entry in key.entries]


# Maps with a name -------------------------------------------------------------------

NAMED = company(2, 4, wild=True) + (
    "maps:\n  - {name: The tender, people: [head, p1-1, gone]}\n  - {name: Empty}\n  - {name: Lost, people: [a]}\n"
)


def test_named_maps():
    project, account = only(NAMED)
    names = Names(account, project.playbook, project.as_of)
    people = standings(account, project.playbook, project.as_of)
    found = named_section(account, project.playbook, people, names, project.as_of)
    assert found.heading == "Maps for one purpose: The tender, Empty, Lost"
    (drawn,) = found.maps
    assert (drawn.uid, drawn.heading) == ("map1", "The tender: two people")
    assert drawn.svg.count("s-line--far") == 1, "the manager between them is not on this map"
    assert found.empty == (
        "The tender: Name gone is no longer there.",
        "Empty: nobody is on it yet: write the ids of the people who count for it.",
        "Lost: Name a cannot be placed: the reporting lines run in a circle.",
    )
    text = text_of(as_html(map_page(project, account)))
    assert "The tender: two people" in text


def test_without_a_named_map_a_large_account_is_told_how_to_name_one():
    assert "maps: - {name: The tender, people: [head, m0, p0-0]}" in text_of(as_html(map_page(*only(company(5, 5)))))
    assert 'id="maps"' not in as_html(map_page(*only(company(2, 4))))
