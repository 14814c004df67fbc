"""SAM421 to SAM425: whether a question of a self-check finds out what somebody can do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sam_gen.checks.content_texts import Judge, Shelf, called, of_no_account, words
from sam_gen.checks.finding import Hit, Rule, rule
from sam_gen.checks.sayings import quote
from sam_gen.model.curriculum import FACTORS, Check, Lesson, Option
from sam_gen.model.method import Severity

_LETTERS = 5
"""Letters from which a word says what something is about."""

long_item = rule(
    "SAM421",
    "Question or answer too long",
    reads=("lessons.checks.question", "lessons.checks.options.text", "lessons.checks.options.feedback"),
    why="The reader searches for the point and answers by guess.",
    remedy="Leave out what does not change the answer. Does all of it? Make two questions of it.",
    severity=Severity.NOTE,
)(of_no_account)

no_thought = rule(
    "SAM422",
    "Wrong answer without its thought",
    reads=("lessons.checks.options.reveals", "lessons.checks.options.right"),
    why="Nobody would choose an answer that nobody thinks, so the question tests nothing.",
    remedy="Write under reveals: what somebody who chooses it believes. Would nobody defend it? Leave the answer out.",
)(of_no_account)

told_by_length = rule(
    "SAM423",
    "Right answer told by its length",
    reads=("lessons.checks.options.text", "lessons.checks.options.right"),
    why="A reader who takes the longest answer passes without having understood the question.",
    remedy="Cut the right answer, or give a wrong one its reason too. Another limit? Set length_off in rules.yml.",
    severity=Severity.NOTE,
)(of_no_account)

told_by_place = rule(
    "SAM424",
    "Right answers mostly at one place",
    reads=("lessons.checks.options.right",),
    why="Somebody who takes several lessons notices, and from then on reads one answer only.",
    remedy="Move some of them. Is the order a story of its own? Then ask by another question.",
    severity=Severity.NOTE,
)(of_no_account)

told_by_word = rule(
    "SAM425",
    "Right answer echoes its question",
    reads=("lessons.checks.question", "lessons.checks.options.text"),
    why="A reader matches the word and needs no thought.",
    remedy="Say it in another word, or use the word in a wrong answer too. Is it the only term? Ask otherwise.",
    severity=Severity.NOTE,
)(of_no_account)


def _items(shelf: Shelf) -> Iterator[tuple[Lesson, int, Check]]:
    for lesson in shelf.playbook.lessons:
        for number, check in enumerate(lesson.checks, 1):
            yield lesson, number, check


def _long(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for lesson, number, check in _items(shelf):
        asked = [("a question", check.question, check.place_of("question"), limits.stem_words)]
        for option in check.options:
            asked.append(("an answer", option.text, option.place_of("text"), limits.option_words))
            asked.append(("feedback", option.feedback, option.place_of("feedback"), limits.feedback_words))
        for what, text, place, most in asked:
            if len(words(text)) > most:
                message = f"{_name(lesson, number)} has {what} of {len(words(text))} words; {most} fit."
                yield Hit(message, place, _subject(lesson))


def _thoughts(shelf: Shelf) -> Iterator[Hit]:
    for lesson, number, check in _items(shelf):
        for option in check.options:
            if not option.right and not option.reveals:
                message = f"{_name(lesson, number)} has a wrong answer that reveals no thought: {quote(option.text)}."
                yield Hit(message, option.place_of("text"), _subject(lesson))


def _lengths(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    longest: Counter[str] = Counter()
    for lesson, number, check in _items(shelf):
        sizes = [len(words(option.text)) for option in check.options]
        right, mean = len(words(_right(check).text)), sum(sizes) / len(sizes)
        longest[lesson.id] += right == max(sizes) and sizes.count(right) == 1
        if abs(right - mean) > mean * limits.length_off / 100:
            message = f"{_name(lesson, number)} has a right answer of {right} words where the mean is {mean:.1f}."
            yield Hit(message, _right(check).place_of("text"), _subject(lesson))
    for lesson in shelf.playbook.lessons:
        number = longest[lesson.id]
        if 100 * number > limits.longest_most * len(lesson.checks):
            message = f"{called(_subject(lesson))} has the right answer longest in {number} of {len(lesson.checks)}."
            yield Hit(message, lesson.checks[0].place, _subject(lesson))


def _places(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for factor, name in enumerate(FACTORS):
        checks = [check for lesson in shelf.playbook.lessons if lesson.factor == factor for check in lesson.checks]
        at = Counter(next(i for i, option in enumerate(check.options, 1) if option.right) for check in checks)
        place, number = at.most_common(1)[0] if at else (0, 0)
        if len(checks) >= limits.place_from and 100 * number > limits.place_most * len(checks):
            message = f"Factor {factor}, {name}, has the right answer at place {place} in {number} of {len(checks)}."
            yield Hit(message, checks[0].place, f"lessons/{name}")


def _echoes(shelf: Shelf) -> Iterator[Hit]:
    """Look for rare words alone: a right answer may well say *client* when its question does."""
    said: Counter[str] = Counter()
    for _, _, check in _items(shelf):
        said.update({word for text in (check.question, *(one.text for one in check.options)) for word in words(text)})
    rare = max(1, sum(1 for _ in _items(shelf)) * shelf.settings.course.echo_most // 100)
    for lesson, number, check in _items(shelf):
        right = _right(check)
        others = {word for option in check.options if option is not right for word in words(option.text)}
        shared = [word for word in words(right.text) if word in words(check.question) and word not in others]
        word = next((word for word in shared if len(word) >= _LETTERS and said[word] <= rare), None)
        if word:
            message = f"{_name(lesson, number)} has {quote(word)} in the question and the right answer alone."
            yield Hit(message, right.place_of("text"), _subject(lesson))


def _right(check: Check) -> Option:
    return next(option for option in check.options if option.right)


def _name(lesson: Lesson, number: int) -> str:
    return f"{called(_subject(lesson))}, question {number},"


def _subject(lesson: Lesson) -> str:
    return f"lessons/{lesson.id}"


CHECKS: Mapping[Rule, Judge] = {
    long_item: _long,
    no_thought: _thoughts,
    told_by_length: _lengths,
    told_by_place: _places,
    told_by_word: _echoes,
}
