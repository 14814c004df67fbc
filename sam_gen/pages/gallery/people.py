"""Specimens of the maps: the people, the divisions, the tree that unfolds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sam_gen.draw import marks
from sam_gen.draw.overview import Box, overview
from sam_gen.draw.people_map import Card, people_map
from sam_gen.draw.svg import Svg
from sam_gen.draw.ties import TieLine
from sam_gen.pages.gallery.cast import Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.parts import Marked
from sam_gen.pages.sheets import sheet_of
from sam_gen.pages.words import short_name

STANDS = (
    ("mentor", "Mentor"),
    ("supporter", "Supports"),
    ("neutral", "Neutral"),
    (None, "Not known"),
    ("doubter", "Doubts"),
    ("opponent", "Opposes"),
)
_TALKS = (
    (0.8, "12 d", "ink"),
    (0.3, "96 d, late", "ochre"),
    (0.0, "303 d, stale", "red"),
    (None, "never met", "ochre"),
)
_ROLES = (("D", "Decider"), ("U", "User"), ("C", "Champion"), ("G", "Gatekeeper"))

_KEY_FROM = 7
"""The influence from which somebody is a key player here."""
_MOST = 40
"""People of one map; its ties take the time of a build."""


@dataclass(frozen=True)
class Row:
    """One person in the list that stands before a map on a phone."""

    depth: int
    name: str
    title: str
    support: Marked | None
    talk: Marked | None
    note: str = ""
    owner: str = ""
    key_player: bool = False
    ownerless: bool = False
    told: str = ""


@dataclass(frozen=True)
class Chart:
    """A map with its list."""

    svg: Svg
    rows: tuple[Row, ...]
    label: str
    sheet: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Fold:
    """One step through the tree: `open` and `close` stand around a team, `leaf` leads nobody."""

    kind: str
    row: Row | None = None
    below: str = ""
    unfolded: bool = False
    to: str = ""


@dataclass(frozen=True)
class Divisions:
    """An overview with its list."""

    label: str
    about: str
    overview: Svg
    boxes: tuple[tuple[str, str], ...]


def _depth(at: int) -> int:
    depth = 0
    while at:
        at, depth = (at - 1) // 3, depth + 1
    return depth


def _card(cast: Cast, at: int, name: str) -> Card:
    support, word = STANDS[at % 6]
    left, talk, tone = _TALKS[at % 4]
    vacant = at % 10 == 9
    influence = None if at % 7 == 5 else (at * 3 + 9) % 11
    title = cast.title(at)
    return Card(
        key=f"p{at}", name=name, short=short_name(name), title=title, manager=f"p{(at - 1) // 3}" if at else None,
        support=None if vacant else support, support_word="Not known" if vacant else word,
        roles=(_ROLES * 2)[at % 4 : at % 4 + (at + 1) % 5], influence=influence,
        owner="no owner" if at % 5 == 4 else cast.text("E. Holmdal", at + 1), owner_missing=at % 5 == 4,
        talk="vacant since 1 July" if vacant else talk, talk_left=left, talk_tone=tone,
        heavy=(influence or 0) >= _KEY_FROM, vacant=vacant, far=at % 11 == 8,
    )  # fmt: skip


def _ties(cast: Cast) -> list[TieLine]:
    size = min(len(cast.names), _MOST)
    most = 25 if cast.form == "extreme" else 3
    pairs = ((at, (at * 7 + 4) % size) for at in range(min(most, size - 1)) if size > 2)
    return [TieLine(f"p{a}", f"p{b}", number, number % 3 == 0) for number, (a, b) in enumerate(pairs, 1) if a != b]


def _row(card: Card, depth: int) -> Row:
    shape, tone = marks.support(card.support)
    stands = None if card.vacant else Marked(marks.mark(shape, colour=tone), card.support_word, tone)
    bar = marks.mark(marks.age(card.talk_left), width=26, height=8, colour=card.talk_tone)
    owner = "" if card.owner_missing or card.vacant else f"our tie: {card.owner}"
    influence = f"influence {card.influence} of 10" if card.influence is not None else ""
    told = (", ".join(word for _, word in card.roles), influence, owner)
    return Row(
        min(depth, 5), card.name, card.title, stands, Marked(bar, card.talk, card.talk_tone), owner=card.owner,
        key_player=card.heavy, ownerless=card.owner_missing and not card.vacant,
        told=" · ".join(part for part in told if part),
    )  # fmt: skip


def _people(cast: Cast) -> Chart | None:
    cards = [_card(cast, at, name) for at, name in enumerate(cast.names[:_MOST])]
    if not cards:
        return None
    rows = tuple(_row(card, _depth(at)) for at, card in enumerate(cards))
    facts: tuple[str, ...] = ()
    if cast.form == "hostile":
        ring = [replace(cards[1], key="q1", manager="q2"), replace(cards[2], key="q2", manager="q1")]
        cards += [*ring, replace(cards[3], key="q3", manager="nobody")]
        facts = ("3 people have no place: two in a circle, one whose manager is not there",)
    said = f"{len(rows)} people and who of them reports to whom"
    drawn = people_map(cards, "People of an invented company", said, f"people-{cast.form}", _ties(cast))
    return Chart(drawn.svg, rows, f"Map of the people, {cast.form}", sheet_of(drawn.width, drawn.height), facts)


def _box(cast: Cast, at: int) -> Box:
    """Sum up a division of more people the further down it stands; every third has key players."""
    people, vacant, keys = 4 + at * 3, at % 3, 0 if at % 3 else 1 + at // 6
    name = cast.text(("Board", "Works", "Sales", "Logistics", "Service", "Finance")[at % 6], at)
    heads = cast.text(f"{people} people{f', {vacant} vacant' if vacant else ''}", at + 2)
    friends = f"key, for us: {(keys + 1) // 2} of {keys}" if keys else "no key player"
    return Box(name, (heads, friends), (at - 1) // 5 if at else None, heavy=bool(keys))


def _divisions(cast: Cast) -> Divisions | None:
    sizes = {"small": 2, "typical": 6, "extreme": 40, "hostile": 11}
    boxes = [_box(cast, at) for at in range(sizes.get(cast.form, 0))]
    if not boxes:
        return None
    svg = overview(boxes, "Parts of an invented company", f"{len(boxes)} parts", f"divisions-{cast.form}")
    about = f"{len(boxes)} divisions. A heavy frame has a key player in it."
    return Divisions(
        f"The divisions, {cast.form}", about, svg, tuple((box.name, " · ".join(box.facts)) for box in boxes)
    )


def _branches(cast: Cast) -> tuple[Fold, ...] | None:
    cards = [_card(cast, at, name) for at, name in enumerate(cast.names)]
    steps: list[Fold] = []

    def team_of(at: int) -> list[int]:
        return [one for one in range(3 * at + 1, 3 * at + 4) if one < len(cards)]

    def below(at: int) -> int:
        return sum(1 + below(one) for one in team_of(at))

    def walk(at: int) -> None:
        team = team_of(at)
        row = _row(cards[at], _depth(at))
        if not team:
            steps.append(Fold("leaf", row))
            return
        steps.append(Fold("open", row, f"{below(at)} below", unfolded=_depth(at) < 2))
        for one in team:
            walk(one)
        steps.append(Fold("close"))

    if cards:
        walk(0)
    return tuple(steps) or None


EXHIBITS = (
    Exhibit(
        "people-map", "People map", "People", "Who reports to whom, who is for us, and whom has nobody seen lately?",
        ("people_map.people_map", "ties.tie_lines"), "chart", _people,
        (
            "Nobody is on file: the page shows two lines of YAML to begin with.",
            "One head with two reports; the heavy frame is the key player.",
            "Who decides stands on top in a heavy frame; red bars are ties that have gone stale.",
            "Forty people and the first two dozen ties: the shape of the whole, and lines that never run under a text.",
            "Long, wide and strange names are cut with … and keep to their cards; equal names stay two cards.",
        ),
    ),
    Exhibit(
        "divisions", "Overview of the divisions", "People", "How do the parts of a large organisation hang together?",
        ("overview.overview",), "divisions", _divisions,
        (
            "An organisation that fits one map has no overview.",
            "Two parts, one below the other.",
            "A heavy frame is a division with a key player in it.",
            "Forty parts keep to rows of five under their manager.",
            "Names are cut at two lines, facts at one.",
        ),
    ),
    Exhibit(
        "branches", "Tree that unfolds", "People", "Who sits below whom where no drawing can show everybody?",
        (), "branches", _branches,
        (
            "Nobody is on file, so there is no tree.",
            "A head with the number below, and two people.",
            "The first two levels stand open; each line says stand, last talk and owner.",
            "Sixty people on a screen: deeper levels are folded and say how many are below.",
            "Names of any length wrap inside their line.",
        ),
    ),
)  # fmt: skip
