"""SAM4xx: the playbook's own texts, by the marks of a text that somebody can use.

They look at no account. Questions of the bank are read today; a lesson or a tool joins by yielding its texts below.
Words in quotation marks are somebody else's and do not count as ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, Rule, rule
from sam_gen.checks.sayings import cut, quote
from sam_gen.model.method import RuleSettings
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_WORD = re.compile(r"[\w'’-]*\w")
_CLOSED = re.compile(
    r"(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would)(?:n't)?|can't|won't"
)
"""Words with which a question begins that yes or no would answer."""


@dataclass(frozen=True)
class Text:
    """One text of the playbook."""

    value: str
    place: Place
    subject: str
    """The record it is a part of, as list/id."""
    asks: bool = False
    """Whether it is a question to be said aloud."""

    @property
    def own(self) -> str:
        """The text without what it quotes."""
        return _QUOTED.sub(" ", self.value)


Judge = Callable[[tuple[Text, ...], RuleSettings], Iterator[Hit]]
_READS = tuple(f"questions.{name}" for name in ("ask", "when", "listen_for", "follow_up", "red_flag"))


def texts(playbook: Playbook) -> tuple[Text, ...]:
    """Return the texts that are looked at, in the order of files and lines."""
    return tuple(
        Text(getattr(one, name), one.place_of(name), f"questions/{one.id}", asks=name in ("ask", "follow_up"))
        for one in playbook.questions
        for name in ("ask", "when", "listen_for", "follow_up", "red_flag")
    )


def _of_no_account(_facts: Facts) -> Iterator[Hit]:
    """Find nothing: these rules are about the playbook."""
    return iter(())


# The rules -------------------------------------------------------------------------

worn_word = rule(
    "SAM407",
    "Worn word in a text",
    reads=_READS,
    why="A word that fits every client says nothing about this one, and readers skip what surrounds it.",
    remedy="Say what somebody does or sees. If the word is right in your company, take it out of plain: in rules.yml.",
)(_of_no_account)

long_sentence = rule(
    "SAM408",
    "Sentence too long to be said",
    reads=_READS,
    why="Nobody can keep it in mind while they look at the person in front of them.",
    remedy="Cut it in two, or leave out the half that explains. Another limit? Set it in rules.yml.",
)(_of_no_account)

closed_question = rule(
    "SAM409",
    "Question that yes or no answers",
    reads=("questions.ask", "questions.follow_up"),
    why="The answer is one word, and whoever is asked has not had to look.",
    remedy="Begin with who, what, which, when, where or how. Is yes or no the point? Then it needs no bank.",
)(_of_no_account)

same_words = rule(
    "SAM410",
    "Two texts share a run of words",
    reads=_READS,
    why="Somebody who hears the second one thinks of the first, and the answer comes from memory.",
    remedy="Write one of the two afresh from its own case. Do both ask the same? Keep the better one.",
)(_of_no_account)


def _worn(found: tuple[Text, ...], settings: RuleSettings) -> Iterator[Hit]:
    pattern = _pattern(settings.plain)
    for text in found if pattern else ():
        match = pattern.search(text.own) if pattern else None
        if match:
            yield Hit(f"{_name(text)} says {quote(match[0])}.", text.place, text.subject)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of the words; a star at the end of one stands for any ending."""
    parts = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None


def _long(found: tuple[Text, ...], settings: RuleSettings) -> Iterator[Hit]:
    for text in found:
        most = settings.ask_words if text.asks else settings.sentence_words
        longest = max((len(words(one)) for one in sentences(text.value)), default=0)
        if longest > most:
            yield Hit(f"{_name(text)} has a sentence of {longest} words; {most} fit.", text.place, text.subject)


def _closed(found: tuple[Text, ...], _settings: RuleSettings) -> Iterator[Hit]:
    for text in found:
        first = next(iter(words(text.value)), "")
        if text.asks and _CLOSED.fullmatch(first):
            yield Hit(f"{_name(text)} begins with {quote(first)}.", text.place, text.subject)


def _alike(found: tuple[Text, ...], settings: RuleSettings) -> Iterator[Hit]:
    """Fire once for each text that shares a run with another record before it."""
    taken: dict[tuple[str, ...], Text] = {}
    for text in found:
        runs = _runs(words(text.value), settings.shared_words + 1)
        twin = next((taken[run] for run in runs if run in taken and taken[run].subject != text.subject), None)
        for run in runs:
            taken.setdefault(run, text)
        if twin:
            where = f"{_name(twin)[0].lower()}{_name(twin)[1:]} in {twin.place.file}:{twin.place.line}"
            message = f"{_name(text)} shares more than {settings.shared_words} words in a row with {where}."
            yield Hit(message, text.place, text.subject)


def _runs(said: tuple[str, ...], long: int) -> tuple[tuple[str, ...], ...]:
    return tuple(said[at : at + long] for at in range(len(said) - long + 1))


def _name(text: Text) -> str:
    kind, _, id_ = text.subject.partition("/")
    return f"{kind.capitalize().removesuffix('s')} {cut(id_)}"


def sentences(text: str) -> tuple[str, ...]:
    """Split a text where a sentence ends."""
    return tuple(part for part in re.split(r"(?<=[.?!])[\"”]?\s+", text) if part)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


_JUDGES: Mapping[Rule, Judge] = {
    worn_word: _worn,
    long_sentence: _long,
    closed_question: _closed,
    same_words: _alike,
}
CONTENT: tuple[Rule, ...] = tuple(_JUDGES)


def content(playbook: Playbook) -> Iterator[tuple[Rule, Hit]]:
    """Return what the rules find in the texts of the playbook."""
    found = texts(playbook)
    for one, judge in _JUDGES.items():
        for hit in judge(found, playbook.method.rules):
            yield one, hit
