"""SAM4xx: the playbook's own texts, by the marks of a text that somebody can use.

They look at no account: questions of the bank, lessons and tools. Words in quotation marks are somebody else's and
do not count as ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sam_gen.checks.content_checks import CHECKS
from sam_gen.checks.content_lessons import LESSONS
from sam_gen.checks.content_names import NAMES
from sam_gen.checks.content_texts import Judge, Shelf, Text, of_no_account, runs, sentences, words
from sam_gen.checks.content_tools import TOOLS
from sam_gen.checks.finding import Hit, Rule, rule
from sam_gen.checks.sayings import quote
from sam_gen.model.method import Severity
from sam_gen.model.playbook import Playbook

_CLOSED = re.compile(
    r"(?:am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would)(?:n't)?|can't|won't"
)
"""Words with which a question begins that yes or no would answer."""
_ADVICE = "why don't you"
"""How advice begins that is dressed as a question."""

_READS = (
    *(f"questions.{name}" for name in ("ask", "here", "when", "listen_for", "follow_up", "red_flag")),
    *("lessons.you_can", "lessons.checks", "lessons.body"),
    *(f"tools.{name}" for name in ("symptom", "when", "when_not", "need", "output", "body")),
    *(f"becoming.{name}" for name in ("about", "signs", "weak_signs", "profile", "pairs", "situations", "mismatches")),
    *(f"becoming.{name}" for name in ("sample", "seats", "pay", "carrying")),
    *(f"facilitation.{name}" for name in ("about", "opening", "closing", "guides")),
)


# The rules -------------------------------------------------------------------------

worn_word = rule(
    "SAM407",
    "Worn word in a text",
    reads=_READS,
    why="A word that fits every client says nothing about this one, and readers skip what surrounds it.",
    remedy="Say what somebody does or sees. If the word is right in your company, take it out of plain: in rules.yml.",
)(of_no_account)

long_sentence = rule(
    "SAM408",
    "Sentence too long to be said",
    reads=_READS,
    why="Nobody can keep it in mind while they look at the person in front of them.",
    remedy="Cut it in two, or leave out the half that explains. Another limit? Set it in rules.yml.",
)(of_no_account)

closed_question = rule(
    "SAM409",
    "Question that yes or no answers",
    reads=("questions.ask", "questions.here", "questions.follow_up"),
    why="The answer is one word, and whoever is asked has not had to look.",
    remedy="Begin with who, what, which, when, where or how. Is yes or no the point? Then it needs no bank.",
)(of_no_account)

same_words = rule(
    "SAM410",
    "Two texts share a run of words",
    reads=_READS,
    why="Somebody who hears the second one thinks of the first, and the answer comes from memory.",
    remedy="Write one of the two afresh from its own case. Do both ask the same? Keep the better one.",
)(of_no_account)

long_on_average = rule(
    "SAM411",
    "Sentences long on average",
    reads=("lessons.body", "tools.body"),
    why="Each sentence may be short enough to be said, and a page of them is still read twice.",
    remedy="Take the five longest and cut each in two. Another limit? Set mean_words in rules.yml.",
    severity=Severity.NOTE,
)(of_no_account)

exclaims = rule(
    "SAM412",
    "Exclamation mark in a text",
    reads=_READS,
    why="The sign asks the reader to feel what the sentence has not shown.",
    remedy="End with a full stop and look whether the sentence still holds. Did somebody say it so? Then quote them.",
    severity=Severity.NOTE,
)(of_no_account)


def _worn(shelf: Shelf) -> Iterator[Hit]:
    """Fire once for each text: a worn word, or a word beside others than those it may stand before."""
    patterns = [one for one in (worn_words(shelf.settings.plain), _misplaced(shelf.settings.only)) if one]
    for text in shelf.texts:
        match = next((found for one in patterns if (found := one.search(text.own))), None)
        if match:
            yield Hit(f"{text.name} says {quote(match[0])}.", text.at(match.start()), text.subject)


@cache
def worn_words(plain: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of the words; a star at the end of one stands for any ending."""
    parts = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in plain]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None


