"""The people map: well-formed, readable, every text inside its card by our own measure."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from helpers import ROOT, example
from hypothesis import given
from hypothesis import strategies as st

from sam_gen.assess.people import standings
from sam_gen.draw import marks
from sam_gen.draw.people_map import Card, people_map
from sam_gen.draw.svg import Svg, el, number, path
from sam_gen.draw.text import width
from sam_gen.draw.ties import TieLine
from sam_gen.draw.tree import CARD_HEIGHT, Unplaced, Why
from sam_gen.pages.parts import Names
from sam_gen.pages.reporting import map_section

HEAD = Card(
    key="rao",
    name="Priya Rao",
    short="P. Rao",
    title="Chief operating officer",
    manager=None,
    support="supporter",
    support_word="Supports",
    roles=(("D", "Decider"),),
    influence=9,
    owner="M. Holm",
    owner_missing=False,
    talk="37 d",
    talk_left=0.6,
    talk_tone="ink",
    heavy=True,
    vacant=False,
)
SMALL = (
    HEAD,
    replace(
        HEAD, key="lund", name="Per Lund", short="P. Lund", title="Site manager", manager="rao", support="doubter",
        support_word="Doubts", influence=3, talk="200 d, stale", talk_left=0.0, talk_tone="red", heavy=False,
    ),
    replace(
        HEAD, key="chair", name="Vacant", short="Vacant", title="Head of transport", manager="rao", support=None,
        support_word="Not known", influence=None, owner="no owner", owner_missing=True, talk="vacant since 1 Jul",
        talk_left=None, vacant=True,
    ),
    replace(
        HEAD, key="nwosu", name="Chidi <Nwosu> & Sons", short="C. Nwosu", title='The "cold" chain', manager="lund",
        support=None, support_word="Not known", roles=(), influence=None, owner="no owner",
        owner_missing=True, talk="never met", talk_left=None, talk_tone="ochre", heavy=False,
    ),
    replace(HEAD, key="lost", name="Lost", manager="nobody"),
)  # fmt: skip
NAMES = st.text(
    st.one_of(st.sampled_from(" W-<>&\"'"), st.characters(categories=("L", "M", "N", "P", "S"))),
    min_size=1,
    max_size=40,
)
TIES = (TieLine("lund", "chair", 1), TieLine("rao", "lost", 2), TieLine("nwosu", "rao", 3, conflict=True))


def draw(cards: tuple[Card, ...]) -> ElementTree.Element:
    return ElementTree.fromstring(people_map(cards, "People of A & B", "Who reports to whom", "map").svg)


def size_of(text: ElementTree.Element) -> tuple[float, bool]:
    names = text.attrib["class"].split()
    (size,) = (int(name.removeprefix("s-t")) for name in names if re.fullmatch(r"s-t\d+", name))
    return size, "s-bold" in names


def texts_of(card: ElementTree.Element) -> list[tuple[float, float, float, float]]:
    """Return the box of every text of a card by our measure: left, top, right, bottom."""
    found = []
    for text in card.iter("text"):
        size, bold = size_of(text)
        long = width(text.text or "", size, bold=bold)
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        left = x - long / 2 if text.attrib.get("text-anchor") == "middle" else x
        found.append((left, y - 0.75 * size, left + long, y + 0.2 * size))
    return found


def check_cards(svg: ElementTree.Element) -> None:
    cards = [group for group in svg.findall("g") if group.find("rect") is not None]
    assert cards
    for card in cards:
        frame = float(card.find("rect").attrib["width"])
        texts = texts_of(card)
        for left, top, right, bottom in texts:
            assert left >= 0
            assert top >= 0
            assert right <= frame + 0.1
            assert bottom <= CARD_HEIGHT
        for i, one in enumerate(texts):
            for other in texts[i + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5
                assert apart, (one, other)


def test_golden(golden):
    drawn = people_map(SMALL, "People of A & B", "Five people", "map", TIES)
    golden("people-map.svg", re.sub(r"(<(?:g|svg|rect|path|text|title|desc)\b)", r"\n\1", drawn.svg).strip() + "\n")
    assert drawn.unplaced == {"lost": Why(Unplaced.ABSENT, ("nobody",))}
    assert drawn.ties == {1, 3}


def test_texts_stand_inside_their_cards():
    check_cards(draw(SMALL))


@given(NAMES, NAMES, NAMES, st.sampled_from(sorted(marks._SUPPORT)), st.integers(0, 10))
def test_any_name_fits_its_card(name, title, owner, support, influence):
    one = replace(
        HEAD, name=name, short=name, title=title, owner=owner, talk=owner, support=support, influence=influence
    )
    two = replace(one, key="b", manager="rao", title=name, roles=(("D", "x"), ("E", "y"), ("W", "z"), ("A", "v")))
    check_cards(ElementTree.fromstring(people_map((one, two), name, title, "map").svg))


@pytest.mark.parametrize("word", ["Mentor", "Supports", "Neutral", "Doubts", "Opposes", "Not known"])
@pytest.mark.parametrize("influence", [None, 10])
def test_word_of_support_leaves_room_for_the_role(word, influence):
    cards = tuple(
        replace(HEAD, key=f"p{i}", manager=f"p{i - 1}" if i else None, support_word=word, influence=influence)
        for i in range(3)
    )
    for card in draw(cards).findall("g"):
        word_end = 28 + width(word, 12)
        boxes = [float(box.attrib["x"]) for box in card.findall("rect") if box.attrib.get("class") == "s-box"]
        assert boxes
        assert word_end <= boxes[0]


def test_examples_are_well_formed_and_ids_unique():
    project = example()
    for account in project.accounts:
        people = standings(account, project.playbook, project.as_of)
        names = Names(account, project.playbook, project.as_of)
        section = map_section(account, project.playbook, people, names, project.as_of)
        ids = []
        shown = 0
        for drawing in section.drawings:
            svg = ElementTree.fromstring(drawing.svg)
            check_cards(svg)
            own = [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]
            assert set(svg.attrib["aria-labelledby"].split()) <= set(own)
            ids += own
            shown += len([group for group in svg.findall("g") if group.find("rect") is not None])
        assert len(set(ids)) == len(ids)
        assert shown + sum(len(group.people) for group in section.tray) == len(people)


def test_two_maps_of_one_page_share_no_id():
    one, two = (people_map(SMALL, "A", "B", uid, TIES).svg for uid in ("one", "two"))
    ids = re.findall(r' id="([^"]*)"', one + two)
    assert len(ids) == 4
    assert len(set(ids)) == len(ids)


def test_the_card_in_words():
    assert SMALL[0].label == "Priya Rao, Chief operating officer; Supports, M. Holm; 37 d; influence 9 of 10; Decider"
    assert SMALL[2].label == "Vacant, Head of transport; no owner; vacant since 1 Jul; Decider"
    assert draw(SMALL).find("g/title").text == SMALL[0].label


def test_no_text_is_smaller_than_twelve_pixels():
    """Sizes are classes: `s-t12` is 12 px and nothing goes below."""
    assert all(size_of(text)[0] >= 12 for text in draw(SMALL).iter("text"))
    css = (ROOT / "sam_gen/assets/sam.css").read_text(encoding="utf-8")
    sizes = dict(re.findall(r"\.s-(t\d+)\s*\{[^}]*font-size:\s*(\d+)px", css))
    assert sizes
    assert all(name == f"t{size}" for name, size in sizes.items())
    used = {name for text in draw(SMALL).iter("text") for name in text.attrib["class"].split()}
    assert {name for name in used if re.fullmatch(r"s-t\d+", name)} <= {f"s-{name}" for name in sizes}


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=40))
def test_elements_escape_text_and_attributes(text):
    tree = ElementTree.fromstring(el("g", text, el("text", text), Svg("<path/>"), data_x=text, class_="c"))
    assert (tree.text or "") == text
    assert (tree.find("text").text or "") == text
    assert tree.attrib == {"data-x": text, "class": "c"}
    assert tree.find("path") is not None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, "1"), (1.0, "1"), (1.25, "1.2"), (1.26, "1.3"), (0.04, "0.0"), (-3.5, "-3.5"), (100, "100"), (1010, "1010")],
)
def test_numbers(value, shown):
    assert number(value) == shown.removesuffix(".0")


def test_small_parts():
    assert el("g", x=None, y=2) == '<g y="2"></g>'
    assert path("M", 1, 2.5, "H", 9) == "M 1 2.5 H 9"
    assert el("a", "<b>") == "<a>&lt;b&gt;</a>"


@pytest.mark.parametrize(("score", "bars"), [(0, 1), (4, 1), (5, 2), (7, 2), (8, 3), (10, 3)])
def test_bars_of_influence(score, bars):
    assert marks.influence(score).count('fill="currentColor"') == bars


@pytest.mark.parametrize(
    ("left", "inner"), [(None, None), (0.0, None), (0.01, "2"), (0.5, "13"), (1.0, "26"), (1.7, "26")]
)
def test_bar_of_age(left, inner):
    bar = ElementTree.fromstring(f"<g>{marks.age(left)}</g>")
    assert ("stroke-dasharray" in bar[0].attrib) == (inner is None)
    assert [rect.attrib["width"] for rect in bar[1:]] == ([inner] if inner else [])


def test_every_mark_has_a_shape_of_its_own():
    shapes = [marks.support(value)[0] for value in [*marks._SUPPORT, None]] + [
        marks.basis(value) for value in marks._BASIS
    ]
    assert len(set(shapes)) == len(shapes)
    for shape in shapes:
        ElementTree.fromstring(marks.mark(shape))
        assert 'aria-hidden="true"' in marks.mark(shape)
