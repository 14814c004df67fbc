"""The key of the people map: what each of its marks and lines means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.assess.people import Standing
from sam_gen.draw import marks
from sam_gen.draw.svg import Svg
from sam_gen.draw.ties import sample
from sam_gen.model.people import Support
from sam_gen.model.wording import Wording
from sam_gen.pages.parts import TOO_OLD, Marked, too_old

_ROLES = 3
"""Letters that stand on a card."""
_LINES: Mapping[str, tuple[str, str]] = {
    "reports": ("s-line", "reports to"),
    "skips": ("s-line--far", "reports to, over others"),
    "influences": ("s-tie-head", "moves"),
    "conflict": ("s-tie-cross", "at odds"),
}
"""By the kind of line: the class that gives it away in a drawing, and the word."""


@dataclass(frozen=True)
class Key:
    """What the marks of one kind mean."""

    name: str
    entries: tuple[Marked, ...]


def legend(people: Sequence[Standing], words: Wording, lasts: int, drawings: Sequence[Svg]) -> tuple[Key, ...]:
    """Explain every mark of the map; of the roles and lines, the ones that stand on it."""
    parts = {role for who in people for role in who.person.roles[:_ROLES]}
    used = sorted((words.letter(role), words.say(role)) for role in parts)
    stands = [(*marks.support(value), words.say(value)) for value in Support]
    stands.append((*marks.support(None), "Not known"))
    if any(too_old(who) for who in people):
        stands.append((*marks.support(Support.SUPPORTER, counts=False), TOO_OLD))
    scores = ((3, "0–4"), (6, "5–7"), (9, "8–10"))
    ages = ((1.0, "ink", "fresh"), (0.3, "ochre", "late"), (0.0, "red", "stale"))
    drawn = [(kind, word) for kind, (sign, word) in _LINES.items() if any(f'{sign}"' in svg for svg in drawings)]
    return (
        Key("Stands", tuple(Marked(marks.mark(shape, colour=tone), word, "ink") for shape, tone, word in stands)),
        Key("Role", tuple(Marked(marks.mark(marks.role(letter)), word, "ink") for letter, word in used)),
        Key("Influence", tuple(Marked(marks.mark(marks.influence(score)), word, "ink") for score, word in scores)),
        Key(
            f"Last talk, counts for {lasts} d",
            tuple(Marked(marks.mark(marks.age(s), width=26, height=8, colour=t), word, "ink") for s, t, word in ages),
        ),
        Key(
            "Frame",
            (
                Marked(marks.mark(marks.frame("key")), "key player", "ink"),
                Marked(marks.mark(marks.frame("open")), "vacant, or stand not known", "ink"),
            ),
        ),
        Key(
            "Lines",
            tuple(Marked(marks.mark(sample(kind), width=34, height=10), word, "ink") for kind, word in drawn),
        ),
    )