@cache
def _misplaced(pairs: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds the first word of any pair before a word that no pair allows it."""
    allowed: dict[str, list[str]] = {}
    for pair in pairs:
        first, _, second = pair.partition(" ")
        ends = r"\w*" if second.endswith("*") else ""
        allowed.setdefault(first, []).append(rf"{re.escape(second.removesuffix('*'))}{ends}(?!\w)")
    parts = [rf"{re.escape(first)}\s+(?!{'|'.join(second)})\w+" for first, second in allowed.items()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})", re.IGNORECASE) if parts else None


def _long(shelf: Shelf) -> Iterator[Hit]:
    for text in shelf.texts:
        most = shelf.settings.ask_words if text.asks else shelf.settings.sentence_words
        for at, sentence in sentences(text.value):
            if len(words(sentence)) > most:
                message = f"{text.name} has a sentence of {len(words(sentence))} words; {most} fit."
                yield Hit(message, text.at(at), text.subject)


def _closed(shelf: Shelf) -> Iterator[Hit]:
    for text in shelf.texts:
        if not text.asks:
            continue
        said = words(text.value)
        if _CLOSED.fullmatch(next(iter(said), "")):
            yield Hit(f"{text.name} begins with {quote(said[0])}.", text.place, text.subject)
        elif " ".join(said).startswith(_ADVICE):
            yield Hit(f"{text.name} begins with {quote(_ADVICE)}: that is advice.", text.place, text.subject)


def _alike(shelf: Shelf) -> Iterator[Hit]:
    """Fire once for each text that shares a run with another record of its kind before it."""
    taken: dict[tuple[str, tuple[str, ...]], Text] = {}
    for text in shelf.texts:
        kind = text.subject.partition("/")[0]
        own = [(at, (kind, run)) for at, run in runs(text, shelf.settings.shared_words + 1)]
        shared = next(((at, run) for at, run in own if run in taken and taken[run].subject != text.subject), None)
        for _, run in own:
            taken.setdefault(run, text)
        if shared:
            at, (_, said) = shared
            twin = taken[shared[1]]
            where = f"{twin.name[0].lower()}{twin.name[1:]} in {twin.place.file}:{twin.place.line}"
            words_of_both = quote(" ".join(said).replace("_", " ").strip())
            yield Hit(f"{text.name} has {words_of_both} in common with {where}.", text.at(at), text.subject)


def _mean(shelf: Shelf) -> Iterator[Hit]:
    """Count whole sentences alone: a heading of a column is short for another reason."""
    most = shelf.settings.course.mean_words
    for subject, texts in shelf.bodies.items():
        whole = [words(one) for text in texts if not text.cell for _, one in sentences(text.value)]
        said = [one for one in whole if one]
        if said and sum(map(len, said)) > most * len(said):
            mean = sum(map(len, said)) / len(said)
            message = f"{texts[0].name} has {mean:.1f} words a sentence; at most {most} are asked for."
            yield Hit(message, texts[0].at(), subject)


def _loud(shelf: Shelf) -> Iterator[Hit]:
    for text in shelf.texts:
        at = text.own.find("!")
        if at >= 0:
            yield Hit(f"{text.name} has an exclamation mark outside a quotation.", text.at(at), text.subject)


_WORDS: Mapping[Rule, Judge] = {
    worn_word: _worn,
    long_sentence: _long,
    closed_question: _closed,
    same_words: _alike,
    long_on_average: _mean,
    exclaims: _loud,
}
_JUDGES: Mapping[Rule, Judge] = {**_WORDS, **LESSONS, **CHECKS, **TOOLS, **NAMES}
CONTENT: tuple[Rule, ...] = tuple(_JUDGES)


def content(playbook: Playbook, cases: frozenset[str] = frozenset()) -> Iterator[tuple[Rule, Hit]]:
    """Return what the rules find in the texts of the playbook, of which some name cases."""
    shelf = Shelf(playbook, cases)
    for one, judge in _JUDGES.items():
        for hit in judge(shelf):
            yield one, hit
