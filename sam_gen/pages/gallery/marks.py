"""Specimens of the marks, each with its word, and of the key that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sam_gen.draw import dates, marks
from sam_gen.draw.holders import holder
from sam_gen.draw.legend import Entry, legend
from sam_gen.draw.standing import standing
from sam_gen.draw.svg import Svg
from sam_gen.draw.ties import sample
from sam_gen.draw.track import tag, track
from sam_gen.pages.gallery.cast import Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.people import STANDS


@dataclass(frozen=True)
class Family:
    """The marks of one kind."""

    name: str
    key: Svg


def _entry(shape: Svg, word: str, tone: str = "ink", width: float = 16, height: float = 16) -> Entry:
    return Entry(marks.mark(shape, width=width, height=height, colour=tone), word)


def _every() -> Iterator[tuple[str, list[Entry]]]:
    yield "Stands", [_entry(marks.support(value)[0], word, marks.support(value)[1]) for value, word in STANDS]
    known = (("assumed", "assumed"), ("observed", "observed"), ("client_confirmed", "client confirmed"))
    yield "How we know", [_entry(marks.basis(value), word) for value, word in known]
    yield "Influence", [_entry(marks.influence(score), word) for score, word in ((3, "0–4"), (6, "5–7"), (9, "8–10"))]
    ages = ((1.0, "ink", "fresh"), (0.3, "ochre", "late"), (0.0, "red", "stale"), (None, "ochre", "never"))
    yield "Age", [_entry(marks.age(left), word, tone, 26, 8) for left, tone, word in ages]
    talks = ((0, "none"), (1, "one"), (2, "two or three"), (4, "four and more"))
    yield "Talks", [_entry(marks.contact(number), word) for number, word in talks]
    stands = (("for", False), ("neutral", False), ("against", False), (None, False), ("against", True), ("for", True))
    words = ("for", "neutral", "against", "not heard", "against, and can stop it", "for; their no would be enough")
    voices = [(*marks.voice(stand, veto=veto), 30 if veto and stand == "for" else 16) for stand, veto in stands]
    yield "Voice", [_entry(shape, word, tone, wide) for (shape, tone, wide), word in zip(voices, words, strict=True)]
    letters = (("D", "Decider"), ("U", "User"), ("C", "Champion"))
    roles = [_entry(marks.role(letter), word) for letter, word in letters]
    frames = [_entry(marks.frame("key"), "key player"), _entry(marks.frame("open"), "vacant, or stand not known")]
    yield "Role and frame", [*roles, *frames]
    lines = (("reports", "reports to"), ("skips", "over others"), ("influences", "moves"), ("conflict", "at odds"))
    yield "Lines", [_entry(sample(kind), word, width=34, height=10) for kind, word in lines]
    states = (("good", "good"), ("watch", "watch"), ("at_risk", "at risk"), (None, "not known"))
    yield "Health", [Entry(standing(value)[0], word) for value, word in states]
    yield "Track", [Entry(track(value)[0], word) for value, word in (("on", "on"), ("off", "off"), ("", "not known"))]
    yield (
        "Opportunity",
        [Entry(tag(text), word) for text, word in (("A1", "first"), ("B2", "to prove"), ("C3", "waits"))],
    )
    needs = ("us", "option", "competitor", "in_house", "nobody", "blocked", "unknown")
    yield "Holder", [_entry(holder(kind)[0], kind.replace("_", " "), holder(kind)[1]) for kind in needs]
    yield "Day", [_entry(dates.shape(kind), kind) for kind in dates.KINDS] + [_entry(dates.late(), "overdue", "red")]
    yield "Not known", [_entry(marks.unknown(), "not known yet", "grey")]


def _marks(cast: Cast) -> tuple[Family, ...] | None:
    families = {"small": 2, "typical": 6}.get(cast.form, 99) if cast.form != "empty" else 0
    shown = list(_every())[:families]
    if cast.form == "hostile":
        shown = [(cast.text(name, at), [Entry(one.mark, cast.text(one.word, i)) for i, one in enumerate(some)])
                 for at, (name, some) in enumerate(shown)]  # fmt: skip
        shown.append(("Nothing", []))
        shown.append(("Long tags", [Entry(tag("A999999"), "a tag of seven signs"), Entry(tag(""), "no tag")]))
    return tuple(Family(name, legend(some)) for name, some in shown) or None


EXHIBITS = (
    Exhibit(
        "marks", "Marks and key", "Marks", "What does each shape stand for?",
        (
            "marks.mark", "marks.unknown", "marks.support", "marks.basis", "marks.influence", "marks.age", "marks.role",
            "marks.contact", "marks.voice", "marks.frame", "track.track", "track.tag", "legend.legend", "ties.sample",
        ),
        "families", _marks,
        (
            "A drawing without marks has no key.",
            "Two families: up is for us, hollow is mild, dashed is not known.",
            "Each family differs by shape first, then by its word, then by colour.",
            "Every mark of the site on one page.",
            "A key with words of any length wraps.",
        ),
    ),
)  # fmt: skip
