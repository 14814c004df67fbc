"""Where a long page has its sections: the links under its first sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sam_gen.pages.tables import Link

MAP = (
    ("people", "Who reports to whom"),
    ("maps", "For one purpose"),
    ("removal", "If somebody left"),
    ("introductions", "Introductions"),
    ("consensus", "Do they agree"),
    ("interest", "Power and interest"),
    ("functions", "Functions and levels"),
    ("sees-us", "How they see us"),
    ("coverage", "Ours × theirs"),
    ("units", "By unit"),
    ("table", "Everybody as a table"),
)
POSITION = (
    ("say", "Today, wished, possible"),
    ("evidence", "The dimensions"),
    ("next", "Next signs"),
    ("ceilings", "The ceiling"),
    ("upstream", "How early"),
    ("trail", "Reviews"),
    ("signals", "Signs of moving"),
)
PLAN = (
    ("one-page", "On one page"),
    ("business", "Their business"),
    ("opportunities", "Opportunities"),
    ("objectives", "Objectives"),
    ("roadmap", "What falls when"),
    ("team", "Our team"),
    ("risks", "Risks"),
    ("review", "Review"),
)
VALUE = (
    ("value", "Value"),
    ("benefits", "Benefits"),
    ("ours", "We promised"),
    ("theirs", "They promised"),
    ("dependence", "Balance"),
    ("on-us", "They on us"),
    ("on-them", "We on them"),
)
"""Every section of a page in its order, by id; the name is what a reader looks for, the heading is the finding."""


def jump(
    here: str, sections: Sequence[tuple[str, str]], only_if: Mapping[str, object] | None = None
) -> tuple[Link, ...]:
    """Link the sections of the page at an address; one that `only_if` names needs something to show."""
    needs = only_if or {}
    return tuple(Link(text, f"{here}#{id_}") for id_, text in sections if needs.get(id_, True))
