"""SAM413 to SAM420: whether a lesson has what somebody needs to learn from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sam_gen.checks.content_texts import Judge, Shelf, Text, called, of_no_account, words
from sam_gen.checks.finding import Hit, Rule, rule
from sam_gen.checks.sayings import join, quote
from sam_gen.model.curriculum import LESSON_HEADINGS, Lesson, sections, with_answer
from sam_gen.model.method import Severity
from sam_gen.model.texts import CourseLimits

RECALL, EXERCISE = "before-you-begin", "exercise"
"""The parts of a lesson that are looked at more closely, by the id of their heading."""

_MINUTES = re.compile(r"\b([\w-]+)[\s-]minutes?\b", re.IGNORECASE)
_LESSON = re.compile(r"\]\(/training/([a-z0-9-]+)/")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Mapping[str, int] = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_MARKS = ("0", "1", "2")

missing_part = rule(
    "SAM413",
    "Lesson with a part missing",
    reads=("lessons.you_can", "lessons.checks", "lessons.tools", "lessons.competencies", "lessons.serves"),
    why="Whoever takes it cannot tell what they could do now, or finds no way from the lesson to their account.",
    remedy="Add the part, or cut the lesson to what it has one for. Another number? Set it under course: in rules.yml.",
)(of_no_account)

unseen_objective = rule(
    "SAM414",
    "Objective that nobody can see",
    reads=("lessons.you_can",),
    why="Nobody can watch somebody understand, so neither they nor their leader knows when the lesson is done.",
    remedy="Begin with what one sees them do: name, sort, write. Is it such a verb? Add it to verbs: in rules.yml.",
)(of_no_account)

no_recall = rule(
    "SAM415",
    "Lesson that recalls too little",
    reads=("lessons.body",),
    why="What is asked for once is gone within weeks; a later lesson that asks again costs two minutes.",
    remedy="Ask under Before you begin for something of two earlier lessons, with a link to each. "
    "Taken out of order? Set recall_links in rules.yml.",
    severity=Severity.NOTE,
)(of_no_account)

wrong_minutes = rule(
    "SAM416",
    "Lesson takes other than it says",
    reads=("lessons.minutes", "lessons.body", "lessons.checks"),
    why="Somebody who has set aside twenty minutes stops before the exercise, which is the part that stays.",
    remedy="Write the minutes it takes, or cut it to those it names. Another pace? Set reading_speed in rules.yml.",
    severity=Severity.NOTE,
)(of_no_account)

off_budget = rule(
    "SAM417",
    "Text over or under its budget",
    reads=("lessons.body", "tools.body"),
    why="A long one is not finished and a short one leaves out the hard part.",
    remedy="Cut what the reader could leave out, or add the case that goes wrong. Another budget? Set it in rules.yml.",
    severity=Severity.NOTE,
)(of_no_account)

bare_exercise = rule(
    "SAM418",
    "Exercise nobody can mark alone",
    reads=("lessons.body",),
    why="Without an answer, a rubric and the usual error, a reader does not learn whether they did it well.",
    remedy="Add what is missing, from how three people did it. Is it marked by others? Say under Exercise by whom.",
)(of_no_account)

flat_rubric = rule(
    "SAM419",
    "Rubric that does not tell marks apart",
    reads=("lessons.body",),
    why="Two readers give the same work different marks, and neither sees what one more would take.",
    remedy="Write for each criterion what one sees at 0, 1 and 2. Too many criteria? Join two that move together.",
)(of_no_account)

untested_objective = rule(
    "SAM420",
    "Objective that nothing tests",
    reads=("lessons.you_can", "lessons.practises", "lessons.checks.tests"),
    why="A reader passes every question and cannot do one of the things the lesson promised.",
    remedy="Name it by its number in tests: of a question or practises: of the lesson. Tested nowhere? Take it out.",
)(of_no_account)


def _parts(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for lesson in shelf.playbook.lessons:
        lacks = [
            *_number(len(lesson.you_can), limits.objectives_least, limits.objectives_most, "objectives"),
            *_number(len(lesson.checks), limits.checks_least, limits.checks_most, "questions"),
            *(f"no {name}" for name in ("tools", "competencies", "serves") if not getattr(lesson, name)),
        ]
        if lacks:
            yield _hit(lesson, f"has {join(lacks)}.")


def _number(found: int, least: int, most: int, noun: str) -> Iterator[str]:
    if not least <= found <= most:
        yield f"{found} {noun.removesuffix('s') if found == 1 else noun}, not {least} to {most}"


def _verbs(shelf: Shelf) -> Iterator[Hit]:
    verbs = tuple(words(verb) for verb in shelf.settings.course.verbs)
    for lesson in shelf.playbook.lessons if verbs else ():
        for at, objective in enumerate(lesson.you_can):
            said = words(objective)
            if not any(said[: len(verb)] == verb for verb in verbs):
                message = f"{_name(lesson)} promises something that begins with {quote(said[0] if said else '')}."
                yield Hit(message, lesson.place_of("you_can", at), _subject(lesson))


def _recall(shelf: Shelf) -> Iterator[Hit]:
    limits, ids = shelf.settings.course, [lesson.id for lesson in shelf.playbook.lessons]
    for at, lesson in enumerate(shelf.playbook.lessons):
        if at + 1 < limits.recall_from:
            continue
        linked = set(_LESSON.findall(sections(lesson.body, LESSON_HEADINGS).get(RECALL, "")))
        earlier = [before for before, id_ in enumerate(ids[:at]) if id_ in linked]
        first = _first(shelf, lesson, RECALL)
        if len(earlier) < limits.recall_links:
            message = f"links {len(earlier) or 'no'} earlier lesson{'s' if len(earlier) > 1 else ''}"
            yield _hit(lesson, f"{message} to recall; {limits.recall_links} are asked for.", first)
        elif earlier and at - min(earlier) < limits.recall_back:
            yield _hit(lesson, f"recalls nothing from {limits.recall_back} lessons back or earlier.", first)


def _minutes(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for lesson in shelf.playbook.lessons:
        exercise = _exercise_minutes(shelf, lesson)
        if exercise is None:
            yield _hit(lesson, "has an exercise that names no minutes.", _first(shelf, lesson, EXERCISE))
            continue
        takes = round(_reading(shelf, lesson) / limits.reading_speed) + exercise + len(lesson.checks)
        if abs(takes - lesson.minutes) > limits.minutes_off:
            read = takes - exercise - len(lesson.checks)
            message = (
                f"{_name(lesson)} says {lesson.minutes} minutes; reading {read}, exercise {exercise} and "
                f"self-check {len(lesson.checks)} make {takes}."
            )
            yield Hit(message, lesson.place_of("minutes"), _subject(lesson))


def _exercise_minutes(shelf: Shelf, lesson: Lesson) -> int | None:
    """Return the first number of minutes that the exercise names in its first paragraph."""
    first = _first(shelf, lesson, EXERCISE)
    for match in _MINUTES.finditer(first.value if first else ""):
        tens, _, unit = match[1].lower().partition("-")
        if tens.isdecimal():
            return int(tens)
        if tens in _NUMBERS:
            return _NUMBERS[tens] + _NUMBERS.get(unit, 0)
    return None


def _reading(shelf: Shelf, lesson: Lesson) -> int:
    return sum(len(words(text.value)) for text in _texts(shelf, lesson) if text.part != EXERCISE)


def _budget(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for lesson in shelf.playbook.lessons:
        found = _reading(shelf, lesson)
        yield from _off(limits, limits.lesson_least, limits.lesson_most, found, _texts(shelf, lesson))
    for tool in shelf.playbook.tools:
        texts = shelf.bodies.get(f"tools/{tool.id}", ())
        found = sum(len(words(text.value)) for text in texts)
        yield from _off(limits, limits.tool_least, limits.tool_most, found, texts)


def _off(limits: CourseLimits, least: int, most: int, found: int, texts: Sequence[Text]) -> Iterator[Hit]:
    low, high = round(least * (100 - limits.words_off) / 100), round(most * (100 + limits.words_off) / 100)
    if texts and not low <= found <= high:
        message = (
            f"{texts[0].name} has {found} words to read; {least} to {most} are asked for, {limits.words_off}% off."
        )
        yield Hit(message, texts[0].place, texts[0].subject)


def _exercises(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for lesson in shelf.playbook.lessons:
        said = " ".join(text.value for text in _texts(shelf, lesson) if text.part == EXERCISE).lower()
        lacks = [
            *_answer(lesson, said, limits),
            *(
                ["a trap named"]
                if limits.trap_sign.lower() not in said.partition(limits.answer_sign.lower())[2]
                else []
            ),
            *(["a rubric"] if not _rubric(shelf, lesson) else []),
            *(["the usual wrong answer"] if limits.error_sign.lower() not in said else []),
        ]
        if lacks:
            yield _hit(lesson, f"has an exercise without {join(lacks)}.", _first(shelf, lesson, EXERCISE))


def _answer(lesson: Lesson, said: str, limits: CourseLimits) -> Iterator[str]:
    """Yield what keeps an answer from being folded: an open one is read before somebody tries."""
    if limits.answer_sign.lower() not in said:
        yield "a model answer"
    elif with_answer(sections(lesson.body, LESSON_HEADINGS).get(EXERCISE, ""), limits.answer_sign)[1] is None:
        yield f"a paragraph that opens with {quote(f'**{limits.answer_sign}.**')}"


def _rubrics(shelf: Shelf) -> Iterator[Hit]:
    limits = shelf.settings.course
    for lesson in shelf.playbook.lessons:
        head, *rows = _rubric(shelf, lesson) or ((),)
        if head and not limits.rubric_least <= len(rows) <= limits.rubric_most:
            wanted = f"{limits.rubric_least} to {limits.rubric_most}"
            yield _hit(lesson, f"has a rubric of {len(rows)}, not {wanted}, criteria.", head[0])
        for row in rows:
            anchors = {words(cell.value) for cell in row[1:]}
            if len(anchors) != len(_MARKS):
                message = f"has a criterion {quote(row[0].value)} without three different anchors."
                yield _hit(lesson, message, row[0])


def _rubric(shelf: Shelf, lesson: Lesson) -> tuple[tuple[Text, ...], ...]:
    """Return the rows of the table in the exercise whose columns are 0, 1 and 2, its head first."""
    cells = [text for text in _texts(shelf, lesson) if text.part == EXERCISE and text.cell]
    rows = [tuple(row) for _, row in groupby(cells, key=lambda cell: cell.place.line)]
    at = next((at for at, row in enumerate(rows) if tuple(cell.value for cell in row)[1:] == _MARKS), None)
    if at is None:
        return ()
    found = [rows[at]]
    for row in rows[at + 1 :]:
        if row[0].place.line - found[-1][0].place.line > len(("rule of the head", "row")):
            break
        found.append(row)
    return tuple(found)


def _tested(shelf: Shelf) -> Iterator[Hit]:
    """Look at lessons alone that say what they test: a company may leave that out altogether."""
    for lesson in shelf.playbook.lessons:
        tested = {*lesson.practises, *(number for check in lesson.checks for number in check.tests)}
        for at in range(len(lesson.you_can)) if tested else ():
            if at + 1 not in tested:
                message = f"{_name(lesson)} tests its objective {at + 1} by no question and no exercise."
                yield Hit(message, lesson.place_of("you_can", at), _subject(lesson))


# Parts -------------------------------------------------------------------------------


def _name(lesson: Lesson) -> str:
    return called(_subject(lesson))


def _subject(lesson: Lesson) -> str:
    return f"lessons/{lesson.id}"


def _texts(shelf: Shelf, lesson: Lesson) -> tuple[Text, ...]:
    return shelf.bodies.get(_subject(lesson), ())


def _first(shelf: Shelf, lesson: Lesson, part: str) -> Text | None:
    return next((text for text in _texts(shelf, lesson) if text.part == part), None)


def _hit(lesson: Lesson, message: str, text: Text | None = None) -> Hit:
    return Hit(f"{_name(lesson)} {message}", text.at() if text else lesson.place, _subject(lesson))


LESSONS: Mapping[Rule, Judge] = {
    missing_part: _parts,
    unseen_objective: _verbs,
    no_recall: _recall,
    wrong_minutes: _minutes,
    off_budget: _budget,
    bare_exercise: _exercises,
    flat_rubric: _rubrics,
    untested_objective: _tested,
}
