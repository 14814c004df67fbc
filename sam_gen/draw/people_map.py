"""The people map: who reports to whom, how each stands, who of us holds the tie, how old the last talk is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.draw import marks
from sam_gen.draw.frame import picture
from sam_gen.draw.svg import Svg, el, path
from sam_gen.draw.text import cut, wrap
from sam_gen.draw.text import width as width_of
from sam_gen.draw.ties import TieLine, tie_lines
from sam_gen.draw.tree import CARD_HEIGHT, Spot, Why, layout

_PAD = 8
_EDGE = 2
_ROLES = 3
"""Letters a card shows; the label has the words of all."""


@dataclass(frozen=True)
class Card:
    """What the map shows of one person; every text is ready to print."""

    key: str
    name: str
    short: str
    """The name for a card that the full one does not fit."""
    title: str
    manager: str | None
    support: str | None
    support_word: str
    roles: tuple[tuple[str, str], ...]
    """Letter and word of each part they play, the first one first."""
    influence: int | None
    owner: str
    owner_missing: bool
    talk: str
    talk_left: float | None
    """Share of the time a talk counts that is left; None if there was none."""
    talk_tone: str
    """`ink`, `ochre` or `red`."""
    heavy: bool
    """Key player: the heavy frame."""
    vacant: bool
    support_counts: bool = True
    """Whether what we know of how they stand is young enough; else it is grey."""
    far: bool = False
    """Whether others stand between them and the manager of this map."""

    @property
    def label(self) -> str:
        """The card in words, for a screen reader and the pointer."""
        old = "" if self.support_counts or self.support is None else " ask again"
        stands = f"{self.support_word}{old}, " if not self.vacant else ""
        parts = [
            f"{self.name}, {self.title}" if self.title else self.name,
            f"{stands}{self.owner}",
            self.talk,
        ]
        if self.influence is not None:
            parts.append(f"influence {self.influence} of 10")
        return "; ".join([*parts, *([", ".join(word for _, word in self.roles)] if self.roles else [])])


@dataclass(frozen=True)
class PeopleMap:
    """A finished map."""

    svg: Svg
    unplaced: Mapping[str, Why]
    """Everybody who has no place in the tree, with the reason."""
    ties: frozenset[int]
    """The numbers of the ties that are drawn."""
    width: float
    height: float


def people_map(
    cards: Sequence[Card],
    title: str,
    description: str,
    uid: str,
    ties: Sequence[TieLine] = (),
    *,
    loners: bool = False,
) -> PeopleMap:
    """Draw the map; `uid` makes the ids of title and description unique on the page.

    With `loners`, people without a manager and without reports stand beside the tree.
    """
    by_key = {card.key: card for card in cards}
    tree = layout({card.key: card.manager for card in cards}, loners=loners)
    lines = [
        el("path", d=_corners(line), class_="s-line s-line--far" if by_key[key].far else "s-line")
        for key, line in zip(tree.reports, tree.lines, strict=True)
    ]
    between = tie_lines(tree, CARD_HEIGHT, ties)
    left, top, right, bottom = between.bounds
    width, height = right - left + 2 * _EDGE, bottom - top + 2 * _EDGE
    parts = [*lines, between.lines, *(_card(by_key[spot.key], spot) for spot in tree.spots), between.numbers]
    svg = picture(parts, title, description, uid, (width, height), (left - _EDGE, top - _EDGE))
    return PeopleMap(svg, tree.unplaced, between.shown, width, height)


def _corners(line: Sequence[tuple[float, float]]) -> str:
    (x, y), *rest = line
    return path("M", x, y, *(step for point in rest for step in ("L", *point)))


def _card(card: Card, spot: Spot) -> Svg:
    kind = " s-card--vacant" if card.vacant or card.support is None else ""
    heavy = " s-card--key" if card.heavy else ""
    frame = el("rect", x=0, y=0, width=spot.width, height=CARD_HEIGHT, rx=2, class_=f"s-card{kind}{heavy}")
    body = _vacancy(card, spot.width) if card.vacant else _standing(card, spot.width)
    place = f"translate({spot.x:g} {spot.y:g})"
    return el("g", el("title", card.label), frame, *_heading(card, spot.width), *body, transform=place)


def _heading(card: Card, width: float) -> list[Svg]:
    room = width - 2 * _PAD
    name = _name(card, room)
    texts = [el("text", line, x=_PAD, y=20 + 16 * i, class_="s-t13 s-bold") for i, line in enumerate(name)]
    for i, line in enumerate(wrap(card.title, room, 12, lines=3 - len(name)), len(name)):
        texts.append(el("text", line, x=_PAD, y=22 + 14 * i, class_="s-t12 s-second"))
    return texts


def _name(card: Card, room: float) -> list[str]:
    """Return the fullest form of a name that fits: whole, short, without a second surname, or in two lines."""
    forms = [card.name, card.short]
    words = card.short.split()
    while len(words) > 2 and words[-2][:1].isupper() and not words[-2].endswith("."):
        words.pop()
        forms.append(" ".join(words))
    fits = next((form for form in forms if width_of(form, 13, bold=True) <= room), None)
    if fits is not None:
        return [fits]
    first, hyphen, second = forms[-1].rpartition("-")
    if hyphen and first and width_of(first + hyphen, 13, bold=True) <= room:
        return [first + hyphen, cut(second, room, 13, bold=True)]
    return [cut(card.short, room, 13, bold=True)]


def _vacancy(card: Card, width: float) -> list[Svg]:
    room = width - 2 * _PAD
    lines = wrap(card.talk, room, 12, lines=2)
    return [el("text", line, x=_PAD, y=72 + 14 * i, class_="s-t12 s-ochre") for i, line in enumerate(lines)]


def _standing(card: Card, width: float) -> list[Svg]:
    shape, colour = marks.support(card.support, counts=card.support_counts)
    right = width - _PAD
    beside = right - (15 if card.influence is not None else 0) - (19 if card.roles else 0)
    further = card.roles[1:_ROLES]
    owner = cut(card.owner, width - 2 * _PAD - 19 * len(further), 12, bold=card.owner_missing)
    word = cut(card.support_word, beside - _PAD - 22, 12)
    parts = [
        _at(shape, _PAD, 58, colour),
        el("text", word, x=_PAD + 20, y=70, class_=f"s-t12 s-{colour}"),
        el("text", owner, x=_PAD, y=86, class_="s-t12 s-ochre s-bold" if card.owner_missing else "s-t12"),
        _at(marks.age(card.talk_left), _PAD, 93, card.talk_tone),
        el(
            "text",
            cut(card.talk, width - _PAD - 40, 12),
            x=_PAD + 32,
            y=102,
            class_=f"s-t12 s-{card.talk_tone}",
        ),
    ]
    if card.influence is not None:
        parts.append(_at(marks.influence(card.influence), right - 15, 56, "ink"))
    if card.roles:
        parts += _role(card.roles[0][0], right - (34 if card.influence is not None else 16), 57)
    for i, (letter, _) in enumerate(further):
        parts += _role(letter, right - 16 - 19 * (len(further) - 1 - i), 75)
    return parts


def _role(letter: str, x: float, y: float) -> list[Svg]:
    box = el("rect", x=x, y=y, width=16, height=16, rx=2, class_="s-box")
    return [box, el("text", letter, x=x + 8, y=y + 12.5, text_anchor="middle", class_="s-t12 s-bold s-second")]


def _at(shape: Svg, x: float, y: float, colour: str) -> Svg:
    return el("g", shape, transform=f"translate({x:g} {y:g})", class_=f"s-{colour}")
