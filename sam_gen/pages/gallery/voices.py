"""Specimens of voices and ways: agreement, introductions, who would be missed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sam_gen.assess.consensus import Agreement
from sam_gen.draw.consensus import Matter, Stance, consensus_rows
from sam_gen.draw.losses import Leaver, losses
from sam_gen.draw.svg import Svg
from sam_gen.draw.ways import Chain, Join, Step, chains
from sam_gen.pages.agreement import NOT_ALL_HEARD, SAID
from sam_gen.pages.gallery.cast import Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.people import STANDS
from sam_gen.pages.words import amount, capital

_MATTERS: tuple[tuple[str, bool, tuple[str | None, ...]], ...] = (
    ("A third less waste", False, ("for",)),
    ("One order book", True, ("for", "neutral", None, "against")),
    ("Night shift without paper", False, (None,)),
    ("A second line", False, ("against", "for", "neutral", None)),
    ("Fewer suppliers", False, ("for", "for", None)),
    ("Safer nights", False, ("for", "neutral", "for", None)),
)
"""What they want, whether a no of those against is enough, and how they stand in turn."""


def _consensus(cast: Cast) -> Svg | None:
    size = {"empty": 0, "small": 1, "typical": 6, "hostile": 6}.get(cast.form, 9)
    matters = tuple(_matter(cast, at) for at in range(size))
    return consensus_rows(matters) if matters else None


def _matter(cast: Cast, at: int) -> Matter:
    name, stopped, stands = _MATTERS[at % len(_MATTERS)]
    turns = [(who, stands[i % len(stands)], i) for i, who in enumerate(cast.names)]
    voices = tuple(
        Stance(who, stand, stopped if stand == "against" else stand is not None and i % 5 == 1)
        for who, stand, i in turns
    )
    said, tone = verdict(voices)
    return Matter(cast.text(name, at), capital(said), tone, voices)


def verdict(voices: Sequence[Stance]) -> tuple[str, str]:
    """Say what the voices add up to, as the page of an account does."""
    stands = {one.stand for one in voices}
    if not stands - {None}:
        return SAID[Agreement.UNKNOWN]
    if "against" in stands:
        stopped = any(one.veto for one in voices if one.stand == "against")
        return SAID[Agreement.BLOCKED if stopped else Agreement.SPLIT]
    if "neutral" in stands:
        return SAID[Agreement.OPEN]
    return (NOT_ALL_HEARD, "") if None in stands else SAID[Agreement.AGREED]


_JOINS = (("talk", "talked 9 d ago"), ("influence", "moves"), ("line", "reports to"))


def _ways(cast: Cast) -> Svg | None:
    """Draw ways of one, two and three steps; nobody stands in two of them, so that each ends at somebody new."""
    if not cast.names:
        return None
    most = {"small": 1, "typical": 4, "hostile": 5}.get(cast.form, 14)
    lines: list[Chain] = []
    used = 0
    for at in range(most):
        ours = Step(cast.ours[at % len(cast.ours)], "ours", None, ours=True)
        size = 1 + at % 3
        theirs = (Step(cast.names[i], cast.title(i), STANDS[i % 6][0]) for i in range(used, used + size))
        lines.append(Chain((ours, *theirs), tuple(Join(*one) for one in _JOINS[:size])))
        used += size
    missing = cast.text("Nobody yet: ask who could introduce us", 0)
    lines.append(Chain((Step(cast.names[-1], cast.title(2), None),), (), missing))
    return chains(lines)


def _losses(cast: Cast) -> Svg | None:
    people = tuple(_leaver(cast, at, name) for at, name in enumerate(cast.names))
    kinds = ("Ties", "Ways in", "Carried alone", "Opportunities")
    return losses(kinds, people, f"What would go, {cast.form}") if people else None


def _leaver(cast: Cast, at: int, name: str) -> Leaver:
    """Return somebody; a bar stands before whoever carries something alone, a worth where an opportunity would go."""
    alone = 1 + at % 2 if at % 3 == 0 else 0
    chances = cast.number(at) if cast.form == "hostile" else (at * 7) % 13
    worth = amount(Decimal(cast.number(at)), "EUR") if at % 2 == 0 else "not known"
    return Leaver(name, cast.title(at), bool(alone), (at % 4, (at * 3) % 5, alone, chances), worth if chances else "–")


EXHIBITS = (
    Exhibit(
        "agreement", "Agreement", "People", "Do they agree among themselves on what they want?",
        ("consensus.consensus_rows",), "bare", _consensus,
        (
            "Without initiatives there is nothing to agree on; the page asks for one.",
            "One initiative and three voices.",
            "Heavy chips can stop it; the last column says whether they agree.",
            "Nine initiatives with sixty voices: eight chips a stand, then a count.",
            "Each voice stands under its stand, whatever its name.",
        ),
    ),
    Exhibit(
        "introductions", "Introductions", "People", "Who could bring us to somebody we do not talk with?",
        ("ways.chains",), "bare", _ways,
        (
            "We talk with everybody who counts, or nobody is on file.",
            "One way over one talk, and one person to whom no way is known.",
            "Each line is a way: heavy lines are talks, dashed ones influence, the last name is whom we want to meet.",
            "Fourteen ways; each breaks between two people, never inside a mark.",
            "Names of any length stay in their step.",
        ),
    ),
    Exhibit(
        "leaving", "Who would be missed", "People", "What would go with a person who leaves?",
        ("losses.losses", "axis.bar"), "bare", _losses,
        (
            "Without people nothing can be lost.",
            "A bar before the name: with this person something goes that nobody else holds.",
            "The longest bars show what goes with whom; all share one scale.",
            "Sixty people; the scale is that of the largest count.",
            "A count of hundreds of billions fills its bar and no more; 0 is a dash.",
        ),
    ),
)  # fmt: skip
