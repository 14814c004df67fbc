"""The focus of a coaching talk in words: the sentence, why this one, and the four steps with the facts at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sam_gen.advise.focus import Focus
from sam_gen.assess.people import Standing
from sam_gen.model.method import FocusKind
from sam_gen.pages import focus_people, focus_talk, focus_work
from sam_gen.pages.blocks import Sight
from sam_gen.pages.focus_facts import Fact, goal_facts, reality
from sam_gen.pages.focus_parts import Words
from sam_gen.pages.parts import Source

_MOST_FACTS = 5


@dataclass(frozen=True)
class FocusWords:
    """Everything the page says about the focus."""

    sentence: str
    why: str
    goal: str
    goal_facts: tuple[Fact, ...]
    reality: tuple[Fact, ...]
    options: tuple[tuple[str, str], ...]
    """Letter and option; doing nothing is the last."""
    source: Source


def focus_words(sight: Sight, people: Sequence[Standing], chosen: Focus) -> FocusWords:
    """Say one focus."""
    words = _SAID[chosen.kind](sight, people, chosen)
    options = [*words.options[:3], f"Nothing: {words.nothing}"]
    return FocusWords(
        sentence=words.sentence,
        why=words.why,
        goal=words.goal,
        goal_facts=tuple(goal_facts(sight, chosen)),
        reality=tuple(reality(sight, people, chosen))[:_MOST_FACTS],
        options=tuple(zip("abcd", options, strict=False)),
        source=sight.source(words.field),
    )


_SAID: dict[FocusKind, Callable[[Sight, Sequence[Standing], Focus], Words]] = {
    FocusKind.OWED_THERE: focus_talk.owed_there,
    FocusKind.NEWS: focus_talk.news,
    FocusKind.TALK: focus_talk.talk,
    FocusKind.NOBODY_NAMED: focus_people.nobody_named,
    FocusKind.UNMET: focus_people.unmet,
    FocusKind.PROMISE: focus_work.promise,
    FocusKind.LATE: focus_work.late,
    FocusKind.WISH: focus_work.wish,
    FocusKind.OFF_TRACK: focus_work.off_track,
    FocusKind.THREAD: focus_people.thread,
    FocusKind.STANDS: focus_people.stands,
    FocusKind.OBJECTIVE: focus_work.objective,
    FocusKind.NOT_VALIDATED: focus_work.not_validated,
    FocusKind.CHANGED: focus_work.changed,
}
